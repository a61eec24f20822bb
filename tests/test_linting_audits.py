"""Checks across pages."""

from __future__ import annotations

import pytest

from mingwen.linting import audit
from mingwen.model import Link, Outline, Place

FILES = frozenset({"index.html", "zwgk/index.html", "zwgk/a.html", "img/图.png"})


def audited(page: Outline, *others: Outline, root_path: str = "/"):
    return [(it.rule, it.says) for it in audit([page, *others], FILES, root_path)]


def linking(href: str, path: str = "zwgk/a.html") -> Outline:
    return Outline(path, "甲", "zh-CN", ("top1", "附件"), (Link(href, Place(path, 3, 1)),))


@pytest.mark.parametrize(
    "href",
    [
        *("index.html", "../index.html", "./", "/", "/zwgk/", "/img/%E5%9B%BE.png", "index.html?v=1"),
        *("#top1", "#top", "#", "a.html#%E9%99%84%E4%BB%B6", "https://example.org/x", "//example.org/x"),
        *(
            "mailto:a@b.c",
            "tel:1",
            "javascript:;",
            "data:,x",
            "../../outside.html",
            "index.html#unknown",
            "../zwgk",
            "..",
            ".",
        ),
    ],
)
def test_links_that_lead_somewhere(href):
    assert audited(linking(href)) == []


@pytest.mark.parametrize(
    ("href", "says"),
    [
        ("b.html", "no-file"),
        ("/zwgk/b/", "no-file"),
        ("#gone", "no-fragment"),
        ("a.html#x", "no-fragment"),
    ],
)
def test_links_that_do_not(href, says):
    assert audited(linking(href)) == [("dead-link", says)]


def test_the_path_under_which_a_site_is_served_is_not_part_of_it():
    assert audited(linking("/sfj/index.html"), root_path="/sfj/") == []
    assert audited(linking("/other/index.html"), root_path="/sfj/") == []


def test_equal_titles_are_told_apart_from_reading_modes():
    """The modes of one document share its title; two documents should not."""
    one, mode, two = (Outline(path, "报告", "zh") for path in ("a.html", "zz/a.html", "b.html"))

    assert audited(one, mode) == []
    assert audited(one, mode, two) == [("duplicate-title", "same")]
