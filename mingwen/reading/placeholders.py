"""Sentences of a template that nobody has replaced yet."""

from __future__ import annotations

from mingwen.placeholder import TODO
from mingwen.reading.manuscript import Manuscript


def check(manuscript: Manuscript) -> None:
    """Asks about each line of the body that still holds the mark of `mingwen new`."""
    if TODO not in manuscript.text:
        return
    for number, text in enumerate(manuscript.lines):
        if (column := text.find(TODO)) >= 0:
            zh = f"{TODO}是模板里的话，还没有换成正文。请写好，或删去这一段。"
            en = f"{TODO} marks words of a template. Write what belongs here, or delete them."
            manuscript.ask("placeholder", manuscript.place(number, column), zh, en, text.strip()[:40])
