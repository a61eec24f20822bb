"""3 rendering: Page → HTML.

`theme.load` reads templates, words and styles once; from there on all is values:
`render(page, frame, theme)` gives the text of one file, `styles.bundle(theme, mode)` the stylesheet of a mode.
"""

from __future__ import annotations

from mingwen.rendering.render import render

__all__ = ["render"]
