"""Courtesies: how a request begins and ends when it is put politely, with nothing of it in these words."""

from __future__ import annotations

from functools import lru_cache

from tools.language.notes.lexicon import FILLERS
from tools.language.notes.patterns import Token, find

LEADS = (
    "( can/could/would/will/may/might you/we/i )",
    "( you/we/i can/could/should/might/must/may to? )",
    "( you/we/i need/have/ought to )",
    "( i/we would? want/love/need you/us? to )",
    "( i/we would want/love to? )",
    "( i/we )? would? love it if you/we could/can/would?",
    "i/we think we/you/it should/could/can/might?",
    "i/we think/guess/feel/believe that?",
    "i was/am thinking/wondering/hoping if/about/that/whether? we/you/maybe? can/could/should?",
    "( shouldn't/couldn't/can't ) we/you",
    "( is it ok/okay/fine/alright/good ) ( to/if ) ( we/you/i )?",
    "( would it be ok/okay/fine/alright ) ( to/if ) ( we/you/i )?",
    "( is/would it be? ) ( work/hard/easy/difficult/much/too/complicated/trouble/big/a/deal )+ ( for you )? to",
    "it? is? time to",
    "before ( the/my/our/your )? approval ,?",
    "i/we should/would be ( most/very/really/so )? grateful/glad/pleased/happy if you/we would/could/can",
    "i wonder if/whether we/you? can/could?",
    "( i/we )? am/was/are/were? just? wondering if/whether we/you? can/could?",
    "lets",
    "let us",
    "( how/what about ) we/you?",
    "what if we/you/it?",
    "what would happen if we",
    "why dont we/you",
    "why not",
    "is it possible to",
    "is there any/a? way/chance to/of/you/we? can/could?",
    "would it be possible to/if? you/we? could/can?",
    "would you mind",
    "mind",
    "do you think you/we can/could",
    "do you mind",
    "it would be great/nice/good/better/cool/lovely/awesome/perfect/best/fantastic/helpful if/to/when? ( you/we/it )? "
    "( can/could/would/was/were )?",
    "it might/would be better/nicer/good/worth to/if? we/you?",
    "go ahead and",
    "try to/and",
    "feel free to",
    "any/some? chance of/to/you/we? can/could?",
    "you know what ,?",
    "one more/last thing ,/:?",
    "by the way ,?",
    "( @num/one/two/three/few/couple/some/of/smaller/minor/little/last/quick/more/only/final/just/a/other/another )+ "
    "( thing/things/tweak/tweaks/point/points/note/notes/request/requests/change/wish/remarks/comments/bits/part/issue/"
    "issues ) ( for you | from me/us/my/our side? | left )? ( is | are )? :/,",
    "( i/we would? be ) ( grateful/glad/happy/thankful/delighted/pleased ) ( for/if/to/with )? ( you/we )? "
    "( could/can/would/to )?",
    "( would/could/will you be so kind ) ( as to | and | to )?",
    "it is possible to",
    "( everything/all/rest else? ( is/are/look/sound )? ( fine/good/great/perfect/ok/okay/lovely ) "
    "( except/but/bar/besides ) for? )",
    "( everything/all/rest else? ( is/are/look/sound )? ( fine/good/great/perfect/ok/okay/lovely ) ( apart "
    "from | other than ) )",
    "( per | according to | in line with ) our/my/the? . ( guide/guidelines/book/manual/rules/policy/team/agency )? ,?",
    "( for . ,? ( i/we ) ( must/need/should/want/have/would ) to? have? want? )",
    "( i/we must have )",
    "it would help if",
    "( after/following/having ) ... ( i/we would? want/love/need/prefer )",
    "( i/we ask/asked for )",
    "as ( for/regards/to ) ( captions/music/voice/logo/background/avatar/colour ) ,",
    "if possible ,?",
    "( after that | afterwards | after this | when that is done ) ,?",
    "( if so | if yes | if it is ) ,?",
    "( my/the/our boss/client/manager/team/colleague/wife/husband/ceo/partner/director/customer ) would? "
    "want/love/think/say you/us/we? to/should?",
    "( make/be sure ) ( that/to )? ( you/we )?",
    "i/we want/need you/us to",
    "( i/we )? want/need to",
    "what i/we want is",
    "hey/hi/hello there/again? ,?",
    "before ( you/we ) ( start/begin/go/render/produce/make/do/approve ) ( it/on/ahead/anything/that/video )* :/,",
    "do me a favour/favor ,? and?",
    "for/in the video ,?",
    "could do with",
    "there is one thing ,?",
    "we/i? still",
    "i/we am/are? going to? have? to?",
    "please",
    "to be honest ,?",
    "all good but",
    "love it ,? but",
    "i/we love it ,? but",
    "for now ,?",
    "( first )? of all ,?",
    "( would you )? ( please )? be so kind ( as/and )? to?",
    "i/we would",
    "( shall/should we/i )",
    "( would you be | are you ) able to",
    "( can/could/may/might i/we ask/trouble you ) ( to | if you could/can | for )",
    "( i/we would )? ( really/very/much )* appreciate it? if/for ( you/we could/can/would )?",
    "( it would be ) ( very/really/much/so )* appreciated if ( you/we could/can/would )?",
    "( if/when/once ) ( you/we ) ( get/have ) ( a/the/any/some/time )* ( chance/minute/moment/second/time/sec )? ,?",
    "( if ) ( you/we ) ( can/could/may ) ,?",
    "( if ) ( it is | it would be | at all )? ( possible/okay/ok/fine/feasible ) ( for you | with you )? ,?",
    "( if it is not ) ( too/much/a )* ( much/trouble/hassle/bother/effort ) ,?",
    "( the | my | our | one )? ( only/main/one/other/real )* ( thing/issue/problem/point/comment/note/remark/gripe/"
    "niggle/criticism/complaint/worry/concern/wish/request/question ) ( i have | for me | that bothers me )? "
    "( is/was/would ) ( be )? ( that | this )? :/,",
    "( what bothers me | what i would change ) is that?",
    "( i/we )? ( was/am/were/are/have/been/just/also/still )* ( thinking/wondering/hoping/considering ) ( of/about/if/"
    "whether/that/to/maybe )* ( you/we/it )? ( can/could/might/should )?",
    "i/we would? rather ( have/see/use/go )?",
    "( he/she/they ) ( thinks/think/feel/says/reckons/want/wants/wanted/insists/suggested/suggests ) ( "
    "that/to/us/me/it/"
    "you )* ( should )?",
    "( can/could/may/might i/we )? ( see/show me ) ( what/how ) ( it/this/that/video ) ( would/might )? ( look/sound ) "
    "( love )? ( in/with/as )?",
    "( what/how ) would ( it/this/that/video ) ( look/sound/be ) ( love )? ( in/with/as/if )? ( it/we )? ( "
    "was/were/is/had )?",
    "( to | in order to ) ~ ~? ~? ,/just/please",
    "( be a ) ( dear/star/darling/sweetheart/love/angel/gem/sport/legend ) and",
    "( there is | is there ) ( any/no/a )? ( chance/way/possibility ) ( of/to/that/you/we/could/can/for )*",
    "( do ) ( you think )? ( it is | it would be ) possible to",
    "( can/could/would/will it be ) ( possible/okay/ok/fine/better/nice/good )? ( to/if/that )? ( you/we )? ( "
    "could/can )?",
)
"""Patterns that open a request."""

