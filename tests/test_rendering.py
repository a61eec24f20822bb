"""What every page says and how pages hang together, seen from their HTML."""

from __future__ import annotations

import datetime as dt
import pickle
import re
from dataclasses import replace
from html import unescape
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pytest
from turbohtml import parse

from mingwen.errors import MingwenError
from mingwen.model import Body, Entry, Page
from mingwen.rendering import render
from mingwen.rendering.body import body
from mingwen.rendering.filters import clip, digits, size, tel, window
from mingwen.rendering.links import relative, resolve
from mingwen.rendering.parts import cut
from mingwen.rendering.styles import bundle
from mingwen.rendering.theme import load
from mingwen.theme_root import theme_root
from tests.rendering_pages import (
    BODY,
    COLUMN_PAGE,
    DOCUMENT,
    DOCUMENT_PAGE,
    EMPTY_PAGE,
    FEED,
    FRAME,
    HOME_PAGE,
    LOST_PAGE,
    MAP,
    MODES_NAMED,
    MOVED_PAGE,
    PAGES,
    ROBOTS,
    SETTINGS,
    in_mode,
)

THEME = load(theme_root())
STATIC = theme_root() / "static"
HTML = {page.path: render(page, FRAME, THEME) for page in PAGES}
ALL = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
DOCUMENTS = tuple(in_mode(DOCUMENT_PAGE, mode) for mode in MODES_NAMED)
ELDER = DOCUMENTS[2]


def html(page: Page) -> str:
    return HTML.get(page.path) or render(page, FRAME, THEME)


def metas(text: str) -> dict[str, str]:
    found = re.findall(r'<meta name="([^"]+)" content="([^"]*)">', text)
    assert len(found) == len({name.lower() for name, _ in found}), "a name twice, case aside"
    return {name: unescape(value) for name, value in found if name != "viewport"}


def words(text: str) -> str:
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", text)))


@ALL
def test_page_has_its_frame(page: Page) -> None:
    text = html(page)

    assert text.startswith('<!doctype html>\n<html lang="zh-CN">')
    assert text.count("<h1") == text.count("<main") == text.count("<header") == text.count("<footer") == 1
    assert "maximum-scale" not in text
    assert "user-scalable" not in text
    assert re.search(r"<title>[^<]*样例市司法局</title>", text)
    assert text.count('rel="stylesheet"') == 1


@ALL
def test_page_works_under_a_strict_policy(page: Page) -> None:
    """Scripts of our own by address only, no inline style, no handler: Content-Security-Policy may forbid them."""
    text = html(page)

    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text)
    assert set(re.findall(r"<script[^>]*>[^<]*", text)) <= {
        f'<script src="{href}"{wait}>'
        for href in re.findall(r'"((?:\.\./|/)*js/[a-z]+\.js)"', text)
        for wait in ("", " defer")
    }


@ALL
def test_ids_are_unique_and_every_jump_lands(page: Page) -> None:
    tree = parse(html(page))
    ids = [node.attrs["id"] for node in tree.select("[id]")]
    jumps = {node.attrs["href"][1:] for node in tree.select('a[href^="#"]')}

    assert len(ids) == len(set(ids))
    assert jumps <= set(ids)
    assert "versions" in jumps


@ALL
def test_links_inside_the_site_are_relative_and_lead_somewhere(page: Page) -> None:
    """From file:// and below any path; the 404 page, shown anywhere, begins with the root path."""
    made = set(HTML) | {"feed.xml", *(f"css/{mode.key}.css" for mode in MODES_NAMED)}
    made |= {path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.*")}
    menu = re.findall(r'href="([^"#:]+)"', html(page))
    for href in menu:
        path = href.split("?")[0]
        if page.path == "404.html":
            assert href.startswith("/")
        else:
            there = _join(page.path, path)
            assert not href.startswith("/")
            assert there in made or there.startswith(
                ("img/", "zwgk/", *(f"{m.prefix}" for m in MODES_NAMED[1:]), "ggfw/", "hdjl/")
            )


def _join(here: str, href: str) -> str:
    steps = list(PurePosixPath(here).parent.parts)
    for step in href.split("/"):
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps)


