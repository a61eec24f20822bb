"""skip-to-content: a link leads the keyboard past the menu."""

from __future__ import annotations

from mingwen.linting.blocks import is_html, is_off, may_collapse, shows_on_focus, skip_link
from mingwen.linting.dom import Node
from mingwen.linting.reaching import BARE, CONTENT, MENU, PLAIN, missing, parted
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="skip-to-content",
    name=Text("要有“跳到正文”的链接", "A link skips to the content"),
    why=Text(
        "只用键盘的人没有“下一个标题”键，每页都要按几十次 Tab 才过完菜单。",
        "Keyboard users without a screen reader press Tab dozens of times on every page to get past the menu.",
    ),
    basis=("WCAG Techniques G1", "ACT ye5d6e"),
    level="advice",
    act=("ye5d6e",),
    on="html",
    says={
        "none": Text(
            '没有能从菜单跳到正文的链接。请在最前面加 <a href="#正文的 id">跳到正文</a>。',
            'No link leads from the menu to the text. Put one first: <a href="#id-of-the-text">Skip to content</a>.',
        ),
        "perhaps": Text(
            "没有找到能从菜单跳到正文的链接。请人工确认：有没有别的办法，比如脚本做的按钮？",
            "No link from the menu to the text was found. Is there another way, such as a button with a script?",
        ),
        "hidden": Text(
            "“跳到正文”的链接移到了屏幕外。请人工确认：它得到焦点时看得见吗？",
            "The link that skips to the text is moved off the screen. Does it show when it has the focus?",
        ),
    },
    bad=(
        *BARE,
        Example(
            f"<a href=#a style='position:absolute;top:-9999px'>跳到正文</a>{MENU}<p id=a>{CONTENT}",
            says="hidden",
        ),
    ),
    good=(
        Example(f"<a href=#a>跳到正文</a>{MENU}<p id=a>{CONTENT}"),
        Example(f"<button onclick=\"location.assign('#a')\">跳到正文</button>{MENU}<p id=a>{CONTENT}"),
        PLAIN,
    ),
    when=is_html,
)
def skip_to_content(html: Node) -> Hits:
    found = parted(html)
    link = skip_link(html) if found else None
    if found and link is None:
        yield missing(found.repeated[0], sure=found.sure and not may_collapse(html.page))
    elif link and is_off(link) and not shows_on_focus(html.page):
        yield link.ask("hidden")
