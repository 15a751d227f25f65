"""More rules of moderation: hurting oneself, hurting others, deceiving."""

from __future__ import annotations

from tools.moderation.rules import _rules
from tools.moderation.vocabulary import KIN, PEOPLE, PERSON

_DO = (
    r"(?:let's|let us|we will|we'll|we must|we should|we need to|we have to|i will|i'll|i'm going to|i am going to|"
    r"i'm gonna|"
    r"i want to|i wanna|gonna|you should|you must|you need to|you have to|go and|go out and|time to|join us (?:and|"
    r"to|in)|"
    r"please|everyone should|someone should|somebody should|it's time to|want to|help us|ready to|how to|how you "
    r"can|"
    r"learn to|ways to|they should|he should|she should|they must|they will|just)"
)
_KILL = (
    r"(?:kill|murder|shoot|stab|bomb|burn|behead|lynch|hang|slaughter|massacre|assassinate|strangle|poison|execute|"
    r"beat up|"
    r"beat|punch|torture|hurt|attack|smash|cut|slit|drown|crush|hunt down|break the legs of|kneecap|knock out|kick "
    r"the shit "
    r"out of|beat the (?:shit|crap|hell) out of|wipe out|eliminate|exterminate|rape|choke|throw acid (?:at|on)|set "
    r"fire to|"
    r"run over|gun down|take out|skin|butcher)"
)

SELF_HARM = (
    *_rules(
        "self_harm",
        r"(?:kill|hang|cut|starve|hurt|drown|shoot|burn|harm) (?:yourself|urself|yourselves)\b"
        r"(?! (?:a|an|some|another|the biggest|short|loose|off from) )",
        r"\bkys\b|neck yourself|off yourself|unalive yourself",
        excused=False,
    ),
    *_rules(
        "self_harm",
        r"(?:you should|you'd better|you might as well|why don'?t you|just|please|go and|go|time to|better to|"
        r"easier "
        r"to|want you "
        r"to) (?:just )?(?:die|end it(?: all)?|end your life|take your (?:own )?life|commit suicide|jump off|"
        r"disappear forever|"
        r"swallow|overdose|give up on life)",
        r"suicide (?:is|can be) (?:the (?:answer|only|best|easy)|painless|beautiful|brave|noble|a solution|freedom|"
        r"peaceful|"
        r"honou?rable|romantic|your|an? (?:option|way|escape))",
        r"(?:how|ways?|methods?|guide|steps|tips|pills|tricks|easiest|painless(?:ly)?|quickest|best|fastest) "
        r"(?:\w+ "
        r"){0,3}?(?:to |"
        r"for |of )?(?:commit(?:ting)? suicide|kill(?:ing)? (?:yourself|myself|oneself)|end(?:ing)? (?:your|my|"
        r"one's|"
        r"it all|your own) "
        r"?(?:life)?|die (?:quickly|painlessly|quietly|without pain|in your sleep)|self[- ]?harm|hang(?:ing)? "
        r"yourself|cut(?:ting)? "
        r"(?:yourself|your wrists|without))",
        r"(?:cutting|self[- ]harm|starving|purging|burning yourself|bleeding|pain) (?:yourself )?(?:feels|helps|is|"
        r"makes you|will "
        r"make|takes) (?:so |really |you |the |a )?(?:good|great|better|calm|feel|beautiful|relief|free|normal|"
        r"release|alive|pain away|"
        r"cool|answer|okay)",
        r"pro[- ]?ana\b|pro[- ]?mia\b|thin ?spo|thinspiration|anorexia (?:is|tips|lifestyle|diet|goals)|bulimia "
        r"(?:is|"
        r"tips)",
        r"(?:skip(?:ping)?|stop|stopped|quit|avoid) (?:all )?(?:eating|meals|food|your meals) (?:for|until|"
        r"completely|entirely|and|to "
        r"(?:be|get|look|stay))|starv(?:e|ing) (?:for|until|your|is|makes|to) |eat nothing (?:for|but|until)|"
        r"live on "
        r"(?:water|\d+ "
        r"calories|nothing)",
        r"(?:how to|tips (?:to|for)|ways to|learn to) (?:make yourself (?:throw up|vomit)|purge|hide (?:your "
        r")?(?:cuts|scars|eating|"
        r"weight loss|starving|not eating))",
        r"hide (?:your|the) (?:cuts|scars|razor|blade|pills)",
        r"(?:the )?world (?:would be|is|will be) (?:a )?better (?:off |place )?without (?:you|me)",
        r"(?:nobody|no one) (?:would|will) (?:miss|cry for|notice) you|you (?:are|'re) better off dead|(?:life is|"
        r"living is) not worth "
        r"(?:living|it)|there is no (?:reason|point) (?:to|in) (?:live|living)|choose death|join (?:the|our) "
        r"suicide",
        r"(?:take|swallow|drink) (?:all (?:of )?(?:the|your|these) (?:pills|tablets|medicine)|the whole (?:bottle|"
        r"pack)|bleach)",
        r"(?:\w+ )?challenge\b[^.!?]{0,60}(?:choke|pass out|hold your breath until|swallow|set yourself|jump from|"
        r"eat a (?:tide )?pod)",
    ),
    *_rules(
        "self_harm",
        r"(?:i want to die|i can'?t go on|suicid(?:e|al)|self[- ]?harm(?:ing)?|end it all|overdos(?:e|ing)|lose "
        r"\d+ "
        r"(?:kg|kilos|pounds|"
        r"lbs) in (?:a|one|two|\d) (?:week|days?))\b",
        certain=False,
    ),
)

