"""Breadcrumbs, “信息来源：本网 发布日期：2024-01-19”, index blocks and dates in plain text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

# Label on the page → field of the manuscript; "" is furniture with a colon.
_LABELS = {
    "信息来源": "信息来源",
    "文章来源": "信息来源",
    "稿件来源": "信息来源",
    "内容来源": "信息来源",
    "来源": "信息来源",
    "发布日期": "发布日期",
    "发布时间": "发布日期",
    "公开日期": "发布日期",
    "日期": "发布日期",
    "发布机构": "发布机构",
    "发布单位": "发布机构",
    "发文机关": "发布机构",
    "发文单位": "发布机构",
    "公开机构": "发布机构",
    "制发机关": "发布机构",
    "成文日期": "成文日期",
    "成文时间": "成文日期",
    "生成日期": "成文日期",
    "发文日期": "成文日期",
    "索引号": "索引号",
    "索取号": "索引号",
    "文号": "文号",
    "发文字号": "文号",
    "主题分类": "主题分类",
    "信息分类": "主题分类",
    "主题词": "关键词",
    "关键词": "关键词",
    "责任编辑": "责任编辑",
    "责编": "责任编辑",
    "编辑": "责任编辑",
    "作者": "责任编辑",
    "有效性": "有效性",
    "效力状态": "有效性",
    "名称": "标题",
    "信息名称": "标题",
    "标题": "标题",
    "分享": "",
    "分享到": "",
    "分享至": "",
    "字体": "",
    "字号": "",
    "字体大小": "",
    "浏览次数": "",
    "阅读次数": "",
    "点击数": "",
    "点击次数": "",
    "浏览量": "",
    "阅读量": "",
    "访问次数": "",
    "打印": "",
}
# Words that begin a line of many a notice (“日期：1 月 5 日”): metadata only beside another label.
_WEAK = frozenset({"日期"})
DATES = frozenset({"发布日期", "成文日期"})
STATUSES = frozenset({"有效", "已修改", "已废止", "已失效"})
# Fields that stand at the head of an article page; where one is, the title is above or just below it.
ANCHORS = frozenset({"信息来源", "发布日期"})
# What is said below an article; 名称 or 文号 there belong to the article itself.
BELOW = frozenset({"信息来源", "发布日期", "责任编辑", ""})

_LABEL = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<label>{'|'.join(sorted(_LABELS, key=len, reverse=True))})\s*[】\]]?\s*[:：]"
)
_OPENING = " \u3000【[（(|｜"
_GAPS = " \u3000\u00a0|｜"
_EDGES = " \u3000\u00a0|｜【】[]"
_WHERE = re.compile(r"^.{0,8}?(?:位置|导航|路径)\s*[】\]]?\s*(?:[:：]|\s|(?=首页))\s*(?P<trail>\S.*)$")
_STEP = re.compile(r"\s*(?:-+>|=>|>+|›|»|＞|→|/|／|\\|▶)\s*")
_HOME = frozenset({"首页", "网站首页", "主页", "门户首页", "Home"})
_HERE = frozenset({"正文", "内容", "详情", "详细内容", "信息详情", "文章详情", "当前页", "内容页"})

_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:-|/|\.|年)\s*(?P<month>\d{1,2})\s*(?:-|/|\.|月)\s*(?P<day>\d{1,2})\s*日?"
    r"(?:\s*T?\s*(?P<hour>\d{1,2})\s*[:：时]\s*(?P<minute>\d{1,2})(?:\s*[:：分]\s*(?P<second>\d{1,2}))?(?:\.\d+)?\s*[秒分]?)?"
)
_DIGITS = {char: n for n, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_HAN_DATE = re.compile(r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")


@dataclass(frozen=True, slots=True)
class Said:
    """One labelled value of a metadata line; `field` is "" for furniture such as 分享. `words` are the
    label and the value exactly as they stand."""

    field: str
    label: str
    value: str
    words: str


def labelled(text: str) -> tuple[Said, ...]:
    """The labelled values of a line that begins with a label, else nothing."""
    found = list(_LABEL.finditer(text))
    if not found or text[: found[0].start()].strip(_OPENING):
        return ()
    if len(found) == 1 and found[0]["label"] in _WEAK:
        return ()
    # A bracket before a label belongs to it: 【字体：大 中 小】.
    starts = [len(text[: match.start()].rstrip(_OPENING)) for match in found]
    ends = [*starts[1:], len(text)]
    return tuple(
        Said(_LABELS[match["label"]], match["label"], _value(text[match.end() : end]), text[start:end].strip(_GAPS))
        for match, start, end in zip(found, starts, ends, strict=True)
    )


def _value(words: str) -> str:
    """A value without what stands around it; a bracket that closes nothing goes, 《…（试行）》 stays."""
    value = words.strip(_EDGES)
    for pair in ("（）", "()"):
        if value.count(pair[1]) > value.count(pair[0]):
            value = value.removesuffix(pair[1]).strip(_EDGES)
        if value.count(pair[0]) > value.count(pair[1]):
            value = value.removesuffix(pair[0]).strip(_EDGES)
    return value


def breadcrumb(text: str) -> tuple[str, ...]:
    """The columns of a breadcrumb, 首页 and 正文 left out: “您的位置：首页 > 政务公开 > 规划计划” → two names.

    Empty where the line is no breadcrumb.
    """
    located = _WHERE.match(text)
    steps = [step.strip(_EDGES) for step in _STEP.split(located["trail"] if located else text)]
    if len(steps) < 2 or (not located and steps[0] not in _HOME) or len(text) > 120:
        return ()
    return tuple(step for step in steps if step and step not in _HOME and step not in _HERE)


def moment(text: str) -> dt.date | dt.datetime | None:
    """A date, or a date and time to the minute, that is the whole of a text (brackets aside); else None."""
    words = text.strip(" \u3000（）()[]【】")
    if han := _HAN_DATE.fullmatch(words):
        year = int("".join(str(_DIGITS[char]) for char in han[1]))
        return _day(year, _number(han[2]), _number(han[3]))
    found = _DATE.fullmatch(words)
    if found is None:
        return None
    day = _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if day is None or found["hour"] is None:
        return day
    hour, minute = int(found["hour"]), int(found["minute"])
    return dt.datetime(day.year, day.month, day.day, hour, minute) if hour < 24 and minute < 60 else None


def has_seconds(text: str) -> bool:
    """Whether a date is given to the second, which `moment` leaves out."""
    found = _DATE.fullmatch(text.strip(" \u3000（）()[]【】"))
    return found is not None and found["second"] is not None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _number(han: str) -> int:
    tens, ten, ones = han.rpartition("十")
    if not ten:
        return _DIGITS[han] if len(han) == 1 else 0
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