@ALL
def test_every_page_offers_the_other_modes_twice(page: Page) -> None:
    text = html(page)

    for mode in MODES_NAMED:
        assert text.count(f">{mode.label.zh}</a></li>") == 2, mode.key
    current = re.findall(r'aria-current="page">(标准版|无障碍版|长者助手|大字版|高对比版)<', text)
    assert current == ([] if page.template in ("404.html", "redirect.html", "print.html") else [page.mode.label.zh] * 2)


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.mode.key)
def test_modes_of_a_document_point_at_each_other(page: Page) -> None:
    hrefs = {
        name: href for href, name in re.findall(r'<li><a href="([^"]+)"[^>]*>([^<]+版|长者助手)</a></li>', html(page))
    }

    assert {name: _join(page.path, href) for name, href in hrefs.items()} == {
        mode.label.zh: mode.prefix + page.url for mode in MODES_NAMED
    }
    assert f'<link rel="canonical" href="https://sfj.example.gov.cn/{page.url}">' in html(page)


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.mode.key)
def test_the_body_stands_verbatim_on_its_own_lines(page: Page) -> None:
    """Findings are counted back to the manuscript by lines; and no mode may lose a word.

    长者版 has the body in pieces, which make it up when joined.
    """
    shown, text = body(page, SETTINGS), html(page)
    pieces = cut(shown) if page.mode.key == "elder" else (shown,)
    at = [text.find("\n" + piece) for piece in pieces]

    assert "".join(pieces) == shown
    assert _bare(shown) == _bare(resolve(BODY, page, SETTINGS)), "nothing but places to break is added"
    assert at == sorted(at)
    assert -1 not in at


def _bare(text: str) -> str:
    return re.sub(r"<wbr>|</?span[^>]*>", "", text)


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.mode.key)
def test_no_mode_loses_what_the_document_says(page: Page) -> None:
    said = words(html(page))

    for part in (DOCUMENT.source, DOCUMENT.number, DOCUMENT.topic, DOCUMENT.author, "2024年1月15日", *DOCUMENT.summary):
        assert words(part) in said
    assert "2024-01-1909:00" in said
    for file in DOCUMENT.attachments:
        assert file.title in said


def test_elder_shows_a_long_text_section_by_section() -> None:
    """Each section names the one that comes; the whole is one press away; addresses are those of the headings."""
    text = _bare(html(ELDER))
    nexts = re.findall(r'href="#([\w-]+)">下一节：([^<]+)<', text)

    assert [id_ for id_, _ in nexts] == ["er", "san", "si"]
    assert nexts[0][1] == "二、存在的不足"
    assert text.count('class="part"') == 4
    assert text.count('href="#text">看全文') == 1 + 4


def test_long_sections_are_cut_again_and_nested_headings_never() -> None:
    long = f"<p>{'字' * 700}</p>\n"
    body = f'<p>引</p>\n<h2 id="a">一</h2>\n<h3 id="b">（一）</h3>\n{long}<h3 id="c">（二）</h3>\n<p>文</p>\n'
    body += '<h2 id="d">二</h2>\n<p>文</p>\n<blockquote>\n<h2 id="e">引文</h2>\n</blockquote>\n<h3 id="f">（一）</h3>\n'

    assert [re.findall(r'id="(\w)"', piece) for piece in cut(body)] == [["a", "b"], ["c"], ["d", "e", "f"]]
    assert "".join(cut(body)) == body
    assert cut("") == ("",)


def test_meta_tags_grow_with_the_kind_of_page() -> None:
    """政府网站发展指引: site tags everywhere, column tags on column pages, content tags on documents."""
    home, column, document = (metas(html(page)) for page in (HOME_PAGE, COLUMN_PAGE, DOCUMENT_PAGE))

    assert list(home)[:3] == ["SiteName", "SiteDomain", "SiteIDCode"]
    assert "ColumnName" not in home
    assert list(column)[3:7] == ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]
    assert "ArticleTitle" not in column
    assert document["SiteDomain"] == "sfj.example.gov.cn"
    assert document["ColumnKeywords"] == "规划,计划,年度报告"
    assert document["ArticleTitle"] == DOCUMENT.title
    assert document["PubDate"] == "2024-01-19 09:00"
    assert document["ContentSource"] == "样例市司法局"
    assert document["Url"] == "https://sfj.example.gov.cn/zwgk/ghjh/2023.html"
    assert len(document["Description"]) <= 200


