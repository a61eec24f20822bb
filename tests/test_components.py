"""Every component shows its examples, and its words are in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from string import Formatter

import pytest

from mingwen.linting import lint
from mingwen.linting.presets import choose
from mingwen.linting.styles import Styles
from mingwen.model import MODES, Mode
from mingwen.rendering.examples import Example, examples, show
from mingwen.rendering.gallery import page_of
from mingwen.rendering.styles import bundle
from mingwen.rendering.theme import load
from mingwen.theme_root import theme_root
from tests.rendering_pages import DOCUMENT_PAGE, FRAME

ROOT = theme_root()
THEME = load(ROOT)
TEMPLATES = ROOT / "templates"
EXAMPLES = {name: tuple(some) for name, some in groupby(examples(TEMPLATES), key=lambda it: it.component)}
COMPONENTS = sorted(path.name for path in (TEMPLATES / "components").iterdir())
GOLDEN = Path(__file__).parent / "components"


@pytest.mark.parametrize("component", COMPONENTS)
def test_examples_look_as_they_did(component: str, golden: Callable[[Path, str], None]) -> None:
    """A change of a component is seen in the diff of its golden file, never by accident."""
    shown = "".join(f"<!-- {it.name} -->\n{show(it, DOCUMENT_PAGE, FRAME, THEME)}\n" for it in EXAMPLES[component])

    golden(GOLDEN / f"{component}.html", shown)


@pytest.mark.parametrize("example", tuple(examples(TEMPLATES)), ids=lambda it: f"{it.component}: {it.name}")
def test_examples_hold_no_script_and_no_inline_style(example: Example) -> None:
    """So that a strict Content-Security-Policy works, and a component cannot be hijacked by its own text."""
    html = show(example, DOCUMENT_PAGE, FRAME, THEME)

    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", html)
    assert not re.search(r"<(?:解读|样例|公共服务|一图看懂|规划|标题)", html)


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.key)
def test_examples_pass_our_own_rules_in_every_mode(mode: Mode) -> None:
    """Each on a page of its own, with the stylesheet of the mode. A recording needs a person's eye in any case."""
    rules, _ = choose()
    styles = Styles({f"css/{mode.key}.css": bundle(THEME, mode)})
    found = []
    for component, some in EXAMPLES.items():
        # What stands in <head> is told by its text in the gallery.
        for example in some if component != "meta" else ():
            html = page_of({component: (example,)}, mode, FRAME, THEME)
            name = html.find("<h2>", html.index("<main"))
            if name < 0:
                continue
            first, last = (html.count("\n", 0, at) + 1 for at in (name, html.index("</main>")))
            checked = lint(html, rules, path=f"{mode.prefix}index.html", styles=styles)
            inside = [it for it in checked.findings if first < it.place.line <= last]
            found += [(it.rule, component) for it in inside]

    assert set(found) == {("audio-alternative", "recording")}


def test_a_misspelt_parameter_is_an_error() -> None:
    """Parameters have names, so that a slip of the pen is told at once."""
    wrong = Example("trail", "写错", "trail", {"item": (), "title": "x"}, {})

    with pytest.raises(TypeError, match="item"):
        show(wrong, DOCUMENT_PAGE, FRAME, THEME)


def test_every_component_has_a_macro_of_its_name() -> None:
    for component in COMPONENTS:
        source = (TEMPLATES / "components" / component / f"{component}.html").read_text(encoding="utf-8")

        assert f"macro {component}(" in source


def test_every_style_belongs_to_something() -> None:
    """A stylesheet whose classes no template and no extension makes is dead weight on every page."""
    made = "".join(source.text for source in THEME.templates)
    for source in THEME.css:
        if source.name.startswith("components/"):
            name = source.name.removeprefix("components/").removesuffix(".css")
            assert name in made or name in ("figure", "table"), source.name


WORDS = dict(THEME.words)
ASKED = re.compile(r"""\bt\(\s*["']([\w.]+)["'](\s*~)?""")


def _asked() -> tuple[set[str], set[str]]:
    """Words that templates ask for by name, and beginnings of those they put together."""
    whole, begun = set(), set()
    for source in THEME.templates:
        for key, glue in ASKED.findall(source.text):
            (begun if glue else whole).add(key)
    return whole, begun


def test_every_word_asked_for_exists() -> None:
    whole, begun = _asked()

    assert whole <= set(WORDS)
    assert all(any(key.startswith(start) for key in WORDS) for start in begun)


def test_no_word_is_left_over() -> None:
    whole, begun = _asked()

    assert [key for key in WORDS if key not in whole and not key.startswith(tuple(begun))] == []


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_have_the_same_gaps(key: str) -> None:
    word = WORDS[key]

    assert _gaps(word.zh) == _gaps(word.en)
    assert re.search(r"[\u4e00-\u9fff（]", word.zh)
    assert not re.search(r"[\u4e00-\u9fff]", word.en)


def _gaps(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
