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
    side, path = _drawn(address)
    return Markup(  # noqa: S704 - the title is escaped, the rest is numbers
        f'<svg class="qr" role="img" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><title>{escape(title)}'
        f'</title><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>'
    )


@lru_cache(maxsize=64)
def _drawn(address: str) -> tuple[int, str]:
    """Width in modules and the path of the black ones. Kept: the modes of one page share the address."""
    import segno

    # One of the eight masks for all: scanners read each, and trying all for the prettiest took three quarters of the
    # time of a page.
    rows = segno.make(address, error="m", micro=False, mask=MASK).matrix
    runs = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                runs.append(f"M{start + QUIET} {y + QUIET}h{x - start}v1H{start + QUIET}z")
            x += 1
    return len(rows) + 2 * QUIET, "".join(runs)