def test_title_is_article_column_site() -> None:
    assert f"<title>{DOCUMENT.title}-规划计划-样例市司法局</title>" in html(DOCUMENT_PAGE)
    assert "<title>规划计划（第 2 页）-样例市司法局</title>" in html(COLUMN_PAGE)
    assert "<title>样例市司法局</title>" in html(HOME_PAGE)


def test_footer_has_the_mandatory_set() -> None:
    footer = html(DOCUMENT_PAGE).split("<footer")[1]

    for part in (
        'alt="党政机关网站标识"',
        "site_code=0000000000",
        "网站标识码：0000000000",
        '<a href="https://beian.miit.gov.cn/">样ICP备00000000号</a>',
        "webSearch?code=00000000000000",
        "主办：样例市司法局",
        'href="tel:0760-00000000"',
        'href="../../sitemap.html"',
        "咨询留言",
        "IPv6",
    ):
        assert part in footer


def test_elder_says_what_matters_first() -> None:
    """Title, source in words, 要点, what one can do, contents, text, attachments, contact: in this order."""
    text = html(ELDER)
    marks = (
        "<h1>",
        "source-words",
        'id="points"',
        'class="actions"',
        'id="contents"',
        'id="text"',
        'id="files"',
        "person-label",
    )
    at = [text.index(mark) for mark in marks]

    assert at == sorted(at)
    assert "大约要读 8 分钟" in text
    assert 'href="tel:0760-00000000"' in text.split('id="contents"')[0]
    assert text.index('class="menu"') > text.index("</main>")


def test_elder_page_is_hardly_larger_than_the_standard_one() -> None:
    assert len(html(ELDER).encode()) <= 1.3 * len(html(DOCUMENT_PAGE).encode())


def test_titles_in_another_language_say_so() -> None:
    """A screen reader changes its voice for an English title in a Chinese list (WCAG 3.1.2)."""
    english = Entry("Legal Aid in Brief", "ggfw/brief.html", lang="en")
    page = replace(COLUMN_PAGE, entries=(english, *COLUMN_PAGE.entries))

    assert '<a href="../../ggfw/brief.html" lang="en">Legal Aid in Brief</a>' in render(page, FRAME, THEME)
    assert render(page, FRAME, THEME).count(' lang="') == html(COLUMN_PAGE).count(' lang="') + 1


def test_a_day_without_a_time_is_shown_as_a_day() -> None:
    """The meta tag wants a time all the same (政府网站发展指引)."""
    page = replace(DOCUMENT_PAGE, document=replace(DOCUMENT, date=dt.datetime(2024, 1, 19)))
    text = render(page, FRAME, THEME)

    assert ">2024-01-19</time>" in text
    assert metas(text)["PubDate"] == "2024-01-19 00:00"


def test_contents_only_from_three_headings_on() -> None:
    short = replace(DOCUMENT_PAGE, document=replace(DOCUMENT, headings=DOCUMENT.headings[:3], body=Body("<p>短</p>\n")))

    assert 'id="contents"' in html(DOCUMENT_PAGE)
    assert 'id="contents"' not in render(short, FRAME, THEME)
    assert "#contents" not in render(short, FRAME, THEME)


def test_a_repealed_policy_says_so_in_words() -> None:
    page = replace(DOCUMENT_PAGE, document=replace(DOCUMENT, kind="policy", status="已废止"))

    assert "本文件已废止，不再执行" in render(page, FRAME, THEME)
    assert "不再执行" not in html(DOCUMENT_PAGE)


def test_empty_column_says_so() -> None:
    assert "暂无内容" in html(EMPTY_PAGE)


def test_redirect_leads_on_with_and_without_refresh() -> None:
    text = html(MOVED_PAGE)

    assert '<meta http-equiv="refresh" content="0; url=../zwgk/ghjh/2023.html">' in text
    assert f'<a href="../zwgk/ghjh/2023.html">{DOCUMENT.title}</a>' in text
    assert '<link rel="canonical" href="https://sfj.example.gov.cn/zwgk/ghjh/2023.html">' in text


