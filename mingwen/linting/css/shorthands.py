"""Shorthands → the longhands that they set; what they leave out goes back to its initial value."""

from __future__ import annotations

from collections.abc import Callable

from mingwen.linting.css.colours import is_colour
from mingwen.linting.css.properties import PROPERTIES, SIDES, parse
from mingwen.linting.css.scan import parts, split

Longhands = dict[str, str]


def expand(name: str, text: str) -> Longhands | None:
    """Longhands with their values, or None where browsers drop the declaration."""
    read = READERS.get(name)
    return read(text) if read else None


def longhands(name: str) -> tuple[str, ...]:
    """The names that a shorthand sets; none where it is no shorthand."""
    return COVERED.get(name, ())


def checked(found: Longhands) -> Longhands | None:
    """All values parsed, or None if one is wrong."""
    good: Longhands = {}
    for name, value in found.items():
        kept = parse(name, value)
        if kept is None:
            return None
        good[name] = kept
    return good


def box(pattern: str, sides: tuple[str, ...] = SIDES) -> tuple[tuple[str, ...], Callable[[str], Longhands | None]]:
    """One to four values round the box; with two sides, one or two."""
    names = tuple(pattern.format(side) for side in sides)

    def read(text: str) -> Longhands | None:
        values = parts(text)
        if not 1 <= len(values) <= len(names) or "," in values or "/" in values:
            return None
        if len(names) == 2:
            return checked({names[0]: values[0], names[1]: values[-1]})
        top = values[0]
        right = values[1] if len(values) > 1 else top
        bottom = values[2] if len(values) > 2 else top
        left = values[3] if len(values) > 3 else right
        return checked(dict(zip(names, (top, right, bottom, left), strict=True)))

    return names, read


def choice(*names: str) -> tuple[tuple[str, ...], Callable[[str], Longhands | None]]:
    """Values in any order, each at most once, told apart by which property takes them."""

    def read(text: str) -> Longhands | None:
        found: Longhands = {}
        for value in parts(text):
            for name in names:
                if name not in found and (kept := parse(name, value)) is not None:
                    found[name] = kept
                    break
            else:
                return None
        return {name: found.get(name, PROPERTIES[name].initial) for name in names} if found else None

    return names, read


def border(*sides: str) -> tuple[tuple[str, ...], Callable[[str], Longhands | None]]:
    """Width, style and colour of one or more sides at once."""
    names = tuple(f"border-{side}-{part}" for side in sides for part in ("width", "style", "color"))
    _, one = choice(*names[:3])

    def read(text: str) -> Longhands | None:
        found = one(text)
        return {name: value for name in names for other, value in found.items()
                if other.rpartition("-")[2] == name.rpartition("-")[2]} if found else None  # fmt: skip

    return names, read


def twice(first: str, second: str) -> tuple[tuple[str, ...], Callable[[str], Longhands | None]]:
    """One value for both, or one each."""

    def read(text: str) -> Longhands | None:
        values = parts(text)
        return checked({first: values[0], second: values[-1]}) if 1 <= len(values) <= 2 else None

    return (first, second), read


STRETCHES = frozenset({"ultra-condensed", "extra-condensed", "condensed", "semi-condensed", "semi-expanded",
                       "expanded", "extra-expanded", "ultra-expanded"})  # fmt: skip
SYSTEM_FONTS = frozenset({"caption", "icon", "menu", "message-box", "small-caption", "status-bar"})
FONT = ("font-style", "font-variant", "font-weight", "font-size", "line-height", "font-family")


