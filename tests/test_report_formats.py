"""Reports for programs: each in the form that its readers ask for."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from mingwen import __version__
from mingwen.columns import width
from mingwen.linting import RULES, choose, lint
from mingwen.model import Accepted, Finding, Place, Text
from mingwen.plugins import names
from mingwen.reports import Mended, Report
from mingwen.reports.earl import report as as_earl
from mingwen.reports.github import report as as_github
from mingwen.reports.html import report as as_html
from mingwen.reports.junit import report as as_junit
from mingwen.reports.sarif import report as as_sarif
from mingwen.reports.text import report as as_text
from tests.schema import errors

SARIF = json.loads(Path(__file__).with_name("data").joinpath("sarif-2.1.0.schema.json").read_text("utf-8"))
HOSTILE = Text("甲 < 乙 & “丙”\x00\x1f\n第二行 %0A ]]>", 'a < b & "c"\x00\x1f\nline two %0A ]]>')
ACCEPTED = Accepted("img-alt", Place("pyproject.toml", 3), reason="在补", who="张三", until=dt.date(2027, 1, 31))


def reported(**pages: str) -> Report:
    rules = (RULES["img-alt"], RULES["link-purpose"], RULES["th-scope"])
    files = tuple((f"{name}.html", lint(html, rules, f"{name}.html")) for name, html in pages.items())
    return Report(files, tuple(rule.id for rule in rules), ("23a2a8",), seconds=0.24)


def full() -> Report:
    """All there is: grades, a manuscript behind a page, hostile words, what is set aside and what is mended."""
    base = reported(a="<img src=a.png><p>公告<a href=b>更多</a>", b="<p>正文")
    hostile = Finding("no-such-rule", "x", "fail", Place("目录/丁.html", 2), HOSTILE, "引 <b>&\x00", "a > b")
    traced = Finding("img-alt", "missing", "ask", Place("c.html", 9, 3), HOSTILE, source=Place("content/丙.md", 41))
    advice = replace(hostile, level="advice")
    known, answered = replace(hostile, rule="img-alt"), replace(traced, rule="link-purpose")
    return replace(
        base,
        across=(hostile, traced, advice),
        aside=((known, None), (answered, ACCEPTED)),
        mended=(Mended("img-alt", "<img>", "x.html"),),
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("result", [full(), reported(a="<p>"), Report(())], ids=["full", "clean", "empty"])
def test_sarif_fits_its_schema(result, lang):
    assert list(errors(json.loads(as_sarif(result, lang)), SARIF, SARIF)) == []


def test_the_schema_refuses_what_is_no_sarif():
    """So that the test above can fail."""
    log = json.loads(as_sarif(full()))
    log["runs"][0]["results"][0]["level"] = "grave"
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    del log["runs"][0]["tool"]
    log["runs"][0]["unheard"] = 1

    assert len(list(errors(log, SARIF, SARIF))) == 4


def test_sarif_tells_failures_from_questions_and_what_is_set_aside():
    run = json.loads(as_sarif(full()))["runs"][0]
    found = [(it["ruleId"], it["kind"], it["level"]) for it in run["results"]]

    assert found[:2] == [("img-alt", "fail", "error"), ("link-purpose", "review", "none")]
    assert ("no-such-rule", "fail", "note") in found
    assert run["results"][0]["baselineState"] == "new"
    assert run["results"][-2]["baselineState"] == "unchanged"
    assert run["results"][-1]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "在补 (张三, 2027-01-31)"}
    ]
    assert all(run["tool"]["driver"]["rules"][it["ruleIndex"]]["id"] == it["ruleId"] for it in run["results"])


def test_sarif_points_at_the_manuscript():
    result = next(it for it in json.loads(as_sarif(full()))["runs"][0]["results"] if "relatedLocations" in it)
    place = result["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == "content/%E4%B8%99.md"
    assert place["region"]["startLine"] == 41


def test_a_result_is_known_again_when_lines_move():
    def marks(html: str) -> list[str]:
        results = json.loads(as_sarif(reported(a=html)))["runs"][0]["results"]
        return [it["partialFingerprints"]["mingwen/v1"] for it in results]

    assert marks("<p><img src=a>") == marks("<p>先<p>\n\n<p>后<img src=a>")
    assert marks("<p><img src=a>") != marks("<p><img src=b>")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_junit_counts_what_it_holds(lang):
    root = ElementTree.fromstring(as_junit(full(), lang))
    cases = root.findall("testsuite/testcase")

    assert [suite.get("name") for suite in root] == ["a.html", "b.html", "目录/丁.html", "c.html"]
    assert int(root.get("tests", "")) == len(cases) == 5
    assert int(root.get("failures", "")) == len(root.findall("testsuite/testcase/failure")) == 2
    assert sum(int(suite.get("skipped", "")) for suite in root) == len(root.findall("testsuite/testcase/skipped")) == 2
    assert len(root[1]) == 1
    assert not len(root[1][0])


JUNIT = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "time", "tests", "failures", "errors", "skipped", "timestamp", "hostname", "id", "package"},
    "testcase": {"name", "time", "classname"},
    "failure": {"type", "message"},
    "skipped": {"type", "message"},
    "system-out": set[str](),
}


def test_junit_has_only_what_the_schema_of_jenkins_knows():
    """Its xUnit plugin (junit-10.xsd) refuses a file with any other attribute."""
    for node in ElementTree.fromstring(as_junit(full())).iter():
        assert set(node.keys()) <= JUNIT[node.tag], node.tag


def test_earl_gives_every_page_an_outcome_for_every_rule():
    graph = json.loads(as_earl(reported(a="<img src=a.png><p>公告<a href=b>更多</a>", b="<img src=a alt=图章>")))[
        "@graph"
    ]
    told = {(it["subject"]["source"], it["test"]["title"]): it["result"]["outcome"] for it in graph[1:]}

    assert told == {
        ("a.html", "img-alt"): "earl:failed",
        ("a.html", "link-purpose"): "earl:cantTell",
        ("a.html", "th-scope"): "earl:inapplicable",
        ("b.html", "img-alt"): "earl:passed",
        ("b.html", "link-purpose"): "earl:inapplicable",
        ("b.html", "th-scope"): "earl:inapplicable",
    }


def test_earl_names_the_act_rule_and_the_criterion():
    graph = json.loads(as_earl(reported(a="<img src=a.png>")))["@graph"]
    test = next(it["test"] for it in graph[1:] if it["test"]["title"] == "img-alt")

    assert test["source"] == {"@id": "https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/"}
    assert test["isPartOf"] == ["https://www.w3.org/TR/WCAG22/#non-text-content"]
    assert graph[0]["@type"] == ["Assertor", "Software"]


def test_earl_does_not_call_passed_what_is_accepted_or_was_not_reached():
    base = reported(a="<img src=a.png>")
    (finding,) = base.findings
    aside = base.set_aside({finding: ACCEPTED})
    stopped = replace(base, files=(("a.html", replace(base.files[0][1], findings=(), tally=())),))

    assert outcomes(aside)["img-alt"] == "earl:failed"
    assert outcomes(stopped)["img-alt"] == "earl:untested"


def outcomes(result: Report) -> dict[str, str]:
    return {it["test"]["title"]: it["result"]["outcome"] for it in json.loads(as_earl(result))["@graph"][1:]}


def test_earl_is_read_by_a_reader_of_json_ld():
    """As W3C's act-tools reads reports: framed by names of its own, subject, test and outcome are there for each."""
    jsonld = pytest.importorskip("pyld").jsonld
    told = json.loads(as_earl(full()))
    earl, dct, doap = "http://www.w3.org/ns/earl#", "http://purl.org/dc/terms/", "http://usefulinc.com/ns/doap#"
    words = {
        "@vocab": earl, "earl": earl, "title": f"{dct}title", "source": f"{dct}source", "isPartOf": f"{dct}isPartOf",
        "name": f"{doap}name", "release": f"{doap}release", "revision": f"{doap}revision", "outcome": {"@type": "@id"},
        "mode": {"@type": "@id"}, "assertedBy": {"@type": "@id"},
    }  # fmt: skip
    read = jsonld.frame(told, {"@context": words, "@type": "earl:Assertion"})["@graph"]
    (assertor,) = [jsonld.frame(told, {"@context": words, "@type": "earl:Assertor"})]

    assert len(read) == len(told["@graph"]) - 1 == 6
    assert {(it["subject"]["source"], it["test"]["title"]): it["result"]["outcome"] for it in read} == {
        (it["subject"]["source"], it["test"]["title"]): it["result"]["outcome"] for it in told["@graph"][1:]
    }
    assert {it["mode"] for it in read} == {"earl:automatic"}
    assert {it["assertedBy"]["name"] for it in read} == {assertor["name"]} == {"mingwen"}
    assert assertor["release"]["revision"] == __version__
    criteria = {it["test"]["title"]: it["test"].get("isPartOf") for it in read}
    assert criteria["img-alt"] == {"@id": "https://www.w3.org/TR/WCAG22/#non-text-content"}


