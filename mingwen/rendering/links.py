"""Links between pages: relative, with index.html spelt out, so that they hold from file:// and below any path.

404.html is the exception: a server shows it at whatever address was asked for, so its links begin with
the site's root path.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from mingwen.model import Mode, Page, Settings

NOT_FOUND = "404.html"
_REST = re.compile("[?#]")
# It begins with what is rare and looks back from there, which is several times as fast as asking at each space.
_INNER = re.compile(r'="(?:(?<= href=")|(?<= src=")|(?<= poster="))(?P<kind>site|asset):/(?P<path>[^"]*)"')


def relative(here: str, there: str) -> str:
    """The way from output file `here` to output file `there`; a query or fragment of `there` is kept.

    >>> relative("zz/zwgk/a.html", "zz/index.html")
    '../index.html'
    """
    return _from_folder(here.rpartition("/")[0], there)


@lru_cache(maxsize=4096)
def _from_folder(here: str, there: str) -> str:
    """The way from a folder. Kept: hundreds of pages lie in one and show the same menu."""
    folder = here.split("/") if here else []
    path, mark, rest = _cut(there)
    steps = path.split("/")
    same = 0
    while same < min(len(folder), len(steps) - 1) and folder[same] == steps[same]:
        same += 1
    return quote("../" * (len(folder) - same) + "/".join(steps[same:]), safe="/%") + mark + rest


def _cut(url: str) -> tuple[str, str, str]:
    found = _REST.search(url)
    return (url, "", "") if found is None else (url[: found.start()], found[0], url[found.end() :])


def link(page: Page, settings: Settings, there: str) -> str:
    """The href on `page` for output file `there`."""
    return settings.root_path + quote(there, safe="/%?#=&") if page.path == NOT_FOUND else relative(page.path, there)


def view(page: Page, settings: Settings, mode: Mode) -> str:
    """The href of the same page in another mode.

    The 404 page stands for no page, so its other modes are their home pages; a redirect's are its target's.
    """
    there = "index.html" if page.path == NOT_FOUND else page.target or page.url
    return link(page, settings, mode.prefix + there)


def absolute(settings: Settings, path: str) -> str:
    """The full address of output file `path`."""
    return f"{settings.base_url.rstrip('/')}/{quote(path, safe='/%?#=&')}"


def resolve(html: str, page: Page, settings: Settings) -> str:
    """A body's `site:/` and `asset:/` links as hrefs of this page: pages in its own mode, files once for all modes."""

    def inner(match: re.Match[str]) -> str:
        prefix = page.mode.prefix if match["kind"] == "site" else ""
        return f'="{link(page, settings, prefix + match["path"])}"'

    return _INNER.sub(inner, html)
