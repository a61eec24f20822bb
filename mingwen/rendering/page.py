"""render: Page → the text of its file. What a template may use is listed in `context`."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
    select_autoescape,
)
from jinja2.exceptions import TemplateNotFound
from markupsafe import Markup

from mingwen.engine import engine
from mingwen.errors import MingwenError
from mingwen.fingerprint import fingerprint
from mingwen.model import Frame, Lang, Mode, Page, Place, Text
from mingwen.rendering import links, phrases
from mingwen.rendering.addresses import addresses
from mingwen.rendering.body import body as body_of
from mingwen.rendering.choice import choose
from mingwen.rendering.closure import templates
from mingwen.rendering.filters import FILTERS
from mingwen.rendering.folding import FoldedCache, FoldingEnvironment, gives
from mingwen.rendering.gathering import given
from mingwen.rendering.parts import parts
from mingwen.rendering.qr import qr, qr_again
from mingwen.rendering.theme import Theme
from mingwen.rendering.words import UnknownWordError, lang_of, speaker

#: What a template may raise that is a mistake in it.
MISTAKES = (TemplateError, LookupError, TypeError, AttributeError, ValueError, ArithmeticError)


def render(page: Page, frame: Frame, theme: Theme) -> str:
    """The HTML (or XML, or plain text) of one page.

    The template is `page.template`, or its variant for the mode (`document.elder.html`) where the theme has one.
    Raises MingwenError at the template's file and line for a mistake in it.
    """
    name = choose(page, theme)

    def made(environment: Environment) -> str:
        return environment.get_template(name).render(context(page, frame, theme))

    try:
        return made(compiled(theme, lang_of(page.lang)))
    except MISTAKES:
        pass
    # Where components are gathered, the file and line of a mistake are not known.
    try:
        return made(apart(theme, lang_of(page.lang)))
    except MISTAKES as error:
        raise _mistake(error, theme, name) from error


@lru_cache(maxsize=8)
def compiled(theme: Theme, lang: Lang) -> Environment:
    """The Jinja environment of a theme for pages in one language. Themes are equal by digest, so each is compiled once
    a process."""
    environment = _environment(theme, lang)
    names = given(source.text for source in theme.templates)
    environment.gather(names)
    if theme.cache and Path(theme.cache).is_dir():
        words = theme.words if environment.say else ()
        around = fingerprint(engine(), words, tuple(sorted(names)) if names is not None else None)
        environment.bytecode_cache = FoldedCache(theme.cache, lang, around, partial(templates, theme))
    return environment


@lru_cache(maxsize=2)
def apart(theme: Theme, lang: Lang) -> Environment:
    """The same with each component a template of its own: to tell mistakes."""
    return _environment(theme, lang)


def _environment(theme: Theme, lang: Lang) -> FoldingEnvironment:
    sources = {source.name: source for source in theme.templates}

    def source(name: str) -> tuple[str, str, Any] | None:
        found = sources.get(name)
        return None if found is None else (found.text, found.origin, None)

    environment = FoldingEnvironment(
        loader=FunctionLoader(source),
        autoescape=select_autoescape(("html", "xml"), default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    if not gives(source.text for source in theme.templates):
        environment.say = _speaker(theme, lang)
    environment.filters |= {**FILTERS, "qr": qr, "qr_again": qr_again, "whole": phrases.whole}
    return environment


@lru_cache(maxsize=8)
def _speaker(theme: Theme, lang: Lang) -> Callable[..., str]:
    return speaker(dict(theme.words), lang)


def context(page: Page, frame: Frame, theme: Theme) -> dict[str, Any]:
    """Every name a template may use, besides the filters."""
    settings, lang = frame.settings, lang_of(page.lang)

    def to(url: str) -> str:
        return links.link(page, settings, page.mode.prefix + url)

    def view(mode: Mode) -> str:
        return links.view(page, settings, mode)

    def asset(path: str) -> str:
        return links.link(page, settings, path)

    def absolute(path: str) -> str:
        return links.absolute(settings, path)

    body = body_of(page, settings)
    headings = page.document.headings if page.document else ()
    return {
        "page": page,
        "frame": frame,
        "settings": settings,
        "mode": page.mode,
        "document": page.document,
        "addresses": addresses(page.document.body.html, settings) if page.document else (),
        "body": Markup(body),  # noqa: S704 - reading sanitised it
        "parts": lambda: parts(body, headings),
        "phrased": phrases.plain if page.mode.lang else phrases.phrased,
        "t": _speaker(theme, lang),
        "lang": lang,
        "sitelang": _lang_attribute(page, settings.lang),
        "foreign": lambda entry: _lang_attribute(page, entry.lang or settings.lang),
        "summary": page.document.summary if page.document else (),
        "contact": (page.document and page.document.contact) or settings.contact,
        "to": to,
        "view": view,
        "asset": asset,
        "absolute": absolute,
        "canonical": absolute(page.target or page.url),
    }


def _lang_attribute(page: Page, lang: str) -> Markup:
    """A lang attribute for words in another language than the page's; else nothing."""
    return Markup("") if lang in ("", page.lang) else Markup(' lang="{}"').format(lang)


def _mistake(error: Exception, theme: Theme, name: str) -> MingwenError:
    """The error as a person who edits templates should read it."""
    where = _place(error, theme, name)
    match error:
        case UnknownWordError():
            what = Text(f"words.toml 里没有“{error}”", f"words.toml has no {str(error)!r}")
            fix = Text("请在 templates/words.toml 里补上它的 zh 和 en", "Add it to templates/words.toml, in zh and en")
        case TemplateNotFound():
            what = Text(f"没有模板“{error.name}”", f"There is no template {error.name!r}")
            fix = Text("请核对文件名，或新建这个模板", "Check its name, or create it")
        case UndefinedError():
            what = Text(f"模板用了没有的名称：{error.message}", f"The template uses an unknown name: {error.message}")
            fix = Text("请对照默认主题里的同名模板改正", "Compare with the default theme's template of this name")
        case TemplateSyntaxError():
            what = Text(f"模板写错了：{error}", f"The template has a mistake: {error}")
            fix = Text("请改正这一行", "Mend this line")
        case _:
            what = Text(f"模板出错：{error}", f"The template fails: {error}")
            fix = Text("请核对这一行用的名称、过滤器和参数", "Check the names, filters and parameters on this line")
    return MingwenError(where, what, fix)


def _place(error: Exception, theme: Theme, name: str) -> Place:
    origins = {source.name: source.origin for source in theme.templates}
    if isinstance(error, TemplateSyntaxError):
        return Place(error.filename or origins.get(name, name), error.lineno)
    known = set(origins.values())
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in known:
            return Place(frame.filename, frame.lineno or 0)
    return Place(origins.get(name, f"templates/{name}"))
