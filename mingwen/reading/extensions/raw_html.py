"""Raw HTML: what is harmless stays, the rest is taken out and reported; nothing vanishes unsaid but comments.

Each tag is judged by itself with nh3 and written anew, so that lines keep their numbers and no unchecked "<" is left.
Tags must be closed in the block in which they were opened.
"""

from __future__ import annotations

import html
from html.parser import HTMLParser

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mingwen.model import Place
from mingwen.reading.characters import escape
from mingwen.reading.manuscript import Manuscript, gap, of, place_of

RULE = "raw-html"
EVERYWHERE = {"class", "dir", "id", "lang", "title"}
PLAIN = (
    "abbr", "b", "bdi", "bdo", "blockquote", "caption", "cite", "code", "dd", "del", "details", "dfn", "div", "dl",
    "dt", "em", "figcaption", "figure", "hr", "br", "i", "ins", "kbd", "li", "mark", "p", "pre", "q", "rp", "rt",
    "ruby", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "tfoot", "thead",
    "tr", "u", "ul", "var", "wbr",
)  # fmt: skip
TAGS: dict[str, set[str]] = {name: set() for name in PLAIN} | {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "type", "reversed"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
}
VOID = {"br", "hr", "img", "wbr"}
# Elements whose content is no text for people.
SWALLOWED = {"script", "style", "iframe", "object", "template", "noscript", "textarea", "title", "xmp", "svg", "math"}
Piece = tuple[str, int]


