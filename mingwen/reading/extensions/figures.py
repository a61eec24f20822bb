"""An image alone in its paragraph is a figure; the image's Markdown title is the caption.

The figure carries the description as data-alt, for 无障碍版, which shows it beside the picture.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mingwen.reading.extensions.links import plain
from mingwen.reading.manuscript import of
from mingwen.reading.tokens import block, inline


def extend(md: MarkdownIt) -> None:
    md.core.ruler.push("figures", _figures)


def _figures(state: StateCore) -> None:
    manuscript = of(state.env)
    out: list[Token] = []
    for token in state.tokens:
        out.append(token)
        if token.type == "inline" and out[-2].type == "paragraph_open" and not out[-2].hidden and _alone(token):
            image = (token.children or [])[0]
            out[-2].tag = "figure"
            if words := plain(image.children or []).strip():
                out[-2].attrs["data-alt"] = manuscript.word("图片说明：", "Picture: ") + words
            caption = str(image.attrs.get("title", "")).replace("\n", " ")
            if caption:
                image.meta["captioned"] = True
                out += [block("figcaption", 1, token), inline(caption, token), block("figcaption", -1, token)]
        elif token.type == "paragraph_close" and _opened_figure(out):
            token.tag = "figure"
    state.tokens = out


def _alone(token: Token) -> bool:
    children = [child for child in token.children or [] if child.type != "text" or child.content.strip()]
    if len(children) == 1 and children[0].type == "image":
        token.children = children
        return True
    return False


def _opened_figure(out: list[Token]) -> bool:
    opening = next((token for token in reversed(out) if token.type == "paragraph_open"), None)
    return opening is not None and opening.tag == "figure"
