"""Frames of meaning: a group or a person, and what is said of them, wished on them or ordered against them."""

from __future__ import annotations

from tools.moderation.rules import _rules, _together
from tools.moderation.vocabulary import BELITTLING, INSULT, LESS_THAN_HUMAN, PEOPLE

_ADJECTIVE = (
    r"(?:muslim|jewish|black|arab|asian|african|mexican|roma|gypsy|gay|lesbian|trans(?:gender)?|immigrant|migrant|"
    r"refugee|foreign|disabled|autistic|brown|indian|chinese|turkish|polish|catholic|hindu)"
)
_GROUP = (
    rf"(?:{PEOPLE}|(?:all |these |those |any |a |every )?{_ADJECTIVE} (?:people|persons?|famil(?:y|ies)|children|"
    rf"kids|"
    r"students?|neighbou?rs|workers?|doctors?|boys|girls|men|man|women|woman|couples?|voters|teachers?|students)|"
    r"people like (?:them|that)|those people|their kind|(?:a|every|any) (?:woman|muslim|jew|foreigner|female)|"
    r"islam|"
    r"judaism|hinduism|(?:that|this|their) (?:religion|race|faith)|homosexuality|being (?:gay|trans|black|"
    r"disabled))"
    r"(?! (?:food|cuisine|summer|tea|coffee|art|music|history|cinema|restaurants?|recipes?|noodles|owned))\b"
)
_PLAINLY = r"(?:(?!not |never |no |called |accused |seen |treated |portrayed |labell?ed |victims |told )\w+,? )"
_BAD = (
    rf"(?:{LESS_THAN_HUMAN}|freeloaders?|liars?|leeches|scroungers?|primitive|uncivili[sz]ed|defective|degenerate|"
    r"a (?:waste|mistake|curse|danger|problem|perversion|disgrace|sin|pest|poison)|useless|brainwashed|brainless|"
    r"sick(?= and|[.!]|$| perver\w+| freaks?| in)|perverts?|perversions?|unnatural|insults?|against nature|sinful|"
    r"less (?:intelligent|smart|capable|human|worthy)|dumber|(?:not|never) as (?:smart|good|clever|intelligent) as|"
    r"too (?:stupid|primitive|weak|emotional|lazy|dumb|dirty|backward)|greedy|backward|to blame|behind (?:every|"
    r"all)|"
    r"killers|murderers|invading|our enem(?:y|ies)|smelly|mentally (?:ill|sick|disturbed)|cancer|plotting|"
    r"cockroach\w*|"
    r"pigs?|rats?|dogs|dangerous to (?:our|the|your)|ruining|destroying (?:our|the|this)|taking over|replacing us|"
    r"violent by nature|born (?:criminals|thieves|liars)|a threat|invaders|terrorists?)"
)
_VICE = (
    r"(?:sly|violent|dishonest|untrustworthy|cunning|aggressive|ignorant|immoral|unclean|ugly|dumb|idiots?|cheats?|"
    r"crooks?|rude|hateful|bloodthirsty|vile|wicked|monsters?|devils?|demons?|beasts?|parasitic|corrupt|cowards?|"
    r"worthless|criminals?|gangsters|drug dealers|prostitutes|fanatics?|extremists?|bombers|hysterical|irrational|"
    r"gold ?diggers|spies|traitors?|beggars|bums|retards|morons|losers|crazy|insane|disgusting|repulsive|nasty|"
    r"weaker|lower|inferior|superior|slaves|property|objects|(?:the|a) (?:problem|reason|root|cause) (?:of|why|for|"
    r"behind|is)|the problem|destroying|stealing|robbing|invading|poisoning|killing|breeding|plotting|spreading|"
    r"lying|cheating|bleeding|draining)"
)
_REMOVED = (
    r"(?:deported|exterminated|wiped|eradicated|sterili[sz]ed|expelled|hanged|shot|gassed|driven|segregated|killed|"
    r"burn(?:ed|t)|banned|locked|rounded up|thrown|kicked|removed|eliminated|forced to|beaten|castrated|stopped|"
    r"cured|put in (?:camps|cages)|sent (?:back|home|away)|kept (?:out|away))"
)
_ATROCITY = (
    r"(?:segregation|apartheid|slavery|gas chambers?|ethnic cleansing|genocide|lynching|concentration camps?|"
    r"the holocaust|death camps?|the nazis|hitler|the klan)"
)

