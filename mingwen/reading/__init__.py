"""Chapter 1, files → Site. Comes in: a folder with pyproject.toml, content/ and static/. Goes out: frozen values.

settings      pyproject.toml → Settings
columns       folders → Column
parse         one manuscript → Parsed (front matter, Markdown), in any process
join          all Parsed together: links, addresses, interpretations → Document
"""

from __future__ import annotations

from pathlib import Path

from mingwen.each import Each, serial
from mingwen.model import Site

__all__ = ["read"]


def read(root: Path, each: Each = serial) -> Site:
    """Read a site. Mistakes in manuscripts are findings of the Site; raises SettingsError where there is no telling
    what the site is. The same files give the same Site, in the same order."""
    from mingwen.reading.reader import read_site

    return read_site(root, each)
