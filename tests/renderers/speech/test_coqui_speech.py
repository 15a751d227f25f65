"""Coqui with its own package: a VITS small enough to be made here is loaded by our engine and speaks.

`make test-extras` installs the package; without it nothing here runs. Weights are random but for two of them, which
make the model loud enough to be heard and every letter equally long.
"""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from renderers.errors import EngineFailed
from renderers.speech import Speech, SpeechRequest, Voice
from renderers.speech.added_voices import added_voices
from renderers.speech.coqui import CoquiSpeech
from renderers.speech.coqui_model import describe_coqui
from renderers.speech.delivery import deliver
from renderers.speech.utterance import RawSpeech
from renderers.speech.voice_folder import open_voice_folder, write_records

# The library's own warnings, of what it will rename, are no business of ours.
pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("TTS") is None, reason="coqui-tts is not installed"),
    pytest.mark.filterwarnings("ignore"),
]

RATE = 16000
HOP = 256
FRAMES = 8
"""Frames that every letter lasts, and every blank between two."""
PAUSE = 10_000
"""Samples of silence that the library puts after a sentence."""
LINE = "Open the door, please."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a VITS of sixteen channels and the configuration that the library writes for it."""
    torch = pytest.importorskip("torch", exc_type=ImportError)
    pytest.importorskip("TTS", exc_type=ImportError)
    from TTS.tts.configs.shared_configs import CharactersConfig
    from TTS.tts.configs.vits_config import VitsArgs, VitsConfig
    from TTS.tts.models.vits import Vits

    letters = CharactersConfig(
        characters_class="TTS.tts.models.vits.VitsCharacters",
        pad="_", eos="", bos="", blank="<BLNK>", phonemes=None,
        characters="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", punctuations="!'(),-.:;? ",
    )  # fmt: skip
    small = VitsArgs(
        hidden_channels=16, hidden_channels_ffn_text_encoder=16, num_layers_text_encoder=1,
        num_layers_posterior_encoder=1, num_layers_flow=1, upsample_initial_channel_decoder=16,
        resblock_kernel_sizes_decoder=[3], resblock_dilation_sizes_decoder=[[1, 1, 1]],
        use_sdp=False, init_discriminator=False,
    )  # fmt: skip
    config = VitsConfig(
        model_args=small, characters=letters, text_cleaner="basic_cleaners", phoneme_language="en-us", add_blank=True
    )
    config.audio.sample_rate, config.audio.hop_length, config.audio.do_trim_silence = RATE, HOP, False
    torch.manual_seed(3)
    model = Vits(config)
    with torch.no_grad():
        model.duration_predictor.proj.weight.zero_()
        model.duration_predictor.proj.bias.fill_(math.log(FRAMES - 0.25))
        model.waveform_decoder.conv_post.weight *= 2000
    place = tmp_path_factory.mktemp("coqui") / "tiny"
    place.mkdir()
    torch.save({"model": model.state_dict()}, place / "model.pth")
    config.save_json(str(place / "config.json"))
    return place


@pytest.fixture
def voice(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Voice:
    """The model as a voice that a person added."""
    monkeypatch.setattr("renderers.speech.voice_folder._opened", tmp_path)
    place = tmp_path / "tiny"
    place.mkdir()
    for file in made.iterdir():
        (place / file.name).write_bytes(file.read_bytes())
    write_records(place, [describe_coqui(place / "model.pth")])
    open_voice_folder(tmp_path)
    return next(voice for voice in added_voices() if voice.engine == "coqui")


def _say(voice: Voice, text: str = LINE, **wanted: Any) -> Speech:
    return next(CoquiSpeech().speak([SpeechRequest(text, voice, **wanted)]))


def test_a_sentence_is_spoken_with_its_words_and_times(voice: Voice) -> None:
    assert (voice.id, voice.language, voice.sample_rate) == ("coqui-tiny", "en-us", RATE)
    speech = _say(voice)
    assert speech.sample_rate == RATE and speech.samples.dtype == np.float32
    assert np.isfinite(speech.samples).all() and 0.05 < np.abs(speech.samples).max() <= 1
    assert [(word.text, word.offset) for word in speech.words] == [
        ("Open", 0), ("the", 5), ("door,", 9), ("please.", 15)
    ]  # fmt: skip
    assert all(0 <= word.start < word.end <= speech.seconds + 1e-6 for word in speech.words)
    assert all(one.end <= two.start + 1e-6 for one, two in zip(speech.words, speech.words[1:], strict=False))
    assert speech.phones[0].start == 0 and speech.phones[-1].end == pytest.approx(speech.seconds)


def test_the_same_line_sounds_the_same_wherever_it_stands(voice: Voice) -> None:
    alone = _say(voice)
    _, again = CoquiSpeech().speak([SpeechRequest("Something else before.", voice), SpeechRequest(LINE, voice)])
    assert np.array_equal(alone.samples, again.samples) and alone.words == again.words
    assert not np.array_equal(alone.samples, _say(voice, "Close the door, please.").samples)


def test_the_models_own_length_sets_the_pace(voice: Voice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted before the finish, which takes of the noise that this model makes what it holds for silence."""
    lengths: list[int] = []

    def watch(raw: RawSpeech, *told: Any) -> Speech:
        lengths.append(len(raw.samples))
        return deliver(raw, *told)

    monkeypatch.setattr("renderers.speech.coqui.deliver", watch)
    for speed in (0.5, 1.0, 2.0):
        _say(voice, speed=speed)
    # A blank lies before, between and after the letters.
    letters = 2 * len(LINE) + 1
    assert [length - PAUSE for length in lengths] == [letters * FRAMES * HOP * share // 2 for share in (4, 2, 1)]


@pytest.mark.parametrize("file", ["model.pth", "config.json"])
def test_what_is_damaged_is_refused_in_a_sentence(voice: Voice, tmp_path: Path, file: str) -> None:
    damaged = tmp_path / "tiny" / file
    damaged.write_bytes(damaged.read_bytes()[: damaged.stat().st_size // 2])
    with pytest.raises(EngineFailed, match=r"can not be opened .*; add it again") as refusal:
        _say(voice)
    assert "\n" not in str(refusal.value)


def test_a_speaker_that_the_model_has_not_is_refused(voice: Voice, tmp_path: Path) -> None:
    from dataclasses import replace

    record = replace(describe_coqui(tmp_path / "tiny" / "model.pth"), speaker="nobody")
    write_records(tmp_path / "tiny", [record])
    with pytest.raises(EngineFailed, match="broke off while speaking") as refusal:
        _say(next(voice for voice in added_voices() if voice.engine == "coqui"))
    assert "\n" not in str(refusal.value)


def test_versions_are_part_of_the_engines_identity() -> None:
    assert "coqui-tts 0." in CoquiSpeech().identity and "torch 2." in CoquiSpeech().identity
