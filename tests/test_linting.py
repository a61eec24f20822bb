"""lint() and what it rests on: places, selectors, decoding, broken and deep pages."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingwen.linting import RULES, Styles, decode, lint
from mingwen.linting.dom import Page
from mingwen.linting.styles import NONE


def found(html: str, rule: str, **more):
    return lint(html, [RULES[rule]], **more).findings


def page(html: str, path: str = "-") -> Page:
    return Page(html, path, NONE)


# ── places ──────────────────────────────────────────────────────────────────────────────────────


def test_place_is_line_and_column_of_the_start_tag():
    (finding,) = found("<p>印章\n<b>中文<img src=a.png></b>", "img-alt", path="a.html")

    assert (finding.place.path, finding.place.line, finding.place.column) == ("a.html", 2, 6)
    assert finding.quote == "<img src=a.png>"


def test_columns_count_characters_not_bytes():
    assert found("<p>😀中<img src=a.png>", "img-alt")[0].place.column == 6


def test_an_element_that_the_source_leaves_out_has_the_place_of_its_parent():
    (finding,) = found("正文", "html-lang")

    assert (finding.place.line, finding.place.column) == (1, 1)


def test_selector_leads_back_to_the_element():
    html = "<main><p>一<p>二<img src=a.png><div id=b><img src=c.png></div></main>"
    first, second = found(html, "img-alt")

    assert first.selector == "html > body > main > p:nth-of-type(2) > img"
    assert second.selector == "#b > img"
    assert [node.get("src") for node in page(html).root.all(first.selector)] == ["a.png"]


def test_findings_stand_in_the_order_of_the_page():
    html = "<a href=a></a>\n<img src=a>\n<a href=b></a>"
    findings = lint(html, [RULES["link-name"], RULES["img-alt"]]).findings

    assert [it.place.line for it in findings] == [1, 2, 3]


def test_tally_tells_passed_from_inapplicable():
    tally = dict(lint("<img src=a alt=图章>", [RULES["img-alt"], RULES["iframe-name"]]).tally)

    assert tally == {"img-alt": 1, "iframe-name": 0}


def test_outline_holds_what_audits_ask_for():
    outline = lint("<html lang=zh><title>甲</title><p id=b><a href=' c.html '>丙</a>", [], path="a.html").outline

    assert (outline.title, outline.lang, outline.ids) == ("甲", "zh", ("b",))
    assert [(link.href, str(link.place)) for link in outline.links] == [("c.html", "a.html:1:39")]


# ── pages of other kinds ────────────────────────────────────────────────────────────────────────


def test_svg_is_no_web_page():
    svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">\n<title>图</title><a href="b"/></svg>'
    findings = lint(svg, path="a.svg").findings

    assert [(it.rule, it.place.line, it.place.column) for it in findings] == [("link-name", 3, 17)]


def test_xml_that_is_not_well_formed_is_read_as_html():
    assert found("<html><p>甲<img src=a.png>", "img-alt", path="a.xhtml")


def test_text_of_a_shadow_root_counts_and_that_of_a_template_does_not():
    shadow = "<div role=button><template shadowrootmode=open>搜索</template></div>"

    assert not found(shadow, "button-name")
    assert found("<button><template>搜索</template></button>", "button-name")


def test_selector_of_what_stands_in_a_shadow_tree_leads_to_its_host():
    html = "<div id=b><template shadowrootmode=open><p><b><h3></h3></b></p><slot></slot></template><h3></h3></div>"
    shadow, slotted, _ = found(html + "<p><h3></h3>", "heading-name")

    assert (shadow.selector, shadow.place.column) == ("#b", 47)
    assert slotted.selector == "#b > h3"


def test_template_in_xhtml_does_not_shift_places():
    xhtml = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><template><p><b/></p></template>\n'
        '<img src="a"/></body></html>'
    )

    assert str(found(xhtml, "img-alt", path="a.xhtml")[0].place) == "a.xhtml:2:1"


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ('<iframe srcdoc="<img src=a>">', "a.html:1:17"),
        ("<p>\n<iframe title=x srcdoc='\r\n<img src=a>'>", "a.html:3:1"),
        ("<iframe srcdoc='<p>&lt;甲&amp<img src=&quot;a>b&quot;>'>", "a.html:1:29"),
        ("<iframe srcdoc=\"<p><iframe srcdoc='<b>甲</b><img src=a>'>\">", "a.html:1:44"),
        ("<iframe srcdoc='<img src=a>' srcdoc=b>", "a.html:1:17"),
    ],
)
def test_srcdoc_is_a_page_with_places_in_the_file(html, place):
    (finding,) = found(html, "img-alt", path="a.html")

    assert str(finding.place) == place
    assert finding.selector.endswith("iframe")


@pytest.mark.parametrize(
    ("html", "verdict"),
    [
        ("<div role=button></div>", "fail"),
        ("<div role=button></div><script>host.attachShadow({mode: 'open'})</script>", "ask"),
        ("<x-b><a href=a></a></x-b><script>customElements.define('x-b', B)</script>", "ask"),
        ("<a href=a></a><script>customElements.define('x-b', B)</script>", "fail"),
    ],
)
def test_what_a_script_may_fill_is_asked_about(html, verdict):
    findings = lint(html, [RULES["button-name"], RULES["link-name"]]).findings

    assert [found.verdict for found in findings] == [verdict]


def test_srcdoc_is_not_asked_for_what_a_whole_page_needs():
    rules = [RULES[id_] for id_ in ("html-lang", "page-title", "one-h1")]
    html = "<html lang=zh><title>甲</title><h1>甲</h1><iframe srcdoc='<p>乙'></iframe>"

    assert not lint(html, rules).findings


def test_srcdoc_of_a_hidden_frame_is_left_alone():
    assert not found("<iframe hidden srcdoc='<img src=a>'></iframe>", "img-alt")


# ── broken, deep and hostile pages ──────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        *[
            "<p>",
            "</p>",
            "<table>",
            "<tr>",
            "<th>",
            "<tfoot>",
            "<caption>",
            "<svg>",
            "</svg>",
            "<math>",
            "</label>",
            "<select>",
            "<option>",
            "<slot>",
            "</style>",
            "<h3>",
        ],
        *[
            "<iframe>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&amp;",
            "&#0;",
            "<",
            ">",
            "=",
            "'",
            '"',
            "中文",
            "😀",
            "<details>",
            "<summary>",
            "<body>",
            "<frameset>",
        ],
        *("\r", "\r\n", "\n", "\x00", " ", "<plaintext>", "<script>", "<style>p{display:none}", "<td headers=a>"),
        *("<a href=a>", "<img src=x>", '<img alt="">', "<button aria-labelledby=a>", "<label for=a>", "<input id=a>"),
        *("<template shadowrootmode=open>", "<meta name=viewport content=user-scalable=no>", "<html lang=>"),
        *("<iframe srcdoc='<img>&lt;<h1>'>", '<iframe srcdoc="', "</template>", "<p><template shadowrootmode=closed>"),
        *("<div style=display:none;>", "<div role=none tabindex=0>", "<p aria-label=a aria-level=x aria-x=1>"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_page_is_too_broken(html):
    """Every finding stands within the text, and its selector is one that the parser can read."""
    lines = page(html).lines
    for it in lint(html).findings:
        assert 1 <= it.place.line <= len(lines)
        assert 1 <= it.place.column <= len(lines[it.place.line - 1]) + 1
        # No selector leads into a shadow tree.
        shadow = "shadowrootmode" in html
        assert shadow or page(html).root.matches(it.selector) or page(html).root.all(it.selector)


@pytest.mark.parametrize(
    "tag", ["div", "b", "span role=button tabindex=0", "a href=x", "figure", "h1", "svg", "ul><li"]
)
def test_nesting_of_any_depth_is_safe(tag):
    checked = lint(f"<{tag}>" * 20_000 + "文" + "<img src=a>")

    assert "img-alt" in {it.rule for it in checked.findings}


@pytest.mark.parametrize(
    "html",
    ["<p id=a aria-labelledby=a>", "<button id=a aria-labelledby=b>甲</button><p id=b aria-labelledby=a>乙"],
)
def test_names_that_refer_to_each_other_end(html):
    lint(html)


def test_linting_loads_neither_templates_nor_markdown_nor_what_is_slow():
    code = (
        "import sys, mingwen; mingwen.lint('<table><tr><td>');"
        "print({'jinja2', 'markdown_it', 'pydantic', 'bs4', 'pypinyin', 'coloraide'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


# ── stylesheets ─────────────────────────────────────────────────────────────────────────────────


def test_what_a_linked_sheet_hides_is_not_checked():
    styles = Styles({"css/a.css": ".gone { display: none }"})
    html = "<link rel=stylesheet href=../css/a.css?v=1><a class=gone href=b></a>"

    assert not found(html, "link-name", path="zz/a.html", styles=styles)
    assert found(html, "link-name", path="zz/a.html")


def test_the_stronger_rule_wins():
    html = "<style>#a{display:block} a{display:none!important} .b{display:none}</style><a {} href=b></a>"

    assert not found(html.replace("{}", "id=a"), "link-name")
    assert found("<style>#a{display:block} a{display:none}</style><a id=a href=b></a>", "link-name")


def test_contrast_of_tokens_is_placed_in_the_sheet():
    css = (
        ":root {\n  --mw-bg: #fff;\n  --mw-muted: #999;\n}\n@media (prefers-contrast: more) { :root { --mw-bg: #000 } }"
    )
    (finding,) = found(
        "<link rel=stylesheet href=/css/a.css>", "contrast-tokens", path="zz/a.html", styles=Styles({"css/a.css": css})
    )

    assert str(finding.place) == "css/a.css:3:3"
    assert "#999 / --mw-bg #fff" in finding.message.zh
    assert "2.84" in finding.message.zh
    assert "#767676" in finding.message.zh


# ── bytes ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<meta charset=gb2312>朱镕基".encode("gb18030"), "<meta charset=gb2312>朱镕基"),
        ("<meta http-equiv=Content-Type content='text/html; charset=GBK'>䶮".encode("gb18030"), "䶮"),
        ("\ufeff明文".encode(), "明文"),
        ("明文".encode("utf-16"), "明文"),
        ("明文".encode(), "明文"),
        ("明文明文".encode("gb18030"), "明文明文"),
        (b"<meta charset=no-such>\xe6\x98\x8e", "明"),
        (b"\xff\xfe\xff", "\ufffd"),
    ],
)
def test_bytes_are_decoded_as_browsers_do(data, text):
    assert text in decode(data)


@pytest.mark.parametrize("label", ["undefined", "idna", "punycode", "unicode_escape", "hex", "utf_7", "no-such"])
def test_what_is_no_encoding_of_pages_is_no_label(label):
    """Python has codecs of these names; browsers look at the bytes instead."""
    data = f"<meta charset={label}><p>".encode() + "公告\\x41".encode("gb18030")

    assert decode(data).endswith("公告\\x41")


@pytest.mark.parametrize(
    ("label", "data", "text"),
    [("cp936", b"\xb9\xab", "公"), ("latin1", b"\x93", "“"), ("windows-31j", b"\x8c\xf6", "公"),
     ("euc-kr", b"\xc7\xd1", "한"), ("iso-8859-9", b"\xfd", "ı"), ("big5", b"\xa4\xbd", "公")],
)  # fmt: skip
def test_labels_mean_what_browsers_take_them_for(label, data, text):
    assert decode(f"<meta charset={label}><p>".encode() + data).endswith(text)


@given(st.binary(max_size=80))
@settings(max_examples=50)
def test_decoding_never_fails(data):
    decode(data)


def test_what_may_not_be_shown_is_asked_about():
    """The image in an object is seen only where the object's own data cannot be."""
    findings = lint("<object data=map.html><img src=map.png></object>", [RULES["img-alt"]]).findings

    assert [found.verdict for found in findings] == ["ask"]


