"""A QR code as inline SVG, drawn here so that sharing needs no third party."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from mingwen.rendering.qr_code import modules

#: Modules of white around the code; scanners want four (ISO/IEC 18004).
QUIET = 4
_BLACK = re.compile("1+")


def qr(address: str, title: str) -> Markup:
    """An SVG of `address` whose text alternative is `title`; black on white in every palette, or phones fail."""
    box, drawing = _drawn(address)
    return Markup(  # noqa: S704 - the title is escaped, the rest is numbers
        f'<svg class="qr" role="img" {box}><title>{escape(title)}</title><g id="qr">{drawing}</g></svg>'
    )


def qr_again(address: str, title: str) -> Markup:
    """The code that `qr` draws elsewhere on the page, once more."""
    box, _ = _drawn(address)
    return Markup(  # noqa: S704 - the title is escaped, the rest is numbers
        f'<svg class="qr" role="img" {box}><title>{escape(title)}</title><use href="#qr"/></svg>'
    )


@lru_cache(maxsize=64)
def _drawn(address: str) -> tuple[str, str]:
    """The viewBox and what is drawn in it. Kept: the modes of one page share the address."""
    side, black = modules(address)
    steps: list[str] = []
    x, y = 0, 0
    for row in range(side):
        for run in _BLACK.finditer(black, row * side, (row + 1) * side):
            start, length = run.start() - row * side, len(run[0])
            # Lines one module thick, each told from where the last ended, as segno writes them: shorter than boxes.
            steps.append(f"m{start - x} {row - y}h{length}" if steps else f"M{start + QUIET} {row + QUIET}.5h{length}")
            x, y = start + length, row
    whole = side + 2 * QUIET
    return (
        f'viewBox="0 0 {whole} {whole}"',
        f'<path fill="#fff" d="M0 0h{whole}v{whole}h-{whole}z"/><path stroke="#000" d="{"".join(steps)}"/>',
    )
