"""The cascade: conditions, weights, calculations, broken sheets. Values are compared with Chromium in browser/."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingwen.linting import RULES, Styles, lint
from mingwen.linting.cascade import computed, style
from mingwen.linting.css.lengths import measure
from mingwen.linting.css.media import Media, holds
from mingwen.linting.css.selectors import read
from mingwen.linting.css.sheet import compile_sheet
from mingwen.linting.dom import Page
from mingwen.linting.styles import NONE

THEME = Path(__file__).parent.parent / "static" / "css"


def target(html: str, styles: Styles = NONE, path: str = "-"):
    return Page(html, path, styles).root.all("[data-t]")[0]


# ── states of the reader's system ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("media", "query"),
    [
        (Media(width=400), "(max-width: 400px)"),
        (Media(width=400), "(width <= 25em)"),
        (Media(height=900, width=400), "(orientation: portrait)"),
        (Media(scheme="dark"), "(prefers-color-scheme: dark)"),
        (Media(contrast="more"), "(prefers-contrast: more)"),
        (Media(contrast="more"), "(prefers-contrast)"),
        (Media(forced_colors=True), "(forced-colors: active)"),
        (Media(reduced_motion=True), "(prefers-reduced-motion)"),
        (Media(kind="print"), "print and (not (hover))"),
    ],
)
def test_a_query_holds_in_its_state_only(media, query):
    assert holds(query, media)
    assert not holds(query, Media())


def test_a_page_can_be_asked_in_any_state():
    html = "<style>p{color:red} @media (prefers-color-scheme:dark){p{color:lime}}</style><p data-t>甲"

    assert computed(target(html), "color") == "rgb(255, 0, 0)"
    assert computed(target(html), "color", Media(scheme="dark")) == "rgb(0, 255, 0)"
    assert computed(target(html, Styles(media=Media(scheme="dark"))), "color") == "rgb(0, 255, 0)"


# ── sheets ──────────────────────────────────────────────────────────────────────────────────────


def test_imports_come_before_what_imports_them_and_may_go_into_a_layer():
    sheets = {
        "css/a.css": "@import 'b.css' layer(low); @import url(c.css) print; p{opacity:.5}",
        "css/b.css": "@import 'a.css'; p#i{opacity:.1;color:red}",
        "css/c.css": "p{color:blue!important}",
    }
    node = target("<link rel=stylesheet href=css/a.css><p id=i data-t>甲", Styles(sheets))

    assert computed(node, "opacity") == "0.5"
    assert computed(node, "color") == "rgb(255, 0, 0)"


def test_a_sheet_for_another_medium_and_an_alternate_one_are_left_out():
    sheets = {"a.css": "p{color:red}"}
    for link in ("media=print", "rel='alternate stylesheet'", "disabled"):
        html = f"<link {link} rel=stylesheet href=a.css><p data-t>甲"

        assert computed(target(html, Styles(sheets)), "color") == "rgb(0, 0, 0)"


def test_shadow_trees_have_sheets_of_their_own():
    html = (
        "<style>b{color:red}</style><div><template shadowrootmode=open><style>b{opacity:.5}</style><b data-t>甲</b>"
        "</template></div><b id=out>乙</b>"
    )
    inside = Page(html, "-", NONE).select("[data-t]")[0]

    assert (computed(inside, "color"), computed(inside, "opacity")) == ("rgb(0, 0, 0)", "0.5")
    assert computed(Page(html, "-", NONE).find("out"), "opacity") == "1"


def test_what_only_layout_decides_is_told_as_a_doubt():
    node = target("<style>@container (width>1px){p{color:red}}</style><div><p data-t>甲</p></div>")

    assert computed(node, "color") == "rgb(0, 0, 0)"
    assert style(node).in_doubt("color")
    assert not style(node).in_doubt("opacity")


def test_the_source_of_a_value_is_known():
    html = "<style>p{color:red!important}</style><p data-t style='opacity:.5;letter-spacing:1px!important'>甲"
    own = style(target(html))

    assert [own.source(it) for it in ("color", "opacity", "letter-spacing", "display", "order")] == [
        *("author!", "inline", "inline!", "ua", ""),
    ]


# ── weights ─────────────────────────────────────────────────────────────────────────────────────

SELECTORS = [
    *("a", "*", ".a", "#a", "a.b#c", "a b > c + d ~ e", "[a]", "a[b=c d i]", "a:hover", "a::before", "a:before"),
    *(":is(a, .b)", ":where(#a)", ":not(a, #b)", "a:not(.b):is(.c, d)", ":nth-child(2n+1)"),
    *(":has(> a)", "a:has(.b, c)", ":root", "a:is()", ":not(:is(a, #b) .c)"),
    *("\\31 a", ".a\\.b", "a:first-line", "*|a", "a.中文#名", ".a.b.c", '[a="]"]', "a:lang(zh)"),
]


@pytest.mark.parametrize("selector", SELECTORS)
def test_weights_are_those_of_another_library(selector):
    """cssselect2 reads selectors by a parser of its own."""
    from cssselect2.parser import SelectorError, parse

    try:
        expected = [(each.specificity, each.pseudo_element or "") for each in parse(selector)]
    except SelectorError:
        pytest.skip("cssselect2 does not know it")

    assert [(each.weight, each.element) for each in read(selector) or ()] == expected


@pytest.mark.parametrize(
    "selector", ["", "a,", "a b >", "a::nonsense", ":nonsense", ":has(a:has(b))", "(" * 99, "a" * 9000]
)
def test_what_browsers_drop_is_dropped(selector):
    assert read(selector) is None


# ── calculations ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1in", "96px"),
        ("calc(1px + 2 * 3px)", "7px"),
        ("calc(100% - 10px)", "calc(100% - 10px)"),
        ("calc((1px + 1em) / 2)", "8.5px"),
        ("min(1px, 2px, 3px)", "1px"),
        ("clamp(1px, 5px, 3px)", "3px"),
        ("calc(90deg + 0.25turn)", "180deg"),
        ("round(down, 7px, 2px)", "6px"),
        ("calc(infinity * 1px)", "3.35544e+07px"),
        ("calc(1px * 1px)", None),
        ("calc(1px + 1)", None),
        ("calc(1px", None),
        ("1furlong", None),
        ("calc(" * 50 + "1px" + ")" * 50, None),
    ],
)
def test_calculations(text, shown):
    found = measure(text)

    assert (str(found) if found else None) == shown


# ── broken, deep and hostile sheets ─────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        *(
            "p",
            ".a",
            "#b",
            "*",
            ":is(",
            ":not(",
            ":has(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "(",
            ";",
            ":",
            ",",
            "&",
            ">",
            "/",
            "!",
        ),
        *("@media ", "@layer ", "@supports ", "@import ", "@container ", "(width>1px)", "not ", "and ", "important"),
        *("color", "font", "background", "border", "--a", "var(--a)", "var(--b,", "calc(", "1px", "50%", "red", "#12"),
        *(
            "rgb(",
            "color-mix(in ",
            "linear-gradient(",
            "url(",
            "'",
            '"',
            "\\",
            "/*",
            "*/",
            "<!--",
            "\n",
            " ",
            "\0",
            "中",
        ),
        *("inherit", "revert-layer", "oklch(", "e9", "999999999999", "-", "1e999", "light-dark(", "currentcolor"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_no_sheet_is_too_broken(css):
    """Neither in a style element nor in an attribute; every property has a value afterwards."""
    html = f'<div style="{css.replace(chr(34), "")}"><style>{css}</style><p class=a id=b>甲<i>乙</i></p></div>'
    lint(html)
    for node in Page(html, "-", NONE).nodes.values():
        assert computed(node, "color")
        assert computed(node, "font-size").endswith("px")


def test_mutated_sheets_of_the_theme_do_no_harm():
    chance = random.Random(3)
    css = "\n".join(path.read_text("utf-8") for path in sorted(THEME.rglob("*.css")))
    html = "<link rel=stylesheet href=a.css><body><main><h1>甲</h1><p>乙<a href=b>丙</a></p><table><tr><td>丁</table>"
    for _ in range(25):
        at = chance.randrange(len(css) - 3000)
        piece = css[at : at + 3000]
        for _ in range(8):
            cut = chance.randrange(len(piece))
            piece = piece[:cut] + chance.choice(["{", "}", "(", ")", '"', ";", "@", "\\", "/*", ""]) + piece[cut + 2 :]

        lint(html, styles=Styles({"a.css": piece}))


@pytest.mark.parametrize(
    "css",
    [
        "(" * 50_000,
        "{" * 50_000,
        "a{" * 5_000,
        "a{color:" + "(" * 5_000 + "}",
        ":is(" * 3_000 + "a" + ")" * 3_000 + "{color:red}",
        "@media " + "(" * 5_000 + "{a{color:red}}",
        "@media screen{" * 2_000,
        "@supports " + "not(" * 3_000 + "{a{color:red}}",
        "a{width:calc(" + "(" * 3_000 + "1px" + ")" * 3_000 + ")}",
        "a{" + "".join(f"--a{at}:var(--a{at + 1})var(--a{at + 1});" for at in range(200)) + "--a200:x;color:var(--a0)}",
        "a{" + "".join(f"--a{at}:var(--a{(at + 1) % 500});" for at in range(500)) + "color:var(--a0)}",
        "& &{" * 40 + "color:red",
        "a{--a:" + "x" * 100_000 + ";color:var(--a)var(--a)}",
        "a{background:" + "linear-gradient(red,blue)," * 3_000 + "red}",
    ],
)
def test_hostile_sheets_end(css):
    html = f"<style>{css}</style><body><a href=a>甲</a>"

    lint(html)
    assert compile_sheet(css) is not None


TAGS = st.sampled_from(["", "", "p", "P", "i", "b", "*"])
PARTS = st.lists(
    st.sampled_from([".a", ".A", "#b", "[title]", "[TITLE]", "[title=x i]", ":not(.z)", ":is(.z, .a)", ":first-child"]),
    min_size=1,
    max_size=2,
).map("".join)
JOINED = st.lists(st.tuples(TAGS, PARTS).map("".join), min_size=1, max_size=3).map(" ".join)


@given(st.lists(JOINED, min_size=1, max_size=2).map(", ".join), st.booleans())
@settings(max_examples=80, deadline=None)
def test_what_a_page_lacks_is_known_without_asking_the_parser(selector, quirks):
    html = (
        "" if quirks else "<!doctype html>"
    ) + "<div class='A c' ID=b title=x><p class=a>甲<p id=B>乙<i>丙</i></div>"
    page = Page(html, "-", NONE)

    assert page.select(selector) == [page.at(index) for index in page.indexes(0, selector)]


def test_classes_match_in_any_letter_case_where_a_page_has_no_doctype():
    html = "<style>.A { color: red }</style><p class=a data-t>甲"

    assert computed(target(html), "color") == "rgb(255, 0, 0)"
    assert computed(target("<!doctype html>" + html), "color") == "rgb(0, 0, 0)"


def test_styles_of_any_depth_are_safe():
    html = "<style>div{font-size:1em;--a:1;border:inherit;color:var(--b,inherit)}</style>" + "<div>" * 20_000 + "文"
    page = Page(html, "-", NONE)
    deepest = page.at(len(page.nodes) - 1)

    for name in ("font-size", "--a", "border-top-width", "color", "line-height", "display", "opacity"):
        assert computed(deepest, name) != ""
    assert not lint(html, [RULES["contrast-minimum"]]).findings


@pytest.mark.parametrize(
    ("selector", "html", "colour"),
    [
        ("lineargradient", "<svg><linearGradient data-t></svg>", "rgb(255, 0, 0)"),
        ("P", "<p data-t>", "rgb(255, 0, 0)"),
        ("p, .b", "<p data-t class=a>", "rgb(255, 0, 0)"),
        ("p .b", "<p data-t class=b>", "rgb(0, 0, 0)"),
    ],
)
def test_a_tag_alone_selects_as_the_engine_would(selector, html, colour):
    """Such selectors are matched without it: HTML leaves the case of tags aside, those of SVG too."""
    assert computed(target(f"<style>{selector} {{ color: red }}</style>{html}"), "color") == colour


def test_the_order_of_rules_holds_between_tags_and_other_selectors():
    page = "<style>p {{ color: red }} [data-t] {{ color: lime }} {} {{ color: blue }}</style><p data-t>"

    assert computed(target(page.format("p")), "color") == "rgb(0, 255, 0)"
    assert computed(target(page.format("p:first-of-type")), "color") == "rgb(0, 0, 255)"
