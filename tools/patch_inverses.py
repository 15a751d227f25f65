"""What takes each patch back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tools.content_patches import SetLayout, SetPresenterPlace
from tools.delivery_patches import SetDelivery, SetEmphasis, SetPause
from tools.disclosing import SetDisclosure
from tools.errors import PatchRefused
from tools.patch_application import apply
from tools.patch_contents import CONTENT_PATCHES, content_back, content_patches
from tools.patch_targets import scene_at
from tools.patches import (
    AddLine,
    DeleteLine,
    DeleteScene,
    EditLine,
    InsertScene,
    LockScene,
    MergeScenes,
    MoveScene,
    Patch,
    ReplaceWords,
    RestoreScenes,
    SetAvatar,
    SetBackground,
    SetBrand,
    SetCaptions,
    SetColour,
    SetDark,
    SetDuration,
    SetEndCard,
    SetFilm,
    SetFormat,
    SetHeading,
    SetHold,
    SetLogo,
    SetLook,
    SetMusic,
    SetPart,
    SetPresenter,
    SetPronunciation,
    SetSeed,
    SetSpeed,
    SetTitle,
    SetTransition,
    SetTypeface,
    SetVoice,
    SplitScene,
    SwapScenes,
)
from tools.presenter_patches import SetFraming, SetListening, SetPerformanceStyle
from tools.script import Line
from tools.sound_patches import SetLoudness, SetNarration, SetSceneSound
from tools.storyboard import Scene, Storyboard


def inverse(before: Storyboard, patch: Patch) -> tuple[Patch, ...]:
    """What makes a storyboard equal to `before` again once `patch` was applied to it; one small patch where there is.

    Raises `PatchRefused` where the patch does not fit `before`.
    """
    after = apply(before, patch)
    back = _BACK[patch.op](before, after, patch) if patch.op in _BACK else _own_fields(before, patch)
    return back if _leads(after, back, before) else _restored(before, after)


def _leads(start: Storyboard, patches: tuple[Patch, ...], end: Storyboard) -> bool:
    try:
        for patch in patches:
            start = apply(start, patch)
    except PatchRefused:
        return False
    return start == end


def _restored(before: Storyboard, after: Storyboard) -> tuple[Patch, ...]:
    """All scenes as they were, with the end card and title, which some operations on scenes reach too."""
    old = {scene.id: scene for scene in before.scenes}
    unlocked = (
        LockScene(scene=scene.id, locked=False) for scene in after.scenes if scene.locked and old.get(scene.id) != scene
    )
    return (*unlocked, *_title(before, after), RestoreScenes(scenes=before.scenes), *_card(before, after))


def _own_fields(before: Storyboard, patch: Patch) -> tuple[Patch, ...]:
    """The patch of the same kind that sets the same things of the programme to what they were."""
    look, shown = before.look, before.captions
    own: dict[str, Patch] = {
        "set_duration": SetDuration(seconds=before.duration_seconds),
        "set_speed": SetSpeed(speed=before.speed),
        "set_format": SetFormat(aspect=before.aspect, resolution=before.resolution, fps=before.fps),
        "set_avatar": SetAvatar(avatar=before.avatar),
        "set_voice": SetVoice(voice=before.voice),
        "set_loudness": SetLoudness(preset=before.loudness),
        "set_disclosure": SetDisclosure(disclosure=before.disclosure),
        "set_narration": SetNarration(file=before.narration),
        "set_dark": SetDark(dark=look.dark),
        "set_look": SetLook(look=look.direction),
        "set_logo": SetLogo(file=before.logo, place=before.logo_place, size=before.logo_size),
        "set_captions": SetCaptions(
            burned="burned" in shown,
            sidecar="sidecar" in shown,
            size=before.captions_size,
            place=before.captions_place,
            style=before.captions_style,
            speakers=before.captions_speakers,
        ),
        "set_presenter": SetPresenter(name=before.presenter_name, role=before.presenter_role),
        "set_title": SetTitle(title=before.title),
        "set_seed": SetSeed(seed=before.seed),
        "set_brand": SetBrand(brand=before.brand),
    }
    return (_trimmed(own[patch.op], patch),)


def _trimmed(back: Patch, patch: Patch) -> Patch:
    """`back` without what `patch` leaves as it is."""
    if not isinstance(patch, SetFormat | SetLogo | SetCaptions | SetPresenter):
        return back
    untouched = {name: None for name in type(patch).model_fields if getattr(patch, name) is None}
    return back.changed(**untouched)


def _scene(board: Storyboard, id_: str) -> Scene:
    return next(scene for scene in board.scenes if scene.id == id_)


def _before(board: Storyboard, id_: str) -> str:
    """The id of the scene before the one with this id; empty for the first."""
    ids = [scene.id for scene in board.scenes]
    at = ids.index(id_)
    return ids[at - 1] if at else ""


def _new(before: Storyboard, after: Storyboard) -> tuple[Patch, ...]:
    """What leaves out the scenes that are new."""
    old = {scene.id for scene in before.scenes}
    new = [scene for scene in after.scenes if scene.id not in old]
    unlocked = tuple(LockScene(scene=scene.id, locked=False) for scene in new if scene.locked)
    kept = {scene.id: scene for scene in after.scenes}
    cut = (
        SetTransition(scene=scene.id, transition=scene.transition)
        for scene in before.scenes
        if scene.id in kept and kept[scene.id].transition != scene.transition
    )
    return (*unlocked, *(DeleteScene(scene=scene.id) for scene in new), *cut)


def _card(before: Storyboard, after: Storyboard) -> tuple[Patch, ...]:
    return () if before.end_card == after.end_card else (SetEndCard(**before.end_card.model_dump()),)


def _title(before: Storyboard, after: Storyboard) -> tuple[Patch, ...]:
    return () if before.title == after.title else (SetTitle(title=before.title),)


def _end_card(before: Storyboard, after: Storyboard, patch: SetEndCard) -> tuple[Patch, ...]:
    back = _card(before, after)
    # Words for a card that is not there bring one along.
    made = apply(after, back[0]) if back else after
    return (*back, *_new(before, made))


def _words(before: Storyboard, after: Storyboard, patch: ReplaceWords) -> tuple[Patch, ...]:
    made: list[Patch] = [*_title(before, after), *_card(before, after)]
    for old, new in zip(before.scenes, after.scenes, strict=True):
        made += [
            EditLine(line=line.id, text=line.text, spans=line.spans)
            for line, now in zip(old.lines, new.lines, strict=True)
            if line.text != now.text and 0 < len(line.text) <= _LONGEST_LINE
        ]
        if (old.heading, old.subtitle) != (new.heading, new.subtitle):
            made.append(SetHeading(scene=old.id, heading=old.heading, subtitle=old.subtitle))
        made += content_patches(old.id, new.content, old.content)
    return tuple(made)


def _line(before: Storyboard, after: Storyboard, patch: EditLine) -> tuple[Patch, ...]:
    line = _line_of(before, patch.line)
    if not 0 < len(line.text) <= _LONGEST_LINE:
        return ()
    back = EditLine(line=line.id, text=line.text, spans=line.spans)
    return (back, *_pauses(before, after, line.id))


def _line_of(board: Storyboard, id_: str) -> Line:
    return next(line for scene in board.scenes for line in scene.lines if line.id == id_)


def _pauses(before: Storyboard, after: Storyboard, id_: str) -> tuple[Patch, ...]:
    old, new = _line_of(before, id_), _line_of(after, id_)
    if (old.pause_before, old.pause_after) == (new.pause_before, new.pause_after):
        return ()
    return (SetPause(line=id_, before=old.pause_before, after=old.pause_after),)


def _delivery(before: Storyboard, after: Storyboard, patch: SetDelivery) -> tuple[Patch, ...]:
    told = before if not (patch.line or patch.scene) else _line_or_scene(before, patch).delivery
    old = {name: getattr(told, name) for name in ("emotion", "speed", "pitch") if getattr(patch, name) is not None}
    return (patch.changed(**old),)


def _line_or_scene(board: Storyboard, patch: SetDelivery) -> Line | Scene:
    return _line_of(board, patch.line) if patch.line else _scene(board, patch.scene)


def _emphasis(before: Storyboard, after: Storyboard, patch: SetEmphasis) -> tuple[Patch, ...]:
    line = _line_of(before, patch.line)
    return (EditLine(line=line.id, text=line.text, spans=line.spans),) if 0 < len(line.text) <= _LONGEST_LINE else ()


def _added(before: Storyboard, after: Storyboard, patch: AddLine) -> tuple[Patch, ...]:
    old = {line.id for scene in before.scenes for line in scene.lines}
    return tuple(DeleteLine(line=line.id) for scene in after.scenes for line in scene.lines if line.id not in old)


def _deleted(before: Storyboard, after: Storyboard, patch: DeleteLine) -> tuple[Patch, ...]:
    for scene in before.scenes:
        ids = ["", *(line.id for line in scene.lines)]
        if patch.line in ids:
            at = ids.index(patch.line)
            return (AddLine(scene=scene.id, after=ids[at - 1], line=scene.lines[at - 1]),)
    return ()


def _backgrounds(before: Storyboard, after: Storyboard, patch: SetBackground) -> tuple[Patch, ...]:
    pairs = zip(before.scenes, after.scenes, strict=True)
    return tuple(SetBackground(scene=old.id, background=old.background) for old, new in pairs if old != new)


def _transitions(before: Storyboard, after: Storyboard, patch: SetTransition) -> tuple[Patch, ...]:
    pairs = zip(before.scenes, after.scenes, strict=True)
    return tuple(SetTransition(scene=old.id, transition=old.transition) for old, new in pairs if old != new)


def _music(before: Storyboard, after: Storyboard, patch: SetMusic) -> tuple[Patch, ...]:
    back = SetMusic(
        gain=None if patch.gain is None else before.music_gain,
        energy=None if patch.energy is None else before.music_energy,
        tempo=None if patch.tempo is None else before.music_tempo,
        mood=None if patch.mood is None else before.music,
    )
    if (before.music_file, before.music_licence) != (after.music_file, after.music_licence):
        back = back.changed(file=before.music_file, licence=before.music_licence)
    elif patch.file is not None or (patch.mood is not None and before.music_file):
        back = back.changed(file=before.music_file)
    elif patch.licence is not None:
        back = back.changed(licence=before.music_licence)
    return (back,)


def _part(before: Storyboard, after: Storyboard, patch: SetPart) -> tuple[Patch, ...]:
    film = next((scene.film for scene in before.scenes if scene.part == patch.part), None)
    return (SetPart(part=patch.part, film=film),) if film else _new(before, after)


def _film(before: Storyboard, after: Storyboard, patch: SetFilm) -> tuple[Patch, ...]:
    film = _scene(before, patch.scene).film
    return (SetFilm(scene=patch.scene, film=film),) if film else ()


def _pronunciation(before: Storyboard, after: Storyboard, patch: SetPronunciation) -> tuple[Patch, ...]:
    gone = {word: said for word, said in before.pronunciations.items() if after.pronunciations.get(word) != said}
    return tuple(SetPronunciation(word=word, said=said) for word, said in gone.items()) or (
        SetPronunciation(word=patch.word),
    )


def _content(before: Storyboard, after: Storyboard, patch: Any) -> tuple[Patch, ...]:  # noqa: ANN401  (any kind)
    return content_back(before, patch)


_LONGEST_LINE = next(
    limit for data in EditLine.model_fields["text"].metadata if (limit := getattr(data, "max_length", None))
)

_BACK: dict[str, Callable[[Storyboard, Storyboard, Any], tuple[Patch, ...]]] = {
    "set_colour": lambda before, after, patch: (SetColour(role=patch.role, colour=getattr(before.look, patch.role)),),
    "set_typeface": lambda before, after, patch: (
        SetTypeface(role=patch.role, family=getattr(before.look, patch.role)),
    ),
    "set_pronunciation": _pronunciation,
    "set_background": _backgrounds,
    "set_transition": _transitions,
    "set_part": _part,
    "set_film": _film,
    "set_end_card": _end_card,
    "edit_line": _line,
    "set_delivery": _delivery,
    "set_music": _music,
    "set_framing": lambda before, after, patch: (
        SetFraming(
            scene=patch.scene,
            framing=_scene(before, patch.scene).framing if patch.scene else before.framing,
        ),
    ),
    "set_listening": lambda before, after, patch: (
        SetListening(
            scene=patch.scene,
            listening=_scene(before, patch.scene).listening,
            speaker=_scene(before, patch.scene).speaker,
        ),
    ),
    "set_performance_style": lambda before, after, patch: (
        SetPerformanceStyle(
            scene=patch.scene,
            style=_scene(before, patch.scene).performance if patch.scene else before.performance,
        ),
    ),
    "set_scene_sound": lambda before, after, patch: (
        SetSceneSound(
            scene=patch.scene,
            music_gain=None if patch.music_gain is None else _scene(before, patch.scene).music_gain,
            sound=None if patch.sound is None else _scene(before, patch.scene).sound,
        ),
    ),
    "set_pause": lambda before, after, patch: _pauses(before, after, patch.line),
    "set_emphasis": _emphasis,
    "replace_words": _words,
    "add_line": _added,
    "delete_line": _deleted,
    "set_heading": lambda before, after, patch: (
        SetHeading(
            scene=patch.scene,
            heading=None if patch.heading is None else _scene(before, patch.scene).heading,
            subtitle=None if patch.subtitle is None else _scene(before, patch.scene).subtitle,
        ),
    ),
    "set_layout": lambda before, after, patch: (
        SetLayout(scene=patch.scene, layout=_scene(before, patch.scene).layout),
    ),
    "set_presenter_place": lambda before, after, patch: (
        SetPresenterPlace(scene=patch.scene, place=_scene(before, patch.scene).presenter_place),
    ),
    **{op: _content for op in CONTENT_PATCHES if op not in ("set_layout", "set_presenter_place")},
    "set_hold": lambda before, after, patch: (
        SetHold(scene=patch.scene, seconds=_scene(before, patch.scene).hold_seconds),
    ),
    "insert_scene": lambda before, after, patch: _new(before, after),
    "duplicate_scene": lambda before, after, patch: _new(before, after),
    "delete_scene": lambda before, after, patch: (
        InsertScene(after=_before(before, patch.scene), scene=_scene(before, patch.scene)),
    ),
    "move_scene": lambda before, after, patch: (MoveScene(scene=patch.scene, after=_before(before, patch.scene)),),
    "swap_scenes": lambda before, after, patch: (SwapScenes(first=patch.first, second=patch.second),),
    "split_scene": lambda before, after, patch: (
        MergeScenes(first=patch.scene, second=after.scenes[scene_at(before, patch.scene) + 1].id),
    ),
    "merge_scenes": lambda before, after, patch: (
        (SplitScene(scene=patch.first, after=_scene(before, patch.first).lines[-1].id, new_id=patch.second),)
        if _scene(before, patch.first).lines
        else ()
    ),
    "lock_scene": lambda before, after, patch: (
        LockScene(scene=patch.scene, locked=_scene(before, patch.scene).locked),
    ),
    "restore_scenes": lambda before, after, patch: (),
}
"""What should take each operation back, by `op`; where it does not do so exactly, all scenes are restored."""
