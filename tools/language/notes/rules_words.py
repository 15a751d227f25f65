"""Rules of words: what is said and shown, the end card, the name strap, how words are pronounced, new lines and scenes."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.references import line_saying
from tools.language.notes.rewriting import rewritten
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_scenes import fresh_id
from tools.patches import (
    AddLine,
    DeleteLine,
    EditLine,
    InsertScene,
    Patch,
    ReplaceWords,
    SetEndCard,
    SetHeading,
    SetPresenter,
    SetPronunciation,
    SetTitle,
)
from tools.script import Line
from tools.storyboard import Scene

BOOK = Rulebook()
_COURTESY = re.compile(r"(?:[\s,]*\b(?:please|pls|thanks|thank you|thx|instead|would you|ok)\b[\s.!?]*)+$|[\s,]+$", re.IGNORECASE)
_TO = "( to/into/as/with/: | to say | to read | to : | so it say | so it read )+"
_READS = "( ( should/must/needs/could/has/shall to? | to )? ( read/say/be/show/call/title ) ( :/that )? )"


def raw(c: Context, f: Found, group: str) -> str:
    """The words of a group as the client wrote them; a quote alone without its marks."""
    tokens = f.tokens(group)
    if not tokens:
        return ""
    if len(tokens) == 1 and tokens[0].norm == "@quote":
        return str(tokens[0].value)
    everything = f.tokens(0)
    first = everything.index(tokens[0])
    start = everything[first - 1].end if first else tokens[0].start
    end = c.end if tokens[-1] is everything[-1] else tokens[-1].end
    text = c.text[start : max(end, tokens[-1].end)].strip(" :,\n")
    quoted = re.fullmatch(r"[\"'`«](.+?)[\"'`»]\W*", text)
    text = quoted[1] if quoted and '"' not in quoted[1] else _COURTESY.sub("", text)
    return text.strip().rstrip(",;:")


def _verbatim(f: Found, group: str) -> bool:
    return any(t.norm in ("@quote", ":") for t in f.tokens(group)) or any(t.norm == ":" for t in f.tokens(0))


# headings


def _headed(c: Context, f: Found) -> Scenes:
    value = f.value("s") if f.has("s") else None
    if isinstance(value, Scenes):
        return value
    focus = next(iter(c.focus), "")
    if focus:
        return Scenes((focus,))
    named = [n for n, scene in enumerate(c.scenes, 1) if scene.layout != "end_card"]
    return Scenes(problem="Of which scene do you mean the heading?", options=tuple(f"Scene {n}" for n in named[:4]))


_OF = "( ( in/of/on/for/from/at )+ s=@scene )?"


@BOOK.rule(
    f"( change/set/make/rename/replace/put/rewrite/use/update/call ) h=heading/subtitle ( {_OF} ) {_TO} t=...", f"( change/set/make/rename/replace/put ) s=@scene h=heading/subtitle {_TO} t=...", f"h=heading/subtitle ( {_OF} ) {_READS} t=...", f"s=@scene h=heading/subtitle {_READS} t=...", f"h=heading/subtitle ( {_OF} ) : t=...", "s=@scene h=heading/subtitle : t=...",
    f"( put/add/write/show/use/give/set/have/want ) t=@quote ( as/in/for/on )+ h=heading/subtitle ( {_OF} )", f"( give/add ) s=@scene h=heading/subtitle ( :/of/with/that/saying/say/read/call/title )* t=...", f"( add/put/write ) h=heading/subtitle ( ( to/in/on/for/of )+ s=@scene )? ( :/that/which/with/of )* ( say/read/call/title ) ( : )? t=...", f"( add/put/write ) h=heading/subtitle t=@quote ( ( to/in/on/for/of )+ s=@scene )?",
    f"( add/put/write ) h=heading/subtitle ( to/in/on/for/of )+ s=@scene : t=...", "( title/head/call/rename/name ) s=@scene ( to/as )? t=...", "( put/write/show/add ) t=@quote ( on/in )+ s=@scene", "s=@scene ( should/must )? be ( call/title/headed ) t=...", f"make h=heading/subtitle ( {_OF} ) ( say/read/: )? t=@quote", f"( change/set/make/put/rename ) h=heading/subtitle ( {_OF} ) t=@quote",
    f"for h=heading/subtitle ( {_OF} )? ( use/write/put/take ) t=...", "( have/let ) h=heading ( ( in/of/on/for/from/at )+ s=@scene )? ( say/read ) t=...", "want h=heading ( ( in/of/on/for/from/at )+ s=@scene )? ( to )? ( say/read/be )+ t=...", "( in/on ) s=@scene ( change/set ) h=heading ( to )? t=...",
)
def heading(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    words = [t.norm for t in f.tokens("t")]
    if not text or words[0] in ("@scene", "@colour") or (len(words) == 1 and words[0] in ("bigger", "smaller", "shorter", "longer")):
        return None
    if words[0] in ("something", "another") or (len(words) < 3 and {"bigger", "smaller", "shorter", "longer", "abit", "typeface", "top", "bottom"} & set(words)):
        return None
    scenes = _headed(c, f)
    if scenes.problem:
        return ask(scenes.problem, *(f'Change the heading of scene {o.split()[-1]} to "{text}"' for o in scenes.options))
    key = f.word("h") or "heading"
    patches = [SetHeading(scene=id_, heading=text[:300]) if key == "heading" else SetHeading(scene=id_, subtitle=text[:300]) for id_ in scenes.ids]
    return do(*patches, focus=scenes.ids)


@BOOK.rule(f"( remove/no/clear/empty/lose/drop | dont show | dont want ) h=heading/subtitle ( {_OF} )", "( remove/no ) s=@scene h=heading/subtitle", "( no/remove ) h=heading/subtitle ( in/on )+ ( all )+ scene", "s=@scene ( needs/need/have | should have ) ( no ) h=heading/subtitle")
def no_heading(c: Context, f: Found) -> Reading | None:
    scenes = _headed(c, f)
    if scenes.problem:
        return ask(scenes.problem, *(f"Remove the heading of scene {o.split()[-1]}" for o in scenes.options))
    if f.word("h") == "subtitle":
        return do(*(SetHeading(scene=id_, subtitle="") for id_ in scenes.ids), focus=scenes.ids)
    return do(*(SetHeading(scene=id_, heading="") for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule(f"( change/rewrite/replace/update/hate/fix/add/set ) h=heading/subtitle ( {_OF} )", f"( another/better/new/shorter/catchier/punchier ) h=heading/subtitle ( {_OF} )", f"( use/want/need/give/add ) ( another/better/new/shorter/catchier )? h=heading/subtitle ( {_OF} )", f"( change/rewrite/replace/hate ) s=@scene h=heading/subtitle", f"s=@scene needs ( another/better/new )? h=heading/subtitle", f"MAKE h=heading ( {_OF} ) ( better/shorter/catchier/nicer/longer )", f"h=heading ( {_OF} ) ( is ) ( too )? ( shorter/longer/long/boring/bad/wrong/dull/short )")
def which_heading(c: Context, f: Found) -> Reading | None:
    scenes = _headed(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    return ask(f"What should the {f.word('h') or 'heading'} of scene {c.number(scenes.ids[0])} say?")


@BOOK.rule(f"( change/set/make/rename/replace/put ) title ( of )? ( in/on )? ( m=video )? ( {_OF} ) {_TO} t=...", f"title ( of )? m=video? ( {_OF} ) {_READS} t=...", f"title ( of m=video )? : t=...", f"( use/put/want/have ) t=@quote as title ( of m=video )?", f"title of s=@scene ( {_READS} | to ) t=...", f"make title t=@quote", "title t=@quote", f"( change/set/rename ) m=video title {_TO} t=...", "give ( it | video ) title t=...",
           "m=video title ( should be )? t=@quote")  # fmt: skip
def title(c: Context, f: Found) -> Reading | None:
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
    return do(SetHeading(scene=card.id, heading=text[:300]), focus=(card.id,)) if card else do(SetTitle(title=text[:300]))


@BOOK.rule("( rename/call/name ) ( it/video/project/this )+ ( to/: )? t=...", "name of video : t=...", "video ( should/must ) be ( call ) t=...", "( rename/change ) name of video to t=...", "video is call t=...")
def rename(c: Context, f: Found) -> Reading | None:
    return do(SetTitle(title=raw(c, f, "t")[:300])) if raw(c, f, "t") else None


@BOOK.rule("( change/rename ) ( title | video | name of video )", "( another/better/new ) title", "( hate ) title", "want/need another title")
def which_title(c: Context, f: Found) -> Reading | None:
    return ask("What should the title say?")


# lines


@BOOK.rule(f"( change/replace/rewrite/set/swap/make/edit/turn ) l=@line {_TO} t=...", f"( in/on/for/at )? l=@line {_READS} t=...", "l=@line : t=...", "( make/have/let ) ( her/him/she/he/avatar ) say t=@quote ( instead of/in/for )+ l=@line", "( in/for ) l=@line say t=...", "say t=@quote instead of l=@line", "instead of l=@line say t=...", "( replace/swap ) l=@line t=@quote", "( make/let/have ) l=@line ( say/read/: ) t=...", "( use/put/say ) t=@quote ( for/as/in | instead of )+ l=@line")
def edit(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    text = raw(c, f, "t")
    words = {t.norm for t in f.tokens("t")}
    if not text or (len(words) < 4 and words & {"shorter", "friendlier", "longer", "calmer", "formal", "casual", "simpler", "better", "something", "another", "friendly", "quieter", "slower"}):
        return None
    if lines.problem:
        return ask(lines.problem, *lines.options)
    if len(lines.ids) > 1:
        number = next((n for n, s in enumerate(c.scenes, 1) if any(line.id == lines.ids[0] for line in s.lines)), 1)
        return ask(f"Several lines are said there; which one should become that?", *(f'Change {c.spoken_of_line(i)} to "{text}"' for i in lines.ids[:4])) if number else None
    return do(EditLine(line=lines.ids[0], text=text[:2000]))


_MANNERS: dict[str, str] = {
    **dict.fromkeys("shorter short shorten simpler simple crisper concise brief trim simplify tighter less".split(), "shorter"),
    **dict.fromkeys("friendlier friendly warmer casual informal conversational relaxed natural human nicer personal chatty warm".split(), "friendlier"),
    **dict.fromkeys("formal professional serious polite official businesslike formally politer".split(), "formal"),
    **dict.fromkeys("calmer calm softer gentler less-excited quieter sober slower".split(), "calmer"),
    **dict.fromkeys("longer lengthen expand detailed".split(), "longer"),
}
_MANNER = "m=( " + "/".join(_MANNERS) + " )"


@BOOK.rule(
    f"( make/rewrite/change/want/turn/keep/have )? l=@line ( BE )? ( to/deg=abit/much/more/even/sound/so/it/is/in/way )* {_MANNER} ( abit/much/tone/way )*", f"( shorten/lengthen/trim ) l=@line ( abit/much )?", f"( rewrite/make/say ) l=@line ( more/in/less )* {_MANNER} ( tone/way/words/style/manner )*", f"l=@line ( is/sound/feel ) ( too/abit/much/very/way/so )* ( longer/long/wordy/complicated/formal/stiff/casual/friendly/short/pushy/loud/excited/aggressive/salesy/lengthy )",
    f"say l=@line ( more )? {_MANNER} ( abit/much )*", f"( {_MANNER} ) l=@line", f"use {_MANNER} words in l=@line", f"make it {_MANNER} l=@line",
)
def rewrite(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    words = [t.norm for t in f.tokens()]
    if lines.problem:
        return ask(lines.problem, *lines.options)
    if "is" in words or "sound" in words or "feel" in words or "too" in words:
        turned = {"longer": "shorter", "long": "shorter", "wordy": "shorter", "lengthy": "shorter", "complicated": "shorter", "formal": "friendlier", "stiff": "friendlier", "casual": "formal",
                  "friendly": "formal", "short": "longer", "pushy": "calmer", "loud": "calmer", "excited": "calmer", "aggressive": "calmer", "salesy": "calmer"}  # fmt: skip
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
        said = {"shorter": "shorter", "longer": "longer", "friendlier": "friendlier", "formal": "more formal", "calmer": "calmer"}[manner]
        return ask(f"I can not honestly make {place} {said} by rule; what should {'it' if len(lines.ids) == 1 else 'they'} say instead?")
    return do(*good)


@BOOK.rule("( change/rewrite/replace/edit/fix/improve/hate ) l=@line", "l=@line ( is/sound/feel ) ( deg=abit/much/very/so/quite/too )? ( wrong/bad/awful/boring/ugly/off/dull/weird/strange/clumsy/unclear )", "( another/better/new ) ( words/line ) for l=@line", "( make ) l=@line ( sound )? ( better/nicer/funnier/catchier/punchier | more exciting )", "i? hate l=@line")
def which_words(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    if lines.problem:
        return ask(lines.problem, *lines.options)
    if len(lines.ids) != 1:
        return ask("Which of those lines should change?", *(f"Make {c.spoken_of_line(i)} shorter" for i in lines.ids[:3]))
    place = c.spoken_of_line(lines.ids[0])
    return ask(f"What should {place} say instead?", f"Make {place} shorter", f"Make {place} friendlier")


# words


def _holders(c: Context, old: str) -> list[str]:
    board = c.board
    texts = [line.text for s in c.scenes for line in s.lines] + [t for s in c.scenes for t in (s.heading, s.subtitle)]
    texts += [board.title, board.end_card.call_to_action, board.end_card.address, board.end_card.headline] if board else []
    return [t for t in texts if re.search(rf"(?<!\w){re.escape(old)}(?!\w)", t, re.IGNORECASE)]


def _replace(c: Context, old: str, new: str, scene: str = "") -> Reading | None:
    old, new = old.strip(" .,"), new.strip(" ,")
    if not old:
        return None
    found = _holders(c, old)
    if not found:
        lines = line_saying(c, old)
        if lines.ids and len(old.split()) > 3:
            return do(EditLine(line=lines.ids[0], text=new))
        return ask(f'"{old[:60]}" is not said or shown anywhere; which words do you mean?')
    match = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", found[0], re.IGNORECASE)
    exact = match.group() if match else old
    held = exact if all(re.search(rf"(?<!\w){re.escape(exact)}(?!\w)", t) for t in found) else old
    return do(ReplaceWords(old=held[:300], new=new[:300], scene=scene), focus=(scene,) if scene else ())


_WORD = "( words/name/brand/term )?"


@BOOK.rule(
    f"( replace/swap/change/substitute/correct ) {_WORD} old=... ( with/by/to/into/for )+ {_WORD} new=... ( ( in/on/at/for )+ s=@scene | all | in all @scene )?", f"( use/say/write/put/have/make/want ) {_WORD} new=... ( instead of | rather than | in place of | and not | not ) {_WORD} old=... ( ( in/on/at )+ s=@scene | all )?", f"instead of {_WORD} old=... ,? ( use/say/write/put ) {_WORD} new=...", f"old=@quote should ( be/read )+ new=@quote ( ( in/on/at )+ s=@scene )?",
    f"( her/him/she/he/it/we )? should? say new=... instead of old=...", "dont ( say/write/use | call it ) ( words )? old=... ( ,/but/and/say/use/write )+ ( say/use/write/rather )? new=@quote", "( fix ) typo ( : )? ( old=. ) ( should be/to ) ( new=. )", f"( make ) ( her/him/she/he/avatar ) say new=... instead of old=...", "( change ) ( name ) ( of )? ( company/product/brand )? from old=... to new=...", "change from old=... to new=...",
    "call it new=... ,? ( instead of | not | and not | rather than ) old=...", "( its/is ) new=@quote ,? not old=@quote", "not old=@quote but new=@quote", "( in/on/at/for ) s=@scene ( say/use/write/put ) {_WORD} new=... instead of {_WORD} old=...".replace("{_WORD}", _WORD), "( in/on/at/for ) s=@scene ,? ( replace/swap/change ) {_WORD} old=... ( with/by/to/for )+ {_WORD} new=...".replace("{_WORD}", _WORD), "( we )? ( say/use/call it/prefer ) new=( .? . ) ,? ( and )? not old=( .? . )",
)
def replace_words(c: Context, f: Found) -> Reading | None:
    for group in ("old", "new"):
        norms = [t.norm for t in f.tokens(group)]
        if not norms or norms[0] in ("@line", "@scene", "@colour", "@dur", "@res", "@url_", "music", "voice", "avatar", "background", "hardcut", "dissolve") or set(norms) & {"@line", "music", "voice", "avatar", "logo", "background", "captions", "typeface", "transition", "heading", "title", "cta", "endcard", "address"}:
            return None
    old, new = raw(c, f, "old"), raw(c, f, "new")
    if {t.norm for t in f.tokens("old")} & {"name", "role", "job", "strap", "her", "his", "link", "@url"} and not _verbatim(f, "old"):
        return None
    if f.tokens()[0].norm in ("change", "use", "make", "have", "put", "want") and not _verbatim(f, "old") and not _holders(c, re.sub(r"^(?:the )?(?:words?|name|phrase|term)\s+", "", old, flags=re.IGNORECASE)):
        return None
    if any(t.norm in ("vertical", "square", "landscape") for t in f.tokens()) and not _verbatim(f, "old"):
        return None
    scenes = f.value("s") if f.has("s") else None
    if isinstance(scenes, Scenes) and scenes.problem:
        return ask(scenes.problem)
    old = re.sub(r"^(?:the )?(?:words?|name|phrase|term)\s+", "", old, flags=re.IGNORECASE).strip("\"'")
    new = re.sub(r"^(?:the )?(?:words?|name|phrase|term)\s+", "", new, flags=re.IGNORECASE).strip("\"'")
    if not new or len(old.split()) > 25:
        return None
    where = scenes.ids[0] if isinstance(scenes, Scenes) and not scenes.every and len(scenes.ids) == 1 else ""
    return _replace(c, old, new, where)


@BOOK.rule("( dont/never ) ( say/use/mention/write ) ( words )? old=( .? .? .? . ) ( in s=@scene | anymore/anywhere/ever )*", "( remove/cut/lose/drop ) words old=... ( ( in/from )+ s=@scene )?", "( she/he ) ( should )? dont ( say/mention ) old=( .? .? . )", "( no/remove ) ( mention/mentions ) of old=( .? .? . )", "remove old=@quote ( ( in/from )+ s=@scene )?", "dont call it old=( .? . )", "( i )? hate words old=( .? . )")
def unwanted_words(c: Context, f: Found) -> Reading | None:
    old = raw(c, f, "old")
    if any(t.norm in ("@scene", "@line", "music", "logo", "captions") for t in f.tokens("old")):
        return None
    whole = [line.id for s in c.scenes for line in s.lines if line.text.strip(" .!") == old.strip(" .!")]
    if len(whole) == 1:
        return do(DeleteLine(line=whole[0]))
    if not _holders(c, old):
        return ask(f'"{old[:60]}" is not said or shown anywhere; which words do you mean?')
    lines = [line.id for s in c.scenes for line in s.lines if re.search(rf"(?<!\w){re.escape(old)}(?!\w)", line.text, re.IGNORECASE)]
    options = [f"Delete {c.spoken_of_line(i)}" for i in lines[:3]]
    return ask(f'What should be said instead of "{old[:60]}"?', *options)


@BOOK.rule("pronounce ( w=( .? .? . ) ) ( as/like/love/: ) said=...", "( say ) w=( . .? ) like/love said=...", "w=( .? . ) ( is/gets | should be ) ( pronounce ) ( as/like/love/: )? said=...", "pronounce ( of/for ) w=( .? . ) ( is/: | should be )+ said=...", "( she/he/voice ) ( should )? ( pronounce ) w=( .? . ) ( as/like/love )? said=...", "w=( .? . ) ( sound like/love | rhymes with | is said ) said=...", "( say/pronounce ) w=@quote ( as/like/love ) said=...", "w=( . ) : said=@quote")
def pronunciation(c: Context, f: Found) -> Reading | None:
    word, said = raw(c, f, "w"), raw(c, f, "said")
    if said.lower().strip(" .") in ("wrong", "right", "correctly", "properly", "wrongly", "badly", "better", "differently", "incorrectly", "funny", "weird", "weirdly", "strange", "strangely", "oddly", "not right"):
        return which_pronunciation(c, f)
    word = re.sub(r"\s+(?:should|must|is|has to|needs to)$", "", word)
    if word.lower() in ("it", "it's", "this", "that", "she", "he"):
        return ask("Which word is pronounced like that?")
    if not word or not said or any(t.norm.startswith("@") and t.norm != "@quote" and t.norm != "@url" for t in f.tokens("w")):
        return None
    return do(SetPronunciation(word=word[:80], said=said.strip("\"'/ ")[:160]))


@BOOK.rule("pronounce ( of )? w=( .? . ) ( is )? ( correctly/right/properly/wrong/better/differently/another )*", "w=( .? . ) is pronounce ( wrong/incorrectly/badly/wrongly )+", "( she/he/voice ) ( is )? ( pronounce/mispronounces/says ) w=( .? . ) ( wrong/incorrectly/badly/wrongly/funny )+", "( mispronounces/mispronounced ) w=( .? . )", "( she/he ) mispronounces w=( .? . )", "( fix ) pronounce of w=( .? . )", "change pronounce of w=( .? . )")
def which_pronunciation(c: Context, f: Found) -> Reading | None:
    return ask(f'How should "{raw(c, f, "w")}" be pronounced, spelled as it sounds?')


# the end card and the strap


@BOOK.rule(f"( change/set/make/replace/put/use/rewrite/update ) cta ( on/of/in/at endcard/@scene/@last )* {_TO} t=...", f"cta ( on/of/in endcard/@scene )* {_READS} t=...", "cta : t=...", f"( use/put/have/want/add ) t=@quote as cta ( on endcard )?", "( add/put ) cta ( :/that/saying/say/read/of/which )* t=...", "( ask/tell ) ( people/them/viewers/everyone ) to t=... ( ( on/at )+ endcard/@last/@scene )",
           "( make/set/change ) cta t=@quote", "( end/finish/close ) ( it/video )? with cta? t=@quote", "( end/finish/close ) ( it/video )? with cta t=...", "button should? say t=...", "want cta ( to )? ( be/say/read )+ t=...", "cta t=@quote")  # fmt: skip
def call(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    return do(SetEndCard(call_to_action=text)) if text and len(text) <= 120 else _long(text)


@BOOK.rule(f"( change/set/make/replace/put/use/update ) address ( on/of/in/at endcard/@scene/@last )* {_TO} t=...", f"address ( on/of/in endcard/@scene )* {_READS} t=...", "address : t=...", "( put/add/show/use/write/have/include ) t=@url ( as address )? ( ( on/at/to/in )+ endcard/@last/@scene )?", "( put/add/show/use ) address t=@url ( ( on/at/to/in )+ endcard/@last/@scene )?", "address ( is )? t=@url", "( make ) ( it | endcard | @scene ) ( point/link/say/show )+ ( to )? t=@url",
           "( send/point/direct ) ( people/them/viewers ) to t=@url", "endcard ( should )? ( show/say/read/have/with )+ t=@url", "link to t=@url", "( update/change ) address t=@url", "website is ( now )? t=@url", "change endcard ( to )? t=@url", "replace @url with t=@url")  # fmt: skip
def address(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    return do(SetEndCard(address=text)) if text and len(text) <= 120 else _long(text)


@BOOK.rule(f"( change/set/make/replace/put/use/update ) heading ( on/of/in/at )+ endcard {_TO} t=...", f"heading ( on/of/in )+ endcard {_READS} t=...", f"( change/set/make ) endcard heading {_TO} t=...", f"endcard heading ( {_READS} | : ) t=...", "( put/use/add ) t=@quote as ( heading of endcard | endcard heading | heading on endcard )", "( change/set ) heading on endcard t=@quote")
def card_headline(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    return do(SetEndCard(headline=text)) if text and len(text) <= 120 else _long(text)


@BOOK.rule("endcard ( should/must/could )? ( say/read/show/: )+ t=...", f"( change/set/make ) endcard ( words )? ( {_TO} | say/read ) t=...", "( put/write/add/show/have ) t=@quote ( on/in/at/to )+ endcard", "( add/make/put/want/need ) endcard ( with/saying/that/which/: )* ( say/read/words )? : ? t=...", "( on/in ) endcard ( it should )? ( say/write/put/show/read )+ t=...", "( put/write/add/show ) t=... ( on )+ endcard", "( @scene/@last ) ( should/must )? say t=@quote", "at end ( say/show/write )+ t=@quote",
           "( end/finish/close ) ( it/video )? with t=@quote", "endcard : t=...", "endcard ( with )? t=@quote")  # fmt: skip
def card(c: Context, f: Found) -> Reading | None:
    tokens = f.tokens("t")
    text = raw(c, f, "t")
    value = next((v for v in f.values(0) if isinstance(v, Scenes)), None)
    if value is not None and (value.problem or getattr(c.scene(value.ids[0]), "layout", "") != "end_card"):
        return None
    if not text or tokens[0].norm in ("bigger", "smaller", "@colour", "@dur", "longer", "shorter", "logo", "address", "cta"):
        return None
    if tokens[0].norm == "@url" and len(tokens) == 1:
        return do(SetEndCard(address=text))
    urls = [t for t in tokens if t.norm == "@url"]
    if len(urls) == 1 and len(tokens) > 1 and not any(t.norm == "@quote" for t in tokens):
        before = c.text[tokens[0].start : urls[0].start].strip(" ,:;-")
        before = re.sub(r"(?:\s|^)(?:and|at|on|with)$", "", before).strip()
        if before and urls[0] is tokens[-1] and len(before) <= 120:
            return do(SetEndCard(call_to_action=before, address=str(urls[0].value)))
    if len(text) > 120:
        return _long(text)
    return do(SetEndCard(call_to_action=text))


def _long(text: str) -> Reading | None:
    return ask("The end card has room for 120 letters; what should it say in short?") if text else None


@BOOK.rule("( change/set/update/rewrite/edit ) ( cta )", "( add/want/need ) ( better/another )? cta", "( better/another ) cta", "hate cta")
def which_call(c: Context, f: Found) -> Reading | None:
    return ask("What should the call to action say?")


@BOOK.rule("( change/set/update/rewrite/edit/fix ) endcard", "( add/make/want/need ) ( another/better/new )? endcard", "( change/update/add ) words ( on/of )+ endcard", "hate endcard")
def which_card(c: Context, f: Found) -> Reading | None:
    return ask("What should the end card say?")


@BOOK.rule("( remove/no/drop/lose/clear ) p=( cta/address ) ( ( from/on/of )+ endcard )?", "( remove/no ) p=heading ( from/on/of )+ endcard")
def less_card(c: Context, f: Found) -> Reading | None:
    part = {"cta": "call_to_action", "address": "address", "heading": "headline"}[f.word("p")]
    return do(SetEndCard(**{part: ""}))


@BOOK.rule("( change/update ) address")
def which_address(c: Context, f: Found) -> Reading | None:
    return ask("Which address should the end card show?")


_AVATARS = "( avatar/her/his/him/she/he/strap )"


@BOOK.rule(
    f"( change/set/make/put ) ( strap | {_AVATARS} name | name of avatar | name on strap | name ) ( {_TO} | say/read ) t=...", f"( strap | {_AVATARS} name | name of avatar | name on strap ) ( {_READS} | is | : ) t=...", f"( call/name ) {_AVATARS} t=...", f"rename {_AVATARS} ( to/as )? t=...", "( her/his )? name is t=...", "avatar is call t=...", f"{_AVATARS} ( is | should be )+ call t=...", "( add/put/show/use ) strap ( with/for/saying/that/: )* ( name/say/read )* t=...", "( put/show/add/write ) ( name )? t=( @quote | . . ) ( on/in/as )+ strap", "( introduce ) avatar as t=...",
)
def strap(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    if not text or f.tokens("t")[0].norm in ("it", "off", "bigger"):
        return None
    name, _, role = text.partition(",")
    if role.strip() and len(name.split()) <= 4 and "@quote" not in [t.norm for t in f.tokens("t")][:1]:
        return do(SetPresenter(name=name.strip()[:120], role=role.strip()[:120]))
    return do(SetPresenter(name=text[:120]))


@BOOK.rule(f"( change/set/make/put ) ( ( her/his ) title | {_AVATARS} ( role/job/title/position ) | ( role/job/position ) ( of/on avatar/strap )? | job title ) ( {_TO} | say ) t=...", f"( {_AVATARS} ( role/job/title/position )+ | ( her/his ) title | role | job title ) ( {_READS} | is | : ) t=...", "( under ) ( her/his )? name ( put/write/show )? t=@quote", "( put/write ) t=@quote under ( her/his )? name", "( title/role/job ) on strap ( should )? ( be/say/read/: )+ t=...")
def role(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    return do(SetPresenter(role=text[:120])) if text else None


@BOOK.rule("( remove/no/lose/drop ) ( strap | avatar name | name )", "( dont show/want/use/need ) ( strap | avatar name | name )", "strap off")
def no_strap(c: Context, f: Found) -> Reading | None:
    return do(SetPresenter(name="", role=""))


@BOOK.rule("( add/change/set/show/put ) ( strap | avatar name )", "( change/set ) name of avatar", "strap")
def which_strap(c: Context, f: Found) -> Reading | None:
    return ask("What should the name strap say?")


# new lines and scenes


def _line_target(c: Context, f: Found) -> Scenes:
    value = f.value("s") if f.has("s") else None
    if isinstance(value, Scenes):
        return value
    words = {t.norm for t in f.tokens()}
    spoken = [scene.id for scene in c.scenes if scene.lines]
    if "@last" in words and spoken:
        return Scenes((spoken[-1],))
    focus = next(iter(c.focus), "")
    if focus:
        return Scenes((focus,))
    return Scenes(problem="In which scene should that be said?", options=tuple(f"Scene {c.number(i)}" for i in spoken[:4]))


@BOOK.rule(
    "( add/put/insert/append ) ( another/new/extra/one/more )* line ( ( to/in/at/on/into/for/end/of )+ s=@scene )? ( :/that/saying/which/with )* ( say/read )? :? t=...", "( add/put/insert/append ) ( another/new/extra/one/more )* line t=@quote ( ( to/in/at/on/into/for/end/of )* s=@scene )?", "( add/put/insert/append/say/include ) t=@quote ( ( to/in/at/on/into/for/end/of )* s=@scene )", "( have/let/make/get/want ) ( her/him/she/he/avatar/voice/daniel/maya ) ( to )? ( say ) ( that )? t=@quote ( ( in/at/on/end/of )* s=@scene )?",
    "( say/add/mention ) ( that )? t=( ... ) ( in/at/on/to )+ ( end of | beginning of )? s=@scene", "( in/on/at ) s=@scene ( her/him/she/he/avatar )? ( should )? ( say/add/mention ) ( that )? t=...", "s=@scene ( should/must )? ( also )? say t=@quote ( too )?", "( add/put ) line w=( after/before ) l=@line ( :/that/saying/say/read )* t=...", "( after/before ) l=@line ( add/say/put/insert )+ ( line )? ( : )? t=...", "( add/put ) t=@quote w=( after/before ) l=@line", "( add/put/say/mention ) t=@quote ( p=@last )",
    "( say/mention/add ) ( that )? t=@quote", "( she/he/avatar ) ( should/must ) ( say/mention ) ( that )? t=@quote",
)
def add_line(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    tokens = f.tokens("t")
    if not text or "instead" in {t.norm for t in f.tokens()} or tokens[0].norm in ("@scene", "@line", "about", "it", "something", "music", "captions", "logo", "instead") or any(t.norm in ("@line", "@scene") for t in tokens):
        return None
    if re.match(r"(?:about|on|regarding|where|who|for)\b", text, re.IGNORECASE) and tokens[0].norm != "@quote":
        return ask("What should the new line say?")
    line = f.value("l") if f.match.groupdict().get("l") else None
    if isinstance(line, Lines):
        if line.problem or len(line.ids) != 1:
            return ask(line.problem or "After which line?", *line.options)
        scene = next(s for s in c.scenes if any(one.id == line.ids[0] for one in s.lines))
        before = "before" in {t.norm for t in f.tokens()}
        places = [one.id for one in scene.lines]
        after = line.ids[0] if not before else (places[places.index(line.ids[0]) - 1] if places.index(line.ids[0]) else "")
        return do(AddLine(scene=scene.id, after=after, line=Line(id=_line_id(scene), text=text)), focus=(scene.id,))
    scenes = _line_target(c, f)
    if scenes.problem:
        return ask(scenes.problem, *(f'Add the line "{text}" to scene {o.split()[-1]}' for o in scenes.options))
    found = c.scene(scenes.ids[0])
    if found is None:
        return None
    first = "beginning" in {t.norm for t in f.tokens()} or "@first" in {t.norm for t in f.tokens()}
    after = found.lines[-1].id if found.lines and not first else ""
    return do(AddLine(scene=found.id, after=after, line=Line(id=_line_id(found), text=text)), focus=(found.id,))


def _line_id(scene: Scene) -> str:
    taken, number = {line.id for line in scene.lines}, len(scene.lines) + 1
    while f"{scene.id}-l{number}" in taken:
        number += 1
    return f"{scene.id}-l{number}"


_NEW = "( another/new/extra/one/more/short/quick/final/separate/small )*"
_WHERE = "( ( right/just/directly/straight/in/at/to )* ( w=( after/before/behind/between ) ( s=@scene | e=endcard ) | p=( @first | @last | in middle ) ) )?"
_ABOUT = "( ( about/on/for/explaining/showing/with/mention/describing/introducing/call/title/named/headed )+ a=( .? .? .? .? . ) )?"
_SAYING = "( where/in/which/that/she/he/avatar/it/and/with/words/line/text/should/have/her/him/there )* ( say/read/: )+ ( that/: )?"


@BOOK.rule(
    f"( add/make/put/want/need/have/do )? {_NEW} n=scene/part/page {_WHERE} {_ABOUT} ,? {_SAYING} t=...", f"( add/make/put/want/need/have/do )? {_NEW} n=scene/part/page {_ABOUT} {_WHERE} ,? {_SAYING} t=...", f"( add/make/put/want/need/have/do )? {_NEW} n=scene/part/page {_WHERE} ( with/words/line/text )* t=@quote", f"( add/put/insert ) t=@quote as {_NEW} n=scene {_WHERE}", f"{_WHERE} ( add/put/insert/want/need ) {_NEW} n=scene {_ABOUT} {_SAYING} t=...", f"( add/make/put/want/need/have ) {_NEW} n=scene {_ABOUT} {_WHERE} ,? t=@quote",
    f"( add/make/put/want/need/have/do ) {_NEW} n=scene/part/page {_WHERE} {_ABOUT}", f"( add/make/put/want/need/have/do ) {_NEW} n=scene/part/page {_ABOUT} {_WHERE}", f"{_NEW} n=scene {_WHERE} {_ABOUT}", f"( want/need ) {_NEW} n=scene", f"( add/mention/say/include/put/want )+ ( something/abit/more/also/words/line/sentence/details )+ ( about/on )+ a=...",
    f"( talk/mention/explain ) ( more )? ( about )? a=( .? .? .? . ) too?", "( add/include/put/insert ) ( another/new/extra/more )* line ( ( to/in/at/on/into/for )+ s=@scene )?", "there is ( something )? missing", "( mention/include | bring up ) a=...",
)
def insert(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    groups = f.match.groupdict()
    if not groups.get("n") and not words & {"something", "abit", "mention", "line", "missing", "more", "talk"}:
        return None
    if words & {"@colour", "@dur"} and "t" not in groups:
        return None
    text = raw(c, f, "t") if groups.get("t") else ""
    about = raw(c, f, "a") if groups.get("a") else ""
    if groups.get("a") and any(t.norm in ("@scene", "@line") for t in f.tokens("a")):
        return None
    place = _place(c, f)
    if isinstance(place, Reading):
        return place
    if not groups.get("n"):
        return ask(f"What should be said about {about}?" if about else "What should the new line say?")
    if not text:
        after = f" after scene {c.number(place)}" if place else " at the start"
        topic = f" about {about}" if about else ""
        return ask(f"What should the new scene{topic}{after} say?")
    lines = [part for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]
    base = fresh_id(c, "new")
    scene = Scene(id=base, heading=_titled(about)[:300], lines=tuple(Line(id=f"{base}-l{n}", text=part) for n, part in enumerate(lines, 1)))
    return do(InsertScene(after=place, scene=scene), focus=(base,))


def _titled(about: str) -> str:
    plain = re.sub(r"^(?:the|our|my|a|an)\s+", "", about.strip("\"' "), flags=re.IGNORECASE)
    return plain[:1].upper() + plain[1:]


def _place(c: Context, f: Found) -> str | Reading:
    """The id after which a new scene comes: before the end card where nothing is said of it."""
    groups = f.match.groupdict()
    ids = [scene.id for scene in c.scenes]
    words = {t.norm for t in f.tokens()}
    scenes = f.value("s") if groups.get("s") else None
    if isinstance(scenes, Scenes) and scenes.problem:
        return ask(scenes.problem)
    if groups.get("e") and "before" not in words:
        return ids[-1] if ids else ""
    if isinstance(scenes, Scenes) and scenes.ids:
        way = f.word("w")
        if way == "between":
            return min(scenes.ids, key=c.number)
        if way == "before":
            at = ids.index(scenes.ids[0])
            return ids[at - 1] if at else ""
        return scenes.ids[-1]
    if "@first" in words:
        return ""
    spoken = [scene.id for scene in c.scenes if scene.layout != "end_card"]
    return spoken[-1] if spoken else ids[-1] if ids else ""


@BOOK.rule("( have/let/make/get/want ) ( her/him/she/he/avatar/voice ) ( to )? ( say ) t=...", "( say/mention ) ( that )? t=...", "( she/he/avatar ) ( should/must ) ( say/mention ) ( that )? t=...")
def say_something(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    words = [t.norm for t in f.tokens("t")]
    if not text or {"@scene", "@line", "music", "voice"} & set(words) or words[0] in ("it", "about", "something", "this", "instead") or len(words) < 2:
        return None
    spoken = [scene.id for scene in c.scenes if scene.lines]
    focus = next(iter(c.focus), "")
    if not spoken:
        return None
    return ask("In which scene should that be said?", *(f'Add the line "{text}" to scene {c.number(i)}' for i in ([focus] if focus in spoken else spoken)[:4]))


