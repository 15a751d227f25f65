"""Frames of meaning: asking for votes, running an opponent down, and advice in the place of a professional's."""

from __future__ import annotations

from tools.moderation.claim_rules import _OFFICE, _PARTY, _POLITICIAN
from tools.moderation.rules import _rules, _together

_LEADER = (
    r"(?:president|chancellor|prime minister|government|coalition|mayor|governor|senators?|minister|parliament|"
    r"congress(?:man|woman)?|"
    r"opposition)"
)
_CLUB = (
    r"(?:club|company|students?|class|pets?|flavou?rs?|works council|of the (?:month|year)|awards?|rowing|"
    r"contest|calendar)"
)
_SIDE = (
    r"(?:the (?:left|right|far left|far right|elites?|establishment|socialists?|liberals|conservatives|"
    rf"communists)|{_PARTY})"
)

POLITICAL = (
    *_rules(
        "political",
        rf"(?:say )?(?:no|yes) to (?:the )?(?:{_PARTY}|{_POLITICIAN})\b|(?:choose|pick|trust|back) (?:the "
        rf")?(?:{_PARTY}|{_POLITICIAN})\b",
        rf"^(?:\w+ ){{1,3}}for (?:president|mayor|governor|congress|senate|chancellor|prime minister|parliament|"
        rf"sheriff)\b(?= 20\d\d|[.!]|$)|^vote \w+ \w+[.!]?$(?<!online.)"
        rf"|vote (?:\w+ )?{_PARTY}\b|{_POLITICIAN} (?:20\d\d|for {_OFFICE})",
        rf"(?:donate|give|contribute|volunteer|sign up|chip in|knock)\b.{{0,30}}(?:{_POLITICIAN}|{_PARTY}|"
        rf"candidate|election|victory fund|campaign office)\b|(?:our|the) candidate "
        rf"(?:will|fights|stands|promises|is the only)",
        rf"(?:deserves?|earn(?:ed|s)?|needs?|counts? on|asks? for|wants?|have|give (?:me|us|him|her|them)) your "
        rf"vote|your vote (?:makes|can|will|for|is for "
        rf"change)\b(?! (?:in our|for the best {_CLUB}))",
        r"(?:vote|votes) (?:for|against) (?:him|her|them|us|me|change|freedom|chaos|the (?:only|future|"
        r"people))\b|four more years\b(?! (?:of (?:\w+ )?)?(?:guarantee|warranty|maintenance|battery life)\b)|"
        r"(?:vote|throw|kick|boot) "
        r"(?:him|her|them) out(?: of (?:office|power|parliament))?\b(?=.{0,20}(?:office|power|vote|november|"
        r"sunday|[.!]|$))",
        rf"(?:do not|don't|never) vote for\b|re-?elect (?!a fire)\w+|elect (?:a |an |our )?(?:real|true|new|"
        rf"strong|honest|\w+ \w+) (?:patriot|leader|conservative|"
        rf"progressive|{_OFFICE})",
        rf"\w+ \w+ for (?:your |our )?{_OFFICE}\b(?! (?:supplies|furniture|chairs|party|hours|space|building))|"
        rf"(?:next|new|your) {_OFFICE}\b(?=[.!,]|$)"
        rf"(?<!new office)(?<!next office)(?<!your office)",
        rf"(?:only |{_SIDE} )?(?:the )?(?:{_PARTY}|{_POLITICIAN}) (?:is |are |has been |have been |keeps? |will |"
        rf"can |always )?(?:\w+ )?(?:destroy\w*|"
        rf"ruin\w*|l(?:ies|ied|ying)|stands? (?:up )?(?:for|with)|fight\w*|protects?|saves?|cares?|deliver\w*|"
        rf"betray\w*|steal\w*|stole|robs?|"
        rf"robbed|fail(?:s|ed)|deserv\w+|hates?|defends?|wins?)\b(?! to (?:find|see))",
        rf"(?:corrupt|crooked|lying|incompetent|useless|failed) (?:\w+ )?(?:politicians?|{_LEADER})|(?:voted out|"
        rf"out of office)\b|(?:petition|march|protest) "
        rf"(?:to|for|against)\b.{{0,40}}(?:ban|abortion|guns?|immigra\w+|tax(?:es)?|law|government|president|"
        rf"brexit|war)",
        rf"{_SIDE} (?:hates?|wants?|will|is|are|destroy\w*|ruin\w*|lied?|betray\w*|failed)(?: "
        rf"\w+){{0,4}} (?:our|your|the|this|you|us)\b",
        rf"we, the {_PARTY}|(?:beat|defeat|stop|oust|crush|donate|chip in|win back)\b.{{0,40}}(?:{_PARTY}|the "
        rf"senate|the house of|congress|{_POLITICIAN})\b",
        rf"(?:our|the|this) {_LEADER} (?:\w+ )?(?:has failed(?! to)|failed(?! to)|lied|betrayed|must go|must "
        rf"resign|is "
        rf"(?:corrupt|a traitor|a liar|weak|incompetent)|sold us|"
        rf"has to go|should resign)",
        rf"down with the {_LEADER}|new elections now|at the polls\b|on election day\b|mark the (?:first|second|"
        rf"third|top|\w+) box|ballot (?:initiative|measure)|"
        rf"yes (?:to|on) (?:independence|leave|remain|measure \w+)|more years for",
        r"(?:this|the) (?:bill|law|amendment|act|treaty) must (?:not |never )?(?:pass|be (?:stopped|passed|"
        r"repealed))|(?:phone|call|write to|email) your "
        r"(?:representative|mp|senator|congress\w+|councillor)",
        rf"(?:put|send) \w+ \w+ (?:on|to|in|into) (?:the )?(?:school board|{_OFFICE}|washington|westminster|"
        rf"brussels)",
        r"(?:keep|stop|no more) (?:\w+ )?(?:immigrants?|immigration|migrants|refugees|asylum)\b|close (?:our|"
        r"the) borders?|(?:protect|defend|save|restore) "
        r"(?:our )?(?:gun|abortion|voting) rights",
        rf"(?:worst|best|greatest|most corrupt) (?:president|prime minister|chancellor|governor|senator|"
        rf"mayor)\b(?! of our| of the club)|{_POLITICIAN}\b.{{0,30}}"
        rf"(?:again|20\d\d|traitor|crook)",
        rf"join (?:the )?(?:\w+ )?(?:{_PARTY}|\w+ party) (?:today|now|and)\b(?<!the party today)(?<!our party "
        rf"today)(?<!birthday party today)|(?:rally|march|cheer)"
        rf"\b.{{0,30}}(?:our leader|our candidate|the party|the president)",
        r"(?:your vote|vote|elect|ballot)\b.{0,60}(?:rents?|tax(?:es)?|pension|schools|buses|healthcare|crime)\b",
    ),
)

