"""Words that rules of moderation share: groups of people, persons, insults, and what shows that a text is about a harm
rather than doing it.
"""

from __future__ import annotations

import codecs

PEOPLE = (
    r"(?:all |the |these |those |every |any )?(?:(?:young|old|poor|dirty|damn|fucking|bloody) )?(?:muslims?|"
    r"islamists?|"
    r"jews?|jewish people|christians?|catholics?|hindus?|sikhs?|buddhists?|atheists?|blacks|black (?:people|men|"
    r"women|"
    r"folks?)|whites|white (?:people|men|women|folks?)|asians?|africans?|arabs?|mexicans?|latinos?|latinas?|"
    r"hispanics?|"
    r"indians?|pakistanis?|chinese(?: people)?|japanese people|koreans?|turks?|poles|polish people|romanians?|"
    r"russians?|"
    r"ukrainians?|syrians?|afghans?|nigerians?|somalis?|haitians?|albanians?|germans?|french people|italians?|"
    r"irish "
    r"people|"
    r"immigrants?|migrants?|refugees?|asylum seekers?|foreigners?|gyps(?:y|ies)|roma(?: people)?|gays?|gay "
    r"(?:people|"
    r"men)|"
    r"lesbians?|homosexuals?|bisexuals?|transsexuals?|trans(?:gender)? (?:people|women|men|kids)|queers?|women|"
    r"females|"
    r"(?:the )?disabled(?: people)?|the handicapped|cripples|autistic people|the mentally ill|old people|the "
    r"elderly|"
    r"native americans?|aboriginals?|indigenous people|people (?:of|from) (?:that|this|their|his|her) (?:race|"
    r"religion|"
    r"country|colour|color)|people of colou?r|non-?whites|infidels|unbelievers)"
)
"""Groups that people belong to without choosing, or by faith."""

PERSON = (
    r"(?:him|her|them|you|everyone|everybody|people|someone|somebody|anyone|yourself|each other|my|your|his|her|"
    r"their|our|"
    r"(?:the |this |that |these |those |a |an |every |all (?:the |these |those )?|any )?(?:local |corrupt |city |"
    r"prime |"
    r"other |new |old )*(?:neighbou?rs?|boss(?:es)?|teachers?|students?|pupils?|classmates?|kids?|children|mayors?|"
    r"presidents?|prime ministers?|ministers?|senators?|politicians?|judges?|police(?:men|man| officers?)?|cops?|"
    r"officers?|"
    r"soldiers?|journalists?|reporters?|protesters?|crowds?|doctors?|nurses?|women|men|woman|man|girls?|boys?|"
    r"wi(?:fe|ves)|"
    r"husbands?|girlfriends?|boyfriends?|ex|traitors?|enem(?:y|ies)|landlords?|tenants?|coworkers?|co-?workers?|"
    r"colleagues?|"
    r"manager|ceo|king|queen|pope|priests?|imams?|rabbis?|worshippers|customers?|tourists?|drivers?|bankers?|"
    rf"{PEOPLE[len('(?:all |the |these |those |every |any )?') :]}))"
)
"""Whom violence may be done to."""

KIN = (
    r"(?:mother|father|mom|mum|dad|brother|sister|son|daughter|kids?|children|family|wife|husband|parents?|dog|"
    r"baby|ex|"
    r"boss|neighbou?rs?|teacher|landlord|colleagues?|coworkers?|friends?)"
)

LESS_THAN_HUMAN = (
    r"(?:vermin|animals|parasites?|sub-?human|filth|filthy|scum|disease[sd]?|a plague|the plague|rats|cockroaches|"
    r"insects|"
    r"monkeys|apes|pigs|dogs|inferior|savages?|barbarians?|trash|garbage|rubbish|a cancer|an infestation|evil|"
    r"dirty|"
    r"subhumans?|less than human|not (?:really |fully |even )?human|thieves|criminals|rapists|terrorists|invaders|"
    r"freaks|"
    r"perverts|degenerates?|abominations?|an abomination|disgusting|worthless|stupid|lazy|retarded|mentally "
    r"inferior|"
    r"unfit to (?:live|lead|work|vote)|incapable of (?:thinking|leading|reason)|a (?:burden|stain|threat) (?:on|"
    r"to) "
    r"(?:our |the )?(?:society|race|blood|nation|country|people)|ruining (?:our|this|the) (?:country|nation|city|"
    r"neighbou?rhood|town)|poisoning (?:our|the) (?:blood|country|nation|children)|destroying (?:our|the) "
    r"(?:culture|"
    r"race|"
    r"country|nation|civili[sz]ation)|taking over (?:our|the) (?:country|nation|cities))"
)

