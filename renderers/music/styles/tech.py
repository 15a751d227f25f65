"""Tech: a filtered synth sequence with echoes over a synth bass and a tight electronic kit."""

from __future__ import annotations

from renderers.music.score import Bus, Part, Pattern, Style

STYLE = Style(
    tempo=110, keys=(0, 2, 4, 5, 7, 9), minor=True,
    verses=(
        ("i7", "i7", "bVImaj7", "bVIIadd9"),
        ("i9", "iv7", "bVImaj7", "bVIIadd9"),
        ("i7", "bIIIadd9", "iv7", "bVIIadd9"),
        ("bVImaj7", "bVIIadd9", "i7", "v7"),
    ),
    bridges=(("bVImaj7", "bVImaj7", "bVIIadd9", "i7"), ("iv9", "bVIIadd9", "bIIImaj7", "bVImaj7")),
    cadence=("bVImaj7", "bVIIadd9"), final="iadd9",
    looseness=2, intro=0.35, body=(0.5, 0.65, 0.55, 0.7), lift=0.95,
    parts=(
        Part("sequence", (81, 90), Pattern("sequence", (
            "0.2.3.1.2.4.3.2.", "0.2.31.24.3.12..", "0.3.2.4.1.3.2.4.", "02.3.1.42.3.1.2."), gate=0.6),
            level=-27.5, low=55, high=79, pan=-0.45, bus="synth", ends=False),
        Part("pad", (89, 95), Pattern("pad"), level=-29, low=52, high=72, voices=4, bus="hall", late=-90),
        Part("bass", (38, 39), Pattern("bass", (
            "R.R.R.R.R.R.R.a.", "R..R..R.R..R..5.", "R---..R-..R-8-R."), gate=0.8),
            level=-25.5, enters=0.45, low=29, bus="low"),
        Part("keys", (5, 4), Pattern("chords", ("....6--.....5--.", "..6-....6--.....", "7-----........5-"), gate=1.0),
            level=-28, enters=0.48, low=57, high=76, pan=0.4, bus="echoes"),
        Part("kit", (24,), Pattern("drums", (
            "K9.......8....3. H..4...4...4...4 R....5.......5..", "K9...7...9...7.. H..5...5...5...5"),
            fills=("K9.......8....3. R....5.....4.5.6 H..4...4...4....",), start="X4..............."),
            level=-27, enters=0.48, leaves=0.8, drums=True, bus="drums"),
        Part("lift kit", (24, 25), Pattern("drums", (
            "K9...8...9...8.. C....7.......7.. H3242324232423242 O..3...4...3...4",),
            fills=("K9...8...9...... C....7.......7.7 H3242324232423242",), start="X5..............."),
            level=-25, enters=0.85, drums=True, bus="drums"),
        Part("ticks", (25,), Pattern("drums", ("B..2.3..2..2.3.2", "B3.2..3.2.3.2..3")),
            level=-38, enters=0.35, drums=True, pan=0.4, bus="drums", ends=False),
        Part("glass", (98, 11), Pattern("sequence", (
            "4...............", "......5.........", "..........4...5."), gate=3.0),
            level=-31, low=67, high=91, pan=0.35, bus="echoes"),
        Part("high sequence", (90, 81), Pattern("sequence", ("3.4.5.4.3.5.4.5.", "5.4.3.5.4.3.5.4."), gate=0.5),
            level=-31, enters=0.6, low=67, high=91, pan=0.5, bus="synth", ends=False),
        Part("lead", (11, 98), Pattern("melody", (
            "e-----e-g---f-..e-------d---....", "e---g-----h-g---e-----d-e-------"), gate=1.3),
            level=-28, enters=0.85, low=67, high=84, bus="echoes"),
    ),
    buses={
        "low": Bus(wet=-100, high_cut=1500),
        "drums": Bus(wet=-20, decay=0.5, low_cut=35),
        "synth": Bus(wet=-14, decay=1.4, low_cut=150, high_cut=3200, echo=-10, air=2.5, dip=2.5),
        "echoes": Bus(wet=-11, decay=1.8, low_cut=160, echo=-12, air=2.5, dip=2.5),
        "hall": Bus(wet=-6, decay=2.2, low_cut=150, air=2.5, dip=2.5),
    },
)
