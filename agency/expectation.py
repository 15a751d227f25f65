"""The timeline of a production as JSON on disk, and what its finished file is expected to be."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from agency.orchestrator import Plan
from renderers.avatar.film_measures import Appearance
from renderers.picture_format import PictureFormat, Rect
from renderers.timebase import samples
from renderers.timeline import DisclosureClip, LogoClip, PresenterClip, Timeline
from renderers.written_scenes import SeenFace, SeenLine, SeenText, seen_texts
from tools.edit import frames_over
from tools.loudness import TARGETS
from tools.review import Expected, SceneSpan, SpeechSpan
from tools.review_brand_plan import ExpectedBrand, read_expected_brand

_PROFILES = {"ultrafast": "Constrained Baseline"}
"""What x264 calls the pictures of a preset that uses no more of H.264, whatever profile was asked for."""


def expect(plan: Plan, brand: ExpectedBrand | None = None) -> Expected:
    """What the finished file of `plan` must be, and which brand it is to fit."""
    rate = plan.format.rate
    scenes = tuple(
        SceneSpan(edited.id, edited.start, edited.duration, film=scene.layout == "clip")
        for scene, edited in zip(plan.storyboard.scenes, plan.edit.scenes, strict=True)
    )
    speech = tuple(
        SpeechSpan(scene.start + line.start, frames_over(plan.spoken[line.id].seconds, rate))
        for scene in plan.edit.scenes
        for line in scene.lines
    )
    return Expected(
        plan.edit.duration,
        rate,
        plan.format.width,
        plan.format.height,
        scenes=scenes,
        speech=speech,
        loudness=TARGETS[plan.storyboard.loudness].loudness,
        sound=bool(plan.cast.has_music or plan.lines or _heard(plan)),
        captions=bool(plan.storyboard.captions and plan.lines),
        brand=brand,
        signed=True,
        unscored=not plan.quality.music and plan.storyboard.music != "none",
        profile=_PROFILES.get(plan.quality.encoding.preset, "High"),
    )


def appearances(timeline: Timeline) -> tuple[Appearance, ...]:
    """The presenters of a timeline, scene by scene, and what they say; none where pictures stay too long to show it."""
    if timeline.quality.still_seconds:
        return ()
    found: list[Appearance] = []
    rate, start = timeline.format.rate, 0
    voices = [(clip.start, clip.take) for clip in timeline.sound if clip.kind == "voice"]
    for scene in timeline.scenes:
        first, last = samples(start, rate), samples(start + scene.duration, rate)
        own = tuple((at, take) for at, take in voices if first <= at < last)
        found += [
            Appearance(
                scene.id, start, clip.take, clip.digest, clip.avatar, clip.engine, clip.region, clip.framing,
                clip.circle, scene.marks, own,
            )
            for clip in scene.clips
            if isinstance(clip, PresenterClip)
        ]  # fmt: skip
        start += scene.duration
    return tuple(found)


def disclosed(timeline: Timeline) -> str:
    """What every scene says of how it was made; empty where one says nothing."""
    said = [{clip.text for clip in scene.clips if isinstance(clip, DisclosureClip)} for scene in timeline.scenes]
    everywhere = set.intersection(*said) if said else set()
    return next(iter(sorted(everywhere)), "")


def _heard(plan: Plan) -> bool:
    """Whether a film with a sound of its own is in the programme."""
    return any(scene.layout == "clip" and scene.film and scene.film.sound for scene in plan.storyboard.scenes)


def with_pictures(expected: Expected, timeline: Timeline) -> Expected:
    """`expected` with what its pictures show: what is written where, faces, the look's colours.

    Raises as painting the scenes does.
    """
    texts, faces = seen_texts(timeline)
    palette = timeline.look.palette
    hues = (palette.primary, palette.secondary, palette.accent, palette.background, palette.surface)
    pictured = tuple(
        scene.id
        for scene in timeline.scenes
        if scene.backdrop.picture is not None
        or scene.backdrop.film is not None
        or any(getattr(clip, "picture", None) is not None for clip in scene.clips)
    )
    logos = [(scene.id, clip) for scene in timeline.scenes for clip in scene.clips if isinstance(clip, LogoClip)]
    return replace(
        expected,
        texts=texts,
        faces=faces,
        hues=tuple(dict.fromkeys(hues)),
        pictured=pictured,
        logo=str(logos[0][1].path) if logos else "",
        logos=tuple((id_, _region_shares(clip.region, timeline.format)) for id_, clip in logos),
    )


def _region_shares(region: Rect, format: PictureFormat) -> tuple[float, float, float, float]:
    wide, high = format.design_width, format.design_height
    return region.x / wide, region.y / high, region.width / wide, region.height / high


def timeline_text(timeline: Timeline, expected: Expected) -> str:
    """The timeline and what is expected of its file, as JSON that a person can read."""
    return json.dumps(
        {"timeline": asdict(timeline), "expected": asdict(expected)}, indent=1, ensure_ascii=False, default=str
    )


def read_expectation(path: Path) -> Expected:
    """The expectation that `timeline_text` wrote into the file at `path`."""
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["expected"]
    spans: dict[str, tuple[Any, ...]] = {
        "scenes": tuple(SceneSpan(**span) for span in kept["scenes"]),
        "speech": tuple(SpeechSpan(**span) for span in kept["speech"]),
    }
    brand = read_expected_brand(kept.get("brand"))
    spans["presenters"] = tuple(
        Appearance(
            **{
                **one,
                "take": Path(one["take"]),
                "region": Rect(**one["region"]),
                "marks": tuple(one["marks"]),
                "voices": tuple((at, Path(folder)) for at, folder in one["voices"]),
            }
        )
        for one in kept.get("presenters", ())
    )
    spans["texts"] = tuple(
        SeenText(**{**one, "lines": tuple(SeenLine(**_tuples(line)) for line in one["lines"])})
        for one in kept.get("texts", ())
    )
    spans["faces"] = tuple(SeenFace(**_tuples(one)) for one in kept.get("faces", ()))
    spans["hues"], spans["pictured"] = tuple(kept.get("hues", ())), tuple(kept.get("pictured", ()))
    spans["logos"] = tuple((id_, tuple(box)) for id_, box in kept.get("logos", ()))
    return Expected(**{**kept, **spans, "rate": Fraction(kept["rate"]), "brand": brand})


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    """`fields` with tuples where JSON has lists."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
