"""Plain text as HTML. A line end that is no line end of the manuscript is written as a reference."""

from __future__ import annotations

from markdown_it.common.utils import escapeHtml


def escape(text: str) -> str:
    """Text as HTML on one line, fit for an attribute in double quotes too."""
    return escapeHtml(text).replace("\n", "&#10;").replace("\r", "&#13;")
