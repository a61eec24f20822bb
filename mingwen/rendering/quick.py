"""What Jinja does for each value shown and each call on a page, a short way: most values are words that many pages
show, and most calls are of macros and of plain functions."""

from __future__ import annotations

from functools import lru_cache
from types import FunctionType, MethodType
from typing import Any

from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from markupsafe import Markup, escape

#: Characters; longer values are escaped each time and not kept.
SHORT = 200
PLAIN = (FunctionType, MethodType)


def shown(value: Any) -> str:
    """The value as it stands in HTML."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return _escaped(value) if kind is str and len(value) <= SHORT else escape(value)


_escaped = lru_cache(maxsize=4096)(escape)


class QuickContext(Context):
    """Jinja's context, with a short way for calls of which it knows that they do not ask for it."""

    @internalcode
    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        kind = type(called)
        if kind is Macro:
            args = (self.eval_ctx, *args)
        elif kind not in PLAIN or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **kwargs)
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        try:
            return called(*args, **kwargs)
        except StopIteration:
            return self.environment.undefined("a callable raised a StopIteration exception")
