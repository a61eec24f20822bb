"""A report that stays readable where there is very much to say: on a terminal brief, everywhere else complete."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from mingwen.model import Finding, Place, Text
from mingwen.reports import Report
from mingwen.reports.html import report as as_html
from mingwen.reports.text import report as as_text
from tests.tiny import NOTICE, lay, mingwen, tiny

ASKS = "\n\n详见[更多](fangjia.md)。\n"


def many(number: int, rule: str = "link-purpose", **parts: object) -> list[Finding]:
    """As many mistakes of a rule, each in a manuscript of its own, the last manuscript first."""
    words = Text("链接只写了“更多”。", "The link only says more.")
    found = [
        Finding(rule, "vague", "ask", Place(f"a/d{n:03}.html", 9, 1), words, source=Place(f"content/a/d{n:03}.md", 7))
        for n in reversed(range(number))
    ]
    return [replace(it, **parts) for it in found]


def brief(*found: Finding, lang: str = "zh") -> str:
    return as_text(Report((), across=tuple(found)), lang, brief=True)


def told(text: str, rule: str) -> list[str]:
    """The places at the head of entries of a rule."""
    return re.findall(rf"^(\S+) \[{rule}\]", text, re.MULTILINE)


def test_the_first_ten_of_a_rule_are_told_by_path_and_the_rest_is_counted():
    text = brief(*many(25))

    assert told(text, "link-purpose") == [f"content/a/d{n:03}.md:7" for n in range(10)]
    assert "[link-purpose] 这条规则还有 15 处，在 15 篇稿件里，没有列出。" in text
    assert "加 --all" in text
    assert "要人来判断 25 处，共 25 类" in text


def test_ten_are_told_without_more_words():
    text = brief(*many(10))

    assert len(told(text, "link-purpose")) == 10
    assert "没有列出" not in text
    assert "--all" not in text


def test_failures_are_all_told_however_many():
    text = brief(*many(60, verdict="fail"))

    assert len(told(text, "link-purpose")) == 60
    assert "--all" not in text


def test_no_rule_and_no_grade_crowds_out_another():
    """The worst comes first, and each rule has its own ten."""
    text = brief(*many(40), *many(40, "img-alt", level="advice"), *many(3, "th-scope"), *many(2, verdict="fail"))

    assert [len(told(text, rule)) for rule in ("link-purpose", "img-alt", "th-scope")] == [12, 10, 3]
    assert text.index("不合格") < text.index("[link-purpose] 这条规则还有 30 处") < text.index("── 建议 ──")
    assert text.index("── 建议 ──") < text.index("[img-alt] 这条规则还有 30 处")


def test_what_is_most_frequent_is_told_first():
    """What one author has three times weighs more than what comes first by path."""
    last = many(12)[0]
    often = [replace(last, place=Place("a/d011.html", line)) for line in (20, 30)]
    text = brief(*many(12), *often)

    assert told(text, "link-purpose")[:2] == ["content/a/d011.md:7", "content/a/d000.md:7"]


def test_the_order_does_not_hang_on_the_order_of_findings():
    found = many(25) + many(25, "img-alt")

    assert brief(*found) == brief(*reversed(found))


def test_pages_and_manuscripts_are_counted_apart():
    alone = [
        replace(it, source=None, says=f"s{n}", message=Text(f"第{n}", f"no. {n}")) for n, it in enumerate(many(12))
    ]

    assert "还有 2 处，在 2 页里，没有列出" in brief(*alone)
    assert "[link-purpose] 27 more of this rule, in 25 manuscripts and 2 pages, not listed." in brief(
        *many(25), *alone, lang="en"
    )


def test_places_that_are_left_off_are_admitted():
    """A template's mistake names a few of its pages, and how to see all."""
    same = [replace(it, source=None, verdict="fail") for it in many(25)]

    assert "…" in brief(*same)
    assert "加 --all" in brief(*same)
    assert all(it.place.path in as_text(Report((), across=tuple(same))) for it in same)


def test_every_other_report_is_complete():
    result = Report((), across=tuple(replace(it, source=None) for it in many(200)))

    assert all(it.place.path in as_text(result) for it in result.findings)
    assert all(it.place.path in as_html(result) for it in result.findings)


@pytest.fixture
def site(tmp_path) -> Path:
    root = tiny(tmp_path)
    titles = "甲乙丙丁戊己庚辛壬癸子丑"
    return lay(
        root,
        {
            f"content/tzgg/d{n:02}.md": NOTICE.replace("放假", f"{title}号值班").rstrip() + ASKS
            for n, title in enumerate(titles)
        },
    )


def test_a_build_is_brief_unless_asked_for_all_and_its_files_are_complete(site):
    places = [f"content/tzgg/d{n:02}.md:9" for n in range(12)]
    some = mingwen("build", "--output", "report.txt", cwd=site)
    terminal = mingwen("build", cwd=site).stdout
    everything = mingwen("build", "--all", cwd=site).stdout
    programs = json.loads(mingwen("build", "--format", "json", cwd=site).stdout)

    assert [place.partition(":")[0] for place in told(terminal, "link-purpose")] == [
        place.partition(":")[0] for place in places[:10]
    ]
    assert "这条规则还有 2 处，在 2 篇稿件里，没有列出" in terminal
    assert len(told(everything, "link-purpose")) == 12
    assert "没有列出" not in everything
    assert len(told((site / "report.txt").read_text("utf-8"), "link-purpose")) == 12
    assert programs["totals"]["mistakes"] == 12
    assert all("12 处要人来判断" in text for text in (some.stdout, terminal, everything))


def test_linting_is_brief_unless_asked_for_all_and_its_files_are_complete(tmp_path):
    """Different words make different kinds, of which there are many."""
    page = '<!doctype html><html lang="zh-CN"><title>目录</title><h1>目录</h1>'
    links = "".join(f'<p>第{n}章 <a href="https://example.com/{n}">{word}</a>' for n, word in enumerate(WORDS))
    lay(tmp_path, {"a.html": page + links})
    command = ("lint", "--rule", "link-purpose", "a.html")
    terminal = mingwen(*command, cwd=tmp_path).stdout

    assert len(told(terminal, "link-purpose")) == 10
    assert f"这条规则还有 {len(WORDS) - 10} 处，在 1 页里，没有列出" in terminal
    assert len(told(mingwen(*command, "--all", cwd=tmp_path).stdout, "link-purpose")) == len(WORDS)
    mingwen(*command, "--output", "r.txt", cwd=tmp_path)
    assert len(told((tmp_path / "r.txt").read_text("utf-8"), "link-purpose")) == len(WORDS)


WORDS = (
    "更多",
    "点击这里",
    "这里",
    "详情",
    "查看",
    "查看更多",
    "了解更多",
    "点击查看",
    "阅读全文",
    "更多内容",
    "全文",
    "链接",
)
