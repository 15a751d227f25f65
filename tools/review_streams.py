"""Checks of the file itself: length, picture, sound and layout, as every player and platform takes them."""

from __future__ import annotations

from collections.abc import Iterator

from renderers.inspection import Inspection
from renderers.media_facts import SoundFacts, VideoFacts
from tools.review_plan import Expected, Places
from tools.review_report import Finding, Severity, counted

_COLOURS = ("primaries", "transfer", "matrix")
_NEAR_FRAMES = 2
"""Frames that a length may be off without anyone seeing it."""
_SYNC_GOOD, _SYNC_SEEN = 0.02, 0.045
"""Seconds between the starts of sound and picture: below the first all is well, above the second people notice
(ITU-R BT.1359: sound 45 ms early)."""


def check_streams(found: Inspection, expected: Expected | None, places: Places) -> Iterator[Finding]:
    """One finding per check, in the order a person would ask."""
    video, sound = found.facts.video, found.facts.sound
    if video is None:
        sentence = "The file has no picture."
        yield Finding(check="picture", severity="fault", sentence=sentence, patch="make it again")
    else:
        yield _length(found, video, expected)
        yield _picture(video, expected)
        yield _colour(video)
        yield _rate(found, video, expected)
    if sound is None:
        wanted = expected is None or expected.sound
        sentence = "The file has no sound." if wanted else "No sound was asked for and there is none."
        yield Finding(check="sound", severity="fault" if wanted else "ok", sentence=sentence)
    else:
        yield _sound(sound)
    if video is not None and sound is not None:
        yield _sync(found, video, sound)
    yield _layout(found)
    if video is not None:
        yield _whole(found, places)


def _length(found: Inspection, video: VideoFacts, expected: Expected | None) -> Finding:
    seconds = video.duration
    if expected is None:
        return Finding(
            check="duration",
            severity="ok",
            measured=found.frames,
            sentence=f"It is {seconds:.2f} s long ({found.frames} frames); no plan to compare with.",
        )
    off = found.frames - expected.frames
    planned = float(expected.frames / expected.rate)
    if not off:
        return Finding(
            check="duration",
            severity="ok",
            measured=found.frames,
            expected=expected.frames,
            sentence=f"It is {seconds:.2f} s long ({found.frames} frames), exactly as planned.",
        )
    severity: Severity = "warning" if abs(off) <= _NEAR_FRAMES else "fault"
    return Finding(
        check="duration",
        severity=severity,
        measured=found.frames,
        expected=expected.frames,
        sentence=f"It is {counted(abs(off), 'frame')} too {'long' if off > 0 else 'short'}: "
        f"{found.frames} frames instead of {expected.frames} ({planned:.2f} s).",
        patch=f"make it again, {planned:g} seconds long",
    )


def _picture(video: VideoFacts, expected: Expected | None) -> Finding:
    faults = []
    profile = expected.profile if expected is not None else "High"
    if (video.codec, video.profile) != ("h264", profile):
        faults.append(f"is {video.codec} {video.profile}".rstrip() + f" instead of h264 {profile}")
    if video.pixel_format != "yuv420p":
        faults.append(f"stores pixels as {video.pixel_format} instead of yuv420p")
    if video.tag and video.tag != "avc1":
        faults.append(f"is tagged {video.tag} instead of avc1")
    severity: Severity = "warning" if faults else "ok"
    asked = None
    if expected is not None:
        asked = f"h264 {profile} yuv420p avc1 {expected.width}x{expected.height}"
        if (video.width, video.height) != (expected.width, expected.height):
            faults.append(f"is {video.width} by {video.height} instead of {expected.width} by {expected.height}")
            severity = "fault"
    measured = " ".join(
        part
        for part in (video.codec, video.profile, video.pixel_format, video.tag, f"{video.width}x{video.height}")
        if part
    )
    sentence = (
        f"The picture {' and '.join(faults)}."
        if faults
        else f"The picture is H.264 {profile}, {video.width} by {video.height}, which every player takes."
    )
    return Finding(check="picture", severity=severity, measured=measured, expected=asked, sentence=sentence)


def _colour(video: VideoFacts) -> Finding:
    tags = {name: getattr(video, name) for name in _COLOURS} | {"range": video.range}
    wrong = [f"{name} {value}" for name, value in tags.items() if value != ("tv" if name == "range" else "bt709")]
    sentence = (
        f"The colour tags say {', '.join(wrong)}: players may show the brand's colours wrongly."
        if wrong
        else "The colours are tagged BT.709, so every player shows them alike."
    )
    return Finding(
        check="colour",
        severity="warning" if wrong else "ok",
        measured=" ".join(tags.values()),
        expected="bt709 bt709 bt709 tv",
        sentence=sentence,
    )


