"""Broken HTML and CSS, 10,000 pages of it: python -m benchmarks.mutate [COUNT] [SEED]

Each page is a mutation of the examples of all rules: cut, doubled, mixed, nested deep, with noise in markup and
stylesheets. What counts: no exception, no page over its time, no memory that grows. The same seed gives the same pages.
"""

from __future__ import annotations

import gc
import platform
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator

from mingwen import __version__
from mingwen.linting import RULES, Styles, lint

MARKUP = [
    "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&", "&#0;", "&#x110000;", "&lt", '"', "'",
    "=", "\x00", "\r", "\ufeff", "\ud83d", "😀", "<p>", "</p>", "<table>", "<tr>", "</table>",
    "<td colspan=99999999>", "<th rowspan=-1>", "<svg>", "<math>", "</svg>", "<select>", "<option>",
    "<template>", "<template shadowrootmode=open>", "<slot name=a>", "<style>", "</style>", "<script>",
    "</script>", "<textarea>", "<title>", "<plaintext>", "<frameset>", "<body>", "<html lang>", "<a href=#a>",
    "<label for=a>", "<input id=a>", "<button aria-labelledby='a b'>", "<div role=none tabindex=0 id=a>",
    "<iframe srcdoc='<p>'>", "<meta http-equiv=refresh content=1>",
    "<div style='color:var(--a);--a:var(--b);--b:var(--a)'>", "<noscript>", "<dialog>", "<details>", "<form>",
    "<area>", "<object>",
]  # fmt: skip
CSS = [
    "{", "}", "(", ")", "[", "]", ";", ":", "!important", "@media", "@media (min-width:", "@supports not (",
    "@layer a, b;", "@import", "/*", "*/", "\\", "\\0", "url(", "calc(1px +", "calc(" * 9, "var(--a)",
    "--a: var(--a)", "clamp(1px, 2em, 3%)", ":is(" * 9, ":not(*)", "::before", "*", "> +", "#a", ".a", "[a~='",
    "1e999px", "-0", "NaN", "rgb(0 0 0 / 50%)", "color-mix(in oklch, red, blue)", "currentcolor", "inherit",
    "display:none", "font: 0/0 a", "color: #12", "opacity: 1e-9", "position: fixed; left: -99999px",
    "content: 'x'", "\x00", "𝟙",
]  # fmt: skip


def mutants(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Pages and the stylesheet that each links, the same for the same seed."""
    chance = random.Random(seed)
    pages = [example.html for rule in RULES.values() for example in (*rule.bad, *rule.good)]
    sheets = [text for rule in RULES.values() for example in (*rule.bad, *rule.good) for _, text in example.sheets]
    sheets += [
        ":root { --mw-bg: #fff } p > a:hover { color: var(--mw-bg, #eee) } @media print { .a { display: none } }"
    ]
    for _ in range(count):
        page = chance.choice(pages)
        sheet = mutate(chance.choice(sheets), sheets, CSS, chance)
        page = mutate(page, pages, MARKUP, chance)
        if chance.random() < 0.4:
            page = f"<style>{mutate(sheet, sheets, CSS, chance)}</style>{page}"
        if chance.random() < 0.05:
            page = chance.choice(MARKUP) * chance.choice((300, 3000, 30_000)) + page
        yield f"<link rel=stylesheet href=a.css>{page}", sheet


def mutate(text: str, others: list[str], noise: list[str], chance: random.Random) -> str:
    """One to eight changes."""
    for _ in range(chance.randint(1, 8)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.randint(0, 40))
        change = chance.randrange(6)
        if change == 0:
            text = text[:start] + text[end:]
        elif change == 1:
            text = text[:end] + text[start:]
        elif change == 2:
            text = text[:start] + chance.choice(noise) + text[start:]
        elif change == 3:
            other = chance.choice(others)
            text = text[:start] + other[chance.randint(0, len(other)) :] + text[end:]
        elif change == 4:
            text = text[:start] + text[start:end] * chance.choice((2, 3, 50)) + text[end:]
        else:
            text = text[:start] + chr(chance.choice((0, 9, 32, 34, 60, 0x4E2D, 0x202E, 0xFFFD, 0x1F600))) + text[start:]
    return text


def main(count: int = 10_000, seed: int = 1) -> int:
    """Lint them all and print what happened; 1 if anything went wrong."""
    wrong: Counter[str] = Counter()
    limits: Counter[str] = Counter()
    times: list[float] = []
    slowest = (0.0, "")
    memory: list[int] = []
    started = time.perf_counter()
    for number, (page, sheet) in enumerate(mutants(count, seed)):
        begun = time.process_time()
        try:
            findings = lint(page, path="a.html", styles=Styles({"a.css": sheet})).findings
            limits.update(it.rule for it in findings if it.rule.endswith("-limit"))
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            wrong[f"{type(error).__name__}: {error}"[:200]] += 1
            sys.stdout.write(f"page {number} of seed {seed}: {error!r}\n")
        times.append(time.process_time() - begun)
        slowest = max(slowest, (times[-1], f"page {number}, {len(page):,} characters"))
        if number % (count // 10 or 1) == 0:
            gc.collect()
            memory.append(rss())
    times.sort()
    print(f"mingwen {__version__}, Python {platform.python_version()}, {platform.machine()}, {len(RULES)} rules")
    print(f"{count:,} broken pages, seed {seed}, in {time.perf_counter() - started:.0f} s")
    print(f"exceptions: {sum(wrong.values())}   stopped at a limit: {dict(limits) or 0}")
    print(f"ms of work a page: median {times[count // 2] * 1e3:.1f}, 99 % under {times[count * 99 // 100] * 1e3:.0f}, "
          f"slowest {slowest[0] * 1e3:.0f} ({slowest[1]})")  # fmt: skip
    print(f"MB held after each tenth: {' '.join(str(each // 1024) for each in memory)}")
    print(f"again: python -m benchmarks.mutate {count} {seed}")
    return 1 if wrong else 0


def rss() -> int:
    """KiB that the process holds now; the most it ever held where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no file of ours
            return int(file.read().split()[1]) * resource.getpagesize() // 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
