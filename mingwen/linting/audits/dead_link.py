"""dead-link: a link inside the site leads to a page, file or heading that is not there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from mingwen.linting.audits import Audit, Pages
from mingwen.linting.styles import REMOTE
from mingwen.model import Finding, Link, Outline, Place, Text

# From so many files on that are not there, if they are more than this share, the folder is hardly the site.
MANY, MOST = 20, 0.8


def check(pages: Pages) -> Iterator[Finding]:
    """Every link of every page that leads nowhere."""
    for outline in pages.outlines:
        for link in outline.links:
            yield from follow(link, outline, pages)


def follow(link: Link, outline: Outline, pages: Pages) -> Iterator[Finding]:
    """What is wrong with one link; links that leave the site are not followed."""
    if REMOTE.match(link.href):
        return
    address, _, fragment = link.href.partition("#")
    target = locate(address.split("?", 1)[0], outline.path, pages)
    if target is None:
        return
    if target not in pages.by_path and target not in pages.files:
        yield finding(link, "no-file", target=target)
        return
    page = pages.by_path.get(target)
    fragment = unquote(fragment)
    if (
        page
        and fragment
        and fragment not in page.ids
        and fragment.lower() != "top"
        and not fragment.startswith((":~:", "!", "/"))
    ):
        yield finding(link, "no-fragment", target=target, fragment=fragment)


def locate(address: str, page: str, pages: Pages) -> str | None:
    """Where an address leads, from the site's root; None where it leaves the part of the server that we know."""
    path = unquote(address)
    if not path:
        return page
    if path.startswith("/"):
        if not path.startswith(pages.root_path):
            return None
        target = path.removeprefix(pages.root_path)
    else:
        target = posixpath.join(posixpath.dirname(page), path)
    target = posixpath.normpath(target) if target else "."
    if target.startswith("../") or target == "..":
        return None
    # Servers send a folder's name without its slash on to the folder.
    index = posixpath.normpath(posixpath.join(target, "index.html"))
    folder = address.endswith("/") or target == "." or index in pages.files or index in pages.by_path
    return index if folder else target


def lacking(pages: Pages) -> tuple[int, int] | None:
    """How many files that pages link to are not there, and how many they link to; None where they are not most of many.

    Where they are, the folder is hardly the site, and to tell of each would say nothing about it.
    """
    wanted = {
        target
        for outline in pages.outlines
        for link in outline.links
        if not REMOTE.match(link.href)
        and (target := locate(link.href.partition("#")[0].split("?", 1)[0], outline.path, pages)) is not None
        and target != outline.path
    }
    gone = {target for target in wanted if target not in pages.by_path and target not in pages.files}
    return (len(gone), len(wanted)) if len(gone) >= MANY and len(gone) > MOST * len(wanted) else None


def instead(place: Place, gone: int, wanted: int) -> Finding:
    """The one question that stands for all links of a folder that is hardly the site."""
    message = DEAD_LINK.says["partial"].fill(gone=gone, wanted=wanted)
    return Finding(DEAD_LINK.id, "partial", "ask", place, message)


def finding(link: Link, says: str, **values: str) -> Finding:
    """A failure at the link, with its href as quote."""
    message = DEAD_LINK.says[says].fill(**values)
    return Finding(DEAD_LINK.id, says, "fail", link.place, message, quote=link.href[:80])


DEAD_LINK = Audit(
    id="dead-link",
    name=Text("站内链接要通", "Links inside the site lead somewhere"),
    why=Text(
        "点开是“找不到网页”，读者只好放弃，读屏用户还要一步步退回来。",
        "A page that is not found ends the visit; screen reader users must find their way back step by step.",
    ),
    basis=("RFC 9110 15.5.5",),
    says={
        "no-file": Text(
            "这里指向“{target}”，站里没有这个文件。请改正地址，或补上文件。",
            "This leads to {target!r}, which is not on the site. Correct the address or add the file.",
        ),
        "partial": Text(
            "网页指向 {wanted} 个站内文件，这个文件夹里没有其中 {gone} 个。请人工确认：它是完整的网站吗？"
            "不是的话，请把 --root 指到网站的根文件夹，或加 --skip dead-link。",
            "Pages lead to {wanted} files of the site; {gone} are not in this folder. Is it the whole site? If not, "
            "let --root name the site's root, or add --skip dead-link.",
        ),
        "no-fragment": Text(
            "页面“{target}”里没有 id 为“{fragment}”的位置。请改正链接里 # 后面的部分。",
            "Page {target!r} has no element with id {fragment!r}. Correct the part after #.",
        ),
    },
    check=check,
)
