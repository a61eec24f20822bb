"""Slips of Markdown that would go out as they were typed, and words that only look like them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingwen import read
from mingwen.model import Column
from mingwen.reading.parse import Source, parse

HERE = Path(__file__).parent
NEWS = Column("dt", "dt", "工作动态", kind="news")
HEAD = "---\n标题: 甲\n发布日期: 2024-01-19\n信息来源: 本网\n---\n"
TABLE = "| 日期 | 电话 |\n| --- | --- |\n"


def asked(body: str) -> list[str]:
    found = parse(Source("content/dt/a.md", f"{HEAD}{body}\n".encode(), NEWS)).findings
    return [f"{it.place.line - 5}:{it.place.column} {it.message.zh}" for it in found if it.rule == "markdown-slip"]


# What only marks of slips and of code decide to look at.
PIECES = st.sampled_from(
    ("字", "|", "｜", "| 甲 | 乙 |\n", "| --- | --- |\n", "\n", "\n\n", "#", "##一、", "[a](b c.md)", "[甲]（a.md）",
     "！[图](a.png)", "](", "`", "```\n", "~~~\n", "<!--", "-->", " ", "\\")
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join))
@settings(max_examples=300, deadline=None)
def test_looking_only_where_there_is_something_to_see_changes_nothing(body: str) -> None:
    """The marks behind the body make every check look at all of it, and are code themselves."""
    assert asked(body) == asked(f"{body}\n\n`](#|｜`")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("见[值班表](值班 表.xlsx)。", "1:2 文件名里有空格，成不了链接。请加尖括号：[值班表](<值班 表.xlsx>)；"),
        ('![图](流程 图.svg "图一")', '1:2 文件名里有空格，成不了链接。请加尖括号：[图](<流程 图.svg> "图一")；'),
        ("见[值班表]（值班表.xlsx）。", "1:2 网址外的括号是全角的，成不了链接。请用半角括号：[值班表](值班表.xlsx)。"),
        ("[市政府]（https://www.example.gov.cn/）", "1:1 网址外的括号是全角的"),
        ("[甲](a.md）", "1:1 网址外的括号是全角的"),
        ("！[流程](liucheng.svg)", "1:1 图片前的叹号是全角的"),
        ("| 日期 | 电话 |\n| 1 日 | 12345 |", "1:1 表头下面少一行横线，成不了表格。请在这一行下面加上 | --- | --- |。"),
        ("｜ 日期 ｜ 电话 ｜\n｜ --- ｜ --- ｜", "1:1 表格里的竖线是全角的"),
        (f"{TABLE}| 1 日 ｜ 12345 |", "3:7 表格里的竖线是全角的"),
        (f"{TABLE}| 1 日 |", "3:1 这一行有 1 格，表头有 2 格。"),
        (f"{TABLE}| 1 日 | 12345 | 甲 |", "3:1 这一行有 3 格，表头有 2 格。"),
        ("##一、放假", "1:1 # 后面少一个空格，成不了标题。请写成 ## 一、放假。"),
        ("#一、放假", "1:1 # 后面少一个空格"),
    ],
)
def test_slip_is_asked_about_where_it_stands(typed, says):
    (message,) = asked(typed)

    assert message.startswith(says)


@pytest.mark.parametrize(
    "typed",
    [
        "见[值班表](<值班 表.xlsx>)、[甲](a.md \"甲 乙\")和[乙](b.md '乙 丙.md')。",
        "[2024]（见附件）、[注]（共 3 项）、《办法》[甲]（试行）。",
        r"\[值班表\]（值班表.xlsx）",
        "`[值班表]（值班表.xlsx）`、`##一`",
        "```\n##一\n| 甲 | 乙 |\n| 丙 | 丁 |\n```",
        "快来看！[通知](tongzhi.md)",
        "#话题# 大家都在说",
        "首页｜新闻\n栏目｜动态",
        "| 甲 |\n\n| 乙 |",
        f"{TABLE}| 甲｜乙 | 12345 |\n| | |\n| 甲\\|乙 | `a` |",
        "甲 | 乙\n--- | ---\n1 | 2",
        f"{TABLE}| 1 | 2 |\n{{.no-row-headers}}",
        "| 甲 |\n| --- |\n| 乙 |",
        "脚注[^1]（见 a.md）\n\n[^1]: 注。",
    ],
)
def test_words_that_are_meant_as_they_stand_are_left_alone(typed):
    assert asked(typed) == []


@pytest.mark.parametrize("root", [HERE.parent, HERE / "sites" / "good"], ids=["sample", "good"])
def test_no_slip_in_the_sample_content(root):
    assert [it for it in read(root).findings if it.rule == "markdown-slip"] == []
