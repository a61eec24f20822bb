"""Hits about text below a floor of contrast: sure ones, and questions where the ground could not be told."""

from __future__ import annotations

from mingwen.linting.cascade import lacks_sheets
from mingwen.linting.dom import Page
from mingwen.linting.hit import Hit
from mingwen.linting.legibility import Contrast, contrasts
from mingwen.linting.rule import Hits
from mingwen.linting.shown_text import own


def weak(page: Page, floor: float, large: float) -> Hits:
    """weak where it is sure; else one question for each element that raises the doubt: image, unsure, same.

    Where a stylesheet is not at hand, only what style attributes say themselves is sure; of the rest one question.
    """
    if lacks_sheets(page):
        below = [each for each in contrasts(page) if each.ratio < (large if each.is_large else floor)]
        for each in below:
            if each.is_settled and not each.doubts:
                needed = large if each.is_large else floor
                yield failure(each, needed)
        rest = [each for each in below if not each.is_settled or each.doubts]
        if rest:
            yield rest[0].node.ask("no-sheet", quote=own(rest[0].node), count=len(rest))
        return
    asked: set[tuple[str, int]] = set()
    for each in contrasts(page):
        needed = large if each.is_large else floor
        for doubt in sorted(each.doubts):
            if doubt[0] == "image" and doubt not in asked:
                asked.add(doubt)
                yield page.at(doubt[1]).ask("image")
        if each.ratio >= needed or any(kind == "image" for kind, _ in each.doubts):
            continue
        if each.front == each.back:
            yield each.node.ask("same", **each.values(needed))
        elif not each.doubts:
            yield failure(each, needed)
        elif not each.doubts & asked:
            asked |= each.doubts
            yield each.node.ask("unsure", **each.values(needed))


def failure(each: Contrast, needed: float) -> Hit:
    """weak, or ground where the text alone cannot be mended. At 4.5 it always can: black or white reach 4.58."""
    return each.node.fail("ground" if each.is_beyond_text(needed) else "weak", **each.values(needed))
