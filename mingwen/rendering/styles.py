"""The one stylesheet of a mode: tokens, what readers choose, base, components, print, the mode's own, in this order."""

from __future__ import annotations

from mingwen.errors import MingwenError
from mingwen.model import Mode, Place, Text
from mingwen.rendering.theme import Theme

#: Modes in which tables become lists on a phone.
CARDS = ("wza", "elder")


def bundle(theme: Theme, mode: Mode) -> str:
    """The CSS of `mode` as one file, to be written to css/; url(…) in it is relative to that folder.

    Raises MingwenError where the theme has no tokens for the mode; a mode needs no rules of its own.
    """
    css = {source.name: source.text for source in theme.css}
    tokens = f"tokens/{mode.key}.css"
    if tokens not in css:
        raise MingwenError(
            Place(f"static/css/{tokens}"),
            Text(f"阅读版式“{mode.key}”没有样式变量文件", f"Mode {mode.key!r} has no token file"),
            Text("请从 tokens/standard.css 复制一份改起", "Start from a copy of tokens/standard.css"),
        )
    cards = ("cards.css",) if mode.key in CARDS else ()
    components = sorted(name for name in css if name.startswith("components/"))
    names = (tokens, "settings.css", "base.css", *components, *cards, "print.css", f"modes/{mode.key}.css")
    return '@charset "UTF-8";\n' + "".join(css[name].strip() + "\n" for name in names if name in css)