BELITTLING = (
    r"(?:worthless|pathetic|disgusting|ugly|fat|stupid|useless|dumb|hideous|repulsive|brainless|spineless|filthy|"
    r"sad "
    r"little|"
    r"complete|total|absolute|such|miserable|fucking|goddamn)"
)
INSULT = (
    r"(?:loser|idiot|moron|imbecile|cow|pig|slut|whore|bitch|trash|freak|waste of (?:space|oxygen|air|skin|time)|"
    r"clown|creep|"
    r"piece of (?:shit|trash|garbage|crap|filth)|retard|cunt|bastard|asshole|arsehole|dumbass|scumbag|nobody|pig|"
    r"rat|"
    r"snake|"
    r"joke|failure|disgrace|psycho|coward|fatso|disease|parasite|tramp|skank)"
)

_SLURS = codecs.decode(
    "avttref?|avttnf?|xvxrf?|sntf?|snttbgf?|fcvpf?|puvaxf?|genaavrf?|genaalf?|cnxvf?|jrgonpxf?|tbbxf?|gbjryurnqf?|"
    "enturnqf?|qlxrf?|orraref?|fnaqavttref?",
    "rot13",
)
SLURS = rf"(?:{_SLURS})"
"""Words that are nothing but an insult to a group, kept out of plain sight."""

ABOUT_HARM = (
    r"\b(?:prevent(?:ion|ing|s|ed)?|awareness|recogni[sz](?:e|es|ing)|spot(?:ting)? (?:the|a|phishing|scams?|fake)|"
    r"signs of|"
    r"(?:how|where|when|please|must|to|can|should) (?:\w+ )?report|reports? (?:child|abuse|it|hate|harass\w*)|help "
    r"?lines?|hotlines?|"
    r"survivors?|victims of|memorial|museum|history of|documentary|novel|fiction|chapter|villain|code of conduct|"
    r"fight(?:ing)? (?:against )?(?:hate|racism|fraud|misinformation|discrimination|bullying)|end(?:ing)? "
    r"(?:violence|racism|hate|"
    r"discrimination)|against the law|unlawful|it is illegal|is a crime|sentenced|convicted|charged with|police "
    r"said|"
    r"according to|stud(?:y|ies) (?:show|found|of)|research(?:ers)? (?:show|found)|statistics|fact[- ]?check(?:ed|"
    r"ing|ers?)?|"
    r"debunk(?:ed|s|ing)?|(?:a|the|this|common|old) myths?|myth (?:that|number)|falsely|(?:claim|claims|rumou?r) "
    r"(?:that|is|are) "
    r"|false claims?|is false|are false|claimed|conspiracy theor(?:y|ies)|disinformation|misinformation|scams?|"
    r"scammers?|phishing|"
    r"fraudsters?|beware of|warning signs|how to protect|protect (?:yourself|your (?:account|data|family) (?:from|"
    r"against))|"
    r"safeguard(?:ing)?|training|(?:our|this|the) course|(?:this|our|the|in) lesson|lesson (?:plan|on|about|one|"
    r"two)|workshop|learn (?:how )?to (?:spot|recogni[sz]e|"
    r"respond|protect)|"
    r"no one should|nobody should|wrong to|zero tolerance|unacceptable|no place (?:here|in our)|condemn(?:s|ed)?|"
    r"(?:we|i) apologi[sz]e|apologi[sz](?:es|ed)|"
    r"support (?:group|line|service)|therap(?:y|ist)|counsell?(?:or|ing)|in treatment|treatment helps|recovery|"
    r"recovering|equality|how (?:do |would |can |could )?(?:the |online |these )?(?:predators|groomers|abusers|"
    r"pa?edophiles))\b"
)
"""What shows that a sentence speaks about a harm: prevention, report, history, rule, correction."""

NEGATED = (
    r"\b(?:never|do not|don't|does not|doesn't|must not|mustn't|should not|shouldn't|will not|won't|cannot|can't|"
    r"no|"
    r"not|stop|"
    r"avoid|without|against|nobody should|instead of|rather than)(?:\W+\w+){0,3}\W*$"
)
"""What stands shortly before a harm that is not to be done."""
