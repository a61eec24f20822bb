"""Reports: what was found, told in some format. One module a format, with a function `report(result, lang) -> str`.

A Report is what `mingwen lint` found; a build has only findings, for which findings_text() speaks. Both group by cause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from mingwen.model import Accepted, Checked, Finding, Grade, Lang, Mistake, Text
from mingwen.reports._modes import shape, shared, told

GRADES: tuple[Grade, ...] = ("fail", "ask", "advice")


@dataclass(frozen=True)
class Report:
    """What linting gave: each page by the path it was named with, and findings of audits across pages.

    `rules` are the ids that were run, `act` the W3C ACT rules among them; `seconds` is wall time. `aside` are findings
    that do not count: each with the acceptance that covers it, or None where a baseline knows it. `mended` is what
    a baseline knows and nobody found again. `root` is the folder that "/" stands for, `base_url` where it is published
    (it ends in "/"), each "" if unknown.
    `whole` says that all pages of a site were looked at. `modes` are the keys of the reading modes of a site that
    mingwen built; none for any other. What formats ask of all findings is worked out when it is first asked for, once.
    """

    files: tuple[tuple[str, Checked], ...]
    rules: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    across: tuple[Finding, ...] = ()
    seconds: float = field(default=0.0, compare=False)
    aside: tuple[tuple[Finding, Accepted | None], ...] = ()
    mended: tuple[Mended, ...] = ()
    root: str = ""
    base_url: str = ""
    whole: bool = False
    modes: tuple[str, ...] = ()

    @cached_property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The findings, one for each mistake: what several reading modes share is there once."""
        return shared(self.findings, self.modes)

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """The mistakes by cause, as by_cause() has them."""
        return by_cause(self.mistakes, self.modes)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, each once: a stylesheet that many pages share is told of once."""
        on_pages = (finding for _, checked in self.files for finding in checked.findings)
        return tuple(dict.fromkeys((*on_pages, *self.across)))

    def set_aside(self, aside: Mapping[Finding, Accepted | None], about: Iterable[Finding] = ()) -> Report:
        """The same without some findings, which are told apart from the rest, and with those `about` acceptances."""

        def left(findings: Iterable[Finding]) -> tuple[Finding, ...]:
            return tuple(finding for finding in findings if finding not in aside)

        files = tuple((path, replace(checked, findings=left(checked.findings))) for path, checked in self.files)
        across = (*left(self.across), *about)
        return replace(self, files=files, across=across, aside=(*self.aside, *aside.items()))

    @property
    def failed(self) -> int:
        return self._grades["fail"]

    @property
    def asked(self) -> int:
        return self._grades["ask"]

    @property
    def advised(self) -> int:
        return self._grades["advice"]

    @cached_property
    def _grades(self) -> Counter[Grade]:
        return Counter(finding.grade for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Mended:
    """What a baseline knows and nobody found again: a rule, what it said, how often, and on which page."""

    rule: str
    quote: str
    path: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Cause:
    """Mistakes that one change may mend: same rule, same sentence, same kind of place, in the same reading modes.

    Each finding stands for one mistake, in whatever modes; `modes` says in which, where that is known.
    """

    findings: tuple[Finding, ...]
    modes: Text | None = None

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def pages(self) -> int:
        return len({finding.place.path for finding in self.findings})


def by_cause(mistakes: Iterable[Mistake], modes: Sequence[str] = ()) -> tuple[Cause, ...]:
    """Mistakes by cause: failures first, then what is to be judged, then advice; the most frequent first, and among
    equals by rule and place. `modes` are the keys of the site's reading modes."""
    grouped: dict[tuple[object, tuple[str, ...]], list[Finding]] = {}
    shapes: dict[str, str] = {}
    for each in mistakes:
        it = each.finding
        if it.selector not in shapes:
            shapes[it.selector] = shape(it.selector)
        source = it.source.path if it.source else ""
        key = (it.grade, it.rule, it.says, it.message, shapes[it.selector], source)
        grouped.setdefault((key, each.modes), []).append(it)
    named = {has: told(has, modes) for _, has in grouped}
    all_ = [Cause(tuple(sorted(some, key=_place)), named[has]) for (_, has), some in grouped.items()]
    return tuple(sorted(all_, key=_rank))


def causes(findings: Iterable[Finding], modes: Sequence[str] = ()) -> tuple[Cause, ...]:
    """The same of findings: what several of the `modes` have is one mistake."""
    return by_cause(shared(tuple(dict.fromkeys(findings)), modes), modes)


def graded(mistakes: Iterable[Mistake]) -> Counter[Grade]:
    """How many mistakes there are of each grade."""
    return Counter(each.finding.grade for each in mistakes)


def findings_text(findings: Iterable[Finding], lang: Lang, modes: Sequence[str] = ()) -> str:
    """Findings by cause as text for people, all of them, "" for none. No verdict: that is the command's own."""
    from mingwen.reports._telling import told

    return told(causes(findings, modes), lang)


def _place(finding: Finding) -> tuple[str, int, int]:
    place = finding.source or finding.place
    return place.path, place.line, place.column


def _rank(cause: Cause) -> tuple[object, ...]:
    first = cause.first
    return GRADES.index(first.grade), -len(cause.findings), first.rule, _place(first)


__all__ = ["Cause", "Mended", "Report", "by_cause", "causes", "findings_text", "graded", "shape", "shared"]
