"""landmark-name: landmarks of one kind have names of their own."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="landmark-name",
    name=Text("几个导航要各有名字", "Landmarks of one kind have names"),
    why=Text(
        "读屏软件列出“导航、导航、导航”，不知道哪个是主菜单。",
        "A screen reader lists “navigation” three times, and nobody knows which is the main menu.",
    ),
    basis=("WCAG Techniques ARIA11", "WCAG Techniques ARIA6"),
    level="advice",
    on="body",
    says={
        "nav": Text(
            "页面有 {count} 个导航，其中有的没有名字。请加 aria-label，如“主导航”“当前位置”。",
            "There are {count} navigations and not all have names. Add aria-label, such as “Main” or “You are here”.",
        ),
        "main": Text(
            "页面有 {count} 个 main。请只留一个，放正文。",
            "There are {count} main elements. Keep one, for the content.",
        ),
    },
    bad=(
        Example("<nav><a href=a.html>首页</a></nav><nav><a href=b.html>上一页</a></nav>", says="nav"),
        Example("<main>甲</main><main>乙</main>", says="main"),
    ),
    good=(
        Example("<nav aria-label=主导航><a href=a.html>首页</a></nav><nav aria-label=分页><a href=b.html>2</a></nav>"),
        Example("<nav><a href=a.html>首页</a></nav><main>甲</main><main hidden>乙</main>"),
    ),
)
def landmark_name(body: Node) -> Hits:
    navigation = [
        node for node in body.all("nav, [role=navigation]") if role(node) == "navigation" and is_exposed(node)
    ]
    unnamed = [node for node in navigation if not name(node)]
    if len(navigation) > 1 and unnamed:
        yield unnamed[0].fail("nav", count=len(navigation))
    main = [node for node in body.all("main, [role=main]") if role(node) == "main" and is_exposed(node)]
    if len(main) > 1:
        yield main[1].fail("main", count=len(main))
