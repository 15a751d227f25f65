"""Frames of meaning: bodies for sale or on show, and children as the object or the customer of what is not for them."""

from __future__ import annotations

from tools.moderation.rules import _rules, _together

_WOMEN = (
    r"(?:girls?|ladies|women|woman|babes?|models?|housewives|nurses?|teachers?|actress(?:es)?|singles|escorts?|"
    r"men|guys|"
    r"couples|milfs|wives|strangers?|students|celebrit(?:y|ies))"
)
_LUSTFUL = (
    r"(?:sexy|sensual|naughty|kinky|horny|busty|lonely|hottest|seductive|naked|nude|topless|dirty-minded|steamy|"
    r"slutty)"
)

SEXUAL = (
    *_rules(
        "sexual",
        r"(?:couples|amateurs?|wives|girls|women|men|babes)\b.{0,30}(?:in action|uncensored|uncut|bare all|on "
        r"camera for you|go all the way)",
        r"(?:hands?|fingers|tongue|mouth|head|lips) (?:\w+ )?(?:into|in|down|under|between|up|inside) (?:his|her|"
        r"my|your) (?:\w+ )?(?:pants|skirt|dress|shirt|"
        r"blouse|bra|legs|thighs?|trousers|underwear|panties)",
        r"(?:wild|hot|kinky|dirty|amazing|casual|group|public|real|crazy|hard|live|free) sex\b|org(?:y|ies)\b|"
        r"threesomes?|nudity for|(?:make|makes) you (?:wet|hard|cum|"
        r"horny)|turn(?:s|ed)? (?:me|you|her|him) on\b(?=[.!,]| so| when| with)|(?:naked|sexy|nude) (?:selfies?|"
        r"pics?|photos?|clips?|videos?|shots|livestream)",
        r"(?:rides?|riding|rode|mounts?|mounted|thrust\w*|penetrat\w+|fuck\w*|screw(?:s|ed|ing)?) (?:him|her|me|"
        r"into (?:him|her|me)|you) (?:\w+ )?(?:hard|slowly|all night|"
        r"from behind|deeper|until|in bed|again)",
        r"(?:bare|naked|wet|big|huge|perky|firm|full|round) (?:breasts?(?! (?:cancer|milk|pump))|boobs?|tits|"
        r"ass(?:es)?|butts?|"
        r"nipples?)\b|strip ?(?:club|bar|poker)|go-?go (?:girls|dancers)|(?:inside|deep in|on top of|under|"
        r"between) (?:me|her|him) "
        r"(?:all night|now|tonight|again|and|slowly|deeper|naked)|feel you (?:inside|on top|deep|naked)|"
        r"(?:pushed|threw|laid|pulled|"
        r"push|throw|lay|carried) (?:her|him|me|you) (?:down )?(?:on|onto|to|into|in) (?:the|his|her|my) bed",
        rf"{_WOMEN} (?:\w+ ){{0,4}}?(?:desires?|satisf(?:y|ies)|pleasur\w+|please you|fulfil|tempt|spoil you|"
        rf"company for the night|"
        rf"spend the night|seduc\w+|undress\w*|strip\w*|have sex|having sex|make out|moan\w*)",
        r"(?:your|every|all your|secret|hidden|forbidden|darkest) (?:\w+ )?(?:sexual |erotic |naughty |forbidden "
        r"|bed )(?:desires?|wish\w*|"
        r"dreams?)|desires come true|(?:climax|arous(?:al|ed|ing)|foreplay|lap ?dance|hand ?cuffed|butt plug|"
        r"anal|oral sex|cum|"
        r"ejaculat\w+|penis|vagina|clitoris|genitals) (?!health|cancer|exam\w*|infection)",
        r"(?:topless|nude|naked) (?:beach party|dancing|party|parties|yoga for men|cleaning|maids?|waitress\w*|"
        r"bar|chat|calls?|on camera)",
        r"nudes\b(?! (?:lipstick|shades|palette|collection))|undress(?:es|ing)?\b|moan(?:s|ed|ing) (?:as|with|in|"
        r"while|"
        r"and)|get(?:ting)? laid\b|no strings attached|escorts\b(?! (?:you|your|guests|visitors|the|them))",
        r"(?:sexy|hot|female|male|vip|high[- ]class|luxury) escorts?\b|(?:book|hire|order|meet) an? (?:\w+ "
        r")?escort\b",
        r"(?:completely|totally|fully|stark) (?:naked|nude)|naked (?:body|bodies|thighs?|skin|in (?:my|your|the|"
        r"our) "
        r"(?:bed|shower)|on (?:my|your|camera))|(?:want|need) (?:you|her|him) naked|without (?:any |their |her "
        r")?clothes",
        rf"{_LUSTFUL} (?:\w+ )?{_WOMEN}\b",
        r"(?:mak(?:e|es|ing)|made) (?:\w+ )?love (?:to (?:her|him|me|you)|on|in|all night|until|with)|(?:casual|"
        r"discreet|"
        r"erotic|adult|sexual|intimate) (?:encounters?|affairs?|hook ?ups?|pleasures?|dating|adventures?|"
        r"services?)",
        r"(?:wildest|dirtiest|naughtiest|darkest|secret|sexual|every|erotic) (?:sexual )?fantas(?:y|ies)|beg(?:s|"
        r"ging)? for "
        r"more|drive (?:her|him|them) (?:wild|crazy)|pleasure (?:her|him|yourself)",
        r"(?:kiss|lick|suck|strok|caress|grop|squeez|touch|slid|rubb?)(?:e|es|ed|s|ing|led)? (?:\w+ "
        r"){0,3}?(?:her|his|my) "
        r"(?:\w+ )?(?:breasts?|thighs?|nipples?|body|neck|butt|ass|chest|lips|legs)\b",
        r"(?:her|his) (?:lips|hands?|tongue|fingers|mouth) (?:on|over|down|up|between) (?:your|my|her|his) "
        r"(?:\w+ )?(?:body|"
        r"neck|thighs?|skin|legs|breasts?|chest)|touch(?:es|ing)? (?:herself|himself|themselves|myself)\b",
        r"(?:unzip|unbutton|unhook|slip|tear|pull|rip|take|drop)(?:s|p?ed|ping|ing)? (?:off |down |out of "
        r")?(?:her|his|my) "
        r"(?:\w+ )?(?:dress|jeans|pants|blouse|bra|panties|underwear|clothes|robe)",
        r"(?:sleep|spend the night|go to bed) with (?:me|a stranger|strangers|her tonight|your (?:boss|teacher)|"
        r"hot)|"
        r"(?:swap|trade|share) (?:wives|husbands|partners)|wife[- ]swap\w*|swing(?:er|er's|ers) (?:club|party|"
        r"night)",
        r"(?:cam|webcam) (?:models?|shows?|girls?|boys?)|private dances?|(?:lap|pole) dances? for you|full service "
        r"(?:around|all|24|at night|from)|strip(?:s|ping)? (?:just |only |naked )?for you",
        r"(?:like|love|want|need|prefer)s? it (?:rough|hard|dirty|wild|deep|from behind)\b|bigger, harder|"
        r"harder, longer|"
        r"last longer in bed|(?:feel|look|real|wild) in bed\b",
        r"(?:videos?|films?|movies?|pictures?|photos|stories|content) for adults only|adults[- ]only (?:videos?|"
        r"films?|"
        r"content|photos|chat|site)|(?:uncensored|leaked|sex|private) tapes? of",
        r"(?:face|head) (?:on|onto|into) (?:a |any )?(?:\w+ )?(?:porn|nude|naked)|undress any|deep ?nude|"
        r"(?:remove|take off) "
        r"(?:the |her |their )?clothes (?:from|in|off) (?:any|photos?|pictures?)|nudif\w+|x-?ray her clothes",
        r"(?:whips?|handcuffs|spanking|latex|leather)\b.{0,40}(?:pain|pleasure|dominat\w+|submissive|bedroom|"
        r"naughty|in "
        r"bed)|sex (?:toys?|dolls?|shop)|vibrators?\b|dominatrix|(?:hottest|sexiest|naughtiest) (?:dancers|girls|"
        r"women|bodies|chat|show|photos|videos)",
        r"(?:see|show you|shows you|shows) (?:\w+ )?(?:more|all) of (?:me|her)\b.{0,40}(?:pay|subscribe|undress|"
        r"private|"
        r"naked|link)|(?:pay|subscribe)\b.{0,40}(?:see|watch) me\b",
        r"(?:shower|bedroom|bath|sauna) scenes? with|passionate (?:love|night|sex)|hot (?:and horny|sex|nights? "
        r"with)",
    ),
    *_rules(
        "sexual",
        r"(?<!same-)(?<!same )(?<!of )(?<!or )(?<!by )(?<!-)sex\b(?! (?:ed|education|of|discrimination|therap\w+|"
        r"ratio|"
        r"chromosom\w+|trafficking|offend\w+|differences|and the|hormones?|equality))",
        certain=False,
    ),
)

