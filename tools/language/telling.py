"""Telling: how people tell a brief to a person, brought to the plain sentences that are read afterwards.

A memo with its heads (`Subject:`, `Topics:`), somebody else's business (`my mum makes cakes`), what a film has to
cover, who is to call where, a name in a sentence of its own. The words stay the client's; nothing is added.
"""

from __future__ import annotations

import re

from tools.language.actions import ADDRESS
from tools.language.clauses import has_verb
from tools.language.grammar import article, base_of, capital, listed
from tools.language.lexicon import CALLS, CATEGORIES, VERBS, VIDEO_NOUNS
from tools.language.subject import names_people

_NOUN = "(?:" + "|".join(VIDEO_NOUNS) + "|message|briefing|pitch|reminder)"
_OCCASIONS = "|".join(sorted(CATEGORIES["event"] - {"day", "night", "evening", "morning"}, key=len, reverse=True))
_KINDS = "|".join(sorted({word for words in CATEGORIES.values() for word in words} | {"team", "club", "band", "bar"},
                         key=len, reverse=True))
_UPPER = "[A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_UPPER}[\w'&-]*(?:\s(?:&\s|of\s(?:the\s)?|and\s)?{_UPPER}[\w'-]*){{0,3}}"
_START = r"(?:^|(?<=[.!?]\s))\W*"
_DAYS = {"mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
         "thur": "Thursday", "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}
_DAY = "(?:" + "|".join(sorted(_DAYS, key=len, reverse=True)) + ")"
_MONTH = (r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
          r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)")
_FULL = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_HOUR = r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)"
_FACES = re.compile(r"(?<!\w)[:;=8]-?[)(\]\[DPp/|](?!\w)|<3|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]")
_CALLS = sorted({*map(re.escape, CALLS), "ring", "phone", "come", "bring"}, key=len, reverse=True)
_CALL = f"(?:{'|'.join(_CALLS)})"
_PHONE = r"\+?\d[\d ()/-]{6,}\d"
_WHO = r"(?:they|people|customers|clients|viewers|everyone|everybody|parents|guests|patients|members|folks)"
_URGED = re.compile(rf"(?P<lead>{_START}|,\s+(?:and\s+|so\s+)?|\s+and\s+)(?:so\s+)?{_WHO}\s+(?:should|must|need to|"
                    rf"have to|ought to|are to)\s+(?P<call>{_CALL}\b[^.;!?\n]*(?:\.\w[^.;!?\s]*)*)", re.I)
"""`they should ring 0113 496 0182`."""
_FOUND_AT = re.compile(rf"(?P<lead>{_START}|,\s+(?:and\s+)?|\s+and\s+){_WHO}\s+(?:can\s+|could\s+|may\s+)?"
                       rf"(?P<call>{_CALL}\b[^.,;!?\n]*?(?:{ADDRESS.pattern}|{_PHONE}))", re.I)
"""`people sign up at stillpoint.example`."""
_PLACE = (r"(?:(?:our|my|her|his|their|the)\s+)?(?:new\s+)?(?:facebook|instagram|linkedin|twitter|web\s?site|home|"
          r"landing|"
          r"social(?: media)?|socials|newsletter|shop window|waiting room|reception|canteen|lobby|intranet|staff "
          r"room|screens?)"
          r"(?:\s+(?:page|site|feed|screens?|story|tv))?")
_SHOWN = re.compile(rf"(?P<lead>\b(?:{_NOUN}|something(?:\s+[a-z]+)?|secs?|seconds?|minutes?|mins?)),?\s+(?:for|on)\s+"
                    rf"(?!(?:facebook|instagram|linkedin)\s*(?:[.,;!?]|$)){_PLACE}(?=\s*(?:[.,;!?]|$))", re.I)
_LENGTH = (r"(?:about\s+|around\s+)?(?:\d+|one|two|half a)[\s-]*(?:seconds?|secs?|s|minutes?|mins?|m)\b[\s-]*"
           r"(?:long\s+)?")
_FOR_WHOM = re.compile(rf"{_START}(?P<length>{_LENGTH})?(?:an?\s+)?(?P<kind>(?:[a-z-]+\s+){{0,2}}{_NOUN})\s+(?:for|"
                       rf"to)\s+"
                       r"(?P<who>(?!thank|welcome|congrat|honou?r|apologi)[a-z][^.,;:!?\n]*)(?:,\s+|(?=\s*(?:[.;!?\n"
                       r"]|$)))", re.I)
