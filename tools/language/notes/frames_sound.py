"""Frames of sound and time: music, voice, presenter, length and pace."""

from __future__ import annotations

from tools.language.notes.catalogues import mood_named
from tools.language.notes.context import Context
from tools.language.notes.frame_words import (
    LIGHT,
    Request,
    Words,
    chosen_words,
    described,
    stated,
    stepped,
    switched_off,
    whole,
)
from tools.language.notes.patterns import Token

_DOWN = frozenset("quieter softer lower down less reduce decrease drop soften low".split())
_UP = frozenset("louder up higher stronger raise increase boost lift more".split())
_LOUD = frozenset("loud strong high dominant overpowering distracting intrusive heavy noisy prominent".split())
_SOFT = frozenset("quieter quiet low soft weak faint".split())
_COVERS = frozenset(
    """drown drowns drowning fights fight fighting overpower overpowers overpowering covers cover masks mask competes
    compete competing overwhelms swallows clashes""".split()
)
_SPEAKER = frozenset("voice she he her him avatar words they talk lady woman girl guy man gentleman".split())


def music(words: Words) -> list[Request]:
    """What is wanted of the music; nothing where the words do not say it."""
    if not whole(words):
        return []
    words.take(("music", "volume"))
    level = words.take(("@db",))
    if len(level) == 1:
        step = stepped(words, _UP, _DOWN, _LOUD, _SOFT)
        return [words.say("music", level[0], step)] if step or level[0].value else []
    if words.has(_COVERS):
        words.take(_COVERS | _SPEAKER | {"out"})
        return [words.say("music", words.degree, "quieter")]
    if words.has(("abit", "too")) and words.has(("much",)) and not words.has(_LOUD | _SOFT | _UP | _DOWN):
        words.take(("abit", "too", "much", "turn", "down"))
        return [words.say("music quieter")]
    if words.taken(("half",)) and not words.has(("dont", "not")):
        words.take(("loud", "as", "remove", "reduce", "lower", "decrease", "by", "to", "down", "cut"))
        return [words.say("music half as loud")]
    context, degree = words.context, words.degree
    instruments = words.take(_INSTRUMENTS)
    moods = [(n, t) for n, t in enumerate(words.tokens) if n not in words.used and _is_mood(context, t)]
    moods = [(n, t) for n, t in moods if words.norms[n + 1 : n + 2] not in _LOOKS]
    step = stepped(words, _UP - {"more"}, _DOWN - {"less"}, _LOUD, _SOFT)
    if not step and not moods:
        step = stepped(words, _UP, _DOWN, _LOUD, _SOFT)
    if step:
        return [words.say("music", degree, {"up": "louder", "down": "quieter"}[step])]
    swapped = next((n for n, norm in enumerate(words.norms) if n > 1 and norm in ("for", "with", "to", "by")), 0)
    if (
        swapped
        and words.norms[0] in ("swap", "replace", "change", "switch", "from")
        and moods
        and moods[-1][0] > swapped
    ):
        words.used.update(n for n, _ in moods)
        moods = [(n, t) for n, t in moods if n > swapped]
    wanted = [
        (n, t)
        for n, t in moods
        if n == 0
        or words.norms[n - 1] not in ("less", "not", "too", "dont")
        and words.norms[n - 2 : n] != ["not", "so"]
    ]
    if wanted and not stated(words) and not words.has(("dont",)):
        words.take(("less", "more"))
        words.used.update(n for n, _ in moods)
        words.take(("song", "bed"))
        return [words.say("music", ":", *(t for _, t in wanted[:3]))]
    if not moods and len(instruments) == 1 and not stated(words) and not words.has(("dont", "no", "less")):
        return [words.say("music :", instruments[0])]
    if not moods and not instruments and switched_off(words):
        return [words.say("no music")]
    return []


_LOOKS = (["mode"], ["look"], ["theme"], ["design"], ["background"], ["colour"])
"""What a word such as `dark` does not say of the music."""


def _is_mood(context: Context, token: Token) -> bool:
    return (
        not token.norm.startswith("@")
        and token.norm not in LIGHT | _DOWN | _UP | {"light"}
        and bool(mood_named(context, [token]))
    )


_INSTRUMENTS = frozenset("piano guitar strings drums synth bells marimba harp bass claps".split())


def voice(words: Words) -> list[Request]:
    """What is wanted of the voice; nothing where the words do not say it."""
    if not whole(words) or stated(words) or words.has(("dont", "not", "no", "remove", "too", "less")):
        return []
    chosen = chosen_words(words, "voice", ("read", "talk", "say", "accent", "instead", "another"))
    named = described(words, "voice", chosen)
    return [words.say("voice :", *chosen)] if named and len(chosen) <= 3 else []


def avatar(words: Words) -> list[Request]:
    """What is wanted of the presenter; nothing where the words do not say it."""
    if not whole(words) or stated(words) or words.has(("dont", "not", "no", "remove", "too", "less")):
        return []
    chosen = chosen_words(
        words,
        "avatar",
        (
            "present",
            "presents",
            "presenting",
            "presented",
            "host",
            "hosting",
            "screen",
            "camera",
            "front",
            "explain",
            "say",
            "talk",
        ),
    )
    named = described(words, "avatar", chosen)
    return [words.say("avatar :", *chosen)] if named and len(chosen) <= 2 else []


