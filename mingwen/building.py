"""build(): the whole chain on one screen. Start here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mingwen import accepting
from mingwen.build_checks import chosen, judged
from mingwen.each import Each, each_on, prepare, rest, serial
from mingwen.engine import engine, recall
from mingwen.errors import ManuscriptError
from mingwen.garbage import collecting, kept
from mingwen.keys import Keys
from mingwen.lightening import lighten
from mingwen.lock import locked
from mingwen.making import all_checked, make
from mingwen.model import Built, Finding, Text
from mingwen.planning import mode_by_mode, plan
from mingwen.reading.around import known_settings
from mingwen.reading.reader import read_kept
from mingwen.rendering.styles import addresses
from mingwen.reports import Report
from mingwen.side_by_side import audited
from mingwen.store import Store, opened, packed, set_aside, unpacked, unwritable
from mingwen.verdict import note_verdict
from mingwen.warming import Warm, folder, sheets_of, theme_of
from mingwen.watch import Watch
from mingwen.writing import Holding, Memory, Stage

if TYPE_CHECKING:
    from mingwen.finishing import Finish

Progress = Callable[[int, int], None]


def build(
    root: Path = Path(),
    *,
    today: date | None = None,
    executor: Executor | None = None,
    each: Each | None = None,
    drafts: bool = False,
    rules: Iterable[str] | None = None,
    fresh: bool = False,
    report: bool = False,
    preview: bool = False,
    reading: Progress = lambda done, total: None,
    progress: Progress = lambda done, total: None,
    waiting: Callable[[], None] = lambda: None,
    tell: Callable[[Text], None] = lambda text: None,
) -> Built:
    """Make site/ from the site at `root`: whole, or not at all.

    `today` decides what is published (default: the day it is). `drafts` publishes drafts too. `preview` writes to
    previewed(root) in the place of site/, so that nothing which is only looked at is ever published.
    `rules` are the ids of the checks to run (default: the preset 推荐; none: no linting). Work is done in `executor`
    or by `each`, else in this process. `fresh` makes everything anew; `report` fills `Built.checked`.
    `reading` is told manuscripts read and to read, `progress` files made and to make, `waiting` is called if another
    build of the site must end first, and `tell` is told what was mended on the way.

    Raises SettingsError, ManuscriptError (with all mistakes of all manuscripts) and WriteError; site/ is then as
    it was. Findings of the linter are no errors: the site is written and they are in the result.
    """
    working = each or (each_on(executor) if executor else serial)
    only = None if rules is None else tuple(rules)
    asked = _Asked(root, today or date.today(), working, drafts, only, report, preview, reading, progress)
    with locked(root, waiting), kept():
        try:
            with opened(root, fresh, tell) as store:
                return _build(asked, store)
        except sqlite3.OperationalError as error:
            raise unwritable(error) from error
        except sqlite3.DatabaseError as error:
            # Damaged in the middle, where opening does not look.
            set_aside(root, tell, str(error))
            with opened(root, True, tell) as store:
                return _build(asked, store)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What build() was asked for."""

    root: Path
    today: date
    each: Each
    drafts: bool
    only: tuple[str, ...] | None
    report: bool
    preview: bool
    reading: Progress
    progress: Progress

    @property
    def out(self) -> Path:
        """Where the pages go."""
        return previewed(self.root) if self.preview else self.root / "site"


def _build(asked: _Asked, store: Store) -> Built:
    root, today, each = asked.root, asked.today, asked.each
    watch = Watch()
    recall(store)
    theme = theme_of(root)
    on_pages, across = chosen(asked.only, store)
    settings = known_settings(root.resolve(), store, engine())
    sheets = sheets_of(theme, settings)
    texts = tuple((sheet.path, sheet.text) for sheet in sheets)
    warm = Warm(settings, theme, texts, on_pages)
    prepare(each, warm.templates, warm.rest)
    site, passages = read_kept(root, collecting(each), store, engine(), asked.reading)
    store.commit()
    accepted = accepting.load(root)
    if site.settings.hant:
        from mingwen import traditional

        traditional.ready()
    if asked.drafts:
        site = replace(site, documents=tuple(replace(document, draft=False) for document in site.documents))
    watch.lap("reading")
    planned = plan(site, today, addresses(sheets))
    _stop_on_mistakes(site.findings + planned.findings)
    site = replace(site, assets=tuple(asset for asset in site.assets if asset.path not in planned.withheld))
    watch.lap("planning")

    keys = Keys(planned.frame, theme, texts, on_pages, engine(), passages.prints)

    def finish() -> Finish:
        from mingwen.finishing import Finish

        return Finish(planned.frame, theme, texts, on_pages)

    tree = "preview" if asked.preview else ""
    home = folder(asked.out.parent) if asked.preview else root / ".mingwen"
    # What the preview has, the site need not make, and the other way round.
    other = Path(root, "site") if asked.preview else previewed(root)

    def lender() -> Holding:
        return Holding(other, _memory(store, "" if asked.preview else "preview"))

    with Stage(asked.out, root, home, _memory(store, tree), lender) as stage:
        watch.lap("looking at site/")
        made = make(planned, keys, finish, store, stage, passages, collecting(each), asked.progress)
        rest(each)
        watch.lap("making pages")
        scripts, files = lighten(site.assets, root)
        for artifact in (*sheets, *scripts):
            stage.put(artifact.path, artifact.text.encode())
        for asset in files:
            stage.place(asset)
        beside = audited(made, planned, frozenset(stage.new), across, store, finish, passages)
        watch.lap("auditing")
        before = stage.memory
        written = stage.finish()
    if stage.memory is not before:
        store.keep("memory", [(tree, b"", packed(stage.memory))])
    store.commit()
    watch.lap("writing")
    paths = mode_by_mode(made.facts, site.settings.modes)
    counted = judged(Report(
        tuple(made.checked(paths)), (*on_pages, *across), across=site.findings + planned.findings + beside, whole=True,
        modes=tuple(mode.key for mode in site.settings.modes),
    ), accepted, today)  # fmt: skip
    built = Built(
        written, counted.findings, planned.counts, planned.skipped,
        sum(len(views.document.terms) for views in planned.views),
        watch.total, tuple(all_checked(store, paths, counted.files)) if asked.report else (), counted.rules,
        counted.aside, made.made, made.reasons, watch.laps, counted.mistakes,
    )  # fmt: skip
    if not asked.preview:
        note_verdict(root, built, asked.drafts, today, bool(on_pages))
    return built


def previewed(root: Path) -> Path:
    """Where a preview of the site lies."""
    return root / ".mingwen" / "preview" / "site"


def _memory(store: Store, name: str) -> Memory:
    known = store.value("memory", name, b"")
    memory: Memory = unpacked(known) if known else Memory()
    return memory


def _stop_on_mistakes(findings: tuple[Finding, ...]) -> None:
    if any(finding.verdict == "fail" for finding in findings):
        raise ManuscriptError(findings)
