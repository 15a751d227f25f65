"""Filling of what is asked of the sound: delivery, stress, loudness, a recorded voice, small sounds and levels."""

from __future__ import annotations

import re
from typing import Any, get_args

from tools.delivery_patches import SetDelivery, SetEmphasis
from tools.language.notes.context import Reading, do
from tools.language.notes.filling_slots import Slots, plain, presenter_name
from tools.language.notes.frame_words import first_names
from tools.language.notes.rules_delivery import SOUND_FILES, emotion_of
from tools.line_spans import occurrence
from tools.sound_patches import SetLoudness, SetNarration, SetSceneSound
from tools.storyboard import LoudnessPreset, SmallSound

_LOUDNESS: tuple[tuple[str, LoudnessPreset], ...] = (
    (r"podcasts?|spotify|apple podcasts?", "podcast"),
    (r"atsc|(?:us|u\.s\.|american|america|a/85|usa)\b.{0,40}", "atsc"),
    (r"ebu|r ?128|europe\w*|(?:tv|television|broadcast)", "ebu"),
    (r"web|online|internet|youtube|social media|streaming", "web"),
)
_LEVELS: dict[str, LoudnessPreset] = {"14": "web", "16": "podcast", "23": "ebu", "24": "atsc"}
_SOUNDS = tuple(name for name in get_args(SmallSound) if name)
_UP = r"up|louder|higher|raise\w*|increas\w*|boost\w*|more"
_DOWN = r"too loud|-\d|minus|down|quieter|lower\w*|softer|reduc\w*|decreas\w*|duck\w*|less|drop\w*"


def _loudness(slots: Slots) -> Reading | None:
    spoken_of = r"loud\w*|lufs|lkfs|level\w*|volume|master\w*|mix\w*|sound|audio|norms?|standard|broadcast|air\w*"
    if not slots.says(rf"{spoken_of}|r ?128|ebu|atsc"):
        return None
    preset = next((preset for words, preset in _LOUDNESS if slots.says(words)), None)
    if preset is None and (level := re.search(r"-? ?(14|16|23|24) ?(?:lufs|lkfs)", slots.text)):
        preset = _LEVELS[level[1]]
    if slots.says(r"lufs|lkfs|r ?128|a/85"):
        slots.drop("@num @db")
    if preset is None or slots.says("music|voice|scene"):
        return None
    slots.drop("volume music sound aspect landscape american resolution website speed video louder right german")
    return do(SetLoudness(preset=preset))


def _narration(slots: Slots) -> Reading | None:
    file = slots.file(SOUND_FILES)
    if not file or slots.says("music|song|track|tune|background|jingle"):
        return None
    spoken = r"voice\w*|narrat\w*|record\w*|speak\w*|spoke\w*|talk\w*|read\w*|said|vocals?|dub\w*|audio|me|own|that"
    if not slots.says(spoken):
        return None
    slots.drop("voice avatar line words script talk read say add instead @line video " + " ".join(_voices(slots)))
    return do(SetNarration(file=file))


def _voices(slots: Slots) -> frozenset[str]:
    """First names of voices and presenters, one of whom the recording takes the place of."""
    return first_names(slots.context) | {"@url", "file", "replace", "swap", "female", "male"}


def _small_sound(slots: Slots) -> Reading | None:
    sounds = slots.words.take(_SOUNDS)
    scenes = slots.scenes(("title", "endcard"))
    off = slots.says(r"no|not|don'?t|without|remove|off|delete|drop|lose|silent|take .* out|leave out")
    if off and scenes and slots.says(r"sounds?|effects?|noise|whoosh\w*|risers?|impacts?|chimes?|stings?"):
        slots.drop("no not dont without remove off use music out away hear sound")
        if slots.says("music|voice|captions?"):
            return None
        return do(*(SetSceneSound(scene=id_, sound="none") for id_ in scenes), focus=tuple(scenes))
    if off or len({token.norm for token in sounds}) != 1 or not scenes:
        return _level(slots, scenes)
    slots.drop("before after hear sound transition between music")
    sound = sounds[0].norm
    return do(*(SetSceneSound(scene=id_, sound=sound) for id_ in scenes), focus=tuple(scenes))  # type: ignore[arg-type]


def _scene_level(slots: Slots) -> Reading | None:
    return _level(slots, slots.scenes(("title", "endcard")))


def _level(slots: Slots, scenes: list[str]) -> Reading | None:
    """The music of some scenes by so many decibels louder or quieter."""
    step = slots.number("@db")
    up, down = slots.says(_UP), slots.says(_DOWN)
    if not scenes or not slots.says("music|soundtrack|score|song|tune|bed") or bool(up) == bool(down):
        return None
    much = 10.0 if slots.says("much|lot|way|far|considerably") else 6.0
    usual = 3.0 if slots.says("bit|little|slightly|touch|tad") else much
    amount = abs(step) if step is not None else usual
    amount = amount if up else -amount
    gains = {id_: getattr(slots.context.scene(id_), "music_gain", 0.0) + amount for id_ in scenes}
    if any(not -40 <= gain <= 12 for gain in gains.values()):
        return None
    slots.drop("music volume quieter louder lower up down only speed reduce raise")
    return do(*(SetSceneSound(scene=id_, music_gain=gain) for id_, gain in gains.items()), focus=tuple(scenes))


