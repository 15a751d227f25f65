"""Rules of time: how long the programme is and how fast it is spoken."""

from __future__ import annotations

from tools.language.notes.context import Context, Reading, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook, degree
from tools.patches import SetDuration, SetSpeed

BOOK = Rulebook()

PACE = {"abit": 1.05, "": 1.1, "much": 1.25}
SHORTER = {"abit": 0.9, "": 0.8, "much": 0.6}
LONGER = {"abit": 1.1, "": 1.25, "much": 1.5}

_DOWN = "quieter/lower/smaller/softer/down/less"
_UP = "louder/higher/bigger/up/more"


def _set_seconds(seconds: float) -> Reading:
    if not 1 <= seconds <= 7200:
        return ask("A video can be 1 second to two hours long; how long should it be?")
    return do(SetDuration(seconds=round(seconds, 2)))


def _scaled(context: Context, factor: float) -> Reading:
    if context.seconds is None:
        return ask("How long should it be?", "Make it 30 seconds long", "Make it 60 seconds long")
    return _set_seconds(max(1.0, float(round(context.seconds * factor))))


@BOOK.rule(
    """
    MAKE? IT? BE? (
        exactly/about/around/only/of/to/at/down/up/no/off/below/keep/than/more/longer/less/under/max/maximum/within/in/into
        )* d=@dur/@time ( long/duration/total/video/shorter/longer/maximum/max/tops/version/flat )? ;
    MAKE? duration BE? ( to/of/be/at/: )* d=@dur ;
    ( shorten/lengthen/cut/bring/get/reduce/trim/change/make/increase/turn/fit/squeeze/crop ) IT? duration?
        down/up? ( to/at/into/under/below/around/about )+ d=@dur long? ;
    IT? duration? should/must/needs/has/can/could to? ( not )? ( last/take/run/be/fit ) (
        only/for/about/around/exactly/in/into/under )* ( more | longer than )? d=@dur long? ;
    i would? want/need/love/prefer? IT? BE? ( it to be )? ( about/only/exactly )? d=@dur long?
        video/version? ;
    want IT to? be/last/take? d=@dur long? ;
    video of d=@dur ;
    ( shorten/lengthen ) IT so it is d=@dur long? ;
    d=@dur video/duration/long?
    """
)
def _exact_length(c: Context, f: Found) -> Reading | None:
    if any(token.norm in ("between", "from", "least") for token in f.tokens()):
        return ask("How long should it be?")
    if f.tokens()[0].norm in ("add", "give") and c.seconds is not None:
        return _set_seconds(c.seconds + f.value("d"))
    if any(token.norm in ("shorter", "longer", "shorten_by") for token in f.tokens()):
        factor = -1 if "shorter" in [t.norm for t in f.tokens()] else 1
        if any(t.norm in ("than", "no", "not") for t in f.tokens()):
            return _set_seconds(f.value("d"))
        if c.seconds is None:
            return ask("How long should it be?", "Make it 30 seconds long", "Make it 60 seconds long")
        return _set_seconds(c.seconds + factor * f.value("d"))
    return _set_seconds(f.value("d"))


@BOOK.rule(
    """
    ( ( cut/remove/trim/shorten/reduce/shave/take/drop/lose/crop ) ( IT )? ( video )? duration? (
        by/off/about )* d=@dur ( from/off/of/out )* IT? duration? ) ;
    MAKE? IT? BE? d=@dur less ;
    ( shorten/cut/reduce ) ( IT | duration ) by d=@dur
    """
)
def _cut_by(c: Context, f: Found) -> Reading | None:
    if c.seconds is None:
        return ask("How long should it be?", "Make it 30 seconds long", "Make it 60 seconds long")
    return _set_seconds(c.seconds - f.value("d"))


@BOOK.rule(
    """
    ( lengthen/add/extend/increase ) ( IT )? ( duration )? ( by/another/about )* ( d=@dur ) more? ( to/of )?
        IT? duration? ;
    MAKE? IT? BE? d=@dur more ;
    make IT last d=@dur more/longer
    """
)
def _add_to(c: Context, f: Found) -> Reading | None:
    if c.seconds is None:
        return ask("How long should it be?", "Make it 30 seconds long", "Make it 60 seconds long")
    return _set_seconds(c.seconds + f.value("d"))


@BOOK.rule(
    """
    MAKE? ( IT | duration ) BE? ( half as long | half as duration | half duration | half of duration | in
        half ) ;
    ( cut/halve/reduce/shorten/split/chop/crop ) IT? duration? ( in half | by half | to half | by @half )? (
        of? duration )? ;
    ( half as long | half duration | halve IT | halve duration )
    """
)
def _half(c: Context, f: Found) -> Reading | None:
    words = [token.norm for token in f.tokens()]
    return _scaled(c, 0.5) if {"half", "halve"} & set(words) else None


@BOOK.rule(
    """
    MAKE? ( IT | duration ) BE? ( twice as long | double duration | doubled | twice duration ) ;
    double IT? duration? ;
    twice as long
    """
)
def _twice(c: Context, f: Found) -> Reading | None:
    return _scaled(c, 2.0)


