"""A tiny made-up site as pages, for the tests of rendering: every kind of page, in any mode."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from mingwen.model import (
    MODES,
    STANDARD,
    Attachment,
    Body,
    Column,
    Contact,
    Document,
    Entry,
    Frame,
    Group,
    Heading,
    MenuItem,
    Mode,
    Page,
    Pager,
    Settings,
    Text,
)

MODES_NAMED = tuple(
    replace(mode, alias=Text("长者助手", "Senior helper")) if mode.key == "elder" else mode for mode in MODES
)

SETTINGS = Settings(
    name="样例市司法局",
    base_url="https://sfj.example.gov.cn/",
    organiser="样例市司法局",
    undertaker="样例市司法局办公室",
    site_id="0000000000",
    icp="样ICP备00000000号",
    police="样公网安备00000000000000号",
    conac_url="https://bszs.conac.cn/sitename?method=show",
    report_error_url="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=0000000000",
    consult_url="https://sfj.example.gov.cn/zixun/",
    contact=Contact("样例市司法局办公室", "0760-00000000", "工作日 8:30—12:00，14:30—17:30", "样例市样例路 1 号"),
    description="一个虚构的市司法局，内容均为样例。",
    notice="样例网站：机构为虚构，编号为占位，内容仅作演示。",
    modes=MODES_NAMED,
    ipv6=True,
)

MENU = (
    MenuItem(
        "政务公开",
        "zwgk/index.html",
        (
            MenuItem("工作动态", "zwgk/dt/index.html"),
            MenuItem("通知公告", "zwgk/tzgg/index.html"),
            MenuItem("政策文件", "zwgk/zcwj/index.html"),
            MenuItem("政策解读", "zwgk/zcjd/index.html"),
            MenuItem("规划计划", "zwgk/ghjh/index.html"),
            MenuItem("机构职能", "zwgk/jgzn/index.html"),
        ),
    ),
    MenuItem(
        "公共服务",
        "ggfw/index.html",
        (MenuItem("法律援助", "ggfw/flyz/index.html"), MenuItem("公证服务", "ggfw/gz/index.html")),
    ),
    MenuItem("互动交流", "hdjl/index.html"),
)

FRAME = Frame(SETTINGS, MENU, tuple((mode.key, f"css/{mode.key}.css?v=00000000") for mode in MODES))

COLUMN = Column(
    "zwgk/ghjh",
    "政务公开/规划计划",
    "规划计划",
    description="本局的中长期规划、年度计划和年度报告。",
    keywords=("规划", "计划", "年度报告"),
    type="规划计划",
    parent="zwgk",
)

HOME = Entry("首页", "index.html")
UPPER = Entry("政务公开", "zwgk/index.html")

BODY = Path(__file__).with_name("rendering_body.html").read_text(encoding="utf-8")

DOCUMENT = Document(
    path="content/政务公开/规划计划/2023.md",
    url="zwgk/ghjh/2023.html",
    column="zwgk/ghjh",
    kind="report",
    title="样例市司法局2023年度法治政府建设年度报告",
    body=Body(BODY),
    date=dt.datetime(2024, 1, 19, 9, 0),
    source="样例市司法局",
    author="张三",
    summary=(
        "全年办理行政复议案件 128 件，全部按期办结。",
        "提供法律援助 2 046 人次，比上年多 12.5%。",
        "周末也可以到窗口申请法律援助。",
    ),
    keywords=("法治政府", "年度报告"),
    number="样司〔2024〕3号",
    status="有效",
    issuer="样例市司法局",
    index_number="000000000/2024-00003",
    topic="综合政务、法治建设",
    written=dt.date(2024, 1, 15),
    headings=(
        Heading(2, "yi", "一、", "主要做法和成效"),
        Heading(3, "yi-1", "（一）", "把好规范性文件的关"),
        Heading(3, "yi-2", "（二）", "让服务离群众更近"),
        Heading(2, "er", "二、", "存在的不足"),
        Heading(2, "san", "三、", "主要负责人履行第一责任人职责的情况"),
        Heading(3, "san-1", "（一）", "带头学法"),
        Heading(2, "si", "四、", "下一步安排"),
    ),
    attachments=(
        Attachment("2023年主要数据表", "zwgk/ghjh/shuju.xlsx", "Excel 表格", 18_432),
        Attachment("报告全文", "zwgk/ghjh/quanwen.pdf", "PDF 文档", 2_500_000),
    ),
    characters=2412,
)

ENTRIES = (
    Entry(
        "关于开展“法律援助进社区”活动的通知", "zwgk/tzgg/jinshequ.html", dt.datetime(2024, 3, 5, 10, 30), kind="notice"
    ),
    Entry(
        "样例市规范性文件管理办法",
        "zwgk/zcwj/guanlibanfa.html",
        dt.datetime(2024, 2, 20, 9, 0),
        "一句话",
        "policy",
        "已废止",
    ),
    Entry(DOCUMENT.title, DOCUMENT.url, DOCUMENT.date, "办理行政复议案件 128 件。", "report"),
    Entry("我局举办公证开放日", "zwgk/dt/kaifangri.html", dt.datetime(2024, 1, 8, 16, 5), kind="news"),
)

GROUPS = (
    Group(
        UPPER,
        groups=(
            Group(Entry("工作动态", "zwgk/dt/index.html"), ENTRIES[3:]),
            Group(Entry("通知公告", "zwgk/tzgg/index.html"), ENTRIES[:1]),
            Group(Entry("政策文件", "zwgk/zcwj/index.html"), ENTRIES[1:2]),
            Group(Entry("规划计划", "zwgk/ghjh/index.html"), ENTRIES[2:3]),
            Group(Entry("机构职能", "zwgk/jgzn/index.html")),
        ),
    ),
    Group(
        Entry("公共服务", "ggfw/index.html"), groups=(Group(Entry("法律援助", "ggfw/flyz/index.html"), ENTRIES[:1]),)
    ),
    Group(Entry("互动交流", "hdjl/index.html"), ENTRIES[:2]),
)


def in_mode(page: Page, mode: Mode) -> Page:
    """The same page in another mode."""
    return replace(page, mode=mode, path=mode.prefix + page.url)


def page(template: str, url: str, title: str, **more: object) -> Page:
    return Page(url, url, template, STANDARD, title, **more)  # type: ignore[arg-type]  # a shorthand of tests


HOME_PAGE = page(
    "home.html", "index.html", SETTINGS.name, entries=ENTRIES, groups=GROUPS, description=SETTINGS.description
)
HOME_PAGE = replace(
    HOME_PAGE,
    document=Document(
        "content/index.md",
        "index.html",
        "",
        "page",
        "样例市司法局",
        Body("<p>欢迎来到样例市司法局网站。这里公开本局的文件和数据，也告诉您怎样申请法律援助。</p>\n"),
    ),
)
COLUMN_PAGE = page(
    "column.html",
    "zwgk/ghjh/index_2.html",
    "规划计划",
    column=COLUMN,
    trail=(HOME, UPPER),
    entries=ENTRIES,
    pager=Pager(2, ("zwgk/ghjh/index.html", *(f"zwgk/ghjh/index_{n}.html" for n in range(2, 13)))),
)
PARENT_PAGE = page(
    "column.html",
    "zwgk/index.html",
    "政务公开",
    column=replace(COLUMN, key="zwgk", name="政务公开", description="依法公开的信息都在这里。", parent=""),
    trail=(HOME,),
    groups=GROUPS[0].groups,
)
EMPTY_PAGE = replace(
    COLUMN_PAGE, path="zwgk/jgzn/index.html", url="zwgk/jgzn/index.html", title="机构职能", entries=(), pager=None
)
DOCUMENT_PAGE = page(
    "document.html",
    DOCUMENT.url,
    DOCUMENT.title,
    column=COLUMN,
    document=DOCUMENT,
    trail=(HOME, UPPER, Entry("规划计划", "zwgk/ghjh/index.html")),
    earlier=Entry("样例市司法局2022年度法治政府建设年度报告", "zwgk/ghjh/2022.html"),
    later=Entry("2024年工作计划", "zwgk/ghjh/2024.html"),
    interpreted_by=(Entry("一图看懂2023年度报告", "zwgk/zcjd/2023.html", dt.datetime(2024, 1, 20, 9, 0)),),
    print_url="zwgk/ghjh/2023.print-l.html",
)
SITEMAP_PAGE = page("sitemap.html", "sitemap.html", "网站地图", trail=(HOME,), groups=GROUPS)
HELP_PAGE = page("help.html", "help.html", "怎样看得更清楚、听得更明白", trail=(HOME,))
STATEMENT_PAGE = page("accessibility.html", "accessibility.html", "无障碍声明", trail=(HOME,))
LOST_PAGE = page(
    "404.html",
    "404.html",
    "没有找到这个页面",
    trail=(HOME,),
    entries=tuple(Entry(item.title, item.url) for item in MENU),
)
MOVED_PAGE = page("redirect.html", "old/2023.html", DOCUMENT.title, target=DOCUMENT.url)
FEED = page("feed.xml", "feed.xml", "样例市司法局", entries=ENTRIES)
MAP = page("sitemap.xml", "sitemap.xml", "sitemap", entries=ENTRIES)
ROBOTS = page("robots.txt", "robots.txt", "robots")

EVERY_MODE = (HOME_PAGE, COLUMN_PAGE, PARENT_PAGE, EMPTY_PAGE, DOCUMENT_PAGE, SITEMAP_PAGE, HELP_PAGE, STATEMENT_PAGE)
PRINT_PAGE = replace(
    in_mode(DOCUMENT_PAGE, next(mode for mode in MODES_NAMED if mode.key == "elder")),
    path="zz/zwgk/ghjh/2023.print-l.html",
    template="print.html",
    earlier=None,
    later=None,
)
PAGES = (*(in_mode(it, mode) for it in EVERY_MODE for mode in MODES_NAMED), PRINT_PAGE, LOST_PAGE, MOVED_PAGE)
