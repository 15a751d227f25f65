"""Rules of the picture: its shape and size, who presents, what stands behind."""

from __future__ import annotations

from tools.language.notes.catalogues import choose, listed_names, words_of
from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.patches import (
    SetAvatar,
    SetBackground,
    SetFormat,
)
from tools.storyboard import BackgroundChoice

BOOK = Rulebook()

_SHAPES = "vertical/square/landscape/fourfive/@ratio"
_ASPECTS = {"vertical": "9:16", "square": "1:1", "landscape": "16:9", "fourfive": "4:5"}


@BOOK.rule(
    f"""
    MAKE? ( IT | aspect )? ( BE )? ( work/into/to/in/for/as/of/fit/ready/suitable/be/: )* a=( {_SHAPES} ) (
        video/aspect/screen/version/one/post/only/instead/rather )* ( ( for/on/to )+ (
        instagram/facebook/mobile/phone/phones/social/media )* b=( {_SHAPES} )? )? ;
    (
        show/crop/reformat/convert/resize/render/aspect/make/optimise/optimize/prepare/format/adapt/do/cut/export/use/post/change/rotate/flip/swap
        ) IT? aspect? ( to/into/in/for/as/on )* a=( {_SHAPES} ) ( aspect/video/version/instead )? ;
    ( this/it/video ) ( goes/is/will/should ) ( be )? ( shown/posted/published )? ( on/for/to )+ a=(
        {_SHAPES} ) ;
    ( we/i ) ( will )? ( use/post/publish/put/show/share ) ( it )? ( on/for/to )+ a=( {_SHAPES} ) ;
    ( make/need/want ) ( a/one )? a=( {_SHAPES} ) ( video/version/aspect/one/draft ) ;
    a=( {_SHAPES} ) ( rather than | instead of ) ( {_SHAPES} ) ;
    MAKE? IT a=( {_SHAPES} ) ( not | rather than | instead of ) ( {_SHAPES} ) ;
    from ( {_SHAPES} ) to a=( {_SHAPES} ) ;
    ( aspect ) a=( {_SHAPES} ) ;
    change ( IT | aspect )? from ( {_SHAPES} ) to a=( {_SHAPES} )
    """
)
def _shape(c: Context, f: Found) -> Reading | None:
    token = f.tokens("a")[0]
    aspect = token.value if token.norm == "@ratio" else _ASPECTS[token.norm]
    other = f.tokens("b")
    if (
        other
        and (other[0].value if other[0].norm == "@ratio" else _ASPECTS[other[0].norm]) != aspect
        and other[0].norm != "fourfive"
    ):
        return None
    if aspect not in ("16:9", "9:16", "1:1", "4:5"):
        return ask(
            f"The picture can be 16:9, 9:16, 1:1 or 4:5, not {aspect}; which shape would you like?",
            "Make it vertical",
            "Make it square",
            "Make it landscape",
        )
    return do(SetFormat(aspect=aspect))  # type: ignore[arg-type]


@BOOK.rule("""
    ( change/switch/another ) aspect ;
    MAKE? another aspect
    """)
def _which_shape(c: Context, f: Found) -> Reading | None:
    return ask("Which shape should the picture have?", "Make it vertical", "Make it square", "Make it landscape")


@BOOK.rule(
    """
    MAKE? ( IT | resolution )? ( BE )? ( to/in/at/into/as/of/: )* r=@res ( resolution/video/version )? ( and
        f=@fps )? ;
    ( render/do/export/raise/increase/lower/reduce/drop/bump/crop ) ( IT | resolution )? (
        to/in/at/into/as/up/down )* r=@res ( resolution )? ( and f=@fps )? ;
    MAKE? IT? hd
    """
)
def _resolution(c: Context, f: Found) -> Reading | None:
    return do(SetFormat(resolution=f.value("r") or "1080p", fps=int(f.value("f")) if f.has("f") else None))  # type: ignore[arg-type]


@BOOK.rule(
    """
    MAKE? ( IT | framerate )? ( BE )? ( to/in/at/into/as/with/: )* f=@fps ( framerate )? ;
    ( render/do/export/raise/increase/lower/reduce/drop/bump ) ( IT | framerate )? ( to/in/at/into/as )*
        f=@fps ;
    MAKE? ( IT )? ( to/in/at/with )* n=@num framerate ;
    MAKE? framerate ( to/: )? n=@num ;
    framerate ( to/of/: )? n=@num
    """
)
def _rate(c: Context, f: Found) -> Reading | None:
    fps = int(f.value("f") or f.value("n"))
    if fps not in (24, 25, 30, 50, 60):
        return ask(
            f"The picture can run at 24, 25, 30, 50 or 60 frames a second, not {fps}; which one?",
            "Make it 25 fps",
            "Make it 30 fps",
            "Make it 60 fps",
        )
    return do(SetFormat(fps=fps))  # type: ignore[arg-type]


