"""Caption files: read back by an independent reader, every cue, word, time and speaker is there."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pysubs2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.timeline import CaptionCue, CueWord
from tools.caption_files import FileLook, spaced, to_ass, to_srt, to_vtt
from tools.captions import Breaking, break_captions, cue_text

RATE = Fraction(30000, 1001)
LOOK = FileLook(1920, 1080, "Source Sans Pro", 46, "#fefefe", "#ffaa00", "#101418")


def cues(text: str, pace: int = 9) -> tuple[CaptionCue, ...]:
    words = [CueWord(word, at * pace, (at + 1) * pace - 1) for at, word in enumerate(text.split())]
    return break_captions(words, Breaking(42), rate=RATE, end=len(words) * pace + 30)


TEXT = (
    "We bake 1,250 loaves a day & sell them at €3.50 — really! Write to hello@example.com, or look at "
    "https://example.com/bread?a=1 🙂 “before noon”. A well-known place (since 1987); it's worth the walk."
)


def written(file: str, kind: str) -> list[tuple[int, int, str]]:
    parsed = pysubs2.SSAFile.from_string(file, format_=kind)
    return [(event.start, event.end, event.plaintext) for event in parsed]


@pytest.mark.parametrize("kind", ["srt", "vtt", "ass"])
def test_an_independent_reader_finds_every_cue_again(kind: str) -> None:
    made = cues(TEXT)
    text = {"srt": to_srt, "vtt": to_vtt}[kind](made, RATE) if kind != "ass" else to_ass(made, RATE, LOOK)
    found = written(text, kind)
    assert len(found) == len(made) > 2
    for cue, (start, end, said) in zip(made, found, strict=True):
        # Advanced SubStation counts hundredths of a second.
        assert abs(start - cue.start * 1000 / RATE) <= 5.5 and abs(end - cue.end * 1000 / RATE) <= 5.5
        wanted = cue_text(cue)
        if kind == "vtt":
            wanted = wanted.replace("&", "&amp;")
        assert said == wanted


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12), min_size=1, max_size=30)
)
def test_any_words_survive_the_way_through_a_styled_file(words: list[str]) -> None:
    made = cues(" ".join(words))
    found = pysubs2.SSAFile.from_string(to_ass(made, RATE, LOOK), format_="ass")
    assert len(found) == len(made)
    said = " ".join(event.plaintext.replace("\n", " ") for event in found).split()
    plain = " ".join(words).replace("\\", "⧵").replace("{", "(").replace("}", ")")
    assert "".join(said) == "".join(plain.split())


def test_karaoke_lights_every_word_when_it_is_spoken() -> None:
    made = cues("Every loaf is made by hand")
    text = to_ass(made, RATE, replace(LOOK, karaoke=True))
    line = next(line for line in text.splitlines() if line.startswith("Dialogue"))
    hundredths = [int(part.split("}")[0]) for part in line.split(r"\kf")[1:]]
    assert len(hundredths) == 6
    assert sum(hundredths) == pytest.approx(float(made[0].lines[-1][-1].end * 100 / RATE), abs=3)


def test_the_look_is_in_the_styled_file() -> None:
    style = pysubs2.SSAFile.from_string(to_ass(cues("One two"), RATE, replace(LOOK, top=True)), format_="ass").styles
    made = style["Default"]
    assert (made.fontname, made.fontsize) == ("Source Sans Pro", 46)
    assert (made.primarycolor.r, made.primarycolor.g, made.primarycolor.b) == (0xFE, 0xFE, 0xFE)
    assert made.alignment == pysubs2.Alignment.TOP_CENTER


def test_who_speaks_is_told_as_each_format_tells_it() -> None:
    label, *rest = (CueWord("Anna Berg:", 0, 0), CueWord("Good", 0, 9), CueWord("morning.", 10, 20))
    cue = CaptionCue(((label, *rest),), 0, 40, "Anna Berg")
    assert "Anna Berg: Good morning." in to_srt([cue], RATE)
    assert "<v Anna Berg>Good morning." in to_vtt([cue], RATE)
    event = pysubs2.SSAFile.from_string(to_ass([cue], RATE, LOOK), format_="ass")[0]
    assert (event.name, event.plaintext) == ("Anna Berg", "Anna Berg: Good morning.")


def test_captions_that_touch_are_set_apart_where_they_can_still_be_read() -> None:
    slow = CaptionCue(((CueWord("Slow words.", 0, 60),),), 0, 60)
    quick = CaptionCue(((CueWord("So many words that nothing can be spared of their time", 60, 120),),), 60, 120)
    last = CaptionCue(((CueWord("End.", 120, 150),),), 120, 150)
    found = spaced([slow, quick, last], Fraction(30))
    assert [cue.end for cue in found] == [58, 120, 150]
