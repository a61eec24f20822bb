"""Where a link of a manuscript leads, once all files are known."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal
from urllib.parse import quote, unquote

from mingwen.model import HANT, MODES, Asset, Column, Document, Finding, Link, Text
from mingwen.reading.assets import file_type, weight
from mingwen.reading.files import COLUMN
from mingwen.reading.nearest import nearest
from mingwen.reading.outcome import ask, fail
from mingwen.reading.parsed import SCHEME, Kept, Parsed, Passage, Reference, Target, alias_path

DRIVE = re.compile(r"[A-Za-z]:|file:|\\\\", re.IGNORECASE)
GAP = re.compile("\0([hs])([0-9]+)\0")
# A host without its scheme.
OUTSIDE = re.compile(r"(www\.[A-Za-z0-9-]+|[A-Za-z0-9-]+)(\.[A-Za-z0-9-]+)*\.(com|cn|org|net|gov|edu)(:\d+)?(/|$)")
# Pages that planning makes beside those of manuscripts and columns.
OF_ITS_OWN = re.compile(r"^(404|help|accessibility)\.html$|(^|/)index_[0-9]+\.html$|\.[a-z-]+\.html$")
IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".avif"}

Kind = Literal["link", "image", "attachment", "manuscript"]
MISSING: dict[Kind, tuple[str, str]] = {
    "link": ("找不到链接的目标", "The link target"),
    "image": ("找不到图片", "The image"),
    "attachment": ("找不到附件", "The attachment"),
    "manuscript": ("找不到稿件", "The manuscript"),
}


class Places:
    """All that a link can lead to, by the path it has below content/. `passage` fetches the long part of a manuscript:
    it is asked for only where a link names a place in one."""

    def __init__(
        self,
        columns: Iterable[Column],
        kept: Mapping[str, Kept],
        assets: Iterable[tuple[str, Asset]],
        passage: Callable[[str], Passage],
        base_url: str = "",
        static: Iterable[str] = (),
    ) -> None:
        self.passage = passage
        self.base = f"{base_url.rstrip('/')}/" if base_url else ""
        self.static = frozenset(static)
        self.parsed = {path.removeprefix("content/"): each.parsed for path, each in kept.items()}
        self.columns = {each.folder: each for each in columns}
        self.assets = dict(assets)
        pages = {each.url: each.url for each in self.columns.values()}
        self.pages = {"index.html": "index.html", "sitemap.html": "sitemap.html"} | pages
        self.pages |= {each.document.url: each.document.url for each in self.parsed.values()}
        self.by_url = {each.document.url: each for each in self.parsed.values()}

    def target(self, reference: Reference, of: Document) -> tuple[Target, Finding | None]:
        """Where a link or image of a document leads; with a finding where it leads nowhere."""
        href, place = reference.link.href, reference.link.place
        if DRIVE.match(unquote(href)):
            zh, en = f"“{unquote(href)}”是本机上的路径，别人打不开。", f"{unquote(href)} is a path on one computer."
            zh, en = (
                zh + "请把文件放到稿件旁边，只写文件名。",
                en + " Put the file beside the manuscript and link its name.",
            )
            return Target("#"), fail("link-target", place, zh, en, href)
        if SCHEME.match(href) or href.startswith("//"):
            return Target(href), self._own_page(reference.link)
        path, _, fragment = href.partition("#")
        path = path.partition("?")[0]
        if not path:
            return self._own(fragment, reference.link, of)
        where = below(path, of.path)
        if where is not None:
            if (page := self._page(where)) is not None:
                return self._with_fragment(page, fragment, reference.link)
            if asset := self.assets.get(where):
                suffix = "" if reference.kind == "image" else _suffix(asset, of.lang)
                return Target(f"asset:/{quote(asset.path)}", suffix), None
        return Target("#"), self._missing(reference.link, where, reference.kind)

    def _own_page(self, link: Link) -> Finding | None:
        """A question about a whole address of this very site where no page is known. No mistake: some pages, such as
        those of help, are only planned later."""
        if not self.base or not link.href.startswith(self.base):
            return None
        path = unquote(link.href.removeprefix(self.base)).partition("#")[0].partition("?")[0]
        for mode in (*MODES, HANT):
            path = path.removeprefix(mode.prefix)
        path = f"{path}index.html" if not path or path.endswith("/") else path
        if not path.endswith(".html") or path in self.static or path in self._pages_made() or OF_ITS_OWN.search(path):
            return None
        zh = f"本站没有“{path}”这个网页。请人工确认网址；站内的网页最好链接到稿件，如 (../tzgg/a.md)，写错了会指出来。"
        en = f"This site has no page {path}. Check it; better link the manuscript, such as (../tzgg/a.md)."
        return ask("link-target", link.place, zh, en, link.href)

    def _pages_made(self) -> frozenset[str]:
        old = (alias_path(link.href) for each in self.parsed.values() for link in each.aliases)
        return frozenset((*self.pages, *(asset.path for asset in self.assets.values()), *old))

    def manuscript(self, link: Link, of: Document) -> Parsed | None:
        where = below(link.href, of.path)
        return self.parsed.get(where) if where else None

    def asset(self, link: Link, of: Document) -> Asset | None:
        where = below(unquote(link.href), of.path)
        return self.assets.get(where) if where else None

    def missing(self, link: Link, of: Document, kind: Kind) -> Finding:
        return self._missing(link, below(link.href, of.path), kind)

    def _page(self, where: str) -> str | None:
        folder = where.removesuffix(COLUMN).rstrip("/")
        if where in self.parsed:
            return self.parsed[where].document.url
        if folder in self.columns:
            return self.columns[folder].url
        if where in ("", "."):
            return "index.html"
        return self.pages.get(where)

    def _own(self, fragment: str, link: Link, of: Document) -> tuple[Target, Finding | None]:
        found, finding = self._fragment(fragment, self.by_url[of.url], link)
        return Target(f"#{quote(found)}"), finding

    def _with_fragment(self, url: str, fragment: str, link: Link) -> tuple[Target, Finding | None]:
        parsed, finding = self.by_url.get(url), None
        if fragment and parsed:
            fragment, finding = self._fragment(fragment, parsed, link)
        return Target(f"site:/{quote(url)}" + (f"#{quote(fragment)}" if fragment else "")), finding

    def _fragment(self, fragment: str, parsed: Parsed, link: Link) -> tuple[str, Finding | None]:
        """The id that a fragment means: an id of the page, or the words of one of its headings."""
        if not fragment:
            return fragment, None
        where = parsed.document.path
        passage = self.passage(where)
        if fragment in passage.ids:
            return fragment, None
        for heading in passage.headings:
            if fragment in (heading.text, heading.number + heading.text):
                return heading.id, None
        words = [heading.number + heading.text for heading in passage.headings]
        close = nearest(fragment, [*words, *sorted(passage.ids)])
        hint = Text(f"，是不是“#{close}”？", f"; did you mean #{close}?") if close else Text("。", ".")
        zh, en = f"{where} 里没有“#{fragment}”这个位置{hint.zh}", f"{where} has no place #{fragment}{hint.en}"
        return "", fail("link-target", link.place, zh, en, link.href)

    def _missing(self, link: Link, where: str | None, kind: Kind) -> Finding:
        typed = link.href
        if where is None:
            zh, en = f"“{typed}”指到 content/ 外面去了。", f"{typed} leads out of content/."
            return fail("link-target", link.place, zh, en, typed)
        if kind == "link" and OUTSIDE.match(typed):
            zh, en = (
                f"网址“{typed}”没有写全，请写成 https://{typed}。",
                f"{typed} is no whole address; write https://{typed}.",
            )
            return fail("link-target", link.place, zh, en, typed)
        if page := self.by_url.get(typed.lstrip("/").partition("#")[0]):
            folder = posixpath.dirname(link.place.path)
            own = posixpath.relpath(page.document.path, folder)
            zh = f"从这篇稿件的文件夹算起，没有“{typed}”。请链接到稿件：{own}，或从头写网址：/{page.document.url}。"
            en = f"{typed} does not exist beside this manuscript. Link {own}, or write /{page.document.url}."
            return fail("link-target", link.place, zh, en, typed)
        close = _nearest_file(where, self._candidates(where, kind))
        hint = Text("。", ".")
        if close:
            folder = posixpath.dirname(link.place.path.removeprefix("content/"))
            shown = f"/{close}" if typed.startswith("/") else posixpath.relpath(close, folder or ".")
            hint = Text(f"，是不是“{shown}”？", f"; did you mean {shown}?")
        zh, en = MISSING[kind]
        return fail(
            "link-target", link.place, f"{zh}“{typed}”{hint.zh}", f"{en} {typed} does not exist{hint.en}", typed
        )

    def _candidates(self, where: str, kind: Kind) -> list[str]:
        """What could have been meant: for an image other images, for a manuscript other manuscripts, and so on."""
        extension = posixpath.splitext(where)[1].lower()
        if kind == "manuscript" or extension == ".md":
            return list(self.parsed)
        if kind == "image" or extension in IMAGES:
            return [path for path in self.assets if posixpath.splitext(path)[1].lower() in IMAGES]
        if kind == "attachment" or extension:
            return list(self.assets)
        return [folder + "/" for folder in self.columns]


def fill(html: str, targets: Sequence[Target]) -> str:
    """HTML with its gaps closed."""

    def put(found: re.Match[str]) -> str:
        target = targets[int(found[2])]
        return {"h": target.href.replace("&", "&amp;").replace('"', "&quot;"), "s": target.suffix}[found[1]]

    return GAP.sub(put, html)


def below(path: str, manuscript: str) -> str | None:
    """A path as typed in a manuscript, as a path below content/; None where it leads out of it."""
    path = unicodedata.normalize("NFC", path.replace("\\", "/"))
    folder = posixpath.dirname(manuscript.removeprefix("content/"))
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    normal = posixpath.normpath(joined) if joined else ""
    return None if normal.startswith("..") else "" if normal == "." else normal


def _suffix(asset: Asset, lang: str) -> str:
    name = file_type(asset.path)
    if lang.startswith("zh"):
        return f"（{name.zh}，{weight(asset.size)}）"
    return f" ({name.en}, {weight(asset.size)})"


def _nearest_file(where: str, candidates: Iterable[str]) -> str:
    """The file with the most similar name, in the same folder where there is one."""
    folder, name = posixpath.split(where.rstrip("/"))
    stem = posixpath.splitext(name)[0]
    stems: dict[str, str] = {}
    for path in sorted(candidates, key=lambda path: (posixpath.dirname(path.rstrip("/")) != folder, path)):
        stems.setdefault(posixpath.splitext(posixpath.basename(path.rstrip("/")))[0], path)
    return stems.get(nearest(stem, stems), "")
