"""Captions cover a script: whatever is written, each of its words is shown once, in order, with its marks."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from renderers.speech import Word
from renderers.speech.normalization import normalise
from renderers.timeline import CueWord
from tools.captions import COLUMNS, ROWS, Breaking, break_captions, caption_words, cue_text

RATE = Fraction(30)
SCRIPTS = 500
PIECES = (
    "we", "bake", "bread", "by", "hand", "every", "morning", "in", "the", "old", "town", "of", "Porto", "and", "you",
    "can", "taste", "it", "don't", "isn't", "well-known", "state-of-the-art", "5", "12", "1,250", "3.14", "2026", "20%",
    "€89", "$1.5", "£3,000.50", "10kg", "4K", "7pm", "3rd", "1990s", "24/7", "9:30", "example.com",
    "https://www.example.com/bread?x=1&y=2", "hello@example.com", "@bakery", "#bread", "🙂", "🎉🎉", "👩‍🍳", "—", "–",
    "&", "+", "...", "“daylight”", "‘nice’", '"quoted"', "(really)", "[soon]", "Mr.", "Dr.", "e.g.", "U.S.", "C++",
    "A/B", "x²", "½", "№5", "naïve", "café", "Łódź", "Ω", "yes!", "why?", "wait…", "so,", "then;", "first:", "end.",
)  # fmt: skip


def scripts() -> list[str]:
    """Lines of two to thirty pieces, the same every time."""
    chance = random.Random(20_26)
    return [" ".join(chance.choices(PIECES, k=chance.randint(2, 30))) for _ in range(SCRIPTS)]


def heard(text: str) -> list[Word]:
    """The words of `text` as a voice says them, a quarter of a second each."""
    return [
        Word(word.text, at * 0.25, at * 0.25 + 0.24, word.offset)
        for at, word in enumerate(normalise(text))
        if word.spoken
    ]


@pytest.mark.parametrize("aspect", COLUMNS)
def test_every_word_of_five_hundred_scripts_is_shown_once_in_order(aspect: str) -> None:
    silent = 0
    for text in scripts():
        words = heard(text)
        if not words:
            silent += 1
            continue
        timed = caption_words(text, words)
        assert " ".join(written for written, _, _ in timed).split() == text.split(), text
        assert all(start <= end for _, start, end in timed)
        assert [start for _, start, _ in timed] == sorted(start for _, start, _ in timed)
        frames = [CueWord(written, round(start * 30), round(end * 30)) for written, start, end in timed]
        cues = break_captions(frames, Breaking(COLUMNS[aspect], ROWS[aspect]), rate=RATE, end=frames[-1].end + 20)
        assert " ".join(map(cue_text, cues)).split() == text.split(), text
        assert all(before.end <= after.start for before, after in zip(cues, cues[1:], strict=False))
        assert all(len(cue.lines) <= ROWS[aspect] for cue in cues)
        assert all(
            len(line) <= COLUMNS[aspect] or len(line.split()) == 1
            for cue in cues
            for line in (" ".join(word.text for word in words) for words in cue.lines)
            if not any(" " in word.text for words in cue.lines for word in words)
        )
    assert silent < 20
