"""junit: XML that CI servers read as test results."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from mingwen.model import Finding, Lang
from mingwen.reports import Report
from mingwen.reports._rules import describe

# What XML 1.0 has no way to write.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(result: Report, lang: Lang = "zh") -> str:
    """A suite a page (or stylesheet), a case for each rule that found something there; a clean page is one case.

    Failures fail. What a person must judge, and advice, is skipped with its message: JUnit knows no other word.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path, _ in result.files}
    for finding in result.findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    suites = [suite(path, found, lang) for path, found in by_path.items()]
    tests, failures = (sum(numbers[at] for numbers, _ in suites) for at in range(2))
    # Jenkins' schema knows no "skipped" here.
    counts = f' tests="{tests}" failures="{failures}" errors="0"'
    head = f'<testsuites name="mingwen lint"{counts} time="{result.seconds:.3f}">'
    body = "".join(text for _, text in suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}</testsuites>\n'


def suite(path: str, found: Iterable[Finding], lang: Lang) -> tuple[tuple[int, int, int], str]:
    """Tests, failures and skipped, and the element."""
    by_rule = sorted(found, key=lambda it: it.rule)
    cases = [(rule, list(some)) for rule, some in groupby(by_rule, lambda it: it.rule)]
    failures = sum(any(it.grade == "fail" for it in some) for _, some in cases)
    numbers = (max(len(cases), 1), failures, len(cases) - failures)
    inside = [case(path, rule, some, lang) for rule, some in cases] or [
        f"    <testcase classname={attribute(path)} name={attribute('mingwen lint')}/>\n"
    ]
    return numbers, f"  <testsuite name={attribute(path)}{figures(*numbers)}>\n{''.join(inside)}  </testsuite>\n"


def case(path: str, rule: str, found: list[Finding], lang: Lang) -> str:
    """What one rule found on one page."""
    failed = [it for it in found if it.grade == "fail"]
    name = f"{rule} {describe(rule).name.of(lang)}"
    told = failed or found
    message = attribute(told[0].message.of(lang))
    words = escape(xml("\n".join(lines(told, lang))))
    if failed:
        inner = f"<failure type={attribute(rule)} message={message}>{words}</failure>"
    else:
        inner = f"<skipped message={message}/><system-out>{words}</system-out>"
    return f"    <testcase classname={attribute(path)} name={attribute(name)}>{inner}</testcase>\n"


def lines(found: Iterable[Finding], lang: Lang) -> Iterator[str]:
    """Each finding with its place and the words that offend."""
    for it in found:
        yield f"{it.source or it.place} {it.message.of(lang)}"
        if it.quote:
            yield f"    {it.quote}"


def figures(tests: int, failures: int, skipped: int) -> str:
    """The counts as attributes."""
    return f' tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}"'


def xml(text: str) -> str:
    """Characters that XML cannot hold, replaced."""
    return NO_XML.sub("\ufffd", text)


def attribute(text: str) -> str:
    """A value in quotes."""
    return quoteattr(xml(text))
