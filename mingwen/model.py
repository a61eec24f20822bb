"""Every noun of mingwen: frozen values that pass between the chapters. No I/O, no imports of ours.

Read it top down: words and places, then what reading makes (Site), what planning makes (Plan),
what linting finds (Checked), and what comes out at the end (Built).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["zh", "en"]
Verdict = Literal["fail", "ask"]
Level = Literal["failure", "advice"]
Grade = Literal["fail", "ask", "advice"]

# ── words and places ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence for people, in Chinese and in English."""

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def fill(self, **values: object) -> Text:
        """The same sentence with `{name}` gaps filled in, in both languages."""
        return Text(self.zh.format(**values), self.en.format(**values))


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file; lines and columns count from 1, and 0 means "the file as a whole"."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Edit:
    """A proposed change of one manuscript: `after` for `before` at `place`. Never applied unasked."""

    place: Place
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check says about one place.

    `place` is in the file that was checked; `source`, where known, is the line of the author's own
    manuscript behind it. `verdict` is "fail" (wrong) or "ask" (a person must judge).
    `selector` is a CSS selector of the element, or "" where there is none. `act` holds W3C ACT rule
    ids, `wcag` success criterion numbers such as "1.1.1". `quote` is the offending text, cut short.
    `level` "advice" goes beyond what a norm demands, and so never fails a build or a command.
    """

    rule: str
    says: str
    verdict: Verdict
    place: Place
    message: Text
    quote: str = ""
    selector: str = ""
    source: Place | None = None
    act: tuple[str, ...] = ()
    wcag: tuple[str, ...] = ()
    edit: Edit | None = None
    level: Level = "failure"

    @property
    def grade(self) -> Grade:
        """How much it weighs: a failure, something to judge, or advice, be that certain or not."""
        return "advice" if self.level == "advice" else self.verdict


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is to be mended once: the finding in the first reading mode that has it, and the keys of all modes that do,
    in their order; none where nothing is known of modes."""

    finding: Finding
    modes: tuple[str, ...] = ()


# ── 1 reading: files → Site ─────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Mode:
    """A reading mode (a view of every page). `prefix` is "" or ends in "/", such as "zz/".

    `look` is the key of the mode whose styles it wears, or "" for its own; `lang` the language that Chinese pages
    have in it, or "" for their own.
    """

    key: str
    name: Text
    prefix: str
    alias: Text | None = None
    look: str = ""
    lang: str = ""

    @property
    def label(self) -> Text:
        """The name shown in links: 长者助手 where the site says so, else the mode's own name."""
        return self.alias or self.name


STANDARD = Mode("standard", Text("标准版", "Standard"), "")
MODES: tuple[Mode, ...] = (
    STANDARD,
    Mode("wza", Text("无障碍版", "Accessible"), "wza/"),
    Mode("elder", Text("长者版", "Senior"), "zz/"),
    Mode("large", Text("大字版", "Large print"), "dz/"),
    Mode("contrast", Text("高对比版", "High contrast"), "gdb/"),
)
# 标准版 in traditional characters, for sites that ask for it.
HANT = Mode("hant", Text("繁體版", "Traditional characters"), "hant/", look="standard", lang="zh-Hant")


