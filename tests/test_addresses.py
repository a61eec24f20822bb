"""Addresses behind links, for paper."""

from __future__ import annotations

from mingwen.rendering.addresses import addresses
from tests.rendering_pages import SETTINGS


def test_whole_addresses_in_the_order_of_the_links() -> None:
    body = (
        '<p><a href="#fn-1">1</a> <a class="x" href="site:/zwgk/a.html#b">甲</a> <a href="tel:1">乙</a>'
        '<a href="https://c.example/?a=1&amp;b=2">丙</a> <a href="mailto:d@e">丁</a></p>'
        '<a href="asset:/zwgk/表.docx">戊</a><a href="https://c.example/?a=1&amp;b=2">丙</a>'
    )

    assert addresses(body, SETTINGS) == (
        f"{SETTINGS.base_url}zwgk/a.html#b",
        "https://c.example/?a=1&b=2",
        f"{SETTINGS.base_url}zwgk/%E8%A1%A8.docx",
        "https://c.example/?a=1&b=2",
    )
