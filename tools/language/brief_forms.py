"""Forms of briefs: how people write when they are in a hurry, brought to the plain sentences that are read afterwards.

A label before a colon (`Sales video to hotel managers: …`), a name beside what it names (`our new necklace, the Luna`),
steps numbered without a point, a subject with its verb, a clause that only asks for a video once more.
"""

from __future__ import annotations

import re

from tools.brief import Goal
from tools.language.clauses import COMMAND, is_hollow
from tools.language.grammar import article, base_of, third_person
from tools.language.lexicon import CATEGORIES, VERBS, VIDEO_NOUNS
from tools.language.subject import names_people
from tools.language.wishes import read_wishes

_NOUN = ("(?:" + "|".join(VIDEO_NOUNS) + "|update|briefing|pitch|teaser|message|reminder|fundraiser|fundraising|"
         "invitation|invite|announcement|post|something|real estate)")
_LABEL = re.compile(rf"^\W*(?P<label>[^.!?;:\n]{{0,80}}?\b{_NOUN}\b[^.!?;:\n]{{0,80}}?)\s*(?::|\s[–—-]|[.;,])"
                    rf"\s+(?=\S)", re.I)
_GREETING = re.compile(r"^\W*(?:(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening))(?:\s+(?:there|all|team|"
                       r"everyone|guys|folks|agency))?\s*[,!.:–—-]+\s*)+", re.I)
_PLACE_TO_SHOW = (r"(?:(?:our|my|the)\s+)?(?:home\s?page|website|web\s?site|landing page|facebook|linkedin|whatsapp|"
                  r"social(?: media)?|socials|newsletter|lobby|reception|waiting room|trade fair|booth)(?:\s+page)?")
_SHOWN_ON = re.compile(rf"(?P<lead>\b(?:{_NOUN}|something(?:\s+\w+)?)\s+)(?:for|on)"
                       rf"\s+{_PLACE_TO_SHOW}(?:\s+please)?(?=\s*(?:[.,;!?\n:]|$))", re.I)
_WANTED = re.compile(rf"(?:^|(?<=[.!?;]\s))(?:i|we)(?:'d|\s+would)?\s+(?:need|want|like)\s+(?:an?\s+|some\s+)"
                     rf"?(?:[\w-]+\s+){{0,4}}?{_NOUN}\s*[.!?]?$|"
                     rf"(?:^|(?<=[.!?;]\s))something(?:\s+\w+)?\s*[.!?]?$", re.I)
_FOR = re.compile(r"\b(?:to|for)\s+(?P<who>(?!thank|welcome|congratul|honou?r|apologi)(?:our\s+|the\s+|my\s+)"
                  r"?[a-z][\w' -]*)$", re.I)
_ABOUT_THE_VIDEO = frozenset(
    "training sales update weekly monthly quarterly daily testimonial style launch recruitment hiring recruiting job "
    "event internal social media marketing brand status internet welcome onboarding safety awareness customer hr "
    "linkedin facebook instagram youtube tiktok whatsapp website homepage post idea brief request ours time safety "
    "product fundraising fundraiser pitch teaser briefing message reminder announcement invitation invite real estate "
    "investor charity square vertical portrait wide company team staff school".split())
_KINDS = "|".join(sorted({word for words in CATEGORIES.values() for word in words} | {
    "brand", "company", "line", "service", "saas", "SaaS", "software", "startup", "CEO", "CFO", "CTO", "COO",
    "chef", "colleague", "director"},
                         key=len, reverse=True))
_CALENDAR = (r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Easter|"
             r"Christmas|Black|English|French|German|Spanish|Italian|Portuguese|Dutch)")
_NAME = rf"(?!{_CALENDAR})(?P<name>[A-Z][\w&'’-]*(?:\s(?:&\s)?(?:[A-Z][\w&'’-]*|\d+\b))*)"
_OWNED = rf"(?P<what>\b(?:[Oo]ur|[Mm]y)\s+(?:[a-z][\w-]*\s+){{0,3}}(?:{_KINDS}))"
_END = r"(?=\s*(?:[.,;:!?\n]|\s[–—-]\s|$)|\s+(?:coming|launching|opening|out|arriving)\s)"
_THIRD = "|".join(sorted({third_person(verb, plural=False) for verb in VERBS} | {"is", "has", "does", "can", "will"}
                         - {"reports", "orders", "prices", "plans", "works", "covers", "tests", "places", "plays"}))
