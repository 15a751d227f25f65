"""Wishes about speech: pauses, stress, how a word sounds, and in which manner a scene or all is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from tools.delivery_patches import SetDelivery, SetEmphasis, SetPause
from tools.language.notes.contents_core import Core
from tools.language.notes.context import Reading, do
from tools.patches import SetPronunciation
from tools.script import Emotion, Line

_QUOTED = re.compile(r"[\"“„«]([^\"”“»]+)[\"”»]|(?<!\w)['‘]([^'’\"]+(?:['’]\w+[^'’\"]*)*)['’](?!\w)")
_SILENCE = r"\b(?:paus\w*|puase|silence|breath\w*|gap|beat|wait|quiet|break|moment|rest|stop|space|think|sink in)\b"
_LONG = re.compile(
    r"\b(?P<half>half a sec(?:ond)?)\b|\b(?P<n>\d+(?:[.,]\d+)?|an?|one|two|three|four|five|"
    r"a couple of|half)(?: and a half)?[ -]?(?:s|secs?|sec?nds?|seconds?)\b",
    re.I,
)
_NUMBERS = {
    "a": 1.0,
    "an": 1.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "a couple of": 2.0,
    "half": 0.5,
}


def lines(core: Core) -> Iterator[Line]:
    """The lines that may be meant: those of the scene that is named, or all."""
    for scene in [core.scene] if core.scene is not None else core.context.scenes:
        yield from scene.lines


def quotes(core: Core) -> list[str]:
    """What stands in quotation marks in the message's clause."""
    return [(one[0] or one[1]).strip() for one in _QUOTED.findall(core.text)]


def _seconds(text: str) -> float | None:
    found = _LONG.search(text)
    if found is None:
        return None
    if found["half"]:
        return 0.5
    word = found["n"].lower()
    more = 0.5 if re.search(rf"\b{re.escape(word)} and a half\b", text, re.I) else 0.0
    return more + (_NUMBERS[word] if word in _NUMBERS else float(word.replace(",", ".")))


def _holding(core: Core, words: str) -> Line | None:
    every = [line for scene in core.context.scenes for line in scene.lines]
    for among in (list(lines(core)), every):
        own = [line for line in among if words.lower().strip(" .!?") in line.text.lower()]
        if own:
            return own[0] if len(own) == 1 else None
    return None


def read_pause(core: Core) -> Reading | None:
    """A pause before or behind words of a line that are quoted, or where something is spoken of."""
    text = _QUOTED.sub(" ", core.text)
    side = re.search(r"\b(after|before|behind|between|following|ahead of)\b", text, re.I)
    if (
        not re.search(_SILENCE, text, re.I)
        or side is None
        or re.search(r"\b(?:music|clip|film|captions?)\b", text, re.I)
    ):
        return None
    before = side[1].lower() in ("before", "ahead of")
    seconds = _seconds(text)
    gone = re.match(r"(?:no|drop|remove|delete|without|cut|kill|lose|skip)\b", core.text, re.I)
    named = quotes(core)
    lined = [line for scene in core.context.scenes for line in scene.lines if line.id in core.lines]
    spoken = re.search(
        r"\b(?:before|after) (?:she|he|they|maya|daniel) (?:says?|mentions?|talks? about|gets? "
        r"to|speaks? of|names?) (?:the |our |about )?(?P<t>[\w ]+?)(?: please)?$",
        text,
        re.I,
    )
    line: Line | None = None
    words = ""
    if len(named) == 1:
        words = named[0]
        line = _holding(core, words)
    elif len(lined) == 1 and not named:
        line = lined[0]
    elif spoken is not None and not named:
        ids = core.context.scene_about(spoken["t"].lower().split())
        scene = core.context.scene(ids[0]) if len(ids) == 1 else None
        line = scene.lines[0 if before else -1] if scene is not None and scene.lines else None
    if line is None:
        return None
    seconds = 0.0 if gone is not None and seconds is None else seconds
    if seconds is None and re.search(r"\b(?:short|brief|little|tiny|small|quick)\b", text, re.I):
        seconds = 0.5
    if seconds is None or seconds > 30:
        return None
    plain, own = line.text.lower().rstrip(" .!?…"), words.lower().strip(" .!?…")
    if not words or (plain.endswith(own) and not before) or (plain.startswith(own) and before):
        return do(SetPause(line=line.id, before=seconds) if before else SetPause(line=line.id, after=seconds))
    if before:
        return None
    start = line.text.lower().find(own)
    return (
        do(SetEmphasis(line=line.id, words=line.text[start : start + len(own)], pause=seconds))
        if seconds <= 10
        else None
    )


