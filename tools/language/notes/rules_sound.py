"""Rules of sound: how long the programme is, how fast it is spoken, the music, the voice."""

from __future__ import annotations

from tools.language.notes.catalogues import choose, listed_names, mood_named, word_of, words_of
from tools.language.notes.context import Context, Reading, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook, degree
from tools.patches import SetDuration, SetMusic, SetSpeed, SetVoice

BOOK = Rulebook()
GAIN = {"abit": 3.0, "": 6.0, "much": 10.0}
"""dB that a louder or quieter music means."""
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
    "MAKE? IT? BE? ( exactly/about/around/only/of/to/at/down/up/no/off/below/keep/than/more/longer/less/under/max/maximum/within/in/into )* "
    "d=@dur/@time ( long/duration/total/video/shorter/longer/maximum/max/tops/version/flat )?",
    "MAKE? duration BE? ( to/of/be/at/: )* d=@dur",
    "( shorten/lengthen/cut/bring/get/reduce/trim/change/make/increase/turn/fit/squeeze/crop ) IT? duration? down/up? ( to/at/into/under/below/around/about )+ "
    "d=@dur long?",
    "IT? duration? should/must/needs/has/can/could to? ( not )? ( last/take/run/be/fit ) ( only/for/about/around/exactly/in/into/under )* "
    "( more | longer than )? d=@dur long?",
    "i would? want/need/love/prefer? IT? BE? ( it to be )? ( about/only/exactly )? d=@dur long? video/version?",
    "want IT to? be/last/take? d=@dur long?",
    "video of d=@dur",
    "( shorten/lengthen ) IT so it is d=@dur long?",
    "d=@dur video/duration/long?",
)
def exact_length(c: Context, f: Found) -> Reading | None:
    if any(token.norm in ("shorter", "longer", "shorten_by") for token in f.tokens()):
        factor = -1 if "shorter" in [t.norm for t in f.tokens()] else 1
        if any(t.norm in ("than", "no", "not") for t in f.tokens()):
            return _set_seconds(f.value("d"))
        if c.seconds is None:
            return ask("How long should it be?", "Make it 30 seconds long", "Make it 60 seconds long")
        return _set_seconds(c.seconds + factor * f.value("d"))
    return _set_seconds(f.value("d"))


@BOOK.rule(
    "( ( cut/remove/trim/shorten/reduce/shave/take/drop/lose/crop ) ( IT )? ( video )? duration? ( by/off/about )* d=@dur "
    "( from/off/of/out )* IT? duration? )",
    "MAKE? IT? BE? d=@dur less",
    "( shorten/cut/reduce ) ( IT | duration ) by d=@dur",
)
def cut_by(c: Context, f: Found) -> Reading | None:
    if c.seconds is None:
        return ask("How long should it be?", "Make it 30 seconds long", "Make it 60 seconds long")
    return _set_seconds(c.seconds - f.value("d"))


@BOOK.rule(
    "( lengthen/add/extend/increase ) ( IT )? ( duration )? ( by/another/about )* ( d=@dur ) more? ( to/of )? IT? duration?",
    "MAKE? IT? BE? d=@dur more",
    "make IT last d=@dur more/longer",
)
def add_to(c: Context, f: Found) -> Reading | None:
    if c.seconds is None:
        return ask("How long should it be?", "Make it 30 seconds long", "Make it 60 seconds long")
    return _set_seconds(c.seconds + f.value("d"))


@BOOK.rule(
    "MAKE? ( IT | duration ) BE? ( half as long | half as duration | half duration | half of duration | in half )",
    "( cut/halve/reduce/shorten/split/chop/crop ) IT? duration? ( in half | by half | to half | by @half )? ( of? duration )?",
    "( half as long | half duration | halve IT | halve duration )",
)
def half(c: Context, f: Found) -> Reading | None:
    words = [token.norm for token in f.tokens()]
    return _scaled(c, 0.5) if {"half", "halve"} & set(words) else None


@BOOK.rule(
    "MAKE? ( IT | duration ) BE? ( twice as long | double duration | doubled | twice duration )",
    "double IT? duration?",
    "twice as long",
)
def twice(c: Context, f: Found) -> Reading | None:
    return _scaled(c, 2.0)


@BOOK.rule(
    "MAKE? ( IT | duration ) BE? p=@pct shorter",
    "( shorten/cut/reduce/trim ) ( IT | duration ) by p=@pct",
    "( shorten/cut/reduce/trim ) p=@pct off? of? ( IT | duration )?",
    "p=@pct shorter",
)
def percent_shorter(c: Context, f: Found) -> Reading | None:
    return _scaled(c, 1 - f.value("p") / 100) if f.value("p") < 95 else ask("How long should it be?")


