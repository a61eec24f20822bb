"""Components that stand in what imports them show what they would as templates of their own, mistakes included."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, select_autoescape

from mingwen.errors import MingwenError
from mingwen.model import Page
from mingwen.rendering import gathering, render
from mingwen.rendering.choice import choose
from mingwen.rendering.folding import FoldingEnvironment
from mingwen.rendering.page import apart, compiled, context
from mingwen.rendering.theme import Source, Theme, load
from mingwen.theme_root import theme_root
from tests.rendering_pages import DOCUMENT_PAGE, FEED, FRAME, MAP, PAGES, ROBOTS
from tests.rendering_pages import SITEMAP_PAGE as PAGE

THEME = load(theme_root())
X = '{% from "x.html" import m with context %}'
M = "{% macro m() %}<i>{{ page }}</i>{% endmacro %}"


def _stops() -> None:
    raise StopIteration


def environment(files: dict[str, str], gathered: bool) -> Environment:
    """Jinja's own, or ours."""
    made = (FoldingEnvironment if gathered else Environment)(
        loader=DictLoader(files),
        autoescape=select_autoescape(("html",), default_for_string=True),
        undefined=StrictUndefined,
        cache_size=-1,
    )
    if isinstance(made, FoldingEnvironment):
        made.gather(gathering.given(files.values()))
    return made


def shown(files: dict[str, str], gathered: bool) -> tuple[str, frozenset[str]]:
    """What a.html shows, or "mistake"; and the templates that were loaded for it."""
    made = environment(files, gathered)
    try:
        text = made.get_template("a.html").render(page="<页>", items=("一", "二"), summary="说", n=1, stops=_stops)
    except (TemplateError, TypeError, RecursionError):
        text = "mistake"
    assert made.cache is not None
    return text, frozenset(key[1] for key in made.cache)


GATHERED: dict[str, dict[str, str]] = {
    "a macro": {"a.html": X + "{{ m() }}{{ m() | length }}{{ m.name }}", "x.html": M},
    "with what it is called with": {
        "a.html": X + '{{ m(1, c="<") }}{{ m(a=page, b=2) }}',
        "x.html": "{% macro m(a, b=n, c=page) %}{{ a }}{{ b }}{{ c }}{% endmacro %}",
    },
    "with any arguments": {
        "a.html": X + "{{ m(1, 2, z=3) }}",
        "x.html": "{% macro m(a) %}{{ varargs }}{{ kwargs }}{% endmacro %}",
    },
    "with a caller": {
        "a.html": X + "{% call(w) m() %}{{ w }}{{ page }}{% endcall %}",
        "x.html": "{% macro m() %}<b>{{ caller(page) }}</b>{% endmacro %}",
    },
    "that calls another of its file": {
        "a.html": X + "{{ m(items) }}",
        "x.html": "{# 注 #}\n{% macro m(all) %}{% for it in all %}{{ one(it, loop.index) }}{% endfor %}{% endmacro %}\n"
        "{% macro one(it, at) %}{% set w = it ~ at %}<p>{{ w }}{{ page }}</p>{% endmacro %}\n",
    },
    "that calls itself": {
        "a.html": X + "{{ m(3) }}",
        "x.html": "{% macro m(k) %}{{ k }}{% if k %}({{ m(k - 1) }}){% endif %}{% endmacro %}",
    },
    "with helpers of one name in two components": {
        "a.html": X + '{% from "y.html" import o with context %}{{ m() }}{{ o() }}{{ helper is defined }}',
        "x.html": "{% macro m() %}{{ helper() }}{% endmacro %}{% macro helper() %}甲{% endmacro %}",
        "y.html": "{% macro o() %}{{ helper() }}{% endmacro %}{% macro helper() %}乙{% endmacro %}",
    },
    "with a helper that is called like a value of the page": {
        "a.html": X + "{{ m() }}{{ summary }}{% block b %}{{ summary }}{% endblock %}",
        "x.html": "{% macro m() %}{{ summary() }}{% endmacro %}{% macro summary() %}不是{% endmacro %}",
    },
    "that imports another": {
        "a.html": X + '{{ m() }}{% from "y.html" import o with context %}{{ o() }}',
        "x.html": '{% from "y.html" import o with context %}{% macro m() %}{{ o() }}{% endmacro %}',
        "y.html": "{% macro o() %}<u>{{ page }}</u>{% endmacro %}",
    },
    "for a block of the template that it extends": {
        "a.html": '{% extends "base.html" %}' + X + "{% block b %}{{ m() }}{{ o() }}{% endblock %}",
        "base.html": '{% from "y.html" import o with context %}{% block b %}{% endblock %}{{ o() }}{{ m() }}',
        "x.html": M,
        "y.html": "{% macro o() %}<u>{{ page }}</u>{% endmacro %}",
    },
    "of one name in a template and in what it extends": {
        "a.html": '{% extends "base.html" %}' + X + "{{ m() }}{% block b %}{{ m() }}{% endblock %}",
        "base.html": '{% block b %}{% endblock %}{% from "y.html" import m with context %}{{ m() }}{{ self.b() }}',
        "x.html": M,
        "y.html": "{% macro m() %}<u>{{ page }}</u>{% endmacro %}",
    },
    "in an included template that is shown in a loop": {
        "a.html": '{% for it in items %}{% include "b.html" %}{% endfor %}',
        "b.html": X + "{{ m() }}{{ it }}",
        "x.html": "{% macro m() %}{{ it }}{{ loop is defined }}{% endmacro %}",
    },
    "with all that may be in a macro": {
        "a.html": X + "{{ m(items) }}",
        "x.html": "{% macro m(all) %}{% set ns = namespace(k=0) %}{% for it in all if it != n %}"
        "{% set ns.k = ns.k + 1 %}{% else %}空{% endfor %}{{ ns.k }}{% filter upper %}a{{ page }}{% endfilter %}"
        "{% with q = page %}{{ q }}{% endwith %}{% set w %}<s>{{ page }}</s>{% endset %}{{ w }}"
        "{% macro in_m(k) %}{{ k }}{{ all[0] }}{% endmacro %}{{ in_m(1) }}{{ all | map('upper') | join(',') }}"
        "{{ 'x' if n is odd else 'y' }}{{ {'k': n}.k }}{{ range(3) | list }}{% endmacro %}",
    },
    "imported twice under its name": {"a.html": X + "{{ m() }}" + X + "{{ m() }}", "x.html": M},
}  # fmt: skip

