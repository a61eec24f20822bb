"""contrast-tokens: the theme's colours stand out from their grounds in every state of the reader's system."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mingwen.linting.contrast import hex_of, nearest, parse, ratio
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.styles import Declaration, declarations
from mingwen.model import Text

GROUNDS = ("--mw-bg", "--mw-surface")
# Floors of WCAG 2.2: 4.5 for text (1.4.3), 3 for edges of controls (1.4.11).
FLOORS = {
    "--mw-text": 4.5, "--mw-muted": 4.5, "--mw-link": 4.5, "--mw-visited": 4.5, "--mw-error": 4.5, "--mw-ok": 4.5,
    "--mw-border": 3.0,
}  # fmt: skip
Pair = tuple[Declaration, str, str, float, float, str]


@Rule(
    id="contrast-tokens",
    name=Text("主题颜色的对比度要够", "The theme's colours have enough contrast"),
    why=Text(
        "视力弱的人、在阳光下看屏幕的人，看不清浅灰的字。",
        "People with low vision, and anybody in sunlight, cannot read pale grey words.",
    ),
    basis=("WCAG 2.2 1.4.3", "WCAG 2.2 1.4.11"),
    on="html",
    says={
        "text": Text(
            "{pair} 的对比度是 {ratio}，至少要 {floor}。最接近的合格颜色是 {nearest}。{when}",
            "The contrast of {pair} is {ratio} and needs {floor}. The nearest colour that passes is {nearest}. {when}",
        ),
        "edge": Text(
            "边线 {pair} 的对比度是 {ratio}，至少要 {floor}。最接近的合格颜色是 {nearest}。{when}",
            "The edge {pair} has a contrast of {ratio} and needs {floor}. The nearest that passes is {nearest}. {when}",
        ),
    },
    bad=(
        Example(
            "<link rel=stylesheet href=a.css>",
            says="text",
            sheets=(("a.css", ":root { --mw-bg: #fff; --mw-text: #999 }"),),
        ),
        Example(
            "<link rel=stylesheet href=a.css>",
            says="edge",
            sheets=(("a.css", ":root { --mw-bg: #fff; --mw-border: #ccc }"),),
        ),
        Example(
            "<link rel=stylesheet href=a.css>",
            says="text",
            sheets=(
                (
                    "a.css",
                    ":root { --mw-bg: #fff; --mw-text: #111 } @media (prefers-contrast) { :root { --mw-bg: #222 } }",
                ),
            ),
        ),
    ),
    good=(
        Example(
            "<link rel=stylesheet href=a.css>",
            sheets=(("a.css", ":root { --mw-bg: #fff; --mw-text: #1b1f24; --mw-border: #6f7780 }"),),
        ),
        Example("<link rel=stylesheet href=a.css>", sheets=(("a.css", "p { color: #999 }"),)),
    ),
    when=lambda html: has_tokens(html),
)
def contrast_tokens(html: Node) -> Hits:
    for path, css in html.page.styles.linked(html.page):
        for place, ground, behind, found, floor, media in weak_pairs(css):
            colour, back = parse(place.value), parse(behind)
            better = nearest(colour, back, floor) if colour and back else None
            yield html.fail(
                "edge" if place.name == "--mw-border" else "text",
                at=(path, place.line, place.column),
                quote=f"{place.name}: {place.value}",
                pair=f"{place.name} {place.value} / {ground} {behind}",
                ratio=f"{int(found * 100) / 100:.2f}",
                floor=floor,
                nearest=hex_of(better) if better else "—",
                when=f"@media {media}" if media else "",
            )


def has_tokens(html: Node) -> bool:
    """Whether a page uses this theme's colour tokens at all."""
    return any("--mw-bg" in css for _, css in html.page.styles.linked(html.page))


@lru_cache(maxsize=64)
def weak_pairs(css: str) -> tuple[Pair, ...]:
    """Pairs of a token and a ground below their floor; a pair that no condition changes is told of once."""
    found: list[Pair] = []
    told: set[tuple[str, str, str, str]] = set()
    for media, tokens in states(css):
        for name, floor in FLOORS.items():
            for ground in GROUNDS:
                if name not in tokens or ground not in tokens:
                    continue
                front, back = resolve(name, tokens), resolve(ground, tokens)
                colours = parse(front), parse(back)
                if (name, front, ground, back) in told or not colours[0] or not colours[1]:
                    continue
                measured = ratio(colours[0], colours[1])
                if measured < floor:
                    told.add((name, front, ground, back))
                    place = tokens[ground] if tokens[name].media == "" != tokens[ground].media else tokens[name]
                    shown = Declaration(":root", name, front, False, media, place.line, place.column)
                    found.append((shown, ground, back, measured, floor, media))
    return tuple(found)


def states(css: str) -> Iterator[tuple[str, dict[str, Declaration]]]:
    """The tokens on :root in each state of the reader's system: first without conditions, then as each @media says.

    Where several conditions hold, so do the blocks that name only some of them.
    """
    tokens = [each for each in declarations(css) if each.name.startswith("--mw-") and each.selector == ":root"]
    for media in sorted(dict.fromkeys(each.media for each in tokens), key=lambda it: it != ""):
        if "print" not in media and "forced-colors" not in media:
            holds = conditions(media)
            yield media, {each.name: each for each in tokens if conditions(each.media) <= holds}


def conditions(media: str) -> frozenset[str]:
    """The parts of a media query that must all hold."""
    return frozenset(part.strip() for part in media.split(" and ") if part.strip())


def resolve(name: str, tokens: dict[str, Declaration]) -> str:
    """The value of a token with var() to other tokens followed, as far as it leads."""
    value = tokens[name].value
    for _ in range(len(tokens)):
        inner = value.removeprefix("var(").removesuffix(")").strip()
        if not value.startswith("var(") or inner not in tokens:
            break
        value = tokens[inner].value
    return value
