"""The docs tell all there is, and what they show is so: examples are read, links lead somewhere, twins are alike."""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
from pydantic import BaseModel, ValidationError

import mingwen
from mingwen.cli import COMMANDS
from mingwen.errors import SettingsError
from mingwen.model import Finding, Lang
from mingwen.reading.extensions.containers import ASIDES, SIGN_OFF
from mingwen.reading.extensions.raw_html import TAGS
from mingwen.reading.frontmatter import compose
from mingwen.reading.schema import (
    KINDS,
    SCHEMAS,
    STATUSES,
    UPDATE_CLASSES,
    AttachmentForm,
    ColumnForm,
    ContactForm,
    Form,
    ModesForm,
    OverrideForm,
    PageForm,
    PolicyForm,
)
from mingwen.reading.settings import ContactTable, Table, load
from tests.tiny import lay

ROOT = Path(__file__).parent.parent
WRITING = (ROOT / "docs/writing.md").read_text("utf-8")
SETTINGS = (ROOT / "docs/settings.md").read_text("utf-8")
COMMANDS_PAGE = (ROOT / "docs/commands.md").read_text("utf-8")
READMES = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md")}
PAGES = sorted([*ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
LANGS: tuple[Lang, Lang] = ("zh", "en")

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
PATH = re.compile(r"^`(content/[^`]+\.md)`\n\n\Z", re.M)
SITE = '[tool.mingwen]\nname = "某市司法局"\nbase_url = "https://www.example.gov.cn/"\n'


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# ── reading Markdown, simply ────────────────────────────────────────────────────────────────────


def section(page: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or above; headings in code are none."""
    bare = FENCE.sub(lambda block: block[0].replace("#", " "), page)
    level = len(heading) - len(heading.lstrip("#"))
    start = bare.index(f"\n{heading}\n") + 1
    end = re.search(rf"^#{{1,{level}}} ", bare[start + len(heading) :], re.M)
    return page[start : start + len(heading) + end.start()] if end else page[start:]


def without_code(page: str) -> str:
    return FENCE.sub("", page)


def tables(page: str) -> list[list[list[str]]]:
    """Every table as rows of cells, without its ruler."""
    found: list[list[list[str]]] = []
    before = ""
    for line in without_code(page).split("\n"):
        if line.startswith("|"):
            if not before.startswith("|"):
                found.append([])
            found[-1].append([cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
        before = line
    return [[rows[0], *rows[2:]] for rows in found]


def code(cell: str) -> str:
    """The first words of a cell that are set as code."""
    found = re.search(r"`([^`]+)`", cell)
    return found[1] if found else ""


# ── links, twins ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_links_lead_to_files(path):
    """And their fragments to headings."""
    lost = []
    for target in re.findall(r"\]\(([^)\s]+)", without_code(path.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, fragment = unquote(target).partition("#")
        file = path.parent / name if name else path
        if not file.is_file() or (fragment and fragment not in anchors(file.read_text("utf-8"))):
            lost.append(target)

    assert not lost


def anchors(page: str) -> set[str]:
    """Ids of headings as forges make them: small letters, no punctuation but - and _, spaces as -."""
    headings = re.findall(r"^#+ (.+)$", without_code(page), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-") for heading in headings}


def test_readmes_have_the_same_headings():
    levels = [[len(marks) for marks in re.findall(r"^(#+) ", without_code(page), re.M)] for page in READMES.values()]

    assert levels[0] == levels[1]
    assert len(levels[0]) > 5


def test_readmes_show_the_same_code():
    """But for comments."""
    shown = [
        [(kind, re.sub(r"\s*#.*", "", text) if kind == "sh" else text) for kind, text in FENCE.findall(page)]
        for page in READMES.values()
    ]

    assert shown[0] == shown[1]
    assert shown[0]


def test_readmes_list_the_same_commands():
    """The first columns are alike, but for the names of what a reader puts in: FILE, 标题."""
    columns = [
        [re.sub(r"[\u4e00-\u9fff]+|\b[A-Z]+\b", "X", row[0]) for rows in tables(page) for row in rows[1:]]
        for page in READMES.values()
    ]

    assert columns[0] == columns[1]
    assert columns[0]


@pytest.mark.parametrize("name", READMES)
def test_the_manuscript_of_the_readme_reads(name, tmp_path):
    blocks = [text for kind, text in FENCE.findall(READMES[name]) if kind == "markdown"]
    lay(tmp_path, {"pyproject.toml": SITE, "content/tzgg/_column.md": "---\n名称: 通知公告\n---\n"})
    for number, text in enumerate(blocks):
        put(tmp_path, f"content/tzgg/{number}.md", text)
        beside(tmp_path / "content/tzgg", text)

    assert blocks
    assert not mingwen.read(tmp_path).findings


# ── commands ────────────────────────────────────────────────────────────────────────────────────


def commands(name: str) -> Iterator[tuple[str, click.Command]]:
    """The command and, where it is a group, those below it, by their full names."""
    command: click.Command = import_module(f"mingwen.cli.{COMMANDS[name]}").command
    if isinstance(command, click.Group):
        yield from ((f"{name} {below}", each) for below, each in command.commands.items())
    else:
        yield name, command


def options(command: click.Command) -> set[str]:
    """Every spelling of every option but --help and --lang, which all commands have."""
    found = {
        word
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for word in (*parameter.opts, *parameter.secondary_opts)
    }
    return found - {"--help", "--lang"}


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_and_their_options_are_told(name):
    """Each has its section, and the section's table lists exactly its options."""
    for full, command in commands(name):
        told = section(COMMANDS_PAGE, f"## mingwen {full}")
        listed = {word for rows in tables(told) for row in rows[1:] for word in re.findall(r"`(--?[\w-]+)", row[0])}

        assert listed == options(command), full


@pytest.mark.parametrize("name", READMES)
def test_readmes_list_every_command(name):
    cells = [row[0] for rows in tables(READMES[name]) for row in rows[1:]]
    listed = [found for cell in cells for found in re.findall(r"`(?:mingwen )?(new \w+|\w+)", cell)]

    assert listed == [full for each in COMMANDS for full, _ in commands(each)]


def test_options_of_all_commands_are_told():
    assert {"--help", "--lang", "MINGWEN_LANG"} <= set(re.findall(r"`([\w-]+)", COMMANDS_PAGE.split("\n## ")[0]))


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_commands_shown_are_there(path):
    """Every line of a shell example, and every command in running words, names a command and options that exist."""
    page = path.read_text("utf-8")
    lines = [line for kind, text in FENCE.findall(page) if kind == "sh" for line in text.split("\n")]
    lines += re.findall(r"`(mingwen [^`]+)`", without_code(page))
    for line in lines:
        words = [word.strip("[]") for word in shlex.split(line, comments=True)]
        if words[:1] == ["mingwen"]:
            known = dict(commands(words[1]))
            full = words[1] if words[1] in known else " ".join(words[1:3])
            asked = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)}

            assert full in known, line
            assert asked <= options(known[full]) | {"--lang", "--help"}, line


# ── settings ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("heading", "table", "holder"),
    [("## [tool.mingwen]", Table, "{}"), ("## [tool.mingwen.contact]", ContactTable, "[tool.mingwen.contact]\n{}")],
    ids=["tool.mingwen", "contact"],
)
def test_settings_are_told(heading, table, holder, tmp_path):
    """Every key with its true default, and an example that is taken."""
    rows = tables(section(SETTINGS, heading))[0][1:]

    assert [code(row[0]) for row in rows] == list(table.model_fields)
    for key, _, default, example, *_ in rows:
        field = table.model_fields[code(key)]
        assert default.startswith("必填") == field.is_required(), key
        if not field.is_required() and not isinstance(field.default, BaseModel):
            assert tomllib.loads(f"x = {code(default)}")["x"] == field.default, key
        given = code(example)
        assert given.split(" ", 1)[0].split(".")[0] == code(key), key
        again = table is Table and field.is_required()
        base = "\n".join(line for line in SITE.split("\n") if not (again and line.startswith(code(key))))
        lay(tmp_path, {"pyproject.toml": base + holder.format(given) + "\n"})
        load(tmp_path)