#: Where it could make a difference, and the template that must be one of its own.
LEFT: dict[str, tuple[dict[str, str], str]] = {
    "under another name": (
        {"a.html": '{% from "x.html" import m as o with context %}{{ o() }}{{ m is defined }}', "x.html": M},
        "x.html",
    ),
    "with a name of its own alone": (
        {"a.html": X + "{{ m() }}", "x.html": M + "{% macro _o() %}{% endmacro %}"},
        "x.html",
    ),
    "that sets something": (
        {"a.html": X + "{{ m() }}", "x.html": "{% set k = page %}{% macro m() %}{{ k }}{% endmacro %}"},
        "x.html",
    ),
    "with words": ({"a.html": X + "{{ m() }}", "x.html": M + "字"}, "x.html"),
    "with a block": ({"a.html": X + "{{ m() }}", "x.html": "{% block b %}{% endblock %}" + M}, "x.html"),
    "without context": (
        {
            "a.html": '{% from "x.html" import m %}{{ m() }}',
            "x.html": "{% macro m() %}{{ page is defined }}{% endmacro %}",
        },
        "x.html",
    ),
    "in a macro": ({"a.html": "{% macro k() %}" + X + "{{ m() }}{% endmacro %}{{ k() }}", "x.html": M}, "x.html"),
    "in a block": ({"a.html": "{% block b %}" + X + "{{ m() }}{% endblock %}", "x.html": M}, "x.html"),
    "under a condition": ({"a.html": "{% if n %}" + X + "{% endif %}{{ m() }}", "x.html": M}, "x.html"),
    "as a whole": ({"a.html": '{% import "x.html" as x with context %}{{ x.m() }}', "x.html": M}, "x.html"),
    "by a variable": (
        {"a.html": '{% set w = "x.html" %}{% from w import m with context %}{{ m() }}', "x.html": M},
        "x.html",
    ),
    "that uses what is set later": (
        {"a.html": X + "{% set page = 2 %}{{ m() }}{% block b %}{{ m() }}{{ page }}{% endblock %}", "x.html": M},
        "x.html",
    ),
    "that uses what the template around it sets": (
        {"a.html": '{% extends "base.html" %}' + X, "base.html": "{% set page = 3 %}{{ m() }}", "x.html": M},
        "x.html",
    ),
    "that uses a macro imported elsewhere": (
        {
            "a.html": X + '{% from "y.html" import o with context %}{{ m() }}',
            "x.html": "{% macro m() %}{{ o is defined }}{% endmacro %}",
            "y.html": "{% macro o() %}{% endmacro %}",
        },
        "x.html",
    ),
    "that imports what is left": (
        {
            "a.html": X + "{{ m() }}",
            "x.html": '{% from "y.html" import o with context %}{% macro m() %}{{ o() }}{% endmacro %}',
            "y.html": "{% set k = 1 %}{% macro o() %}{{ k }}{% endmacro %}",
        },
        "x.html",
    ),
    "that includes": (
        {
            "a.html": X + "{{ m() }}",
            "x.html": '{% macro m() %}{% include "y.html" %}{% endmacro %}{% macro h() %}{% endmacro %}',
            "y.html": "{{ h is defined }}{{ m is defined }}",
        },
        "x.html",
    ),
    "that is asked for what it has not": (
        {"a.html": '{% from "x.html" import m, k with context %}{{ m() }}{{ k is defined }}', "x.html": M},
        "x.html",
    ),
    "where escaping is switched": (
        {
            "a.html": X + "{% autoescape false %}{{ m() }}{{ page }}{% endautoescape %}{{ m() }}",
            "x.html": "{% macro m() %}{{ k() }}{{ page }}{% endmacro %}{% macro k() %}<i>{{ page }}</i>{% endmacro %}",
        },
        "x.html",
    ),
    "that escapes otherwise": (
        {"a.html": '{% from "x.txt" import m with context %}{{ m() }}', "x.txt": M},
        "x.txt",
    ),
    "with two macros of one name": (
        {"a.html": X + "{{ m() }}", "x.html": M + "{% macro m() %}{{ n }}{% endmacro %}"},
        "x.html",
    ),
    "that asks for itself": (
        {"a.html": X + "{{ m() }}", "x.html": "{% macro m() %}{{ self }}{% endmacro %}"},
        "x.html",
    ),
}


