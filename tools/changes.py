"""Changes: how two storyboards differ, in short plain words, with scenes and lines as people count them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.content_changes import content_changes
from tools.layouts import LAYOUT_KINDS
from tools.line_changes import half_tones, pace, said_anew
from tools.loudness import TARGETS
from tools.patch_targets import clip
from tools.storyboard import BackgroundChoice, FilmChoice, Scene, Storyboard

_SHOWN = 120
"""Characters of a text that a sentence shows."""


@dataclass(frozen=True)
class Change:
    """One change: its operation, what it concerns, what was there before and after, and the scenes it is seen in.

    `label`, `before` and `after` are plain words for a client; either of the last is empty where there was or is
    nothing. `scenes` are ids; empty where it concerns the programme as a whole.
    """

    op: str
    label: str
    before: str = ""
    after: str = ""
    scenes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """All of it on one line, long texts cut short: `Music: upbeat corporate → calm`."""
        sides = " → ".join(_cut(side) for side in (self.before, self.after) if side)
        return f"{self.label}: {sides}" if sides else self.label


def _cut(text: str) -> str:
    return f"{clip(text[:-1], _SHOWN)}”" if text.endswith("”") else clip(text, _SHOWN)


@dataclass(frozen=True)
class Differences:
    """How one storyboard came from another; scenes by id, `gone` in the order before, the others in that after.

    A scene that only moved is not `changed`, one that changed may also have `moved`.
    """

    changes: tuple[Change, ...]
    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


def diff(before: Storyboard, after: Storyboard) -> Differences:
    """The differences between any two storyboards; those of the programme first, then those of scenes in their order.

    Scenes are numbered as they are in `after`, those that are gone as in `before`.
    """
    old = {scene.id: (number, scene) for number, scene in enumerate(before.scenes, 1)}
    new = {scene.id: (number, scene) for number, scene in enumerate(after.scenes, 1)}
    moved = _moved([id_ for id_ in old if id_ in new], [id_ for id_ in new if id_ in old])
    changes = list(programme_changes(before, after))
    for id_, (number, scene) in old.items():
        if id_ not in new:
            changes.append(Change("delete_scene", f"Scene {number} is left out", told(scene), "", (id_,)))
    edited = []
    for id_, (number, scene) in new.items():
        if id_ not in old:
            changes.append(Change("insert_scene", f"New scene {number}", "", told(scene), (id_,)))
            continue
        was, earlier = old[id_]
        if id_ in moved:
            label = f"Moved {told(scene)}"
            changes.append(Change("move_scene", label, f"scene {was}", f"scene {number}", (id_,)))
        if earlier != scene:
            edited.append(id_)
            changes += scene_changes(number, earlier, scene)
    return Differences(
        tuple(changes),
        changed=tuple(edited),
        new=tuple(id_ for id_ in new if id_ not in old),
        gone=tuple(id_ for id_ in old if id_ not in new),
        moved=tuple(id_ for id_ in new if id_ in moved),
    )


def programme_changes(before: Storyboard, after: Storyboard) -> Iterator[Change]:
    """What differs in the programme as a whole."""
    cards = tuple(scene.id for scene in after.scenes if scene.layout == "end_card")
    for op, label, read in _PROGRAMME:
        was, now = read(before), read(after)
        if was != now:
            yield Change(op, label, was, now, cards if op == "set_end_card" else ())
    for word in sorted({*before.pronunciations, *after.pronunciations}):
        was, now = (board.pronunciations.get(word, "") for board in (before, after))
        if was != now:
            old, new = (f"“{way}”" if way else "as the voice says it" for way in (was, now))
            yield Change("set_pronunciation", f"How “{clip(word)}” is said", old, new)


def scene_changes(number: int, before: Scene, after: Scene) -> Iterator[Change]:
    """What differs in a scene that people count as `number`."""
    for op, label, read in _SCENE:
        was, now = read(before), read(after)
        if was != now:
            yield Change(op, f"Scene {number}, {label}", was, now, (after.id,))
    for op, what, was, now in content_changes(before.content, after.content):
        yield Change(op, f"Scene {number}, {what}", was, now, (after.id,))
    if before.locked != after.locked:
        names = ("unlocked", "locked")
        yield Change("lock_scene", f"Scene {number}", names[before.locked], names[after.locked], (after.id,))
    old = {line.id: (place, line) for place, line in enumerate(before.lines, 1)}
    new = {line.id: (place, line) for place, line in enumerate(after.lines, 1)}
    for id_, (place, line) in old.items():
        if id_ not in new:
            yield Change("delete_line", f"Scene {number}, line {place} is left out", said(line.text), "", (after.id,))
    for id_, (place, line) in new.items():
        if id_ not in old:
            yield Change("add_line", f"Scene {number}, new line {place}", "", said(line.text), (after.id,))
        elif (earlier := old[id_][1]) != line:
            label = f"Scene {number}, line {place}"
            if earlier.text != line.text:
                yield Change("edit_line", label, said(earlier.text), said(line.text), (after.id,))
            for op, what, was, now in said_anew(earlier, line):
                yield Change(op, f"{label}, {what}", was, now, (after.id,))
    if _moved([id_ for id_ in old if id_ in new], [id_ for id_ in new if id_ in old]):
        yield Change("restore_scenes", f"Scene {number}: its lines come in another order", scenes=(after.id,))


def told(scene: Scene) -> str:
    """A scene in a few words."""
    if scene.heading:
        return said(scene.heading, 60)
    if scene.lines:
        return said(scene.lines[0].text, 60)
    if scene.film:
        return _film(scene.film)
    name = LAYOUT_KINDS[scene.layout].name
    return "the end card" if scene.layout == "end_card" else f"a {name}"


def said(text: str, most: int = 10_000) -> str:
    """`text` in quotation marks, cut short where it is longer than `most` characters; `nothing` where there is none."""
    return f"“{clip(text, most)}”" if text.strip() else "nothing"


def named(id_: str, empty: str) -> str:
    """An id of a catalogue as people say it."""
    return id_.replace("_", " ") if id_.strip() else empty


def _presenter(id_: str) -> str:
    """What people call the presenter; one of one's own is called by its id."""
    from renderers.avatar.catalogue import find_avatar

    known = find_avatar(id_) if id_ else None
    return known.name if known else named(id_, "chosen to fit")


