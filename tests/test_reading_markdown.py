"""Markdown: what official documents need, and what no text may do to it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mingwen.reading.manuscript import Manuscript
from mingwen.reading.markdown import convert

FEW = settings(max_examples=60, deadline=None)
ALPHABET = "一二（）()、.．1#*_`~[]^!<>/=\"'&;:：|-+\\ \n\t{}“”《》。，a中"
ANYTHING = st.one_of(st.text(max_size=200), st.text(ALPHABET, max_size=120))


def made(text: str, lang: str = "zh-CN") -> tuple[str, Manuscript]:
    """HTML and notes; gaps are shown as they are."""
    manuscript = Manuscript("a.md", text.split("\n"), lang=lang)
    html, lines = convert(manuscript)
    assert len(lines) == (html.count("\n") + 1 if html else 0)
    return html, manuscript


def html(text: str) -> str:
    return made(text)[0]


def said(text: str) -> list[str]:
    return [f"{it.place.line}:{it.place.column} {it.rule} {it.verdict}" for it in made(text)[1].findings]


RICH = """\
开头 @ 一段
第二行 @

## 一、标题 @

- 项目 @
- 项目 @
  续行 @

  另一段 @

1. 编号 @

> 引用 @
> 续 @

表：主要数据 @（单位：件）

| 表头 @ | 数 |
|---|--:|
| 甲 @ | 1 |
| 乙 @ | 2 |

术语 @
: 释义 @

术语二 @

: 释义二 @

::: 提示
提示 @
:::

::: 落款
样例局 @
:::

```
代码 @
代码 @
```

<div>
原样 @
<b
class="x">多行标签
完 @</b>
</div>

![图 @](a.png "图注 @")

脚注[^1] @ 行内 <i>斜
体</i> @~~
硬换行 @

    缩进代码 @

[^1]: 注文 @
    续 @
"""
RICH = "\n".join(
    line.replace("@", f"@{number}").replace("~~", "  ") for number, line in enumerate(RICH.split("\n"), start=1)
)


def test_every_line_of_html_knows_its_line_of_the_manuscript():
    """RICH has @n on line n; wherever it comes out, the mapped line is n."""
    manuscript = Manuscript("a.md", RICH.split("\n"), offset=100)
    out, lines = convert(manuscript)
    found = [
        (int(mark), line)
        for row, line in zip(out.split("\n"), lines, strict=True)
        for mark in re.findall(r"@(\d+)", re.sub(r'data-label="[^"]*"', "", row))
    ]

    assert {mark for mark, _ in found} == {int(mark) for mark in re.findall(r"@(\d+)", RICH)}
    assert [(mark, line) for mark, line in found if line != mark + 100] == []


@pytest.mark.parametrize("text", ["```", "```\n", "    code", "<div>\n甲\n</div>", "- - - 甲", "> ```"])
def test_no_line_lies_beyond_the_manuscript(text):
    manuscript = Manuscript("a.md", text.split("\n"))
    _, lines = convert(manuscript)

    assert lines
    assert max(lines) <= len(manuscript.lines)


def test_links_and_images_are_placed_to_the_column():
    text = "- 甲[乙](b.md)和![丙](c.png)\n\n| 甲 | 乙 |\n|---|---|\n| [甲](a) | 与 [甲](a) |\n\n> 引\n> 见[丁](d.md)"
    places = [(each.link.place.line, each.link.place.column) for each in made(text)[1].references]

    assert places == [(1, 4), (1, 14), (5, 3), (5, 14), (8, 4)]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**“重要”**的", "<p><strong>“重要”</strong>的</p>"),
        ("的**“重要”**", "<p>的<strong>“重要”</strong></p>"),
        ("甲**《办法》**乙**（试行）**丙", "<p>甲<strong>《办法》</strong>乙<strong>（试行）</strong>丙</p>"),
        ("会议强调**依法行政。**要求", "<p>会议强调<strong>依法行政。</strong>要求</p>"),
        ("**100%**的", "<p><strong>100%</strong>的</p>"),
        ("**甲** **乙**", "<p><strong>甲</strong> <strong>乙</strong></p>"),
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
        ("** 甲 **", "<p>** 甲 **</p>"),
    ],
)
def test_strong_beside_chinese(typed, shown):
    assert html(typed) == shown


@FEW
@given(st.text("ab *_.,!(\"'\\", max_size=40))
def test_emphasis_in_ascii_is_that_of_commonmark(text):
    plain = MarkdownIt("commonmark").render(text).rstrip("\n").replace(" />", ">")

    assert re.sub("&#10;", "\n", html(text)) == plain


@FEW
@given(st.text("甲乙“”《》（）。，* a", max_size=40).map(str.strip))
def test_strong_never_changes_words(text):
    words = re.sub(r"<[^>]*>|\*", "", html(text))

    assert re.sub(r"\s", "", words) == re.sub(r"[\s*]", "", text)


@FEW
@given(ANYTHING)
def test_no_text_breaks_the_reader(text):
    """Any text gives HTML whose lines are all accounted for, without a tag of the author's that was not checked."""
    out, _ = made(text.replace("\r", "\n").replace("\0", ""))

    assert not re.search(r"<(script|iframe|style)|\son\w+=", re.sub(r'"[^"]*"', "", out), re.IGNORECASE)


