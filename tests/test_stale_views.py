"""Pages with pinyin and in traditional characters are stale when what they show changes, and not before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mingwen import build
from tests.test_stale import (
    FILES,
    RULES,
    TODAY,
    Case,
    column,
    edit,
    fresh,
    make_only_what_changed,
    nothing,
    notice,
    put,
)  # fmt: skip
from tests.tiny import lay, tree

pytest.importorskip("opencc", reason="the extra hant is not installed")

SETTING = "pyproject.toml"
VIEWS = {
    SETTING: FILES[SETTING].replace("site_id", "pinyin_pages = true\nhant = true\nsite_id")
    + '[tool.mingwen.hant_words]\n"样例" = "樣例"\n[tool.mingwen.pinyin]\n"甲长" = "jia3 zhang3"\n',
    "content/tz/_column.md": column("通知", "顺序: 1\n"),
    "content/tz/a.md": notice("甲通知", "2024-01-01 09:00", "甲的正文。"),
    "content/tz/b.md": notice("乙通知", "2024-01-02 09:00", "乙的正文。"),
    "content/tz/e.md": notice("Notice E", "2024-01-03 09:00", "Words.", "语言: en\n"),
}
ONCE = {"404.html", "feed.xml", "sitemap.xml", "robots.txt"}
FRAMED = {"index.html", "sitemap.html", "help.html", "accessibility.html", "tz/index.html"}
LISTS = {"index.html", "tz/index.html"}
FILE_LISTS = {"feed.xml", "sitemap.xml"}


def views(*pages: str) -> set[str]:
    """The pages in 标准版, 长者版 and 繁體版."""
    return {prefix + page for prefix in ("", "zz/", "hant/") for page in pages}


def spelt(*names: str) -> set[str]:
    """Their pages with pinyin: 繁體版 and other languages have none."""
    return {f"{prefix}tz/{name}.py.html" for prefix in ("", "zz/") for name in names}


def shown(*names: str) -> set[str]:
    """All that shows a document."""
    return views(*(f"tz/{name}.html" for name in names)) | {f"zz/tz/{name}.print-l.html" for name in names}


def said(*names: str) -> set[str]:
    return {f"tz/{name}.say.js" for name in names}


ALL = views(*FRAMED) | shown("a", "b", "e") | spelt("a", "b") | ONCE

CASES: dict[str, Case] = {
    "nothing": (nothing, set(), {}),
    "body": (edit("content/tz/a.md", "甲的正文", "甲改过的正文"), shown("a") | spelt("a") | said("a"), {}),
    "only lines": (edit("content/tz/a.md", "---\n\n甲", "---\n\n\n甲"), shown("a") | spelt("a"), {}),
    "body in another language": (edit("content/tz/e.md", "Words", "More words"), shown("e") | said("e"), {}),
    "title": (
        edit("content/tz/a.md", "甲通知", "甲通告"),
        shown("a") | views("tz/b.html") | spelt("a", "b") | said("a") | views(*LISTS) | FILE_LISTS,
        {},
    ),
    "source": (edit("content/tz/a.md", "信息来源: 样例局", "信息来源: 别的局"), shown("a") | spelt("a"), {}),
    "language": (
        edit("content/tz/e.md", "语言: en", "语言: zh-CN"),
        shown("e") | views("tz/b.html") | spelt("e", "b") | said("e") | views(*LISTS) | FILE_LISTS,
        {},
    ),
    "a reading": (edit(SETTING, "jia3 zhang3", "jia3 chang2"), ALL | said("a", "b", "e"), {}),
    "a word of 繁體版": (edit(SETTING, '= "樣例"', '= "樣板"'), ALL, {}),
    "region of 繁體版": (edit(SETTING, "hant = true", 'hant = true\nhant_region = "hk"'), ALL, {}),
    "template": (
        put("templates/sitemap.html", '{% extends "base.html" %}{% block main %}<h1>图</h1>{% endblock %}'),
        views("sitemap.html"),
        {},
    ),
}


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lay(tmp_path_factory.mktemp("views") / "site", VIEWS)
    build(root, today=TODAY, rules=RULES)
    return root


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_exactly_what_changed_is_made(built_once: Path, tmp_path: Path, case: Case) -> None:
    make_only_what_changed(Path(shutil.copytree(built_once, tmp_path / "site")), tmp_path, case)


@pytest.mark.parametrize(
    ("setting", "gone"),
    [("pinyin_pages = true\n", ".py.html"), ("hant = true\n", "hant/")],
)
def test_views_that_nobody_asks_for_any_more_go(built_once: Path, tmp_path: Path, setting: str, gone: str) -> None:
    site = Path(shutil.copytree(built_once, tmp_path / "site"))
    edit(SETTING, setting, "")(site)
    build(site, today=TODAY, rules=RULES)

    assert not [path for path in tree(site / "site") if gone in path]
    assert tree(site / "site") == fresh(site, tmp_path / "fresh")[1]
