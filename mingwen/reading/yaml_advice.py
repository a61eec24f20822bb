"""What is wrong with a front matter that YAML cannot read, in the author's terms.

Two slips are so usual, and so certain, that reading goes on as if they were mended, to find all other mistakes too:
a full-width colon after a known key, and no space after its colon.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from mingwen.model import Edit, Finding, Place, Text
from mingwen.reading.outcome import fail

KEY = re.compile(r"([A-Za-z_\u4e00-\u9fff]+)[ \t]*(：[ \t]*|:(?![ \t]|$))")
FULL_COLON = re.compile(r"^\s*(?:- )?[A-Za-z_\u4e00-\u9fff]+(：)")
TAB = re.compile(r"^ *(\t)")
OPEN_QUOTE = re.compile(r"""^\s*(?:- )?(?:[^\s:：]+: +)?(["'])(?:(?!\1).)*\1?\s*(\S*)""")
SPECIAL = re.compile(r"^\s*(?:- )?(?:[^\s:：]+: +)?([@`%*&!|>{}\[\],#?-])")


def mended(text: str, path: str, names: Mapping[str, str]) -> tuple[str, list[Finding]]:
    """The text with the two certain slips put right, and a finding for each."""
    findings, lines = [], text.split("\n")
    for number, line in enumerate(lines):
        found = KEY.match(line)
        if not found or found[1] not in names:
            continue
        if found[2] == ":" and line[found.end() :].startswith("//"):
            continue
        place = Place(path, number + 1, found.start(2) + 1)
        if found[2] != ":":
            zh, en = (
                f"“{found[1]}”后面是全角冒号，请改成半角冒号加空格",
                f"Write “: ” after “{found[1]}”, not a full-width colon",
            )
        else:
            zh, en = f"“{found[1]}”的冒号后面要空一格", f"Put a space after the colon of “{found[1]}”"
        right = f"{found[1]}: {line[found.end() :]}"
        edit = Edit(Place(path, number + 1, 1), line, right)
        findings.append(
            Finding("yaml", "yaml", "fail", place, Text(f"{zh}：{right}", f"{en}: {right}"), line, edit=edit)
        )
        lines[number] = right
    return "\n".join(lines), findings


def advise(text: str, path: str) -> Finding:
    """The usual cause of a YAML error at or just above its line; else YAML's own words, with the place."""
    line, column, problem = _error(text)
    lines = text.split("\n")
    for number in range(line, max(-1, line - 3), -1):
        typed = lines[number] if number < len(lines) else ""
        for pattern, zh, en in (
            (FULL_COLON, "冒号要用半角，后面空一格", "Use a half-width colon and a space after it"),
            (TAB, "缩进请用空格，不要用制表符（Tab）", "Indent with spaces, not with a tab"),
        ):
            if found := pattern.match(typed):
                return fail("yaml", Place(path, number + 1, found.start(1) + 1), zh + "。", en + ".", typed)
    place = Place(path, line + 1, column + 1)
    typed = lines[line] if line < len(lines) else ""
    if "flow sequence" in problem or "flow mapping" in problem:
        zh, en = (
            "括号没有配成对；文字以它开头的，请给整句加上引号",
            "A bracket is not closed; quote a text that begins with one",
        )
    elif "quoted scalar" in problem:
        zh, en = "引号没有配成对", "A quotation mark is not closed"
    elif (found := OPEN_QUOTE.match(typed)) and found[2]:
        zh, en = "以引号开头的内容，请在整句外面再加一对单引号 '…'", "Put the whole value in single quotes '…'"
    elif "mapping values are not allowed" in problem:
        zh, en = "内容里有“: ”，请给整句加上引号", "The value holds “: ”; put it in quotes"
    elif SPECIAL.match(typed):
        zh, en = "以这个符号开头的内容，请给整句加上引号", "A value that begins with this sign must be in quotes"
    elif "expected ':'" in problem:
        zh, en = "这一行没有冒号；每项写成 名称: 内容", "This line has no colon; write key: value"
    else:
        zh, en = "这一行的写法读不懂，请检查冒号、缩进和引号", "Cannot be read; check colons, indentation and quotes"
    return fail("yaml", place, zh + "。", en + ".", typed)


def _error(text: str) -> tuple[int, int, str]:
    """Line and column from 0, and the problem. Asked of the pure-Python loader, whose words do not vary."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        opened = any(each in (error.context or "") for each in ("quoted scalar", "flow sequence", "flow mapping"))
        mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
        problem = f"{error.context or ''} {error.problem or ''}"
        return (mark.line, mark.column, problem) if mark else (0, 0, problem)
    except (yaml.YAMLError, RecursionError) as error:
        return text[: getattr(error, "position", 0) or 0].count("\n"), 0, str(error)
    return 0, 0, ""