@FEW
@given(st.text(st.characters(categories=["L", "N"], include_characters="，。；：“”《》"), min_size=1, max_size=60))
def test_plain_words_all_survive(text):
    assert html(text) == f"<p>{text}</p>"


TABLE = "| 项目 | 数 |\n|---|--:|\n| 甲 | 1 |\n"


def test_table_has_caption_unit_and_headers():
    out = html(f"表 1：数据（单位：件）\n\n{TABLE}")

    assert '<div class="table" role="region" aria-labelledby="t-1" tabindex="0" data-hint="表格较宽' in out
    assert '<caption id="t-1">表 1：数据<span class="unit">（单位：件）</span></caption>' in out
    assert '<th scope="col" role="columnheader" class="short">项目</th>' in out
    assert '<th scope="col" role="columnheader" class="right short">数</th>' in out
    assert '<th scope="row" role="rowheader" data-label="项目" class="short">甲</th>' in out
    assert '<td role="cell" class="right short" data-label="数">1</td>' in out
    assert "style" not in out


def test_table_without_caption_is_named_by_its_number():
    assert 'aria-label="表格 1"' in html(TABLE)
    assert 'aria-label="Table 1"' in made(TABLE, "en")[0]


def test_column_of_few_characters_is_marked_short():
    """It takes no more room than it needs, so that the others fit a phone."""
    out = html("| 序号 | 办理事项 |\n| --- | --- |\n| 1 | 法律援助申请 |\n")

    assert '<td role="cell" data-label="序号" class="short">1</td>' in out
    assert 'class="short">法律援助申请' not in out


@pytest.mark.parametrize("gap", ["", "\n"])
def test_row_headers_can_be_switched_off(gap):
    out = html(f"{TABLE}{gap}{{.no-row-headers}}\n\n后文")

    assert 'scope="row"' not in out
    assert "no-row-headers" not in out
    assert '<td role="cell" data-label="项目" class="short">甲</td>' in out
    assert "<p>后文</p>" in out


def test_counting_column_is_no_row_header():
    out = html("| 序号 | 站点 |\n|---|---|\n| 1 | 甲站 |")

    assert '<td role="cell" data-label="序号" class="short">1</td>\n<th scope="row" ' in out


def test_empty_corner_is_no_header():
    out = html("| | 数 |\n|---|---|\n| 甲 | 1 |")

    assert '<td role="cell" class="short"></td>\n<th scope="col" role="columnheader" class="short">数</th>' in out
    assert '<th scope="row" role="rowheader" class="short">甲</th>' in out


def test_table_says_its_roles_and_each_cell_its_head():
    """A stylesheet that shows rows as lists would else take the meaning away in some browsers."""
    out = html(TABLE)

    assert re.findall(r'role="(\w+)"', out)[1:] == [
        *("table", "rowgroup", "row", "columnheader", "columnheader", "rowgroup", "row", "rowheader", "cell")
    ]
    assert 'data-label="一 二"' in html("| **一** 二 | 数 |\n|---|---|\n| 甲 | 1 |")


