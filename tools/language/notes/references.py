"""References: which scenes and lines are meant by `the second one`, `line 2 of scene 3`, `here`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.language.notes.context import Context, Lines, Scenes
from tools.language.notes.lexicon import ORDINALS
from tools.language.notes.patterns import Found, Token, find
from tools.language.notes.places import joined_scenes, tag_places
from tools.language.notes.scene_mentions import tag_mentions
from tools.language.notes.spoken_order import (
    both,
    ending,
    few_lines,
    first_spoken,
    last_before_card,
    last_spoken,
    locked,
    named_before,
    opening,
    parted,
    without_false_ranges,
)
from tools.language.notes.topics import WHERE, tag_named, tag_named_headings, tag_named_lines, tag_topics

ORD = "@ord/" + "/".join(ORDINALS)
_NUM = "@num/one"
_UNIT = "scene/part/page/screen/section"
_LIST = f"( {_NUM} ( ,? and/or/to/till/until/through/, ,? number? {_NUM} )* )"

Build = Callable[[Context, Found], Scenes | Lines | None]


def _tag(context: Context, tokens: list[Token], pattern: str, kind: str, build: Build) -> list[Token]:
    at = 0
    while at < len(tokens):
        match = find(pattern, tokens[at:])
        if match is None:
            return tokens
        first, last = match.range(0)
        if kind == "@line" or build is _that:
            context.local = _nearest(tokens[: first + at]) or context.local
        value = build(context, match)
        first, last = first + at, last + at
        if pattern.startswith(_BARE):
            first += 1
        more = build is _only_line and tokens[max(0, first - 1)].norm in (
            "more",
            "another",
            "extra",
            "new",
            "one",
            "a",
            "add",
        )
        stepped = (
            first + 2 == last
            and tokens[last - 1].norm == "one"
            and tokens[min(last, len(tokens) - 1)].norm
            in ("up", "down", "earlier", "later", "place", "position", "back", "put")
        )
        inside = first and str(tokens[first - 1].value).endswith(" in")  # `add in scene 4`
        made = first and not inside and tokens[first - 1].norm in ("a", "an", "another", "new", "one", "add")
        made = made and kind == "@scene" and tokens[first].norm not in ("the", "@scene", "this")
        if stepped or value is None or more or made:
            at = max(first + 1, at + 1)
            continue
        token = Token(kind, tokens[first].start, tokens[last - 1].end, value)
        tokens = [*tokens[:first], token, *tokens[last:]]
        at = first + 1
    return tokens


def _nearest(tokens: Sequence[Token]) -> str:
    """The one scene that was named last."""
    named = [token.value for token in tokens if token.norm == "@scene"]
    return named[-1].ids[0] if named and len(named[-1].ids) == 1 else ""


def _by_number(context: Context, numbers: Sequence[int]) -> Scenes:
    count = len(context.scenes)
    missing = [n for n in numbers if not 1 <= (n if n > 0 else count + 1 + n) <= count]
    if missing:
        there = f"there are {count}" if count > 1 else "there is one"
        return Scenes(problem=f"There is no scene {abs(missing[0])}, {there}; which scene do you mean?")
    return Scenes(tuple(context.scenes[n - 1 if n > 0 else n].id for n in numbers))


def _numbers(found: Found, group: str) -> list[int]:
    numbers: list[int] = []
    through = False
    for token in found.tokens(group):
        if token.norm == "@num" or token.norm == "one":
            number = int(token.value) if token.norm == "@num" else 1
            if token.norm == "@num" and token.value != number:
                number = 9999
            if through and numbers and number - numbers[-1] < 400:
                numbers += range(numbers[-1] + 1, number)
            numbers.append(number)
        elif token.norm in ORDINALS or token.norm == "@ord":
            numbers.append(token.value if token.norm == "@ord" else ORDINALS[token.norm])
        through = token.norm in ("to", "till", "until", "through") or (through and token.norm not in ("@num", "one"))
    return list(dict.fromkeys(numbers))


def _joint(context: Context, found: Found) -> Scenes | None:
    values = [value for value in found.values(0) if isinstance(value, Scenes)]
    if any(value.kind == "that" for value in values):
        return None
    return joined_scenes(values)


def _all(context: Context, found: Found) -> Scenes | None:
    return Scenes(tuple(scene.id for scene in context.scenes), every=True)


def _all_but(context: Context, found: Found) -> Scenes | None:
    kept = found.value("but")
    if kept.problem:
        return kept  # type: ignore[no-any-return]
    return Scenes(tuple(scene.id for scene in context.scenes if scene.id not in kept.ids))


def _first_few(context: Context, found: Found) -> Scenes | None:
    count = int(found.value("count") or 1)
    if count > len(context.scenes):
        return _by_number(context, [count])
    ids = [scene.id for scene in context.scenes]
    return Scenes(tuple(ids[:count] if found.word("end") == "first" else ids[-count:]))


def _middle(context: Context, found: Found, several: int = 1) -> Scenes | None:
    ids, count = [scene.id for scene in context.scenes], int(found.value("count") or several)
    if count > len(ids) or (len(ids) - count) % 2:
        names = " or ".join(str(n) for n in range(2, len(ids)))
        return Scenes(problem=f"With {len(ids)} scenes, which are the middle: {names}?")
    first = (len(ids) - count) // 2
    return Scenes(tuple(ids[first : first + count]))


def _within(context: Context, found: Found) -> Scenes | None:
    scenes: Scenes = found.value("s")
    return replace(scenes, kind="end of" if found.word("way") == "end" else "start of") if scenes.ids else scenes


def _title(context: Context, found: Found) -> Scenes | None:
    title = next((scene.id for scene in context.scenes if scene.layout == "title"), "")
    if title:
        return Scenes((title,), kind="title")
    return Scenes(problem="There is no title scene; which scene do you mean?")


def _this(context: Context, found: Found) -> Scenes | None:
    if context.here:
        return Scenes((context.here,), kind="this")
    return Scenes(problem="Which scene do you mean?")


def _that(context: Context, found: Found) -> Scenes | None:
    id_ = context.local or next(iter(context.focus), "") or context.here
    return Scenes((id_,), kind="that") if id_ else Scenes(problem="Which scene do you mean?")


def _beside(context: Context, found: Found) -> Scenes | None:
    base = found.value("of") if found.has("of") else None
    if base is not None and base.problem:
        return base  # type: ignore[no-any-return]
    id_ = base.ids[0] if base else next(iter(context.focus), "") or context.here
    if not id_:
        return Scenes(problem="Which scene do you mean?")
    number = context.number(id_) + (1 if found.word("way") in ("next", "following", "after") else -1)
    if not 1 <= number <= len(context.scenes):
        return Scenes(problem=f"There is no scene there, there are {len(context.scenes)}; which one do you mean?")
    return Scenes((context.scenes[number - 1].id,))


def _at_time(context: Context, found: Found) -> Scenes | None:
    if not context.situation.scene_seconds:
        return None
    times = found.values("t")
    ids = [context.scene_at(seconds - 0.01 if at else seconds) for at, seconds in enumerate(times)]
    if not all(ids):
        return Scenes(problem=f"The video is {context.seconds:g} seconds long; which scene do you mean?")
    first, last = context.number(ids[0]), context.number(ids[-1])
    return Scenes(tuple(scene.id for scene in context.scenes[first - 1 : last]))


def _line_of(context: Context, found: Found) -> Lines | None:
    scenes = found.value("of") if found.has("of") else None
    if isinstance(scenes, Scenes) and scenes.problem:
        return Lines(problem=scenes.problem, options=scenes.options)
    numbers = _numbers(found, "n")
    if scenes is None:
        id_ = next(iter(context.focus), "")
        with_lines = [scene for scene in context.scenes if len(scene.lines) >= max(map(abs, numbers))]
        id_ = context.local or id_
        if not id_ and len(with_lines) == 1:
            id_ = with_lines[0].id
        whole = {"first": 0, "last": -1}.get(context.text[found.tokens("n")[0].start :][:5].lower().strip())
        id_ = id_ if getattr(context.scene(id_), "lines", ()) else ""
        if not id_ and whole is not None and with_lines:
            return Lines((with_lines[whole].lines[whole].id,))  # the first or last that is said at all
        if not id_:
            names = [f"Scene {context.number(scene.id)}" for scene in with_lines[:4]]
            return Lines(problem="Of which scene do you mean the line?", options=tuple(names))
        scenes = Scenes((id_,))
    ids: list[str] = []
    for id_ in scenes.ids:
        scene = context.scene(id_)
        lines = scene.lines if scene else ()
        for number in numbers:
            if not 1 <= abs(number) <= len(lines):
                if scenes.every:
                    continue
                count = f"has {len(lines)} line{'s' if len(lines) != 1 else ''}" if lines else "has no lines"
                return Lines(problem=f"Scene {context.number(id_)} {count}; which line do you mean?")
            ids.append(lines[number - 1 if number > 0 else number].id)
    return Lines(tuple(ids)) if ids else None


def _only_line(context: Context, found: Found) -> Lines | None:
    scenes = found.value("of")
    if not isinstance(scenes, Scenes):
        return None
    if scenes.problem:
        return Lines(problem=scenes.problem)
    lines = [line.id for id_ in scenes.ids for line in getattr(context.scene(id_), "lines", ())]
    if not lines:
        return Lines(problem=f"Nothing is said in scene {context.number(scenes.ids[0])}; which scene do you mean?")
    return Lines(tuple(lines), whole=True)


def _whole_script(context: Context, found: Found) -> Lines | None:
    return Lines(tuple(line.id for scene in context.scenes for line in scene.lines), whole=True)


def _nth(context: Context, found: Found) -> Scenes | None:
    return _by_number(context, _numbers(found, "n"))


_BARE = "between/remove/swap/switch/merge/duplicate/split/lock/unlock/move/cut/shorten/lengthen/rewrite"

_EARLY: tuple[tuple[str, str, Build], ...] = (
    (f"the? {_UNIT} number/numbers/nr/no? n={_LIST}", "@scene", _nth),
    (f"the? number/numbers n={_LIST}", "@scene", _nth),
    ("the? title/cover scene/page/screen/card", "@scene", _title),
    ("the? lock scene/one/part/page", "@scene", locked),
    (
        "the? scene/one/part that/which ( start/begin/is/comes/appears/starts/begins ) ( at/around/near )* "
        "t=@time/@dur mark/in?",
        "@scene",
        _at_time,
    ),
    ("( the/her/his )? end=first/last count=@num line ( in/of/from/on ) of=@scene", "@line", few_lines),
    ("the? first/opening card/screen", "@scene", _title),
    ("the? opening/intro/introduction/introductory scene/page/screen/card/part/line", "@scene", opening),
    ("the? second/next to last scene/one/part/page", "@scene", lambda c, f: _by_number(c, [-2])),
    ("the/our? last scene/one/part/page? but one scene/one/part?", "@scene", lambda c, f: _by_number(c, [-2])),
    (
        "the? last scene/one/part/thing ( right/just )* before the? ( endcard | end | ending )",
        "@scene",
        lambda c, f: last_before_card(c),
    ),
    (
        "the scene/part/one that? i/we ( am/are )? ( learn/look/watching/watch/seeing/see/show/on/at )+ ( right | "
        "just )? now?",
        "@scene",
        _this,
    ),
    ("the scene/one ( that is )? on the? screen ( right | just )? now?", "@scene", _this),
    ("the? title card/scene/screen at the? very? start/beginning ( of the video )?", "@scene", _title),
    ("the? end=first/last ( spoken/talking/real/speaking/proper ) scene/part/one/page/section", "@scene", last_spoken),
    (
        "the? end=first/last count=@num ( content/spoken/talking/real/main/speaking ) scene/part/one/page",
        "@scene",
        first_spoken,
    ),
    ("the? one/scene before the? last ( one )?", "@scene", lambda c, f: _by_number(c, [-2])),
    ("the? end=first/last count=@num scene/part/one/ones/page", "@scene", _first_few),
    ("the? end=first/last count=@num", "@scene", _first_few),
    ("the? count=@num middle scene/part/one/ones/section", "@scene", _middle),
    ("the? middle count=@num scene/part/one/ones/section?", "@scene", _middle),
    ("both the? middle scene/part/one/section", "@scene", lambda c, f: _middle(c, f, 2)),
    ("the? middle scene/part/one/section", "@scene", _middle),
    ("the count=@num scene/part/one/ones in the middle", "@scene", _middle),
    (f"( the/our/that/your )? n=( {ORD} ( ,? and/, the? {ORD} )* ) scene/page/screen/section", "@scene", _nth),
    (f"( the/our/that )? n=( {ORD} ( ,? and/, the? {ORD} )* ) part/one", "@scene", _nth),
)
_LATER: tuple[tuple[str, str, Build], ...] = (
    ("( the/our )? opening/intro/introduction/opener", "@scene", opening),
    (
        "the? scene/one/part that/which ( start/begin/is/comes/appears/starts/begins ) ( at/around/near )* "
        "t=@time/@dur mark/in?",
        "@scene",
        _at_time,
    ),
    (
        "( whatever/what is/we? see? ( on screen | on the screen | playing | shown | showing )? ( right | just )? "
        "now/here )",
        "@scene",
        _this,
    ),
    ("( whatever/what is on the? screen )", "@scene", _this),
    (
        "the? ( whatever/what is? ( playing/plays/play/runs/comes/happens/shown/running/on/showing )? | "
        "scene/one? playing/shown/running/showing ) "
        "at/around/near t=@time/@dur mark/in?",
        "@scene",
        _at_time,
    ),
    ("( at/to/from/in )? the? very? way=end/beginning/start/top of s=@scene", "@scene", _within),
    ("the? scene/part/one/line at/around/near t=@time/@dur mark/in?", "@scene", _at_time),
    ("( at/to/in )? the very? start/beginning of the video", "@first", lambda c, f: Scenes()),
    ("( at/to/in ) the? very? start/beginning", "@first", lambda c, f: Scenes()),
    ("( at/to ) the? very? front", "@first", lambda c, f: Scenes()),
    ("( at/to ) the? very? end", "@last", lambda c, f: Scenes()),
    ("the very? start/beginning", "@scene", opening),
    ("( the/our ) ending/outro/closing/finale/end/conclusion scene/part?", "@scene", ending),
    ("ending/closing scene/part", "@scene", ending),
    ("( this/the )? current scene/part/one/page/screen/section", "@scene", _this),
    ("this very? scene/part/one/page/screen/section", "@scene", _this),
    ("the? part/scene we are at/on/seeing", "@scene", _this),
    ("( the? scene/part/one )? ( from | between ) t=( @time/@dur to/till/until/and @time/@dur )", "@scene", _at_time),
    ("at/around/near/by/from the? t=@time/@dur mark/in?", "@scene", _at_time),
    ("the t=@time/@dur mark/scene/part", "@scene", _at_time),
    ("( all the? scene | all | everything ) but/except/besides/excepting for? but=@scene", "@scene", _all_but),
    ("all scene/part/one/page/screen/section", "@scene", _all),
    ("all of them", "@scene", _all),
    ("( the/that )? way=next/following/previous/preceding scene/part/one/page/screen/section", "@scene", _beside),
    ("the one way=before/after/following", "@scene", _beside),
    ("the scene/one/part/page way=before/after of=@scene", "@scene", _beside),
    ("the scene/one/part/page way=before/after this/that/it", "@scene", _beside),
    ("the scene/section/page ( itself )?", "@scene", named_before),
    ("( that/same scene/part/page/section | the same scene/part | that one )", "@scene", _that),
    ("both of? them/scene", "@scene", both),
    ("both", "@scene", both),
    (f"{_BARE} number? n={_LIST}", "@scene", _nth),
    ("@scene ,? ( and/plus/, ,? @scene )+", "@scene", _joint),
)
_LINES: tuple[tuple[str, str, Build], ...] = (
    (f"of=@scene ,? the? n={ORD} line", "@line", _line_of),
    (f"of=@scene ,? line number? n={_LIST}", "@line", _line_of),
    (
        f"( the/her/his/that )? n=( {ORD} ( ,? and/, the? {ORD} )* ) line ( in/of/from/on/for of=@scene )?",
        "@line",
        _line_of,
    ),
    (f"the? line number? n={_NUM} ,? of=@scene", "@line", _line_of),
    (f"the? line number? n={_LIST} ( in/of/from/on of=@scene )?", "@line", _line_of),
    ("( the/all )? script/words/line ( in/of/from/on/for ) of=@scene", "@line", _only_line),
    ("( what/everything she/he/they/avatar/daniel/maya say ( in/on/at ) of=@scene )", "@line", _only_line),
    ("of=@scene script/words/line", "@line", _only_line),
    (
        "( all the? line | the? all script | all ( she/he ) say | the whole script/words | the script )",
        "@line",
        _whole_script,
    ),
)


def _named_lines(tokens: Sequence[Token]) -> list[Token]:
    """`the opening line of` is the first line, `the closing line of` the last."""
    named = {"opening": "first", "starting": "first", "closing": "last"}
    return [
        replace(token, norm=named[token.norm]) if token.norm in named and after == "line" else token
        for token, after in zip(tokens, [*(t.norm for t in tokens[1:]), ""], strict=False)
    ]


def tag_references(context: Context, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each mention of scenes as one `@scene` and of lines as one `@line`; ids stand in their values."""
    found = _named_lines(tokens)
    if not context.scenes:
        return found
    found = without_false_ranges(context, found)
    found = tag_mentions(context, found)
    for pattern, kind, build in _EARLY:
        found = _tag(context, found, pattern, kind, build)
    found = tag_topics(context, found, f"the? {_UNIT}/one/ones {WHERE}", "@scene")
    found = tag_topics(context, found, f"( the )? line {WHERE}", "@line")
    found = tag_topics(
        context, found, "where/when she/he/they/it/avatar/the/you avatar? mention/say/talk about/on/that/of?", "@scene"
    )
    found = tag_named(context, found)
    found = tag_named_headings(context, tag_named_lines(context, found))
    found = tag_mentions(context, tag_places(context, found))
    named = [token.value for token in found if token.norm == "@scene" and token.value.ids]
    context.local = named[0].ids[0] if len(named) == 1 and len(named[0].ids) == 1 else ""
    for pattern, kind, build in _LINES[:4]:
        found = _tag(context, found, pattern, kind, build)
    for pattern, kind, build in _LATER:
        found = _tag(context, parted(found) if build is _joint else found, pattern, kind, build)
    for pattern, kind, build in _LINES:
        found = _tag(context, found, pattern, kind, build)
    return found