@BOOK.rule(
    """
    MAKE? ( IT | duration ) BE? p=@pct shorter ;
    ( shorten/cut/reduce/trim ) ( IT | duration ) by p=@pct ;
    ( shorten/cut/reduce/trim ) p=@pct off? of? ( IT | duration )? ;
    p=@pct shorter
    """
)
def _percent_shorter(c: Context, f: Found) -> Reading | None:
    return _scaled(c, 1 - f.value("p") / 100) if f.value("p") < 95 else ask("How long should it be?")


@BOOK.rule(
    """
    MAKE? ( IT | duration ) BE? p=@pct longer ;
    ( lengthen/increase ) ( IT | duration ) by p=@pct ;
    p=@pct longer
    """
)
def _percent_longer(c: Context, f: Found) -> Reading | None:
    return _scaled(c, 1 + f.value("p") / 100)


@BOOK.rule(
    """
    MAKE? ( IT | duration ) BE? ( deg=abit/much/more/even/too )* shorter ( deg2=abit/much )? ;
    ( shorten ) ( IT | duration )? ( down )? ( deg=abit/much )? ;
    ( cut/trim/bring ) ( IT | duration ) down ( deg=abit/much )? ;
    ( deg=abit/much )? shorter ( version/video )? ;
    IT is ( deg=abit/much/way )? ( too/quite )? long ;
    IT ( deg=abit )? drag ( on )? ( deg2=abit )? ;
    IT ( run/is | go on ) ( deg=abit/much/way )? too? long ;
    ( make/want/need/do ) shorter ( version/video/draft/variation ) ;
    ( too/abit ) long ;
    could be shorter
    """
)
def _shorter(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    if (
        "is" in words
        and "long" in words
        and not words & {"too", "abit", "way", "much", "quite"}
        and "shorter" not in words
    ):
        return None
    return _scaled(c, SHORTER["abit" if "abit" in words else "much" if words & {"much", "way"} else ""])


@BOOK.rule(
    """
    MAKE? ( IT | duration ) BE? ( deg=abit/much/more/even )* longer ( deg2=abit/much )? ;
    lengthen ( IT | duration )? ( deg=abit/much )? ;
    ( deg=abit/much )? longer ( version/video )? ;
    IT is ( deg=abit/much/way )? too short ;
    ( make/want/need ) longer ( version/video/draft/variation ) ;
    too short
    """
)
def _longer(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    return _scaled(c, LONGER["abit" if "abit" in words else "much" if words & {"much", "way"} else ""])


@BOOK.rule(
    """
    ( make/let/leave ) ( IT | duration ) ( use/run/be/last )? ( as long as ) (
        it/speech/speed/script/text/words/she/voice/she ) ( use/takes/want/needs/need )? ( to be )? ;
    ( remove/no/forget ) ( fixed/exact/target )? duration ( limit )? ;
    ( it/video ) ( can/may/should ) ( take/be ) as long as ( it ) needs/takes/need/take? ( to )? ;
    duration ( does not | dont ) matter ;
    ( let ) duration ( be )? ( free/open/automatic ) ;
    as long as it takes/needs/use/want
    """
)
def _free_length(c: Context, f: Found) -> Reading | None:
    return do(SetDuration(seconds=None))


@BOOK.rule("""
    ( MAKE? IT? BE? | IT? duration? ( should/must/needs/can/could ) to? ( last/take/run/be )? ) (
        anything/anywhere/somewhere/something/from )? between/from one=@dur other=@dur ( long/video/please )? ;
    duration :? between one=@dur other=@dur
    """)
def _spanned_length(c: Context, f: Found) -> Reading | None:
    ends = [f"{f.value(name):g}" for name in ("one", "other")]
    return ask("How long exactly should it be?", *(f"Make it {end} seconds long" for end in ends))


# how fast it is spoken


def _pace(c: Context, factor: float) -> Reading:
    now = c.board.speed if c.board else 1.0
    return _set_speed(now * factor)


def _set_speed(speed: float) -> Reading:
    if not 0.45 <= speed <= 2.05:
        return ask(
            "The voice can speak at half to twice its own pace; how fast should it be?", "Speak at 0.5x", "Speak at 2x"
        )
    return do(SetSpeed(speed=min(2.0, max(0.5, round(speed, 2)))))


_WHO = "( voice/avatar/she/he/her/him/they/speed/daniel/maya/lady/woman/man/guy/girl | her/his voice )"
_SPEAKS = (
    f"( ( make/have/let/get/want/ask ) {_WHO} to? ( talk/go/read/say/speedup "
    f")? | {_WHO} ( should/must/could/can/needs )? to? ( talk/be/go/is/sound/read "
    f")? | talk/read | say it/everything | MAKE {_WHO} BE? | MAKE talk speed "
    ")"
)


@BOOK.rule(
    f"""
    {_SPEAKS} ( at )? s=@times ( speed )? ;
    MAKE? speed BE? ( to/at/of )? s=@times ;
    MAKE? IT? s=@times ( speed/faster ) ;
    ( speedup ) ( IT | voice )? to/by? s=@times ;
    speed ( to/at/: )? s=@num ;
    MAKE speed ( to/at )? s=@num ;
    talk at s=@num ( speed )? ;
    s=@times speed ;
    ( show/play/run/use/talk ) it? at s=@times ( speed )?
    """
)
def _exact_pace(c: Context, f: Found) -> Reading | None:
    return _set_speed(float(f.value("s")))


@BOOK.rule(
    f"""
    {_SPEAKS} ( at )? ( normal/usual/natural/regular/standard/original/default/own ) ( speed )? ;
    ( back to ) ( normal/usual/natural/regular/original/default ) speed ;
    ( reset ) speed ( of voice )? ;
    MAKE speed ( back )? ( to )? ( normal/usual/natural/regular/original/default ) ;
    ( normal/usual/natural/regular/default ) speed
    """
)
def _own_pace(c: Context, f: Found) -> Reading | None:
    return _set_speed(1.0)


@BOOK.rule(
    f"""
    {_SPEAKS} p=@pct faster ;
    speedup ( IT | voice | speed | talk )? ( by )? p=@pct ;
    ( increase/raise ) speed by p=@pct ;
    {_SPEAKS} ( by )? p=@pct ( faster )
    """
)
def _percent_faster(c: Context, f: Found) -> Reading | None:
    return _pace(c, 1 + f.value("p") / 100)


@BOOK.rule(
    f"""
    {_SPEAKS} p=@pct slower ;
    slowdown ( IT | voice | speed | talk )? ( down )? ( by )? p=@pct ;
    ( reduce/lower/decrease ) speed by p=@pct
    """
)
def _percent_slower(c: Context, f: Found) -> Reading | None:
    return _pace(c, 1 - f.value("p") / 100)


@BOOK.rule(f"""
    ( {_SPEAKS} | make it )? ( twice/double as fast/faster | twice as quickly ) ;
    double speed
    """)
def _double_pace(c: Context, f: Found) -> Reading | None:
    return _pace(c, 2.0)


@BOOK.rule(f"""
    {_SPEAKS} ( half as fast | at half speed ) ;
    half speed
    """)
def _half_pace(c: Context, f: Found) -> Reading | None:
    return _pace(c, 0.5)


@BOOK.rule(
    f"""
    {_SPEAKS} DEG? faster ( deg2=abit/much )? ;
    MAKE? speed BE? DEG? faster/up ( deg2=abit/much )? ;
    speedup ( voice/speed/talk/it/this/video/everything/@line/script/her/him/she/he/avatar )? (
        deg2=abit/much )? ;
    speedup ;
    ( speed IT up | speed up IT ) ( deg2=abit/much )? ;
    ( increase/raise/up/boost ) speed ( deg2=abit/much )? ;
    {_WHO} ( talk/is/read/sound ) ( deg=abit/much/way )? too slow/slower ;
    {_WHO} is ( deg=abit/much/way )? slow ;
    ( deg=abit/much )? faster speed/voice? ;
    talk ( is )? ( deg=abit/much/way )? too slow/slower ;
    speed is ( deg=abit/much/way )? too? slow/slower ;
    make IT ( deg=abit/much )? faster ( deg2=abit/much )? ;
    MAKE? ( deg=abit/much )? faster voice/speed/talk ;
    IT is ( deg=abit/much/way )? too slow/slower ;
    IT ( feel/drag ) ( deg=abit/much/way )? too? slow/slower
    """
)
def _faster(c: Context, f: Found) -> Reading | None:
    return _pace(c, PACE[degree(f) or degree(f, "deg2")])


@BOOK.rule(
    f"""
    {_SPEAKS} DEG? slower ( down )? ( deg2=abit/much )? ;
    MAKE? speed BE? DEG? slower/down ( deg2=abit/much )? ;
    slowdown ( voice/speed/talk/it/this/video/everything/@line/script/her/him/she/he/avatar )? ( down )? (
        deg2=abit/much )? ;
    slowdown ;
    {_WHO} ( should/could )? slowdown ( down )? ( deg=abit/much )? ;
    ( reduce/lower/decrease ) speed ( deg2=abit/much )? ;
    {_WHO} ( talk/is/read/sound/rushes/speedup/go ) ( deg=abit/much/way )? ( too )? fast/faster/quick/rushed
        ;
    {_WHO} ( rushes/rushing | is rushing ) ;
    ( deg=abit/much )? slower speed/voice? ;
    ( talk/speed ) ( is )? ( deg=abit/much/way )? too fast/faster ;
    speed is ( deg=abit/much/way )? too? fast/faster/high/quick ;
    make IT ( deg=abit/much )? slower ( deg2=abit/much )? ;
    MAKE? ( deg=abit/much )? slower voice/speed/talk ;
    IT ( is/feel/sound ) ( deg=abit/much/way )? too? fast/faster/rushed/hurried ;
    i can not ( follow | keep up ) ...?
    """
)
def _slower(c: Context, f: Found) -> Reading | None:
    return _pace(c, 1 / PACE[degree(f) or degree(f, "deg2")])
