"""The body of a document as a page shows it."""

from __future__ import annotations

from mingwen.model import Page, Settings
from mingwen.rendering import phrases
from mingwen.rendering.links import resolve


def body(page: Page, settings: Settings) -> str:
    """The HTML of the page's document, links made relative; lines stay lines. "" for a page without a document."""
    if page.document is None:
        return ""
    html = page.document.body.html
    return resolve(html if page.mode.lang else phrases.body(html), page, settings)
