"""Getting ready to make pages before it is known which: templates are compiled, stylesheets read as the linter reads
them. Nothing is made by it; what is kept, each cache keeps for itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from mingwen.model import Artifact, Settings
from mingwen.rendering.styles import bundle
from mingwen.rendering.theme import Theme, load

# Something of all that a stylesheet may say something about.
PAGE = """<!doctype html><html lang="zh-CN"><head><title>页</title><link rel="stylesheet" href="{}"></head>
<body><main><h1>页</h1><p>字<a href="a.html">字</a></p><ul><li>字</li></ul><table><tr><th scope="col">字</th>
</tr></table><form><label>字<input></label><button>字</button></form></main></body></html>"""


@dataclass(frozen=True, slots=True)
class Warm:
    """Steps to go through. `sheets` are the stylesheets by output path, `rules` the ids of those that will run."""

    settings: Settings
    theme: Theme
    sheets: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()

    def templates(self) -> Iterator[None]:
        """Compiles them, into the theme's cache too; raises what making pages would."""
        from mingwen.rendering.page import compiled
        from mingwen.rendering.words import lang_of

        environment = compiled(self.theme, lang_of(self.settings.lang))
        # Components stand in what imports them; see rendering/gathering.py.
        for name in sorted(self.theme.names()):
            if not name.startswith("components/"):
                environment.get_template(name)
                yield

    def rest(self) -> Iterator[None]:
        """Fills what only this process has: libraries with tables of their own, and stylesheets as rules see them."""
        from mingwen.rendering.phrases import phrased
        from mingwen.rendering.qr import qr

        phrased("关于页面的说明")
        yield
        qr(self.settings.base_url + "a.html", "")
        yield
        if self.rules:
            yield from self._styles()

    def _styles(self) -> Iterator[None]:
        from mingwen.linting import RULES, lint
        from mingwen.linting.styles import Styles

        chosen = [RULES[rule] for rule in self.rules]
        for path, css in self.sheets:
            lint(PAGE.format(path), chosen, styles=Styles({path: css}))
            yield


def sheets_of(theme: Theme, settings: Settings) -> tuple[Artifact, ...]:
    """The stylesheets of all modes that have one of their own."""
    return tuple(Artifact(f"css/{mode.key}.css", bundle(theme, mode)) for mode in settings.modes if not mode.look)


def theme_of(root: Path) -> Theme:
    """The theme of the site at `root`, with a place for compiled templates if there can be one."""
    return replace(load(root), cache=str(folder(root / ".mingwen" / "templates")))


def folder(path: Path) -> Path:
    """The folder, made if it can be."""
    with suppress(OSError):
        path.mkdir(exist_ok=True)
    return path


def ready(root: Path, settings: Settings) -> Iterator[None]:
    """All that checking builds of a site need, loaded and compiled step by step; see Warm."""
    from mingwen.linting.presets import choose

    theme = theme_of(root)
    texts = tuple((sheet.path, sheet.text) for sheet in sheets_of(theme, settings))
    warm = Warm(settings, theme, texts, tuple(rule.id for rule in choose()[0]))
    yield
    yield from warm.templates()
    yield from warm.rest()