def test_404_keeps_the_path_below_which_the_site_lies() -> None:
    below = replace(FRAME, settings=replace(SETTINGS, base_url="https://www.example.gov.cn/sfj/"))
    hrefs = re.findall(r'(?:href|src)="(/[^"]*|[^":#/][^":]*)"', render(LOST_PAGE, below, THEME))

    assert hrefs
    assert all(href.startswith("/sfj/") for href in hrefs)


def test_english_page_speaks_english_and_marks_chinese_names() -> None:
    text = render(replace(DOCUMENT_PAGE, lang="en"), FRAME, THEME)

    assert '<html lang="en">' in text
    assert "Skip to main text" in text
    assert 'class="header-name" href="../../index.html" lang="zh-CN"' in text


def test_feed_is_atom() -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    feed = ElementTree.fromstring(render(FEED, FRAME, THEME).encode())

    assert feed.findtext("a:updated", namespaces=atom) == "2024-03-05T10:30:00+08:00"
    assert [link.get("rel") for link in feed.findall("a:link", atom)] == ["self", "alternate"]
    ids = [entry.findtext("a:id", namespaces=atom) for entry in feed.findall("a:entry", atom)]
    assert len(ids) == len(set(ids)) == 4
    assert feed.findtext("a:author/a:name", namespaces=atom) == "样例市司法局"


def test_empty_feed_is_still_atom() -> None:
    feed = ElementTree.fromstring(render(replace(FEED, entries=()), FRAME, THEME).encode())

    assert feed.findtext("{http://www.w3.org/2005/Atom}updated")


def test_site_map_for_machines_lists_full_addresses() -> None:
    urls = ElementTree.fromstring(render(MAP, FRAME, THEME).encode())
    found = [url.text for url in urls.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]

    assert "https://sfj.example.gov.cn/zwgk/ghjh/2023.html" in found
    assert "Sitemap: https://sfj.example.gov.cn/sitemap.xml\n" in render(ROBOTS, FRAME, THEME)


def test_titles_are_text_not_markup() -> None:
    page = replace(DOCUMENT_PAGE, title='<b>"5 < 6" & 7</b>')

    assert "<h1>&lt;b&gt;&#34;5 &lt; 6&#34; &amp; 7&lt;/b&gt;</h1>" in render(page, FRAME, THEME)


# ── the theme as a value ────────────────────────────────────────────────────────────────────────


def test_theme_travels_to_another_process() -> None:
    there = pickle.loads(pickle.dumps(THEME))

    assert there == THEME
    assert render(DOCUMENT_PAGE, FRAME, there) == html(DOCUMENT_PAGE)


