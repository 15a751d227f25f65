"""Likenesses of voices: the text to read, and from a recording of it to a voice in the catalogue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agency.consent_records import Consents
from agency.home import Home
from agency.voice_adding import keep_voice
from renderers.leftovers import temporary_folder
from renderers.likenesses import Likeness
from renderers.speech.voice_folder import VoiceRecord, content_mark
from renderers.takes import file_digest
from tools.errors import BadInput, UnknownName

READING_TEXT = """This is my own voice, and a built-in voice is carried towards it.
The birch canoe slid on the smooth planks.
Glue the sheet to the dark blue background.
It is easy to tell the depth of a well.
These days a chicken leg is a rare dish.
Rice is often served in round bowls.
The juice of lemons makes fine punch.
The box was thrown beside the parked truck.
Four hours of steady work faced us.
Our team will send you a short report every Monday morning.
The new release makes every video three times faster.
Join us, choose your own picture, and enjoy the show with your family."""
"""What a speaker reads: sentences of the Harvard list (IEEE, 1969), which hold all sounds of English, and ours."""

USUAL_VOICE = "english-female-1"
"""The built-in voice that is carried towards a speaker: the one with the widest band."""


@dataclass(frozen=True)
class MadeLikeness:
    """A likeness as it stands in the catalogue."""

    id: str
    name: str
    voice: str
    consent: str
    figures: dict[str, float]

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "voice": self.id,
            "name": self.name,
            "what": "likeness of a built-in voice, not a clone",
            "built_in_voice": self.voice,
            "consent": self.consent,
            "distances": self.figures,
        }

    def summary(self) -> str:
        """In words."""
        f = self.figures
        return (
            f"{self.name}: the built-in voice {self.voice}, carried towards the speaker; a likeness, not a clone.\n"
            f"Pitch: {f['pitch_before']:.1f} half-tones away before, {f['pitch_after']:.1f} after. "
            f"Formants: {f['formants_before']:.0f} % before, {f['formants_after']:.0f} % after. "
            f"Timbre (MCD): {f['mcd_before']:.1f} dB before, {f['mcd_after']:.1f} dB after.\n"
            f"Consent: {self.consent}\nUse it with `--voice {self.id}`."
        )


def make_likeness(file: Path, name: str, place: Home, text: Path | None = None, voice: str = "") -> MadeLikeness:
    """The likeness of the speaker in `file`, who reads our text or that in `text`, kept under `name`.

    Raises `BadInput`, `UnknownName`, `ConsentMissing`, `MediaRejected` and `EngineFailed`; nothing is kept then.
    """
    from renderers.speech import likeness
    from renderers.speech.catalogue import available, find_voice
    from renderers.speech.likeness_map import save_map
    from renderers.speech.recording import read_recording

    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not slug:
        raise BadInput("The voice has no name; give it one with --name.")
    under = find_voice(voice or USUAL_VOICE)
    if under is None or under.style == likeness.STYLE or not available(under):
        raise UnknownName(f"There is no built-in voice {voice or USUAL_VOICE!r} here; `agency voices` lists them.")
    sample = _existing(file)
    speaker = Likeness("voice", sample.name, file_digest(sample))
    consent = Consents(place).require(speaker)
    lines = _lines(text)
    made = likeness.make_likeness(read_recording(sample), lines, under.language, under, speaker)
    with temporary_folder() as folder:
        map_file = folder / "likeness.npz"
        save_map(made.map, map_file)
        record = VoiceRecord(
            id=f"likeness-{slug}",
            name=f"{name.strip()}, likeness",
            language=under.language,
            gender="",
            engine="likeness",
            sample_rate=under.sample_rate,
            licence=f"likeness of a built-in voice, not a clone; {under.licence}",
            files={"map": map_file.name},
            fingerprint=content_mark(map_file),
            speaker=under.id,
            style=likeness.STYLE,
            figures={**made.figures, "pace": made.pace},
            consent=consent.id,
        )
        Consents(place).add_made(consent, file_digest(map_file))
        kept = keep_voice([record], [map_file], place)[0]
    return MadeLikeness(kept.id, name.strip(), under.id, consent.id, made.figures)


def _existing(file: Path) -> Path:
    found = file.expanduser().absolute()
    if not found.is_file():
        raise BadInput(f"There is no file {str(file)!r}; check the name.")
    return found


def _lines(text: Path | None) -> list[str]:
    if text is None:
        return READING_TEXT.splitlines()
    from tools.script_files import script_text

    plain = script_text(_existing(text), text.name)
    lines = [one.strip() for one in re.split(r"(?<=[.!?])\s+|\n+", plain) if one.strip()]
    if not lines:
        raise BadInput(f"There is nothing to read in {text.name}; give the text that is read in the recording.")
    return lines
