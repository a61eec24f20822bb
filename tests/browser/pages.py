"""Which pages of the sample site stand for which kind, and the modes and screens to see them in."""

from __future__ import annotations

from mingwen.model import MODES

PAGES = {
    "home": "index.html",
    "parent column": "zwgk/index.html",
    "column": "zwgk/dt/index.html",
    "report with a table": "zwgk/ghjh/2023-fazhi-zhengfu.html",
    "policy": "zwgk/zcwj/2026-fayuan-bianmin.html",
    "repealed policy": "zwgk/zcwj/2021-fayuan-bianmin.html",
    "interpretation": "zwgk/zcjd/2026-fayuan-bianmin.html",
    "notice with files": "zwgk/tzgg/2026-zhiyuanzhe-zhaomu.html",
    "picture": "ggfw/fwzn/fayuan-shenqing.html",
    "questions": "ggfw/cjwt/fayuan-wenda.html",
    "English": "ggfw/fwzn/legal-aid-in-brief.html",
    "single page": "zwgk/jgzn/zhineng.html",
    "site map": "sitemap.html",
    "help": "help.html",
    "statement": "accessibility.html",
}
#: Those that have a text of their own, the same in every mode.
DOCUMENTS = [name for name, url in PAGES.items() if url.count("/") == 2 and not url.endswith("index.html")]
LONG_PAGES = {
    "first list page": "tzgg/index.html",
    "second list page": "tzgg/index_2.html",
    "empty column": "kong/index.html",
}
REDIRECT = "tzgg/2025/t20250312_1001.html"
MODE_PREFIXES = {mode.key: mode.prefix for mode in MODES}
SCREENS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}
#: One page of each shape, for what is looked at in many states: lists, text with contents and table, pictures, links.
SHAPES = ("home", "column", "report with a table", "picture", "site map", "help")


def urls(mode: str) -> list[str]:
    """Every kind of page in a mode, below the address of the site: in 长者版 a section and the large print too."""
    prefix = MODE_PREFIXES[mode]
    found = [prefix + url for url in PAGES.values()]
    if mode == "standard":
        found += ["404.html", REDIRECT]
    if mode == "elder":
        report = prefix + PAGES["report with a table"]
        found += [report + "#h-2-cun-zai-de-bu-zu", report + "#text", report.replace(".html", ".print-l.html")]
    return found
