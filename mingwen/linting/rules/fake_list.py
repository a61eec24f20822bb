"""fake-list: a list is a list, not lines that begin with a dot."""

from __future__ import annotations

import re

from mingwen.linting.ancestry import within
from mingwen.linting.dom import Node, cut, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import Passage, passages, said
from mingwen.model import Text

BULLET = re.compile(r"[\s\u3000\u00a0]*([•●○■◆◇▪▸►‣✓✔★☆➤·﹒]|[*＊–-][ \u00a0\u3000])")
NUMBER = re.compile(r"[\s\u3000\u00a0]*(\d{1,2})[.、．)）]")
# Either of them.
FIRST = re.compile(r"[\s\u3000\u00a0]*(?:[•●○■◆◇▪▸►‣✓✔★☆➤·﹒]|[*＊–-][ \u00a0\u3000]|\d\d?[.、．)）])")
# A run of this many lines is a list; numbered lines also occur as sub-headings.
RUN, NUMBERED_RUN = 2, 3
ELSEWHERE = "li, table, pre, nav, dl"


@Rule(
    id="fake-list",
    name=Text("列表要用列表标记", "A list is more than lines with dots"),
    why=Text(
        "打出来的圆点，读屏软件逐个念“黑点”，也不说一共几项。",
        "A screen reader speaks every typed “bullet”, and does not say how many items there are.",
    ),
    basis=("WCAG 2.2 1.3.1", "WCAG Techniques H48"),
    wcag=("1.3.1",),
    level="advice",
    on="body",
    says={
        "typed": Text(
            "从“{words}”起连续 {count} 行用符号打头。请人工确认：若是列表，请用 ul 和 li。",
            "From {words!r} on, {count} lines begin with a mark. If this is a list, use ul and li.",
        ),
        "broken": Text(
            "从“{words}”起连续 {count} 行编了号、用 br 换行。请人工确认：若是列表，请用 ol 和 li。",
            "From {words!r} on, {count} numbered lines are parted by br. If this is a list, use ol and li.",
        ),
    },
    bad=(
        Example("<p>• 身份证</p><p>• 户口簿</p><p>• 申请表</p>", says="typed"),
        Example("<p>材料：<br>- 身份证<br>- 户口簿", says="typed"),
        Example("<p>1.身份证<br>2.户口簿<br>3.申请表", says="broken"),
    ),
    good=(
        Example("<ul><li>身份证<li>户口簿</ul>"),
        Example("<p>1. 加强领导。</p><p>2. 明确责任。</p><p>3. 严格考核。</p>"),
        Example("<p>*为必填项</p>"),
        Example("<p>2023-2024<br>2024-2025"),
    ),
)
def fake_list(body: Node) -> Hits:
    if not any(map(FIRST.match, said(body).replace("\n\n", "\n").split("\n"))):
        return
    lines = [
        (passage, line)
        for passage in passages(body)
        for line in passage.text.split("\n")
        if line and not line.isspace()
    ]
    at = 0
    while at < len(lines):
        if not FIRST.match(lines[at][1]):
            at += 1
            continue
        end = run(lines, at, BULLET, one_block=False)
        if end - at >= RUN and not inside_list(lines[at][0].node):
            yield lines[at][0].node.ask(
                "typed", words=cut(squeeze(lines[at][1])[:30]), count=end - at, quote=lines[at][1]
            )
        else:
            end = run(lines, at, NUMBER, one_block=True)
            if end - at >= NUMBERED_RUN and not inside_list(lines[at][0].node):
                words = squeeze(lines[at][1])[:30]
                yield lines[at][0].node.ask("broken", words=words, count=end - at, quote=lines[at][1])
        at = max(end, at + 1)


def run(lines: list[tuple[Passage, str]], start: int, mark: re.Pattern[str], *, one_block: bool) -> int:
    """Where the run of lines that begin with the same mark ends; numbers must go up by one."""
    first = mark.match(lines[start][1])
    if not first:
        return start
    at = start
    while at < len(lines):
        passage, line = lines[at]
        found = mark.match(line)
        near = passage is lines[start][0] if one_block else passage.node.parent is lines[start][0].node.parent
        if not found or not near:
            break
        if one_block and int(found[1]) != int(first[1]) + at - start:
            break
        if not one_block and found[1] != first[1]:
            break
        at += 1
    return at


def inside_list(node: Node) -> bool:
    """Whether it stands in a real list, or where lines mean something else."""
    return within(node, ELSEWHERE)
