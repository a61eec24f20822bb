"""Which template makes a page."""

from __future__ import annotations

from mingwen.model import Page
from mingwen.rendering.theme import Theme


def choose(page: Page, theme: Theme) -> str:
    """The page's template in its mode: `document.elder.html` where the theme has it, else `document.html`."""
    stem, dot, suffix = page.template.rpartition(".")
    own = f"{stem}.{page.mode.key}{dot}{suffix}"
    return own if own in theme.names() else page.template
