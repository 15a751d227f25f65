"""Rules of sound in the manner of ordinary talk: how a word is said, effects and pauses without a verb, who speaks."""

from __future__ import annotations

import re

from tools.delivery_patches import SetPause
from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_replacing import holders
from tools.language.notes.rules_words import raw
from tools.patches import SetPronunciation
from tools.sound_patches import SetSceneSound

BOOK = Rulebook()

_SPELLED = re.compile(r"[^\W\d_]{1,9}(?:-[^\W\d_]{1,9}){1,7}")
"""Syllables with hyphens between them: `ow-RAY-lia`."""


@BOOK.rule("""
    ( let/make/have/get )? ( her/him/she/he/avatar/voice )? ( to/should/must/needs )* say ( words/name )? w=@quote (
        as/like/love ) said=@quote ;
    ( when/where/if )? ( she/he/avatar/voice ) say w=( .? . ) ,? ( it )? ( should/must/has/needs ) ( to )? ( be/sound )
        ( more )? ( as/like/love )? said=... ;
    said=( . .? .? .? ) is how ( you/we/they/people/i/to )* ( say/pronounce ) w=( .? . ) ;
    said=( . .? .? .? ) is ( right/correct/proper )* ( how/much/way ) ( you/we/they/people/i/to/it/is )* (
        say/pronounce ) w=( .? . ) ;
    ( she/he/avatar/voice ) ( leave )? ( say/pronounce ) ( . .? .? .? ) ,/but w=( . ) x=is said=( . .? .? .? ) ;
    ( make/let/have/get ) ( words/name )? w=( .? . ) sound ( more )? ( as/like/love ) said=... ;
    w=( .? . ) : said=( . .? .? .? ) ( ( when/if/where ) ( she/he/avatar/voice ) say it | @scene ) ;
    ( her/his/she/he/avatar/voice/is )* ( say/pronounce/mispronounces ) w=( .? . ) (
        wrong/wrongly/badly/funny/weird/incorrectly ) ,? ( it/that )? ( is/should/must/has/needs )+ ( to )? be? (
        more )? ( as/like/love/: )* said=... ;
    ( pronounce/say ) ( words/name )? w=( .? . ) ( as/like/love/: )? said=... ;
    ( it/that )? ( is/should/must ) ( be )? pronounce said=... ,? ( the )? ( words/name ) w=( .? . ) ;
    w=( .? . ) ( is/should/must/has/needs )+ ( to )? ( be )? ( pronounce/spoken/say/sound )+ ( as/like/love/: )?
        said=...
    """)
def _sounds_like(c: Context, f: Found) -> Reading | None:
    """How a word that the script holds is said, where it is spelled in syllables or put in quotation marks."""
    word, said = raw(c, f, "w").strip("\"' "), raw(c, f, "said")
    quotes = [str(token.value) for token in f.tokens("said") if token.norm == "@quote"]
    heard = _SPELLED.findall(said) if not quotes else [quotes[0].strip("\"' ")]
    if f.has("x") and (len(heard) != 1 or heard[0][:1].lower() != word[:1].lower()):
        return None
    if word.lower() in ("it", "that", "this", "she", "he", "word", "name"):
        return ask("Which word is pronounced like that?") if len(heard) == 1 else None
    if len(heard) != 1 or not word or word.lower() == heard[0].lower() or not holders(c, word):
        return None
    if not quotes and len(said.split()) > 3 and not said.startswith(heard[0]):
        return None
    if quotes and len(heard[0].split()) > 4:
        return None
    plain = f.match.group().split()[0] in ("let", "make", "have", "get") or "pronounce" in f.match.group().split()
    if quotes and not plain and not _SPELLED.search(heard[0]) and "." not in word and not _near(word, heard[0]):
        return None
    return do(SetPronunciation(word=word[:80], said=heard[0][:160]))


def _near(word: str, said: str) -> bool:
    """Whether two spellings may sound alike: they begin and end with like letters."""
    one, other = word.lower(), said.lower()
    return one != other and one[:1] == other[:1] and one[-1:] == other[-1:] and abs(len(one) - len(other)) < 4


