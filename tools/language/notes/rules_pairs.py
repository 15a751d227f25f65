"""Rules over two neighbouring clauses: what is wrong and what it should be, what is named and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from tools.language.notes.context import Context, Reading, Scenes, do
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.patterns import Found, Token
from tools.language.notes.rules_wording import PAIRS
from tools.language.notes.splitting import Clause, undetermined
from tools.patches import SetEndCard, SetHeading, SetHold, SetLayout, SwapScenes


@PAIRS.rule("""
    ( show/leave/keep/hold/let/make )? s=( @scene | endcard | title ) ( . .? .? .? .? )? , (
    use/say/like/about/give/it/make/for/maybe/let/stay
        )* d=@dur ( m=more/longer/extra )? ( long/please/at/least )*
    """)
def _held_so_long(c: Context, f: Found) -> Reading | None:
    """`show the title a bit longer, 4 seconds`: the length is that of what was named."""
    words = {t.norm for t in f.tokens()}
    if not words & {
        "longer",
        "stay",
        "hold",
        "fast",
        "short",
        "quick",
        "linger",
        "faster",
        "brief",
        "shorter",
        "show",
        "soon",
    }:
        return None
    if f.word("s") == "title" and "@scene" in words:
        return None
    if words & {"music", "voice", "video", "shorten", "speed", "talk"} or ("shorter" in words and "too" not in words):
        return None
    named, value = f.word("s"), f.value("s")
    if named in ("endcard", "title"):
        kind = "end_card" if named == "endcard" else "title"
        ids = tuple(scene.id for scene in c.scenes if scene.layout == kind)[-1:]
    else:
        ids = value.ids if isinstance(value, Scenes) else ()
    scene, seconds = c.scene(ids[0]) if len(ids) == 1 else None, float(f.value("d"))
    if scene is None or seconds > 60 or (scene.lines and "m" not in {k for k, v in f.match.groupdict().items() if v}):
        return None
    more = bool(f.word("m"))
    return do(SetHold(scene=ids[0], seconds=round(seconds + (scene.hold_seconds if more else 0), 2)), focus=ids)


@PAIRS.rule("""
    ( . .? .? .? .? )? h=heading/subtitle/title/cta ( . .? .? .? .? )? , (
    make/change/call/put/let/should/rather/better/please/it/that/to/be/say/read/into/as )* t=@quote
    """)
def _corrected_heading(c: Context, f: Found) -> Reading | None:
    """`I do not like the heading of scene 2, make it …`."""
    words = {t.norm for t in f.tokens()}
    if (
        words & {"line", "@line", "name", "role", "replace", "words"}
        or len([t for t in f.tokens() if t.norm == "@quote"]) != 1
    ):
        return None
    if not words & {"it", "that", "should", "make", "rather", "better"} or words & {"under", "below"}:
        return None
    text = str(f.tokens("t")[0].value)
    if f.word("h") == "cta":
        return do(SetEndCard(call_to_action=text[:120]))
    scenes = [t.value for t in f.tokens() if t.norm == "@scene"]
    ids = scenes[0].ids if len(scenes) == 1 else c.focus[:1]
    if f.word("h") == "title" and not ids:
        ids = tuple(scene.id for scene in c.scenes if scene.layout == "title")[:1]
    if len(ids) != 1:
        return None
    under = f.word("h") == "subtitle"
    patch = SetHeading(scene=ids[0], subtitle=text[:300]) if under else SetHeading(scene=ids[0], heading=text[:300])
    return do(patch, focus=ids)


@PAIRS.rule("""
    s=( @scene ( ,/and )* @scene? ) , ( swap/switch/change/flip ) ( them/those/these/both )? ( around/round/over )*
    """)
def _swapped_those(c: Context, f: Found) -> Reading | None:
    ids = list(dict.fromkeys(id_ for value in f.values("s") if isinstance(value, Scenes) for id_ in value.ids))
    return do(SwapScenes(first=ids[0], second=ids[1]), focus=ids) if len(ids) == 2 else None


@PAIRS.rule("""
    ( only/just/show/keep )* ( heading/words/title ) ( in/on/for/at )* s=@scene , ( no/without ) ( avatar/her/him ) ;
    s=@scene ( no/without ) ( avatar/her/him/woman/man/lady/guy ) , ( only/just )* ( heading/words/title ) ( only )? ;
    ( no/without/remove ) avatar ( in/on/for/at )* s=@scene , ( only/just )* ( heading/words/title ) ( only )?
    """)
def _words_alone(c: Context, f: Found) -> Reading | None:
    ids = f.value("s").ids
    return do(*(SetLayout(scene=id_, layout="title") for id_ in ids), focus=ids) if ids else None


def read_pairs(context: Context, clauses: Sequence[Clause]) -> dict[int, Reading]:
    """By the place of a clause what it means together with the next one, whose own reading is then empty."""
    found: dict[int, Reading] = {}
    end = context.end
    for at, (clause, following) in enumerate(zip(clauses, clauses[1:], strict=False)):
        if at in found or context.board is None or len(clause.raw) + len(following.raw) > 60:
            continue
        comma = Token(",", clause.end, clause.end)
        context.end = following.end
        for first, second in ((clause.tokens, following.tokens), (clause.raw, following.raw)):
            view = undetermined([t for t in (*first, comma, *second) if t.norm not in FILLERS])
            if (reading := PAIRS.read(context, view)) is not None:
                found |= {at: reading, at + 1: Reading(kept=True)}
                break
    context.end = end
    return found
