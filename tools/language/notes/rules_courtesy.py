"""Rules of courtesy, of what is to stay as it is, and of what can not be done."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, Scenes, ask
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook

COURTESY = Rulebook()
REFUSALS = Rulebook()

# courtesy


def _chat(kind: str, patterns: str) -> None:
    @COURTESY.rule(patterns)
    def said(c: Context, f: Found) -> Reading | None:
        return Reading(chat=kind, kept=True)


_YOU = "( there/again/everyone/all/team/you/director/friend/agency/buddy/guys | to you )*"
_chat(
    "greeting",
    f"""
    ( hello/hi/hey/hiya/howdy/greetings/hallo/yo/heya/helo/hullo )+ {_YOU} ;
    good ( morning/afternoon/evening/day ) {_YOU} ;
    how are you ( doing/today )* ;
    ( hello/hi/hey )+ ( how are you ) ( doing/today )* ;
    what is up ;
    nice to meet you ;
    ( morning/evening/afternoon ) ;
    how do you do ;
    ( hello/hi/hey )+ ( is ) ( anyone/anybody/someone ) there ;
    anybody there
    """,
)
_chat(
    "thanks",
    """
    ( thanks/thank/thx/cheers/ta/tx/ty/merci/danke/gracias ) (
        work/you/a/so/very/much/again/for/all/that/your/help/lot/everything/many/guys/bunch/mate/friend/it/the/to/this/quick
        | a lot )* ;
    ( much appreciated | appreciate it | i appreciate it | many thanks | thank you | much thanks |
        appreciated ) ;
    that is ( very )? kind ( of you )? ;
    ( great/good/perfect/lovely ) thanks ;
    many thank you
    """,
)
_chat(
    "praise",
    """
    (
        wow/great/awesome/amazing/perfect/nice/cool/fantastic/brilliant/excellent/lovely/beautiful/wonderful/superb/good/impressive/neat/sweet/yay/bravo/love/incredible/stunning/sick/terrific/super/fabulous/marvellous/magnificent/gorgeous
        )+ ( work/job/it/one/video/stuff/result/done/start/idea/this/that/so/far/much/very/indeed/draft )* ;
    ( i | we | my boss | client | she | he | they | everyone )? ( really | absolutely )? love (
        it/this/that/video/draft/result/them/avatar/music/voice/background/colour/@scene/@line/captions/logo/typeface/heading
        )+ ( very/much/so/really/now | a lot )* ;
    ( wow/oh/haha/nice/yes )? ,? ( that | it | this | video | draft | music | avatar | voice | @scene ) (
        is/look/sound/was ) ( so/really/very/much/just/absolutely/pretty/quite )* (
        great/awesome/amazing/perfect/nice/cool/fantastic/brilliant/excellent/lovely/beautiful/wonderful/superb/good/impressive/incredible/stunning/better
        | spot on )+ ( now/already/indeed/much )* ;
    ( well done | good job | nice one | nice work | you rock | you are ( great/awesome/amazing/best/good |
        the best ) | way to go | not bad | impressive | much better | better | that is it | exactly | yes
        exactly | what a great ... | i am impressed | very good | so good | very nice | great music )
    """,
)
_chat(
    "complaint",
    """
    ( i | we ) ( hate ) ( it/this/that/video/everything )+ ;
    ( it | this | that | video | draft | result ) ( is/look/sound/feel/was ) (
        so/really/very/just/absolutely/pretty/quite/abit/all/too/still )* (
        bad/awful/terrible/horrible/ugly/boring/rubbish/garbage/crap/shit/sucks/wrong/meh/disappointing/poor/lame/cheap/amateurish/dull/weird/mess/useless/crappy/trash/flat/broken/bland/generic/unprofessional
        | a mess | not good )+ ( now/again )? ;
    ( this | it | that ) sucks ;
    ( ugh/meh/yuck/bah/wtf/crap/damn/rubbish/terrible/awful/horrible/shit )+ ;
    ( i am | we are ) ( not/disappointed/unhappy/frustrated/annoyed ) (
        happy/with/it/this/satisfied/the/result )* ;
    ( you | this ) ( is/are/does/do )? ( useless/stupid/dumb/idiot/broken | not working | not work | not
        helpful )+ ;
    ( that is )? not ( what/how ) ( i/we ) ( asked/want/wanted/meant/imagined/said | had in mind ) ( for )?
        ;
    ( no )? ( that is )? ( wrong | not it | not right ) ;
    hate it ;
    you did not listen ;
    ( i )? ( dont ) ( love | like ) ( it/this/that )+ ( at all )? ;
    not good ( enough )? ;
    boring ;
    what a ...
    """,
)
_chat(
    "farewell",
    """
    ( bye/goodbye/cya/ciao/farewell/later )+ ( bye/then/now/all/everyone | for now )* ;
    see you ( later/soon/tomorrow )* ;
    good night ;
    ( i am | we are )? done ( for ( today/now ) )? ;
    that is all ( for ( today/now ) )? ;
    ( talk/show )( to )? you ( later/soon/tomorrow ) ;
    ( have )( nice/good/great ) ( day/evening/weekend/one ) ;
    i have to go ;
    we are finished ;
    ( until/till ) ( tomorrow/later | next time ) ;
    take care
    """,
)


# what is left as it is


_NOUN = (
    "( music/captions/voice/avatar/background/logo/heading/subtitle/endcard/"
    "cta/address/words/script/typeface/colour/transition/strap/aspect/resolution/"
    "framerate/video/speed/duration/volume/title/@scene/@line/it/this/that/"
    "everything/anything/ending/opening/rest/all/@colour/length/her/him/them/"
    "she/he/beginning/end/look/picture/style/order/animation/brand/price "
    ")"
)
_NOUNS = f"( {_NOUN} ( and/or/,/of/in/on/as )? )+"


@REFUSALS.rule(
    f"""
    dont (
        change/remove/move/lock/swap/replace/rewrite/make/turn/alter/edit/duplicate/split/merge/shorten/lengthen/put/cut/speedup/slowdown/unlock/mute/set/touch/lose/export/add/switch/use/let/worry/render/do/go/undo/rename/call/start/compare/give/get/crop/drop/get/be
        ) ...? ;
    leave {_NOUNS} ( exactly/just )* (
        as/alone/be/unchanged/same/way/it/is/they/are/untouched/like/that/the/how/where/what/she/now/there/please/in/was/were
        | in place )* ;
    {_NOUNS} ( can/should/must/could/may )? ( stay/stays/remain/remains ) ;
    {_NOUNS} ( can/should/must/could/may )? ( stay/stays/remain/remains/is/are ) (
        exactly/just/as/it/is/they/are/same/unchanged/the/way/untouched/like/that/where/how/fine/ok/good/perfect/great/now/nice
        | in place )+ ;
    no ( need to )? ( change/changes ) ( to/in/of/for )+ {_NOUNS} ;
    no change ( change | to {_NOUNS} )? ;
    ( i | we )? ( still )? ( love | happy with | fine with ) {_NOUNS} ( as it is | as is | the way it is ) ;
    nothing ( else )? ( to change )? ;
    ( never mind | forget it | forget about it | ignore that | doesn't matter | does not matter | not
        important | nope | no | neither | none | no thanks | no thank you | leave it | nothing | not now |
        no nothing | neither of them | none of them | nah )+ ( . )? ;
    ( do )? not {_NOUNS} ;
    all but {_NOUNS} ;
    not ( the )? {_NOUNS} ;
    dont ( want/need ) ( to )? ( change ) ... ;
    no ( longer/shorter/faster ) than ( it is | that ) ;
    ( no ) change needed ...?
    """
)
def _left(c: Context, f: Found) -> Reading | None:
    return Reading(kept=True, said="That stays as it is.")


@REFUSALS.rule(f"""
    i? ( am/are )? unsure ( about/of/if/whether/what/how/that )* n={_NOUN} ...? ;
    i? ( am/are )? unsure ( about/of/if/whether/what/how/that )* ... ;
    ( something ) ( is/feel/look/sound ) ( off/wrong/odd/strange ) ( with/about )? n={_NOUN}? ;
    ( i )? have doubts about n={_NOUN} ...? ;
    n={_NOUN} ( is/are/look/sound/feel ) ( not ) ( right/good/great/nice/perfect/working | quite right )
        ...? ;
    n={_NOUN} ( bothers/annoys ) me ...? ;
    ( do/can ) something ( about/with ) n={_NOUN} ;
    ( change/improve/fix ) n={_NOUN} ;
    make n={_NOUN} ( work/better/nicer/good/cooler/different/pop/fancier/prettier | more interesting | more
        professional | more exciting | more modern ) ;
    n={_NOUN} ( should/must/needs/could ) ( to )? ( be )? ( better/nicer/change/another/improve ) ;
    ( what about ) n={_NOUN}
    """)
def _unsure(c: Context, f: Found) -> Reading | None:
    groups = f.match.groupdict()
    return about_noun(
        c, f.word("n") if groups.get("n") else "", next((t.value for t in f.tokens() if t.norm == "@scene"), None)
    )


def about_noun(c: Context, noun: str, scene: object = None) -> Reading:
    """A question about what should change in the thing that a noun names, with messages to choose from."""
    if isinstance(scene, Scenes) and scene.problem:
        return ask(scene.problem)
    if isinstance(scene, Scenes) and scene.ids:
        n = c.number(scene.ids[0])
        return ask(
            f"What should change in scene {n}?", f"Delete scene {n}", f"Move scene {n} to the end", f"Lock scene {n}"
        )
    options = {
        "music": ("Use the calm music", "Make the music a bit quieter", "No music"),
        "voice": ("Use a male voice", "Use a female voice", "Make the voice a bit slower"),
        "captions": ("Captions off", "Make the captions bigger", "Put the captions at the top"),
        "logo": ("Make the logo bigger", "Put the logo bottom right", "Remove the logo"),
        "colour": ("Make the main colour blue", "Make the main colour a bit darker"),
        "background": ("Use the studio background", "Use the aurora background"),
        "avatar": ("Use the presenter Daniel", "Use the presenter Maya"),
        "speed": ("Make the voice a bit faster", "Make the voice a bit slower"),
        "duration": ("Make it a bit shorter", "Make it a bit longer"),
        "typeface": ("Use Manrope for the headings", "Use Source Serif Pro for the headings"),
        "transition": ("Use hard cuts", "Use dissolves"),
        "video": ("Make it a bit shorter", "Use the calm music", "Show me the storyboard"),
    }
    names = {"it": "video", "this": "video", "everything": "video", "that": "video"}
    key = names.get(noun, noun)
    spoken = {
        "avatar": "presenter",
        "cta": "call to action",
        "endcard": "end card",
        "words": "words",
        "strap": "name strap",
        "": "video",
    }.get(key, key)
    return ask(f"What should change about the {spoken}?", *options.get(key, options["video"] if not key else ()))


_WEARABLE = (
    "( wear/wears/wearing/dressed/clothes/outfit/jacket/shirt/dress/hat/glasses/"
    "scarf/suit/tie/hair/beard/hairstyle/earrings/necklace/makeup/blouse/lipstick/"
    "coat/sweater/uniform/hoodie "
    ")"
)


_PEOPLE = frozenset("avatar she he her him his lady woman man guy girl they them daniel maya person @person".split())
_NOT_PEOPLE = frozenset("logo captions heading subtitle strap title endcard cta address words @colour".split())
_SAID = frozenset("@quote : say write where read called replace mention pronounce line rename".split())


def _refused(question: str, options: tuple[str, ...], patterns: str) -> None:
    @REFUSALS.rule(patterns)
    def asked(c: Context, f: Found) -> Reading | None:
        words = {token.norm for token in f.tokens()}
        if (
            "movement" in question
            and not words & _PEOPLE
            and words & {"hand", "hands", "arms", "arm", "point", "stand", "standing"}
        ):
            return None
        if words & _NOT_PEOPLE and not words & _PEOPLE and "movement" in question:
            return None
        low = c.text.lower()
        if "Clothes" in question and re.search(r"\b(?:would|will|could|may|might|does|to) (?:\w+ )?suit\b", low):
            return None
        if "Clothes" in question and re.search(
            r"\b(?:use|take|want|prefer|choose|pick|have|with|try) (?:the|that) (?:man|woman|guy|lady|one|bloke|girl|"
            r"gentleman|presenter|person) (?:with|in) ",
            low,
        ):
            return None
        if words & _SAID or (words & {"no", "dont", "without"} and "effect" in question):
            return None
        return ask(question, *options)


_PERSON = "( avatar/she/he/her/him/his/lady/woman/man/guy/girl/they/them/daniel/maya/person )"
_refused(
    "Clothes and looks of a presenter can not be changed; would you like another presenter?",
    ("Change the presenter",),
    f"""
    ...? {_WEARABLE} ...?
    """,
)
_refused(
    "Gestures and movement can not be directed; what else should change?",
    ("Change the presenter", "Make the voice a bit slower"),
    """
    ...? (
        smile/smiles/smiling/wave/waves/nod/nods/gesture/gestures/sit/sitting/walk/walking/dance/dances/dancing/hands/hand/arm/arms/jump/point/wink/laugh/blink/cry/stand/standing/clap/hug/lean
        | turn head ) ...?
    """,
)
_refused(
    "The camera can not be moved; what else should change?",
    ("Change the background", "Use hard cuts"),
    """
    ...? ( zoom/camera/close-up/closeup/angle/pan/closeups/drone ) ...?
    """,
)
_refused(
    "Speech in another language is not something I can change here; should the words change instead?",
    ("Which voices do you have?",),
    """
    ...? ( in/to/into ) (
        german/french/spanish/italian/dutch/portuguese/polish/russian/chinese/japanese/arabic/swedish/turkish/hindi/korean/mandarin/danish/greek/norwegian/finnish/czech/ukrainian/hebrew/english
        ) ...? ;
    ...? translate/translated/translation/dub/dubbed ...? ;
    ( use/want/make )? (
        german/french/spanish/italian/dutch/portuguese/polish/russian/chinese/japanese/arabic/swedish/turkish/hindi/korean/danish
        ) ( version/video/please/draft )*
    """,
)
_refused(
    "That is an effect we do not have; what else should change?",
    ("Use hard cuts", "Change the background"),
    """
    ...? (
        animation/animations/effect/effects/explosion/explosions/emoji/emojis/sticker/stickers/confetti/fireworks/3d/glitch/sparkles/particles/hologram/lasers/laser/filter/filters/vhs/lens
        | green screen | slow motion ) ...?
    """,
)
_refused(
    "Sounds other than music and voice are not something we add; which music would you like?",
    ("Use the calm music", "Make the music louder"),
    """
    ...? ( sound
        effects/effect/applause/birdsong/whoosh/ding/sfx/noise/noises/echo/reverb/sing/singing/sings/rap/whisper/whispers/shout/shouting
        ) ...?
    """,
)
_refused(
    "The pitch of a voice can not be changed; would you like another voice?",
    ("Use a male voice", "Use a female voice"),
    """
    ...? pitch ...?
    """,
)


@REFUSALS.rule("""
    ( ignore/disregard/forget ) ( all | your | previous | prior | the | these | above | every )+ ... ;
    ...? ( system prompt | instructions | jailbreak | developer mode | api key | password | passwords ) ...?
        ;
    you are now ... ;
    ( pretend/act ) ( to | as | like | you ) ...
    """)
def _hostile(c: Context, f: Found) -> Reading | None:
    return Reading(chat="nonsense", unknown=(c.text[:160],))
