"""Reports: grouped by cause for people, a stable form for programs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from mingwen.linting import RULES, lint
from mingwen.linting.presets import PRESETS
from mingwen.model import Built, Finding, Place, Text, Written
from mingwen.reports import Report, causes, findings_text
from mingwen.reports.json import report as as_json
from mingwen.reports.text import report as as_text


def reported(**pages: str) -> Report:
    rules = (RULES["img-alt"], RULES["link-purpose"])
    files = tuple((f"{name}.html", lint(html, rules, f"{name}.html")) for name, html in pages.items())
    return Report(files, tuple(rule.id for rule in rules), ("23a2a8",), seconds=0.24)


def test_one_mistake_of_a_template_is_one_entry():
    result = reported(**{f"p{number}": "<p><img src=logo.png>" for number in range(500)})
    text = as_text(result, brief=True)

    assert text.count("[img-alt]") == 1
    assert "还有 499 处，共 500 页" in text
    assert len(text.splitlines()) < 10
    assert all(f"p{number}.html:1:4" in as_text(result) for number in range(500))


def test_text_quotes_and_ends_with_what_was_counted():
    text = as_text(reported(a="<img src=a.png><p>公告<a href=b>更多</a>"))

    assert "a.html:1:1 [img-alt]" in text
    assert "<img src=a.png>" in text
    assert text.index("不合格") < text.index("要人来判断")
    assert text.splitlines()[-2:] == [
        "不合格 1 处，要人来判断 1 处，共 2 类；查了 1 页，2 条规则，用时 0.2 秒。",
        "自动检查只看得到一部分问题，其余要由人来看。",
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nobody_is_told_that_a_page_is_accessible(lang):
    text = as_text(reported(a="<p>正文"), lang)

    assert {"zh": "没有查出问题：查了 1 页", "en": "Nothing found: 1 page,"}[lang] in text
    assert {"zh": "要由人来看", "en": "needs people"}[lang] in text
    assert not any(word in text.lower() for word in ("accessible", "conform", "符合", "无障碍"))


def test_json_has_the_promised_form():
    page = json.loads(as_json(reported(a="\n<img src=a.png>", b="<p>公告<a href=b>更多</a>")))

    assert page == {
        "version": 1,
        "files": [
            {
                "path": "a.html",
                "checked": ["23a2a8"],
                "findings": [
                    {
                        "rule": "img-alt",
                        "act": ["23a2a8"],
                        "wcag": ["1.1.1"],
                        "outcome": "failed",
                        "level": "failure",
                        "selector": "html > body > img",
                        "line": 2,
                        "column": 1,
                        "source": None,
                        "cause": page["files"][0]["findings"][0]["cause"],
                        "quote": "<img src=a.png>",
                        "message": {
                            "zh": RULES["img-alt"].says["missing"].zh,
                            "en": RULES["img-alt"].says["missing"].en,
                        },
                    }
                ],
            },
            {"path": "b.html", "checked": ["23a2a8"], "findings": page["files"][1]["findings"]},
        ],
        "totals": {
            "files": 2,
            "rules": 2,
            "failed": 1,
            "cantTell": 1,
            "advice": 0,
            "aside": 0,
            "mended": 0,
            "mistakes": 2,
        },
    }
    assert page["files"][1]["findings"][0]["outcome"] == "cantTell"


def finding(path: str, line: int, source: Place | None = None) -> Finding:
    return Finding("img-alt", "missing", "fail", Place(path, line, 1), Text("没有 alt。", "No alt."), source=source)


def test_findings_of_a_build_name_the_authors_own_line():
    text = findings_text([finding("zwgk/a.html", 90, Place("content/zwgk/a.md", 41))], "zh")

    assert "content/zwgk/a.md:41 [img-alt] 没有 alt。" in text


def test_no_findings_no_words():
    assert findings_text([], "zh") == ""


def test_a_finding_in_a_shared_sheet_is_told_once_and_under_its_own_path():
    one = finding("css/a.css", 3)
    checked = lint("<p>", [])
    result = Report((("a.html", checked), ("b.html", checked)), across=(one, one))

    assert result.failed == 1
    assert [file["path"] for file in json.loads(as_json(result))["files"]] == ["a.html", "b.html", "css/a.css"]


def test_manuscripts_with_the_same_mistake_stay_apart():
    """Each author mends his own file."""
    some = [finding("a.html", 1, Place("content/a.md", 1)), finding("b.html", 1, Place("content/b.md", 1))]

    assert len(causes(some)) == 2


def advised(*pages: str) -> Report:
    """Images without alt as if that were mere advice, beside links to judge."""
    rules = (replace(RULES["img-alt"], level="advice"), RULES["link-purpose"])
    files = tuple((f"{number}.html", lint(html, rules, f"{number}.html")) for number, html in enumerate(pages))
    return Report(files, tuple(rule.id for rule in rules), seconds=0.24)


def test_advice_comes_last_and_is_counted_apart():
    result = advised("<img src=a.png><p>公告<a href=b>更多</a>")
    text = as_text(result)

    assert (result.failed, result.asked, result.advised) == (0, 1, 1)
    assert text.index("── 要人来判断 ──") < text.index("── 建议 ──") < text.index("[img-alt]")
    assert "不合格 0 处，要人来判断 1 处，建议 1 处，共 2 类" in text


def test_json_tells_level_and_counts_advice_as_advice_only():
    page = json.loads(as_json(advised("<img src=a.png><p>公告<a href=b>更多</a>")))

    assert [(it["outcome"], it["level"]) for it in page["files"][0]["findings"]] == [
        ("failed", "advice"),
        ("cantTell", "failure"),
    ]
    assert [page["totals"][key] for key in ("failed", "cantTell", "advice")] == [0, 1, 1]


def test_advice_fails_no_build():
    one = finding("a.html", 1)

    assert Built(Written(), (one, replace(one, level="advice"), replace(one, verdict="ask"))).failed == 1


def test_old_sites_are_spared_advice():
    """The first run over an old site shows what is wrong, nothing else."""
    advice = replace(RULES["img-alt"], level="advice")

    assert [PRESETS[name](advice) for name in ("推荐", "严格", "旧站")] == [True, True, False]
