"""Ordinary words: English words a slip or two away from words of notes, which are right as they stand."""

from __future__ import annotations

ORDINARY = frozenset(
    """abbreviation abbreviations acceleration acute addressof adobe adopted adverse alike aloud alternate alternating
    alts analysis analyzer ancient appeals apple applies artist artists attack audio audit authored authoring authors
    aversion axis backlog backpack bags bail baker bakers bakery bakes baking band banded banding bands bank banned
    barber barbers barn barns bars basin basket baskets batched batches bats battery battle battles beach beam beams
    bear bears bedding beds beer began beginners begun bell bells bend bends bent berries berry beta betas biking bill
    billing bills bind binding bindings binds bint blank bleeding bless blessed blind blister block blocked blocking
    blocks blots blouse blouses blow blur bombs bone bools border borders bottle bottles bound bounding bounds
    bracelet bracelets brain brains branches bread breads breeding brought brow brows browser browsers brush brushes
    bubble bubbles bugs built bundle buses butcher butchers butter cabin cable cables cafe cake cakes candle candles
    caret cars carve cased cases casing casket castle catering cats cattle causal caution cautions cautious cease cell
    cells chain chained chaining chains chair chance chances chap charity checksum cheeks cheese cheeses cherries
    cherry chocolate chocolates choke chomp chooser chunk chunked chunking chunks cite clamped clarity classic climbs
    clinic clinics clipped clipping clock clocks closer clutter coast coats code coercing coincide colon colons coma
    comb combs command companies compat compete competes competing complex complies compose composed composing
    compression comprise comprised comprising comps compute computed computes computing conceal concept concepts
    concern concerned concerning concerns concert conduct cone confuse confusion connected connecting connects
    consensus consent consist constant contents contexts contour contours contract contracts contrary converged
    convince convinced cook cooking cooks copes copies copyreg copysign cores cork counter counters course courses
    coverity crack craft crafts crane cranes crash crashed crashes crashing creates creation creators cricket crickets
    cropped cropping crowded crown crumbs crust ctor cube cues cups currency curry curse cutter cynic dairy daisy date
    dates dawn dead deadline dealt dears deduplicate deduplicated defer defers definitive deflate degenerate delayed
    delegate delegated delegates delegating deleter deletion deletions denoted denotes denoting dentist dentists
    derived deriving detaches detect detected detecting detects devices dialect diary died dies differed differing
    dines dinner discrete discussion discussions disputes doable dominate dotes dots doubly doubt downgraded drawers
    drawn drift drifts drip drivers driving drone drones drums drying dubbing duck ducking ducks dumpd duplication
    dying earring earrings ears easiest east edith edition efforts elapsed elected election elements elimination ember
    emit emits emitted emitting emotion emotions employee enable enables encoding enquire ensure entirety entities
    entries equality ether evicted exceeds excessive exclaims executing exercising expert experts expired expires
    explode exploited explore exposed exposes exposing expressing expressive extensible extension extent extents fable
    facet factor faint fair fairy falling falls farm farmers farms fears feat feds feeding fell ferry fight fighting
    fills finale fines firm fixer flight flock flocks florist florists flour flow flowing flows flush flushed flushes
    flushing folders foot forcing fore forked forking forks form formants formerly forming formula forth found founded
    fractional fudge function fund furry gable gain game garden gardens gates gather gave gears gender gettext ghost
    giant giants gills glow glows goats goose grade grain grained grains grams grant grants greet greeting grids grind
    grouped grown gums guts hacked hacks hairy hall handle handy harden harm harp hats haven heading headless hears
    heat heater heats height heir hell helpers hero hiking hills hire hired hires hiring hitting holders homemade
    honey honored hood hooked hooks hopes horse horses hostel hostels hotel hotels house houses hover hubs hugs hums
    hung hunter hunters hurry huts inclusive indented indenting indents inferred inferring info inherit inherited
    inheriting inherits injected injecting injects inline insertion insertions inset insists integration intended
    interaction intercept intercepted intercepting intercepts interruption interruptions invented inventing inverse
    invert inverted inverting inverts ironic iterating iterative iterator jacket jackets jars jitted john joiners
    joint joints jones judge judges judging jugs juicy june kerning kettle kettles keyring kinda kinematic king kings
    kiss kits knew knob knocks knot known lack lacked lacking lacks laid lake lakes lambs landed landing lands lather
    laying leader leaders leading leads leaked leaking learnt lease leather letting lies lips loaders loaves located
    locating locket lockets locks loft logger loggers loop looped looping loops loose losses lots lovers luck lunch
    lure magical mail mailing makers mapped mapping marginal marginals margins marin market markets mass mast master
    mates matin mats meats medical mended mending mends merger merry mesh middle mill mills mines minus mips miss
    missed misses mister mixed mixes mixing moats modal model moderate moderated moderation modifier modifiers
    modifies modules money moose moral motel motels mountain mountains mounting mouse movement muddle mugs mult
    mutating needy nest nested nesting nests nineties noisy noose notes noticed notices nurse nurses nuts oars odds
    omitted opus outfile outlive outlives outputting oxen package packed packing packs paddle paid pain pains paint
    painter painters paints pair paired pairing palm paper parity parse parsed parses parsing party passive passphrase
    patched patches patio paying peace peak peaks pebble pebbles peds pending pens persona pertain pets phase phone
    phoneme phonemes physio pickled pickles pickling pilates pill pills pinch pines pings pipe piped pipes piping
    plane planes plant planter plants plaster pleading plot plots plotting plug plumber plumbers plumbing plums pocket
    pockets poll polling polls pony pool ports pose poses positionals postage postponed posture pots pouch pound
    pounds pour power preacher prediction preferring preheat prepend preservation preset presets prevent prevented
    prevents printer printers probing programmer programmers projection prone pronoun prose prospects protects pruning
    puddle pulsing pups pure purity purpose purse purses qualify quantity quirk quirks race racing racket rackets
    radical radio ragged rags rain raisin rakes raking ranked ranking ranks rare rarity raster rates ratio rats rattle
    reach reachable reached reacher reaching reading reality reap reaper rebind rebinding recipes recordings recreated
    recreating recurses recursing redrawn refresh refused refuses refusing regards regulator reinstall related
    relating reliable religion remote remotes removals renters reordered reordering repacking repaired repairs
    replayed replaying replica replicas replicate replicated replicates replies rerunning reserve reserved reserving
    resides resin resolve resolved resolves resolving respect respected respecting respects resumed resumes resuming
    retreat reusable revolution rice ring ringing rings rise rite robin rocket rockets rocks roman ropes rosen rotes
    rots routing rsplit rubbing rugs runner runners rusty ruts saddle safety saint salon salt salted satin saturate
    saver scanner schema science scope scream scrypt seam seat seating seats seeding seeks selective selectors seniors
    separable separation separators sept sequence sequences session sessions sets settable severity shadowed shadowing
    shard sheet shimmer shipped shocks shopping shut shuts sigh sight signaled signaling signers significant signify
    simplex simplifies sing sinner sister skill skills slab slack slant slice slices slider slight sling smell snaps
    snapshot sneaker sneakers sober sobriety society socket sockets socks sofa soil solid solver solvers sonic spanned
    spanning spans spare spawned spawning spend spending spicy spinner spliced splicing splitter spouse spring springs
    sprites spurious squashed stable stack stacked stacking stacks stage stain stains stall stanford star stares
    staring starred stars statics station stations stats steal steep stems sticky stock stocks stone storm stranger
    stray streaming string strings strokes studio submitting substantial substitution substitutions subtables subtly
    subtype suite sums surety surgeon surgery swatch swatches sway swing swipe table tables tags tail taint taker
    takes tally tangent tars tasks tasted teach teacher teachers tear tears teas teens teeth temp tempting tend tends
    tens thaw thead thingy thinner thought threw throne throughput thrown thumbs ticket tickets ticks tidy tied tight
    tiles tiling tills tilt tips token tombs tone tonic tool topic topics torch torn totes tots tour tourist tourists
    town towns trace traced tracers traces tracing tract train trainer trainers trains tram transaction transactions
    transcribe transitive trap travels treat treated treating treats trick tries trio trip tripped tripping trips
    tropic trust tube twister twitch undefined undesired unified unit united units unittest unity unlinked unlinking
    unloaded unpacked unpacking unpacks untie usage users vain validation validations variance variate variety vary
    vastly verb verse vertices vines violate void votes wags waiters wakes waking walls wandering warden wardens warn
    warp wars wavy wedding weddings weds weight welding wept widen wider width wills wines wing wings winner wired
    wiring wombs wood wool workers writer writers yarn years yoga zipped zone zones""".split()
)
"""Never mended: clients sell cakes, candles and medical care, and say `the only chance` and `in the company`."""
