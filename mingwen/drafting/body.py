"""Lines of an article → Markdown, with a guess for each thing concluded. Every word stays, in its order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mingwen.drafting import escaping
from mingwen.drafting.lines import Line
from mingwen.drafting.numbering import Headed, formal, headed, numbered, repaired
from mingwen.drafting.signoff import SignOff, sign_off
from mingwen.model import Guess, Text

_ATTACHMENT = re.compile(r"附件\s*\d{0,2}\s*[:：]")
_ITEM = re.compile(r"\d{1,2}\s*[.．、]")


@dataclass(slots=True)
class _Body:
    lines: list[str] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)

    def add(self, block: str) -> int:
        """Append a block; returns the line, from 1, on which it begins."""
        if self.lines:
            self.lines.append("")
        self.lines += block.split("\n")
        return len(self.lines) - block.count("\n")

    def guess(self, line: Line, rule: str, zh: str, en: str, after: str = "") -> None:
        self.guesses.append(Guess(line.number, rule, Text(zh, en), line.text, after))

    def propose(self, line: Line, rule: str, zh: str, en: str, after: str, at: int) -> None:
        if self.lines[at - 1] != after:
            before = self.lines[at - 1]
            self.guesses.append(Guess(line.number, rule, Text(zh, en), before, after, applied=False, at=at))


def compose(lines: Sequence[Line]) -> tuple[str, tuple[Guess, ...], str]:
    """The body in Markdown, what was concluded, and the date of the sign-off as written ("" without one)."""
    body = _Body()
    signed = sign_off([line.text for line in lines])
    attached = False
    for at, line in enumerate(lines):
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        begins = _ATTACHMENT.match(line.text) is not None
        attached = begins or (attached and _ITEM.match(line.text) is not None)
        if signed and signed.start <= at < signed.end:
            if at == signed.start:
                _sign(body, lines, signed)
        elif attached:
            body.add(escaping.escape(line.text))
            if begins:
                body.guess(
                    line,
                    "attachment",
                    "附件说明，照录为正文；请把附件文件放在稿件旁，并在“附件”里列出文件名",
                    "A list of attachments, kept as text; put the files beside the manuscript and list them under 附件",
                )
        else:
            _paragraph(body, line, following)
    return "\n".join(body.lines) + ("\n" if body.lines else ""), tuple(body.guesses), signed.date if signed else ""


def _paragraph(body: _Body, line: Line, following: str) -> None:
    if found := headed(line.text, following):
        _heading(body, line, found)
        return
    at = body.add(escaping.escape(line.text))
    if mended := repaired(line.text):
        found = headed(mended, following)
        body.propose(
            line,
            "missing-bracket",
            "编号少了半个括号，疑似标题",
            "The number lacks a bracket; it looks like a heading",
            _markdown(found, formal(found.head)) if found else escaping.escape(mended),
            at,
        )
    elif (number := numbered(line.text)) and number.level <= 3:
        body.guess(
            line,
            "plain-number",
            "有编号，但像一段话，未作标题",
            "Numbered, but reads like a paragraph; not made a heading",
        )


def _heading(body: _Body, line: Line, found: Headed) -> None:
    head = escaping.heading(found.level, found.head)
    at = body.add(head)
    if found.rest:
        body.add(escaping.escape(found.rest))
        body.guess(
            line,
            "run-in",
            "标题与正文同在一行，在第一个句号处分开",
            "Heading and text share a line; parted at the first full stop",
            head,
        )
    else:
        body.guess(line, "heading", f"作 {found.level} 级标题", f"Made a heading of level {found.level}", head)
    body.propose(
        line,
        "heading-form",
        "标题改用全角标点和括号",
        "Full-width punctuation and brackets in the heading",
        escaping.heading(found.level, formal(found.head)),
        at,
    )


def _markdown(found: Headed, head: str) -> str:
    rest = f"\n\n{escaping.escape(found.rest)}" if found.rest else ""
    return escaping.heading(found.level, head) + rest


def _sign(body: _Body, lines: Sequence[Line], signed: SignOff) -> None:
    words = [line.text for line in lines[signed.start : signed.end]]
    body.add("::: 落款\n" + "\n\n".join(escaping.escape(text) for text in words) + "\n:::")
    body.guess(lines[signed.start], "sign-off", "作落款", "Made the sign-off", " ".join(words))
