"""third-party: scripts and frames come from the site itself."""

from __future__ import annotations

from mingwen.linting.addresses import split
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.styles import REMOTE
from mingwen.model import Text


@Rule(
    id="third-party",
    name=Text("少用外站的脚本和框架", "Scripts and frames come from the site itself"),
    why=Text(
        "外站一慢或一改，本页就跟着坏；读者看了什么，也被别人知道了。",
        "When the other site is slow or changes, this page breaks, and others learn what people read.",
    ),
    basis=("工信厅信管函〔2021〕67号 附件1 2.4.1",),
    level="advice",
    on="script[src], iframe[src]",
    says={
        "foreign": Text(
            "{tag} 来自外站 {host}。请人工确认：是必需的吗？能不能放到本站，或改成普通链接？",
            "This {tag} comes from {host}. Is it needed? Could it be on the site itself, or be a plain link?",
        ),
    },
    bad=(Example("<script src=https://hm.example.com/hm.js></script>", says="foreign"),),
    good=(
        Example("<script src=/js/a.js></script>"),
        Example(
            "<link rel=canonical href=https://www.example.org/a.html><script src=//static.example.org/a.js></script>"
        ),
        Example("<script src=https://zfwzzc.www.gov.cn/check_web/_static_/jiucuo.js></script>"),
    ),
)
def third_party(node: Node) -> Hits:
    host = host_of(node.get("src"))
    if not host or host.endswith(".gov.cn") or site_of(host) in node.page.once("own sites", lambda: own(node)):
        return
    known: set[tuple[str, str]] = node.page.memory.setdefault("third_party", set())
    if (node.tag, host) not in known:
        known.add((node.tag, host))
        yield node.ask("foreign", tag=node.tag, host=host)


def host_of(address: str) -> str:
    """The host that an absolute address names, "" for a relative or broken one."""
    if not REMOTE.match(address.strip()):
        return ""
    return (split(address.strip()).hostname or "").lower()


def site_of(host: str) -> str:
    """The last two labels of a host, or three where the end is as short as in .com.cn."""
    labels = host.split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else labels[-2:])


def own(any_node: Node) -> frozenset[str]:
    """The sites that the page says it belongs to."""
    page = any_node.page
    named = [each.get("href") for each in page.select("link[rel=canonical i], base[href]")]
    named += [each.get("content") for each in page.select("meta[property='og:url']")]
    named += ["//" + each.get("content").split("//")[-1] for each in page.select("meta[name=SiteDomain i]")]
    return frozenset(site_of(host) for each in named if (host := host_of(each)))
