"""Rules of delivery: with what feeling somebody speaks, how high, with what pauses and stress, and how loud all is."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from tools.delivery_patches import SetDelivery, SetEmphasis, SetPause
from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.topics import line_saying
from tools.line_spans import occurrence
from tools.patches import SetMusic
from tools.script import Emotion
from tools.sound_patches import SetLoudness, SetNarration, SetSceneSound
from tools.storyboard import Energy

BOOK = Rulebook()

_EMOTIONS: dict[Emotion, tuple[str, ...]] = {
    "warm": ("warm", "warmer", "warmly", "warmth", "friendly", "friendlier", "kind", "kinder", "kindly", "welcoming"),
    "cheerful": ("cheerful", "cheerfully", "happy", "happier", "joyful", "bright", "brighter", "jolly", "cheery"),
    "excited": ("excited", "excitedly", "excitement", "enthusiastic", "enthusiastically", "enthusiasm", "energetic",
                "energetically", "energy", "lively", "livelier", "passionate", "passion", "thrilled"),
    "confident": ("confident", "confidently", "confidence", "assertive", "assured", "proud", "prouder", "proudly"),
    "serious": ("serious", "seriously", "sober", "solemn", "grave", "earnest", "earnestly"),
    "empathetic": ("empathetic", "empathy", "sad", "sadder", "gentle", "gentler", "gently", "caring", "compassionate",
                   "compassion", "reassuring", "comforting", "tender", "understanding", "sympathetic"),
    "calm": ("calm", "calmer", "calmly", "relaxed", "soothing", "quieter", "soft", "softer", "softly"),
    "urgent": ("urgent", "urgently", "urgency", "pressing"),
    "neutral": ("neutral", "neutrally", "plain", "flat", "matter", "normal", "normally"),
}  # fmt: skip
_OF = {word: emotion for emotion, words in _EMOTIONS.items() for word in words}


def emotion_of(word: str) -> Emotion | None:
    """The feeling that a word names."""
    return _OF.get(word)


_OPPOSITE: dict[Emotion, Emotion] = {
    "excited": "calm", "cheerful": "serious", "warm": "neutral", "confident": "neutral", "serious": "warm",
    "empathetic": "cheerful", "calm": "excited", "urgent": "calm", "neutral": "excited",
}  # fmt: skip
"""What somebody wants who says that it is too much of a feeling, or asks for less of it."""
_WORDS = "/".join(_OF)
_FEELINGS = "warmth/excitement/enthusiasm/energy/passion/confidence/empathy/urgency"
_WHO = "( her/him/she/he/avatar/voice/they/them )"
_SAY = "( say/talk/speak/read/deliver/sound )"
_HOW = "( more/abit/much/even/very/really/so/all/nice/nicely/like/a )*"
_WHERE = "( ( in/for/during/at/on )+ ( s=@scene | l=@line ) )?"
SOUND_FILES = (".wav", ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".flac", ".aac", ".webm")
_HALF_TONES = {"abit": 1.0, "": 2.0, "much": 4.0}


@BOOK.rule(
    f"""
    ( make/let/have/get ) {_WHO} ( sound/talk/speak/be/come )+ ( across )? {_HOW} ( m=less )? e=( {_WORDS} ) {_WHERE} ;
    {_WHO} ( should/must/could/can/needs/need/has/may )+ ( to )? ( sound/talk/speak/be )+ {_HOW} ( m=less )? e=(
        {_WORDS} )
        {_WHERE} ;
    {_WHO} ( sound/sounds/is/are/talk )+ ( way/abit/much/far )? m=too e=( {_WORDS} ) {_WHERE} ;
    {_SAY} ( it | s2=@scene | l2=@line )? {_HOW} ( m=less )? e=( {_WORDS} ) {_WHERE} ;
    make it sound {_HOW} ( m=less )? e=( {_WORDS} ) {_WHERE} ;
    ( make/let/have/get ) {_WHO} {_SAY} ( it | s2=@scene | l2=@line ) {_HOW} ( m=less )? e=( {_WORDS} ) ;
    ( put/add/give/want/need )? ( more/abit/much/some )+ e=( {_FEELINGS} ) ( to/into/in )+ (
        ( her/his/the )* voice | {_SAY} ) {_WHERE} ;
    ( BE )? less e=( {_FEELINGS} ) ( to/into/in )+ ( her/his/the )* m2=voice {_WHERE} ;
    ( MAKE )? ( her/him/she/he )? ( talk/speak/say it/read it )? with ( more/abit/much/some )* ( m=less )? e=(
        {_FEELINGS} ) ;
    ( could/can/would/should ) {_WHO} be {_HOW} ( m=less )? e=( {_WORDS} ) {_WHERE} ;
    m=less e=( {_WORDS} ) ( talk/voice/delivery )? {_WHERE} ;
    ( say/talk/speak/read/sound ) ( it | s2=@scene | l2=@line )? with ( more/abit/much/some )* ( m=less )? e=(
        {_FEELINGS} ) {_WHERE} ;
    ( put/add/give ) ( {_WHO} )? ( more/abit/much/some )* ( m=less )? e=( {_FEELINGS} ) ( to/into/in )? ( {_WHO} |
        it )? {_WHERE} ;
    ( s2=@scene | l2=@line ) ( should/must/could/needs )+ ( to )? ( sound/be spoken )+ {_HOW} e=( {_WORDS} ) ;
    ( make/let/have ) ( s2=@scene | l2=@line ) sound {_HOW} ( m=less )? e=( {_WORDS} ) ;
    ( use/want/take/have/with/in )? ( a/an/more )* e=( {_WORDS} ) ( turn/tone/delivery/talk/voice ) (
        in/for/during/at/on )+ (
        s=@scene | l=@line ) ;
    {_SAY} ( s2=@scene | l2=@line ) in ( a/an )? {_HOW} e=( {_WORDS} ) ( much/way/tone/turn/voice/manner ) ;
    ( {_WHO} ( should/must/could )? )? {_SAY} {_HOW} ( m=less )? e=( {_WORDS} ) ( s2=@scene | l2=@line )
    """
)
def _feeling(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    if words & {"music", "captions", "logo", "heading", "background"}:
        return None
    if words & {"normal", "normally"} and "pronunc" in c.text.lower():
        return Reading(kept=True)
    asked = next((token.norm for token in f.tokens("e")), "")
    emotion = _OF[asked]
    if f.word("m") in ("less", "too") or f.has("m2"):
        emotion = _OPPOSITE[emotion]
    return _delivered(c, f, emotion=emotion)


@BOOK.rule(
    f"""
    ( lower/raise/increase/reduce/drop/higher/lift/decrease ) pitch ( of ( her/his/voice/avatar )+ )? ( d=abit/much )? (
        by n=@num ( semitones/halftones/steps/tones )? )? {_WHERE} ;
    ( lower/raise/deepen/lift ) ( her/his )? voice ( d=abit/much )? {_WHERE} ;
    ( make/let/have ) ( her/his/him )? voice ( sound )? ( d=abit/much )? ( deeper/lower/higher ) ( pitched/pitch )?
        ( d2=abit/much )?
        {_WHERE} ;
    ( d=abit/much )? ( deeper/lower/higher ) ( pitched/pitch ) ( voice )? {_WHERE} ;
    {_WHO} ( should/must/could )+ ( sound/talk/speak )+ ( d=abit/much )? ( deeper/higher/lower ) ( pitched )? {_WHERE} ;
    ( make/let/have ) ( her/him/avatar ) ( sound/talk/speak ) ( d=abit/much )? ( deeper/higher/lower ) ( pitched )?
        {_WHERE} ;
    {_SAY} ( it | s2=@scene | l2=@line )? ( d=abit/much )? ( deeper/higher/lower ) ( in pitch )?
    """
)
def _pitch(c: Context, f: Found) -> Reading | None:
    words = {token.norm for token in f.tokens()}
    step = float(f.value("n") or 0) or _HALF_TONES[f.word("d") or f.word("d2") or ""]
    if not words & {"higher", "raise", "increase", "lift"}:
        step = -step
    if abs(step) > 12:
        return ask("A voice can be raised or lowered by up to 12 half-tones; by how many shall I?")
    return _delivered(c, f, pitch=step)


@BOOK.rule(
    f"""
    ( {_WHO} ( should/must/could/can/has/needs ) ( to )? )? ( d=abit/much )? p=( slowdown/speedup ) (
        in/for/during/at/on )+ ( s=@scene | l=@line ) ;
    {_SAY} ( s2=@scene | l2=@line ) ( d=abit/much )? p=( slower/faster ) ;
    {_SAY} ( it/everything )? ( d=abit/much )? p=( slower/faster ) ( in/for/during )+ ( s=@scene | l=@line ) ;
    ( make/let/have ) {_WHO} {_SAY} ( s2=@scene | l2=@line )? ( d=abit/much )? p=( slower/faster ) ( (
        in/for/during )+ ( s=@scene | l=@line ) )
    """
)
def _pace(c: Context, f: Found) -> Reading | None:
    much = {"abit": 1.05, "": 1.1, "much": 1.25}[f.word("d")]
    return _delivered(c, f, speed=1 / much if f.word("p") in ("slower", "slowdown") else much)


@BOOK.rule("""
    ( add/put/insert/make/use/leave )? ( a/short/little/small/long )* ( pause/breath/break/silence ) ( of/for )* (
        h=half )? ( d=@dur )? (
        b=before/after ) ( l=@line ) ;
    ( pause/wait/stop/breathe ) ( for )? ( h=half )? ( d=@dur )? ( b=before/after ) ( l=@line ) ;
    ( h=half )? d=@dur ( pause/silence/break )? ( b=before/after ) ( l=@line )
    """)
def _pause(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    if lines.problem:
        return ask(lines.problem, *lines.options)
    seconds = _seconds(f, 0.6)
    if seconds > 30:
        return ask("A pause can last up to 30 seconds; how long should it be?")
    before = f.word("b") == "before"
    return do(
        *(
            SetPause(line=id_, before=seconds if before else None, after=None if before else seconds)
            for id_ in lines.ids
        )
    )


@BOOK.rule("""
    ( add/put/insert/make/use/leave )? ( a/short/little/small/long )* ( pause/breath/break/silence/wait/stop ) (
        of/for )* ( h=half )? ( d=@dur )?
        after ( words )? t=@quote ;
    ( h=half )? d=@dur ( pause/silence/break/breath )? after ( words )? t=@quote
    """)
def _pause_inside(c: Context, f: Found) -> Reading | None:
    words = str(f.value("t"))
    line = _line_with(c, words)
    if isinstance(line, Reading):
        return line
    return do(SetEmphasis(line=line, words=words, pause=min(_seconds(f, 0.4), 10.0)))


@BOOK.rule("""
    ( stress/emphasise/emphasize/accent/accentuate ) ( words )? t=( @quote | . | . . | . . . ) ( (
        more/strongly/abit/much )* )
        ( ( in/of )+ ( s=@scene | l=@line ) )? ;
    ( put/add/give/lay/place ) ( more/abit/strong/much )* ( stress/emphasis/weight ) ( on/to )+ ( words )? t=(
        @quote | . | . . | . . . ) (
        ( in/of )+ ( s=@scene | l=@line ) )? ;
    ( n=dont ) ( stress/emphasise/emphasize ) ( words )? t=( @quote | . | . . ) ( so? much )? ;
    n=less ( stress/emphasis ) on ( words )? t=( @quote | . | . . )
    """)
def _stress(c: Context, f: Found) -> Reading | None:
    named = f.tokens("t")
    if any(token.norm in ("@colour", "colour") for token in f.tokens()):
        return None
    quote = next((str(token.value) for token in named if token.norm == "@quote"), "")
    words = quote or c.text[named[0].start : named[-1].end]
    lines = f.value("l")
    line = lines.ids[0] if isinstance(lines, Lines) and lines.ids else _line_with(c, words, f.value("s"))
    if isinstance(line, Reading):
        return line
    if occurrence(c.line_text(line), words) is None:
        return ask(f'{c.spoken_of_line(line).capitalize()} does not say "{words}"; which word should be stressed?')
    return do(SetEmphasis(line=line, words=words, emphasis="" if f.has("n") else "moderate"))


@BOOK.rule("""
    ( make/mix/master/set/level/adjust ) ( it/sound/volume/loudness/audio )* ( BE )? (
        right/ready/good/ok/fit/suitable/loud/enough )* (
        to/for/as )* ( a )?
        p=( podcast/podcasts/spotify/broadcast/tv/television/landscape/radio/ebu/r128/atsc/web/internet/youtube ) (
        broadcast/loudness/level/standard/volume/r128/norm )* ;
    ( MAKE )? ( it/sound/volume/audio/this )? ( BE )? as loud as ( another/all/most/a )* p=(
        podcast/podcasts/spotify/broadcast/tv/television/landscape/radio/web/internet/youtube ) ( video/programme )* ;
    ( ebu/atsc )? p=( ebu/atsc/broadcast/podcast/tv/landscape ) ( r128/a85 )? ( loudness/level/volume/standard )+ ;
    ( make/mix/master/set/bring ) ( it/loudness/volume/sound/audio )* ( to/at )* ( minus )? n=@num lufs ;
    loudness ( to/at/of )* ( minus )? n=@num lufs
    """)
def _loudness(c: Context, f: Found) -> Reading | None:
    heard = {"loud", "mix", "master", "loudness", "volume", "sound", "audio", "level", "louder", "standard", "norm"}
    if f.word("p") in ("landscape", "tv", "television", "web", "internet", "youtube") and heard.isdisjoint(
        token.norm for token in f.tokens()
    ):  # a shape or a place to publish, and no word of sound
        return None
    if f.has("n"):
        preset = {14: "web", 16: "podcast", 23: "ebu", 24: "atsc"}.get(abs(round(float(f.value("n")))))
    else:
        word = f.word("p")
        if word == "landscape":  # what the words for shapes are folded into
            word = "tv" if {"tv", "television", "telly"} & set(c.text.lower().split()) else "web"
        preset = {"podcasts": "podcast", "spotify": "podcast", "podcast": "podcast", "atsc": "atsc", "web": "web"}.get(
            word, "web" if word in ("internet", "youtube") else "ebu"
        )
    if preset is None:
        return ask(
            "A video can be as loud as the web (-14), a podcast (-16), European (-23) or American television (-24); "
            "which of them?", "Make it loud for the web", "Mix it for a podcast", "Mix it for EBU broadcast",
        )  # fmt: skip
    return do(SetLoudness(preset=preset))  # type: ignore[arg-type]  # one of its names


@BOOK.rule("""
    ( MAKE/turn )? ( d=abit/much )? g=( quieter/louder/softer ) music ( in/during/for/under/at/on )+ s=@scene ;
    ( MAKE/turn ) music ( d=abit/much )? g=( quieter/louder/softer/down/up ) ( d2=abit/much )? (
        in/during/for/under/at/on )+ s=@scene ;
    ( turn/bring/lower/raise )? ( g=down/up/lower/raise ) music ( d=abit/much )? ( in/during/for/under/at/on )+
        s=@scene ;
    music ( in/during )+ s=@scene ( should/must/could )? ( be )? ( d=abit/much )? g=( quieter/louder/softer )
    """)
def _scene_music(c: Context, f: Found) -> Reading | None:
    scenes: Scenes = f.value("s")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    step = {"abit": 3.0, "": 6.0, "much": 10.0}[f.word("d") or f.word("d2")]
    if f.word("g") not in ("louder", "up", "raise"):
        step = -step
    gains = {id_: getattr(c.scene(id_), "music_gain", 0.0) for id_ in scenes.ids}
    return do(
        *(SetSceneSound(scene=id_, music_gain=min(12.0, max(-40.0, gain + step))) for id_, gain in gains.items()),
        focus=scenes.ids,
    )


@BOOK.rule("""
    ( add/put/play/use/insert/want/have ) ( a/short/little )* n=( riser/whoosh/impact/chime/sting ) ( sound/effect )* (
        at/to/in/into/before/on/of/for/start/begin/beginning/opening )* s=@scene ;
    ( remove/drop/delete/no/lose ) ( riser/whoosh/impact/chime/sting/sound/effect/effects )+ (
        at/from/in/of/on/start/to/beginning )* s=@scene
    """)
def _small_sound(c: Context, f: Found) -> Reading | None:
    scenes: Scenes = f.value("s")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    sound: Any = f.word("n") or "none"
    return do(*(SetSceneSound(scene=id_, sound=sound) for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule("""
    MAKE? music ( with/have/has )+ ( e=more/less ) ( drive/energy/punch/power/beat ) ;
    ( add/put/give ) ( e=more/less ) ( drive/energy/punch/power ) ( to/in/into )+ music
    """)
def _drive(c: Context, f: Found) -> Reading | None:
    levels: tuple[Energy, ...] = ("low", "medium", "high")
    now = levels.index(c.board.music_energy if c.board else "medium")
    wanted = min(2, max(0, now + (1 if f.word("e") == "more" else -1)))
    if wanted == now:
        return ask(f"The music has its {'most' if now else 'least'} drive already; shall I change it for another?")
    return do(SetMusic(energy=levels[wanted]))


@BOOK.rule("""
    ( remove/drop/delete/lose/no ) ( my/our/own )* ( recording/narration/recorded ) ( voice )? ;
    ( dont use/want/need ) ( my/our/own )* ( recording/narration/recorded ) ( voice )? ;
    ( use/go back to/want/take/have ) ( computer/built/generated/synthetic/our )+ ( in )? voice ( again )? (
        instead of ( my )? (
        recording/narration/voice ) )? ( again )?
    """)
def _no_recording(c: Context, f: Found) -> Reading | None:
    if c.board is not None and not c.board.narration:
        return Reading(kept=True, said="No recording speaks; the voice is ours already.")
    return do(SetNarration(file=""))


@BOOK.rule("""
    ( use/take/play/put/have/make/set/want ) ( my/this/that/our/attached/uploaded/the/own )* (
        recording/audio/narration/mp3/wav/m4a/voiceover/file ) ( as/for/in )* (
        voice/narration/her/voiceover/instead/talk )+ ;
    ( use/take/play/put/have/want ) ( my/this/that/our/attached/uploaded/own )* ( recording/narration/voiceover ) (
        instead of | rather than | in place of ) ( . .? .? ) ;
    ( use/take/play/put/have ) ( my/this/our/attached/own )* ( recording/narration/voiceover ) ;
    ( narrate/speak/talk ) ( it )? with ( my/this/our/attached )* ( recording/audio/file/voice ) ;
    ( this/here/it ) ( is )? ( my/our )* ( recording/narration/voiceover ) ;
    ( i/we ) ( have )? ( recorded/spoke/spoken/narrated ) ( it/script/words/line/this/narration/everything )+ (
        myself/ourselves/already )*
    """)
def _recording(c: Context, f: Found) -> Reading | None:
    found = _sounds(c)
    if len(found) == 1:
        return do(SetNarration(file=found[0]))
    if found:
        return ask(
            "Which of the recordings is the voice?", *(f"Use {PurePath(path).name} as the voice" for path in found[:4])
        )
    return ask("Which recording? Send it with your message.")


@BOOK.rule("""
    ( use/take/play/put/have/make/set/want ) ( my/this/that/our/attached/uploaded/the/own )* (
        track/song/music/audio/mp3/wav/m4a/tune/file ) ( as/for/in/under/behind/instead/background )* (
        music/it/track/soundtrack )* ;
    ( this/here/it ) ( is )? ( my/our )* ( track/song/music/tune )
    """)
def _track(c: Context, f: Found) -> Reading | None:
    found = _sounds(c)
    words = {token.norm for token in f.tokens()}
    if len(found) == 1 and words & {"track", "song", "music", "tune", "soundtrack"}:
        return do(SetMusic(file=found[0]))
    if len(found) == 1:
        return ask(
            "Is that the music, or the voice?",
            f"Use {PurePath(found[0]).name} as the music",
            f"Use {PurePath(found[0]).name} as the voice",
        )
    return None


def _sounds(c: Context) -> list[str]:
    return [path for name, path in c.situation.files.items() if name.lower().endswith(SOUND_FILES)]


def _delivered(
    c: Context, f: Found, *, emotion: Emotion | None = None, pitch: float = 0.0, speed: float = 0.0
) -> Reading:
    """The reading that sets how the lines or scenes are spoken that were named, or the programme."""
    lines = next((value for name in ("l", "l2") if f.has(name) and isinstance(value := f.value(name), Lines)), None)
    scenes = next((value for name in ("s", "s2") if f.has(name) and isinstance(value := f.value(name), Scenes)), None)
    named = lines or scenes
    if named is not None and named.problem:
        return ask(named.problem, *named.options)
    wanted: list[tuple[str, str, Any]] = [("", "", c.board)]
    if lines is not None and not lines.whole:
        said = {line.id: line.delivery for scene in c.scenes for line in scene.lines}
        wanted = [("", id_, said.get(id_)) for id_ in lines.ids]
    elif scenes is not None and not scenes.every:
        wanted = [(id_, "", getattr(c.scene(id_), "delivery", None)) for id_ in scenes.ids]
    patches = []
    for scene, line, now in wanted:
        patches.append(
            SetDelivery(
                scene=scene,
                line=line,
                emotion=emotion,
                pitch=_near(getattr(now, "pitch", 0.0) + pitch, -12, 12) if pitch else None,
                speed=_near(getattr(now, "speed", 1.0) * speed, 0.5, 2.0) if speed else None,
            )
        )
    return do(*patches, focus=[scene for scene, _, _ in wanted if scene])


def _near(value: float, low: float, high: float) -> float:
    return round(min(high, max(low, value)), 2)


def _seconds(f: Found, usual: float) -> float:
    seconds = f.value("d")
    return round(float(seconds) * (0.5 if f.has("h") else 1.0), 2) if seconds else usual


def _line_with(c: Context, words: str, scenes: Any = None) -> str | Reading:  # noqa: ANN401  (as a pattern holds it)
    """The id of the one line that says `words`, in these scenes where they are named; else the question to ask."""
    ids = set(scenes.ids) if isinstance(scenes, Scenes) and scenes.ids else {scene.id for scene in c.scenes}
    held = [
        line.id
        for scene in c.scenes
        if scene.id in ids
        for line in scene.lines
        if occurrence(line.text, words) is not None
    ]
    if len(held) == 1:
        return held[0]
    found = line_saying(c, words)
    if not held and found.ids:
        return found.ids[0]
    options = tuple(c.spoken_of_line(id_).capitalize() for id_ in held[:4])
    return ask(found.problem if not held else f'"{words}" stands in several lines; which one do you mean?', *options)
