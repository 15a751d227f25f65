"""Openings of questions that tell on their own what is asked about, whatever follows them."""

from __future__ import annotations

from tools.notes import Topic

LEAVE = (
    r"(?:(?:can|could|may|might|am|are) (?:i|we)|is it (?:ok|okay|fine|alright|legal|allowed|possible)) (?:be |also |"
    r"legally |actually |just |then |freely |safely |later |allowed )*(?:to )?(?:use|show|play|post|share|publish|run|"
    r"air|sell|reuse|embed|broadcast|screen|stream|put|upload|print) (?:this|it|that|these|them|(?:the|our|my) "
    r"(?:finished |whole )?(?:videos?|clips?|films?|thing|spot|ad|movie))(?: up| out)? (?:on|onto|in|at|for|to) "
    r"(?:\w+ ){0,3}?"
    r"(?:tv|television|telly|radio|cinemas?|youtube|instagram|insta|facebook|fb|linkedin|tiktok|websites?|webpage|site|"
    r"homepage|socials?|social media|internet|web|online|shops?|store|screens?|fairs?|exhibitions?|events?|"
    r"conferences?|"
    r"ads?|adverts?|advertising|campaigns?|newsletters?|e-?mails?|trains?|bus(?:es)?|billboards?|marketing|commercials?|"
    r"clients?|customers?|intranet|showroom|waiting room|channel|networks?|public|court|schools?)\b"
)
"""A question whether the finished video may be used somewhere outside."""

