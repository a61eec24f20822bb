"""A QR code as inline SVG, drawn here so that sharing needs no third party."""

from __future__ import annotations

from functools import cache, lru_cache

from markupsafe import Markup, escape

from mingwen.rendering.qr_code import modules

#: Modules of white around the code; scanners want four (ISO/IEC 18004).
QUIET = 4


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
    rows = "\n".join(black[start : start + side] for start in range(0, side * side, side))
    first, *runs = rows.replace("10", "1 0").replace("1\n", "1 \n").split(" ")
    length, above = first.count("1"), first.count("\n")
    start = len(first) - length - (first.rindex("\n") + 1 if above else 0)
    drawing = f"M{start + QUIET} {above + QUIET}.5h{length}" + "".join(map(_steps(side).__getitem__, runs))
    whole = side + 2 * QUIET
    return (
        f'viewBox="0 0 {whole} {whole}"',
        f'<path fill="#fff" d="M0 0h{whole}v{whole}h-{whole}z"/><path stroke="#000" d="{drawing}"/>',
    )


class _Steps(dict[str, str]):
    """How each run of black is drawn, by what it is and what lies between it and the one before: white, ends of rows.
    Lines are one module thick, each told from where the last ended, as segno writes them: shorter than boxes."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side

    def __missing__(self, run: str) -> str:
        length, rows = run.count("1"), run.count("\n")
        white = run[: len(run) - length]
        right = len(white) - white.rindex("\n") - 1 - (self._side - white.index("\n")) if rows else len(white)
        # At the very end is white alone.
        self[run] = f"m{right} {rows}h{length}" if length else ""
        return self[run]


@cache
def _steps(side: int) -> _Steps:
    """All runs of codes of one size; there are few hundred."""
    return _Steps(side)
