"""Look: a file → what linting it gives, here or in other processes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mingwen.each import Each
from mingwen.htmlfiles import STDIN
from mingwen.linting import RULES, Styles, decode, limits
from mingwen.linting.rule import Rule
from mingwen.linting.states import lint_in
from mingwen.model import Checked, Outline, Text
from mingwen.reasons import reason

# Bytes that a character takes at most.
LONGEST_CHARACTER = 4


@dataclass(frozen=True, slots=True)
class Look:
    """Reads and lints one file; a value, so that it travels to other processes."""

    rules: tuple[Rule, ...]
    styles: Styles
    media: tuple[str, ...] = ()

    def __call__(self, path: str) -> Checked | Text:
        """What was found, or why the file cannot be read."""
        most = LONGEST_CHARACTER * limits.LARGEST
        try:
            if path == STDIN:
                data = sys.stdin.buffer.read(most + 1)
            else:
                with Path(path).open("rb") as file:
                    data = file.read(most + 1)
        except OSError as error:
            return reason(error)
        if path == STDIN and not data.strip():
            return Text("没有收到内容，前面的命令可能没有取到网页", "nothing came; did the command before get a page?")
        if limits.is_binary(data):
            return Checked((limits.not_html(path),), (), Outline(path, "", ""))
        if len(data) > most:
            return Checked((limits.too_large(path),), (), Outline(path, "", ""))
        return lint_in(self.media, decode(data), self.rules, path, self.styles)

    def __reduce__(self) -> tuple[object, ...]:
        """Rules are functions, which do not travel; their ids do."""
        return again, (tuple(rule.id for rule in self.rules), self.styles, self.media)


def again(ids: tuple[str, ...], styles: Styles, media: tuple[str, ...]) -> Look:
    """The Look that __reduce__ sent, in the process that received it."""
    return Look(tuple(RULES[id_] for id_ in ids), styles, media)


def looked(look: Look, files: Sequence[str], each: Each) -> Iterator[Checked | Text]:
    """In the order of the files, whoever did the work; standard input is read by this process."""
    here = {path: look(path) for path in files if path == STDIN}
    away = iter(each(look, [path for path in files if path != STDIN], len(files)))
    return (here[path] if path in here else next(away) for path in files)