_REMEDY = (
    r"(?:surgery|medications?|medicines?|meds|vaccines?|antibiotics|chemo(?:therapy)?|insulin|antidepressants?|"
    r"blood pressure pills|inhaler|operation|"
    r"prozac|statins?|painkillers?|radiation|dialysis|formula|pills)"
)
_WISE = (
    r"ask|consult|talk to|unless your doctor|as your doctor|prescribed|as directed|do not|don't|never "
    r"without|label|pharmacist|remind\w*|organi[sz]ers?"
)

REGULATED = (
    *_together(
        "regulated_advice",
        _REMEDY,
        r"skip|refuse|no need|does not need|doesn't need|instead of|instead|replaces?|come off|stop|enough|trust "
        r"your|drop|"
        r"ditch|never take|does the same|as much as you like|start taking|quit|throw away",
        unless=_WISE,
    ),
    *_together(
        "regulated_advice",
        r"sell everything|mortgage|all (?:of )?your|put it all|life savings|your pension|whole|every cent|borrow",
        r"buy|invest|gold|shares?|"
        r"bitcoin|crypto|coin|fund|stock|token",
        r"gold|shares?|bitcoin|crypto|coin|fund|stock|token",
        unless=r"may lose|never|not|risks",
    ),
    *_together(
        "regulated_advice",
        r"\d+ ?(?:percent|per cent|%)|\w+ percent",
        r"a year|per year|every (?:month|year|week)|a month|monthly|returns?|profit",
        r"safe|sure|"
        r"guaranteed|without (?:any )?risk|risk[- ]free|sign today|no risk",
        unless=r"may lose|no guarantee|not guaranteed",
    ),
    *_rules(
        "regulated_advice",
        r"(?:will|is going to) be worth (?:\w+ ){0,3}?(?:times|more|double|thousand|million|twice)|guaranteed to "
        r"(?:triple|double|rise|grow|win|pay)|win(?:s)? every "
        r"(?:\w+ )?(?:case|lawsuit|trial)",
        r"(?:entitled to|you can|you should|just)\b.{0,40}\bsue (?:him|her|them|your)|the court has to|the "
        r"(?:bank|tax office|police|ex) (?:gets|gets|can take) nothing|in "
        r"your (?:cousin|wife|brother|husband|friend)'?s name",
        r"(?:mole|lump|chest pain|rash|fever|bleeding|headache|numbness)s? (?:is|are) (?:\w+ )?(?:harmless|"
        r"stress|nothing|normal|fine)|no need to (?:show|see|visit|"
        r"call)\b.{0,30}(?:anyone|doctor|hospital|ambulance)",
        r"(?:newborn|baby|infant|toddler)\b.{0,40}(?:instead of (?:formula|milk|antibiotics|medicine)|honey|goat "
        r"milk)|(?:don't|do not|never|stop) pay(?:ing)? (?:your |any )?"
        r"(?:taxes|tax|rent|fines?|debts?)\b.{0,40}(?:law|legal\w*|require)",
        r"(?:removes?|cures?|heals?|ends?|fix(?:es)?|stops?) (?:\w+ )?(?:depression|anxiety|arthritis|diabetes|"
        r"cancer|asthma|migraines?|adhd|autism|pain) (?:in|within|"
        r"after|for good|forever)",
        r"you have (?:\w+ )?(?:depression|diabetes|cancer|adhd|autism|anxiety|an infection|meningitis|"
        r"pneumonia)\b.{0,40}(?:take|start|stop|use)",
    ),
)