@BOOK.rule("""
    ( a/short/little/nice )* n=( riser/whoosh/impact/chime/sting ) ( sound/effect )* (
        at/to/in/into/before/on/of/for/when/start/begin/beginning/opening/the )* s=@scene (
        start/starts/begin/begins )? ;
    s=@scene ( should/must/could/can/needs )? ( to )? ( start/open/begin/@first/get/gets/have/has/needs )+ ( with )? (
        a/short/little )* n=( riser/whoosh/impact/chime/sting ) ( sound/effect )* ;
    ( add/put/play/use/want/have/need )* ( a/short/little/nice )* n=( riser/whoosh/impact/chime/sting ) (
        sound/effect )*
        ( at/to/in/into/before/on/of/for/when/start/beginning )+ endcard
    """)
def _effect(c: Context, f: Found) -> Reading | None:
    scenes: Scenes = f.value("s") or Scenes(tuple(s.id for s in c.scenes if s.layout == "end_card"))
    if scenes.problem or not scenes.ids:
        return ask(scenes.problem or "There is no end card; which scene do you mean?", *scenes.options)
    return do(*(SetSceneSound(scene=id_, sound=f.word("n")) for id_ in scenes.ids), focus=scenes.ids)  # type: ignore[arg-type]


_MOST = 12.0


@BOOK.rule("""
    ( turn/bring/put/set/lower/raise/MAKE )* music ( BE )? g=( down/up/quieter/louder/lower ) ( by )? d=@db (
        in/during/for/under/at/on )+ s=@scene ;
    ( g=lower/raise/reduce/increase/duck/drop ) music ( by )? d=@db ( in/during/for/under/at/on )+ s=@scene ;
    music d=@db ( g=down/up/quieter/louder/lower ) ( in/during/for/under/at/on )+ s=@scene
    """)
def _scene_level(c: Context, f: Found) -> Reading | None:
    scenes: Scenes = f.value("s")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    step = abs(float(f.value("d"))) * (1 if f.word("g") in ("up", "louder", "raise", "increase") else -1)
    gains = {id_: getattr(c.scene(id_), "music_gain", 0.0) + step for id_ in scenes.ids}
    if any(not -40 <= gain <= _MOST for gain in gains.values()):
        return ask("The music can be set from 40 dB quieter to 12 dB louder than usual; how much should it be?")
    return do(*(SetSceneSound(scene=id_, music_gain=gain) for id_, gain in gains.items()), focus=scenes.ids)


@BOOK.rule("""
    ( leave/take/hold/need/want ) ( a/short/little/small/quick )* ( music/breath/pause/moment/second/breather ) b=(
        before/after ) l=( @line ) ;
    ( wait/pause/stop/breathe/leave/take/hold )* ( for )? ( a/short )* ( moment/second/music/breath ) b=( before/after )
        l=( @line ) ;
    ( wait/pause/stop/breathe/leave/take/hold/add/put )* ( for )? ( a/short/pause/of )* (
        d=@dur | moment/second/breath ) ( pause )? b=( before ) l=( @quote )
    """)
def _beat(c: Context, f: Found) -> Reading | None:
    seconds = float(f.value("d") or 0) if f.has("d") else 1.0 if "second" in f.match.group().split() else 0.6
    named = f.value("l")
    if isinstance(named, str):
        words = named.lower().strip(" .!?")
        ids = [line.id for s in c.scenes for line in s.lines if line.text.lower().startswith(words)]
        if len(ids) != 1:
            return None
    else:
        if named.problem:
            return ask(named.problem, *named.options)
        ids = list(named.ids)
    if not 0 < seconds <= 30:
        return None
    before = f.word("b") == "before"
    after = None if before else seconds
    return do(*(SetPause(line=id_, before=seconds if before else None, after=after) for id_ in ids))


@BOOK.rule("""
    ( add/put/play/use/want/have/need )* ( a/short/little/nice )* n=( riser/whoosh/impact/chime/sting ) (
        sound/effect )* between s=@scene
    """)
def _effect_between(c: Context, f: Found) -> Reading | None:
    scenes: Scenes = f.value("s")
    if scenes.problem or len(scenes.ids) != 2:
        return None
    later = max(scenes.ids, key=c.number)
    return do(SetSceneSound(scene=later, sound=f.word("n")), focus=(later,))  # type: ignore[arg-type]


@BOOK.rule(
    """
    ( MAKE )? ( dissolve ) music ( out/away/down | at end )? ;
    dissolve out music ;
    music ( should/must/could/can )? dissolve ( out/away | @last | at end )*
    """
)
def _fading(c: Context, f: Found) -> Reading | None:
    return ask("Shall the music be quieter, or go altogether?", "Make the music quieter", "No music")
