"""Rules of what lies over the picture and between scenes: logo, captions, transitions."""

from __future__ import annotations

from tools.language.notes.context import Context, Reading, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.patches import (
    Patch,
    SetCaptions,
    SetLogo,
    SetTransition,
)

BOOK = Rulebook()

_ASKED = frozenset("make should must need needs could can want let have be".split())
_PLAIN = frozenset("big large huge enormous massive small tiny".split())
"""Sizes that are a complaint where somebody only says that a thing has them: `the logo looks huge`."""

# the logo

_CORNER = (
    "( in/at/to/into/on/onto )* v=( top/bottom/upper/lower ) ( hand/and )? "
    "h=( left/right ) ( hand )? ( corner/side/instead/of/video/screen/frame "
    ")*"
)
_VERTICAL = {"upper": "top", "lower": "bottom"}


@BOOK.rule(f"""
    ( put/move/make/change/set/add/show/use/bring/want/have/keep/leave/switch/place )? logo ( BE )? (
        up/down/over )? ( {_CORNER} ) ;
    logo ( go/be/sit/stand/appear/move )* ( {_CORNER} ) ;
    ( put/move/add/show/bring/use )? logo ( in/at/to/into )* h=( left/right ) v=( top/bottom/upper/lower ) (
        corner )? ;
    ( put/move ) it ( {_CORNER} )
    """)
