"""The key of a page, or of all pages of a document: the fingerprint of all that files and findings are made from.

The page itself, the frame around it, its template with all that draws in, the words of the theme, the stylesheet it is
checked with, the ids of the rules, and our own sources. Equal keys, equal files; so an unchanged page is neither
rendered nor checked again, and no graph of who reads what has to be kept right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mingwen.fingerprint import Fingerprints, digest, fingerprint
from mingwen.model import SPEECH, Body, Document, Frame, Page, Views
from mingwen.rendering.choice import choose
from mingwen.rendering.closure import templates
from mingwen.rendering.theme import Theme

# Bytes of each part that a stored page remembers, to say later which of them changed.
SHORT = 4


class Keys:
    """Makes the keys of one build's pages. `sheets` are the stylesheets by output path, `known` the fingerprints of
    documents."""

    def __init__(
        self,
        frame: Frame,
        theme: Theme,
        sheets: tuple[tuple[str, str], ...],
        rules: tuple[str, ...],
        engine: bytes,
        known: Iterable[tuple[Document, bytes]] = (),
    ) -> None:
        self._prints = Fingerprints()
        for document, made in known:
            self._prints.know(document, made)
        self._frame, self._theme, self._sheets = frame, theme, dict(sheets) if rules else {}
        self._fixed = {
            "words": fingerprint(theme.words), "rules": fingerprint(rules), "engine": engine,
            **{f"frame.{name}": one for name, one in self._prints.fields(frame).items()},
        }  # fmt: skip
        self._whole = fingerprint(theme.digest, sheets if rules else (), *self._fixed.values())
        self._around: dict[tuple[str, str], dict[str, bytes]] = {}
        self._short: dict[tuple[str, str], bytes] = {}
        self._last: tuple[Document | None, dict[str, bytes]] = None, {}

    def of_views(self, views: Views) -> bytes:
        """The key of all pages of a document together: of it and of all that may be around any of them."""
        return digest((self._whole, self._prints.of(views)))

    def of(self, page: Page) -> bytes:
        """The page's key."""
        kind = page.template, page.mode.key
        if kind not in self._short:
            self._short[kind] = fingerprint(*self._parts_around(page).values())
        if page.template == SPEECH:
            return digest((self._short[kind], *_said(page).values()))
        return digest((self._short[kind], self._prints.of(page)))

    def parts(self, page: Page) -> dict[str, bytes]:
        """What the key is made of, each part cut short. Of a document, the text apart from the rest."""
        if page.template == SPEECH:
            made = {name: fingerprint(one) for name, one in _said(page).items()}
            return {name: one[:SHORT] for name, one in (made | self._parts_around(page)).items()}
        made = {f"page.{name}": one for name, one in self._prints.fields(page).items()}
        if page.document is not None:
            made |= self._parts_of(page.document)
        return {name: one[:SHORT] for name, one in (made | self._parts_around(page)).items()}

    def _parts_of(self, document: Document) -> dict[str, bytes]:
        """A document's text apart from the rest; kept while pages show the same one."""
        if self._last[0] is not document:
            self._last = (
                document,
                {
                    "page.document": fingerprint(replace(document, body=Body(""), characters=0)),
                    "page.body": fingerprint(document.body, document.characters),
                },
            )
        return self._last[1]

    def _parts_around(self, page: Page) -> dict[str, bytes]:
        kind = page.template, page.mode.key
        if kind not in self._around and page.template == SPEECH:
            # Words to be said and how: no template, no frame, no rules.
            pinyin = fingerprint(self._frame.settings.pinyin)
            self._around[kind] = {"engine": self._fixed["engine"], "frame.settings": pinyin}
        elif kind not in self._around:
            name = choose(page, self._theme)
            sheet = self._sheets.get(f"css/{page.mode.look or page.mode.key}.css", "")
            own = {"template": fingerprint(name, templates(self._theme, name)), "styles": fingerprint(sheet)}
            self._around[kind] = self._fixed | own
        return self._around[kind]


def _said(page: Page) -> dict[str, str]:
    """All that a speech script is made from, but for the readings in the settings."""
    words = page.document.body.words if page.document else ""
    return {"page.path": page.path, "page.title": page.title, "page.lang": page.lang, "page.body": words}
