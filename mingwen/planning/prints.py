"""大字打印: a document once more, laid out for paper in large type. A page of its own, so that it needs no script."""

from __future__ import annotations

from dataclasses import replace

from mingwen.model import Mode, Page

#: The mode that offers it.
OFFERED_IN = "elder"


def print_url(url: str, mode: Mode) -> str:
    """Where the large print of a document lies, or "" where its mode offers none.

    >>> print_url("zwgk/a.html", Mode("elder", None, "zz/"))
    'zwgk/a.print-l.html'
    """
    return f"{url.removesuffix('.html')}.print-l.html" if mode.key == OFFERED_IN else ""


def print_page(page: Page) -> Page:
    """The large print of a document's page; its address in 标准版 is the document's."""
    path = page.mode.prefix + page.print_url
    return replace(page, path=path, template="print.html", earlier=None, later=None, print_url="")
