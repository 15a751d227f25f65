"""Rules of commands: undo, drafts, export, approval, new videos, brands."""

from __future__ import annotations

from tools.language.notes.context import Context, Reading, Scenes, ask
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.notes import Command, CommandName

BOOK = Rulebook()


def command(name: CommandName, *drafts: int, value: str = "") -> Reading:
    """A reading that is one command."""
    return Reading(commands=(Command(name=name, drafts=drafts, value=value),))


@BOOK.rule(
    """
    undo ( that/it/this/last/change/changes/edit/my/one/step/please/everything/thing/previous/what/you/did
        )* ;
    go back ( one )? ( step/change )? ;
    go ( one )? ( step/change ) back ;
    back ( one step )? ;
    ( it/that/this ) ( was/looked/look ) better ( before/earlier/previously ) ;
    ( i )? ( love/prefer/liked ) ( it | how it was ) ( better )? before ;
    ( put/change/turn/set/bring ) it back ( to )? ( how/as/the/way/it/was/before/what )* ;
    make it ( how/as/like/the/way/it/was )+ before ;
    ( remove/cancel/reverse/stop/forget ) ( last/that/previous/my )+ change/edit/one ;
    never mind that change ;
    ( love/like ) it was better before ;
    go back to ( how/as/what/way )+ it was ( before )? ;
    ( one )? step back ;
    ( that | it ) was better ;
    before was better ;
    ( i )? ( dont ) ( love/like/want ) ( that/last/this ) ( change/edit ) ;
    swap it back ;
    ( return | go back ) to ( previous/last/before/earlier )+ ( state )? ;
    the? old one was better ;
    change it back
    """
)
def _undo(c: Context, f: Found) -> Reading | None:
    return command("undo")


@BOOK.rule("""
    redo ( that/it/this/last/change/again/what/i/undid )* ;
    ( undo ) undo ;
    ( do/make/apply/put ) ( that/it ) ( change )? ( again | back ) ;
    ( bring/put ) change back ;
    no put it back ;
    ( i )? ( want | take back ) undo ( back )? ;
    ( restore/reapply ) ( change/it/that/last )+ ;
    again ( after all ) ;
    change ( undo )? again ;
    i change my mind undo ( that )? undo ;
    bring back ( my/that/last )? change
    """)
def _redo(c: Context, f: Found) -> Reading | None:
    return command("redo")


_DRAFT = "( draft/video/cut )"


def missing_draft(c: Context, numbers: list[int]) -> Reading | None:
    """A question where one of the drafts is not there; None where all are."""
    missing = [n for n in numbers if n not in c.situation.drafts]
    if missing:
        there = c.situation.drafts
        if not there:
            return ask("There is no draft yet; shall I make one?", "Go ahead")
        return ask(
            f"There is no draft {missing[0]}; there {'is only draft' if len(there) == 1 else 'are drafts'} "
            f"{', '.join(map(str, there))}. Which one?"
        )
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


