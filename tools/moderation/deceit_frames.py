"""Frames of meaning: what is wanted under a pretext, whose name is borrowed, what is forged or falsely claimed."""

from __future__ import annotations

from tools.moderation.harm_rules import _FAMOUS
from tools.moderation.rules import _rules, _together

_SECRET = (
    r"(?:passwords?|pass ?codes?|pin|cvv|card (?:details|number|data)|(?:online )?banking login|login|log ?in|"
    r"secret words|seed "
    r"words|recovery words|codes?|account (?:number|details)|bank (?:details|account)|credentials|social "
    r"security number|remote "
    r"access|connect to it|date of birth)"
)
_NO_FRAUD = (
    r"never|not|don't|remove[sd]?|detect\w*|spot\w*|recogni\w+|fight\w*|stop\w*|report (?:it|any|a|to|this)|"
    r"bann?(?:ed|s)?|against|"
    r"identify|protect\w*|"
    r"avoid|beware|scams?|phishing|expired|museum"
)
_PAPERS = (
    r"(?:passports?|driving licen[cs]es?|driver'?s licen[cs]es?|licen[cs]es?|diplomas?|degrees?|id cards?|ids|"
    r"certificates?|"
    r"prescriptions?|visas?|reviews?|testimonials?|ratings|followers|invoices?|receipts?|banknotes?|notes|money|"
    r"bills|handbags?|"
    r"bags|watch(?:es)?|sneakers|documents?|papers|vaccination cards?|credit cards?|references|payslips?|likes)"
)
_FALSE = (
    r"(?:fake|forged|counterfeit|cloned|stolen|invented|bogus|made[- ]up|falsified|genuine[- ]looking|real[- "
    r"]looking|replica|"
    r"unregistered|look(?:s|ing)? (?:just )?(?:like )?(?:the )?(?:real|genuine|original))"
)
_KIN = (
    r"(?:mums?|mom|dad|grandma|grandpa|granny|son|daughter|grandson|granddaughter|nephew|grandchild|husband|"
    r"wife)"
)
_THEIRS = (
    r"(?:partner|wife|husband|girlfriend|boyfriend|ex|spouse|neighbou?r|colleague|employee|someone|somebody|"
    r"anyone|another "
    r"person|her|his|their|boss|any)(?:'s|s')?"
)