@BOOK.rule(
    "MAKE? ( IT | duration ) BE? p=@pct longer", "( lengthen/increase ) ( IT | duration ) by p=@pct", "p=@pct longer"
)
def percent_longer(c: Context, f: Found) -> Reading | None:
    return _scaled(c, 1 + f.value("p") / 100)


@BOOK.rule(
    "MAKE? ( IT | duration ) BE? ( deg=abit/much/more/even/too )* shorter ( deg2=abit/much )?",
    "( shorten ) ( IT | duration )? ( down )? ( deg=abit/much )?",
    "( cut/trim/bring ) ( IT | duration ) down ( deg=abit/much )?",
    "( deg=abit/much )? shorter ( version/video )?",
    "IT is ( deg=abit/much/way )? ( too/quite )? long",
    "IT ( deg=abit )? drag ( on )? ( deg2=abit )?",
    "IT ( run/is | go on ) ( deg=abit/much/way )? too? long",
    "( make/want/need/do ) shorter ( version/video/draft/variation )",
    "( too/abit ) long",
    "could be shorter",
)
def shorter(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    if "is" in words and "long" in words and not words & {"too", "abit", "way", "much", "quite"} and "shorter" not in words:
        return None
    return _scaled(c, SHORTER["abit" if "abit" in words else "much" if words & {"much", "way"} else ""])


@BOOK.rule(
    "MAKE? ( IT | duration ) BE? ( deg=abit/much/more/even )* longer ( deg2=abit/much )?",
    "lengthen ( IT | duration )? ( deg=abit/much )?",
    "( deg=abit/much )? longer ( version/video )?",
    "IT is ( deg=abit/much/way )? too short",
    "( make/want/need ) longer ( version/video/draft/variation )",
    "too short",
)
def longer(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    return _scaled(c, LONGER["abit" if "abit" in words else "much" if words & {"much", "way"} else ""])


@BOOK.rule(
    "( make/let/leave ) ( IT | duration ) ( use/run/be/last )? ( as long as ) ( it/speech/speed/script/text/words/she/voice/she ) ( use/takes/want/needs/need )? ( to be )?",
    "( remove/no/forget ) ( fixed/exact/target )? duration ( limit )?",
    "( it/video ) ( can/may/should ) ( take/be ) as long as ( it ) needs/takes/need/take? ( to )?",
    "duration ( does not | dont ) matter",
    "( let ) duration ( be )? ( free/open/automatic )",
    "as long as it takes/needs/use/want",
)
def free_length(c: Context, f: Found) -> Reading | None:
    return do(SetDuration(seconds=None))


# how fast it is spoken


def _pace(c: Context, factor: float) -> Reading:
    now = c.board.speed if c.board else 1.0
    return _set_speed(now * factor)


def _set_speed(speed: float) -> Reading:
    if not 0.45 <= speed <= 2.05:
        return ask("The voice can speak at half to twice its own pace; how fast should it be?", "Speak at 0.5x", "Speak at 2x")
    return do(SetSpeed(speed=min(2.0, max(0.5, round(speed, 2)))))


_WHO = "( voice/avatar/she/he/they/speed/daniel/maya/lady/woman/man/guy/girl | her/his voice )"
_SPEAKS = f"( ( make/have/let/get/want/ask ) {_WHO} to? ( talk/go/read/say/speedup )? | {_WHO} ( should/must/could/can/needs )? to? ( talk/be/go/is/sound/read )? | talk/read | say it/everything | MAKE {_WHO} BE? | MAKE talk speed )"


@BOOK.rule(
    f"{_SPEAKS} ( at )? s=@times ( speed )?",
    "MAKE? speed BE? ( to/at/of )? s=@times",
    "MAKE? IT? s=@times ( speed/faster )",
    "( speedup ) ( IT | voice )? to/by? s=@times",
    "speed ( to/at/: )? s=@num",
    "MAKE speed ( to/at )? s=@num",
    "talk at s=@num ( speed )?",
    "s=@times speed",
    "( show/play/run/use/talk ) it? at s=@times ( speed )?",
)
def exact_pace(c: Context, f: Found) -> Reading | None:
    return _set_speed(float(f.value("s")))


@BOOK.rule(
    f"{_SPEAKS} ( at )? ( normal/usual/natural/regular/standard/original/default/own ) ( speed )?",
    "( back to ) ( normal/usual/natural/regular/original/default ) speed",
    "( reset ) speed ( of voice )?",
    "MAKE speed ( back )? ( to )? ( normal/usual/natural/regular/original/default )",
    "( normal/usual/natural/regular/default ) speed",
)
def own_pace(c: Context, f: Found) -> Reading | None:
    return _set_speed(1.0)


@BOOK.rule(
    f"{_SPEAKS} p=@pct faster",
    "speedup ( IT | voice | speed | talk )? ( by )? p=@pct",
    "( increase/raise ) speed by p=@pct",
    f"{_SPEAKS} ( by )? p=@pct ( faster )",
)
def percent_faster(c: Context, f: Found) -> Reading | None:
    return _pace(c, 1 + f.value("p") / 100)


@BOOK.rule(
    f"{_SPEAKS} p=@pct slower",
    "slowdown ( IT | voice | speed | talk )? ( down )? ( by )? p=@pct",
    "( reduce/lower/decrease ) speed by p=@pct",
)
def percent_slower(c: Context, f: Found) -> Reading | None:
    return _pace(c, 1 - f.value("p") / 100)


@BOOK.rule(f"( {_SPEAKS} | make it )? ( twice/double as fast/faster | twice as quickly )", "double speed")
def double_pace(c: Context, f: Found) -> Reading | None:
    return _pace(c, 2.0)


@BOOK.rule(f"{_SPEAKS} ( half as fast | at half speed )", "half speed")
def half_pace(c: Context, f: Found) -> Reading | None:
    return _pace(c, 0.5)


@BOOK.rule(
    f"{_SPEAKS} DEG? faster ( deg2=abit/much )?",
    "MAKE? speed BE? DEG? faster/up ( deg2=abit/much )?",
    "speedup ( voice/speed/talk/it/this/video/everything/@line/script/her/him/she/he/avatar )? ( deg2=abit/much )?",
    "speedup",
    "( speed IT up | speed up IT ) ( abit/much )?",
    "( increase/raise/up/boost ) speed ( deg2=abit/much )?",
    f"{_WHO} ( talk/is/read/sound ) ( deg=abit/much/way )? too slow/slower",
    f"{_WHO} is ( deg=abit/much/way )? slow",
    "( deg=abit/much )? faster speed/voice?",
    "talk ( is )? ( deg=abit/much/way )? too slow/slower",
    "speed is ( deg=abit/much/way )? too? slow/slower",
    "make IT ( deg=abit/much )? faster ( deg2=abit/much )?",
    "MAKE? ( deg=abit/much )? faster voice/speed/talk",
    "IT is ( deg=abit/much/way )? too slow/slower",
    "IT ( feel/drag ) ( deg=abit/much/way )? too? slow/slower",
)
def faster(c: Context, f: Found) -> Reading | None:
    return _pace(c, PACE[degree(f) or degree(f, "deg2")])


@BOOK.rule(
    f"{_SPEAKS} DEG? slower ( down )? ( deg2=abit/much )?",
    "MAKE? speed BE? DEG? slower/down ( deg2=abit/much )?",
    "slowdown ( voice/speed/talk/it/this/video/everything/@line/script/her/him/she/he/avatar )? ( down )? ( deg2=abit/much )?",
    "slowdown",
    f"{_WHO} ( should/could )? slowdown ( down )? ( deg=abit/much )?",
    "( reduce/lower/decrease ) speed ( deg2=abit/much )?",
    f"{_WHO} ( talk/is/read/sound/rushes/speedup/go ) ( deg=abit/much/way )? ( too )? fast/faster/quick/rushed",
    f"{_WHO} ( rushes/rushing | is rushing )",
    "( deg=abit/much )? slower speed/voice?",
    "( talk/speed ) ( is )? ( deg=abit/much/way )? too fast/faster",
    "speed is ( deg=abit/much/way )? too? fast/faster/high/quick",
    "make IT ( deg=abit/much )? slower ( deg2=abit/much )?",
    "MAKE? ( deg=abit/much )? slower voice/speed/talk",
    "IT ( is/feel/sound ) ( deg=abit/much/way )? too? fast/faster/rushed/hurried",
    "i can not ( follow | keep up ) ...?",
)
def slower(c: Context, f: Found) -> Reading | None:
    return _pace(c, 1 / PACE[degree(f) or degree(f, "deg2")])


# music


def _gain(c: Context, step: float) -> Reading:
    now = c.board.music_gain if c.board else 0.0
    if c.board and c.board.music in ("none", "off"):
        return ask("There is no music at the moment; which one would you like?", *_moods(c))
    wanted = min(12.0, max(-40.0, round(now + step, 1)))
    if wanted == now:
        return ask(f"The music is already as {'loud' if step > 0 else 'quiet'} as it goes; shall I change it for another?", *_moods(c))
    return do(SetMusic(gain=wanted))


def _moods(c: Context) -> tuple[str, ...]:
    now = c.board.music if c.board else ""
    return tuple(f"Use the {word_of(m.name)} music" for m in c.situation.catalogues.get("music", ()) if m.id != now)[:5]


@BOOK.rule(
    "( no/remove/mute/stop/cut/kill/drop/lose ) background? ( all )? music ( completely/entirely/altogether/off )?",
    "MAKE? music ( BE )? off/no/none/mute",
    "( music/silent ) off",
    "( dont use/want/need/have/play/add/put/include ) ( all )? music",
    "MAKE? ( IT )? ( no ) music",
    "( turn/switch ) off music",
    "mute ( all )? music",
    "MAKE? IT ( silent )",
    "music ( should/must/can/needs/has ) ( to )? ( go/stop/disappear | be remove )",
    "( i )? ( can | could ) ( do/live ) no music",
    "voice only",
    "( no ) background sound/music ( all )?",
    "i? ( dont ) want/need/like? music ( in ... )?",
)
def no_music(c: Context, f: Found) -> Reading | None:
    if c.board and c.board.music == "none":
        return Reading(kept=True, said="There is no music, and it stays so.")
    return do(SetMusic(mood="none"))


@BOOK.rule(
    "MAKE? ( music ) volume? ( BE )? ( to/at/by )? db=@db ( dir=up/down/louder/quieter )?",
    "( turn/put/set/bring/lower/raise/reduce/increase/boost/drop/make ) ( music )? volume? ( dir=up/down/by/louder/quieter/to )* db=@db "
    "( dir2=louder/quieter/up/down )?",
    "( lower/reduce/drop/decrease ) music volume? by db=@db",
)
def exact_gain(c: Context, f: Found) -> Reading | None:
    words = [token.norm for token in f.tokens()]
    amount, now = f.value("db"), c.board.music_gain if c.board else 0.0
    if "music" not in words and "volume" not in words and "it" not in words:
        return None
    if {"down", "quieter", "lower", "reduce", "drop", "decrease"} & set(words):
        amount = now - abs(amount)
    elif {"up", "louder", "raise", "increase", "boost", "by"} & set(words):
        amount = now + amount
    if not -40 <= amount <= 12:
        return ask("The music can be set from 40 dB quieter to 12 dB louder than usual; how much should it be?")
    return do(SetMusic(gain=round(amount, 1)))


_MUSIC = "( music volume? | volume music? | volume of music )"


@BOOK.rule(
    f"( turn/MAKE/bring/lower/reduce/decrease/drop/soften/dial ) {_MUSIC} BE? ( down/lower/quieter/softer/low )? ( deg=abit/much )?",
    f"( turn/bring/dial ) down {_MUSIC} ( deg=abit/much )?",
    f"{_MUSIC} ( BE )? ( deg=abit/much/even/more )* quieter/lower/softer/down ( deg2=abit/much )?",
    f"MAKE {_MUSIC} ( BE )? ( deg=abit/much/even/more )* quieter/lower/softer/down ( deg2=abit/much )?",
    f"{_MUSIC} is ( deg=abit/much/way )? ( too | quite | so | very ) ( deg2=much )? ( loud/high/strong/dominant/overpowering/intrusive/distracting )",
    f"{_MUSIC} dont be ( so/too/that/much )* ( loud/high/strong )", f"{_MUSIC} is ( deg=abit/much )? ( loud/overpowering/distracting/intrusive/dominant )",
    f"{_MUSIC} ( drowns/covers/mask/masks/overpowers/overpower/drown ) ( out )? ( voice/avatar/her/him/words/she/he/speed )",
    "( deg=abit/much )? quieter music",
    "MAKE ( deg=abit/much )? quieter music",
    "( less/lower ) music ( volume )?",
    "( i )? can not hear ( voice/avatar/her/him/words ) ( over/because/for ) ( of )? music",
    "turn it ( down ) ( deg=abit/much )?",
    "turn down",
)
def quieter(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    down = {"down", "lower", "quieter", "softer", "low", "reduce", "decrease", "drop", "soften", "less"} & set(words)
    loud = {"loud", "high", "strong", "dominant", "overpowering", "intrusive", "distracting", "drowns", "drown", "mask",
            "covers", "masks", "overpowers", "overpower", "hear"} & set(words)  # fmt: skip
    if not down and not loud:
        return None
    step = GAIN["abit" if "abit" in words else "much" if words & {"much", "way"} else ""]
    return _gain(c, -step)


@BOOK.rule(
    f"( turn/MAKE/raise/increase/boost/bring/lift/pump ) {_MUSIC} BE? ( up/higher/louder )? ( deg=abit/much )?",
    f"( turn/bring/pump ) up {_MUSIC} ( deg=abit/much )?",
    f"{_MUSIC} ( BE )? ( deg=abit/much/even/more )* louder/higher/up/stronger ( deg2=abit/much )?",
    f"MAKE {_MUSIC} ( BE )? ( deg=abit/much/even/more )* louder/higher/up/stronger ( deg2=abit/much )?",
    f"{_MUSIC} is ( deg=abit/much/way )? too ( deg2=much )? ( quieter/low/soft/weak/quiet/faint )",
    "( deg=abit/much )? louder music",
    "MAKE ( deg=abit/much )? louder music",
    "more music ( volume )?",
    "( i )? can ( not | hardly | barely ) hear music",
    "turn it up ( deg=abit/much )?",
)
def louder(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    if not words & {"up", "higher", "louder", "stronger", "raise", "increase", "boost", "hear", "more", "quieter", "low",
                    "soft", "weak", "quiet", "faint", "lift", "pump"}:  # fmt: skip
        return None
    if words & {"quieter"} and "too" not in words:
        return None
    return _gain(c, GAIN["abit" if "abit" in words else "much" if words & {"much", "way"} else ""])


@BOOK.rule(f"MAKE? {_MUSIC} BE? ( half ) ( as loud )? ( volume )?", "halve music volume", "half as loud music")
def half_loud(c: Context, f: Found) -> Reading | None:
    return _gain(c, -10.0)


@BOOK.rule(f"MAKE? {_MUSIC} BE? twice as loud", "double music volume")
def twice_loud(c: Context, f: Found) -> Reading | None:
    return _gain(c, 10.0)


@BOOK.rule(f"( MAKE/reset ) {_MUSIC} ( back )? ( to )? normal ( volume )?", "normal music volume")
def usual_loud(c: Context, f: Found) -> Reading | None:
    return do(SetMusic(gain=0.0))


@BOOK.rule(
    "MAKE? music ( to/into/with/: )? ( something/BE )* m=( . ( and/but/, )? .? .? )",
    "MAKE? ( use/want/add/put/play/have/give/try )* ( something/with )* m=( . ( and/but/, )? .? .? ) music ( ( instead/on/in/under/please | to it )+ )?",
    "( replace/swap/switch/change ) music ( with/for/to/by ) ( something )? m=( . .? .? .? )",
    "( something ) m=( . .? .? ) for music",
    "music ( should/must/needs/could )? ( to )? ( be/sound/feel ) m=( . ( and/but/, )? .? .? )", "( make/want/have/get/let ) music ( to )? ( be/sound/feel )+ m=( . ( and/but )? .? .? )", "( put/add/use ) m=( . ) music ( in/on/under/to )+ ( it )?",
    "( use/play/put/add/try/take ) music ( that/which ) ( is/sound/feel ) m=( . .? .? )",
    "more m=( . .? ) music",
    "make music ( something ) m=( . .? .? )",
    "as music use? m=( . .? )",
    "music : m=( . .? .? )",
)
def music_named(c: Context, f: Found) -> Reading | None:
    words = [token for token in f.tokens("m") if token.norm not in ("something", "more", "abit", "much", "less", "and", "but", ",", "for", "in", "even", "of", "be", "is", "too", "to", "track", "music", "very", "quite", "with", "bed", "song", "feel", "sound")]
    less = any(token.norm in ("less", "too", "not") for token in (*f.tokens("m"), *f.tokens()))
    if not words:
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
    "( change/replace/swap/switch ) music", "( use/want/try/add/have/get/put/play )? another music",
    "( use/want/try/add/get/have/find/pick/put/give/need )? ( another/new | some other ) ( type/kind/sort | piece of )* music",
    "( hate ) music", "( i ) hate music", "music ( is/sound/feel ) ( deg=abit/much/very/so/quite/too )? ( wrong/bad/awful/boring/annoying/terrible/"
    "horrible/cheesy/ugly/meh/off/dull/dated/old/sad/depressing/aggressive/hectic/repetitive/lame/weird )",
    "music ( does not | dont ) ( fit/work/suit/match ) ...?", "add music", "( unsure ) about music", "i am? unsure about music",
    "music ( BE )? another", "want music", "( put/add ) music ( in/on/under/to/behind )? ( it )?", "better music", "MAKE music better/nicer",
)
def which_music(c: Context, f: Found) -> Reading | None:
    return ask("Which music would you like?", *_moods(c))


# the voice


def _named(c: Context, id_: str, word: str) -> bool:
    names = [k.name.lower() for k in c.situation.catalogues.get("voice", ()) if k.id == id_]
    return any(word in name.split(",")[0].split() for name in names)


def _voices(c: Context) -> tuple[str, ...]:
    now = c.board.voice if c.board else ""
    return tuple(f"Use the voice {name}" for name in listed_names(c, "voice", now))[:5]


@BOOK.rule(
    "MAKE? ( use/want/try/have/give/get/with )? ( v=( .? .? .? . ) ) voice ( instead | for it | for this | for video | for narration )*",
    "( change/switch/set/make/turn/replace/swap ) voice ( to/into/with/for/by/: ) ( something )? v=( .? .? .? . ) ( voice/one )?",
    "voice ( should/must/needs/could/can/has ) ( to )? ( be/sound/feel ) ( something )? ( more )? v=( .? .? .? . )",
    "( make/let/have/get ) ( v=( .? .? . ) ) ( read/say/narrate/talk ) ( it/this/everything/text/script/words/@line )",
    "( make ) voice v=( .? .? . )",
    "( have/let ) it ( read/talk ) by v=( .? .? . )", "voice : v=( . .? .? )", "use voice ( of/named/called/number )? v=( .? .? . )",
    "( read/narrate ) by v=( .? .? . )", "v=( .? .? . ) as voice", "voice ( of ) v=( .? .? . )",
    "use v=( .? .? . ) ( for/as ) voice", "use v=( .? .? . ) voice", "v=( .? ) voice of v2=( . )", "( use/want/have ) v=( .? .? accent )", "use v=( . )", "voice ( with ) v=( .? . accent )",
    "( give/make ) ( her/him/it/she/he/voice/avatar ) ( have )? v=( . accent )", "v=( . accent )", "( talk/sound ) ( with/in )? v=( . accent )",
    "( make/let ) ( her/him/it/she/he/voice ) ( sound/talk ) ( more )? v=( british/american/scottish )", "v=( . ) voice ( should )? ( talk/read )",
)
def voice_named(c: Context, f: Found) -> Reading | None:
    words = [*f.tokens("v"), *(f.tokens("v2") if f.match.groupdict().get("v2") else ())]
    heard = choose(c, "voice", words)
    spoken = {"voice", "accent", "read", "say", "talk", "sound"} & {token.norm for token in f.tokens()}
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


@BOOK.rule(
    "( change/replace/swap/switch ) voice", "( use/want/try/get/have/find/pick/give/need )? ( another/new ) ( voice )",
    "( hate ) voice", "( i ) hate voice", "( i )? hate ( her/how ) voice/she? ( talk/sound )?", "i? am? unsure about voice",
    "voice ( is/sound/feel ) ( deg=abit/much/very/so/quite/too )? ( wrong/bad/awful/boring/annoying/robotic/terrible/horrible/cheesy/ugly/"
    "meh/off/dull/flat/monotone/monotonous/artificial/fake/weird/harsh/cold/old/young/high/low/deep )",
    "voice ( does not | dont ) ( fit/work/suit/match ) ...?", "( better/nicer ) voice", "MAKE voice better/nicer", "someone another ( should )? ( talk/read )? ( it )?",
    "MAKE? voice ( BE )? ( deg=abit/much/more )* ( deeper/higher/lower/older/younger/darker/richer/raspier/sexier/huskier/thinner )",
    "( deeper/higher/lower/older/younger/darker ) voice", "MAKE ( deeper/higher/lower/older/younger/darker ) voice",
    "( raise/lower/change ) pitch ( of voice )?", "someone ( older/younger/another )", "MAKE? voice ( BE )? another", "voice BE ( older/younger )",
)
def which_voice(c: Context, f: Found) -> Reading | None:
    return ask("Which voice would you like?", *_voices(c))
