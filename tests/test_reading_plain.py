"""The short cuts for plain text change nothing: with and without them a manuscript becomes the same body."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mingwen.reading.extensions import plain, plain_tables, words
from mingwen.reading.extensions.strong import emphasis
from mingwen.reading.layout import lay_out
from mingwen.reading.manuscript import KEY, Manuscript
from mingwen.reading.markdown import EXTENSIONS, engine

SHORT_CUTS = (words, plain, plain_tables)
ROOT = Path(__file__).parent.parent
# What short cuts could mistake for plain text, and what could follow it.
PIECES = (
    "字", "a", "“", "。", "（一）", "一、", "１", "　", "\u00a0", " ", "  ", "    ", "\t", "\n", "\n\n", "\n\n\n",
    "**", "*", "***", "****", "_", "1", "1.", "1. ", "2) ", "10. ", "2024年", "- ", "+ ", "* ", "> ", "# ", "## ",
    "|", "| a | b |\n|---|---|\n", "| 字 | 1 |\n", "| a |", "\n| --- | :-: |\n", "{.no-row-headers}",
    "表：", "\n---\n", "\n===\n", ": ", "~ ", "\n: ", "```\n", "~~~\n", "`",
    "[a](b)", "[a]: b\n", "[^1]", "[^1]: ", "::: 提示\n", "\n:::\n", "<div>", "<b>", "</b>", "<!-- ", "&amp;", "&",
    "\\", "\\*", "![x](y)", "<https://a.cn>", "$", "%", "@", "=", "{.decorative}", "  \n",
    ">", '"', "\r", "\0", "#", "- 字\n", "字。\n\n",
)  # fmt: skip


def without_short_cuts() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True, "xhtmlOut": False}).enable("table")
    for extension in EXTENSIONS:
        if extension not in SHORT_CUTS:
            extension.extend(md)
    return md


SLOW = without_short_cuts()


def read(md: MarkdownIt, text: str) -> tuple[Any, ...]:
    """All that a parser makes of a text: HTML, lines, and what it noted."""
    manuscript = Manuscript("content/a.md", text.split("\n"), 3)
    env: dict[str, Any] = {KEY: manuscript}
    made = lay_out(md, md.parse(manuscript.text, env), env)
    # Only where something has a place are places looked for.
    manuscript.cursor.clear()
    return made, manuscript


CELLS = st.sampled_from(("", " ", "字", " 字 ", " **字** ", " 一二三四五", "序号", "No", '"', "#", "-", "2024"))
ALIGNS = st.sampled_from(("---", " --- ", " :-: ", "--:", ":--", "-", "\t-"))
# What makes of a plain table another one, or none.
ODD = (
    "|",
    "\n",
    " ",
    "    ",
    "**",
    "*",
    "\\",
    "`",
    "<b>",
    "[",
    "{",
    "\n{.no-row-headers}",
    ":::",
    "&",
    ">",
    "- ",
    "字",
    ":",
)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Tables such as short cuts take, and with what they must leave alone."""
    width, height = draw(st.integers(1, 3)), draw(st.integers(0, 3))
    rows = [draw(st.lists(cells, min_size=width, max_size=width)) for cells in (CELLS, ALIGNS, *[CELLS] * height)]
    before = draw(st.sampled_from(("", "字\n\n", "表：字（单位：件）\n\n", "字\n")))
    after = draw(st.sampled_from(("", "\n{.no-row-headers}", "\n字", "\n: 字", "{.no-row-headers}", "字")))
    text = before + "".join(f"|{'|'.join(row)}|\n" for row in rows) + after
    for odd in draw(st.lists(st.sampled_from(ODD), max_size=2)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + odd + text[at:]
    return text


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_text_is_read_differently(text: str) -> None:
    assert read(engine(), text) == read(SLOW, text)


@given(tables())
@settings(max_examples=400, deadline=None)
def test_no_table_is_read_differently(text: str) -> None:
    assert read(engine(), text) == read(SLOW, text)


@pytest.mark.parametrize("path", sorted((ROOT / "content").rglob("*.md")), ids=lambda path: path.stem)
def test_no_manuscript_of_the_sample_site_is_read_differently(path: Path) -> None:
    text = path.read_text("utf-8")
    assert read(engine(), text) == read(SLOW, text)


@pytest.mark.parametrize(
    "text",
    [
        "词\n\n: 隔一行的解释",
        "词\n: 解释",
        "- 甲\n- 乙\n  - 丙\n- 丁",
        "- 甲\n- 乙\n\n- 丙",
        "- 甲\n- 乙\n\n\n  接着说",
        "- 甲\n- 乙\n丙",
        "- 甲\n+ 乙",
        "- **甲**：乙\n- 丙\n\n丁",
        "- 甲\n- 一、乙\n\n# 丙",
        "- 甲\n-\n- 乙",
        "| 甲 |\n|---|\n| 1 |\n\n　{.no-row-headers}",
        "| `甲` |\n|---|\n| 1 |\n\n　{.no-row-headers}",
        "- ::: 甲",
        "- 　::: 甲",
        "　::: 甲",
        "一、像标题",
        "**（一）像标题**",
        "表：某\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
        "- 甲\n1. 乙",
        "- 甲\n    - 乙",
        "> 甲\n>\n> 乙\n丙",
        ">甲\n>\n>",
        "一行\n---",
        "**甲**：乙**丙**",
        "甲**，**乙",
        "****",
        "**甲** **乙",
        "2024年\n1. 甲",
        "甲|乙\n-|-\n丙|丁",
        "　　缩进两格。\n\n下一段。　",
        "- 甲\n\n**乙**",
        "- **甲**乙\n- *丙*",
        "- 甲\n**乙**",
        "# 甲 | 乙\n-|-\n丙|丁",
        "    # 甲",
        "## 甲 ##",
        "#甲",
        "#\n乙",
        "| 甲 | 乙 |\n|---|---|",
        "| 甲 | 乙 |\n|---|--:|\n| 1 |\n| 1 | 2 | 3 |",
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n后文",
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n- 后文",
        "| 甲 |\n|---|\n| ::: 提示 |",
        "| 甲 |\n| --- |\n| a\\|b |",
        "| 甲 |\n|---|\n| 1 |\n\n{.no-row-headers}",
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| {.no-row-headers} | |",
        "||\n|---|\n||",
        "| 甲 |\n|-:|-|\n| 1 |",
        "- | 甲 |\n  |---|\n  | 1 |",
        "\r一\r\n\0二",
        '# **甲**“乙” > "丙"',
        "# 甲\n\n## 二、[乙](b)\n\n### **丙*",
        "- 甲\n  # 乙",
        "> # 甲",
        "甲\n===",
        "#",
    ],
)
def test_what_short_cuts_must_leave_alone(text: str) -> None:
    assert read(engine(), text) == read(SLOW, text)


def test_plain_text_does_take_the_short_cuts() -> None:
    """Or nothing above would be worth the name; and a document would take twice as long."""
    text = (
        "甲。\n\n**乙**，“丙”。\n\n- 丁\n- **戊**己\n\n**庚**。\n\n## 一、辛\n\n"
        "| 壬 | **癸** |\n| --- | ---: |\n| 子 | 1 |\n\n丑 > 寅"
    )
    tokens = engine().parse(text, {KEY: Manuscript("content/a.md", text.split("\n"))})

    assert [token.type for token in tokens] == [
        *("plain", "heading_open", "inline", "heading_close"),
        *("div_open", "table_open", "plain", "table_close", "div_close", "plain"),
    ]


def test_every_rule_for_words_needs_a_character_that_the_short_cut_knows() -> None:
    """A new inline rule has to be thought of in words.MARKS; the rules that are there are these."""
    names = engine().inline.ruler.get_active_rules()
    assert set(names) == {
        "text", "newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "html_inline", "entity",
        "footnote_ref",
    }  # fmt: skip
    assert {rule.fn for rule in engine().inline.ruler.__rules__ if rule.name == "emphasis"} == {emphasis}


def test_every_rule_for_blocks_is_one_that_the_short_cut_knows() -> None:
    """A new block rule has to be thought of in plain.WORDS, LINE and ITEM and plain_tables.ROW; these are known."""
    assert set(engine().block.ruler.get_active_rules()) == {
        "plain", "plain_paragraph", "plain_heading", "plain_table", "table",
        "code", "fence", "blockquote", "hr", "list", "reference", "html_block",
        "heading", "lheading", "paragraph", "footnote_def", "deflist", "container_aside", "container_signoff",
    }  # fmt: skip