def duration(words: Words) -> list[Request]:
    """What is wanted of the length; nothing where the words do not say it."""
    if not whole(words):
        return []
    words.take(
        (
            "draft",
            "cutdown",
            "cut",
            "duration",
            "long",
            "only",
            "exactly",
            "about",
            "around",
            "roughly",
            "max",
            "maximum",
            "under",
            "most",
        )
    )
    words.take(
        (
            "than",
            "within",
            "below",
            "total",
            "down",
            "last",
            "run",
            "no",
            "approximately",
            "limit",
            "ad",
            "space",
            "slot",
            "airtime",
        )
    )
    lengths = words.take(("@dur",))
    numbers = [(n, t) for n, t in enumerate(words.tokens) if t.norm == "@num"]
    if not lengths and len(numbers) == 1 and "duration" in words.norms and float(numbers[0][1].value) >= 5:
        words.used.add(numbers[0][0])
        lengths = [Token("@dur", numbers[0][1].start, numbers[0][1].end, numbers[0][1].value)]
    elif lengths and words.has(("between", "@num", "least")):
        return []
    if words.has(("dont", "not")) and not lengths:
        return []
    if lengths and words.has(("too", "abit")) and words.has(("long", "short")):
        words.take(("too", "long", "short", "much"))
        return [words.say("make it", "longer" if words.has(("short",)) else "shorter")]
    if lengths and words.has(("dont", "not")) and words.has(
        ("than", "over", "exceed", "beyond", "past", "mention")
    ):
        words.take(("mention", "dont", "not", "longer", "than", "over", "exceed", "beyond", "past", "more", "want"))
        words.take(("any",))
        return [words.say("make it", lengths[0])]
    how = words.take(("shorter", "longer", "shorten", "lengthen"))
    if len(lengths) == 1 and len(how) <= 1:
        places = [n for n, t in enumerate(words.tokens) if t in (*how, *lengths)]
        if how and words.norms[places[0]] != "@dur" and "," in words.norms[places[0] : places[-1]]:
            return [words.say("make it", lengths[0])]
        guess = words.taken(("say", "like", "roughly", "perhaps", "maybe"))
        if how and not guess and not words.has(("to", "under", "max", "than")):
            side = "shorter" if how[0].norm.startswith("short") else "longer"
            return [words.say("make it", lengths[0], side)]
        return [words.say("make it", lengths[0])]
    if len(how) == 1 and not lengths:
        side = "shorter" if how[0].norm.startswith("short") else "longer"
        too = words.taken(("too",))
        return [words.say("make it", words.degree, {"shorter": "longer", "longer": "shorter"}[side] if too else side)]
    if not lengths and words.has(("too",)) and words.has(("long", "short")):
        words.take(("too", "short"))
        degree = words.degree
        return [words.say("make it", degree, "shorter" if words.has(("long",)) else "longer")]
    return []


def speed(words: Words) -> list[Request]:
    """What is wanted of the pace; nothing where the words do not say it."""
    if not whole(words) or words.has(("scene", "music")):
        return []
    words.take(("speed", "talk", *_SPEAKER, "read", "speaker", "down"))
    amount = words.take(("@times", "@pct"))
    plain = [
        (n, t) for n, t in enumerate(words.tokens) if t.norm == "@num" and 0.5 <= float(t.value) <= 2 and t.value != 1
    ]
    if not amount and len(plain) == 1 and words.has(("to", "at")) and not words.has(("by",)):
        words.used.add(plain[0][0])
        words.take(("slower", "faster", "slowdown", "speedup", "reduce", "increase", "lower", "raise"))
        return [words.say("set speed to", Token("@times", plain[0][1].start, plain[0][1].end, plain[0][1].value))]
    if len(amount) == 1 and amount[0].norm == "@pct" and words.has(("by", "of", "off")):
        less = words.take(
            ("reduce", "lower", "decrease", "remove", "slowdown", "slower", "down", "less", "high", "fast")
        )
        more = words.take(("increase", "raise", "speedup", "faster", "up", "more", "slow"))
        words.take(("by", "of", "off", "too"))
        if bool(less) != bool(more):
            return [words.say("make voice", amount[0], "slower" if less else "faster")]
    if amount and words.has(("to",)):
        words.take(("remove", "reduce", "lower", "decrease", "increase", "raise", "faster", "slower", "slowdown"))
        rate = amount[0].value / (100 if amount[0].norm == "@pct" else 1)
        return [words.say("set speed to", Token("@times", amount[0].start, amount[0].end, rate))]
    if words.has(("normal", "usual", "medium", "regular", "default", "standard")):
        words.take(("normal", "usual", "medium", "regular", "default", "standard", "set"))
        return [words.say("normal speed")]
    if len(amount) == 1 and not words.has(("faster", "slower", "less", "more", "by")):
        rate = amount[0].value / (100 if amount[0].norm == "@pct" else 1)
        return [words.say("set speed to", Token("@times", amount[0].start, amount[0].end, rate))]
    up = frozenset("faster speedup up more quicker".split())
    down = frozenset("slower slowdown less lower".split())
    step = stepped(
        words,
        up,
        down,
        frozenset("fast faster rushed quick quickly hurried".split()),
        frozenset(("slow", "slower", "slowdown")),
    )
    if not step:
        return []
    return [words.say("make voice", words.degree, "faster" if step == "up" else "slower")]
