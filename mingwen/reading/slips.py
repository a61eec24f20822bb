"""Slips of Markdown that are no mistake to a parser and yet not what was meant: the page would show the marks.

Each check is narrow: words that somebody may have meant as they stand are left alone.
"""

from __future__ import annotations

import re

from mingwen.reading.manuscript import Manuscript

RULE = "markdown-slip"
# What code and comments begin with, in which nothing is read.
UNREAD = ("`", "~~~", "<!--")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<!--.*?-->")
FILE = r"[^\s()（）<>]*\.[A-Za-z][A-Za-z0-9]{1,4}(?:#[^\s()（）]*)?"
ADDRESS = rf"(?:https?://[^\s()（）<>]+|{FILE})"
WORDS = r"(?<!\\)\[(?!\^)([^\[\]\\]+)\]"
WIDE_BRACKETS = re.compile(rf"{WORDS}(?:（\s*({ADDRESS})\s*[）)]|\(\s*({ADDRESS})\s*）)")
BLANK = re.compile(rf"{WORDS}\(\s*([^\s()（）<>\"'][^()<>\"']*?)\s*(\s\"[^\"]*\"|\s'[^']*')?\)")
ENDS_AS_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}(#\S*)?$")
WIDE_MARK = re.compile(
    r"！(?=\[[^\[\]\\]*\][(（][^()（）]*\.(?:png|jpe?g|gif|webp|svg|bmp|avif)[^()（）]*[)）])", re.IGNORECASE
)
HEADING = re.compile(r" {0,3}(#{2,6}(?=[^#\s])|#(?=[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）))([^#]+)#*$")
ROW = re.compile(r" {0,3}[|｜]")
RULER = re.compile(r" {0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
BAR = re.compile(r"(?<!\\)\|")
MOST = 40


def check(manuscript: Manuscript) -> None:
    """Asks about each slip in the body, at its line and column."""
    body = manuscript.text
    lines = _prose(manuscript.lines) if any(mark in body for mark in UNREAD) else manuscript.lines
    links, headings = "](" in body or "]（" in body, "#" in body
    for number, text in enumerate(lines) if links or headings else ():
        if links and ("](" in text or "]（" in text):
            _links(manuscript, number, text)
        if "#" in text and (found := HEADING.match(text)):
            right = f"{found[1]} {found[2].strip()}"
            zh = f"# 后面少一个空格，成不了标题。请写成 {right}。"
            _ask(manuscript, number, found.start(1), zh, f"A heading needs a blank after #. Write {right}.", text)
    if "|" in body or "｜" in body:
        _tables(manuscript, lines)


def _prose(lines: list[str]) -> list[str]:
    """The lines, with code and comments blanked out in their places."""
    prose, fence = [], ""
    for line in lines:
        found = FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            prose.append("")
        elif found:
            fence = found[1]
            prose.append("")
        else:
            prose.append(CODE.sub(lambda span: "\0" * len(span[0]), line) if "`" in line or "<!--" in line else line)
    return prose


def _links(manuscript: Manuscript, number: int, text: str) -> None:
    for found in WIDE_BRACKETS.finditer(text):
        right = f"[{found[1]}]({found[2] or found[3]})"
        zh = f"网址外的括号是全角的，成不了链接。请用半角括号：{right}。"
        _ask(manuscript, number, found.start(), zh, f"A link needs ASCII brackets: {right}.", found[0])
    for found in BLANK.finditer(text):
        if re.search(r"\s", found[2]) and ENDS_AS_FILE.search(found[2]):
            right = f"[{found[1]}](<{found[2]}>{found[3] or ''})"
            zh = f"文件名里有空格，成不了链接。请加尖括号：{right}；或给文件改名，去掉空格。"
            en = f"A blank ends the target of a link. Write {right}, or rename the file."
            _ask(manuscript, number, found.start(), zh, en, found[0])
    for found in WIDE_MARK.finditer(text):
        zh, en = (
            "图片前的叹号是全角的，成不了图片。请用半角的 !。",
            "An image begins with an ASCII !, not a full-width one.",
        )
        _ask(manuscript, number, found.start(), zh, en, text[found.start() :])


def _tables(manuscript: Manuscript, lines: list[str]) -> None:
    number = 0
    for first, head in enumerate(lines):
        if first < number or ("|" not in head and "｜" not in head):
            continue
        number = first
        if number + 1 < len(lines) and "|" in head and "|" in lines[number + 1] and RULER.match(lines[number + 1]):
            number = _rows(manuscript, lines, number)
            continue
        while number < len(lines) and ROW.match(lines[number]):
            number += 1
        if number - first >= 2 and all(len(_cells(text.replace("｜", "|"))) >= 2 for text in lines[first:number]):
            _no_table(manuscript, lines, first)


def _rows(manuscript: Manuscript, lines: list[str], head: int) -> int:
    """Every row of a table has the cells of its head. Returns the line behind the table."""
    wanted, number = len(_cells(lines[head])), head + 2
    while number < len(lines) and lines[number].strip():
        text = lines[number]
        has = len(_cells(text))
        if "｜" in text and has < wanted:
            _wide_bar(manuscript, number, text)
        elif ROW.match(text) and has != wanted:
            zh = f"这一行有 {has} 格，表头有 {wanted} 格。请补齐或删去，空的格子也要留着竖线。"
            en = f"This row has {has} cells and the head {wanted}. Give each row as many; an empty cell keeps its bar."
            _ask(manuscript, number, len(text) - len(text.lstrip()), zh, en, text)
        number += 1
    return number


def _no_table(manuscript: Manuscript, lines: list[str], first: int) -> None:
    if "｜" in lines[first]:
        _wide_bar(manuscript, first, lines[first])
        return
    if "｜" in lines[first + 1] and RULER.match(lines[first + 1].replace("｜", "|")):
        _wide_bar(manuscript, first + 1, lines[first + 1])
        return
    if RULER.match(lines[first + 1]):
        return
    line = "|" + " --- |" * len(_cells(lines[first]))
    zh = f"表头下面少一行横线，成不了表格。请在这一行下面加上 {line}。"
    en = f"A table needs a ruler below its head. Add the line {line}."
    _ask(manuscript, first, len(lines[first]) - len(lines[first].lstrip()), zh, en, lines[first])


def _wide_bar(manuscript: Manuscript, number: int, text: str) -> None:
    zh, en = "表格里的竖线是全角的，成不了格子。请用半角的 |。", "Cells are parted by an ASCII |, not ｜."
    _ask(manuscript, number, text.index("｜"), zh, en, text)


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|")
    parts = BAR.split(inner) if "\\" in inner else inner.split("|")
    return parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts


def _ask(manuscript: Manuscript, number: int, column: int, zh: str, en: str, quote: str) -> None:
    manuscript.ask(RULE, manuscript.place(number, column), zh, en, quote.strip()[:MOST])
