"""Wishes that something be as the studio chooses: the look's transitions, a colour that fits, the settings' mark."""

from __future__ import annotations

import re
from collections.abc import Callable

from tools.content_patches import SetPresenterPlace
from tools.disclosing import SetDisclosure
from tools.language.notes.contents_core import DET, Core
from tools.language.notes.context import Reading, do
from tools.patches import (
    Patch,
    SetAvatar,
    SetBackground,
    SetColour,
    SetDark,
    SetDuration,
    SetLook,
    SetTransition,
    SetTypeface,
    SetVoice,
)
from tools.presenter_patches import SetFraming, SetPerformanceStyle
from tools.sound_patches import SetSceneSound
from tools.storyboard import BackgroundChoice

_COLOUR = r"(?:colou?r|shade|tone)"
_FONT = r"(?:fonts?|typefaces?|lettering)"
_HEADS = r"(?:headings?|headlines?|titles?|headers?)"
_BODY = r"(?:body(?: text)?|running text|rest|text|small text|captions and text)"
_THINGS: tuple[tuple[str, Callable[[str], Patch | None]], ...] = (
    (r"(?:scene )?transitions?(?: between (?:the )?scenes)?", lambda s: SetTransition(scene=s, transition="")),
    (
        rf"(?:{_HEADS} {_FONT}|{_FONT} (?:of|for|in) (?:the |all )?{_HEADS})",
        lambda s: SetTypeface(role="heading", family="") if not s else None,
    ),
    (
        rf"(?:{_BODY} {_FONT}|{_FONT} (?:of|for|in) (?:the )?{_BODY})",
        lambda s: SetTypeface(role="body", family="") if not s else None,
    ),
    (rf"(?:primary|main|brand|base) {_COLOUR}", lambda s: SetColour(role="primary", colour=None) if not s else None),
    (rf"(?:secondary|second) {_COLOUR}", lambda s: SetColour(role="secondary", colour=None) if not s else None),
    (rf"(?:accent|highlight)(?: {_COLOUR})?", lambda s: SetColour(role="accent", colour=None) if not s else None),
    (
        r"(?:(?:if|whether) it(?:'s| is| should be) (?:dark or light|light or dark)|(?:dark or light|light or "
        r"dark)(?: (?:mode|"
        r"theme))?|(?:dark|light|night) (?:mode|theme)|brightness|theme)",
        lambda s: SetDark(dark=None) if not s else None,
    ),
    (r"(?:design )?(?:look|style|design direction)", lambda s: SetLook(look="") if not s else None),
    (r"(?:background|backdrop)s?", lambda s: SetBackground(scene=s, background=BackgroundChoice())),
    (r"(?:presenter|avatar|host)", lambda s: SetAvatar(avatar="") if not s else None),
    (r"(?:voice|narrator|speaker)", lambda s: SetVoice(voice="") if not s else None),
    (
        r"(?:(?:ai[- ])?(?:disclosure|label|notice|mark(?:ing)?|disclaimer|badge|sign)(?: (?:that it is|for) ai)?)",
        lambda s: SetDisclosure(disclosure="") if not s else None,
    ),
    (
        r"(?:(?:place|position) (?:of|for) (?:the )?(?:presenter|avatar|host|maya|daniel|her|him)|(?:presenter|maya|"
        r"daniel|"
        r"avatar|host)(?:'s)? (?:place|position)|where (?:she|he|maya|daniel|the presenter) stands|her (?:place|"
        r"position)|"
        r"his (?:place|position))",
        lambda s: SetPresenterPlace(scene=s, place="") if s else None,
    ),
    (r"(?:framing|camera|shot size|crop)", lambda s: SetFraming(framing="", scene=s)),
    (
        r"(?:performance|presenting|performance style|presenting style|acting style)",
        lambda s: SetPerformanceStyle(style="", scene=s),
    ),
    (r"(?:small )?sound(?: effect)?", lambda s: SetSceneSound(scene=s, sound="") if s else None),
    (
        r"(?:length|duration|running time|run ?time|time limit|fixed length|time)",
        lambda s: SetDuration(seconds=None) if not s else None,
    ),
)
_CHOSEN = r"(?:default|automatic(?:ally)?|auto)"
_WHO = (
    r"(?:you|yourself|the (?:look|layout|settings?|design|system|computer|software|director|agency|studio|programme|"
    r"colou?rs"
    r"|voice|others?|brand|machine|tool)|your (?:settings?|defaults?)|chance|u)"
)
_ABLE = r"(?:(?:choose|pick|decide(?: on| about)?|select|set|work out|figure out|determine)s?)"
_AS = (
    rf"(?:{_CHOSEN}(?: (?:one|ones|choice|setting|value))?|as (?:in|per|by) {_WHO}|as {_WHO} (?:ha(?:s|ve)|wants?|"
    rf"says?|likes?|"
    r"decides?|sets?|prefers?|sees? fit)(?: it| them)?|whatever (?:fits|suits|works|you (?:like|think|want))(?: "
    r"best)?|up to "
    rf"{_WHO}|your (?:choice|pick|call)|not fixed|free|open)"
)
_BACK = r"(?:(?:back|again|go|should|must|can|could|be|is|to|on|at|the|its|their|it|them|:|=|-) ?)*"
_TAIL = r"(?:,? (?:please|again|now|then|yourself|for (?:me|us|now)|whatever (?:fits|suits|works|you like)(?: best)?))*"


