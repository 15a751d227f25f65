"""Who and what appears: asked names, resolved against the catalogues of presenters, voices, music and backgrounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from agency.photo_avatars import framing_note
from agency.presenters import every_avatar
from renderers.avatar import Avatar
from renderers.avatar.catalogue import AVATARS
from renderers.background.catalogue import FAMILIES
from renderers.music.catalogue import MOODS
from renderers.speech import Voice
from renderers.speech.added_voices import voice_at
from renderers.speech.catalogue import default_voice, find_voice, voices
from tools.casting import Candidate, Casting, cast
from tools.storyboard import Storyboard


@dataclass(frozen=True)
class Cast:
    """The resolved names of one production (backgrounds by asked name), and a sentence for each that was not ours.

    `music` is a mood, empty where there is none or a `track` of the client's, a path, is played.
    """

    avatar: Avatar
    voice: Voice
    music: str
    backgrounds: dict[str, str]
    notes: tuple[str, ...]
    track: str = ""

    @property
    def has_music(self) -> bool:
        """Whether any music is heard."""
        return bool(self.music or self.track)

    @property
    def music_name(self) -> str:
        """The music as people call it: the mood, the name of the file, or `none`."""
        return Path(self.track).name if self.track else self.music.replace("_", " ") or "none"


def cast_storyboard(storyboard: Storyboard, speech_engines: Sequence[str] = ()) -> Cast:
    """The cast for `storyboard`; a voice that nobody named speaks through one of `speech_engines`.

    Raises `tools.errors.UnknownName` with suggestions for a name that means nothing.
    """
    notes: list[str] = []

    def resolve(kind: str, asked: str, candidates: Callable[[], Iterable[Candidate]]) -> str:
        found: Casting = cast(kind, asked, tuple(candidates()))
        if not found.exact and found.note:
            notes.append(found.note)
        return found.id

    voice = None
    if storyboard.voice:
        voice = voice_at(storyboard.voice) or find_voice(resolve("voice", storyboard.voice, voice_candidates))
    if storyboard.avatar:
        id_ = resolve("avatar", storyboard.avatar, avatar_candidates)
        avatar = next((one for one in every_avatar() if one.id == id_), None)
    else:
        avatar = next((a for a in AVATARS if voice is None or a.gender == voice.gender), AVATARS[0])
    assert avatar is not None
    if note := framing_note(avatar, (storyboard.framing, *(scene.framing for scene in storyboard.scenes))):
        notes.append(note)
    if voice is None:
        voice = default_voice(storyboard.language, avatar.gender, speech_engines)
    track = storyboard.music_file.strip()
    named = storyboard.music.strip() and not track
    music = resolve("music", storyboard.music, music_candidates) if named else ""
    asked = dict.fromkeys(scene.background.family for scene in storyboard.scenes)
    backgrounds = {name: resolve("background", name, background_candidates) if name else "" for name in asked}
    return Cast(avatar, voice, music, backgrounds, tuple(notes), track)


def avatar_candidates() -> Iterable[Candidate]:
    """Every presenter, with the words that describe it."""
    return (Candidate(a.id, a.name, frozenset({a.gender, *_words(a.style)})) for a in every_avatar())


def voice_candidates() -> Iterable[Candidate]:
    """Every voice, with the words that describe it."""
    return (
        Candidate(v.id, v.name, frozenset({v.gender, v.language, *_words(v.name), *_words(v.style)})) for v in voices()
    )


def music_candidates() -> Iterable[Candidate]:
    """Every mood, with the words that describe it."""
    return (Candidate(m.id, m.name, frozenset({*_words(m.id), *_words(m.description)})) for m in MOODS)


def background_candidates() -> Iterable[Candidate]:
    """Every designed background, with the words that describe it."""
    return (Candidate(name, name, frozenset(_words(text))) for name, text in FAMILIES.items())


def _words(text: str) -> list[str]:
    return [word for word in text.lower().replace("_", " ").replace(",", " ").split() if len(word) > 2]