_ASKED_AGAIN = re.compile(
    rf"(?P<before>^|[.,;!]\s*|\band\s+)(?:i\s+|we\s+)?(?:just\s+|only\s+|really\s+)?(?:want|need|would\s+like|"
    rf"'d\s+like|looking\s+for)\s+(?:an?|some)\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}\s+(?:that|which|to)\s+[^.;,!?\n]*", re.I)


_CUSTOMER = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:[Oo]ur|[Mm]y|[Aa])\s+(?:[a-z]+\s)?(?:customer|client|guest|patient|member|user|student),?\s+"
    r"(?P<who>[A-Z]\w+),?\s+(?:says|said|told us|wrote):?\s+\"(?P<said>[^\"\n]+)\"[\s.]*"
    r"(?:(?:[Ss]he|[Hh]e|[Tt]hey)\s+(?P<verb>uses?|buys?|orders?|wears?|loves?|has|have)\s+"
    r"(?P<what>our\s+(?:[a-z-]+\s)?[a-z-]+)(?P<more>[^.,;\n]*))?")
_SHOWS = re.compile(r"^(?P<owner>(?:The|Our)\s[^.,;:\"\n]+?)\s+(?:has|opens|shows|presents)"
                    r"\s+(?P<what>an?\s+new\s+[a-z ]+?),?"
                    r"\s+(?:called\s+)?(?P<title>\"[^\"\n]+\")")


def _said_by(found: re.Match[str]) -> str:
    """What a customer says, and what it is about, as sentences of their own."""
    told = f'"{found["said"].rstrip(".!, ")}," says {found["who"]}. '
    if not found["what"]:
        return told
    those = "them" if found["what"].endswith("s") else "it"
    return f"About {found['what']}. {told}{found['who']} {found['verb']} {those}{found['more']}"


def regularise(text: str, goal: Goal) -> str:
    """`text` in the sentences that `tools.language.subject` reads; what needs nothing comes back as it is."""
    text = without_greeting(text)
    text = re.sub(r"\b[Mm]y (?:wife|husband|partner|brother|sister|mum|mom|dad|friend|co-?founder) and [Ii]\b",
                  "we", text)
    text = re.sub(r"\bwe (?:just )?want to (?=thank|welcome|congratulate)", "we'd like to ", text, flags=re.I)
    text = re.sub(r"^\W*(?:remind|tell|inform|notify)\s+(?P<who>[^:.!?\n]{3,60}?)\s*:\s+",
                  r"Remind \g<who> that ", text, flags=re.I)
    text = re.sub(r"^\W*(?:please\s+)?meet\s+(?=(?:our|my)\s|[A-Z])", "A video about ", text, flags=re.I)
    text = re.sub(r"\b(?:i|we)\s+(?:want|need|would like)\s+to\s+find\s+", "We're looking for ", text, flags=re.I)
    text = re.sub(rf"(?<=[.;!?]\s)(?:it's\s+|this is\s+)?for\s+{_PLACE_TO_SHOW}\s*(?:[.!?]|$)", "", text, flags=re.I)
    text = _WANTED.sub("", _SHOWN_ON.sub(lambda found: found["lead"].rstrip(), text)).strip() or text
    text = re.sub(r"^\W*(?P<new>new\s+(?:feature|product|service|offer|course|dish|menu item))"
                  r"\s*[:–—-]\s+(?P<what>[^.;,!?\n]+)",
                  lambda found: f"{found['what']}, a {found['new'].lower()}", text, flags=re.I)
    text = re.sub(rf"^\W*(?:an?\s+)?(?:{_NOUN}\s+)?(?:to\s+)?(?:say sorry|apologi[sz]e)(?:\s+to\s+(?P<who>(?:our\s+|"
                  rf"all\s+)?\w+))?\s+for\s+"
                  r"(?P<what>[^.;!?\n]+)", lambda found: f"We'd like to apologise for {found['what']}"
                  + (f". Audience: {found['who']}" if found["who"] else ""), text, flags=re.I)
    text = re.sub(r"^(?P<lead>[^:.!?\n]*?)(?P<n>\d+|two|three|four|five|six|seven)\s+(?P<why>reasons|ways)"
                  r"\s+to\s+(?P<verb>\w+)\s+"
                  r"(?P<what>(?:our|my)\s+[^:.!?\n]+?)\s*:\s+", r"About \g<what>. There are \g<n> \g<why> to "
                                                                r"\g<verb> it; ",
                  text, flags=re.I)
    text = re.sub(r"^\W*(?:internal|fyi|news|info|urgent|attention|memo|topic|subject|brief|task)\s*:\s+",
                  "", text, flags=re.I)
    text = re.sub(r"^\W*we(?:'re| are) (?:organi[sz]ing|hosting|holding|throwing) an?\s+", "Our ", text, flags=re.I)
    text = re.sub(r"^\W*(?P<what>(?:[a-z]+\s){0,2}(?:course|class|workshop|webinar|training))(?=\s+\")",
                  lambda found: f"Our {found['what'].lower()}", text, flags=re.I)
    text = _CUSTOMER.sub(_said_by, text)
    text = _SHOWS.sub(lambda found: f"About {found['title']}, {found['what']} at "
                                    f"{found['owner'][:1].lower()}{found['owner'][1:]}", text)
    text = _without_label(_without_label(text))
    text = _ASKED_AGAIN.sub(lambda found: found["before"].strip(" ,"), text) if not _ASKED_AGAIN.match(text) else text
    text = _listed(_numbered(text))
    text = _named(text)
    return _subject_apart(text, goal)


