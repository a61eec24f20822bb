"""What reading modes share is told once, and what only some of them have is told with their names."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from mingwen.building import build
from mingwen.model import MODES, Finding, Place, Text
from mingwen.reports import Report, causes, findings_text
from mingwen.reports._modes import shared
from mingwen.reports.github import report as as_github
from mingwen.reports.html import report as as_html
from mingwen.reports.json import report as as_json
from mingwen.reports.sarif import report as as_sarif
from mingwen.reports.text import report as as_text
from tests.tiny import NOTICE, lay, mingwen, tiny

ALL = tuple(mode.key for mode in MODES)
DUTY = NOTICE.replace("放假通知", "值班通知").rstrip() + "\n\n详见[更多](fangjia.md)。\n"
FOLDERS = {mode.key: mode.prefix for mode in MODES} | {"hant": "hant/"}


def found(mode: str, page: str = "zwgk/a.html", line: int | None = 41, **parts: object) -> Finding:
    """A finding on the page of a mode, at a line of its manuscript, or at a place of the template."""
    place = Place(FOLDERS[mode] + page, 100 + len(mode), 7)
    source = Place(f"content/{page}.md", line) if line else None
    words = Text("没有 alt。", "No alt.")
    return replace(Finding("img-alt", "missing", "fail", place, words, "<img>", "#text > p > img", source), **parts)


@pytest.mark.parametrize(
    ("modes", "zh", "en"),
    [
        (ALL, "五版都有", "in all five modes"),
        (("standard", "elder", "large"), "长者版、大字版也有", "also in Senior, Large print"),
        (("elder", "large"), "只在长者版、大字版里", "only in Senior, Large print"),
        (("standard",), "只在标准版里", "only in Standard"),
    ],
)
def test_a_mistake_is_told_once_with_the_modes_that_have_it(modes, zh, en):
    some = [found(mode) for mode in modes]

    assert [line.strip() for line in findings_text(some, "zh", ALL).splitlines()][1:4] == [
        "content/zwgk/a.html.md:41 [img-alt] 没有 alt。",
        "<img>",
        zh,
    ]
    assert f"\n    {en}\n" in findings_text(some, "en", ALL)
    assert "同样的" not in findings_text(some, "zh", ALL)


def test_two_modes_are_both():
    text = findings_text([found("standard"), found("wza")], "zh", ("standard", "wza"))

    assert "两版都有" in text


def test_a_site_of_one_mode_says_nothing_of_modes():
    assert "版" not in findings_text([found("standard")], "zh", ("standard",))


def test_two_mistakes_on_one_line_are_two():
    twice = [found(mode, selector=f"#text > p > img:nth-of-type({n})") for mode in ALL for n in (1, 2)]
    (cause,) = causes(twice, ALL)

    assert len(shared(twice, ALL)) == 2
    assert (len(cause.findings), cause.pages) == (2, 1)


def test_a_template_is_known_by_page_and_kind_of_place():
    """Each page has the footer's mistake once, whichever modes show it."""
    some = [found(mode, page, None, selector="footer > a") for page in ("a.html", "b.html") for mode in ALL]
    (cause,) = causes(some, ALL)

    assert (len(cause.findings), cause.pages) == (2, 2)
    assert {finding.place.path for finding in cause.findings} == {"a.html", "b.html"}


def test_a_page_beside_a_page_is_the_same_text():
    some = [found("elder"), replace(found("elder"), place=Place("zz/zwgk/a.print-l.html", 3, 1))]

    assert len(shared(some, ALL)) == 1


def test_different_words_stay_apart():
    """A colour that is too pale in one mode only is a mistake of that mode."""
    pale = [found(mode, message=Text(f"对比度是 {n}", str(n))) for n, mode in enumerate(("standard", "elder"))]

    assert [each.modes for each in shared(pale, ALL)] == [("standard",), ("elder",)]


