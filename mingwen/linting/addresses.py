"""Addresses of links as pages write them: joined and taken apart, however broken they are."""

from __future__ import annotations

from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

NOWHERE = SplitResult("", "", "", "", "")


def joined(base: str, href: str) -> str:
    """`href` as seen from `base`; as it is where one of them is no address, such as "http://["."""
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def split(address: str) -> SplitResult:
    """The parts of an address, all empty where it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return NOWHERE


def without_fragment(address: str) -> str:
    """Without # and what follows."""
    try:
        return urldefrag(address)[0]
    except ValueError:
        return address
