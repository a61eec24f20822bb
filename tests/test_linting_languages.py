"""Telling languages apart: certain, or silent."""

from __future__ import annotations

import pytest

from mingwen.linting.detection import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("今天召开会议，研究部署法治建设工作。", "zh"),
        ("根据WTO规则，对外公布2023年度报告的主要内容。", "zh"),
        ("東京都は日本の首都です。", "ja"),
        ("서울은 대한민국의 수도입니다.", "ko"),
        ("The rule of law is the basis of all that we do.", "en"),
        ("La loi est la même pour tous, soit qu'elle protège, soit qu'elle punisse.", "fr"),
        ("Die Würde des Menschen ist unantastbar.", "de"),
        ("Hij ging met de kippen op stok.", "nl"),
    ],
)
def test_languages_that_are_told(text, language):
    assert detect(text).language == language


@pytest.mark.parametrize(
    "text",
    ["", "WTO", "2024", "Paris", "I love ACT rules!", "Fireworks over Paris", "Paul put dire comment on tape",
     "首页 Home 新闻 News 政务 Government"],
)  # fmt: skip
def test_what_is_not_certain_is_left_open(text):
    assert detect(text).language == ""
