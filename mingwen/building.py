"""build(): the whole chain on one screen. Start here."""

from __future__ import annotations

import gc
import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mingwen import accepting
from mingwen.each import Each, each_on, rest, serial
from mingwen.engine import engine
from mingwen.errors import ManuscriptError
from mingwen.fingerprint import fingerprint
from mingwen.judging import settle
from mingwen.keys import Keys
from mingwen.lightening import lighten
from mingwen.lock import locked
from mingwen.making import Made, all_checked, facts_in, make, whole
from mingwen.model import SPEECH, Accepted, Artifact, Built, Finding, Mode, Page, Plan, Site, Text
from mingwen.planning import plan
from mingwen.reading.keeping import Passages
from mingwen.reading.reader import read_kept
from mingwen.rendering.styles import bundle
from mingwen.rendering.theme import load as load_theme
from mingwen.reports import Report
from mingwen.reports._modes import shared
from mingwen.store import Store, opened, packed, set_aside, unpacked, unwritable
from mingwen.watch import Watch
from mingwen.writing import Memory, Stage

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
    progress: Progress = lambda done, total: None,
    waiting: Callable[[], None] = lambda: None,
    tell: Callable[[Text], None] = lambda text: None,
) -> Built:
    """Make site/ from the site at `root`: whole, or not at all.

    `today` decides what is published (default: the day it is). `drafts` publishes drafts too. `preview` writes to
    previewed(root) in the place of site/, so that nothing which is only looked at is ever published.
    `rules` are the ids of the checks to run (default: the preset 推荐; none: no linting). Work is done in `executor`
    or by `each`, else in this process. `fresh` makes everything anew; `report` fills `Built.checked`.
    `progress` is told pages done and to do, `waiting` is called if another build of the site must end first, and
    `tell` is told what was mended on the way.

    Raises SettingsError, ManuscriptError (with all mistakes of all manuscripts) and WriteError; site/ is then as
    it was. Findings of the linter are no errors: the site is written and they are in the result.
    """
    only = None if rules is None else tuple(rules)
    working = each or (each_on(executor) if executor else serial)
    day = today or date.today()

    def work(store: Store) -> Built:
        return _build(root, day, working, drafts, only, report, preview, progress, store)

    with locked(root, waiting):
        threshold = gc.get_threshold()
        try:
            with opened(root, fresh, tell) as store:
                return work(store)
        except sqlite3.OperationalError as error:
            raise unwritable(error) from error
        except sqlite3.DatabaseError as error:
            # Damaged in the middle, where opening does not look.
            set_aside(root, tell, str(error))
            with opened(root, True, tell) as store:
                return work(store)
        finally:
            gc.unfreeze()
            gc.set_threshold(*threshold)


def _build(
    root: Path,
    today: date,
    each: Each,
    drafts: bool,
    only: tuple[str, ...] | None,
    report: bool,
    preview: bool,
    progress: Progress,
    store: Store,
) -> Built:
    watch = Watch()
    # What is read and planned stays until the end; to look through it for garbage, over and over, takes a third of the
    # time. Parsers leave garbage in circles, so looking less often must do; workers inherit this.
    gc.set_threshold(100_000, 20, 50)
    site, passages = read_kept(root, each, store, engine())
    store.commit()
    accepted = accepting.load(root)
    if site.settings.hant:
        from mingwen import traditional

        traditional.ready()
    if drafts:
        site = replace(site, documents=tuple(replace(document, draft=False) for document in site.documents))
    watch.lap("reading")
    theme = replace(load_theme(root), cache=str(_folder(root / ".mingwen" / "templates")))
    sheets = tuple(
        Artifact(f"css/{mode.key}.css", bundle(theme, mode)) for mode in site.settings.modes if not mode.look
    )
    planned = plan(site, today, _addresses(sheets))
    _stop_on_mistakes(site.findings + planned.findings)
    site = replace(site, assets=tuple(asset for asset in site.assets if asset.path not in planned.withheld))
    watch.lap("planning")

    texts = tuple((sheet.path, sheet.text) for sheet in sheets)
    on_pages, across = _rules(only, store)
    keys = Keys(planned.frame, theme, texts, on_pages, engine(), passages.prints)

    def finish() -> Finish:
        from mingwen.finishing import Finish

        return Finish(planned.frame, theme, texts, on_pages)

    gc.freeze()
    tree = "preview" if preview else ""
    out = previewed(root) if preview else root / "site"
    home = _folder(out.parent) if preview else root / ".mingwen"
    with Stage(out, root, home, _memory(store, tree)) as stage:
        watch.lap("looking at site/")
        made = make(planned.pages, keys, finish, store, stage, passages, each, progress)
        rest(each)
        watch.lap("making pages")
        scripts, files = lighten(site.assets, root)
        for artifact in (*sheets, *scripts):
            stage.put(artifact.path, artifact.text.encode())
        for asset in files:
            stage.place(asset)
        audited = _audited(made, planned, site, frozenset(stage.new), across, store, finish, passages)
        watch.lap("auditing")
        before = stage.memory
        written = stage.finish()
    if stage.memory is not before:
        store.keep("memory", [(tree, b"", packed(stage.memory))])
    store.commit()
    watch.lap("writing")
    paths = [page.path for page in planned.pages if page.path in made.facts]
    judged = _judged(Report(
        tuple(made.checked(paths)), (*on_pages, *across), across=site.findings + planned.findings + audited, whole=True
    ), accepted, today)  # fmt: skip
    built = Built(
        written, judged.findings, _count(site.settings.modes, planned.pages), planned.skipped,
        sum(len(page.document.terms) for page in planned.pages if page.template == SPEECH and page.document),
        watch.total, tuple(all_checked(store, paths, judged.files)) if report else (), judged.rules, judged.aside,
        made.made, made.reasons, watch.laps,
    )  # fmt: skip
    if not preview:
        _note_verdict(root, built, drafts, today, bool(on_pages))
    return built


