"""build(): the whole chain on one screen. Start here."""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import replace
from datetime import date
from pathlib import Path

from mingwen import accepting, traditional
from mingwen.each import batches, each_on, serial
from mingwen.errors import ManuscriptError
from mingwen.finishing import Finish
from mingwen.judging import settle
from mingwen.lightening import lighten
from mingwen.linting import RULES, audit
from mingwen.linting.audits import Audit
from mingwen.linting.audits import load as load_audits
from mingwen.linting.presets import choose
from mingwen.linting.rule import Rule
from mingwen.lock import locked
from mingwen.model import SPEECH, Artifact, Built, Finding, Mode, Page, Site
from mingwen.planning import plan
from mingwen.reading import read
from mingwen.rendering.styles import bundle
from mingwen.rendering.theme import load as load_theme
from mingwen.reports import Report
from mingwen.writing import write

Progress = Callable[[int, int], None]


def build(
    root: Path = Path(),
    *,
    today: date | None = None,
    executor: Executor | None = None,
    drafts: bool = False,
    rules: Iterable[str] | None = None,
    progress: Progress = lambda done, total: None,
    waiting: Callable[[], None] = lambda: None,
) -> Built:
    """Make site/ from the site at `root`: whole, or not at all.

    `today` decides what is published (default: the day it is). `drafts` publishes drafts too, for a preview.
    `rules` are the ids of the checks to run (default: the preset 推荐; none: no linting). `progress` is told
    pages done and in all, `waiting` is called if another build of the site must end first.

    Raises SettingsError, ManuscriptError (with all mistakes of all manuscripts) and WriteError; site/ is then as
    it was. Findings of the linter are no errors: the site is written and they are in the result.
    """
    started = time.perf_counter()
    day = today or date.today()
    each = each_on(executor) if executor else serial
    with locked(root, waiting):
        site = read(root, each)
        accepted = accepting.load(root)
        if drafts:
            site = replace(site, documents=tuple(replace(document, draft=False) for document in site.documents))
        if site.settings.hant:
            traditional.ready()
        theme = load_theme(root)
        sheets = tuple(
            Artifact(f"css/{mode.key}.css", bundle(theme, mode)) for mode in site.settings.modes if not mode.look
        )
        planned = plan(site, day, _addresses(sheets))
        _stop_on_mistakes(site.findings + planned.findings)

        only = None if rules is None else tuple(rules)
        on_pages, across = ((), ()) if only == () else choose(only=only or ())
        finish = Finish(
            planned.frame,
            theme,
            tuple((sheet.path, sheet.text) for sheet in sheets),
            tuple(rule.id for rule in on_pages),
        )
        made: list[Artifact] = []
        for batch in batches(planned.pages):
            made += each(finish, batch)
            progress(len(made), len(planned.pages))

        judged = settle(_found((*made, *sheets), site, (*on_pages, *across)), accepted, day, (*RULES, *load_audits()))
        scripts, files = lighten(site.assets, root)
        written = write((*made, *sheets, *scripts), files, root / "site")
        built = Built(
            written,
            judged.findings,
            _count(site.settings.modes, planned.pages),
            planned.skipped,
            sum(len(page.document.terms) for page in planned.pages if page.template == SPEECH and page.document),
            time.perf_counter() - started,
            judged.files,
            judged.rules,
            judged.aside,
        )
        _note_verdict(root, built)
        return built


def _addresses(sheets: Iterable[Artifact]) -> tuple[tuple[str, str], ...]:
    """Mode key → address of its stylesheet, with a version so that a browser never keeps an old one."""
    return tuple(
        (Path(sheet.path).stem, f"{sheet.path}?v={hashlib.sha256(sheet.text.encode()).hexdigest()[:8]}")
        for sheet in sheets
    )


def _stop_on_mistakes(findings: tuple[Finding, ...]) -> None:
    if any(finding.verdict == "fail" for finding in findings):
        raise ManuscriptError(findings)


def _found(made: Iterable[Artifact], site: Site, checks: tuple[Rule | Audit, ...]) -> Report:
    """What linting all pages gave, the mistakes of manuscripts, and what shows only when pages lie side by side."""
    checked = tuple((artifact.path, artifact.checked) for artifact in made if artifact.checked)
    files = frozenset(artifact.path for artifact in made) | {asset.path for asset in site.assets}
    audits = tuple(check for check in checks if isinstance(check, Audit))
    across = audit([result.outline for _, result in checked], files, site.settings.root_path, audits)
    return Report(checked, tuple(check.id for check in checks), across=site.findings + across, whole=True)


def _count(modes: Iterable[Mode], pages: Iterable[Page]) -> tuple[tuple[str, int], ...]:
    counted = Counter(page.mode.key for page in pages if page.path.endswith(".html"))
    return tuple((mode.key, counted[mode.key]) for mode in modes)


def _note_verdict(root: Path, built: Built) -> None:
    """What publishing asks before it puts a site out: whether the last build had failures."""
    note = {"failed": built.failed, "asked": sum(finding.grade == "ask" for finding in built.findings)}
    (root / ".mingwen" / "build.json").write_text(json.dumps(note) + "\n", "utf-8")