# ── what pages repeat ───────────────────────────────────────────────────────────────────────────

BYPASSING = ("bypass-blocks", "skip-to-content", "content-landmark", "content-heading")
PANEL = (
    "<details><summary>阅读设置</summary><p>设置只对本页有效，离开以后就恢复默认，浏览器不会把它记下来。</p></details>"
)


def chapter(title: str, text: str, links: str, above: str = "") -> str:
    return (
        f"<title>{title}</title><ul><li><a href=#main>跳到正文</a></ul><p>样例网站，内容仅作演示</p>{links}"
        f"<main id=main>{above}<h1>{title}</h1>{PANEL}<p>{text}</p></main>"
    )


def bypassing(first: str, second: str) -> list[str]:
    styles = Styles({"a.html": first, "b.html": second})
    return [it.rule for it in lint(first, [RULES[id_] for id_ in BYPASSING], "a.html", styles).findings]


def test_what_pages_repeat_below_the_heading_in_main_does_not_stand_before_the_content():
    links = "<nav><a href=b.html>第二回</a></nav>"
    text = "话说天下大势，分久必合，合久必分，周末七国分争，并入于秦，及秦灭之后。"
    first = chapter("宴桃园豪杰三结义", text, links)
    second = chapter("张翼德怒鞭督邮", "且说董卓字仲颖，陇西临洮人也，官拜河东太守，自来骄傲。", "")

    assert bypassing(first, second) == []
    assert "content-heading" in bypassing(first.replace("h1>", "p>"), second)
    assert "content-landmark" in bypassing(first.replace("main>", "div>").replace("<main", "<div"), second)


