"""The bar shows on a terminal once reading takes long, and nowhere else."""

from __future__ import annotations

import io
import sys
import time

import pytest

from selon.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, shown: bool, patience: float) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with progress.Progress(2, shown) as bar:
        time.sleep(0.3)
        bar.article()
        bar.say("x.txt: odd")
        bar.input()
        time.sleep(0.2)
    return stream.getvalue()


def test_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    out = work(monkeypatch, Terminal(), shown=True, patience=0.05)
    assert "1/2 inputs, 1 articles" in out.replace("\x1b[32m", "").replace("\x1b[0m", "")
    assert "selon: x.txt: odd" in out


@pytest.mark.parametrize(
    ("stream", "shown", "patience"), [(io.StringIO(), True, 0.05), (Terminal(), False, 0.05), (Terminal(), True, 9.0)]
)
def test_elsewhere(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, shown: bool, patience: float) -> None:
    assert work(monkeypatch, stream, shown, patience) == "selon: x.txt: odd\n"