def test_names_of_modes_in_addresses_make_no_difference():
    some = [
        found(mode, line=None, message=Text(f"指向“{FOLDERS[mode]}x.html”，没有。", "gone"), quote="x.html")
        for mode in ALL
    ]

    assert [each.modes for each in shared(some, ALL)] == [ALL]


def test_traditional_characters_are_the_same_mistake():
    modes = (*ALL, "hant")
    some = [found(mode, quote="图" if mode != "hant" else "圖") for mode in modes]

    assert [each.modes for each in shared(some, modes)] == [modes]
    assert "六版都有" in findings_text(some, "zh", modes)


def test_stylesheets_of_modes_are_of_their_modes():
    some = [replace(found("standard", line=None, selector=""), place=Place(f"css/{key}.css", 9)) for key in ALL]

    assert [each.modes for each in shared(some, ALL)] == [ALL]


def test_a_manuscript_belongs_to_all_modes():
    own = replace(found("standard", line=None), place=Place("content/a.md", 15, 1))

    assert "版" not in findings_text([own], "zh", ALL)


def test_programs_get_every_place_with_the_mode_and_one_cause():
    report = Report((), ("img-alt",), across=tuple(found(mode) for mode in ALL), modes=ALL)
    told = json.loads(as_json(report))
    places = [finding for file in told["files"] for finding in file["findings"]]
    results = json.loads(as_sarif(report))["runs"][0]["results"]

    assert [finding["mode"] for finding in places] == list(ALL)
    assert len({finding["cause"] for finding in places}) == 1
    assert (told["totals"]["failed"], told["totals"]["mistakes"]) == (5, 1)
    assert [result["properties"]["mode"] for result in results] == list(ALL)
    assert len({result["partialFingerprints"]["mingwenCause/v1"] for result in results}) == 1
    assert len({result["partialFingerprints"]["mingwen/v1"] for result in results}) == 5


def test_a_cause_is_known_again_when_lines_move():
    def cause(finding: Finding) -> str:
        told = json.loads(as_json(Report((), across=(finding,), modes=ALL)))
        return str(told["files"][0]["findings"][0]["cause"])

    moved = replace(found("elder", line=90), place=Place("zz/zwgk/a.html", 400, 2), selector="#text > p:nth-of-type(9)")

    assert cause(found("standard")) == cause(moved) != cause(found("standard", quote="<img src=b>"))


def test_people_read_one_annotation_and_one_entry():
    report = Report((), across=tuple(found(mode) for mode in ALL), modes=ALL)

    assert as_github(report).count("::error") == 1
    assert "%0A五版都有" in as_github(report)
    assert as_html(report).count("<h3>") == 1
    assert "<p>五版都有</p>" in as_html(report)
    assert "不合格 1 处，要人来判断 0 处，共 1 类" in as_text(report)


def test_linting_any_folder_knows_of_no_modes():
    """Somebody else's zz/ is a folder like all others."""
    assert len(causes([found("standard", line=None), found("elder", line=None)])[0].findings) == 2


def test_a_build_tells_and_counts_once(tmp_path):
    site = lay(tiny(tmp_path), {"content/tzgg/d2.md": DUTY})
    done = mingwen("build", cwd=site)
    entry = done.stdout.partition("[link-purpose]")[2].partition("\n\n")[0]

    assert done.stdout.count("[link-purpose]") == 1
    assert "五版都有" in entry
    assert "同样的" not in entry
    assert "检查：0 处不合格，1 处要人来判断（几版共有的只算一处）" in done.stdout
    assert "1 to judge (what modes share counts once)" in mingwen("build", "--lang", "en", cwd=site).stdout


def test_what_publishing_is_told_is_what_the_build_told(tmp_path):
    site = lay(tiny(tmp_path), {"content/tzgg/d2.md": DUTY})
    build(site, today=date(2026, 11, 24))

    assert json.loads((site / ".mingwen" / "build.json").read_text("utf-8"))["asked"] == 1