@pytest.mark.parametrize("files", GATHERED.values(), ids=GATHERED)
def test_a_component_in_its_place_shows_what_it_did(files: dict[str, str]) -> None:
    text, loaded = shown(files, gathered=True)

    assert text == shown(files, gathered=False)[0] != "mistake"
    assert not {"x.html", "y.html"} & loaded


@pytest.mark.parametrize(("files", "own"), LEFT.values(), ids=LEFT)
def test_what_could_make_a_difference_stays_a_template_of_its_own(files: dict[str, str], own: str) -> None:
    text, loaded = shown(files, gathered=True)

    assert text == shown(files, gathered=False)[0]
    assert own in loaded


MISTAKEN = {
    "missing": {"a.html": X},
    "empty": {"a.html": X + "{{ m() }}", "x.html": ""},
    "written wrong": {"a.html": X, "x.html": "{% macro m() %}{% if %}{% endmacro %}"},
    "with an unknown filter": {"a.html": X, "x.html": "{% macro m() %}{{ page | nix }}{% endmacro %}"},
    "in a circle": {
        "a.html": X + "{{ m() }}",
        "x.html": '{% from "y.html" import o with context %}{% macro m() %}{{ o() }}{% endmacro %}',
        "y.html": '{% from "x.html" import m with context %}{% macro o() %}{{ m() }}{% endmacro %}',
    },
    "called wrong": {"a.html": X + "{{ m(1) }}", "x.html": M},
    "with an unknown name": {"a.html": X + "{{ m() }}", "x.html": "{% macro m() %}{{ pgae }}{% endmacro %}"},
    "using a helper of another": {
        "a.html": '{% from "y.html" import o with context %}' + X + "{{ m() }}",
        "x.html": "{% macro m() %}{{ helper() }}{% endmacro %}",
        "y.html": "{% macro o() %}{% endmacro %}{% macro helper() %}乙{% endmacro %}",
    },
}


@pytest.mark.parametrize("files", MISTAKEN.values(), ids=MISTAKEN)
def test_a_mistake_stays_one(files: dict[str, str]) -> None:
    assert shown(files, gathered=False)[0] == shown(files, gathered=True)[0] == "mistake"