_STRESS = (
    r"\b(?:stress\w*|emphasi[sz]\w*|emphsise|empha\w+|lean(?:s|ing)? (?:on|into)|punch\w*|"
    r"hit|underline|accent(?:uate)?|weight|heavier|harder|land|drive home|bring out)\b"
)


def read_stress(core: Core) -> Reading | None:
    """Words of a line that are to be stressed, or said louder or slower than the rest."""
    text = _QUOTED.sub(" ", core.text)
    if re.search(r"\b(?:music|captions?|subtitles?|screen|logo|colou?r|bold|font)\b", text, re.I):
        return None
    louder = re.search(r"(?P<n>\d+(?:[.,]\d+)?) ?db\b", text, re.I)
    stressed = re.search(_STRESS, text, re.I)
    volume = re.search(r"\b(?:louder|up)\b", text, re.I) and louder
    slower = re.search(r"\b(?:more slowly|slower|slowly)\b", text, re.I) and re.search(
        r"\b(?:say|speak|read|pronounce)\w*\b", text, re.I
    )
    if not (stressed or volume or slower):
        return None
    named = quotes(core)
    if not named and stressed:
        behind = core.text[stressed.end() :] if stressed else ""
        phrase = re.match(
            r"(?: more| really| heavily)*(?: on| upon| to)?(?: the words?| the)? (?P<p>[\w ]+?)(?: "
            r"(?:with the voice|when .+|a (?:bit|little)|more|harder|please|in .+))*$",
            behind,
            re.I,
        )
        named = [phrase["p"]] if phrase is not None and stressed[0].lower() not in ("weight",) else []
    within = [one for one in named if _holding(core, one)]
    words = min(within, key=len) if within else ""
    line = next((held for one in sorted(within, key=len, reverse=True) if (held := _holding(core, one))), None)
    if not within and len(named) == 2:
        inner, outer = sorted(named, key=len)
        line = _holding(core, outer)
        words = inner if line is not None and inner.lower() in outer.lower() else ""
    elif len(named) == 2 and len(within) == 1 and (smaller := min(named, key=len)).lower() in within[0].lower():
        words = smaller
    if line is None or not words:
        return None
    start = line.text.lower().find(words.lower())
    own = line.text[start : start + len(words)]
    if volume and louder is not None:
        return do(SetEmphasis(line=line.id, words=own, volume=min(12.0, float(louder["n"].replace(",", ".")))))
    if slower and not stressed:
        return do(SetEmphasis(line=line.id, words=own, speed=0.85))
    slight = re.search(r"\b(?:a (?:bit|little|touch)|slightly|lightly)\b", text, re.I)
    return do(SetEmphasis(line=line.id, words=own, emphasis="moderate" if slight else "strong"))


_SOUNDED = (
    r"\b(?:pronounc\w*|mispronounc\w*|pronunciation|sounds?|say it|say|said|says|speak it|"
    r"spoken|rhymes?|saying|read)\b"
)


def read_sound_of_word(core: Core) -> Reading | None:
    """How a word of the script is to be said, told by a respelling in syllables or in quotation marks."""
    text = core.text
    strong = re.search(
        r"\b(?:pronounc\w*|mispronounc\w*|pronunciation|sounds? (?:odd|wrong|off|funny|weird|"
        r"like)|(?:says?|said|saying) [\w\"' ]+ wrong|speak it as|how (?:you|to|we|it'?s) sa(?:y|"
        r"id)|say it)\b",
        text,
        re.I,
    )
    if not re.search(rf"{_SOUNDED}|^it'?s\b", text, re.I):
        return None
    syllables = re.findall(r"(?<![\w.])[A-Za-z]+(?:-[A-Za-z]+)+(?![\w.])", text)
    spelled = [one for one in syllables if re.search(r"[A-Z]{2,}", one) or one.count("-") > 1 or strong]
    named = quotes(core)
    plain = _QUOTED.sub(
        lambda found: found[0] if len(named) > 1 or (found[1] or found[2] or "").lower() in _words(core) else " ", text
    )
    candidates = [word for word in re.findall(r"[^\W\d_]{3,}", plain) if word.lower() in _words(core)]
    spared = re.search(r"\bnot ([A-Za-z]+(?:-[A-Za-z]+)+)", text)
    spelled = [one for one in spelled if spared is None or one != spared[1]]
    said = spelled[0] if len(spelled) == 1 else ""
    if not said and strong:
        others = [one for one in named if one.lower() not in _words(core) or len(named) == 2 and one == named[-1]]
        said = others[-1] if len(others) == 1 else ""
    if not said or not (strong or spelled and re.search(r"[A-Z]{2,}|-.*-", said)):
        return None
    candidates = [
        word
        for word in dict.fromkeys(candidates)
        if word.lower() not in said.lower().split("-") and not _LIGHT.fullmatch(word)
    ]
    names = [word for word in candidates if word[:1].isupper() and not text.startswith(word)] or candidates
    if not names and strong is None and re.search(r"[A-Z]{2,}", said):
        names = get_close_matches(said.replace("-", "").lower(), sorted(_words(core)), n=1, cutoff=0.72)
    if len(names) != 1:
        return None
    return do(SetPronunciation(word=names[0], said=said))