def _speaker(id_: str) -> str:
    """What people call the voice: its name, without its style."""
    from renderers.speech.catalogue import find_voice

    known = find_voice(id_) if id_ else None
    return known.name.partition(",")[0] if known else named(id_, "chosen to fit")


def _language(tag: str) -> str:
    from renderers.speech.languages import LANGUAGES

    return {"en": "English", **LANGUAGES}.get(tag.lower(), tag)


def _moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The fewest of the same ids in two orders that have to move to come from one to the other."""
    place = {id_: at for at, id_ in enumerate(before)}
    tails: list[int] = []
    chains: list[tuple[str, ...]] = []
    for id_ in after:
        at = bisect_left(tails, place[id_])
        chain = (*(chains[at - 1] if at else ()), id_)
        tails[at : at + 1] = [place[id_]]
        chains[at : at + 1] = [chain]
    return frozenset(after) - frozenset(chains[-1] if chains else ())


def _seconds(value: float | None) -> str:
    return "as long as the speech needs" if value is None else f"{value:g} s"


def _decibels(value: float) -> str:
    return "as usual" if value == 0 else f"{abs(value):g} dB {'louder' if value > 0 else 'softer'}"


def _loud(preset: str) -> str:
    target = TARGETS[preset]
    return f"as for {target.name}, {target.loudness:g} LUFS"


def _captions(board: Storyboard) -> str:
    names = {"burned": "in the picture", "sidecar": "as files"}
    return " and ".join(names[name] for name in sorted(board.captions)) or "off"


def _background(choice: BackgroundChoice) -> str:
    return Path(choice.picture).name if choice.picture else named(choice.family, "chosen by the look")


def _film(film: FilmChoice | None) -> str:
    if film is None:
        return "none"
    span = "" if film.start == 0 and film.end is None else f", from {film.start:g} s"
    span += f" to {film.end:g} s" if film.end is not None else ""
    done = f", {film.speed:g} times as fast" if film.speed != 1 else ""
    done += f", turned by {film.turn}°" if film.turn else ""
    return f"{Path(film.file).name}{span}{done}{'' if film.sound else ', silent'}"


def _brand(board: Storyboard) -> str:
    return f"{board.brand.name or board.brand.id}, version {board.brand.version}" if board.brand else "none"


_DARK = {None: "as fits the colours", True: "light on dark", False: "dark on light"}
_STYLES = {
    "": "as the look has it",
    "highlight": "the word that is said is lit",
    "box": "on a plain box",
    "brand": "on a plate in the brand's colour",
    "karaoke": "filled as they are said",
    "word": "a few large words at a time",
}
_TRANSITIONS = {
    "": "as the look has it",
    "cut": "cut",
    "dissolve": "dissolve",
    "push": "push",
    "wipe": "wipe",
    "match_scale": "matched zoom",
    "whip": "whip",
}
_FRAMING = {
    "": "",
    "close_up": "close-up",
    "head_shoulders": "head and shoulders",
    "half_body": "half body",
    "full_body": "whole figure",
}
_PLACE = {
    "": "as the layout has it",
    "left": "left",
    "right": "right",
    "centre": "in the middle",
    "circle": "in a disc",
    "none": "not seen",
}

_PROGRAMME: tuple[tuple[str, str, Callable[[Storyboard], str]], ...] = (
    ("set_title", "Title", lambda b: said(b.title)),
    ("set_duration", "Length", lambda b: _seconds(b.duration_seconds)),
    ("set_format", "Shape", lambda b: b.aspect),
    ("set_format", "Resolution", lambda b: b.resolution),
    ("set_format", "Pictures a second", lambda b: str(b.fps)),
    ("set_language", "Language", lambda b: _language(b.language)),
    ("set_avatar", "Presenter", lambda b: _presenter(b.avatar)),
    ("set_framing", "Framing of the presenter", lambda b: _FRAMING[b.framing] or "head and shoulders"),
    ("set_performance_style", "Style of the presenter", lambda b: b.performance or "presenter"),
    ("set_voice", "Voice", lambda b: _speaker(b.voice)),
    ("set_speed", "Pace of the voice", lambda b: f"{b.speed:g}×"),
    ("set_delivery", "Emotion of the voice", lambda b: b.emotion or "neutral"),
    ("set_delivery", "Pitch of the voice", lambda b: half_tones(b.pitch)),
    ("set_music", "Music", lambda b: named(b.music, "none")),
    ("set_music", "Music file", lambda b: Path(b.music_file).name or "none"),
    ("set_music", "Licence of the music", lambda b: said(b.music_licence)),
    ("set_music", "Loudness of the music", lambda b: _decibels(b.music_gain)),
    ("set_music", "Energy of the music", lambda b: b.music_energy),
    ("set_music", "Tempo of the music", lambda b: b.music_tempo),
    ("set_narration", "Recorded voice", lambda b: Path(b.narration).name or "none"),
    ("set_loudness", "Loudness", lambda b: _loud(b.loudness)),
    ("set_captions", "Captions", _captions),
    ("set_captions", "Size of captions", lambda b: b.captions_size),
    ("set_captions", "Place of captions", lambda b: b.captions_place),
    ("set_captions", "Style of captions", lambda b: _STYLES[b.captions_style]),
    ("set_captions", "Speaker in captions", lambda b: "named" if b.captions_speakers else "not named"),
    ("set_colour", "Main colour", lambda b: b.look.primary or "chosen to fit"),
    ("set_colour", "Second colour", lambda b: b.look.secondary or "chosen to fit"),
    ("set_colour", "Accent colour", lambda b: b.look.accent or "chosen to fit"),
    ("set_look", "Look", lambda b: b.look.direction or "the plain one"),
    ("set_look", "Colour of the ground", lambda b: b.look.background or "chosen to fit"),
    ("set_dark", "Contrast", lambda b: _DARK[b.look.dark]),
    ("set_typeface", "Typeface of headings", lambda b: b.look.heading or "ours"),
    ("set_typeface", "Typeface of texts", lambda b: b.look.body or "ours"),
    ("set_fonts", "Font files", lambda b: ", ".join(Path(file).name for file in b.look.fonts) or "none"),
    ("set_disclosure", "Disclosure", lambda b: {"": "as usual", "on": "shown", "off": "not shown"}[b.disclosure]),
    ("set_logo", "Logo", lambda b: Path(b.logo).name if b.logo else "none"),
    ("set_logo", "Place of the logo", lambda b: b.logo_place),
    ("set_logo", "Size of the logo", lambda b: b.logo_size),
    ("set_presenter", "Name strap", lambda b: said(b.presenter_name)),
    ("set_presenter", "Second line of the name strap", lambda b: said(b.presenter_role)),
    ("set_end_card", "Call to action", lambda b: said(b.end_card.call_to_action)),
    ("set_end_card", "Address on the end card", lambda b: said(b.end_card.address)),
    ("set_end_card", "Headline of the end card", lambda b: said(b.end_card.headline)),
    ("set_end_card", "Code to scan on the end card", lambda b: "shown" if b.end_card.qr else "none"),
    ("set_brand", "Brand", _brand),
    ("set_seed", "Variation", lambda b: str(b.seed)),
    ("set_verbatim", "Script", lambda b: "word for word" if b.verbatim else "paced by us"),
)
"""Operation, label, and how the value reads."""

_SCENE: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("set_layout", "layout", lambda s: LAYOUT_KINDS[s.layout].name),
    ("set_presenter_place", "place of the presenter", lambda s: _PLACE[s.presenter_place]),
    ("set_heading", "heading", lambda s: said(s.heading)),
    ("set_heading", "subtitle", lambda s: said(s.subtitle)),
    ("set_background", "background", lambda s: _background(s.background)),
    ("set_transition", "transition", lambda s: _TRANSITIONS[s.transition]),
    ("set_hold", "time after the last word", lambda s: f"{s.hold_seconds:g} s"),
    ("set_film", "film", lambda s: _film(s.film)),
    ("set_part", "part", lambda s: s.part or "none"),
    ("set_framing", "framing", lambda s: _FRAMING[s.framing] or "as the programme"),
    ("set_performance_style", "style of the presenter", lambda s: s.performance or "as the programme"),
    ("set_listening", "presenter", lambda s: "listens" if s.listening else "speaks"),
    ("set_listening", "who is heard", lambda s: s.speaker or "no name"),
    ("set_scene_sound", "music", lambda s: _decibels(s.music_gain)),
    ("set_scene_sound", "small sound", lambda s: s.sound or "as the look has it"),
    ("set_delivery", "emotion", lambda s: s.delivery.emotion or "as the programme"),
    ("set_delivery", "pace", lambda s: pace(s.delivery.speed)),
    ("set_delivery", "pitch", lambda s: half_tones(s.delivery.pitch)),
)
