"""[tool.mingwen] of pyproject.toml → Settings; all mistakes at once, each at its key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from mingwen.errors import SettingsError
from mingwen.model import HANT, MODES, STANDARD, Contact, Finding, Mode, Place, Settings, Text
from mingwen.reading import complaints, forms
from mingwen.reading.complaints import misfit
from mingwen.reading.decode import decode
from mingwen.reading.nearest import hint
from mingwen.reading.outcome import fail, in_order
from mingwen.reading.toml_places import places
from mingwen.reasons import reason

FILE = "pyproject.toml"
RULE = "settings"
NEW = Text(
    "请先运行 mingwen new site DIR，或换到站点的文件夹", "Run mingwen new site DIR, or change to a site's folder"
)
EXAMPLES = {
    "name": 'name = "样例市司法局"',
    "base_url": 'base_url = "https://sfj.example.gov.cn/"',
    "modes": 'modes = ["wza", "elder"]',
    "contact": '[tool.mingwen.contact] 和 phone = "0760-00000000"',
    "pinyin": '[tool.mingwen.pinyin] 和 "重庆" = "chong qing"',
}


def matching(pattern: str, zh: str, en: str) -> AfterValidator:
    """Empty, or all of it fits the pattern."""
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        if text and not compiled.fullmatch(text):
            raise misfit(f"“{{name}}”写的是“{text}”，{zh}", f"“{{name}}” is {text!r}; {en}")
        return text

    return AfterValidator(check)


def filled(text: str) -> str:
    """The text without white space around it; empty is refused."""
    if not text.strip():
        raise misfit("“{name}”不能空着，如 {example}", "“{name}” must not be empty, such as {example}")
    return text.strip()


def known_modes(asked: list[str]) -> list[str]:
    """Keys of reading modes; an unknown one is refused."""
    known = {mode.key for mode in MODES}
    for key in asked:
        if key not in known:
            close = hint(key, known)
            listed = [mode.key for mode in MODES]
            zh = f"没有叫“{key}”的版{close.zh}可用的有 {'、'.join(listed)}"
            raise misfit(zh, f"No mode {key!r}{close.en} Use {', '.join(listed)}")
    return asked


def known_region(region: str) -> str:
    """Whose forms of the characters 繁體版 has."""
    if region not in REGIONS:
        zh, en = (
            f"“{{name}}”写的是“{region}”，只能是 tw（台湾）或 hk（香港）",
            f"“{{name}}” is {region!r}; use tw or hk",
        )
        raise misfit(zh, en)
    return region


def equal_lengths(words: dict[str, str]) -> dict[str, str]:
    """Exceptions of 繁體版: one character for each, so that the text read aloud still fits the page."""
    for simplified, traditional in words.items():
        if len(simplified) != len(traditional):
            zh = f"“{{name}}”的“{simplified}”和“{traditional}”字数要一样"
            raise misfit(zh, f"“{{name}}”: {simplified} and {traditional} must have the same number of characters")
    return words


REGIONS = ("tw", "hk")
HOST = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*"
Address = matching(r"https?://\S+", "要写成完整网址，如 https://…", "write a whole address, such as https://…")
Base = matching(
    rf"https?://{HOST}(:\d+)?(/[A-Za-z0-9._~/-]*)?",
    "要写成 https://sfj.example.gov.cn/ 的样子，不带 ? 和 #",
    "write it like https://sfj.example.gov.cn/, without ? and #",
)
# 政府网站标识码: ten digits, or bm and eight (国办发〔2017〕47号, annex).
SiteId = matching(r"\d{10}|bm\d{8}", "网站标识码是 10 位数字，或 bm 加 8 位数字", "it is 10 digits, or bm and 8 digits")
Icp = matching(
    r"[\u4e00-\u9fff]ICP备\d{8,10}号(-\d+)?", "要写成 粤ICP备00000000号 的样子", "write it like 粤ICP备00000000号"
)
Police = matching(
    r"[\u4e00-\u9fff]公网安备\s?\d{14}号",
    "要写成 粤公网安备00000000000000号（14 位数字）",
    "write 粤公网安备, 14 digits, 号",
)

Reading = matching(
    r"[A-Za-z]+[1-5]?( [A-Za-z]+[1-5]?)*",
    "要用字母写，一字一段，可带声调数字，如 chong qing、lu4 an1",
    "use letters, with tones or without, such as chong qing or lu4 an1",
)


class ContactTable(BaseModel):
    """[tool.mingwen.contact]."""

    model_config = ConfigDict(strict=True)

    name: str = ""
    phone: forms.Phone = ""
    hours: str = ""
    address: str = ""
    email: forms.Email = ""


class Table(BaseModel):
    """[tool.mingwen] as it stands in the file; `Settings` is what the program works with."""

    model_config = ConfigDict(strict=True)

    name: Annotated[str, AfterValidator(filled)]
    base_url: Annotated[str, AfterValidator(filled), Base]
    organiser: str = ""
    undertaker: str = ""
    site_id: Annotated[str, SiteId] = ""
    icp: Annotated[str, Icp] = ""
    police: Annotated[str, Police] = ""
    conac_url: Annotated[str, Address] = ""
    report_error_url: Annotated[str, Address] = ""
    consult_url: Annotated[str, Address] = ""
    contact: ContactTable = ContactTable()
    description: str = ""
    notice: str = ""
    lang: Annotated[str, forms.Language] = "zh-CN"
    elder_name: Annotated[str, AfterValidator(filled)] = "长者助手"
    modes: Annotated[list[str], AfterValidator(known_modes)] = [mode.key for mode in MODES]
    page_size: Annotated[int, Field(ge=1, le=500)] = 20
    pinyin: dict[str, Annotated[str, Reading]] = {}
    ipv6: bool = False
    # The checks read their own part: mingwen/accepting.py.
    lint: dict[str, Any] = {}
    pinyin_pages: bool = False
    hant: bool = False
    hant_region: Annotated[str, AfterValidator(known_region)] = "tw"
    hant_words: Annotated[dict[str, str], AfterValidator(equal_lengths)] = {}


def load(root: Path) -> Settings:
    """The settings of the site at `root`; raises SettingsError that carries every mistake as a finding."""
    text = _text(root)
    document = _document(text)
    tool = document.get("tool")
    table = tool.get("mingwen") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        what = Text("没有 [tool.mingwen] 一节，这里不是 mingwen 的站点", "No [tool.mingwen]: this is no mingwen site")
        raise SettingsError(Place(FILE), what, NEW)
    where = {(): Place(FILE)} | places(text, FILE, ("tool", "mingwen"))
    findings = _unknown(table, Table, (), where) + _unknown(table.get("contact"), ContactTable, ("contact",), where)
    try:
        checked = Table.model_validate(table)
    except ValidationError as error:
        findings += list(complaints.findings(error, RULE, where, {}, {}, EXAMPLES))
    if findings:
        what = Text(f"[tool.mingwen] 里有 {len(findings)} 处要改", f"{len(findings)} mistakes in [tool.mingwen]")
        fix = Text("请按每行所指改好再来", "Mend each line named here and run again")
        raise SettingsError(Place(FILE), what, fix, in_order(findings))
    return _settings(checked)


def _text(root: Path) -> str:
    try:
        data = (root / FILE).read_bytes()
    except FileNotFoundError:
        what = Text(
            "找不到 pyproject.toml，这里不是 mingwen 的站点", "pyproject.toml is missing: this is no mingwen site"
        )
        raise SettingsError(Place(FILE), what, NEW) from None
    except OSError as error:
        why = reason(error)
        what = Text(f"读不了（{why.zh}）", f"cannot be read ({why.en})")
        raise SettingsError(Place(FILE), what, Text("请检查文件权限", "Check its permissions")) from None
    text, findings = decode(data, FILE)
    if findings:
        first = findings[0]
        raise SettingsError(first.place, first.message, Text("", ""), findings)
    return text


def _document(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        place = Place(FILE, int(found[1]), int(found[2])) if found else Place(FILE, text.count("\n") + 1)
        zh, en = "TOML 写法有误，请检查引号、等号和方括号", "Not valid TOML; check quotes, equals signs and brackets"
        if twice := re.match(r"Cannot declare \((.*)\) twice", str(error)):
            section = ".".join(re.findall(r"['\"]([^'\"]+)['\"]", twice[1]))
            zh, en = f"[{section}] 一节写了两次，请并成一节", f"[{section}] stands twice; make it one"
        elif "Cannot overwrite a value" in str(error):
            zh, en = "这一项写了两次，请只留一处", "This key stands twice; keep one"
        finding = fail(RULE, place, f"{zh}。", f"{en} ({error}).")
        raise SettingsError(place, Text(zh, en), Text("", ""), (finding,)) from None


def _unknown(
    table: object, form: type[BaseModel], at: tuple[str, ...], where: Mapping[tuple[str | int, ...], Place]
) -> list[Finding]:
    if not isinstance(table, dict):
        return []
    findings = []
    for key in table.keys() - form.model_fields.keys():
        close = hint(key, form.model_fields)
        place = where.get((*at, key), where[()])
        findings.append(fail(RULE, place, f"没有“{key}”这一项{close.zh}", f"There is no key “{key}”{close.en}"))
    return findings


def _settings(table: Table) -> Settings:
    values = table.model_dump(exclude={"contact", "lint", "modes", "pinyin", "hant_words"})
    return Settings(
        **values,
        contact=Contact(**table.contact.model_dump()),
        modes=(
            *(_named(mode, table) for mode in MODES if mode == STANDARD or mode.key in table.modes),
            *((HANT,) if table.hant else ()),
        ),
        hant_words=tuple(sorted(table.hant_words.items())),
        pinyin=tuple(sorted(table.pinyin.items())),
    )


def _named(mode: Mode, table: Table) -> Mode:
    if mode.key != "elder":
        return mode
    return Mode(mode.key, mode.name, mode.prefix, Text(table.elder_name, "Senior helper"))
