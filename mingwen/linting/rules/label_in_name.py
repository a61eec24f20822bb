"""label-in-name: the words on a control are part of its accessible name."""

from __future__ import annotations

import re
import unicodedata

from mingwen.linting import seen
from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.linting.words import words
from mingwen.model import Text

# The widget roles that are named by what stands in them (WAI-ARIA 1.2).
CONTROLS = words(
    "button checkbox gridcell link menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem"
)
# What ACT's algorithm leaves out: words in round brackets, then all that is neither letter nor digit.
BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）")
WORDS = re.compile(r"(?=[^\W_])[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_\u2e80-\u9fff\uf900-\ufaff]+")


@Rule(
    id="label-in-name",
    name=Text("看到的字要在名字里", "The visible label is part of the name"),
    why=Text(
        "用语音操作的人照着屏幕上的字说“点击提交”；名字里没有“提交”，电脑就听不懂。",
        "Who works by voice says what stands on the button. If its name is another, the computer does not understand.",
    ),
    basis=("WCAG 2.2 2.5.3",),
    wcag=("2.5.3",),
    act=("2ee8b8",),
    on="[aria-label], [aria-labelledby]",
    says={
        "differs": Text(
            "看到的是“{label}”，读屏软件念的却是“{name}”。请让名字原样包含看到的字，最好以它开头。",
            "The label says {label!r}, the name {name!r}. Let the name hold the label as it stands, best at its start.",
        ),
    },
    bad=(
        Example("<button aria-label=发送申请>提交</button>", says="differs"),
        Example("<a href=a aria-label='Discover Italy'>Discover It</a>", says="differs"),
        Example("<button aria-label='Buy a car'>Buy a [new] car</button>", says="differs"),
        Example("<button aria-label='2 times 3'>2×3</button>", says="differs"),
        Example("<table role=grid><tr><td aria-label=休市>开市</table>", says="differs"),
    ),
    good=(
        Example("<button aria-label=提交申请>提交</button>"),
        Example("<a href=a aria-label='Next page'>Next…</a>"),
        Example("<button aria-label=按日期查>按日期查（年-月-日）</button>"),
        Example("<button aria-label=提交申请>提交。</button>"),
        Example("<button aria-label=新增一行>+ 新增</button>"),
        Example("<button aria-label='Cafe\u0301 menu'>CAF\u00c9</button>"),
        Example(
            "<a href=a aria-label='News list'><b style='display:block'>News</b><b style='display:block'>list</b></a>"
        ),
        Example("<a href=a aria-label='News list'>News<b style='visibility:hidden'>|</b>list</a>"),
        Example("<button aria-label=关闭>X</button>"),
        Example("<button aria-label=目录><i class=material-icons>menu</i></button>"),
        Example("<nav aria-label=主导航>首页</nav>"),
    ),
    when=lambda node: role(node) in CONTROLS and is_exposed(node) and is_named(node),
)
def label_in_name(node: Node) -> Hits:
    label = seen.text(node)
    seen_words, said = spoken(label), spoken(name(node))
    # A single character is most often a sign that stands for an icon.
    if len(seen_words) > 0 and len(label) > 1 and not holds(said, seen_words):
        yield node.fail("differs", label=label, name=name(node), quote=label)


def is_named(node: Node) -> bool:
    """Whether an author has written a name over the label."""
    return bool(node.get("aria-label").strip() or node.get("aria-labelledby").strip())


def spoken(text: str) -> list[str]:
    """The words of a text, Han characters one by one, however they are encoded; what brackets hold is left out."""
    return WORDS.findall(unicodedata.normalize("NFKD", BRACKETED.sub(" ", text).casefold()))


def holds(said: list[str], label: list[str]) -> bool:
    """Whether the words of the label stand in the name in order, with none between."""
    return any(said[at : at + len(label)] == label for at in range(len(said) - len(label) + 1))
