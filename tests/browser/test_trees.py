"""What assistive technology is given: the tree of each kind of page in each mode, kept to be read.

The site is a tiny one of its own, so that the trees change with the theme and not with the sample's words.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from mingwen.building import build
from tests.browser.conftest import TODAY
from tests.browser.pages import MODE_PREFIXES, SCREENS
from tests.tiny import SETTINGS, lay, tiny

TREES = Path(__file__).parent / "trees"
# An engine that is there at once, so that the tree does not hang on when this machine's voices come.
SPEECH = Path(__file__).parent / "fake_speech.js"
DOCUMENT = """\
---
标题: 申请指南
发布日期: 2026-09-20 09:00
信息来源: 样例局
要点: [带身份证, 当天办完]
附件: [表.docx]
---

先看这里[^1]。

## 一、谁能申请

![两个人坐在窗口前](图.png "窗口")

## 二、带什么

表：材料（单位：份）

| 材料 | 份数 |
|---|--:|
| 身份证 | 1 |

## 三、到哪里

- 窗口
- 邮寄

[^1]: 样例。
"""
COLUMN = "---\n名称: {name}\n说明: 样例栏目\n关键词: 样例\n类型: {kind}\n栏目类型: {name}\n---\n"
POLICY = """\
---
标题: 便民办法
类型: 政策文件
发布日期: 2026-09-18 10:00
成文日期: 2026-09-15
信息来源: 样例局
责任编辑: 样例编辑
文号: 样司〔2026〕12号
有效性: 已废止
发布机构: 样例局
索引号: 00000000-0/2026-00012
主题分类: 司法行政
---

第一条 样例。

::: 落款
样例局

2026年9月15日
:::
"""
MEANING = """\
---
标题: 《便民办法》解读
类型: 解读
发布日期: 2026-09-18 10:05
信息来源: 样例局
解读对象: [../zcwj/banfa.md]
联系人:
  姓名: 援助处
  电话: 0760-00000000
  时间: 工作日8:30—12:00
  邮箱: a@example.com
---

为的是[方便](../zcwj/banfa.md)。
"""
ENGLISH = """\
---
标题: Legal Aid in Brief
发布日期: 2026-09-19 09:00
信息来源: Office
语言: en
---

Apply online, by post or in person. It is free of charge.
"""
FILES = {
    "pyproject.toml": SETTINGS.replace("[tool.mingwen.contact]", "pinyin_pages = true\n\n[tool.mingwen.contact]"),
    "content/tzgg/zhinan.md": DOCUMENT,
    "content/tzgg/english.md": ENGLISH,
    "content/index.md": "---\n标题: 样例局\n---\n\n欢迎。\n",
    "content/zwgk/_column.md": COLUMN.format(name="政务公开", kind="动态"),
    "content/zwgk/zcwj/_column.md": COLUMN.format(name="政策文件", kind="政策文件"),
    "content/zwgk/zcwj/banfa.md": POLICY,
    "content/zwgk/zcjd/_column.md": COLUMN.format(name="政策解读", kind="解读"),
    "content/zwgk/zcjd/banfa.md": MEANING,
}
# The smallest PNG there is.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
#: Where the whole page is kept; of the others, what lies between head and foot, which are the same everywhere.
WHOLE = ("home", "document")
KINDS = {
    "home": "index.html",
    "parent column": "zwgk/index.html",
    "column": "tzgg/index.html",
    "document": "tzgg/zhinan.html",
    "policy, repealed": "zwgk/zcwj/banfa.html",
    "interpretation": "zwgk/zcjd/banfa.html",
    "English": "tzgg/english.html",
    "pinyin": "zwgk/zcjd/banfa.py.html",
    "site map": "sitemap.html",
    "help": "help.html",
    "statement": "accessibility.html",
}


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tiny(tmp_path_factory.mktemp("kinds"))
    (root / "content/tzgg/fangjia.md").unlink()
    lay(root, FILES)
    (root / "content/tzgg/图.png").write_bytes(DOT)
    (root / "content/tzgg/表.docx").write_bytes(b"PK")
    assert build(root, today=TODAY).findings == ()
    return root / "site"


@pytest.mark.parametrize("mode", MODE_PREFIXES)
def test_trees_are_as_they_were_read(
    browser: Browser, kinds: Path, mode: str, golden: Callable[[Path, str], None]
) -> None:
    """A change is seen in the diff; the panel is open, and every section of 长者版 shows."""
    page = browser.new_page(viewport=SCREENS["phone"])
    page.add_init_script(path=SPEECH)
    urls = {name: MODE_PREFIXES[mode] + url for name, url in KINDS.items()}
    if mode == "standard":
        urls |= {"lost": "404.html"}
    if mode == "elder":
        report = urls["document"]
        urls |= {
            "first section": report,
            "section": report + "#h-2-dai-shen-me",
            "print": "zz/tzgg/zhinan.print-l.html",
        }
    trees = []
    for name, url in urls.items():
        page.goto("about:blank")
        path, hash_, fragment = url.partition("#")
        page.goto((kinds / path).as_uri() + (hash_ + fragment or ("#text" if name == "document" else "")))
        if name == "document":
            page.locator(".panel > summary").click()
        seen = page.locator("body" if name in WHOLE else "main").aria_snapshot()
        trees.append(f"# {name}\n\n{seen}\n")
    page.close()

    golden(TREES / f"{mode}.txt", "\n".join(trees))


@pytest.mark.parametrize("mode", ["wza", "elder"])
def test_tables_stay_tables_where_they_look_like_lists(browser: Browser, kinds: Path, mode: str) -> None:
    """Chromium's own accessibility tree, on a phone where rows are shown as lists."""
    page = browser.new_page(viewport=SCREENS["phone"])
    page.goto((kinds / MODE_PREFIXES[mode] / KINDS["document"]).as_uri() + "#text")
    display = page.evaluate("getComputedStyle(document.querySelector('.table td')).display")
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
    names = {node["role"]["value"]: node["name"]["value"] for node in nodes if "name" in node and not node["ignored"]}
    page.close()

    assert display == "block"
    found = {role: roles.count(role) for role in ("table", "row", "columnheader", "rowheader", "cell")}
    assert found == {"table": 1, "row": 2, "columnheader": 2, "rowheader": 1, "cell": 1}
    assert names["cell"] == "1"
