"""What is worked out of a whole page once and then remembered by the page, for the rules that share it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from mingwen.linting.dom import Node, Page

T = TypeVar("T")


def once_a_page(make: Callable[[Page], T]) -> Callable[[Node | Page], T]:
    """Makes a function of a page one that works its answer out when first asked, by the page or any node of it.

    The answer is shared by all who ask: it is not to be changed.
    """
    key = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def remembered(where: Node | Page) -> T:
        page = where if isinstance(where, Page) else where.page
        memory: dict[str, T] = page.memory
        if key not in memory:
            memory[key] = make(page)
        return memory[key]

    return remembered