@dataclass(frozen=True, slots=True)
class Contact:
    """The person or office to ring. `phone` as people write it, such as 0760-00000000."""

    name: str = ""
    phone: str = ""
    hours: str = ""
    address: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What [tool.mingwen] in pyproject.toml says; field names are the keys there (see reading/settings.py)."""

    name: str
    base_url: str
    organiser: str = ""
    undertaker: str = ""
    site_id: str = ""
    icp: str = ""
    police: str = ""
    conac_url: str = ""
    report_error_url: str = ""
    consult_url: str = ""
    contact: Contact = Contact()
    description: str = ""
    notice: str = ""
    lang: str = "zh-CN"
    elder_name: str = "长者助手"
    modes: tuple[Mode, ...] = MODES
    page_size: int = 20
    pinyin: tuple[tuple[str, str], ...] = ()
    ipv6: bool = False
    pinyin_pages: bool = False
    hant: bool = False
    hant_region: str = "tw"
    hant_words: tuple[tuple[str, str], ...] = ()

    @property
    def domain(self) -> str:
        """Host name without scheme or path, as the SiteDomain meta tag wants it."""
        return self.base_url.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]

    @property
    def root_path(self) -> str:
        """Path under which the site is served; begins and ends with "/"."""
        rest = self.base_url.split("://", 1)[-1]
        path = rest.split("/", 1)[1] if "/" in rest else ""
        return f"/{path.strip('/')}/" if path.strip("/") else "/"


@dataclass(frozen=True, slots=True)
class Column:
    """A 栏目: a folder of content/, described by its _column.md.

    `key` is its output folder ("zwgk/ghjh"), `folder` the one below content/; both use "/". `parent` is
    the key of the column above, or "". `kind` is what its documents are unless they say otherwise, `type` the
    ColumnType word of 政府网站发展指引, and `update_class` how soon it grows stale (norms: news, notice …).
    """

    key: str
    folder: str
    name: str
    description: str = ""
    keywords: tuple[str, ...] = ()
    kind: str = ""
    type: str = ""
    update_class: str = ""
    order: int = 0
    parent: str = ""
    place: Place = Place("")

    @property
    def url(self) -> str:
        return f"{self.key}/index.html"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body. `level` 2–5 is the HTML level; `number` is as typed ("一、", "（一）") or ""."""

    level: int
    id: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image in a manuscript, as written, with its place. Its body holds `href` unresolved."""

    href: str
    place: Place


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is copied as it is. `path` is where it goes in the output, `source` where it lies."""

    path: str
    source: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to download. `path` is its output path, `type` as people say it ("Word 文档"), `size` in bytes."""

    title: str
    path: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word explained in plain language, from content/_glossary.md."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Body:
    """The HTML of a manuscript, the same in every mode.

    `lines[i]` is the manuscript line behind line i of `html`. Links inside the site are written
    `site:/zwgk/ghjh/a.html#id` and files `asset:/zwgk/ghjh/b.pdf`; rendering makes them relative.
    `digest` stands for all of it, `words` for the HTML alone: that stays where only lines have moved.
    """

    html: str
    digest: str = ""
    lines: tuple[int, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """What one document says differently in one mode, by front matter `modes:`."""

    mode: str
    summary: tuple[str, ...] = ()
    contact: Contact | None = None


# Kinds of documents, as front matter names them in English and in Chinese.
KINDS = {
    "report": "报告",
    "notice": "公告",
    "policy": "政策文件",
    "interpretation": "解读",
    "news": "动态",
    "page": "单页",
}


@dataclass(frozen=True, slots=True)
class Document:
    """One manuscript, parsed. `path` is "content/zwgk/ghjh/a.md", `url` "zwgk/ghjh/a.html".

    `kind`: report, notice, policy, interpretation, news or page. `status` is the validity of a
    policy (有效, 已修改, 已废止, 已失效). `date` is 发布日期 in local time, and no document is
    published before it; `expires` is the first day on which it is gone. `interprets` and
    `interpreted_by` hold manuscript paths. `audio` is the text read by a person; `terms` are those of the glossary
    that the body marks, in order: the id of the first one's explanation is "term-1". `shown` are the output paths of
    the files that the body shows or links.
    """

    path: str
    url: str
    column: str
    kind: str
    title: str
    body: Body
    date: dt.datetime | None = None
    source: str = ""
    author: str = ""
    summary: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    number: str = ""
    status: str = ""
    issuer: str = ""
    index_number: str = ""
    topic: str = ""
    written: dt.date | None = None
    draft: bool = False
    expires: dt.date | None = None
    lang: str = "zh-CN"
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    contact: Contact | None = None
    interprets: tuple[str, ...] = ()
    interpreted_by: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    characters: int = 0
    audio: Attachment | None = None
    terms: tuple[Term, ...] = ()
    shown: tuple[str, ...] = ()

    @property
    def files(self) -> frozenset[str]:
        """Output paths of all files that belong to it: attachments, the recording, and what its text shows or links."""
        recording = (self.audio.path,) if self.audio else ()
        return frozenset((*self.shown, *recording, *(attachment.path for attachment in self.attachments)))


@dataclass(frozen=True, slots=True)
class Site:
    """All that was read. `documents` include drafts and those not yet due; planning decides by `today`.

    `bodies` of documents still hold links to manuscripts; `findings` are mistakes in manuscripts and
    settings. Where any has verdict "fail", nothing may be written.
    """

    settings: Settings
    columns: tuple[Column, ...]
    documents: tuple[Document, ...]
    assets: tuple[Asset, ...] = ()
    home: Document | None = None
    findings: tuple[Finding, ...] = ()


# ── 2 planning: Site → Plan ─────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as others see it: metadata only, never the body. `url` is the one in 标准版.

    `lang` is the language of its title, or "" for the site's own.
    """

    title: str
    url: str
    date: dt.datetime | None = None
    summary: str = ""
    kind: str = ""
    status: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One column of the menu with the columns below it."""

    title: str
    url: str
    items: tuple[MenuItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A column with some of its entries, as the home page, a parent column and the site map show it."""

    column: Entry
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Pager:
    """Which of the list pages of a column this is; `urls[i]` is page i + 1."""

    number: int
    urls: tuple[str, ...]


