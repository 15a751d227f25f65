"""Rules of lines: other words for them, said in another manner; and how the words of a note are taken as they stand."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Lines, Reading, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rewriting import rewritten
from tools.language.notes.rulebook import Rulebook
from tools.patches import (
    EditLine,
)

BOOK = Rulebook()

_COURTESY = re.compile(
    r"(?:[\s,]*\b(?:please|pls|plz|thanks(?: a (?:lot|million|bunch|ton)| so much)?|"
    r"(?<=[,.!?] )thank you(?: (?:so|very) much)?|thx|"
    r"cheers|lol|haha|instead|would you|could you|can you|will you|if (?:you can|possible|you don't mind)|ok|okay|"
    r"and (?:we're|we are|i'm|that's) (?:done|good|it|all|happy))\b[\s.!?]*)+$|[\s,]+$",
    re.IGNORECASE,
)
_NAMING = frozenset(
    "the a an line sentence words text following this these : that also new extra another one more short say".split()
)
"""Words that only say that a quote comes."""
TO = "( to/into/as/with/: | to say | to read | to : | so it say | so it read )+"
READS = "( ( should/must/needs/could/has/shall to? | to )? ( read/say/be/show/call/title ) ( :/that )? )"


def raw(c: Context, f: Found, group: str) -> str:
    """The words of a group as the client wrote them; a quote alone without its marks."""
    tokens = f.tokens(group)
    if not tokens:
        return ""
    if len(tokens) == 1 and tokens[0].norm == "@quote":
        return str(tokens[0].value)
    quotes = [token for token in tokens if token.norm == "@quote"]
    if len(quotes) == 1 and all(token.norm in _NAMING for token in tokens if token.norm != "@quote"):
        return str(quotes[0].value)
    everything = f.tokens(0)
    first = everything.index(tokens[0])
    before = [token.norm for token in everything[:first]]
    if quotes and ":" not in (*before, tokens[0].norm) and c.text[quotes[0].start] in "\"'`«":
        return ""  # a quote amid other words is not all that is to be said
    start = everything[first - 1].end if first else tokens[0].start
    if not first and start and c.text[start - 1] in "€$£":
        start -= 1
    if before[-2:-1] in ([":"], ["to"]) and c.text[everything[first - 1].start].isupper():
        start = everything[first - 1].start  # `-> Say hello`: the text itself begins with a verb
    end = c.end if tokens[-1] is everything[-1] else tokens[-1].end
    text = c.text[start : max(end, tokens[-1].end)].strip(" :,\n")
    quoted = re.fullmatch(r"[\"'`«](.+?)[\"'`»]\W*", text)
    text = quoted[1] if quoted and '"' not in quoted[1] else _COURTESY.sub("", text) or text
    return text.strip().rstrip(",;:")


def verbatim(f: Found, group: str) -> bool:
    """Whether the words of a group stand in quotes or after a colon."""
    return any(t.norm in ("@quote", ":") for t in f.tokens(group)) or any(t.norm == ":" for t in f.tokens(0))


# lines


@BOOK.rule(f"""
    ( change/replace/rewrite/set/swap/make/edit/turn ) l=@line {TO} t=... ;
    ( in/on/for/at )? l=@line {READS} t=... ;
    l=@line : t=... ;
    l=@line ( should/must/can/could )? go : t=... ;
    ( swap/replace/change/exchange ) l=@line ( for/with/by )+ : t=... ;
    l=@line to : t=... ;
    ( make/have/let ) ( her/him/she/he/avatar ) say t=@quote ( instead of/in/for )+ l=@line ;
    ( in/for ) l=@line say t=... ;
    say t=@quote instead of l=@line ;
    instead of l=@line say t=... ;
    ( replace/swap ) l=@line t=@quote ;
    ( make/let/have ) l=@line ( say/read/: ) t=... ;
    ( make/have/turn ) l=@line t=@quote ;
    ( for/in/at/on ) l=@line ,? ( use/put/say/take/write/have/want ) t=@quote ;
    l=@line ( should/must/has/needs )? ( to )? ( go/be/is )? ( instead )? :? t=@quote ;
    ( use/put/say ) t=@quote ( for/as/in | instead of )+ l=@line
    """)
def _edit(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    text = raw(c, f, "t")
    words = {t.norm for t in f.tokens("t")}
    if not text or (
        len(words) < 4
        and words
        & {
            "shorter",
            "friendlier",
            "longer",
            "calmer",
            "formal",
            "casual",
            "simpler",
            "better",
            "something",
            "another",
            "friendly",
            "quieter",
            "slower",
        }
    ):
        return None
    if lines.problem:
        return ask(lines.problem, *lines.options)
    if len(lines.ids) > 1:
        number = next((n for n, s in enumerate(c.scenes, 1) if any(line.id == lines.ids[0] for line in s.lines)), 1)
        return (
            ask(
                "Several lines are said there; which one should become that?",
                *(f'Change {c.spoken_of_line(i)} to "{text}"' for i in lines.ids[:4]),
            )
            if number
            else None
        )
    return do(EditLine(line=lines.ids[0], text=text[:2000]))


_MANNERS: dict[str, str] = {
    **dict.fromkeys(
        "shorter short shorten simpler simple crisper concise brief trim simplify tighter less".split(), "shorter"
    ),
    **dict.fromkeys(
        "friendlier friendly warmer casual informal conversational relaxed natural "
        "human nicer personal chatty warm".split(),
        "friendlier",
    ),
    **dict.fromkeys("formal professional serious polite official businesslike formally politer".split(), "formal"),
    **dict.fromkeys("calmer calm softer gentler less-excited quieter sober slower".split(), "calmer"),
    **dict.fromkeys("longer lengthen expand detailed".split(), "longer"),
}
_MANNER = "m=( " + "/".join(_MANNERS) + " )"


@BOOK.rule(
    f"""
    ( make/rewrite/change/want/turn/keep/have )? l=@line ( BE )? (
        to/deg=abit/much/more/even/sound/so/it/is/in/way )* {_MANNER} ( abit/much/tone/way )* ;
    ( shorten/lengthen/trim ) l=@line ( abit/much )? ;
    ( rewrite/make/say ) l=@line ( more/in/less )* {_MANNER} ( tone/way/words/style/manner )* ;
    l=@line ( is/sound/feel ) ( too/abit/much/very/way/so )* (
        longer/long/wordy/complicated/formal/stiff/casual/friendly/short/pushy/loud/excited/aggressive/salesy/lengthy
        ) ;
    say l=@line ( more )? {_MANNER} ( abit/much )* ;
    ( {_MANNER} ) l=@line ;
    use {_MANNER} words in l=@line ;
    make it {_MANNER} l=@line ;
    l=@line ( abit/much/more/even )* {_MANNER} ( abit/much )*
    """
)
def _rewrite(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    words = [t.norm for t in f.tokens()]
    if lines.problem:
        return ask(lines.problem, *lines.options)
    told = words[0] in ("make", "rewrite", "change", "want", "turn", "say", "use") and "too" not in words
    if not told and {"is", "sound", "feel", "too"} & set(words):
        turned = {
            "longer": "shorter",
            "long": "shorter",
            "wordy": "shorter",
            "lengthy": "shorter",
            "complicated": "shorter",
            "formal": "friendlier",
            "stiff": "friendlier",
            "casual": "formal",
            "friendly": "formal",
            "short": "longer",
            "pushy": "calmer",
            "loud": "calmer",
            "excited": "calmer",
            "aggressive": "calmer",
            "salesy": "calmer",
        }
        manner = next((turned[w] for w in words if w in turned), "") if "too" in words or words[-1] in turned else ""
        manner = manner or _MANNERS.get(f.word("m"), "") if f.match.groupdict().get("m") else manner
    else:
        manner = _MANNERS.get(f.word("m") if f.match.groupdict().get("m") else "", "")
        manner = manner or ("shorter" if "shorten" in words or "trim" in words else "longer")
        if "less" in words and manner == "formal":
            manner = "friendlier"
    if not manner:
        return None
    made = [(id_, rewritten(c.line_text(id_), manner)) for id_ in lines.ids]
    good = [EditLine(line=id_, text=text) for id_, text in made if text]
    if not good:
        place = c.spoken_of_line(lines.ids[0]) if len(lines.ids) == 1 else "those lines"
        said = {
            "shorter": "shorter",
            "longer": "longer",
            "friendlier": "friendlier",
            "formal": "more formal",
            "calmer": "calmer",
        }[manner]
        return ask(
            f"I can not honestly make {place} {said} by rule; what should {'it' if len(lines.ids) == 1 else 'they'} "
            "say instead?"
        )
    return do(*good)


@BOOK.rule("""
    ( change/rewrite/replace/edit/fix/improve/hate ) l=@line ;
    l=@line ( is/sound/feel ) ( deg=abit/much/very/so/quite/too )? (
        wrong/bad/awful/boring/ugly/off/dull/weird/strange/clumsy/unclear ) ;
    ( another/better/new ) ( words/line ) for l=@line ;
    ( make ) l=@line ( sound )? ( better/nicer/funnier/catchier/punchier | more exciting ) ;
    i? hate l=@line
    """)
def _which_words(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    if lines.problem:
        return ask(lines.problem, *lines.options)
    if len(lines.ids) != 1:
        return ask(
            "Which of those lines should change?", *(f"Make {c.spoken_of_line(i)} shorter" for i in lines.ids[:3])
        )
    place = c.spoken_of_line(lines.ids[0])
    return ask(f"What should {place} say instead?", f"Make {place} shorter", f"Make {place} friendlier")
