"""No page and no stylesheet is too broken: lint() never raises. `python -m benchmarks.mutate` tries ten thousand."""

from __future__ import annotations

import gc
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutate import CSS, MARKUP, mutants
from mingwen.linting import Styles, lint
from mingwen.linting.dom import Node


def test_mutated_examples_of_all_rules():
    for page, sheet in mutants(80, seed=20261124):
        lint(page, path="a.html", styles=Styles({"a.css": sheet}))


def test_the_same_seed_gives_the_same_pages():
    assert list(mutants(5, 7)) == list(mutants(5, 7)) != list(mutants(5, 8))


@given(st.lists(st.sampled_from(CSS) | st.text(max_size=5), max_size=30).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_no_stylesheet_is_too_broken(css):
    page = f"<link rel=stylesheet href=a.css><style>{css}</style><p class=a id=a style='{css}'>文<a href=b>链接</a>"

    lint(page, path="a.html", styles=Styles({"a.css": css}))


@given(st.lists(st.sampled_from(MARKUP) | st.text(max_size=5), max_size=30).map("".join))
@settings(max_examples=60, deadline=None)
def test_no_markup_is_too_broken(html):
    lint(html)


@pytest.mark.parametrize(
    "piece", ["(", "[", "{", ":is(", ":not(", "calc(", "@media{", "@supports (", "a{", "var(--a,", "/*"]
)
def test_stylesheets_may_nest_as_deep_as_they_like(piece):
    css = piece * 20_000

    lint(f"<style>{css}</style><p style='width:{css}'>文", styles=Styles({"a.css": css}))
    lint("<link rel=stylesheet href=a.css><p>文", path="a.html", styles=Styles({"a.css": f"p {{ width: {css} }}"}))


def test_halves_of_characters_are_no_harm():
    page = "<p hid\ud83dden>\ud83d<img sr\udc00c=a>"

    lint(page, path="a.html", styles=Styles({"a.css": "\ud83d {"})).findings[0].quote.encode()


@pytest.mark.parametrize("count", [20_000])
@pytest.mark.parametrize("tag", ["div", "table><tr><td", "p", "details", "a href=b"])
def test_pages_may_be_long(tag, count):
    findings = lint("<title>甲</title>" + f"<{tag}>" * count).findings

    assert "size-limit" not in {it.rule for it in findings}


# What repeats on a page; a fresh one each time, where a number tells them apart.
REPEATED = {
    "boxes": "<div class=a><p>文字<a href=b.html>说明</a></p><img src=c alt=图></div>",
    "faults": "<div><p><a href=b.html></a></p><img src=c></div>",
    "deep boxes": "<div>文",
    "deep tables": "<table><tr><td>",
    "deep sections": "<section><h2>标题</h2>",
    "headings": "<h2>标题</h2><p>正文",
    "links of one name": "<a href=a>下载</a>",
    "links of one name to many places": "<a href=a{0}>下载</a>",
    "deep inline": "<span>文字",
    "equal ids": "<p id=a>文",
    "items": "<li>文",
    "weak text": "<p style='color:#999'>文字</p>",
    "deep fields": "<label for=x>名</label><input id=x><fieldset>",
    "claims": "<div role=list aria-owns='a b' aria-labelledby='a b'>",
    "obsolete elements": "<font>文</font>",
    "captchas": "<img src=/validateCode alt=验证码>",
    "embedded files": "<embed src=a{0}.pdf>",
    "maps": "<img usemap=#m{0} alt=图><map name=m{0}><area href=a></map>",
    "scripts from elsewhere": "<script src=//static{0}.example.org/a.js></script>",
    "deep codes": "<div><img src=/qrcode.png alt=码>文",
    "deep headings": "<div><h2>标题</h2>",
    "tables without captions": "</table><table><tr><td>年份<td>收入<tr><td>2024<td>1 024",
    "lists of terms": "<dl><dt></dt><dd>文</dd></dl>",
    "links to everywhere": "<a href=http://h{0}.example.cn/index.html>名</a>",
    "rows": "<tr><th scope=row>甲<td>1<td>2",
}


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_work_grows_with_the_page_and_no_faster(piece):
    short, long = (work("<title>甲</title><table>" + "".join(map(piece.format, range(count)))) for count in (200, 800))

    assert long < 4.6 * short


def work(html: str) -> int:
    """How many calls checking a page takes: the same on every machine."""
    lint(html)
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        lint(html)
    finally:
        sys.setprofile(None)
    return calls


def test_a_page_leaves_nothing_for_the_garbage_collector():
    gc.collect()
    gc.disable()
    try:
        lint("<title>甲</title><main><iframe srcdoc='<p>文'></iframe><p>文<a href=b>链接</a></main>")
        kept = [each for each in gc.get_objects() if isinstance(each, Node)]
    finally:
        gc.enable()

    assert kept == []


@pytest.mark.parametrize(
    "address", ["http://[", "//]", "http://[::1", "https://a.cn:99999999/", "http://\u2100.cn/", "://"]
)
def test_addresses_may_be_broken(address):
    links = f'<a href="{address}">公告</a><a href="{address}x">公告</a><iframe title=图 src="{address}"></iframe>' * 2
    for head in ("", f'<base href="{address}">', f'<link rel=canonical href="{address}">'):
        lint(f"<!doctype html><html lang=zh-CN><title>公告</title>{head}{links}")
