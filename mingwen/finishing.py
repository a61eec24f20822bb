"""finish: Page → Artifact. Rendering and linting of one page, with findings traced back to the manuscript.

A frozen value that can be called, so that it travels to another process together with all it needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mingwen.linting import RULES, lint
from mingwen.linting.styles import Styles
from mingwen.model import Artifact, Checked, Frame, Outline, Page, Place
from mingwen.rendering import render
from mingwen.rendering.links import resolve
from mingwen.rendering.theme import Theme


@dataclass(frozen=True, slots=True)
class Finish:
    """`sheets` are the stylesheets by output path; `rules` the ids to run, none of them if empty."""

    frame: Frame
    theme: Theme
    sheets: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()

    def __call__(self, page: Page) -> Artifact:
        html = render(page, self.frame, self.theme)
        if not self.rules or not page.path.endswith(".html"):
            return Artifact(page.path, html)
        sheets: Mapping[str, str] = dict(self.sheets)
        checked = lint(html, [RULES[rule] for rule in self.rules], path=page.path, styles=Styles(sheets))
        return Artifact(page.path, html, _traced(checked, html, page, self.frame))

    def outline(self, page: Page) -> Outline:
        """The page as audits see it, with the place of each link."""
        html = render(page, self.frame, self.theme)
        return _traced(lint(html, (), path=page.path), html, page, self.frame).outline


def _traced(checked: Checked, html: str, page: Page, frame: Frame) -> Checked:
    """The same with `source` filled in: findings inside the body belong to a line of the manuscript, links too."""
    document = page.document
    if document is None or not document.body.lines:
        return checked
    body = resolve(document.body.html, page, frame.settings)
    start = html.find(body)
    if start < 0:
        # The template does not show the body as it is: nothing can be traced, which is no mistake of the author's.
        return checked
    first = html.count("\n", 0, start) + 1
    lines = document.body.lines

    def source(place: Place) -> Place | None:
        at = place.line - first
        return Place(document.path, lines[at]) if place.path == page.path and 0 <= at < len(lines) else None

    findings = tuple(replace(finding, source=source(finding.place)) for finding in checked.findings)
    links = tuple(replace(link, place=source(link.place) or link.place) for link in checked.outline.links)
    return replace(checked, findings=findings, outline=replace(checked.outline, links=links))
