"""Spacing of text that a style attribute fixes with !important, so that readers' own style sheets cannot widen it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mingwen.linting.cascade import style
from mingwen.linting.dom import Node
from mingwen.linting.extent import font_size
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.shown_text import texts
from mingwen.model import Text

# Rounding of computed values. Times the font size.
CLOSE = 1e-4


def ems(node: Node, name: str) -> float:
    """A spacing in em of the element itself; normal is none."""
    value = style(node).px(name)
    size = font_size(style(node))
    return (value or 0.0) / size if size else 0.0


def spacing_rule(
    name: str,
    what: Text,
    floor: float,
    act: str,
    *,
    bad: tuple[Example, ...],
    good: tuple[Example, ...],
    says: Mapping[str, Text] | None = None,
    shorthand: str = "",
) -> Rule:
    """The rule that a style attribute does not fix a CSS property below what WCAG 1.4.12 lets readers set, for too_low
    to check. `floor` counts times the font size; `shorthand` is how one begins that sets it too.
    """
    return Rule(
        id=f"{name}-fixed",
        name=Text(f"不得用 !important 定死过小的{what.zh}", f"{what.en.capitalize()} is not fixed too small"),
        why=Text(
            f"有阅读障碍、视力弱的人要用自己的样式拉开{what.zh}；style 里的 !important 让他们的样式失效。",
            f"People with dyslexia or low vision widen {what.en} by a style of their own; !important in a style "
            "attribute defeats it.",
        ),
        basis=("WCAG 2.2 1.4.12",),
        wcag=("1.4.12",),
        act=(act,),
        on=", ".join(f'[style*="{each}" i]' for each in (name, shorthand) if each),
        says={
            "narrow": Text(
                f"style 用 !important 把{what.zh}定成了字号的 {{found}} 倍，至少要 {floor:g} 倍。请去掉 !important。",
                f"The style attribute fixes {what.en} at {{found}} times the font size with !important; it needs "
                f"{floor:g}. Drop !important.",
            ),
            **(says or {}),
        },
        bad=bad,
        good=good,
        when=lambda node: bool(fixed(node, name)),
    )


def too_low(
    node: Node,
    name: str,
    floor: float,
    measure: Callable[[Node, str], float] = ems,
    matters: Callable[[Node], bool | None] = lambda text: True,
) -> Hits:
    """The hit where a property is fixed below the floor, by what `measure` gives for an element with text.

    `matters` says whether the spacing of a text makes a difference; None, where that cannot be told, asks "may-wrap".
    """
    surely: list[float] = []
    maybe: list[float] = []
    for text in fixed(node, name):
        found = measure(text, name)
        if found < floor - CLOSE and (certain := matters(text)) is not False:
            (surely if certain else maybe).append(found)
    if surely:
        yield node.fail("narrow", found=f"{min(surely):.2g}")
    elif maybe:
        yield node.ask("may-wrap", found=f"{min(maybe):.2g}")


def fixed(node: Node, name: str) -> list[Node]:
    """The elements with text of their own whose spacing comes from this element's style attribute, important there."""
    return [] if style(node).source(name) != "inline!" or not style(node).is_own(name) else wearers(node, name)


def wearers(node: Node, name: str) -> list[Node]:
    """Elements with text whose value stems from this element."""
    by_owner: dict[int, list[Node]] = node.page.memory.setdefault(f"wearers of {name}", {})
    if not by_owner:
        for text in texts(node.page):
            owner: Node | None = text
            while owner and not style(owner).is_own(name):
                owner = owner.parent
            if owner:
                by_owner.setdefault(owner.index, []).append(text)
    return by_owner.get(node.index, [])
