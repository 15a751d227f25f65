"""A Kokoro model on disk: StyleTTS 2 in ONNX, a file of styles with one voice a name, and its table of symbols."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.errors import EngineFailed
from renderers.speech.voice_folder import VoiceRecord, content_mark

SAMPLE_RATE = 24000
LONGEST = 510
"""Symbols that the model takes at once."""

LICENCE = "Apache-2.0 (Kokoro-82M)"
_CONFIG = "kokoro_config"
_LANGUAGES = {
    "a": "en-us", "b": "en-gb", "e": "es", "f": "fr", "h": "hi", "i": "it", "j": "ja", "p": "pt-br", "z": "cmn",
}  # fmt: skip
"""The language of a voice by the first letter of its name; the second says whether a woman or a man speaks."""

_RUNS = {
    1: ";:,.!?",
    9: '\u2014\u2026"()\u201c\u201d \u0303\u02a3\u02a5\u02a6\u02a8\u1d5d\uab67AI',
    31: "O",
    33: "Q",
    35: "ST",
    39: "W",
    41: "Yᵊabcdef",
    50: "hijklmnopqrstuvwxyzɑɐɒæ",
    75: "βɔɕç",
    80: "ɖðʤə",
    85: "ɚɛɜ",
    90: "ɟ",
    92: "ɡ",
    99: "ɥ",
    101: "ɨɪʝ",
    110: "ɯɰŋɳɲɴø",
    118: "ɸθœ",
    123: "ɹ",
    125: "ɾɻ",
    128: "ʁɽʂʃʈʧ",
    135: "ʊʋ",
    138: "ʌɣɤ",
    142: "χʎ",
    147: "ʒʔ",
    156: "ˈˌː",
    162: "ʰ",
    164: "ʲ",
    169: "↓",
    171: "→↗↘",
    177: "ᵻ",
}
SYMBOLS: dict[str, int] = {letter: first + at for first, run in _RUNS.items() for at, letter in enumerate(run)}
"""The number of each symbol in the models of the public release; a model may carry its own table."""


def read_styles(path: Path) -> dict[str, NDArray[np.float32]]:
    """The styles in a file of voices, `(n, 256)` each, by name. Raises `EngineFailed` for any other file."""
    found = {}
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as styles:
            for name in styles.files:
                found[name] = np.asarray(styles[name], np.float32).reshape(-1, 256)
    except (OSError, ValueError, AttributeError, EOFError, zipfile.BadZipFile) as error:
        raise EngineFailed(
            "kokoro", f"{path.name} is no file of Kokoro voices ({type(error).__name__}); download it again."
        ) from error
    return found


def describe_kokoro(model: Path, voices: Path, source: str = "") -> list[VoiceRecord]:
    """What the catalogue says of every voice in `voices`. Raises `EngineFailed` where a file is not Kokoro's."""
    mark = content_mark(model, voices)
    return [
        VoiceRecord(
            id=f"kokoro-{name.lower().replace('_', '-')}",
            name=f"{name.partition('_')[2].title() or name}, Kokoro",
            language=_LANGUAGES.get(name[:1], "en-us"),
            gender={"f": "female", "m": "male"}.get(name[1:2], ""),
            engine="kokoro",
            sample_rate=SAMPLE_RATE,
            licence=LICENCE,
            files={"model": model.name, "voices": voices.name},
            fingerprint=mark,
            source=source,
            speaker=name,
        )
        for name in sorted(read_styles(voices))
    ]


def symbols_of(session: Any) -> dict[str, int]:  # noqa: ANN401  (onnxruntime's session)
    """The table of symbols that a model carries, or that of the public release."""
    told = session.get_modelmeta().custom_metadata_map.get(_CONFIG)
    try:
        return {str(letter): int(id_) for letter, id_ in json.loads(told)["vocab"].items()} if told else SYMBOLS
    except (ValueError, KeyError, TypeError):
        return SYMBOLS