VIOLENCE = (
    *_rules(
        "violence",
        rf"{_DO} (?:all |now |finally |go )*(?:{_KILL} )(?:and \w+ )?{PERSON}(?! (?:with (?:kindness|laughter|"
        rf"facts|"
        rf"style|our|a "
        rf"smile)|at (?:chess|tennis|golf|cards|football|the game|this game)|an? email|up (?:with|to date)|some "
        rf"slack|interest|short))"
        rf"\b(?! (?:time|email|message|competition|competitors|score|record|costs?|prices?|heat|traffic|queue|lawn|"
        rf"bills?|debt|"
        rf"boredom|appetite|hair|carbon|energy|expenses|commute|workload|inbox|fears?|stress|pests?|portrait|best "
        rf"shot|photos?|video))",
        rf"(?:^|[.!?,;:] |and )(?:{_KILL}) (?:all |every |the |those |these |your |that )+(?:\w+ )?{PERSON}\b(?! "
        rf"(?:\w+ )?(?:an? (?:e-?mail|message|text|note|line|photo)|with (?:kindness|love|facts)))",
        rf"(?:{PERSON}|{PEOPLE}|he|she|they|[a-z]+) (?:must|should|deserves? to|needs? to|has to|have to|is "
        rf"going to|"
        rf"are going to|will) "
        rf"(?:all )?(?:die|bleed|be (?:killed|shot|hanged|stabbed|beheaded|executed|beaten|burned|burnt|lynched|"
        rf"tortured|hunted|"
        rf"slaughtered|raped|whipped|stoned|crushed|eliminated|put down)|suffer (?:and|until)|burn(?: alive| in|"
        rf"[.!]|"
        rf"$))",
        rf"(?:i|we)(?:'ll|'m going to| will| am going to| are going to| gonna|'re going to) (?:\w+ )?(?:{_KILL}) "
        rf"(?:\w+ )?{PERSON}\b",
        r"bring (?:your |the |some )?(?:guns?|weapons?|kni(?:fe|ves)|rifles?|torches|baseball bats|ammo|"
        r"molotovs?)\b(?! (?:to the "
        r"range|amnesty|in for|safety|back to))",
        r"(?:how to|guide to|steps to|instructions (?:to|for)|learn to|recipe for|tutorial (?:on|for)|show you how "
        r"to|easy way to|you "
        r"can) (?:easily |quickly |also )?(?:build|mak(?:e|ing)|assemble|construct|cook|mix|prepare|3d[- ]print|"
        r"print|buil?ding|create|"
        r"plant|detonate)? ?(?:an? |your own |your |the |some )?(?:home ?made |simple |small |powerful |dirty |"
        r"real |"
        r"own )*(?:pipe |nail |"
        r"car |petrol |fertili[sz]er |chemical |dirty )?(?:bombs?|explosives?|napalm|silencers?|suppressors?|ghost "
        r"guns?|molotov "
        r"?(?:cocktail)?s?|grenades?|nerve (?:gas|agent)|ricin|sarin|ied|landmines?|poison gas|detonators?|"
        r"thermite|"
        r"untraceable "
        r"(?:guns?|weapons?)|automatic rifle|gunpowder)",
        r"(?:blow|blowing|burn|burning|shoot|shooting|light) (?:up|down) (?:the |this |that |a |their |his |her |"
        r"your |my |every |our )?"
        r"(?:\w+ )?(?:school|church|mosque|synagogue|temple|embassy|building|office|hospital|airport|train|bus|"
        r"station|parliament|"
        r"government|police station|city hall|house|home|mall|stadium|factory|bridge|village|place|crowd|shop)",
        r"(?:school|mass|church|mosque|synagogue) shooting (?:was|is|will be) (?:great|funny|deserved|good|a hero|"
        r"justified|coming|"
        r"needed|beautiful)",
        r"(?:blood will (?:flow|run|be spilled)|rivers of blood|take up arms|armed (?:uprising|revolt|struggle|"
        r"revolution)|overthrow "
        r"[^.!?]{0,30}by force|civil war now|spill (?:their|his|her) blood|heads (?:must|will|should) roll in the "
        r"streets|"
        r"storm the (?:capitol|parliament|palace|embassy|city hall)|death to (?:the )?\w+|holy war against|jihad "
        r"against)",
        r"(?:shooter|bomber|attacker|killer|gunman|terrorist|assassin)s? (?:is|was|were|are) (?:a |an |the "
        r")?(?:hero|"
        r"heroes|martyrs?|"
        r"saints?|right|brave|legends?|inspiration)",
        r"(?:join|support|donate to|fight for|pledge to|long live) (?:the )?(?:isis|isil|islamic state|al[- "
        r"]?qaeda|"
        r"hamas|taliban|boko "
        r"haram|hezbollah|kkk|ku klux klan|militia and fight|neo-?nazis?)",
        r"(?:hire|pay|find|need|rent)\w* (?:me |us )?(?:a )?(?:hit ?man|contract killer|someone to (?:kill|hurt|"
        r"beat|silence))",
        rf"(?:your|his|her|their) (?:{KIN}) (?:will|are going to|is going to|might|could) (?:die|be (?:hurt|killed|"
        rf"next)|get hurt|suffer|"
        r"disappear|pay)",
        r"(?:you|he|she|they)(?:'re| are|'s| is) (?:a )?dead (?:man|meat|woman|[.!]|$)|prepare to die|(?:hit|slap|"
        r"beat|punch) (?:your|his|"
        r"my) (?:wife|girlfriend|woman|husband|partner)|(?:cruel|torture|beat|kick|burn|skin|drown)\w* (?:the |a |"
        r"your |stray |live )*(?:dogs?|"
        r"cats?|kittens?|puppies|animals?) (?:for|to|alive|until|is|and)",
    ),
    *_rules(
        "violence",
        r"(?:kill|murder|assassinate|massacre|behead|lynch)(?:ed|ing|s)? (?:him|her|them|you|people|everyone|"
        r"someone)\b",
        r"(?:blood(?:bath|shed)|armed|ammunition|assault rifles?|vigilante|revenge (?:on|against)|make them pay|"
        r"they "
        r"will bleed)\b",
        certain=False,
    ),
)

