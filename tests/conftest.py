"""Fixtures that several tests share."""

from __future__ import annotations

import sys
import types

import pytest
import samples


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The toy reading line in the place of the real one, so that nothing is loaded."""
    module = types.ModuleType("selon.reading")
    module.load = samples.load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "selon.reading", module)
