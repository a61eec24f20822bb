"""Units after a figure, and signs, as words: 12 km² → 十二平方公里, -5℃ → 零下五摄氏度, ¥100 → 一百元."""

from __future__ import annotations

import re

from mingwen.speaking.numbers import FIGURE, figure

UNITS = {
    "km²": "平方公里", "km2": "平方公里", "㎢": "平方公里", "m²": "平方米", "m2": "平方米", "㎡": "平方米",
    "cm²": "平方厘米", "hm²": "公顷", "m³": "立方米", "m3": "立方米", "㎥": "立方米", "km/h": "公里每小时",
    "m/s": "米每秒", "mg/m³": "毫克每立方米", "μg/m³": "微克每立方米", "µg/m³": "微克每立方米", "mg/L": "毫克每升",
    "℃": "摄氏度", "°C": "摄氏度", "°": "度", "km": "公里", "㎞": "公里", "cm": "厘米", "㎝": "厘米", "mm": "毫米",
    "㎜": "毫米", "μm": "微米", "nm": "纳米", "m": "米", "kg": "公斤", "㎏": "公斤", "mg": "毫克", "g": "克",
    "t": "吨", "mL": "毫升", "ml": "毫升", "L": "升", "kWh": "千瓦时", "kW·h": "千瓦时", "kW": "千瓦", "MW": "兆瓦",
    "W": "瓦", "kV": "千伏", "V": "伏", "Hz": "赫兹", "MHz": "兆赫兹", "GHz": "吉赫兹", "dB": "分贝", "KB": "K B",
    "MB": "兆", "GB": "G B", "TB": "T B", "Mbps": "兆比特每秒", "h": "小时", "min": "分钟", "s": "秒",
    "px": "像素", "pt": "磅",
}  # fmt: skip
SIGNS = {
    "≥": "大于等于", "≤": "小于等于", "＞": "大于", ">": "大于", "＜": "小于", "<": "小于", "≈": "约等于", "±": "正负",
    "×": "乘", "÷": "除以", "＝": "等于", "=": "等于", "№": "编号", "☎": "电话", "&": "和", "§": "第",
}  # fmt: skip
LONGEST_FIRST = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
UNIT = re.compile(rf"(?<=\d)\s?({LONGEST_FIRST})(?![A-Za-z0-9²³/])")
COLD = re.compile(rf"(?<![0-9A-Za-z）)])[-−－]({FIGURE})\s?(?:℃|°C|摄氏度)")
MONEY = re.compile(rf"([¥￥$€])\s?({FIGURE})(\s?[万亿千百]*)元?")
CURRENCIES = {"¥": "元", "￥": "元", "$": "美元", "€": "欧元"}
PER = re.compile(r"(?<=[元件人次吨升公斤米个天年月])/(?=[一-鿿])")
SIGN = re.compile("|".join(map(re.escape, SIGNS)))


def units(text: str) -> str:
    """Units and signs as words; the figures before them stay figures, but for money and cold."""
    if "℃" in text or "°C" in text or "摄氏度" in text:
        text = COLD.sub(lambda found: f"零下{figure(found[1])}摄氏度", text)
    text = MONEY.sub(lambda found: f"{figure(found[2])}{found[3].strip()}{CURRENCIES[found[1]]}", text)
    text = UNIT.sub(lambda found: UNITS[found[1]], text)
    return signs(text)


def signs(text: str) -> str:
    """Signs that stand for words, with figures or without."""
    text = PER.sub("每", text)
    return SIGN.sub(lambda found: SIGNS[found[0]], text)
