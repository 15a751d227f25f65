"""Upbeat corporate: a muted guitar pulse under syncopated piano; claps, strings and bells open up for the lift."""

from __future__ import annotations

from renderers.music.score import Bus, Part, Pattern, Style

STYLE = Style(
    tempo=114, keys=(0, 2, 3, 5, 7, 9), minor=False,
    verses=(
        ("Iadd9", "V/VII", "vi7", "IVadd9"),
        ("Iadd9", "IVadd9", "vi7", "Vsus4"),
        ("vi7", "IVadd9", "Iadd9", "V"),
        ("IVadd9", "vi7", "Iadd9", "Vsus4 V"),
    ),
    bridges=(("IVadd9", "V", "iii7", "vi7"), ("ii7", "IVadd9", "vi7", "Vsus4 V")),
    cadence=("IVadd9", "Vsus4 V"), final="Iadd9",
    looseness=5, slowing=0.0, intro=0.35, body=(0.5, 0.65, 0.55, 0.7), lift=0.95,
    parts=(
        Part("muted guitar", (28,), Pattern("sequence", (
            "0.1.2.1.0.1.2.1.", "0.0.2.0.1.0.2.0.", "0.2.1.2.0.2.1.3.", "0..0..1.0..0..2."), gate=0.7),
            level=-25, low=52, high=72, pan=-0.32),
        Part("pad", (89,), Pattern("pad"), level=-31, low=55, high=74, bus="hall", late=-60),
        Part("piano", (0, 1), Pattern("chords", (
            "7-----6-----5---", "7--6---.6--5----", "7---..6-..6-5-.."), gate=0.9),
            level=-25, enters=0.45, low=57, high=77),
        Part("mallets", (12, 11), Pattern("sequence", (
            "........4.3.2...", "0.2.4.2.3.2.1...", "4...3...2...3...", "......4.3.4....."), gate=1.5),
            level=-30, enters=0.6, low=67, high=91, pan=0.36, bus="hall"),
        Part("opening bells", (8, 11), Pattern("sequence", ("4.....3...2.....", "2...3...4......."), gate=3.0),
            level=-29, leaves=0.4, low=67, high=88, pan=0.2, bus="hall"),
        Part("bass", (33, 34), Pattern("bass", (
            "R-----R-..R-5-..", "R---R---R---R-a-", "R--R--R-....R-a-"), gate=0.92),
            level=-24.5, enters=0.45, low=29, bus="low", late=3),
        Part("kit", (8,), Pattern("drums", (
            "K9.......7.2.... R....5.......5..", "K9...7...8...7.. H..4...4...4...4."),
            fills=("K9.......7...... S............247",), start="X5..............."),
            level=-27, enters=0.5, leaves=0.75, drums=True, bus="drums"),
        Part("lift kit", (8,), Pattern("drums", (
            "K9...7...9...7.. C....7.......8.. H3.5.3.5.3.5.3.5.",),
            fills=("K9...7...9...... C....7.......8.. S..........2.4678",), start="X6..............."),
            level=-24.5, enters=0.85, drums=True, bus="drums"),
        Part("shaker", (0,), Pattern("drums", ("m4253425342534253",)),
            level=-38, enters=0.45, drums=True, pan=0.25, bus="drums", ends=False),
        Part("strings", (49, 48), Pattern("pad"), level=-28, enters=0.85, low=60, high=81, bus="hall", late=-70),
        Part("lead bells", (9, 8), Pattern("melody", (
            "e-----g-f-e-....g-----f-e---....", "e---f---g-----h-g---e---d-------"), gate=1.5),
            level=-29.5, enters=0.85, low=74, high=93, pan=-0.15, bus="hall"),
    ),
    buses={
        "low": Bus(wet=-100, high_cut=2200),
        "drums": Bus(wet=-19, decay=0.6, low_cut=35),
        "room": Bus(wet=-14, decay=0.9, low_cut=110, air=4, dip=2.5),
        "hall": Bus(wet=-9, decay=1.8, low_cut=160, air=4, dip=2.5),
    },
)
