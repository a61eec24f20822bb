"""plugin-content: nothing needs a plug-in that no browser has."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text


@Rule(
    id="plugin-content",
    name=Text("不用浏览器插件", "Nothing needs a plug-in"),
    why=Text(
        "如今的浏览器都不支持 Flash、ActiveX，谁也看不到这些内容。",
        "No browser of today runs Flash or ActiveX, so nobody sees what is in it.",
    ),
    basis=("HTML Standard 4.8.6 embed",),
    level="advice",
    on="embed, object, applet",
    says={
        "plugin": Text(
            "这里要用 {kind}，现在的浏览器都打不开。请换成图片、视频或文字。",
            "This needs {kind}, which no browser of today can open. Use a picture, a film or text.",
        ),
    },
    bad=(
        Example("<embed src=a.swf type=application/x-shockwave-flash>", says="plugin"),
        Example("<object classid='clsid:D27CDB6E-AE6D-11cf-96B8-444553540000'></object>", says="plugin"),
    ),
    good=(Example("<embed src=a.pdf>"), Example("<object data=a.svg type=image/svg+xml>图</object>")),
    when=lambda node: not is_hidden(node),
)
def plugin_content(node: Node) -> Hits:
    source = (node.get("src") or node.get("data")).split("?", 1)[0].lower()
    kind = node.get("type").lower()
    if "flash" in kind or source.endswith(".swf") or "d27cdb6e" in node.get("classid").lower():
        if not inside(node, "object"):
            yield node.fail("plugin", kind="Flash")
    elif "silverlight" in kind:
        yield node.fail("plugin", kind="Silverlight")
    elif node.get("classid").lower().startswith("clsid:"):
        yield node.fail("plugin", kind="ActiveX")
    elif node.tag == "applet" or "java-applet" in kind:
        yield node.fail("plugin", kind="Java")
