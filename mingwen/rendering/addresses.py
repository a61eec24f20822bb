"""The addresses behind the links of a body, for paper, where no link can be followed."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from mingwen.model import Settings
from mingwen.rendering.links import absolute

# What print.css numbers: every link but those that stay on the page, ring or write to somebody.
_LINK = re.compile(r'<a (?:[^>]*? )?href="(?!#|tel:|mailto:)(?:(?:site|asset):/(?P<inner>[^"]*)|(?P<outer>[^"]*))"')


@lru_cache(maxsize=16)
def addresses(html: str, settings: Settings) -> tuple[str, ...]:
    """Full addresses in the order of the links, one for each; pages of the site by their address in 标准版."""
    return tuple(
        absolute(settings, unescape(link["inner"])) if link["inner"] is not None else unescape(link["outer"])
        for link in _LINK.finditer(html)
    )
