"""Films of contents: a film that came along as what a scene plays, and which part of it, how fast, with its sound."""

from __future__ import annotations

import re
from pathlib import PurePath

from tools.language.notes.contents_core import Core, shown_as
from tools.language.notes.context import Reading, ask
from tools.language.notes.file_names import FILMS, spoken_of, without_names
from tools.patches import SetFilm
from tools.presenter_patches import SetListening
from tools.storyboard import FilmChoice

_AT = r"(?P<{0}>\d+:\d\d|\d+(?:[.,]\d+)?)(?: ?(?:sec(?:ond)? mark|seconds?|secs?|s)\b)?"
_SECOND = r"(?:second |sec |the )*"
PART = re.compile(
    rf"[, ]*\b(?:but |and |only |just |use |show |play |take |the part |the bit |it )*(?:from|between|starting at|"
    rf"start(?:ing)?(?: at)?) {_SECOND}{_AT.format('a')} ?(?:to|till|until|and|up to|through|-|–) "
    rf"?{_SECOND}{_AT.format('b')}|"
    rf"[, ]*\b(?:but |and |only |just |use |show )*(?:the )?first {_AT.format('first')}(?: of it)?|"
    rf"[, ]*\b(?:but |and |only )*(?:from|starting (?:at|from)|start(?:ing)? it at) {_SECOND}{_AT.format('from')}(?: "
    rf"on)?",
    re.IGNORECASE,
)
SILENT = re.compile(
    r"[, ]*\b(?:but |and |please )*(?:(?:without|no|not|minus|mute|drop|leave out|turn off|cut)(?: (?:its|the|any|"
    r"their|"
    r"own|playing|original))* (?:sound|audio|noise)|(?:with (?:the |its )?)?(?:sound|audio) (?:off|muted|out)|"
    r"muted?(?: "
    r"it)?|silent(?:ly)?|soundless)\b",
    re.IGNORECASE,
)
FASTER = re.compile(
    r"[, ]*\b(?:at |played |play it |and )*(?:(?P<x>\d+(?:[.,]\d+)?) ?(?:x|times)(?: (?:the |as )?(?:speed|fast))?|"
    r"(?P<w>"
    r"half|double|twice)(?: the| its)? speed)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:after|before|behind|between|ending|beginning|as the (?:end|start|finish)|opening|opener|intro|outro|"
    r"closing|closer|background|backdrop|logo|music|"
    r"soundtrack|voice)\b",
    re.IGNORECASE,
)
_PLAYED = re.compile(
    r"(?:(?:show|play|use|put|take|insert|have|let|make|set|add|place|run|drop|stick|turn|change|replace|swap|want|"
    r"need|"
    r"feature|with|is|be|shows?|plays?|becomes?|gets?|should|must|shall|could|can|to|in|into|as|for|by|it|this|that|"
    r"the|"
    r"a|an|our|my|file|clip|film|video|footage|movie|scene|here|there|attached|uploaded|instead|please|of|from|and|"
    r"only|"
    r"just|also|so|run|see|seen|shown|played|presenter|her|him|she|he|words?|text|everything|on|at|goes|belongs|full|"
    r"screen|whole|thing|during|while|behind|me|i|we|you|would|like|rather|than|maya|daniel|speaking|talking|:|,)\W*)*",
    re.IGNORECASE,
)


def read_film(core: Core) -> Reading | None:
    """The film that a scene plays in place of its presenter; None where it opens, closes or stands between scenes."""
    files = core.context.situation.files
    films = [path for name, path in spoken_of(files, core.text).items() if name.lower().endswith(FILMS)]
    text = without_names(files, core.text)
    if core.scene is None or len(films) != 1 or _BESIDE.search(core.context.text):
        return None
    if not re.search(r"\b(?:this file|this|it|attached|uploaded|clip|film|video|footage|movie)\b", text, re.I):
        return None
    values: dict[str, object] = {"file": films[0]}
    part = PART.search(text)
    if part is not None:
        values |= part_of(part)
        text = text[: part.start()] + text[part.end() :]
    if (silent := SILENT.search(text)) is not None:
        values["sound"] = False
        text = text[: silent.start()] + text[silent.end() :]
    if (speed := FASTER.search(text)) is not None:
        values |= speed_of(speed)
        text = text[: speed.start()] + text[speed.end() :]
    if _PLAYED.fullmatch(text.strip(" ,.:")) is None:
        return None
    film = FilmChoice.model_validate(values)
    if core.scene.film is None:
        number = core.context.number(core.scene.id)
        return ask(
            f"Nobody speaks over a film, so it can not stand in scene {number}; shall it be a scene of its own after "
            f"it?",
            f"Put the film {PurePath(film.file).name} after scene {number}",
        )
    return shown_as(core.context, core.scene, "clip", SetFilm(scene=core.scene.id, film=film))


