"""image-map: the parts of a map can be reached and have names."""

from __future__ import annotations

from mingwen.linting.dom import Node, Page
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_aria_hidden, is_exposed
from mingwen.model import Text


@Rule(
    id="image-map",
    name=Text("图上热区要有名字，也要能用键盘", "Parts of an image map have names and can be reached"),
    why=Text(
        "热区没有名字，读屏软件只念网址；服务器端的图，键盘根本点不到。",
        "Of an area without a name only the address is read; maps on the server cannot be used by keyboard at all.",
    ),
    basis=("WCAG 2.2 1.1.1", "WCAG 2.2 2.4.4", "WCAG 2.2 4.1.2", "WCAG Techniques H24"),
    wcag=("4.1.2", "2.4.4"),
    act=("c487ae",),
    on="area[href]",
    says={
        "no-name": Text(
            "图上热区没有 alt。请写出它通向哪里。",
            "This area of the image map has no alt. Say where it leads.",
        ),
    },
    bad=(
        Example(
            "<img src=a.png alt=地图 usemap=#m><map name=m><area href=a.html coords=0,0,9,9></map>", says="no-name"
        ),
    ),
    good=(
        Example("<img src=a.png alt=地图 usemap=#m><map name=m><area href=a.html alt=样例区></map>"),
        Example("<img src=a.png alt=地图 usemap=#m><map name=m aria-hidden=true><area href=a.html></map>"),
        Example("<map name=unused><area href=a.html></map>"),
    ),
    when=lambda area: role(area) == "link" and not is_aria_hidden(area) and is_used(area),
)
def image_map(area: Node) -> Hits:
    if not name(area):
        yield area.fail("no-name")


def is_used(area: Node) -> bool:
    """Whether a picture on the page that is shown uses the map."""
    around = area.closest("map")
    used = around.get("name") if around else ""
    return bool(used) and used in area.page.once("maps in use", lambda: maps(area.page))


def maps(page: Page) -> frozenset[str]:
    """The names of the maps that pictures use."""
    return frozenset(image.get("usemap").lstrip("#") for image in page.select("img[usemap]") if is_exposed(image))
