"""What the person said beside the source (length, shape, names …), checked, and laid over a storyboard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from renderers.background.picture import check_picture
from renderers.looks import LOOKS
from renderers.picture_format import ASPECTS, RESOLUTIONS
from renderers.quality import QUALITIES
from tools.errors import BadInput, UnknownName
from tools.own_music import music_fields
from tools.script import Emotion
from tools.storyboard import (
    BackgroundChoice,
    CaptionStyle,
    EndCard,
    Energy,
    Framing,
    LookChoice,
    LoudnessPreset,
    PerformanceStyle,
    Scene,
    Storyboard,
    Tempo,
)

SHORTEST_SECONDS, LONGEST_SECONDS = 3.0, 3600.0
_FPS = (24, 25, 30, 50, 60)
_CAPTIONS = ("burned", "sidecar")
EMOTIONS: tuple[str, ...] = tuple(name for name in get_args(Emotion) if name)
STYLES: tuple[str, ...] = tuple(name for name in get_args(CaptionStyle) if name)
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".svg")
_DURATION = re.compile(
    r"(?:(\d+(?:\.\d+)?)\s*(?:m|min|minutes?))?\s*(?:(\d+(?:\.\d+)?)\s*(?:s|sec|secs|seconds?)?)?", re.IGNORECASE
)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


@dataclass(frozen=True)
class Wishes:
    """Wishes as they were typed; empty means: not said."""

    duration: str = ""
    aspect: str = ""
    resolution: str = ""
    fps: int = 0
    avatar: str = ""
    voice: str = ""
    music: str = ""
    background: str = ""
    captions: str = ""
    colour: str = ""
    logo: str = ""
    brand: str = ""
    call_to_action: str = ""
    quality: str = ""
    seed: int | None = None
    music_energy: str = ""
    music_tempo: str = ""
    music_licence: str = ""
    loudness: str = ""
    narration: str = ""
    emotion: str = ""
    speed: float | None = None
    pitch: float | None = None
    framing: str = ""
    style: str = ""
    look: str = ""
    disclosure: str = ""


def check_wishes(wishes: Wishes) -> dict[str, Any]:
    """The wishes that were said, as values of storyboard fields. Raises `BadInput` or `UnknownName`."""
    said: dict[str, Any] = {}
    if wishes.duration:
        said["duration_seconds"] = parse_duration(wishes.duration)
    for name, known in (("aspect", tuple(ASPECTS)), ("resolution", tuple(RESOLUTIONS)), ("quality", tuple(QUALITIES))):
        if value := getattr(wishes, name):
            said[name] = _one_of(name, value.strip().lower(), known)
    if wishes.fps:
        if wishes.fps not in _FPS:
            raise BadInput(f"{wishes.fps} pictures a second were asked for; choose one of {', '.join(map(str, _FPS))}.")
        said["fps"] = wishes.fps
    said |= {name: value for name in ("avatar", "voice") if (value := getattr(wishes, name).strip())}
    if asked := wishes.disclosure.strip().lower():
        said["disclosure"] = _one_of("disclosure", asked, ("auto", "on", "off")).replace("auto", "")
    if wishes.framing.strip():
        asked = re.sub(r"[\s-]+", "_", wishes.framing.strip().lower())
        said["framing"] = _one_of("framing", asked, tuple(name for name in get_args(Framing) if name))
    if wishes.style.strip():
        styles = tuple(name for name in get_args(PerformanceStyle) if name)
        said["performance"] = _one_of("style", wishes.style.strip().lower(), styles)
    if wishes.avatar.strip().lower().endswith(".json"):
        from agency.presenters import keep_presenter

        said["avatar"] = keep_presenter(_existing(wishes.avatar, "presenter")).id
    said |= _music(wishes)
    if wishes.captions:
        said |= _captions(wishes.captions)
    if wishes.colour:
        if not re.fullmatch(r"#?[0-9a-fA-F]{6}", wishes.colour.strip()):
            raise BadInput(f"The colour {wishes.colour!r} can not be used; write it as six hex digits, e.g. #1a4fd6.")
        said["colour"] = "#" + wishes.colour.strip().lstrip("#").lower()
    if wishes.look:
        said["look"] = _one_of("look", wishes.look.strip().lower(), tuple(LOOKS))
    if wishes.logo:
        said["logo"] = str(_existing(wishes.logo, "logo"))
    if wishes.narration:
        said["narration"] = str(_existing(wishes.narration, "narration"))
    if wishes.emotion:
        said["emotion"] = _one_of("emotion", wishes.emotion.strip().lower(), EMOTIONS)
    said |= {name: value for name in ("speed", "pitch") if (value := getattr(wishes, name)) is not None}
    if wishes.brand:
        said["brand"] = wishes.brand.strip()
    if wishes.background:
        said["background"] = wishes.background.strip()
    if wishes.call_to_action:
        said["call_to_action"] = wishes.call_to_action.strip()[:120]
    if wishes.seed is not None:
        said["seed"] = wishes.seed % 2**31
    return said


def parse_duration(text: str) -> float:
    """Seconds from `30`, `30s`, `1:30`, `2m`, `1m 30s` or `90 seconds`. Raises `BadInput` outside 3 s to an hour."""
    plain = text.strip().lower()
    clock, spelt = _CLOCK.fullmatch(plain), _DURATION.fullmatch(plain)
    if clock:
        found = float(int(clock[1]) * 60 + int(clock[2]))
    elif spelt and any(spelt.groups()):
        found = float(spelt[1] or 0) * 60 + float(spelt[2] or 0)
    else:
        raise BadInput(f"The length {text!r} can not be understood; write e.g. 30s, 1:30 or 2m.")
    if not SHORTEST_SECONDS <= found <= LONGEST_SECONDS:
        raise BadInput(f"A length of {text.strip()!r} was asked for; it can be from 3 seconds to one hour.")
    return found


def apply_wishes(storyboard: Storyboard, said: dict[str, Any]) -> Storyboard:
    """`storyboard` with what was said laid over it."""
    fields = {name: value for name, value in said.items() if name in Storyboard.model_fields and name != "look"}
    asked = {"primary": said.get("colour"), "direction": said.get("look")}
    if chosen := {name: value for name, value in asked.items() if value}:
        fields["look"] = LookChoice(**{**storyboard.look.model_dump(), **chosen})
    scenes = storyboard.scenes
    if background := said.get("background"):
        choice = background_choice(background)
        scenes = tuple(scene.changed(background=choice) for scene in scenes)
    if call := said.get("call_to_action"):
        fields["end_card"] = EndCard(**{**storyboard.end_card.model_dump(), "call_to_action": call})
        if scenes[-1].layout != "end_card":
            scenes = (*scenes, Scene(id="end", layout="end_card", background=scenes[-1].background))
    return storyboard.changed(**fields, scenes=scenes)


def background_choice(asked: str) -> BackgroundChoice:
    """A picture where `asked` names a picture file, else the name of a designed background."""
    if background_path(asked):
        return BackgroundChoice(picture=str(_existing(asked, "background picture")))
    return BackgroundChoice(family=asked)


def background_path(asked: str) -> Path | None:
    """The absolute path of the picture file that `asked` names; None where it names a designed background."""
    path = Path(asked).expanduser()
    return path.absolute() if path.suffix.lower() in _PICTURES or "/" in asked else None


def check_files(storyboard: Storyboard) -> None:
    """Raise where a picture or logo that `storyboard` names can not be used, before any work is done."""
    for picture in sorted({scene.background.picture for scene in storyboard.scenes} - {""}):
        check_picture(_existing(picture, "background picture"))
    for number, scene in enumerate(storyboard.scenes, 1):
        if scene.content.picture:
            check_picture(_existing(scene.content.picture, f"picture of scene {number}"))
    if storyboard.logo:
        from renderers.titles.logo import check_logo

        check_logo(_existing(storyboard.logo, "logo"))
    if storyboard.narration:
        from renderers.speech.recording import check_recording

        check_recording(_existing(storyboard.narration, "narration"))
    if storyboard.music_file:
        from renderers.music.tracks import check_track

        check_track(_existing(storyboard.music_file, "music"))


def _music(wishes: Wishes) -> dict[str, Any]:
    """The wishes about music and loudness that were said."""
    asked = wishes.music.strip()
    said: dict[str, Any] = music_fields(asked) if asked else {}
    if said.get("music_file"):
        _existing(asked, "music")
    for name, known in (
        ("music_energy", get_args(Energy)),
        ("music_tempo", get_args(Tempo)),
        ("loudness", get_args(LoudnessPreset)),
    ):
        if value := getattr(wishes, name):
            said[name] = _one_of(name.replace("_", " "), value.strip().lower(), known)
    if wishes.music_licence.strip():
        said["music_licence"] = wishes.music_licence.strip()[:300]
    return said


def _existing(text: str, what: str) -> Path:
    path = Path(text).expanduser().absolute()
    if not path.is_file():
        raise BadInput(f"There is no file {text!r} for the {what}; check the name.")
    return path


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise UnknownName(f"There is no {name} {value!r}; choose one of {', '.join(known)}.")
    return value


def _captions(text: str) -> dict[str, Any]:
    """Where captions go, and their style where one is named, which is asked for to be seen."""
    asked = [part.strip().lower() for part in text.split(",") if part.strip()]
    if "off" in asked and len(asked) > 1:
        raise BadInput(f"Captions {text!r} were asked for, but `off` goes with nothing else.")
    for part in asked:
        if part != "off":
            _one_of("captions choice", part, (*_CAPTIONS, "off", *STYLES))
    styles = [part for part in asked if part in STYLES]
    if len(styles) > 1:
        raise BadInput(f"Captions {text!r} were asked for, but they have one style; name one of {', '.join(STYLES)}.")
    if not styles:
        return {"captions": tuple(part for part in _CAPTIONS if part in asked)}
    places = tuple(part for part in _CAPTIONS if part in asked or part == "burned")
    return {"captions": places if len(asked) > 1 else _CAPTIONS, "captions_style": styles[0]}
