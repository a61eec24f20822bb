"""Bytes of a manuscript → text with plain "\\n" line ends, and what had to be assumed to get there.

UTF-8 (with or without BOM) is the rule. GB18030 is read, but said; anything else is refused with advice.
"""

from __future__ import annotations

import codecs
import re

from mingwen.model import Finding, Place, Text, Verdict

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
SAVE = Text("请在编辑器里“另存为”UTF-8 编码", "Save it again as UTF-8")


def decode(data: bytes, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text and its findings; the text is "" where the bytes cannot be read (verdict "fail")."""
    if data.startswith(UTF_16):
        return "", (_refused(path, Text("文件是 UTF-16 编码", "The file is UTF-16"), SAVE),)
    if b"\0" in data:
        what = Text("文件里有空字节，不是文本", "The file holds NUL bytes and is no text")
        return "", (_refused(path, what, Text("请检查是否放错了文件", "Check whether this is the right file")),)
    try:
        return _plain(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        place = _place(path, data[: error.start])
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        what = Text("这里既不是 UTF-8，也不是 GB18030 编码", "These bytes are neither UTF-8 nor GB18030")
        return "", (_finding(place, "fail", what, SAVE),)
    what = Text("文件不是 UTF-8，按 GB18030（GBK）读了", "The file is not UTF-8; it was read as GB18030 (GBK)")
    text, findings = _plain(text, path)
    return text, (_finding(place, "ask", what, SAVE), *findings)


def _plain(text: str, path: str) -> tuple[str, tuple[Finding, ...]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = CONTROL.search(text)
    if not found:
        return text, ()
    before = text[: found.start()]
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    code = f"U+{ord(found[0]):04X}"
    what = Text(f"这里有看不见的控制字符 {code}", f"An invisible control character {code} stands here")
    return CONTROL.sub(" ", text), (_finding(place, "fail", what, Text("请删去它", "Delete it")),)


def _place(path: str, before: bytes) -> Place:
    line = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").rsplit(b"\n", 1)
    number = len(before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    return Place(path, number, len(line[-1].decode("utf-8-sig", "replace")) + 1)


def _refused(path: str, what: Text, fix: Text) -> Finding:
    return _finding(Place(path), "fail", what, fix)


def _finding(place: Place, verdict: Verdict, what: Text, fix: Text) -> Finding:
    return Finding("encoding", "encoding", verdict, place, Text(f"{what.zh}。{fix.zh}。", f"{what.en}. {fix.en}."))
