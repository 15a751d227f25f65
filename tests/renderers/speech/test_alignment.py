from __future__ import annotations

import importlib
from dataclasses import replace

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.speech import ENGINES, Speech, SpeechRequest, Viseme, Voice
from renderers.speech.alignment import align
from renderers.speech.alignment_acoustic import score_confidence
from renderers.speech.alignment_levels import begin_words_where_heard
from renderers.speech.alignment_spelling import spell_sounds, to_arpabet
from renderers.speech.alignment_warping import align_by_warping, cepstra, warp
from renderers.speech.catalogue import available, default_voice, find_voice
from renderers.speech.timing import close_gaps, time_words
from renderers.speech.utterance import Segment, prepare

LINES = (
    "The birch canoe slid on the smooth planks.",
    "You save $5 on every order over 120 pounds.",
    "Meet Zorkmid, the desk lamp that follows daylight.",
)
MEASURED = ("english-female-1", "english-male-1")


def speak(voice: Voice, *texts: str) -> list[Speech]:
    module, _, name = ENGINES[voice.engine].partition(":")
    return list(getattr(importlib.import_module(module), name)().speak([SpeechRequest(text, voice) for text in texts]))


@pytest.mark.parametrize("id_", MEASURED)
def test_words_begin_where_the_engine_says(id_: str) -> None:
    voice = find_voice(id_)
    assert voice is not None
    if not available(voice):
        pytest.skip(f"{voice.engine} is not installed here")
    errors: list[float] = []
    for text, speech in zip(LINES, speak(voice, *LINES), strict=True):
        found = align(speech.samples, speech.sample_rate, text)
        assert [(word.text, word.offset) for word in found.words] == [(w.text, w.offset) for w in speech.words]
        assert found.phones[0].start == 0 and found.phones[-1].end == pytest.approx(speech.seconds)
        assert all(one.end == two.start for one, two in zip(found.phones, found.phones[1:], strict=False))
        assert np.median(found.confidences) > 0.8
        errors += [abs(word.start - own.start) for word, own in zip(found.words, speech.words, strict=True)]
    assert np.mean(errors) < 0.02 and np.mean(np.array(errors) <= 0.0401) >= 0.88


def test_the_wrong_words_are_not_believed() -> None:
    voice = default_voice("en")
    right, wrong = "Our team will send you a short report.", "Paint the sheet to a bright green meadow."
    speech = speak(voice, right)[0]
    sure = align(speech.samples, speech.sample_rate, right).confidences
    unsure = align(speech.samples, speech.sample_rate, wrong).confidences
    assert np.median(sure) > 0.9 and np.median(unsure) < 0.3


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Die Lampe folgt dem Tageslicht und spart dabei Strom."), ("hi", "हमारी टीम आपको एक छोटी रिपोर्ट भेजेगी")],
)
def test_other_languages_are_aligned_by_their_nearest_sounds(language: str, text: str) -> None:
    speech = speak(default_voice(language), text)[0]
    found = align(speech.samples, speech.sample_rate, text, language)
    assert [word.text for word in found.words] == [word.text for word in speech.words]
    assert np.mean([abs(a.start - b.start) for a, b in zip(found.words, speech.words, strict=True)]) < 0.05


def test_warping_finds_the_same_voice_at_another_pace() -> None:
    voice = default_voice("es")
    text = "Nuestro equipo le enviará un informe breve."
    module, _, name = ENGINES[voice.engine].partition(":")
    slow = next(getattr(importlib.import_module(module), name)().speak([SpeechRequest(text, voice, 0.8)]))
    utterance = prepare(SpeechRequest(text, voice), latin=False)
    found = align_by_warping(slow.samples, slow.sample_rate, utterance, "es")
    words, _ = time_words(utterance, close_gaps(found.segments, slow.seconds))
    assert np.mean([abs(a.start - b.start) for a, b in zip(words, slow.words, strict=True)]) < 0.04
    assert all(0 <= sure <= 1 for sure in found.confidences)


def test_a_rough_pass_bounds_the_exact_one() -> None:
    random = np.random.default_rng(3)
    tone = np.concatenate([np.sin(np.arange(4000) * hertz) * 0.3 for hertz in random.uniform(0.05, 1.0, 26)])
    short = cepstra(tone.astype(np.float32))
    long = cepstra(np.repeat(tone.reshape(-1, 400), 2, axis=0).reshape(-1).astype(np.float32))
    path, costs = warp(short, long)
    assert len(short) * len(long) > 250_000 and len(path) == len(costs)
    assert (np.diff(path, axis=0) >= 0).all() and tuple(path[-1]) == (len(short) - 1, len(long) - 1)
    assert np.abs(path[:, 1] - 2 * path[:, 0]).mean() < 12


def test_what_is_no_speech_is_still_laid_out() -> None:
    tone = (np.sin(np.arange(32000) * 0.1) * 0.3).astype(np.float32)
    found = align(tone, 16000, "Open the door, please.")
    assert [word.text for word in found.words] == ["Open", "the", "door,", "please."]
    assert all(word.start < word.end for word in found.words) and max(found.confidences) <= 1


