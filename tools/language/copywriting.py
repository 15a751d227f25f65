"""Copywriting: a brief becomes a script that fits a duration, from its facts and honest connecting words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from tools.brief import Brief
from tools.errors import BadInput
from tools.language.actions import said_action
from tools.language.clauses import has_verb
from tools.language.fact_forms import Fact
from tools.language.facts import heading_of, read_fact, said_alone, said_together
from tools.language.grammar import Noun, article, capital, head_noun, is_plural, listed, sentence, uncapital
from tools.language.headings import head_up
from tools.language.hooks import opening_fields
from tools.language.lexicon import CATEGORIES, MASS
from tools.language.outline import FACT, PLAIN, Draft, Passage, Plan, fill_time, filled, longest_seconds
from tools.language.passages import CLOSE, FIRST_SIGHT, ITEMS_LEAD, USE
from tools.language.stated import stated_plans
from tools.language.structures import FACTS, STRUCTURES
from tools.language.structures import FIRST_SIGHT as FIRST_SIGHT_MARK
from tools.language.structures import USE as USE_MARK
from tools.language.tongues import NAMES
from tools.language.topic import is_clause, is_sentence, named_in, subject_of, title_of
from tools.language.wording import Wording, phrase_of
from tools.script import Script

ItemT = TypeVar("ItemT")
HEADING_WORDS = 6
CRUMB_WORDS, SHORT_SECTION_WORDS = 6, 14
_KEY = ("price", "offer", "when", "where")
"""Facts that a viewer must have to act; in a short video they come before the others."""
_ORDINALS = ("First,", "Then", "Next,", "After that,", "Now")


def write_script(brief: Brief, seconds: float, words_per_minute: float, wording: Wording = PLAIN) -> Script:
    """The script for `brief`: its required lines fit into `seconds`, its optional ones give room to grow.

    Every statement about the subject is in the client's own words, or in those of the brand's `wording`. Same brief and
    wording, same script. Raises
    `tools.errors.BadInput` when the brief is not to be spoken in English or gives far too little to say.
    """
    if brief.language.split("-")[0].lower() != "en":
        asked = NAMES.get(brief.language.split("-")[0].lower(), brief.language)
        raise BadInput(f"The video is to be in {asked}, and the built-in director writes English only; give the "
                       f"finished script in a .txt or .md file, "
                       "which is spoken word for word.")
    title = title_of(brief)
    plans = _worded_stated(brief, title, wording) if brief.stated else _plans(brief, title, wording)
    most = longest_seconds(plans, words_per_minute)
    if most < 0.72 * seconds:
        raise BadInput(f"The brief gives enough to say for about {5 * round(most / 5):.0f} s, not for {seconds:.0f} "
                       f"s; add facts about "
                       f"{uncapital(named_in(brief))}, ask for a shorter video, or give a script.")
    return Script(
        title=title, sections=fill_time(plans, seconds, words_per_minute, title=bool(title) and seconds >= 18)
    )


def _plans(brief: Brief, title: str, wording: Wording) -> list[Plan]:
    subject = subject_of(brief)
    spoken_of = _spoken_of(brief, subject)
    facts = [read_fact(point, spoken_of, brief.goal) for point in _points(brief, subject)]
    facts = [Fact("item", fact.short, sentence(fact.short)) if _is_part(fact, facts) else fact for fact in facts]
    fields = _fields(brief, subject, facts)
    key = f"{brief.request}/{brief.goal}/{brief.product}"
    plans: list[Plan] = []
    for number, part in enumerate(STRUCTURES[brief.goal]):
        place = f"{key}/{number}"
        if part == FACTS:
            plans += _fact_plans(brief, subject, facts)
            plans += _statement_plans(wording)
        elif part == USE_MARK:
            if fields["thing"]:
                plans.append(filled(USE.get(subject.category, USE[""]), fields, place, wording))
        elif isinstance(part, Passage):
            plans.append(filled(_opened(part, subject), fields, place, wording))
        if not number and plans[0].lines:
            opening = plans[0].lines[0].text.lower()
            told = (fields["hook"], fields["callout"], fields["audience"] and f"for {fields['audience']}:")
            if any(text and text.lower() in opening for text in told):
                fields["audience"] = ""
    definitions = [fact for fact in facts if fact.kind == "definition"]
    if plans[0].lines and fields["definition"] and fields["defined"] in plans[0].lines[0].text:
        definitions = definitions[1:]
    plans[0].lines[1:1] = [Draft(FACT, fact.said) for fact in definitions]
    plans.append(filled(CLOSE, fields, key, wording))
    head_up(plans, facts, brief, title, fields["role"])
    return plans if wording is PLAIN else _worded(plans, wording)


def sayable_lines(brief: Brief) -> list[str]:
    """Every line that a script for `brief`, of whatever length, could state as the client's."""
    return [line.text for plan in _plans(brief, title_of(brief), PLAIN) for line in plan.lines if line.rank <= FACT]