def font(text: str) -> Longhands | None:
    """The font shorthand, system fonts included."""
    if text.lower() in SYSTEM_FONTS:
        return {"font-style": "normal", "font-variant": "normal", "font-weight": "normal", "font-size": "13.3333px",
                "line-height": "normal", "font-family": "system-ui"}  # fmt: skip
    found: Longhands = {}
    values = list(parts(text))
    while values and len(found) < 4:
        value = values[0].lower()
        if value in STRETCHES:
            values.pop(0)
            continue
        if value == "normal":
            values.pop(0)
            continue
        if value == "small-caps":
            found["font-variant"] = value
        elif (kept := parse("font-style", value)) is not None:
            found["font-style"] = kept
        elif (kept := parse("font-weight", value)) is not None:
            found["font-weight"] = kept
        else:
            break
        values.pop(0)
    if not values:
        return None
    found["font-size"] = values.pop(0)
    found["line-height"] = "normal"
    if values[:1] == ["/"]:
        if len(values) < 2:
            return None
        found["line-height"] = values[1]
        del values[:2]
    found["font-family"] = " ".join(values).replace(" ,", ",")
    return checked({name: found.get(name, PROPERTIES[name].initial) for name in FONT}) if values else None


BACKGROUND = ("background-color", "background-image", "background-position", "background-size", "background-repeat",
              "background-attachment", "background-origin", "background-clip")  # fmt: skip
REPEATS = frozenset({"repeat", "no-repeat", "repeat-x", "repeat-y", "round", "space"})
PLACES = frozenset({"left", "right", "top", "bottom", "center"})
BOXES = frozenset({"border-box", "padding-box", "content-box", "text"})


def background(text: str) -> Longhands | None:
    """Layers parted by commas; only the last may have a colour."""
    layers = [layer(each) for each in split(text)]
    if not layers or any(each is None for each in layers):
        return None
    known = [each for each in layers if each is not None]
    if any("background-color" in each for each in known[:-1]):
        return None
    found = {
        name: ", ".join(each.get(name, PROPERTIES[name].initial) for each in known)
        for name in BACKGROUND
        if name != "background-color"
    }
    if all(each.get("background-image", "none") == "none" for each in known):
        found["background-image"] = "none"
    return {**found, "background-color": known[-1].get("background-color", "transparent")}


def layer(text: str) -> Longhands | None:
    """One layer of a background."""
    found: Longhands = {}
    place: list[str] = []
    size: list[str] | None = None
    for value in parts(text):
        word = value.lower()
        if word == "/":
            if not place or size is not None:
                return None
            size = []
        elif size is not None and len(size) < 2 and is_place(word, ("auto", "cover", "contain")):
            size.append(word)
        elif is_place(word, PLACES):
            place.append(word)
        elif word in REPEATS:
            found["background-repeat"] = f"{found.get('background-repeat', '')} {word}".strip()
        elif word in {"scroll", "fixed", "local"}:
            found["background-attachment"] = word
        elif word in BOXES:
            found.setdefault("background-origin", word if word != "text" else "padding-box")
            found["background-clip"] = word
        elif "background-image" not in found and parse("background-image", value) is not None:
            found["background-image"] = value
        elif "background-color" not in found and is_colour(word):
            found["background-color"] = word
        else:
            return None
    if len(place) > 4 or size == []:
        return None
    if place:
        found["background-position"] = " ".join(place)
    if size:
        found["background-size"] = " ".join(size)
    return found or None