@pytest.mark.parametrize("title", ["表1　主要数据", "表 1 主要数据（单位：件）", "表二　数据", "Table 1 Main figures"])
def test_a_caption_may_have_a_blank_behind_its_number(title):
    assert re.search(r"<caption[^>]*>" + re.escape(title[:8]), html(f"{title}\n\n{TABLE}"))


@pytest.mark.parametrize("words", ["表1　是本年的数据。", "Table 1 shows the figures.", "表彰　决定", "表1"])
def test_a_sentence_that_begins_like_one_is_no_caption(words):
    assert "<caption" not in html(f"{words}\n\n{TABLE}")


def test_only_the_paragraph_directly_above_is_a_caption():
    assert "<caption" not in html(f"表：数据\n\n另一段\n\n{TABLE}")
    assert "<p>表明态度</p>" in html(f"表明态度\n\n{TABLE}")


def test_image_alone_is_a_figure_with_its_title_as_caption():
    out = html('![流程图](a.png "图 1 流程")')

    assert out.startswith('<figure data-alt="图片说明：流程图"><img src="')
    assert 'alt="流程图"' in out
    assert "<figcaption>图 1 流程</figcaption>" in out
    assert "title=" not in out


def test_image_in_a_sentence_is_no_figure():
    assert html("看![标志](a.png)这里").startswith("<p>看<img")


def test_image_without_words_is_a_mistake_unless_decorative():
    assert said("![](a.png)") == ["1:1 image-alt fail"]
    assert said("![](a.png){.decorative}") == []
    assert "decorative" not in html("![](a.png){.decorative}")


def test_footnotes_are_spoken():
    out = html("正文[^a]，又[^a]。\n\n[^a]: 注。")

    assert 'aria-label="脚注 1">1</a>' in out
    assert '<section class="footnotes" role="doc-endnotes" aria-label="脚注">' in out
    assert 'href="#fnref-1" role="doc-backlink" aria-label="回到正文脚注 1 处"' in out
    assert 'href="#fnref-1-2" role="doc-backlink" aria-label="回到正文脚注 1 第 2 次处"' in out
    assert out.count('id="fnref-1"') == out.count('id="fnref-1-2"') == 1


def test_footnotes_that_lose_words_are_mistakes():
    assert said("正文[^b]") == ["1:3 footnote fail"]
    assert said("正文\n\n[^c]: 没人引用") == ["3:1 footnote fail"]


def test_containers():
    out = html("::: 提示\n**话**\n:::\n\n::: 落款\n样例局\n:::")

    assert '<div class="tip" role="note"><p class="tip-label">提示</p>\n<p><strong>话</strong></p>\n</div>' in out
    assert '<div class="signoff">\n<p>样例局</p>\n</div>' in out


@pytest.mark.parametrize("text", [">::: 提示\n>", "- ::: 提示\n-", ">::: 提示\n>话", "```\n话", "<div>\n话"])
def test_the_last_line_needs_no_end(text):
    """The plug-in that reads containers stumbled over an empty quotation that ended the text."""
    assert html(text) == html(f"{text}\n")


def test_containers_that_do_not_fit_are_mistakes():
    assert said("::: 题示\n话\n:::") == ["1:1 container fail"]
    assert said("::: 提示\n话") == ["1:1 container fail"]


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("# 一、甲", "h2"),
        ("###### 一、甲", "h2"),
        ("# （一）甲", "h3"),
        ("# 1.甲", "h4"),
        ("## （1）甲", "h5"),
        ("## 甲", "h2"),
    ],
)
def test_typed_number_sets_the_level(typed, tag):
    assert html(typed).startswith(f"<{tag} ")


def test_headings_without_numbers_move_down_below_the_title():
    assert re.findall("<h[1-6]", html("# 甲\n\n## 乙\n\n### 丙")) == ["<h2", "<h3", "<h4"]
    assert re.findall("<h[1-6]", html("## 甲\n\n### 乙")) == ["<h2", "<h3"]


