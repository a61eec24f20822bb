"""judge: findings, acceptances, today → findings. Nothing is set aside without a reason, a name and an end date.

Acceptances stand in comments of pages (linting/comments.py) or in the settings (accepting.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from mingwen.accepting import FILE
from mingwen.model import Accepted, Finding, Text
from mingwen.reports import Report

RULE = "accepted"
NEEDED = {"rule": "规则", "reason": "理由", "who": "负责人", "until": "截止日期"}
SAYS = {
    "missing": Text(
        "这处认可缺{parts}，不算数。请补上：规则、理由、负责人、截止日期（如 2027-01-31）缺一不可。",
        "This acceptance has no {parts} and does not count. It needs rule, reason, who and until (such as 2027-01-31).",
    ),
    "date": Text(
        "这处认可的截止日期“{until}”不是日期，认可不算数。请写成 2027-01-31 这样。",
        "This acceptance ends on {until!r}, which is no date, so it does not count. Write it like 2027-01-31.",
    ),
    "expired": Text(
        "这处认可到 {until} 为止，已经过期（{who}：{reason}）。请改好所认可的问题，或重新定一个日期。",
        "This acceptance ended on {until} ({who}: {reason}). Mend what it accepted, or set a new date.",
    ),
    "unused": Text(
        "这处认可没有用到：没有查出 {rule} 的问题，或没有这条规则。请人工确认：可以删去吗？",
        "This acceptance is not used: nothing of {rule} was found, or there is no such rule. Can it be removed?",
    ),
}


def judge(findings: Iterable[Finding], accepted: Iterable[Accepted], today: dt.date) -> tuple[Finding, ...]:
    """The findings that are not accepted, then those about acceptances: incomplete, expired or not used.

    Order is kept. What is incomplete or expired accepts nothing.
    """
    given, listed = tuple(findings), tuple(accepted)
    answered = answers(given, listed, today)
    left = (it for it in given if it not in answered)
    return (*left, *complaints(listed, today, set(answered.values())))


def settle(report: Report, accepted: Iterable[Accepted], today: dt.date, known: Iterable[str]) -> Report:
    """A report as judge() sees it: with what its pages accept, and what the settings do (`accepted`).

    `known` are the ids of all rules there are. That an acceptance is not used cannot be told of a rule that was not
    run, nor of one in the settings unless the `whole` site was looked at.
    """
    idle = frozenset(known) - frozenset(report.rules)
    on_pages = (each for _, checked in report.files for each in checked.accepted)
    listed = tuple(each for each in (*accepted, *on_pages) if each.rule not in idle)
    if not listed:
        return report
    answered = answers(report.findings, listed, today)
    about = complaints(listed, today, set(answered.values()))
    if not report.whole:
        about = tuple(it for it in about if it.says != "unused" or not it.place.path.endswith(FILE))
    return report.set_aside(answered, about)


def answers(findings: Iterable[Finding], accepted: Iterable[Accepted], today: dt.date) -> dict[Finding, Accepted]:
    """Each accepted finding, and the first acceptance that covers it."""
    by_rule: dict[str, list[Accepted]] = {}
    for each in accepted:
        if not missing(each) and holds(each, today):
            by_rule.setdefault(each.rule, []).append(each)
    found: dict[Finding, Accepted] = {}
    for finding in findings:
        cover = next((each for each in by_rule.get(finding.rule, ()) if covers(each, finding)), None)
        if cover:
            found[finding] = cover
    return found


def covers(each: Accepted, finding: Finding) -> bool:
    """Whether a finding of the right rule stands where the acceptance speaks of."""
    place = finding.place
    if each.span:
        start, end = each.span
        return place.path == each.path and start <= (place.line, place.column) < end
    paths = [place.path, finding.source.path if finding.source else ""]
    return not each.path or any(
        fnmatchcase(path, pattern) for path in paths if path for pattern in (each.path, f"*/{each.path}")
    )


def missing(each: Accepted) -> tuple[str, ...]:
    """Names of the parts that an acceptance needs and lacks."""
    return tuple(name for name in NEEDED if not getattr(each, name))


def holds(each: Accepted, today: dt.date) -> bool:
    """Whether it is still valid; its last day counts."""
    return each.until is not None and each.until >= today


def complaints(accepted: Iterable[Accepted], today: dt.date, used: set[Accepted]) -> tuple[Finding, ...]:
    """What is wrong with acceptances, each told once."""
    return tuple(found for each in dict.fromkeys(accepted) for found in complaint(each, today, used))


def complaint(each: Accepted, today: dt.date, used: set[Accepted]) -> Iterator[Finding]:
    """What is wrong with one acceptance: nothing, one finding, or two where its date is wrong besides."""
    words = f"{each.rule} {each.reason}".strip()
    if each.no_date:
        yield Finding(RULE, "date", "fail", each.place, SAYS["date"].fill(until=each.no_date), words)
    if lacking := [name for name in missing(each) if name != "until" or not each.no_date]:
        zh, en = "、".join(NEEDED[name] for name in lacking), ", ".join(lacking)
        message = Text(SAYS["missing"].zh.format(parts=zh), SAYS["missing"].en.format(parts=en))
        yield Finding(RULE, "missing", "fail", each.place, message, words)
    elif each.no_date:
        return
    elif not holds(each, today):
        message = SAYS["expired"].fill(until=each.until, who=each.who, reason=each.reason)
        yield Finding(RULE, "expired", "fail", each.place, message, words)
    elif each not in used:
        yield Finding(RULE, "unused", "ask", each.place, SAYS["unused"].fill(rule=each.rule), words)
