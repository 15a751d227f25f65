"""Questions: what a question that no pattern covers is about, told from its words. A question changes nothing."""

from __future__ import annotations

import re

from tools.language.notes.clause_parts import HEAVY
from tools.language.notes.context import Context, Reading, Scenes, ask
from tools.language.notes.question_openings import PLAIN
from tools.language.notes.splitting import Clause
from tools.notes import Enquiry, Topic

_HEADS = (
    r"(?:(?:and|but|so|oh|ok|okay|well|hey|hi|hello|please|sorry|in|just|also|roughly|approximately|honestly|"
    r"btw|by the "
    r"way|actually|in (?:your|ur) (?:honest |own )?(?:opinion|view)|(?:i|we)(?: have|'ve got| got) (?:a |one |"
    r"another )?(?:quick |small )?"
    r"question(?= ?[,:.-])|quick question|one question|um|"
    r"wait|hm+|(?:before (?:i|we) (?:approve|start|go on|order|pay|begin|export)[^:,?]*)|(?:(?:i'?m |i am )?(?:just )?"
    r"(?:wondering|curious)|i (?:just )?wonder|any idea|do (?:you|u) know|(?:can|could) (?:you|u) (?:please |just "
    r")?(?:tell|explain to) "
    r"(?:me|us)|(?:(?:can|could|would) (?:you|u) )?(?:please )?explain(?: to (?:me|us))?|(?:can|could|would) "
    r"(?:you|u) (?:please "
    r")?(?:see|check|look|tell)(?: (?:if|whether))?|tell (?:me|us)|let (?:me|us) know|i(?:'d| would)? (?:like|want|"
    r"need) to know|quick q|question|just (?:asking|checking))"
    r"(?= ?[,:]? (?:what|which|who|how|when|where|why|if|whether|is|are|do|does)\b)|(?:if|whether)(?= (?:it|this|"
    r"that|you) "
    r"(?:is|are|has|can))|the \w+(?=,? is (?:that|it|this)\b))[ ,:-]*)*"
)
_ASKS = re.compile(
    rf"^{_HEADS}(?:what(?:'?s|'?re)?|which|who(?:'?s|se)?|why|how(?:'?s)?|when(?:'?s)?|where(?:'?s)?|is|are|was|"
    rf"were|does|did|"
    r"do (?:you|we|i|they|the|any)|will|has|have (?:you|we|i|they)|any(?:thing|body|one)?|got any|eta|got)\b"
)
_WISHES = re.compile(
    rf"^{_HEADS}(?:show|list|tell|give|send|read|print|explain|describe|remind|"
    r"(?:can|could|may|might|let|i(?:'d like to| want to| would like to| wanna| need to)) ?(?:i|we|me|us)? ?"
    r"(?:see|hear|know|view|have a look|look|read|check|choose|pick|get a list)|"
    r"(?:can|could|would|will) you (?:please )?(?:print|list|show|tell|give|explain|remind|read|describe))\b"
)
_CAN = re.compile(rf"^{_HEADS}(?:can|could|may) (?:i|we|you|it|this)\b|^{_HEADS}is it possible")
_REQUESTS = re.compile(
    rf"^{_HEADS}(?:what (?:i|we)(?:'d| would| want| need| really| think| mean)\b|(?:is|was|were|are) (?:thinking|"
    rf"wondering|hoping|looking|it "
    r"(?:ok|okay|fine|alright|hard|worth|too)|fine|good|great)\b|(?:has|have|had|got) to\b|which (?:is|means|"
    r"makes|would)\b|"
    r"how (?:hard|easy|difficult)|when it comes|where possible|will (?:do|you)|do we (?:really )?(?:need|have to)|"
    r"any (?:chance|way|possibility)|anything (?:but|except|other than)|"
    r"(?:where|when|whenever|wherever) (?:it|she|he|we|you|they)(?:'s)? (?:say|read|talk|mention)s?|"
    r"how about|what about|what if|why (?:don'?t|not)|do it|have (?:her|him|it|the|a)|is there (?:any|"
    rf"a) (?:way|chance)|"
    r"are you able to|would|will you|do you (?:think|mind)|do (?:a|the) |how (?:can|do|could) (?:i|we|you) (?:make|"
    r"change|get))"
)

