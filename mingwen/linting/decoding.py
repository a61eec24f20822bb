"""Bytes → text as browsers decode them: byte order mark, then the page's own label, then a look at the bytes.

A label GB2312 or GBK means GB18030, which contains both (WHATWG Encoding Standard, where GBK decodes as gb18030).
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from mingwen.linting.words import words

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
LABEL = re.compile(
    rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]*?encoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE
)
PRESCAN = 1024
# Labels that Python does not know.
LABELS = {
    "gb_2312-80": "gbk", "x-gbk": "gbk", "x-sjis": "shift_jis", "windows-31j": "shift_jis", "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
}  # fmt: skip
# What browsers decode instead, by Python's names.
SAME = {
    "gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8",
    "utf-16-le": "utf-8", "utf-16-be": "utf-8", "shift_jis": "cp932", "big5": "big5hkscs", "euc_kr": "cp949",
    "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip
# Encodings that a page may name. Python has others, which browsers do not know and some of which are none of text.
KNOWN = words(
    "utf-8 gb18030 big5hkscs euc_jp cp932 iso2022_jp cp949 koi8-r koi8-u cp866 mac-roman mac-cyrillic cp874 "
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 "
    "iso8859-16"
)


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
        with suppress(LookupError):
            encoding = codecs.lookup(LABELS.get(label, label)).name
            if (encoding := SAME.get(encoding, encoding)) in KNOWN:
                return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")