FRAUD = (
    *_rules(
        "fraud",
        r"forg(?:e|ing) (?:\w+ )?(?:signatures?|documents?|papers|cheques|checks|prescriptions?|money|ids?|"
        r"invoices?|certificates?)\b",
        r"gift cards?\b.{0,40}(?:send|read|text|give|tell) (?:me|us) (?:the |their )?(?:codes?|numbers?|pins?)",
        r"(?:counterfeit|fake|forged|false) (?:euros?|dollars?|pounds?|currency|cash|coins|francs|yen|bank "
        r"?notes?|bills|money)\b(?! (?:for (?:kids|play|the "
        r"theatre)|detect\w*|spott\w*|checks?|:))(?=.{0,40}(?:we|sale|order|buy|delivered|print|cheap|[.!]|$))",
        r"(?:steal|take over|assume|borrow|buy|sell|sells|selling|use) (?:\w+ )?(?:someone|somebody|a stranger|"
        r"people|another person|other people|a dead person|her|his|"
        r"their|stolen)(?:'s|s'|'s)? (?:identit(?:y|ies)|ssn|passport|accounts?|card(?:s| numbers?)?|logins?|"
        r"passwords?|savings|inheritance)\b",
        r"(?:pay (?:me|us)|send (?:me|us) (?:money|\d+|bitcoin)|give (?:me|us) (?:money|\d+))\b.{0,30}\bor (?:i|"
        r"we|your|else|everyone)|(?:tell|show|expose|publish|release|leak)\b"
        r".{0,40}\b(?:unless|if) you (?:pay|don't pay|do not pay|send|refuse)",
        r"(?:how to|ways to|tricks to|help you|we help you) (?:\w+ )?(?:evade tax\w*|fake (?:an? )?\w+|forge|"
        r"shoplift|scam|defraud|cheat (?:the|your|on)|trick (?:old|elderly|people|"
        r"seniors|pensioners|customers)|con |swindle|pickpocket|rob )",
    ),
    *_together(
        "fraud",
        r"invest|send|deposit|pay in|transfer",
        r"\$?\d[\d,.]*|hundred|thousand",
        r"(?:get|receive|make|earn|withdraw|become|turns? into)\b.{0,30}(?:back|tomorrow|overnight|in (?:a|an|"
        r"one|two|three|\d+) (?:days?|weeks?|hours?|months?)|a millionaire)",
        unless=_NO_FRAUD + r"|delivery|order|parcel|answer|reply",
    ),
    *_together(
        "fraud",
        r"stuck|stranded|soldier|oil rig|army doctor|abroad|hospital bill|visa fee|i love you|my love|darling",
        r"send (?:me |us )?(?:money|cash|\d+|gift cards?)|need (?:money|cash|\d+)|wire me|gift cards?|western "
        r"union|bitcoin",
        r"me|my|i",
        unless=_NO_FRAUD,
    ),
    *_together(
        "fraud",
        _SECRET,
        r"enter|read us|leave us|give us|tell us|confirm|verify|verifying|entering|send us|log ?in here|let our|"
        r"share|reply|provide|update|connect to it|type",
        r"refund|fraud department|customs|prizes?|unusual activity|suspended|"
        r"locked|blocked|dear customer|dear client|wallet|within (?:an hour|\d+ hours)|just received|we do the "
        r"rest|security "
        r"department|virus|error reports?|to receive (?:it|your)|or (?:lose|it will)|at this link|click|"
        r"immediately|expire[sd]?|"
        r"technician|support team|arrest\w*",
        unless=_NO_FRAUD + r"|reset your password in|forgot",
    ),
    *_together(
        "fraud",
        r"parcel|package|delivery|shipment|order|prize|lottery|inheritance|loan|fortune|refund|grant|visa|job|"
        r"lottery|flat|"
        r"apartment|puppy|raffle|jackpot",
        r"fee|deposit|pay|customs charge|transfer|send (?:us|me)|send the deposit|gift cards?",
        r"unlocks?|releases?|to (?:get|receive|claim|collect|release|unlock|secure) (?:your|it|the)|held|before "
        r"you (?:see|view|visit)|"
        r"at this link|processing|stuck|claim|upfront|in advance|you(?:'ve| have)? won",
        unless=_NO_FRAUD + r"|tenants?|insurance|"
        r"refundable|returns? policy",
    ),
    *_together(
        "fraud",
        rf"{_KIN}",
        r"accident|custody|jail|prison|new number|new phone|lost (?:my|his|her) phone|hospital|in trouble|arrested|"
        r"kidnapped|lawyer",
        r"send|transfer|bring|wire|bail|courier|cash|gift cards?|pay now|lend",
        unless=_NO_FRAUD,
    ),
    *_together(
        "fraud",
        r"microsoft|apple|windows|amazon|your bank|the bank|tax office|irs|police|fraud department|security "
        r"department|internet "
        r"provider|computer|tech(?:nical)? support|technician",
        r"virus|infected|error reports?|hacked|remote access|connect to it|"
        r"safekeeping|safe account|warrant|arrested|gift cards?",
        r"give us|let our|let us|pay|call|transfer|allow|grant|install|move|"
        r"tell them|need|bring|hand|or you|or face",
        unless=_NO_FRAUD,
    ),
    *_together(
        "fraud",
        _FALSE,
        _PAPERS,
        r"buy|sell|order|get|we|delivered|boost|your|cheap|price|provide|need|make|offer|from|write|print",
        unless=_NO_FRAUD + r"|leather|plants|grass|snow|toy|theatre|props?",
    ),
    *_together(
        "fraud",
        r"(?:driving|driver'?s) licen[cs]es?|degrees?|diplomas?|certificates?|prescriptions?|visas?|passports?",
        r"without (?:an |any |the )?(?:exams?|tests?|prescriptions?|studying|papers|doctor|check|visit)|no "
        r"(?:exam|test|study\w*|questions "
        r"asked|checks?)|under the table|in \w+ days, no",
        unless=r"stop|against|never|illegal",
    ),
    *_together(
        "fraud",
        r"invest\w*|deposit\w*|put in|send|trade|stake|start with|give us",
        r"\d+|hundred|thousand|bitcoin|euros|dollars|money|savings",
        r"retire rich|retire (?:next|in)|rich (?:next|by|in)|get rich|(?:double|triple)d?\b.*\b(?:back|week|hour|"
        r"day|month|days)|get (?:two|ten|"
        r"twice|double)\b.*back|back doubled|ten times|millionaire|daily profits?|guaranteed",
        unless=_NO_FRAUD + r"|may lose",
    ),
    *_together(
        "fraud",
        r"recruit|bring in|sign up|invite|each (?:of them |one )?(?:pays|recruits)|enrol",
        r"friends|people|members|others|six|five|ten|"
        r"family",
        r"fees|pays|pay|level|get rich|live from|residual|downline|earn (?:\d+|thousands)|commission for life",
        unless=_NO_FRAUD + r"|free month|discount|customers pay",
    ),
    *_together(
        "fraud",
        r"(?:earn|make|makes|earns)\b.{0,30}(?:a|per|every|each) (?:day|week|hour|month)",
        r"\d+|thousands?|hundreds?",
        r"from home|doing nothing|no (?:skills|experience|work|effort)|without (?:working|any|skills)|in your "
        r"sleep|with (?:your|just a) phone|"
        r"guaranteed|easy",
        unless=r"salary|nurses?|never",
    ),
    *_rules(
        "fraud",
        rf"i, {_FAMOUS}\b|{_FAMOUS}\b.{{0,40}}\b(?:and i|i (?:give|use|recommend|invest|double|promise|want you|"
        rf"personally|guarantee))\b|this "
        rf"is {_FAMOUS}\b|i(?:'m| am) {_FAMOUS}\b",
        r"(?:say|tell (?:them|her|him|people|customers|everyone)|pretend(?:ing)?|claim|act as if|act like|pose "
        r"as if)(?: that)? you(?:'re| are| were) "
        r"(?:\w+ ){0,4}?(?:grandson|granddaughter|son|daughter|nephew|police|bank|doctor|lawyer|inspector|"
        r"officer|technician|government|"
        r"charity|support|calling)",
        r"(?:uniform|badge|vest)\b.{0,40}(?:let you in|open the door|trust you|believe you)|old people (?:will "
        r")?(?:let|believe|give|fall for)",
        r"(?:read|track|hack|spy on|monitor|intercept|see|copy|clone|crack|unlock|listen to|get into|open|"
        r"follow)(?: \w+)? "
        rf"{_THEIRS} (?:\w+ )?(?:messages?|phone|whatsapp|email|e-mails?|instagram|calls|location|key ?cards?|"
        rf"account|chats?|texts)\b.{{0,50}}"
        r"(?:without|secretly|in seconds|unnoticed|in minutes|never know|hidden|[.!]|$)",
        r"(?:copy|clone|duplicate|skim|hack|steal|empty)(?: \w+){0,2}? (?:key ?cards?|credit cards?|debit cards?|"
        r"bank cards?|car keys?|identit\w+|"
        r"accounts?|cash machines?|atms?)\b",
        r"(?:launder|shoplift|steal|forge|cheat|evade tax\w*|embezzle|smuggle|hack|scam)\b.{0,40}without "
        r"(?:getting|being) (?:caught|noticed|seen)",
        r"(?:exams?|thesis|homework|essays?|test|finals)\b.{0,40}(?:answered|written|done|solved|taken) for you|"
        r"(?:teacher|professor|examiner|school) "
        r"(?:will )?never (?:notice|know|find)",
        r"(?:invoices?|receipts?|bills|expenses|trip|work|accidents?|damage|deliver\w+)\b.{0,30}that (?:never|"
        r"didn't|did not) (?:happen\w*|was|were|"
        r"exist\w*|took)|write off\b.{0,40}never|fake (?:an |your )?(?:accident|injury|claim|insurance)\w*",
        r"(?:we|our bots|bots|i|we'll)(?: can| will)? (?:write|post|generate|publish|sell|deliver|"
        r"boost)\b.{0,30}(?:hundreds|thousands|dozens|\d+|lots) of "
        r"(?:\w+ ){0,2}?(?:reviews|testimonials|followers|likes|ratings)",
        r"(?:small|little|tiny|processing|release|customs|admin\w*)? ?fee (?:\w+ ){0,2}?(?:unlocks?|releases?|"
        r"gets you|secures?|activates?)|(?:widow|"
        r"prince|general|banker|minister|barrister)\b.{0,40}(?:fortune|million|inheritance|gold)\b.{0,40}(?:you|"
        r"account)",
        r"(?:unusual|suspicious) (?:activity|login|sign-in)\b.{0,60}(?:log ?in|click|verify|confirm|call)|give "
        r"away (?:\w+ )?(?:thousand|hundred|\d+)\b.{0,20}"
        r"(?:phones|cars|bitcoin|dollars)",
        r"(?:genuine|original|real) ?-?looking (?:\w+ )?(?:bags|watches|handbags|passports|money|notes|documents|"
        r"ids)|at \w+ percent of the price",
    ),
)

