"""Acceptances: what somebody answers for does not count, as long as rule, reason, name and end date are there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from mingwen import judge
from mingwen.accepting import load
from mingwen.errors import SettingsError
from mingwen.linting import RULES, lint
from mingwen.model import Accepted, Finding, Place, Text
from tests.tiny import lay

TODAY = dt.date(2026, 11, 24)
WHOLE = 'reason="在补" who="办公室 张三" until="2026-11-24"'
FINDING = Finding("img-alt", "missing", "fail", Place("site/tzgg/a.html", 4, 1), Text("没有 alt。", "No alt."))
ACCEPTED = Accepted("img-alt", Place("pyproject.toml", 3), "", "在补", "张三", TODAY)


def judged(html: str, today: dt.date = TODAY) -> list[tuple[str, str, int]]:
    checked = lint(html, [RULES["img-alt"], RULES["link-name"]], "a.html")
    found = judge(checked.findings, checked.accepted, today)
    return [(it.rule, it.says, it.place.line) for it in found]


def test_a_comment_speaks_for_the_next_element_and_all_inside_it():
    html = (
        f"<img src=a>\n<!-- mingwen-lint: skip img-alt {WHOLE} -->\n<div><p><img src=b>\n<img src=c></div>\n<img src=d>"
    )

    assert judged(html) == [("img-alt", "missing", 1), ("img-alt", "missing", 5)]


def test_a_comment_speaks_of_its_rule_only():
    html = f"<!-- mingwen-lint: skip img-alt {WHOLE} -->\n<p><img src=b><a href=c></a></p>"

    assert judged(html) == [("link-name", "empty", 2)]


def test_the_last_day_counts_and_the_next_does_not():
    html = f"<!-- mingwen-lint: skip img-alt {WHOLE} -->\n<img src=b>"

    assert judged(html) == []
    assert judged(html, TODAY + dt.timedelta(1)) == [("img-alt", "missing", 2), ("accepted", "expired", 1)]


@pytest.mark.parametrize(
    ("comment", "lacking"),
    [
        ('skip img-alt who="张三" until="2027-01-01"', "理由"),
        ('skip img-alt reason="在补" until="2027-01-01"', "负责人"),
        ('skip img-alt reason="在补" who="张三"', "截止日期"),
        ('reason="在补" who="张三" until="2027-01-01"', "规则"),
        ('skip img-alt reason="" who="" until="2027-01-01"', "理由、负责人"),
        ("ignore", "规则、理由、负责人、截止日期"),
    ],
)
def test_what_is_incomplete_accepts_nothing_and_says_so(comment, lacking):
    checked = lint(f"<!-- mingwen-lint: {comment} -->\n<img src=b>", [RULES["img-alt"]])
    finding, about = judge(checked.findings, checked.accepted, TODAY)

    assert finding.rule == "img-alt"
    assert (about.rule, about.says, about.verdict, about.place.line) == ("accepted", "missing", "fail", 1)
    assert f"缺{lacking}，" in about.message.zh


@pytest.mark.parametrize("until", ["明年", "2027-13-31", "2027/1/31"])
def test_what_is_no_date_is_told_as_such(until):
    html = f'<!-- mingwen-lint: skip img-alt reason="在补" who="张三" until="{until}" -->\n<img src=b>'
    checked = lint(html, [RULES["img-alt"]])
    finding, about = judge(checked.findings, checked.accepted, TODAY)

    assert finding.rule == "img-alt"
    assert (about.says, about.verdict) == ("date", "fail")
    assert f"“{until}”不是日期" in about.message.zh


def test_what_is_not_used_is_told():
    assert judged(f"<!-- mingwen-lint: skip img-alt {WHOLE} -->\n<p>正文") == [("accepted", "unused", 1)]


def test_a_comment_at_the_end_speaks_for_nothing():
    assert judged(f"<p>正文</p>\n<!-- mingwen-lint: skip img-alt {WHOLE} -->") == [("accepted", "unused", 2)]


def test_quotes_may_be_chinese():
    html = "<!-- mingwen-lint：skip img-alt reason=“在补” who=“张三” until=“2027-01-01” -->\n<img src=b>"

    assert judged(html) == []


@pytest.mark.parametrize(
    ("pattern", "covered"),
    [
        ("", True),
        ("tzgg/a.html", True),
        ("tzgg/*", True),
        ("site/tzgg/a.html", True),
        ("zgg/a.html", False),
        ("b.html", False),
    ],
)
def test_a_path_in_the_settings_is_a_pattern(pattern, covered):
    left = judge([FINDING], [replace(ACCEPTED, path=pattern)], TODAY)

    assert (FINDING not in left) == covered


def test_a_manuscript_can_be_named():
    traced = replace(FINDING, source=Place("content/tzgg/a.md", 7))

    assert judge([traced], [replace(ACCEPTED, path="content/tzgg/a.md")], TODAY) == ()


def test_order_is_kept_and_nothing_else_is_taken():
    others = (replace(FINDING, rule="link-name"), FINDING, replace(FINDING, rule="th-scope"))

    assert judge(others, [ACCEPTED], TODAY) == (others[0], others[2])
    assert judge(others, [], TODAY) == others


# ── settings ────────────────────────────────────────────────────────────────────────────────────


def test_settings_are_read_with_their_lines(tmp_path):
    lay(
        tmp_path,
        {
            "pyproject.toml": "[tool.mingwen.lint]\naccepted = [\n"
            '  {rule = "img-alt", path = "tzgg/*.html", reason = "在补", who = "张三", until = 2027-01-31},\n'
            '  {rule = "th-scope", until = "2027-02-01"},\n]\n'
        },
    )
    first, second = load(tmp_path)

    assert (first.rule, first.path, first.reason, first.who, first.until) == (
        "img-alt", "tzgg/*.html", "在补", "张三", dt.date(2027, 1, 31),
    )  # fmt: skip
    assert (first.place.line, second.place.line, second.who) == (3, 4, "")


def test_tables_in_the_settings_are_read(tmp_path):
    entry = '[[tool.mingwen.lint.accepted]]\nrule = "img-alt"\n'
    lay(tmp_path, {"pyproject.toml": f"[project]\n\n{entry}\n{entry}"})

    assert [each.place.line for each in load(tmp_path)] == [3, 6]


def test_without_settings_nothing_is_accepted(tmp_path):
    assert load(tmp_path) == ()
    lay(tmp_path, {"pyproject.toml": "[tool.other]\naccepted = 1\n"})
    assert load(tmp_path) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        '"img-alt"',
        "[1]",
        '[{rule = "a", unitl = 1}]',
        "[{rule = 1}]",
        '[{until = "soon"}]',
        "[{until = 3}]",
        "[",
        "[]\nacepted = []",
    ],
)
def test_settings_that_cannot_be_read_stop(tmp_path, wrong):
    lay(tmp_path, {"pyproject.toml": f"[tool.mingwen.lint]\naccepted = {wrong}\n"})

    with pytest.raises(SettingsError):
        load(tmp_path)


def test_a_misspelt_key_in_the_settings_is_named_with_its_line(tmp_path):
    lay(tmp_path, {"pyproject.toml": "[tool.mingwen.lint]\nacepted = []\n"})

    with pytest.raises(SettingsError, match="'acepted'") as caught:
        load(tmp_path)
    assert caught.value.where is not None
    assert caught.value.where.line == 2


@pytest.mark.parametrize("broken", [b"[tool.mingwen\nx = 1\n", "[tool.mingwen]\nname = '市局'\n".encode("gbk")])
def test_settings_that_are_broken_stop_the_check(tmp_path, broken):
    (tmp_path / "pyproject.toml").write_bytes(broken)

    with pytest.raises(SettingsError):
        load(tmp_path)
