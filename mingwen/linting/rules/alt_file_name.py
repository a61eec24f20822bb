"""alt-file-name: the alternative of a picture is no file name."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

FILE = re.compile(r"[^\s/\\]+\.(jpe?g|png|gif|webp|svg|bmp|tiff?|avif)", re.IGNORECASE)
PLACEHOLDERS = frozenset(
    {"图片", "照片", "图像", "插图", "配图", "image", "picture", "photo", "img", "alt", "untitled"}
)


@Rule(
    id="alt-file-name",
    name=Text("替代文字不得是文件名", "An alternative is no file name"),
    why=Text("“IMG_2034.JPG”念出来没有一点用处。", "“IMG_2034.JPG” read aloud tells nobody anything."),
    basis=("WCAG 2.2 1.1.1", "WCAG Techniques F30"),
    wcag=("1.1.1",),
    on="img[alt]",
    says={
        "file": Text(
            "替代文字“{alt}”就是文件名。请写出图片说了什么。",
            "The alternative {alt!r} is the file's name. Say what the picture shows.",
        ),
        "looks-like-file": Text(
            "替代文字“{alt}”像是文件名。请人工确认它是否说明了图片。",
            "The alternative {alt!r} looks like a file name. Check that it says what the picture shows.",
        ),
        "placeholder": Text(
            "替代文字只写了“{alt}”。请人工确认：看不见图的人知道图里是什么吗？",
            "The alternative only says {alt!r}. Would somebody who cannot see it know what it shows?",
        ),
    },
    bad=(
        Example("<img src=/pic/W020240119.jpg alt=W020240119.jpg>", says="file"),
        Example("<img src=/pic/1.jpg alt=会议照片.png>", says="looks-like-file"),
        Example("<img src=/pic/1.jpg alt=图片>", says="placeholder"),
    ),
    good=(Example("<img src=/pic/W020240119.jpg alt=局长在会上讲话>"),),
    when=lambda image: bool(image.get("alt").strip()) and is_exposed(image),
)
def alt_file_name(image: Node) -> Hits:
    alt = image.get("alt").strip()
    source = unquote(posixpath.basename(image.get("src").split("?", 1)[0].strip()))
    if FILE.fullmatch(alt):
        if alt.lower() == source.lower():
            yield image.fail("file", alt=alt, quote=alt)
        else:
            yield image.ask("looks-like-file", alt=alt, quote=alt)
    elif alt.lower() in PLACEHOLDERS:
        yield image.ask("placeholder", alt=alt, quote=alt)
