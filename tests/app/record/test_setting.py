"""No text is clipped and none is lost, however long a word and however narrow a column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.record.pages.glyphs import printable, runs, width_of
from app.record.pages.setting import set_lines
from app.record.pages.styles import SMALL

NARROW = 60.0


def without_blanks(text: str) -> str:
    return "".join(text.split())


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120), st.floats(NARROW, 500.0))
def test_every_character_is_on_some_line_and_no_line_is_too_broad(text: str, width: float) -> None:
    lines = set_lines(text, SMALL, width)
    assert without_blanks("".join(lines)) == without_blanks(printable(text))
    assert all(width_of(line, SMALL.weight, SMALL.size) <= width for line in lines)


@pytest.mark.parametrize("text", ["W" * 118, "张伟明" * 40, "Anna-" * 24, "a " * 200])
def test_a_long_name_is_broken_and_not_cut(text: str) -> None:
    lines = set_lines(text, SMALL, NARROW)
    assert len(lines) > 3
    assert without_blanks("".join(lines)) == without_blanks(text)


@pytest.mark.parametrize("kept", ["entry 23", "0.25 mL", "syringe 4"])
def test_a_number_stays_with_its_word_and_its_unit(kept: str) -> None:
    text = f"Practice surgeon said so, {kept} and then some more"
    for width in range(60, 300, 3):
        assert kept in " | ".join(set_lines(text, SMALL, float(width)))


def test_a_text_changes_its_typeface_only_where_it_must() -> None:
    assert [part for _, part, _ in runs("Dr 张伟明, ring", SMALL.weight, SMALL.size)] == [
        "Dr ",
        "张伟明",
        ", ring",
    ]


@pytest.mark.parametrize("text,shown", [("\U0001f489", "[U+1F489]"), ("a\tb", "a b"), ("\x07", "[U+0007]")])
def test_what_no_typeface_has_is_spelt(text: str, shown: str) -> None:
    assert printable(text) == shown
