"""Rules of sound: the music and the voice."""

from __future__ import annotations

from tools.language.notes.catalogues import choose, listed_names, mood_named, word_of, words_of
from tools.language.notes.context import Context, Reading, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.patches import SetMusic, SetVoice

BOOK = Rulebook()

GAIN = {"abit": 3.0, "": 6.0, "much": 10.0}
"""dB that a louder or quieter music means."""
# music


def _gain(c: Context, step: float) -> Reading:
    now = c.board.music_gain if c.board else 0.0
    if c.board and c.board.music in ("none", "off"):
        return ask("There is no music at the moment; which one would you like?", *_moods(c))
    wanted = min(12.0, max(-40.0, round(now + step, 1)))
    if wanted == now:
        return ask(
            f"The music is already as {'loud' if step > 0 else 'quiet'} as it goes; shall I change it for another?",
            *_moods(c),
        )
    return do(SetMusic(gain=wanted))


def _moods(c: Context) -> tuple[str, ...]:
    now = c.board.music if c.board else ""
    return tuple(f"Use the {word_of(m.name)} music" for m in c.situation.catalogues.get("music", ()) if m.id != now)[:5]


@BOOK.rule(
    """
    ( no/remove/mute/stop/cut/kill/drop/lose ) background? ( all )? music (
        completely/entirely/altogether/off )? ;
    MAKE? music ( BE )? off/no/none/mute ;
    ( music/silent ) off ;
    ( dont use/want/need/have/play/add/put/include ) ( all )? music ;
    MAKE? ( IT )? ( no ) music ;
    ( turn/switch ) off music ;
    mute ( all )? music ;
    MAKE? IT ( silent ) ;
    music goes | music ( should/must/can/needs/has ) ( to )? ( go/stop/disappear | be remove ) ;
    ( i )? ( can | could ) ( do/live ) no music ;
    voice only ;
    ( no ) background sound/music ( all )? ;
    i? ( dont ) want/need/like? music ( in ... )?
    """
)
def _no_music(c: Context, f: Found) -> Reading | None:
    if c.board and c.board.music == "none":
        return Reading(kept=True, said="There is no music, and it stays so.")
    return do(SetMusic(mood="none"))


@BOOK.rule(
    """
    MAKE? ( music ) volume? ( BE )? ( to/at/by )? db=@db ( dir=up/down/louder/quieter )? ;
    ( turn/put/set/bring/lower/raise/reduce/increase/boost/drop/make ) ( music )? volume? (
        dir=up/down/by/louder/quieter/to )* db=@db ( dir2=louder/quieter/up/down )? ;
    ( lower/reduce/drop/decrease/remove/cut/quieter ) ( music volume? ) ( down )? by? db=@db
    """
)
def _exact_gain(c: Context, f: Found) -> Reading | None:
    words = [token.norm for token in f.tokens()]
    amount, now = f.value("db"), c.board.music_gain if c.board else 0.0
    if "music" not in words and "volume" not in words and "it" not in words:
        return None
    if {"down", "quieter", "lower", "reduce", "drop", "decrease", "remove", "cut"} & set(words):
        amount = now - abs(amount)
    elif {"up", "louder", "raise", "increase", "boost", "by"} & set(words):
        amount = now + amount
    if not -40 <= amount <= 12:
        return ask("The music can be set from 40 dB quieter to 12 dB louder than usual; how much should it be?")
    return do(SetMusic(gain=round(amount, 1)))


_MUSIC = "( music volume? | volume music? | volume of music )"


