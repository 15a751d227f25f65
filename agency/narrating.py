"""Own recordings: every line of a storyboard as its stretch of the recorded voice, and what is said otherwise."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from agency.desk import Desk
from agency.progress import Reporter
from renderers.speech.narration import Mismatch
from renderers.speech.recording_takes import cut_speech, keep_beats, keep_narration, keep_recording, load_recording
from renderers.speech.storage import save_speech
from renderers.takes import Take, digest, file_digest
from tools.edit import SpokenLine
from tools.errors import BadInput
from tools.storyboard import Storyboard

IDENTITY = "recording of the client's own"
_SHOWN = 12
"""Differences that are told one by one."""


def narrated_lines(
    storyboard: Storyboard, desk: Desk, reporter: Reporter
) -> tuple[dict[str, Take], dict[str, SpokenLine]]:
    """Every line's take and times, cut from the storyboard's recording; a line that it leaves out is in neither.

    What differs goes into the desk's notes. Raises `MediaRejected` for a file that can not be used, and `EngineFailed`
    for a recording of something else.
    """
    lines = {line.id: line.text for scene in storyboard.scenes for line in scene.lines if line.text.strip()}
    if not lines:
        raise BadInput("A recording was given, but the storyboard has no lines that it could speak; add the script.")
    path = Path(storyboard.narration)
    desk.on_news()
    kept = keep_recording(path, file_digest(path), desk.takes)
    narration = keep_narration(kept, list(lines.values()), storyboard.language, desk.takes)
    recording, beats = load_recording(kept), keep_beats(kept, desk.takes)
    desk.identities["speech"] = IDENTITY
    takes: dict[str, Take] = {}
    spoken: dict[str, SpokenLine] = {}
    for done, (id_, part) in enumerate(zip(lines, narration.slices, strict=True)):
        if part.words:
            key = digest("narrated line", kept.key, part)
            take = desk.takes.keep(
                "speech", key, partial(save_speech, cut_speech(recording, part)), {"engine": IDENTITY}
            )
            takes[id_] = take
            own = tuple(round(beat - part.start, 3) for beat in beats if part.start <= beat < part.end)
            spoken[id_] = SpokenLine(id_, part.end - part.start, part.words, part.phones, part.rest, own)
        reporter.advance(done + 1, len(lines))
    desk.notes += [note for note in mismatch_notes(storyboard, narration.mismatches) if note not in desk.notes]
    return takes, spoken


def mismatch_notes(storyboard: Storyboard, mismatches: tuple[Mismatch, ...]) -> list[str]:
    """A sentence for each place where recording and script differ, word by word."""
    places = [
        (number, line.text)
        for number, scene in enumerate(storyboard.scenes, 1)
        for line in scene.lines
        if line.text.strip()
    ]
    told = [_sentence(places[one.line][0], one, places[one.line][1]) for one in mismatches[:_SHOWN]]
    if len(mismatches) > _SHOWN:
        told.append(f"The recording differs from the script in {len(mismatches) - _SHOWN} more places.")
    return told


def _sentence(scene: int, one: Mismatch, text: str) -> str:
    at = f"{int(one.at // 60)}:{one.at % 60:04.1f} of the recording"
    heard = f"“{one.heard}”" if one.heard else "something else"
    if one.kind == "missing":
        return f"Scene {scene}: “{one.written}” is in the script, but is not said at {at}."
    if one.kind == "instead":
        return f"Scene {scene}: the script has “{one.written}”, and at {at} it sounds like {heard}."
    after = text[: one.offset].split()[-1:] + text[one.offset :].split()[:1]
    return f"Scene {scene}: {heard} is said at {at}, after “{after[-1]}”, and is not in the script."
