"""The theme's scripts go out light and do the same; a site's own go out as they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

from mingwen.lightening import light, lighten
from mingwen.model import Asset
from mingwen.theme_root import theme_root

SCRIPTS = sorted((theme_root() / "static/js").glob("*.js"))


def asset(path: str, source: Path) -> Asset:
    data = source.read_bytes()
    return Asset(path, str(source), hashlib.sha256(data).hexdigest(), len(data))


def test_comments_blank_lines_and_indentation_go() -> None:
    script = (
        "/* What\n   it does. */\n(() => {\n  // why\n\n"
        '  const a = "// no comment";\n  const b = `kept\n  as is`;\n  return /[/*]/.test(a + b);\n})();\n'
    )

    assert light(script) == ('(()=>{const a="// no comment";const b=`kept\n  as is`;return/[/*]/.test(a+b);})();\n')


def test_all_scripts_of_the_site_together_stay_light() -> None:
    """Issue 4: at most 20 KB."""
    sizes = {path.name: len(light(path.read_text("utf-8")).encode()) for path in SCRIPTS}

    assert sum(sizes.values()) <= 20_000, sizes


def test_own_script_of_a_site_is_copied_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "static/js/own.js"
    own.parent.mkdir(parents=True)
    own.write_text("// mine\n", "utf-8")
    scripts, rest = lighten((asset("js/own.js", own), asset(f"js/{SCRIPTS[0].name}", SCRIPTS[0])), tmp_path)

    assert [each.path for each in scripts] == [f"js/{SCRIPTS[0].name}"]
    assert [each.path for each in rest] == ["js/own.js"]