def _logo_corner(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if "it" in words and not (c.situation.last and c.situation.last[-1].op == "set_logo"):
        return None
    vertical = _VERTICAL.get(f.word("v"), f.word("v"))
    return do(SetLogo(place=f"{vertical} {f.word('h')}"))  # type: ignore[arg-type]


@BOOK.rule("""
    ( put/move/set/bring/shift/change/swap ) logo ( over )? ( to/on/in/at/onto )* (
        side=left/right/top/bottom ) ( side/hand/corner/of/video/edge )* ;
    logo ( on/to/at )* ( side=left/right/top/bottom ) ( side )? ;
    logo ( side=up/down ) ;
    ( put/move/set/bring/shift ) logo side=up/down ;
    ( swap/move/change ) logo ( to )? ( other/another/opposite ) ( side/corner )
    """)
def _logo_side(c: Context, f: Found) -> Reading | None:
    now = (c.board.logo_place if c.board else "top left").split()
    side = {"up": "top", "down": "bottom"}.get(f.word("side"), f.word("side"))
    if not side:
        return ask(
            "Which corner should the logo go to?",
            "Put the logo top right",
            "Put the logo bottom right",
            "Put the logo bottom left",
        )
    place = f"{side} {now[1]}" if side in ("top", "bottom") else f"{now[0]} {side}"
    if c.board and place == c.board.logo_place:
        return ask(
            f"The logo is already {place}; which corner should it go to?",
            "Put the logo top right",
            "Put the logo bottom right",
        )
    return do(SetLogo(place=place))  # type: ignore[arg-type]


@BOOK.rule("""
    MAKE? ( IT | logo ) ( BE )? ( deg=abit/much/even/more )* z=bigger/smaller/medium ( deg2=abit/much )? ;
    MAKE? ( deg=abit/much )? z=bigger/smaller/medium logo ;
    logo ( is/look ) ( deg=abit/much/way )? too t=bigger/smaller ;
    ( enlarge/shrink ) logo ;
    ( increase/reduce/decrease/raise ) ( size of )? logo ( size )? ;
    ( make/take/bring/put )? logo z2=up/down ( size/notch/abit | a size/notch )
    """)
def _logo_size(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if "logo" not in words:
        return None
    sizes = ["small", "medium", "large"]
    now = sizes.index(c.board.logo_size if c.board else "medium")
    z = f.word("z") or {"bigger": "smaller", "smaller": "bigger"}.get(f.word("t"), "")
    z = z or ("bigger" if words & {"enlarge", "increase", "raise", "up"} else "smaller")
    if z == "medium":
        return do(SetLogo(size="medium"))
    raw = [str(t.value) for t in f.tokens("z")]
    if raw and words & {"is", "are", "look"} and not words & _ASKED and raw[0] in _PLAIN:
        z, raw = {"bigger": "smaller", "smaller": "bigger"}[z], []
    if raw and raw[0] in ("big", "large", "huge", "enormous", "massive"):
        return do(SetLogo(size="large"))
    if raw and raw[0] in ("small", "tiny"):
        return do(SetLogo(size="small"))
    new = now + (1 if z == "bigger" else -1)
    if not 0 <= new <= 2:
        return ask(
            f"The logo is already as {'large' if now else 'small'} as it gets; shall it move to another corner?",
            "Put the logo top right",
            "Put the logo bottom right",
        )
    return do(SetLogo(size=sizes[new]))  # type: ignore[arg-type]


@BOOK.rule("""
    ( remove/no/lose/kill/drop/stop ) logo ( BE )? ;
    MAKE? logo off ;
    logo goes ( out/away/too )* ;
    ( dont use/want/show/need/have ) logo ;
    logo ( should/must/can/needs/has ) ( to )? ( go/disappear | be remove ) ;
    ( turn/switch ) off logo ;
    ( it/video )? ( no ) logo
    """)
def _no_logo(c: Context, f: Found) -> Reading | None:
    if c.board and not c.board.logo:
        return Reading(kept=True, said="There is no logo, and it stays so.")
    return do(SetLogo(file=""))


@BOOK.rule("""
    ( put/add/use/show/include/want/get/have ) ( this/uploaded/attached/new )? logo (
        in/on/it/there/video/corner/file/as/everywhere/somewhere/too )* ;
    ( this/attached/here ) is ( new )? logo ;
    ( put/add/use ) logo ( in/into )+ corner ;
    use ( this/attached/uploaded )? ( file/picture/image/it/@url ) as ( new )? logo ;
    ( change/replace/swap/switch ) logo ( with/to/for )* ( this/it/attached/uploaded/new )* ( one/file )? ;
    ( another/new ) logo
    """)
def _own_logo(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    pictures = [
        p for n, p in c.situation.files.items() if n.lower().endswith((".png", ".jpg", ".jpeg", ".webp", ".svg"))
    ]
    if len(pictures) == 1:
        return do(SetLogo(file=pictures[0]))
    if "corner" in words and c.board and c.board.logo:
        return ask(
            "Which corner should the logo be in?",
            "Put the logo top right",
            "Put the logo bottom right",
            "Put the logo bottom left",
        )
    if (
        c.board
        and c.board.logo
        and not words & {"change", "replace", "swap", "switch", "another", "new", "this", "attached"}
    ):
        return ask(
            "There is a logo already; what should change about it?", "Make the logo bigger", "Put the logo bottom right"
        )
    return ask("Which of the files is the logo?" if pictures else "Which logo? Send its file with your message.")


# captions


@BOOK.rule(
    """
    ( remove/no/stop/kill/hide/lose/drop/disable ) ( all/burned/burnt/in )* captions ( entirely/completely
        )? ;
    MAKE? captions ( BE )? off ;
    captions ( goes/go ) ( out/away/too )* ;
    ( dont use/want/show/need/have/put/add ) ( all )? captions ;
    captions ( should/must/can/needs/has ) ( to )? ( go/disappear | be remove | be off ) ;
    ( turn/switch ) off captions ;
    MAKE? ( IT )? ( no ) captions ;
    mute captions ;
    ( no/remove/off | dont use/want/show/need/have/put ) captions ( in/on/from/over ) (
        picture/video/screen/image/frame/film ) ( itself )? ;
    ( i )? hate captions ;
    captions ( are/is ) ( annoying/distracting/ugly/unnecessary | not needed )
    """
)
def _no_captions(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if c.board and "burned" not in c.board.captions:
        return Reading(kept=True, said="There are no captions in the picture, and it stays so.")
    if words & {"entirely", "completely", "all"}:
        return do(SetCaptions(burned=False, sidecar=False))
    return do(SetCaptions(burned=False))


@BOOK.rule("""
    ( no/remove | dont use/want/show/need/have/put ) captions ( ( in/on/from/over ) (
        picture/video/screen/image/frame/film ) ( itself )? )? ( ,/but/and/just/only )+ ( as/in ) ( separate )? file ;
    captions ( only/just )+ ( as/in ) ( separate )? file
    """)
def _only_sidecar(c: Context, f: Found) -> Reading | None:
    return do(SetCaptions(burned=False, sidecar=True))


@BOOK.rule("""
    ( remove/no/drop ) ( srt/vtt/sidecar/caption/captions/subtitle/separate )+ file ( either/too )* ;
    ( dont need/want ) ( srt/vtt/captions/caption/separate )+ file ;
    no ( srt/vtt/sidecar )
    """)
def _no_sidecar(c: Context, f: Found) -> Reading | None:
    return do(SetCaptions(sidecar=False))


@BOOK.rule("""
    ( add/make/want/need/use )? ( srt/vtt/sidecar/captions/separate )+ file ( too | next to it )* ;
    ( captions ) as ( separate/srt/vtt/sidecar )+ file ;
    ( srt/vtt/sidecar/captions/subtitle )+ file yes/please
    """)
def _sidecar(c: Context, f: Found) -> Reading | None:
    return do(SetCaptions(sidecar=True))


@BOOK.rule(
    """
    ( add/use/want/need/include/show/put/have/give/get )? ( burned/burnt/in/on )* captions (
        on/in/back/to/it/video/screen/please/there/under )* ;
    MAKE? captions ( BE )? on ;
    turn on captions ;
    captions ( should )? ( be )? ( show/on ) ;
    ( put/bring/turn ) captions ( back )? ( on )? ;
    ( burn/bake ) ( in )? captions ( in/into )* ( video/it )? ;
    MAKE ( it )? ( with ) captions
    """
)
def _captions(c: Context, f: Found) -> Reading | None:
    if c.board and "burned" in c.board.captions:
        return Reading(kept=True, said="The captions are in the picture already.")
    return do(SetCaptions(burned=True))


@BOOK.rule("""
    ( put/move/make/set/show/place/change/bring/want/have/use/shift )? captions ( BE )? ( up/down/over )? (
        at/to/on/in/into/towards )* p=( top/bottom ) ( of/video/screen/side/edge/instead/part/frame )* ;
    captions ( at/to/on )* p=( top/bottom ) ;
    move captions p=( up/down ) ;
    p=( raise/lift/lower ) captions ;
    ( move/put ) it ( to/at )* p=( top/bottom ) ;
    ( put/move ) captions ( higher/lower )
    """)
def _captions_place(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if "captions" not in words and not (c.situation.last and c.situation.last[-1].op == "set_captions"):
        return None
    top = bool(words & {"top", "higher"}) or f.word("p") in ("up", "raise", "lift")
    return do(SetCaptions(place="top" if top else "bottom"))


@BOOK.rule("""
    MAKE? captions ( words/size/typeface )? ( BE )? ( deg=abit/much/even/more )* z=bigger/smaller/medium (
        deg2=abit/much )? ;
    MAKE? ( deg=abit/much )? z=bigger/smaller/medium captions ;
    captions ( are/is/look ) ( deg=abit/much/way )? too t=bigger/smaller ;
    ( enlarge/shrink ) captions ;
    MAKE subtitle words? ( BE )? ( deg=abit/much/even/more )* z=bigger/smaller ;
    ( increase/reduce/decrease ) ( size of )? captions ( size )? ;
    raise ( size of captions | captions size ) ;
    ( i )? ( can not/hardly/barely ) read captions ;
    captions ( are )? ( hard/difficult/unreadable/illegible/impossible ) ( to read )? ;
    z=bigger/smaller words in captions
    """)
def _captions_size(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    sizes = ["small", "medium", "large"]
    now = sizes.index(c.board.captions_size if c.board else "medium")
    z = f.word("z") or {"bigger": "smaller", "smaller": "bigger"}.get(f.word("t"), "")
    z = z or ("smaller" if words & {"shrink", "reduce", "decrease"} else "bigger")
    raw = [str(t.value) for t in f.tokens("z")]
    if z == "medium":
        return do(SetCaptions(size="medium"))
    if raw and words & {"is", "are", "look"} and not words & _ASKED and raw[0] in _PLAIN:
        z, raw = {"bigger": "smaller", "smaller": "bigger"}[z], []
    if raw and raw[0] in ("big", "large", "huge", "enormous", "massive"):
        return do(SetCaptions(size="large"))
    if raw and raw[0] in ("small", "tiny"):
        return do(SetCaptions(size="small"))
    new = now + (1 if z == "bigger" else -1)
    if not 0 <= new <= 2:
        return ask(
            f"The captions are already as {'large' if now else 'small'} as they get; shall they move?",
            "Put the captions at the top",
        )
    return do(SetCaptions(size=sizes[new]))  # type: ignore[arg-type]


# cuts


@BOOK.rule(
    """
    ( use/make/set/want/put/have/try/add/do/need/just )? ( all )? ( t=hardcut/dissolve/cut ) ( transition )?
        ( ( between/for/in/into/at/to/before/on/after )+ ( s=@scene | all? scene ) )? ( only | instead of
        dissolve/hardcut | instead )* ;
    ( change/make/set/turn/switch/replace ) ( all )? transition ( ( between/for/in/into/to/of/at )+ s=@scene
        )? ( to/into/with/by/be )* ( t=hardcut/dissolve/cut ) ;
    ( cut )( between/to )+ s=@scene ( hard ) ;
    ( no/remove/stop/lose | dont use | dont want | dont make ) ( all )? n=( dissolve/hardcut ) ( transition
        )? ( ( between/in/into/for/before/to/at )+ s=@scene )? ;
    ( want/make/let/have )? ( all )? ( scene | s=@scene ) ( should/to/must )* t=( dissolve/cut ) (
        into/to/in/over/all/another/from/one/softly/gently )* ;
    ( replace/swap/change ) all? n2=( dissolve/hardcut ) ( with/for/by/to )+ t=hardcut/dissolve/cut ;
    s=@scene should t=dissolve/cut ( in )? ;
    t=dissolve/cut ( in )? ( to/into ) s=@scene ;
    t=dissolve ( s=@scene ) in ;
    t=( dissolve/merge ) ( softly/gently/slowly/smoothly )+ ( into/to ) s=@scene ;
    ( let/make/have ) s=@scene t=dissolve/cut ( in )? ;
    ( transition ) ( should/must )? ( be )? t=hardcut/dissolve ;
    no transition ;
    start s=@scene with t=hardcut/dissolve/cut ;
    from @scene ( to/into ) s=@scene t=hardcut/dissolve/cut ;
    ( use/make/put/have/want/do )? t=hardcut/dissolve/cut from @scene ( to/into ) s=@scene
    """
)
def _transition(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if words == ["cut"] or words == ["cut", "@scene"]:
        return None
    scenes = f.value("s") if f.has("s") else None
    if scenes is not None and scenes.problem:
        return ask(scenes.problem)
    kind = f.word("t")
    if f.has("n"):
        kind = "cut" if f.word("n") == "dissolve" else "dissolve"
    elif not kind:
        kind = "cut"
    how = "cut" if kind in ("cut", "hardcut") else "dissolve"
    if scenes is None or scenes.every:
        return do(SetTransition(transition=how))  # type: ignore[arg-type]
    ids = list(scenes.ids)
    if "between" in words and len(ids) == 2:
        ids = [max(ids, key=c.number)]
    patches: list[Patch] = [SetTransition(scene=id_, transition=how) for id_ in ids]  # type: ignore[arg-type]
    return do(*patches, focus=scenes.ids)


@BOOK.rule("""
    ( change/another/better/hate ) transition ;
    i? hate transition ;
    i? am? unsure about transition
    """)
def _which_transition(c: Context, f: Found) -> Reading | None:
    return ask("How should the scenes change?", "Use hard cuts", "Use dissolves")
