"""Rules of the picture: its shape and size, who presents, what stands behind, colours, type, logo, captions, cuts."""

from __future__ import annotations

from tools.language.notes.catalogues import choose, listed_names, words_of
from tools.language.notes.colouring import adjusted, current, hue_name
from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.mending import distance
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook, degree
from tools.patches import (
    Patch,
    SetAvatar,
    SetBackground,
    SetCaptions,
    SetColour,
    SetDark,
    SetFormat,
    SetLogo,
    SetTransition,
    SetTypeface,
)
from tools.storyboard import BackgroundChoice

BOOK = Rulebook()

_SHAPES = "vertical/square/landscape/fourfive/@ratio"
_ASPECTS = {"vertical": "9:16", "square": "1:1", "landscape": "16:9", "fourfive": "4:5"}


@BOOK.rule(
    f"MAKE? ( IT | aspect )? ( BE )? ( into/to/in/for/as/of/work/fit/ready/suitable/be/: )* a=( {_SHAPES} ) "
    "( video/aspect/screen/version/one/post/only/instead/rather )* ( ( for/on/to )+ ( instagram/facebook/mobile/phone/phones/social/media )* b=( "
    f"{_SHAPES} )? )?",
    f"( show/crop/reformat/convert/resize/render/aspect/make/optimise/optimize/prepare/format/adapt/do/cut/export/use/post/change/rotate/flip/swap ) IT? aspect? ( to/into/in/for/as/on )* a=( {_SHAPES} ) ( aspect/video/version/instead )?",
    f"( this/it/video ) ( goes/is/will/should ) ( be )? ( shown/posted/published )? ( on/for/to )+ a=( {_SHAPES} )",
    f"( we/i ) ( will )? ( use/post/publish/put/show/share ) ( it )? ( on/for/to )+ a=( {_SHAPES} )",
    f"( make/need/want ) ( a/one )? a=( {_SHAPES} ) ( video/version/aspect/one/draft )",
    f"a=( {_SHAPES} ) ( rather than | instead of ) ( {_SHAPES} )",
    f"MAKE? IT a=( {_SHAPES} ) ( not | rather than | instead of ) ( {_SHAPES} )",
    f"from ( {_SHAPES} ) to a=( {_SHAPES} )", f"( aspect ) a=( {_SHAPES} )", f"change ( IT | aspect )? from ( {_SHAPES} ) to a=( {_SHAPES} )",
)
def shape(c: Context, f: Found) -> Reading | None:
    token = f.tokens("a")[0]
    aspect = token.value if token.norm == "@ratio" else _ASPECTS[token.norm]
    other = f.tokens("b")
    if other and (
        other[0].value if other[0].norm == "@ratio" else _ASPECTS[other[0].norm]
    ) != aspect and other[0].norm != "fourfive":
        return None
    if aspect not in ("16:9", "9:16", "1:1", "4:5"):
        return ask(f"The picture can be 16:9, 9:16, 1:1 or 4:5, not {aspect}; which shape would you like?",
                   "Make it vertical", "Make it square", "Make it landscape")  # fmt: skip
    return do(SetFormat(aspect=aspect))


@BOOK.rule("( change/switch/another ) aspect", "MAKE? another aspect")
def which_shape(c: Context, f: Found) -> Reading | None:
    return ask("Which shape should the picture have?", "Make it vertical", "Make it square", "Make it landscape")


@BOOK.rule(
    "MAKE? ( IT | resolution )? ( BE )? ( to/in/at/into/as/of/: )* r=@res ( resolution/video/version )? ( and f=@fps )?",
    "( render/do/export/raise/increase/lower/reduce/drop/bump/crop ) ( IT | resolution )? ( to/in/at/into/as/up/down )* r=@res ( resolution )? ( and f=@fps )?",
    "MAKE? IT? hd",
)
def resolution(c: Context, f: Found) -> Reading | None:
    return do(SetFormat(resolution=f.value("r") or "1080p", fps=int(f.value("f")) if f.has("f") else None))


@BOOK.rule(
    "MAKE? ( IT | framerate )? ( BE )? ( to/in/at/into/as/with/: )* f=@fps ( framerate )?",
    "( render/do/export/raise/increase/lower/reduce/drop/bump ) ( IT | framerate )? ( to/in/at/into/as )* f=@fps",
    "MAKE? ( IT )? ( to/in/at/with )* n=@num framerate", "MAKE? framerate ( to/: )? n=@num", "framerate ( to/of/: )? n=@num",
)
def rate(c: Context, f: Found) -> Reading | None:
    fps = int(f.value("f") or f.value("n"))
    if fps not in (24, 25, 30, 50, 60):
        return ask(f"The picture can run at 24, 25, 30, 50 or 60 frames a second, not {fps}; which one?",
                   "Make it 25 fps", "Make it 30 fps", "Make it 60 fps")  # fmt: skip
    return do(SetFormat(fps=fps))  # type: ignore[arg-type]