ASKED = some.sampled_from(["page", "n", "items", "page", "n", "items", "m", "o", "k"])
GIVEN = some.sampled_from(["q", "k", "m", "q", "k", "m", "n"])
SAID = some.builds(
    lambda kind, asked, given_: kind.replace("ASKED", asked).replace("GIVEN", given_),
    some.sampled_from(
        [
            "{{ ASKED }}", "{{ m() }}", "{{ o() }}", "{% set GIVEN = 7 %}", "字{{ page }}",
            "{% for GIVEN in items %}{{ GIVEN }}{{ ASKED }}{% endfor %}",
            "{{ ASKED is defined }}", "{% if ASKED is string %}{% set GIVEN = ASKED %}{{ GIVEN }}{% endif %}",
            "{% with GIVEN = 5 %}{{ GIVEN }}{{ ASKED }}{% endwith %}",
            "{% call m() %}{{ ASKED is callable }}{% endcall %}",
        ]
    ),
    ASKED, GIVEN,
)  # fmt: skip
BODY = some.lists(SAID, max_size=3).map("".join)
PARAMETERS = some.sampled_from(["", "n=page", "q=n", "page=1"])


def macros(*names: str) -> some.SearchStrategy[str]:
    shape = "{{% macro {0}({1[0]}) %}}{1[1]}{{% endmacro %}}"
    written = (some.tuples(PARAMETERS, BODY).map(partial(shape.format, name)) for name in names)
    return some.tuples(*written).map("\n".join)


HOW = some.sampled_from([" with context"] * 8 + ["", " as k with context"])
IMPORT = some.builds(
    "{{% from {}{} %}}".format,
    some.sampled_from(['"x.html" import m', '"x.html" import k', '"x.html" import m, k', '"y.html" import o']), HOW,
)  # fmt: skip
COMPONENT = some.builds(
    "{}{}{}".format,
    some.sampled_from(["", '{% from "y.html" import o with context %}']),
    macros("m", "k"),
    some.sampled_from(["", "", "", "{% set n = 2 %}"]),
)
TOP = some.lists(some.one_of(IMPORT, IMPORT, SAID, macros("q")), max_size=6).map("".join)


@settings(max_examples=150, deadline=None)
@given(some.fixed_dictionaries({"x.html": COMPONENT, "y.html": macros("o", "m")}), TOP, BODY, TOP, BODY)
def test_odd_little_themes_show_the_same(
    files: dict[str, str], top: str, block: str, base: str, base_block: str
) -> None:
    files |= {
        "a.html": '{% extends "base.html" %}' + top + "{% block b %}" + block + "{% endblock %}",
        "base.html": base + "{% block b %}" + base_block + "{% endblock %}",
    }

    assert shown(files, gathered=True)[0] == shown(files, gathered=False)[0]


def test_a_circle_is_a_mistake_of_the_page_and_not_of_compiling() -> None:
    assert environment(MISTAKEN["in a circle"], gathered=True).get_template("a.html")


# ── the theme and the pages of a site ───────────────────────────────────────────────────────────


def _with(**own: str) -> Theme:
    """The theme with files of a site laid over it; __ stands for / and the name ends in .html."""
    sources = {source.name: source for source in THEME.templates}
    for key, text in own.items():
        name = f"{key.replace('__', '/')}.html"
        sources[name] = Source(name, text, f"templates/{name}")
    return replace(THEME, templates=tuple(sources.values()), digest=repr(own))


@pytest.mark.parametrize("page", [*PAGES, FEED, MAP, ROBOTS], ids=lambda page: f"{page.path} {page.template}")
def test_every_page_is_the_same_to_the_byte(page: Page) -> None:
    alone = apart(THEME, "zh").get_template(choose(page, THEME))

    assert render(page, FRAME, THEME) == alone.render(context(page, FRAME, THEME))


def test_all_components_of_the_theme_are_gathered() -> None:
    theme = replace(THEME, digest="fresh")
    for page in PAGES:
        render(page, FRAME, theme)
    loaded = compiled(theme, "zh").cache
    assert loaded is not None

    assert not [key[1] for key in loaded if key[1].startswith("components/")]


def test_a_component_of_the_site_stands_in_the_place_of_the_theme_s() -> None:
    own = _with(components__trail__trail="{% macro trail(items, title) %}本站{{ title }}{% endmacro %}")

    assert f"本站{PAGE.title}" in render(PAGE, FRAME, own)


