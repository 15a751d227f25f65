"""Line manners: how one line is to be said, in several respects at once: `say line 2 more slowly and warmly`."""

from __future__ import annotations

import re

from tools.delivery_patches import SetDelivery
from tools.language.notes.contents_core import Core
from tools.language.notes.context import Reading, do
from tools.language.notes.filling_slots import whole_line
from tools.language.notes.rules_delivery import emotion_of

_QUOTED = re.compile(r"[\"“„«]([^\"”“»]+)[\"”»]|(?<!\w)['‘]([^'’\"]+(?:['’]\w+[^'’\"]*)*)['’](?!\w)")
_PACE = re.compile(
    r"\b(?:(?P<bit>a (?:little )?bit|a little|slightly|a touch|a tad|somewhat)|(?P<much>much|a lot|far|way)|more|"
    r"quite) "
    r"(?:more )?(?P<one>slow(?:ly|er)|fast(?:er)?|quick(?:ly|er))\b|\b(?P<two>slow(?:ly|er)|faster|quick(?:ly|er))\b"
    r"(?: (?P<after>a (?:little )?bit|a little|slightly|a touch|a tad|a lot|much))?",
    re.IGNORECASE,
)
_NOUNS = {"warmth": "warm", "calm": "calm", "pride": "confident", "excitement": "excited", "joy": "cheerful",
          "confidence": "confident", "energy": "excited", "empathy": "empathetic"}  # fmt: skip
_LIGHT = frozenset(
    """say speak read deliver do have make let her him the a an and with in more that this line sentence please pls of
    scene should be said spoken read out it to want i we would like you can could some voice tone way also but
    for from on bit just one""".split()
)


def read_line_manner(core: Core) -> Reading | None:
    """The pace and the feeling of one line, where both are told and nothing else is."""
    if core.question or len(core.text.split()) > 26:
        return None
    quoted = [(one[0] or one[1]).strip() for one in _QUOTED.findall(core.text)]
    line = core.lines[0] if len(core.lines) == 1 and not quoted else ""
    if len(quoted) == 1:
        line = whole_line(core.context, quoted[0])
    pace = _PACE.search(rest := _QUOTED.sub(" ", core.text))
    if not line or pace is None:
        return None
    words = re.findall(r"[a-z]+", f"{rest[: pace.start()]} {rest[pace.end() :]}".lower())
    feelings = {word: _NOUNS.get(word) or emotion_of(word) for word in words}
    named = {feeling for feeling in feelings.values() if feeling}
    ordinals = {"first", "second", "third", "fourth", "fifth", "last"} if not quoted else set()
    left = [word for word, feeling in feelings.items() if not feeling and word not in _LIGHT | ordinals]
    if len(named) != 1 or left:
        return None
    after = (pace["after"] or "").lower()
    slow = (pace["one"] or pace["two"]).lower().startswith("slow")
    step = 1.05 if pace["bit"] or after and after not in ("a lot", "much") else 1.25 if pace["much"] or after else 1.1
    now = next((one.delivery for scene in core.context.scenes for one in scene.lines if one.id == line), None)
    wanted = getattr(now, "speed", 1.0) * (1 / step if slow else step)
    return do(SetDelivery(line=line, emotion=named.pop(), speed=round(min(2.0, max(0.5, wanted)), 2)))  # type: ignore[arg-type]
