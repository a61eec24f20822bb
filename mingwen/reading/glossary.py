"""content/_glossary.md: words that need explaining, and the first place of each in a body.

It is a definition list, as manuscripts have them: the word on one line, `: ` and its plain meaning on the next. In a
body the first mention becomes a link to the explanation at the end of the page; not a word of the body changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mingwen.model import Finding, Place, Term
from mingwen.reading.decode import decode
from mingwen.reading.outcome import fail

GLOSSARY = "_glossary.md"
RULE = "glossary"
TOKEN = re.compile(
    r"<!--.*?-->|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>|(?P<text>[^<]+|<)", re.S
)
# Where no link may or should stand: in links and buttons, in headings and captions, in what is code or a mark.
CLOSED = {"a", "button", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "th", "code", "pre", "sup", "dt",
          "ruby", "script", "style"}  # fmt: skip
LINK = '<a class="term" href="#term-{0}" id="term-{0}-ref">{1}</a>'


def glossary(data: bytes, path: str) -> tuple[tuple[Term, ...], tuple[Finding, ...]]:
    """The terms of the file in its order, and all that is wrong in it. Headings and blank lines are free."""
    text, undecoded = decode(data, path)
    findings = list(undecoded)
    terms: dict[str, str] = {}
    word, at, done = "", 0, False
    for number, line in enumerate(text.split("\n"), 1):
        meaning = line.lstrip()[1:].strip() if line.lstrip().startswith((":", "：")) else None
        place = Place(path, number, 1)
        if meaning is not None and word:
            terms[word] = " ".join(filter(None, (terms[word] if done else "", meaning)))
            done = True
            if not meaning:
                findings.append(_empty(Place(path, at, 1), word))
        elif meaning is not None:
            zh, en = "这条解释上面一行没有词条。", "No word stands on the line above this meaning."
            findings.append(fail(RULE, place, zh, en, line.strip()))
        elif line.strip() and not line.startswith("#"):
            findings += [_empty(Place(path, at, 1), word)] if word and not done else []
            word, at, done = line.strip(), number, False
            if word in terms:
                findings.append(fail(RULE, place, f"“{word}”写了两次。", f"“{word}” is written twice.", word))
    findings += [_empty(Place(path, at, 1), word)] if word and not done else []
    return tuple(Term(*pair) for pair in terms.items()), tuple(findings)


def _empty(place: Place, word: str) -> Finding:
    zh = f"“{word}”没有解释。请在下一行写 “: 一句话说明白”。"
    return fail(RULE, place, zh, f"“{word}” has no meaning. Write “: in plain words” on the next line.", word)


def mark(html: str, terms: Iterable[Term]) -> tuple[str, tuple[Term, ...]]:
    """The body with the first mention of each term linked, and the terms that were found, in order of the text.

    Where terms overlap the longer one is taken. Only tags are added, on the lines where the words stand.
    """
    known = {term.word: term for term in terms}
    if not any(word in html for word in known):
        return html, ()
    pattern = re.compile("|".join(_whole(word) for word in sorted(known, key=len, reverse=True)))
    found: list[Term] = []
    closed: list[str] = []
    parts: list[str] = []

    def link(match: re.Match[str]) -> str:
        term = known[_unescaped(match[0])]
        if term in found:
            return match[0]
        found.append(term)
        return LINK.format(len(found), match[0])

    for token in TOKEN.finditer(html):
        tag = (token["tag"] or "").lower()
        if tag and token["end"]:
            if tag in closed:
                while closed.pop() != tag:
                    pass
        elif tag in CLOSED:
            closed.append(tag)
        parts.append(pattern.sub(link, token[0]) if token["text"] and not closed else token[0])
    return "".join(parts), tuple(found)


def _whole(word: str) -> str:
    """A pattern for the word as it stands in HTML; letters must not continue on either side."""
    escaped = re.escape(word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    before = r"(?<![A-Za-z0-9])" if word[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if word[-1].isascii() else ""
    return f"{before}{escaped}{after}"


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