HATE = (
    *_rules(
        "hate",
        rf"{_GROUP} (?:\w+ )?(?:steals?|rapes?|robs?|kills?|attacks?|beats?|cheats?|hates?|exploits?|poisons?|"
        rf"abuses?|terrori[sz]es?|lies? to|ruins?|"
        rf"murders?|molests?|corrupts?) (?:our|us|your|from us|women|girls|everyone|everything|babies|children|"
        rf"kids|whites|christians|the \w+ people|innocent)",
        rf"{_GROUP} (?:\w+ )?(?:deserved?|had it coming|asked for|brought it on)(?: \w+)?(?= (?:it|they|happened|"
        rf"everything|death|hell|pain|worse)|[.!]|$)|"
        rf"^{_GROUP},? (?:go home|out|not welcome|get out|leave|must go|off our)\b|(?:down with|death to|no more|"
        rf"enough of|war on) (?:the )?{_GROUP}[.!]?$",
        rf"(?:i|we) (?:would|will|could|do)(?:n't| not| never) (?:\w+ )?(?:hire|date|marry|trust|serve|work with|"
        rf"sit next to|rent to|vote for|live near|"
        rf"employ|touch) (?:an? |any )?{_GROUP}",
        rf"{_GROUP} (?:are|is|were)(?: all| just| only| simply| by nature| really| naturally| so| too| always| "
        rf"always "
        rf"so| more| very| nothing but| mostly| usually| the| a| an| born| and| \w+ and){{0,4}} {_VICE}\b",
        rf"{_GROUP}(?: \w+){{0,6}}? (?:can|could|should|must|will) (?:never|not) be (?:trusted|equal|one of us|"
        rf"like us|"
        rf"civili[sz]ed|educated|allowed|tolerated|our equals)",
        rf"{_GROUP} (?:\w+ )?(?:only|just) (?:care about|want|think of|know how to|live for|"
        rf"come)\b.{{0,40}}(?:money|"
        rf"power|welfare|benefits|steal|kill|sex|themselves|trouble|control|breed|fight|rape)",
        rf"{_GROUP} (?:are|is) (?:\w+ )?(?:not|never) (?:\w+ )?(?:clever|smart|good|strong|capable|civili[sz]ed|"
        rf"equal|"
        rf"fit|intelligent|able|real|normal|human|worthy|welcome)\b(?=.{{0,25}}(?:enough|of|for|to|[.!]|$))",
        rf"(?:no (?:decent|normal|real|sane|self-respecting)|never|nobody should|i would never|who would want to) "
        rf"(?:\w+ ){{0,4}}?(?:sit|live|work|eat|sleep|talk|share)(?: \w+){{0,2}} (?:to|with|near|beside|next to) "
        rf"(?:an? )?"
        rf"{_GROUP}",
        rf"(?:get|take|move|remove|clear) (?:\w+ )?{_GROUP} (?:out|away|off)\b|{_GROUP}(?: \w+){{0,3}}? (?:burn|"
        rf"rot) in hell",
        rf"{_GROUP} (?:\w+ )?(?:have|has|got) (?:no (?:brains?|soul|morals?|place|honou?r|culture|shame)|lower "
        rf"(?:iq|"
        rf"intelligence)|smaller brains|bad blood|ruined|destroyed|stolen)",
        rf"(?:problem|trouble|thing) (?:with|about) {_GROUP} is|(?:our|this|the) (?:country|city|town|world|"
        rf"school) "
        rf"(?:\w+ ){{0,4}}?without {_GROUP}|(?:stand up|rise up|defend ourselves|fight back|unite) against "
        rf"(?:the )?{_GROUP}",
        rf"{_GROUP}(?: \w+){{0,6}}? (?:are|is|were|be|produces?|breeds?)(?: like)? {_PLAINLY}{{0,4}}?{_BAD}\b",
        rf"{_GROUP} (?:\w+ ){{0,3}}?(?:smell|stink|multiply|commit (?:all |most |more )?(?:the )?crimes?|live off|"
        rf"only (?:come|want|cause)|cause (?:all |only )?(?:trouble|crime)|eat anything|spread(?:ing)? "
        rf"(?:virus\w*|disease\w*|germs)|(?:bring|brought|give|gave) (?:us )?(?:\w+ )?(?:disease|crime|virus|"
        rf"terror|"
        rf"filth)|secretly|control|run(?:s)? (?:every|all|the world)|ruin(?:ed|s)? (?:our|this|the)|copied|"
        rf"destroy(?:ed|s)? (?:our|this)|infest|corrupt (?:our|the)|breed like|steal from|rape|should know "
        rf"their)\b",
        rf"{_GROUP}(?: \w+){{0,5}}? (?:should|must|ought to|deserves? to|needs? to|has to|have to|has got to) "
        rf"(?:\w+ ){{0,4}}?{_REMOVED}\b",
        rf"{_GROUP}(?: \w+){{0,5}}? (?:should|must|may) (?:not|never) (?:\w+ )?(?:have (?:any |no |a )?(?:say|"
        rf"rights|"
        rf"children|kids|a vote)|vote|marry|be allowed|work (?:here|in our|with)|lead|teach|breed|live (?:among|"
        rf"near|"
        rf"here|next)|reproduce)\b",
        rf"{_GROUP}(?: \w+){{0,5}}? (?:do not|don't|does not|doesn't|never) (?:belong|deserve|count|matter|fit "
        rf"in here)\b",
        r"(?:deserves? no rights|has no right to exist|have no right to exist|should have no (?:say|rights))",
        rf"(?:never|do not|don't|refuse to|won't|will not|no one should|nobody should) (?:\w+ )?(?:hire|rent|serve|"
        rf"trust|sell|marry|employ|date|befriend|lease|let in)(?: \w+){{0,4}}? (?:to |out to )?{_GROUP}",
        rf"(?:send|throw|kick|drive|keep|get|drag|ship|push|chase|force|deport|expel|cleanse|purge|ban) {_GROUP}"
        rf"(?: \w+){{0,3}}? (?:home|out|away|back|from)\b",
        rf"(?:deport|expel|exterminate|sterili[sz]e|gas|lynch|segregate|ban|cleanse|outlaw) (?:\w+ "
        rf"){{0,3}}?{_GROUP}",
        rf"(?:cleanse|rid|purify|purge|free)(?: \w+){{0,4}}? (?:of|from) (?:\w+ )?{_GROUP}",
        r"keep (?:our|this|the) (?:\w+ )?(?:\w+ )(?:white|pure|clean of|aryan)\b|(?:for )?whites only|white only|"
        r"no "
        r"(?:blacks|jews|muslims|gays|foreigners|asians)\b|only (?:the )?whites (?:\w+ )?(?:built|can|should|are|"
        r"have)",
        rf"before (?:the |these |all the )?{_GROUP} (?:came|arrived|moved|invaded|took)",
        r"(?:women|woman|wife|female)(?:'?s)? (?:place|job|role) is (?:in the|at|to (?:obey|serve|cook))|"
        r"(?:women|wives|girls|females)(?: \w+){0,3}? (?:belong|don't belong|do not belong|should (?:stay|obey|"
        r"serve|shut))",
        r"(?:real |no )man (?:would|should|will|ever)(?: \w+){0,3}? (?:a woman|women|females)|no woman (?:can|"
        r"should|"
        r"is|will) (?:ever )?(?:lead|be|fit|rule|run)",
        rf"{_ATROCITY} (?:was|were|is|should|must|had|did|knew|needs? to)(?: \w+){{0,4}}? (?:better|good|right|"
        rf"back|"
        rf"return|justified|necessary|reopened?|finished|enough|great|hero(?:es)?|best|finish|job)\b",
        rf"(?:pity|shame|bring back|miss|reopen|long live|support|need|sad)(?: \w+){{0,5}}? {_ATROCITY}",
        r"(?:outside|beneath|betray\w*|mix\w*) (?:the|our|your|of) races?\b|race[- ]mixing|pure[- ]blooded|blood "
        r"pure|"
        r"(?:white|aryan|our) (?:race|blood)(?: \w+){0,3}? (?:superior|pure|master|best|above|dying)",
        rf"blame (?:all |the |it on |everything on )*{_GROUP}",
        rf"(?:hate|despise|loathe|detest|can't stand|cannot stand|sick of|disgusted by|fed up with|ashamed of "
        rf"having) "
        rf"(?:all |the |these |those |seeing |having )*{_GROUP}",
        r"(?:these|those|such) (?:savages|animals|vermin|parasites|barbarians|subhumans|invaders) (?:\w+ )?(?:in "
        r"our|"
        r"from|who|pray\w*|out|live|come|take)",
        r"(?:they|them|their kind) (?:\w+ )?(?:breed|multiply|reproduce)(?: \w+)? (?:like|rats|rabbits|in our)|"
        r"(?:stop|prevent|keep) (?:them|these people|their kind) from (?:breeding|multiplying|reproducing)",
        r"(?:colou?r|shade) of (?:their|his|her|your) skin(?! (?:does not|doesn't|never|must not|should not))"
        r"(?=.{0,40}(?:criminal|lazy|stupid|inferior|tells|shows))|(?:criminals?|inferior|stupid|lazy|"
        r"thieves)\b.{0,40}"
        r"colou?r of (?:their|his|her) skin",
        r"in (?:their|his|her) genes(?=[.!]|$)|(?:superior|inferior) (?:race|people|blood|genes)",
    ),
    *_together(
        "hate",
        _GROUP,
        r"every (?:single |last )?one(?: of them)?|all of them|the whole lot|wherever you (?:see|find|meet)",
        r"thieves|liars|criminals?|rapists?|lazy|dirty|freeloaders|parasites|terrorists?|beat|kill|hit|attack|"
        r"hurt|stupid",
    ),
)

