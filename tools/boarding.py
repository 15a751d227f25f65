"""Boarding: a script becomes a storyboard, scene by scene, with a title, an end card and music."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from renderers.looks import look_for
from tools.brief import Brief
from tools.exhibits import exhibit_of
from tools.language.actions import card_action, find_address
from tools.language.clauses import ours
from tools.language.facts import heading_of
from tools.language.grammar import noun
from tools.layouts import LAYOUT_KINDS, content_texts
from tools.order import Order
from tools.own_music import music_fields
from tools.scene_contents import SceneContent
from tools.script import Script, Section
from tools.source import order_script
from tools.spoken_tokens import tokens
from tools.storyboard import BackgroundChoice, EndCard, LookChoice, Scene, Storyboard

TITLE_FROM_SECONDS = 18.0
"""A shorter programme begins with the presenter: a silent title would cost too much of it."""

USUAL_SECONDS = 30.0
"""How long a programme becomes when nobody says."""

_COVERED = 0.5
"""The share of a heading's words that a figure or a quote below it may repeat."""

SUBTITLE_WORDS = 10
"""A longer line is no subtitle."""

VERBATIM_MUSIC = "upbeat_corporate"
_MUSIC_OF_GOAL = {
    "launch": "upbeat_corporate",
    "explainer": "tech",
    "how_to": "playful",
    "announcement": "upbeat_corporate",
    "testimonial": "inspiring",
    "recruitment": "inspiring",
    "update": "tech",
    "event": "upbeat_corporate",
    "sales": "upbeat_corporate",
    "training": "calm",
}
_MUSIC_OF_KIND = {
    "food": "acoustic",
    "place": "acoustic",
    "home": "calm",
    "cause": "inspiring",
    "class": "inspiring",
    "service": "upbeat_corporate",
    "wearable": "upbeat_corporate",
    "event": "upbeat_corporate",
    "media": "lofi",
}
_MUSIC_OF_TONE = (
    (r"calm|gentle|quiet|warm|soft|relax|sooth|caring|serious|sober|formal", "calm"),
    (r"fun|play|cheeky|quirky|witty|humor", "playful"),
    (r"epic|heroic|huge|massive", "epic"),
    (r"urgent|tense|suspens|dark|thrill", "tense"),
    (r"cinematic|dramatic|luxur|elegant|premium", "cinematic"),
    (r"inspir|motivat|uplift|emotional|hopeful|heartfelt", "inspiring"),
    (r"tech|modern|futur|sleek|minimal", "tech"),
    (r"down.to.earth|rustic|honest|natural|handmade|friendly", "acoustic"),
    (r"cosy|cozy|laid.back|chill|mellow", "lofi"),
    (r"groov|funk|swagger", "funky"),
    (r"upbeat|energ|lively|bright|excit|dynamic|happy|cheer|bold|confident", "upbeat_corporate"),
)


def board(script: Script, brief: Brief | None = None) -> Storyboard:
    """The storyboard of `script`: a title where there is one and time for it, a scene for each section, an end card.

    Same script and brief, same storyboard. The last section of a script that was written for a brief is spoken over
    the end card; a verbatim script gets an end card when the brief or the script names an action or an address.
    """
    end_card = _end_card(script, brief)
    sections = [section for section in script.sections if section.lines]
    has_card = bool(end_card.call_to_action or end_card.address)
    closing = sections.pop() if has_card and not script.verbatim and len(sections) > 1 else None
    scenes: list[Scene] = []
    background = BackgroundChoice(family=brief.background if brief else "")
    if _wants_title(script, brief):
        scenes.append(
            Scene(
                id="title",
                layout="title",
                heading=script.title[:300],
                hold_seconds=0,
                subtitle=_subtitle(brief, script.title, sections[0].heading)[:300] if brief else "",
                background=background,
            )
        )
    headings = [section.heading for section in sections]
    if script.title and not scenes:
        headings[0] = script.title
    spoken = [
        Scene(id=section.id, heading=heading[:300], lines=section.lines, background=background)
        for section, heading in zip(sections, headings, strict=True)
    ]
    scenes += _with_exhibits(spoken, sections, verbatim=script.verbatim)
    if closing is not None:
        scenes.append(
            Scene(
                id=closing.id,
                layout="end_card",
                heading=closing.heading[:300],
                lines=closing.lines,
                background=background,
                hold_seconds=0.8,
            )
        )
    elif has_card:
        scenes.append(Scene(id="end", layout="end_card", background=background))
    return Storyboard(
        title=script.title or (brief.product if brief else ""),
        scenes=tuple(scenes),
        end_card=end_card,
        aspect=brief.aspect if brief else "16:9",
        language=script.language,
        avatar=brief.avatar if brief else "",
        voice=brief.voice if brief else "",
        seed=seed_of(script, brief),
        verbatim=script.verbatim,
        duration_seconds=_duration(script, brief),
        look=LookChoice(direction=look_for(brief.tone) if brief else ""),
    ).changed(**music_fields(music_for(brief)))