def test_every_word_of_earl_is_a_known_one():
    """A key that the context does not place would silently fall into EARL's own vocabulary."""
    jsonld = pytest.importorskip("pyld").jsonld
    expanded = jsonld.expand(json.loads(as_earl(full())))
    words = {key for node in walked(expanded) for key in node if not key.startswith("@")}
    types = {kind for node in walked(expanded) for kind in node.get("@type", ()) if "^" not in kind}

    assert {word for word in words if word.startswith("http://www.w3.org/ns/earl#")} == {
        f"http://www.w3.org/ns/earl#{word}"
        for word in ("assertedBy", "mode", "outcome", "pointer", "result", "subject", "test")
    }
    assert types == {
        *(
            f"http://www.w3.org/ns/earl#{word}"
            for word in ("Assertion", "Assertor", "Software", "TestSubject", "TestCriterion", "TestResult")
        ),
        "https://schema.org/WebPage", "http://www.w3.org/2009/pointers#CSSSelectorPointer",
        "http://usefulinc.com/ns/doap#Version",
    }  # fmt: skip


def walked(node: object) -> Iterator[dict[str, Any]]:
    """Every object in a piece of JSON."""
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from walked(inner)


def test_earl_names_pages_where_they_are_published():
    page = replace(
        reported(a="<p>"), files=(("site/甲.html", lint("<p>", [])),), root="site", base_url="https://a.cn/x/"
    )
    graph = json.loads(as_earl(page))["@graph"]

    assert graph[1]["subject"]["source"] == "https://a.cn/x/%E7%94%B2.html"


