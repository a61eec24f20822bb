"""The manual of rules, made from the rules themselves: docs/rules.md and what `mingwen rules ID` prints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mingwen.linting.audits import Audit
from mingwen.linting.rule import Example, Rule
from mingwen.model import Lang, Text

HEAD = """# 规则 · Rules

<!-- Made by `mingwen rules --markdown`; change the rules, not this file. -->

“不合格”表示确有问题；“要人来判断”表示程序拿不准，请人看一眼；“建议”没有规范要求，改了读者更方便。自动检查只看得到一部分问题。
“Failure” means that something is wrong, “to judge” that a person must look, “advice” that no norm asks for it and
readers gain by it. Automatic checks see only a part.

"""
BASIS = Text("依据：", "Basis: ")
SAYS = Text("会说：", "It says:")
ADVICE = Text("只是建议，不算不合格。", "Advice only, no failure.")
BAD = Text("不合适：", "Bad:")
GOOD = Text("合适：", "Good:")


def as_markdown(checks: Iterable[Rule | Audit]) -> str:
    """All checks in both languages, with their examples."""
    return HEAD + "\n".join(section(each) for each in checks)


def section(check: Rule | Audit) -> str:
    """A rule's part of docs/rules.md."""
    lines = [f"## {check.id}", "", f"**{check.name.zh}** · {check.name.en}", "", check.why.zh, "", check.why.en, ""]
    lines += [
        f"依据 Basis: {basis(check)}",
        "",
        *([f"{ADVICE.zh} · {ADVICE.en}", ""] if check.level == "advice" else []),
    ]
    lines += [f"- `{key}`：{escaped(text.zh)}<br>{escaped(text.en)}" for key, text in check.says.items()]
    if isinstance(check, Rule):
        lines += ["", "不合适 Bad", "", "```html", *map(shown, check.bad), "```"]
        lines += ["", "合适 Good", "", "```html", *map(shown, check.good), "```"]
    return "\n".join(lines) + "\n"


def as_text(check: Rule | Audit, lang: Lang) -> str:
    """One check for a terminal, in one language."""
    lines = [f"{check.id}  {check.name.of(lang)}", "", check.why.of(lang), "", f"{BASIS.of(lang)}{basis(check)}"]
    lines += [ADVICE.of(lang)] if check.level == "advice" else []
    lines += [SAYS.of(lang), *(f"  {gapped(text.of(lang))}" for text in check.says.values())]
    if isinstance(check, Rule):
        lines += [BAD.of(lang), *(f"  {shown(each)}" for each in check.bad)]
        lines += [GOOD.of(lang), *(f"  {shown(each)}" for each in check.good)]
    return "\n".join(lines) + "\n"


def basis(check: Rule | Audit) -> str:
    """What a rule rests on: clauses and ACT rules, each once."""
    act = [f"ACT {id_}" for id_ in check.act] if isinstance(check, Rule) else []
    return " · ".join(dict.fromkeys((*check.basis, *act)))


def shown(example: Example) -> str:
    """An example on one line, its stylesheets behind it."""
    sheets = "".join(f"  /* {path}: {css} */" for path, css in example.sheets)
    return " ".join(example.html.split()) + sheets


def gapped(sentence: str) -> str:
    """A message with … where the words of a page come in."""
    return re.sub(r"{\w+[^}]*}", "…", sentence)


def escaped(sentence: str) -> str:
    """A sentence as Markdown, where "<" would begin a tag."""
    return gapped(sentence).replace("<", "&lt;")
