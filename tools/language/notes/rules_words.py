"""Rules of words: headings, titles and lines."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rewriting import rewritten
from tools.language.notes.rulebook import Rulebook
from tools.patches import (
    EditLine,
    SetHeading,
    SetTitle,
)

BOOK = Rulebook()

_COURTESY = re.compile(
    r"(?:[\s,]*\b(?:please|pls|plz|thanks(?: a (?:lot|million|bunch|ton)| so much)?|(?<=[,.!?] )thank you(?: (?:so|very) much)?|thx|"
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


# headings


def headed(c: Context, f: Found) -> Scenes:
    """The scene whose heading is meant, or a question."""
    value = f.value("s") if f.has("s") else None
    if isinstance(value, Scenes):
        return value
    if f.word("h") == "subtitle":
        own = [s.id for s in c.scenes if s.subtitle] or [s.id for s in c.scenes if s.layout == "title"]
        if len(own) == 1:
            return Scenes((own[0],))
    focus = next(iter(c.focus), "")
    if focus:
        return Scenes((focus,))
    named = [n for n, scene in enumerate(c.scenes, 1) if scene.layout != "end_card"]
    return Scenes(problem="Of which scene do you mean the heading?", options=tuple(f"Scene {n}" for n in named[:4]))


_OF = "( ( in/of/on/for/from/at )+ s=@scene )?"


@BOOK.rule(
    f"""
    ( change/set/make/rename/replace/put/rewrite/use/update/call ) h=heading/subtitle ( {_OF} ) {TO} t=...
        ;
    ( change/set/make/rename/replace/put ) s=@scene h=heading/subtitle {TO} t=... ;
    h=heading/subtitle ( {_OF} ) {READS} t=... ;
    s=@scene h=heading/subtitle {READS} t=... ;
    h=heading/subtitle ( {_OF} ) : t=... ;
    s=@scene ,? ( new/another )? h=heading/subtitle : t=... ;
    ( put/add/write/show/use/give/set/have/want ) t=@quote ( as/in/for/on )+ h=heading/subtitle ( {_OF} ) ;
    ( give/add ) s=@scene h=heading/subtitle ( :/of/with/that/saying/say/read/call/title )* t=... ;
    ( add/put/write ) h=heading/subtitle ( ( to/in/on/for/of )+ s=@scene )? ( :/that/which/with/of )* (
        say/read/call/title ) ( : )? t=... ;
    ( add/put/write ) h=heading/subtitle t=@quote ( ( to/in/on/for/of )+ s=@scene )? ;
    ( add/put/write ) h=heading/subtitle ( to/in/on/for/of )+ s=@scene : t=... ;
    ( title/head/call/rename/name ) s=@scene ( to/as )? t=... ;
    ( put/write/show/add ) t=@quote ( on/in )+ s=@scene ;
    s=@scene ( should/must )? be ( call/title/titled/headed/headlined/named ) t=... ;
    make h=heading/subtitle ( {_OF} ) ( say/read/: )? t=@quote ;
    ( change/set/make/put/rename ) h=heading/subtitle ( {_OF} ) t=@quote ;
    for h=heading/subtitle ( {_OF} )? ( use/write/put/take ) t=... ;
    ( have/let ) h=heading ( ( in/of/on/for/from/at )+ s=@scene )? ( say/read ) t=... ;
    want h=heading ( ( in/of/on/for/from/at )+ s=@scene )? ( to )? ( say/read/be )+ t=... ;
    ( in/on ) s=@scene ( change/set ) h=heading ( to )? t=... ;
    h=heading/subtitle ( in/of/on/for/from/at )* s=@scene ( to/:/as ) t=... ;
    s=@scene h=heading/subtitle ( to/: ) t=... ;
    h=heading/subtitle ( in/of/on/for/from/at )* s=@scene t=@quote ;
    s=@scene h=heading/subtitle t=@quote ;
    h=heading ( {_OF} ) t=@quote ;
    ( in/on/at )? s=@scene ,? ( put/add/write/show/use/set/have/want ) t=@quote ( as/in/for/on )+ h=heading/subtitle ;
    ( put/add/write/show/use/set/have/want ) t=@quote ( as/in/for/on )+ h=heading/subtitle ( in/on/at/for/of )* s=@scene ;
    ( put/add/write/show/use/set/have/want ) t=... ( as )+ h=heading/subtitle ( {_OF} )
    """
)
def _heading(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    words = [t.norm for t in f.tokens("t")]
    if (
        not text
        or words[0] in ("@scene", "@colour")
        or (len(words) == 1 and words[0] in ("bigger", "smaller", "shorter", "longer"))
    ):
        return None
    if words[0] in ("something", "another") or (
        len(words) < 3 and {"bigger", "smaller", "shorter", "longer", "abit", "typeface", "top", "bottom"} & set(words)
    ):
        return None
    scenes = headed(c, f)
    if scenes.problem:
        return ask(
            scenes.problem, *(f'Change the heading of scene {o.split()[-1]} to "{text}"' for o in scenes.options)
        )
    key = f.word("h") or "heading"
    patches = [
        SetHeading(scene=id_, heading=text[:300]) if key == "heading" else SetHeading(scene=id_, subtitle=text[:300])
        for id_ in scenes.ids
    ]
    return do(*patches, focus=scenes.ids)


@BOOK.rule(f"""
    s=@scene h=heading/subtitle t=... ;
    h=heading/subtitle s=@scene t=...
    """)
def _bare_heading(c: Context, f: Found) -> Reading | None:
    """`scene 4 headline Ordering is easy`: without a verb only what begins like a heading is one."""
    text, scenes = raw(c, f, "t"), f.value("s")
    if not text[:1].isupper() or scenes is None or len(text.split()) > 8:
        return None
    return _heading(c, f)


@BOOK.rule("""
    ( change/replace/rename/swap ) ( heading/title/subtitle ) old=@quote ( to/with/by/into/for )+ new=@quote
    """)
def _named_heading(c: Context, f: Found) -> Reading | None:
    old, new = raw(c, f, "old"), raw(c, f, "new")
    ids = [scene.id for scene in c.scenes if scene.heading.lower().strip(" .!?") == old.lower().strip(" .!?")]
    if len(ids) == 1:
        return do(SetHeading(scene=ids[0], heading=new[:300]), focus=ids)
    return ask(f'No scene has the heading "{old[:60]}"; of which scene do you mean it?') if not ids else None


@BOOK.rule(f"""
    ( remove/no/clear/empty/lose/drop | dont show | dont want ) h=heading/subtitle ( {_OF} ) ;
    ( remove/no ) s=@scene h=heading/subtitle ;
    ( no/remove ) h=heading/subtitle ( in/on )+ ( all )+ scene ;
    s=@scene ( needs/need/have | should have ) ( no ) h=heading/subtitle
    """)
def _no_heading(c: Context, f: Found) -> Reading | None:
    scenes = headed(c, f)
    if scenes.problem:
        return ask(scenes.problem, *(f"Remove the heading of scene {o.split()[-1]}" for o in scenes.options))
    if f.word("h") == "subtitle":
        return do(*(SetHeading(scene=id_, subtitle="") for id_ in scenes.ids), focus=scenes.ids)
    return do(*(SetHeading(scene=id_, heading="") for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule(f"""
    ( change/rewrite/replace/update/hate/fix/add/set ) h=heading/subtitle ( {_OF} ) ;
    ( another/better/new/shorter/catchier/punchier ) h=heading/subtitle ( {_OF} ) ;
    ( use/want/need/give/add ) ( another/better/new/shorter/catchier )? h=heading/subtitle ( {_OF} ) ;
    ( change/rewrite/replace/hate ) s=@scene h=heading/subtitle ;
    s=@scene needs ( another/better/new )? h=heading/subtitle ;
    MAKE h=heading ( {_OF} ) ( better/shorter/catchier/nicer/longer ) ;
    h=heading ( {_OF} ) ( is ) ( too )? ( shorter/longer/long/boring/bad/wrong/dull/short )
    """)
def _which_heading(c: Context, f: Found) -> Reading | None:
    scenes = headed(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    return ask(f"What should the {f.word('h') or 'heading'} of scene {c.number(scenes.ids[0])} say?")


@BOOK.rule(f"""
    ( change/set/make/rename/replace/put ) title ( of )? ( in/on )? ( m=video )? ( {_OF} ) {TO} t=... ;
    title ( of )? m=video? ( {_OF} ) {READS} t=... ;
    title ( of m=video )? : t=... ;
    ( use/put/want/have ) t=@quote as title ( of m=video )? ;
    title of s=@scene ( {READS} | to ) t=... ;
    s=@scene title ( {READS} | : ) t=... ;
    make title t=@quote ;
    title t=@quote ;
    ( change/set/rename ) m=video title {TO} t=... ;
    give ( it | video ) title t=... ;
    m=video title ( should be )? t=@quote
    """)
def _title(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    first = f.tokens("t")[0].norm
    if not text or first in ("@scene", "bigger", "smaller", "@colour", "shorter", "longer"):
        return None
    if f.has("m"):
        return do(SetTitle(title=text[:300]))
    scene = f.value("s") if f.has("s") else None
    if isinstance(scene, Scenes) and scene.problem:
        return ask(scene.problem)
    card = next((one for one in c.scenes if one.layout == "title"), None)
    if isinstance(scene, Scenes):
        return do(*(SetHeading(scene=id_, heading=text[:300]) for id_ in scene.ids), focus=scene.ids)
    return (
        do(SetHeading(scene=card.id, heading=text[:300]), focus=(card.id,)) if card else do(SetTitle(title=text[:300]))
    )


@BOOK.rule("""
    ( rename/call/name ) ( it/video/project/this )+ ( to/: )? t=... ;
    name of video : t=... ;
    video ( should/must ) be ( call ) t=... ;
    ( rename/change ) name of video to t=... ;
    video is call t=...
    """)
def _rename(c: Context, f: Found) -> Reading | None:
    return do(SetTitle(title=raw(c, f, "t")[:300])) if raw(c, f, "t") else None


@BOOK.rule("""
    ( change/rename ) ( title | video | name of video ) ;
    ( another/better/new ) title ;
    ( hate ) title ;
    want/need another title
    """)
def _which_title(c: Context, f: Found) -> Reading | None:
    return ask("What should the title say?")


# lines


@BOOK.rule(f"""
    ( change/replace/rewrite/set/swap/make/edit/turn ) l=@line {TO} t=... ;
    ( in/on/for/at )? l=@line {READS} t=... ;
    l=@line : t=... ;
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
    make it {_MANNER} l=@line
    """
)
def _rewrite(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    words = [t.norm for t in f.tokens()]
    if lines.problem:
        return ask(lines.problem, *lines.options)
    if "is" in words or "sound" in words or "feel" in words or "too" in words:
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
