"""Fingerprints: equal for equal values, different for different ones, refused for what can change."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingwen.fingerprint import Fingerprints, fingerprint
from mingwen.model import STANDARD, Body, Document, Entry, Page, Text

ATOMS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
VALUES = st.recursive(
    ATOMS | st.dates() | st.datetimes() | st.builds(Text, st.text(), st.text()),
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.frozensets(st.text(), max_size=4),
    max_leaves=8,
)
DOCUMENT = Document("content/a.md", "a.html", "", "page", "甲", Body("<p>正文</p>", "d1"), date=datetime(2024, 1, 2))


def same(one: object, other: object) -> bool:
    """Equal and of one kind all the way down: True is not 1, and 1.0 is neither."""
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return repr(one) == repr(other) if isinstance(one, float) else one == other


@given(VALUES, VALUES)
def test_equal_fingerprints_mean_equal_values(one, other):
    assert (fingerprint(one) == fingerprint(other)) == same(one, other)


@given(st.lists(VALUES, max_size=3))
def test_sharing_does_not_show(values):
    """Whether two parts are one object or two alike ones is nobody's business."""
    keeper = Fingerprints()

    assert keeper.of((*values, *values)) == fingerprint(*values, *values)


def test_words_are_the_same_interned_or_not():
    joined = "".join(["na", "me"])

    assert fingerprint(joined, joined) == fingerprint(sys.intern("name"), "name")


def test_every_process_agrees():
    """Hashes of text differ from process to process; fingerprints must not."""
    code = "from mingwen.fingerprint import fingerprint; print(fingerprint('甲', (1, frozenset('abc'))).hex())"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said.strip() == fingerprint("甲", (1, frozenset("abc"))).hex()


@dataclass
class Loose:
    title: str


@pytest.mark.parametrize("value", [[1], {"a": 1}, {1}, Loose("甲"), Entry("甲", "a", summary=["点"]), object(), len])  # type: ignore[arg-type]  # meant
def test_what_can_change_is_refused(value):
    with pytest.raises(TypeError):
        fingerprint(value)


def test_a_tuple_is_no_dataclass():
    assert fingerprint(("Text", "甲", "a")) != fingerprint(Text("甲", "a"))


def test_each_field_counts():
    page = Page("a.html", "a.html", "document.html", STANDARD, "甲", document=DOCUMENT)
    others = [
        replace(page, title="乙"),
        replace(page, trail=(Entry("甲", "b"),)),
        replace(page, document=replace(DOCUMENT, date=None)),
        replace(page, document=replace(DOCUMENT, body=Body("<p>正文</p>", "d2"))),
        replace(page, document=replace(DOCUMENT, written=date(2024, 1, 2))),
    ]

    assert len({fingerprint(each) for each in (page, *others)}) == len(others) + 1


def test_a_body_counts_by_its_digest():
    """So a page need not hold its text to be known."""
    assert fingerprint(Body("<p>正文</p>", "d1", (1,))) == fingerprint(Body("", "d1"))
    assert fingerprint(Body("甲")) != fingerprint(Body("乙"))


def test_parts_can_be_told_apart():
    one = Fingerprints().fields(Entry("甲", "a.html"))
    other = Fingerprints().fields(Entry("乙", "a.html"))

    assert [name for name in one if one[name] != other[name]] == ["title"]