def without_greeting(text: str) -> str:
    """`text` without the words that only say hello."""
    return _GREETING.sub("", text)


def _without_label(text: str) -> str:
    """The text behind a label that says nothing but what kind of video is asked for, and for whom."""
    found = _LABEL.match(text)
    if found is None or not (rest := text[found.end():].strip()):
        return text
    label, who = read_wishes(found["label"]).text, ""
    if told := _FOR.search(label):
        who, label = told["who"].strip(), label[:told.start()]
    if re.search(r"\bbriefing\b", found["label"], re.I) and _is_instruction(rest):
        return text
    event = re.search(r"\b(?:webinar|workshop|talk|course|conference|seminar|lecture|concert)\b", found["label"], re.I)
    if event and rest.startswith('"'):
        return f"Our {event.group().lower()} called {rest}"
    words = [word for word in re.findall(r"[\w'-]+", label.lower()) if word not in _ABOUT_THE_VIDEO]
    if not is_hollow(" ".join(words)) or re.search(r"\b(?:about|how|what|why)\b", label, re.I):
        return text
    if who and is_hollow(who) or who.lower() in _ABOUT_THE_VIDEO:
        who = ""
    if who and (not names_people(who) or re.search(r"[A-Z]", who)):
        return text
    ended = rest if rest.endswith((".", "!", "?")) else f"{rest}."
    return f"{ended} Audience: {who}." if who else rest


def _numbered(text: str) -> str:
    """`1 press stop 2 turn the key` as a list: numbers that count up, each before an instruction."""
    marks = re.finditer(r"(?<![\w.,:€$£-])(\d{1,2})[.):]?\s+(?=[a-z])", text, re.I)
    run: list[re.Match[str]] = []
    for mark in marks:
        if int(mark[1]) == len(run) + 1:
            run.append(mark)
    verbs = sum(_is_instruction(text[mark.end():]) for mark in run)
    if len(run) < 2 or verbs < len(run) * 0.75:
        return text
    for mark in reversed(run):
        text = f"{text[:mark.start()].rstrip(' ,.;:')}; {text[mark.end():]}"
    return text


def _listed(text: str) -> str:
    """Lists behind a colon, and what somebody said before a dash and a name, as sentences."""
    text = re.sub(r"(?:^|(?<=[.?!;]\s))(?:you(?:'ll)?\s+)?need(?:ed)?:\s+(?P<list>[^.;\n]+)",
                  lambda found: f"You'll need {_joined(found['list'])}", text, flags=re.I)
    text = re.sub(r"(?<=[.,;]\s)(?P<what>\d+\s+[a-z]+s):\s+(?P<list>[a-z][\w ]*(?:,\s+[a-z][\w ]*)+)(?=[.;\n]|$)",
                  lambda found: f". There are {found['what']}, {_joined(found['list'])}", text)
    text = re.sub(r"(?P<said>\"[^\"\n]+\")\s*,?\s*[–—-]\s*(?P<who>[A-Z]\w+(?:\s[A-Z]\w*)?)(?P<end>\s*[,.;]|$)",
                  lambda found: f'{found["said"][:-1].rstrip(".,")}," says {found["who"]}. ', text)
    asked = re.match(r"\W*(?P<list>(?:where|how|who|when|what|whom) to [^,.;:]+(?:,\s+(?:and\s+)?(?:where|how|who|"
                     r"when|what|whom) to [^,.;:]+)+)", text, re.I)
    if asked:
        told = f"You'll learn {_joined(asked['list'][:1].lower() + asked['list'][1:])}"
        told = re.sub(r"\b(where|how|who|when|what|whom) to ", r"\1 you ", told)
        text = f"About the essentials. {told}{text[asked.end():]}"
    return text


