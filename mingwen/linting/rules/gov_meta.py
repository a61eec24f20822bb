"""gov-meta: the tags that government sites must carry are well formed."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

TAGS = frozenset(
    {"sitename", "sitedomain", "siteidcode", "columnname", "columndescription", "columnkeywords", "columntype"}
    | {"articletitle", "pubdate", "contentsource"}
)
DATE = re.compile(r"\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d")
DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
CODE = re.compile(r"\d{10}|bm\d{8}")
LEFTOVER = re.compile(r"|null|undefined|none|网站名称|栏目名称|文章标题|[{$<%].*[}>%]", re.IGNORECASE)


@Rule(
    id="gov-meta",
    name=Text("政府网站的页面标签要写对", "The tags of a government site are well formed"),
    why=Text(
        "检查和搜索都靠这些标签；写错了，文件就搜不到、数不上。",
        "Inspections and searches rely on these tags; what is wrong there is neither found nor counted.",
    ),
    basis=("国办发〔2017〕47号",),
    level="advice",
    on="meta[name]",
    says={
        "leftover": Text(
            "标签 {tag} 的值是“{value}”，没有填写。请填上实际内容。",
            "The tag {tag} holds {value!r}, which was never filled in. Fill it in.",
        ),
        "date": Text(
            "PubDate 是“{value}”。请写成“2024-01-19 09:00”这样的日期和时间。",
            "PubDate is {value!r}. Write date and time as in “2024-01-19 09:00”.",
        ),
        "domain": Text(
            "SiteDomain 是“{value}”。请只写域名，如 www.example.gov.cn，不带 http:// 和路径。",
            "SiteDomain is {value!r}. Write the host name only, without http:// or a path.",
        ),
        "code": Text(
            "SiteIDCode 是“{value}”。网站标识码是 10 位数字，或 bm 加 8 位数字。",
            "SiteIDCode is {value!r}. It is ten digits, or bm and eight digits.",
        ),
        "twice": Text(
            "标签 {tag} 出现了不止一次。请只留一个。",
            "The tag {tag} occurs more than once. Keep one.",
        ),
    },
    bad=(
        Example("<meta name=SiteName content=网站名称>", says="leftover"),
        Example("<meta name=PubDate content=2024-01-19>", says="date"),
        Example("<meta name=SiteDomain content=http://www.example.gov.cn/>", says="domain"),
        Example("<meta name=SiteIDCode content=44200>", says="code"),
        Example("<meta name=SiteName content=样例市><meta name=sitename content=样例市>", says="twice"),
    ),
    good=(
        Example("<meta name=SiteName content=样例市司法局><meta name=PubDate content='2024-01-19 09:00'>"),
        Example("<meta name=SiteDomain content=www.example.gov.cn><meta name=SiteIDCode content=4420000001>"),
        Example("<meta name=description content=null>"),
    ),
    when=lambda meta: meta.get("name").strip().lower() in TAGS,
)
def gov_meta(meta: Node) -> Hits:
    tag, value = meta.get("name").strip(), meta.get("content").strip()
    key = tag.lower()
    if LEFTOVER.fullmatch(value):
        yield meta.fail("leftover", tag=tag, value=value)
    elif key == "pubdate" and not DATE.fullmatch(value):
        yield meta.fail("date", value=value)
    elif key == "sitedomain" and not DOMAIN.fullmatch(value):
        yield meta.fail("domain", value=value)
    elif key == "siteidcode" and not CODE.fullmatch(value):
        yield meta.fail("code", value=value)
    seen: dict[str, int] = meta.page.memory.setdefault("gov_meta", {})
    seen[key] = seen.get(key, 0) + 1
    if seen[key] == 2:
        yield meta.fail("twice", tag=tag)
