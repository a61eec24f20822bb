"""The one stylesheet of a mode: tokens, what readers choose, base, components, print, what it shares with some other
modes, and its own, in this order.

Palettes stand once in palettes.css, as `@palette name { … }`; `@palette name;` inside a rule takes one over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePosixPath

from mingwen.errors import MingwenError
from mingwen.model import Artifact, Mode, Place, Text
from mingwen.rendering.theme import Theme

#: Stylesheets that some modes share, and which.
SHARED = {
    "cards.css": ("wza", "elder"),
    "menu-all.css": ("standard", "wza", "large", "contrast"),
    "print-large.css": ("elder", "large"),
    "wide.css": ("standard", "large", "contrast"),
}
PALETTES = "palettes.css"
_PALETTE = re.compile(r"@palette\s+([\w-]+)\s*\{([^{}]*)\}")
_TAKEN = re.compile(r"@palette\s+([\w-]+)\s*;")
_STRING_OR_END = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\}""")
_DOUBLED = re.compile(r"(?<=:)#([0-9A-Fa-f])\1([0-9A-Fa-f])\2([0-9A-Fa-f])\3(?=[;}])")


def addresses(sheets: Iterable[Artifact]) -> tuple[tuple[str, str], ...]:
    """Mode key → address of its stylesheet, with a version so that a browser never keeps an old one."""
    return tuple(
        (PurePosixPath(sheet.path).stem, f"{sheet.path}?v={sha256(sheet.text.encode()).hexdigest()[:8]}")
        for sheet in sheets
    )


@lru_cache(maxsize=16)
def bundle(theme: Theme, mode: Mode) -> str:
    """The CSS of `mode` as one light file, to be written to css/; url(…) in it is relative to that folder. Kept, for a
    preview asks at each save.

    Raises MingwenError where the theme has no tokens for the mode, or no palette that a sheet takes over; a mode
    needs no rules of its own.
    """
    css = {source.name: source.text for source in theme.css}
    tokens = f"tokens/{mode.key}.css"
    if tokens not in css:
        raise MingwenError(
            Place(f"static/css/{tokens}"),
            Text(f"阅读版式“{mode.key}”没有样式变量文件", f"Mode {mode.key!r} has no token file"),
            Text("请从 tokens/standard.css 复制一份改起", "Start from a copy of tokens/standard.css"),
        )
    palettes = dict(_PALETTE.findall(css.get(PALETTES, "")))
    shared = (name for name, modes in SHARED.items() if mode.key in modes)
    components = sorted(name for name in css if name.startswith("components/"))
    names = (tokens, "settings.css", "base.css", *components, "print.css", *shared, f"modes/{mode.key}.css")
    return light('@charset "UTF-8";' + "".join(_coloured(name, css[name], palettes) for name in names if name in css))


def light(css: str) -> str:
    """The sheet without comments and needless white space, one rule a line so that findings have a line to name."""
    import rcssmin

    short = _DOUBLED.sub(r"#\1\2\3", str(rcssmin.cssmin(css)))
    return _STRING_OR_END.sub(lambda found: found[1] or "}\n", short)


def _coloured(name: str, css: str, palettes: dict[str, str]) -> str:
    def colours(found: re.Match[str]) -> str:
        if found[1] not in palettes:
            raise MingwenError(
                Place(f"static/css/{name}", css.count("\n", 0, found.start()) + 1),
                Text(f"没有叫“{found[1]}”的配色", f"There is no palette {found[1]!r}"),
                Text(f"请在 static/css/{PALETTES} 里加上它，或改用：{'、'.join(palettes)}",
                     f"Add it to static/css/{PALETTES}, or use one of: {', '.join(palettes)}"),
            )  # fmt: skip
        return palettes[found[1]]

    return _TAKEN.sub(colours, css)
