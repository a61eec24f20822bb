"""earl: W3C's Evaluation and Report Language as JSON-LD, for the tools of its ACT rules.

The context stands in the file, so that nobody need fetch one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from mingwen import __version__
from mingwen.htmlfiles import STDIN
from mingwen.model import Checked, Finding, Lang
from mingwen.reports import Report
from mingwen.reports._rules import Description, describe
from mingwen.reports._wcag import address

ACT = "https://www.w3.org/WAI/standards-guidelines/act/rules/"
CONTEXT: dict[str, Any] = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "sch": "https://schema.org/",
    "ptr": "http://www.w3.org/2009/pointers#",
    "WebPage": "sch:WebPage",
    "CSSSelectorPointer": "ptr:CSSSelectorPointer",
    "name": "doap:name",
    "description": "dct:description",
    "release": "doap:release",
    "revision": "doap:revision",
    "source": "dct:source",
    "title": "dct:title",
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "assertedBy": {"@type": "@id"},
    "mode": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "expression": "ptr:expression",
}
ASSERTOR = "_:mingwen"
# The verdict on a page is that of its worst element.
WORST = ("fail", "ask")
OUTCOMES = {"fail": "earl:failed", "ask": "earl:cantTell"}


def report(result: Report, lang: Lang = "zh") -> str:
    """One assertion a page and rule: failed, cantTell, passed, inapplicable, or untested where time was over.

    `test` is the W3C ACT rule where ours implements one (its `source`), else ours. It is part of WCAG criteria, and
    passing it says nothing of the rest of these. Findings that are accepted or known count like all others.
    """
    rules = [describe(id_) for id_ in result.rules]
    found: dict[str, list[Finding]] = {}
    for finding in (*result.findings, *(finding for finding, _ in result.aside)):
        found.setdefault(finding.place.path, []).append(finding)
    assertions = [
        assertion
        for path, checked in result.files
        for assertion in of_page(result, path, checked, rules, found.get(path, []), lang)
    ]
    graph = [assertor(), *assertions]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def assertor() -> dict[str, Any]:
    """Who asserts: this program in its version."""
    return {
        "@id": ASSERTOR,
        "@type": ["Assertor", "Software"],
        "name": "mingwen",
        "release": {"@type": "doap:Version", "revision": __version__},
    }


def of_page(
    result: Report, path: str, checked: Checked, rules: Iterable[Description], found: Iterable[Finding], lang: Lang
) -> Iterator[dict[str, Any]]:
    """The assertions on one page."""
    tally = dict(checked.tally)
    by_rule: dict[str, list[Finding]] = {}
    for finding in found:
        by_rule.setdefault(finding.rule, []).append(finding)
    address = page_address(result, path)
    subject = {"@id": address, "@type": ["TestSubject", "WebPage"], "source": address}
    for name, implementing in by_test(rules).items():
        seen = [None if rule.across else tally.get(rule.id, -1) for rule in implementing]
        here = [finding for rule in implementing for finding in by_rule.get(rule.id, ())]
        yield {
            "@type": "Assertion",
            "assertedBy": ASSERTOR,
            "mode": "earl:automatic",
            "subject": subject,
            "test": test(name, implementing, lang),
            "result": outcome(seen, here, lang),
        }


def by_test(rules: Iterable[Description]) -> dict[str, list[Description]]:
    """Our rules by what they test: each ACT rule once, and each of our own that implements none."""
    tests: dict[str, list[Description]] = {}
    for rule in rules:
        for name in [f"{ACT}{id_}/" for id_ in rule.act] or [rule.id]:
            tests.setdefault(name, []).append(rule)
    return tests


def test(name: str, implementing: list[Description], lang: Lang) -> dict[str, Any]:
    """Without an id of its own: where a node is named twice, framing shows it once, and readers would miss the rest."""
    criteria = dict.fromkeys(number for rule in implementing for number in rule.wcag)
    told: dict[str, Any] = {
        "@type": "TestCriterion",
        "title": ", ".join(rule.id for rule in implementing),
        "description": "; ".join(rule.name.of(lang) for rule in implementing),
    }
    if name.startswith(ACT):
        told["source"] = {"@id": name}
    if criteria:
        told["isPartOf"] = [address(number) for number in criteria]
    return told


def outcome(seen: list[int | None], found: list[Finding], lang: Lang) -> dict[str, Any]:
    """`seen` counts the targets of each rule: None for a check across pages, -1 where time was over."""
    worst = next((verdict for verdict in WORST if any(it.verdict == verdict for it in found)), None)
    if worst is None:
        told = "untested" if -1 in seen else "inapplicable" if not any(it is None or it for it in seen) else "passed"
        return {"@type": "TestResult", "outcome": f"earl:{told}"}
    telling = [it for it in found if it.verdict == worst]
    pointers = [{"@type": "CSSSelectorPointer", "expression": it.selector} for it in telling if it.selector]
    told_words = {"@type": "TestResult", "outcome": OUTCOMES[worst], "description": telling[0].message.of(lang)}
    return told_words | ({"pointer": pointers} if pointers else {})


def page_address(result: Report, path: str) -> str:
    """Where the page is published, where that is known, else its path."""
    if not result.base_url or path == STDIN:
        return quote(path)
    return result.base_url + quote(os.path.relpath(path, result.root or ".").replace(os.sep, "/"))
