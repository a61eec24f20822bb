"""check(): HTML files on disk → Report: `mingwen lint` as a function. Nothing is fetched from the network."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mingwen.each import Each, each_on, serial
from mingwen.errors import UsageError
from mingwen.htmlfiles import NO_SUCH, STDIN, Sheets, find, kind_of, posix, stop
from mingwen.judging import settle
from mingwen.linting import RULES, Styles, audit
from mingwen.linting.audits import Audit, Pages, dead_link
from mingwen.linting.audits import load as load_audits
from mingwen.linting.rule import Rule
from mingwen.linting.states import state
from mingwen.linting.styles import local
from mingwen.looking import Look, looked
from mingwen.model import Accepted, Checked, Finding, Place, Text
from mingwen.reports import Report

if TYPE_CHECKING:
    from concurrent.futures import Executor

Progress = Callable[[int, int], None]


def check(
    paths: Iterable[str],
    rules: Sequence[Rule],
    audits: Sequence[Audit] = (),
    root: str = "",
    progress: Progress = lambda done, total: None,
    *,
    media: Sequence[str] = (),
    base_url: str = "",
    accepted: Sequence[Accepted] = (),
    today: date | None = None,
    executor: Executor | None = None,
    each: Each | None = None,
) -> Report:
    """Lint files, folders (every .html, .htm and .xhtml below) and "-" for standard input.

    `root` is the folder that "/" stands for; without one, a single folder that has an index.html is taken for it.
    Only with a root are pages looked at side by side. `media` are states such as "dark,width=360" in which each page
    is looked at; none of them means an ordinary screen. `base_url` is where the root is published: links that begin
    with it are followed too. `accepted` is what the settings accept `today` (default: the day it is). An `executor`,
    or `each`, works on the files and gives the same report as none; other processes know only rules of RULES.

    Raises UsageError that names every path which is not there or cannot be read.
    """
    started = time.perf_counter()
    named = list(dict.fromkeys(paths))
    if not root and len(named) == 1 and is_site(named[0]):
        root = named[0]
    stop([root] if root and kind_of(root) != "folder" else [], *NO_SUCH)
    base_url = site_address(base_url)
    files = find(named)
    for words in media:
        state(words)
    look = Look(tuple(rules), Styles(Sheets(), posix(root) if root else None, base_url=base_url), tuple(media))
    checked: list[tuple[str, Checked]] = []
    unreadable: list[tuple[str, Text]] = []
    for path, seen in zip(files, looked(look, files, each or (each_on(executor) if executor else serial)), strict=True):
        if isinstance(seen, Text):
            unreadable.append((path, seen))
        else:
            checked.append((path, seen))
        progress(len(checked) + len(unreadable), len(files))
    stop_unreadable(unreadable)
    across = side_by_side(checked, audits, root, base_url) if root and audits else ()
    act = sorted({id_ for rule in rules for id_ in rule.act})
    ids = (*(rule.id for rule in rules), *(each.id for each in audits if root))
    report = Report(
        tuple(checked),
        ids,
        tuple(act),
        across,
        root=root,
        base_url=base_url,
        whole=bool(root) and any(relative(root, path) for path in named if path != STDIN),
    )
    report = settle(report, accepted, today or date.today(), (*RULES, *load_audits()))
    return replace(report, seconds=time.perf_counter() - started)


def stop_unreadable(files: Sequence[tuple[str, Text]]) -> None:
    """Refuse what cannot be read, all of it in one message, each with its reason."""
    if files:
        listed = Text("、".join(f"{path}（{why.zh}）" for path, why in files),
                      ", ".join(f"{path} ({why.en})" for path, why in files))  # fmt: skip
        raise UsageError(
            None,
            Text(f"读不了：{listed.zh}", f"Cannot be read: {listed.en}"),
            Text("请检查文件名和权限", "Check names and permissions"),
        )


def is_site(path: str) -> bool:
    """Whether a folder has a home page, as the root of a site does."""
    return kind_of(path) == "folder" and kind_of(str(Path(path, "index.html"))) == "file"


def site_address(written: str) -> str:
    """With "/" at the end; raises UsageError for what is no address."""
    if not written:
        return ""
    if not re.fullmatch(r"https?://[^/?#\s]+(/[^?#\s]*)?", written):
        raise UsageError(
            None,
            Text(f"--base-url 写的是“{written}”，不是网址", f"--base-url is {written!r}, which is no address"),
            Text("写成 https://sfj.example.gov.cn/ 的样子", "Write it like https://sfj.example.gov.cn/"),
        )
    return written.rstrip("/") + "/"


def side_by_side(
    checked: Sequence[tuple[str, Checked]], audits: Sequence[Audit], root: str, base_url: str
) -> tuple[Finding, ...]:
    """Findings of the audits, with paths as they were named."""
    named = {inside: path for path, _ in checked if (inside := relative(path, root)) is not None}
    outlines = [
        replace(
            result.outline,
            path=inside,
            links=tuple(replace(link, href=local(link.href, base_url)) for link in result.outline.links),
        )
        for path, result in checked
        if (inside := relative(path, root)) is not None
    ]
    files = frozenset(
        posix(os.path.relpath(Path(where, name), root)) for where, _, names in os.walk(root) for name in names
    )
    findings = audit(outlines, files, audits=audits)
    told = tuple(replace(it, place=Place(named.get(it.place.path, it.place.path), it.place.line, it.place.column))
                 for it in findings)  # fmt: skip
    missing = dead_link.lacking(Pages(tuple(outlines), files)) if any(it.says == "no-file" for it in findings) else None
    if missing is None:
        return told
    return (dead_link.instead(Place(root), *missing), *(it for it in told if it.says != "no-file"))


def relative(path: str, root: str) -> str | None:
    """The path below the root with "/", or None outside of it."""
    if path == STDIN:
        return None
    inside = posix(os.path.relpath(path, root))
    return None if inside == ".." or inside.startswith("../") else inside
