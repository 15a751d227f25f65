"""espeak-ng's reading of texts as IPA, for `voice_process`: no sound, only what would be said.

espeak-ng is licensed GPL-3.0-or-later; it is loaded only in that process of its own.
"""

from __future__ import annotations

import ctypes as c
from collections.abc import Callable
from typing import Any

_RETRIEVAL, _DO_NOT_EXIT = 1, 0x8000
_UTF8, _IPA = 1, 0x02
_SEPARATOR = ord("_") << 8


def open_library(library: str, data: str) -> Callable[[dict[str, Any]], tuple[dict[str, Any], bytes]]:
    """A function that reads, for the library and the data folder at these paths.

    A request names a `voice` and `texts`; the header has `ipa`: for each text its sounds with "_" between the sounds
    of a word and a space between words.
    """
    espeak = c.CDLL(library)
    espeak.espeak_Initialize.argtypes = [c.c_int, c.c_int, c.c_char_p, c.c_int]
    espeak.espeak_SetVoiceByName.argtypes = [c.c_char_p]
    espeak.espeak_TextToPhonemes.argtypes = [c.POINTER(c.c_void_p), c.c_int, c.c_int]
    espeak.espeak_TextToPhonemes.restype = c.c_char_p
    if espeak.espeak_Initialize(_RETRIEVAL, 0, data.encode(), _DO_NOT_EXIT) <= 0:
        raise SystemExit("espeak-ng could not open its data")

    def read(request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        if espeak.espeak_SetVoiceByName(str(request["voice"]).encode()) != 0:
            raise RuntimeError(f"it has no voice called {request['voice']}")
        found = []
        for text in request["texts"]:
            kept = c.create_string_buffer(str(text).encode())
            place = c.c_void_p(c.addressof(kept))
            parts = []
            while place.value:
                part = espeak.espeak_TextToPhonemes(c.byref(place), _UTF8, _IPA | _SEPARATOR)
                parts.append((part or b"").decode("utf-8", "ignore"))
            found.append(" ".join(parts))
        return {"ipa": found}, b""

    return read
