"""check(): files, folders and standard input; the same whoever does the work; no page costs more than its share."""

from __future__ import annotations

import io
import os
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

import pytest

from mingwen.checking import check
from mingwen.errors import UsageError
from mingwen.linting import RULES, choose, limits, lint
from mingwen.linting.audits import load
from mingwen.linting.paper import SCREEN_ONLY
from mingwen.linting.rule import Rule
from mingwen.model import Checked, Text
from tests.tiny import lay

HEAD = "<!doctype html>\n<html lang=zh><title>{}</title>\n"
DEAD = [load()["dead-link"]]


# ── many files ──────────────────────────────────────────────────────────────────────────────────


def test_processes_give_what_one_gives(tmp_path):
    lay(
        tmp_path,
        {f"p{n:02}.html": HEAD.format(n) + f"<img src={n}><a href=p{n + 1:02}.html>更多</a>" for n in range(40)},
    )
    rules, audits = choose("严格")
    seen: list[tuple[int, int]] = []
    alone = check([str(tmp_path)], rules, audits, str(tmp_path))
    with ProcessPoolExecutor(2) as pool:
        together = check([str(tmp_path)], rules, audits, str(tmp_path), lambda *at: seen.append(at), executor=pool)

    assert together == alone
    assert [path for path, _ in alone.files] == sorted(str(path) for path in tmp_path.iterdir())
    assert seen == [(n, 40) for n in range(1, 41)]