def _delivery(slots: Slots) -> Reading | None:
    """A feeling, or a voice that is higher or lower by so many half-tones."""
    line, scenes = slots.line(), slots.scenes()
    where: dict[str, Any] = {"line": line} if line else {"scene": scenes[0]} if len(scenes) == 1 else {}
    if len(scenes) > 1 or slots.says("music|score|soundtrack|looks?|looking"):
        return None
    pitch = r"pitch\w*|deeper|semi ?-?tones?|half[- ]?(?:tones?|steps?)"
    if slots.says(rf"{pitch}|(?:voice|narrat\w+|speaker) .*(?:higher|lower)|(?:higher|lower) .*voice"):
        return _pitch(slots, where)
    words = re.findall(r"[a-z]+", re.sub(r"^kindly ", "", slots.text))
    feelings = {feeling for word in words if (feeling := emotion_of(word))}
    if len(feelings) != 1 or slots.says(r"less|not|too|don't|dont|without|no|stop|never"):
        return None
    slots.drop("voice avatar line words talk say read speak sound slower quieter calm calmer all script speed upbeat")
    slots.drop(presenter_name(slots))
    return do(SetDelivery(emotion=feelings.pop(), **where))


def _pitch(slots: Slots, where: dict[str, Any]) -> Reading | None:
    number = slots.number()
    if number is None and slots.says(r"(?:one|a|single|1) (?:semi|half)[- ]?(?:tones?|steps?)"):
        number = 1.0
    slots.drop("and")
    up = slots.says(r"up|higher|raise\w*|increas\w*|lift\w*|brighter") or re.search(r"\+ ?\d", slots.text)
    down = slots.says(r"down|lower\w*|deep\w*|reduc\w*|decreas\w*|drop\w*")
    down = down or re.search(r"(?:- ?|minus )\d", slots.text)
    if bool(up) == bool(down) or slots.says(r"too|not|less|don't|dont"):
        return None
    usual = 1.0 if slots.says("bit|little|slightly|touch|tad") else 4.0 if slots.says("much|lot|way") else 2.0
    step = number or usual
    if abs(step) > 12:
        return None
    slots.drop("voice avatar pitch turn half up down lower talk say line speed")
    return do(SetDelivery(pitch=step if up else -step, **where))


def _emphasis(slots: Slots) -> Reading | None:
    """Words of one line with more weight."""
    quotes = slots.quotes()
    passive = re.search(
        r"^(?:.*\b(?:like|want|make|give|please|should|put) )?(?:the )?(?:words? )?([\w' -]{3,40}?) "
        r"(?:should be|to be|needs?|wants?|must be|has to be|ought to be|more|stronger|gets?|deserves?)\b.{0,14}"
        r"(?:emphas\w+|stress\w*|accent\w*|weight|punch|stronger|spoken|said)",
        slots.text,
    )
    asked = passive or re.search(
        r"(?:emphas\w+|stress\w*|accent\w*|weight|punch\w*|lean\w*)(?: (?:on|to|the|word|words|into|more|a bit|bit))* "
        r"([\w' -]+?)(?: (?:please|pls|more|a bit|strongly|in (?:scene|line) .*|there|harder))*$",
        slots.text,
    )
    words = quotes[0] if len(quotes) == 1 else asked[1].strip() if asked is not None and not quotes else ""
    scenes, line = slots.scenes(), slots.line() if len(quotes) > 1 else ""
    lines = [
        one
        for scene in slots.context.scenes
        for one in scene.lines
        if plain(words) and occurrence(one.text, words) and (not scenes or scene.id in scenes)
    ]
    if len(lines) != 1 or line or slots.says(r"less|no|not|don't|dont|without|remove"):
        return None
    span = occurrence(lines[0].text, words)
    assert span is not None
    parts = words.lower().split()
    said = {token.norm for token in slots.words.tokens if slots.typed(token).lower().strip(".,!") in parts}
    slots.drop(" ".join(said) + " words line say talk accent avatar voice up")
    start, end = span
    return do(SetEmphasis(line=lines[0].id, words=lines[0].text[start:end], emphasis="strong"))


FILLERS = {
    "loudness": _loudness,
    "narration": _narration,
    "scene_sound": _small_sound,
    "music.louder": _scene_level,
    "music.quieter": _scene_level,
    "delivery": _delivery,
    "emphasis": _emphasis,
}
