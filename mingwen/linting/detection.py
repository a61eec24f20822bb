"""Which language a text is in: by its script, and for Latin script by the small words that every sentence needs.

No library: a page of a public body is Chinese, English or one of a few others, and whoever asks wants to hear nothing
rather than a guess. The lists are the commonest function words of each language, and letters that few others use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mingwen.linting.words import words

PROFILES = {
    "en": words("the of and to in is are was that for it as with on be at by this have from or not an you we he she "
                "they has no which but will can all their there been would more when into than our any over"),
    "fr": words("le la les de des du et un une est dans pour que qui il elle nous vous ce cette sur avec pas sont aux "
                "plus par ne se au ou été être leur ses mais comme à en on"),
    "de": words("der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
                "aus er hat dass sie nach wird bei einer um am sind noch wie einem über zum zur"),
    "nl": words("de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar "
                "heeft hij zij ze wordt door over kan werd ging geen deze wij je"),
    "es": words("el la los las de del que y en un una es por con para se no su al lo como más pero sus le ha este "
                "sobre entre está muy son también hay ser"),
    "it": words("il lo la gli le di del della che e in un una è per con non si al da sono dei nel alla più anche come "
                "ma questo ha delle degli i"),
    "pt": words("o os a as de do da dos das que e em um uma é por com para se não no na ao mais como mas foi seu sua "
                "ou são pelo pela também à"),
    "da": words("og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min havde "
                "blev kan efter hun"),
    "sv": words("och i att det en den till är som på de med han av för inte var jag sig men ett har om vi hade blev "
                "kan efter från också"),
    "no": words("og i at det en den til er som på de med han av for ikke der var jeg seg men et har om vi min hadde "
                "ble kan etter hun fra også"),
    "fi": words("ja on ei se että oli hän ovat mutta kun niin myös joka sen mitä tai kuin ole voi vain jos"),
    "pl": words("i w na z do się nie że to jest o jak za od po przez dla są ale co tak był jego oraz które czy"),
    "cs": words("a v se na je že to s z do o i jsou ale jako za by pro jak nebo byl který podle však také"),
    "tr": words("ve bir bu da de için ile olarak olan çok gibi daha ne kadar var sonra her ama değil"),
    "id": words("yang dan di dari untuk dengan ini itu tidak pada dalam adalah akan oleh juga sebagai ke atau bisa"),
    "vi": words("và của là có trong được cho không các một người với những để này đã từ khi về đến"),
}  # fmt: skip
LETTERS = {
    "fr": "éèêàçùûîôœ", "de": "äöüß", "es": "ñ¿¡áíóú", "it": "àèìòù", "pt": "ãõçáâêô", "da": "æøå", "no": "æøå",
    "sv": "åäö", "fi": "äö", "pl": "ąćęłńśźż", "cs": "ěščřžýáíéůú", "tr": "ğışçöü", "vi": "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ",
    "nl": "ëï",
}  # fmt: skip
# Tags that one profile stands for, and those that script alone cannot tell apart.
ALIASES = {"nb": "no", "nn": "no", "ms": "id", "cmn": "zh", "yue": "zh", "wuu": "zh", "nan": "zh", "hak": "zh",
           "lzh": "zh", "gan": "zh", "hsn": "zh", "zho": "zh", "eng": "en", "fra": "fr", "deu": "de"}  # fmt: skip
NEAR = ({"da", "no", "sv"}, {"es", "pt", "it"}, {"cs", "pl"})
SCRIPTS = {
    "ja": re.compile("[\u3041-\u30ff]"), "ko": re.compile("[\uac00-\ud7a3]"), "th": re.compile("[\u0e01-\u0e5b]"),
    "el": re.compile("[\u0370-\u03ff]"), "he": re.compile("[\u05d0-\u05ea]"), "ka": re.compile("[\u10a0-\u10ff]"),
    "hy": re.compile("[\u0530-\u058f]"), "km": re.compile("[\u1780-\u17ff]"), "lo": re.compile("[\u0e80-\u0eff]"),
    "bo": re.compile("[\u0f00-\u0fff]"),
}  # fmt: skip
ELSEWHERE = re.compile("|".join(pattern.pattern for pattern in SCRIPTS.values()))
HAN = re.compile("[\u3400-\u9fff]+")
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+(?:['’][A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)?")
# Below these a text says nothing for certain: words that the profile knows, their share of all words, characters.
HITS, SHARE, CHARACTERS = 3, 0.2, 8
# So much ahead of the next must the best language be, and so much more of its script must there be.
AHEAD, DOMINANT = 1.8, 3
# More of a text than this tells nothing new. Characters.
ENOUGH = 5_000


@dataclass(frozen=True, slots=True)
class Guess:
    """The language of a text, "" where that is not certain; `scores` tell what speaks for each, from 0 up."""

    language: str
    scores: dict[str, float]
    words: int

    def speaks_for(self, tag: str) -> bool:
        """Whether anything at all in the text is of the language that a tag names."""
        return self.scores.get(plain(tag), 0) > 0

    def leans_to(self, tag: str) -> bool:
        """Whether more in the text speaks for the language than for any other, be it certain or not."""
        mine = self.scores.get(plain(tag), 0)
        return all(mine > score for language, score in self.scores.items() if language != plain(tag)) and mine > 0


def plain(tag: str) -> str:
    """The primary subtag, the same for languages that one profile stands for."""
    first = tag.strip().split("-", 1)[0].lower()
    return ALIASES.get(first, first)


def agree(one: str, other: str) -> bool:
    """Whether two languages are the same, or too near to be told apart for certain."""
    one, other = plain(one), plain(other)
    return one == other or any({one, other} <= group for group in NEAR)


def detect(text: str) -> Guess:
    """The language of a text by its first 5,000 characters. Names and words of another inside do not sway it."""
    text = text[:ENOUGH]
    latin = LATIN.findall(text.lower())
    han = len(text) - len(HAN.sub("", text))
    others = counted(text) if ELSEWHERE.search(text) else {}
    # Two Han characters make about one word, four letters of other scripts too.
    weights = {"": float(len(latin)), "zh": han / 2, **{language: found / 4 for language, found in others.items()}}
    if others.get("ja", 0) * 20 > han:
        weights["ja"] += weights.pop("zh")
    scores = {language: weight for language, weight in weights.items() if language and weight}
    by_words = profiles(latin)
    scores.update(by_words)
    count = round(sum(weights.values()))
    first = max(weights, key=lambda language: weights[language])
    if weights[first] < DOMINANT * (sum(weights.values()) - weights[first]):
        return Guess("", scores, count)
    if first:
        enough = han + others.get(first, 0) >= CHARACTERS
        return Guess(first if enough else "", scores, count)
    return Guess(certain(by_words, len(latin)), scores, count)


def counted(text: str) -> dict[str, int]:
    """How many characters belong to each script that one language is written in."""
    return {language: found for language, pattern in SCRIPTS.items() if (found := len(pattern.findall(text)))}


def profiles(said: list[str]) -> dict[str, float]:
    """How much in a list of words speaks for each language: a word for several is shared among them."""
    scores: dict[str, float] = {}
    for word in said:
        for language, known in PROFILES.items():
            if word in known:
                scores[language] = scores.get(language, 0) + 1
            elif any(letter in LETTERS.get(language, "") for letter in word):
                scores[language] = scores.get(language, 0) + 0.5
    return scores


def certain(scores: dict[str, float], count: int) -> str:
    """The language that the scores leave no doubt of, or ""."""
    if not scores:
        return ""
    first, *rest = sorted(scores, key=lambda language: -scores[language])
    enough = scores[first] >= HITS and scores[first] >= SHARE * count
    rivals = [language for language in rest if not any({first, language} <= group for group in NEAR)]
    return first if enough and all(scores[first] >= AHEAD * scores[rival] for rival in rivals[:1]) else ""
