"""Rules of the talk itself: commands, questions about the video and the product, courtesy, and what can not be done."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_words import raw
from tools.notes import Command, CommandName, Enquiry, Topic
from tools.patches import SetSeed

COMMANDS = Rulebook()
ENQUIRIES = Rulebook()
COURTESY = Rulebook()
REFUSALS = Rulebook()


def _command(name: CommandName, *drafts: int, value: str = "") -> Reading:
    return Reading(commands=(Command(name=name, drafts=drafts, value=value),))


@COMMANDS.rule(
    "undo ( that/it/this/last/change/changes/edit/my/one/step/please/everything/thing/previous/what/you/did )*", "go back ( one )? ( step/change )?", "back ( one step )?", "( it/that/this ) ( was/looked/look ) better ( before/earlier/previously )", "( i )? ( love/prefer/liked ) ( it | how it was ) ( better )? before", "( put/change/turn/set/bring ) it back ( to )? ( how/as/the/way/it/was/before/what )*",
    "make it ( how/as/like/the/way/it/was )+ before", "( remove/cancel/reverse/stop/forget ) ( last/that/previous/my )+ change/edit/one", "never mind that change", "( love/like ) it was better before", "go back to ( how/as/what/way )+ it was ( before )?", "( one )? step back", "( that | it ) was better", "before was better", "( i )? ( dont ) ( love/like/want ) ( that/last/this ) ( change/edit )", "swap it back", "( return | go back ) to ( previous/last/before/earlier )+ ( state )?", "the? old one was better",
    "change it back",
)
def undo(c: Context, f: Found) -> Reading | None:
    return _command("undo")


@COMMANDS.rule("redo ( that/it/this/last/change/again/what/i/undid )*", "( undo ) undo", "( do/make/apply/put ) ( that/it ) ( change )? ( again | back )", "( bring/put ) change back", "no put it back", "( i )? ( want | take back ) undo ( back )?", "( restore/reapply ) ( change/it/that/last )+", "again ( after all )", "change ( undo )? again", "i change my mind undo ( that )? undo", "bring back ( my/that/last )? change")
def redo(c: Context, f: Found) -> Reading | None:
    return _command("redo")


_DRAFT = "( draft/video/cut )"


def _drafts(c: Context, numbers: list[int]) -> Reading | None:
    missing = [n for n in numbers if n not in c.situation.drafts]
    if missing:
        there = c.situation.drafts
        if not there:
            return ask("There is no draft yet; shall I make one?", "Go ahead")
        return ask(f"There is no draft {missing[0]}; there {'is only draft' if len(there) == 1 else 'are drafts'} {', '.join(map(str, there))}. Which one?")
    return None


def _draft_number(c: Context, f: Found) -> int:
    if f.has("n"):
        return int(f.value("n") or 1)
    word = f.word("o")
    there = c.situation.drafts
    numbers = {"first": 1, "original": 1, "initial": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
    if word in ("previous", "last", "earlier", "before"):
        return there[-2] if len(there) > 1 else 1
    return numbers.get(word, 1)


_O = "o=( first/original/initial/second/third/fourth/fifth/previous )"


@COMMANDS.rule(
    f"( go/back/return/switch/take/put/restore/bring/jump/change/turn/undo/use/get/reload/load/open/revert )* ( me/us/it )? ( back )? ( to )? {_DRAFT} ( number )? n=( @num/one ) ( again | back )?", f"( go/back/return/switch/take/put/restore/bring/jump/change/use/reload/load/open )+ ( me/us/it )? ( back )? ( to )? {_O} {_DRAFT} ( again )?", "( i )? ( love/liked/preferred/prefer/like/want ) draft n=( @num/one ) ( better/more/back )*", "draft n=( @num/one ) was better", f"( i )? ( love/liked/preferred/prefer/like/want ) {_O} draft ( better/more/back )*", f"{_O} draft was better", "undo to draft n=@num", "draft n=@num please",
)
def go_to_draft(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if "draft" not in words:
        return None
    number = _draft_number(c, f)
    return _drafts(c, [number]) or _command("go_to_draft", number)


@COMMANDS.rule("compare ( draft )? a=( @num/one ) ( draft )? ( and/with/to/against/vs/versus/, ) ( draft )? b=( @num/one )", "compare ( draft )? a=( @num/one ) b=( @num/one )", "compare a=( @ord/first/second/third ) ( draft )? ( and/with/to/against ) b=( @ord/first/second/third ) draft", "compare ( last/both ) ( @num )? draft", "( show/what/is )* difference between ( draft )? a=( @num/one ) ( and ) ( draft )? b=( @num/one )", "( show ) draft a=( @num/one ) ( and/beside/against | next to ) ( draft )? b=( @num/one ) ( side by side )?", "compare draft", "( show ) ( me )? difference between ( draft )? a=( @num/one ) and ( draft )? b=( @num/one )", "what ( is )? ( another/changed/change | the difference ) between draft a=( @num/one ) and ( draft )? b=( @num/one )",
               "compare ( it | this ) ( with/to ) ( draft a=@num | last draft | previous draft | previous one )", "compare ( with/to ) ( draft a=@num | last draft | previous draft )", "show draft a=@num and draft? b=@num ( next to each another )?", "how does draft a=@num compare to draft? b=@num", "draft a=@num ( vs/versus/against/or ) draft? b=@num", "put draft a=@num and draft? b=@num side by side")  # fmt: skip
def compare(c: Context, f: Found) -> Reading | None:
    there = c.situation.drafts
    ordinals = {"first": 1, "second": 2, "third": 3}

    def number(group: str) -> int:
        word = f.word(group)
        return ordinals.get(word) or int(f.value(group) or 1)

    groups = f.match.groupdict()
    if groups.get("a") and groups.get("b"):
        numbers = [number("a"), number("b")]
    elif len(there) > 1:
        numbers = [int(f.value("a")) if groups.get("a") else there[-2], there[-1]]
    else:
        return ask("There are not two drafts to compare yet; shall I make another?", "Go ahead")
    if numbers[0] == numbers[1]:
        return ask("Which two drafts should be compared?")
    return _drafts(c, numbers) or _command("compare", *numbers)


_FORMATS = {"mp4": "mp4", "gif": "gif", "srt": "srt", "vtt": "vtt", "webm": "webm", "mov": "mov", "mp3": "mp3", "wav": "wav", "pdf": "pdf",
            "edl": "edl", "otio": "otio", "prores": "prores", "png": "png", "zip": "zip", "captions": "srt", "audio": "wav", "poster": "poster",
            "thumbnail": "poster", "txt": "txt", "h264": "mp4", "hevc": "hevc", "av1": "av1", "script": "txt", "m4a": "m4a", "json": "json"}  # fmt: skip
_FORMAT = "( " + "/".join(_FORMATS) + " )"


@COMMANDS.rule(
    f"( export/make/render/give/get/need/want/send/have/do/save )* ( me/us )? ( it/video/this/film/everything/draft/final/file )* ( as/in/to/into )* f=( ( and/,/plus/or/as/an )? {_FORMAT} ( file/files/version/format/aspect )? ( ( ,/and/plus )* {_FORMAT} ( file/files/version )? )* )", "export ( it/video/this/film/everything/draft/final/file/now )*", "( i )? ( can )? ( have/get ) ( video/final )? ( file ) ( now )?", "( give/send/get ) ( me/us )? ( video/final/finished )* file", "export f=.",
)
def export(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens("f")] if f.match.groupdict().get("f") else []
    found = [_FORMATS[w] for w in words if w in _FORMATS]
    head = f.tokens()[0].norm
    if words and not found:
        return None
    if not found and head not in ("export",) and "file" not in [t.norm for t in f.tokens()]:
        return None
    if found and head in ("captions", "script", "want", "have", "make", "need") and set(words) <= {"captions", "script", "and"}:
        return None
    return _command("export", value=",".join(dict.fromkeys(found)))


@COMMANDS.rule(
    "( approve/yes/yep/yeah/ok/okay/yup/agreed/perfect/great/good/deal/fine/sure )* ( go ahead | go for it | lets go | do it | proceed | make it | make video | approve ( it/this/storyboard/video/draft/everything )* | carry on | continue | ship it | start ( it | video | producing | now )? | roll it | action | produce it | send it | green light | you have green light | all good go | thumbs up | get going | get on with it | lets do ( it/this ) | move on | proceed with it | i approve ( it/this/storyboard )* | create it | render it | film it | please do | go )",
    "( that/it/this/all/storyboard/everything )? look/sound ( very/really/pretty )? ( good/great/fine/perfect/ok/okay/right/awesome/lovely/excellent/amazing/brilliant/nice | spot on )+ ( to me )?", "( yes/yep/yeah/yup/approve/okay/ok/agreed/sure/yess )+ ( please/thanks )*", "( that | it | this | storyboard ) is ( good/great/fine/perfect/ok/okay/approve/right | good to go )+ ( go ahead )?", "( i am | we are ) ( happy/good/fine/ok/satisfied ) ( with ) ( it/this/that/storyboard )+", "( good/ready ) to go", "( all good | all set | no changes | nothing to change | no change | leave it as is | it is fine as is | all fine | happy with it | lgtm )",
    "( perfect/great/good/fine/wonderful/excellent ) ( make it | go | approve )", "( i | we ) approve",
)
def approve(c: Context, f: Found) -> Reading | None:
    return _command("approve") if c.situation.stage not in ("start",) else None


@COMMANDS.rule("( render/produce/make/create/build ) ( it/video/draft/film/next/new/another/a )* ( in/at/as )* ( q=( draft/final/full/high/best/low/preview/quick/fast/rough ) ) ( resolution/draft/version/render )*", "( render/produce ) ( it/video/draft/film/everything )* ( again/now/fresh )*", "( make/create/render/produce ) ( next/new/another ) draft ( now )?", "( make/render/produce ) ( final/finished/full ) ( video/draft/version/film )", "( rebuild/rerender ) ( it )?", "( make/render/produce/create/show/want ) ( me )? ( quick/rough/preview )+ ( draft/video/version )?", "( go for )? final ( render/version/video/draft )")
def produce(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if not c.board:
        return None
    if "it" in words and len(words) == 2 and "make" in words:
        return None
    quality = "final" if words & {"final", "full", "high", "best", "finished"} else "draft" if words & {"low", "preview", "quick", "fast", "rough"} else ""
    return _command("produce", value=quality)


@COMMANDS.rule("stop ( make/start/draft/it/that/this/render/rendering/now/everything/video/production/making/immediately/producing/the/process/job | at once | right there )*", "( hold on | wait | wait ( abit/minute/@dur/second ) | hang on | pause | hold it | not yet | hold your horses )", "dont ( render/produce/make ) ( it/video/that )* ( yet )?", "( quit/halt/end/kill ) ( render/rendering/production/job/it )", "stop stop", "( remove/stop ) ( that/this )? make")
def stop(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if "stop" not in words and c.situation.stage != "producing":
        return Reading(kept=True, said="I wait.")
    return _command("stop")


@COMMANDS.rule("( show/start/open/view/get/give/want/go/let | bring up | pull up )* ( me/us )? ( back )? ( to )? ( storyboard ) ( again/please/back/now )*", "( can | could ) ( i/we ) ( see | have look at ) storyboard", "( i/we )? want ( to )? show storyboard", "what ( does/is ) storyboard look ( like/love )", "go back to storyboard", "where is storyboard", "( show ) ( me )? all scene", "show ( me )? ( scene list | @scene )", "storyboard")
def storyboard(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if "@scene" in words:
        value = next((t.value for t in f.tokens() if t.norm == "@scene"), None)
        if not isinstance(value, Scenes) or not value.every:
            return None
    return _command("show_storyboard")


@COMMANDS.rule("( show/play/open/view/watch/see/let/give )+ ( me/us )? ( see/watch/play/show )? ( latest/newest/current/last/finished )* ( draft/video ) ( again/please/now )*", "play ( it )", "( can | could ) ( i/we ) ( see/watch/show ) ( it | draft | video | result )+ ( now )?", "( show ) ( me )? ( it/result | what you have | what we have )+ ( so far )?", "show draft", "where is ( draft/video )")
def show_draft(c: Context, f: Found) -> Reading | None:
    return _command("show_draft") if c.situation.drafts else None


_ABOUT = "( ( about/for/on/of/introducing/promoting/advertising/explaining/announcing/where/to/that/showing/launching ) ... )"


@COMMANDS.rule(
    f"( make/create/do/produce/want/need/start/build/give/have/get/lets/shoot/film )+ ( me/us )? ( another/new/second/one/next/separate/fresh/completely/brand )* ( . )? ( . )? ( video/one/project/story ) ( . )? {_ABOUT}", "( make/create/do/produce/want/need/start/build/have )+ ( another/new/next/second/fresh )+ ( video/project ) ( from scratch )?", f"( another/next/new )+ video {_ABOUT}", "start ( over | from scratch | again | afresh )", "( make/do/create ) one {_ABOUT}".replace("{_ABOUT}", _ABOUT), "( same | similar one ) for ...", "( make/create/do/build ) . . . video {_ABOUT}".replace("{_ABOUT}", _ABOUT), "@dur video {_ABOUT}".replace("{_ABOUT}", _ABOUT),
    "( want/need | like to )? ( announce/promote/advertise/introduce/launch/explain ) ( our/my ) ...", "new ( video/project/production )",
)
def new_production(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if c.board is not None:
        if "scene" in words or "@scene" in words or "line" in words or "@line" in words:
            return None
        fresh = {"another", "new", "next", "second", "one", "separate", "fresh", "scratch", "over"} & set(words)
        if not fresh and words[0] not in ("create", "same", "similar", "start") and "about" not in words and "promoting" not in words:
            return None
        if words[:2] == ["make", "it"] or words[:1] == ["it"]:
            return None
        if "for" in words and set(words) & {"vertical", "square", "landscape"} and "about" not in words and "new" not in words:
            return None
    return _command("new_production", value=c.text.strip()[:2000])


@COMMANDS.rule("learn ( from )? ( our/brand/company/this )* ( website/brand/page )? ( at/:/from/is/on/, )* u=@url ( website/first )?", "( our/my )? ( website/brand/page/company ) ( is )? ( at/:/here )* u=@url", "( get/take/pull/read/use/fetch/grab/import/extract/visit/add ) ( our/the/brand/colour/logo/everything/look/style/and/typeface/it )* ( from/at/on ) ( our/website/page )* ( :/at )? u=@url", "( here is )? ( our )? website ( : )? u=@url", "u=@url ( is )? ( our/my )? website", "learn ( our/brand/website/about/us )* u=@url", "( go/visit ) ( to )? u=@url ( and learn ...? )?", "use ( our )? website u=@url", "learn who we are ( from/at )? u=@url", "u=@url", "( learn ) ( our )? brand from u=@url", "import brand from u=@url", "we are u=@url", "brand ( website )? ( is )? ( : )? u=@url")
def learn_brand(c: Context, f: Found) -> Reading | None:
    address = str(f.value("u"))
    if "@" in address:
        return None
    if len(f.tokens()) == 1 and c.board is not None:
        return ask(f"What should I do with {address}?", f"Learn our website {address}", f"Put {address} on the end card")
    return _command("learn_brand", value=address)


@COMMANDS.rule("learn ( our/my/the )? ( website/brand/company )")
def learn_what(c: Context, f: Found) -> Reading | None:
    return ask("Which website is it? Send its address.")


@COMMANDS.rule("( use/apply/switch/take/with/load/change/make )+ ( it/this/video )? ( to/for/in/with )* ( b=( .? . ) ) brand ( colours/instead/please/kit )?", "use brand ( of/called/: )? ( b=( .? . ) )", "( this/it/video ) is for ( b=( .? . ) ) ( brand )?", "( make/do ) ( it/this ) for ( b=( .? . ) )", "( switch/change ) brand to ( b=( .? . ) )", "( use/take ) b=( .? . ) ( as brand )?", "make it b=( . ) branded", "b=( . ) brand")
def use_brand(c: Context, f: Found) -> Reading | None:
    asked = re.sub(r"^(?:the|our|my|a)\s+", "", raw(c, f, "b"), flags=re.IGNORECASE).removesuffix(" brand")
    words = [t.norm for t in f.tokens()]
    name = next((brand for brand in c.situation.brands if brand.lower() == asked.lower().removesuffix("'s")), "")
    if name:
        return _command("use_brand", value=name)
    if "brand" in words and asked and not any(t.norm in ("@colour", "colour", "all", "typeface", "another", "no", "logo") for t in f.tokens("b")):
        there = c.situation.brands
        return ask(f'There is no brand "{asked}"; which one do you mean?' if there else f'There is no brand "{asked}" yet; what is its website?', *(f"Use the {b} brand" for b in there[:4]))
    return None


@COMMANDS.rule("( give/show/make/try/want/do/have/see/get/use/need )* ( me/us )? ( another | a | some | me )? variation ( of/it/video/this/please )*", "( shuffle/surprise/reroll/randomise/randomize ) ( it/me/again/everything )*", "( make/try/do ) ( it )? another ( way )", "( try ) again", "( something ) another", "( do/make ) it again another", "roll dice ( again )?", "( give ) ( me )? another ( look/one/option/design )", "another seed", "mix it up", "( make ) ( it )? look another")
def variation(c: Context, f: Found) -> Reading | None:
    if c.board is None:
        return None
    return do(SetSeed(seed=(c.board.seed * 31 + 17) % (2**31 - 1)))


@COMMANDS.rule("help ( me )?", "( i )? need help", "what now", "( how does this work | how do i use this | how does it work )", "( what can i say | what do i do | what should i do )", "i am lost", "instructions")
def help_(c: Context, f: Found) -> Reading | None:
    return _command("help")


# enquiries


def _enquiry(c: Context, f: Found, topic: Topic, scene: str = "") -> Reading:
    value = next((t.value for t in f.tokens() if t.norm == "@scene" and isinstance(t.value, Scenes)), None)
    if value is not None and value.problem:
        return ask(value.problem)
    if value is not None and value.ids and not value.every:
        scene = value.ids[0]
    first, last = f.tokens()[0], f.tokens()[-1]
    return Reading(enquiries=(Enquiry(topic=topic, scene=scene, words=c.text[first.start : max(c.end, last.end)].strip()[:300]),),
                   focus=(scene,) if scene else ())  # fmt: skip


def _topics(topic: Topic, *patterns: str) -> None:
    @ENQUIRIES.rule(*patterns)
    def answered(c: Context, f: Found) -> Reading | None:
        return _enquiry(c, f, topic)


_THERE = "( which/what/show/list/tell/any/are/do/is/have/got/can/could/i/you/we/me/us/there/other/another/all/use/choose/hear/see/your/between/pick/from/about/kind/kinds/sort/of/types/options/more/available/else/to/many/how/range/selection/what's/give/sound | how many )"


def _listing(noun: str) -> str:
    return f"( {_THERE} )+ {noun} ( ( {_THERE} )+ | do/is/are/can/there/you/we/i/have/available/use/choose/got/offer/options/in/video/exist/possible )*"


_topics("why", "why ...", "( what/how ) ( is reason for | come ) ...", "what is reason ...", "( for what reason | how come ) ...", "what made you ...", "how did you ( decide/choose/pick/use/come ) ...", "( reason for ) ...")
_topics("voices", _listing("voice"), "( who )( is )? ( talk | voice )", "( which/what/who ) ( is )? ( voice ) ( is )? ( this/it/use/that/in )*", "voice ?", "what other voice ( do you have )?", "( which/what ) voice ...")
_topics("avatars", _listing("avatar"), "who ( is ) ( avatar/she/he/person/lady/woman/man/talk | in video )+", "( which/what ) ( avatar | people ) ...", "who ( else )? ( can/could ) ( present/host ) ...?", "( who can present )", "who presents ( it )?")
_topics("music", _listing("music"), "( which/what ) music ...", "( which/what ) ( is ) music", "what mood ...?", "( what/which ) moods ...?")
_topics("backgrounds", _listing("background"), "( which/what ) background ...")
_topics("brands", _listing("brand"), "( which/what ) brand ...", "what do you know about ( our/us/brand/company/me/lumen/acme/@url )* ...?", "( which/what ) ( is/are ) brand colour", "( what have you learned ) ...?", "( what ) ( do you know ) about ( us | me | brand )")
_topics("drafts", _listing("draft"), "( which/what ) draft ( is/are/do ) ...", "how many draft ...?", "which draft ...", "( list/show ) ( all | my | me )* draft")
_topics("scene", "how ( long ) ( is/does/will/was ) @scene ( last/take/run/be )*", "what ( is/happens/comes/does ) ( said/shown/in/on/there/she/he/it | going on )* ( in/on/at )* @scene ( say/show )*", "( what ) ( does/do ) ( she/he/it/avatar ) say ( in/on/at )* @scene", "tell ( me )? ( more )? about @scene", "( which/what ) ( is ) @scene ( about )?", "what is in @scene", "( what/which ) ( background/heading/line/words ) ( is/are/does/has )* ( in/on/of )? @scene ( have/has )?", "how many ( words/line ) ( are/is/does/has/in )* @scene ( have )?", "what about @scene", "@scene ( how long | what does it say )", "describe @scene", "how long @scene", "( read ) ( me )? @scene", "say ( me )? more? about @scene", "mention @scene", "is @scene lock", "show ( me )? @scene")
_topics("duration", "how ( long ) ( is/will/does/was/be/would ) ( it/video/this/film/whole/thing/draft/current/everything )* ( be/last/run/take/now/become | in total | at moment )*", "( what/which ) ( is ) ( total/current )* duration ( of/video/it )*", "how ( many )? ( @dur | minutes | seconds ) ( is/long/does/it/video/have/last )*", "duration", "is it ( longer/shorter/under/over/more/less ) ( than )? @dur", "how long ( it/video ) ( is )?")
_topics("script", "( what/show/read/give/see/tell/can/could/i/me/have/let/want/print/send/us/where )+ ( is )? ( script | whole script | @line ) ( again/please/to/me/now )*", "what ( does/do/will/is ) ( she/he/avatar/they/it/voice ) ( say/saying/going )+ ( exactly/all | in total )*", "( who wrote | what is in ) script", "how many scene ...?", "how many words ( are/is/does/in/script/it/there/have/video )*", "what is say", "( script )")
_topics("settings", "( what/which/show/list/tell )+ ( me )? ( are/is )? ( all | current | my )* ( settings/preferences/options ) ( now/of/video/this )*", "( what ) ( is ) ( current | name of )? ( aspect/resolution/framerate/typeface/colour/speed/volume ) ( of/video/this/it/now/we/use/is )*", "( which/what ) ( typeface/colour/aspect/resolution/framerate/speed ) ...", "is it ( in )? ( @res/vertical/square/landscape/hd )", "( are/is ) captions ( on/off )", "( what ) ( colour/typeface ) is ...", "settings", "how fast ( is/does/talk ) ...")
_topics("changes", "what ( has/have/did )? ( you )? ( changed/change/done/did ) ( so far/since/now/in/last/draft/time/today/there/exactly/you/@num )*", "( show/list/tell ) ( me/us )* ( all | what | the )* ( changes/changed/change/you/edits/history/did )+ ( so far/made/since )*", "( what is ) ( new | another | the difference | change ) ( in/to/from/since/now/this/draft/last/video/before/version )*", "change history", "history", "what did you ( just )? ( do/change/make )", "( what was change )", "what did ( last/my/that )* change ( do/change )?", "what have you change ( since draft @num )?", "what ( has/have ) change since ...", "what did undo do", "did you change ...", "what difference ( is there )?", "( undo )? history of changes")
_topics("cost", "how much ( is/does/will/would/do ) ...", "( what/how ) ( does/will/is/would/do ) ( it/this/that/you/video/rendering )* ( cost/costs/price/charge/expensive ) ...?", "what is ( price/cost ) ( of ... )?", "( is ) ( it/this ) ( free/expensive ) ...?", "( do/does ) ( i/we/it ) ( need/have )? to? ( pay/cost ) ...?", "how ( long ) ( does/will/would/is ) ( it/rendering/render/export/that/making/producing/this/make )+ ( take/use ) ( to ... )?", "what ( would/does/will ) ... cost", "cost ( of it )?", "price", "( is there ) ( fee/charge/watermark/subscription ) ...?", "how long ( will it | does it | will that ) take/use ...?", "( how long ) ( does/will/would ) ( making/rendering/producing/render/export ) ( it/this/video )? ( take )?", "( any ) ( cost/costs/fee/charge )", "can i use it for free")
_topics("privacy", "( is/are/do/does/where/who/what/will/can/how )+ ... ( private/privacy/secure/safe/stored/store/uploaded/upload/cloud/server/servers/data/gdpr/shared/confidential/train/training/internet/offline/online/local/locally/leaves/leave/send/sent/sells/sell ) ...?", "( privacy/security/gdpr ) ( policy )?", "( does/do ) ( anyone/anybody/you/somebody ) ( see/show/watch/read/store/keep/collect/share/leave ) ( our/my/it/this/data/video/brand/files )+ ...?", "where ( is/are/do/does ) ( my/our/files/data/video/everything/it ) ( ... )? ( stored/store/saved/go/kept/leave/live )", "who ( can/could/has/sees/gets ) ( see/access/show/it/my )+ ...?")
_topics("formats", "( which/what ) ( export/file/output/video )* ( aspect/formats/files/resolution/sizes/type/types | file types ) ( can/do/are/is/does/could/there )+ ...", "( which/what ) formats ...?", "( can/could/do/does ) ( i/we/you/it ) ( export/get/have/support/do/make/save/show/output ) ( it/to/as/in/a/an/the/video )* ( gif/mp4/srt/vtt/webm/mov/prores/4k/@res/edl/powerpoint/mp3/pdf ) ...?", "( how/where ) ( do/can/could ) ( i/we ) ( export/share/get ) ...?", "( which/what ) ( file )? ( formats/format/files ) ...?", "( can/could ) ( i/we ) ( have/get ) ( this/it/that/video )* ( as/in/to )* ( gif/mp4/srt/vtt/webm/mov/4k )", "( is ) ( gif/mp4/webm/mov/4k/@res ) possible", "( what/which ) export ...", "( in )? ( which/what ) aspect ( can/do/are ) ...", "( formats )")
_topics("progress", "( how ) ( far/long/much | much longer ) ( is/are/along/until/till/will/left/does/you/it/before | to go )* ...?", "( is/are ) ( it/video/you/draft/we/render ) ( done/finished/ready/still/working/stuck/almost/nearly/there )+ ( rendering/yet/now/soon | on it )*", "( what ) ( is ) ( status/progress/eta/happening | taking so long | going on ) ...?", "when ( will/is/can/does/do ) ( it/video/i/draft/this/you/we )* ( be/ready/done/finished/see/finish/have )+ ...?", "how is ( make/video/it/that/draft/film ) ( coming/going/doing/along/on )*", "( any )? ( progress/status/eta/news )", "( are we there yet )", "how is it going", "( how )( is/are ) ( render/video/it/things ) ( coming along | going | doing )", "( much/longer ) longer", "how longer", "( still/how ) much longer ...?", "( what percentage/percent ) ...", "how much ( time )? ( is )? left", "( time left )", "are you done", "is it there yet", "( is/are ) ( you/it ) ( make/working ) ...?")
_topics("review", "( is/are/does/did/will/was/have/can )+ ( it/video/draft/everything/there/sound/captions/you/this/text/words/speech )+ ( good/ok/okay/right/correct/problem/problems/error/errors/mistake/mistakes/typo/typos/fine/wrong/issue/issues/check/checked/pass/any/readable/a/spelling/faults/quality )+ ...?", "( any | are there | is there | do you see | did you find | find )+ ( any )? ( problem/problems/error/errors/mistake/mistakes/issue/issues/typos/faults/spelling ) ...?", "( review/check/proofread/inspect ) ( it/video/draft/this/quality/everything/script/result/spelling )*", "what did ( review | check | the review | quality check ) ...", "( quality )( check/report/review )?", "what do you think ( of it | about it | of video )?", "( check ) ( it )? for ( errors/mistakes/problems/typos )", "( how ) ( good | is the quality ) ( is it | of it )?", "( review )", "did ( it | everything ) ( go well | work ) ...?", "what is resolution like", "( is there something ) wrong ...?", "what could be better", "what is wrong ( with it )?", "( anything/something ) ( wrong/off/broken ) ( with/in/about )* ( it/draft/video/sound/captions/@scene )?")
_topics("capabilities", "what ( can/could/do/are )+ you/i/we ( do/change/edit/make/able/offer/here/help )* ( to/with/for/me/in/video/do/here/it )*", "( can/could/do/are ) you ( also )? ( able to )? ( do/support/animate/handle/understand/offer/make ) ...?", "( which/what ) ( things/features/changes/edits/languages/kind/else/operations ) ...?", "( do/can ) you ( support/talk/translate/understand ) ...", "( is ) ( it/this )? possible to ...", "( can/could ) ( i/we ) ( upload/import/record/change/edit/use/have/give | use own | add own | upload own ) ...", "are there ( templates/animations/limits/effects/stickers ) ...?", "( what ) ( are ) ( limits/features/possibilities )", "( do you have )( templates/animations/effects/stickers )", "can you ...", "can i ...", "( who/what ) are you", "how ( good/smart ) are you", "what else is possible", "can it ...", "are you ( ai/robot/human/person/bot/real ) ...?", "which languages ...?", "what do you understand")


# courtesy


def _chat(kind: str, *patterns: str) -> None:
    @COURTESY.rule(*patterns)
    def said(c: Context, f: Found) -> Reading | None:
        return Reading(chat=kind, kept=True)


_YOU = "( there/again/everyone/all/team/you/director/friend/agency/buddy/guys | to you )*"
_chat("greeting", f"( hello/hi/hey/hiya/howdy/greetings/hallo/yo/heya/helo/hullo )+ {_YOU}", f"good ( morning/afternoon/evening/day ) {_YOU}", "how are you ( doing/today )*", "( hello/hi/hey )+ ( how are you ) ( doing/today )*", "what is up", "nice to meet you", "( morning/evening/afternoon )", "how do you do", "( hello/hi/hey )+ ( is ) ( anyone/anybody/someone ) there", "anybody there")
_chat("thanks", "( thanks/thank/thx/cheers/ta/tx/ty/merci/danke/gracias ) ( you/a/so/very/much/again/for/all/that/your/help/lot/everything/many/guys/bunch/mate/friend/it/the/to/this/work/quick | a lot )*", "( much appreciated | appreciate it | i appreciate it | many thanks | thank you | much thanks | appreciated )", "that is ( very )? kind ( of you )?", "( great/good/perfect/lovely ) thanks", "many thank you")
_chat("praise", "( wow/great/awesome/amazing/perfect/nice/cool/fantastic/brilliant/excellent/lovely/beautiful/wonderful/superb/good/impressive/neat/sweet/yay/bravo/love/incredible/stunning/sick/terrific/super/fabulous/marvellous/magnificent/gorgeous )+ ( work/job/it/one/video/stuff/result/done/start/idea/this/that/so/far/much/very/indeed/draft )*",
      "( i | we | my boss | client | she | he | they | everyone )? ( really | absolutely )? love ( it/this/that/video/draft/result/them/avatar/music/voice/background/colour/@scene/@line/captions/logo/typeface/heading )+ ( very/much/so/really/now | a lot )*", "( wow/oh/haha/nice/yes )? ,? ( that | it | this | video | draft | music | avatar | voice | @scene ) ( is/look/sound/was ) ( so/really/very/much/just/absolutely/pretty/quite )* ( great/awesome/amazing/perfect/nice/cool/fantastic/brilliant/excellent/lovely/beautiful/wonderful/superb/good/impressive/incredible/stunning/better | spot on )+ ( now/already/indeed/much )*",
      "( well done | good job | nice one | nice work | you rock | you are ( great/awesome/amazing/best/good | the best ) | way to go | not bad | impressive | much better | better | that is it | exactly | yes exactly | what a great ... | i am impressed | very good | so good | very nice | great music )")
_chat("complaint", "( i | we ) ( hate ) ( it/this/that/video/everything )+", "( it | this | that | video | draft | result ) ( is/look/sound/feel/was ) ( so/really/very/just/absolutely/pretty/quite/abit/all/too/still )* ( bad/awful/terrible/horrible/ugly/boring/rubbish/garbage/crap/shit/sucks/wrong/meh/disappointing/poor/lame/cheap/amateurish/dull/weird/mess/useless/crappy/trash/flat/broken/bland/generic/unprofessional | a mess | not good )+ ( now/again )?", "( this | it | that ) sucks", "( ugh/meh/yuck/bah/wtf/crap/damn/rubbish/terrible/awful/horrible/shit )+", "( i am | we are ) ( not/disappointed/unhappy/frustrated/annoyed ) ( happy/with/it/this/satisfied/the/result )*", "( you | this ) ( is/are/does/do )? ( useless/stupid/dumb/idiot/broken | not working | not work | not helpful )+", "( that is )? not ( what/how ) ( i/we ) ( asked/want/wanted/meant/imagined/said | had in mind ) ( for )?", "( no )? ( that is )? ( wrong | not it | not right )", "hate it", "you did not listen", "( i )? ( dont ) ( love | like ) ( it/this/that )+ ( at all )?", "not good ( enough )?", "boring", "what a ...")
_chat("farewell", "( bye/goodbye/cya/ciao/farewell/later )+ ( bye/then/now/all/everyone | for now )*", "see you ( later/soon/tomorrow )*", "good night", "( i am | we are )? done ( for ( today/now ) )?", "that is all ( for ( today/now ) )?", "( talk/show )( to )? you ( later/soon/tomorrow )", "( have )( nice/good/great ) ( day/evening/weekend/one )", "i have to go", "we are finished", "( until/till ) ( tomorrow/later | next time )", "take care")


# what is left as it is


_NOUN = "( music/captions/voice/avatar/background/logo/heading/subtitle/endcard/cta/address/words/script/typeface/colour/transition/strap/aspect/resolution/framerate/video/speed/duration/volume/title/@scene/@line/it/this/that/everything/anything/ending/opening/rest/all/@colour/length/her/him/them/she/he/beginning/end/look/picture/style/order/animation/brand/price )"
_NOUNS = f"( {_NOUN} ( and/or/,/of/in/on/as )? )+"


@REFUSALS.rule(
    f"dont ( change/remove/move/lock/swap/replace/rewrite/make/turn/alter/edit/duplicate/split/merge/shorten/lengthen/put/cut/speedup/slowdown/unlock/mute/set/touch/lose/export/add/switch/use/let/worry/render/do/go/undo/rename/call/start/compare/give/get/crop/drop/get/be ) ...?", f"leave {_NOUNS} ( exactly/just )* ( as/alone/be/unchanged/same/way/it/is/they/are/untouched/like/that/the/how/where/what/she/now/there/please/in/was/were | in place )*", f"{_NOUNS} ( can/should/must/could/may )? ( stay/stays/remain/remains )", f"{_NOUNS} ( can/should/must/could/may )? ( stay/stays/remain/remains/is/are ) ( exactly/just/as/it/is/they/are/same/unchanged/the/way/untouched/like/that/where/how/fine/ok/good/perfect/great/now/nice | in place )+",
    f"no ( need to )? ( change/changes ) ( to/in/of/for )+ {_NOUNS}", f"no change ( change | to {_NOUNS} )?", f"( i | we )? ( still )? ( love | happy with | fine with ) {_NOUNS} ( as it is | as is | the way it is )", "nothing ( else )? ( to change )?", "( never mind | forget it | forget about it | ignore that | doesn't matter | does not matter | not important | nope | no | neither | none | no thanks | no thank you | leave it | nothing | not now | no nothing | neither of them | none of them | nah )+ ( . )?", f"( do )? not {_NOUNS}", f"all but {_NOUNS}",
    f"not ( the )? {_NOUNS}", f"dont ( want/need ) ( to )? ( change ) ...", f"no ( longer/shorter/faster ) than ( it is | that )", f"( no ) change needed ...?",
)
def left(c: Context, f: Found) -> Reading | None:
    return Reading(kept=True, said="That stays as it is.")


@REFUSALS.rule(f"i? ( am/are )? unsure ( about/of/if/whether/what/how/that )* n={_NOUN} ...?", f"i? ( am/are )? unsure ( about/of/if/whether/what/how/that )* ...", f"( something ) ( is/feel/look/sound ) ( off/wrong/odd/strange ) ( with/about )? n={_NOUN}?", f"( i )? have doubts about n={_NOUN} ...?", f"n={_NOUN} ( is/are/look/sound/feel ) ( not ) ( right/good/great/nice/perfect/working | quite right ) ...?", f"n={_NOUN} ( bothers/annoys ) me ...?", f"( do/can ) something ( about/with ) n={_NOUN}", f"( change/improve/fix ) n={_NOUN}", f"make n={_NOUN} ( better/nicer/good/cooler/different/pop/work/fancier/prettier | more interesting | more professional | more exciting | more modern )", f"n={_NOUN} ( should/must/needs/could ) ( to )? ( be )? ( better/nicer/change/another/improve )", "( what about ) n={_NOUN}".replace("{_NOUN}", _NOUN))
def unsure(c: Context, f: Found) -> Reading | None:
    groups = f.match.groupdict()
    return about_noun(c, f.word("n") if groups.get("n") else "", next((t.value for t in f.tokens() if t.norm == "@scene"), None))


def about_noun(c: Context, noun: str, scene: object = None) -> Reading:
    """A question about what should change in the thing that a noun names, with messages to choose from."""
    if isinstance(scene, Scenes) and scene.problem:
        return ask(scene.problem)
    if isinstance(scene, Scenes) and scene.ids:
        n = c.number(scene.ids[0])
        return ask(f"What should change in scene {n}?", f"Delete scene {n}", f"Move scene {n} to the end", f"Lock scene {n}")
    options = {
        "music": ("Use the calm music", "Make the music a bit quieter", "No music"), "voice": ("Use a male voice", "Use a female voice", "Make the voice a bit slower"),
        "captions": ("Captions off", "Make the captions bigger", "Put the captions at the top"), "logo": ("Make the logo bigger", "Put the logo bottom right", "Remove the logo"),
        "colour": ("Make the main colour blue", "Make the main colour a bit darker"), "background": ("Use the studio background", "Use the aurora background"),
        "avatar": ("Use the presenter Daniel", "Use the presenter Maya"), "speed": ("Make the voice a bit faster", "Make the voice a bit slower"),
        "duration": ("Make it a bit shorter", "Make it a bit longer"), "typeface": ("Use Manrope for the headings", "Use Source Serif Pro for the headings"),
        "transition": ("Use hard cuts", "Use dissolves"), "video": ("Make it a bit shorter", "Use the calm music", "Show me the storyboard"),
    }  # fmt: skip
    names = {"it": "video", "this": "video", "everything": "video", "that": "video"}
    key = names.get(noun, noun)
    spoken = {"avatar": "presenter", "cta": "call to action", "endcard": "end card", "words": "words", "strap": "name strap", "": "video"}.get(key, key)
    return ask(f"What should change about the {spoken}?", *options.get(key, options["video"] if not key else ()))


_WEARABLE = "( wear/wears/wearing/dressed/clothes/outfit/jacket/shirt/dress/hat/glasses/scarf/suit/tie/hair/beard/hairstyle/earrings/necklace/makeup/blouse/lipstick/coat/sweater/uniform/hoodie )"


def _refused(question: str, options: tuple[str, ...], *patterns: str) -> None:
    @REFUSALS.rule(*patterns)
    def asked(c: Context, f: Found) -> Reading | None:
        return ask(question, *options)


_PERSON = "( avatar/she/he/her/him/his/lady/woman/man/guy/girl/they/them/daniel/maya/person )"
_refused("Clothes and looks of a presenter can not be changed; would you like another presenter?", ("Change the presenter",), f"...? {_WEARABLE} ...?")
_refused("Gestures and movement can not be directed; what else should change?", ("Change the presenter", "Make the voice a bit slower"), f"...? ( smile/smiles/smiling/wave/waves/nod/nods/gesture/gestures/sit/sitting/walk/walking/dance/dances/dancing/hands/hand/arm/arms/jump/point/wink/laugh/blink/cry/stand/standing/clap/hug/lean | turn head ) ...?")
_refused("The camera can not be moved; what else should change?", ("Change the background", "Use hard cuts"), "...? ( zoom/camera/close-up/closeup/angle/pan/closeups/drone ) ...?")
_refused("Speech in another language is not something I can change here; should the words change instead?", ("Which voices do you have?",), "...? ( in/to/into ) ( german/french/spanish/italian/dutch/portuguese/polish/russian/chinese/japanese/arabic/swedish/turkish/hindi/korean/mandarin/danish/greek/norwegian/finnish/czech/ukrainian/hebrew/english ) ...?", "...? translate/translated/translation/dub/dubbed ...?", "( use/want/make )? ( german/french/spanish/italian/dutch/portuguese/polish/russian/chinese/japanese/arabic/swedish/turkish/hindi/korean/danish ) ( version/video/please/draft )*")
_refused("That is an effect we do not have; what else should change?", ("Use hard cuts", "Change the background"), "...? ( animation/animations/effect/effects/explosion/explosions/emoji/emojis/sticker/stickers/confetti/fireworks/3d/glitch/sparkles/particles/hologram/lasers/laser/filter/filters/vhs/lens | green screen | slow motion ) ...?")
_refused("Sounds other than music and voice are not something we add; which music would you like?", ("Use the calm music", "Make the music louder"), "...? ( sound effects/effect/applause/birdsong/whoosh/ding/sfx/noise/noises/echo/reverb/sing/singing/sings/rap/whisper/whispers/shout/shouting ) ...?")
_refused("The pitch of a voice can not be changed; would you like another voice?", ("Use a male voice", "Use a female voice"), "...? pitch ...?")


@REFUSALS.rule("( ignore/disregard/forget ) ( all | your | previous | prior | the | these | above | every )+ ...", "...? ( system prompt | instructions | jailbreak | developer mode | api key | password | passwords ) ...?", "you are now ...", "( pretend/act ) ( to | as | like | you ) ...")
def hostile(c: Context, f: Found) -> Reading | None:
    return Reading(chat="nonsense", unknown=(c.text[:160],))