class _Tag(HTMLParser):
    """Name and attributes of one tag."""

    def __init__(self, typed: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name, self.closes = "", False
        self.attributes: dict[str, str] = {}
        self.feed(typed)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name = tag
        for name, value in attrs:
            self.attributes.setdefault(name, value or "")

    def handle_endtag(self, tag: str) -> None:
        self.name, self.closes = tag, True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


def extend(md: MarkdownIt) -> None:
    md.core.ruler.push("raw_html", _raw_html)
    md.add_render_rule("html_inline", lambda _, tokens, index, *__: tokens[index].content)


def _raw_html(state: StateCore) -> None:
    manuscript = of(state.env)
    for token in state.tokens:
        line = token.map[0] if token.map else 0
        if token.type == "html_block":
            token.meta["pieces"] = _block(token.content, line, manuscript)
        elif token.type == "inline" and any(child.type == "html_inline" for child in token.children or ()):
            _inline(token.children or [], manuscript)


def _block(content: str, line: int, manuscript: Manuscript) -> list[Piece]:
    pieces: list[Piece] = []
    still_open: list[tuple[str, int, int]] = []
    swallow = ""
    position = 0
    content = content.rstrip("\n")
    for found in (*HTML_TAG_RE.finditer(content), None):
        end = found.start() if found else len(content)
        if not swallow:
            pieces += _words(content[position:end], line + content.count("\n", 0, position), manuscript)
        if not found:
            break
        position = found.end()
        row = line + content.count("\n", 0, end)
        tag = _Tag(found[0])
        if swallow:
            swallow = "" if tag.closes and tag.name == swallow else swallow
            continue
        if tag.name in SWALLOWED and not tag.closes:
            swallow = tag.name
        column = end - (content.rfind("\n", 0, end) + 1)
        pieces.append((_tag(found[0], (row, column), still_open, manuscript), row))
    pieces.append((_unclosed(still_open, manuscript), line + content.count("\n")))
    return pieces


def _inline(children: list[Token], manuscript: Manuscript) -> None:
    still_open: list[tuple[str, int, int]] = []
    for child in children:
        if child.type == "html_inline":
            typed = child.content
            child.meta["rows"] = typed.count("\n")
            child.content = _tag(typed, place_of(child), still_open, manuscript)
    if rest := _unclosed(still_open, manuscript):
        children.append(Token("html_inline", "", 0, content=rest))


def _words(text: str, line: int, manuscript: Manuscript) -> list[Piece]:
    """Text between tags; "<" that opens no tag is text too."""
    pieces = []
    for number, row in enumerate(text.split("\n")):
        words = html.unescape(row)
        manuscript.characters += sum(not character.isspace() for character in words)
        pieces.append((("\n" if number else "") + escape(words), line + number - (1 if number else 0)))
    return pieces


def _tag(typed: str, at: tuple[int, int], still_open: list[tuple[str, int, int]], manuscript: Manuscript) -> str:
    """The tag as it may stand in the page, "" where it may not."""
    if typed.startswith(("<!", "<?")):
        return ""
    tag, place = _Tag(typed), manuscript.place(*at)
    if tag.name not in TAGS:
        if not tag.closes:
            zh, en = f"<{tag.name}> 不能用在稿件里，已经去掉。", f"<{tag.name}> may not be used in a manuscript."
            manuscript.fail(RULE, place, zh + "请改用 Markdown 写法。", en + " Write it in Markdown.", typed)
        return ""
    if tag.closes:
        return _close(tag.name, place, typed, still_open, manuscript)
    attributes = _allowed(tag)
    for name in tag.attributes.keys() - attributes.keys():
        value = " ".join(tag.attributes[name].split())
        zh = f'<{tag.name}> 的 {name} 不能用在稿件里，请删去 {name}="{value}"。'
        manuscript.fail(RULE, place, zh, f"The attribute {name} of <{tag.name}> may not be used; delete it.", typed)
    if tag.name not in VOID:
        still_open.append((tag.name, *at))
    if "id" in attributes:
        _name(attributes["id"], place, manuscript)
    if tag.name == "img" and "alt" not in attributes:
        zh = '图片没有替代文字。请加上 alt="图上画了什么"，纯装饰的写 alt=""。'
        manuscript.fail("image-alt", place, zh, 'The image has no alternative text. Add alt="…".', typed)
    return _written(tag.name, attributes, manuscript, at)


def _name(wanted: str, place: Place, manuscript: Manuscript) -> None:
    if wanted in manuscript.ids:
        zh, en = f"id“{wanted}”用了两次，链接会分不清。", f"The id {wanted} is used twice."
        manuscript.fail(RULE, place, zh, en, wanted)
    manuscript.ids[wanted] = None


def _allowed(tag: _Tag) -> dict[str, str]:
    """The attributes that nh3 lets pass. It sees a div, for a lone td or li would be dropped by its HTML parser."""
    typed = "".join(f' {name}="{html.escape(value)}"' for name, value in tag.attributes.items())
    kept = {"div": TAGS[tag.name] | EVERYWHERE}
    return _Tag(nh3.clean(f"<div{typed}>", tags={"div"}, attributes=kept, link_rel=None).split("</div>")[0]).attributes


def _written(name: str, attributes: dict[str, str], manuscript: Manuscript, at: tuple[int, int]) -> str:
    place, parts = manuscript.place(*at), []
    if name == "img":
        attributes = {"alt": "", **attributes}
    for key, value in attributes.items():
        shown = escape(value.replace("\n", " ").replace("\0", ""))
        if (name, key) == ("a", "href"):
            shown = gap("h", manuscript.refer(value, "link", place))
        elif (name, key) == ("img", "src"):
            shown = gap("h", manuscript.refer(value, "image", place))
        parts.append(f' {key}="{shown}"')
    return f"<{name}{''.join(parts)}>"


def _close(name: str, place: Place, typed: str, still_open: list[tuple[str, int, int]], manuscript: Manuscript) -> str:
    if still_open and still_open[-1][0] == name:
        still_open.pop()
        return f"</{name}>"
    if name not in VOID:
        zh, en = f"这里的 </{name}> 没有对应的开头。", f"This </{name}> closes nothing."
        manuscript.fail(RULE, place, zh, en, typed)
    return ""


def _unclosed(still_open: list[tuple[str, int, int]], manuscript: Manuscript) -> str:
    for name, line, column in still_open:
        zh, en = f"<{name}> 在这一段里没有收尾的 </{name}>。", f"<{name}> lacks its </{name}> in this block."
        manuscript.fail(RULE, manuscript.place(line, column), zh, en, f"<{name}>")
    return "".join(f"</{name}>" for name, _, _ in reversed(still_open))
