"""Rules of how captions look and what they say beside the words: their style, and who speaks."""

from __future__ import annotations

from tools.language.notes.context import Context, Reading, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.patches import SetCaptions

BOOK = Rulebook()

_STYLES = "karaoke/sing/singalong/plain/simple/box/boxed/highlighted/highlight/branded"


@BOOK.rule(f"""
    MAKE? captions? s=( {_STYLES} ) ( style/type/kind/looking )? captions? ( style/look )? ;
    MAKE? captions ( BE )? ( in/to/into/as/love/like/with/a )* s=( {_STYLES} ) (
        style/look/mode/effect/captions/box/plate )* ;
    ( fill/light/sweep ) words ( in/up )? ( as )? ( they/she/he/it )? ( are/is )? s=( sung ) ;
    ( light/highlight/mark ) ( up )? ( all/every/each )? words? ( s=spoken ) words? ( in captions )? ;
    ( light/highlight/mark ) ( up )? ( all/every/each )? ( s=words ) ( as/while/when ) ( they/she/he/it ) ( are/is )? (
        spoken/said/talk/speak/heard ) ( in captions )? ;
    ( highlight/mark ) ( all/every/each ) ( s=words ) ;
    captions ( should/must/to/can/could )* ( s=light/highlight ) ( up )? ( words )? ( as/while/when ) (
        they/she/he/it/avatar )
        ( are/is )? ( spoken/said/talk/speak/heard/say )
    """)
def _style(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    spoken = {"light", "highlight", "mark", "fill", "sweep"} & words and not {"highlighted"} & words
    if "captions" not in words and "karaoke" not in words and not spoken:
        return None
    asked = f.word("s")
    if asked in ("karaoke", "sing", "singalong", "sung"):
        return do(SetCaptions(burned=_burned(c), style="karaoke"))
    if asked in ("plain", "simple", "box", "boxed"):
        return do(SetCaptions(burned=_burned(c), style="box"))
    if asked == "branded":
        return do(SetCaptions(burned=_burned(c), style="brand"))
    return do(SetCaptions(burned=_burned(c), style="highlight"))


@BOOK.rule("""
    MAKE? captions ( BE )? ( in/on/with/to/into )* ( my/our/brand/brands )* ( own )? (
        colour/colours/plate ) ( plate/box/background )? ;
    MAKE? ( my/our/brand/brands )* ( colour/colours/plate ) ( plate/box/background )? ( for/behind/under/on )? captions
    """)
def _brand(c: Context, f: Found) -> Reading | None:
    return do(SetCaptions(burned=_burned(c), style="brand"))


@BOOK.rule("""
    ( MAKE/show )? captions ( BE )? ( in/with/as/to/show/shown )* ( one/two/few/single/a )* (
        big/large/bigger/huge )? words ( at time )? ( only )? ( by words )? ;
    ( MAKE/show )? captions ( appear/come/be/pop/show/go )* ( up )? words by words ;
    MAKE? words by words captions ( love/like/as/on/in/vertical/reels/reel/shorts/tiktok )* ;
    MAKE? ( big/large/huge ) words captions ;
    MAKE? captions ( BE )? ( love/like/in/a/on )* ( vertical/reels/reel/shorts ) ( style/look/captions )? ;
    MAKE? ( vertical/reels/reel/shorts ) style captions ;
    show ( only )? ( one/few/two ) ( big/large/bigger )? words at time ( in captions )?
    """)
def _word(c: Context, f: Found) -> Reading | None:
    return do(SetCaptions(burned=_burned(c), style="word"))


@BOOK.rule("""
    ( show/tell/say/name/write/put/add/mark/label ) who is? (
        speaking/talking/speaks/talks/talk/speak ) ( in/on ) captions ;
    ( show/add/put/include/write ) ( name/names )? ( of )? ( speaker/speakers/avatar ) ( name/names/label/labels )* (
        in/to/on/into ) captions ;
    ( add/show/put ) ( speaker/avatar ) ( label/labels ) ( in/to/on )? captions? ;
    captions ( should/must/need to )? ( say/show/tell ) who is? ( speaking/talking/speaks/talks/talk/speak )
    """)
def _speakers(c: Context, f: Found) -> Reading | None:
    return do(SetCaptions(speakers=True))


@BOOK.rule("""
    ( remove/hide/drop/delete/lose/take ) ( speaker/speakers/avatar )+ ( name/names/label/labels )* (
        from/in/off/out/of )+ captions ;
    ( remove/hide/drop/delete/lose ) ( speaker/avatar ) ( label/labels ) ;
    no ( speaker/avatar ) ( name/names/label/labels ) in captions
    """)
def _unnamed(c: Context, f: Found) -> Reading | None:
    return do(SetCaptions(speakers=False))


def _burned(c: Context) -> bool | None:
    """A style is asked for to be seen: captions that are off come on."""
    return True if c.board is not None and "burned" not in c.board.captions else None
