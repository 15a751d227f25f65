"""Written text in pieces: what stands between spaces, cut further at dashes and in writing without spaces."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SPACED = re.compile(r"\S+")
_INNER_CUT = re.compile(
    r"(?<=\w)(?:—+|--+|…+|\.{3,})[\"'”’)\]]*(?=\w)"
    r"|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])"
    r"|(?<=[^\W\d_])[,;!?](?=[^\W\d_])"
)
_ADDRESS = re.compile(r"://|^www\.|@\w|^#", re.IGNORECASE)
_SPOKEN_SIGNS = "$€£¥₹₩₽₺₿#@+&%‰°℃℉½⅓⅔¼¾⅛⅜⅝⅞⅕⅖⅗⅘=~≈<>≤≥±×÷²³§№"
_LEAD_SIGNS = _SPOKEN_SIGNS + "-−."
_MARKS = {
    ",": ",",
    ";": ";",
    ":": ";",
    ".": ".",
    "!": "!",
    "?": "?",
    "…": ";",
    "—": ";",
    "–": ";",
    ")": ",",
    "]": ",",
    "、": ",",
    "，": ",",
    "。": ".",
    "！": "!",
    "？": "?",
    "；": ";",
    "：": ";",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "۔": ".",
    "।": ".",
    "॥": ".",
    "·": "",
    "•": ",",
    "|": ",",
    "」": "",
    "』": "",
    "։": ".",
    "።": ".",
    "፣": ",",
    "¡": "",
    "¿": "",
}
_SOUNDLESS = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_FILLERS = "\ufe0e\ufe0f\u20e3"
_RANKS = ",;.!?"
_JAPANESE_KANA = re.compile(r"[\u3041-\u309f]")

# Scripts that are written without spaces, by the ranges of their letters.
_HAN = r"\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_KANA = r"\u3041-\u309f\u30a0-\u30ff\uff66-\uff9f"
_THAI = r"\u0e01-\u0e4e\u0e80-\u0ece"
_KHMER = r"\u1780-\u17d3\u1000-\u109f"
_BARE_CONSONANT = re.compile("[\u0e01-\u0e2e\u0e81-\u0eae\u1780-\u17b3\u1000-\u102a]")
_DENSE = re.compile(f"[{_HAN}{_KANA}{_THAI}{_KHMER}]")
_DENSE_PIECE = re.compile(
    f"[{_HAN}](?:[\u3041-\u309f]{{0,3}})"
    f"|[\u30a0-\u30ff\uff66-\uff9f]+"
    f"|[\u3041-\u309f]{{1,4}}"
    # A Thai or Lao syllable may begin with a vowel that is written before its consonant.
    "|[\u0e40-\u0e44\u0ec0-\u0ec4]?[\u0e01-\u0e2e\u0e81-\u0eae][\u0e2f-\u0e3a\u0e45-\u0e4e\u0eaf-\u0ebd\u0ec6-\u0ece]*"
    "|[\u1780-\u17b3][\u17b4-\u17d3]*(?:\u17d2[\u1780-\u17b3][\u17b4-\u17d1]*)*"
    "|[\u1000-\u102a](?:[\u102b-\u109f]|\u1039[\u1000-\u102a])*"
    "|[、。，！？；：」』）】》〉…‥・!?,.;:)\\]]+"
    f"|[^{_HAN}{_KANA}{_THAI}{_KHMER}]+"
    "|.",
    re.DOTALL,
)


@dataclass(frozen=True)
class Chunk:
    """A piece of text: as written, where it begins, its marks in front, its core that is read, and its marks behind.

    `joined` is true where no space parts it from the piece before.
    """

    text: str
    offset: int
    lead: str
    core: str
    trail: str
    joined: bool

    @property
    def mark(self) -> str:
        """The strongest mark behind the core, as one of "", ",", ";", ".", "?" and "!"."""
        if not self.core:
            return ";" if self.text.strip("-") == "" else strongest(self.lead)
        return strongest(self.trail)


def cut_chunks(text: str) -> tuple[Chunk, ...]:
    """The pieces of `text` in order; together they hold every character that is not a space, each once."""
    found: list[Chunk] = []
    for spaced in _SPACED.finditer(text):
        start = spaced.start()
        for piece in _pieces(spaced.group()):
            found.append(_chunk(piece, start, start > spaced.start()))
            start += len(piece)
    return tuple(found)


def strongest(marks: str) -> str:
    """The strongest of some punctuation marks, as one of "", ",", ";", ".", "?" and "!"."""
    known = [_MARKS[char] for char in marks if _MARKS.get(char)]
    if marks.count("..") or known.count(".") > 1:
        known = [";" if mark == "." else mark for mark in known]
    return max(known, key=_RANKS.index, default="")


def visible(text: str) -> str:
    """`text` without what has no sound: control and format characters, marks of direction, halves of pairs, fillers."""
    kept = (
        _simple(char)
        for char in unicodedata.normalize("NFC", text)
        if char in "\u200c\u200d" or not (char in _FILLERS or unicodedata.category(char) in _SOUNDLESS)
    )
    return "".join(kept).replace("’", "'").replace("ʼ", "'").replace("＇", "'")


def _simple(char: str) -> str:
    """A letter or figure in its plain form: wide, circled, joined and mathematical ones are said like their own."""
    if char.isascii() or unicodedata.category(char) not in ("Lu", "Ll", "Nd", "Nl", "No"):
        return char
    kind = unicodedata.decomposition(char).partition(">")[0]
    return unicodedata.normalize("NFKC", char) if kind in ("<compat", "<wide", "<narrow", "<circle", "<font") else char


def _pieces(spaced: str) -> list[str]:
    if _DENSE.search(spaced):
        return _dense(spaced)
    if _ADDRESS.search(spaced):
        return [spaced]
    cuts = [match.end() for match in _INNER_CUT.finditer(spaced)]
    return [spaced[first:last] for first, last in zip([0, *cuts], [*cuts, len(spaced)], strict=True)]


def _dense(spaced: str) -> list[str]:
    """Pieces of writing without spaces, a syllable or a short word each, with closing marks on the piece before."""
    kana = bool(_JAPANESE_KANA.search(spaced))
    pieces: list[str] = []
    for piece in _DENSE_PIECE.findall(spaced):
        opener = bool(pieces) and unicodedata.category(pieces[-1][-1]) in ("Ps", "Pi") and not _has_sound(pieces[-1])
        # A consonant alone is a part of the syllable before it.
        bare = bool(pieces) and bool(_BARE_CONSONANT.fullmatch(piece) or _BARE_CONSONANT.fullmatch(pieces[-1]))
        run_of_han = kana and bool(pieces) and _is_han(pieces[-1]) and _is_han(piece[0])
        if pieces and (
            opener or not _has_sound(piece) and unicodedata.category(piece[0]) not in ("Ps", "Pi") or run_of_han or bare
        ):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _is_han(piece: str) -> bool:
    return bool(re.fullmatch(f"[{_HAN}]{{1,3}}", piece))


def _has_sound(piece: str) -> bool:
    return any(char.isalnum() or char in _SPOKEN_SIGNS for char in piece)


def _chunk(piece: str, offset: int, joined: bool) -> Chunk:
    shown = visible(piece)
    first, last = 0, len(shown)
    while first < last and not (
        shown[first].isalnum()
        or unicodedata.category(shown[first]) in ("Mn", "Mc")
        or (shown[first] in _LEAD_SIGNS and _carries(shown[first:]))
    ):
        first += 1
    while last > first and not (
        shown[last - 1].isalnum()
        or unicodedata.category(shown[last - 1]) in ("Mn", "Mc")
        or shown[last - 1] in _SPOKEN_SIGNS
    ):
        last -= 1
    return Chunk(piece, offset, shown[:first], shown[first:last], shown[last:], joined)


def _carries(shown: str) -> bool:
    """Whether a sign that begins a piece belongs to what follows: a minus or a point only before a figure."""
    if shown[0] in "-−":
        return len(shown) > 1 and (shown[1].isdecimal() or shown[1] in "$€£¥")
    return shown[0] != "." or (len(shown) > 1 and shown[1].isdecimal())


def is_dense(char: str) -> bool:
    """Whether a character belongs to writing without spaces."""
    return bool(_DENSE.match(char))
