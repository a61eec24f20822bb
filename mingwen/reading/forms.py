"""The forms that a single value may have: a line of text, a date, a 文号, a telephone number …

Each is text as written on its way in (YAML's own guesses never happen) and says the right form when it does not fit.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from mingwen.model import Text
from mingwen.reading.complaints import misfit

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](([01]\d|2[0-3]):[0-5]\d)")
CHINESE_DAY = re.compile(r"(\d{4})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
NUMBERS = re.compile(r"\d+")
# GB/T 9704-2012, 7.2.5; 令 and 公告 have numbers of their own form.
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}〔(19|20)\d{2}〕[1-9]\d*号")
DECREE_NUMBER = re.compile(r"[\u4e00-\u9fff]*(令|公告)(\d{4}年)?第?[1-9]\d*号")
LOOSE_NUMBER = re.compile(
    r"([\u4e00-\u9fff]{1,12}?)\s*[\[(（【〔﹝［「]\s*(\d{2}|\d{4})\s*年?\s*[\])）】〕﹞］」]\s*第?\s*0*(\d+)\s*号?"
)
PHONE = re.compile(r"0\d{2,3}-\d{7,8}(-\d{1,6})?|1\d{10}|[48]00-?\d{3}-?\d{4}|\d{5}|1\d{2}")
EMAIL = re.compile(r"[^\s@、，]+@[^\s@、，]+\.[A-Za-z]{2,}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
ADDRESS_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
SEPARATORS = re.compile(r"[、,，;；]")
YES = {"true", "yes", "是", "对"}
NO = {"false", "no", "否", "不是"}


def line(value: Any) -> str:
    """Text on one line, white space run together."""
    if not isinstance(value, str):
        raise misfit("“{name}”要写成一句话，不能是列表或分行的键值", "“{name}” must be one line of text")
    return " ".join(value.split())


def sentences(value: Any) -> tuple[str, ...]:
    """A list of sentences, or one sentence."""
    values = value if isinstance(value, list) else [value]
    return tuple(line(each) for each in values)


def words(value: Any) -> tuple[str, ...]:
    """Each word once, in order, from a list or from one line parted by 、 , ， ; or ；."""
    parts = (part.strip() for each in sentences(value) for part in SEPARATORS.split(each))
    return tuple(dict.fromkeys(part for part in parts if part))


def flag(value: Any) -> bool:
    """是 or 否, true or false, yes or no."""
    word = line(value).lower()
    if word not in YES | NO:
        raise misfit(f"“{{name}}”写的是“{word}”，请写 是 或 否", f"“{{name}}” is {word!r}; write true or false")
    return word in YES


def whole(value: Any) -> int:
    """A whole number of at most nine digits."""
    text = line(value)
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise misfit(f"“{{name}}”写的是“{text}”，请写整数，如 10", f"“{{name}}” is {text!r}; write a whole number")
    return int(text)


def day(value: Any) -> dt.date:
    """`2024-01-19` or, as 成文日期 is printed (GB/T 9704-2012, 7.3.5), `2024年1月19日`."""
    text = line(value)
    found = DAY.fullmatch(text) or CHINESE_DAY.fullmatch(text)
    date = _date(*map(int, found.groups())) if found else None
    if date is None:
        raise _no_date(text, _right_day(text), "2024-01-19")
    return date


def moment(value: Any) -> dt.datetime:
    """`2024-01-19 09:00`, or a day alone, which means its first minute."""
    text = line(value)
    found = MOMENT.fullmatch(text)
    try:
        return dt.datetime.fromisoformat(f"{found[1]}T{found[2]}" if found else _only_day(text))
    except ValueError:
        right = _right_day(text)
        right = f"{right}{_right_clock(text)}" if right else ""
        raise _no_date(text, right, "2024-01-19", "2024-01-19 09:00") from None


def document_number(value: Any) -> str:
    """样司〔2024〕5号, or the forms of 令 and 公告; a slip in brackets, year or zeros is told with the right form."""
    text = line(value)
    if DOCUMENT_NUMBER.fullmatch(text) or DECREE_NUMBER.fullmatch(text):
        return text
    loose = LOOSE_NUMBER.fullmatch(text)
    right = "样司〔2024〕5号"
    if loose and loose[3].strip("0"):
        right = f"{loose[1]}〔{loose[2] if len(loose[2]) == 4 else '20' + loose[2]}〕{int(loose[3])}号"
    raise misfit(f"“{{name}}”“{text}”不合格式，请写成 {right}", f"“{{name}}” {text!r} is malformed; write {right}")


def phone(value: Any) -> str:
    """One number or several parted by 、: with area code, mobile, 400 and 800, or short such as 12348; or empty."""
    text = line(value)
    if text and not all(PHONE.fullmatch(part.strip()) for part in text.split("、")):
        digits = re.fullmatch(r"[(（]?(0\d{2,3})[)）\s—－–-]*(\d{7,8})", text)
        right = f"{digits[1]}-{digits[2]}" if digits else "0760-00000000"
        raise misfit(f"“{{name}}”“{text}”不是电话号码，请写成 {right}", f"“{{name}}” {text!r}: write {right}")
    return text


def email(value: Any) -> str:
    """An e-mail address, or empty."""
    text = line(value)
    if text and not EMAIL.fullmatch(text):
        message = f"“{{name}}”“{text}”不是邮箱地址，如 sfj@example.gov.cn", f"“{{name}}” {text!r} is no e-mail address"
        raise misfit(*message)
    return text


def language(value: Any) -> str:
    """A language tag such as zh-CN; its form is checked, not whether it is registered."""
    text = line(value)
    if not LANGUAGE.fullmatch(text):
        raise misfit(f"“{{name}}”“{text}”不是语言代码，如 zh-CN、en", f"“{{name}}” {text!r}: write zh-CN or en")
    return text


def address_name(value: Any) -> str:
    """One part of a URL: small letters, digits, - and _."""
    text = line(value)
    if not ADDRESS_NAME.fullmatch(text):
        message = (
            f"“{{name}}”“{text}”要用小写字母、数字和连字符，如 nianbao-2024",
            f"“{{name}}” {text!r}: use small letters, digits and hyphens, such as nianbao-2024",
        )
        raise misfit(*message)
    return text


def _only_day(text: str) -> str:
    if not DAY.fullmatch(text):
        raise ValueError(text)
    return text


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _no_date(text: str, right: str, *examples: str) -> PydanticCustomError:
    """Says the right form where it is clear what was meant, else what cannot be and some examples."""
    zh, en = f"“{{name}}”“{text}”不是日期", f"“{{name}}” {text!r} is no date"
    if right:
        return misfit(f"{zh}，请写成 {right}", f"{en}; write {right}")
    why = _impossible(text)
    zh, en = f"{zh}：{why.zh}。请" if why else f"{zh}，请", f"{en}: {why.en}. Write" if why else f"{en}; write"
    return misfit(f"{zh}写成数字，如 {' 或 '.join(examples)}", f"{en} it like {' or '.join(examples)}")


def _impossible(text: str) -> Text | None:
    """Which of year, month and day there never is, where three numbers were written."""
    numbers = [int(number[:5]) for number in NUMBERS.findall(text)[:3]]
    if len(numbers) < 3 or not 1000 <= numbers[0] <= dt.MAXYEAR:
        return None
    year, month, day = numbers
    if not 1 <= month <= 12:
        return Text(f"没有 {month} 月", f"there is no month {month}")
    return Text(f"{year} 年 {month} 月没有 {day} 日", f"there is no day {day} in month {month} of {year}")


def _right_day(text: str) -> str:
    """The day that was meant, where the first three numbers make one."""
    numbers = [int(number[:5]) for number in NUMBERS.findall(text)[:3]]
    date = _date(*numbers) if len(numbers) == 3 and numbers[0] >= 1000 else None
    return date.isoformat() if date else ""


def _right_clock(text: str) -> str:
    numbers = [int(number[:5]) for number in NUMBERS.findall(text)[3:5]]
    return f" {numbers[0]:02}:{numbers[1]:02}" if len(numbers) == 2 and numbers[0] < 24 and numbers[1] < 60 else ""


Line = Annotated[str, BeforeValidator(line)]
Sentences = Annotated[tuple[str, ...], BeforeValidator(sentences)]
Words = Annotated[tuple[str, ...], BeforeValidator(words)]
Flag = Annotated[bool, BeforeValidator(flag)]
Whole = Annotated[int, BeforeValidator(whole)]
Day = Annotated[dt.date, BeforeValidator(day)]
Moment = Annotated[dt.datetime, BeforeValidator(moment)]
DocumentNumber = Annotated[str, BeforeValidator(document_number)]
Phone = Annotated[str, BeforeValidator(phone)]
Email = Annotated[str, BeforeValidator(email)]
Language = Annotated[str, BeforeValidator(language)]
AddressName = Annotated[str, BeforeValidator(address_name)]