_NEGATIVE = (
    rf"(?:{BELITTLING}|weak|dirty|lazy|lying|cheating|crazy|little|incompetent|dumb|evil|smelly|disgusting|"
    rf"horrible|old|"
    r"selfish|stinking|cowardly|greasy)"
)
_STRONG = (
    r"(?:losers?|idiots?|morons?|imbeciles?|sluts?|whores?|bitch(?:es)?|freaks?|creeps?|scumbags?|bastards?|"
    r"retards?|"
    r"cunts?|assholes?|arseholes?|dumbass|psychos?|fatso|skank|waste of (?:space|oxygen|air|skin|time)|piece of "
    r"(?:shit|trash|garbage|crap|filth)|gold ?digger|homewrecker|snowflake|ugly|hag|weirdo|pervert)"
)
_HATED = r"(?:hates?|despises?|can't stand|cannot stand|can stand|laughs? at|is sick of)"
_HIM = r"(?:him|her|them|his|you|your|this (?:girl|boy|guy|woman|man|teacher|reporter|journalist|person|loser))"
_HURTING = (
    r"(?:spam|flood|bombard|harass|prank|mean (?:comments?|messages?)|hate mail|nasty|insult\w*|abuse|fake "
    r"complaints?|"
    r"pizzas|threat\w*|mock\w*|bully\w*|call this|call (?:her|him)|day and night|every (?:hour|night)|life (?:a "
    r")?hell|"
    r"ignore (?:her|him)|laugh|humiliat\w+|report (?:her|his|their)|freeze (?:him|her)|message (?:her|him)|"
    r"rumou?rs?)"
)

