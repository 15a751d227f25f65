"""Opening words: the words by which a request begins, and those that stand between two."""

from __future__ import annotations

NOUNS = (
    "music/captions/voice/avatar/background/logo/heading/subtitle/endcard/cta/address/line/words/script/typeface/"
    "colour/transition/strap/aspect/resolution/framerate/video/speed/duration/"
    "volume/@scene/@line/title/hardcut/dissolve"
)
VERBS = frozenset(
    """remove add put change use swap switch turn replace make move duplicate split merge lock unlock rename call
    pronounce rewrite shorten lengthen speedup slowdown mute start show export compare approve undo redo stop
    learn leave cut let set give have get bring lower raise increase decrease reduce boost double halve crop go
    dont talk rebuild render translate begin end finish close drag hate crossfade say mention zoom hold convert
    capitalise lets do unmute raise adapt resize redo fade recolour recolor paint colour widen darken lighten
    brighten enlarge shrink fire hire flip rotate wait produce drop stick explain tell keep increase centre
    center warn dim""".split()
)
"""Words that open a request."""
ACTING = frozenset(
    """mark label tag flag place pick choose try grab slap pop shove sort bump nudge crank tone dial push pull slide
    ditch scrap lose strip clear hide reveal reword rephrase fix correct update edit adjust tweak emphasise emphasize
    stress slow speed pause freeze insert include attach append copy clone repeat combine join separate divide
    rearrange reorder reverse shift carry download save publish play preview watch tuck paste state disclose
    declare apply assign pin set bring dub narrate voice trim tighten bin axe chuck toss ease soften bury write type
    spell underline highlight announce credit switch shoot frame film get""".split()
)
"""Verbs that open a request where what they are done to follows at once: `… and mark it as made with AI`."""
ACTED_ON = frozenset(
    """the it a an her his him our my them that this these those both all some every everything @scene @line @quote
    @file music captions logo voice background heading subtitle avatar endcard cta address title video""".split()
)
NOUNS_TOO = frozenset("dissolve fade crossfade cut zoom hold split export change end finish rest call".split())
STRONG = frozenset(
    """remove add change swap make move duplicate turn lock unlock replace use put split merge set mute export undo
    dont leave""".split()
)
BARE = frozenset("vertical square landscape fourfive @ratio @res @dur @fps no hardcut".split())
JOINTS = frozenset(", and then also plus but ; or".split())
DETERMINERS = frozenset("both the a an our my some any its those these their".split())
OWNED = (frozenset(NOUNS.split("/")) - {"title"}) | frozenset("role job position hair clothes outfit".split())
TEXT_OPENERS = frozenset("say read : saying called titled".split())
