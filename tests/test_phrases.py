"""Titles break between phrases, and spans of time nowhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from mingwen.rendering.phrases import body, phrased, phrases, whole


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        ("样例市法律援助便民服务办法", "样例市 法律 援助 便民 服务 办法"),
        ("（二）服务保障重大战略", "（二）服务 保障 重大战略"),
        ("一、2023年法治政府建设情况", "一、2023年 法治 政府 建设 情况"),
        ("样例市司法局2026年工作要点", "样例市 司法局 2026年 工作要点"),
        ("怎样看得更清楚、听得更明白", "怎样 看得更 清楚、 听得更 明白"),
    ],
)
def test_words_stay_whole(title: str, pieces: str) -> None:
    """A number stays with its heading, 的 and 要点 with what they belong to; nothing begins with a mark."""
    assert phrases(title) == tuple(pieces.split())


def test_marked_for_the_stylesheet_and_escaped() -> None:
    assert phrased("法律援助<问答>") == Markup('<span class="ph">法律<wbr>援助<wbr>&lt;问答&gt;</span>')
    assert phrased("Legal aid <in brief>") == Markup("Legal aid &lt;in brief&gt;")
    assert phrased("公告") == Markup("公告")


def test_times_and_years_stay_whole() -> None:
    assert whole("工作日8:30—12:00，14:30—17:30 <午休>") == (
        '工作日<span class="whole">8:30—12:00</span>，<span class="whole">14:30—17:30</span> &lt;午休&gt;'
    )


def test_days_stay_whole_where_no_text_runs() -> None:
    """In running text each element is one more stop for a screen reader on a phone."""
    assert whole("本网发布，时间是2024年1月19日。") == '本网发布，时间是<span class="whole">2024年1月19日</span>。'
    assert body("<p>自2024年1月19日起</p>") == "<p>自2024年1月19日起</p>"


def test_body_keeps_its_lines_its_tags_and_its_headings_with_tags_in_them() -> None:
    html = (
        '<h2 id="a">一、法律援助&amp;服务</h2>\n<p title="8:00—9:00">2021—2025年，\n不变。</p>\n'
        "<h3>法律<strong>援助</strong>服务</h3>\n<h2>公告</h2>\n"
    )

    assert body(html) == (
        '<h2 id="a"><span class="ph">一、法律<wbr>援助&amp;<wbr>服务</span></h2>\n'
        '<p title="8:00—9:00"><span class="whole">2021—2025年</span>，\n不变。</p>\n'
        "<h3>法律<strong>援助</strong>服务</h3>\n<h2>公告</h2>\n"
    )


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="法律援助服务2026年（一）、“”《》的，—:A<&\n ", max_size=30))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(phrases(text)) == text
    assert Markup(re.sub(r"<wbr>|</?span[^>]*>", "", str(phrased(text)))).unescape() == text
    assert Markup(re.sub(r"</?span[^>]*>", "", str(whole(text)))).unescape() == text