_ILLS = (
    r"(?:cancers?|tumou?rs?|covid|corona\w*|diabetes|autism|aids|hiv|alzheimer'?s|dementia|measles|polio|flu|the "
    r"virus|(?:any|no) virus|"
    r"heart disease|malaria|infertil\w+|sterile|parkinson'?s|asthma|leuk\w+)"
)
_TRUE = (
    r"not|no evidence|myths?|false|falsely|doesn't|don't|do not|does not|fact[- ]check\w*|debunk\w*|claims? that|"
    r"rumou?rs?|wrong|without proof|"
    r"scientists (?:say|agree)|researchers?|stud(?:y|ies)|foundation|charity|why people believe|conspiracy "
    r"theor\w+|screening|prize"
)
_POWERS = (
    r"(?:the government|governments?|nasa|the elites?|billionaires|big pharma|pharma|bill gates|gates|soros|the "
    r"cia|the un|the who|doctors|scientists|"
    r"the media|they|hospitals?|globalists|rothschilds?|freemasons|antennas|airplanes|planes)"
)

MISINFORMATION = (
    *_rules(
        "misinformation",
        r"(?:moon|apollo|space|mars|iss) (?:\w+ )?(?:landings?|missions?|walks?|flights?|photos|program\w*) "
        r"(?:was|were|is|are) (?:\w+ )?(?:faked?|staged|filmed|hoax\w*|a lie|never)\b",
        rf"(?:drink|eat|take|inject|use|swallow|chew)(?:ing)? (?:\w+ ){{1,4}}?(?:against|for|to fight|to cure|to "
        rf"kill) {_ILLS}(?<!medicine)",
        r"(?:shooting|attack|massacre|bombing|war|pandemic|moon landings?|virus|terror attack|crisis|covid|9/11|"
        r"holocaust)s? (?:\w+ ){0,4}?(?:is|was|were|are) (?:\w+ )?(?:a plan|planned|"
        r"staged|an? (?:\w+ )?(?:plot|hoax|setup|set-up|lie|bioweapon|psyop|inside job|false flag)|faked|fake|"
        r"invented|orchestrated|filmed)\b",
        rf"{_ILLS} (?:can|could|will|may) (?:\w+ )?be (?:cured|healed|reversed|beaten) (?:with|by) (?:\w+ "
        rf"){{0,3}}?(?:soda|juice|herbs?|oils?|prayer|honey|garlic|diet|tea|vitamins?|"
        r"water|fasting|turmeric|vinegar|mushrooms?|crystals|energy|thoughts|cannabis|silver)",
    ),
    *_rules(
        "misinformation",
        r"(?:vaccines?|the jab|vaccination|covid shots?|boosters?)(?: \w+)? (?:\w+ )?(?:killed|kills|murdered|"
        r"maims?|injured|sterili[sz]ed|infected|damaged)\b",
        r"(?:holocaust|genocide|slavery|pandemic|climate change|covid|death toll)\b.{0,15} (?:is|was|are|were) "
        r"(?:\w+ )?(?:exaggerated|overstated|invented|a fairy "
        r"tale|a story|fiction|made[- ]up|a lie|propaganda|good for|harmless|just (?:a |the )?(?:flu|cold|"
        r"weather))",
        r"(?:they|the government|doctors|scientists|nasa|the media|the elites?|big pharma|politicians) (?:are|is|"
        r"keep|have been|all) (?:\w+ )?(?:hiding|covering (?:it|"
        r"this) up|lying (?:to us|about)|poisoning|controlling|brainwashing|suppressing|secretly|tracking|"
        r"spraying)",
        r"(?:cell|phone|radio|mobile|5g|wi-?fi) ?(?:phone )?(?:towers?|masts?|antennas?|signals?|waves|routers?) "
        r"(?:\w+ )?(?:gives?|causes?|kills?|cooks?|damages?|fr(?:y|ies)|"
        r"poisons?|destroys?|makes?|triggers?)",
        r"(?:real|true|rightful) (?:winner|president) (?:was|is|has been) (?:robbed|cheated|denied|still)|(?:was|"
        r"were) (?:\w+ )?(?:secretly|really) (?:planned|created|"
        r"run|killed|replaced) by|to (?:control|depopulate|enslave|sterili[sz]e) (?:us|the (?:people|population|"
        r"masses|world)|humanity)",
        r"(?:evolution|gravity|viruses|germs|dinosaurs|space|satellites|the moon|australia|birds|covid|climate "
        r"change) (?:do not|don't|does not|doesn't) (?:\w+ )?exist|"
        r"(?:is|are) (?:not real|fake|just a theory made)|(?:hiv|the virus|smoking|tobacco|asbestos|lead|alcohol|"
        r"sugar|radiation) (?:does not|doesn't|do not|never) "
        r"(?:\w+ )?(?:cause|harm|hurt|kill)s?",
        r"(?:polio|covid|the (?:holocaust|genocide|moon landings?|virus|pandemic|massacre)|aids|hiv|the "
        r"dinosaurs|viruses|astronauts|men|humans|we|nobody|"
        r"man) (?:\w+ )?never (?:existed|happened|left (?:the )?(?:atmosphere|earth)|landed on|went to (?:the "
        r"moon|space)|been (?:isolated|proven)|walked on "
        r"the moon)",
        r"(?:shooting|attack|massacre|genocide|bombing|war|pandemic|moon landing|earthquake|flood)s? (?:is|was|"
        r"were|are|has been) (?:\w+ )?(?:played by actors|"
        r"staged|invented by|planned by|faked|filmed in|a false flag|an inside job|made up)",
        r"(?:carbon dioxide|co2|climate change|global warming|the climate|the planet)\b.{0,40}(?:cannot warm|"
        r"can't warm|plant food|is a (?:hoax|lie|scam|myth|"
        r"swindle)|invented|made up|only the sun|not real|natural cycle and nothing|never been proven)",
        r"(?:vot(?:e|es|ing|e count)|ballots?|elections?)\b(?: \w+){0,3} (?:was|were|is|are|has been|have been|"
        r"will be) (?:\w+ )?(?:faked|stolen|rigged|"
        r"switched|manipulated|fraudulent|fixed|forged)",
        r"(?:polling stations?|polls|voting|election day|the election)\b.{0,20}(?:closes? at (?:noon|\w+ this "
        r"year)|(?:has been|have been|was|is) (?:moved|"
        r"postponed|cancelled))",
        r"(?:drink|inject|gargle|swallow|bathe in)(?:ing)? (?:your own |your |some |a little )?(?:urine|bleach|"
        r"disinfectant|turpentine|borax|hydrogen "
        r"peroxide|chlorine\w*|petrol|kerosene)",
        r"(?:insulin|chemo(?:therapy)?|vaccines?|sunscreen|masks|antibiotics|cancer|hiv|depression|fluoride) "
        r"(?:is|are) (?:an? |only |just |nothing but )*"
        r"(?:lie|scam|hoax|poison|fungus|myth|fraud|business|weapon|invention)",
        r"(?:tracking|mind[- ]control|nano)[- ]?(?:dust|chips?|devices?|particles|bots)|chem ?trails|sprayed "
        r"(?:from|by) planes|(?:wake up|sheeple)\b.{0,40}"
        r"(?:truth|lie)",
        r"hospitals? (?:\w+ )?(?:kills?|murders?|poisons?)\b.{0,40}(?:bonus|money|profit|patients)|(?:dead "
        r"people|machines|illegals|foreigners) (?:voted|"
        r"switched|changed|decided the)",
        r"(?:virus|pandemic|war|crisis|shortage|earthquake) (?:was|is) (?:\w+ )?(?:planned|created|made|"
        r"engineered|released) (?:by|in) ",
    ),
    *_together(
        "misinformation",
        _POWERS,
        r"controls?|planned|created|sprays?|sprayed|put|hides?|hide|invented|faked|poison\w*|kills?|implants?|"
        r"staged|suppress\w*|"
        r"caused?|want",
        r"hurricanes?|the weather|earthquakes?|pandemic|virus(?:es)?|microchips?|tracking|dust into|chemicals? "
        r"(?:in|into)|docile|the cure|"
        r"moon landing|depopulat\w+|banknotes|population|antennas|aliens|secret cure|sterile",
        unless=_TRUE + r"|plans? to|fight|help|treat|vaccin\w+ against",
    ),
    *_together(
        "misinformation",
        r"wind turbines?|5g|wi-?fi|vaccin\w+|flu shots?|shots|the jab|masks|sunscreen|microwaves?|fluoride|"
        r"mobile phones|phone masts?|"
        r"tap water|contrails|gmos?|solar panels|smart meters|the pill",
        r"causes?|make|makes|give|gives|damages?|deprives?|kill|kills|killed|spreads?|poisons?|"
        r"changes?|alters?|contains?|rewrites?|steals?",
        r"cancer|sterile|autism|infertil\w+|brains?|oxygen|virus|children|dna|depression|microchips?|tumou?rs?|"
        r"people|death|us all|blood clots in everyone",
        unless=_TRUE + r"|against|protects?|prevents?|prevent|side effects|cases",
    ),
    *_together(
        "misinformation",
        r"turmeric|onions?|garlic|cinnamon|lemons?|baking soda|vinegar|urine|herbs?|essential oils?|honey|ginger|"
        r"silver|ivermectin|"
        r"magnets?|crystals?|prayer|bleach|raw milk|apricot\w*|mushrooms?|vitamin \w+|tea|juice|oil|salt|sugar "
        r"pills|homeopath\w+|sunlight|fasting|cannabis",
        r"cures?|cured|heals?|healed|dissolves?|draws? out|removes?|kills?|destroys?|reverses?|shrinks?|"
        r"protects? (?:you )?(?:from|against)|better than|instead of|"
        r"replaces?|no",
        _ILLS,
        unless=_TRUE + r"|for cancer research|patients' café|fundrais\w*",
    ),
)
