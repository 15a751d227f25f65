"""Styles: what is only wished of a video, its length, its place and its tone, and never said in it."""

from __future__ import annotations

import re

from tools.language.lexicon import NUMBERS, TONES, VIDEO_NOUNS
from tools.language.wishes import read_wishes

_MORE_TONES = (
    "moody pushy stiff tearful personal hype hypey hyped plain energetic energy high mysterious corporate "
    "salesy cheesy boring wholesome dark chill cool intimate hip edgy slick fast-paced classy factual short "
    "brief concise sweet vertical square landscape horizontal portrait catchy authentic natural real human "
    "preachy loud shouty patronising patronizing scary scolding dry technical dull kitschy nice good great "
    "polished approachable encouraging motivational respectful sensitive conversational matter-of-fact "
    "straightforward direct clear fresh young youthful optimistic neutral english british american crazy "
    "gloomy sentimental heavy long childish lighthearted light-hearted tongue-in-cheek feel-good zen funky"
)
WISH_WORDS = frozenset(
    (
        *TONES,
        *VIDEO_NOUNS,
        *_MORE_TONES.split(),
        *NUMBERS,
        *(
            "and or but not too a an the bit very little slightly quite more than less no nothing feel feeling "
            "mood tone style vibe vibes look seconds second secs sec s minutes minute mins min m long max maximum "
            "about around roughly under approximately like maybe perhaps ideally please thanks with in for of on "
            "to our video clip reel film ad format length duration style jargon music captions subtitles logo "
            "buzzwords language words talk fancy voice british english accent american female male woman man "
            "presenter style kind sort really just so yet at most over short keep it make pls half fun one up "
            "audience everyone tiktok instagram insta ig linkedin facebook fb youtube yt website site landing "
            "page channel socials social media story stories reels shorts post posts whatsapp vimeo story be "
            "should must sound sounding feels feel overly super kinda or yes also ok okay either way as plus + & "
            "natural only brand colours colors b2b b2c"
        ).split(),
    )
)
_SECONDS = re.compile(
    r"(?:(?P<half>half a minute|half-minute)|(?P<n>\d+(?:[.,]5)?|"
    + "|".join(sorted(NUMBERS, key=len, reverse=True))
    + r")(?:\s?(?:-|–|to)\s?(?P<to>\d+))?[\s-]*(?P<unit>seconds?|secs?|s|minutes?|mins?)\b)",
    re.I,
)


def is_wish(text: str) -> bool:
    """Whether every word only tells how the video is to be: its length, its place, its tone."""
    words = re.findall(r"[^\W\d_][\w'-]*|\d+[a-z]*|\+", text.lower())
    if not words:
        return True
    wished = all(
        word in WISH_WORDS or word.endswith(("-based", "-driven")) or re.fullmatch(r"\d+(?:s|secs?|mins?|m)?", word)
        for word in words
    )
    if not wished:
        return False
    digits = [word for word in words if word[0].isdigit()]
    if digits and not _SECONDS.search(text):
        return False
    return not re.search(r"[€$£%]|\d{1,2}:\d\d", text)


def seconds_in(text: str) -> float:
    """The length that `text` asks for, in seconds; 0 where it asks for none."""
    if (asked := read_wishes(text).duration) is not None:
        return asked
    found = _SECONDS.search(text)
    if not found:
        return 0.0
    if found["half"]:
        return 30.0
    amount = NUMBERS.get(found["n"].lower()) or float(found["n"].replace(",", "."))
    if found["to"]:
        amount = (amount + float(found["to"])) / 2
    if re.match(r"(?:a|an|one|two)$", found["n"], re.I) and found["unit"].lower() in ("s", "second", "seconds"):
        return 0.0
    total = amount * (60.0 if found["unit"].lower().startswith("m") else 1.0)
    return total * (0.85 if re.search(r"\b(?:under|less than|below)\s+(?:a|an|one|\d+)", text, re.I) else 1.0)
