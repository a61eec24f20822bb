"""language-link: the name of a language is read in that language."""

from __future__ import annotations

import re

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

NAMES = re.compile(
    r"english|français|deutsch|español|português|italiano|русский|العربية|日本語|한국어|tiếng việt|bahasa indonesia",
    re.IGNORECASE,
)


@Rule(
    id="language-link",
    name=Text("外文版链接要标语言", "A link to another language names it"),
    why=Text(
        "用中文语音念“Français”，法国人听不出是自己的语言。",
        "Spoken by a Chinese voice, “Français” is not heard as French.",
    ),
    basis=("WCAG 2.2 3.1.2", "WCAG Techniques H58"),
    level="advice",
    on="a[href]",
    says={
        "no-lang": Text(
            '链接“{words}”没有标语言。请写 lang，如 <a lang="en" hreflang="en">。',
            'The link {words!r} does not name its language. Write lang, as in <a lang="en" hreflang="en">.',
        ),
    },
    bad=(Example("<html lang=zh-CN><a href=en.html>English</a>", says="no-lang"),),
    good=(
        Example("<html lang=zh-CN><a href=en.html lang=en hreflang=en>English</a>"),
        Example("<html lang=zh-CN><a href=en.html><span lang=en>English</span></a>"),
        Example("<html lang=en><a href=en.html>English</a>"),
    ),
    when=lambda link: bool(NAMES.fullmatch(link.text)) and is_exposed(link),
)
def language_link(link: Node) -> Hits:
    zh = link.page.root.get("lang").lower().startswith("zh")
    if zh and "lang" not in link.attributes and not link.has("[lang]") and not inside(link, "body [lang]"):
        yield link.fail("no-lang", words=link.text)
