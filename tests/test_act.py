"""W3C's test cases, where they lie beside the project: no false positive, and exactly their success criteria."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mingwen.linting import RULES, decode, lint

ACT = Path(__file__).parents[1].joinpath("..", "shared", "act").resolve()
pytestmark = pytest.mark.skipif(not ACT.is_dir(), reason="W3C's test cases are not at ../shared/act")


@pytest.fixture(scope="module")
def index():
    return json.loads((ACT / "index.json").read_text("utf-8"))


def test_success_criteria_are_those_of_w3c(index):
    for rule in RULES.values():
        for id_ in rule.act:
            assert list(rule.wcag) == index["rules"][id_]["wcag"], rule.id


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.act], ids=lambda rule: rule.id)
def test_no_page_that_passes_is_failed(index, rule):
    for case in index["cases"]:
        counts = case["approved"] or not index["rules"][case["ruleId"]]["approved"]
        if case["ruleId"] in rule.act and case["expected"] != "failed" and counts:
            page = decode((ACT / case["path"]).read_bytes())
            findings = lint(page, [rule], path=case["path"]).findings

            assert not [found for found in findings if found.verdict == "fail"], case["path"]