def test_heading_ids_come_from_number_path_and_pinyin():
    _, notes = made("## 一、2023年情况\n\n### （二）重庆\n\n## 附则\n\n## 附则")

    assert [heading.id for heading in notes.headings] == [
        "h-1-2023-nian-qing-kuang",
        "h-1-2-chong-qing",
        "h-fu-ze",
        "h-fu-ze-2",
    ]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("## (一)甲", "“（一）”"),
        ("## （一)甲", "“（一）”"),
        ("## 1、甲", "“1.”"),
        ("## （1）.甲", "“（1）”"),
        ("## 一、甲\n\n## 三、乙", "应是“二、”"),
        ("## 一、甲\n\n## 一、乙", "重复"),
        ("## 二、甲", "应是“一、”"),
        ("### （一）甲\n\n## 一、乙", "颠倒"),
        ("二、加强领导", "像是标题"),
        ("（一）加强领导", "像是标题"),
    ],
)
def test_odd_numbering_asks(typed, says):
    (finding,) = made(typed)[1].findings

    assert says in finding.message.zh
    assert finding.verdict == "ask"


@pytest.mark.parametrize(
    "typed",
    [
        "## 一、甲\n\n### （一）乙\n\n#### 1.丙\n\n##### （1）丁\n\n### （二）戊\n\n#### 1. 己\n\n## 二、庚",
        "## 一、甲\n\n#### 1.乙",
        "## 十、甲".replace("十", "一"),
        "一、加强领导。各单位要落实责任。",
        "2023.12 完成",
        "一、" + "字" * 40,
        "## 1.1 小节",
    ],
)
def test_good_numbering_says_nothing(typed):
    assert made(typed)[1].findings == []


def test_half_width_number_comes_with_the_edit_that_mends_it():
    (finding,) = made("前\n\n## (一)甲")[1].findings

    assert finding.edit is not None
    assert (finding.edit.place.line, finding.edit.place.column) == (3, 4)
    assert (finding.edit.before, finding.edit.after) == ("(一)", "（一）")


@pytest.mark.parametrize(
    ("typed", "findings"),
    [
        ("<script>alert(1)</script>", ["1:1 raw-html fail"]),
        ("甲<iframe src=x></iframe>", ["1:2 raw-html fail"]),
        ('甲<b style="color:red">乙</b>', ["1:2 raw-html fail"]),
        ('<a href="javascript:alert(1)">甲</a>', ["1:1 raw-html fail"]),
        ('<img src="a.png" onerror="x" alt="甲">', ["1:1 raw-html fail"]),
        ("<div>\n甲", ["1:1 raw-html fail"]),
        ("甲</b>", ["1:2 raw-html fail"]),
        ("<!-- 备注 -->", []),
        ("<ruby>仉<rt>zhǎng</rt></ruby>", []),
        ("a < b", []),
    ],
)
def test_raw_html_is_cleaned_and_what_goes_is_said(typed, findings):
    out, _ = made(typed)

    assert said(typed) == findings
    assert not re.search("script|iframe|onerror|style|备注", out)


def test_words_of_raw_html_stay():
    out = html('<table>\n<tr><td colspan="2">甲 &lt; 乙 & 丙</td></tr>\n</table>')

    assert out == '<table>\n<tr><td colspan="2">甲 &lt; 乙 &amp; 丙</td></tr>\n</table>'


def test_indented_chinese_asks_whether_it_is_code():
    assert said("    某某局：\n\n正文") == ["1:1 indented ask"]
    assert said("    print(1)") == []


def test_raw_image_and_id_are_checked():
    assert said('<img src="a.png">') == ["1:1 image-alt fail"]
    assert said('<p id="a">甲</p>\n<p id="a">乙</p>') == ["2:1 raw-html fail"]


def test_characters_are_counted_without_spaces_and_markup():
    assert made("## 一、甲乙\n\n**丙** 丁\n\n```\n戊\n```")[1].characters == 7