def _worded_stated(brief: Brief, title: str, wording: Wording) -> list[Plan]:
    """The plans of a brief that is told in sentences, with the brand's own sentences behind them."""
    plans = stated_plans(brief, title, wording)
    plans[len(plans) - 1:len(plans) - 1] = _statement_plans(wording)
    return plans if wording is PLAIN else _worded(plans, wording)


def _is_part(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether what reads like a definition only tells of what belongs to it, since it was said before what it is."""
    first = next((other for other in facts if other.kind == "definition"), fact)
    return fact.kind == "definition" and first is not fact and re.match(r"an?\s", fact.short) is not None


def _statement_plans(wording: Wording) -> list[Plan]:
    """The brand's own sentences as sections of one or two, headed by words of theirs."""
    told = [Fact("statement", phrase_of(text), text) for text in wording.statements if not wording.forbids(text)]
    return [Plan(next((fact.short for fact in group if fact.short), ""), [Draft(FACT, fact.said) for fact in group])
            for group in _packed(told)]


def _worded(plans: Sequence[Plan], wording: Wording) -> list[Plan]:
    """`plans` without what the brand never says, but for what was asked for, and without marks it does not use."""
    for plan in plans:
        plan.lines = [Draft(line.rank, wording.toned(line.text), line.key) for line in plan.lines
                      if line.rank <= FACT or not wording.forbids(line.text)]
        plan.heading = "" if plan.generic and wording.forbids(plan.heading) else wording.toned(plan.heading)
    return list(plans)


def _points(brief: Brief, subject: Noun) -> list[str]:
    """The client's facts; a name is followed by what it is, with the article that was left out."""
    points = list(brief.points)
    if brief.goal == "event" and subject.proper and points and re.fullmatch(r"an? \w+", points[0]):
        points = points[1:]
    if points and subject.proper and brief.goal in ("launch", "explainer", "sales"):
        first = points[0]
        head = head_noun(first)
        known = ("place", "software", "service", "device", "class", "media")
        kinds = {word for kind in known for word in CATEGORIES[kind]}
        bare = first[:1].islower() and not re.match(r"(?:an?|the|our)\b", first)
        if bare and head in kinds and not is_plural(head) and len(first.split()) > 1 and not has_verb(first):
            points[0] = f"{article(first)} {first}"
    return points


def _opened(passage: Passage, subject: Noun) -> Passage:
    """The passage with the opening that fits the category put in its place."""
    opening = FIRST_SIGHT.get(subject.category, FIRST_SIGHT[""])
    return Passage(
        passage.headings,
        tuple(
            (rank, tuple(f"[undefined] {opening}" if variant == FIRST_SIGHT_MARK else variant for variant in variants))
            for rank, variants in passage.lines
        ),
    )


def _spoken_of(brief: Brief, subject: Noun) -> Noun:
    """What the facts are said of: the job rather than the person who is looked for, `it` for a topic."""
    if brief.goal == "recruitment":
        return Noun("the job", "the job", False, False, "")
    return subject if not is_clause(brief.product) else Noun("it", "it", False, False, "")


def _is_bare(product: str, subject: Noun) -> bool:
    """Whether a common noun stands without an article: a topic (`compound interest`) rather than somebody's thing."""
    return not subject.proper and product == subject.name


_FIELDS = ("thing Thing name Name topic vp role news recap welcome defined definition hook callout plain undefined "
           "thanks reminder open message job bare News briefing").split()


def _fields(brief: Brief, subject: Noun, facts: Sequence[Fact]) -> dict[str, str]:
    fields = dict.fromkeys(_FIELDS, "")
    product = subject.full
    if brief.goal == "recruitment":
        fields["role"] = _role(product)
        fields["job"] = "" if re.search(r"volunteer|intern\b|participant|host famil", product, re.I) else "yes"
    elif match := re.match(r"how to\s+(.+)", product, re.I):
        fields["vp" if brief.goal in ("how_to", "training") else "topic"] = (
            match.group(1) if brief.goal in ("how_to", "training") else product
        )
    elif re.match(r"(?:how|why|what|when|where)\b", product, re.I):
        fields["topic"] = uncapital(product)
    elif is_sentence(product) or re.match(r"(?:help us|support|save|join)\b", product, re.I):
        fields |= {"news": uncapital(product), "News": capital(product)}
    elif brief.goal == "training" and subject.proper and re.search(r"welcom|onboard|introduc", brief.request, re.I):
        fields["welcome"] = f"Welcome to {product}."
    elif brief.goal == "training" and re.search(r"\b(?:briefing|induction|guide|reminder)$", product, re.I):
        fields |= {"thing": f"the {_bare_of(product)}", "briefing": f"your {_bare_of(product)}"}
    elif _is_bare(product, subject) and brief.goal in ("explainer", "how_to") and _EXPLAINED.search(brief.request):
        fields["topic"] = f"what {product} {subject.be}"
    else:
        fields |= {"thing": product, "Thing": capital(product), "name": subject.name, "Name": capital(subject.name)}
    thing = subject if fields["thing"] else Noun("it", "it", False, False, "")
    shorts = [uncapital(fact.short) for fact in facts if _sums_up(fact)]
    if 2 <= len(shorts) <= 5:
        fields["recap"] = ", ".join(shorts)
    audience = re.sub(r"^my\b", "our", brief.audience.strip(" ."), flags=re.I)
    fields |= opening_fields(brief, fields, facts, audience)
    return fields | {
        "it": thing.it,
        "them": thing.them,
        "is": thing.be,
        "it_is": thing.it_is,
        "It_is": capital(thing.it_is),
        "do": thing.verb("do"),
        # To people of one's own nobody says that it is for them.
        "audience": "" if re.match(r"our\b", audience, re.I) else audience,
        "brand": brief.brand,
        "told": "yes" if facts else "",
        "drill": "" if fields["welcome"] else "yes",
        "weigh": "yes" if fields["thing"] and _is_weighed(brief, subject) else "",
        "action": said_action(brief),
    }


def _bare_of(product: str) -> str:
    return re.sub(r"^(?:our|my|the|an?)\s+", "", product, flags=re.I)


_EXPLAINED = re.compile(r"\b(?:explain\w*|what|how|why|understand\w*|basics|introduction to|intro to|learn|meaning)"
                        r"\b", re.I)


def _is_weighed(brief: Brief, subject: Noun) -> bool:
    """Whether viewers are to decide for or against it; a policy or a sale is not weighed."""
    return subject.category not in ("offer", "food", "event", "cause", "media") and (
        brief.goal in ("launch", "sales") or bool(subject.category))


def _sums_up(fact: Fact) -> bool:
    """Whether a fact is short enough, and enough of a phrase, to stand in a summary."""
    words = len(fact.short.split())
    return 0 < words <= 3 if fact.kind == "statement" else 0 < words <= 8 and fact.kind in (
        "made", "item", "price", "offer", "when", "where")


def _role(product: str) -> str:
    bare = re.sub(r"^(?:our|the|my)\s+(?:next\s+)?", "", product)
    head = re.split(r"\s(?:in|for|at|with|to|on)\s", bare)[0].split()[-1].lower() if bare else ""
    if re.match(r"(?:someone|somebody|an?|two|three|several|some|more|new|people|\d+)\b", bare, re.I) or (
            is_plural(head) or head in MASS):
        return bare
    return f"{article(bare)} {bare}"


def _fact_plans(brief: Brief, subject: Noun, facts: Sequence[Fact]) -> list[Plan]:
    """The client's facts as sections of one or two lines: what it is, does, comes with, when, how much."""
    about = _spoken_of(brief, subject)
    plans: list[Plan] = []
    if brief.goal == "event":
        plans += _grouped(facts, "when", "where")
    if brief.goal == "sales":
        plans += _grouped(facts, "offer")
    for pair in _chunks([fact for fact in facts if fact.kind == "made"], 3):
        shorts = [uncapital(fact.short) for fact in pair]
        together = ", ".join(shorts) if shorts[-1].startswith("from ") else listed(shorts)
        plans.append(_plan(pair, [sentence(f"{capital(about.it_is)} {together}")]))
    steps = ("step",) if brief.goal in ("how_to", "training") else ()
    for pair in _packed([fact for fact in facts if fact.kind in ("does", "statement", "question", "step")
                         and fact.kind not in steps]):
        plans.append(_plan(pair, [fact.said for fact in pair]))
    plans += _step_plans(brief, [fact for fact in facts if fact.kind in steps])
    plans += _item_plans(brief, about, [fact for fact in facts if fact.kind == "item"])
    if brief.goal != "event":
        plans += _grouped(facts, "when", "where")
    plans += _grouped(facts, "price") if brief.goal == "sales" else _grouped(facts, "offer", "price")
    plans = _without_crumbs(plans)
    if about.name != "it":
        _name_again(plans, about, 0 if brief.goal == "recruitment" else 1)
    return plans


def _grouped(facts: Sequence[Fact], *kinds: str) -> list[Plan]:
    """The facts of these kinds in sections of two or three."""
    return [
        _plan(group, [fact.said for fact in group]) for group in _packed([fact for fact in facts if fact.kind in kinds])
    ]


def _packed(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts in groups of two, or of three where they are short."""
    groups: list[list[Fact]] = []
    for fact in facts:
        words = sum(len(other.said.split()) for other in groups[-1]) if groups else 0
        if groups and (
            len(groups[-1]) < 2 or (len(groups[-1]) < 3 and words + len(fact.said.split()) <= SHORT_SECTION_WORDS)
        ):
            groups[-1].append(fact)
        else:
            groups.append([fact])
    return groups


def _without_crumbs(plans: Sequence[Plan]) -> list[Plan]:
    """Sections of a few words join the one before: a scene of a second and a half would only flash by."""
    joined: list[Plan] = []
    for plan in plans:
        words = sum(len(line.text.split()) for line in plan.lines)
        before = sum(len(line.text.split()) for line in joined[-1].lines) if joined else 0
        if joined and min(words, before) < CRUMB_WORDS and words + before <= SHORT_SECTION_WORDS:
            heading = (
                f"{joined[-1].heading}, {uncapital(plan.heading)}"
                if joined[-1].heading and plan.heading
                else joined[-1].heading or plan.heading
            )
            joined[-1] = Plan(
                heading if len(heading.split()) <= 6 else joined[-1].heading, [*joined[-1].lines, *plan.lines]
            )
        else:
            joined.append(plan)
    return joined


def _plan(facts: Sequence[Fact], lines: Sequence[str]) -> Plan:
    parts: list[str] = []
    for fact in facts:
        if len(" ".join([*parts, fact.short]).split()) <= HEADING_WORDS:
            parts.append(uncapital(fact.short) if parts else fact.short)
    joint = heading_of(", ".join(part for part in parts if part))
    heading = joint or next((heading for fact in facts if (heading := heading_of(fact.short))), "")
    key = len(lines) == len(facts)
    return Plan(heading, [Draft(FACT, line, key=key and facts[i].kind in _KEY) for i, line in enumerate(lines)])


def _step_plans(brief: Brief, steps: Sequence[Fact]) -> list[Plan]:
    lines = [fact.said for fact in steps]
    if brief.goal == "how_to" and len(steps) > 1:
        words = [_ORDINALS[min(index, 1 + (index - 1) % 4)] for index in range(len(steps))]
        words[-1] = "Finally,"
        lines = [
            sentence(f"{word} {fact.said[:1].lower()}{fact.said[1:]}") for word, fact in zip(words, steps, strict=True)
        ]
    plans: list[Plan] = []
    for group in _packed([Fact("step", fact.short, line) for fact, line in zip(steps, lines, strict=True)]):
        first = sum(len(plan.lines) for plan in plans) + 1
        last = first + len(group) - 1
        numbers = f"Step {first}" if first == last else f"Steps {first} {'and' if last == first + 1 else 'to'} {last}"
        joint = ", ".join([group[0].short, *(uncapital(fact.short) for fact in group[1:])])
        heading = (
            capital(joint)
            if len(joint.split()) <= 6
            else numbers
            if brief.goal == "how_to" and len(steps) > 1
            else "What to do"
            if len(group) > 1
            else heading_of(group[0].short)
        )
        plans.append(Plan(heading, [Draft(FACT, fact.said) for fact in group]))
    return plans


def _item_plans(brief: Brief, about: Noun, items: Sequence[Fact]) -> list[Plan]:
    plans: list[Plan] = []
    for index, group in enumerate(_chunks(items, 3)):
        if len(group) == 1:
            spoken = said_alone(group[0], brief.goal, about)
        else:
            further = "Expect" if brief.goal == "event" else ""
            spoken = said_together(group, further if index else ITEMS_LEAD[brief.goal])
        plans.append(_plan(group, [spoken]))
    return plans


def _name_again(plans: Sequence[Plan], about: Noun, first_named: int) -> None:
    """Every second section of facts names its subject instead of saying `it` once more."""
    start = capital(about.it)
    for plan in plans[first_named::2]:
        first = plan.lines[0]
        for opening, verb in ((f"{capital(about.it_is)} ", f" {about.be} "), (f"{start} ", " ")):
            if first.text.startswith(opening):
                text = capital(about.name) + verb + first.text.removeprefix(opening)
                plan.lines[0] = Draft(first.rank, text, first.key)
                break


def _chunks(items: Sequence[ItemT], size: int) -> list[list[ItemT]]:
    return [list(items[start : start + size]) for start in range(0, len(items), size)]