_TOPICS: tuple[tuple[Topic, str], ...] = (
    ("settings", r"difference between (?:the |a )?(?:final|draft|preview|full)\b.*\b(?:quality|resolution)"),
    ("voices", r"(?:voice|narrator|speaker)\b.*\b(?:real|human|recorded|ai|person|synthetic|computer)"),
    ("privacy", r"what (?:happens|happened|do you do|will happen) (?:to|with) (?:my|our|the) (?:files|data|photos?|"
     r"pictures?|logo|videos?|stuff|material|uploads?|text|footage)"),
    ("formats", r"quicktime|powerpoint|keynote"),
    ("changes", r"what (?:have|did|has) (?:you|been|it) (?:already )?(?:done|do|did|changed?)"),
    ("why", r"why|how come|what made|reason|how did you (?:choose|decide|pick)"),
    (
        "privacy",
        r"privacy|private|secure|safe|stored|gdpr|confidential|uploaded|cloud|servers?|internet|offline|locally|"
        r"(?:my|our) (?:data|files|material|footage|videos?) .*(?:go|kept|train\w*|sent|shared?|stay)|"
        r"train\w* (?:on|your|with)|who (?:can|could|else) .*(?:see|access|watch)|leaves? (?:my|our|this|the)|data|"
        r"(?:you|it) (?:send|sell|share|keep|collect|store)\w*",
    ),
    ("progress", r"how (?:much )?longer|still (?:working|rendering|making|going)|(?:nearly|almost) (?:done|ready|"
    r"there|finished)"),
    (
        "cost",
        r"costs?|owns?|owner(?:ship)?|copyrights?|invoices?|prices? (?:per|of (?:it|this|a video|one))|pay|"
        r"paying|for free|is (?:it|this|that) free|free (?:of "
        r"charge|or paid)|charged?|"
        r"expensive|subscription|royalt\w*|rights|fees?|watermarks?|licen[cs]e\w*|credits?|how long (?:does|will|"
        r"would|do) .*(?:take|"
        r"rendering|render)|"
        r"(?:it|this|that) take|budget|whats? the price|pricing|how much (?:is|are|does|do|would|will|for)",
    ),
    (
        "review",
        r"mistakes?|errors?|typos?|problems?|issues?|spell(?:ed|ing|t)|proofread|quality (?:check|ok|good)|anything "
        r"wrong|"
        r"(?:what|how) do you (?:think|like)|look (?:ok|okay|good|right|fine|alright)|sound (?:ok|okay|good|right|"
        r"fine)|"
        r"check(?:ed)?\b(?!.*\b(?:colour|font))|wrong with|your opinion|is (?:it|this|everything) (?:good|ok|okay|"
        r"right|correct|fine)|"
        r"reviewe?d?|improve[ds]?|suggest\w*",
    ),
    (
        "progress",
        r"ready|finished(?! (?:film|video|product|one|version|draft|file|clip|movie|piece))|(?:done|status|eta|"
        r"progress)|how far|percent\w*|how (?:is|are) (?:it|things|the (?:video|"
        r"render)) (?:going|coming)|"
        r"news|when (?:will|can|do|is)|working on (?:it|this)|taking so long|left to (?:do|render)|how's it|stuck",
    ),
    (
        "changes",
        r"changed?|changes|difference|differs?|different (?:now|from|to|in|about|this)|what'?s new|(?:have you|did "
        r"you|you've|you) "
        r"(?:already )?(?:do|done|did|edit\w*|remove\w*|add\w*|delete\w*|alter\w*)|history|edits",
    ),
    ("drafts", r"drafts?|versions?|v\d"),
    (
        "formats",
        r"formats?|file ?types?|export\w*|download\w*|mp4|gif|srt|vtt|webm|mov|prores|powerpoint|pptx?|sizes|save "
        r"it as|aspect ratios|"
        r"(?:vertical|square|portrait) (?:videos?|versions?)|which files?|what files?|shapes",
    ),
    ("avatars", r"presenters?|avatars?|hosts?|actors?|(?:woman|lady|man|guy|girl|person|people|face|present(?:s|"
    r"ing)|she|he)\b(?!.*\b(?:say|read|speak|talk|sound|voice))"),
    ("voices", r"voices?|narrat\w*|accents?|speak(?:s|ing|er|ers)?|talk(?:s|ing)?|who.*read|reads? (?:it|this)|"
    r"reading|voice-?overs?"),
    ("settings", r"(?:loud|quiet|fast|slow|volume|speed|pace|resolution|quality|fonts?|typefaces?|colou?rs?|"
    r"settings?|preferences?|frame ?rate|fps)"),
    ("music", r"music|songs?|tracks?|tunes?|moods?|soundtracks?|melod(?:y|ies)|genres?"),
    ("backgrounds", r"backgrounds?|backdrops?|behind (?:her|him|the)|wallpapers?"),
    ("duration", r"how long|duration|length|running time|run ?time|how many (?:seconds|minutes|secs)|(?:under|over|"
    r"longer|shorter|less|more)\b.*(?:minute|seconds?|sec)|minutes|seconds"),
    ("script", r"script|words?|sa(?:y|ys|id|ying)|text|lines?|spoken|mention(?:s|ed)?|transcript|scenes|talk about"),
    ("brands", r"brands?|branding|our (?:site|website|company|style)|my (?:site|website|company)|about us"),
    ("settings", r"captions?|subtitles?|aspect|format|4k|1080p?|720p?|hd|logo|transitions?|options|end card|call to "
    r"action|title|heading"),
    (
        "capabilities",
        r"(?:you|i|we|it) (?:able|support\w*|do|make|change|edit|use|handle|understand|offer|upload|record|import|"
        r"add|also)|possible|"
        r"languages?|features?|limits?|who (?:are|made|built) you|are you|can(?:'t|not)? (?:you|i|we)|templates?|do "
        r"you (?:have|do|know)|kind of videos",
    ),
)  # fmt: skip


