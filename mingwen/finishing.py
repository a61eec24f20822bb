"""finish: Page → Artifact. Rendering and linting of one page, with findings traced back to the manuscript.

A frozen value that can be called, so that it travels to another process together with all it needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mingwen.model import SPEECH, Artifact, Checked, Frame, Outline, Page, Place
from mingwen.rendering.theme import Theme


@dataclass(frozen=True, slots=True)
class Finish:
    """`sheets` are the stylesheets by output path; `rules` the ids to run, none of them if empty."""

    frame: Frame
    theme: Theme
    sheets: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()

    def __call__(self, page: Page) -> Artifact:
        if page.template == SPEECH and page.document:
            from mingwen.speaking.file import speech_file

            return Artifact(page.path, speech_file(page.document, self.frame.settings.pinyin))
        page, plain, html = self._drawn(page)
        if not self.rules or not page.path.endswith(".html"):
            return Artifact(page.path, html)
        from mingwen.linting import RULES, lint
        from mingwen.linting.styles import Styles

        sheets: Mapping[str, str] = dict(self.sheets)
        checked = lint(html, [RULES[rule] for rule in self.rules], path=page.path, styles=Styles(sheets))
        return Artifact(page.path, html, _traced(checked, plain, page, self.frame))

    def outline(self, page: Page) -> Outline:
        """The page as audits see it, with the place of each link."""
        from mingwen.linting import lint

        page, plain, html = self._drawn(page)
        return _traced(lint(html, (), path=page.path), plain, page, self.frame).outline

    def _drawn(self, page: Page) -> tuple[Page, str, str]:
        """The page as it was rendered, its HTML, and that in the characters of its mode; lines stay lines."""
        from mingwen.rendering.page import render

        page = _with_pinyin(page, self.frame) if page.variant == "pinyin" else page
        plain = render(page, self.frame, self.theme)
        if not (page.mode.lang and page.lang.startswith("zh")):
            return page, plain, plain
        from mingwen.traditional import traditional

        return page, plain, traditional(plain, self.frame.settings)


def _with_pinyin(page: Page, frame: Frame) -> Page:
    """The page with pinyin over every character of its heading and body; lines stay lines."""
    from markupsafe import Markup, escape

    from mingwen.speaking.pinyin import annotated

    document = page.document
    if document is None:
        return page
    readings = frame.settings.pinyin
    body = replace(document.body, html=annotated(document.body.html, readings))
    title = Markup(annotated(escape(document.title), readings))  # noqa: S704 - escaped, and tags of ours
    return replace(page, document=replace(document, title=title, body=body))


def _traced(checked: Checked, html: str, page: Page, frame: Frame) -> Checked:
    """The same with `source` filled in: findings inside the body belong to a line of the manuscript, links too."""
    document = page.document
    if document is None or not document.body.lines:
        return checked
    from mingwen.rendering.body import body

    lines = _lines(html, body(page, frame.settings), document.body.lines)

    def source(place: Place) -> Place | None:
        return Place(document.path, lines[place.line]) if place.path == page.path and place.line in lines else None

    findings = tuple(replace(finding, source=source(finding.place)) for finding in checked.findings)
    links = tuple(replace(link, place=source(link.place) or link.place) for link in checked.outline.links)
    return replace(checked, findings=findings, outline=replace(checked.outline, links=links))


def _lines(html: str, body: str, lines: tuple[int, ...]) -> dict[int, int]:
    """Line of the page → line of the manuscript. A template shows the body whole, or its pieces in their order.

    What a template does not show as it is cannot be traced, which is no mistake of the author's.
    """
    from mingwen.rendering.parts import cut

    traced: dict[int, int] = {}
    at = done = 0
    for piece in cut(body):
        start = html.find(piece, at)
        if start < 0:
            return {}
        first = html.count("\n", 0, start) + 1
        inside = piece.count("\n")
        traced |= {first + n: lines[done + n] for n in range(inside + 1) if done + n < len(lines)}
        at, done = start + len(piece), done + inside
    return traced
