"""Words of official writing that voices misread, spelt for the ear with characters that have one reading only.

The list is our own, with the readings of 现代汉语词典 and the official romanisation of place names, and short on
purpose: what voices read right is left alone. Only what is heard changes, never what is shown. A site adds its own by
`pinyin` in the settings: "六安" = "lu4 an1".
"""

from __future__ import annotations

import re
from functools import lru_cache

Readings = tuple[tuple[str, str], ...]

# word → how it is spelt for the voice, and its reading
WORDS = {
    # 行 háng
    "行业": ("航业", "háng yè"), "各行各业": ("各航各业", "gè háng gè yè"),
    "同行业": ("同航业", "tóng háng yè"), "央行": ("央航", "yāng háng"), "支行": ("支航", "zhī háng"),
    "行距": ("航距", "háng jù"),
    # 重 chóng
    "重申": ("虫申", "chóng shēn"), "重叠": ("虫叠", "chóng dié"), "重阳": ("虫阳", "chóng yáng"),
    "三重": ("三虫", "sān chóng"), "多重": ("多虫", "duō chóng"),
    # 长 zhǎng
    "长者": ("掌者", "zhǎng zhě"), "处长": ("触掌", "chù zhǎng"), "检察长": ("检察掌", "jiǎn chá zhǎng"),
    "助长": ("助掌", "zhù zhǎng"),
    # 处 chǔ, chù
    "调处": ("条楚", "tiáo chǔ"), "查处": ("查楚", "chá chǔ"), "处室": ("触室", "chù shì"),
    "办事处": ("办事触", "bàn shì chù"),
    # 调 diào
    "抽调": ("抽钓", "chōu diào"), "借调": ("借钓", "jiè diào"), "调任": ("钓任", "diào rèn"),
    "调取": ("钓取", "diào qǔ"),
    # 率, 量, 数, 占, 更
    "率先": ("帅先", "shuài xiān"), "采纳率": ("采纳律", "cǎi nà lǜ"), "办结率": ("办结律", "bàn jié lǜ"),
    "量刑": ("亮刑", "liàng xíng"), "数罪": ("树罪", "shù zuì"), "占比": ("站比", "zhàn bǐ"),
    "更正": ("耕正", "gēng zhèng"),
    # 给, 供, 载, 应, 强, 差
    "给予": ("己予", "jǐ yǔ"), "供述": ("贡述", "gòng shù"), "载明": ("宰明", "zǎi míng"),
    "记载": ("记宰", "jì zǎi"), "登载": ("登宰", "dēng zǎi"), "应诉": ("硬诉", "yìng sù"),
    "应聘": ("硬聘", "yìng pìn"), "强迫": ("抢迫", "qiǎng pò"), "勉强": ("勉抢", "miǎn qiǎng"),
    "差旅": ("拆旅", "chāi lǚ"),
    # 便, 薄, 称, 卷, 还, 降, 当
    "便民": ("变民", "biàn mín"), "薄弱": ("搏弱", "bó ruò"), "称职": ("趁职", "chèn zhí"),
    "卷宗": ("倦宗", "juàn zōng"), "案卷": ("案倦", "àn juàn"), "还款": ("环款", "huán kuǎn"),
    "降服": ("祥服", "xiáng fú"), "适当": ("适荡", "shì dàng"),
    # places
    "重庆": ("虫庆", "chóng qìng"), "六安": ("鹿安", "lù ān"), "厦门": ("下门", "xià mén"),
    "台州": ("胎州", "tāi zhōu"), "丽水": ("离水", "lí shuǐ"), "东莞": ("东管", "dōng guǎn"),
    "番禺": ("潘禺", "pān yú"), "大埔": ("大步", "dà bù"), "蚌埠": ("泵步", "bèng bù"),
    "亳州": ("博州", "bó zhōu"), "乐清": ("越清", "yuè qīng"), "歙县": ("社县", "shè xiàn"),
    "浚县": ("训县", "xùn xiàn"), "井陉": ("井形", "jǐng xíng"), "都匀": ("督匀", "dū yún"),
    "涡阳": ("锅阳", "guō yáng"), "泌阳": ("壁阳", "bì yáng"), "黟县": ("医县", "yī xiàn"),
    "铅山": ("盐山", "yán shān"), "荥阳": ("形阳", "xíng yáng"),
}  # fmt: skip
FIRST, SECOND = ("".join(sorted({word[n] for word in WORDS})) for n in (0, 1))
# A class for each of the first two characters, so that most text is passed over without a look at any word.
KNOWN = re.compile(f"[{FIRST}](?=[{SECOND}])(?:{'|'.join(f'{word[1]}(?<={word[:2]}){word[2:]}' for word in WORDS)})")


def heard(text: str, readings: Readings = ()) -> str:
    """The text as it is spelt for the voice. `readings` are the site's own: word → pinyin, one part a character."""
    for word, reading in readings:
        if word in text:
            text = text.replace(word, _spelt(word, reading))
    return KNOWN.sub(_for_the_ear, text)


def _for_the_ear(found: re.Match[str]) -> str:
    return WORDS[found[0]][0]


@lru_cache(maxsize=256)
def _spelt(word: str, reading: str) -> str:
    """A word with each character that has several readings in the place of which one was given, by a character
    that sounds so; characters without such a twin stay."""
    from mingwen.speaking.pinyin import syllables, twin

    parts = syllables(word, reading)
    if len(parts) != len(word):
        return word
    return "".join(twin(character, part) for character, part in zip(word, parts, strict=True))
