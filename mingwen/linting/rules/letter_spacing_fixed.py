"""letter-spacing-fixed: a style attribute does not force narrow letter spacing on the reader."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.spacing import ems, fixed
from mingwen.model import Text

# WCAG 2.2 1.4.12 Text Spacing, in em.
FLOOR = 0.12


@Rule(
    id="letter-spacing-fixed",
    name=Text("不得用 !important 定死过窄的字距", "Letter spacing is not fixed too narrow"),
    why=Text(
        "有阅读障碍的人要用自己的样式拉开字距；style 里的 !important 让他们的样式失效。",
        "People with dyslexia widen letter spacing by a style of their own; !important in the page defeats it.",
    ),
    basis=("WCAG 2.2 1.4.12",),
    wcag=("1.4.12",),
    act=("24afc2",),
    on='[style*="letter-spacing" i]',
    says={
        "narrow": Text(
            "style 用 !important 把字距定成了 {value}，合字号的 {found} 倍，至少要 0.12 倍。请去掉 !important。",
            "The style fixes letter spacing at {value} with !important, {found} of the font size; it needs 0.12. "
            "Drop !important.",
        ),
    },
    bad=(
        Example("<p style='letter-spacing: 0.05em !important'>Notice of 2024</p>", says="narrow"),
        Example("<p style='letter-spacing: normal !important'>Notice of 2024</p>", says="narrow"),
    ),
    good=(
        Example("<p style='letter-spacing: 0.05em'>Notice of 2024</p>"),
        Example("<p style='letter-spacing: 0.2em !important'>Notice of 2024</p>"),
    ),
    when=lambda node: bool(fixed(node, "letter-spacing")),
)
def letter_spacing_fixed(node: Node) -> Hits:
    narrow = [text for text in fixed(node, "letter-spacing") if ems(text, "letter-spacing") < FLOOR - 1e-4]
    if narrow:
        found = min(ems(text, "letter-spacing") for text in narrow)
        value = f"{found:.2g}em" if found else "0"
        yield node.fail("narrow", value=value, found=f"{found:.2g}")
