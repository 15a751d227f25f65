"""Wishes: what a request says about the video itself rather than about its subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from renderers.avatar.catalogue import AVATARS
from tools.language.lexicon import BACKGROUNDS, MOODS, NUMBERS, TONES, VIDEO_NOUNS
from tools.language.tongues import NAMES

_NOUN = "(?:" + "|".join(VIDEO_NOUNS) + ")"
_NUMBER_WORD = "(?:" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_AMOUNT = rf"(?:\d+(?:\.\d+)?|{_NUMBER_WORD})"
_LENGTH = (rf"(?:(?P<half>half a minute|half-minute|half-a-minute)|(?P<mhalf>(?:a|one) minute and a half|one and a "
           rf"half minutes?)"
           rf"|(?P<n>{_AMOUNT})[\s-]*(?P<u>seconds?|secs?|s|minutes?|mins?|"
           rf"m)\b(?:\s*(?:and\s*)?(?P<n2>\d+)\s*(?:seconds?|secs?|s)\b)?"
           r"|(?P<mm>\d{1,2}):(?P<ss>[0-5]\d)(?!\s*(?:am|pm|a\.m|p\.m|h\b))(?:\s*min(?:ute)?s?)?)")
_ABOUT = (r"(?:about|around|roughly|approximately|approx\.?|ca\.?|max(?:imum)?\.?|exactly|up to|under|at most|no "
          r"(?:more|longer) than)")
_TONE = "(?:" + "|".join(sorted(TONES, key=len, reverse=True)) + ")"
_TONES = rf"{_TONE}(?:(?:\s*,\s*|\s+and\s+|\s+but\s+|,\s*and\s+|\s+){_TONE})*"
_MOOD = "(?:" + "|".join(sorted(map(re.escape, MOODS), key=len, reverse=True)) + ")"
_PERSON = r"(?:woman|man|female|male|lady|guy|girl|boy|gentleman)"
_HOST = r"(?:presenter|avatar|host|speaker|spokesperson|spokeswoman|spokesman|anchor|actor|actress)"
_VOICE = r"(?:voice|narrator|voice-?over|narration)"
_OURS = "(?:" + "|".join(avatar.name for avatar in AVATARS) + ")"
_ON_SCREEN = (r"(?:presenting|speaking|talking|hosting|narrating|explaining(?:\s+it)?|on (?:screen|camera)|in front of "
              r"the camera|as (?:the\s+|a\s+|our\s+)?(?:presenter|avatar|host|speaker))")
_LOOKS = (r"(?:young|younger|old|older|elderly|middle-aged|friendly|smiling|business|professional|nice|confident|calm|"
          r"casual|warm|serious|cheerful)")
_CLAUSE_START, _CLAUSE_END = r"(?:(?<=^)|(?<=[.,;!?\n])|(?<=[.,;!?\n]\s))", r"(?=\s*(?:[.,;!?\n]|$))"

_ASPECTS: tuple[tuple[str, str], ...] = (
    ("9:16", r"\b9\s?[:x/]\s?16\b|\b(?:vertical|portrait(?=\s+(?:video|format|mode|orientation|clip|film))|"
             r"upright)\b(?:\s+(?:format|mode|orientation))?"),
    ("4:5", r"\b4\s?[:x/]\s?5\b(?!\d)|\b(?:instagram|ig|insta)\s+feed(?:\s+(?:post|ad|video))?\b"),
    ("1:1", r"\b1\s?[:x/]\s?1\b(?!\d)|\bsquare(?=\s+(?:video|format|post|clip|for|one)|[\s,.]*$|[,.])(?:\s+(?:format|"
            r"post))?\b"
            r"|\b(?:instagram|ig|insta|facebook|fb)\s+(?:post|carousel)s?\b"),
    ("16:9", r"\b16\s?[:x/]\s?9\b|\b(?:landscape|horizontal|widescreen|wide-screen)\b(?=\s+(?:video|format|mode|clip)|"
             r"[\s,.]*$|[,.])(?:\s+(?:format|mode))?"),
    ("9:16", r"\b(?:(?:instagram|ig|insta|facebook|fb|snapchat|whatsapp)\s+)(?:reels?|stor(?:y|ies)|status)\b|"
             r"\breels?\b|\btik\s?-?tok\b(?:\s+videos?)?"
             r"|\byoutube\s+shorts?\b|\bshorts\b|\bsnapchat\b"),
    ("16:9", r"\byoutube\b|\blinked-?in\b|\bvimeo\b"),
    ("9:16", r"\b(?:instagram|insta)\b"),
)


@dataclass
class Wishes:
    """A request being read: `text` is what has not been understood yet, the rest what has."""

    text: str
    duration: float | None = None
    aspect: str = ""
    tone: list[str] = field(default_factory=list)
    music: str = ""
    avatar: str = ""
    voice: str = ""
    background: str = ""
    language: str = ""

    def take(self, pattern: str, leave: str = " ") -> re.Match[str] | None:
        """The first match of `pattern` (any case), taken out of the text and replaced by `leave`."""
        match = re.search(pattern, self.text, re.IGNORECASE)
        if match:
            self.text = re.sub(r"[ \t]+", " ", self.text[: match.start()] + leave + self.text[match.end() :])
        return match


def read_wishes(text: str) -> Wishes:
    """What `text` says about length, shape, tone, music, presenter, voice, background and language."""
    wishes = Wishes(text)
    _read_aspect(wishes)
    _read_duration(wishes)
    _read_music(wishes)
    _read_people(wishes)
    _read_background(wishes)
    _read_language(wishes)
    _read_tone(wishes)
    _drop_requests(wishes)
    wishes.text = re.sub(r"(?<=\w[.!?]\s)(?:make|do|create|give)\b",
                         lambda found: found.group().capitalize(), wishes.text)
    return wishes


def _read_aspect(wishes: Wishes) -> None:
    connector = r"(?:\b(?:for|on|as|in|to post on|to share on|to put on)\s+)?(?:(?:an?|our|my|the)\s+)?"
    for aspect, pattern in _ASPECTS:
        match = wishes.take(rf"{connector}(?:{pattern})(?:\s+(?:and|&)\s+(?:tiktok|instagram|youtube|"
                            rf"facebook))?(?P<noun>\s+{_NOUN})?", " video ")
        if match:
            wishes.aspect = wishes.aspect or aspect
    wishes.text = re.sub(
        r"((?:^|[.!?,])\s*)(?:video\s*)+(?:\b(?:for|on|please)\b)?\s*(?=[.,\n]|$)", r"\1", wishes.text,
        flags=re.IGNORECASE
    )
    wishes.text = re.sub(rf"\bvideo\s+(?={_NOUN}\b)", " ", wishes.text, flags=re.IGNORECASE)
    wishes.text = re.sub(
        rf"(\b{_NOUN}\b[^.!?\n]*?)\s+video\s*(?=[.,;!?\n]|$|\bvideo\b)", r"\1", wishes.text, flags=re.IGNORECASE
    )


def _read_duration(wishes: Wishes) -> None:
    adjectives = r"(?:[\w-]+\s+){0,4}?"
    contexts = (
        rf"{_LENGTH}(?:[\s-]*(?:long|length))?(?=\s+{adjectives}{_NOUN}\b)",
        rf"\b(?:{_ABOUT}\s+)?{_LENGTH}[\s-]*(?:long|in length)\b",
        rf"\b(?:duration|length|runtime|long|lasting|lasts?)\s*(?:of|is|:|should be|=)?\s*(?:{_ABOUT}\s+)?{_LENGTH}",
        rf"(?<=video)\s+(?:of|in|lasting)\s+(?:{_ABOUT}\s+)?{_LENGTH}",
        rf"(?:^|(?<=[.;,!?\n]\s)){_NOUN}\s+{_LENGTH}(?=\s*(?:[.,;!?\n]|$|square|vertical|wide))",
        rf"(?:(?<=^)|(?<=[.,;!?\n(])|(?<=[.,;!?\n(] ))(?:{_ABOUT}\s+|in\s+|of\s+)?{_LENGTH}(?:\s*(?:please|total|"
        rf"max))?(?=\s*(?:[.,;!?)\n]|:\s|$))",
        rf"(?:^\W*|(?<=[.!?]\s))(?:{_ABOUT}\s+)?{_LENGTH}(?=\s+(?:about|on|for|to|of|explaining|introducing)\b)",
        rf"(?:(?<=need )|(?<=want )|(?<=like )|(?<=make )|(?<=me )|(?<=us ))(?:{_ABOUT}\s+)?{_LENGTH}"
        r"(?=\s+(?:about|on|for|explaining|introducing|showing|presenting)\b)",
        rf"(?<!ed)(?<!ready)(?<!done)(?<!made)(?<!built)\s+(?:in|"
        rf"within)\s+(?:{_ABOUT}\s+)?{_LENGTH}(?=\s*(?:[.,;!?\n]|$))",
        rf"\b(?:of|for)\s+{_LENGTH}(?=\s*(?:[.,;!?\n]|$))",
    )
    for pattern in contexts:
        for match in re.finditer(pattern, wishes.text, re.IGNORECASE):
            if pattern is contexts[-2] and not _about_making(wishes.text[: match.start()], match):
                continue
            # `I need 15 seconds about bread` is a request for a video, which the length alone stood for.
            leave = " a video " if pattern is contexts[7] else " "
            wishes.text = f"{wishes.text[: match.start()]}{leave}{wishes.text[match.end() :]}"
            wishes.duration = _seconds(match)
            return


def _about_making(before: str, length: re.Match[str]) -> bool:
    """Whether the clause that `before` ends in speaks of a video or of telling something, not of the subject."""
    said = re.split(r"[.!?\n]\s", before)[-1]
    seconds = _seconds(length)
    usual = (length["u"] or "").lower().startswith("s") and seconds >= 15
    if "," in said or ":" in said:
        last = re.split(r"[,:]\s", said)[-1]
        said = said if usual else last
    telling = r"explain|introduc|show|present|tell|promot|announc|describ|sell|teach|about" + (
        "|how to" if usual else "")
    return re.search(rf"\b(?:{_NOUN}|{telling})", said, re.I) is not None


def _seconds(match: re.Match[str]) -> float:
    if match["half"]:
        return 30.0
    if match["mhalf"]:
        return 90.0
    if match["mm"]:
        return float(match["mm"]) * 60 + float(match["ss"])
    amount = NUMBERS.get(match["n"].lower()) if not match["n"][0].isdigit() else float(match["n"])
    assert amount is not None
    return amount * (60.0 if match["u"].lower().startswith("m") else 1.0) + float(match["n2"] or 0)


def _read_music(wishes: Wishes) -> None:
    lead = r"(?:[,;]?\s*\b(?:and|with|use|using|add|include|plus|over|to|set to|please)\s+)*(?:some\s+|an?\s+|the\s+)?"
    thing = r"(?:background\s+)?(?:music|soundtrack|sound track|music track|tunes?|music bed|score)"
    if wishes.take(rf"{lead}\b(?:no|without(?:\s+any)?)\s+{thing}(?:\s+please)?"):
        wishes.music = "none"
        return
    toned = wishes.take(rf"(?P<t>\b{_TONE}(?:\s*,\s*|\s+and\s+))(?={_MOOD}\s+{thing})")
    if toned:
        wishes.tone += re.findall(_TONE, toned["t"].lower())
    match = (wishes.take(rf"{lead}(?P<m>{_MOOD})(?:(?:,|\s+and|,\s+and)?\s+(?:{_MOOD}|[a-z-]+))?\s+{thing}")
             or wishes.take(rf"\b{thing}\s*(?::|=|should be|that is|is|"
                            rf"that's)\s*(?:something\s+)?(?P<m>{_MOOD})(?:\s*(?:,|and)\s*{_MOOD})*"))
    if match:
        wishes.music = MOODS[match["m"].lower()]
    else:
        wishes.take(rf"{lead}(?:\w+\s+)?\bbackground music\b")


def _read_people(wishes: Wishes) -> None:
    lead = (r"(?:[,;]?\s*\b(?:and|with|use|using|have|by|presented by|spoken by|hosted by|featuring|narrated "
            r"by)\s+)*(?:an?\s+|the\s+|our\s+)?")
    ours = wishes.take(rf"{_CLAUSE_START}(?:and\s+)?(?:please\s+)?(?:use|with|by|have|take|presented by|hosted by|"
                       rf"spoken by|featuring)\s+(?P<id>{_OURS})(?:\s+{_ON_SCREEN})?{_CLAUSE_END}")
    ours = (ours or wishes.take(rf"[,;]?\s*\b(?:and\s+)?(?:with|presented by|hosted by|spoken by|featuring|have)\s+"
                                rf"(?P<id>{_OURS})(?:\s+(?:as|present|speak|host)\b[\w ]*?)?{_CLAUSE_END}")
            or wishes.take(rf"[,;]?\s*\b(?P<id>{_OURS})\s+(?:{_ON_SCREEN}|presents|speaks|(?:should|shall|to)\s+"
                           r"(?:present|speak|host))(?:\s+it)?\b"))
    if ours:
        wishes.avatar = ours["id"]
    named = wishes.take(r"\b(?:use\s+)?(?:the\s+)?(?:avatar|presenter)\s*(?::|=|called|"
                        r"named)\s*[\"“]?(?P<id>[\w-]+)[\"”]?")
    if named:
        wishes.avatar = named["id"]
    voiced = wishes.take(r"\b(?:use\s+)?(?:the\s+)?voice\s*(?::|=|called|named)\s*[\"“]?(?P<id>[\w-]+)[\"”]?")
    if voiced:
        wishes.voice = voiced["id"]
    accent = wishes.take(rf"{lead}(?P<a>british|american)\s+(?:(?P<g>{_PERSON})\s+)?(?:accent|english|{_VOICE})")
    if accent:
        wishes.voice = wishes.voice or " ".join(filter(None, (accent["a"].lower(), (accent["g"] or "").lower())))
    describing = (r"(?P<d>(?:(?!(?:an?|the|and|with|by|use|for|to|in|on)\b)[a-z-]+"
                  r"(?:,\s+(?!an?\b|the\b|with\b)|\s+)){0,3}?)")
    opened = (rf"(?:{_CLAUSE_START}|[,;]\s*|\s(?=(?:and|with|use|using|have|by|presented|spoken|hosted|featuring|"
              rf"narrated|"
              rf"an?|the|{_PERSON}|{_TONE})\s)){lead}")
    patterns = (
        rf"{opened}{describing}(?P<p>{_PERSON})(?:'s)?\s+(?P<r>{_HOST}|{_VOICE})(?:\s+and\s+voice)?",
        rf"[,;]?\s*\b(?:presented|spoken|hosted|narrated|delivered|read)\s+by\s+an?\s+{describing}(?P<p>{_PERSON})\b"
        rf"(?P<r>)",
        rf"\b(?:an?|the)\s+{describing}(?P<p>woman|man|lady|guy)\s+(?:should|shall|to|who)\s+"
        rf"(?:present|speak|talk|host)s?(?:\s+it)?(?P<r>)",
        rf"\b(?:presenter|avatar|host)\s+(?:should|shall|must|to)\s+be\s+(?:an?\s+)?{describing}(?P<p>{_PERSON})\b"
        r"(?P<r>)",
        rf"{opened}{describing}(?P<p>{_PERSON})\s+{_ON_SCREEN}(?P<r>)",
        rf"{_CLAUSE_START}(?:and\s+|with\s+|use\s+)*(?:an?\s+)?(?P<d>(?:{_LOOKS},?\s+)*)(?P<p>{_PERSON})"
        rf"(?P<r>){_CLAUSE_END}",
    )
    for _ in range(2):
        person = next((found for pattern in patterns if (found := wishes.take(pattern))), None)
        if person is None:
            break
        gender = person["p"].lower()
        if re.fullmatch(_VOICE, person["r"], re.IGNORECASE):
            wishes.voice = wishes.voice or gender
        else:
            wishes.avatar = wishes.avatar or gender
        wishes.tone += [word for word in re.findall(r"[a-z-]+", person["d"].lower()) if word in TONES]
        if accent and not accent["g"] and wishes.avatar == gender:
            wishes.voice = f"{wishes.voice} {gender}" if gender not in wishes.voice.split() else wishes.voice
    wishes.take(rf"{lead}(?:{_TONE}\s+)+(?:{_HOST}|{_VOICE})\b")


def _read_background(wishes: Wishes) -> None:
    thing = r"(?P<b>[a-z][a-z -]{2,30}?)\s+(?:background|backdrop)\b(?!\s+(?:check|music|in|noise|knowledge))"
    match = wishes.take(
        rf"(?:[,;]?\s*\b(?:and|with|on|against|in front of|over|use)\s+)+(?:an?\s+|the\s+)?{thing}"
    ) or wishes.take(rf"{_CLAUSE_START}(?:an?\s+|the\s+)?{thing}{_CLAUSE_END}")
    match = match or wishes.take(rf"{_CLAUSE_START}(?:the\s+)?background\s*(?::|is|should be|=)?\s*"
                                 rf"(?P<b>[a-z][a-z -]{{2,20}}?){_CLAUSE_END}")
    if match:
        known = (word for word in re.findall(r"[a-z]+", match["b"].lower()) if word in BACKGROUNDS)
        wishes.background = next(known, "")


def _read_language(wishes: Wishes) -> None:
    names = "|".join(NAMES.values())
    match = (wishes.take(rf"[,;]?\s*\b(?:spoken\s+)?in\s+(?P<l>{names})\b(?:\s+language)?(?=\s*(?:[.,;!?\n]|$|and\b|"
                         rf"for\b|with\b|about\b))")
             or wishes.take(rf"\b(?P<l>{names})(?:[- ]language)?(?=\s+(?:{_NOUN}|voice|voiceover)\b)"))
    if match:
        wishes.language = next(code for code, name in NAMES.items() if name.lower() == match["l"].lower())


def _read_tone(wishes: Wishes) -> None:
    lead = r"(?:[,;]?\s*\b(?:and|with|in|use)\s+)*(?:an?\s+|the\s+)?"
    patterns = (
        rf"{lead}(?P<t>{_TONES})\s+(?:tone(?: of voice)?|style|feel(?:ing)?|mood|vibe|look|way|manner)\b",
        rf"\b(?:the\s+)?(?:tone|style|mood|vibe)\s*(?::|=|is|should be)\s*(?P<t>{_TONES})",
        rf"\b(?:keep|make)\s+(?:it|this|the tone|the video)\s+(?:short and\s+|sound\s+|"
        rf"feel\s+)?(?P<t>{_TONES})\b(?:\s+please)?",
        rf"\b(?:it|the video|this)\s+(?:should|must|has to|needs to)\s+(?:feel|be|sound|look)\s+(?:short "
        rf"and\s+)?(?P<t>{_TONES})",
        rf"(?<=[.;\n] )(?P<t>{_TONES})(?=\s*(?:[.,\n]|$))",
        rf"(?<=[.,;\n] )(?P<t>{_TONES})(?=[\s.,;]*$)",
        rf"(?P<t>{_TONES})(?=\s+(?:[\w-]+\s+){{0,1}}?{_NOUN}\b)",
    )
    for pattern in patterns:
        match = wishes.take(pattern)
        if match:
            wishes.tone += [word for word in re.findall(_TONE, match["t"].lower()) if word not in wishes.tone]


def _drop_requests(wishes: Wishes) -> None:
    """Sentences about the making that ask for nothing we decide from words (captions, logo) or are courtesy."""
    for pattern in (
        r"(?:[,;]?\s*\b(?:and|with|include|add|use)\s+)+(?:burned[- ]in\s+|our\s+|the\s+)?(?:captions|"
        r"subtitles)(?:\s+and\s+(?:our|the)\s+logo)?(?=\s*(?:[.,;!\n]|$))",
        rf"{_CLAUSE_START}(?:and\s+)?(?:no\s+|with\s+|without\s+|burned[- ]in\s+|english\s+)?(?:captions|subtitles)"
        rf"(?:\s+(?:on|off|please|needed|too|in english))?{_CLAUSE_END}",
        r"(?:[,;]?\s*\b(?:and|with|without)\s+)+(?:no\s+|any\s+)?(?:captions|subtitles)\b",
        rf"{_CLAUSE_START}(?:upbeat|calm|nice|good|some|any)?\s*(?:music|background music)(?:\s+please)?{_CLAUSE_END}",
        rf"{_CLAUSE_START}(?:our|the|my)?\s*logo(?:\s+(?:at the end|in the corner|please))?{_CLAUSE_END}",
        r"(?:[,;]?\s*\b(?:and|with|include|add|use|show)\s+)+(?:our|the|my)\s+(?:logo|brand colou?rs)\b(?:\s+(?:at "
        r"the end|in the corner))?",
        r"[,;.]?\s*\b(?:thanks|thank you|cheers|many thanks)(?:\s+(?:a lot|so much|very much|in advance))?\b[.!]*",
        r"\b(?:keep|make) it (?:short|brief|snappy|simple|concise)(?: and (?:sweet|simple|short|snappy))?\b",
        r",?\s*\bplease\b,?",
        rf"{_CLAUSE_START}\s*(?:(?:an?\s+)?video\b\s*)+{_CLAUSE_END}",
        r"\b(?:hello|hi|hey)(?:\s+(?:there|everyone|all))?[,!.]?\s+(?=(?:we|i|can|could|please|make)\b)",
        r"\b(?:in|with)\s+(?:very\s+)?(?:simple|plain|easy)\s+(?:words|language|terms|english)\b",
        rf"{_CLAUSE_START}(?:internal|short|quick)\s+(?:video|clip)\s*:",
    ):
        while wishes.take(pattern):
            pass
