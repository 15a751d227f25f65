"""Asides: parts of a message that ask for nothing: reasons, feelings, greetings, who said what.

They are put aside only where something else in the message was understood, and never where they might be a request:
a part that begins with an action, asks, wishes, names a scene or gives a value is left to be read or quoted.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tools.language.notes.frame_words import LIGHT, ROLES
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.patterns import Token, find

SUBJECTS: dict[str, tuple[str, ...]] = {
    "set_music": ("music", "volume"),
    "set_captions": ("captions", "words"),
    "set_logo": ("logo",),
    "set_voice": ("voice", "avatar"),
    "set_avatar": ("avatar", "voice"),
    "set_colour": ("colour", "background"),
    "set_dark": ("background", "colour"),
    "set_typeface": ("typeface", "heading", "words"),
    "set_background": ("background",),
    "set_format": ("aspect", "resolution", "framerate"),
    "set_duration": ("duration", "speed"),
    "set_speed": ("speed", "voice", "avatar", "words"),
    "set_transition": ("transition", "dissolve", "hardcut"),
    "set_end_card": ("endcard", "cta", "address"),
    "set_presenter": ("strap", "avatar"),
    "set_heading": ("heading", "title", "subtitle"),
    "set_title": ("title",),
}
"""What each operation is about, in words of a note: a reason may name it again."""
_NOUNS = frozenset(noun for nouns in SUBJECTS.values() for noun in nouns) - {"words"}
_VALUES = frozenset("@quote @scene @line @time @colour @dur @ratio @res @fps @db @times @url".split())
_REASONS = frozenset("because since as so for otherwise given".split())
_SUBJECTS = frozenset(
    """it they he she we i you this that these there my our the their his her your nobody everyone everybody someone
    somebody everything people many most some half all none noone""".split()
)
_ACTIONS = frozenset(
    """remove add put change use swap switch turn replace make move duplicate split merge lock unlock rename call
    pronounce rewrite shorten lengthen speedup slowdown mute start export compare approve undo redo stop learn leave
    cut let set give bring lower raise increase decrease reduce boost double halve crop dont lets go render translate
    begin end finish crossfade say mention zoom hold convert capitalise fade recolour recolor paint darken lighten
    enlarge shrink drop stick explain no send tell dim blur""".split()
)
_TROUBLES = frozenset(
    """missing miss misses wrong typo mistake error weird ugly boring broken bug bad awful terrible misspelled
    mispronounced
    odd strange different another instead unsure hate too off outdated old sloppy forgot forgotten skipped
    never""".split()
)
_CHANGES = frozenset(
    """bigger smaller louder quieter faster slower shorter longer darker lighter brighter warmer cooler duller higher
    lower more less top bottom left right vertical square landscape dark light""".split()
)
_FINITE = frozenset(
    """is are was were has have had do does did dont not can will want love think says say said told find finds
    hate need
    prefer know knows see sees watch run runs go goes get gets look feel sound mention sits read say put made""".split()
)
_WISH = (
    "( can/could/would/will you/we ) | lets | please | ( i/we/client/boss would? want/need/prefer ) | ( "
    "should/must ) | "
    "( need/needs/has/have to ) | ( i/we would love ) | ( what about ) | ( if/unless/except/until ) | wish"
)
_CIVIL = (
    "( hope/hoping ... ) | ( best/kind/warm/many ( wishes/regards/from )* . ? ) | ( regards .? ) | ( "
    "hello/hi/hey ...? ) | "
    "( dear ...? ) | ( me again ) | ( not/nothing a? ( big/huge/major/urgent/dramatic/serious )* ( "
    "deal/issue/problem/thing/rush/part )? ) |"
    " ( if it is not too? much ( work/trouble/hassle/effort ) ) | ( if .? ( possible/can/could/may/time/easy ) ) | "
    "( if that is ( ok/okay/fine/possible/doable ) ) | ( sorry ( to/for/about ) ... ) | ( nearly/almost "
    "there ) | ( so far so good ) | "
    "( love .? ... ) | ( "
    "@num/one/two/three/few/couple/some/smaller/small/tiny/minor/little/last/quick/more/only/final/a/of )+ "
    "( "
    "thing/things/tweak/tweaks/point/points/note/notes/request/requests/wish/wishes/comments/remarks/bits/part/issue )"
    " | ( looks/look good/great/nice/fine/ok ... ? ) | ( rest .? ( is/are/fine/good/great )+ ) | ( first of all ) | "
    "( honestly/frankly ) | ( my/our/from/on .? ( side/end/part/team ) ) | ( that is ( all/it ) ...? ) | ( "
    "thanks ...? ) |"
    " ( we/i are/am ( done/happy/good/sorted ) ...? ) | ( not urgent ) | ( no rush ) | ( as ... ) | "
    "( ( after/following/per/having ) ... ) | ( with ( regards/thanks ) ... )"
)


def is_aside(tokens: Sequence[Token], subjects: Collection[str] = (), *, question: bool = False) -> bool:
    """Whether a part of a message carries no request. `subjects` are what the rest of the message speaks of."""
    own = [token for token in tokens if token.norm not in FILLERS | {",", ".", ":", "-"}]
    norms = [token.norm for token in own]
    if question or len(norms) > 28:
        return False
    if not norms or _weightless(norms):
        return True
    if norms[0] == "after" and norms[1:2] in (["that"], ["this"]) and norms[2:3] and norms[2] in _ACTIONS:
        return False
    if (
        find(_CIVIL, own, whole=True)
        and not _VALUES & set(norms)
        and not _NOUNS & set(norms) - set(subjects) - {"colour"}
    ):
        return not set(norms) & _ACTIONS or norms[0] in ("love", "as", "after", "that", "sorry", "hope")
    compared = norms[0] == "love" and own[0].value == "like"
    reason = norms[0] in _REASONS or compared
    while norms and norms[0] in ("and", "but", "or", "so", "well"):
        own, norms = own[1:], norms[1:]
    if not norms or _VALUES & set(norms) and not reason:
        return False
    if norms[0] in _ACTIONS and own[0].value not in ("legal",):
        return False
    if reason:
        return find("please | ( can/could/would you ) | lets", own) is None and norms[1:2] != ["long"]
    nouns = _NOUNS & set(norms)
    if nouns - set(subjects) and norms[0] not in ("it", "they"):
        return False
    if find(_WISH, own) is not None:
        return False
    known = bool(nouns) and norms[0] in ("the", "that", "this", "it", "they", *nouns)
    if (_TROUBLES | _CHANGES) & set(norms) and not known and norms[0] not in ("it", "they", "look", "feel", "sound"):
        return False
    if norms[0] in _SUBJECTS | {"look", "feel", "sound"}:
        return len(norms) > 1
    return (
        len(norms) > 1
        and any(norm in _FINITE or norm.endswith(("ed", "s")) for norm in norms[1:])
        and not any(norm.endswith("er") for norm in norms)
    )


_ADVERBS = "so/really/very/just/absolutely/pretty/quite/already/now/all/much/super/perfectly"
_PRAISES = (
    "great/lovely/perfect/nice/good/brilliant/amazing/awesome/fantastic/excellent/beautiful/wonderful/superb/gorgeous/"
    "stunning/fine/fun/catchy/pleasant/spot/cool/fab/fabulous/classy/sharp/smart/impressive/fresh/clean"
)


def is_praise(tokens: Sequence[Token]) -> bool:
    """Whether a clause only says that something is good as it is."""
    norms = {token.norm for token in tokens}
    if norms & {
        "would",
        "could",
        "should",
        "might",
        "if",
        "but",
        "more",
        "less",
        "too",
        "not",
        "dont",
        "want",
        "with",
        "no",
    }:
        return False
    noun = "/".join(sorted(_NOUNS))
    return bool(
        find(
            f"~? ~? {noun} ( is/look/sound/feel/are ) ( {_ADVERBS} )* ( {_PRAISES} )+ ( {_ADVERBS}/on/indeed/today )*",
            tokens,
            whole=True,
        )
        or find(f"( i/we ) ( {_ADVERBS} )* love ~? ~? {noun} ( {_ADVERBS} )*", tokens, whole=True)
    )


def is_heading(tokens: Sequence[Token]) -> bool:
    """Whether what stands before a colon only announces what follows: `blunt feedback:`, `for the look:`."""
    norms = {token.norm for token in tokens}
    return norms.isdisjoint(_ACTIONS | _NOUNS | _VALUES | set(ROLES) | {"words", "body", "say", "read"})


def _weightless(norms: Sequence[str]) -> bool:
    return all(norm in LIGHT for norm in norms) and not set(norms) & _ACTIONS
