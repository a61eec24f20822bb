"""Front matter → Head: each key checked against the schema of the document's kind, all mistakes at once."""

from __future__ import annotations

from pathlib import PurePosixPath

from pydantic import ValidationError

from mingwen.model import KINDS, Contact, Document, Finding, Link, Override
from mingwen.reading import complaints
from mingwen.reading.forms import YES
from mingwen.reading.frontmatter import FrontMatter, compose
from mingwen.reading.head import Head, stand_in
from mingwen.reading.nearest import hint
from mingwen.reading.outcome import ask, fail
from mingwen.reading.parsed import Source
from mingwen.reading.schema import EXAMPLES, SCHEMAS, TITLES, OverrideForm, PageForm

RULE = "front-matter"
CHINESE_KINDS = {zh: kind for kind, zh in KINDS.items()}


def read_head(front: str, source: Source) -> Head:
    """What the front matter says. `front` keeps the manuscript's line numbers."""
    matter, form, findings = _front(front, source)
    if form is None:
        return Head(stand_in(source), source.lang, usable=False, findings=findings)
    lang = form.lang or source.lang
    return Head(
        _document(form, lang, source),
        lang,
        files=_files(form, matter),
        audio=Link(form.audio, matter.place("audio")) if form.audio else None,
        interprets=_links(form.interprets, "interprets", matter),
        interpreted_by=_links(form.interpreted_by, "interpreted_by", matter),
        aliases=_links(form.aliases, "aliases", matter),
        findings=findings,
    )


def _front(front: str, source: Source) -> tuple[FrontMatter, PageForm | None, tuple[Finding, ...]]:
    matter = compose(front, source.path, PageForm)
    findings = list(matter.findings)
    if not matter.data and any(each.rule == "yaml" for each in findings):
        return matter, None, tuple(findings)
    typed = str(matter.data.get("kind") or (source.column.kind if source.column else "page"))
    kind = CHINESE_KINDS.get(typed, typed)
    draft = str(matter.data.get("draft", "")).strip().lower() in YES
    if not kind and source.column and source.column.place.line:
        zh = f"没写“类型”，栏目也没写。请加上一行，如 类型: 公告；可用的有 {'、'.join(CHINESE_KINDS)}。"
        en = f"Neither this nor its column gives a kind. Add a line such as kind: notice; known: {', '.join(KINDS)}."
        findings.append((ask if draft else fail)(RULE, matter.place(), zh, en))
    schema = SCHEMAS.get(kind, PageForm)
    if draft:
        # Nobody sees a draft but its author: what it lacks must not keep all other pages from being published.
        findings += _to_fill_in(schema, matter)
        matter.data.setdefault("title", PurePosixPath(source.path).stem)
        schema, kind = PageForm, kind or "page"
    try:
        form: PageForm | None = schema.model_validate(matter.data)
    except ValidationError as error:
        findings += complaints.findings(error, RULE, matter.places, matter.written, TITLES, EXAMPLES)
        form = None
    if form:
        form = form.model_copy(update={"kind": kind})
        findings += _together(form, matter)
        findings += _column_fits(form, matter, source)
    return matter, form, tuple(findings)


def _to_fill_in(schema: type[PageForm], matter: FrontMatter) -> list[Finding]:
    """What a draft must say before it is published."""
    return [
        ask(
            RULE, matter.place(),
            f"草稿还缺“{TITLES[name]}”，发布前要补上一行，如 {EXAMPLES[name]}。",
            f"This draft lacks “{name}”. Add a line before it is published, such as {EXAMPLES[name]}.",
        )
        for name, field in schema.model_fields.items()
        if field.is_required() and name not in matter.data
    ]  # fmt: skip


def _together(form: PageForm, matter: FrontMatter) -> list[Finding]:
    """What no single key shows."""
    findings = []
    if form.status and form.kind != "policy":
        zh, en = "“有效性”只用于政策文件，请删去，或写 类型: 政策文件。", "“status” is for policies only; delete it."
        findings.append(fail(RULE, matter.keys["status",], zh, en))
    if form.date and form.expires and form.expires <= form.date.date():
        zh, en = "“下线日期”要晚于“发布日期”。", "“expires” must lie after “date”."
        findings.append(fail(RULE, matter.place("expires"), zh, en))
    if form.date and form.written and form.written > form.date.date():
        zh, en = "“成文日期”晚于“发布日期”，请核对。", "“written” lies after “date”; please check."
        findings.append(ask(RULE, matter.place("written"), zh, en))
    return findings


def _column_fits(form: PageForm, matter: FrontMatter, source: Source) -> list[Finding]:
    if not form.column or source.column is None:
        return []
    own = source.column
    if form.column in (own.name, own.key, own.folder):
        return []
    place, names = matter.place("column"), dict(source.names)
    if folder := names.get(form.column):
        zh = f"稿件放在“{own.name}”里，却写着栏目“{form.column}”。请移到 content/{folder}/，或删去这一行。"
        en = f"This lies in “{own.name}” but names “{form.column}”. Move it to content/{folder}/, or delete the line."
        return [fail("column", place, zh, en)]
    close = hint(form.column, names)
    return [
        fail("column", place, f"没有栏目“{form.column}”{close.zh}", f"There is no column “{form.column}”{close.en}")
    ]


def _document(form: PageForm, lang: str, source: Source) -> Document:
    fields = form.model_dump(
        include={
            "kind", "title", "date", "source", "author", "summary", "keywords", "number", "status", "issuer",
            "index_number", "topic", "written", "draft", "expires",
        }
    )  # fmt: skip
    blank = stand_in(source, form.slug)
    overrides = (
        _override(mode, getattr(form.modes, mode))
        for mode in type(form.modes).model_fields
        if getattr(form.modes, mode)
    )
    contact = Contact(**form.contact.model_dump()) if form.contact else None
    return Document(
        **fields, path=blank.path, url=blank.url, column=blank.column, body=blank.body, lang=lang, contact=contact,
        overrides=tuple(overrides),
    )  # fmt: skip


def _override(mode: str, form: OverrideForm) -> Override:
    return Override(mode, form.summary, Contact(**form.contact.model_dump()) if form.contact else None)


def _files(form: PageForm, matter: FrontMatter) -> tuple[tuple[Link, str], ...]:
    listed = isinstance(matter.data.get("attachments"), list)
    return tuple(
        (
            Link(each.file, matter.place("attachments", *((number,) if listed else ()), "file")),
            each.title or PurePosixPath(each.file).stem,
        )
        for number, each in enumerate(form.attachments)
    )


def _links(values: tuple[str, ...], key: str, matter: FrontMatter) -> tuple[Link, ...]:
    return tuple(Link(value, matter.place(key, number)) for number, value in enumerate(values))
