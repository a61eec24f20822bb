"""word-spacing-fixed: a style attribute does not force narrow word spacing on the reader."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.spacing import ems, fixed
from mingwen.model import Text

# WCAG 2.2 1.4.12 Text Spacing, in em.
FLOOR = 0.16


@Rule(
    id="word-spacing-fixed",
    name=Text("不得用 !important 定死过窄的词距", "Word spacing is not fixed too narrow"),
    why=Text(
        "有阅读障碍的人要用自己的样式拉开词距；style 里的 !important 让他们的样式失效。",
        "People with dyslexia widen word spacing by a style of their own; !important in a style attribute defeats it.",
    ),
    basis=("WCAG 2.2 1.4.12",),
    wcag=("1.4.12",),
    act=("9e45ec",),
    on='[style*="word-spacing" i]',
    says={
        "narrow": Text(
            "style 用 !important 把词距定成了 {value}，合字号的 {found} 倍，至少要 0.16 倍。请去掉 !important。",
            "The style fixes word spacing at {value} with !important, {found} of the font size; it needs 0.16. "
            "Drop !important.",
        ),
    },
    bad=(
        Example("<p style='word-spacing: 0.05em !important'>Notice of 2024</p>", says="narrow"),
        Example("<p style='word-spacing: normal !important'>Notice of 2024</p>", says="narrow"),
    ),
    good=(
        Example("<p style='word-spacing: 0.05em'>Notice of 2024</p>"),
        Example("<p style='word-spacing: 0.2em !important'>Notice of 2024</p>"),
    ),
    when=lambda node: bool(fixed(node, "word-spacing")),
)
def word_spacing_fixed(node: Node) -> Hits:
    narrow = [text for text in fixed(node, "word-spacing") if ems(text, "word-spacing") < FLOOR - 1e-4]
    if narrow:
        found = min(ems(text, "word-spacing") for text in narrow)
        value = f"{found:.2g}em" if found else "0"
        yield node.fail("narrow", value=value, found=f"{found:.2g}")
