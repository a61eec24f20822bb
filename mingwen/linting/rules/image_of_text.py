"""image-of-text: words are written, not painted."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, cut, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_visible
from mingwen.model import Text

NAMED = re.compile(
    r"(^|[^a-z])(biaoti|wenzi|title|slogan|kouhao|txt|text)[^a-z]*\.(gif|png|jpe?g|webp|bmp)$", re.IGNORECASE
)
# An alternative of this length is most often a copy of what the picture says. Characters.
LONG = 50


@Rule(
    id="image-of-text",
    name=Text("文字不要做成图片", "Words are not painted"),
    why=Text(
        "图里的字放大就糊，换不了颜色，也搜不到、复制不了。",
        "Painted words blur when enlarged, keep their colours, and cannot be searched or copied.",
    ),
    basis=("WCAG 2.2 1.4.5", "WCAG Techniques C22"),
    wcag=("1.4.5",),
    level="advice",
    on="img[alt], input[type=image i][alt]",
    says={
        "painted": Text(
            "这张图像是用图片做的文字“{alt}”。请人工确认：能改成真正的文字吗？",
            "This picture may be painted words: {alt!r}. Can it be real text?",
        ),
    },
    bad=(Example("<img src=/img/biaoti.png alt=法治政府建设专栏>", says="painted"),),
    good=(
        Example("<img src=/img/huichang.jpg alt=法治政府建设会场>"),
        Example("<img src=/img/title.png alt=''>"),
        Example("<img src=/img/logo_title.png alt=标志>"),
    ),
    when=lambda image: is_visible(image),
)
def image_of_text(image: Node) -> Hits:
    alt = squeeze(image.get("alt"))
    file = image.get("src").split("?", 1)[0].rpartition("/")[2]
    named = NAMED.search(file) and "logo" not in file.lower() and len(alt) > 3
    if named or (len(alt) >= LONG and file.lower().endswith((".gif", ".png"))):
        yield image.ask("painted", alt=cut(alt))