def test_settings_files_shown_are_taken_or_refused_as_told(tmp_path):
    """A block of messages below a file is what that file is told."""
    shown = examples(SETTINGS, "toml")

    assert shown
    for text, messages in shown:
        lay(tmp_path, {"pyproject.toml": text})
        try:
            load(tmp_path)
            said = ""
        except SettingsError as error:
            said = told(error.findings)
        assert said == (messages or ""), text


# ── front matter ────────────────────────────────────────────────────────────────────────────────

FIELDS: dict[str, tuple[str, int, type[Form]]] = {
    "document": ("## 开头各项 Front matter", 0, PageForm),
    "attachment": ("### 附件 attachments", 0, AttachmentForm),
    "contact": ("### 联系人 contact", 0, ContactForm),
    "modes": ("### 各版 modes", 0, ModesForm),
    "override": ("### 各版 modes", 1, OverrideForm),
    "column": ("## 栏目 Columns", 0, ColumnForm),
}
REQUIRED = {
    frozenset(KINDS): "都要 all",
    frozenset(KINDS) - {"page"}: "除单页都要 all but page",
    frozenset({"policy"}): "政策文件 policy",
    frozenset(): "",
}


def needed_by(form: type[Form], name: str) -> str:
    """How the docs call the kinds that require a field."""
    forms = SCHEMAS if form is PageForm else dict.fromkeys(KINDS, form)
    return REQUIRED[frozenset(kind for kind, each in forms.items() if each.model_fields[name].is_required())]


