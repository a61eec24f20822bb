"""css-text: words stand in the page, not in its style sheet."""

from __future__ import annotations

import re

from mingwen.linting.cascade import found, styled
from mingwen.linting.css.order import Entry
from mingwen.linting.dom import Node, Page
from mingwen.linting.generated import declared
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_visible
from mingwen.model import Text

STRING = re.compile(r"\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'")
ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
WORDS = re.compile(r"[\u3400-\u9fff]{2,}|[A-Za-z]{3,}")
SHOWN = frozenset({"before", "after"})


@Rule(
    id="css-text",
    name=Text("文字不宜写在样式里", "Words do not stand in the style sheet"),
    why=Text(
        "样式里的文字选不中、搜不到、翻译不了；读者关掉样式，它就没有了。",
        "Words in a style sheet can be neither selected nor searched nor translated, and vanish where styles are off.",
    ),
    basis=("WCAG Techniques F87",),
    on="body",
    says={
        "words": Text(
            "样式的 content 里写了“{words}”，页面上有 {count} 处。请把它写进网页。",
            "The content property says {words!r}, {count} times on the page. Write it in the page.",
        ),
    },
    bad=(Example("<style>.new::after { content: '最新发布' }</style><body><p class=new>公告</p>", says="words"),),
    good=(
        Example(
            "<style>.new::after { content: '→' } p::before { content: counter(p) '.' }</style><body><p class=new>公告"
        ),
        Example("<style>.gone::after { content: '最新发布' }</style><body><p>公告</p>"),
    ),
    when=lambda body: bool(styled(body.page).with_elements()),
    level="advice",
)
def css_text(body: Node) -> Hits:
    for words, nodes in said(body.page).items():
        yield nodes[0].fail("words", words=words, count=len(nodes), quote=words)


def said(page: Page) -> dict[str, list[Node]]:
    """Words in CSS content, with the visible elements that they are put beside."""
    matched: set[int] = set()
    for scope, ordered in enumerate(styled(page).orders):
        for entry in ordered.chosen_elements(is_wordy):
            matched.update(found(page, scope, entry))
    answer: dict[str, list[Node]] = {}
    for index in sorted(matched):
        node = page.at(index)
        for element in SHOWN:
            words = content(declared(node, element))
            if WORDS.search(words) and is_visible(node):
                answer.setdefault(words, []).append(node)
    return answer


def is_wordy(entry: Entry) -> bool:
    """Whether a rule has words in its content; where none has that matches an element, none wins there."""
    said = (entry.normal.get("content"), entry.important.get("content"))
    return any(WORDS.search(content(value)) for value in said if isinstance(value, str))


def content(value: str) -> str:
    """The strings in a content value, joined; what stands behind "/" is not shown."""
    strings = ("".join(each) for each in STRING.findall(value.partition(" / ")[0]))
    return ESCAPE.sub(character, "".join(strings)).strip()


def character(escape: re.Match[str]) -> str:
    """What a CSS escape stands for."""
    code = int(escape[1], 16)
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
