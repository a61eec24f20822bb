"""json: for programs. The form is stable (version 1); W3C's scorer reads it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from mingwen.model import Finding, Lang
from mingwen.reports import Report
from mingwen.reports._modes import cause_id, mode_of

VERSION = 1
OUTCOMES = {"fail": "failed", "ask": "cantTell"}


def report(result: Report, lang: Lang = "zh") -> str:
    """All files in the order in which they were named, then stylesheets in which something was found.

    Both languages are given, so `lang` changes nothing. `checked` lists the ACT rules that were run on a page.
    `totals` count findings of level "advice" as advice only, whatever their outcome; `aside` are accepted or known
    to the baseline, `mended` known to it and not found again. Of a site that mingwen built, findings name their `mode`,
    and `mistakes` counts what several modes share once; `cause` is the same for these, and when lines move.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path, _ in result.files}
    pages = frozenset(by_path)
    for finding in result.findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    files = [
        {
            "path": path,
            "checked": list(result.act) if path in pages else [],
            "findings": [as_json(finding, result.modes) for finding in findings],
        }
        for path, findings in by_path.items()
    ]
    totals = {
        "files": len(result.files),
        "rules": len(result.rules),
        "failed": result.failed,
        "cantTell": result.asked,
        "advice": result.advised,
        "aside": len(result.aside),
        "mended": sum(each.count for each in result.mended),
        "mistakes": len(result.mistakes),
    }
    return json.dumps({"version": VERSION, "files": files, "totals": totals}, ensure_ascii=False) + "\n"


def as_json(finding: Finding, modes: Sequence[str] = ()) -> dict[str, Any]:
    """A finding in the stable form that W3C's scorer reads."""
    source = finding.source
    mode = mode_of(finding.place.path) if modes else ""
    return ({"mode": mode} if mode else {}) | {
        "rule": finding.rule,
        "act": list(finding.act),
        "wcag": list(finding.wcag),
        "outcome": OUTCOMES[finding.verdict],
        "level": finding.level,
        "selector": finding.selector,
        "line": finding.place.line,
        "column": finding.place.column,
        "source": {"path": source.path, "line": source.line} if source else None,
        "cause": cause_id(finding),
        "quote": finding.quote,
        "message": {"zh": finding.message.zh, "en": finding.message.en},
    }
