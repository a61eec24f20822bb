"""What an import concluded, for people to read: grouped, by line, within 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from mingwen.columns import width
from mingwen.model import Draft, Guess, Lang, Text

_COLUMNS = 80
_GROUPS = (
    (("encoding", "field", "column"), Text("开头的各项", "Front matter")),
    (("left-out",), Text("没有收入的行（一字未改，列在这里备查）", "Lines left out, as they were")),
    (("heading",), Text("标题", "Headings")),
)
_OTHERS = Text("请看一眼", "Please look at these")
_WAITING = Text("建议（没有改；认可就加 --fix --force 再来一次）", "Proposals (accept them with --fix --force)")
_DONE = Text("按建议改了（--fix）", "Applied (--fix)")


def told(draft: Draft, proposals: tuple[Guess, ...], fix: bool, lang: Lang) -> str:
    """All groups that hold something. `proposals` are the ones of the draft before --fix."""
    facts = [guess for guess in draft.guesses if not guess.at]
    parts = []
    for rules, name in _GROUPS:
        parts.append((name, [line for guess in facts if guess.rule in rules for line in _short(guess, lang)]))
    known = {rule for rules, _ in _GROUPS for rule in rules}
    others = [guess for guess in facts if guess.rule not in known]
    parts.append((_OTHERS, [line for guess in others for line in _long(guess, lang)]))
    parts.append((_DONE if fix else _WAITING, [line for guess in proposals for line in _change(guess, lang)]))
    return "\n\n".join("\n".join([name.of(lang), *lines]) for name, lines in parts if lines)


def _short(guess: Guess, lang: Lang) -> Iterator[str]:
    """One line: what came of it, or what it was, then why where that is no matter of course."""
    message = guess.message.of(lang)
    if guess.rule == "heading":
        yield _row(guess.line, guess.after, lang)
        return
    yield _row(guess.line, guess.after or guess.before or message, lang)
    if guess.after and guess.before and not guess.before.endswith(guess.after.partition(": ")[2]):
        yield _indented(f"← {guess.before}")
    if (guess.after or guess.before) and not message.startswith(("作", "Taken as")):
        yield _indented(f"（{message}）" if lang == "zh" else f"({message})")


def _long(guess: Guess, lang: Lang) -> Iterator[str]:
    yield _row(guess.line, guess.message.of(lang), lang)
    if guess.before:
        yield _indented(guess.before)
    if guess.after and guess.after != guess.before:
        yield _indented(f"→ {guess.after}")


def _change(guess: Guess, lang: Lang) -> Iterator[str]:
    before, after = Text("原文 ", "before "), Text("改为 ", "after  ")
    yield _row(guess.line, guess.message.of(lang), lang)
    # Where a paragraph was broken, an arrow shows the place.
    yield _indented(before.of(lang) + guess.before.replace("\n\n", "↵"))
    yield _indented(after.of(lang) + guess.after.replace("\n\n", "↵"))


def _row(line: int, words: str, lang: Lang) -> str:
    where = (Text(f"第 {line} 行", f"line {line}") if line else Text("全文", "whole")).of(lang)
    return _fitted(f"  {where}{' ' * max(10 - width(where), 1)}{words}")


def _indented(words: str) -> str:
    return _fitted(" " * 12 + words)


def _fitted(words: str) -> str:
    """On one line of the terminal; nothing that would steer the terminal gets through."""
    shown = "".join(char if char.isprintable() or char == "\u3000" else " " for char in words)
    if width(shown) <= _COLUMNS:
        return shown
    while width(shown) > _COLUMNS - 4:
        shown = shown[:-1]
    return shown + "……"
