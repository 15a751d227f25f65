"""Rules of moderation: what in a sentence makes it one of a topic, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.moderation.policy import Topic
from tools.moderation.vocabulary import BELITTLING, INSULT, LESS_THAN_HUMAN, PEOPLE, SLURS


@dataclass(frozen=True)
class Rule:
    """A `pattern` of folded text. `excused`: a sentence that is about the harm is not one that does it."""

    topic: Topic
    pattern: re.Pattern[str]
    certain: bool = True
    excused: bool = True


def _rules(topic: Topic, *patterns: str, certain: bool = True, excused: bool = True) -> tuple[Rule, ...]:
    return tuple(Rule(topic, re.compile(rf"\b(?:{pattern})"), certain, excused) for pattern in patterns)


def _together(topic: Topic, *parts: str, unless: str = "", certain: bool = True) -> tuple[Rule, ...]:
    """A rule for sentences that have every one of `parts`, in any order, and nothing of `unless`.

    Each part is looked for once from the start, so that no sentence takes longer than its length times the parts.
    """
    barred = rf"(?!.*\b(?:{unless})\b)" if unless else ""
    ahead = "".join(rf"(?=.*\b(?:{part})\b)" for part in parts[:-1])
    return (Rule(topic, re.compile(rf"^{barred}{ahead}.*?\b(?:{parts[-1]})\b"), certain),)


_ALL = r"(?:(?:should|must|need to|ought to|have to|deserve to|'?ll|will|shall) (?:all )?(?:be )?)"
_ENDED = (
    r"(?:deported|exterminated|wiped out|eradicated|sterili[sz]ed|expelled|hanged|shot|gassed|put down|kept out|"
    r"driven out|"
    r"sent (?:back|home)|segregated|killed|burn(?:ed|t)|banned from|locked up|rounded up|thrown out|kicked out|"
    r"purged|"
    r"eliminated|removed from|go (?:back|home)|leave (?:our|this) country|stay out|obey|know their place|serve men|"
    r"serve us|"
    r"not be allowed|never be allowed)"
)

HATE = (
    *_rules(
        "hate",
        rf"{PEOPLE} (?:are|were|r|is)(?: all| just| nothing but| basically| simply| naturally| genetically| "
        rf"like)*(?: an?)? "
        rf"{LESS_THAN_HUMAN}\b",
        rf"{PEOPLE} {_ALL}{_ENDED}\b",
        rf"(?:get rid of|exterminate|wipe out|eradicate|deport|gas|kill|hang|lynch|burn|cleanse|purge|expel|"
        rf"sterili[sz]e|"
        rf"round up) (?:all |every (?:last |single )?(?:one of )?|the |these |those |every )*{PEOPLE}\b",
        rf"(?:rid|cleanse|purify|free|clean) (?:our|this|the) (?:country|nation|city|town|streets|world|"
        rf"neighbou?rhood|land|"
        rf"schools?) (?:of|from) (?:all )?{PEOPLE}",
        rf"(?:no place|no room) (?:here |in (?:our|this) \w+ )?for {PEOPLE}",
        rf"(?:we|i) (?:do not|don't|will not|won't|refuse to|never) (?:want|serve|hire|rent to|sell to|need|employ|"
        rf"let in|"
        rf"trust) (?:to )?(?:any )?{PEOPLE}\b",
        rf"no {PEOPLE} (?:allowed|welcome|need apply|here)",
        rf"{PEOPLE} (?:do not|don't|does not|doesn't) (?:belong|deserve (?:to|any|rights|respect)|have souls)",
        rf"i (?:hate|despise|loathe|can't stand) {PEOPLE}\b",
        r"(?:white|aryan|our|superior) race (?:is|must|will|should|are) (?:superior|prevail|survive|be preserved|"
        r"the "
        r"master)",
        r"(?:the )?(?:master|superior) race|white power|racial purity|heil hitler|sieg heil|hitler was right|race "
        r"traitors?|"
        r"holocaust (?:never happened|is a (?:lie|hoax|myth)|was (?:a lie|a hoax|invented|justified|right))",
        rf"(?:the )?{PEOPLE} (?:control|run|own|rule) (?:the )?(?:world|banks|media|government|everything|"
        rf"hollywood)",
        rf"{PEOPLE} (?:belong|should stay|should be) (?:in the kitchen|at home|in chains|in cages|in camps|in the "
        rf"fields|"
        rf"behind bars)",
        rf"{PEOPLE} (?:steal|rape|breed|spread disease|smell|cheat|lie)(?:s)?(?: all| everything| like|[.!,]|$| "
        rf"and)",
        rf"(?:a|one) (?:good|only good) \w+ is a dead (?:one|\w+)|death to (?:all )?{PEOPLE}",
        r"(?:women|females|girls) (?:are|were) (?:too (?:emotional|stupid|weak)|not (?:smart|made|fit|capable))",
        r"protect (?:our|the) (?:white|pure) (?:blood|race|children|heritage) from",
    ),
    *_rules("hate", SLURS + r"\b", excused=False),
    *_rules(
        "hate",
        r"(?:great replacement|race war|go back (?:to|where) (?:your (?:own )?country|where you came from|you came "
        r"from))",
        r"send (?:them|those people) (?:all )?(?:back|home)\b",
        rf"{PEOPLE} (?:take|are taking|took|steal|are stealing) (?:our|all our|all the) (?:jobs|homes|women|"
        rf"country|"
        rf"land)",
        rf"too many {PEOPLE}\b",
        certain=False,
    ),
)

HARASSMENT = (
    *_rules(
        "harassment",
        rf"(?:you|she|he|they|u|[a-z]+)(?:'re|'s| are| is| r)(?: all| both| just| nothing but| such| really| a| "
        rf"an| "
        rf"the|"
        rf" {BELITTLING})* (?:{BELITTLING} )+{INSULT}\b",
        rf"(?:you|she|he|u)(?:'re|'s| are| is| r)(?: just| nothing but| such)*(?: an?)? (?:{INSULT})\b",
        r"(?:you|she|he|u)(?:'re|'s| are| is)(?: so| too| just| really)* (?:worthless|pathetic|disgusting|ugly|"
        r"hideous|"
        r"repulsive|brainless|subhuman|unlovable|a waste)",
        r"(?:nobody|no one|noone) (?:likes|wants|loves|cares about|needs|will ever (?:love|want|like)) (?:you|her|"
        r"him|them|u)\b",
        r"every(?:one|body) (?:hates|laughs at|is laughing at|despises|thinks you'?re) (?:you|her|him|them|u|"
        r"an?)\b",
        r"(?:let's|let us|we will|we'll|time to|help us|help me|join us (?:to|and)|go and|everyone|please|i will|"
        r"i'll|i'm going "
        r"to|we are going to) (?:all )?(?:bully|humiliate|shame|dox+|ruin|destroy|harass|torment|stalk|spam|mock|"
        r"ridicule|expose|"
        r"make fun of|flood) (?:this |that |the |our )?(?:her|him|them|girl|guy|woman|man|ex|teacher|neighbou?r|"
        r"loser|his|their|"
        r"[a-z]+ [a-z]+'s)\b",
        r"make (?:her|his|their|your|this \w+'s) life (?:a |an )?(?:living )?(?:hell|miserable|misery)",
        r"(?:here is|here's|this is|find|her|his|their) (?:her|his|their|home|private|where|phone)?\s?(?:home |"
        r"private |exact |full )?"
        r"(?:address|phone number|mobile number|number|address and phone|she lives|he lives).{0,60}(?:visit|call "
        r"(?:her|him|them)|"
        r"pay (?:her|him|them)|let (?:her|him|them) (?:know|have)|show up|go there|make sure|scare|tell (?:her|him|"
        r"them)|harass|"
        r"knock)",
        r"(?:we|i) know where (?:you|she|he|your (?:kids|children|family)|they) (?:live|lives|work|"
        r"go)\b(?!.{0,40}\b(?:deliver\w*|couriers?|pizza))",
        r"(?:you|she|he|they) (?:will|'ll|are going to) (?:regret|pay for) (?:this|it|what|that|the day)",
        r"(?:leak|post|publish|share|spread) (?:her|his|their) (?:private|nude|naked|intimate|personal) (?:photos?|"
        r"pictures?|"
        r"videos?|messages|pics)",
        r"(?:shut up|go away|get lost|crawl back|drop dead|rot in hell|burn in hell),? (?:you )?(?:\w+ )?(?:"
        + INSULT
        + r"|and die)",
        r"(?:fuck|screw|damn) (?:you|her|him|off)\b",
        r"(?:look at|laugh at) (?:this|that|her|his) (?:\w+ ){0,2}(?:" + INSULT + r"|ugly|fat|stupid|face and "
        r"laugh)",
        r"(?:fire|sack|get rid of) (?:that|this) (?:\w+ )?(?:" + INSULT + r")",
        r"(?:watch your back|sleep with one eye open|you'?d better hide|you can'?t hide from us)",
        r"(?:she|he|you) (?:slept|sleeps) (?:her|his|your) way (?:to|into|up)",
    ),
    *_rules(
        "harassment",
        r"(?:you should be ashamed|you make me sick|i hope you (?:fail|suffer|lose everything)|you don'?t deserve "
        r"(?:to|your))",
        r"(?:is|are) (?:a |an )?(?:liar|crook|cheat|thief|fraud|creep|homewrecker|predator) and (?:everyone|we|you|"
        r"the whole)",
        certain=False,
    ),
)

SEXUAL = (
    *_rules(
        "sexual",
        r"(?:porn(?:o|ography|hub|star|stars)?|xxx|hentai|blow ?jobs?|hand ?jobs?|cum ?shots?|creampie|gang ?bang|"
        r"threesome|"
        r"milfs?|dildos?|deep ?throat|masturbat\w+|orgasms?|horny|hardcore (?:sex|action|videos?)|strip ?tease|"
        r"strippers?|"
        r"camgirls?|sex ?(?:cam|tape|chat|show|video|doll|party|toys?)s?|escort (?:service|girls?|agency)|call "
        r"girls?|"
        r"prostitut\w+|brothel|send (?:me |us )?(?:your )?nudes|sugar (?:baby|babies|daddy))\b",
        r"(?:nude|naked|topless|undressed) (?:girls?|women|woman|men|models?|pics?|photos?|pictures?|videos?|"
        r"selfies?|webcam|"
        r"celebrit\w+|show|dancers?|teens?|body on)",
        r"(?:erotic|sensual|happy ending) (?:massages?|videos?|stories|photos?|services?|dance|encounters?|"
        r"nights?)",
        r"(?:hot|sexy|naughty|dirty|lonely|wild|busty|kinky) (?:\w+ )?(?:girls?|singles?|women|ladies|babes?|moms?|"
        r"teachers?|"
        r"nurses?|housewives|students?|models?|boys?|guys|milfs) (?:are |is )?(?:waiting|want|near you|in your "
        r"area|"
        r"live|on cam|"
        r"ready|looking|who|tonight|online|for you|will|strip)",
        r"(?:have|having|want|wants|for|great|best|casual|anal|oral|wild|hot|rough|no-strings|free) sex\b(?! (?:ed|"
        r"education))",
        r"(?:adult|explicit|uncensored|x-rated|18\+|nsfw) (?:content|videos?|entertainment|chat|webcams?|films?|"
        r"movies?|photos?|"
        r"site|shows?|dating|clips?)",
        r"(?:take|takes|taking|strip|stripping|slip|slips) (?:off |out of )?(?:all )?(?:my|her|his|their|your) "
        r"(?:clothes|dress|"
        r"bra|panties|underwear|shirt|clothes off)",
        r"(?:touch|lick|suck|spank|ride|penetrate|fuck|grope|caress) (?:me|my|you|your|her|his|him)(?: \w+)? "
        r"(?:body|"
        r"breasts?|"
        r"boobs|tits|ass|dick|cock|pussy|thighs|all night|hard|deep|naked|there)?",
        r"(?:get|gets|getting|got) (?:laid|naked|off|turned on|wet) (?:tonight|with|for|by|on|by)",
        r"hook ?ups? (?:tonight|with|near|in your|now)|one[- ]night stands?|only ?fans\b|fetish|bdsm|bondage|"
        r"swingers?",
        r"(?:see|show|watch|showing) (?:me|her|my|you|them|him)(?:self)? (?:naked|nude|topless|undress|strip|"
        r"everything)",
        r"(?:in bed|between the sheets|bedroom) (?:with (?:me|her|you)|skills|tonight|fantas\w+)",
    ),
    *_rules(
        "sexual",
        r"(?:tits|boobs|pussy|cock|penis enlargement|erection|viagra|lingerie models?|sex appeal|seduc\w+|"
        r"seductive|"
        r"aphrodisiac|"
        r"sexy (?:photos?|video|pics|selfies?)|make (?:him|her) (?:want|beg)|steamy|intimate (?:photos?|moments|"
        r"encounters?))\b",
        certain=False,
    ),
)

_CHILD = (
    r"(?:child(?:ren)?|minors?|under-? ?aged?|teen(?:age)?(?:r|rs|s)?|young girls?|young boys?|little girls?|"
    r"little "
    r"boys?|"
    r"school ?girls?|school ?boys?|kids?|pre-?teens?|toddlers?|(?:[5-9]|1[0-7])[- ]year[- ]olds?|lolitas?|barely "
    r"legal|"
    r"jail ?bait|daughters?|pupils?|students under)"
)
_SEXED = (
    r"(?:sexy|nudes?|naked|hot (?!chocolate|meal|lunch|dog|food|drink|water|weather|summer|air|day)|erotic|porn\w*|"
    r"sex\b|"
    r"sexual (?!health|abuse|exploitation|assault|harassment|education)|seduc\w+|lingerie|private photos?|intimate|"
    r"massage|"
    r"strip\w*|undress\w*|bikini (?:pics|photos)|on cam\b|cam shows?|escorts?|fetish|pleasure|fantas(?:y|ies) "
    r"about)"
)

MINORS = (
    *_rules(
        "minors",
        rf"{_CHILD}\b.{{0,50}}\b{_SEXED}",
        rf"{_SEXED}.{{0,50}}\b{_CHILD}\b",
        r"(?:lolitas?|barely legal|jail ?bait|child porn\w*|cp (?:links?|videos?|collection|trade))\b",
        r"(?:meet|meeting|chat with|talk to|date|dating|groom) (?:(?:young|under-? ?aged?|little|lonely) "
        r")+(?:girls?|boys?|teens?|"
        r"kids?|ones)",
        r"(?:don'?t|do not|never) tell (?:your )?(?:parents|mom|mum|dad|mother|father|teacher)",
        r"(?:keep (?:it|this)|our|this is our) (?:a |little )?secret (?:from|between)? ?(?:your )?(?:parents|mom|"
        r"mum|"
        r"dad|us,? kids)",
        r"(?:kids|children|teens|teenagers|hey kids|boys and girls|students|minors)\b[^.!?]{0,60}\b(?:vap(?:e|es|"
        r"ing)|cigarettes?|"
        r"smoking|smoke|beer|vodka|wine|alcohol|drunk|weed|cannabis|drugs|pills|gambl\w+|bet(?:ting)?|casino|"
        r"lottery|"
        r"knife|guns?)"
        r"\b[^.!?]{0,40}(?:cool|fun|try|free|buy|order|win|delicious|today|now|friends|flavou?rs?|taste|club|love|"
        r"easy|secret)",
        r"(?:try|buy|order|win|get|taste|sell)\b[^.!?]{0,40}\b(?:vapes?|cigarettes?|beer|vodka|alcohol|weed|"
        r"cannabis|"
        r"gambling|betting)"
        r"\b[^.!?]{0,40}\b(?:for|to|kids|children|teens|minors|students|under 18|no id|without "
        r"id)\b[^.!?]{0,30}(?:kids|children|"
        r"teens|minors|under|school|id|age)",
        r"(?:no id|without (?:an )?id|no age check)[^.!?]{0,40}(?:needed|required|check|alcohol|vapes?|cigarettes|"
        r"beer)",
        r"(?:hire|employ|recruit|looking for|need)\w* (?:young )?(?:children|kids|minors|underage \w+|"
        r"\d-year-olds?) "
        r"(?:to|for|as) "
        r"(?:work|labou?r|model|pose|deliver|sew|mine)",
        r"(?:beat|hit|spank|slap|whip|lock up|starve) (?:your|the|a) (?:child|children|kids?|toddlers?|baby)",
        r"(?:sell|selling|buy|buying|trade|trafficking) (?:young )?(?:children|kids|girls|babies|minors)",
        r"(?:send|show) (?:me|us) (?:a |your )?(?:photos?|pics?|pictures?|videos?) of (?:your(?:self)? |yourself "
        r")?(?:kids|children|"
        r"daughter|son|in your (?:school|swim|under))(?!'?s?'? (?:\w+ )?(?:cakes?|drawings?|birthday|rooms?|"
        r"crafts?|costumes?|school|pets?))",
    ),
)
