"""sarif: SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from mingwen import __version__
from mingwen.model import Accepted, Finding, Lang, Place
from mingwen.reports import Report, shape
from mingwen.reports._modes import cause_id, mode_of
from mingwen.reports._rules import describe
from mingwen.reports._wcag import address

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"fail": "error", "ask": "warning", "advice": "note"}


def report(result: Report, lang: Lang = "zh") -> str:
    """One run. A failure is an error; what a person must judge is of kind "review", as SARIF has it; advice is a note.

    What is accepted is there as suppressed, with its reason; what a baseline knows as unchanged.
    """
    # What an acceptance or a build says is under ids that no rule has.
    ids = tuple(dict.fromkeys((*result.rules, *(it.rule for it in result.findings))))
    at = {id_: number for number, id_ in enumerate(ids)}
    compared = any(acceptance is None for _, acceptance in result.aside) or bool(result.mended)
    new = {"baselineState": "new"} if compared else {}
    results = [as_result(it, at, lang) | in_mode(it, result.modes) | new for it in result.findings]
    results += [
        as_result(it, at, lang) | in_mode(it, result.modes) | set_aside(acceptance) for it, acceptance in result.aside
    ]
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "mingwen", "version": __version__, "rules": [as_rule(id_, lang) for id_ in ids]}},
        "language": {"zh": "zh-CN", "en": "en"}[lang],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [{"location": {"uri": uri(path)}, "mimeType": "text/html"} for path, _ in result.files],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def as_rule(id_: str, lang: Lang) -> dict[str, Any]:
    """What the rule is about, its WCAG criteria as tags."""
    rule = describe(id_)
    told: dict[str, Any] = {
        "id": id_,
        "shortDescription": {"text": rule.name.of(lang)},
        "properties": {"tags": ["accessibility", *(f"WCAG {number}" for number in rule.wcag)]},
        "defaultConfiguration": {"level": "note" if rule.level == "advice" else "error"},
    }
    if why := rule.why.of(lang):
        told |= {"fullDescription": {"text": why}, "help": {"text": why}}
    if rule.wcag:
        told["helpUri"] = address(rule.wcag[0])
    return told


def as_result(finding: Finding, at: Mapping[str, int], lang: Lang) -> dict[str, Any]:
    """SARIF wants level "none" for whatever is not of kind "fail"."""
    review = finding.grade == "ask"
    words = finding.message.of(lang)
    told: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": at.get(finding.rule, -1),
        "kind": "review" if review else "fail",
        "level": "none" if review else LEVELS[finding.grade],
        "message": {"text": words},
        "locations": [location(finding.source or finding.place, finding)],
        "partialFingerprints": {"mingwen/v1": fingerprint(finding), "mingwenCause/v1": cause_id(finding)},
    }
    if finding.source:
        told["relatedLocations"] = [location(finding.place, finding)]
    return told


def location(place: Place, finding: Finding) -> dict[str, Any]:
    """A file and line, and the selector of the element."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(place.path)}}
    if place.line:
        physical["region"] = {"startLine": place.line} | ({"startColumn": place.column} if place.column else {})
        if finding.quote:
            physical["region"]["snippet"] = {"text": finding.quote}
    told: dict[str, Any] = {"physicalLocation": physical}
    if finding.selector:
        told["logicalLocations"] = [{"fullyQualifiedName": finding.selector, "kind": "element"}]
    return told


def in_mode(finding: Finding, modes: Sequence[str]) -> dict[str, Any]:
    """The reading mode of a page that mingwen built."""
    mode = mode_of(finding.place.path) if modes else ""
    return {"properties": {"mode": mode}} if mode else {}


def set_aside(acceptance: Accepted | None) -> dict[str, Any]:
    """Why a result does not count."""
    if acceptance is None:
        return {"baselineState": "unchanged"}
    words = f"{acceptance.reason} ({acceptance.who}, {acceptance.until})"
    kind = "inSource" if acceptance.span else "external"
    return {"suppressions": [{"kind": kind, "status": "accepted", "justification": words}]}


def fingerprint(finding: Finding) -> str:
    """What the finding is known by when lines move: as in a baseline."""
    parts = (finding.place.path, finding.rule, finding.says, finding.quote, shape(finding.selector))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def uri(path: str) -> str:
    """A path as a relative reference."""
    return quote(path.replace("\\", "/"))
