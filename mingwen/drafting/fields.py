"""Head and tail of a page → the fields of the front matter, with a guess for each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from mingwen.drafting.frontmatter import scalar
from mingwen.drafting.head import Head, title_of
from mingwen.drafting.lines import Line
from mingwen.drafting.metadata import DATES, STATUSES, breadcrumb, has_seconds, labelled, moment
from mingwen.drafting.tail import Tail
from mingwen.model import Guess, Text

NEEDED = ("标题", "发布日期", "信息来源")
_ORDER = (
    "标题",
    "类型",
    "发布日期",
    "信息来源",
    "责任编辑",
    "栏目",
    "关键词",
    "文号",
    "有效性",
    "发布机构",
    "索引号",
    "主题分类",
    "成文日期",
)
# Only what a title says beyond doubt; a policy also needs its status, which no title tells.
_KINDS = (
    (re.compile(r"解读(?:[（(].*[）)])?$"), "解读"),
    (re.compile(r"报告(?:[（(].*[）)])?$"), "报告"),
    (re.compile(r"(?:公告|通告|公示)(?:[（(].*[）)])?$"), "公告"),
)
_SECONDS = Text("秒没有写入", "The seconds were not kept")


class _Gathered:
    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.guesses: list[Guess] = []

    def put(self, line: Line, key: str, value: object, note: Text | None = None) -> None:
        """Keep a value; a second one for the same field is only reported."""
        if key in self.values and not _sharper(value, self.values[key]):
            same = self.values[key] == value
            self.leave(line, "与前面的相同" if same else f"{key} 已取前面的值", "The same is said above")
            return
        self.values[key] = value
        said = note or Text(f"作{key}", f"Taken as {key}")
        self.guesses.append(Guess(line.number, "field", said, line.text, f"{key}: {scalar(value)}"))

    def leave(self, line: Line, zh: str, en: str) -> None:
        self.guesses.append(Guess(line.number, "left-out", Text(f"{zh}，未收入", f"{en}; left out"), line.text))

    def labels(self, lines: Iterable[Line]) -> None:
        for line in lines:
            for one in labelled(line.text):
                value = moment(one.value) if one.field in DATES else one.value
                words = Line(line.number, one.words)
                if not one.field:
                    self.leave(words, "网页工具", "A tool of the page")
                elif not value:
                    reason = "读不出日期" if one.field in DATES and one.value else "没有内容"
                    self.leave(words, reason, "Holds no value that can be used")
                elif one.field == "有效性" and value not in STATUSES:
                    self.leave(
                        words, "有效性只能是有效、已修改、已废止、已失效", "Not one of the four words for status"
                    )
                else:
                    self.put(words, one.field, value, _SECONDS if has_seconds(one.value) else None)


def gather(top: Head, bottom: Tail, signed: Line | None) -> tuple[tuple[tuple[str, object], ...], tuple[Guess, ...]]:
    """Fields in the order of the manuscript, then guesses by line. A needed field not found has the value None.
    `signed` is the date of the sign-off, with its line."""
    found = _Gathered()
    if top.title:
        whole = Line(top.title[0].number, title_of(top.title))
        note = Text("两行合成标题", "Two lines joined as the title") if len(top.title) > 1 else None
        found.put(whole, "标题", whole.text, note)
    found.labels(top.said)
    _page(found, top)
    found.labels(bottom.said)
    for line in bottom.tools:
        found.leave(line, "网页的页脚或工具", "Footer or tools of the page")
    _concluded(found, top, signed)
    missing = [key for key in NEEDED if key not in found.values]
    found.guesses.sort(key=lambda guess: guess.line)
    fields = {key: found.values.get(key) for key in _ORDER if key in found.values or key in missing}
    return tuple(fields.items()), tuple(found.guesses)


def _page(found: _Gathered, top: Head) -> None:
    """Breadcrumbs, a date or number that stands alone, and the lines that are no part of the document."""
    for line in top.crumbs:
        steps = [step for step in breadcrumb(line.text) if step != found.values.get("标题")]
        if steps:
            trail = " > ".join(steps)
            found.put(line, "栏目", steps[-1], Text(f"面包屑 {trail}，作栏目", f"Breadcrumb {trail}, taken as column"))
        else:
            found.leave(line, "面包屑里没有栏目", "The breadcrumb names no column")
    for key, alone in (("发布日期", top.date), ("文号", top.number)):
        if alone is not None:
            value = moment(alone.text) if key == "发布日期" else alone.text
            note = Text(f"独占一行，作{key}", f"On a line of its own, taken as {key}")
            found.put(alone, key, value, _SECONDS if has_seconds(alone.text) else note)
    for line in top.tools:
        found.leave(line, "网页工具栏", "Toolbar of the page")
    for line in top.again:
        found.leave(line, "与标题重复", "Repeats the title")
    for line in top.rest:
        found.leave(line, "标题上方的文字，当作网页抬头", "Words above the title, taken for the page's banner")


def _concluded(found: _Gathered, top: Head, signed: Line | None) -> None:
    title = str(found.values.get("标题", ""))
    first = top.title[0].number if top.title else 0
    if "有效性" in found.values:
        # Only a policy has one, and elsewhere the field would be a mistake.
        found.put(Line(0, ""), "类型", "政策文件", Text("由有效性推断类型", "Kind concluded from the status"))
    for pattern, kind in _KINDS:
        if "类型" not in found.values and pattern.search(title):
            note = Text("由标题推断类型", "Kind concluded from the title")
            found.put(Line(first, title), "类型", kind, note)
            break
    if signed and "成文日期" not in found.values:
        note = Text("由落款推断成文日期", "Date of writing concluded from the sign-off")
        found.put(signed, "成文日期", _day(signed.text), note)


def _sharper(value: object, before: object) -> bool:
    """Whether a value is the same day as before, with the time of day added."""
    return isinstance(value, dt.datetime) and not isinstance(before, dt.datetime) and value.date() == before


def _day(text: str) -> dt.date | None:
    value = moment(text)
    return value.date() if isinstance(value, dt.datetime) else value
