"""Language tags: how a tag is read, and whether its primary subtag is in IANA's registry (languages.txt)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

PRIVATE = re.compile(r"q[a-t][a-z]")


def primary(tag: str) -> str:
    """The primary language subtag, lower case: "zh" of "zh-Hans-CN"."""
    return tag.strip().split("-", 1)[0].lower()


def is_known(tag: str) -> bool:
    """Whether the primary subtag is a registered language.

    Grandfathered tags such as i-lux and private ones such as x-foo have no primary language, so they are not.
    """
    first = primary(tag)
    return first in {"zh", "en"} or first in registered() or bool(PRIVATE.fullmatch(first))


@lru_cache(maxsize=1)
def registered() -> frozenset[str]:
    """All subtags in languages.txt."""
    lines = Path(__file__).with_name("languages.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