# who presents


def _presenters(c: Context) -> tuple[str, ...]:
    now = c.board.avatar if c.board else ""
    return tuple(f"Use the presenter {name}" for name in listed_names(c, "avatar", now))[:5]


_PRESENTS = "( avatar/present/host/on/do/explain/talk/say/mention/show/read/front/screen )"


@BOOK.rule(
    f"""
    MAKE? ( use/want/try/have/give/get/with )? v=( .? .? . ) avatar ( instead )? ;
    ( change/switch/set/make/turn/replace/swap/use ) avatar ( to/into/with/for/by/: | to be )? v=( .? .? . )
        ;
    ( let/have/get/make/use/want/put ) v=( .? .? . ) ( to )? ( in/on )* ( {_PRESENTS} )+ (
        it/this/everything/video/camera )* ;
    v=( .? .? . ) ( should/must/to/can/could/shall/will )+ ( be )? ( {_PRESENTS} )+ (
        it/this/everything/video/camera )* ;
    avatar ( BE )? ( to be )? v=( .? .? . ) ;
    use v=( . ) ;
    v=( daniel/maya ) ( instead )? ;
    ( use/want/have/try ) v=( .? .? . ) ( as/for ) avatar ;
    avatar : v=( .? . ) ;
    ( replace/swap/switch ) ( maya/daniel/her/him/lady/woman/man/guy/girl/avatar ) ( with/for/by/to )+ v=(
        .? .? . ) ;
    ( make/turn ) ( her/him/it/avatar ) ( into )? v=( man/woman/male/female/guy/lady ) ;
    ( use/want/have/try ) v=( man/woman/male/female/guy/lady/gentleman/girl ) ;
    ( as/for ) avatar ( use/take )? v=( .? . ) ;
    ( present/host ) by v=( .? .? . ) ;
    ( v=( man/woman/guy/lady ) ( instead )? ( of ( man/woman/guy/lady/her/him ) )? ) ;
    switch to v=( .? . ) avatar? ;
    ( i )? would? ( rather/prefer/want ) ( see )? v=( man/woman/male/female/guy/lady ) ;
    ( bring )? in v=( daniel/maya )
    """
)
def _presenter(c: Context, f: Found) -> Reading | None:
    tokens = [t for t in f.tokens("v") if t.norm not in ("avatar", "to", "be")]
    words = words_of(tokens)
    if any(word in ("voice", "accent", "music") for word in words):
        return None
    seen = choose(c, "avatar", tokens)
    if seen is None:
        return None
    named = {"maya", "daniel", "male", "female", "man", "woman", "guy", "lady", "girl", "gentleman"} | {
        k.name.split()[0].lower() for k in c.situation.catalogues.get("avatar", ())
    }
    if not {"avatar", "present", "host"} & {t.norm for t in f.tokens()} and named.isdisjoint(words):
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
    """
    ( change/replace/swap/switch ) avatar ;
    ( use/want/try/get/have/find/pick/give/need )? ( another/new ) ( avatar/person/woman/man/lady/guy ) ;
    ( hate ) ( avatar/her/him/guy/woman/man | this lady ) ;
    i hate ( avatar/her/him/woman/man/lady/guy ) ;
    i? am? unsure about ( avatar/her/him ) ;
    avatar ( is/look/feel ) ( deg=abit/much/very/so/quite/too )? (
        wrong/bad/awful/boring/stiff/terrible/horrible/ugly/meh/off/dull/flat/fake/weird/creepy/serious/old/young
        ) ;
    avatar ( does not | dont ) ( work/fit/suit/match ) ...? ;
    someone another ( to )? ( should )? ( present/host ) ( it )? ;
    ( use/have/try/get ) someone another ( present/host/avatar )? ( it )? ;
    ( better/nicer/older/younger ) avatar ;
    ( use/want/get/have )? someone ( older/younger/another ) ( on screen | as avatar )? ;
    avatar BE another
    """
)
def _which_presenter(c: Context, f: Found) -> Reading | None:
    others = _presenters(c)
    return ask("Who should present it?", *others)


# what stands behind


def backgrounds(c: Context, scene: str = "") -> tuple[str, ...]:
    """Messages that ask for a background, for all scenes or for one."""
    suffix = f" in scene {c.number(scene)}" if scene else ""
    return tuple(f"Use the {name} background{suffix}" for name in listed_names(c, "background"))[:5]