def _rate(found: Inspection, video: VideoFacts, expected: Expected | None) -> Finding:
    asked = str(expected.rate) if expected else None
    measured = f"{video.rate} {'constant' if video.constant else 'varying'}"
    rate = f"{float(video.rate):g} pictures a second"
    if expected is not None and video.rate != expected.rate:
        return Finding(
            check="rate",
            severity="fault",
            measured=measured,
            expected=asked,
            sentence=f"It runs at {rate} instead of {float(expected.rate):g}.",
        )
    if not video.constant or found.frames != video.frames:
        return Finding(
            check="rate",
            severity="warning",
            measured=measured,
            expected=asked,
            sentence=f"Its pictures do not come evenly at {rate}: motion may stutter and editors lose sync.",
        )
    return Finding(
        check="rate", severity="ok", measured=measured, expected=asked, sentence=f"It runs at an even {rate}."
    )


def _sound(sound: SoundFacts) -> Finding:
    faults = []
    if sound.codec != "aac" or sound.tag not in ("mp4a", ""):
        faults.append(f"is {sound.codec} instead of aac")
    if sound.rate != 48_000:
        faults.append(f"has {sound.rate} samples a second instead of 48000")
    if sound.channels != 2:
        faults.append(f"has {counted(sound.channels, 'channel')} instead of two")
    sentence = f"The sound {' and '.join(faults)}." if faults else "The sound is AAC, 48 kHz, stereo."
    return Finding(
        check="sound",
        severity="warning" if faults else "ok",
        sentence=sentence,
        measured=f"{sound.codec} {sound.rate} Hz {sound.layout}",
        expected="aac 48000 Hz stereo",
    )


def _sync(found: Inspection, video: VideoFacts, sound: SoundFacts) -> Finding:
    offset = found.sound_offset or 0.0
    tail = sound.start + sound.duration - video.start - video.duration
    size = abs(offset)
    if size <= _SYNC_GOOD:
        frame = float(1 / video.rate) if video.rate else 0.04
        if abs(tail) <= 2 * frame:
            return Finding(
                check="sync",
                severity="ok",
                measured=offset,
                expected=0.0,
                sentence="Sound and picture begin and end together.",
            )
        return Finding(
            check="sync",
            severity="notice",
            measured=offset,
            expected=0.0,
            sentence=f"Sound and picture begin together, but the sound ends {abs(tail):.2f} s "
            f"{'later' if tail > 0 else 'sooner'}.",
        )
    side = "after" if offset > 0 else "before"
    return Finding(
        check="sync",
        severity="warning" if size <= _SYNC_SEEN else "fault",
        measured=offset,
        expected=0.0,
        sentence=f"The sound begins {size * 1000:.0f} ms {side} the picture: players that ignore edit lists "
        "let lips and voice come apart by as much.",
        timecode="00:00:00:00",
        patch="make it again",
    )


def _layout(found: Inspection) -> Finding:
    first = found.facts.fast_start
    if found.facts.container != "mp4":
        return Finding(
            check="fast start",
            severity="warning",
            measured=found.facts.container,
            expected="mp4",
            sentence=f"The file is {found.facts.container}, not MP4, which some platforms do not take.",
        )
    sentence = (
        "It starts playing before it is loaded whole."
        if first
        else "Its index lies at the end: on the web it plays only after all of it has been loaded."
    )
    return Finding(
        check="fast start",
        severity="ok" if first else "warning",
        sentence=sentence,
        measured="index first" if first else "index last",
        expected="index first",
    )


def _whole(found: Inspection, places: Places) -> Finding:
    damaged = found.damaged_frames
    if not damaged:
        sentence = "Every picture decodes without damage."
        return Finding(check="damage", severity="ok", measured=0, expected=0, sentence=sentence)
    first, *others = found.damaged
    elsewhere = f" and in {counted(len(others), 'other place')}" if others else ""
    return Finding(
        check="damage",
        severity="fault",
        measured=damaged,
        expected=0,
        sentence=f"The file is damaged: {counted(damaged, 'picture')} can not be decoded rightly here{elsewhere}.",
        scene=places.scene(first.start),
        timecode=places.timecode(first.start),
        patch="make it again",
    )
