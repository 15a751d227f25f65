from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.speech import SpeechRequest
from renderers.speech.added_voices import added_voices, voice_at
from renderers.speech.catalogue import default_voice, find_voice, voices
from renderers.speech.coqui import CoquiSpeech
from renderers.speech.coqui_model import describe_coqui
from renderers.speech.kokoro import KokoroSpeech
from renderers.speech.kokoro_model import SYMBOLS
from renderers.speech.onnx_graph import bring_out, open_session
from renderers.speech.phoneme_stream import label_sounds, read_sentences, read_tokens
from renderers.speech.piper import PiperSpeech
from renderers.speech.utterance import prepare
from renderers.speech.voice_folder import open_voice_folder, read_records
from tests.renderers.speech.engine_voices import add_voice
from tests.renderers.speech.voice_models import write_kokoro, write_piper

LINE = "Open the door, please."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("renderers.speech.voice_folder._opened", None)
    place = tmp_path / "voices"
    place.mkdir()
    open_voice_folder(place)
    return place


def test_a_model_that_was_dropped_in_is_in_the_catalogue(folder: Path) -> None:
    assert added_voices() == ()
    write_piper(folder)
    (voice,) = added_voices()
    assert (voice.id, voice.language, voice.engine, voice.style) == ("piper-en-us-tiny-low", "en-us", "piper", "neural")
    assert find_voice(voice.id) == voice and voice in voices("en")
    assert default_voice("en", "", ("piper", "espeak")) == voice
    assert default_voice("en").engine != "piper"


def test_another_model_is_another_voice(folder: Path) -> None:
    write_piper(folder, timed=True)
    (before,) = added_voices()
    write_piper(folder, timed=False)
    (after,) = added_voices()
    assert before.id == after.id and before.variant != after.variant
    with pytest.raises(EngineFailed, match="has changed"):
        next(PiperSpeech().speak([SpeechRequest(LINE, before)]))


def test_hidden_durations_are_brought_out(folder: Path) -> None:
    model = write_piper(folder, timed=False).read_bytes()
    assert len(open_session(model, "piper").get_outputs()) == 1
    assert len(open_session(bring_out(model, "Ceil"), "piper").get_outputs()) == 2
    given = write_piper(folder, "en_US-given-low", timed=True).read_bytes()
    assert bring_out(given, "Ceil") == given and bring_out(model, "Nothing") == model


def test_times_are_the_models_own(folder: Path) -> None:
    """The tone of a vowel is loud, of a consonant soft, and marks are silent: what is heard is what is told."""
    write_piper(folder, timed=False)
    speech = next(PiperSpeech().speak([SpeechRequest("Apples are here. Every one.", added_voices()[0])]))
    level = np.abs(speech.samples)
    for phone in speech.phones:
        inside = level[round((phone.start + 0.01) * 16000) : round((phone.end - 0.01) * 16000)]
        if phone.word < 0 and phone.start > 0 and phone.end < speech.seconds:
            assert inside.mean() < 0.01
        elif phone.word >= 0 and len(inside) > 200:
            assert inside.mean() > 0.01


def test_a_model_without_durations_is_aligned(folder: Path) -> None:
    write_piper(folder, timed=False, ceils=2)
    speech = next(PiperSpeech().speak([SpeechRequest(LINE, added_voices()[0])]))
    assert [word.text for word in speech.words] == ["Open", "the", "door,", "please."]