@pytest.mark.parametrize(("heading", "number", "form"), FIELDS.values(), ids=FIELDS)
def test_fields_are_told(heading, number, form):
    """Every field with both keys and who must give it, none that is not there, and an example that is read alike
    under either key."""
    rows = tables(section(WRITING, heading))[number][1:]

    assert [(code(zh), code(en)) for zh, en, *_ in rows] == [
        (field.title, name) for name, field in form.model_fields.items()
    ]
    for zh, en, _, example, required in rows:
        assert required == needed_by(form, code(en)), zh
        given = code(example)
        assert given.startswith(f"{code(zh)}: ")
        chinese, english = value(form, given), value(form, given.replace(code(zh), code(en), 1))
        assert chinese == english not in ("", (), None), zh


def value(form: type[Form], line: str) -> object:
    """What a form makes of one line; the other fields that it requires are given too."""
    full = PolicyForm if form is PageForm else form
    matter = compose(f"\n{line}", "a.md", form)
    (key,) = matter.data
    rest = {"title": "甲", "date": "2024-01-01", "source": "甲", "status": "有效", "name": "甲", "file": "a"}
    try:
        read = full.model_validate({**{each: rest[each] for each in full.model_fields if each in rest}, **matter.data})
    except ValidationError as error:
        pytest.fail(f"{line}: {error}")
    assert not matter.findings
    return getattr(read, key)


def test_words_to_choose_from_are_told():
    assert [(code(zh), code(en)) for zh, en, _ in tables(section(WRITING, "### 类型 Kinds"))[0][1:]] == [
        (zh, en) for en, zh in KINDS.items()
    ]
    assert [(code(zh), code(en)) for zh, en in tables(section(WRITING, "## 栏目 Columns"))[1][1:]] == [
        (zh, en) for en, zh in UPDATE_CLASSES.items()
    ]
    status = next(row for row in tables(WRITING)[1] if code(row[1]) == "status")
    assert tuple(re.findall(r"`([^`]+)`", status[2])) == STATUSES


# ── Markdown ────────────────────────────────────────────────────────────────────────────────────


def test_containers_are_told():
    told = section(WRITING, "### 提示和落款 Containers")

    assert set(re.findall(r"`::: ([^`]+)`", told)) == {*ASIDES, *SIGN_OFF}


def test_tags_are_told():
    told = section(WRITING, "### 原始 HTML Raw HTML")

    assert set(re.findall(r"`<(\w+)>`", told)) == TAGS.keys()


def examples(page: str, kind: str) -> list[tuple[str, str | None]]:
    """Every fenced text of a kind, with the messages shown below it (None where there are none)."""
    blocks = list(FENCE.finditer(page))
    following = [*blocks[1:], None]
    return [
        (block[2], after[2] if after and after[1] == "text" and not page[block.end() : after.start()].strip() else None)
        for block, after in zip(blocks, following, strict=True)
        if block[1] == kind
    ]


def told(findings: tuple[Finding, ...], place: bool = True) -> str:
    """Findings as the docs show them: a line in each language."""
    return "".join(
        f"{f'{it.place} ' if place else ''}[{it.rule}] {it.message.of(lang)}\n" for it in findings for lang in LANGS
    )


def put(root: Path, path: str, text: str) -> None:
    lay(root, {path: text})


def beside(folder: Path, text: str) -> None:
    """The files that a correct manuscript names: attachments, images, links to files."""
    names = re.findall(r"[\w-]+\.(?:xlsx|docx|svg)", text)
    for name in names:
        (folder / name).write_bytes(b"x")


def manuscripts() -> dict[str, tuple[str, str | None]]:
    """The complete manuscripts of docs/writing.md by the path that stands above each, with their messages."""
    found = {}
    messages = dict(examples(WRITING, "markdown"))
    for block in FENCE.finditer(WRITING):
        if block[1] == "markdown" and block[2].startswith("---\n"):
            path = PATH.search(WRITING[: block.start()])
            assert path, f"no path above {block[2][:60]!r}"
            found[path[1]] = (block[2], messages[block[2]])
    return found


