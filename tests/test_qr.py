"""QR codes are those that segno draws, whoever draws them."""

from __future__ import annotations

import random
import string

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from mingwen.rendering.qr import QUIET, qr
from mingwen.rendering.qr_code import WORTH_IT, modules

LETTERS = string.ascii_letters + string.digits + "-./_:%?=#~"


def by_segno(address: str) -> tuple[int, str]:
    rows = segno.make(address, error="m", micro=False, mask=0).matrix
    return len(rows), "".join(str(int(module)) for row in rows for module in row)


@pytest.mark.parametrize("length", [*range(1, 120, 3), 130, 153, 180, 213, 251, 287, 331, 400, 511, 640])
def test_codes_of_one_length_are_those_of_segno_from_the_first_to_the_learnt_ones(length: int) -> None:
    chance = random.Random(length)
    for _ in range(WORTH_IT + 3):
        address = "".join(chance.choice(LETTERS) for _ in range(length - 1)) + "a"
        assert modules(address) == by_segno(address)


@given(st.text(LETTERS, min_size=1, max_size=90))
@settings(max_examples=150, deadline=None)
def test_any_address_has_the_code_that_segno_draws(address: str) -> None:
    assert modules(address) == by_segno(address)


def test_it_is_drawn_as_segno_draws_it() -> None:
    for address in (f"https://example.org/{number}.html" for number in range(WORTH_IT + 2)):
        code = segno.make(address, error="m", micro=False, mask=0)
        drawn = code.svg_inline(border=QUIET, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None)
        box, _, paths = drawn.removeprefix("<svg ").removesuffix("</svg>").partition(">")

        assert qr(address, "甲") == f'<svg class="qr" role="img" {box}><title>甲</title><g id="qr">{paths}</g></svg>'


@pytest.mark.parametrize("address", ["12345", "HTTPS://A.CN", "https://例子.cn/页", "é"])
def test_codes_of_other_kinds_are_left_to_segno(address: str) -> None:
    for _ in range(WORTH_IT + 2):
        assert modules(address) == by_segno(address)
