"""The short cuts for plain text change nothing: with and without them a manuscript becomes the same body."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mingwen.reading.extensions import plain
from mingwen.reading.extensions.strong import emphasis
from mingwen.reading.layout import lay_out
from mingwen.reading.manuscript import KEY, Manuscript
from mingwen.reading.markdown import EXTENSIONS, engine

ROOT = Path(__file__).parent.parent
# What short cuts could mistake for plain text, and what could follow it.
PIECES = (
    "字", "a", "“", "。", "（一）", "一、", "１", "　", "\u00a0", " ", "  ", "    ", "\t", "\n", "\n\n", "\n\n\n",
    "**", "*", "***", "****", "_", "1", "1.", "1. ", "2) ", "10. ", "2024年", "- ", "+ ", "* ", "> ", "# ", "## ",
    "|", "| a | b |\n|---|---|\n", "\n---\n", "\n===\n", ": ", "~ ", "\n: ", "```\n", "~~~\n", "`",
    "[a](b)", "[a]: b\n", "[^1]", "[^1]: ", "::: 提示\n", "\n:::\n", "<div>", "<b>", "</b>", "<!-- ", "&amp;", "&",
    "\\", "\\*", "![x](y)", "<https://a.cn>", "$", "%", "@", "=", "{.decorative}", "  \n",
)  # fmt: skip


def without_short_cuts() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True, "xhtmlOut": False}).enable("table")
    for extension in EXTENSIONS:
        if extension is not plain:
            extension.extend(md)
    return md


SLOW = without_short_cuts()


def read(md: MarkdownIt, text: str) -> tuple[Any, ...]:
    """All that a parser makes of a text: HTML, lines, and what it noted."""
    manuscript = Manuscript("content/a.md", text.split("\n"), 3)
    env: dict[str, Any] = {KEY: manuscript}
    made = lay_out(md, md.parse(text, env), env)
    # Only where something has a place are places looked for.
    manuscript.cursor.clear()
    return made, manuscript


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_text_is_read_differently(text: str) -> None:
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
        "- ::: 甲",
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
    ],
)
def test_what_short_cuts_must_leave_alone(text: str) -> None:
    assert read(engine(), text) == read(SLOW, text)


def test_every_rule_for_words_needs_a_character_that_the_short_cut_knows() -> None:
    """A new inline rule has to be thought of in plain.MARKUP; the rules that are there are these."""
    names = engine().inline.ruler.get_active_rules()
    assert set(names) == {
        "text", "newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "html_inline", "entity",
        "footnote_ref",
    }  # fmt: skip
    assert {rule.fn for rule in engine().inline.ruler.__rules__ if rule.name == "emphasis"} == {emphasis}


def test_every_rule_for_blocks_is_one_that_the_short_cut_knows() -> None:
    """A new block rule has to be thought of in plain.WORDS and plain.ITEM; the rules that are there are these."""
    assert set(engine().block.ruler.get_active_rules()) == {
        "plain", "plain_list", "table", "code", "fence", "blockquote", "hr", "list", "reference", "html_block",
        "heading", "lheading", "paragraph", "footnote_def", "deflist", "container_aside", "container_signoff",
    }  # fmt: skip