_NUMBER = (
    r"(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen)"
)
_YOUNG = (
    rf"(?:child(?:ren)?|child's|minors?|under-? ?aged?|teen(?:age)?(?:rs?|s)?|young (?:girls?|boys?|ones?)|"
    rf"little (?:girls?|"
    rf"boys?|sisters?|brothers?|ones)|school ?(?:girls?|boys?|kids?|children)|kids?|pre-?teens?|toddlers?|"
    rf"{_NUMBER}[- ]years?[- ]olds?|pupils?|(?:girls?|boys?) (?:aged|of|under|between|from) {_NUMBER}|(?:girls?|"
    rf"boys?) "
    rf"(?:from|in) (?:\w+ )?(?:grade|school|class)|(?:your |my |his )(?:daughters?|sons?)|students? under|sixth "
    rf"grade|"
    rf"(?:i'm|i am|she is|she's|only|just) (?:only |just )?1[0-7]|{_NUMBER} at most|under (?:1[0-8]|sixteen|"
    rf"eighteen|fourteen))"
)
_SCANT = (
    r"(?:bikinis?|swim ?wear|swim ?suits?|underwear|lingerie|pant(?:y|ies)|shower|changing room|undress\w*|sexy|"
    r"naked)"
)
_DRUG = (
    r"(?:vap(?:e|es|ing)|cigarettes?|tobacco|shisha|beer|vodka|alcohol|alcopops?|whisky|liquor|weed|cannabis|"
    r"joints?|"
    r"nicotine|snus|whiske?y|rum|tequila|liqueurs?|cocaine|ecstasy|drugs|gambl\w+|casino|slot machines?|bets?|"
    r"betting|poker)"
)
_WARNED = (
    r"must not|may not|do not|don't|should not|cannot|can't|are not|not allowed|harm\w*|risks?|dangers?|"
    r"dangerous|talk "
    r"(?:to|about|with)|protect\w*|always ask|alcohol-free|non-alcoholic|prevent\w*|bans?|banned|forbidden|no "
    r"(?:alcohol|beer|gambling|drugs)|against|adults|grown-ups|lemonade|juice|playground|stop|quit|awareness|"
    r"without "
    r"(?:alcohol|drugs|gambling|betting)|keep\b.*\b(?:away|out of)"
)