"""A sentence without a verb that only says what is made for whom: `45 second sales video for head teachers`."""
_KIN = (r"(?:mum|mom|mother|dad|father|parents|wife|husband|sister|brother|son|daughter|aunt|uncle|partner|friend|"
        r"girlfriend|boyfriend|grandma|grandmother|grandpa|grandfather|cousin|neighbou?r|boss)")
_TRADE = re.compile(rf"\b[Mm]y\s+{_KIN}(?:\s+{_UPPER}\w+)?\s+(?P<verb>makes|runs|sells|bakes|owns|teaches|offers|"
                    rf"designs|"
                    r"builds|repairs|grows|does|cuts|paints|opened|started)\b")
_MEETS = re.compile(rf"(?:^|(?<=[.!?]\s))(?P<owner>[Tt]he|[Oo]ur)\s+(?P<what>(?:[a-z-]+\s){{0,3}}(?:{_OCCASIONS}))\s+"
                    r"(?:is|will be|takes place|happens|will take place)\s+(?=(?:on|at|from|this|next)\b)")
"""`The summer fair is on Saturday`."""
_DOES = re.compile(rf"(?:^|(?<=[.!?,]\s))[Oo]ur\s+(?P<what>(?:[a-z-]+\s){{0,2}}(?:{_KINDS}))\s+(?P<name>{_NAME})\s+"
                   r"(?P<verb>(?!is\b|has\b|was\b|does\b|this\b)[a-z]+[a-rt-z]s)\s+(?=[a-z])")
"""`our charity Second Chance rehomes dogs`."""
_STORY = re.compile(rf"{_START}(?:customer|client|success|user|member)(?:'s)?\s+(?:success\s+)?story\s*:\s*"
                    rf"(?P<told>[^.!?\n]*?\b)(?:our|my)\s+(?:[a-z-]+\s)?(?P<name>{_NAME})", re.I)
_COVERS = re.compile(rf"(?:{_START}|(?<=,\s))(?:and\s+)?(?:(?:it|this|that|the\s+(?:video|film|clip))\s+)?(?:please\s"
                     rf"+)?"
                     r"(?:(?:should|must|needs?\s+to|has\s+to|will|to)\s+)?(?P<verb>cover|include|go over|go through|"
                     r"talk about|explain)s?:?\s+(?P<list>[^.;!?\n]+)", re.I)
_TOPICS = re.compile(rf"{_START}(?:the\s+)?(?:topics?|agenda|programme|themes?|contents?)\s*:\s*(?P<list>[^.;\n]+)",
                     re.I)
_GUEST = re.compile(rf"{_START}(?:our\s+)?(?P<who>(?:special\s+)?guest(?:\s+speaker)?|speaker|host|keynote)\s*:\s*"
                    r"(?P<name>(?:Dr|Prof|Mr|Mrs|Ms)?\.?\s*[A-Z][^.;,\n]*?)(?:,?\s+(?:on|about)\s+(?P<topic>[^.;\n]+))?"
                    r"(?=[.;\n]|$)", re.I)
_SUBJECT = re.compile(rf"{_START}(?:subject|re|betreff|topic|title)\s*:\s*(?P<what>[^.;\n]+)", re.I)
_SENT = re.compile(rf"{_START}(?:to|from|cc|date)\s*:\s*[^.;\n]+[.;\n]\s*", re.I)
_NOT_NAMES = re.compile(rf"(?:The|Our|We|It|Please|Thanks?|Hi|Hello|{_MONTH}|\w+day)\b(?!\s{_UPPER})|.*\b(?:{_NOUN})"
                        rf"\b", re.I)
_ROLE = re.compile(rf"\b(?P<what>[Oo]ur\s+(?:new\s+)?(?:[a-z-]+\s+){{0,2}}(?:C[A-Z]O|[a-z]+(?:er|or|ist|ian|ant)|"
                   rf"head of "
                   rf"[a-z]+|chef|colleague)),\s+(?P<name>{_UPPER}\w+(?:\s{_UPPER}[\w'-]+){{1,2}}),\s+"
                   r"(?P<verb>[a-z]+s|will|has|is)\b")