@BOOK.rule(
    f"""
    ( turn/MAKE/bring/lower/reduce/decrease/drop/soften/dial ) {_MUSIC} BE? ( down/lower/quieter/softer/low
        )? ( deg=abit/much )? ;
    ( turn/bring/dial ) down {_MUSIC} ( deg=abit/much )? ;
    ( turn/bring/dial/scale/pull ) {_MUSIC} back ( deg=abit/much )? ;
    {_MUSIC} ( BE )? ( deg=abit/much/even/more )* quieter/lower/softer/down ( deg2=abit/much )? ;
    MAKE {_MUSIC} ( BE )? ( deg=abit/much/even/more )* quieter/lower/softer/down ( deg2=abit/much )? ;
    {_MUSIC} is ( deg=abit/much/way )? ( too | quite | so | very ) ( deg2=much )? (
        loud/high/strong/dominant/overpowering/intrusive/distracting ) ;
    {_MUSIC} dont be ( so/too/that/much )* ( loud/high/strong ) ;
    {_MUSIC} is ( deg=abit/much )? ( loud/overpowering/distracting/intrusive/dominant ) ;
    {_MUSIC} ( drowns/covers/mask/masks/overpowers/overpower/drown ) ( out )? (
        voice/avatar/her/him/words/she/he/speed ) ;
    ( deg=abit/much )? quieter music ;
    MAKE ( deg=abit/much )? quieter music ;
    ( less/lower ) music ( volume )? ;
    ( i )? can not hear ( voice/avatar/her/him/words ) ( over/because/for ) ( of )? music ;
    turn it ( down ) ( deg=abit/much )? ;
    turn down
    """
)
def _quieter(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    down = {"down", "lower", "quieter", "softer", "low", "reduce", "decrease", "drop", "soften", "less", "back"} & set(
        words
    )
    loud = {
        "loud",
        "high",
        "strong",
        "dominant",
        "overpowering",
        "intrusive",
        "distracting",
        "drowns",
        "drown",
        "mask",
        "covers",
        "masks",
        "overpowers",
        "overpower",
        "hear",
    } & set(words)
    if not down and not loud:
        return None
    step = GAIN["abit" if "abit" in words else "much" if words & {"much", "way"} else ""]
    return _gain(c, -step)


@BOOK.rule(
    f"""
    ( turn/MAKE/raise/increase/boost/bring/lift/pump ) {_MUSIC} BE? ( up/higher/louder )? ( deg=abit/much )?
        ;
    ( turn/bring/pump ) up {_MUSIC} ( deg=abit/much )? ;
    {_MUSIC} ( BE )? ( deg=abit/much/even/more )* louder/higher/up/stronger ( deg2=abit/much )? ;
    MAKE {_MUSIC} ( BE )? ( deg=abit/much/even/more )* louder/higher/up/stronger ( deg2=abit/much )? ;
    {_MUSIC} is ( deg=abit/much/way )? too ( deg2=much )? ( quieter/low/soft/weak/quiet/faint ) ;
    ( deg=abit/much )? louder music ;
    MAKE ( deg=abit/much )? louder music ;
    more music ( volume )? ;
    ( i )? can ( not | hardly | barely ) hear music ;
    turn it up ( deg=abit/much )?
    """
)
def _louder(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    if not words & {
        "up",
        "higher",
        "louder",
        "stronger",
        "raise",
        "increase",
        "boost",
        "hear",
        "more",
        "quieter",
        "low",
        "soft",
        "weak",
        "quiet",
        "faint",
        "lift",
        "pump",
    }:
        return None
    if words & {"quieter"} and "too" not in words:
        return None
    return _gain(c, GAIN["abit" if "abit" in words else "much" if words & {"much", "way"} else ""])


@BOOK.rule(f"""
    MAKE? {_MUSIC} BE? ( half ) ( as loud )? ( volume )? ;
    halve music volume ;
    half as loud music
    """)
def _half_loud(c: Context, f: Found) -> Reading | None:
    return _gain(c, -10.0)


@BOOK.rule(f"""
    MAKE? {_MUSIC} BE? twice as loud ;
    double music volume
    """)
def _twice_loud(c: Context, f: Found) -> Reading | None:
    return _gain(c, 10.0)


@BOOK.rule(f"""
    ( MAKE/reset ) {_MUSIC} ( back )? ( to )? normal ( volume )? ;
    normal music volume
    """)
def _usual_loud(c: Context, f: Found) -> Reading | None:
    return do(SetMusic(gain=0.0))


@BOOK.rule(
    """
    MAKE? music ( to/into/with/: )? ( something/BE )* m=( . ( and/but/, )? .? .? ) ;
    MAKE? ( use/want/add/put/play/have/give/try )* ( something/with )* m=( . ( and/but/, )? .? .? ) music (
        ( instead/on/in/under/please | to it )+ )? ;
    ( replace/swap/switch/change ) music ( with/for/to/by ) ( something )? m=( . .? .? .? ) ;
    ( something ) m=( . .? .? ) for music ;
    music ( should/must/needs/could )? ( to )? ( be/sound/feel ) m=( . ( and/but/, )? .? .? ) ;
    ( make/want/have/get/let ) music ( to )? ( be/sound/feel )+ m=( . ( and/but )? .? .? ) ;
    ( put/add/use ) m=( . ) music ( in/on/under/to )+ ( it )? ;
    ( use/play/put/add/try/take ) music ( that/which ) ( is/sound/feel ) m=( . .? .? ) ;
    more m=( . .? ) music ;
    make music ( something ) m=( . .? .? ) ;
    as music use? m=( . .? ) ;
    ( use/want/have/add/put/play/love )* something m=( . .? ) in background ;
    music : m=( . .? .? )
    """
)
def _music_named(c: Context, f: Found) -> Reading | None:
    words = [
        token
        for token in f.tokens("m")
        if token.norm
        not in (
            "something",
            "more",
            "abit",
            "much",
            "less",
            "and",
            "but",
            ",",
            "for",
            "in",
            "even",
            "of",
            "be",
            "is",
            "too",
            "to",
            "track",
            "music",
            "very",
            "quite",
            "with",
            "bed",
            "song",
            "feel",
            "sound",
        )
    ]
    less = any(token.norm in ("less", "too", "not") for token in (*f.tokens("m"), *f.tokens()))
    if not words or (less and {token.norm for token in words} <= {"quieter", "quiet", "soft", "softer", "low", "loud"}):
        return None
    if less:
        return ask("Which music would you like instead?", *_moods(c)) if mood_named(c, words) else None
    mood = mood_named(c, words)
    if not mood:
        return None
    if c.board and mood == c.board.music:
        return ask(f"The music is already {word_of(mood)}; which other would you like?", *_moods(c))
    return do(SetMusic(mood=mood))


@BOOK.rule(
    """
    ( change/replace/swap/switch ) music ;
    ( use/want/try/add/have/get/put/play )? another music ;
    ( use/want/try/add/get/have/find/pick/put/give/need )? ( another/new | some other ) ( type/kind/sort |
        piece of )* music ;
    ( hate ) music ;
    ( i ) hate music ;
    music ( is/sound/feel ) ( deg=abit/much/very/so/quite/too )? (
        wrong/bad/awful/boring/annoying/terrible/horrible/cheesy/ugly/meh/off/dull/dated/old/sad/depressing/aggressive/hectic/repetitive/lame/weird
        ) ;
    music ( does not | dont ) ( work/fit/suit/match ) ...? ;
    add music ;
    ( unsure ) about music ;
    i am? unsure about music ;
    music ( BE )? another ;
    want music ;
    ( put/add ) music ( in/on/under/to/behind )? ( it )? ;
    better music ;
    MAKE music better/nicer
    """
)
def _which_music(c: Context, f: Found) -> Reading | None:
    return ask("Which music would you like?", *_moods(c))


# the voice


def _named(c: Context, id_: str, word: str) -> bool:
    names = [k.name.lower() for k in c.situation.catalogues.get("voice", ()) if k.id == id_]
    return any(word in name.split(",")[0].split() for name in names)


def _voices(c: Context) -> tuple[str, ...]:
    now = c.board.voice if c.board else ""
    return tuple(f"Use the voice {name}" for name in listed_names(c, "voice", now))[:5]


@BOOK.rule(
    """
    MAKE? ( use/want/try/have/give/get/with )? ( v=( .? .? .? . ) ) voice ( instead | for it | for this |
        for video | for narration )* ;
    ( change/switch/set/make/turn/replace/swap ) voice ( to/into/with/for/by/: ) ( something )? v=( .? .? .?
        . ) ( voice/one )? ;
    voice ( should/must/needs/could/can/has ) ( to )? ( be/sound/feel ) ( something )? ( more )? v=( .? .?
        .? . ) ;
    ( make/let/have/get ) ( v=( .? .? . ) ) ( read/say/narrate/talk ) (
        it/this/everything/text/script/words/@line ) ;
    ( make ) voice v=( .? .? . ) ;
    ( have/let ) it ( read/talk ) by v=( .? .? . ) ;
    voice : v=( . .? .? ) ;
    use voice ( of/named/called/number )? v=( .? .? . ) ;
    ( read/narrate ) by v=( .? .? . ) ;
    v=( .? .? . ) as voice ;
    voice ( of ) v=( .? .? . ) ;
    use v=( .? .? . ) ( for/as ) voice ;
    use v=( .? .? . ) voice ;
    v=( .? ) voice of v2=( . ) ;
    ( use/want/have ) v=( .? .? accent ) ;
    use v=( . ) ;
    voice ( with ) v=( .? . accent ) ;
    ( have/want/use/try/take/hear ) v=( british/scottish/american/scots man/woman/guy/lady/girl ) ( instead )? ;
    ( give/make ) ( her/him/it/she/he/voice/avatar ) ( have )? v=( . accent ) ;
    v=( . accent ) ;
    ( talk/sound ) ( with/in )? v=( . accent ) ;
    ( make/let ) ( her/him/it/she/he/voice ) ( sound/talk ) ( more )? v=( british/american/scottish ) ;
    v=( . ) voice ( should )? ( talk/read )
    """
)
def _voice_named(c: Context, f: Found) -> Reading | None:
    words = [*f.tokens("v"), *(f.tokens("v2") if f.match.groupdict().get("v2") else ())]
    if {"avatar", ",", "and", "music", "captions", "logo", "video", "with", "slower", "faster", "slow", "fast"} & {
        token.norm for token in words
    }:
        return None
    heard = choose(c, "voice", words)
    telling = {"voice", "accent", "read", "say", "talk", "sound", "british", "scottish", "american", "scots"}
    spoken = telling & {token.norm for token in f.tokens()}
    if not spoken and heard and not any(_named(c, heard, word) for word in words_of(words)):
        return None
    if not heard and not {"voice", "accent"} & {token.norm for token in f.tokens()}:
        return None
    if heard is None:
        return None
    if not heard:
        asked = " ".join(c.text[t.start : t.end] for t in words)
        return ask(f'There is no voice for "{asked}"; which of these would you like?', *_voices(c))
    if c.board and heard == c.board.voice:
        return ask("That is the voice it has; which other would you like?", *_voices(c))
    return do(SetVoice(voice=heard))


@BOOK.rule("""
    ( replace/swap/switch/change ) one=( . ) ( by/with/for/to ) two=( . ) ;
    ( replace/swap/switch/change ) from one=( . ) to two=( . )
    """)
def _voice_swapped(c: Context, f: Found) -> Reading | None:
    voices = {k.name.split(",")[0].lower(): k.id for k in c.situation.catalogues.get("voice", ())}
    one, two = (voices.get(f.word(name)) for name in ("one", "two"))
    return do(SetVoice(voice=two)) if one and two else None


@BOOK.rule(
    """
    ( change/replace/swap/switch ) voice ;
    ( use/want/try/get/have/find/pick/give/need )? ( another/new ) ( voice ) ;
    ( hate ) voice ;
    ( i ) hate voice ;
    ( i )? hate ( her/how ) voice/she? ( talk/sound )? ;
    i? am? unsure about voice ;
    voice ( is/sound/feel ) ( deg=abit/much/very/so/quite/too )? (
        wrong/bad/awful/boring/annoying/robotic/terrible/horrible/cheesy/ugly/meh/off/dull/flat/monotone/monotonous/artificial/fake/weird/harsh/cold/old/young/high/low/deep
        ) ;
    voice ( does not | dont ) ( work/fit/suit/match ) ...? ;
    ( better/nicer ) voice ;
    MAKE voice better/nicer ;
    someone another ( should )? ( talk/read )? ( it )? ;
    MAKE? voice ( BE )? ( deg=abit/much/more )* (
        deeper/higher/lower/older/younger/darker/richer/raspier/sexier/huskier/thinner ) ;
    ( deeper/higher/lower/older/younger/darker ) voice ;
    MAKE ( deeper/higher/lower/older/younger/darker ) voice ;
    ( raise/lower/change ) pitch ( of voice )? ;
    someone ( older/younger/another ) ;
    MAKE? voice ( BE )? another ;
    voice BE ( older/younger )
    """
)
def _which_voice(c: Context, f: Found) -> Reading | None:
    return ask("Which voice would you like?", *_voices(c))
