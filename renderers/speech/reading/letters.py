"""Capitals: what is spelled letter by letter, what is a word, and words that are written together."""

from __future__ import annotations

import re

from renderers.speech.reading.number_words import cardinal, ordinal

_EMPHASISED = frozenset(
    """a about act add again ago all also always am an and any app are art as ask at away baby back bad bag be best beta
    better big black blue body bonus book box boy bring bring business but buy by call can car card cart case check
    city click code come cool cut daily dash day deal deals demo did do dog done dont down draft earn easy eat end
    enjoy even event ever every extra fact fast fat few film final find fire first fit five fix flash fly food for
    found four free fresh friday from fun game get gift girl give go gold good great green grow guide had half hand
    happy hard has have he head help her here hero hey hi high him his hit home hot hour house how huge hurry idea
    if in into is its job join jump just keep key kids know last late launch lead learn left less let life light
    like limited line list little live local long look lose lot love low made main make man many map mark may me
    mean media men menu met milk mind mini mix mobile money more most move much music must my name near need never
    new news next nice night no not note now of off offer official oh old on once one only open or order our out
    over own page paid part pass pay people phone pick plan play please plus pop power press price pro push put
    quick quit rate read real really red rest ride right road rock room rule run safe said sale same save say sea
    season see sell send set seven she shop show sign six size skip sleep slow small so soft sold some soon sound
    special spring star start stay step still stop store story style summer sun super sure take talk team tell ten
    test than that the their them then there they thing think this three time tip to today together told tomorrow
    too top tour town trade train travel trip true try turn two under until up update use used very video view
    vote wait walk want war was watch water way we web week welcome well were west what when where which white who
    why wide wild will win winter wish with within won wood word words work world would wow yes yet you young your
    yours zero zone""".split()
)
_PRONOUNCED = frozenset(
    "nasa nato unesco unicef aids covid scuba laser radar ram rom pin gif opec fifa uefa nafta swat ikea lego "
    "nike vegan asos bafta epcot fomo yolo ted tedx imax esop cobol basic ajax rest sim cad cam soho "
    "noho".split()
)
_SPOKEN_AS: dict[str, str] = {
    "SaaS": "sass",
    "PaaS": "pass",
    "JSON": "jason",
    "SQL": "sequel",
    "JPEG": "jay peg",
    "JPG": "jay peg",
    "WiFi": "why fye",
    "Wi-Fi": "why fye",
    "wifi": "why fye",
    "wi-fi": "why fye",
    "iOS": "I O S",
    "macOS": "mack O S",
    "PhD": "P H D",
    "IoT": "I O T",
    "OAuth": "oh auth",
    "GUI": "gooey",
    "CEOs": "C E O's",
    "vs": "versus",
    "tv": "T V",
    "pc": "P C",
    "ok": "okay",
    "OK": "okay",
    "Ok": "okay",
    "okay": "okay",
    "nth": "enth",
    "MySQL": "my sequel",
    "QR": "Q R",
    "hmm": "hum",
    "xyz": "X Y Z",
    "XYZ": "X Y Z",
    "shh": "shh",
    "brr": "burr",
    "psst": "psst",
    "tsk": "tisk",
    "pfft": "pift",
    "mm": "mmm",
    "mmm": "mmm",
}
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_HARD_CLUSTER = re.compile(r"[^aeiouy]{4}|^[^aeiouyhlrstw][^aeiouyhlrw]|[^aeiouy]{3}$", re.IGNORECASE)
_CAMEL = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z']+|[A-Z]+|\d+|[^\W\d_]+")
_ENDINGS = frozenset({"in", "up", "it", "on", "go", "me", "us", "ai", "tv", "hq", "io"})
_NUMBERED = frozenset(
    "chapter part volume phase act book section war type level class title bowl grade stage appendix version "
    "mark fantasy article tier season episode category round step unit lesson module".split()
)
_RULERS = frozenset(
    "henry louis charles george edward elizabeth william james richard john paul pius benedict gregory leo philip "
    "ferdinand frederick catherine nicholas alexander napoleon francis clement innocent urban margaret".split()
)
_ROMAN = re.compile(r"(?=[XVI])(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"X": 10, "V": 5, "I": 1}


def spell(word: str) -> list[str]:
    """Each letter of `word` as a capital, each digit as a number word."""
    return [
        part
        for char in word
        if char.isalnum()
        for part in ([char.upper()] if char.isalpha() else cardinal(int(char)))
        if char.isalpha() or char.isdecimal()
    ]


def special_word(core: str) -> list[str] | None:
    """How a word with a way of its own is said ("JSON", "Wi-Fi"); None for all others."""
    said = _SPOKEN_AS.get(core)
    return said.split() if said else None


def capitals(core: str, shouted: bool) -> list[str] | None:
    """How a word in capitals is said: letters for "API" and "APIs", a word for "NASA", for "NOW" or in a shouted line.

    None for a word that is not in capitals.
    """
    stem, plural = (core[:-1], True) if len(core) > 2 and core.endswith("s") and core[:-1].isupper() else (core, False)
    if not (stem.isalpha() and stem.isascii() and stem.isupper()) or len(stem) == 1 and not plural:
        return None
    lower = stem.lower()
    speakable = bool(_VOWEL.search(stem)) and not _HARD_CLUSTER.search(stem)
    if (
        lower in _EMPHASISED
        or lower in _PRONOUNCED
        or (shouted and speakable)
        or (len(stem) > 3 and speakable)
        or len(stem) > 6
    ):
        return [lower + ("s" if plural else "")]
    said = spell(stem)
    return [*said[:-1], f"{said[-1]}'s"] if plural else said


def joined_words(text: str) -> list[str]:
    """The words inside a hashtag, handle or camel-case name, as they are written: "GreenFriday" is Green, Friday."""
    return _CAMEL.findall(text)


def camel(core: str) -> list[str] | None:
    """The parts of a name that is written in one ("YouTube", "eBay", "OpenAI"); None where it reads as one word."""
    if not core.isascii() or not core.isalpha() or core.islower() or core.isupper() or core[1:].islower():
        return None
    parts = joined_words(core)
    fine = all(
        len(part) >= 3
        or part.isupper()
        or (index == 0 and part in ("i", "e", "my", "we", "go"))
        or (index == len(parts) - 1 and part.lower() in _ENDINGS)
        for index, part in enumerate(parts)
    )
    return parts if len(parts) > 1 and fine else None


def voiceless(word: str) -> bool:
    """Whether a word has no vowel letter and so can only be spelled ("html")."""
    return len(word) > 1 and word.isascii() and word.isalpha() and not _VOWEL.search(word)


def roman(core: str, before: str) -> list[str] | None:
    """A Roman numeral after a word that is numbered ("Chapter IV") or a ruler's name ("Henry VIII"); else None."""
    match = _ROMAN.fullmatch(core)
    if not match or not before[:1].isupper():
        return None
    value = 0
    for digit, following in zip(core, [*core[1:], ""], strict=True):
        size = _ROMAN_VALUES[digit]
        value += -size if following and _ROMAN_VALUES[following] > size else size
    if before.lower() in _NUMBERED:
        return cardinal(value)
    return ["the", *ordinal(value)] if before.lower() in _RULERS and len(core) > 1 or before in _RULERS else None