@pytest.mark.parametrize(
    ("samples", "text", "why"),
    [(np.zeros(16000), "Hello", "no sound"), (np.zeros(0), "Hello", "no sound"), (np.ones(16000), "…", "no words")],
)
def test_nothing_to_align_is_refused(samples: np.ndarray, text: str, why: str) -> None:
    with pytest.raises(EngineFailed, match=why):
        align(samples.astype(np.float32), 16000, text)


def test_unknown_words_are_spelt_in_known_sounds() -> None:
    assert spell_sounds("zorkmid") == tuple("Z AO R K M IH D".split())
    assert to_arpabet(("dʒ", "ˈuː", "s")) == ("JH", "UW", "S")
    assert to_arpabet(("ʘ",)) == () and spell_sounds("…") == ("AH",)


def test_confidence_falls_with_the_score() -> None:
    scores = [score_confidence(score * 10, 10) for score in (-5, -20, -36, -60, -5000)]
    assert scores == sorted(scores, reverse=True) and scores[0] > 0.99 and scores[-1] < 0.01


def test_a_vowel_is_not_given_the_silence_before_it() -> None:
    rate = 16000
    loud = np.sin(np.arange(rate) * 0.3).astype(np.float32)
    sound = np.concatenate([loud[: rate // 2], np.zeros(rate // 12, np.float32), loud[: rate // 2]])
    vowel, closing = Viseme.AA, Viseme.PP
    segments = (Segment("p", 0.0, 0.52, closing, 0, 0), Segment("ae", 0.52, 1.08, vowel, 1, 1))
    moved = begin_words_where_heard(segments, sound, rate)
    assert moved[0].end == moved[1].start == pytest.approx(0.583, abs=0.011)
    assert begin_words_where_heard(segments, np.concatenate([loud, loud[: rate // 12]]), rate) == segments
    same_word = (segments[0], Segment("ae", 0.52, 1.08, vowel, 1, 0))
    assert begin_words_where_heard(same_word, sound, rate) == same_word


@pytest.mark.parametrize(("symbol", "viseme", "begins"), [("dh", Viseme.TH, 0.8), ("b", Viseme.PP, 0.75)])
def test_a_word_is_not_given_the_pause_before_it(symbol: str, viseme: Viseme, begins: float) -> None:
    rate = 16000
    loud = np.sin(np.arange(rate) * 0.3).astype(np.float32)
    sound = np.concatenate([loud[: rate // 2], np.zeros(rate * 3 // 10, np.float32), 0.2 * loud[: rate // 2]])
    segments = (
        Segment("ae", 0.0, 0.52, Viseme.AA, 1, 0),
        Segment(symbol, 0.52, 0.9, viseme, 0, 1),
        Segment("ah", 0.9, 1.3, Viseme.AA, 0, 1),
    )
    before, pause, word, rest = begin_words_where_heard(segments, sound, rate)
    assert (before.end, pause.token, pause.viseme) == (pause.start, -1, Viseme.SIL) and rest == segments[2]
    assert pause.start == pytest.approx(0.52, abs=0.011)
    assert pause.end == word.start == pytest.approx(begins, abs=0.011)
    even = np.concatenate([loud, loud[: rate * 3 // 10]])
    assert begin_words_where_heard(segments, even, rate) == segments


def test_a_line_begins_where_it_is_heard() -> None:
    rate = 16000
    sound = np.sin(np.arange(rate) * 0.3).astype(np.float32)
    sound[: rate // 20] = 0
    pause, word = begin_words_where_heard((Segment("f", 0.0, 0.3, Viseme.FF, 0, 0),), sound, rate)
    assert (pause.viseme, word.symbol) == (Viseme.SIL, "f")
    assert pause.end == word.start == pytest.approx(0.05, abs=0.011)


def test_a_pause_that_is_loud_belongs_to_the_word_after_it() -> None:
    rate = 16000
    sound = np.sin(np.arange(rate) * 0.3).astype(np.float32)
    sound[: rate // 10] = 0
    pause, word = Segment("pau", 0.0, 0.3, Viseme.SIL, 0, -1), Segment("n", 0.3, 1.0, Viseme.NN, 0, 0)
    still, nasal = begin_words_where_heard((pause, word), sound, rate)
    assert still.end == nasal.start == pytest.approx(0.1, abs=0.011)


def test_the_release_of_a_stop_is_not_given_to_the_next_word() -> None:
    rate = 16000
    level = np.interp(np.arange(rate) / rate, [0.29, 0.3, 0.34, 0.36, 0.4, 0.44], [0.001, 0.3, 0.3, 0.1, 0.1, 0.3])
    level[: rate // 5] = 0.5
    level[rate // 5 : rate * 29 // 100] = 0.001
    sound = (level * np.sin(np.arange(rate) * 0.9)).astype(np.float32)
    segments = (
        Segment("ih", 0.0, 0.2, Viseme.IH, 0, 0),
        Segment("t", 0.2, 0.29, Viseme.DD, 0, 0),
        Segment("s", 0.29, 0.6, Viseme.SS, 0, 1),
        Segment("ih", 0.6, 1.0, Viseme.IH, 0, 1),
    )
    _, stop, fricative, _ = begin_words_where_heard(segments, sound, rate)
    assert stop.end == fricative.start and 0.34 < stop.end < 0.41
    released = (segments[0], replace(segments[1], end=0.36), replace(segments[2], start=0.36), segments[3])
    assert begin_words_where_heard(released, sound, rate) == released
