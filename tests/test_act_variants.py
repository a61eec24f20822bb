"""Pages of our own for each ACT rule, judged by the text of the rule and not by W3C's test cases.

act_variants.json has them by rule: what must be failed, and what must be left alone, be it passed or inapplicable. A
page is HTML, or an object with its path and the pages beside it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mingwen.linting import RULES, Styles, lint

PAGES = json.loads(Path(__file__).with_name("act_variants.json").read_text("utf-8"))


def verdicts(act: str, page: str | dict) -> set[str]:
    given = {"html": page} if isinstance(page, str) else page
    rules = [rule for rule in RULES.values() if act in rule.act]
    findings = lint(given["html"], rules, given.get("path", "-"), Styles(given.get("sheets", {}))).findings
    return {found.verdict for found in findings}


@pytest.mark.parametrize("act", PAGES)
def test_pages_are_judged_as_the_rule_says(act):
    missed = [page for page in PAGES[act].get("failed", ()) if "fail" not in verdicts(act, page)]
    wronged = [page for page in PAGES[act].get("clean", ()) if verdicts(act, page)]

    assert (missed, wronged) == ([], [])


def test_pages_stand_for_rules_that_are_checked():
    assert PAGES.keys() <= {act for rule in RULES.values() for act in rule.act}
