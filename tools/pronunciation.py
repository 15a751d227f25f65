"""Pronunciation: names are spoken as a client says them, and still written as they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from renderers.speech import Phone, Word

_IPA_LETTERS = frozenset("ˈˌːɪʊʌɑɒɐɜɝɚʃʒɹɡɾɲɨʉ")
"""Letters of the IPA that hardly any alphabet has; what has none of them needs the slashes."""
_SYLLABLES = re.compile(r"\w+(?:-\w+)+")
_STRESSED = re.compile(r"(?<![^\W_])(?=[A-Z]*[AEIOUY])[A-Z]{2,}(?![^\W_])")


@dataclass(frozen=True)
class Respelling:
    """A line as it is to be spoken. `swaps` are where words were respelt: begin and end as written, and as spoken.

    `sounds` are the words with a pronunciation in IPA, by begin and end as spoken; these stay as they are written.
    """

    written: str
    spoken: str
    swaps: tuple[tuple[int, int, int, int], ...] = ()
    sounds: tuple[tuple[int, int, str], ...] = ()

    def spoken_offset(self, offset: int, *, ending: bool = False) -> int:
        """Where in `spoken` the character at `offset` of `written` is; inside a respelt word, where that begins or
        (`ending`) ends.
        """
        moved = 0
        for first, last, spoken_first, spoken_last in self.swaps:
            if offset <= first:
                break
            if offset < last:
                return spoken_last if ending else spoken_first
            moved = spoken_last - last
        return offset + moved

    def restore(self, words: Sequence[Word], phones: Sequence[Phone]) -> tuple[tuple[Word, ...], tuple[Phone, ...]]:
        """What was heard of `spoken`, as words of `written`: a respelt name is one word a written word again.

        Where the respelling has another number of words, the written ones share its time by their length. Phones keep
        their times and go to the written word that is shown while they sound.
        """
        if not self.swaps:
            return tuple(words), tuple(phones)
        made: list[Word] = []
        groups: list[tuple[list[int], list[int]]] = []
        for index, word in enumerate(words):
            swap = next((swap for swap in self.swaps if swap[2] <= word.offset < swap[3]), None)
            if swap is None:
                groups.append(([index], [len(made)]))
                made.append(replace(word, offset=self._written_offset(word.offset)))
            elif groups and self._swap_of(words[groups[-1][0][0]]) == swap:
                groups[-1][0].append(index)
            else:
                groups.append(([index], []))
        return self._filled(words, phones, groups, made)

    def _filled(
        self,
        words: Sequence[Word],
        phones: Sequence[Phone],
        groups: Sequence[tuple[list[int], list[int]]],
        kept: Sequence[Word],
    ) -> tuple[tuple[Word, ...], tuple[Phone, ...]]:
        made: list[Word] = []
        shown: dict[int, list[int]] = {}
        for heard, own in groups:
            first = len(made)
            if own:
                made.append(kept[own[0]])
            else:
                swap = self._swap_of(words[heard[0]])
                assert swap is not None
                made += _shared(self.written[swap[0] : swap[1]], swap[0], words[heard[0]].start, words[heard[-1]].end)
            shown |= dict.fromkeys(heard, list(range(first, len(made))))
        moved = tuple(
            phone if phone.word < 0 else replace(phone, word=_shown_at(phone, shown[phone.word], made))
            for phone in phones
        )
        return tuple(made), moved

    def _swap_of(self, word: Word) -> tuple[int, int, int, int] | None:
        return next((swap for swap in self.swaps if swap[2] <= word.offset < swap[3]), None)

    def _written_offset(self, offset: int) -> int:
        before = [swap for swap in self.swaps if swap[3] <= offset]
        return offset - before[-1][3] + before[-1][1] if before else offset


def is_ipa(said: str) -> bool:
    """Whether a way to say a word is given in sounds: between slashes, or with letters that only the IPA has."""
    way = said.strip()
    return (len(way) > 2 and way[0] == way[-1] == "/") or any(sign in _IPA_LETTERS for sign in way)


def respell(text: str, said: Mapping[str, str], places: Sequence[tuple[int, int, str]] = ()) -> Respelling:
    """`text` with every whole word (or phrase) of `said`, in any case, as it is to be said; the longest first.

    `places` are words of this text alone, by begin and end, that are said in another way; they come before `said`.
    What is given in IPA leaves the text as it is and stands in `sounds`. "LOO-men" is spoken as "loo-men": a syllable
    in capitals is the stressed one, and no letters to be spelled.
    """
    own = [(first, last, way.strip()) for first, last, way in places if way.strip()]
    own += [
        found for found in _named(text, said) if not any(found[0] < last and found[1] > first for first, last, _ in own)
    ]
    spoken, at = "", 0
    swaps: list[tuple[int, int, int, int]] = []
    sounds: list[tuple[int, int, str]] = []
    for first, last, way in sorted(own):
        if first < at:
            continue
        spoken += text[at:first]
        shown = text[first:last] if is_ipa(way) else _SYLLABLES.sub(_readable, way)
        if is_ipa(way):
            sounds.append((len(spoken), len(spoken) + len(shown), way.strip("/ ")))
        else:
            swaps.append((first, last, len(spoken), len(spoken) + len(shown)))
        spoken += shown
        at = last
    return Respelling(text, spoken + text[at:], tuple(swaps), tuple(sounds))


def _readable(syllables: re.Match[str]) -> str:
    """Syllables with hyphens between them, in small letters where only the stressed ones are in capitals."""
    text = syllables.group()
    return text if text.isupper() else _STRESSED.sub(lambda match: match.group().lower(), text)


def _named(text: str, said: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Where words of a table stand in a text, and how it says them."""
    table = {" ".join(word.split()).casefold(): way.strip() for word, way in said.items() if word.strip()}
    table = {word: way for word, way in table.items() if way and any(sign.isalnum() for sign in way)}
    if not table:
        return []
    names = sorted(table, key=len, reverse=True)
    joined = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    found = re.finditer(rf"(?<!\w)(?:{joined})(?!\w)", text, re.IGNORECASE)
    return [(*match.span(), table[" ".join(match.group().split()).casefold()]) for match in found]


def _shared(written: str, offset: int, start: float, end: float) -> list[Word]:
    """The words of `written`, which together sound from `start` to `end`, by their length."""
    tokens = list(re.finditer(r"\S+", written))
    total = sum(len(token.group()) for token in tokens)
    made, at = [], start
    for token in tokens:
        until = end if token is tokens[-1] else at + (end - start) * len(token.group()) / total
        made.append(Word(token.group(), at, until, offset + token.start()))
        at = until
    return made


def _shown_at(phone: Phone, places: Sequence[int], words: Sequence[Word]) -> int:
    middle = (phone.start + phone.end) / 2
    return next((place for place in places if middle < words[place].end), places[-1])
