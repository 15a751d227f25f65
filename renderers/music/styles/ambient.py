"""Ambient: slow pads that breathe, glassy bells with long echoes and a deep drone; no drums, hardly a pulse."""

from __future__ import annotations

from renderers.music.score import Bus, Part, Pattern, Style

STYLE = Style(
    tempo=66,
    keys=(0, 2, 3, 5, 7, 9, 10),
    minor=False,
    verses=(
        ("Imaj9", "Imaj9", "IVmaj9", "IVmaj9"),
        ("Iadd9", "vi9", "IVmaj9", "V9sus4"),
        ("IVmaj9", "Imaj7/III", "vi9", "V9sus4"),
    ),
    bridges=(("vi9", "vi9", "IVmaj9", "V9sus4"), ("ii9", "IVmaj9", "Imaj7/III", "IVmaj9")),
    cadence=("IVmaj9", "V9sus4"),
    final="Imaj9",
    looseness=14,
    slowing=0.6,
    intro=0.3,
    body=(0.42, 0.58, 0.5, 0.64),
    lift=0.88,
    parts=(
        Part("warm pad", (89,), Pattern("pad"), level=-25, low=50, high=69, voices=4, bus="hall", late=-160),
        Part(
            "glass pad",
            (92, 88),
            Pattern("pad"),
            level=-30,
            enters=0.5,
            low=62,
            high=81,
            bus="hall",
            late=-140,
            pan=0.2,
        ),
        Part(
            "bells",
            (98, 88, 11),
            Pattern(
                "sequence",
                ("4.......5.......", "......3.....5...", "5...........4...", "....4.....3....."),
                gate=5,
            ),
            level=-28,
            low=67,
            high=91,
            pan=-0.3,
            bus="echoes",
        ),
        Part(
            "soft piano",
            (0, 4),
            Pattern("sequence", ("2.......3.....4.", "....3.......2...", "3.........4.....", "..2.....4.......")),
            level=-27,
            enters=0.4,
            low=57,
            high=81,
            pan=0.28,
            bus="echoes",
        ),
        Part("drone", (43, 89), Pattern("bass", ("R" + "-" * 15,), gate=1.05), level=-27, low=29, bus="low", late=-60),
        Part(
            "voices", (53, 54), Pattern("pad"), level=-31, enters=0.6, low=57, high=76, bus="hall", late=-180, pan=-0.12
        ),
        Part(
            "harp",
            (46,),
            Pattern("sequence", ("0.1.2.3.4.5.....", "..5.4.3.2.......")),
            level=-30,
            enters=0.55,
            low=60,
            high=88,
            pan=0.4,
            bus="echoes",
        ),
        Part(
            "slow strings",
            (49, 50),
            Pattern("melody", ("e---------------g---------------", "g---------------f-------e-------"), gate=1.03),
            level=-29,
            enters=0.8,
            low=67,
            high=84,
            bus="hall",
            late=-120,
        ),
    ),
    buses={
        "low": Bus(wet=-20, decay=2.0, high_cut=1200),
        "echoes": Bus(wet=-8, decay=2.6, low_cut=180, echo=-7, air=5, dip=2.5),
        "hall": Bus(wet=-6, decay=3.0, low_cut=150, air=6, dip=3),
    },
)