def test_a_template_of_the_site_may_import_what_is_imported_already() -> None:
    own = _with(
        sitemap='{% extends "base.html" %}{% from "components/modes/modes.html" import modes with context %}'
        '{% block main %}{{ modes("再", id="again") }}{{ modes("又") }}{% endblock %}'
    )

    html = render(PAGE, FRAME, own)
    assert 'id="again" aria-label="再"' in html
    assert '<nav class="modes" aria-label="又">' in html


TRAIL = "{% macro trail(items, title) %}\n<p>\nWRONG\n</p>\n{% endmacro %}\n"


@pytest.mark.parametrize(
    ("wrong", "line", "said"),
    [
        ("{{ pgae.title }}", 3, "pgae"),
        ("{% if %}", 3, "模板写错了"),
        ("{{ page | nix }}", 3, "nix"),
        ("{% if page %}{{ page | nix }}{% endif %}", 3, "nix"),
        ('{{ t("no.word") }}', 3, "words.toml 里没有“no.word”"),
        ("{{ page.title | clock }}", 3, "模板出错"),
        ("{{ trail(x=1) }}", 3, "'x'"),
        ('{% from "nix.html" import x with context %}', 3, "没有模板“nix.html”"),
    ],
)
def test_a_mistake_in_a_component_is_told_at_its_own_line(wrong: str, line: int, said: str) -> None:
    own = _with(components__trail__trail=TRAIL.replace("WRONG", wrong))

    with pytest.raises(MingwenError) as caught:
        render(PAGE, FRAME, own)
    assert str(caught.value.where) == f"templates/components/trail/trail.html:{line}"
    assert said in caught.value.message("zh")


def test_a_mistake_beside_components_is_told_at_its_line() -> None:
    own = _with(sitemap='{% extends "base.html" %}\n' + "{% block main %}\n{{ trail(wrong=1) }}\n{% endblock %}")

    with pytest.raises(MingwenError) as caught:
        render(PAGE, FRAME, own)
    assert str(caught.value.where) == "templates/sitemap.html:3"
    assert "wrong" in caught.value.message("zh")


def test_a_changed_component_is_not_taken_from_templates_compiled_before(tmp_path: Path) -> None:
    """What is imported by what is imported counts too, and so does what is set elsewhere."""
    page = '{% from "components/x.html" import x with context %}{{ x() }}'
    x = '{% from "components/y.html" import y with context %}'
    x += "{% macro x() %}{{ y() }}{{ later is defined }}{% endmacro %}"
    for word, after in (("甲", ""), ("乙", ""), ("乙", "{% set later = 1 %}"), ("丙", "")):
        own = replace(
            _with(
                sitemap=page + after, components__x=x, components__y="{% macro y() %}" + word + "{% endmacro %}"
            ),
            cache=str(tmp_path), digest=f"components {word}{after}",
        )  # fmt: skip
        assert render(PAGE, FRAME, own) == f"{word}False"


def test_a_name_given_anywhere_is_known() -> None:
    said = (
        "{% set a, (b, c) = 1 %}{%- set\nd %}{% endset %}{%+macro e(x) %}"
        '{% from "x{%y" import f, g as h with context %}{% import "z" ~ q as i %}{{ set }} import j {{ as }}'
    )

    found = gathering.given([said])
    assert found is not None
    assert {*"abcdefghi"} <= found
    assert "j" not in found


def test_functions_that_templates_call_get_what_they_ask_for() -> None:
    """Shorter ways for values and calls show nothing else."""
    files = {
        "a.html": X + "{{ m() }}",
        "x.html": "{% macro m() %}{% for it in (1, 1.0, true, none, '<', '<' | safe, page, 'a' * 300, []) %}{{ it }},"
        "{{ '{}'.format(it) }}{{ [it] | map('string') | join('<') }}{{ dict(a=it) }}{% endfor %}"
        "{{ stops() is defined }}{{ cycler('x', 'y').next() }}{{ joiner('|')() }}{% endmacro %}",
    }

    assert shown(files, gathered=True)[0] == shown(files, gathered=False)[0] != "mistake"


def test_what_a_document_shows_is_escaped_once() -> None:
    title = "“<b>&”" * 60
    html = render(replace(DOCUMENT_PAGE, title=title), FRAME, THEME)

    assert "“&lt;b&gt;&amp;”" in html
    assert "&amp;lt;" not in html
    assert "“<b>&”" not in html