IN = "( ( in/on/for/of/behind/at/to/throughout )+ s=@scene )?"


@BOOK.rule(
    f"""
    MAKE? ( use/want/try/have/give/put/add )? b=( .? .? . ) background ( only/just )* ( {IN} ) ( in video |
        instead | only )? ;
    ( change/switch/set/make/turn/replace/swap ) background ( {IN} ) ( to/into/with/for/by/: )+ ( something
        )? b=( .? .? . ) ( background )? ;
    ( change/switch/set/turn ) background to b=( .? .? . ) ( in/on/for/of/behind/at )+ s=@scene ;
    ( use/put/try/want ) b=( .? .? . ) ( as/for/in ) background ( {IN} ) ;
    ( use/put/want/try ) b=( . .? ) ( behind/on/in/for )+ s=@scene ;
    background ( {IN} ) ( should/must/needs/could ) ( to )? ( be ) b=( .? .? . ) ;
    background ( {IN} ) : b=( . .? ) ;
    make background ( {IN} ) b=( . .? ) ;
    ( give ) s=@scene b=( .? .? . ) background ;
    s=@scene ( should/needs/must/want ) ( to )? ( have/get )? b=( .? .? . ) background ;
    background b=( . ) ( for/in )+ s=@scene ;
    background b=( . ) ;
    make s=@scene background b=( . ) ;
    ( change/set/switch ) s=@scene background ( to/into )+ b=( .? . )
    """
)
def _background(c: Context, f: Found) -> Reading | None:
    tokens = [t for t in f.tokens("b") if t.norm not in ("background", "something", "in", "it")]
    if any(
        t.norm in ("@colour", "darker", "lighter", "brighter", "dark", "light", "duller", "warmer", "cooler", "bright")
        for t in tokens
    ):
        return None
    if any(t.norm.startswith("@") or t.norm in ("hardcut", "dissolve", "transition", "logo") for t in tokens):
        return None
    scenes = f.value("s") if f.has("s") else None
    if scenes is not None and scenes.problem:
        return ask(scenes.problem)
    words = words_of(tokens)
    chosen = choose(c, "background", tokens)
    if chosen is None or not chosen:
        if not words or set(words) & {"another", "different", "new", "other", "nicer", "better", "no", "the", "same"}:
            return _which_background(c, f)
        return ask(
            f'There is no background "{" ".join(words)}"; which of these would you like?',
            *backgrounds(c, scenes.ids[0] if scenes else ""),
        )
    choice = BackgroundChoice(family=chosen)
    if scenes is None or scenes.every:
        return do(SetBackground(background=choice))
    return do(*(SetBackground(scene=id_, background=choice) for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule(
    f"""
    ( change/replace/swap/switch/remove ) background ( {IN} ) ;
    ( use/want/try/get/have/find/pick/give/need )? ( another/new/better/nicer ) background ( {IN} ) ;
    ( hate ) background ;
    i hate background ;
    i? am? unsure about background ;
    background ( {IN} ) ( is/look/feel ) ( deg=abit/much/very/so/quite/too )? (
        wrong/bad/awful/boring/busy/terrible/horrible/ugly/meh/off/dull/flat/distracting/plain/weird/restless/hectic
        ) ;
    background ( does not | dont ) ( work/fit/suit/match ) ...? ;
    no background ;
    change s=@scene background ;
    background ( {IN} ) BE another ;
    ( calmer/quieter/simpler ) background
    """
)
def _which_background(c: Context, f: Found) -> Reading | None:
    scenes = f.value("s") if f.has("s") else None
    if isinstance(scenes, Scenes) and scenes.problem:
        return ask(scenes.problem)
    return ask(
        "Which background would you like?",
        *backgrounds(c, scenes.ids[0] if isinstance(scenes, Scenes) and not scenes.every else ""),
    )


@BOOK.rule("""
    ( ( use/put/set )? ( this/uploaded/attached/my )? ( picture/photo/image/file ) ( i uploaded )? (
        as/for/behind/in )+ background ) ;
    ( use/put ) ( this/uploaded/attached )? ( picture/photo/image ) behind ( her/him/avatar/it ) ;
    MAKE background ( this/uploaded/attached )? ( picture/photo/image )
    """)
def _own_background(c: Context, f: Found) -> Reading | None:
    pictures = [p for n, p in c.situation.files.items() if n.lower().endswith((".png", ".jpg", ".jpeg", ".webp"))]
    if len(pictures) == 1:
        return do(SetBackground(background=BackgroundChoice(picture=pictures[0])))
    return ask(
        "Which picture should stand behind? Send it with the message."
        if not pictures
        else "Which of the pictures should stand behind?"
    )
