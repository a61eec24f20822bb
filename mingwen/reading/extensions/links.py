"""Links and images get gaps in place of their targets; what they point to is known only when all files are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mingwen.reading.characters import escape
from mingwen.reading.manuscript import Manuscript, gap, of, place_of

DECORATIVE = "{.decorative}"


def extend(md: MarkdownIt) -> None:
    md.core.ruler.push("links", _links)
    md.add_render_rule("link_close", _link_close)
    md.add_render_rule("image", _image)


def _links(state: StateCore) -> None:
    manuscript = of(state.env)
    for token in state.tokens:
        if token.type == "inline":
            _refer(token.children or [], manuscript)


def _refer(children: list[Token], manuscript: Manuscript) -> None:
    open_links: list[int] = []
    for index, token in enumerate(children):
        if token.type == "link_open":
            number = manuscript.refer(str(token.attrs["href"]), "link", manuscript.place(*place_of(token)))
            token.attrs["href"] = gap("h", number)
            if "title" in token.attrs:
                token.attrs["title"] = str(token.attrs["title"]).replace("\n", " ")
            open_links.append(number)
        elif token.type == "link_close" and open_links:
            token.meta["reference"] = open_links.pop()
        elif token.type == "image":
            _picture(token, children[index + 1] if index + 1 < len(children) else None, manuscript)


def _picture(token: Token, following: Token | None, manuscript: Manuscript) -> None:
    place = manuscript.place(*place_of(token))
    source = str(token.attrs["src"])
    token.meta["reference"] = manuscript.refer(source, "image", place)
    source = unquote(source)
    decorative = following is not None and following.type == "text" and following.content.startswith(DECORATIVE)
    if decorative and following:
        following.content = following.content[len(DECORATIVE) :]
    alt = plain(token.children or [])
    token.meta["alt"] = "" if decorative else alt
    if not alt.strip() and not decorative:
        zh = f"图片没有替代文字。请写成 ![图上画了什么]({source})，纯装饰的写 ![]({source}){DECORATIVE}。"
        en = f"The image has no alternative text. Write ![what it shows]({source}), or ![]({source}){DECORATIVE}."
        manuscript.fail("image-alt", place, zh, en, source)
    if decorative and alt.strip():
        zh = f"图片既写了替代文字“{alt}”，又标了 {DECORATIVE}，请只留一样。"
        manuscript.fail("image-alt", place, zh, f"Both alternative text and {DECORATIVE}; keep one.", alt)


def plain(tokens: Sequence[Token]) -> str:
    """The words of inline tokens, without their markup."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(plain(token.children or []))
    return "".join(parts)


def _link_close(renderer: object, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    number = tokens[index].meta.get("reference")
    return "</a>" if number is None else gap("s", number) + "</a>"


def _image(renderer: object, tokens: Sequence[Token], index: int, options: object, env: Any) -> str:
    token = tokens[index]
    number = token.meta["reference"]
    title = token.attrs.get("title")
    shown = f' title="{escape(str(title))}"' if title and not token.meta.get("captioned") else ""
    return f'<img src="{gap("h", number)}" alt="{escape(token.meta["alt"])}"{shown}>'
