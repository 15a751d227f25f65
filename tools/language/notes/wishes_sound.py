"""Wishes about sound: the music's tempo, whose recording speaks, and where the programme will be heard."""

from __future__ import annotations

import re

from tools.language.notes.contents_core import Core
from tools.language.notes.context import Reading, do
from tools.language.notes.file_names import spoken_of, without_names
from tools.patches import SetMusic
from tools.sound_patches import SetLoudness, SetNarration
from tools.storyboard import LoudnessPreset

_MUSIC = r"\b(?:music|song|track|tune|beat|soundtrack|score|melody|backing)\b"
_SOUNDS = (".wav", ".mp3", ".m4a", ".ogg", ".flac", ".aac", ".opus", ".aiff", ".wma")
_NO_VOICE = (
    r"\b(?:she|he|her|him|voice|speak\w*|talk\w*|say|says|speech|narrat\w+|captions?|cut|"
    r"transitions?|video|scenes?)\b"
)


def read_tempo(core: Core) -> Reading | None:
    """A slower or faster music."""
    text = core.text
    if (
        not re.search(_MUSIC, text, re.I)
        or re.search(_NO_VOICE, text, re.I)
        or core.scene is not None
        or core.question
        and len(text.split()) > 9
    ):
        return None
    energy = re.search(
        r"\b(?:(?P<high>more (?:energy|drive|oomph|punch)|high[- ]energy|higher energy)|(?P<low>less "
        r"(?:energy|drive|busy)|low[- ]energy|lower energy))\b",
        text,
        re.I,
    )
    if energy is not None:
        return do(SetMusic(energy="high" if energy["high"] else "low"))
    slow = re.search(
        r"\b(?:slower|slow(?:ed)? down|slow|lower tempo|too fast|too quick|less (?:fast|speedy))\b", text, re.I
    )
    fast = re.search(
        r"\b(?:faster|quicker|(?:more )?upbeat in tempo|more tempo|speed(?:ed)? up|speed .* "
        r"up|higher tempo|up-?tempo|too slow|drags?|fast|quick)\b",
        text,
        re.I,
    )
    if re.search(r"\btoo fast\b|\btoo quick\b", text, re.I):
        fast = None
    if re.search(r"\btoo slow\b|\bdrags?\b", text, re.I):
        slow = None
    if bool(slow) == bool(fast) or re.search(
        r"\b(?:louder|quieter|volume|mood|calm\w*|happy|another|other|different|fade\w*|something|"
        r"low|energy)\b",
        text,
        re.I,
    ):
        return None
    return do(SetMusic(tempo="slow" if slow else "fast"))


_LIGHT = frozenset(
    """this file use play put take have let's run should be is as for the a an our my own please music song track tune
    soundtrack background underneath under it in of with instead piece jingle theme make here's here heres and attached
    that i we composed wrote made recorded bought want would like to could can you add set throughout all whole video
    everywhere behind her voice low score melody loop beat by uploaded from""".split()
)


def read_own_music(core: Core) -> Reading | None:
    """A file that came along as the music."""
    files = core.context.situation.files
    own = [path for name, path in spoken_of(files, core.text).items() if name.lower().endswith(_SOUNDS)]
    text = without_names(files, core.text).lower()
    if len(own) != 1 or core.scene is not None or core.question:
        return None
    if not re.search(rf"{_MUSIC}|\b(?:jingle|theme|underneath|loop)\b", text, re.I):
        return None
    if re.search(r"\b(?:recording|narrat\w+|voice-?over|spoken|speech|effect)\b", text):
        return None
    left = [word for word in re.findall(r"[\w']+", text) if word not in _LIGHT]
    return do(SetMusic(file=own[0])) if len(left) <= 1 and not any(word.isdigit() for word in left) else None


def read_recording(core: Core) -> Reading | None:
    """A recording that came along as the voice of all lines."""
    held = core.context.situation.files
    files = [path for name, path in spoken_of(held, core.text).items() if name.lower().endswith(_SOUNDS)]
    text = without_names(held, core.text)
    if len(files) != 1 or re.search(rf"{_MUSIC}|\b(?:jingle|background|underneath|sting|effect)\b", text, re.I):
        return None
    told = (
        r"\b(?:record\w*|voice\w*|narrat\w+|read|speak\w*|spoken|speech|talking|memo|voice-?over|"
        r"dub\w*|myself|said|say)\b"
    )
    named = without_names(held, core.text) != core.text
    if not re.search(told, core.context.text if named else text, re.I):
        return None
    return do(SetNarration(file=files[0]))


def read_spoken_file(core: Core) -> Reading | None:
    """The same where the recording is called by the name of its file, which is not to be taken for anything else."""
    files = core.context.situation.files
    named = without_names(files, core.text) != core.text
    return read_recording(core) if named and core.scene is None and len(core.text.split()) <= 20 else None


_HEARD: tuple[tuple[LoudnessPreset, str], ...] = (
    ("podcast", r"\b(?:podcasts?|podcats|spotify|audio ?book|-16 ?lufs)\b"),
    (
        "atsc",
        r"\b(?:atsc|a/85|-24 ?(?:lkfs|lufs)|(?:us|u\.s\.|usa|american|america'?s?|nbc|cbs|abc|"
        r"fox) (?:\w+ )?(?:tv|television|broadcast\w*|network))\b",
    ),
    (
        "ebu",
        r"\b(?:ebu|r ?-?128|-?23 ?lufs|(?:european?|french|german|italian|spanish|british|uk|"
        r"dutch|polish|austrian|swiss|portuguese|irish|belgian|bbc|zdf|ard|itv|rai) (?:\w+ )?(?:tv|"
        r"television|broadcast\w*|channel))\b",
    ),
    (
        "web",
        r"\b(?:youtube|tiktok|instagram|facebook|vimeo|linkedin|social(?: media)?|online|the "
        r"web|website|-14 ?lufs)\b",
    ),
)
_LEVEL = (
    r"\b(?:loudness|lodness|levels?|level|lufs|lkfs|mix\w*|master\w*|volume|loud|audio|sound|"
    r"norm|normali[sz]e\w*|spec|standard)\b"
)


def read_broadcast(core: Core) -> Reading | None:
    """Where the programme will be heard, which decides how loud it is."""
    text = core.text
    if not re.search(_LEVEL, text, re.I) or re.search(rf"{_MUSIC}|\b(?:captions?|fps|voice)\b", text, re.I):
        return None
    named = [preset for preset, words in _HEARD if re.search(words, text, re.I)]
    return do(SetLoudness(preset=named[0])) if len(named) == 1 else None
