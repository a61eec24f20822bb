"""file-link-type: a link to a file says what kind of file it is."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

KINDS = {
    "pdf": ("pdf",),
    "doc": ("doc", "word", "文档"), "docx": ("doc", "word", "文档"), "wps": ("wps", "文档"),
    "xls": ("xls", "excel", "表格"), "xlsx": ("xls", "excel", "表格"), "et": ("et", "表格"), "csv": ("csv", "表格"),
    "ppt": ("ppt", "演示"), "pptx": ("ppt", "演示"), "ofd": ("ofd",),
    "zip": ("zip", "压缩"), "rar": ("rar", "压缩"), "7z": ("7z", "压缩"),
}  # fmt: skip
ENDING = re.compile(r"\.(\w{2,4})$")


@Rule(
    id="file-link-type",
    name=Text("附件链接要写明类型", "A link to a file names its kind"),
    why=Text(
        "不知道点开是 Word 还是 PDF，手机上可能打不开，还白费流量。",
        "A file may not open on a phone and costs data; its kind should be known before.",
    ),
    basis=("WCAG 2.2 2.4.4", "WCAG Techniques G91"),
    level="advice",
    on="a[href]",
    says={
        "unnamed": Text(
            "链接指向 {kind} 文件，文字里没有说。请写明类型和大小，如“申请表（Word 文档，12 KB）”。",
            "The link leads to a {kind} file and does not say so. Name kind and size, as in “Form (Word, 12 KB)”.",
        ),
    },
    bad=(Example("<a href=a.docx>申请表</a>", says="unnamed"),),
    good=(
        Example("<a href=a.docx>申请表（Word 文档，12 KB）</a>"),
        Example("<a href=a.pdf>年度报告.pdf</a>"),
        Example("<a href=a.html>申请表</a>"),
    ),
    when=is_exposed,
)
def file_link_type(link: Node) -> Hits:
    path = link.get("href").strip().split("#", 1)[0].split("?", 1)[0].lower()
    found = ENDING.search(path)
    if not found or found[1] not in KINDS:
        return
    words = (name(link) + " " + link.get("title")).lower()
    if words.strip() and not any(word in words for word in KINDS[found[1]]):
        yield link.fail("unnamed", kind=found[1].upper())
