"""A QR code as inline SVG, drawn here so that sharing needs no third party."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

#: Modules of white around the code; scanners want four (ISO/IEC 18004).
QUIET = 4
#: The mask (i + j) mod 2, a chessboard: it breaks up the large even areas that addresses give.
MASK = 0


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
    import segno

    # One of the eight masks for all: scanners read each, and trying all for the prettiest took three quarters of the
    # time of a page.
    code = segno.make(address, error="m", micro=False, mask=MASK)
    svg = code.svg_inline(border=QUIET, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None)
    box, _, drawing = svg.removeprefix("<svg ").removesuffix("</svg>").partition(">")
    return box, drawing
