"""Where the default theme lies: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path


def theme_root() -> Path:
    """The folder that holds the default `templates/` and `static/`."""
    package = Path(__file__).resolve().parent
    wheel = package / "_theme"
    return wheel if wheel.is_dir() else package.parent