@BOOK.rule(
    f"""
    ( go/back/return/switch/take/put/restore/bring/jump/change/turn/undo/use/get/reload/load/open/revert )*
        ( me/us/it )? ( back )? ( to )? {_DRAFT} ( number )? n=( @num/one ) ( again | back )? ;
    ( go/back/return/switch/take/put/restore/bring/jump/change/use/reload/load/open )+ ( me/us/it )? ( back
        )? ( to )? {_O} {_DRAFT} ( again )? ;
    ( i )? ( love/liked/preferred/prefer/like/want ) draft n=( @num/one ) ( better/more/back )* ;
    draft n=( @num/one ) was better ;
    ( i )? ( love/liked/preferred/prefer/like/want ) {_O} draft ( better/more/back )* ;
    {_O} draft was better ;
    undo to draft n=@num ;
    draft n=@num please
    """
)
def _go_to_draft(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if "draft" not in words:
        return None
    number = _draft_number(c, f)
    return missing_draft(c, [number]) or command("go_to_draft", number)


@BOOK.rule("""
    compare ( draft )? a=( @num/one ) ( draft )? ( and/with/to/against/vs/versus/, ) ( draft )? b=( @num/one
        ) ;
    compare ( draft )? a=( @num/one ) b=( @num/one ) ;
    compare a=( @ord/first/second/third ) ( draft )? ( and/with/to/against ) b=( @ord/first/second/third )
        draft ;
    compare ( last/both ) ( @num )? draft ;
    ( show/what/is )* difference between ( draft )? a=( @num/one ) ( and ) ( draft )? b=( @num/one ) ;
    ( show ) draft a=( @num/one ) ( and/beside/against | next to ) ( draft )? b=( @num/one ) ( side by side
        )? ;
    compare draft ;
    ( show ) ( me )? difference between ( draft )? a=( @num/one ) and ( draft )? b=( @num/one ) ;
    what ( is )? ( another/changed/change | the difference ) between draft a=( @num/one ) and ( draft )? b=(
        @num/one ) ;
    compare ( it | this ) ( with/to ) ( draft a=@num | last draft | previous draft | previous one ) ;
    compare ( with/to ) ( draft a=@num | last draft | previous draft ) ;
    show draft a=@num and draft? b=@num ( next to each another )? ;
    how does draft a=@num compare to draft? b=@num ;
    draft a=@num ( vs/versus/against/or ) draft? b=@num ;
    put draft a=@num and draft? b=@num side by side
    """)
def _compare(c: Context, f: Found) -> Reading | None:
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
    return missing_draft(c, numbers) or command("compare", *numbers)


FORMATS = {
    "mp4": "mp4",
    "gif": "gif",
    "srt": "srt",
    "vtt": "vtt",
    "webm": "webm",
    "mov": "mov",
    "quicktime": "mov",
    "mp3": "mp3",
    "wav": "wav",
    "pdf": "pdf",
    "edl": "edl",
    "otio": "otio",
    "prores": "prores",
    "png": "png",
    "zip": "zip",
    "captions": "srt",
    "audio": "wav",
    "poster": "poster",
    "thumbnail": "poster",
    "txt": "txt",
    "h264": "mp4",
    "hevc": "hevc",
    "av1": "av1",
    "script": "txt",
    "m4a": "m4a",
    "json": "json",
}
"""What clients call a file, and the format that it is exported in."""
_FORMAT = "( " + "/".join(FORMATS) + " )"


@BOOK.rule(
    f"""
    ( export/make/render/give/get/need/want/send/have/do/save )* ( me/us )? (
        it/video/this/film/everything/draft/final/file )* ( as/in/to/into )* f=( ( and/,/plus/or/as/an )?
        {_FORMAT} ( file/files/version/format/aspect )? ( ( ,/and/plus )* {_FORMAT} ( file/files/version )?
        )* ) ;
    export ( it/video/this/film/everything/draft/final/file/now | what we/you have ( so far | now )? )* ;
    ( i )? ( can )? ( have/get ) ( video/final )? ( file ) ( now )? ;
    ( give/send/get ) ( me/us )? ( video/final/finished )* file ;
    export f=.
    """
)
def _export(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens("f")] if f.match.groupdict().get("f") else []
    found = [FORMATS[w] for w in words if w in FORMATS]
    if "captions" in words and {"srt", "vtt"} & set(words):
        found = [FORMATS[w] for w in words if w in FORMATS and w != "captions"]
    head = f.tokens()[0].norm
    if words and not found:
        return None
    if not found and head not in ("export",) and "file" not in [t.norm for t in f.tokens()]:
        return None
    if (
        found
        and head in ("captions", "script", "want", "have", "make", "need")
        and set(words) <= {"captions", "script", "and"}
    ):
        return None
    return command("export", value=",".join(dict.fromkeys(found)))


@BOOK.rule(
    """
    ( approve/yes/yep/yeah/ok/okay/yup/agreed/perfect/great/good/deal/fine/sure )* ( go ahead | go for it |
        lets go | do it | proceed | make it | make video | approve (
        it/this/storyboard/video/draft/everything )* | carry on | continue | ship it | start ( it | video |
        producing | now )? | roll it | action | produce it | send it | green light | you have green light |
        all good go | thumbs up | get going | get on with it | lets do ( it/this ) | move on | proceed with
        it | i approve ( it/this/storyboard )* | create it | render it | film it | please do | go ) ;
    ( that/it/this/all/storyboard/everything )? look/sound ( very/really/pretty )? (
        good/great/fine/perfect/ok/okay/right/awesome/lovely/excellent/amazing/brilliant/nice | spot on )+ (
        to me )? ;
    ( yes/yep/yeah/yup/approve/okay/ok/agreed/sure/yess )+ ( please/thanks )* ;
    ( that | it | this | storyboard ) is ( good/great/fine/perfect/ok/okay/approve/right | good to go )+ (
        go ahead )? ;
    ( i am | we are ) ( happy/good/fine/ok/satisfied/content/pleased ) ( with ) ( it/this/that/storyboard )+ ;
    ( good/ready ) to go ;
    is ( very )? ( good/fine/ok/okay/perfect/nice/great ) ;
    ( all good | all set | no changes | nothing to change | no change | leave it as is | it is fine as is |
        all fine | happy with it | lgtm ) ;
    ( perfect/great/good/fine/wonderful/excellent ) ( make it | go | approve ) ;
    ( i | we ) approve
    """
)
def _approve(c: Context, f: Found) -> Reading | None:
    if "start" in {t.norm for t in f.tokens()} and c.situation.stage not in ("brief", "board"):
        return None
    words = {t.norm for t in f.tokens()}
    if c.situation.stage == "draft" and "make" in words and "video" in words and not words & {"approve",
        "yes", "ok", "okay"}:
        return command("produce")  # the storyboard was approved long ago
    return command("approve") if c.situation.stage not in ("start",) else None


@BOOK.rule("""
    ( render/produce/make/create/build ) ( it/video/draft/film/next/new/another/a )* ( in/at/as )* ( q=(
        draft/final/full/high/best/low/preview/quick/fast/rough ) ) ( resolution/draft/version/render )* ;
    ( render/produce ) ( it/video/draft/film/everything )* ( again/now/fresh )* ;
    ( make/create/render/produce ) ( next/new/another ) draft ( now )? ;
    ( make/render/produce ) ( final/finished/full ) ( video/draft/version/film ) ;
    ( rebuild/rerender ) ( it )? ;
    ( make/render/produce/create/show/want ) ( me )? ( quick/rough/preview )+ ( draft/video/version )? ;
    ( go for )? final ( render/version/video/draft )
    """)
def _produce(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if not c.board:
        return None
    if "it" in words and len(words) == 2 and "make" in words:
        return None
    quality = (
        "master"
        if words & {"final", "full", "high", "best", "finished"}
        else "draft"
        if words & {"low", "preview", "quick", "fast", "rough"}
        else ""
    )
    return command("produce", value=quality)


@BOOK.rule("""
    stop (
        make/start/draft/it/that/this/render/rendering/now/everything/video/production/making/immediately/producing/the/process/job
        | at once | right there )* ;
    ( hold on | wait | wait ( abit/minute/@dur/second ) | hang on | pause | hold it | not yet | hold your
        horses ) ;
    dont ( render/produce/make ) ( it/video/that )* ( yet )? ;
    ( quit/halt/end/kill ) ( render/rendering/production/job/it ) ;
    stop stop ;
    ( remove/stop ) ( that/this )? make
    """)
def _stop(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if "stop" not in words and c.situation.stage != "producing":
        return Reading(kept=True, said="I wait.")
    return command("stop")


@BOOK.rule("""
    ( show/start/open/view/get/give/want/go/let | bring up | pull up )* ( me/us )? ( back )? ( to )? (
        storyboard ) ( again/please/back/now )* ;
    ( can | could ) ( i/we ) ( see | have look at ) storyboard ;
    ( i/we )? want ( to )? show storyboard ;
    what ( does/is ) storyboard look ( like/love ) ;
    go back to storyboard ;
    where is storyboard ;
    ( show ) ( me )? all scene ;
    show ( me )? ( scene list | @scene ) ;
    storyboard
    """)
def _storyboard(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if "@scene" in words:
        value = next((t.value for t in f.tokens() if t.norm == "@scene"), None)
        if not isinstance(value, Scenes) or not value.every:
            return None
    return command("show_storyboard")


@BOOK.rule("""
    ( show/play/open/view/watch/see/let/give )+ ( me/us )? ( see/watch/play/show )? (
        latest/newest/current/last/finished )* ( draft/video ) ( again/please/now )* ;
    play ( it ) ;
    ( can | could ) ( i/we ) ( see/watch/show ) ( it | draft | video | result )+ ( now )? ;
    ( show ) ( me )? ( it/result | what you have | what we have )+ ( so far )? ;
    show draft ;
    where is ( draft/video )
    """)
def _show_draft(c: Context, f: Found) -> Reading | None:
    return command("show_draft") if c.situation.drafts else None