_SECRET = (
    r"(?:passwords?|pass ?codes?|pins?|pin (?:code|number)s?|card (?:number|details|data)s?|cvv|cvc|one[- ]time "
    r"(?:code|password)s?|otp|"
    r"security codes?|verification codes?|social security (?:number)?s?|ssn|seed phrase|recovery phrase|private "
    r"keys?|bank (?:details|"
    r"account|login|data|information)|login (?:details|data|credentials)|credentials|account number|date of birth|"
    r"passport number|"
    r"credit card(?: number| details)?|gift card (?:code|number)s?)"
)
_COMPANY = (
    r"(?:your bank|the bank|microsoft|amazon|paypal|apple|google|facebook|meta|netflix|the irs|irs|the tax office|"
    r"hmrc|the police|the "
    r"fbi|interpol|customs|dhl|ups|fedex|visa|mastercard|the government|the ministry|medicare|social security|"
    r"windows|whatsapp|"
    r"[a-z]+ bank|bank of [a-z]+|western union|your (?:internet|phone|energy) provider|the post office|the tax "
    r"authority)"
)
_FAMOUS = (
    r"(?:elon musk|barack obama|donald trump|joe biden|kamala harris|vladimir putin|volodymyr zelensk\w+|emmanuel "
    r"macron|angela merkel|"
    r"olaf scholz|friedrich merz|keir starmer|boris johnson|rishi sunak|narendra modi|xi jinping|taylor swift|"
    r"beyonce|brad pitt|tom "
    r"cruise|tom hanks|morgan freeman|oprah(?: winfrey)?|bill gates|jeff bezos|mark zuckerberg|tim cook|warren "
    r"buffett|steve jobs|"
    r"cristiano ronaldo|lionel messi|lebron james|roger federer|kim kardashian|the (?:pope|king|queen|president|"
    r"prime minister|"
    r"chancellor|mayor of \w+|dalai lama)|pope \w+|king charles|queen elizabeth|prince (?:harry|william)|greta "
    r"thunberg|leonardo "
    r"dicaprio|scarlett johansson|emma watson|jennifer lawrence|george clooney|gordon ramsay|mrbeast|joe rogan)"
)

