"""What a template draws in is known from its tags, or it is everything."""

from __future__ import annotations

import pytest

from mingwen.rendering.closure import closure
from mingwen.rendering.theme import Source, Theme


def _with(tag: str) -> Theme:
    texts = {"sitemap.html": tag, "404.html": "", "help.html": ""}
    return Theme(tuple(Source(name, text) for name, text in texts.items()), (), (), tag)


@pytest.mark.parametrize(
    "tag",
    [
        '{% include "404" ".html" %}', '{% include "404.html" if page else "help.html" %}',
        '{% from "404.html" | lower import x %}', '{% include ["404.html", "x.html"] %}', '{% include"40\\x34.html" %}',
        "{% extends page %}",
    ],
)  # fmt: skip
def test_a_name_that_is_put_together_may_draw_in_any_template(tag: str) -> None:
    own = _with(tag)

    assert closure(own, "sitemap.html") == own.names()


@pytest.mark.parametrize(
    "tag",
    [
        '{% include "404.html" %}', "{%-include '404.html'-%}", '{% include "404.html" ignore missing %}',
        '{% from "404.html" import x %}', '{% import "404.html" as x %}', '{% extends\n"404.html"\n%}',
        '{% include "404.html" without context +%}',
    ],
)  # fmt: skip
def test_a_name_alone_draws_in_one(tag: str) -> None:
    own = _with(tag)

    assert closure(own, "sitemap.html") == {"sitemap.html", "404.html"}
