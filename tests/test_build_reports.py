"""mingwen build writes the reports of mingwen lint, at the lines of the manuscripts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from mingwen.building import build
from tests.tiny import NOTICE, lay, mingwen, tiny

# A link that says nothing is a question at its line of the manuscript.
BODY = "\n\n详见[更多](d1.md)。\n"
ACCEPTED = """
[tool.mingwen.lint]
accepted = [{rule = "link-purpose", path = "content/tzgg/*", reason = "在改", who = "张三", until = %s}]
"""


@pytest.fixture
def site(tmp_path) -> Path:
    root = tiny(tmp_path)
    lay(root, {"content/tzgg/d1.md": NOTICE, "content/tzgg/d2.md": NOTICE.rstrip() + BODY})
    return root


def test_where_no_report_can_be_written_nothing_is_begun(site):
    done = mingwen("build", "--format", "sarif", "--output", "nowhere/report.sarif", cwd=site)

    assert done.returncode == 2
    assert "nowhere/report.sarif: 写不进去（没有这个文件或文件夹）" in done.stderr
    assert not (site / "site").exists()


def test_a_report_for_programs_has_standard_output_to_itself(site):
    done = mingwen("build", "--format", "json", cwd=site)
    found = [it for file in json.loads(done.stdout)["files"] for it in file["findings"] if it["rule"] == "link-purpose"]

    assert {it["source"]["path"] for it in found} == {"content/tzgg/d2.md"}
    assert "site/ 共" in done.stderr


def test_a_report_goes_into_a_file(site):
    done = mingwen("build", "--format", "sarif", "--output", "report.sarif", cwd=site)
    (run,) = json.loads((site / "report.sarif").read_text("utf-8"))["runs"]
    places = [it["locations"][0]["physicalLocation"] for it in run["results"] if it["ruleId"] == "link-purpose"]

    assert {place["artifactLocation"]["uri"] for place in places} == {"content/tzgg/d2.md"}
    assert "site/ 共" in done.stdout


def test_a_format_that_is_not_there_stops_before_anything_is_made(site):
    assert mingwen("build", "--format", "yaml", cwd=site).returncode == 2
    assert not (site / "site").exists()


def test_what_the_settings_accept_does_not_count(site):
    settings = (site / "pyproject.toml").read_text("utf-8")
    before = build(site, today=date(2026, 11, 24))
    lay(site, {"pyproject.toml": settings + ACCEPTED % "2026-11-24"})
    accepted = build(site, today=date(2026, 11, 24))
    expired = build(site, today=date(2026, 11, 25))

    assert "link-purpose" in {it.rule for it in before.findings}
    assert "link-purpose" not in {it.rule for it in accepted.findings}
    assert {it.rule for it, _ in accepted.aside} == {"link-purpose"}
    assert {"link-purpose", "accepted"} <= {it.rule for it in expired.findings}
