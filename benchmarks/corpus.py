"""A made-up corpus: articles of about 7,000 characters, the same ones for every generator.

The words are drawn by a seed from the lists below: two machines measure the same pages, and no text is anybody's.

    python -m benchmarks.corpus DIR --documents 1000
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

CHARACTERS = 7000
# Documents in a column, and columns: they stand in the menu of every page, so there are never more of them.
IN_COLUMN = 500
COLUMNS = 20
WHO = (
    "本局",
    "各镇街",
    "法律服务所",
    "调解委员会",
    "公证处",
    "社区工作站",
    "办事大厅",
    "法律援助中心",
    "有关单位",
    "志愿者",
)
DOES = (
    "组织开展",
    "认真落实",
    "持续推进",
    "及时公开",
    "逐项核对",
    "统一受理",
    "定期回访",
    "重点检查",
    "协助办理",
    "全面梳理",
)
WHAT = (
    "法律援助申请", "人民调解案件", "普法宣传活动", "行政复议事项", "公证便民服务", "社区矫正工作", "窗口服务质量",
    "规范性文件清理", "年度工作计划", "信访事项答复", "无障碍服务设施", "老年人办事需求", "热线电话记录",
    "便民服务清单",
)  # fmt: skip
HOW = (
    "当日登记，三日内答复", "一次告知全部材料", "由专人全程负责", "结果在网站上公布", "按月汇总数据", "安排专门窗口",
    "听取群众意见", "与去年同期比较", "逐级报送审核", "做到件件有回音", "对行动不便的居民上门办理", "留存书面记录",
)  # fmt: skip
TITLES = ("关于做好{}的通知", "{}情况公布", "{}办理指南", "{}工作要点", "{}进展通报")
NUMBERS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Article:
    """One document of the corpus. `markdown` is plain CommonMark with one table, its title above it, which all
    generators read alike."""

    column: int
    name: str
    title: str
    date: datetime
    markdown: str


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """`count` articles, in columns of 500, or larger ones where there would be more than 20."""
    in_column = max(IN_COLUMN, -(-count // COLUMNS))
    for number in range(count):
        words = random.Random(f"{seed}-{number}")
        title = f"{words.choice(TITLES).format(words.choice(WHAT))}（第{number + 1}号）"
        date = datetime(2020, 1, 1, 9) + timedelta(hours=number % 40_000)
        yield Article(number // in_column, f"d{number:06}", title, date, text(words))


def text(words: random.Random) -> str:
    """The body of an article: sections with paragraphs, a list each, and one table."""
    parts: list[str] = []
    size = section = 0
    while size < CHARACTERS:
        part = [f"## {NUMBERS[section % 10]}、{words.choice(WHAT)}"]
        part += [paragraph(words, words.randint(5, 9)) for _ in range(words.randint(3, 5))]
        part.append("\n".join(f"- {sentence(words)}" for _ in range(words.randint(3, 5))))
        if section == 1:
            rows = [f"| {what} | {words.randint(10, 900)} | {words.randint(10, 900)} |" for what in WHAT[:6]]
            part.append("表1　办理情况（单位：件）")
            part.append("\n".join(["| 事项 | 本年 | 上年 |", "| --- | --- | --- |", *rows]))
        parts += part
        size += sum(map(len, part))
        section += 1
    return "\n\n".join(parts) + "\n"


def paragraph(words: random.Random, sentences: int) -> str:
    made = [sentence(words) for _ in range(sentences)]
    made[0] = f"**{words.choice(WHAT)}**：{made[0]}"
    return "".join(made)


def sentence(words: random.Random) -> str:
    return f"{words.choice(WHO)}{words.choice(DOES)}{words.choice(WHAT)}，{words.choice(HOW)}，{words.choice(HOW)}。"


def mingwen(root: Path, count: int, modes: tuple[str, ...] | None = None, seed: int = 1) -> None:
    """Lay the corpus out as a site of ours; `modes` None means all five."""
    chosen = "" if modes is None else f"modes = {list(modes)!r}\n".replace("'", '"')
    write(
        root / "pyproject.toml",
        '[tool.mingwen]\nname = "样例局"\nbase_url = "https://www.example.gov.cn/"\norganiser = "样例局"\n'
        f'site_id = "0000000000"\n{chosen}\n[tool.mingwen.contact]\nphone = "0760-00000000"\n',
    )
    for article in articles(count, seed):
        folder = root / f"content/c{article.column:03}"
        if not (folder / "_column.md").exists():
            name = f"第{article.column + 1}栏"
            write(folder / "_column.md", f"---\n名称: {name}\n说明: {name}的文件\n关键词: 文件\n类型: 公告\n---\n")
        head = f"---\n标题: {article.title}\n发布日期: {article.date:%Y-%m-%d %H:%M}\n信息来源: 样例局\n---\n\n"
        write(folder / f"{article.name}.md", head + article.markdown)


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--modes", nargs="*", help="besides 标准版; left out: all five")
    asked = parser.parse_args()
    mingwen(asked.folder, asked.documents, None if asked.modes is None else tuple(asked.modes))
