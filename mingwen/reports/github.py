"""github: workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from mingwen.model import Finding, Lang, Text
from mingwen.reports import Report
from mingwen.reports._modes import told
from mingwen.reports.text import verdict

KINDS = {"fail": "error", "ask": "warning", "advice": "notice"}


def report(result: Report, lang: Lang = "zh") -> str:
    """One annotation a finding, at the line of the manuscript where it is known; the last line is the verdict.

    Failures are errors, what a person must judge is a warning, advice is a notice. What several reading modes of a page
    share is one annotation, which names them.
    """
    lines = [annotation(each.finding, lang, told(each.modes, result.modes)) for each in result.mistakes]
    return "\n".join([*lines, verdict(result).of(lang)]) + "\n"


def annotation(finding: Finding, lang: Lang, modes: Text | None = None) -> str:
    """One workflow command."""
    place = finding.source or finding.place
    where = {"file": place.path, "line": place.line, "col": place.column, "title": finding.rule}
    properties = ",".join(f"{name}={in_property(str(value))}" for name, value in where.items() if value)
    quote = f"\n{finding.quote}" if finding.quote else ""
    quote += f"\n{modes.of(lang)}" if modes else ""
    return f"::{KINDS[finding.grade]} {properties}::{in_message(finding.message.of(lang) + quote)}"


def in_message(text: str) -> str:
    """Escaped as the text of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """Escaped as the value of a property."""
    return in_message(text).replace(":", "%3A").replace(",", "%2C")