def test_github_points_at_the_manuscript_and_keeps_one_line_an_annotation():
    lines = as_github(full()).splitlines()

    assert lines[0].startswith("::error file=a.html,line=1,col=1,title=img-alt::图片没有 alt。")
    assert lines[1].startswith("::warning file=a.html,")
    assert [line.split(" ")[0] for line in lines[2:-1]] == ["::error", "::warning", "::notice"]
    assert lines[3].startswith("::warning file=content/丙.md,line=41,title=img-alt::甲 < 乙")
    assert "%0A第二行 %250A" in lines[3]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("result", [full(), reported(a="<p>")], ids=["full", "clean"])
def test_the_html_report_passes_every_check_and_has_no_scripts(result, lang):
    page = as_html(result, lang)
    rules, _ = choose("严格", skip=["heading-topic"])

    assert [(it.rule, it.message.zh) for it in lint(page, rules, "report.html").findings] == []
    assert not re.search(r"<(script|link|img|iframe|object)\b|@import|url\(", page)


def test_the_html_report_shows_words_not_markup():
    page = as_html(full())

    assert "引 &lt;b&gt;&amp;" in page
    assert "甲 &lt; 乙 &amp; “丙”" in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text_stays_within_a_hundred_columns(lang):
    long = Text("这句话很长，" * 20 + "完了。", "A rather long sentence. " * 20)
    one = Finding("img-alt", "x", "fail", Place("zwgk/a.html", 1, 1), long, "引文很长" * 20)
    many = tuple(replace(one, place=Place(f"zwgk/ghjh/page-{n}.html", n, 1)) for n in range(1, 9))
    text = as_text(replace(full(), across=many), lang)

    assert max(width(line) for line in text.splitlines()) < 100


def test_a_long_report_counts_each_rule():
    kinds = tuple(
        Finding(f"rule-{n}", "x", "fail", Place(f"{m}.html", 1), Text(f"第{n}种。", f"Kind {n}."))
        for n in range(12)
        for m in range(n + 1)
    )
    text = as_text(replace(full(), across=kinds))

    assert re.search(r"^  规则 +不合格 +要人来判断 +建议 +页\n  rule-11 +12 +0 +0 +12\n", text, re.MULTILINE)
    assert "  规则 " not in as_text(full())


def test_what_does_not_count_is_told():
    text = as_text(full())

    assert "另有 1 处有人认可" in text
    assert "另有 1 处在基线里" in text
    assert "基线里有 1 处已经改好：x.html [img-alt]。" in text


def test_all_formats_are_there():
    assert names("reports") == ("earl", "github", "html", "json", "junit", "sarif", "text")