def test_standard_input_is_read_beside_other_processes(tmp_path, monkeypatch):
    lay(tmp_path, {"a.html": "<img src=a>"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<img src=b>")))
    with ProcessPoolExecutor(2) as pool:
        result = check([str(tmp_path / "a.html"), "-"], [RULES["img-alt"]], executor=pool)

    assert [(path, [it.quote for it in checked.findings]) for path, checked in result.files] == [
        (str(tmp_path / "a.html"), ["<img src=a>"]),
        ("-", ["<img src=b>"]),
    ]


# ── what is no page ─────────────────────────────────────────────────────────────────────────────


def refusal(*paths: object) -> str:
    with pytest.raises(UsageError) as refused:
        check([str(path) for path in paths], [RULES["img-alt"]])
    return refused.value.message("zh")


@pytest.mark.parametrize(
    "address", ["https://www.example.gov.cn/a.html", "HTTP://a.cn", "//a.cn/b", "file:///tmp/a.html"]
)
def test_nothing_is_fetched(address):
    assert f"{address}：这是网址；这里只读本机文件，不上网" in refusal(address)


def test_a_manuscript_is_for_the_build(tmp_path):
    lay(tmp_path, {"a.md": "# 通知"})

    assert "这是稿件，不是网页。请用 mingwen build" in refusal(tmp_path / "a.md")


def test_all_that_is_missing_is_named(tmp_path):
    assert "gone.html、" in refusal(tmp_path / "gone.html", tmp_path / "nowhere")
    assert "里面没有网页" in refusal(tmp_path)


def test_why_a_file_cannot_be_read_is_told(tmp_path):
    lay(tmp_path, {"a.html": "<p>"})
    (tmp_path / "ring.html").symlink_to(tmp_path / "ring.html")

    assert "a.html/b.html：没有这个文件" in refusal(tmp_path / "a.html" / "b.html")
    assert "ring.html（系统说：" in refusal(tmp_path / "ring.html")
    assert "（名字太长）" in refusal("a" * 300 + ".html")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_stops_the_run(tmp_path):
    """Its pages would be missing from the report without a word."""
    lay(tmp_path, {"a.html": "<p>", "shut/b.html": "<p>"})
    (tmp_path / "shut").chmod(0)
    try:
        assert "shut：文件夹读不了（没有权限）" in refusal(tmp_path)
    finally:
        (tmp_path / "shut").chmod(0o755)


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG\r\n", b"<p>\0\0", b"\x7fELF"])
def test_binary_data_is_no_page(tmp_path, data):
    (tmp_path / "a.html").write_bytes(data)
    result = check([str(tmp_path)], [RULES["html-lang"]])

    assert [(it.rule, it.verdict) for it in result.findings] == [("not-html", "fail")]


def test_pages_in_utf_16_are_pages(tmp_path):
    (tmp_path / "a.html").write_text("<p>明文<img src=a>", "utf-16")

    assert [it.rule for it in check([str(tmp_path)], [RULES["img-alt"]]).findings] == ["img-alt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_read_like_a_file(tmp_path):
    """As in mingwen lint <(curl -s …)."""
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=("<img src=a>",))
    writer.start()
    result = check([str(tmp_path / "pipe")], [RULES["img-alt"]])
    writer.join()

    assert result.failed == 1


# ── where the site is published ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("href", "dead"),
    [
        ("https://a.cn/x/gone.html", True),
        ("/x/gone.html", True),
        ("gone.html", True),
        ("https://a.cn/x/b.html", False),
        ("https://a.cn/x", False),
        ("/x/b.html", False),
        ("/gone.html", False),
        ("https://a.cn/gone.html", False),
        ("//a.cn/x/gone.html", False),
        ("https://b.cn/x/gone.html", False),
    ],
)
def test_links_to_the_sites_own_address_are_followed(tmp_path, href, dead):
    lay(tmp_path, {"index.html": HEAD.format("甲") + f"<a href={href}>乙</a>", "b.html": HEAD.format("乙")})
    result = check([str(tmp_path)], [], DEAD, base_url="https://a.cn/x")

    assert bool(result.findings) == dead


def test_a_folder_that_is_hardly_the_site_is_asked_about_once(tmp_path):
    """A page saved from the web lies in a folder without its site: 30 dead links say only that."""
    links = "".join(f"<a href=/zwgk/{n}.html>公告{n}</a><img src=/img/{n}.png>" for n in range(15))
    lay(tmp_path, {"index.html": HEAD.format("首页") + links})
    result = check([str(tmp_path)], (), DEAD, str(tmp_path))

    assert [(str(it.place), it.says, it.verdict) for it in result.findings] == [(str(tmp_path), "partial", "ask")]
    assert "30 个站内文件" in result.findings[0].message.zh


def test_a_site_with_many_dead_links_is_told_of_each(tmp_path):
    pages = {f"{n}.html": HEAD.format(n) + f"<a href=gone{n}.html>公告</a>" for n in range(25)}
    menu = "".join(f"<a href={n}.html>{n}</a>" for n in range(25))
    lay(tmp_path, {**pages, "index.html": HEAD.format("首页") + menu})

    assert [it.says for it in check([str(tmp_path)], (), DEAD).findings] == ["no-file"] * 25


def test_sheets_at_the_sites_own_address_are_read(tmp_path):
    html = HEAD.format("甲") + "<link rel=stylesheet href=https://a.cn/x/a.css><a class=gone href=b></a>"
    lay(tmp_path, {"index.html": html, "a.css": ".gone { display: none }"})
    rules = [RULES["link-name"]]

    assert check([str(tmp_path)], rules).failed == 1
    assert check([str(tmp_path)], rules, base_url="https://a.cn/x/").failed == 0


@pytest.mark.parametrize("written", ["a.cn", "ftp://a.cn/", "https://a.cn/?x", "https://"])
def test_what_is_no_address_stops(tmp_path, written):
    lay(tmp_path, {"index.html": "<p>"})
    with pytest.raises(UsageError, match="base-url"):
        check([str(tmp_path)], [], base_url=written)


# ── media states ────────────────────────────────────────────────────────────────────────────────

TOKENS = """:root { --mw-bg: #fff; --mw-text: #222 }
@media (prefers-color-scheme: dark) { :root { --mw-bg: #000 } }
@media (max-width: 400px) { .narrow { display: none } }
@media print { .paper { display: none } }
"""


def stated(tmp_path, *media: str, rules: tuple[str, ...] = ("link-name",)) -> list[str]:
    page = HEAD.format("甲") + "<link rel=stylesheet href=a.css><a class=narrow href=a></a><a class=paper href=b></a>"
    lay(tmp_path, {"index.html": page, "a.css": TOKENS})
    result = check([str(tmp_path)], [RULES[rule] for rule in rules], media=media)
    return [f"{it.quote}{it.message.zh.partition('。')[2].partition('。')[2]}" for it in result.findings]


def test_what_only_a_screen_has_is_not_asked_on_paper(tmp_path):
    page = (
        "<html lang=zh><title>公告</title><style>@media print { a { color: #000; text-decoration: none } }</style>"
        "<nav><a href=b.html>第二章</a></nav><p>办理前请先看<a href=a>办事指南</a>，再到窗口提交材料，请带身份证。</p>"
        "<div onclick=go()>甲</div><a tabindex=3 href=c></a>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    asked = ("bypass-blocks", "click-only", "link-colour-only", "link-name", "positive-tabindex", "skip-to-content")

    def rules(state: str) -> set[str]:
        result = check([str(tmp_path / "a.html")], [RULES[id_] for id_ in asked], media=[state])
        return {finding.rule for finding in result.findings}

    assert rules("print") == {"link-name"}
    assert {"bypass-blocks", "positive-tabindex", "skip-to-content"} <= rules("screen")


def test_a_standard_input_that_brings_nothing_is_told(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n")))

    with pytest.raises(UsageError) as caught:
        check(["-"], [RULES["img-alt"]])
    assert "-（没有收到内容" in caught.value.what.zh


def test_rules_of_the_screen_are_rules():
    assert set(RULES) >= SCREEN_ONLY


def test_a_page_is_looked_at_in_the_state_that_is_asked_for(tmp_path):
    narrow, paper = "<a class=narrow href=a>", "<a class=paper href=b>"

    assert stated(tmp_path) == [narrow, paper]
    assert stated(tmp_path, "width=360") == [paper]
    assert stated(tmp_path, "print,width=360") == []
    assert stated(tmp_path, "screen", "print") == [narrow, f"{paper}（在 screen 时）"]


def test_words_that_are_no_state_stop(tmp_path):
    for words in ("dork", "width=", "width=-1", "width=٣", "width=999999999999", "dark,,nacht"):
        with pytest.raises(UsageError, match="media"):
            stated(tmp_path, words)


# ── limits ──────────────────────────────────────────────────────────────────────────────────────


def rule(check_) -> Rule:
    return replace(RULES["img-alt"], id="odd", says={"missing": Text("有。", "There.")}, check=check_)


def endless(node):
    while True:
        pass
    yield


def slow(node):
    until = time.thread_time() + 0.02
    while time.thread_time() < until:
        pass
    yield node.fail("missing")


def deep(node):
    def fall(depth: int) -> int:
        return fall(depth + 1) + 1

    yield node.fail("missing", quote=str(fall(0)))


def told(checked: Checked) -> list[tuple[str, str]]:
    return [(it.rule, it.verdict) for it in checked.findings if it.rule.endswith("-limit")]


def test_a_rule_that_never_ends_is_stopped(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    checked = lint("<title>甲</title><img src=a>", [RULES["img-alt"], rule(endless), RULES["th-scope"]], "a.html")

    assert told(checked) == [("time-limit", "ask")]
    assert [it.rule for it in checked.findings if it.verdict == "fail"] == ["img-alt"]
    assert dict(checked.tally) == {"img-alt": 1}
    assert checked.outline.title == "甲"
    assert "查完 1 条规则，还有 2 条没有查" in next(it for it in checked.findings if it.verdict == "ask").message.zh


def test_time_is_kept_in_threads_too(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    found: list[Checked] = []
    thread = threading.Thread(target=lambda: found.append(lint("<img src=a>" * 50, [rule(slow)])))
    thread.start()
    thread.join()

    assert told(found[0]) == [("time-limit", "ask")]


def test_an_alarm_of_somebody_else_is_left_alone():
    import signal

    before = signal.signal(signal.SIGVTALRM, lambda *_: None)
    try:
        lint("<img src=a>", [RULES["img-alt"]])
        assert signal.getsignal(signal.SIGVTALRM) is not signal.SIG_DFL
    finally:
        signal.signal(signal.SIGVTALRM, before)


def test_a_rule_without_stack_left_is_told_and_others_go_on():
    checked = lint("<img src=a>", [rule(deep), RULES["img-alt"]])

    assert told(checked) == [("size-limit", "ask")]
    assert "img-alt" in {it.rule for it in checked.findings}
    assert "1 条规则没有查完：odd" in next(it for it in checked.findings if it.verdict == "ask").message.zh


def test_a_page_that_is_too_large_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(limits, "LARGEST", 100)
    file = tmp_path / "a.html"
    file.write_bytes(b"<p>" * 1000)

    assert told(lint("<img src=a>" * 50)) == [("size-limit", "ask")]
    assert told(check([str(file)], [RULES["img-alt"]]).files[0][1]) == [("size-limit", "ask")]
    assert told(lint("<img src=a>")) == []
