"""3 rendering: Page → HTML.

`theme.load` reads templates, words and styles once; from there on all is values:
`render(page, frame, theme)` gives the text of one file, `styles.bundle(theme, mode)` the stylesheet of a mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mingwen.rendering.page import render

__all__ = ["render"]


def __getattr__(name: str) -> Any:
    """`render` when it is first asked for: a build in which no page changed never loads Jinja."""
    if name == "render":
        from mingwen.rendering.page import render

        return render
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
