"""mingwen new site | document | page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from mingwen.cli import options
from mingwen.cli.options import Command, both, lang_option, option, say
from mingwen.drafting.new_column import new_column
from mingwen.drafting.scaffolding import kind_of, new_manuscript, new_site
from mingwen.drafting.shell import word
from mingwen.model import KINDS, Text


class _Group(Command, click.Group):
    """The commands below `new`, with help in one language."""


@click.group(
    "new",
    cls=_Group,
    help=both(
        "新建站点、栏目或稿件\n\n"
        "  mingwen new site 我的网站                               建一个能直接生成的站点\n"
        "  mingwen new column 规划计划 --parent 政务公开            建一个栏目\n"
        "  mingwen new document 关于某事的通知 --column 通知公告    在栏目里起一篇稿\n"
        "  mingwen new page 怎样办理法律援助 --column 公共服务      在栏目里起一个单页",
        "start a site, a column or a manuscript\n\n"
        "  mingwen new site my-site                          a site that builds at once\n"
        "  mingwen new column 规划计划 --parent 政务公开      a column\n"
        "  mingwen new document TITLE --column 通知公告       a manuscript in a column\n"
        "  mingwen new page TITLE --column 公共服务           a page of its own",
    ),
)
@lang_option
def command() -> None:
    """The group; its help stands above in both languages."""


@options.command(
    "site",
    zh="新建站点：设置、两个栏目、两篇样例\n\n"
    "DIR 须是新的或空的文件夹。建好后先改 pyproject.toml 里的名称和网址。\n\n"
    "  mingwen new site sfj --name 某市司法局",
    en="a new site: settings, two columns, two samples\n\n"
    "DIR must be new or empty. Then put your name and address into its pyproject.toml.\n\n"
    "  mingwen new site sfj --name 某市司法局",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@option("--name", default="样例单位", show_default=True, zh="网站名称", en="name of the site")
def site(folder: Path, name: str) -> None:
    written = new_site(folder, name, date.today())
    say(
        Text(
            f"已在 {folder} 建好“{name}”的站点，共 {len(written)} 个文件，怎么用见 README.md。接下来：\n"
            f"  cd {word(str(folder))}\n"
            "  mingwen serve",
            f"Made the site {name!r} in {folder}: {len(written)} files; README.md tells how to go on. Next:\n"
            f"  cd {word(str(folder))}\n"
            "  mingwen serve",
        )
    )


_kind = option(
    "--kind",
    type=click.Choice([*KINDS, *KINDS.values()]),
    metavar="类型",
    default=None,
    zh="、".join(KINDS.values()),
    en=", ".join(KINDS),
)
_column = option(
    "--column",
    default="",
    zh="栏目的名称或文件夹；必写，除非只有一个栏目",
    en="name or folder of the column; required, unless there is only one",
)
_name = option(
    "--name",
    default="",
    zh="文件名，小写字母、数字和连字符（默认取标题的拼音）",
    en="name of the file (by default the pinyin of the title)",
)
_root = option("--root", type=click.Path(path_type=Path), default=".", zh="站点的文件夹", en="folder of the site")


@options.command(
    "column",
    zh="新建一个栏目：文件夹和里面的 _column.md\n\n"
    "文件夹名取名称的拼音首字母，可用 --folder 另定；类型按名称定，可用 --kind 另定，也可日后再改。\n\n"
    "  mingwen new column 规划计划                              content/ghjh/\n"
    "  mingwen new column 规划计划 --parent 政务公开            放在另一个栏目下面\n"
    "  mingwen new column 规划计划 --folder guihua --kind 报告",
    en="a new column: its folder with a _column.md\n\n"
    "The folder is called by the first letters of the name's pinyin unless --folder says otherwise; the kind of its\n"
    "documents is what the name says unless --kind does. Both can be changed later.\n\n"
    "  mingwen new column 规划计划                          content/ghjh/\n"
    "  mingwen new column 规划计划 --parent 政务公开        below another column",
)
@click.argument("name", metavar="名称")
@option("--parent", default="", zh="放在哪个栏目下面（名称或文件夹）", en="the column above it, by name or folder")
@option("--folder", default="", zh="文件夹名，小写字母和数字", en="name of its folder")
@_kind
@_root
def column(name: str, parent: str, folder: str, kind: str | None, root: Path) -> None:
    made = new_column(root, name, parent, folder, kind_of(kind or ""))
    say(
        Text(
            f"已新建栏目“{made.name}”，稿件的类型是{KINDS[made.kind]}；名称、顺序、说明和类型都在 {made.place} 里改。",
            f"Made the column {made.name!r} for documents of the kind {made.kind}; change it in {made.place}.",
        )
    )


@options.command(
    "document",
    zh="在栏目里新建一篇稿件，各项已按类型列好\n\n"
    "栏目写名称或文件夹；类型不写就随栏目。文件名取标题的拼音，可用 --name 另定，不会覆盖已有的稿件。\n"
    "新稿是草稿，写好后删去“草稿”一行才会发布。\n\n"
    "  mingwen new document 关于某事的通知 --column 通知公告\n"
    "  mingwen new document 某某办法 --column zwgk/zcwj --kind 政策文件",
    en="a new manuscript in a column, with the fields of its kind\n\n"
    "The column by its name or folder; the kind is the column's unless given. The file is named by the pinyin\n"
    "of the title unless --name says otherwise, and never replaces another. It is a draft until its line 草稿 is\n"
    "removed.\n\n"
    "  mingwen new document TITLE --column 通知公告\n"
    "  mingwen new document TITLE --column zwgk/zcwj --kind policy",
)
@click.argument("title", metavar="标题")
@_column
@_kind
@_name
@_root
def document(title: str, column: str, kind: str | None, name: str, root: Path) -> None:
    _told(new_manuscript(root, title, kind_of(kind or ""), column, date.today(), name))


@options.command(
    "page",
    zh="新建一个单页，如“怎样办理法律援助”\n\n"
    "单页不要求日期和来源，也放在栏目里。新稿是草稿，写好后删去“草稿”一行才会发布。\n\n"
    "  mingwen new page 怎样办理法律援助 --column 公共服务",
    en="a new page of its own\n\n"
    "A page needs neither date nor source; it too lies in a column. It is a draft until its line 草稿 is removed.\n\n"
    "  mingwen new page TITLE --column 公共服务",
)
@click.argument("title", metavar="标题")
@_column
@_name
@_root
def page(title: str, column: str, name: str, root: Path) -> None:
    _told(new_manuscript(root, title, "page", column, date.today(), name))


def _told(path: Path) -> None:
    say(
        Text(
            f"已新建草稿 {path}。写好后删去“草稿”一行，再运行 mingwen build。",
            f"Made the draft {path}. When it is done, remove its line 草稿 and run mingwen build.",
        )
    )


for each in (site, column, document, page):
    command.add_command(each)
