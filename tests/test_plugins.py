"""Reports, importers and publishers of other packages, found by name beside ours."""

from __future__ import annotations

import pytest

from mingwen import plugins
from mingwen.errors import UsageError


@pytest.fixture
def foreign(tmp_path, monkeypatch):
    """An installed package that offers a report called `count`, and one that calls itself as ours does."""
    (tmp_path / "theirs.py").write_text("def report(result, lang):\n    return f'{len(result)} {lang}'\n")
    info = tmp_path / "theirs-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[mingwen.reports]\ncount = theirs:report\njson = theirs:report\n")
    monkeypatch.syspath_prepend(str(tmp_path))


def test_ours_are_found_by_module_name():
    from mingwen.importers.text import read

    assert plugins.find("importers", "text") is read
    assert {"json", "text"} <= set(plugins.names("reports"))


@pytest.mark.usefixtures("foreign")
def test_other_packages_are_found_by_entry_point():
    assert "count" in plugins.names("reports")
    assert plugins.find("reports", "count")([1, 2], "zh") == "2 zh"


@pytest.mark.usefixtures("foreign")
def test_nobody_takes_the_place_of_ours():
    from mingwen.reports.json import report

    assert plugins.find("reports", "json") is report


def test_unknown_name_lists_what_there_is():
    with pytest.raises(UsageError) as caught:
        plugins.find("reports", "pdf")

    assert "没有叫“pdf”的报告格式" in caught.value.message("zh")
    assert "json" in caught.value.message("zh")
