"""Rules of questions about the video, the product and the production."""

from __future__ import annotations

from tools.language.notes.context import Context, Reading, Scenes, ask
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.notes import Enquiry, Topic

BOOK = Rulebook()

# enquiries


def _enquiry(c: Context, f: Found, topic: Topic, scene: str = "") -> Reading:
    value = next((t.value for t in f.tokens() if t.norm == "@scene" and isinstance(t.value, Scenes)), None)
    if value is not None and value.problem:
        return ask(value.problem)
    if value is not None and value.ids and not value.every:
        scene = value.ids[0]
    first, last = f.tokens()[0], f.tokens()[-1]
    return Reading(
        enquiries=(Enquiry(topic=topic, scene=scene, words=c.text[first.start : max(c.end, last.end)].strip()[:300]),),
        focus=(scene,) if scene else (),
    )


_DEFINITE = frozenset(
    "it this that them everything her him @scene @line @quote @url @colour @dur logo music file video vertical "
    "square landscape draft storyboard me "
    "us".split()
)


def _is_request(f: Found) -> bool:
    """Whether `can you …` speaks of something in this video, to be done to it."""
    words = [token.norm for token in f.tokens()]
    return words[0] in ("can", "could") and words[1:2] == ["you"] and not _DEFINITE.isdisjoint(words[2:])


def _topics(topic: Topic, patterns: str) -> None:
    @BOOK.rule(patterns)
    def answered(c: Context, f: Found) -> Reading | None:
        if topic == "capabilities" and _is_request(f):
            return None
        if topic == "privacy" and [token.norm for token in f.tokens()][:2] in (
            ["can", "i"],
            ["could", "i"],
            ["can", "we"],
        ):
            return None
        scene = next((t.value for t in f.tokens() if t.norm == "@scene" and isinstance(t.value, Scenes)), None)
        one = scene is not None and len(scene.ids) == 1 and not scene.every
        return _enquiry(c, f, "scene" if one and topic in ("backgrounds", "script", "settings", "cost") else topic)


_THERE = (
    "( which/what/show/list/tell/any/are/do/is/have/got/can/could/i/you/we/"
    "me/us/there/other/another/all/use/choose/hear/see/your/between/pick/from/"
    "about/kind/kinds/sort/of/types/options/more/available/else/to/many/how/"
    "range/selection/what's/give/sound "
    "| how many )"
)


def _listing(noun: str) -> str:
    return (
        f"( {_THERE} )+ {noun} ( ( {_THERE} )+ | "
        "do/is/are/can/there/you/we/i/have/available/use/choose/got/offer/options/in/video/exist/possible )*"
    )


