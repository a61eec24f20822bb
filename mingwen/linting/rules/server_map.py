"""server-map: no picture needs to be clicked at the right point."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text


@Rule(
    id="server-map",
    name=Text("不用服务器端图像映射", "No picture is a map on the server"),
    why=Text(
        "要点对图上的位置才能打开，键盘和读屏软件做不到。",
        "It opens only where the right point is clicked, which neither keyboard nor screen reader can do.",
    ),
    basis=("WCAG 2.2 2.1.1",),
    wcag=("2.1.1",),
    on="a[href] img[ismap], input[ismap]",
    says={
        "ismap": Text(
            "这张图用 ismap，要用鼠标点对位置。请改成几个链接，或带 alt 的 map 和 area。",
            "This picture has ismap: a mouse must hit the right point. Use links, or a map with areas that have alt.",
        ),
    },
    bad=(Example("<a href=map.cgi><img src=a.png alt=地图 ismap></a>", says="ismap"),),
    good=(Example("<a href=map.html><img src=a.png alt=地图></a>"), Example("<img src=a.png alt=地图 ismap>")),
    when=lambda image: not is_hidden(image),
)
def server_map(image: Node) -> Hits:
    yield image.fail("ismap")
