"""Rules of single words: said instead of others, no longer said, pronounced."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.opening_words import NOUNS
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_words import raw, verbatim
from tools.language.notes.topics import line_saying
from tools.patches import (
    DeleteLine,
    EditLine,
    ReplaceWords,
    SetEndCard,
    SetPronunciation,
)

BOOK = Rulebook()

# words


def holders(c: Context, old: str) -> list[str]:
    """All that is said or shown and holds `old` as whole words."""
    board = c.board
    texts = [line.text for s in c.scenes for line in s.lines] + [t for s in c.scenes for t in (s.heading, s.subtitle)]
    texts += (
        [board.title, board.end_card.call_to_action, board.end_card.address, board.end_card.headline] if board else []
    )
    return [t for t in texts if re.search(rf"(?<!\w){re.escape(old)}(?!\w)", t, re.IGNORECASE)]


def replaced(c: Context, old: str, new: str, scene: str = "") -> Reading | None:
    """`new` in place of `old` in a scene, or everywhere; a question where nothing holds `old`."""
    old, new = old.strip(" .,"), new.strip(" ,")
    if not holders(c, old) and (each := re.match(r"(?:every|each|all|any)(?: the)? (?=\S)", old, re.IGNORECASE)):
        old = old[each.end() :]
    new = re.sub(
        r"^(?:she|he|it|we|they|you|i)\s+(?:(?:should|can|could|must)\s+)?(?:says?|use|call|write|"
        r"put)\s+(?=\S)",
        "",
        new,
    )
    if not old or old.lower() in _POINTING:
        return None
    if f'"{new}"' not in c.text:
        new = re.sub(r"\s+(?:there|here|everywhere)$", "", new)
    shown = c.board.end_card.call_to_action if c.board else ""
    if old and shown.lower().startswith(f"{old.lower()} ") and shown.lower() in c.text.lower():
        return do(SetEndCard(call_to_action=new[:120]))
    found = holders(c, old)
    if shown and old.lower() == shown.lower() and found == [shown]:
        return do(SetEndCard(call_to_action=new[:120]))
    if not found:
        lines = line_saying(c, old)
        if lines.ids and len(old.split()) > 3:
            return do(EditLine(line=lines.ids[0], text=new))
        return ask(f'"{old[:60]}" is not said or shown anywhere; which words do you mean?')
    match = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", found[0], re.IGNORECASE)
    exact = match.group() if match else old
    held = exact if all(re.search(rf"(?<!\w){re.escape(exact)}(?!\w)", t) for t in found) else old
    return do(ReplaceWords(old=held[:300], new=new[:300], scene=scene), focus=(scene,) if scene else ())


_POINTING = frozenset("it this that these those them they him her one".split())
"""Words that point at something; nobody wants them replaced wherever they are said."""
_WORD = "( words/name/brand/term )?"
_LABELS = frozenset(NOUNS.split("/")) | frozenset("name role job position website note button brand".split())


@BOOK.rule(
    f"""
    ( replace/swap/change/substitute/correct ) {_WORD} old=... ( with/by/to/into/for )+ {_WORD} new=... ( (
        in/on/at/for )+ s=@scene | all | in all @scene )? ;
    ( use/say/write/put/have/make/want ) {_WORD} new=... ( instead of | rather than | in place of | and not
        | not ) {_WORD} old=... ( ( in/on/at )+ s=@scene | all )? ;
    instead of {_WORD} old=... ,? ( use/say/write/put ) {_WORD} new=... ;
    ( ( in/on/at )? @scene ( :/, )? )? old=@quote ( is/sound/feel/look ) ( .? .? .? . ) ,? ( it/that/so/and )* (
        should/must ) ( rather )? ( be/say/read )+ new=@quote ;
    old=@quote should ( be/read )+ new=@quote ( ( in/on/at )+ s=@scene )? ;
    ( her/him/she/he/it/we )? should? say new=... instead of old=... ;
    dont ( say/write/use | call it ) ( words )? old=... ( ,/but/and/say/use/write )+ ( say/use/write/rather
        )? new=@quote ;
    use new=( . .? .? ) for old=( . .? .? ) ( all | everywhere )? ;
    ( fix ) typo ( : )? ( old=. ) ( should be/to ) ( new=. ) ;
    ( make ) ( her/him/she/he/avatar ) say new=... instead of old=... ;
    ( change ) ( name ) ( of )? ( company/product/brand )? from old=... to new=... ;
    change from old=... to new=... ;
    call it new=... ,? ( instead of | not | and not | rather than ) old=... ;
    ( its/is ) new=@quote ,? not old=@quote ;
    not old=@quote but new=@quote ;
    ( in/on/at/for ) s=@scene ( say/use/write/put ) {_WORD} new=... instead of {_WORD} old=... ;
    ( in/on/at/for ) s=@scene ,? ( replace/swap/change ) {_WORD} old=... ( with/by/to/for )+ {_WORD} new=...
        ;
    ( we )? ( say/use/call it/prefer ) new=( .? . ) ,? ( and )? not old=( .? . )
    """
)
def _replace_words(c: Context, f: Found) -> Reading | None:
    for group in ("old", "new"):
        norms = [t.norm for t in f.tokens(group)]
        if (
            not norms
            or norms[0]
            in (
                "@line",
                "@scene",
                "@colour",
                "@dur",
                "@res",
                "@url_",
                "music",
                "voice",
                "avatar",
                "background",
                "hardcut",
                "dissolve",
            )
            or set(norms)
            & {
                "@line",
                "music",
                "voice",
                "avatar",
                "logo",
                "background",
                "captions",
                "typeface",
                "transition",
                "heading",
                "title",
                "cta",
                "endcard",
                "address",
            }
        ):
            return None
    old, new = raw(c, f, "old"), raw(c, f, "new")
    if not old or not new:
        return None
    if " for " in f.match.group() and f.match.group().startswith("use ") and (not holders(c, old) or holders(c, new)):
        return None
    if {t.norm for t in f.tokens("old")} & {
        "name",
        "role",
        "job",
        "strap",
        "her",
        "his",
        "link",
        "@url",
    } and not verbatim(f, "old"):
        return None
    if (
        f.tokens()[0].norm in ("change", "use", "make", "have", "put", "want")
        and not verbatim(f, "old")
        and not holders(c, re.sub(r"^(?:the )?(?:words?|name|phrase|term)\s+", "", old, flags=re.IGNORECASE))
    ):
        return None
    if any(t.norm in ("vertical", "square", "landscape") for t in f.tokens()) and not verbatim(f, "old"):
        return None
    scenes = f.value("s") if f.has("s") else None
    if isinstance(scenes, Scenes) and scenes.problem:
        return ask(scenes.problem)
    old = re.sub(r"^(?:the )?(?:words?|name|phrase|term)\s+", "", old, flags=re.IGNORECASE).strip("\"'")
    new = re.sub(r"^(?:the )?(?:words?|name|phrase|term)\s+", "", new, flags=re.IGNORECASE).strip("\"'")
    if not new or len(old.split()) > 25:
        return None
    where = scenes.ids[0] if isinstance(scenes, Scenes) and not scenes.every and len(scenes.ids) == 1 else ""
    return replaced(c, old, new, where)


@BOOK.rule("""
    ( dont/never ) ( say/use/mention/write ) ( words )? old=( .? .? .? . ) ( in s=@scene |
        anymore/anywhere/ever )* ;
    ( she/he ) ( should )? dont ( say/mention ) old=( .? .? . ) ;
    ( no/remove ) ( mention/mentions ) of old=( .? .? . ) ;
    dont call it old=( .? . ) ;
    ( i )? hate words old=( .? . )
    """)
def _unwanted_words(c: Context, f: Found) -> Reading | None:
    old = raw(c, f, "old")
    words = [t.norm for t in f.tokens()]
    if "," in [t.norm for t in f.tokens("old")] or ("use" in words and not {"words", "@quote"} & set(words)):
        return None
    if any(t.norm in ("@scene", "@line", "music", "logo", "captions") for t in f.tokens("old")):
        return None
    whole = [line.id for s in c.scenes for line in s.lines if line.text.strip(" .!") == old.strip(" .!")]
    if len(whole) == 1:
        return do(DeleteLine(line=whole[0]))
    if not holders(c, old):
        return ask(f'"{old[:60]}" is not said or shown anywhere; which words do you mean?')
    lines = [
        line.id
        for s in c.scenes
        for line in s.lines
        if re.search(rf"(?<!\w){re.escape(old)}(?!\w)", line.text, re.IGNORECASE)
    ]
    options = [f"Delete {c.spoken_of_line(i)}" for i in lines[:3]]
    return ask(f'What should be said instead of "{old[:60]}"?', *options)


@BOOK.rule("""
    pronounce ( w=( .? .? . ) ) ( as/like/love/: ) said=... ;
    ( speak/read/talk ) w=( .? . ) as said=@quote ;
    w=( .? . ) ( is/gets/should/must/has/to/be/needs )+ ( spoken/said/talk/say ) ( as/like/love/: )? said=@quote ;
    said=( . ) is how ( you/we/to/people/they )* ( say/pronounce ) w=( .? . ) ;
    ( you/we/people/they )? ( say/pronounce ) w=( .? . ) ( like/love/as ) said=@quote ;
    ( her/his/she/he/avatar/voice/is )+ ( say/pronounce/mispronounces )+ w=( .? . ) wrong ,? ( it )? (
    is/should/be/as/like
        )+ said=... ;
    ( say ) w=( . .? ) like/love said=... ;
    w=( .? . ) ( is/gets | should be ) ( pronounce ) ( as/like/love/: )? said=... ;
    pronounce ( of/for ) w=( .? . ) ( is/: | should be )+ said=... ;
    ( she/he/voice/avatar ) ( should/must )? ( say/pronounce ) w=( . ) ( like/love/as ) said=( . .? .? ) ;
    ( she/he/voice ) ( should )? ( pronounce ) w=( .? . ) ( as/like/love )? said=... ;
    w=( .? . ) ( rhymes with | is said ) said=... ;
    w=( .? . ) ( should sound | sound ) like/love said=( . .? .? ) ;
    pronounce w=( .? . ) said=@quote ;
    ( say/pronounce ) w=@quote ( as/like/love ) said=... ;
    w=( . ) : said=@quote ;
    w=( .? . ) ( is/gets ) say ( as/like/love )? said=@quote ( ( not/instead/rather/than/of )+ ... )? ;
    n=( . ) ( like/love/as ) said=@quote ;
    n=( . ) ( you/we/she/they )? ( must/should )? pronounce ( as/like/love )? said=( . .? .? ) ;
    w=( . ) to pronounce said=... ;
    ( she/he )? say said=( . .? .? .? ) for n=( . ) ;
    pronounce n=( . ) said=( . .? .? ) ;
    w=( . ) : ( say/pronounce ) ( it )? ( as/like/love )? said=...
    """)
def _pronunciation(c: Context, f: Found) -> Reading | None:
    word, said = raw(c, f, "w"), raw(c, f, "said")
    if f.match.groupdict().get("n"):
        word = raw(c, f, "n")
        told = re.search(r"\b(?:say|says|said|pronounc\w+|spoken|speak)\b", c.text.lower())
        if not told or not holders(c, word) or not re.search(r"[-A-Z]", said[1:]):
            return None
    if said.lower().strip(" .") in (
        "wrong",
        "right",
        "correctly",
        "properly",
        "wrongly",
        "badly",
        "better",
        "differently",
        "incorrectly",
        "funny",
        "weird",
        "weirdly",
        "strange",
        "strangely",
        "oddly",
        "not right",
    ):
        return _which_pronunciation(c, f)
    word = re.sub(r"\s+(?:correctly|properly|right|rightly|like this|as follows)$", "", word)
    word = re.sub(r"\s+(?:should|must|is|has to|needs to)$", "", word)
    word = re.sub(r"^(?:the\s+)?(?:name|word|brand|company|product)\s+(?=\S)", "", word, flags=re.IGNORECASE)
    if f.tokens("w") and f.tokens("w")[-1].norm in _LABELS and "pronounce" not in {t.norm for t in f.tokens()}:
        return None
    if word.lower() in ("say", "says", "also", "write", "line", "words"):
        return None
    if word.lower() in ("it", "it's", "this", "that", "she", "he"):
        return ask("Which word is pronounced like that?")
    if (
        not word
        or not said
        or any(t.norm.startswith("@") and t.norm != "@quote" and t.norm != "@url" for t in f.tokens("w"))
    ):
        return None
    return do(SetPronunciation(word=word[:80], said=said.strip("\"'/ ")[:160]))


@BOOK.rule("""
    ( reset/remove/forget/restore/clear | go back to ) ( custom/special/own/usual/normal/default )? pronounce (
        of/for ) w=( .? . ) ;
    ( pronounce/say ) w=( .? . ) ( normally/naturally | as usual | as before | as it was | the usual way ) ( again )?
    """)
def _usual_pronunciation(c: Context, f: Found) -> Reading | None:
    word = raw(c, f, "w")
    if word.lower() in ("it", "that", "this"):
        return Reading(kept=True)
    return do(SetPronunciation(word=word[:80])) if word and holders(c, word) else None


@BOOK.rule("""
    pronounce ( of )? w=( .? . ) ( is )? ( correctly/right/properly/wrong/better/differently/another )* ;
    w=( .? . ) is pronounce ( wrong/incorrectly/badly/wrongly )+ ;
    ( she/he/voice ) ( is )? ( pronounce/mispronounces/says ) w=( .? . ) (
        wrong/incorrectly/badly/wrongly/funny )+ ;
    ( mispronounces/mispronounced ) w=( .? . ) ;
    ( she/he ) mispronounces w=( .? . ) ;
    ( fix ) pronounce of w=( .? . ) ;
    change pronounce of w=( .? . ) ;
    ( wrong/bad/incorrect/funny/weird ) pronounce of w=( .? . )
    """)
def _which_pronunciation(c: Context, f: Found) -> Reading | None:
    if not raw(c, f, "w"):
        return None
    return ask(f'How should "{raw(c, f, "w")}" be pronounced, spelled as it sounds?')