_topics(
    "why",
    """
    why ... ;
    ( what/how ) ( is reason for | come ) ... ;
    what is reason ... ;
    ( for what reason | how come ) ... ;
    what made you ... ;
    how did you ( decide/choose/pick/use/come ) ... ;
    ( reason for ) ...
    """,
)
_topics(
    "voices",
    f"""
    {_listing("voice")} ;
    ( who )( is )? ( talk | voice ) ;
    ( which/what/who ) ( is )? ( voice ) ( is )? ( this/it/use/that/in )* ;
    voice ? ;
    what other voice ( do you have )? ;
    ( which/what ) voice ...
    """,
)
_topics(
    "avatars",
    f"""
    {_listing("avatar")} ;
    who ( is ) ( avatar/she/he/person/lady/woman/man/talk | in video )+ ;
    ( which/what ) ( avatar | people ) ... ;
    who ( else )? ( can/could ) ( present/host ) ...? ;
    ( who can present ) ;
    who presents ( it )?
    """,
)
_topics(
    "music",
    f"""
    {_listing("music")} ;
    ( which/what ) music ... ;
    ( which/what ) ( is ) music ;
    what mood ...? ;
    ( what/which ) moods ...?
    """,
)
_topics(
    "backgrounds",
    f"""
    {_listing("background")} ;
    ( which/what ) background ...
    """,
)
_topics(
    "brands",
    f"""
    {_listing("brand")} ;
    ( which/what ) brand ... ;
    what do you know about ( our/us/brand/company/me/lumen/acme/@url )* ...? ;
    ( which/what ) ( is/are ) brand colour ;
    ( what have you learned ) ...? ;
    ( what ) ( do you know ) about ( us | me | brand )
    """,
)
_topics(
    "drafts",
    f"""
    {_listing("draft")} ;
    ( which/what ) draft ( is/are/do ) ... ;
    how many draft ...? ;
    which draft ... ;
    ( list/show ) ( all | my | me )* draft
    """,
)
_topics(
    "scene",
    """
    how ( long ) ( is/does/will/was ) @scene ( last/take/run/be )* ;
    what ( is/happens/comes/does ) ( said/shown/in/on/there/she/he/it | going on )* ( in/on/at )* @scene (
        say/show )* ;
    ( what ) ( does/do ) ( she/he/it/avatar ) say ( in/on/at )* @scene ;
    tell ( me )? ( more )? about @scene ;
    ( which/what ) ( is ) @scene ( about )? ;
    what is in @scene ;
    ( what/which ) ( background/heading/line/words ) ( is/are/does/has )* ( in/on/of )? @scene ( have/has )?
        ;
    how many ( words/line ) ( are/is/does/has/in )* @scene ( have )? ;
    what about @scene ;
    @scene ( how long | what does it say ) ;
    describe @scene ;
    how long @scene ;
    ( read ) ( me )? @scene ;
    say ( me )? more? about @scene ;
    mention @scene ;
    is @scene lock ;
    show ( me )? @scene
    """,
)
_topics(
    "duration",
    """
    how ( long ) ( is/will/does/was/be/would ) ( it/video/this/film/whole/thing/draft/current/everything )*
        ( be/last/run/take/now/become | in total | at moment )* ;
    ( what/which ) ( is ) ( total/current )* duration ( of/video/it )* ;
    how ( many )? ( @dur | minutes | seconds ) ( is/long/does/it/video/have/last )* ;
    duration ;
    is it ( longer/shorter/under/over/more/less ) ( than )? @dur ;
    how long ( it/video ) ( is )?
    """,
)
_topics(
    "script",
    """
    ( what/show/read/give/see/tell/can/could/i/me/have/let/want/print/send/us/where )+ ( is )? ( script |
        whole script | @line ) ( again/please/to/me/now )* ;
    what ( does/do/will/is ) ( she/he/avatar/they/it/voice ) ( say/saying/going )+ ( exactly/all | in total
        )* ;
    ( who wrote | what is in ) script ;
    how many scene ...? ;
    how many words ( are/is/does/in/script/it/there/have/video )* ;
    what is say ;
    ( script )
    """,
)
_topics(
    "settings",
    """
    ( what/which/show/list/tell )+ ( me )? ( are/is )? ( all | current | my )* (
        settings/preferences/options ) ( now/of/video/this )* ;
    ( what ) ( is ) ( current | name of )? ( aspect/resolution/framerate/typeface/colour/speed/volume ) (
        of/video/this/it/now/we/use/is )* ;
    ( which/what ) ( typeface/colour/aspect/resolution/framerate/speed ) ... ;
    is it ( in )? ( @res/vertical/square/landscape/hd ) ;
    ( are/is ) captions ( on/off ) ;
    ( what ) ( colour/typeface ) is ... ;
    settings ;
    how fast ( is/does/talk ) ...
    """,
)
_topics(
    "changes",
    """
    what ( has/have/did )? ( you )? ( changed/change/done/did ) ( so
        far/since/now/in/last/draft/time/today/there/exactly/you/@num )* ;
    ( show/list/tell ) ( me/us )* ( all | what | the )* ( changes/changed/change/you/edits/history/did )+ (
        so far/made/since )* ;
    ( what is ) ( new | another | the difference | change ) (
        in/to/from/since/now/this/draft/last/video/before/version )* ;
    change history ;
    history ;
    what did you ( just )? ( do/change/make ) ;
    ( what was change ) ;
    what did ( last/my/that )* change ( do/change )? ;
    what have you change ( since draft @num )? ;
    what ( has/have ) change since ... ;
    what did undo do ;
    did you change ... ;
    what difference ( is there )? ;
    ( undo )? history of changes
    """,
)
_topics(
    "cost",
    """
    how much ( is/does/will/would/do ) ... ;
    ( what/how ) ( does/will/is/would/do ) ( it/this/that/you/video/rendering )* (
        cost/costs/price/charge/expensive ) ...? ;
    what is ( price/cost ) ( of ... )? ;
    ( is ) ( it/this ) ( free/expensive ) ...? ;
    ( do/does ) ( i/we/it ) ( need/have )? to? ( pay/cost ) ...? ;
    how ( long ) ( does/will/would/is ) ( it/rendering/render/export/that/making/producing/this/make )+ (
        take/use ) ( to ... )? ;
    what ( would/does/will ) ... cost ;
    cost ( of it )? ;
    price ;
    ( is there ) ( fee/charge/watermark/subscription ) ...? ;
    how long ( will it | does it | will that ) take/use ...? ;
    ( how long ) ( does/will/would ) ( making/rendering/producing/render/export ) ( it/this/video )? ( take
        )? ;
    ( any ) ( cost/costs/fee/charge ) ;
    can i use it for free
    """,
)
_topics(
    "privacy",
    """
    ( is/are/do/does/where/who/what/will/can/how )+ ... (
        private/privacy/secure/safe/stored/store/uploaded/upload/cloud/server/servers/data/gdpr/shared/confidential/train/training/internet/offline/online/local/locally/leaves/leave/send/sent/sells/sell
        ) ...? ;
    ( privacy/security/gdpr ) ( policy )? ;
    ( does/do ) ( anyone/anybody/you/somebody ) ( see/show/watch/read/store/keep/collect/share/leave ) (
        our/my/it/this/data/video/brand/files )+ ...? ;
    where ( is/are/do/does ) ( my/our/files/data/video/everything/it ) ( ... )? (
        stored/store/saved/go/kept/leave/live ) ;
    who ( can/could/has/sees/gets ) ( see/access/show/it/my )+ ...?
    """,
)
_topics(
    "formats",
    """
    ( which/what ) ( export/file/output/video )* ( aspect/formats/files/resolution/sizes/type/types | file
        types ) ( can/do/are/is/does/could/there )+ ... ;
    ( which/what ) formats ...? ;
    ( can/could/do/does ) ( i/we/you/it ) ( export/get/have/support/do/make/save/show/output ) (
        it/to/as/in/a/an/the/video )* ( gif/mp4/srt/vtt/webm/mov/prores/4k/@res/edl/powerpoint/mp3/pdf )
        ...? ;
    ( how/where ) ( do/can/could ) ( i/we ) ( export/share/get ) ...? ;
    ( which/what ) ( file )? ( formats/format/files ) ...? ;
    ( can/could ) ( i/we ) ( have/get ) ( this/it/that/video )* ( as/in/to )* ( gif/mp4/srt/vtt/webm/mov/4k
        ) ;
    ( is ) ( gif/mp4/webm/mov/4k/@res ) possible ;
    ( what/which ) export ... ;
    ( in )? ( which/what ) aspect ( can/do/are ) ... ;
    ( formats )
    """,
)
_topics(
    "progress",
    """
    ( how ) ( far/much | much longer | long until | long till | long before | long left ) (
        is/are/along/until/till/will/left/does/you/it/before | to go )* ...? ;
    ( is/are ) ( it/video/you/draft/we/render ) (
        done/finished/ready/still/working/stuck/almost/nearly/there )+ ( rendering/yet/now/soon | on it )* ;
    ( what ) ( is ) ( status/progress/eta/happening | taking so long | going on ) ...? ;
    when ( will/is/can/does/do ) ( it/video/i/draft/this/you/we )* ( be/ready/done/finished/see/finish/have
        )+ ...? ;
    how is ( make/video/it/that/draft/film ) ( coming/going/doing/along/on )* ;
    ( any )? ( progress/status/eta/news ) ;
    ( are we there yet ) ;
    how is it going ;
    ( how )( is/are ) ( render/video/it/things ) ( coming along | going | doing ) ;
    ( much/longer ) longer ;
    how longer ;
    ( still/how ) much longer ...? ;
    ( what percentage/percent ) ... ;
    how much ( time )? ( is )? left ;
    ( time left ) ;
    are you done ;
    is it there yet ;
    ( is/are ) ( you/it ) ( make/working ) ...?
    """,
)
_topics(
    "review",
    """
    ( is/are/does/did/will/was/have/can )+ (
        it/video/draft/everything/there/sound/captions/you/this/text/words/speech )+ (
        good/ok/okay/right/correct/problem/problems/error/errors/mistake/mistakes/typo/typos/fine/wrong/issue/issues/check/checked/pass/any/readable/a/spelling/faults/quality
        )+ ...? ;
    ( any | are there | is there | do you see | did you find | find )+ ( any )? (
        problem/problems/error/errors/mistake/mistakes/issue/issues/typos/faults/spelling ) ...? ;
    ( review/check/proofread/inspect ) ( it/video/draft/this/quality/everything/script/result/spelling )* ;
    what did ( review | check | the review | quality check ) ... ;
    ( quality )( check/report/review )? ;
    what do you think ( of it | about it | of video )? ;
    ( check ) ( it )? for ( errors/mistakes/problems/typos ) ;
    ( how ) ( good | is the quality ) ( is it | of it )? ;
    ( review ) ;
    did ( it | everything ) ( go well | work ) ...? ;
    what is resolution like ;
    ( is there something ) wrong ...? ;
    what could be better ;
    what is wrong ( with it )? ;
    ( anything/something ) ( wrong/off/broken ) ( with/in/about )* ( it/draft/video/sound/captions/@scene )?
    """,
)
_topics(
    "capabilities",
    """
    what ( can/could/do/are )+ you/i/we ( do/change/edit/make/able/offer/here/help )* (
        to/with/for/me/in/video/do/here/it )* ;
    ( can/could/do/are ) you ( also )? ( able to )? ( do/support/animate/handle/understand/offer/make ) ...?
        ;
    ( which/what ) ( things/features/changes/edits/languages/kind/else/operations ) ...? ;
    ( do/can ) you ( support/talk/translate/understand ) ... ;
    ( is ) ( it/this )? possible to ... ;
    ( can/could ) i ( upload/import/record/change/edit/use/have/give | use own | add own | upload own
        ) ... ;
    are there ( templates/animations/limits/effects/stickers ) ...? ;
    ( what ) ( are ) ( limits/features/possibilities ) ;
    ( do you have )( templates/animations/effects/stickers ) ;
    ( who/what ) are you ;
    how ( good/smart ) are you ;
    what else is possible ;
    are you ( ai/robot/human/person/bot/real ) ...? ;
    which languages ...? ;
    what do you understand
    """,
)