def _forms(thing: str) -> tuple[str, ...]:
    named = rf"{DET}(?:{thing})"
    return (
        rf"(?:(?:set|put|change|turn|switch|make|have|use|keep|leave|let) )?{named}[ ,:]+{_BACK}{_AS}{_TAIL}",
        rf"(?:leave|let|hand|give|pass) {named}(?: up| over| choice| decision)? to {_WHO}{_TAIL}",
        rf"(?:please )?(?:you |u )?{_ABLE} {named}(?: (?:yourself|for (?:me|us)|automatically|freely|as you (?:like|"
        rf"please|see "
        r"fit)|on your own|to (?:fit|match|suit)(?: .{2,30})?|that (?:fits|suits|matches)(?: .{2,30})?)){1,2}" + _TAIL,
        rf"let {_WHO} {_ABLE} {named}{_TAIL}",
        rf"(?:reset|unset|clear) {named}(?: (?:to (?:the )?)?{_CHOSEN})?{_TAIL}",
        rf"(?:the |use the |take the |with the )?{_CHOSEN} {thing}{_TAIL}",
        rf"(?:go )?back to (?:the |your |its )?{_CHOSEN} {thing}{_TAIL}",
        rf"{named} (?:is|are|'s) (?:up to|left to) {_WHO}{_TAIL}",
    )


_RESETS = tuple(
    (re.compile("|".join(f"(?:{form})" for form in _forms(thing)), re.IGNORECASE), made) for thing, made in _THINGS
)
_CUE = re.compile(
    r"\b(?:default|auto\w*|leave|let|reset|unset|clear|yourself|freely|as (?:in|per|by|the|your?)|whatever|up to|your "
    r"(?:choice"
    r"|pick|call)|left to|not fixed|free|open|hand|for (?:me|us)|that (?:fits|suits|matches)|to (?:fit|match|suit))\b",
    re.IGNORECASE,
)
_UNLIMITED = re.compile(
    r"(?:forget(?: about)?|drop|remove|lift|lose|no|without|skip|ignore|scrap|never mind|don'?t mind|without any|no "
    r"more|get "
    rf"rid of|take off|(?:we|i) don'?t need) {DET}(?:time limit|length limit|fixed length|fixed duration|fixed time|"
    rf"limit (?:on|"
    r"of|for) (?:the )?(?:length|time|duration)|set length|target length)(?:,? (?:and |just |please )*(?:let|it|the|"
    r"he|she|can|"
    r"may|should|could) .{0,20}\b(?:run|take|last|go|be)\b.*)?|"
    r"(?:let|make|have) (?:it|the video|the film) (?:be |run |last |go |take )*(?:on )?(?:for )?(?:as|so) (?:long|"
    r"much time) as"
    r" .{2,50}",
    re.IGNORECASE,
)


_ANY_LENGTH = re.compile(
    r"(?:there'?s |there is )?(?:no need|not necessary|we don'?t (?:need|have)|i don'?t (?:need|have)|it (?:doesn'?t|"
    r"needn'?t|does not)"
    r"(?: need| have)?)(?: for it)?(?: to)? (?:hit|be|last|keep to|stick to|meet|reach|fill|have|take)(?: at| on)? "
    r"(?:any|a|an|the) "
    r"(?:particular|certain|exact|specific|fixed|set|given|special) (?:length|duration|time|number of seconds|running "
    r"time|run ?time)"
    r"(?: any ?more)?",
    re.IGNORECASE,
)


def read_reset(core: Core) -> Reading | None:
    """A thing of the programme, or of one scene, that is to be as the studio chooses."""
    if core.question or len(core.text.split()) > 20:
        return None
    scene = core.scene.id if core.scene is not None else ""
    if not scene and (_UNLIMITED.fullmatch(core.text) or _ANY_LENGTH.fullmatch(core.text)):
        return do(SetDuration(seconds=None))
    if _CUE.search(core.text) is None:
        return None
    for pattern, made in _RESETS:
        if pattern.fullmatch(core.text) is not None and (patch := made(scene)) is not None:
            return do(patch, focus=(scene,) if scene else ())
    return None
