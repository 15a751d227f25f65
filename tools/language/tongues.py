"""Tongues: in which language a text is written, by its letters and its small words."""

from __future__ import annotations

import re

NAMES: dict[str, str] = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "sv": "Swedish",
    "da": "Danish",
    "pl": "Polish",
    "tr": "Turkish",
    "ru": "Russian",
    "uk": "Ukrainian",
    "el": "Greek",
    "he": "Hebrew",
    "ar": "Arabic",
    "fa": "Persian",
    "hi": "Hindi",
    "th": "Thai",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
}
"""Names by ISO 639-1 code."""

_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", r"[\u3040-\u30ff]"), ("ko", r"[\uac00-\ud7af]"), ("zh", r"[\u3400-\u9fff]"), ("fa", r"[پچژگ]"),
    ("ar", r"[\u0600-\u06ff]"), ("he", r"[\u0590-\u05ff]"), ("uk", r"[іїєґ]"), ("ru", r"[\u0400-\u04ff]"),
    ("el", r"[\u0370-\u03ff]"), ("hi", r"[\u0900-\u097f]"), ("th", r"[\u0e00-\u0e7f]"),
)
_SMALL_WORDS: dict[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in {
    "en": "the a an and or of to for in on with is are was be been this that we our you your it its they their from "
          "by at "
          "as not have has will can make video about who what how when new us i my me all more show people need want "
          "promote second seconds please ask tell no why each every before after same his her do does only if he she",
    "de": "der die das und oder von zu für in auf mit ist sind ein eine einen einem einer wir unser unsere unserer "
          "ihr ihre "
          "sie es nicht auch dem den des im am bei über als wie wird haben hat für uns video mache mach bitte werden "
          "nach",
    "fr": "le la les un une des et ou de du à pour dans sur avec est sont nous notre nos vous votre vos il elle ce "
          "cette ces "
          "que qui ne pas plus par au aux en sa son ses une vidéo faites secondes",
    "es": "el la los las un una unos y o de del a para en con es son nosotros nuestro nuestra nuestros nuestras su sus "
          "que no por más este esta al se lo como haz un vídeo segundos sobre",
    "it": "il lo la i gli le un una uno e o di del della dei a per in con è sono noi nostro nostra nostri nostre che "
          "non più "
          "questo questa al alla da dal nel nella si come video secondi fai",
    "pt": "o a os as um uma uns e ou de do da dos das para em no na com é são nós nosso nossa nossos nossas que não "
          "por mais "
          "este esta ao se como vídeo faça segundos sobre",
    "nl": "de het een en of van voor in op met is zijn wij we ons onze u uw je jouw niet ook dat die dit deze door "
          "aan bij "
          "als naar over maak een seconden",
    "sv": "och eller av för i på med är en ett vi vår våra vårt ni er det den de inte som till från om att video "
          "sekunder",
    "da": "og eller af for i på med er en et vi vores jer det den de ikke som til fra om at video sekunder lav",
    "pl": "i lub z dla w na o jest są my nasz nasza nasze wy nie że to ten ta do od się jak film wideo sekund",
    "tr": "ve veya için ile bir bu şu biz bizim siz sizin değil çok daha olan olarak video saniye hakkında",
}.items()}


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language most of `text` is written in; `en` where nothing tells."""
    letters = sum(1 for character in text if character.isalpha())
    for code, pattern in _SCRIPTS:
        share = 0.05 if code in ("ja", "fa", "uk") else 0.3
        if letters and len(re.findall(pattern, text)) / letters >= share and _mostly_foreign(text, letters):
            return code
    words = re.findall(r"[^\W\d_]+", text.lower())
    scores = {code: sum(1 for word in words if word in small) for code, small in _SMALL_WORDS.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] >= 2 and scores[best] > 1.25 * scores["en"] else "en"


def _mostly_foreign(text: str, letters: int) -> bool:
    latin = sum(1 for character in text if character.isalpha() and character < "\u0250")
    return latin < 0.7 * letters