def test_kokoro_has_a_voice_for_each_style(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_voice("kokoro", folder, monkeypatch)
    first, second = added_voices()
    assert (first.id, first.gender, first.language) == ("kokoro-af-test", "female", "en-us")
    assert (second.id, second.gender, second.language) == ("kokoro-bm-test", "male", "en-gb")
    one, other = (next(KokoroSpeech().speak([SpeechRequest(LINE, voice)])) for voice in (first, second))
    assert [w.text for w in one.words] == [w.text for w in other.words]
    assert len(SYMBOLS) == 114 and SYMBOLS["ʒ"] == 147 and SYMBOLS["ˈ"] == 156


@pytest.mark.parametrize("engine", ["piper", "kokoro"])
def test_damaged_models_are_refused_in_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    voice = add_voice(engine, folder, monkeypatch)
    model = next(folder.glob(f"{engine}/*.onnx"))
    content = model.read_bytes()
    speech = {"piper": PiperSpeech, "kokoro": KokoroSpeech}[engine]()
    monkeypatch.setattr(f"renderers.speech.{engine}.read_model", lambda path, name: content[: len(content) // 2])
    with pytest.raises(EngineFailed, match="can not be opened") as refusal:
        next(speech.speak([SpeechRequest(LINE, voice)]))
    assert "\n" not in str(refusal.value)


def test_a_voice_by_its_path(folder: Path, tmp_path: Path) -> None:
    model = write_piper(tmp_path / "elsewhere")
    voice = voice_at(str(model))
    assert voice is not None and voice not in added_voices()
    assert len(next(PiperSpeech().speak([SpeechRequest(LINE, voice)])).words) == 4
    assert voice_at("english-female-1") is None
    with pytest.raises(EngineFailed, match="there is no model"):
        voice_at(str(tmp_path / "none.onnx"))
    (tmp_path / "bare.onnx").write_bytes(b"x")
    with pytest.raises(EngineFailed, match=r"bare\.onnx\.json"):
        voice_at(str(tmp_path / "bare.onnx"))
    (tmp_path / "bare.onnx.json").write_text('{"audio": 3}')
    with pytest.raises(EngineFailed, match="not the configuration"):
        voice_at(str(tmp_path / "bare.onnx"))


def test_a_broken_record_hides_one_voice_only(folder: Path) -> None:
    write_piper(folder)
    for name, text in (("one", "{"), ("two", '{"voices": [{"id": 3}]}'), ("three", '{"voices": 7}')):
        (folder / name).mkdir()
        (folder / name / "voice.json").write_text(text)
        assert read_records(folder / name) == []
    assert len(added_voices()) == 1


def test_coqui_says_what_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What its models do is shown with the library itself, in `test_coqui_speech`."""
    voice = add_voice("coqui", folder, monkeypatch)
    model = folder / "coqui" / "model.pth"
    with pytest.raises(EngineFailed, match="not a Coqui voice"):
        describe_coqui(model)
    model.with_name("config.json").write_text('{"model": "vits", "audio": {"sample_rate": 16000}}')
    assert describe_coqui(model, "de").language == "de"
    monkeypatch.setitem(sys.modules, "TTS.api", None)
    with pytest.raises(
        EngineFailed, match=r"coqui-tts and torch are not usable here .* install them with: .* torch==.* coqui-tts=="
    ):
        next(CoquiSpeech().speak([SpeechRequest(LINE, voice)]))


def test_words_that_run_together_keep_their_sounds() -> None:
    request = SpeechRequest("The cat in the house.", default_voice("en"))
    utterance = prepare(request, latin=True)
    (sentence,) = read_sentences(utterance.tokens, "en-us")
    assert {symbol.token for symbol in sentence if symbol.token >= 0} == {0, 1, 2, 3, 4}
    assert [symbol.token for symbol in sentence if symbol.token >= 0] == sorted(
        symbol.token for symbol in sentence if symbol.token >= 0
    )
    assert sentence[-1].text == "." and all(read_tokens(utterance.tokens, "en-us"))
    labels = [symbol.token for symbol in label_sounds([("ɪ", "n", "ð", "ə")], [("ɪ", "n"), ("ð", "ə")], 3)]
    assert labels == [3, 3, 4, 4]


def test_kokoro_files_that_are_none(folder: Path) -> None:
    from renderers.speech.kokoro_model import describe_kokoro

    model, styles = write_kokoro(folder / "k")
    styles.write_bytes(b"no styles")
    with pytest.raises(EngineFailed, match="no file of Kokoro voices"):
        describe_kokoro(model, styles)