FRAUD = (
    *_rules(
        "fraud",
        rf"(?:send|give|tell|email|text|share|enter|confirm|verify|provide|reply with|submit|update|type in|read|"
        rf"forward)(?: \w+){{0,3}}? "
        rf"(?:your|the|us your|me your|in your|full|bank)? ?(?:full |bank |credit |debit |account |online |card |"
        rf"security )*{_SECRET}(?!.{{0,30}}(?:finish|complete) your (?:order|booking|"
        rf"purchase))(?!.{{0,15}}checkout)",
        rf"(?:this is|i am|i'm|we are|we're|calling|speaking|it's|here is|on behalf of) (?:calling |speaking "
        rf")?(?:from |with )?(?:\w+ "
        rf"){{0,3}}?(?:from |at |of )?{_COMPANY}\b.{{0,160}}(?:account|password|pin|code|pay|transfer|verify|"
        rf"confirm|"
        rf"arrest|refund|card|"
        rf"suspended|fee|remote|warrant|fine|virus|infected|security)",
        r"(?:your|the) (?:account|card|computer|device|parcel|package|subscription|payment|netflix|paypal|icloud) "
        r"(?:\w+ )?(?:has been|is|"
        r"will be|was|have been) (?:\w+ )?(?:suspended|locked|blocked|limited|compromised|infected|deactivated|"
        r"held|"
        r"on hold|closed|hacked|"
        r"frozen|terminated|returned)\b.{0,120}(?:click|verify|confirm|call|log ?in|pay|update|enter|link|download|"
        r"within|immediately)",
        r"(?:pay|send|buy|settle|transfer|wire)\b.{0,50}(?:gift cards?|itunes cards?|bitcoin|btc|crypto|western "
        r"union|moneygram|wire "
        r"transfer|usdt)\b.{0,80}(?:fee|release|claim|unlock|arrest|fine|debt|avoid|refund|address|wallet|"
        r"immediately|now|today|or)",
        r"(?:you(?:'ve| have)? (?:just |been )?(?:won|been selected|been chosen|inherited)|"
        r"congratulations)\b.{0,120}(?:pay|fee|claim (?:it|"
        r"your|the)|send|bank|click|transfer|processing|shipping|details|million|inheritance)",
        r"(?:double|triple|multiply|10x) (?:your|any) (?:bitcoin|money|crypto|investment|deposit|savings|cash|btc|"
        r"eth|dollars|euros)",
        r"(?:send|deposit|transfer) (?:us |me |any )?(?:\w+ ){0,3}(?:and|to) (?:we|i)(?:'ll| will)? (?:send|give|"
        r"pay|"
        r"return) (?:you )?(?:back )?"
        r"(?:double|twice|back|triple|ten times)",
        r"(?:get rich quick|easy money|free money(?! (?:tips|advice|course|lessons|workshop|guide))|make "
        r"\$?€?£?[\d,]+k? (?:a|per|every) (?:day|week|hour) (?:from "
        r"home|without|doing nothing|"
        r"guaranteed|working)|guaranteed (?:loan|credit|approval|income) (?:\w+ )?(?:upfront|no|without|fee)|"
        r"pyramid "
        r"scheme|ponzi|recruit "
        r"(?:five|three|\w+) (?:friends|people|members)[^.!?]{0,40}(?:earn|get|paid|level|money)|upfront (?:fee|"
        r"payment) (?:of|to)|advance "
        r"fee)",
        rf"(?:i am|i'm|this is|my name is|it's me,?|hello,? it's|it is|here speaks) {_FAMOUS}\b",
        rf"{_FAMOUS} (?:here|speaking)[,. ]|as {_FAMOUS},? i (?:\w+ )?(?:personally|recommend|endorse|promise|"
        rf"invite|"
        rf"want|guarantee)",
        rf"(?:speak|talk|say this|pose|pretend|sound|appear|look) (?:as|like|to be) (?:if (?:you|she|he) (?:were|"
        rf"was|"
        rf"is) )?(?:{_FAMOUS}|"
        rf"{_COMPANY}|a (?:real )?(?:police officer|doctor|bank employee|bank clerk|government|lawyer|our "
        rf"competitor)|(?:my|his|her|their|the) "
        rf"(?:boss|ceo|client|grandson|granddaughter|bank))",
        r"(?:buy|get|sell|selling|order|make|making|need|offer|provide|print|forge)\w* (?:\w+ ){0,3}?(?:fake|"
        r"forged|"
        r"counterfeit|stolen|"
        r"replica|false|cloned) (?:\w+ )?(?:passports?|ids?|id cards?|licen[cs]es?|diplomas?|degrees?|reviews?|"
        r"invoices?|money|bills?|"
        r"notes|banknotes|documents?|certificates?|visas?|watch(?:es)?|handbags?|bags|cards?|credit cards?|"
        r"vaccin\w+|"
        r"tests?|prescriptions?|"
        r"receipts?|followers|testimonials?|papers|products?|shoes|perfume|accounts?)",
        r"(?:fake|forged|counterfeit|stolen|cloned) (?:passports?|ids?|id cards?|driver'?s? licen[cs]es?|diplomas?|"
        r"banknotes|bills|credit "
        r"cards?|documents) (?:for sale|available|delivered|in \d+|cheap|online|that|from|ready|shipped)",
        r"(?:how to|we (?:can )?|i can|learn to|i'll|we'll|tool to|easy way to|let us|hire us to) (?:easily "
        r")?(?:hack|crack|break into|spy on|"
        r"phish|skim|launder|clone|steal|scam|rip off|trick|defraud|swindle|con|bypass (?:kyc|two-factor|security|"
        r"the paywall|age "
        r"verification)|evade|cheat on) (?:\w+ ){0,3}?(?:account|accounts|wi-?fi|phone|phones|email|facebook|"
        r"instagram|whatsapp|ex|money|cards?|"
        r"seniors?|pensioners|elderly|old people|customers|identit\w+|passwords?|bank|banks|tax(?:es)?|people|"
        r"victims?|investors?|insurance|"
        r"grandparents|verification|partner|wife|husband|checks?|exams?)",
        r"(?:grandma|grandpa|mom|mum|dad|granny)\b.{0,80}(?:in (?:jail|trouble|hospital)|accident|arrested|lost my "
        r"phone)\b.{0,80}(?:money|send|"
        r"transfer|bail|cash|pay)",
        r"(?:write|post|leave|publish|buy|sell) (?:us |me )?(?:\w+ )?(?:fake|paid|false|five-star|positive) (?:\w+ "
        r")?(?:reviews?|testimonials?|"
        r"ratings?) (?:as if|pretending|for (?:money|\$|our own|your competitor)|without|from fake|you never|"
        r"even if|"
        r"in bulk|cheap)",
        r"(?:insider (?:tips?|information|trading)|pump and dump|pump (?:it (?:and|then) (?:dump|sell)|(?:it|this)"
        r"(?: up)? and (?:dump|sell)|this coin|the price))",
        r"(?:million|inheritance|fortune|funds?)\b.{0,100}(?:prince|late (?:client|husband|father)|widow|barrister|"
        r"next of kin|beneficiary|"
        r"foreign bank|share it with you|% for you|your bank account)",
    ),
    *_rules(
        "fraud",
        r"(?:risk[- ]free (?:money|profit|income)|act now|limited slots|whatsapp me to invest|crypto giveaway|"
        r"investment opportunity|"
        r"passive income|financial freedom|too good to miss|work from home and earn)\b",
        r"(?:i am|i'm|my name is) (?:dr|doctor|professor|officer|judge|attorney|nurse|inspector|captain)\.? [a-z]+",
        certain=False,
    ),
)
