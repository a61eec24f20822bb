"""The colours and sizes of every mode keep the floors of the reading-mode design (WCAG 2.2 1.4.3, 1.4.6, 1.4.11)."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from mingwen.errors import MingwenError
from mingwen.model import MODES, Mode
from mingwen.rendering.styles import bundle, light
from mingwen.rendering.theme import load
from mingwen.theme_root import theme_root

THEME = load(theme_root())
CSS = {source.name: source.text for source in THEME.css}
TOKENS = {name[7:-4]: text for name, text in CSS.items() if name.startswith("tokens/")}
TAKEN = re.compile(r"@palette ([\w-]+);")
DECLARED = re.compile(r"--mw-([\w-]+):\s*([^;}]+)")


def _palettes() -> list[tuple[str, str, dict[str, str]]]:
    """Mode (or "chosen"), name and colours of every palette that a mode shows by itself or on request."""
    known = {
        name: {key: value for key, value in DECLARED.findall(block) if value.startswith("#")}
        for name, block in re.findall(r"@palette ([\w-]+) \{(.*?)\}", CSS["palettes.css"], re.DOTALL)
    }
    shown = (
        (mode, name)
        for mode, text in (*TOKENS.items(), ("chosen", CSS["settings.css"]))
        for name in TAKEN.findall(text)
    )
    return [(mode, name, known[name]) for mode, name in shown]


PALETTES = _palettes()
IDS = [f"{mode}-{name}" for mode, name, _ in PALETTES]


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2, definition "relative luminance")."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def ratio(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_the_standard_one() -> None:
    assert ratio("#FFFFFF", "#000000") == pytest.approx(21)
    assert ratio("#1B1F24", "#FFFFFF") == pytest.approx(16.56, abs=0.01)


def test_every_mode_has_palettes() -> None:
    assert {mode for mode, _, _ in PALETTES} == {mode.key for mode in MODES} | {"chosen"}
    assert len({name for mode, name, _ in PALETTES if mode == "chosen"}) == 8
    assert "std-dark" in [name for mode, name, _ in PALETTES if mode == "standard"]


@pytest.mark.parametrize(("mode", "name", "colours"), PALETTES, ids=IDS)
def test_text_can_be_read(mode: str, name: str, colours: dict[str, str]) -> None:
    """Body text ≥ 7 everywhere; other text ≥ 4.5, and ≥ 7 in 无障碍版, 长者版, 高对比版 and by choice."""
    others = 4.5 if mode in ("standard", "large") else 7
    for ground in ("bg", "surface"):
        assert ratio(colours["text"], colours[ground]) >= 7
        for key in ("muted", "link", "visited", "error", "ok"):
            assert ratio(colours[key], colours[ground]) >= others, (key, ground)
    assert ratio(colours["text"], colours["mark"]) >= 7
    assert ratio(colours["on-brand"], colours["brand"]) >= 7


@pytest.mark.parametrize("colours", [it for _, name, it in PALETTES if name.startswith("elder")])
def test_elder_text_does_not_glare(colours: dict[str, str]) -> None:
    """Lenses yellow and scatter with age: at most 18, and links are told from text without blue."""
    assert ratio(colours["text"], colours["bg"]) <= 18
    red, _, blue = (int(colours["link"][at : at + 2], 16) for at in (1, 3, 5))
    assert red > blue


@pytest.mark.parametrize(("mode", "name", "colours"), PALETTES, ids=IDS)
def test_edges_and_focus_can_be_seen(mode: str, name: str, colours: dict[str, str]) -> None:
    """Borders ≥ 3 (≥ 4.5 where the mode asks for it); the better of the two focus tones ≥ 3 on any ground."""
    edges = 3 if mode in ("standard", "large") else 4.5
    assert ratio(colours["border"], colours["bg"]) >= edges
    for ground in ("bg", "surface", "brand", "mark"):
        assert max(ratio(colours[tone], colours[ground]) for tone in ("focus", "focus-text")) >= 3, ground


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.key)
def test_every_variable_used_is_declared(mode: object) -> None:
    """A misspelt custom property falls back silently in a browser, so it is caught here."""
    css = bundle(THEME, mode)  # type: ignore[arg-type]  # parametrize has no types

    assert set(re.findall(r"var\(--mw-([\w-]+)\)", css)) <= {key for key, _ in DECLARED.findall(css)}


@pytest.mark.parametrize(
    ("mode", "body", "small", "target", "other"),
    [
        ("standard", 18, 16, 44, 44),
        ("wza", 20, 18, 48, 48),
        ("elder", 24, 20, 60, 48),
        ("large", 24, 20, 44, 44),
        ("contrast", 18, 16, 44, 44),
    ],
)
def test_sizes_are_those_of_the_design(mode: str, body: int, small: int, target: int, other: int) -> None:
    """CSS px at a root of 16 px, written in rem so that the reader's own setting counts."""
    sizes = dict(reversed(DECLARED.findall(TOKENS[mode])))

    assert sizes["body"] == f"{body / 16:g}rem"
    assert sizes["small"].startswith(f"calc({small / 16:g}rem + "), "what is added is 0 at the first step"
    assert sizes["grown"] == f"calc(var(--mw-body) - {body / 16:g}rem)"
    assert _px(sizes["target-other"]) >= other
    assert _px(sizes["target"]) >= target
    assert 1.5 <= float(sizes["line"]) <= 2


def _px(rem: str) -> float:
    return float(rem.removesuffix("rem")) * 16


def test_no_style_reaches_outside() -> None:
    """One file, no web font, no import, nothing fixed over the text, no word broken anywhere."""
    for mode in MODES:
        css = bundle(THEME, mode)
        assert not re.search(
            r"@import|@font-face|https?://|position:\s*fixed|break-all|font-style:\s*(italic|oblique)", css
        )
        assert set(re.findall(r"url\(\"?([^\")]*)\"?\)", css)) == {"../img/pointer.svg"}
        assert (theme_root() / "static" / "img" / "pointer.svg").is_file()


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.key)
def test_sheets_are_light_and_say_the_same(mode: Mode) -> None:
    """Comments and white space go; every rule, every value and the alternative text of generated content stay."""
    css = bundle(THEME, mode)

    assert "/*" not in css
    assert "@palette" not in css
    assert max(map(len, css.splitlines())) < 1200, "one rule a line, so that findings have a line to name"
    assert 'content:"〔" counter(address) "〕"' in css
    assert len(css.encode()) <= 33_000


def test_light_leaves_strings_alone() -> None:
    assert light('a::after { content: "} /* no comment */"; }\n/* gone */ b { color: red }') == (
        'a::after{content:"} /* no comment */"}\nb{color:red}\n'
    )


def test_unknown_palette_is_told_with_its_place() -> None:
    own = replace(
        THEME,
        css=tuple(
            replace(it, text=":root {\n  @palette pink;\n}") if it.name == "tokens/elder.css" else it
            for it in THEME.css
        ),
        digest="with pink",
    )
    elder = next(mode for mode in MODES if mode.key == "elder")
    with pytest.raises(MingwenError) as caught:
        bundle(own, elder)

    assert str(caught.value.where) == "static/css/tokens/elder.css:2"
    assert "pink" in caught.value.what.zh
    assert "std-light" in caught.value.fix.zh
