"""A page as public bodies publish them, 60 KB, with a stylesheet of 30 KB: made of a few words, the same for a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

PAGE_BYTES = 60_000
SHEET_BYTES = 30_000
WORDS = """
    本单位 各科室 群众 办事 窗口 服务 制度 流程 材料 时限 公开 咨询 电话 网站 平台 数据
    工作 计划 总结 培训 会议 检查 整改 落实 推进 完善 加强 开展 组织 负责 协调 监督 评估
    反馈 提高 减少 方便 及时 全面 规范 统一 分类 登记 审核 答复 归档 更新 发布 说明 范围
    对象 方式 条件
""".split()  # noqa: SIM905 - words read better so than as a list
PARTS = ("site", "menu", "trail", "article", "table", "figure", "list", "pager", "card", "form", "notice", "contact")
STATES = (
    "",
    ":hover",
    ":focus-visible",
    ".is-open",
    "[aria-expanded=true]",
    "::before",
    ":first-child",
    ":not(:last-child)",
)


START = """:root { --ink: #1b1b1b; --paper: #ffffff; --soft: #f4f4f4; --link: #0b4f9e; --line: #6f6f6f }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #141414; --soft: #242424; --link: #9cc8ff } }
body { margin: 0; font: 1rem/1.75 sans-serif; color: var(--ink); background: var(--paper) }
a { color: var(--link) } h1, h2, h3 { line-height: 1.4 } th, td { border: 1px solid var(--line); padding: 0.25em }
"""


def sentence(chance: random.Random) -> str:
    """One of some thirty characters."""
    return "".join(chance.choice(WORDS) for _ in range(chance.randint(8, 18))) + "。"


def blocks(chance: random.Random) -> Iterator[str]:
    """Sections without end: headings, paragraphs with links, lists, tables, figures."""
    number = 0
    while True:
        number += 1
        yield f'<h2 id="s{number}">{chance.choice(WORDS)}{chance.choice(WORDS)}</h2>\n'
        for _ in range(chance.randint(2, 4)):
            words = "".join(sentence(chance) for _ in range(chance.randint(2, 5)))
            title = chance.choice(WORDS) + chance.choice(WORDS)
            yield f'<p class="text">{words}详见<a href="d{chance.randint(1, 99)}.html">{title}的规定</a>。</p>\n'
        yield "<ul>" + "".join(f"<li>{sentence(chance)}</li>" for _ in range(5)) + "</ul>\n"
        if number % 3 == 0:
            head = "".join(f'<th scope="col">{chance.choice(WORDS)}</th>' for _ in range(4))
            rows = "".join(
                f'<tr><th scope="row">{chance.choice(WORDS)}</th>'
                + "".join(f"<td>{chance.randint(1, 999)}</td>" for _ in range(3))
                + "</tr>"
                for _ in range(8)
            )
            yield f'<table class="data"><caption>{sentence(chance)}</caption><tr>{head}</tr>{rows}</table>\n'
        if number % 4 == 0:
            picture = f'<img src="i{number}.png" alt="{sentence(chance)}">'
            yield f'<figure class="figure">{picture}<figcaption>图 {number}</figcaption></figure>\n'


def page(seed: int = 1, size: int = PAGE_BYTES) -> str:
    """The page; it links article.css."""
    chance = random.Random(seed)
    menu = "".join(f'<li><a href="c{at}/index.html">{chance.choice(WORDS)}{at}</a></li>' for at in range(12))
    head = (
        f'<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{sentence(chance)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<link rel="stylesheet" href="article.css">\n</head>\n<body class="site">\n<header class="header">'
        f'<nav class="menu" aria-label="主栏目"><ul>{menu}</ul></nav></header>\n'
        f'<main class="article">\n<h1>{sentence(chance)}</h1>\n'
    )
    form = (
        '<form class="form" action="ask"><p><label for="q">您的问题</label> <input id="q" name="q" required></p>'
        "<p><button>提交</button></p></form>\n"
    )
    tail = f'{form}</main>\n<footer class="footer"><p>{sentence(chance)}</p></footer>\n</body>\n</html>\n'
    length = len((head + tail).encode())
    body = []
    for block in blocks(chance):
        length += len(block.encode())
        if length > size:
            return head + "".join(body) + tail
        body.append(block)
    raise AssertionError("blocks() ends")


def sheet(seed: int = 1, size: int = SHEET_BYTES) -> str:
    """The stylesheet: tokens, elements, and components, of which the page uses some."""
    chance = random.Random(seed)
    made = [START]
    while sum(map(len, made)) < size:
        part, number = chance.choice(PARTS), chance.randint(1, 40)
        name = (
            f".{part}"
            if chance.random() < 0.3
            else f".{part}-{chance.choice(('item', 'title', 'body', 'link'))}{number}"
        )
        rule = f"{name}{chance.choice(STATES)} {chance.choice(('', 'a ', '> li ', 'p + p '))}".strip()
        told = "; ".join(
            chance.choice(
                (
                    "color: var(--ink)",
                    "background: var(--soft)",
                    f"padding: {number / 8}rem",
                    "display: flex",
                    f"margin: 0 auto {number}px",
                    "border: 1px solid var(--line)",
                    f"font-size: {90 + number}%",
                    f"max-width: calc(100% - {number}px)",
                    "text-decoration: underline",
                    "overflow-wrap: anywhere",
                )
            )
            for _ in range(chance.randint(2, 5))
        )
        block = f"{rule} {{ {told} }}\n"
        made.append(f"@media (min-width: {number * 20}px) {{ {block} }}\n" if number % 7 == 0 else block)
    return "".join(made)
