"""What rules about words share: passages as they are shown, and what pages of a site repeat."""

from __future__ import annotations

import pytest

from mingwen.linting import Styles
from mingwen.linting.ancestry import inside
from mingwen.linting.blocks import layout
from mingwen.linting.dom import Page
from mingwen.linting.texts import passages
from mingwen.linting.topics import coverage


def page(html: str, **others: str) -> Page:
    return Page(html, "a.html", Styles({f"{name}.html": text for name, text in others.items()}))


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>点击<b>右侧</b>按钮<p>甲", ["点击右侧按钮", "甲"]),
        ("<div>前<p>中</p>后</div>", ["前", "中", "后"]),
        ("<p> 样例路\n 1 号 <br> 样例大厦 <br>", ["样例路 1 号\n样例大厦"]),
        ("<p>　　缩进&nbsp;&nbsp;两格", ["　　缩进\u00a0\u00a0两格"]),
        ("<p>看得见<span hidden>看不见</span><script>a</script><p hidden>也看不见", ["看得见"]),
        ("<title>标题</title><select><option>甲</select>", []),
    ],
)
def test_passages_are_what_is_shown_between_blocks(html, said):
    assert [passage.text for passage in passages(page(html).root)] == said


def test_words_outside_of_links_are_counted():
    """A row of links is a menu, whatever its length."""
    found = passages(page("<p><a href=a>通知公告</a> <a href=b>政策文件</a><p>见<a href=a>公告</a>。").root)

    assert [(passage.plain, passage.is_plain) for passage in found] == [(0, False), (2, True)]


def test_nesting_of_any_depth_is_no_danger():
    deep = page("<div>" * 20_000 + "甲")

    assert [passage.text for passage in passages(deep.root)] == ["甲"]
    assert inside(passages(deep.root)[0].node, "body")


def test_a_linked_page_shows_what_is_repeated():
    found = layout(
        page(
            "<div>样例市司法局门户</div><p>本页自己的内容<a href=b.html>下一页</a>",
            b="<div>样例市司法局门户</div><p>另一页",
        ).root
    )

    assert [passage.text for passage in found.repeated] == ["样例市司法局门户"]
    assert found.main
    assert found.main.text.startswith("本页自己的内容")
    assert found.sure


def test_without_another_page_nothing_is_sure():
    """A few links at the start are no menu; a nav is one."""
    assert not layout(page("<a href=c.html>首页</a><p>内容").root).repeated
    assert not layout(page("<nav><a href=c.html>首页</a></nav><p>内容").root).sure
    assert layout(page("<nav><a href=c.html>首页</a></nav><p>内容").root).repeated


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        ("Apple season", "Seasons of apples", 1.0),
        ("Apple season", "clementines", 0.0),
        ("办公时间", "办公地址", 1 / 3),
        ("、。", "随便什么", 1.0),
    ],
)
def test_coverage_compares_stems_and_pairs_of_characters(part, whole, share):
    assert coverage(part, whole) == pytest.approx(share)
