"""Performances: the presenter's take of every scene in which one is seen, each decided with the scenes before it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from agency.desk import Desk
from renderers.avatar import AvatarRequest
from renderers.avatar.dealing import deal_programme
from renderers.avatar.gestures import asked_poses
from renderers.avatar.prosody import read_prosody
from renderers.speech import Phone, Word
from renderers.speech.envelope import CURVE_RATE, loudness_curve
from renderers.speech.storage import load_speech
from renderers.takes import digest
from renderers.timebase import seconds
from tools.edit import EditedScene, PresenterTake, framing_of, line_marks, style_of
from tools.layouts import presenter_place
from tools.speaking import line_emotions
from tools.storyboard import Scene

if TYPE_CHECKING:
    from agency.orchestrator import Plan


def perform_scenes(
    plan: Plan, seen: Callable[[Scene], bool], desk: Desk, advance: Callable[[int, int], object]
) -> dict[str, PresenterTake]:
    """The takes of all scenes of `plan` in which a presenter is `seen`, by scene id, made where there are none yet."""
    scenes = [(s, e) for s, e in zip(plan.storyboard.scenes, plan.edit.scenes, strict=True) if seen(s)]
    found: dict[str, PresenterTake] = {}
    for done, ((scene, _), request) in enumerate(zip(scenes, performance_requests(plan, scenes), strict=True)):
        found[scene.id] = _keep(plan, request, desk)
        advance(done + 1, len(scenes))
    return found


def performance_requests(plan: Plan, scenes: list[tuple[Scene, EditedScene]]) -> list[AvatarRequest]:
    """What the avatar engine is asked for each of `scenes`, which are scenes of `plan` in order."""
    rate = plan.format.rate
    alone = [_request(plan, scene, edited) for scene, edited in scenes]
    starts = [float(seconds(edited.start, rate)) for _, edited in scenes]
    # Who listens is asked for no gesture by what is heard.
    asked = [() if request.listening else asked_poses(request, read_prosody(request)) for request in alone]
    dealt = deal_programme(list(zip(starts, alone, strict=True)), asked)
    return [replace(one, deck=each.deck, barred=each.barred) for one, each in zip(alone, dealt, strict=True)]


def _request(plan: Plan, scene: Scene, edited: EditedScene) -> AvatarRequest:
    """What is asked for one scene, whatever the others are."""
    rate = plan.format.rate
    words: list[Word] = []
    phones: list[Phone] = []
    beats: list[float] = []
    level = np.zeros(round(seconds(edited.duration, rate) * CURVE_RATE) + 1, np.float32)
    for placed in edited.lines:
        start = seconds(placed.start, rate)
        line = plan.spoken[placed.id]
        base = len(words)
        words += [replace(word, start=word.start + start, end=word.end + start) for word in line.words]
        phones += [
            replace(
                phone,
                start=phone.start + start,
                end=phone.end + start,
                word=phone.word + base if phone.word >= 0 else -1,
            )
            for phone in line.phones
        ]
        beats += [round(float(beat + start), 3) for beat in line.beats]
        curve = loudness_curve(load_speech(plan.lines[placed.id].folder))
        first = round(start * CURVE_RATE)
        level[first : first + len(curve)] = curve[: len(level) - first]
    return AvatarRequest(
        plan.cast.avatar,
        tuple(words),
        tuple(phones),
        tuple(round(float(v), 3) for v in level),
        edited.duration,
        rate,
        zlib.crc32(f"{plan.storyboard.seed} {scene.id}".encode()),
        framing=framing_of(plan.storyboard, scene),
        marks=line_marks(edited),
        moods=line_emotions(plan.storyboard, scene, [placed.id for placed in edited.lines]),
        style=style_of(plan.storyboard, scene),
        beats=tuple(beats),
        listening=scene.listening,
        # What is written stands on the picture's left, where it is not above.
        graphic="right" if presenter_place(scene, logo=bool(plan.storyboard.logo)) == "left" else "left",
    )


def _keep(plan: Plan, request: AvatarRequest, desk: Desk) -> PresenterTake:
    """The take of one scene, performed where there is none yet."""
    from renderers.avatar.performance import save

    avatar = plan.cast.avatar
    engine = desk.engine("avatar", avatar.engine)
    key = digest("avatar", engine.identity, request)

    def write(folder: Path) -> None:
        take = engine.animate(request)
        assert take.performance is not None
        save(take.performance, folder, take.portrait)

    take = desk.takes.keep("avatar", key, write, {"engine": engine.identity, "avatar": avatar.id})
    return PresenterTake(avatar.variant, avatar.engine, take.folder, take.key)
