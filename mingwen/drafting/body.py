"""Lines of an article → Markdown, with a guess for each thing concluded. Every word stays, in its order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from mingwen.drafting import attachments, escaping
from mingwen.drafting.lines import Line
from mingwen.drafting.numbering import Headed, formal, headed, is_sentence, numbered, repaired
from mingwen.drafting.signoff import SignOff, sign_off
from mingwen.model import Guess, Text


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


def compose(lines: Sequence[Line]) -> tuple[str, tuple[Guess, ...], Line | None]:
    """The body in Markdown, what was concluded, and the date of the sign-off as written (None without one)."""
    body = _Body()
    signed = sign_off([line.text for line in lines])
    at = 0
    while at < len(lines):
        line, rest = lines[at], lines[at + 1 :]
        if signed and at == signed.start:
            _sign(body, lines, signed)
            at = signed.end
            continue
        # What belongs together ends where the sign-off begins.
        room = rest[: signed.start - at - 1] if signed and at < signed.start else rest
        if attachments.begins(line.text):
            at += _attachments(body, line, room)
        elif (rows := _rows(line, room)) > 1:
            _table(body, lines[at : at + rows])
            at += rows
        elif (broken := _broken(line, room)) > 1:
            _join(body, lines[at : at + broken])
            at += broken
        else:
            _paragraph(body, line, rest[0].text if rest else "")
            at += 1
    date = Line(lines[signed.end - 1].number, signed.date) if signed else None
    return "\n".join(body.lines) + ("\n" if body.lines else ""), tuple(body.guesses), date


def _attachments(body: _Body, line: Line, rest: Sequence[Line]) -> int:
    """One paragraph of a list of attachments, an item a line; returns how many lines it took."""
    items = [line, *takewhile(lambda one: attachments.goes_on(one.text) or attachments.begins(one.text), rest)]
    # A backslash at its end breaks a line; apart, the items would look like headings.
    body.add("\\\n".join(escaping.escape(item.text) for item in items))
    body.guess(
        line,
        "attachment",
        "附件说明，照录为正文；请把附件文件放在稿件旁，并在“附件”里列出文件名",
        "A list of attachments, kept as text; put the files beside the manuscript and list them under 附件",
    )
    return len(items)


def _rows(line: Line, rest: Sequence[Line]) -> int:
    """How many lines, from this one on, are rows of one table: as many cells each, parted by tabs, and none missing
    from the first."""
    wanted = len(line.cells)
    if wanted < 2 or not all(line.cells):
        return 0
    return 1 + len([*takewhile(lambda one: len(one.cells) == wanted, rest)])


def _table(body: _Body, lines: Sequence[Line]) -> None:
    """Rows copied from a document or a page stand as paragraphs until somebody accepts that they are a table."""
    parts = [escaping.escape(line.text) for line in lines]
    at, *_ = [body.add(part) for part in parts]
    rows = ["| " + " | ".join(map(_cell, line.cells)) + " |" for line in lines]
    rows.insert(1, "|" + " --- |" * len(lines[0].cells))
    body.guesses.append(
        Guess(
            lines[0].number,
            "table",
            Text(
                f"{len(lines)} 行都用制表符分成 {len(lines[0].cells)} 格，疑似表格，首行作表头",
                f"{len(lines)} lines of {len(lines[0].cells)} cells parted by tabs; they look like a table",
            ),
            "\n\n".join(parts),
            "\n".join(rows),
            applied=False,
            at=at,
        )
    )


def _cell(words: str) -> str:
    return escaping.escape(words).replace("\\|", "|").replace("|", "\\|")


def _broken(line: Line, rest: Sequence[Line]) -> int:
    """How many lines, from this one on, make one paragraph that was broken behind a comma."""
    count = 1
    for after in rest:
        if line.text[-1] not in "，," or any(map(_is_special, (line.text, after.text))):
            break
        line, count = after, count + 1
    return count


def _is_special(text: str) -> bool:
    return numbered(text) is not None or repaired(text) is not None or attachments.begins(text)


def _join(body: _Body, lines: Sequence[Line]) -> None:
    parts = [escaping.escape(line.text) for line in lines]
    at, *_ = [body.add(part) for part in parts]
    body.guesses.append(
        Guess(
            lines[0].number,
            "broken-paragraph",
            Text("段落在逗号处断开了，疑似一段", "The paragraph breaks off behind a comma; it looks like one"),
            "\n\n".join(parts),
            escaping.escape("".join(line.text for line in lines)),
            applied=False,
            at=at,
        )
    )


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
    elif is_sentence(line.text) and (found := headed(line.text[:-1], following)):
        body.propose(
            line,
            "sentence",
            "有编号的一整句，疑似标题",
            "A whole sentence with a number; it may be a heading",
            escaping.heading(found.level, f"{formal(found.head)}。"),
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