#: The template of a page that is a document's speech script, which is made without one.
SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML file to make; carries everything its HTML shows.

    `path` is where it is written ("zz/zwgk/ghjh/a.html"), `url` the same page in 标准版
    ("zwgk/ghjh/a.html"). `target` is where a redirect page leads, `print_url` where the document lies for printing
    in large type, in the same mode. `speech` is the address of the document's speech script, with its version, and
    `pinyin` that of its page with pinyin, or "". `variant` is "pinyin" on that page.
    Feeds and site maps are pages too, with templates such as "feed.xml".
    """

    path: str
    url: str
    template: str
    mode: Mode
    title: str
    lang: str = "zh-CN"
    description: str = ""
    column: Column | None = None
    document: Document | None = None
    trail: tuple[Entry, ...] = ()
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()
    pager: Pager | None = None
    earlier: Entry | None = None
    later: Entry | None = None
    interprets: tuple[Entry, ...] = ()
    interpreted_by: tuple[Entry, ...] = ()
    target: str = ""
    print_url: str = ""
    speech: str = ""
    pinyin: str = ""
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Views:
    """All pages of one document, in whatever mode, as one closed value: as long as it is the same, and so are frame and
    theme, none of them needs to be looked at."""

    document: Document
    column: Column | None = None
    trail: tuple[Entry, ...] = ()
    earlier: Entry | None = None
    later: Entry | None = None
    interprets: tuple[Entry, ...] = ()
    interpreted_by: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows: settings, menu, and where stylesheets (by mode key) and scripts (by name) lie."""

    settings: Settings
    menu: tuple[MenuItem, ...]
    styles: tuple[tuple[str, str], ...] = ()
    scripts: tuple[tuple[str, str], ...] = ()

    def style(self, mode: str) -> str:
        """Output path of a mode's stylesheet, with its version: "css/elder.css?v=1a2b3c4d"."""
        return dict(self.styles).get(mode, f"css/{mode}.css")

    def script(self, name: str) -> str:
        """Output path of a script of js/, with its version: "js/panel.js?v=1a2b3c4d"."""
        return dict(self.scripts).get(name, f"js/{name}.js")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Documents that `today` keeps out, by reason."""

    drafts: int = 0
    early: int = 0
    expired: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to be made: `views` are the documents, each with all its pages, `singles` all other pages.
    planning.all_pages() gives every page, `counts` says how many of them are HTML by mode key.

    `findings` are mistakes seen only when all documents lie side by side; `withheld` are output paths of files that
    wait with their documents for the day of publishing.
    """

    frame: Frame
    singles: tuple[Page, ...]
    views: tuple[Views, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    findings: tuple[Finding, ...] = ()
    skipped: Skipped = Skipped()
    withheld: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a body: `html` its own lines, `heading` the one it begins with, or None where it has none."""

    html: str
    heading: Heading | None = None


# ── 3 rendering, 4 linting, 5 writing ───────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Outline:
    """A page as audits across pages see it. `links` are hrefs as written, each with its place."""

    path: str
    title: str
    lang: str
    ids: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """What somebody answers for: findings of `rule`, for a `reason`, until a day (the last on which it holds).

    `place` is where that is written. In the settings, `path` says which pages or manuscripts: a pattern such as
    "zwgk/*.html", "" for all. In a comment, `path` is the page and `span` the part of it: from line and column
    up to, not including, line and column. Parts that are missing are "" or None; judge() tells of them.
    `no_date` is what stands for `until` in a comment and is no date.
    """

    rule: str
    place: Place
    path: str = ""
    reason: str = ""
    who: str = ""
    until: dt.date | None = None
    span: tuple[tuple[int, int], tuple[int, int]] | None = None
    no_date: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What linting one page gave. `tally` counts the targets each rule saw, so "passed" and
    "inapplicable" can be told apart; a rule that time did not allow is not in it. `accepted` are the
    comments in the page that accept findings; judge() weighs them."""

    findings: tuple[Finding, ...]
    tally: tuple[tuple[str, int], ...]
    outline: Outline
    accepted: tuple[Accepted, ...] = ()


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished text file. `checked` is None where there is nothing to lint (feed.xml, CSS)."""

    path: str
    text: str
    checked: Checked | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did, as output paths. `foreign` files are not ours: they are kept and named."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kept: int = 0
    removed: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why pages were made: `parts` of their keys that changed ("page.title", "frame.menu" …; "new" for a page that
    was not there, "file" for one whose file was), how many pages of a template, and the path of one."""

    template: str
    parts: tuple[str, ...]
    pages: int
    example: str


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build. `pages` counts pages by mode key, `terms` explained words marked in documents;
    `seconds` is wall time, and `spent` where it went. `made` are the paths of pages that were rendered, the others
    being as before. `checked` is what linting gave for each page, if it was asked for, with the `rules` that were
    run; `findings` are all that count, `aside` those accepted; `mistakes` are the findings, with what several modes
    share there once."""

    written: Written
    findings: tuple[Finding, ...]
    pages: tuple[tuple[str, int], ...] = ()
    skipped: Skipped = Skipped()
    terms: int = 0
    seconds: float = field(default=0.0, compare=False)
    checked: tuple[tuple[str, Checked], ...] = ()
    rules: tuple[str, ...] = ()
    aside: tuple[tuple[Finding, Accepted | None], ...] = ()
    made: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    spent: tuple[tuple[str, float], ...] = field(default=(), compare=False)
    mistakes: tuple[Mistake, ...] = ()

    @property
    def failed(self) -> int:
        return sum(finding.grade == "fail" for finding in self.findings)

    @property
    def modes(self) -> tuple[str, ...]:
        """Keys of the reading modes that the site has."""
        return tuple(key for key, _ in self.pages)


# ── importing ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Guess:
    """One thing an importer concluded. `line` is in the imported file. `applied` is False for a
    proposal that changes the author's words and waits for --fix: it would put `after` in the place of
    `before`, which begins on line `at` of the draft's body."""

    line: int
    rule: str
    message: Text
    before: str = ""
    after: str = ""
    applied: bool = True
    at: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A manuscript made by an importer. `fields` are front matter keys and values in order; the value None
    says that a needed field was not found and a person must fill it in."""

    fields: tuple[tuple[str, object], ...]
    body: str
    guesses: tuple[Guess, ...] = ()
