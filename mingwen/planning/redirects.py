"""Old addresses that lead to where a document stands now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mingwen.model import STANDARD, Document, Page


def redirect_pages(documents: Iterable[Document]) -> Iterator[Page]:
    """One small page at each old address; `aliases` are output paths by now."""
    for document in documents:
        for alias in document.aliases:
            yield Page(
                alias,
                alias,
                "redirect.html",
                STANDARD,
                document.title,
                document.lang,
                target=document.url,
            )
