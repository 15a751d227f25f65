"""Rules of corrected wording: `we say clients, not customers`, `two days is wrong, it's three`, pairs in quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found, Token
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_replacing import holders, replaced
from tools.language.notes.rules_words import raw
from tools.patches import (
    DeleteLine,
    DeleteScene,
    EditLine,
    LockScene,
    Patch,
    ReplaceWords,
    SetHeading,
    SetPresenter,
    SetPronunciation,
)

BOOK = Rulebook()
PAIRS = Rulebook()
"""Rules over two neighbouring clauses, with the comma between them."""

_THINGS = frozenset(
    """music voice avatar logo background captions typeface transition heading title cta endcard address video speed
    duration colour @colour @scene @line @dur @ratio @res it this that""".split()
)
_INTO = "( to/into/with/by/for/: )+"
_WORD = "( words/name/term/typo )?"
_WHERE = "( ( in/on/at/from/of )+ s=@scene | all | in all @scene )?"


def _place(c: Context, f: Found) -> Scenes:
    value = f.value("s") if f.match.groupdict().get("s") else None
    if value is None and f.match.groupdict().get("l"):
        value = f.value("l")
    if isinstance(value, Scenes):
        return value
    if isinstance(value, Lines):
        ids = [scene.id for scene in c.scenes if any(line.id in value.ids for line in scene.lines)]
        return Scenes(tuple(ids), problem=value.problem, options=value.options)
    return Scenes(every=True)


def _scene(scenes: Scenes) -> str:
    return scenes.ids[0] if len(scenes.ids) == 1 and not scenes.every else ""


def _wording(c: Context, f: Found, group: str) -> str:
    text = re.sub(r"^(?:the )?(?:words?|phrase|term)\s+", "", raw(c, f, group), flags=re.IGNORECASE)
    text = re.sub(r"\s+(?:everywhere|throughout|there|here|anymore|any more)[.!]*$", "", text, flags=re.IGNORECASE)
    return text.strip("\"' .,")


def _plain(tokens: Sequence[Token]) -> bool:
    things = _THINGS - {"@colour"} if len(tokens) > 1 else _THINGS
    return bool(tokens) and not {token.norm for token in tokens} & things


@BOOK.rule(f"""
    ( replace/swap/change/substitute/correct/put/make ) {_WORD} p=( @quote {_INTO} {_WORD} @quote ( ( ,/and )+ {_WORD}
        @quote {_INTO} {_WORD} @quote )+ ) {_WHERE} ;
    ( in/on/at ) s=@scene ,? ( replace/swap/change/substitute/correct ) {_WORD} p=( @quote {_INTO} {_WORD} @quote
        ( ( ,/and )+ {_WORD} @quote {_INTO} {_WORD} @quote )* ) ;
    ( in/on/at )? l=@line ,? ( replace/swap/change/substitute/correct ) {_WORD} p=( @quote {_INTO} {_WORD} @quote
        ( ( ,/and )+ {_WORD} @quote {_INTO} {_WORD} @quote )* ) ;
    s=@scene ,? ( replace/swap/change/substitute/correct ) {_WORD} p=( @quote {_INTO} {_WORD} @quote
        ( ( ,/and )+ {_WORD} @quote {_INTO} {_WORD} @quote )* ) ;
    p=( @quote {_INTO} @quote ( ( ,/and )* @quote {_INTO} @quote )* ) {_WHERE}
    """)
def _quoted_pairs(c: Context, f: Found) -> Reading | None:
    """Any number of quoted words, each with what comes instead."""
    quotes = [str(token.value) for token in f.tokens("p") if token.norm == "@quote"]
    scenes = _place(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    patches: list[Patch] = []
    for old, new in zip(quotes[::2], quotes[1::2], strict=True):
        reading = replaced(c, old, new, _scene(scenes))
        if reading is None or reading.question:
            return reading
        patches += reading.patches
    return do(*patches, focus=scenes.ids)


PAIRS.rule(f"""
    ( in/on/at )? s=@scene ,+ ( replace/swap/change/substitute/correct ) {_WORD} p=( @quote {_INTO} {_WORD} @quote ) ;
    ( in/on/at )? l=@line ,+ ( replace/swap/change/substitute/correct ) {_WORD} p=( @quote {_INTO} {_WORD} @quote )
    """)(_quoted_pairs)


@BOOK.rule(f"""
    ( remove/cut | leave out ) ( words/line )? p=( @quote ( ( ,/and/or )+ ( words )? @quote )* ) ( words )? {_WHERE} ;
    ( use/take/cut ) ( words/line )? p=@quote ( out/off )+ {_WHERE} ;
    ( use/take/cut ) words? p=@quote out of s=@scene ;
    ( remove | leave out ) words p=( . ( ( ,/and )+ ( words )? . )? ) {_WHERE} ;
    ( remove | leave out ) p=( . ) ( in/from )+ s=@scene
    """)
def _removed_words(c: Context, f: Found) -> Reading | None:
    """Words that are to go: their line where they are all of it; where nothing holds them a question."""
    scenes = _place(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    patches: list[Patch] = []
    for token in f.tokens("p"):
        if token.norm in (",", "and", "or", "words"):
            continue
        if token.norm in _THINGS or (token.norm.startswith("@") and token.norm != "@quote"):
            return None
        old = str(token.value) if token.norm == "@quote" else c.text[token.start : token.end]
        if token.norm != "@quote" and not holders(c, old) and "words" not in {t.norm for t in f.tokens()}:
            return None
        old = old.strip()
        whole = [line.id for s in c.scenes for line in s.lines if _bare(line.text) == _bare(old)]
        found = holders(c, old) or holders(c, old.strip(" .,!?"))
        if len(whole) == 1:
            patches.append(DeleteLine(line=whole[0]))
        elif (
            len(heads := [s.id for s in c.scenes if s.heading and _bare(s.heading) == _bare(old)]) == 1
            and len(found) == 1
        ):
            patches.append(SetHeading(scene=heads[0], heading=""))
        elif not found:
            return ask(f'"{old[:60]}" is not said or shown anywhere; which words do you mean?')
        else:
            held = next((m.group() for m in [re.search(re.escape(old), found[0], re.IGNORECASE)] if m), old)
            patches.append(ReplaceWords(old=held[:300], new="", scene=_scene(scenes)))
    return do(*patches, focus=scenes.ids) if patches else None


def _bare(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .!?")


@BOOK.rule(f"""
    ( say/write/put/use ) {_WORD} new=( . .? .? ) s=@scene ;
    s=@scene ( say/write/put/use ) {_WORD} new=( . .? .? )
    """)
def _where_it_says(c: Context, f: Found) -> Reading | None:
    """`say fair where it says cheap`."""
    token = f.tokens("s")[0]
    typed = re.fullmatch(
        r"where (?:it|she|he) (?:still )?(?:says?|"
        r"reads?) (.+)",
        c.text[token.start : token.end],
        re.IGNORECASE,
    )
    if typed is None or not holders(c, typed[1].strip(" \"'")) or not _plain(f.tokens("new")):
        return None
    return replaced(c, typed[1].strip(" \"'"), _wording(c, f, "new"))


@BOOK.rule(f"""
    instead of {_WORD} old=... ,? ( it/she/he/we/they/you )? ( should/must/can )? (
        use/say/write/put/read/be/want/have )+
        {_WORD} new=... ;
    ( say/write/put/use ) {_WORD} new=( . .? .? ) where ( it/she/he/heading ) say old=... ;
    where ( it/she/he/heading ) say old=... ,? ( it )? ( should )? ( use/say/write/put/read/be/want )+ {_WORD} new=... ;
    old=... should ( be/read/say/@never )+ new=... {_WHERE} ;
    old=... ( should/must/can )? ( always/only )* be ( written/spelled/spelt/write/typed ) ( as/like )? new=...
    {_WHERE} ;
    old=... ( must | has to | needs to | should ) ( be/read/become )+ new=... {_WHERE} ;
    ( it/that/this ) is not old=( .? .? . ) ,? ( but )? ( it | that | this )? is new=( .? .? . ) ( now/anymore )* ;
    {_WORD} old=... ( should be | becomes | to ) new=... {_WHERE} ;
    ( find and )? replace {_WORD} old=... {_INTO} {_WORD} new=... ;
    ( say/use/write/put ) {_WORD} new=... ( rather than | instead of | than | and not ) {_WORD} old=... {_WHERE}
    """)
def _instead(c: Context, f: Found) -> Reading | None:
    mere = len(f.tokens("new")) == 1
    if not _plain(f.tokens("old")) or {t.norm for t in f.tokens("new")} & (
        _THINGS - {"it", "this", "that"} - (set() if mere else {"@colour"})
    ):
        return None
    old, new = _wording(c, f, "old"), _wording(c, f, "new")
    old = re.sub(r"^(?:the|a|an|our)\s+(?=\S)", "", old, flags=re.IGNORECASE) if not holders(c, old) else old
    scenes = _place(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    if not old or not new or not holders(c, old) or _is_degree(new):
        return None
    return replaced(c, old, new, _scene(scenes))


def _is_degree(text: str) -> bool:
    """Whether it says how something is to be, and is no wording."""
    return bool(
        re.search(
            r"\b(?:shorter|longer|bigger|smaller|louder|quieter|better|faster|slower|first|last|removed|deleted|"
            r"gone|spoken|said like|"
            r"there|out|off|bold|italic|friendlier|earlier|later|different|another|higher|lower|pronounced|called)\b",
            text,
            re.IGNORECASE,
        )
    )


# two clauses

_SAYS = (
    "( "
    "its/it/that/this/we/she/he/they/you/i/please/just/rather/better/should/must/is/be/make/say/use/write/"
    "call/put/change/replace/swap/turn/to/into/with/for/can/could/want/them/her/him/:"
    " )+"
)
_BAD = (
    "( "
    "wrong/incorrect/outdated/awful/bad/vague/old/weird/clumsy/off/false/ugly/boring/terrible/misspelled/"
    "not/right/correct/too/so/much/abit/nice/good/long/short/strong/weak/formal/any/a/an/words/really/no/"
    "longer/true/anymore/more/now/changed/cheesy/harsh/technical/typo"
    " )+"
)


@PAIRS.rule(f"""
    ( we/i/you/she/he/they )? ( should )? dont ( say/use/write/mention/call/want )+ ( it/them )? {_WORD} old=... ,
        {_SAYS} {_WORD} new=... ;
    ( in/on/at )? s=@scene ( it/she/he )? ( say/read )+ {_WORD} old=... , {_SAYS} {_WORD} new=... ;
    ( it/she/he )? ( say/read )+ {_WORD} old=... ( ( in/on/at )+ s=@scene )? , {_SAYS} {_WORD} new=... ;
    ( in/on/at )? s=@scene ( it/she/he )? ( say/read )+ {_WORD} old=@quote , ( . .? .? .? .? )? (
        want/need/would/love/prefer/should )+
        ( to )? ( have/say/read/be )* new=@quote ;
    {_WORD} old=... ( is/are/sound/feel/look ) {_BAD} , {_SAYS} {_WORD} new=... ;
    ( .? .? . )? hate {_WORD} old=... , {_SAYS} {_WORD} new=...
    """)
def _corrected(c: Context, f: Found) -> Reading | None:
    """What is wrong, and what is right instead, in the next clause."""
    old, new = _wording(c, f, "old"), _wording(c, f, "new")
    if not holders(c, old):
        old = re.sub(r"^(?:the|a|an|our)\s+(?=\S)", "", old, flags=re.IGNORECASE)
    if not old or not new or not holders(c, old) or _is_degree(new) or len(new.split()) > 12:
        return None
    if not any(t.norm == "@quote" for t in f.tokens("new")) and len(new.split()) > 4:
        return None
    scenes = _place(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    heads = [s.id for s in c.scenes if s.heading and _bare(s.heading) == _bare(old)]
    if len(heads) == 1 and len(holders(c, old)) == 1:
        return do(SetHeading(scene=heads[0], heading=new[:300]), focus=heads)
    return replaced(c, old, new, _scene(scenes))


@PAIRS.rule("""
    ( .? .? .? . )? ( is/its/say/call/them/use/write/be/spelled/: )+ ( words )? new=( .? . ) ,? ( and/, )* not (
        words )? old=( .? . ) ;
    ( we/they/i/it/you )? ( say/call/use/prefer/write )+ ( them/it )? new=( .? . ) ,? ( and/, )* not ( words )?
        old=( .? . ) ;
    new=@quote ( ,/and )* not old=@quote
    """)
def _not_that(c: Context, f: Found) -> Reading | None:
    """`it's Porto, not Lisbon`: what is named last is said now and wrong."""
    old, new = _wording(c, f, "old"), _wording(c, f, "new")
    olds, news = f.tokens("old"), f.tokens("new")
    if not _plain(olds) or not _plain(news) or not old or not new:
        return None
    if len(olds) == 1 and olds[0].norm == "@num" and any(t.norm == "@num" for t in news):
        new = c.text[next(t.start for t in news if t.norm == "@num") : next(t.end for t in news if t.norm == "@num")]
    if not holders(c, old) or holders(c, new) and not holders(c, old):
        return None
    return replaced(c, old, new)


@PAIRS.rule("""
    ( lock/leave | dont change ) s=@scene ( any/anymore/again/much/more/as/it/is )* ( ,/because/since )+ ( its | it is |
        that one is | this one is )? is? ( final/finished/perfect/approve/locked/done | signed off | good to go ) (
        now )? ;
    s=@scene ( is )? ( final/finished/perfect/approve/done | signed off | good to go ) ( now )? ( ,/and/so )+
        ( lock/freeze/protect ) ( it/that/this )?
    """)
def _approved_scene(c: Context, f: Found) -> Reading | None:
    scenes = f.value("s")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    return do(*(LockScene(scene=id_) for id_ in scenes.ids), focus=scenes.ids)


PAIRS.rule(f"""
    ( in/on/at/for )? s=@scene ,+ ( replace/swap/change/substitute/correct ) {_WORD} old=... {_INTO} {_WORD} new=... ;
    ( in/on/at/for )? l=@line ,+ ( replace/swap/change/substitute/correct ) {_WORD} old=... {_INTO} {_WORD} new=... ;
    ( in/on/at/for )? l=@line ( replace/swap/change/substitute/correct ) {_WORD} old=... {_INTO} {_WORD} new=...
    """)(_instead)


_SCENE_ACTS = frozenset(
    "put move swap switch remove duplicate merge split change make rename call hold add insert cut turn replace".split()
)


@PAIRS.rule("""
    ( . .? .? .? )? s=@scene ( .? .? .? )? , ( lock/freeze/protect ) ( it/them/that/both/these/those )?
    """)
def _locked_those(c: Context, f: Found) -> Reading | None:
    acts = {t.norm for t in f.tokens()} & _SCENE_ACTS
    texts = any(t.norm in ("@quote", ":") for t in f.tokens())
    if acts or texts or f.match.group().startswith(("lock", "unlock", "dont")):
        return None
    return _approved_scene(c, f)


@PAIRS.rule("""
    ( her/his/avatar )? ( name/role/title/job/strap )+ ( is/are )? (
        wrong/misspelled/incorrect/outdated/misspelt/not/right/spelled/spelt/correct )+ ,
        ( it/its/is/should/must/be/say/read/she/he/make/change/to/that )+ t=...
    """)
def _corrected_strap(c: Context, f: Found) -> Reading | None:
    text = _wording(c, f, "t")
    if not text or len(text.split()) > 5:
        return None
    role = {"role", "job", "title"} & {t.norm for t in f.tokens()[:3]}
    return do(SetPresenter(role=text[:120]) if role else SetPresenter(name=text[:120]))


@PAIRS.rule("""
    ( she/he/voice/avatar/it )? ( say/pronounce/mispronounces/gets )+ w=( .? . ) (
        wrong/wrongly/incorrectly/badly/funny/weird
        )+ , ( it/its/is/should/must/be/say/pronounce/like/love/as/:/correct/right/proper/version/way )+ said=... ;
    w=( .? . ) ( is/sound/pronounce )+ ( wrong/wrongly/incorrectly/off/badly/weird/strange/funny )+ , (
        it/its/is/should/must/be/
        say/pronounce/like/love/as/: )+ said=... ;
    ( she/he/voice/avatar/it )? ( mispronounces/mispronounced/mispronouncing )+ w=( .? . ) , (
        it/its/is/should/must/be/say/pronounce/like/love/as/: )+ said=... ;
    ( she/he/voice/avatar/it )? ( say/pronounce )+ w=( .? . ) ( as/like/love ) ( @quote | . .? ) , (
        it/its/is/should/must/be/say/pronounce/like/love/as/:/has/to )+ said=... ;
    w=( . ) ( sound like/love ) ... , ( it/its/is/should/must/be/say/pronounce/like/love/as/: )+ said=...
    """)
def _said_wrong(c: Context, f: Found) -> Reading | None:
    word, said = _wording(c, f, "w"), _wording(c, f, "said")
    if not said or not _plain(f.tokens("w")) or not holders(c, word) or len(said.split()) > 4:
        return None
    return do(SetPronunciation(word=word[:80], said=said[:160]))


@PAIRS.rule("""
    l=@line ( is/sound/feel/look ) ... , (
        make/change/replace/say/let/have/should/it/that/be/to/with/instead/read/rather/her/him/she/he )+
        ( words/line )? t=@quote
    """)
def _corrected_line(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    if lines.problem or len(lines.ids) != 1:
        return ask(lines.problem or "Which of those lines?", *lines.options)
    return do(EditLine(line=lines.ids[0], text=str(f.tokens("t")[0].value)))


@PAIRS.rule("""
    s=@scene ( is/feel/sound/look/drag ) ... , ( remove/cut ) ( it/that/this )?
    """)
def _unloved_scene(c: Context, f: Found) -> Reading | None:
    scenes: Scenes = f.value("s")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    return do(*(DeleteScene(scene=id_) for id_ in scenes.ids)) if len(scenes.ids) < len(c.scenes) else None


@PAIRS.rule("""
    ( she/he/avatar ) is not ( a/an/our )? .? .? . , ( she/he ) is ( our/a/an )? t=...
    """)
def _other_role(c: Context, f: Found) -> Reading | None:
    board, text = c.board, re.sub(r"^(?:our|a|an|the)\s+", "", raw(c, f, "t"))
    role = board.presenter_role if board else ""
    before = c.text[f.tokens()[0].start : f.tokens("t")[0].start].lower()
    return do(SetPresenter(role=text[:120])) if role and role.lower() in before and text else None
