"""A baseline: what is known does not count, wherever its line is now; what is new does."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from mingwen.baseline import as_text, compare, read, update
from mingwen.checking import check
from mingwen.errors import UsageError
from mingwen.linting import RULES
from mingwen.reports import Report
from tests.tiny import lay

HEAD = "<!doctype html>\n<html lang=zh><title>甲</title>\n"


@pytest.fixture
def site(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, {"index.html": HEAD + "<img src=a><img src=a>", "b.html": HEAD + "<p><a href=c></a>"})
    return tmp_path


def run(*rules: str, paths: tuple[str, ...] = (".",)) -> Report:
    return check(paths, [RULES[rule] for rule in rules or ("img-alt", "link-name")])


def held(site: Path) -> Counter:
    return update(run(), Counter(), site)


def test_what_is_known_does_not_count(site):
    result = compare(run(), held(site), site)

    assert (result.findings, len(result.aside), result.mended) == ((), 3, ())


def test_lines_and_brothers_may_move(site):
    known = held(site)
    lay(site, {"index.html": HEAD + "<h1>甲</h1>\n\n<p>新的一段</p>\n<img src=a>\n<img src=a>"})

    assert compare(run(), known, site).findings == ()


def test_what_is_new_counts_even_if_it_is_one_more_of_the_same(site):
    known = held(site)
    lay(
        site,
        {"index.html": HEAD + "<img src=a><img src=a><img src=a>", "b.html": HEAD + "<p><a href=c></a><img src=d>"},
    )

    assert sorted((it.place.path, it.quote) for it in compare(run(), known, site).findings) == [
        ("b.html", "<img src=d>"),
        ("index.html", "<img src=a>"),
    ]


def test_what_is_mended_is_told(site):
    known = held(site)
    lay(site, {"index.html": HEAD + "<img src=a>", "b.html": HEAD})
    result = compare(run(), known, site)

    assert result.findings == ()
    assert [(it.rule, it.path, it.count) for it in result.mended] == [
        ("link-name", "b.html", 1),
        ("img-alt", "index.html", 1),
    ]


def test_a_page_that_moved_takes_its_findings_along(site):
    known = held(site)
    (site / "b.html").rename(site / "c.html")
    result = compare(run(), known, site)

    assert (result.findings, result.mended) == ((), ())


def test_the_same_finding_on_another_page_is_new(site):
    known = held(site)
    lay(site, {"c.html": HEAD + "<p><a href=c></a>", "b.html": HEAD})
    result = compare(run(), known, site)

    assert [it.place.path for it in result.findings] == ["c.html"]
    assert [it.path for it in result.mended] == ["b.html"]


def test_what_a_run_did_not_look_at_stays(site):
    known = held(site)
    lay(site, {"index.html": HEAD, "b.html": HEAD})
    part = run("img-alt", paths=("index.html",))

    assert [it.path for it in compare(part, known, site).mended] == ["index.html"]
    assert [key.path for key in update(part, known, site)] == ["b.html"]


def test_the_file_is_sorted_and_reads_back(site):
    known = held(site)
    text = as_text(known)
    lay(site, {"base.json": text})

    assert read(site / "base.json") == known
    assert text.splitlines()[1:-1] == sorted(text.splitlines()[1:-1])
    assert '"count": 2' in text
    assert as_text(Counter()) == '{"version": 1, "findings": []}\n'


def test_paths_are_those_below_the_baseline(site, monkeypatch):
    known = held(site)
    monkeypatch.chdir(site.parent)

    assert compare(run(paths=(site.name,)), known, Path(site.name)).findings == ()


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{"rule": "x"}]}']
)
def test_what_is_no_baseline_stops(site, text):
    lay(site, {"base.json": text})

    with pytest.raises(UsageError, match="no baseline"):
        read(site / "base.json")
    with pytest.raises(UsageError, match="No such"):
        read(site / "gone.json")


def test_why_a_baseline_cannot_be_read_is_told(tmp_path):
    with pytest.raises(UsageError) as refused:
        read(tmp_path)

    assert "读不了基线文件（这是一个文件夹）" in refused.value.message("zh")