def read_question(context: Context, clause: Clause) -> Reading | None:
    """What a question is about; None where the clause is a request, or about nothing that we know."""
    text = context.text[clause.start : max(context.end, clause.end)].strip()
    low = text.lower().replace("’", "'")
    asks, wishes, can = _ASKS.search(low), _WISHES.search(low), _CAN.search(low)
    if _REQUESTS.search(low) or not (asks or wishes or (can and clause.question)):
        return None
    if any(token.norm == "@quote" for token in clause.raw) and not asks:
        return None
    if re.search(
        r"\b(?:both|two|drafts?|versions?)\b.*\b(?:differ|\d (?:and|with|to|vs)|two|second)|"
        r"differ.*\b(?:drafts? )?\d",
        low,
    ) and re.search(r"\bdrafts?|\bversions?|\bv\d", low):
        return None
    if can and not wishes:
        return None
    scene = next((t.value for t in clause.raw if t.norm == "@scene" and isinstance(t.value, Scenes)), None)
    topic = _topic(low)
    if (
        wishes
        and not asks
        and scene is not None
        and scene.ids
        and re.search(r"\b(?:about|describe|explain|read)\b", low)
    ):
        topic = topic or "scene"
    changed = r"\b(?:different|another|new|more|less|instead|bigger|smaller|longer|shorter|louder|quieter|\w+er pace)\b"
    if wishes and not asks and re.search(changed, low) and not re.search(r"\b(?:what|which|list|all)\b", low):
        return None
    if wishes and not asks and topic in (None, "why", "privacy", "progress", "capabilities", "brands", "cost"):
        return None
    if wishes and not asks and re.search(r"^\W*(?:show|give|send|tell|read)\b", low) and not _listing(low):
        return None
    if (
        scene is not None
        and not scene.every
        and (scene.ids or scene.problem)
        and topic not in ("why", "changes", "review")
    ):
        if scene.problem:
            return ask(scene.problem)
        if re.search(r"\b(?:scenes?|slide|shot|section|ending|opening|intro|end card|outro|part)\b", low):
            topic = (
                "scene"
                if topic
                in ("script", "duration", "cost", "progress", "avatars", "voices", "settings", "backgrounds", None)
                else topic
            )
    if (
        topic is None
        and scene is not None
        and scene.ids
        and re.search(r"\b(?:about|describe|explain|read|in|on)\b", low)
    ):
        topic = "scene"
    if topic is None:
        return None
    id_ = scene.ids[0] if scene is not None and scene.ids and not scene.every else ""
    return Reading(enquiries=(Enquiry(topic=topic, scene=id_, words=text[:300]),), focus=(id_,) if id_ else ())