def test_a_version_of_the_same_document_is_no_other_page():
    links = "<nav><a href=b.html>大字版</a></nav>"
    text = "话说天下大势，分久必合，合久必分，周末七国分争，并入于秦，及秦灭之后。"
    first = chapter("宴桃园豪杰三结义", text, links).replace("</h1>", "</h1><p>本页供打印</p>")

    assert bypassing(first, chapter("宴桃园豪杰三结义", text, "")) == []


# ── what lint() takes ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
def test_lint_takes_bytes_and_decodes_them(encoding):
    label = "" if encoding == "utf-16" else f"<meta charset={encoding}>"
    html = f"{label}<title>公告</title><a href=a>更多</a>"

    assert lint(html.encode(encoding)).outline.title == "公告"


@pytest.mark.parametrize("wrong", [None, 5, ["<p>"]])
def test_what_is_no_page_is_refused_in_words(wrong):
    with pytest.raises(TypeError, match="要是 str 或 bytes"):
        lint(wrong)


def test_phone_numbers_are_told_whatever_stands_before_them():
    html = "<meta name=viewport content='width=device-width'><p>咨询电话0760-88881234，手机13800138000"
    (finding,) = found(html, "phone-link")

    assert finding.message.zh.startswith("有 2 处")
    assert "[0760-88881234](tel:076088881234)" in finding.message.zh


def test_a_name_that_is_prohibited_is_quoted_with_its_element():
    (finding,) = found("<div class=price aria-label=原价>100</div>", "aria-prohibited")

    assert finding.quote == "<div class=price aria-label=原价>"