"""`our new CFO, Maria Lopez, starts`."""
_BEGINS = re.compile(r"(?<=\w\w[.!?] )(?<!etc\. )(?<!incl\. )(?<!approx\. )(?<!min\. )(?<!max\. )[a-z](?![\w-]*\."
                     r"[a-z]{2})")
"""The first letter of a sentence, which abbreviations and addresses are not."""


def retold(text: str) -> str:
    """`text` in sentences that say the same: one thing each, the company speaking, calls as calls."""
    text = re.sub(r"\s*\.(?:\s*[.,])*", ".", _FACES.sub(". ", text)) if _FACES.search(text) else text
    text = re.sub(r",?\s+obviously\b", "", text)
    text = re.sub(r"\b(\d{1,3})\s?[-–]\s?(\d{1,3})(?=\s*(?:seconds?|secs?|s)\b)",
                  lambda found: str((int(found[1]) + int(found[2])) // 2), text)
    text = _dated(_memo(text))
    text = _traded(_introduced(_spoken_by_one(text)))
    text = _thanked(text)
    text = _SHOWN.sub(lambda found: found["lead"], text)
    text = _FOR_WHOM.sub(_for_whom, text)
    text = _COVERS.sub(_covered, text)
    text = re.sub(rf",?\s+that\s+(?:gets|makes|invites|encourages|brings|persuades)\s+(?:\w+\s){{1,2}}?to\s+"
                  rf"(?={_CALL}\b)",
                  ". Ask people to ", text, flags=re.I)
    text = re.sub(r"(?:^|(?<=[.!?]\s))(?:please\s+)?(?:do\s+)?come(?:\s+(?:along|by|over))?[.!]",
                  "Ask people to come and join us.", text, flags=re.I)
    for pattern in (_URGED, _FOUND_AT):
        text = pattern.sub(lambda found: f"{_ended(found)}Ask people to {found['call'].strip()}", text)
    text = re.sub(rf"(?P<lead>{_START}|,\s+)must have\s+(?=an?\s|\d|the\s)", lambda found: f"{_ended(found)}You need ",
                  text, flags=re.I)
    text = re.sub(r"(?P<what>(?:^|(?<=[.!?,]\s))[a-z][a-z ]{2,40}?)(?:\?\s*|\s+)no problem\b",
                  lambda found: f"{found['what']} "
                  f"{'are' if ' and ' in found['what'] else 'is'} no problem", text, flags=re.I)
    text = re.sub(r"(?<=[a-z])\s+[–—-]\s+(?=(?:you|we|it|they|there)\s+[a-z])",
                  ". ", text)
    text = "".join(map(_unjoined, re.split(r"(?<=[.!?])(\s+)", text)))
    return _BEGINS.sub(lambda found: found.group().upper(), re.sub(r"[ \t]+", " ", text)).strip()


def _ended(found: re.Match[str]) -> str:
    """What stands between the sentence before and one that begins here."""
    lead = found["lead"]
    return lead if not lead.strip(" ") or lead.strip().startswith((".", "!", "?")) else ". "


def _memo(text: str) -> str:
    """A memo's heads as sentences."""
    if subject := _SUBJECT.search(text):
        what = re.sub(rf"\s+{_NOUN}$", "", subject["what"].strip(), flags=re.I)
        text = f"{text[:subject.start()]}A video about our {what}{text[subject.end():]}"
        short = re.sub(r"^(?:our|the)\s+|^Q\d\s+|^(?:[A-Z]\w+\s+)?20\d\d\s+", "", what)
        text = re.sub(rf"(?<=[.]\s){re.escape(capital(short))}\s*:?\s+(?=(?:on\s+)?\d{{1,2}}\s+{_MONTH})", "On ", text)
        text = _SENT.sub("", text)
    text = _TOPICS.sub(lambda found: f"The topics are {_items(found['list'])}", text)
    return _GUEST.sub(_hosted, text)


def _hosted(found: re.Match[str]) -> str:
    topic = f", on {found['topic'].strip()}" if found["topic"] else ""
    return f"The {found['who'].lower()} is {found['name'].strip()}{topic}"


def _items(text: str) -> str:
    """A list between commas with its last `and`."""
    pieces = [re.sub(r"^(?:and|&)\s+", "", piece.strip()) for piece in text.strip(" .").split(",") if piece.strip()]
    return text.strip(" .") if re.search(r"\s(?:and|or)\s", pieces[-1]) else listed(pieces)


def _dated(text: str) -> str:
    """Days and months in full where they are short, and the hour with its day."""
    text = re.sub(rf"\b{_DAY}(?:(?:\s+|,\s*|\s*/\s*|\s*&\s*|\s+and\s+){_DAY})+\b(?!')", _days, text, flags=re.I)
    text = re.sub(r"(?<=\bof )(?:march|may)\b|(?<=\buntil )(?:march|may)\b|(?<=\bin )(?:march|may)\b(?!\s+be\b)",
                  lambda found: found.group().capitalize(), text)
    text = re.sub(rf"\b(until|till|by|from|before)\s+(end|beginning|start)\s+of\s+(?={_MONTH}|the\b|this\b|next\b)",
                  r"\1 the \2 of ", text, flags=re.I)
    text = re.sub(rf"(?P<what>(?:^|(?<=[.!?,]\s))(?:[a-z]+\s)?[a-z]+s)\s+(?:on\s+)?(?P<days>{_FULL}(?:(?:,\s|\sand\s)"
                  rf"{_FULL})*)"
                  rf"\s+(?:at\s+)?(?P<hours>{_HOUR}(?:(?:,\s|\sand\s|\sto\s){_HOUR})*)",
                  r"\g<what> are on \g<days> at \g<hours>", text, flags=re.I)
    return re.sub(rf"(?P<day>\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?),\s+"
                  rf"(?P<hour>{_HOUR})", r"\g<day> at \g<hour>", text)


def _days(found: re.Match[str]) -> str:
    named = [_DAYS[word.lower()] for word in re.findall(r"[a-z]+", found.group(), re.I) if word.lower() in _DAYS]
    return listed(named).replace(", and ", " and ")


def _introduced(text: str) -> str:
    """Names told beside, behind or after what bears them, as the introductions that are read."""
    text = re.sub(rf"\b(?P<what>(?:[Mm]y|[Oo]ur)\s+(?:[a-z-]+\s+){{1,3}}?)[?.!,]?\s*[?.!]\s+(?:[Ii]t's|[Ii]t\s+is|"
                  rf"[Ww]e're)\s+"
                  rf"(?:called|named)\s+(?P<name>{_NAME})",
                  lambda found: f"{found['what'].strip()} called {found['name']}", text)
    text = re.sub(rf"\b(?P<what>(?:[Mm]y|[Oo]ur)\s+(?:[a-z-]+\s+){{0,2}}[a-z-]+)[?.!]\s+(?:[Ii]t's|[Ii]t\s+is|"
                  rf"[Ww]e're)\s+"
                  rf"(?:called|named)\s+(?P<name>{_NAME})", r"\g<what> called \g<name>", text)
    told = re.search(rf"\s*\((?P<name>{_NAME})(?:,\s+(?P<place>{_UPPER}[\w' -]+))?\)", text)
    if told and told["place"]:
        text = f"Our name is {told['name']}, in {told['place']}. {text[:told.start()]}{text[told.end():]}"
    text = _ROLE.sub(lambda found: f"introducing {found['name']}, {found['what'][:1].lower()}{found['what'][1:]}. "
                                   f"{found['name']} {found['verb']}", text)
    alone = re.search(rf"(?<=[.!?]\s)(?P<name>(?:The\s)?{_NAME}),\s+"
                      rf"(?P<place>{_UPPER}[\w'-]+(?:\s{_UPPER}[\w'-]+)?)[.!]", text)
    if alone and not _NOT_NAMES.match(alone["name"]) and not has_verb(alone.group()):
        text = f"We're {alone['name']}, in {alone['place']}. {text[:alone.start()]}{text[alone.end():]}"
    named = re.search(rf"(?<=[.!?]\s)(?<![DM]r\.\s)(?<!M[rs]s\.\s)(?<!Ms\.\s)(?<!Prof\.\s)(?P<name>{_UPPER}[\w'-]+"
                      rf"(?:\s(?:&\s)?{_UPPER}[\w'-]+){{1,2}})[.!](?=\s|$)", text)
    if named and not _NOT_NAMES.match(named["name"]) and not re.search(_MONTH, named["name"]):
        text = f"{text[:named.start()]}We're {named['name']}.{text[named.end():]}"
    return re.sub(rf"(?<=\w)[.!]\s+[Ff]rom\s+(?P<name>{_NAME}(?:\sthe\s{_UPPER}\w+)?)(?=[.!]?\s*$)",
                  r", from \g<name>", text)


def _spoken_by_one(text: str) -> str:
    """Who speaks, what for and of whom, where another than the company tells it or tells it in passing."""
    text = re.sub(rf"\b(?:me\s+and\s+my\s+{_KIN}|my\s+{_KIN}\s+and\s+(?:i|me))\b", "we", text, flags=re.I)
    text = re.sub(rf"\b(?P<have>(?:[Ww]e|I)\s+(?:have|run|own)\s+an?\s+[^.,;!?\n]*?\b(?:{_KINDS})(?:\s+(?:in|at|near)"
                  rf"\s+"
                  rf"{_UPPER}[\w'-]+)?),\s+(?P<name>{_NAME})(?=[.,;!?])", r"\g<have> called \g<name>", text)
    if owner := re.search(rf"(?:^|(?<=[.!?]\s))We(?:'re|\s+are)\s+the\s+(?:[a-z'-]+\s)+of\s+{_NAME}[.!]\s*", text):
        text = f"{text[:owner.start()]}{text[owner.end():]} {owner.group().strip()}"
    text = re.sub(r"^\W*(?:(?:hey(?:\s+there)?|hi|hello)\W+)?(?:(?:i'm|we're|i\s+am|we\s+are)\s+)?(?:planning|"
                  r"throwing|having)\s+"
                  r"(?:my|our|an?)\s", "Invite people to our ", text, flags=re.I)
    text = re.sub(r"^\W*(?:I|We)\s+(?:make|bake|roast|brew|grow|knit|sew|carve)\s+(?P<what>[a-z][^.,;!?\n]{2,40})"
                  r"[.!]\s",
                  r"A video about our \g<what>. ", text)
    text = _MEETS.sub(lambda found: f"Invite people to our {found['what']}. It takes place ", text, count=1)
    text = _DOES.sub(lambda found: f"We're {found['name']}, {article(found['what'])} {found['what']}. "
                                   f"We {_base(found['verb'])} ", text, count=1)
    text = _STORY.sub(lambda found: f"A testimonial for {found['name']}. {capital(found['told'])}{found['name']}", text)
    text = re.sub(r"^\W*(?:please\s+)?(?P<verb>explain|describe)\s+to\s+(?P<who>(?:our|the|all|new)\s+[a-z]+s|[a-z]+"
                  r"s)\s+"
                  r"(?P<what>(?:why|how|what)\b[^.!?\n]*[.!?])", lambda found: f"{capital(found['verb'].lower())} "
                  f"{found['what']} Audience: {found['who']}.", text, flags=re.I)
    return re.sub(rf"^(?:The\s+)?(?P<name>(?:[a-z]+\s+of\s+)?{_NAME})\s+(?:wants?|needs?|would\s+like)\s+(?:you\s+)"
                  rf"?to\s+"
                  r"(?:tell|inform|remind|explain\s+to)\s+(?P<who>[a-z]+(?:\s[a-z]+)?)\s+about\s+(?P<what>[^.:;!?\n]+"
                  r")[:.]",
                  lambda found: f"A video about {found['what']}, from {capital(found['name'])}. "
                                f"Audience: {found['who']}.", text)


def _traded(text: str) -> str:
    """Somebody's business told by another, as that business tells it: `my mum makes cakes` is `we make cakes`."""
    if not (owner := _TRADE.search(text)):
        return text
    text = f"{text[:owner.start()]}We {_base(owner['verb'])}{text[owner.end():]}"
    text = re.sub(r"\b(?:she|he|they)(?:'s|\s+has)\s+(?=been\b|\w+ed\b|won\b|had\b|made\b)", "we've ", text, flags=re.I)
    text = re.sub(r"\b(?:she|he)(?:'s|\s+is)\s+", "we're ", text, flags=re.I)
    text = re.sub(r"\b(?:she|he)\s+(?P<verb>[a-z]+s)\b", lambda found: f"we {_base(found['verb'])}", text, flags=re.I)
    return re.sub(r"\b(?:her|his)\s+(?=[a-z])", "our ", re.sub(r"\b(?:she|he)\b", "we", text, flags=re.I))


def _base(verb: str) -> str:
    if verb in ("opened", "started"):
        return verb
    return base_of(verb) or {"does": "do", "has": "have", "teaches": "teach"}.get(verb, verb.removesuffix("s"))


def _thanked(text: str) -> str:
    text = re.sub(r"^\W*(?:please\s+)?(?P<verb>welcome|thank|congratulate)\s+(?=(?:our|the|all|everyone)\b)",
                  lambda found: f"A video to {found['verb'].lower()} ", text, flags=re.I)
    return re.sub(rf"{_START}(?:an?\s+)?thank[\s-]*you\s+{_NOUN}\s+(?:to|for)\s+(?=(?:the|our|all|everyone|everybody)"
                  rf"\b)",
                  "A video to thank ", text, flags=re.I)


def _for_whom(found: re.Match[str]) -> str:
    who = found["who"].strip()
    heads = re.split(r"\s+and\s+|\s+or\s+", who)
    if re.search(r"\b(?:about|on|at|in|with|from)\b", who) or not (
            any(map(names_people, heads)) or who.startswith("the whole ")):
        return found.group()
    if re.match(r"(?:our|my|the)\s", who) and not who.startswith("the whole ") or has_verb(who):
        return found.group()
    length = f", {found['length'].strip()}" if found["length"] else ""
    end = ". " if found.group().rstrip(" ").endswith(",") else ""
    return f"Make {found['kind'].lower()}{length}. Audience: {who}{end}"


def _covered(found: re.Match[str]) -> str:
    """What a film has to cover: doings as what to do, things as its topics."""
    pieces = [re.sub(r"^(?:and|or)\s+", "", piece.strip()) for piece in found["list"].split(",")]
    doing = [re.match(r"(?P<not>(?:never|always|not)\s+)?(?P<verb>[a-z]+)ing\b(?P<rest>.*)$", each) for each in pieces]
    if all(doing) and pieces[0]:
        told = [_order(each) for each in doing if each]
        return f"{found.group()[:len(found.group()) - len(found.group().lstrip())]}{'. '.join(told)}"
    if len(pieces) > 1 and found["verb"].lower() != "explain" and not any(map(has_verb, pieces)):
        return f"The topics are {_items(found['list'])}"
    return found.group()


def _order(doing: re.Match[str]) -> str:
    lead = {"never": "Never ", "always": "Always ", "not": "Don't "}.get((doing["not"] or "").strip(), "")
    return capital(f"{lead}{stem_of(doing['verb'])}{doing['rest']}")


def stem_of(stem: str) -> str:
    """The base form of a verb of which `stem` stands before `ing`: `rid` → `ride`, `wear`, `runn` → `run`."""
    if known := next((verb for verb in (stem, f"{stem}e", stem[:-1]) if verb in VERBS), ""):
        return known
    if re.search(r"([bdgmnprt])\1$", stem):
        return stem[:-1]
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", stem) or re.search(r"(?:at|iz|ag|uc|iv|os|ur|ov)$", stem):
        return f"{stem}e"
    return stem


_ONE_MORE = re.compile(r",?\s+and\s+(?=(?:an?|new|all|every|each|our|we|you|it|it's|they|everybody|everyone|kids|"
                       r"children)\s)")
_STANDS = re.compile(r"an?\s+(?:[a-z]+\s){1,4}(?:is|are|costs?|was|will|can)\s|(?:new|all|every|each|our|kids|"
                     r"children)\s+[a-z]+s?\s+"
                     r"(?:get|save|pay|eat|go|can|come|learn|play)s?\s")


def _unjoined(sentence: str) -> str:
    """A sentence in two where a clause with a subject of its own follows `and`."""
    for found in () if re.search(r'["“]', sentence) else _ONE_MORE.finditer(sentence):
        before, after = sentence[:found.start()], sentence[found.end():]
        stands = has_verb(after) and not re.match(r"an?\s", after) or _STANDS.match(after)
        if stands and len(before.split()) > 4 and has_verb(before):
            return f"{before}. {capital(after)}"
    return sentence
