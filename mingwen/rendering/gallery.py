"""All examples of all components in all modes, to look at: mingwen serve --components."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from jinja2 import TemplateError
from markupsafe import escape

from mingwen.errors import MingwenError
from mingwen.model import STANDARD, Artifact, Body, Document, Entry, Frame, Heading, Mode, Page, Place, Text
from mingwen.rendering.examples import Example, examples, show
from mingwen.rendering.page import render
from mingwen.rendering.styles import bundle
from mingwen.rendering.theme import Theme
from mingwen.rendering.words import lang_of

TITLE = Text("组件样例", "Examples of components")
_DOCUMENT = Document(
    "content/components.md",
    "components.html",
    "",
    "page",
    TITLE.zh,
    Body("<p>正文</p>\n"),
    date=dt.datetime(2024, 1, 19, 9, 0),
    source="样例市司法局",
    headings=(Heading(2, "yi", "一、", "样例"),),
)
#: The page that components are shown on, as far as they look at it.
AROUND = Page(
    "components.html",
    "components.html",
    "document.html",
    STANDARD,
    TITLE.zh,
    document=_DOCUMENT,
    trail=(Entry("首页", "index.html"),),
    print_url="components.print-l.html",
)


def gallery(folders: tuple[Path, ...], frame: Frame, theme: Theme) -> Iterator[Artifact]:
    """One page for each mode with styles of its own, index.html first, and the stylesheets. `folders` hold templates/;
    the last of them comes first.

    Raises MingwenError at the examples of a component that cannot be shown.
    """
    found: dict[str, tuple[Example, ...]] = {}
    for folder in folders:
        with _told(folder.name + "/components"):
            found |= {name: tuple(some) for name, some in groupby(examples(folder), key=lambda it: it.component)}
    for mode in (each for each in frame.settings.modes if not each.look):
        yield Artifact(f"{mode.prefix}index.html", page_of(found, mode, frame, theme))
        yield Artifact(f"css/{mode.key}.css", bundle(theme, mode))


def page_of(found: dict[str, tuple[Example, ...]], mode: Mode, frame: Frame, theme: Theme) -> str:
    """The examples one below the other, each named; one made for a mode of its own is shown in that mode alone."""
    around = Page(
        f"{mode.prefix}index.html",
        "index.html",
        "home.html",
        mode,
        TITLE.of(lang_of(frame.settings.lang)),
        frame.settings.lang,
    )
    shown = []
    for component, some in sorted(found.items()):
        for example in some:
            if example.on.get("mode", mode.key) != mode.key:
                continue
            name = f"<h2>{escape(component)}: {escape(example.name)}</h2>\n"
            with _told(f"templates/components/{component}/examples.toml"):
                shown.append(name + _bare(show(_in(example, mode), AROUND, frame, theme)))
    frame_html = render(around, frame, theme)
    head, _, rest = frame_html.partition("<main")
    _, _, tail = rest.partition("</main>")
    return f'{head}<main id="main" class="main">\n<h1>{escape(around.title)}</h1>\n{"".join(shown)}</main>{tail}'


@contextmanager
def _told(where: str) -> Iterator[None]:
    try:
        yield
    except (TypeError, LookupError, AttributeError, ValueError, TemplateError) as error:
        raise MingwenError(
            Place(where),
            Text(f"样例显示不了：{error}", f"An example cannot be shown: {error}"),
            Text("请对照组件的参数改正", "Compare with the parameters of the component"),
        ) from error


def _in(example: Example, mode: Mode) -> Example:
    return Example(example.component, example.name, example.macro, example.values, {**example.on, "mode": mode.key})


def _bare(html: str) -> str:
    """Examples that stand in <head> (meta tags) are told by their text."""
    return f"<pre>{escape(html)}</pre>\n" if html.startswith("<meta") else f"<div>{html}</div>\n"
