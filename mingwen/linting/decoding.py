"""Bytes → text as browsers decode them: byte order mark, then the page's own label, then a look at the bytes.

A label GB2312 or GBK means GB18030, which contains both (WHATWG Encoding Standard, where GBK decodes as gb18030).
"""

from __future__ import annotations

import codecs
import re

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
LABEL = re.compile(
    rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]*?encoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE
)
PRESCAN = 1024
SAME = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "chinese": "gb18030",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "x-sjis": "cp932", "shift_jis": "cp932",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "euc-kr": "cp949",
}  # fmt: skip


def decode(data: bytes) -> str:
    """The text of a page. Never fails: what a byte cannot mean becomes U+FFFD.

    A label in the first 1,024 bytes counts, as in browsers; without one, UTF-8 if it is valid, else GB18030.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    found = LABEL.search(data[:PRESCAN])
    if found:
        label = (found[1] or found[2]).decode("ascii").lower()
        try:
            return data.decode(SAME.get(label, label), "replace")
        except LookupError:
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")