# who presents


def _presenters(c: Context) -> tuple[str, ...]:
    now = c.board.avatar if c.board else ""
    return tuple(f"Use the presenter {name}" for name in listed_names(c, "avatar", now))[:5]


_PRESENTS = "( avatar/present/host/on/do/explain/talk/say/mention/show/read/front/screen )"


@BOOK.rule(
    "MAKE? ( use/want/try/have/give/get/with )? v=( .? .? . ) avatar ( instead )?",
    "( change/switch/set/make/turn/replace/swap/use ) avatar ( to/into/with/for/by/: | to be )? v=( .? .? . )",
    f"( let/have/get/make/use/want/put ) v=( .? .? . ) ( to )? ( in/on )* ( {_PRESENTS} )+ ( it/this/everything/video/camera )*",
    f"v=( .? .? . ) ( should/must/to/can/could/shall/will )+ ( be )? ( {_PRESENTS} )+ ( it/this/everything/video/camera )*",
    "avatar ( BE )? ( to be )? v=( .? .? . )", "use v=( . )", "v=( daniel/maya ) ( instead )?", "( use/want/have/try ) v=( .? .? . ) ( as/for ) avatar",
    "avatar : v=( .? . )", "( replace/swap/switch ) ( maya/daniel/her/him/lady/woman/man/guy/girl/avatar ) ( with/for/by/to )+ v=( .? .? . )",
    "( make/turn ) ( her/him/it/avatar ) ( into )? v=( man/woman/male/female/guy/lady )", "( use/want/have/try ) v=( man/woman/male/female/guy/lady/gentleman/girl )",
    "( as/for ) avatar ( use/take )? v=( .? . )", "( present/host ) by v=( .? .? . )", "( v=( man/woman/guy/lady ) ( instead )? ( of ( man/woman/guy/lady/her/him ) )? )",
    "switch to v=( .? . ) avatar?", "( i )? would? ( rather/prefer/want ) ( see )? v=( man/woman/male/female/guy/lady )", "( bring )? in v=( daniel/maya )",
)
def presenter(c: Context, f: Found) -> Reading | None:
    tokens = [t for t in f.tokens("v") if t.norm not in ("avatar", "to", "be")]
    words = words_of(tokens)
    if any(word in ("voice", "accent", "music") for word in words):
        return None
    seen = choose(c, "avatar", tokens)
    if seen is None:
        return None
    if not seen:
        if not {"avatar", "present", "host"} & {t.norm for t in f.tokens()}:
            return None
        asked = " ".join(c.text[t.start : t.end] for t in tokens)
        return ask(f'There is no presenter like "{asked}"; which of these would you like?', *_presenters(c))
    if c.board and seen == c.board.avatar:
        return ask("That presenter is already on screen; which other would you like?", *_presenters(c))
    return do(SetAvatar(avatar=seen))


@BOOK.rule(
    "( change/replace/swap/switch ) avatar", "( use/want/try/get/have/find/pick/give/need )? ( another/new ) ( avatar/person/woman/man/lady/guy )",
    "( hate ) ( avatar/her/him/guy/woman/man | this lady )", "i hate ( avatar/her/him/woman/man/lady/guy )", "i? am? unsure about ( avatar/her/him )",
    "avatar ( is/look/feel ) ( deg=abit/much/very/so/quite/too )? ( wrong/bad/awful/boring/stiff/terrible/horrible/ugly/meh/off/dull/flat/fake/weird/creepy/serious/old/young )",
    "avatar ( does not | dont ) ( fit/work/suit/match ) ...?", "someone another ( to )? ( should )? ( present/host ) ( it )?", "( use/have/try/get ) someone another ( present/host/avatar )? ( it )?",
    "( better/nicer/older/younger ) avatar", "( use/want/get/have )? someone ( older/younger/another ) ( on screen | as avatar )?", "avatar BE another",
)
def which_presenter(c: Context, f: Found) -> Reading | None:
    others = _presenters(c)
    return ask("Who should present it?", *others)


# what stands behind


def _backgrounds(c: Context, scene: str = "") -> tuple[str, ...]:
    suffix = f" in scene {c.number(scene)}" if scene else ""
    return tuple(f"Use the {name} background{suffix}" for name in listed_names(c, "background"))[:5]


_IN = "( ( in/on/for/of/behind/at/to/throughout )+ s=@scene )?"