def previewed(root: Path) -> Path:
    """Where a preview of the site lies."""
    return root / ".mingwen" / "preview" / "site"


def _judged(found: Report, accepted: tuple[Accepted, ...], today: date) -> Report:
    """What counts on this day. Rules are only loaded, to know their names, where something is accepted."""
    if not accepted and not any(checked.accepted for _, checked in found.files):
        return found
    from mingwen.linting import RULES
    from mingwen.linting.audits import load

    return settle(found, accepted, today, (*RULES, *load()))


def _folder(path: Path) -> Path:
    """The folder, made if it can be."""
    with suppress(OSError):
        path.mkdir(exist_ok=True)
    return path


def _memory(store: Store, name: str) -> Memory:
    known = store.value("memory", name, b"")
    memory: Memory = unpacked(known) if known else Memory()
    return memory


def _rules(only: tuple[str, ...] | None, store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the rules and of the audits to run. Known to the store, so that an unchanged build loads none of them."""
    if only == ():
        return (), ()
    key = fingerprint(engine(), only)
    if known := store.value("rules", "", key):
        ids: tuple[tuple[str, ...], tuple[str, ...]] = unpacked(known)
        return ids
    from mingwen.linting.presets import choose

    rules, audits = choose(only=only or ())
    ids = tuple(rule.id for rule in rules), tuple(audit.id for audit in audits)
    store.keep("rules", [("", key, packed(ids))])
    return ids


def _audited(
    made: Made,
    planned: Plan,
    site: Site,
    files: frozenset[str],
    audits: tuple[str, ...],
    store: Store,
    finish: Callable[[], Finish],
    passages: Passages,
) -> tuple[Finding, ...]:
    """Findings that show only when pages lie side by side: those of the last build if no page gives cause to look."""
    if not audits:
        return ()
    key = fingerprint(tuple(made.facts.items()), files, site.settings.root_path, audits, engine())
    known = store.value("audit", "", key)
    if known:
        findings: tuple[Finding, ...]
        findings, named = unpacked(known)
        if not set(named) & set(made.made):
            return findings
    from mingwen.auditing import across
    from mingwen.linting.audits import load

    pages = {page.path: page for page in planned.pages if page.path in made.facts}
    one = finish()
    findings, named = across(
        lambda: facts_in(store), list(pages), files, site.settings.root_path, [load()[id_] for id_ in audits],
        lambda paths: (one.outline(whole(pages[path], passages)) for path in paths),
    )  # fmt: skip
    store.keep("audit", [("", key, packed((findings, named)))])
    return findings


def _addresses(sheets: Iterable[Artifact]) -> tuple[tuple[str, str], ...]:
    """Mode key → address of its stylesheet, with a version so that a browser never keeps an old one."""
    return tuple(
        (Path(sheet.path).stem, f"{sheet.path}?v={hashlib.sha256(sheet.text.encode()).hexdigest()[:8]}")
        for sheet in sheets
    )


def _stop_on_mistakes(findings: tuple[Finding, ...]) -> None:
    if any(finding.verdict == "fail" for finding in findings):
        raise ManuscriptError(findings)


def _count(modes: Iterable[Mode], pages: Iterable[Page]) -> tuple[tuple[str, int], ...]:
    counted = Counter(page.mode.key for page in pages if page.path.endswith(".html"))
    return tuple((mode.key, counted[mode.key]) for mode in modes)


def _note_verdict(root: Path, built: Built, drafts: bool, today: date, checked: bool) -> None:
    """What publishing asks before it puts a site out: failures, drafts, and for which day it was built. As in what the
    build tells, a mistake of several modes counts once."""
    grades = Counter(each.finding.grade for each in shared(built.findings, built.modes))
    note = {
        "failed": grades["fail"], "asked": grades["ask"],
        "drafts": drafts, "today": today.isoformat(), "checked": checked,
    }  # fmt: skip
    (root / ".mingwen" / "build.json").write_text(json.dumps(note) + "\n", "utf-8")
