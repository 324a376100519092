"""Whatever the text, reading gives a Document whose spans hold, or a documented error.

``SELON_FUZZ=2000 pytest tests/test_fuzz.py`` asks for more examples.
"""

from __future__ import annotations

import itertools
import os

import fuzz
import pytest
import samples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = samples.needs_pipeline
EXAMPLES = int(os.environ.get("SELON_FUZZ", "150"))


def test_damaged_articles() -> None:
    for text in itertools.islice(fuzz.inputs(seed=1), EXAMPLES):
        fuzz.check(text)


@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(
    st.lists(st.one_of(st.sampled_from(fuzz.MARKS + fuzz.ODD + fuzz.SEEDS[1].split()), st.text(max_size=8))).map(
        " ".join
    )
)
def test_random_texts(text: str) -> None:
    fuzz.check(text)


@pytest.mark.parametrize("piece", ["« ", "il a dit : « ", "a", "selon lui, ", "le président russe "])
def test_one_paragraph_of_100_000_characters(piece: str) -> None:
    assert fuzz.check((piece * 100_000)[:100_000]) is not None