def part_of(found: re.Match[str]) -> dict[str, object]:
    """From where to where a film is shown, in seconds of it, as `PART` found it."""
    named = {key: _seconds(one) for key, one in found.groupdict().items() if one}
    if "a" in named:
        return {"start": named["a"], "end": named["b"]}
    return {"end": named["first"]} if "first" in named else {"start": named["from"]}


def speed_of(found: re.Match[str]) -> dict[str, object]:
    """How fast a film is played, as `FASTER` found it: 1 as it was taken."""
    words = {"half": 0.5, "double": 2.0, "twice": 2.0}
    return {"speed": words[found["w"].lower()] if found["w"] else float(found["x"].replace(",", "."))}


def _seconds(text: str) -> float:
    minutes, colon, seconds = text.partition(":")
    return 60.0 * int(minutes) + int(seconds) if colon else float(text.replace(",", "."))


_WHO = r"(?:she|he|maya|daniel|the (?:presenter|host|avatar|woman|man|lady|guy|speaker)|presenter|her|him)(?:'s)?"
_ONLY = r"(?:only |just |merely |simply |quietly |silently |now |then |also |be |be seen |is |please |always )*"
_LISTENS = re.compile(
    rf"(?:(?:let|have|make|show|want|see|with) )?{_WHO}(?: to)?(?: (?:should|must|shall|could|can|needs? to|has to|"
    rf"ought to|"
    rf"is|will))?(?: to)? {_ONLY}(?:listen(?:s|ing)?|hear(?:s|ing)?)\b(?P<rest>.*)|"
    rf"{_WHO}(?: is| as)? (?:a )?listener|(?:as )?(?:a )?listening(?: presenter)?|"
    rf"(?:someone|somebody|a voice|another voice) (?:else )?(?:\w+ )?(?:talks|speaks)(?:,| and)? {_WHO} (?:only |just "
    rf")?"
    r"listens",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"(?:{_WHO}(?: should| must| shall| does| is| will)?(?:n'?t| not|'s not)|(?:stop|no) ?{_WHO}?|no(?: more| "
    rf"longer)?) "
    rf"(?:be |just |only )*listen(?:s|ing)?\b.*|{_WHO} (?:no longer|never) listens.*|{_WHO} (?:should |must |shall )?"
    rf"(?:speaks?|talks?|say(?:s)? it|say the lines)(?: again| herself| himself| the lines)+(?:,? (?:instead of|not|"
    rf"rather "
    r"than) listening)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?: (?:to )?(?:what is said|us|it|them|somebody|someone|somebody else|someone else|the voice|there|here|instead|"
    r"only"
    r"|quietly|silently|while|during|in|and|,|(?:some(?:body|one)|another person|the voice) (?:else )?(?:is "
    r")?(?:talks?|"
    r"speaks?|talking|speaking)|(?:does not|doesn'?t|not) (?:speak|talk|say anything)))*[,.]?(?: (?:some(?:body|one) "
    r"else|another voice|the other) (?:is )?(?:talks|speaks|talking|speaking|does the talking))?",
    re.IGNORECASE,
)

_TO_SOMEBODY = re.compile(r" to (?P<name>(?!(?i:the|what|us|it|them|some|another|a|an|her|his|our)\b)"
                          r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})[,.]?|"
                          r" to (?:(?:the|an?|our|her|his|my) \w+(?: \w+)?|what (?:he|she|they|the \w+) (?:say|tell)"
                          r"s?)[,.]?")
"""A name has capitals, by which it is told from everything else that can be listened to."""


def read_listening(core: Core) -> Reading | None:
    """That the presenter of a scene listens to what is said in it, or says it."""
    if core.scene is None or not re.search(r"\b(?:listen|hear|speak|talk|say)", core.text, re.IGNORECASE):
        return None
    text = re.sub(r"\b(during|while|throughout|all through)\s*$", "", core.text.strip(" ,")).strip(" ,")
    if _SPEAKS.fullmatch(text) is not None:
        return _listens(core, listening=False)
    found = _LISTENS.fullmatch(text)
    if found is not None and (named := _TO_SOMEBODY.fullmatch(found["rest"] or "")) is not None:
        return _listens(core, listening=True, speaker=named["name"])
    if found is None or (found["rest"] and _BEHIND.fullmatch(found["rest"]) is None):
        return None
    return _listens(core, listening=True)


def _listens(core: Core, *, listening: bool, speaker: str | None = None) -> Reading | None:
    scene = core.scene
    if scene is None:
        return None
    if scene.listening == listening and speaker in (None, scene.speaker):
        return Reading(kept=True, said=f"The presenter {'listens' if listening else 'speaks'} there already.")
    patch = SetListening(scene=scene.id, listening=listening, speaker=speaker)
    return shown_as(core.context, scene, scene.layout, patch)