HARASSMENT = (
    *_rules(
        "harassment",
        r"(?:ruin|destroy|damage|smear|wreck) (?:[a-z]+'s|his|her|their) (?:reputation|name|career|marriage|life|"
        r"business)\b",
        r"(?:you|she|he) (?:looks?|smells?|sounds?|eats?|walks?|acts?) like an? (?:\w+ )?(?:pig|cow|whale|whore|"
        r"slut|rat|monkey|ape|clown|corpse|hippo|witch|retard)\b",
        r"(?:follow|chase|track) (?:you|her|him) (?:home|to (?:your|her|his))\b|(?:wait(?:ing)?|be|stand|"
        r"standing|show up|turn up) (?:\w+ )?(?:outside|at|in "
        r"front of) (?:your|her|his) (?:house|home|school|work|office|door|flat|window)",
        rf"(?:post|share|publish|leak|give out|spread|find|get|send)(?: me| us)? (?:this|that|the) (?:\w+ "
        rf")?(?:{INSULT}|{_STRONG})(?:'s)? (?:\w+ )?(?:number|"
        rf"address|photos?|pictures?|messages|account|name)",
        r"(?:he|she|(?:my|our|your|the new|that) (?:boss|teacher|colleague|neighbou?r|ex|sister|classmate|coach|"
        r"girlfriend|boyfriend|intern|manager|wife|"
        r"husband|co-?worker|professor)(?: \w+)?)(?: is|'s| looks) (?:(?:so|such|really|just|too|very|an?|the|"
        r"always|absolutely|completely) )*(?:ugly|fat|stupid|"
        r"dumb|disgusting|pathetic|worthless|useless|retarded|gross|hideous|trash|brainless)\b(?! (?:free|proof))",
        rf"(?:is|are|'s) (?:\w+ )?an? (?:\w+ )?(?:{_STRONG}|liar|thief|cheater|crook)\b.{{0,20}}(?:pass it on|"
        rf"share|tell everyone|spread|everyone|let's|repost)",
        r"(?:kick|punch|slap|beat|spit (?:on|at)|throw things at|trip) (?:[a-z]+) (?:after school|in the (?:face|"
        r"hallway|yard)|when (?:he|she) (?:walks|comes))",
        rf"(?:[a-z]+) (?:is|are|was) (?:\w+ ){{0,3}}?(?:an?|the|such an?|nothing but an?|both) (?:\w+ "
        rf"){{0,2}}?{_STRONG}\b",
        rf"(?:[a-z]+(?:'s|'re)?|you) (?:is |are )?(?:just |such |nothing but |really )*an? (?:{_NEGATIVE} )+"
        rf"(?:\w+ )?(?:{INSULT}|witch|snake|hag)\b",
        rf"[a-z]+ is (?:\w+ )?an? (?:{BELITTLING}|lying|disgusting|horrible|evil|vile|nasty) (?:\w+ )?(?:man|"
        rf"woman|boss|teacher|"
        rf"person|child|kid|girl|boy|human|excuse|liar)\b",
        r"(?:the|most|such an?|you) (?:most )?(?:disgusting|pathetic|worthless|useless|repulsive|hideous|hated|"
        r"stupid|vile) "
        r"(?:\w+ )?(?:person|woman|man|girl|boy|human(?: being)?|kid|child|student|colleague|employee|creature|"
        r"thing)\b",
        r"(?:your|her|his) (?:miserable|pathetic|sad|worthless|sorry|stupid|ugly|fat|disgusting) (?:little "
        r")?(?:life|face|body|"
        r"self|existence|mouth|ass|head|family)",
        r"(?:you|she|he) deserves? (?:to be )?(?:alone|miserable|hated|nothing|beaten|all the hate|every "
        r"(?:insult|bit)|to "
        r"(?:suffer|lose|rot|cry|fail|be (?:alone|hated|humiliated|bullied|raped|hurt)))|i hope (?:you|she|he) "
        r"(?:\w+ )?(?:die|dies|"
        r"rots?|suffers?|chokes?|gets? (?:cancer|hurt|fired|raped|hit))",
        r"(?:i am|i'm|we are|we're|i was|i'll be|we'll be) (?:always )?(?:watching|following|stalking|tracking) "
        r"(?:you|her|him|your "
        r"(?:house|kids|daughter|family|every))\b(?! (?:on (?:social|instagram|youtube)|closely to help|grow|"
        r"with))",
        r"(?:make|making) (?:you|her|him|them) (?:regret|suffer|pay for|cry|beg for mercy|sorry|wish)|\bor "
        r"(?:else\b|we will|i will|"
        r"we'll|i'll) (?:make|hurt|come|find|beat|tell everyone|ruin|show everyone)",
        r"(?:call|tell|write|text|message) (?:this |that )?(?:him|her|them|girl|boy|woman|man|guy|teacher|"
        r"\w+)\b.{0,20}(?:an? )?(?:fat|"
        r"ugly|stupid|whore|slut|pig|bitch|loser|kill (?:him|her)self|die)\b",
        r"(?:stop talking to|ignore|exclude|avoid|don't (?:talk|sit|play)) (?:\w+ ){1,3}?(?:because|since|until) "
        r"(?:he|she|they)\b.{0,30}"
        r"(?:freak|weird|ugly|fat|smell\w*|loser|stupid|poor|gay|cr(?:y|ies)|quits?|leaves?)",
        r"(?:naked|nude|private|intimate) (?:pictures?|photos?|videos?) (?:\w+ )?(?:my ex|your ex|his ex|of "
        r"(?:my|your|his|our) (?:ex|boss|"
        r"teacher|neighbou?r|classmate|colleague))",
        rf"(?:that|this|you|the|what an?),? (?:{_NEGATIVE} )+(?:little )?(?:{INSULT}|{_STRONG}|witch|little "
        rf"(?:man|girl|"
        rf"boy|thing)|hag)\b",
        rf"you (?:{_NEGATIVE} ){{1,3}}(?:man|woman|girl|boy|thing|person|{_STRONG})\b|what an? {_STRONG} you",
        r"(?:the|our|your) (?:ugliest|dumbest|fattest|stupidest|smelliest|most (?:hated|useless|pathetic|stupid|"
        r"disgusting|unpopular)) (?:\w+ )?(?:girls?|boys?|kids?|person|teachers?|students?|colleagues?|runners?|"
        r"woman|"
        r"women|man|employees?|bitch|guy|child|classmate|neighbou?r|wom\w+)\b",
        r"(?:too|so) (?:fat|ugly|stupid|dumb|pathetic)(?: and \w+)? (?:to (?:ever |even )?(?:have|be|get|live|find|"
        r"understand|deserve)|that (?:even|nobody|no one|your))",
        r"(?:ashamed|embarrassed) of you\b|you(?:'ll| will)? never (?:amount|be (?:loved|anything|good)|have "
        r"(?:any )?"
        r"friends|find (?:love|anyone))|your face (?:makes|hurts|is)|shame on [a-z]+,",
        rf"(?:nobody|no one|everyone|everybody)(?: \w+){{0,4}}? {_HATED} (?:you|her|him|them)\b(?=[.!,;]|$| and| "
        rf"because| so| in| at)",
        rf"(?:nobody|no one|everyone|everybody)(?: \w+){{0,4}}? {_HATED} [a-z]+,[^.!?]{{0,30}}\b(?:him|her|he|"
        rf"she)\b",
        r"(?:send|leak|post|publish|share|spread|show you|expose|upload|forward)(?: \w+){0,3}? (?:her|his|their|"
        r"your|"
        r"my ex'?s?(?: \w+'s)?) (?:\w+ )?(?:private|intimate|naked|nude|secret|home|personal)? ?(?:nudes|address|"
        r"diary|"
        r"private messages|private photos|intimate \w+|home \w+|secrets)(?=.{0,60}(?:everywhere|if|so|until|unless|"
        r"lesson|online|[.!]|$))",
        r"(?:alcoholic|cheat(?:er|ing|s)|liar|thief|whore|creep|pervert|abuser|idiot|beats his|crazy|witch|loser|"
        r"dumbest|worst)\b.{0,60}(?:here is|here's|call|spam|his|her) (?:his |her |their )?(?:number|address|"
        r"phone)",
        r"(?:his|her|their) (?:home |private )?(?:address|number|house) is\b.{0,60}(?:go|visit|scare|show up|"
        r"tell|call)",
        r"(?:spread|start|invent)(?: \w+){0,2}? (?:rumou?rs?|lies|gossip) (?:that|about|on)\b",
        r"(?:send|post|write|leave|flood|file)\b.{0,40}(?:hate mail|mean comments|nasty (?:comments|messages)|"
        r"death "
        r"threats|fake complaints|hateful \w+|insults)",
        r"(?:let's|let us|we will|we'll|help us|everyone|everybody|get|have)\b.{0,30}(?:freeze (?:him|her|them) "
        r"out|"
        r"(?:get|have) (?:him|her|them) (?:fired|expelled)|(?:him|her|them) fired with|gang up on|make (?:him|"
        r"her|them) "
        r"(?:cry|suffer|quit)|laugh at [a-z]+,)",
        r"(?:i|we) (?:will|'ll|are going to|am going to)(?: \w+)? (?:ruin|destroy|break|hunt) (?:you|him|her|"
        r"them|your)\b|"
        r"(?:i|we)(?:'ll| will) find (?:you|him|her)\b(?! (?:an?|the|your|some|something|two|three)\b)|coming "
        r"for you\b",
        r"you (?:should|had better|better|'d better)(?: be)? (?:scared|afraid|frightened|hide|run)\b",
        r"(?:i|we) know (?:which|where|what|when)\b(?!.*\b(?:couriers?|deliver)).{0,40}(?:your (?:\w+ "
        r")?(?:daughter|son|kids?|children|wife|"
        r"family|"
        r"mother)|you (?:live|sleep|work|walk|park)|shift ends)",
        r"(?:that|how|because) (?:she|he) (?:smells|stinks|is (?:fat|ugly|stupid|disgusting))|go (?:and )?cry to|"
        r"whine "
        r"like a baby|(?:my|his|her) ex[- ]?(?:girlfriend|boyfriend|wife|husband)? (?:is|was) (?:\w+ )?(?:crazy|"
        r"cheating|"
        r"psycho|whore|liar)",
        r"(?:i will|i'll|we will|we'll)(?: \w+){0,2}? (?:leak|post|publish|share|expose) your\b.{0,60}\b(?:if|"
        r"unless|"
        r"until)",
        rf"(?:{_NEGATIVE} )+(?:{INSULT}|{_STRONG}|witch|hag)\b.{{0,40}}(?:should (?:be fired|not be|shower|go|"
        rf"die)|so "
        rf"that|who should)",
    ),
    *_together(
        "harassment",
        _HURTING,
        rf"(?:until|so that|so|because|where|and|then) (?:she|he|they) (?:\w+ )?(?:\w+ )?(?:quits?|cries|cry|"
        rf"leaves?|"
        rf"deletes?|moves?|loses?|gives? up|breaks?|resigns?|knows?|learns?|suffers?|fired|{_STRONG})(?! smoking)",
    ),
    *_together(
        "harassment",
        _HURTING,
        r"let's|let us|everyone|everybody|all of us|join us",
        rf"{_HIM}|[a-z]+'s (?:page|inbox|account|phone|wall)",
        unless=r"with us|with (?:her|him)|comedy|jokes?|stop|report|not|never",
    ),
)