PLAIN: tuple[tuple[Topic, str], ...] = (
    ("script", r"where (?:do|does|did|is) (?:we|she|he|it|they|the \w+) (?:talk|say|mention|speak)"),
    (
        "capabilities",
        r"(?:can|could|does) (?:it|this) (?:also )?(?:do|make|support|handle|create|understand|work with)\b"
        r"(?! (?:the|this|that|my|our)\b)",
    ),
    (
        "capabilities",
        r"(?:(?:is|are) there|do (?:you|we) have) (?:an? |any )?(?:max\w*|min\w*|upper|lower|limits?|"
        r"restrictions?|caps?)\b"
        r"|how many \w+ (?:can|could|may) (?:there be|i|we|you|it|a video)\b",
    ),
    (
        "progress",
        r"how (?:long|many|much)\b.*\b(?:until|till|til|before) (?:i|we|you|it)\b|how much (?:is|time is) (?:there )?"
        r"(?:still )?left\b",
    ),
    ("capabilities", LEAVE),
    ("review", r"(?:would|do) you (?:change|improve|suggest|recommend)\b(?! (?:the|it|this|that)\b)"),
    (
        "review",
        r"any ?thing (?:else )?(?:i|we|you) (?:should|could|can|must|would) (?:still )?(?:fix|change|improve|correct)",
    ),
    ("cost", r".*\b(?:price|cost)s? (?:of|for) (?:this|the|your) (?:service|product|tool|app)\b"),
    ("changes", r"(?:have|has|did) .*\bchang\w+\b.*\b(?:since|from|in|between)\b"),
    ("why", r"why not a (?:man|woman)'?s?\b"),
    (
        "settings",
        r"what (?:does |do |is )?(?:the |our )?(?:call to action|cta|button|end card|heading|title|subtitle|name "
        r"strap|name tag)"
        r"(?: text)? (?:say|says|is|reads?|on|in)\b",
    ),
    ("progress", r"where are (?:we|you) (?:with|at|on|in)\b"),
    (
        "avatars",
        r"(?:do|have|can) you (?:have|offer|got|provide) (?:any |some |other |more |different )*(?:presenters?|"
        r"avatars?|hosts?)\b",
    ),
    (
        "voices",
        r"(?:do|have|can) you (?:have|offer|got|provide) (?:any |some |other |more |different )*(?:voices?|"
        r"narrators?|accents?)\b",
    ),
    (
        "backgrounds",
        r"(?:do|have|can) you (?:have|offer|got|provide) (?:any |some |other |more |different )*(?:backgrounds?|"
        r"backdrops?)\b",
    ),
    (
        "music",
        r"(?:do|have|can) you (?:have|offer|got|provide) (?:any |some |other |more |different )*(?:music|songs?|"
        r"tracks?|tunes?)\b",
    ),
    ("capabilities", r"what (?:exactly )?(?:happens|will happen|would happen) (?:when|if|after|once|next)\b"),
    ("voices", r"who(?:'s| is) (?:speaking|talking|reading|narrating)"),
    (
        "duration",
        r"why(?:'s| is| was) (?:it|this|the (?:video|film|draft)) (?:only |just |now |about )*\d+ ?(?:seconds?|secs?|s|"
        r"minutes?)\b",
    ),
    ("why", r"why (?:did|do|have|is|are|was|were|you|the|it|this|she|he|there)\b(?! not\b|n't)"),
    (
        "review",
        r"(?:if |whether )?there (?:are|is|were) (?:any |some )?(?:typos?|mistakes?|errors?|problems?|issues?)\b",
    ),
    (
        "backgrounds",
        r"(?:(?:give|send|show) (?:me |us )?)?(?:a |the )?(?:full )?list of (?:the |your |all )*backgrounds?",
    ),
    ("voices", r"(?:(?:give|send|show) (?:me |us )?)?(?:a |the )?(?:full )?list of (?:the |your |all )*voices?"),
    (
        "music",
        r"(?:(?:give|send|show) (?:me |us )?)?(?:a |the )?(?:full )?list of (?:the |your |all )*(?:music|songs?|"
        r"tracks?)",
    ),
    (
        "avatars",
        r"(?:(?:give|send|show) (?:me |us )?)?(?:a |the )?(?:full )?list of (?:the |your |all )*(?:presenters?|"
        r"avatars?)",
    ),
    ("capabilities", r"what(?:'s| is) the (?:longest|shortest|biggest|largest|maximum|minimum|most)\b"),
    ("drafts", r"when (?:was|were|did) (?:\w+ )?(?:the )?(?:\w+ )?drafts?\b"),
    ("avatars", r"(?:which|what) (?:other )?(?:faces|people|actors|hosts|persons)\b"),
    (
        "music",
        r"(?:do you have|have you got|got|is there|are there|any) ?(?:some|any)?(?:thing|music|tracks?|songs?)? "
        r"(?:that's |a bit |"
        r"more |less |with )*(?:jazzy|upbeat|calm|calmer|funky|dramatic|classical|rocky|electronic|happier|sadder|"
        r"cinematic|"
        r"cheerful|energetic|guitars?|piano|drums|playful|epic|relaxing|jazz|rock|lively|serious|soft|softer)\b",
    ),
    (
        "review",
        r"(?:is|was) the (?:quality|sound|picture|audio|speech) (?:ok|okay|good|fine|alright|high enough|good enough)",
    ),
    (
        "review",
        r"(?:check|proofread|review|look over|go over|inspect|double[- ]check) (?:the |this |my |our )?(?:video|"
        r"draft|script|"
        r"text|it|everything|whole thing|spelling)\b(?: (?:for|again|please|once more).*)?$",
    ),
    (
        "review",
        r"(?:show|give|send) (?:me |us )?(?:the |a |your )?(?:quality|review|check|inspection) (?:report|check|"
        r"results?)",
    ),
    ("settings", r"(?:what|which) \w+ and \w+ (?:are we|do we|does it|is it|am i) (?:using|use|have|in use)"),
    (
        "settings",
        r"is (?:it|this|the (?:video|format|picture)) (?:currently |in )*(?:16:9|9:16|1:1|4:5|1080p|720p|"
        r"4k|hd)\b",
    ),
    (
        "privacy",
        r"(?:do|does|can|could|will|would|did) (?:other |any ?|some )?(?:people|others|anyone|anybody|one|everyone|"
        r"everybody|"
        r"strangers|outsiders|competitors|colleagues)\b.*\b(?:see|access|watch|read|view|find|get)\b",
    ),
    (
        "capabilities",
        r"(?:can|could|may|am i allowed to|are we allowed to|can i legally) ?(?:i|we)? (?:use|show|play|post|share|"
        r"publish|"
        r"run|air|sell|reuse|embed) (?:this|it|the video|these|that|the film|the clip) ?(?:on|in|at|for|commercially|"
        r"publicly|anywhere|as)\b",
    ),
    ("capabilities", r"(?:what|who) (?:is|'?s|are) (?:this|you)(?: thing| app| tool| exactly)?\W*$"),
    (
        "formats",
        r"(?:how (?:big|large|heavy) (?:is|will|would|are)|what(?:'s| is| will be)? the (?:file )?size of|what is "
        r"the file "
        r"size)\b.*\b(?:file|video|mp4|export|download|it)\b",
    ),
    (
        "review",
        r"do (?:you|u) (?:think|reckon|believe|feel|find) (?:it|this|that|the|my|our|people|customers?|viewers?|"
        r"any\w+)\b"
        r"(?!.*\b(?:could|should|can|might|needs?|must)\b)",
    ),
    (
        "review",
        r"(?:is|are|does|do) (?!you\b).*\b(?:too|really|a bit|enough)\b.*\b(?:do you think|you think|in your "
        r"(?:opinion|view))"
        r"|would you say .*\b(?:too|enough|good|okay|ok|clear|works?|strong)\b|do (?:you|u) (?:think|find|feel|"
        r"reckon|believe) (?!we\b|i\b|you\b)"
        r".*\b(?:too|enough|good|okay|ok|fine|works?|right|boring|clear|convincing|strong|weak|professional)\b",
    ),
    ("script", r"how many (?:scenes|slides|shots|lines|words|sections)\b(?! can)"),
    (
        "formats",
        r"(?:which|what) (?:aspect ratios|formats|sizes|shapes|resolutions|file types|files)\b.*\b(?:support|can|"
        r"offer|have|possible|available|there)",
    ),
    (
        "capabilities",
        r"what (?:kind|kinds|sort|sorts|type|types)? ?(?:of )?\w* ?can(?:'t|not)? (?:you|i|we) (?:not )?(?:do|make|"
        r"change|edit)\b",
    ),
)
"""By topic, as regular expressions over the beginning of a question in small letters."""