_LIGHT = re.compile(
    r"(?:the|this|that|she|her|his|and|for|you|your|are|our|with|says?|said|like|when|should|"
    r"must|have|please|wrong|not|can|from|how|new|one|all|who|its?)",
    re.I,
)


def _words(core: Core) -> frozenset[str]:
    return core.context.vocabulary


_EMOTIONS: tuple[tuple[Emotion, str], ...] = (
    ("warm", r"warm\w*|friendl\w*|kind(?:er|ly)"),
    ("cheerful", r"cheer\w*|happ\w*|smil\w*|jolly|sunny|joyful\w*"),
    ("excited", r"excit\w*|enthus\w*|thrilled|pumped"),
    ("confident", r"confiden\w*|proud\w*|assured|assertive\w*"),
    ("serious", r"serious\w*|sober\w*|grave\w*|sombre|formal\w*"),
    ("calm", r"calm\w*|relaxed|soothing\w*|gentl\w*"),
    ("empathetic", r"empath\w*|caring|compassion\w*|understanding"),
    ("urgent", r"urgen\w*|pressing"),
)
_VOICE = r"\b(?:sound\w*|say\w*|said|speak\w*|spoken|read\w*|voice|tone|deliver\w*|talk\w*|narrat\w*)\b"


def read_manner(core: Core) -> Reading | None:
    """In which manner, at which pitch, and how fast, a scene, a line or all is spoken."""
    text = _QUOTED.sub(" ", core.text)
    pitched = re.search(r"\bvoice\b.*\btoo (?:(?P<high>high|squeaky|shrill)|(?P<low>low|deep|dark))\b", text, re.I)
    if pitched is not None:
        return do(SetDelivery(scene=core.scene.id if core.scene else "", pitch=-2.0 if pitched["high"] else 2.0))
    if (
        not re.search(_VOICE, text, re.I)
        or re.search(r"\bvoice\b(?! (?:over|throughout))", text, re.I)
        or re.search(
            r"\b(?:music|captions?|look|background|colou?rs?|rewrite|reword|words|sentence to|text|"
            r"script)\b",
            text,
            re.I,
        )
    ):
        return None
    wanted = re.sub(r"\b(?:too|so|less|not|isn'?t|no longer)(?: \w+)? (?=\w+)(?:\w+)", " ", text, flags=re.I)
    named = [emotion for emotion, words in _EMOTIONS if re.search(rf"\b(?:{words})\b", wanted, re.I)]
    pace = re.search(r"\b(?P<n>[01][.,]\d+|[12])(?: ?x| times|(?= speed))", text)
    speed = float(pace["n"].replace(",", ".")) if pace is not None else None
    if len(set(named)) > 1 or not (named or (speed and re.search(r"\b(?:slow|fast|speed|pace)\w*\b", text, re.I))):
        return None
    scene = core.scene
    own = _line(core)
    if own is not None:
        return do(SetDelivery(line=own.id, emotion=named[0] if named else None, speed=speed))
    if scene is None and (speed or re.search(r"\b(?:line|sentence|part|bit|there|here|this)\b", text, re.I)):
        return None
    return do(
        SetDelivery(scene=scene.id if scene is not None else "", emotion=named[0] if named else None, speed=speed),
        focus=(scene.id,) if scene else (),
    )


def _line(core: Core) -> Line | None:
    named = quotes(core)
    return _holding(core, named[0]) if len(named) == 1 else None
