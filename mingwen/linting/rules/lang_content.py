"""lang-content: the page is in the language that it says it is in."""

from __future__ import annotations

from mingwen.linting.detection import agree
from mingwen.linting.dom import Node
from mingwen.linting.languages import is_known
from mingwen.linting.passages import guess, is_judged
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="lang-content",
    name=Text("页面语言要与内容相符", "The page is in the language that its lang says"),
    why=Text(
        '中文网页写成 lang="en"，读屏软件就用英文语音念中文，念不出来。',
        'Where a Chinese page says lang="en", a screen reader reads Chinese with an English voice, or not at all.',
    ),
    basis=("WCAG 2.2 3.1.1",),
    wcag=("3.1.1",),
    act=("ucwvc8",),
    on="html[lang]",
    says={
        "differs": Text(
            "页面写的语言是“{tag}”，内容却是“{found}”。请把 html 的 lang 改成“{found}”。",
            "The page says that it is in {tag!r}, but its words are in {found!r}. Let lang on html say {found!r}.",
        ),
        "unsure": Text(
            "页面写的语言是“{tag}”，文字太少，程序看不准。请人工确认：内容是这种语言吗？",
            "The page says that it is in {tag!r}, and has too few words to tell. Is it in that language?",
        ),
    },
    bad=(
        Example("<html lang=en><title>通知公告</title><p>经研究决定，今日起对外公布有关事项。", says="differs"),
        Example(
            "<html lang=zh><button aria-label='The rule of law is the basis of all that we do'></button>",
            says="differs",
        ),
        Example("<html lang=nl><title>Parijs</title><p>Fireworks over Paris", says="unsure"),
    ),
    good=(
        Example("<html lang=zh-CN><title>通知公告</title><p>经研究决定，今日起对外公布有关事项。"),
        Example("<html lang=zh-CN><p>今日公布。<p lang=en>The rule of law is the basis of all that we do."),
        Example("<html lang=x-klingon><p>经研究决定，今日起对外公布有关事项。"),
    ),
    when=lambda node: is_known(node.get("lang")) and guess(node).words > 0,
)
def lang_content(html: Node) -> Hits:
    tag, found = html.get("lang"), guess(html)
    if found.language and not agree(found.language, tag):
        yield html.fail("differs", tag=tag, found=found.language)
    elif not found.language and found.words > 1 and is_judged(tag) and not found.leans_to(tag):
        yield html.ask("unsure", tag=tag)