_GENERAL = re.compile(
    rf"^{_HEADS}(?:any(?:thing|one|body)?|(?:do|have) you (?:have|got|know)|got any|(?:is|are) there)\b"
)
_PLURALS = re.compile(
    rf"^{_HEADS}(?:can|could|do|does|are) (?:you|it|this|i|we) (?:able to )?(?:also )?(?:do|make|support|handle|"
    r"offer|create|produce|"
    rf"export|edit|read|speak)\b.*"
    r"\b(?:videos|films|clips|formats|files|voices|languages|ads|presentations|screencasts|podcasts)\b"
)


_TOLD = tuple((topic, re.compile(rf"\b(?:{pattern})(?!\w)")) for topic, pattern in _TOPICS)
_TOLD_PLAINLY = tuple((topic, re.compile(rf"^{_HEADS}(?:{pattern})")) for topic, pattern in PLAIN)


def read_general_question(context: Context, clause: Clause) -> Reading | None:
    """What `do you have …`, `are there …` and `can you do square videos` are about, before any rule."""
    low = context.text[clause.start : clause.end].lower()
    if re.search(r"\b(?:any|a|some) (?:way|chance|possibility)\b", low):
        return None
    for topic, pattern in _TOLD_PLAINLY:
        if pattern.search(low):
            text = context.text[clause.start : max(context.end, clause.end)].strip()
            return Reading(enquiries=(Enquiry(topic=topic, words=text[:300]),))
    if _INDIRECT.search(low) and (reading := read_question(context, clause)) is not None:
        return reading
    short = clause.question and len(low.split()) <= 5 and not any(t.norm.startswith("@") for t in clause.raw)
    wish = _CAN.search(low) or re.search(
        r"\b(?:make|would|should|shorter|longer|add|remove|change|set|better|please)\b", low
    )
    about = _topic(low) if short and not wish else None
    if about is not None and about in ("progress", "cost", "duration", "privacy", "review"):
        return Reading(enquiries=(Enquiry(topic=about, words=context.text[clause.start : clause.end + 1][:300]),))
    if _PLURALS.search(low) and not re.search(r"\b(?:this|about|for (?:our|my|us))\b", low):
        text = context.text[clause.start : max(context.end, clause.end)].strip()
        shape = re.search(r"square|vertical|portrait|landscape|formats|files|4k|gif|mp4|16:9|9:16", low)
        return Reading(enquiries=(Enquiry(topic="formats" if shape else "capabilities", words=text[:300]),))
    if _GENERAL.search(low) and (clause.question or not low.startswith("any")):
        return read_question(context, clause)
    return None


_INDIRECT = re.compile(
    r"\b(?:tell (?:me|us)|wondering|wonder|do you know|any idea|curious|explain|like to know|want to know|let "
    r"(?:me|us) know)"
    r"(?: (?:please|again|exactly))? (?:how|what|which|who|when|where|why|if|whether)\b"
)
_DEFINITE = re.compile(
    r"\b(?:it|this|that|them|everything|more|less|bit|her|him|me|us|video|scenes?|now|please|something|another|back|"
    r"too|instead)\b"
)


def read_capability(context: Context, clause: Clause) -> Reading | None:
    """A question whether something can be done at all: `can you …`, `can I …` without anything of this video in it."""
    low = context.text[clause.start : clause.end].lower()
    if not re.match(rf"{_HEADS}can (?:you|i|we|u)\b", low) or _DEFINITE.search(low):
        return None
    if any(token.norm.startswith("@") or token.norm in HEAVY - {"add", "change", "remove"} for token in clause.raw):
        return None
    text = context.text[clause.start : max(context.end, clause.end)].strip()
    return Reading(enquiries=(Enquiry(topic="capabilities", words=text[:300]),))


def _listing(low: str) -> bool:
    return (
        re.search(
            r"\b(?:all|list|options|available|choose|pick|which|what|other|there|you have|you've got|script|text|"
            r"words|changes|settings|"
            r"voices|presenters|tracks|moods|songs|backgrounds|drafts|versions|formats|fonts|history|me the music|"
            r"about)\b",
            low,
        )
        is not None
    )


def _topic(low: str) -> Topic | None:
    for topic, pattern in _TOLD:
        if pattern.search(low):
            return topic
    return None
