"""The lexicon: what kinds of words there are, as far as the director needs to know them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VIDEO_NOUNS = ("video", "videos", "clip", "reel", "film", "ad", "ads", "advert", "advertisement", "commercial",
               "spot", "promo",
               "trailer", "teaser", "explainer", "tutorial", "animation", "tiktok", "short", "shorts", "story",
               "presentation",
               "intro", "walkthrough", "demo", "testimonial")
"""What people call the thing they want us to make."""

CATEGORIES: dict[str, frozenset[str]] = {
    "software": _words("app apps software platform tool tools website site plugin extension dashboard api saas program "
                       "system portal chatbot bot notes crm planner tracker calculator "
                       "assistant"),
    "wearable": _words("necklace necklaces ring rings bracelet bracelets earring earrings jewellery jewelry watch "
                       "watches dress "
                       "dresses jacket jackets coat coats shirt shirts shoe shoes sneaker sneakers boot boots bag "
                       "bags hat hats "
                       "scarf scarves sunglasses glasses jeans collection clothing socks sweater sweaters hoodie "
                       "backpack"),
    "food": _words("coffee bread sourdough cake cakes chocolate wine beer tea pizza burger menu brunch lunch dinner "
                   "breakfast "
                   "pastry pastries sauce honey jam cheese ice-cream snack snacks juice drink drinks cookies soup"),
    "place": _words("bakery café cafe restaurant shop store clinic practice hotel hostel gym studio salon museum "
                    "gallery school "
                    "office bar pub garden farm library bookshop bookstore pharmacy nursery kindergarten spa garage "
                    "workshop "
                    "brewery winery campsite theatre cinema space market academy centre center hospital showroom "
                    "university"),
    "class": _words("class classes course courses lesson lessons training workshop workshops coaching programme "
                    "program bootcamp "
                    "retreat webinar tutoring seminar"),
    "service": _words("services consulting consultancy agency cleaning repair repairs plumbing photography catering "
                      "insurance "
                      "accounting delivery design landscaping renovation support firm company team business practice "
                      "startup "
                      "electrician plumber gardener lawyer accountant bookkeeper photographer coach tutor therapist "
                      "mechanic painter "
                      "decorator rental consultants"),
    "device": _words("phone lamp bike bicycle e-bike headphones speaker camera laptop tablet car scooter bottle mug "
                     "chair desk "
                     "sofa table mattress pillow vacuum robot drone printer heater panels panel battery toaster "
                     "blender oven "
                     "candle candles kit toy toys pan knife knives umbrella tent keyboard monitor"),
    "event": _words("event day party concert festival conference meetup fair exhibition gala summit opening show "
                    "screening "
                    "picnic barbecue bbq party-evening ceremony theatre-night fundraiser-dinner launch-party "
                    "marathon race weekend evening night reception market webinar hackathon wedding"),
    "media": _words("podcast newsletter magazine book album series novel blog channel show song film documentary game"),
    "home": _words("apartment flat house villa cottage penthouse loft bungalow townhouse property"),
    "cause": _words("shelter charity foundation cause fundraiser appeal campaign rescue hospice orphanage"),
    "offer": _words("friday monday sale sales discount offer offers deal deals promotion voucher vouchers giveaway "
                    "clearance"),
}
"""Head nouns by the kind of thing they are; the first category that knows the word wins."""

PEOPLE = _words(
    "people persons adults children kids teens teenagers students pupils teachers parents mothers fathers families "
    "women men "
    "girls boys seniors beginners professionals customers clients users members staff employees colleagues teams team "
    "managers "
    "leaders founders startups companies businesses business freelancers creators designers developers engineers "
    "plumbers "
    "homeowners owners renters travellers travelers tourists visitors guests patients nurses doctors dentists carers "
    "volunteers donors investors partners suppliers neighbours neighbors locals residents fans lovers enthusiasts "
    "runners "
    "cyclists gamers readers writers musicians artists couples brides singles gardeners cooks bakers athletes players "
    "pensioners retirees newcomers learners graduates candidates applicants hires starters recruits anyone everyone "
    "everybody "
    "those someone schools shops restaurants agencies charities nonprofits communities organisations organizations "
    "public "
    "audience subscribers followers shoppers buyers drivers commuters workers builders electricians lawyers "
    "accountants moms "
    "mums dads marketers entrepreneurs executives scientists researchers farmers pet dog cat crowd youngsters "
    "millennials "
    "hobbyists makers viewers household households")
"""Nouns that name an audience."""

MASS = _words(
    "gold silver platinum cotton linen wool leather steel wood oak glass ceramic marble bamboo silk plastic entry "
    "admission "
    "delivery shipping parking access support advice mode search software coffee tea bread wine beer food music wifi "
    "wi-fi "
    "insurance equipment clothing jewellery jewelry furniture news information training coaching cleaning yoga "
    "housing storage "
    "security data energy power light water air time money work fun seating catering integration sync privacy "
    "encryption "
    "sharing tracking billing reporting salary holiday paper aluminium titanium rubber vegan quality pay cancellation "
    "setup milk cream wax soap rice pasta salt sugar honey cheese juice fruit homework maths english science history "
    "rental hire experience staff lemonade rent repair maintenance photography protein care breakfast lunch dinner "
    "skin "
    "equity growth traffic software")
"""Nouns without an article in the singular."""

MATERIALS = _words("gold silver platinum cotton linen wool leather steel wood oak glass ceramic marble bamboo silk "
                   "titanium wax "
                   "aluminium aluminum brass bronze copper cork porcelain cashmere denim rubber hemp paper walnut")
"""What things are made of."""

ADJECTIVES = _words(
    "free new fast faster quick easy easier simple simpler safe safer secure light lighter small smaller strong "
    "stronger warm "
    "warmer fresh organic local vegan vegetarian waterproof handmade homemade natural modern cheap cheaper affordable "
    "quiet "
    "quieter open available remote hybrid private personal professional independent certified licensed insured "
    "portable "
    "wireless compact durable reusable washable recyclable biodegradable sustainable seasonal limited exclusive "
    "unlimited "
    "flexible full-time part-time online offline accessible family-run family-owned made-to-measure bespoke live "
    "anonymous "
    "gentle soft healthy sugar-free gluten-free dairy-free fair-trade ready low-cost bilingual permanent temporary "
    "unisex")
"""Adjectives that can stand alone after `it is`."""

ADJECTIVE_ENDINGS = ("proof", "-free", "friendly", "able", "ible", "less", "-made", "-run", "-based", "-grown",
                     "-built")

PARTICIPLES = _words(
    "made handmade handcrafted crafted built designed grown baked brewed roasted produced sourced assembled printed "
    "painted "
    "woven sewn cut tested certified approved trusted used loved founded established based located owned run hosted "
    "led "
    "delivered shipped packed powered backed funded written taught recorded inspired recommended refurbished recycled "
    "available included served opened developed created engineered manufactured installed connected encrypted picked "
    "rated awarded held limited reserved dedicated tailored suited aimed open closed")
"""First words of phrases such as `made in Lisbon`, which need `it is` before them."""

VERBS = _words(
    "sync work save help keep connect track run come last include have offer give make let turn start stop begin end "
    "open "
    "close charge cost support send share show tell teach protect clean fit hold carry play record translate remind "
    "plan "
    "organise organize schedule manage measure monitor reduce cut improve increase speed boost learn read write scan "
    "sign pay "
    "order book find search filter sort add remove replace protect prevent block detect check test answer call text "
    "email "
    "deliver ship arrive take bring get grow bake brew roast cook serve cover need use require allow enable mean feel "
    "look "
    "smell taste sound weigh stand fold lock unlock recycle store adapt adjust combine contain create design build "
    "export "
    "import integrate automate simplify replace handle host invite launch meet move pick print produce provide reach "
    "respond "
    "restore return sell sing sleep solve stay suit switch teach train travel understand upload download update walk "
    "wash wear "
    "welcome wet rinse dry rub press push pull click tap select choose enter type fill pour mix stir cut slice fold "
    "put place "
    "set lift lower bend stretch breathe count wait rest repeat report log wipe attach plug insert rotate hold apply "
    "spread "
    "heat boil chop peel drain knead shape score preheat boost lead generate convert cancel renew compare review "
    "drag drop save submit confirm verify install restart reset go do see try visit join follow register subscribe "
    "turn knock unplug shake sand paint hang pack unpack freeze thaw fry steam loosen tighten twist soak measure snap "
    "charge browse mow trim deal empty squeeze repot grind whisk fasten bring notify avoid stay smile switch "
    "lean tilt roll wrap tie untie talk speak hear reach swap")
"""Base forms; a fact that begins with one is a step, with its third person a statement."""

CALLS = ("visit", "book", "call", "order", "shop", "buy", "apply", "register", "sign up", "subscribe", "download",
         "join",
         "contact", "email", "e-mail", "reserve", "learn more", "find out more", "donate", "follow us",
         "enrol", "enroll", "get it", "say hello", "adopt",
         "follow @", "rsvp", "dm", "wishlist", "send your cv", "send cv", "send us",
         "get in touch",
         "save the date", "get started", "write to", "message", "request", "swipe up", "tap the link", "click the link",
         "come and", "come by", "come meet", "come see", "stop by", "drop by", "log in", "sign in",
         "get your", "get a quote", "claim",
         "pre-order",
         "preorder", "schedule", "talk to", "text", "start your", "try it", "see more", "go to", "check out",
         "discover", "listen", "watch", "stream", "install", "update now", "update today", "come "
                                                                                           "along", "vote", "give to",
         "switch to")
"""How a call to action begins."""

TONES = _words(
    "calm friendly warm upbeat energetic fun playful serious professional formal casual light confident bold inspiring "
    "inspirational motivating emotional heartfelt elegant luxurious premium modern cinematic dramatic epic cheerful "
    "happy "
    "lively dynamic exciting relaxed gentle quiet sober clear simple funny witty quirky cheeky trustworthy reassuring "
    "caring "
    "welcoming youthful sleek minimal minimalist honest down-to-earth persuasive urgent sophisticated uplifting "
    "positive neutral romantic hopeful punchy snappy crisp sad nostalgic cute cosy cozy")
"""Adjectives that describe how a video feels."""

MOODS: dict[str, str] = {
    **dict.fromkeys("calm relaxing relaxed soft gentle peaceful quiet soothing slow mellow chill".split(), "calm"),
    **dict.fromkeys("upbeat happy energetic bright cheerful lively positive fast corporate pop dynamic".split(),
                    "upbeat_corporate"),
    **dict.fromkeys("playful fun funny quirky whimsical cute light-hearted lighthearted".split(), "playful"),
    **dict.fromkeys("cinematic dramatic orchestral emotional grand".split(), "cinematic"),
    **dict.fromkeys("tech electronic digital synth futuristic modern techno".split(), "tech"),
    **dict.fromkeys("inspiring inspirational motivational uplifting hopeful warm motivating".split(), "inspiring"),
    **dict.fromkeys("acoustic folk folky guitar unplugged".split(), "acoustic"),
    **dict.fromkeys("ambient atmospheric spacious dreamy ethereal".split(), "ambient"),
    **dict.fromkeys("epic heroic majestic trailer".split(), "epic"),
    **dict.fromkeys("funky funk groovy disco soul".split(), "funky"),
    **dict.fromkeys("lofi lo-fi".split(), "lofi"),
    **dict.fromkeys("tense suspenseful suspense ominous thriller".split(), "tense"),
}
"""Words for music and the mood each one means."""

BACKGROUNDS = _words("aurora studio ribbons horizon facets orbit paper grid contours plain simple minimal clean "
                     "gradient abstract silk office room home window nature mountains landscape outdoor sky space "
                     "stars data dots network map")
"""Words for what stands behind the presenter; `tools.casting` knows which of ours each one means. Colours are not among
them: they belong to the look."""

NUMBERS: dict[str, float] = {word: float(value) for word, value in zip(
    "one two three four five six seven eight nine ten fifteen twenty thirty forty forty-five fifty sixty seventy-five "
    "ninety".split(),
    (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 40, 45, 50, 60, 75, 90), strict=True)} | {"a": 1.0, "an": 1.0}
"""Number words as durations use them."""

SINGULAR_S = _words("news yoga lens bus campus gas series business chess class address press process access glass "
                    "dress canvas "
                    "atlas compass success fitness wellness illness kindness business's mathematics physics economics "
                    "politics "
                    "always tennis express plus bonus virus status focus analysis basis thesis crisis less")
IRREGULAR_PLURALS = _words("people children men women teeth feet mice geese oxen glasses trousers jeans headphones "
                           "sunglasses "
                           "scissors shoes staff police")
