"""password-paste: a password may be pasted."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, cut, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="password-paste",
    name=Text("密码要能粘贴", "A password may be pasted"),
    why=Text(
        "记不住、打不准的人靠密码管理器和粘贴登录。",
        "Who cannot remember or type it well needs a password manager and pasting.",
    ),
    basis=("WCAG 2.2 3.3.8", "WCAG Techniques F109"),
    wcag=("3.3.8",),
    on="input[type=password i][onpaste], input[autocomplete=one-time-code][onpaste]",
    says={
        "blocked": Text(
            "密码框不让粘贴：{handler}。请删去 onpaste。",
            "Nothing can be pasted into this password field: {handler}. Remove onpaste.",
        ),
    },
    bad=(Example("<input type=password aria-label=密码 onpaste='return false'>", says="blocked"),),
    good=(Example("<input type=password aria-label=密码 onpaste='check(this)'>"),),
    when=is_exposed,
)
def password_paste(field: Node) -> Hits:
    handler = squeeze(field.get("onpaste"))
    if re.search(r"return\s+false|preventDefault|returnValue\s*=\s*false", handler):
        yield field.fail("blocked", handler=cut(handler))