GOOD = {path: text for path, (text, messages) in manuscripts().items() if messages is None}
FULL = [(text, messages) for text, messages in manuscripts().values() if messages is not None]
PARTS = [(text, messages) for text, messages in examples(WRITING, "markdown") if not text.startswith("---\n")]
LINES = examples(WRITING, "yaml")
HEAD = ("标题: 放假通知", "发布日期: 2026-09-20", "信息来源: 某市司法局")
NEW = "content/tzgg/fangjia.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site that the complete manuscripts of docs/writing.md make together."""
    lay(tmp_path, {"pyproject.toml": SITE, **GOOD})
    for folder in {Path(path).parent for path in GOOD}:
        beside(tmp_path / folder, "\n".join(GOOD.values()) + "\n".join(text for text, said in PARTS if said is None))
    return tmp_path


def said_of(site: Path, text: str) -> tuple[Finding, ...]:
    """What is said when one more manuscript is laid into the site."""
    put(site, NEW, text)
    return mingwen.read(site).findings


def test_manuscripts_shown_read_without_a_finding(site):
    assert len(GOOD) > 5
    assert told(mingwen.read(site).findings) == ""


@pytest.mark.parametrize(("text", "messages"), PARTS, ids=range(len(PARTS)))
def test_text_shown_is_read_as_told(text, messages, site):
    """A part of a manuscript reads without a finding, or is told exactly what stands below it."""
    findings = said_of(site, "\n".join(("---", *HEAD, "---", "", text)))

    assert told(findings, place=False) == (messages or "")


@pytest.mark.parametrize(("text", "messages"), LINES, ids=range(len(LINES)))
def test_fields_shown_are_told_what_stands_below(text, messages, site):
    """Required fields that an example leaves out are put in, unless their absence is its point."""
    rest = [line for line in HEAD if line.split(":")[0] not in text and "缺少" not in messages]
    findings = said_of(site, "\n".join(("---", *text.rstrip().split("\n"), *rest, "---", "", "正文。", "")))

    assert told(findings, place=False) == messages


@pytest.mark.parametrize(("text", "messages"), FULL, ids=range(len(FULL)))
def test_places_shown_are_where_the_mistakes_are(text, messages, site):
    assert told(said_of(site, text)) == messages


GLOSSARIES = re.findall(
    r"^`content/_glossary\.md`\n\n```text\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", WRITING, re.M | re.S
)


@pytest.mark.parametrize(("text", "messages"), GLOSSARIES, ids=range(len(GLOSSARIES)))
def test_glossaries_shown_are_read_as_told(text, messages, site):
    put(site, "content/_glossary.md", text)

    assert told(mingwen.read(site).findings) == messages


def test_glossaries_are_shown_right_and_wrong():
    assert sorted(bool(messages) for _, messages in GLOSSARIES) == [False, True]


# ── rule ids ────────────────────────────────────────────────────────────────────────────────────


def ids(path: Path) -> Iterator[str]:
    """Rule ids of findings that a module of reading makes: the first word of fail, ask, Finding and the like."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[1] if name == "findings" and len(node.args) > 1 else node.args[0]
        if name in ("fail", "ask", "Finding", "findings"):
            id_ = first.value if isinstance(first, ast.Constant) else names.get(getattr(first, "id", ""))
            if isinstance(id_, str):
                yield id_


def test_rules_of_manuscripts_are_told():
    made = {id_ for path in (ROOT / "mingwen/reading").rglob("*.py") for id_ in ids(path)}
    listed = {code(row[0]) for row in tables(section(WRITING, "## 常见错误 Mistakes, and what is said"))[0][1:]}

    assert listed == made - {"settings"}
    assert "`settings`" in SETTINGS


def test_every_rule_that_can_be_shown_is_shown():
    """Files that cannot be read have no text to show."""
    shown = set(
        re.findall(r"^(?:content/\S+ )?\[([\w-]+)\]", section(WRITING, "## 常见错误 Mistakes, and what is said"), re.M)
    )
    listed = {code(row[0]) for row in tables(section(WRITING, "## 常见错误 Mistakes, and what is said"))[0][1:]}

    assert listed - shown == {"encoding", "file"}


def test_rules_of_the_linter_are_told():
    from mingwen.linting import RULES
    from mingwen.linting.audits import load as load_audits

    page = (ROOT / "docs/rules.md").read_text("utf-8")

    assert re.findall(r"^## (\S+)$", without_code(page), re.M) == [*RULES, *load_audits()]
