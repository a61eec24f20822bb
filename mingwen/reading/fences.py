"""Where the front matter of a manuscript begins and ends."""

from __future__ import annotations

import re

from mingwen.model import Finding, Place
from mingwen.reading.outcome import fail

DASHES = re.compile(r"[-—–－─]{2,}\s*")


def split(text: str, path: str) -> tuple[str, int, tuple[Finding, ...]]:
    """Front matter and the number of lines up to and with its closing `---`; 0 lines where there is none."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    opening = lines[first].rstrip()
    if opening != "---":
        zh, en = (
            "稿件要以 --- 一行开头，下面写 标题: 等各项",
            "A manuscript opens with a line ---, then title: and so on",
        )
        if DASHES.fullmatch(opening):
            zh, en = f"开头的“{opening}”要写成三个半角减号 ---", f"Write the opening {opening} as three hyphens, ---"
        return "", 0, (fail("front-matter", Place(path, first + 1, 1), zh + "。", en + "."),)
    for number in range(first + 1, len(lines)):
        if lines[number].rstrip() == "---":
            return "\n" * (first + 1) + "\n".join(lines[first + 1 : number]), number + 1, ()
    loose = (
        number
        for number in range(first + 1, len(lines))
        if DASHES.fullmatch(lines[number]) or lines[number].strip() == ""
    )
    line = next(loose, len(lines) - 1) + 1
    zh, en = "开头各项写完后，要有一行 --- 收尾", "Close the front matter with a line ---"
    return "", 0, (fail("front-matter", Place(path, line, 1), zh + "。", en + "."),)
