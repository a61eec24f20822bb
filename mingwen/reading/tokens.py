"""Makers of markdown-it tokens."""

from __future__ import annotations

from typing import Literal

from markdown_it.token import Token


def block(tag: str, nesting: Literal[-1, 0, 1], like: Token, **attrs: str) -> Token:
    """A block token at the line of another; attribute names are written with "_" for "-"."""
    suffix = {1: "_open", -1: "_close", 0: ""}[nesting]
    token = Token(f"{tag}{suffix}", tag, nesting, block=True, map=like.map, level=like.level)
    token.attrs = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
    return token


def inline(text: str, like: Token) -> Token:
    """An inline token that holds plain text."""
    return Token("inline", "", 0, content=text, children=[Token("text", "", 0, content=text)], map=like.map)