@BOOK.rule(
    f"MAKE? ( use/want/try/have/give/put/add )? b=( .? .? . ) background ( {_IN} ) ( in video | instead )?",
    f"( change/switch/set/make/turn/replace/swap ) background ( {_IN} ) ( to/into/with/for/by/: )+ ( something )? b=( .? .? . ) ( background )?",
    f"( change/switch/set/turn ) background to b=( .? .? . ) ( in/on/for/of/behind/at )+ s=@scene",
    f"( use/put/try/want ) b=( .? .? . ) ( as/for/in ) background ( {_IN} )",
    "( use/put/want/try ) b=( . .? ) ( behind/on/in/for )+ s=@scene", f"background ( {_IN} ) ( should/must/needs/could ) ( to )? ( be ) b=( .? .? . )",
    f"background ( {_IN} ) : b=( . .? )", f"make background ( {_IN} ) b=( . .? )", "( give ) s=@scene b=( .? .? . ) background",
    "s=@scene ( should/needs/must/want ) ( to )? ( have/get )? b=( .? .? . ) background", "background b=( . ) ( for/in )+ s=@scene",
    "background b=( . )", "make s=@scene background b=( . )", "( change/set/switch ) s=@scene background ( to/into )+ b=( .? . )",
)
def background(c: Context, f: Found) -> Reading | None:
    tokens = [t for t in f.tokens("b") if t.norm not in ("background", "something", "in", "it")]
    if any(t.norm in ("@colour", "darker", "lighter", "brighter", "dark", "light", "duller", "warmer", "cooler", "bright") for t in tokens):
        return None
    if any(t.norm.startswith("@") for t in tokens):
        return None
    scenes = f.value("s") if f.has("s") else None
    if scenes is not None and scenes.problem:
        return ask(scenes.problem)
    words = words_of(tokens)
    chosen = choose(c, "background", tokens)
    if chosen is None or not chosen:
        if not words or set(words) & {"another", "different", "new", "other", "nicer", "better", "no", "the", "same"}:
            return which_background(c, f)
        return ask(f'There is no background "{" ".join(words)}"; which of these would you like?', *_backgrounds(c, scenes.ids[0] if scenes else ""))
    choice = BackgroundChoice(family=chosen)
    if scenes is None or scenes.every:
        return do(SetBackground(background=choice))
    return do(*(SetBackground(scene=id_, background=choice) for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule(
    f"( change/replace/swap/switch/remove ) background ( {_IN} )", f"( use/want/try/get/have/find/pick/give/need )? ( another/new/better/nicer ) background ( {_IN} )",
    "( hate ) background", "i hate background", "i? am? unsure about background", f"background ( {_IN} ) ( is/look/feel ) ( deg=abit/much/very/so/quite/too )? ( wrong/bad/awful/boring/"
    "busy/terrible/horrible/ugly/meh/off/dull/flat/distracting/plain/weird/restless/hectic )", "background ( does not | dont ) ( fit/work/suit/match ) ...?", "no background",
    f"change s=@scene background", f"background ( {_IN} ) BE another", "( calmer/quieter/simpler ) background",
)
def which_background(c: Context, f: Found) -> Reading | None:
    scenes = f.value("s") if f.has("s") else None
    if isinstance(scenes, Scenes) and scenes.problem:
        return ask(scenes.problem)
    return ask("Which background would you like?", *_backgrounds(c, scenes.ids[0] if isinstance(scenes, Scenes) and not scenes.every else ""))


@BOOK.rule("( ( use/put/set )? ( this/uploaded/attached/my )? ( picture/photo/image/file ) ( i uploaded )? ( as/for/behind/in )+ background )",
           "( use/put ) ( this/uploaded/attached )? ( picture/photo/image ) behind ( her/him/avatar/it )",
           "MAKE background ( this/uploaded/attached )? ( picture/photo/image )")  # fmt: skip
def own_background(c: Context, f: Found) -> Reading | None:
    pictures = [p for n, p in c.situation.files.items() if n.lower().endswith((".png", ".jpg", ".jpeg", ".webp"))]
    if len(pictures) == 1:
        return do(SetBackground(background=BackgroundChoice(picture=pictures[0])))
    return ask("Which picture should stand behind? Send it with the message." if not pictures else "Which of the pictures should stand behind?")


# light and dark, colours


@BOOK.rule(
    "MAKE? ( IT | background )? ( BE )? ( use/want/to/in/into )* ( dark/black/night ) ( mode/theme/background/look/design/style/version )?",
    "MAKE? ( IT | background ) BE? ( use/to/in/into )* dark", "( dark ) ( mode/theme/background/look/design/style )", "( light/white ) words on ( dark/black )+ ( background )?",
    "MAKE? ( IT | background )? ( BE )? ( deg=abit/much/more )* darker ( background/theme/look/overall )?", "MAKE? background darker", "( switch/go/turn ) ( to/it )* dark ( mode )?",
    "MAKE? darker background",
)
def dark(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if not words & {"dark", "darker", "black", "night"}:
        return None
    if "black" in words and "background" not in words:
        return None
    return do(SetDark(dark=True))


@BOOK.rule(
    "MAKE? ( IT | background )? ( BE )? ( use/want/to/in/into )* ( light/white/bright/lighter/brighter ) ( mode/theme/background/look/design/style/version/overall )?",
    "( light/bright ) ( mode/theme/background/look/design/style )", "( dark/black ) words on ( light/white )+ ( background )?", "( switch/go/turn ) ( to/it )* light ( mode )?",
    "MAKE? ( IT | background ) BE? ( deg=abit/much/more )* lighter/brighter", "no dark mode/theme/background", "( it/background ) is ( deg=abit/much/very )? too dark", "MAKE? lighter/brighter background",
)
def light(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if not words & {"background", "mode", "theme", "look", "it", "this", "video", "everything", "design", "style", "words", "overall"}:
        return None
    return do(SetDark(dark=False))


@BOOK.rule("( choose/pick/use )? light or dark ( as it fits | automatically )+", "( let ) ( light and dark ) ( be )? automatic")
def either(c: Context, f: Found) -> Reading | None:
    return do(SetDark(dark=None))


_ROLE = "( r=( primary/main/secondary/second/accent/highlight/brand/base/leading/dominant/first ) )"
_ROLES = {"secondary": "secondary", "second": "secondary", "accent": "accent", "highlight": "accent"}


def _role(f: Found) -> str:
    return _ROLES.get(f.word("r"), "primary")


@BOOK.rule(
    f"( change/switch/set/make/turn/replace/use/want/put/recolour/recolor/paint/have ) {_ROLE}? colour ( BE )? ( to/into/with/for/by/as/: )* k=@colour",
    f"( use/try/want/set/make/add/have )? k=@colour ( as/for ) {_ROLE}? colour", f"{_ROLE} colour BE? ( to/: )? k=@colour", f"colour BE? ( to/: )? k=@colour",
    f"MAKE? ( IT | everything | look | design | brand ) ( all )? ( BE )? ( in/to/with/into )* k=@colour ( colour/tones )? ( instead )?",
    f"( use/try/want/add/go/prefer/have )? ( with )? k=@colour ( instead )? ( of @colour )? ( colour )?", f"( same ) ( thing/again/video )? ( but )? in k=@colour",
    "( replace/swap/change/switch/turn ) ( @colour ) ( colour )? ( with/for/by/to/into )+ k=@colour", f"( use/make/set ) {_ROLE} ( to/: )? k=@colour",
    f"{_ROLE} ( should/must ) be k=@colour", "( make ) @colour k=@colour", "( colour ) ( it ) k=@colour", f"MAKE {_ROLE} ( colour ) to? k=@colour", "( in/with/and ) k=@colour", f"want ( to be )? k=@colour",
    f"k=@colour {_ROLE} colour", f"( use ) k=@colour {_ROLE} colour", f"paint ( IT )? k=@colour",
)
def colour(c: Context, f: Found) -> Reading | None:
    return do(SetColour(role=_role(f), colour=f.value("k")))  # type: ignore[arg-type]


@BOOK.rule(
    f"( change/make/set/turn/use )? background ( colour )? ( {_IN} ) ( BE )? ( to/into/in )* k=@colour", "( use/want/have/put )? k=@colour background",
    "MAKE? ( k=@colour ) background ( {_IN} )".replace("{_IN}", _IN), "( change/make/set ) background of s=@scene to k=@colour", "make s=@scene k=@colour",
)
def coloured_background(c: Context, f: Found) -> Reading | None:
    name = hue_name(f.value("k"))
    if name in ("white", "black") and not f.has("s"):
        return do(SetDark(dark=name == "black"))
    return ask(f"Backgrounds take their colours from the look; shall the main colour become {name}?", f"Make the main colour {name}", *_backgrounds(c)[:3])


_HOW = "how=darker/lighter/brighter/duller/warmer/cooler/dark/light"


@BOOK.rule(
    f"MAKE? ( {_ROLE}? colour | that? @colour | it ) ( BE )? ( deg=abit/much/even/more )* {_HOW} ( deg2=abit/much )?", f"MAKE? ( deg=abit/much )? {_HOW} {_ROLE}? colour",
    f"( darken/lighten/brighten ) ( {_ROLE}? colour | @colour ) ( deg=abit/much )?", f"( tone/turn ) down ( {_ROLE}? colour | @colour ) ( deg=abit/much )?", f"MAKE ( that )? @colour ( deg=abit/much )? {_HOW}",
    f"( {_ROLE}? colour | that? @colour ) ( is/look ) ( deg=abit/much/way/very )? too how=( dark/light/bright/loud/garish/strong/pale/dull/cold/warm/harsh/intense/vivid/flashy/brighter )",
    f"( deg=abit/much ) {_HOW} @colour",
)
def adjusted_colour(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    how = f.word("how")
    if "too" in words and "is" in words | {"is"} and how:
        how = {"dark": "lighter", "light": "darker", "bright": "duller", "brighter": "duller", "pale": "brighter", "dull": "brighter", "cold": "warmer",
               "warm": "cooler"}.get(how, "duller")  # fmt: skip
    if not how:
        how = "darker" if "darken" in words else "lighter" if "lighten" in words else "brighter" if "brighten" in words else "duller"
    if how in ("dark", "light"):
        return None
    if "it" in words and not (c.situation.last and c.situation.last[-1].op == "set_colour"):
        return None
    role = _role(f)
    named = next((t.value for t in f.tokens() if t.norm == "@colour"), None)
    if named:
        role = next((r for r in ("primary", "secondary", "accent") if hue_name(current(c, r)) == hue_name(named)), role)
    return do(SetColour(role=role, colour=adjusted(current(c, role), how, degree(f) or degree(f, "deg2"))))  # type: ignore[arg-type]


@BOOK.rule(f"( change/replace/swap/switch/hate ) {_ROLE}? colour", f"( another/new/better/nicer ) {_ROLE}? colour", "i? hate ( that/this )? ( @colour | colour )", "( no/lose/remove/not ) @colour", "colour ( is/look/feel ) ( deg=abit/much/very/so/quite/too )? "
           "( wrong/bad/awful/boring/ugly/meh/off/dull/terrible/horrible/weird )", "i? am? unsure about colour", "@colour ( is/look ) ( deg=abit/much/very/so/quite )? ( wrong/bad/awful/boring/ugly/horrible/terrible )", "colour ( does not | dont ) ( fit/work/suit/match ) ...?", "use? another colour", "MAKE another colour", "remove @colour", "dont use @colour", "dont want/like/use/need ( that )? @colour", "too ( much ) @colour")  # fmt: skip
def which_colour(c: Context, f: Found) -> Reading | None:
    return ask("Which colour would you like instead?", "Make the main colour blue", "Make the main colour green", "Make the main colour a bit darker")


@BOOK.rule(f"( reset/choose/pick/let ) ( {_ROLE} )? colour ( for me | automatically | be automatic | you )*", f"( use/choose ) default ( {_ROLE} )? colour", f"( remove/forget/reset/drop ) {_ROLE} colour")
def own_colour(c: Context, f: Found) -> Reading | None:
    return do(SetColour(role=_role(f), colour=None))  # type: ignore[arg-type]


@BOOK.rule(f"( use/in/with/want/take )+ brand ( k=@colour )?", "( use ) brand colour", "MAKE ( IT | colour ) brand ( k=@colour | colour )", "( use ) ( k=@colour ) of brand")
def brand_colour(c: Context, f: Found) -> Reading | None:
    if f.has("k"):
        roles = [r for r in ("primary", "secondary", "accent") if c.board and getattr(c.board.look, r)]
        own = [current(c, r) for r in roles]
        near = next((one for one in own if hue_name(one) == hue_name(f.value("k"))), "")
        if near and near != own[0]:
            return do(SetColour(role="primary", colour=near))
    return ask("Which colour of the brand do you mean; can you name it or give its code, such as #1b2a5e?")


# type


@BOOK.rule(
    "( change/switch/set/make/use/replace/swap/put ) ( r=heading/body/words/subtitle/title )? typeface ( for/of/in r2=heading/body/words/title )? ( to/into/with/for/by/: )* f=( .? .? . )",
    "( use/try/want/set/have )? f=( .? .? . ) ( as | for | in ) ( r=heading/body/words/title )? ( and everything/words )? ( typeface | words )?", "( use/try/want/have )? f=( .? .? . ) typeface ( for/in r=heading/body/words/title )?",
    "set? ( r=heading/body/words/title ) in f=( .? .? . )", "( r=heading/body/words/title ) ( typeface )? ( should/must ) be ( in )? f=( .? .? . )", "( use/try/want ) f=( .? .? . )", "typeface : f=( .? .? . )", "( use/try/want/set )? f=( .? .? . ) ( typeface )? all", "( r=heading/body/words )? typeface ( should/must ) be f=( .? .? . )",
    "( write/show ) ( r=heading/body/words/title ) in f=( .? .? . )", "( put/set/make ) ( r=heading/body/words/title ) ( in/into/to ) f=( .? .? . )",
)
def typeface(c: Context, f: Found) -> Reading | None:
    asked = " ".join(words_of(f.tokens("f"))).strip()
    whole = {t.norm for t in f.tokens()}
    family = _family(c, asked)
    if not family:
        if "typeface" not in whole:
            return None
        if asked in ("another", "different", "new", "it", "something"):
            return which_typeface(c, f)
        names = ", ".join(c.situation.families) or "none"
        quoted = " ".join(c.text[t.start : t.end] for t in f.tokens("f"))
        return ask(f'There is no typeface "{quoted}"; there are {names}. Which one?', *_typefaces(c))
    words = f"{f.word('r')} {f.word('r2')}".split()
    both = "everything" in whole
    if {"body", "words"} & set(words) and "heading" not in words:
        return do(SetTypeface(role="body", family=family))
    if {"heading", "title", "subtitle"} & set(words) and not both:
        return do(SetTypeface(role="heading", family=family))
    return do(SetTypeface(role="heading", family=family), SetTypeface(role="body", family=family))


def _family(c: Context, asked: str) -> str:
    for family in c.situation.families:
        low = family.lower()
        if asked in (low, low.replace(" ", "")) or (len(asked) > 4 and distance(asked, low, 2) <= 2):
            return family
    near = [family for family in c.situation.families if len(asked) > 4 and family.lower().startswith(asked)]
    if asked in ("serif", "serifs") or (asked and "serif" in asked.split() and "sans" not in asked):
        near = [family for family in c.situation.families if "serif" in family.lower()]
    return near[0] if len(near) == 1 else ""


def _typefaces(c: Context) -> tuple[str, ...]:
    return tuple(f"Use {family} for the headings" for family in c.situation.families)[:4]


@BOOK.rule("( change/replace/swap/switch/hate ) ( heading )? typeface", "i hate typeface", "( use/want/try/need )? ( another/new/better/nicer ) ( heading )? typeface", "i? am? unsure about typeface", "typeface ( is/look/feel ) ( deg=abit/much/very/so/quite/too )? ( wrong/bad/awful/boring/ugly/meh/off/dull/terrible/old )",
           "MAKE typeface ( more )? ( modern/nicer/better/elegant/playful/serious )", "typeface ( does not | dont ) ( fit/work/suit/match ) ...?", "( more ) ( modern/elegant/playful/serious ) typeface")  # fmt: skip
def which_typeface(c: Context, f: Found) -> Reading | None:
    return ask("Which typeface would you like?", *_typefaces(c))


@BOOK.rule("( reset ) typeface", "use ( default/own/standard/usual ) typeface")
def own_typeface(c: Context, f: Found) -> Reading | None:
    return do(SetTypeface(role="heading", family=""), SetTypeface(role="body", family=""))


# the logo

_CORNER = "( in/at/to/into/on/onto )* v=( top/bottom/upper/lower ) ( hand/and )? h=( left/right ) ( hand )? ( corner/side/instead/of/video/screen/frame )*"
_VERTICAL = {"upper": "top", "lower": "bottom"}


@BOOK.rule(f"( put/move/make/change/set/add/show/use/bring/want/have/keep/leave/switch/place )? logo ( BE )? ( up/down/over )? ( {_CORNER} )", f"logo ( go/be/sit/stand/appear/move )* ( {_CORNER} )",
           "( put/move/add/show/bring/use )? logo ( in/at/to/into )* h=( left/right ) v=( top/bottom/upper/lower ) ( corner )?", f"( put/move ) it ( {_CORNER} )")  # fmt: skip
def logo_corner(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if "it" in words and not (c.situation.last and c.situation.last[-1].op == "set_logo"):
        return None
    vertical = _VERTICAL.get(f.word("v"), f.word("v"))
    return do(SetLogo(place=f"{vertical} {f.word('h')}"))  # type: ignore[arg-type]


@BOOK.rule("( put/move/set/bring/shift/change/swap ) logo ( over )? ( to/on/in/at/onto )* ( side=left/right/top/bottom ) ( side/hand/corner/of/video/edge )*", "logo ( on/to/at )* ( side=left/right/top/bottom ) ( side )?", "( swap/move/change ) logo ( to )? ( other/another/opposite ) ( side/corner )")
def logo_side(c: Context, f: Found) -> Reading | None:
    now = (c.board.logo_place if c.board else "top left").split()
    side = f.word("side")
    if not side:
        return ask("Which corner should the logo go to?", "Put the logo top right", "Put the logo bottom right", "Put the logo bottom left")
    place = f"{side} {now[1]}" if side in ("top", "bottom") else f"{now[0]} {side}"
    if c.board and place == c.board.logo_place:
        return ask(f"The logo is already {place}; which corner should it go to?", "Put the logo top right", "Put the logo bottom right")
    return do(SetLogo(place=place))  # type: ignore[arg-type]


@BOOK.rule("MAKE? ( IT | logo ) ( BE )? ( deg=abit/much/even/more )* z=bigger/smaller/medium ( deg2=abit/much )?", "MAKE? ( deg=abit/much )? z=bigger/smaller/medium logo", "logo ( is/look ) ( deg=abit/much/way )? too t=bigger/smaller", "( enlarge/shrink ) logo", "( increase/reduce/decrease/raise ) ( size of )? logo ( size )?")
def logo_size(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if "logo" not in words:
        return None
    sizes = ["small", "medium", "large"]
    now = sizes.index(c.board.logo_size if c.board else "medium")
    z = f.word("z") or {"bigger": "smaller", "smaller": "bigger"}.get(f.word("t"), "")
    z = z or ("bigger" if words & {"enlarge", "increase", "raise"} else "smaller")
    if z == "medium":
        return do(SetLogo(size="medium"))
    raw = [str(t.value) for t in f.tokens("z")]
    if raw and raw[0] in ("big", "large", "huge", "enormous", "massive"):
        return do(SetLogo(size="large"))
    if raw and raw[0] in ("small", "tiny"):
        return do(SetLogo(size="small"))
    new = now + (1 if z == "bigger" else -1)
    if not 0 <= new <= 2:
        return ask(f"The logo is already as {'large' if now else 'small'} as it gets; shall it move to another corner?", "Put the logo top right", "Put the logo bottom right")
    return do(SetLogo(size=sizes[new]))  # type: ignore[arg-type]


@BOOK.rule("( remove/no/lose/kill/drop/stop ) logo ( BE )?", "MAKE? logo off", "( dont use/want/show/need/have ) logo", "logo ( should/must/can/needs/has ) ( to )? ( go/disappear | be remove )", "( turn/switch ) off logo", "( it/video )? ( no ) logo")
def no_logo(c: Context, f: Found) -> Reading | None:
    if c.board and not c.board.logo:
        return Reading(kept=True, said="There is no logo, and it stays so.")
    return do(SetLogo(file=""))


@BOOK.rule("( put/add/use/show/include/want/get/have ) ( this/uploaded/attached/new )? logo ( in/on/it/there/video/corner/file/as/everywhere/somewhere/too )*", "( this/attached/here ) is ( new )? logo", "( put/add/use ) logo ( in/into )+ corner", "use ( this/attached/uploaded )? ( file/picture/image/it/@url ) as ( new )? logo", "( change/replace/swap/switch ) logo ( with/to/for )* ( this/it/attached/uploaded/new )* ( one/file )?", "( another/new ) logo")
def own_logo(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    pictures = [p for n, p in c.situation.files.items() if n.lower().endswith((".png", ".jpg", ".jpeg", ".webp", ".svg"))]
    if len(pictures) == 1:
        return do(SetLogo(file=pictures[0]))
    if "corner" in words and c.board and c.board.logo:
        return ask("Which corner should the logo be in?", "Put the logo top right", "Put the logo bottom right", "Put the logo bottom left")
    if c.board and c.board.logo and not words & {"change", "replace", "swap", "switch", "another", "new", "this", "attached"}:
        return ask("There is a logo already; what should change about it?", "Make the logo bigger", "Put the logo bottom right")
    return ask("Which of the files is the logo?" if pictures else "Which logo? Send its file with your message.")


# captions


@BOOK.rule(
    "( remove/no/stop/kill/hide/lose/drop/disable ) ( all/burned/burnt/in )* captions ( entirely/completely )?", "MAKE? captions ( BE )? off", "( dont use/want/show/need/have/put/add ) ( all )? captions", "captions ( should/must/can/needs/has ) ( to )? ( go/disappear | be remove | be off )",
    "( turn/switch ) off captions", "MAKE? ( IT )? ( no ) captions", "mute captions", "( i )? hate captions", "captions ( are/is ) ( annoying/distracting/ugly/unnecessary | not needed )",
)
def no_captions(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if c.board and "burned" not in c.board.captions:
        return Reading(kept=True, said="There are no captions in the picture, and it stays so.")
    if words & {"entirely", "completely", "all"}:
        return do(SetCaptions(burned=False, sidecar=False))
    return do(SetCaptions(burned=False))


@BOOK.rule("( remove/no/drop ) ( srt/vtt/sidecar/caption/captions/separate )+ file", "( dont need/want ) ( srt/vtt/captions/caption/separate )+ file", "no ( srt/vtt/sidecar )")
def no_sidecar(c: Context, f: Found) -> Reading | None:
    return do(SetCaptions(sidecar=False))


@BOOK.rule("( add/make/want/need/use )? ( srt/vtt/sidecar/captions/separate )+ file ( too | next to it )*", "( captions ) as ( separate/srt/vtt/sidecar )+ file")
def sidecar(c: Context, f: Found) -> Reading | None:
    return do(SetCaptions(sidecar=True))


@BOOK.rule(
    "( add/use/want/need/include/show/put/have/give/get )? ( burned/burnt/in/on )* captions ( on/in/back/to/it/video/screen/please/there/under )*", "MAKE? captions ( BE )? on", "turn on captions", "captions ( should )? ( be )? ( show/on )", "( put/bring/turn ) captions ( back )? ( on )?",
    "( burn/bake ) ( in )? captions ( in/into )* ( video/it )?", "MAKE ( it )? ( with ) captions",
)
def captions(c: Context, f: Found) -> Reading | None:
    if c.board and "burned" in c.board.captions:
        return Reading(kept=True, said="The captions are in the picture already.")
    return do(SetCaptions(burned=True))


@BOOK.rule("( put/move/make/set/show/place/change/bring/want/have/use/shift )? captions ( BE )? ( up/down/over )? ( at/to/on/in/into/towards )* p=( top/bottom ) ( of/video/screen/side/edge/instead/part/frame )*", "captions ( at/to/on )* p=( top/bottom )", "move captions p=( up/down )", "( move/put ) it ( to/at )* p=( top/bottom )", "( put/move ) captions ( higher/lower )")
def captions_place(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if "captions" not in words and not (c.situation.last and c.situation.last[-1].op == "set_captions"):
        return None
    top = bool(words & {"top", "higher"}) or f.word("p") == "up"
    return do(SetCaptions(place="top" if top else "bottom"))


@BOOK.rule("MAKE? captions ( words/size/typeface )? ( BE )? ( deg=abit/much/even/more )* z=bigger/smaller/medium ( deg2=abit/much )?", "MAKE? ( deg=abit/much )? z=bigger/smaller/medium captions", "captions ( are/is/look ) ( deg=abit/much/way )? too t=bigger/smaller", "( enlarge/shrink ) captions", "MAKE subtitle words? ( BE )? ( deg=abit/much/even/more )* z=bigger/smaller", "( increase/reduce/decrease/raise ) ( size of )? captions ( size )?",
           "( i )? ( can not/hardly/barely ) read captions", "captions ( are )? ( hard/difficult/unreadable/illegible/impossible ) ( to read )?", "z=bigger/smaller words in captions")  # fmt: skip
def captions_size(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    sizes = ["small", "medium", "large"]
    now = sizes.index(c.board.captions_size if c.board else "medium")
    z = f.word("z") or {"bigger": "smaller", "smaller": "bigger"}.get(f.word("t"), "")
    z = z or ("smaller" if words & {"shrink", "reduce", "decrease"} else "bigger")
    raw = [str(t.value) for t in f.tokens("z")]
    if z == "medium":
        return do(SetCaptions(size="medium"))
    if raw and raw[0] in ("big", "large", "huge", "enormous", "massive"):
        return do(SetCaptions(size="large"))
    if raw and raw[0] in ("small", "tiny"):
        return do(SetCaptions(size="small"))
    new = now + (1 if z == "bigger" else -1)
    if not 0 <= new <= 2:
        return ask(f"The captions are already as {'large' if now else 'small'} as they get; shall they move?", "Put the captions at the top")
    return do(SetCaptions(size=sizes[new]))  # type: ignore[arg-type]


# cuts


@BOOK.rule(
    "( use/make/set/want/put/have/try/add/do/need/just )? ( all )? ( t=hardcut/dissolve/cut ) ( transition )? ( ( between/for/in/into/at/to/before/on )+ ( s=@scene | all? scene ) )? ( only | instead of dissolve/hardcut | instead )*",
    "( change/make/set/turn/switch/replace ) ( all )? transition ( ( between/for/in/into/to/of/at )+ s=@scene )? ( to/into/with/by/be )* ( t=hardcut/dissolve/cut )", "( cut )( between/to )+ s=@scene ( hard )",
    "( no/remove/stop/lose | dont use | dont want | dont make ) ( all )? n=( dissolve/hardcut ) ( transition )? ( ( between/in/into/for )+ s=@scene )?", "( replace/swap/change ) all? n2=( dissolve/hardcut ) ( with/for/by/to )+ t=hardcut/dissolve/cut", "s=@scene should t=dissolve/cut ( in )?", "t=dissolve/cut ( in )? ( to/into ) s=@scene",
    "t=dissolve ( s=@scene ) in", "( let/make/have ) s=@scene t=dissolve/cut ( in )?", "( transition ) ( should/must )? ( be )? t=hardcut/dissolve", "no transition", "start s=@scene with t=hardcut/dissolve/cut",
)
def transition(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if words == ["cut"] or words == ["cut", "@scene"]:
        return None
    scenes = f.value("s") if f.has("s") else None
    if scenes is not None and scenes.problem:
        return ask(scenes.problem)
    kind = f.word("t")
    if f.has("n"):
        kind = "cut" if f.word("n") == "dissolve" else "dissolve"
    elif not kind:
        kind = "cut"
    how = "cut" if kind in ("cut", "hardcut") else "dissolve"
    if scenes is None or scenes.every:
        return do(SetTransition(transition=how))  # type: ignore[arg-type]
    ids = list(scenes.ids)
    if "between" in words and len(ids) == 2:
        ids = [max(ids, key=c.number)]
    patches: list[Patch] = [SetTransition(scene=id_, transition=how) for id_ in ids]  # type: ignore[arg-type]
    return do(*patches, focus=scenes.ids)


@BOOK.rule("( change/another/better/hate ) transition", "i? hate transition", "i? am? unsure about transition")
def which_transition(c: Context, f: Found) -> Reading | None:
    return ask("How should the scenes change?", "Use hard cuts", "Use dissolves")