def _joined(items: str) -> str:
    pieces = [re.sub(r"^and\s+", "", piece.strip()) for piece in items.strip().split(",")]
    return f"{', '.join(pieces[:-1])} and {pieces[-1]}" if len(pieces) > 1 else pieces[0]


def _is_instruction(text: str) -> bool:
    word = re.match(r"[a-z]+", text, re.I)
    return word is not None and (word.group().lower() in VERBS or COMMAND.match(text) is not None)


def _named(text: str) -> str:
    """A name that stands beside what it names, as `called` that name."""
    text = re.sub(rf"(?P<what>\b(?:{_KINDS})),?\s+(?P<name>\"[^\"\n]{{2,60}}\")(?P<dash>\s+[–—-]\s+)?",
                  lambda found: f"{found['what']} called {found['name']}{'. ' if found['dash'] else ''}", text)
    text = re.sub(r"^\W*(?:we've(?: got)?|i've(?: got)?|we have(?: got)?|i have(?: got)?)\s+an?\s+",
                  "our ", text, flags=re.I)
    text = re.sub(rf"(?P<what>\b(?:[Oo]ur|[Mm]y|[Aa]n?|[Tt]he|^[Nn]ew)\s+(?:[a-z][\w-]*\s+){{0,4}}?(?:{_KINDS})),\s+"
                  rf"(?:the\s+)?{_NAME}{_END}", r"\g<what> called \g<name>", text)
    text = re.sub(rf"^\W*(?:[Oo]ur|[Mm]y)\s+(?P<what>(?:[a-z][\w-]*\s+){{0,3}}(?:{_KINDS})),?\s+(?:called\s+)"
                  rf"?{_NAME}\s+"
                  rf"(?P<verb>(?!is\b|has\b|can\b|will\b|does\b)(?:{_THIRD}))\b", lambda found: f"{found['name']}, "
                  f"{article(found['what'])} {found['what']} that {found['verb']}", text)
    text = re.sub(rf"{_OWNED},?\s+{_NAME}(?P<end>\s+(?={_THIRD}\b)|{_END})",
                  lambda found: f"{found['what']} called {found['name']}"
                  + (". It " if found["end"].strip() == "" and found["end"] else ""), text)
    return re.sub(rf"(?<=[a-z\d]),?\s+called\s+(?:the\s+)?{_NAME}\s+[–—-]\s+", r" called \g<name>. ", text)


def _subject_apart(text: str, goal: Goal) -> str:
    """`our linen service picks up at six` as what it is about and what it does."""
    if goal not in ("sales", "launch", "explainer", "testimonial"):
        return text
    asked = re.match(r"\W*(?:switch|move|upgrade|join|come|bring|discover|choose|try|visit)\s[^.!?;:\n]*?\b"
                     rf"(?P<what>our\s+(?:[a-z][\w-]*\s+){{0,3}}(?:{_KINDS}))\b[^.!?;:\n]*", text, re.I)
    if asked:
        return f"About {asked['what']}. {text.strip()}"
    made = re.match(rf"\W*{_NAME}\s+(?P<verb>(?!is\b|has\b|can\b|will\b|does\b)(?:{_THIRD}))\b", text)
    if made and len(made["name"].split()) <= 3:
        return f"{made['name']}. It {text[made.start('verb'):]}"
    found = re.match(rf"\W*(?P<what>(?:our|my)\s+(?:[a-z][\w-]*\s+){{0,3}}?(?:{_KINDS}))\s+(?P<verb>{_THIRD})\b", text,
                     re.I)
    if found is None or base_of(found["verb"].lower()) in ("is", "be"):
        return text
    return f"{found['what']}. It {text[found.start('verb'):]}"
