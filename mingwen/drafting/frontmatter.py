"""Fields → YAML front matter that means exactly these values."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable

import yaml

# Shown behind a field that a person must fill in, so that the right form is at hand.
_FORMS = {"标题": "标题写在这里", "发布日期": "2024-01-19 09:00", "信息来源": "本网", "类型": "公告"}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def frontmatter(fields: Iterable[tuple[str, object]]) -> str:
    """The block between its two `---` lines. A field whose value is None becomes a comment that says what to fill
    in: an empty value would be a mistake of another kind."""
    return "---\n" + "".join(_field(key, value) for key, value in fields) + "---\n"


def _field(key: str, value: object) -> str:
    if value is None:
        return f"# 待填，去掉行首的 # 和空格：\n# {key}: {_FORMS.get(key, '……')}\n"
    if isinstance(value, list | tuple):
        return f"{key}:\n" + "".join(f"  - {scalar(item)}\n" for item in value)
    return f"{key}: {scalar(value)}\n"


def scalar(value: object) -> str:
    """A value on one line: dates and times plain, text plain where YAML reads it back as the same text, else quoted."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, dt.date):
        return value.isoformat()
    text = str(value)
    return text if _plain(text) else _quoted(text)


def _plain(text: str) -> bool:
    if _UNSAFE.search(text):
        return False
    try:
        # Both places where a value stands: behind a key, and in a list.
        return bool(yaml.safe_load(f"k: {text}\nl:\n  - {text}\n") == {"k": text, "l": [text]})
    except (yaml.YAMLError, ValueError):
        return False


def _quoted(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))
