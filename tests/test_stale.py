"""One change, and exactly the pages that follow from it are made; the result is that of a fresh build, to the byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from mingwen import build
from mingwen.errors import ManuscriptError
from mingwen.model import Built
from tests.tiny import SETTINGS, lay, tree

TODAY = date(2026, 11, 24)
RULES = ("img-alt", "dead-link", "duplicate-title")


def column(name: str, more: str = "") -> str:
    return f"---\n名称: {name}\n说明: {name}的说明\n类型: 公告\n{more}---\n"


def notice(title: str, day: str, body: str, more: str = "") -> str:
    return f"---\n标题: {title}\n发布日期: {day}\n信息来源: 样例局\n{more}---\n\n{body}\n"


FILES = {
    "pyproject.toml": SETTINGS.replace("site_id", 'modes = ["elder"]\nsite_id'),
    "content/index.md": "---\n标题: 首页\n---\n\n欢迎。\n",
    "content/tz/_column.md": column("通知", "顺序: 1\n"),
    "content/tz/a.md": notice(
        "甲通知", "2024-01-01 09:00", "甲的正文。\n\n## 一、说明\n\n有字。\n\n## 二、说明\n\n有字。"
    ),
    "content/tz/b.md": notice("乙通知", "2024-01-02 09:00", "见[附表](biao.xlsx)。", "附件: biao.xlsx\n"),
    "content/tz/c.md": notice("丙通知", "2024-01-03 09:00", "见[甲通知](a.md#二、说明)和[规划](/zwgk/gh/p.md)。"),
    "content/tz/biao.xlsx": "表",
    "content/zwgk/_column.md": column("公开", "顺序: 2\n"),
    "content/zwgk/gh/_column.md": column("规划"),
    "content/zwgk/gh/p.md": notice("某规划", "2024-01-04 09:00", "## 一、目标\n\n规划的正文。"),
    "content/zwgk/jd.md": notice("规划解读", "2024-01-05 09:00", "解读的正文。", "解读对象: gh/p.md\n"),
}

# What a column's or the home page's lists, the feed and the site map show of every document.
LISTS = {"index.html", "feed.xml", "sitemap.xml"}
A, B, C = "tz/a.html", "tz/b.html", "tz/c.html"
P, JD = "zwgk/gh/p.html", "zwgk/jd.html"
TZ, ZWGK, GH = "tz/index.html", "zwgk/index.html", "zwgk/gh/index.html"
DOCUMENTS = {A, B, C, P, JD}
FRAMED = {"index.html", "sitemap.html", "404.html", "help.html", "accessibility.html", TZ, ZWGK, GH, *DOCUMENTS}
FILE_PAGES = {"feed.xml", "sitemap.xml", "robots.txt"}
ONCE = {"404.html", *FILE_PAGES}


def both(pages: set[str]) -> set[str]:
    """The pages in both modes; files for machines and 404.html come once."""
    return pages | {f"zz/{page}" for page in pages - ONCE}


def prints(*documents: str) -> set[str]:
    """Their large print."""
    return {f"zz/{document.removesuffix('.html')}.print-l.html" for document in documents}


def seen(*documents: str) -> set[str]:
    """All that shows what these documents say of themselves."""
    return both(set(documents)) | prints(*documents)


def whole(*documents: str) -> set[str]:
    """The same, and what they sound like."""
    return seen(*documents) | {f"{document.removesuffix('.html')}.say.js" for document in documents}


HTML = both(FRAMED) | prints(*DOCUMENTS)


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lay(tmp_path_factory.mktemp("stale") / "site", FILES)
    build(root, today=TODAY, rules=RULES)
    return root


@pytest.fixture
def site(built_once: Path, tmp_path: Path) -> Path:
    """A site that was built, ready for one change; files keep their times, so the store is believed."""
    return Path(shutil.copytree(built_once, tmp_path / "site"))


def fresh(root: Path, folder: Path, **given: Any) -> tuple[Built, dict[str, bytes]]:
    """The site as it is now, built elsewhere with nothing known."""
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns("site", ".mingwen"))
    built = build(folder, **{"today": TODAY, "rules": RULES, **given})
    return built, tree(folder / "site")


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        lay(root, {path: text.replace(old, new)})

    return change


def put(path: str, text: str) -> Callable[[Path], None]:
    return lambda root: (lay(root, {path: text}), None)[1]


def gone(*paths: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        for path in paths:
            (root / path).unlink()

    return change


def renamed(old: str, new: str) -> Callable[[Path], None]:
    return lambda root: ((root / old).rename(root / new), None)[1]


def nothing(root: Path) -> None:
    pass


def own_template(name: str, old: str, new: str) -> Callable[[Path], None]:
    """The theme's template as the site's own, with a change."""

    def change(root: Path) -> None:
        theme = Path(__file__).parent.parent / "templates" / name
        text = theme.read_text("utf-8")
        assert old in text
        lay(root, {f"templates/{name}": text.replace(old, new, 1)})

    return change


def own_style(name: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        theme = Path(__file__).parent.parent / "static/css" / name
        lay(root, {f"static/css/{name}": (theme.read_text("utf-8") if theme.is_file() else "") + text})

    return change


Case = tuple[Callable[[Path], None], set[str], dict[str, Any]]
SETTING = "pyproject.toml"
CASES: dict[str, Case] = {
    "nothing": (nothing, set(), {}),
    "body": (edit("content/tz/a.md", "甲的正文", "改过的正文"), whole(A), {}),
    "body of the home page": (edit("content/index.md", "欢迎", "您好"), both({"index.html"}), {}),
    "heading that nobody links": (edit("content/zwgk/gh/p.md", "目标", "总目标"), whole(P), {}),
    "heading that is linked": (
        lambda root: (
            edit("content/tz/a.md", "二、说明", "二、解释")(root),
            edit("content/tz/c.md", "二、说明", "二、解释")(root),
            None,
        )[2],
        whole(A, C),
        {},
    ),
    "title": (
        edit("content/tz/a.md", "甲通知", "改名通知"),
        whole(A) | both({B, TZ}) | both({"index.html"}) | LISTS,
        {},
    ),
    "title of what is interpreted": (
        edit("content/zwgk/gh/p.md", "某规划", "新规划"),
        whole(P) | seen(JD) | both({GH, ZWGK, "index.html"}) | LISTS,
        {},
    ),
    "date that keeps the order": (
        edit("content/tz/a.md", "01-01 09", "01-01 10"),
        seen(A) | both({B, TZ, "index.html"}) | LISTS,
        {},
    ),
    "date that changes the order": (
        edit("content/tz/a.md", "2024-01-01", "2024-01-09"),
        seen(A) | both({B, C, TZ, "index.html"}) | LISTS,
        {},
    ),
    "source": (edit("content/tz/b.md", "信息来源: 样例局", "信息来源: 另一局"), seen(B), {}),
    "summary": (
        edit("content/tz/b.md", "---\n标题", "---\n要点: 一句话\n标题"),
        seen(B) | both({A, C, TZ, "index.html"}) | LISTS,
        {},
    ),
    "summary for one mode": (
        edit("content/tz/b.md", "---\n标题", "---\n各版:\n  长者版:\n    要点: 给长者的话\n标题"),
        # In 标准版 the text is the same, but its lines in the manuscript are not, and findings name them.
        seen(B),
        {},
    ),
    "contact of one document": (
        edit("content/tz/b.md", "---\n标题", "---\n联系人:\n  姓名: 李四\n标题"),
        seen(B),
        {},
    ),
    "language": (
        edit("content/tz/b.md", "---\n标题", "---\n语言: en\n标题"),
        whole(B) | both({A, C, TZ, "index.html"}) | LISTS,
        {},
    ),
    "order of columns": (edit("content/tz/_column.md", "顺序: 1", "顺序: 3"), HTML | FILE_PAGES, {}),
    "name of a column": (edit("content/tz/_column.md", "名称: 通知", "名称: 通告"), HTML | FILE_PAGES, {}),
    "description of a column": (
        edit("content/tz/_column.md", "说明: 通知的说明", "说明: 别的说明"),
        seen(A, B, C) | both({TZ, "index.html", "sitemap.html"}) | {"sitemap.xml"},
        {},
    ),
    "template": (
        own_template("column.html", "{% block main %}", "{% block main %}<!-- x -->"),
        both({TZ, ZWGK, GH}),
        {},
    ),
    "template of one mode": (
        own_template("document.elder.html", "{% extends", "{# x #}{% extends")
        if (Path(__file__).parent.parent / "templates/document.elder.html").is_file()
        else put("templates/document.elder.html", '{% extends "document.html" %}\n'),
        {f"zz/{page}" for page in DOCUMENTS},
        {},
    ),
    "component": (
        own_template("components/footer/footer.html", "<footer", "<!-- x --><footer"),
        HTML,
        {},
    ),
    "component of documents": (
        own_template("components/facts/facts.html", "{% macro", "{# x #}{% macro"),
        both(DOCUMENTS),
        {},
    ),
    "word": (
        put("templates/words.toml", '[skip]\nmain = { zh = "看正文", en = "To the text" }\n'),
        HTML | FILE_PAGES,
        {},
    ),
    "style": (own_style("base.css", ".x { color: red }\n"), HTML | FILE_PAGES, {}),
    "token of one mode": (own_style("tokens/elder.css", ":root { --x: 1px }\n"), HTML | FILE_PAGES, {}),
    "setting": (edit(SETTING, 'name = "样例局"', 'name = "新名局"'), HTML | FILE_PAGES, {}),
    "contact in the footer": (edit(SETTING, "0760-00000000", "0760-11111111"), HTML | FILE_PAGES, {}),
    "one mode more": (
        edit(SETTING, '["elder"]', '["elder", "large"]'),
        HTML | FILE_PAGES | {f"dz/{page}" for page in FRAMED - ONCE},
        {},
    ),
    "one mode less": (edit(SETTING, '["elder"]', "[]"), FRAMED | FILE_PAGES, {}),
    "attachment replaced": (put("content/tz/biao.xlsx", "表" * 900), whole(B), {}),
    "attachment of the same size replaced": (put("content/tz/biao.xlsx", "册"), set(), {}),
    "picture added": (
        lambda root: (
            put("content/tz/tu.png", "图")(root),
            edit("content/tz/a.md", "甲的正文。", "甲的正文。\n\n![说明](tu.png)")(root),
            None,
        )[2],
        whole(A),
        {},
    ),
    "static file": (put("static/img/own.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"), set(), {}),
    "document added": (
        put("content/tz/d.md", notice("丁通知", "2024-01-06 09:00", "丁的正文。")),
        whole("tz/d.html") | both({C, TZ, "index.html"}) | LISTS,
        {},
    ),
    "document deleted": (
        gone("content/tz/c.md"),
        both({B, TZ, "index.html"}) | LISTS,
        {},
    ),
    "document renamed": (
        renamed("content/tz/c.md", "content/tz/e.md"),
        whole("tz/e.html") | both({B, TZ, "index.html"}) | LISTS,
        {},
    ),
    "target of a link renamed": (
        lambda root: (
            renamed("content/tz/a.md", "content/tz/f.md")(root),
            edit("content/tz/c.md", "a.md", "f.md")(root),
            None,
        )[2],
        whole("tz/f.html", C) | both({B, TZ, "index.html"}) | LISTS,
        {},
    ),
    "old address": (
        edit("content/tz/a.md", "---\n标题", "---\n旧网址: /old/1.html\n标题"),
        seen(A) | {"old/1.html"},
        {},
    ),
    "draft": (edit("content/tz/c.md", "---\n标题", "---\n草稿: 是\n标题"), both({B, TZ, "index.html"}) | LISTS, {}),
    "new column": (
        lambda root: (
            put("content/dt/_column.md", column("动态", "顺序: 9\n"))(root),
            put("content/dt/n.md", notice("新闻", "2024-01-07 09:00", "新闻正文。"))(root),
            None,
        )[2],
        HTML | both({"dt/index.html"}) | whole("dt/n.html") | FILE_PAGES,
        {},
    ),
    "document expires": (
        edit("content/tz/c.md", "---\n标题", "---\n下线日期: 2026-11-24\n标题"),
        both({B, TZ, "index.html"}) | LISTS,
        {},
    ),
    "set of rules": (nothing, HTML | FILE_PAGES, {"rules": (*RULES, "page-title")}),
    "no rules": (nothing, HTML | FILE_PAGES, {"rules": ()}),
    "line end": (edit("content/tz/a.md", "甲的正文。\n", "甲的正文。\n\n"), seen(A), {}),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_exactly_what_changed_is_made(site, tmp_path, case):
    make_only_what_changed(site, tmp_path, case)


def make_only_what_changed(site: Path, tmp_path: Path, case: Case) -> None:
    """Change a site that was built, build it, and compare with a fresh build."""
    change, stale, given = case
    change(site)
    built = build(site, **{"today": TODAY, "rules": RULES, **given})
    anew, expected = fresh(site, tmp_path / "fresh", **given)

    assert set(built.made) == stale
    assert tree(site / "site") == expected
    assert built.findings == anew.findings


def test_a_day_that_passes_publishes_what_is_due(site, tmp_path):
    lay(site, {"content/tz/d.md": notice("丁通知", "2026-11-25 09:00", "丁的正文。")})
    assert build(site, today=TODAY, rules=RULES).made == ()

    built = build(site, today=date(2026, 11, 25), rules=RULES)
    _, expected = fresh(site, tmp_path / "fresh", today=date(2026, 11, 25))

    assert set(built.made) == whole("tz/d.html") | both({C, TZ, "index.html"}) | LISTS
    assert tree(site / "site") == expected


def test_drafts_come_and_go(site, tmp_path):
    lay(site, {"content/tz/d.md": notice("丁通知", "2024-01-06 09:00", "丁的正文。", "草稿: 是\n")})
    with_drafts = set(build(site, today=TODAY, rules=RULES, drafts=True).made)
    build(site, today=TODAY, rules=RULES)

    assert with_drafts == whole("tz/d.html") | both({C, TZ, "index.html"}) | LISTS
    assert tree(site / "site") == fresh(site, tmp_path / "fresh")[1]


def test_a_changed_text_loads_only_what_its_page_needs(site, tmp_path):
    """What is slow to load: the schema, YAML, pinyin, and the linter where nothing is checked."""
    code = (
        "import sys; from datetime import date; from pathlib import Path; from mingwen import build; "
        "print(*build(Path(sys.argv[1]), today=date(2026, 11, 24), rules=()).made); "
        "print({'pydantic', 'yaml', 'pypinyin', 'turbohtml', 'coloraide', 'opencc'} & set(sys.modules))"
    )

    def run() -> list[str]:
        words = [sys.executable, "-c", code, str(site)]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()

    run()
    edit("content/tz/a.md", "甲的正文", "改过的正文，多了一句")(site)
    made, loaded = run()

    assert set(made.split()) == whole(A)
    assert loaded == "set()"
    assert tree(site / "site") == fresh(site, tmp_path / "fresh", rules=())[1]


def test_another_engine_makes_everything(site, tmp_path):
    """A comment in our own sources is enough: nobody has to remember to raise a number."""
    root = Path(__file__).parent.parent
    for name in ("mingwen", "templates", "static"):
        shutil.copytree(root / name, tmp_path / "engine" / name, ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "import sys; from datetime import date; from pathlib import Path; from mingwen import build; "
        "print(len(build(Path(sys.argv[1]), today=date(2026, 11, 24), rules=()).made))"
    )

    def made() -> int:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "engine")}
        words = [sys.executable, "-c", code, str(site)]
        cwd = tmp_path / "engine"
        return int(subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=True).stdout)

    made()
    assert made() == 0
    with (tmp_path / "engine/mingwen/rendering/filters.py").open("a") as file:
        file.write("# another version\n")

    assert made() == len(HTML | FILE_PAGES | whole(*DOCUMENTS))


def test_what_the_preview_made_the_site_need_not_make_and_the_other_way_round(site, tmp_path):
    previewed = site / ".mingwen/preview/site"
    assert build(site, today=TODAY, rules=RULES, preview=True).made == ()
    assert tree(previewed) == tree(site / "site")

    edit("content/tz/a.md", "甲的正文", "改过的正文")(site)
    assert set(build(site, today=TODAY, rules=RULES, preview=True).made) == whole(A)
    assert build(site, today=TODAY, rules=RULES).made == ()
    assert tree(site / "site") == fresh(site, tmp_path / "fresh")[1]


def test_nothing_that_was_touched_by_hand_is_taken_from_one_for_the_other(site, tmp_path):
    build(site, today=TODAY, rules=RULES, preview=True)
    for folder in (site / "site", site / ".mingwen/preview/site"):
        (folder / A).unlink()
        (folder / A).write_text("动过手脚", "utf-8")

    assert build(site, today=TODAY, rules=RULES).made == (A,)
    assert tree(site / "site") == fresh(site, tmp_path / "fresh")[1]


def test_a_page_touched_by_hand_is_made_again(site):
    before = tree(site / "site")
    (site / "site" / A).write_text("手改")
    (site / "site" / B).unlink()
    built = build(site, today=TODAY, rules=RULES)

    assert set(built.made) == {A, B}
    assert tree(site / "site") == before
    assert {part for reason in built.reasons for part in reason.parts} == {"file"}


def test_a_dead_link_is_found_when_its_target_goes_and_forgotten_when_it_comes_back(site):
    """The page with the link is the same as before; only what it leads to changed."""
    lay(
        site,
        {
            "templates/sitemap.html": '{% extends "base.html" %}\n'
            '{% block main %}<a id="settings" href="tz/own.html">x</a>{% endblock %}\n'
        },
    )
    lay(site, {"content/tz/own.md": notice("自己", "2020-01-01 09:00", "正文。")})

    def dead() -> int:
        return sum(finding.rule == "dead-link" for finding in build(site, today=TODAY, rules=RULES).findings)

    assert [dead(), dead()] == [0, 0]
    gone("content/tz/own.md")(site)
    assert [dead(), dead()] == [2, 2]
    lay(site, {"content/tz/own.md": notice("自己", "2020-01-01 09:00", "正文。")})
    assert dead() == 0


@pytest.mark.parametrize("where", ["a comment on the page", "the settings"])
def test_what_is_accepted_until_a_day_is_told_after_it_though_no_page_is_made(site, where):
    """Whether an acceptance holds is judged on the day, not kept with the page."""
    whole = 'reason="供稿单位在补" who="张三" until="2026-11-24"'
    template = '{% extends "base.html" %}\n{% block main %}<h1>图</h1><p><img src="a.png"></p>{% endblock %}\n'
    if where == "the settings":
        entry = '\n[[tool.mingwen.lint.accepted]]\nrule = "img-alt"\npath = "*sitemap.html"\n'
        told = whole.replace('" ', '"\n').replace('until="2026-11-24"', "until = 2026-11-24")
        (site / SETTING).write_text((site / SETTING).read_text("utf-8") + entry + told + "\n", "utf-8")
    else:
        template = template.replace("<p>", f"<!-- mingwen-lint: skip img-alt {whole} -->\n<p>")
    lay(site, {"templates/sitemap.html": template, "static/a.png": "x"})

    def told_on(day: int) -> tuple[list[str], int, int]:
        built = build(site, today=date(2026, 11, day), rules=("img-alt",))
        rules = sorted({finding.rule for finding in built.findings})
        return rules, sum(finding.rule == "img-alt" for finding in built.findings), len(built.made)

    rules, missing, made = told_on(24)
    assert ("img-alt" in rules, missing, made > 0) == (False, 0, True)
    assert told_on(24) == (rules, 0, 0)
    assert told_on(25) == (["accepted", "img-alt"], 2, 0)
    assert told_on(24) == (rules, 0, 0)


def test_a_broken_link_stops_every_build_until_it_is_mended(site, tmp_path):
    """What an earlier build knew of the manuscript neither hides the mistake nor keeps it."""
    before = tree(site / "site")
    edit("content/tz/c.md", "a.md#二、说明", "a.md#三、说明")(site)
    for _ in range(2):
        with pytest.raises(ManuscriptError) as stopped:
            build(site, today=TODAY, rules=RULES)
        assert [(it.rule, it.place.path) for it in stopped.value.findings] == [("link-target", "content/tz/c.md")]
        assert tree(site / "site") == before

    # Mended at the other end: the manuscript with the link is the same as when it was broken.
    edit("content/tz/a.md", "二、说明", "三、说明")(site)
    built = build(site, today=TODAY, rules=RULES)

    assert set(built.made) == whole(A, C)
    assert tree(site / "site") == fresh(site, tmp_path / "fresh")[1]


def test_reasons_name_the_parts(site):
    edit("content/tz/a.md", "甲的正文", "改过的正文")(site)
    reasons = build(site, today=TODAY, rules=RULES).reasons

    assert {(reason.template, reason.pages) for reason in reasons} == {
        ("document.html", 2), ("print.html", 1), ("speech", 1)
    }  # fmt: skip
    assert all("page.body" in reason.parts for reason in reasons)


def test_fresh_makes_everything(site):
    built = build(site, today=TODAY, rules=RULES, fresh=True)

    assert set(built.made) == HTML | FILE_PAGES | whole(*DOCUMENTS)
    assert (built.written.added, built.written.changed) == ((), ())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"no database at all" * 99),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(b ^ 0x55 for b in path.read_bytes()[4096:])),
    ],
    ids=["garbage", "half", "empty", "scrambled"],
)
def test_a_spoilt_store_is_set_aside(site, spoil):
    before = tree(site / "site")
    spoil(site / ".mingwen/store.db")
    told: list[str] = []
    edit("content/tz/a.md", "甲的正文", "改过的正文")(site)
    built = build(site, today=TODAY, rules=RULES, tell=lambda text: told.append(text.zh))

    assert A in built.made
    assert {path for path, data in tree(site / "site").items() if before[path] != data} == {*whole(A), "SHA256SUMS"}
    assert build(site, today=TODAY, rules=RULES).made == ()


def test_a_store_of_another_version_is_set_aside(site):
    import sqlite3

    database = sqlite3.connect(site / ".mingwen/store.db")
    database.execute("PRAGMA user_version=999")
    database.close()
    told: list[str] = []
    build(site, today=TODAY, rules=RULES, tell=lambda text: told.append(text.zh))

    assert "store.db.old" in told[0]
    assert (site / ".mingwen/store.db.old").exists()


NAMES = st.sampled_from(
    ["content/tz/a.md", "content/tz/b.md", "content/tz/new.md", "content/zwgk/gh/p.md", "content/zwgk/jd.md"]
)
EDITS = st.one_of(
    st.tuples(st.just("body"), NAMES, st.sampled_from(["甲。", "## 一、节\n\n乙。", "丙。\n\n丁。"])),
    st.tuples(st.just("title"), NAMES, st.sampled_from(["一号", "二号"])),
    st.tuples(st.just("date"), NAMES, st.sampled_from(["2024-02-01 09:00", "2023-01-01 09:00", "2026-11-25 09:00"])),
    st.tuples(st.just("delete"), st.sampled_from(["content/tz/new.md", "content/zwgk/jd.md"]), st.just("")),
    st.tuples(st.just("setting"), st.just(SETTING), st.sampled_from(["甲局", "乙局"])),
    st.tuples(
        st.just("touch"),
        st.sampled_from([f"site/{A}", f"site/zz/{TZ}", "site/foreign.txt"]),
        st.sampled_from(["x", "yy"]),
    ),
)


# Not shrunk: each step is two builds. The edits are printed as they are.
@settings(max_examples=5, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(edits=st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_any_sequence_of_edits_gives_what_a_fresh_build_gives(built_once, tmp_path_factory, edits):
    folder = tmp_path_factory.mktemp("edits")
    root = Path(shutil.copytree(built_once, folder / "site"))
    for number, some in enumerate(edits):
        for what, path, value in some:
            file = root / path
            if what == "delete":
                file.unlink(missing_ok=True)
            elif what == "touch":
                if path == "site/foreign.txt" or file.exists():
                    lay(root, {path: value})
            elif what == "setting":
                lay(root, {path: FILES[SETTING].replace('name = "样例局"', f'name = "{value}"')})
            else:
                title = value if what == "title" else "题"
                day = value if what == "date" else "2024-01-08 09:00"
                lay(root, {path: notice(title, day, value if what == "body" else "文。")})
        if "二、说明" not in (root / "content/tz/a.md").read_text("utf-8"):
            edit_link = (root / "content/tz/c.md").read_text("utf-8").replace("a.md#二、说明", "a.md")
            lay(root, {"content/tz/c.md": edit_link})
        build(root, today=TODAY, rules=RULES)
        made = tree(root / "site")
        made.pop("foreign.txt", None)

        assert made == fresh(root, folder / f"fresh{number}")[1]
