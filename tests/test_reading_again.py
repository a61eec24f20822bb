"""A manuscript that was read before is read like one that was not: what is known makes it quicker, not different."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mingwen.model import Column
from mingwen.reading.parse import parse
from mingwen.reading.parsed import Source

COLUMN = Column("tz", "tz", "通知", kind="notice")
HEAD = "---\n标题: 通知\n发布日期: 2024-01-19 09:00\n信息来源: 样例局\n附件: biao.xlsx\n旧网址: /a/1.html\n---\n\n"
BODY = "## 一、便民服务\n\n见[附表](biao.xlsx)。\n\n## 二、便民服务\n\n有字。\n"


def source(text: str) -> Source:
    return Source("content/tz/a.md", text.encode(), COLUMN)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + BODY,
        HEAD + BODY + "\n又一段。\n",
        HEAD + "没有标题了。\n",
        HEAD + BODY.replace("便民服务", "行业处室"),
        HEAD + BODY.replace("一、", "三、"),
        HEAD.replace("2024-01-19", "2024-13-19") + BODY,
        HEAD.replace("标题: 通知\n", "") + BODY,
        HEAD.replace("标题: 通知", "标题: 通告") + BODY,
        HEAD.replace("---\n标题", "---\n草稿: 是\n标题") + BODY,
        HEAD.replace("---\n标题", "---\n语言: en\n标题") + BODY,
        "没有开头。\n",
        "\x00",
    ],
)
def test_what_was_read_before_changes_nothing(text):
    before = parse(source(HEAD + BODY))
    known = replace(source(text), before=replace(before, spelt=()), spelt=before.spelt)

    assert parse(known) == parse(source(text))


def test_mistakes_are_told_again():
    """The front matter is the same, and so are the mistakes in it."""
    wrong = source(HEAD.replace("2024-01-19", "2024-13-19") + BODY)
    before = parse(wrong)

    assert before.findings
    assert parse(replace(wrong, before=before, spelt=before.spelt)) == before
