"""Calm: an electric piano that lets its chords ring, a nylon guitar that answers, long basses and warm pads."""

from __future__ import annotations

from renderers.music.score import Bus, Part, Pattern, Style

STYLE = Style(
    tempo=74,
    keys=(0, 2, 5, 7, 8, 10),
    minor=False,
    verses=(
        ("Imaj9", "vi7", "IVmaj7", "V9sus4"),
        ("Imaj7", "iii7", "IVmaj9", "V9sus4"),
        ("IVmaj9", "Imaj7/III", "ii7", "Vsus4"),
        ("Imaj9", "IVmaj7", "vi9", "IVmaj7"),
    ),
    bridges=(("ii9", "iii7", "IVmaj7", "V9sus4"), ("vi9", "IVmaj7", "Imaj7", "V9sus4")),
    cadence=("IVmaj9", "V9sus4"),
    final="Iadd9",
    looseness=9,
    slowing=0.7,
    intro=0.3,
    body=(0.45, 0.6, 0.5, 0.65),
    lift=0.85,
    parts=(
        Part(
            "electric piano",
            (4, 5),
            Pattern(
                "sequence", ("0.2.3.4.5...4...", "0.1.3.2.4.3.2...", "0...3.2.4...3.2.", "0.2.4...3...2..."), gate=3.2
            ),
            level=-24.5,
            low=52,
            high=79,
            pan=-0.12,
        ),
        Part("pad", (89,), Pattern("pad"), level=-29, low=53, high=72, voices=4, bus="hall", late=-120),
        Part(
            "guitar",
            (24,),
            Pattern(
                "melody",
                (
                    "....e---f---g-------e---....d---",
                    "e-------....f-e-d-------........",
                    "........g---f---e-------........",
                ),
                gate=1.4,
            ),
            level=-27,
            enters=0.5,
            low=62,
            high=81,
            pan=0.3,
            bus="hall",
            late=8,
        ),
        Part(
            "vibraphone",
            (11,),
            Pattern("sequence", ("5...............", "........4.......", "4.......5......."), gate=4),
            level=-31,
            leaves=0.55,
            low=67,
            high=91,
            pan=0.35,
            bus="hall",
        ),
        Part(
            "bass",
            (35, 32),
            Pattern("bass", ("R-----------5---", "R-------....R-a-", "R-----5-R-------"), gate=0.97),
            level=-26,
            enters=0.4,
            low=29,
            bus="low",
            late=6,
        ),
        Part("strings", (49,), Pattern("pad"), level=-29.5, enters=0.6, low=57, high=77, bus="hall", late=-110),
        Part(
            "harp",
            (46,),
            Pattern("sequence", ("0.1.2.3.4.3.2.1.", "..2.3.4.5.4.3.2."), gate=2.5),
            level=-31,
            enters=0.8,
            low=62,
            high=88,
            pan=-0.35,
            bus="hall",
        ),
        Part(
            "brushes",
            (40,),
            Pattern(
                "drums",
                (
                    "K6.........3.... R........4....... m2.3.2.3.2.3.2.3.",
                    "K6.......2...... R........4....... m3...2...3...2...",
                ),
            ),
            level=-33,
            enters=0.58,
            drums=True,
            bus="drums",
            late=6,
            ends=False,
        ),
    ),
    buses={
        "low": Bus(wet=-100, high_cut=1600),
        "drums": Bus(wet=-16, decay=1.0, low_cut=60, high_cut=9000),
        "room": Bus(wet=-10, decay=1.6, low_cut=120, air=4.5, dip=2.5),
        "hall": Bus(wet=-7, decay=2.6, low_cut=170, air=4.5, dip=2.5),
    },
)