MINORS = (
    *_rules(
        "minors",
        r"(?:smoking|vaping|drinking|getting drunk|weed|gambling)\b.{0,30}(?:makes? you|looks?|is|are) (?:\w+ "
        r")?(?:grown[- ]up|cool|older|popular|a real man)",
        r"(?:young|little|underage) (?:girls?|boys?|ones?|teens?)\b.{0,30}(?:spend the night|for the night|to "
        r"bed|for fun|for company|to play with me|sleep with)",
    ),
    *_together(
        "minors",
        _YOUNG,
        _SCANT,
        r"photos?|pictures?|pics?|videos?|send|shows?|channel|casting|poses?|posing|shoot|"
        r"private|looking for|cam|film us",
        unless=r"swim (?:class|school|lessons?)|shop|sizes?|sale|collection",
    ),
    *_together(
        "minors",
        _YOUNG,
        _DRUG,
        r"try|order|buy|free|cheap|made for|perfect|love|included|no age|no id|never ask|without "
        r"id|win|come by|flavou?rs?|secret|cool|win big|taste",
        unless=_WARNED,
    ),
    *_together(
        "minors",
        _YOUNG,
        r"alone|secret\w*|private(?:ly)?|no (?:adults|parents|grown-ups)|parents never|(?:your|their) "
        r"parents|from (?:mum|mom|dad)",
        r"bring a bikini|casting|secret (?:chat|meeting|party)\w*|meetings?|keep (?:it|our|this)\b.*secret|chat "
        r"with|no adults "
        r"here|we meet|party|lingerie|massage|get (?:her|him|them) alone|trust",
        unless=r"talk to|protect\w*|customers?|"
        r"birthday|invited?|never leave|safe\w*|report|nursery|ask",
    ),
    *_together(
        "minors",
        rf"{_YOUNG}|girls|boys",
        r"massage|escort|sleepover with us|bikini|modell?ing|lingerie|come alone|grown men|older men",
        r"wanted|well paid|come alone|alone|irresistible|paid in cash|cash|no parents|secret",
        unless=_WARNED,
    ),
    *_together(
        "minors",
        _YOUNG,
        r"work(?:ers?|s)?|labou?r|sew|mine|factory|dig|harvest",
        r"cheap(?:ly)?|cost(?:s)? (?:us )?"
        r"nothing|best workers|a (?:dollar|euro|pound) (?:a|per) (?:day|hour)|in our (?:mine|factory)|don't "
        r"complain|"
        r"never complain|hire|little pay|for free",
        unless=r"ban\w*|against|protect\w*|fight\w*|end child|no child|stop|summer|parents",
    ),
    *_together(
        "minors",
        r"beat(?:ing)?|slap(?:ping)?|spank(?:ing)?|smack(?:ing)?|whip(?:ping)?|cane|belt|lock|starve|stick",
        _YOUNG,
        r"obeys?|obedient|obedience|respect|lesson|quiet|behaves?|misbehaves?|disciplines?|good children|in the "
        r"dark|makes good|belt|"
        r"it works|cry(?:ing)?",
        unless=_WARNED + r"|seat|eggs?|never|drums?",
    ),
    *_together(
        "minors",
        r"(?:[7-9]|1[0-7])(?: |-)?(?:years?(?: |-)old|yo|y/o)|teen(?:ager)?|schoolgirl|schoolboy|young (?:girl|"
        r"boy)",
        r"older (?:boyfriend|man|men|guys?|woman|girlfriend|lover)|sugar daddy|dating|lover|hookup|nudes?|"
        r"flirt\w*|romance with|meet men|"
        r"adult men|adults only",
        unless=_WARNED,
    ),
    *_together(
        "minors",
        _YOUNG + r"|students? of thirteen",
        _DRUG + r"|whiske?y|rum|wine|liqueurs?|cigars?|gin|tequila|champagne|snus|nicotine|opioids|cocaine|porn\w*|"
        r"guns?|rifles?",
        r"hit with|popular|favou?rites?|special offer|enjoy|happy|great for|new for|sell to|selling|offer(?:s)? "
        r"(?:to|for)|discount|for (?:all )?"
        r"(?:kids|children|teens|teenagers|pupils|schoolkids)|can (?:buy|get|order|play|bet)|no questions",
        unless=_WARNED + r"|free zone|toys?|water|nerf|wine region|playroom|play corner|play area|bar has|menu",
    ),
    *_together(
        "minors",
        r"(?:children|kids|(?:six|seven|eight|nine|ten|eleven|twelve)[- ]year[- ]olds?|little hands|orphans)",
        r"pick|sew|clean|dig|carry|work|make|weave|harvest|assemble|labou?r",
        r"for us|all day|all night|\w+ hours a day|in our (?:factory|fields?|mines?|workshop)|without pay|no "
        r"wages|unpaid|for pennies|cheaper",
        unless=_WARNED + r"|play|lemonade|memories|homework|learn\w*|never|fun|museum|history",
    ),
    *_rules(
        "minors",
        r"(?:hit|beat|slap|spank|smack|whip|kick|starve|lock up|burn|choke|shake) (?:your|the|a|his|her|my) "
        r"(?:\w+ )?(?:child|children|kids?|daughter|son|toddler|baby|stepson|"
        r"stepdaughter)\b(?=.{0,30}(?:until|if|when|so that|to teach|with|hard|[.!]|$))(?!.{0,20}(?:drums?|ball|"
        r"tennis|chess|game|goal|video))",
        r"(?:sexual|sex|love|romance|relationships?) (?:\w+ )?(?:with|between) (?:\w+ )?(?:children|kids|minors|"
        r"teens|underage|adults and "
        r"children|boys|girls under)|child (?:brides?|marriage is|lovers?)|(?:pre-?teen|underage|little girl) "
        r"(?:models?|pics|love)",
        r"(?:come|drive|walk|get|hop|jump) (?:to|into|in|with|over to) (?:my|our) (?:house|car|van|flat|place|"
        r"home)\b.{0,60}(?:don't tell|kids?|"
        r"candy|puppy|sweets|alone|secret|after school)",
        r"parents (?:\w+ ){0,2}?(?:never|don't|do not|won't|needn't) (?:\w+ ){0,2}?(?:know|find out|notice|hear)\b",
        r"(?:don't|do not|never) (?:\w+ )?(?:tell|say anything to) (?:your |mum|mom|dad)(?:parents|mum|mom|dad|"
        r"mother|father|"
        r"teacher)?\b.{0,60}(?:chat|secret|meet|us|me|photos?)",
        r"(?:gain|win|earn|get) an? (?:child|kid|girl|boy|teen(?:ager)?)(?:'s)? trust|groom(?:ing)? (?:a |young |"
        r"little )?"
        r"(?:child\w*|kids?|girls?|boys?|teens?)\b(?! (?:is|for the wedding))",
        r"(?:like|love|prefer|want)s? (?:them|'em|girls|boys|my girls) (?:so |very |really )?(?:young|underage|"
        r"small)\b",
        r"attracted to (?:\w+ )?(?:children|kids|boys|girls|minors|teens)|children can consent|consent(?:ing)? "
        r"(?:child\w*|minors)",
        r"(?:adopt|buy|sell|order|get) (?:a |an |your )?(?:baby|child|girl|boy|orphan)s?\b.{0,40}(?:without "
        r"papers|cash only|no "
        r"questions|no papers|cheap|under the table)",
        r"(?:under-? ?aged?|(?:twelve|thirteen|fourteen|fifteen|1[0-7])[- ]year[- ]olds?) (?:\w+ )?(?:models?|"
        r"girls?|boys?)\b"
        r".{0,40}(?:sexy|bikinis?|private|poses?|naked|hot)",
        r"school (?:uniforms?|girls?)\b.{0,40}(?:irresistible|sexy|grown men|older men|fantas\w+|turn(?:s)? "
        r"(?:me|men) on)",
    ),
)
