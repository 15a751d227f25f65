"""The one programme that every contender renders, as our timeline and as layers prepared for the others.

A presenter with new pixels in every frame, a title that fades and slides in, a caption pill whose active word changes
every 0.4 s, a logo, a backdrop, stereo sound. The others get each layer painted by us beforehand, as pixels in the form
they read fastest; none of that counts as their time. Our own renderer draws everything itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.layer_files import (
    Still,
    make_sound,
    to_rgb,
    write_captions,
    write_picture,
    write_presenter,
    write_still,
    write_wave,
)
from renderers.layout import regions
from renderers.picture_format import Rect
from renderers.sound_files import save_sound
from renderers.timeline import (
    CaptionCue,
    CaptionsClip,
    CueWord,
    LogoClip,
    PresenterClip,
    SoundClip,
    Timeline,
    TitleClip,
)

WORD = 12
"""Frames each caption word is active for: 0.4 s."""
CUES = (
    ("One scene", "every frame new"),
    ("The same words", "for every renderer"),
    ("A pill of text", "with one word lit"),
    ("New pixels", "thirty times a second"),
)
ENTER, TRAVEL = 0.6, 48.0
"""Seconds in which the others' title fades and slides in, and from how far below (pixels)."""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 288 72"><circle cx="36" cy="36" r="32" fill="#e4572e"/>'
    '<path d="M24 24 L52 36 L24 48 Z" fill="#ffffff"/><rect x="88" y="22" width="196" height="28" rx="14" '
    'fill="#22313f"/></svg>'
)


@dataclass(frozen=True)
class Composition:
    """The programme's timeline and the folder its layers lie in.

    `presenter` names the place of the numbered frames in `folder/presenter`. `captions` has one still for every word
    lit, `spoken` the number of the still shown in each stretch of `WORD` frames.
    """

    timeline: Timeline
    folder: Path
    backdrop: Still
    presenter: Still
    title: Still
    logo: Still
    captions: tuple[Still, ...]
    spoken: tuple[int, ...]
    sound: Path

    @property
    def seconds(self) -> float:
        """The programme's length."""
        return float(self.timeline.duration / self.timeline.format.rate)


def timeline(folder: Path, seconds: int) -> Timeline:
    """The programme as our renderer takes it; performance, logo and sound are written into `folder`."""
    from benchmarks.render import programme

    bare = programme(folder / "take", seconds)
    (scene,) = bare.scenes
    places = regions("presenter", bare.format, captions=True, presenter=True)
    assert places.presenter
    (folder / "logo.svg").write_text(LOGO)
    presenter, title = scene.clips
    assert isinstance(presenter, PresenterClip)
    assert isinstance(title, TitleClip)
    clips = (
        LogoClip(folder / "logo.svg", "benchmark", places.logo),
        # Its end lies past the programme's, so that it stays as the others' does.
        replace(title, region=places.title, duration=scene.duration + 60),
        replace(presenter, region=places.presenter),
        CaptionsClip(_cues(scene.duration), places.captions),
    )
    samples = make_sound(seconds)
    (folder / "sound").mkdir()
    save_sound(samples, folder / "sound")
    write_wave(folder / "sound.wav", samples)
    sound = (SoundClip("music", folder / "sound", "benchmark", 0),)
    return replace(bare, scenes=(replace(scene, clips=clips),), sound=sound)


def _cues(duration: int) -> tuple[CaptionCue, ...]:
    cues: list[CaptionCue] = []
    start = 0
    while start < duration:
        lines, at = [], start
        for line in CUES[len(cues) % len(CUES)]:
            words = line.split()
            lines.append(tuple(CueWord(word, at + i * WORD, at + (i + 1) * WORD) for i, word in enumerate(words)))
            at += len(words) * WORD
        cues.append(CaptionCue(tuple(lines), start, min(at, duration)))
        start = at
    return tuple(cues)


def prepare(folder: Path, seconds: int) -> Composition:
    """The programme with every layer painted into `folder`: PNG stills and frames, a sound file, `composition.json`."""
    from renderers.avatar.illustrated import presenter_layer
    from renderers.background.scenery import backdrop
    from renderers.planes import empty_planes
    from renderers.titles.layers import build_layer

    folder.mkdir(parents=True, exist_ok=True)
    made = timeline(folder, seconds)
    scene, look, picture = made.scenes[0], made.look, made.format
    logo, title, presenter, captions = scene.clips
    assert isinstance(presenter, PresenterClip)

    planes = empty_planes(picture.width, picture.height)
    backdrop(scene.backdrop, look, picture).fill(planes, scene.duration // 2)
    still = write_picture(to_rgb(planes), folder / "backdrop.png", Rect(0, 0, picture.width, picture.height), 0)

    words = build_layer(captions, look, picture)
    stills, spoken = write_captions(words, picture, scene.duration, WORD, folder / "captions")
    composition = Composition(
        timeline=made,
        folder=folder,
        backdrop=still,
        presenter=write_presenter(presenter_layer(presenter, picture), picture, scene.duration, folder / "presenter"),
        title=write_still(build_layer(title, look, picture), picture, scene.duration // 2, folder / "title.png"),
        logo=write_still(build_layer(logo, look, picture), picture, scene.duration // 2, folder / "logo.png"),
        captions=stills,
        spoken=tuple(spoken),
        sound=folder / "sound.wav",
    )
    (folder / "composition.json").write_text(json.dumps(plain(composition), indent=1))
    return composition


def plain(composition: Composition) -> dict[str, Any]:
    """What the others need to know, as JSON: paths relative to the folder, places in pixels, times in frames."""
    made = composition.timeline

    def place(still: Still) -> dict[str, Any]:
        path = still.path.relative_to(composition.folder).as_posix()
        return {"path": path, "x": still.left, "y": still.top, "width": still.width, "height": still.height}

    title = next(clip for clip in made.scenes[0].clips if isinstance(clip, TitleClip))
    return {
        "width": made.format.width,
        "height": made.format.height,
        "fps": int(made.format.rate),
        "frames": made.duration,
        "backdrop": place(composition.backdrop),
        "presenter": place(composition.presenter),
        "title": {**place(composition.title), "start": title.start, "enter": ENTER, "travel": TRAVEL},
        "logo": place(composition.logo),
        "captions": [place(still) for still in composition.captions],
        "word": WORD,
        "spoken": list(composition.spoken),
        "sound": composition.sound.name,
    }
