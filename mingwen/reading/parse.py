"""One manuscript → what it says, with gaps where other files are needed.

`parse` is a pure function of a frozen value, so that it can run in another process.
"""

from __future__ import annotations

from dataclasses import replace

from mingwen.fingerprint import fingerprint
from mingwen.model import Body
from mingwen.reading import placeholders, slips
from mingwen.reading.decode import decode
from mingwen.reading.fences import split
from mingwen.reading.glossary import mark
from mingwen.reading.head import head, stand_in
from mingwen.reading.manuscript import Manuscript
from mingwen.reading.markdown import convert
from mingwen.reading.parsed import Parsed, Source


def parse(source: Source) -> Parsed:
    """All that one manuscript says and all that is wrong in it, as far as it alone can tell."""
    text, findings = decode(source.data, source.path)
    if not text and findings:
        return Parsed(stand_in(source), usable=False, findings=findings)
    front, offset, broken = split(text, source.path)
    if broken:
        return Parsed(stand_in(source), usable=False, findings=(*findings, *broken))
    top = head(front, source)
    manuscript = Manuscript(
        source.path, text.split("\n")[offset:], offset, top.lang, source.readings, spelt=dict(source.spelt)
    )
    html, numbers = convert(manuscript)
    slips.check(manuscript)
    if top.usable and not top.document.draft:
        placeholders.check(manuscript)
    html, terms = mark(html, source.terms) if source.terms else (html, ())
    document = replace(
        top.document,
        body=Body(html, lines=numbers),
        headings=tuple(manuscript.headings),
        links=tuple(each.link for each in manuscript.references),
        characters=manuscript.characters,
        terms=terms,
    )
    return Parsed(
        document,
        top.usable,
        tuple(manuscript.references),
        frozenset(manuscript.ids),
        top.files,
        top.audio,
        top.interprets,
        top.interpreted_by,
        top.aliases,
        (*findings, *top.findings, *manuscript.findings),
        fingerprint(front),
        tuple((heading.text, manuscript.spelt[heading.text]) for heading in manuscript.headings),
    )