def _own(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_a_file_of_the_site_comes_before_the_themes(tmp_path: Path) -> None:
    own = load(_own(tmp_path, "templates/robots.txt", "User-agent: *\nDisallow: /\n"))

    assert render(ROBOTS, FRAME, own) == "User-agent: *\nDisallow: /\n"
    assert own.digest != THEME.digest
    assert render(HOME_PAGE, FRAME, own) == html(HOME_PAGE)


def test_a_site_may_change_a_single_word(tmp_path: Path) -> None:
    own = load(_own(tmp_path, "templates/words.toml", '[entries]\nnone = { zh = "还没有文章", en = "No documents" }\n'))

    assert "还没有文章" in render(EMPTY_PAGE, FRAME, own)
    assert "跳到正文" in render(EMPTY_PAGE, FRAME, own)


def test_a_site_may_give_a_mode_its_own_layout(tmp_path: Path) -> None:
    own = load(_own(tmp_path, "templates/column.large.html", "{{ page.title }} {{ mode.key }}"))

    assert render(in_mode(COLUMN_PAGE, MODES_NAMED[3]), FRAME, own) == "规划计划 large"
    assert render(COLUMN_PAGE, FRAME, own) == html(COLUMN_PAGE)


def test_a_site_may_add_styles(tmp_path: Path) -> None:
    own = load(_own(tmp_path, "static/css/components/zz.css", ".zz { color: inherit; }\n"))

    assert ".zz{" in bundle(own, MODES_NAMED[0])
    assert bundle(own, MODES_NAMED[0]).index(".zz{") < bundle(own, MODES_NAMED[0]).index("@page")


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("一\n{% if %}\n", 2, "模板写错了"),
        ("一\n二\n{{ pgae.title }}\n", 3, "pgae"),
        ("{{ page.titel }}\n", 1, "titel"),
        ('一\n{{ t("no.word") }}\n', 2, "words.toml 里没有“no.word”"),
        ('{{ t("lost.call") }}\n', 1, "{phone}"),
        ('一\n{% include "nix.html" %}\n', 2, "没有模板“nix.html”"),
        ("{{ page | nix }}\n", 1, "nix"),
        ("{{ page.title | clock }}\n", 1, "模板出错"),
    ],
)
def test_a_mistake_in_a_template_is_told_at_its_line(tmp_path: Path, source: str, line: int, said: str) -> None:
    own = load(_own(tmp_path, "templates/sitemap.html", source))
    page = next(page for page in PAGES if page.template == "sitemap.html")

    with pytest.raises(MingwenError) as caught:
        render(page, FRAME, own)
    assert str(caught.value.where) == f"templates/sitemap.html:{line}"
    assert said in caught.value.message("zh")
    assert caught.value.message("en")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a\n", "TOML"),
        ('[a]\nb = { zh = "一" }\n', "“a.b”要有 zh 和 en"),
        ('[a]\nb = "一"\n', "“a.b”要有 zh 和 en"),
        ('a = "一"\n', "“a”要有 zh 和 en"),
    ],
)
def test_a_word_needs_both_languages(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(MingwenError) as caught:
        load(_own(tmp_path, "templates/words.toml", text))
    assert said in caught.value.message("zh")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "base.html").write_bytes("中文".encode("gb18030"))

    with pytest.raises(MingwenError, match="UTF-8") as caught:
        load(tmp_path)
    assert str(caught.value.where) == "templates/base.html"


# ── links and filters ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("here", "there", "href"),
    [
        ("index.html", "index.html", "index.html"),
        ("index.html", "zwgk/index.html", "zwgk/index.html"),
        ("zwgk/a.html", "index.html", "../index.html"),
        ("zz/zwgk/a.html", "zz/zwgk/b.html#yi", "b.html#yi"),
        ("zz/zwgk/a.html", "css/elder.css?v=1a", "../../css/elder.css?v=1a"),
        ("zwgk/ghjh/a.html", "zwgk/tzgg/b.html", "../tzgg/b.html"),
        ("a/b.html", "a/b/c.html", "b/c.html"),
        ("a/b.html", "文 件.pdf", "../%E6%96%87%20%E4%BB%B6.pdf"),
    ],
)
def test_relative(here: str, there: str, href: str) -> None:
    assert relative(here, there) == href


def test_resolve_keeps_pages_in_their_mode_and_files_out_of_it() -> None:
    body = '<a href="site:/ggfw/a.html#x">甲</a> <img src="asset:/img/b.png" alt="site:/"> <a href="https://c/">丙</a>'

    assert resolve(body, ELDER, SETTINGS) == (
        '<a href="../../ggfw/a.html#x">甲</a> <img src="../../../img/b.png" alt="site:/"> <a href="https://c/">丙</a>'
    )


@pytest.mark.parametrize(
    ("phone", "number"),
    [("0760-00000000", "0760-00000000"), ("0760-00000000 转 8", "0760-00000000"), ("+86 (760) 0000", "+867600000")],
)
def test_tel(phone: str, number: str) -> None:
    assert tel(phone) == number


@pytest.mark.parametrize(
    ("octets", "told"), [(0, "0\u00a0KB"), (1, "1\u00a0KB"), (12000, "12\u00a0KB"), (2_500_000, "2.4\u00a0MB")]
)
def test_size(octets: int, told: str) -> None:
    assert size(octets) == told


def test_window_never_hides_a_single_page() -> None:
    assert window(1, 1) == (1,)
    assert window(3, 5) == (1, 2, 3, 4, 5)
    assert window(4, 9) == (1, 2, 3, 4, 5, 0, 9)
    assert window(1, 9) == (1, 2, 0, 9)


def test_clip_and_digits() -> None:
    assert clip("一二三", 3) == "一二三"
    assert clip("一二三四", 3) == "一二…"
    assert digits("样公网安备 0012号") == "0012"