def is_place(word: str, words: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether a word may stand in a position or size."""
    return word in words or parse("left", word) not in {None, "auto"}


FLEX = ("flex-grow", "flex-shrink", "flex-basis")


def flex(text: str) -> Longhands | None:
    """The flex shorthand with its three keywords."""
    lower = text.lower()
    if lower in {"none", "auto"}:
        return dict(zip(FLEX, ("0", "0", "auto") if lower == "none" else ("1", "1", "auto"), strict=True))
    numbers: list[str] = []
    basis = ""
    for value in parts(lower):
        if len(numbers) < 2 and parse("flex-grow", value):
            numbers.append(value)
        elif not basis and parse("flex-basis", value):
            basis = value
        else:
            return None
    return checked({
        "flex-grow": numbers[0] if numbers else "1",
        "flex-shrink": numbers[1] if len(numbers) > 1 else "1",
        "flex-basis": basis or "0%",
    })  # fmt: skip


def list_style(text: str) -> Longhands | None:
    """`none` stands for the type or the image, whichever is not said otherwise."""
    names = ("list-style-type", "list-style-position", "list-style-image")
    found: Longhands = {}
    nones = 0
    for value in parts(text):
        if value.lower() == "none":
            nones += 1
        elif parse("list-style-position", value):
            found["list-style-position"] = value.lower()
        elif value.startswith(("url(", "linear-gradient(")):
            found["list-style-image"] = value
        elif "list-style-type" not in found and parse("list-style-type", value):
            found["list-style-type"] = value.lower()
        else:
            return None
    if nones and "list-style-type" not in found:
        found["list-style-type"] = "none"
    return {name: found.get(name, PROPERTIES[name].initial) for name in names} if nones <= 2 else None


DECORATION = ("text-decoration-line", "text-decoration-style", "text-decoration-color", "text-decoration-thickness")


def decoration(text: str) -> Longhands | None:
    """Several lines may be drawn at once, so that words of text-decoration-line are gathered first."""
    lines: list[str] = []
    rest: list[str] = []
    for value in parts(text):
        (lines if parse("text-decoration-line", value) else rest).append(value.lower())
    _, read = choice(*DECORATION[1:])
    found = read(" ".join(rest)) if rest else {name: PROPERTIES[name].initial for name in DECORATION[1:]}
    return None if found is None else checked({"text-decoration-line": " ".join(lines) or "none", **found})


def grid(*names: str) -> tuple[tuple[str, ...], Callable[[str], Longhands | None]]:
    """Lines parted by slashes."""

    def read(text: str) -> Longhands | None:
        values = split(text, "/")
        if not all(values) or len(values) > len(names):
            return None
        return {name: values[at] if at < len(values) else "auto" for at, name in enumerate(names)}

    return names, read


def animation(text: str) -> Longhands | None:
    """Only whether there is one: its name may stand anywhere among its times."""
    return {"animation-name": "none" if text.lower() == "none" else text}


SHORTHANDS: dict[str, tuple[tuple[str, ...], Callable[[str], Longhands | None]]] = {
    "margin": box("margin-{}"),
    "margin-inline": box("margin-{}", ("left", "right")),
    "margin-block": box("margin-{}", ("top", "bottom")),
    "padding": box("padding-{}"),
    "padding-inline": box("padding-{}", ("left", "right")),
    "padding-block": box("padding-{}", ("top", "bottom")),
    "inset": box("{}"),
    "inset-inline": box("{}", ("left", "right")),
    "inset-block": box("{}", ("top", "bottom")),
    "border-width": box("border-{}-width"),
    "border-style": box("border-{}-style"),
    "border-color": box("border-{}-color"),
    "border": border(*SIDES),
    "border-inline": border("left", "right"),
    "border-block": border("top", "bottom"),
    "border-top": border("top"),
    "border-right": border("right"),
    "border-bottom": border("bottom"),
    "border-left": border("left"),
    "outline": choice("outline-style", "outline-width", "outline-color"),
    "flex-flow": choice("flex-direction", "flex-wrap"),
    "columns": choice("column-width", "column-count"),
    "overflow": twice("overflow-x", "overflow-y"),
    "gap": twice("row-gap", "column-gap"),
    "grid-area": grid("grid-row-start", "grid-column-start", "grid-row-end", "grid-column-end"),
    "grid-row": grid("grid-row-start", "grid-row-end"),
    "grid-column": grid("grid-column-start", "grid-column-end"),
    "font": (FONT, font),
    "background": (BACKGROUND, background),
    "flex": (FLEX, flex),
    "list-style": (("list-style-type", "list-style-position", "list-style-image"), list_style),
    "text-decoration": (DECORATION, decoration),
    "animation": (("animation-name",), animation),
}
READERS = {name: read for name, (_, read) in SHORTHANDS.items()}
COVERED = {name: names for name, (names, _) in SHORTHANDS.items()} | {
    "all": tuple(name for name in PROPERTIES if name != "direction")
}