REPORTS = (
    "( the/our/my/her/his/their/some/all )* ~ ~? ~? ( want/wants/wanted/wish/wishes/prefer/prefers/ask/asks/asked/"
    "insist/insists/insisted/demand/demands/demanded/request/requests/requested/suggest/suggests/suggested/recommends/"
    "recommend/recommended/require/requires/think/thinks/thought/feel/felt/reckon/reckons/believe/believes/finds/find/"
    "say/mentioned/told/like/likes/love ) ( that/for/on/to/us/me/you/if/we/see/have/it )*"
)
"""What somebody else says, wants or thinks, before what it is."""

TAILS = (
    "( that/it/which would be ) great/nice/good/lovely/perfect/cool/fantastic/ideal/better/best/fab/appreciated",
    "for me/us/now",
    "if possible/you/we/that can/could/is/want/may? ok/okay/fine/possible/please?",
    "in/of/for/throughout the? ( whole )? video",
    "as well",
    "as soon as possible",
    "i/we think/guess/suppose",
    "would/will/can/could you",
    "at all",
    "by the way",
    "that is all",
    "from my/our/this side",
    "on my side",
    "all in all",
    "would be great/nice/good/lovely/better/perfect/cool/ideal/nicer/fine/fantastic/best/appreciated/awesome/wonderful",
    "would be abit? fun/neat/handy/sweet/super/brilliant/amazing/excellent/helpful/useful",
    "that would be great/nice/good/lovely/better/perfect/cool",
    "if you would not mind",
    "if you dont mind",
    "with that",
    "do you",
    "than it is now",
    "if it was/were up to me/us",
    "i am afraid",
    "from now on",
    "after that/this",
    "than now/before/that",
    "if you/we can/could",
    "than ( this/that ) ( one )?",
    "than the current/present/existing/other one/music/voice/logo?",
    "( on/for/in ) ( this/that ) ( one/video/time )?",
    "while you are at it",
    "if it is possible",
    "if thats possible",
    "if possible at all",
    "( when/once/if ) ( you/we ) ( get/have ) ( a/the/any/some )* ( chance/minute/moment/second/time )",
    "or so",
    "or thereabouts",
    "or whatever",
    "or something",
    "if you know what i mean",
    "if you ask me",
    "what do you think",
    "is enough",
    "for a change",
    "to be honest/safe/sure/fair",
    "in my opinion/view",
    "ta very much",
    "many thanks",
    "thank you",
    "any more",
    "and we are/will be? done/good/sorted",
    "and that is it/all",
    "the better",
)
"""Patterns that close one."""


_JOINTS = frozenset(", and then also plus but ; or".split())


def without_tail(tokens: list[Token]) -> list[Token]:
    """A request without what only follows it."""
    return tokens[: _body(tuple([token.norm for token in tokens]))]


@lru_cache(maxsize=8192)
def _body(norms: tuple[str, ...]) -> int:
    """How many words there are before what only follows a request."""
    tokens = [Token(norm, 0, 0) for norm in norms]
    trimmed = True
    while trimmed and tokens:
        trimmed = False
        while (
            tokens
            and (tokens[-1].norm in FILLERS | {"too", "still", "instead"} or tokens[-1].norm in _JOINTS)
            and len(tokens) > 1
        ):
            tokens, trimmed = tokens[:-1], True
        for tail in TAILS:
            for size in range(2, min(7, len(tokens))):
                if find(tail, tokens[-size:], whole=True):
                    tokens, trimmed = tokens[:-size], True
                    break
    return len(tokens)
