"""The look of a site as one value: template sources, words, styles. Files are read here and nowhere else.

A file of the site (below its own `templates/` and `static/css/`) comes before the theme's file of the same name;
`words.toml` is laid over the theme's word by word, so that a site may change a single one.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mingwen.errors import MingwenError
from mingwen.model import Place, Text
from mingwen.theme_root import theme_root

WORDS = "words.toml"
EXAMPLE = Text(
    '请照这样写：main = { zh = "正文", en = "Main text" }', 'Write: main = { zh = "正文", en = "Main text" }'
)
TEXTS = (".html", ".xml", ".txt")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text. `name` is below templates/ or css/; `origin` is how people are told where it lies."""

    name: str
    text: str
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything rendering needs besides the page. Equal when the digest is; safe to send to another process.

    `cache` is a folder where compiled templates may be kept, or ""; it need not be there on the machine that renders.
    """

    templates: tuple[Source, ...] = field(compare=False)
    words: tuple[tuple[str, Text], ...] = field(compare=False)
    css: tuple[Source, ...] = field(compare=False)
    digest: str
    cache: str = field(default="", compare=False)

    def names(self) -> frozenset[str]:
        return frozenset(source.name for source in self.templates)


def load(root: Path) -> Theme:
    """The theme of the site at `root`.

    Raises MingwenError where words.toml is no TOML or has a word without Chinese or English, and where a file
    is not UTF-8.
    """
    templates = _sources(root, "templates", TEXTS)
    css = _sources(root, "static/css", (".css",))
    words = _words(root)
    return Theme(templates, words, css, _digest(templates, css, words))


def _roots(root: Path) -> tuple[tuple[Path, str], ...]:
    """Theme first, site last, each with the prefix under which its files are named to people."""
    theme = theme_root()
    ours = (theme, f"mingwen/{theme.name}/" if theme.name == "_theme" else "")
    return (ours,) if theme.resolve() == root.resolve() else (ours, (root, ""))


def _sources(root: Path, folder: str, suffixes: tuple[str, ...]) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for base, prefix in _roots(root):
        for path in _files(base / folder, suffixes):
            name = path.relative_to(base / folder).as_posix()
            origin = prefix + path.relative_to(base).as_posix()
            found[name] = Source(name, _text(path, origin), origin)
    return tuple(found[name] for name in sorted(found))


def _files(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in suffixes and path.is_file() and not path.name.startswith("."):
            yield path


def _text(path: Path, origin: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise MingwenError(
            Place(origin),
            Text("文件不是 UTF-8 编码", "This file is not UTF-8"),
            Text("请用编辑器另存为 UTF-8", "Save it as UTF-8"),
        ) from error


def _words(root: Path) -> tuple[tuple[str, Text], ...]:
    words: dict[str, Text] = {}
    for base, prefix in _roots(root):
        path = base / "templates" / WORDS
        if path.is_file():
            origin = f"{prefix}templates/{WORDS}"
            words |= _flat(_toml(_text(path, origin), origin), origin)
    return tuple(sorted(words.items()))


def _toml(text: str, origin: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MingwenError(
            Place(origin),
            Text(f"不是正确的 TOML：{error}", f"This is not valid TOML: {error}"),
            Text(
                '请照这样写：main = { zh = "正文", en = "Main text" }',
                'Write: main = { zh = "正文", en = "Main text" }',
            ),
        ) from error


def _flat(table: dict[str, Any], origin: str) -> dict[str, Text]:
    """`[skip] main = {zh, en}` → {"skip.main": Text}."""
    words: dict[str, Text] = {}
    for group, entries in table.items():
        named = (
            {f"{group}.{key}": word for key, word in entries.items()} if isinstance(entries, dict) else {group: entries}
        )
        for key, word in named.items():
            match word:
                case {"zh": str(zh), "en": str(en)} if len(word) == 2 and "." in key and zh and en:
                    words[key] = Text(zh, en)
                case _:
                    raise MingwenError(
                        Place(origin),
                        Text(f"“{key}”要有 zh 和 en 两种文字", f"{key} needs both zh and en"),
                        EXAMPLE,
                    )
    return words


def _digest(templates: tuple[Source, ...], css: tuple[Source, ...], words: tuple[tuple[str, Text], ...]) -> str:
    total = hashlib.sha256()
    for kind, sources in (("template", templates), ("css", css)):
        for source in sources:
            total.update(f"{kind}\0{source.name}\0{len(source.text)}\0{source.text}\0".encode())
    for key, word in words:
        total.update(f"word\0{key}\0{word.zh}\0{word.en}\0".encode())
    return total.hexdigest()
