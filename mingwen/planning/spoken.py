"""What a document has besides its pages for listening and spelling: its speech script, and a page with pinyin."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from mingwen.model import SPEECH, STANDARD, Document, Mode, Page, Settings


def speech_path(document: Document) -> str:
    """Where the speech script lies."""
    return _beside(document, ".say.js")


def speech_url(document: Document, settings: Settings) -> str:
    """Address of the speech script; its version changes with all that the script is made from."""
    made_from = f"{document.title}\0{document.body.words}\0{document.lang}\0{settings.pinyin}"
    return f"{speech_path(document)}?v={sha256(made_from.encode()).hexdigest()[:8]}"


def speech_page(document: Document) -> Page:
    """The file with the speech script; all modes load the same. Of the document it shows the title and the text."""
    path = speech_path(document)
    return Page(path, path, SPEECH, STANDARD, document.title, document.lang, document=document)


def pinyin_url(document: Document, mode: Mode, settings: Settings) -> str:
    """Where the document lies with pinyin over every character, or "" where nobody asked for it."""
    asked = settings.pinyin_pages and document.lang.startswith("zh") and not mode.lang
    return _beside(document, ".py.html") if asked else ""


def pinyin_page(page: Page) -> Page:
    """The same page with pinyin; its address in 标准版 is the document's."""
    return replace(
        page, path=page.mode.prefix + page.pinyin, title=f"{page.title}（注音）", variant="pinyin", print_url=""
    )


def _beside(document: Document, ending: str) -> str:
    """zwgk/a.html → zwgk/a.say.js."""
    return document.url.removesuffix(".html") + ending
