"""Text in columns of a terminal: quick, and the same as when every character is looked up."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from mingwen.columns import PIECES, fit, joined, width, wrap

# What sentences of findings are made of: Han, Latin, both kinds of punctuation, blanks, and anything else there is.
TEXTS = st.text(
    st.one_of(st.sampled_from("汉字，。“”（）[]<>ab c-1…—・\u3000\n"), st.characters(exclude_categories=["Cs"]))
)


def columns_of(text: str) -> int:
    """Character by character, as the Unicode database says."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def wrapped(text: str, columns: int, indent: str) -> str:
    """The definition: each piece goes into the line if the whole line still fits."""
    lines, line = [], ""
    for piece in joined(PIECES.findall(text)):
        if line.strip() and columns_of(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = indent + piece.lstrip()
        else:
            line += piece
    return "\n".join([*lines, line.rstrip()])


@given(TEXTS)
@settings(max_examples=200)
def test_the_width_is_that_of_all_characters(text):
    assert width(text) == columns_of(text)


@given(TEXTS, st.integers(1, 40))
@settings(max_examples=200)
def test_what_fits_is_the_longest_beginning(text, columns):
    """Whole, or with … where one more character would not have left room for it."""
    shown = fit(text, columns)

    if columns_of(text) <= columns:
        assert shown == text
    else:
        beginning = shown.removesuffix("…")
        assert text.startswith(beginning)
        assert shown.endswith("…")
        assert columns_of(beginning) < columns <= columns_of(text[: len(beginning) + 1])


@given(TEXTS, st.integers(2, 40), st.sampled_from(["", "    "]))
@settings(max_examples=300)
def test_lines_break_where_they_are_full(text, columns, indent):
    assert wrap(text, columns, indent) == wrapped(text, columns, indent)


def test_a_line_has_no_more_columns_than_asked_and_no_punctuation_first():
    text = "国庆节放假七天，请各单位安排好值班。" * 9
    lines = wrap(text, 30, "  ").split("\n")

    assert len(lines) > 10
    assert all(columns_of(line) <= 30 for line in lines)
    assert not any(line.strip()[0] in "，。" for line in lines)
    assert "".join(line.strip() for line in lines) == text