def _with_exhibits(scenes: Sequence[Scene], sections: Sequence[Section], *, verbatim: bool) -> list[Scene]:
    """`scenes` of these sections, each with what its words are a list, a figure, a quote or another exhibit of.

    What a script asks for itself is kept; of what we choose no two neighbours are alike, no layout has more than a
    third of the scenes, and the first one shows the presenter.
    """
    made: list[Scene] = []
    used: Counter[str] = Counter()
    for scene, section in zip(scenes, sections, strict=True):
        exhibit = exhibit_of(section, verbatim=verbatim)
        if (
            exhibit is None
            or not section.layout
            and (
                used[exhibit.layout] >= max(1, len(scenes) // 3)
                or (made and made[-1].layout == exhibit.layout)
                or (not made and LAYOUT_KINDS[exhibit.layout].presenter == "none")
            )
        ):
            made.append(scene)
            continue
        used[exhibit.layout] += 1
        bare = exhibit.covers and _covered(scene.heading, exhibit.content)
        heading = "" if bare else scene.heading
        made.append(scene.changed(layout=exhibit.layout, content=exhibit.content, heading=heading))
    return made


def _covered(heading: str, content: SceneContent) -> bool:
    """Whether most of a heading's words stand in the content as well."""
    shown = {token.text for _, text in content_texts(content) for token in tokens(text.split())}
    told = [token.text for token in tokens(heading.split())]
    return sum(one in shown for one in told) >= _COVERED * len(told)


def board_order(order: Order) -> Storyboard:
    """The storyboard of an order: its script word for word, with the names and settings it asks for."""
    script = order_script(order)
    plain = board(script)
    card = plain.end_card
    if order.call_to_action or order.address or order.brand:
        card = EndCard(
            call_to_action=order.call_to_action, address=order.address or card.address, headline=order.brand[:120]
        )
    scenes = plain.scenes
    if (card.call_to_action or card.address) and scenes[-1].layout != "end_card":
        scenes = (*scenes, Scene(id="end", layout="end_card"))
    if order.background:
        scenes = tuple(scene.changed(background=BackgroundChoice(family=order.background)) for scene in scenes)
    return plain.changed(
        scenes=scenes,
        end_card=card,
        aspect=order.aspect,
        resolution=order.resolution,
        avatar=order.avatar_id,
        voice=order.voice_id,
        **music_fields(order.background_music),
        speed=order.speed,
        emotion=order.emotion,
        pitch=order.pitch,
        logo=order.logo,
        look=LookChoice(direction=order.look),
        captions=("burned", "sidecar") if order.captions else (),
        presenter_name=order.presenter_name,
        presenter_role=order.presenter_role,
        seed=plain.seed if order.seed is None else order.seed,
    )


def music_for(brief: Brief | None) -> str:
    """The mood that was asked for, or else one that fits the tone, or else the goal; empty for no music."""
    if brief is None:
        return VERBATIM_MUSIC
    if brief.music:
        return brief.music
    for pattern, mood in _MUSIC_OF_TONE:
        if re.search(pattern, brief.tone, re.IGNORECASE):
            return mood
    if brief.goal == "explainer" and (kind := _kind_of(brief)) in _MUSIC_OF_KIND:
        return _MUSIC_OF_KIND[kind]
    return _MUSIC_OF_GOAL[brief.goal]


def _kind_of(brief: Brief) -> str:
    """What kind of thing the brief is about; a name is of the kind that the brief says it is."""
    told = next((point for point in brief.points if re.match(r"(?:an?|our)\s", point)), "")
    return noun(brief.product).category or (noun(told).category if told else "")


def seed_of(script: Script, brief: Brief | None) -> int:
    """A seed of what the programme is about, not of its wording, so that an edited line changes nothing else."""
    subject = f"{brief.brand} {brief.product}" if brief else script.title
    return int.from_bytes(hashlib.sha256(subject.strip().lower().encode()).digest()[:4], "big") & 0x7FFFFFFF


def _duration(script: Script, brief: Brief | None) -> float | None:
    if brief is not None and brief.duration_seconds is not None:
        return brief.duration_seconds
    return None if script.verbatim or brief is None else USUAL_SECONDS


def _wants_title(script: Script, brief: Brief | None) -> bool:
    if not script.title:
        return False
    if script.verbatim or brief is None:
        return True
    return brief.aspect != "9:16" and (brief.duration_seconds or USUAL_SECONDS) >= TITLE_FROM_SECONDS


def _subtitle(brief: Brief, title: str, following: str) -> str:
    """Under the title: the brand, or else what the subject is, where neither it nor the next scene says so already."""
    if brief.brand and brief.brand.lower() not in title.lower():
        return brief.brand
    what = next((point for point in brief.points if re.match(r"an?\s", point, re.IGNORECASE)), "")
    known = {title.strip().lower(), following.strip().lower()}
    short = len(what.split()) <= SUBTITLE_WORDS and brief.goal in ("launch", "explainer", "sales")
    return f"{what[:1].upper()}{what[1:]}" if what and short and what.lower() not in known else ""


def _end_card(script: Script, brief: Brief | None) -> EndCard:
    if brief is not None:
        call, below = card_action(brief)
        return EndCard(call_to_action=call[:120], address=below[:120], headline=_headline(brief)[:120])
    said = " ".join(line.text for section in script.sections[-2:] for line in section.lines)
    address = find_address(said)[:120]
    return EndCard(address=address, headline=script.title[:120] if address else "")


def _headline(brief: Brief) -> str:
    """The brand, or else the subject where it is a short name for something."""
    if brief.brand:
        return brief.brand
    return (
        ""
        if re.match(r"(?:how|why|what|when|where|we|it|they)\b", brief.product, re.IGNORECASE)
        else heading_of(ours(brief.product))
    )
