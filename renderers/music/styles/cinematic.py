"""Cinematic: wide minor strings over a low piano; a short-bowed figure and deep drums drive it, a choir lifts it."""

from __future__ import annotations

from renderers.music.score import Bus, Part, Pattern, Style

STYLE = Style(
    tempo=84, keys=(0, 2, 4, 7, 9), minor=True,
    verses=(
        ("i", "bVI", "bIII", "bVII"),
        ("iadd9", "bVImaj7", "iv7", "bVII"),
        ("i", "bVII", "bVI", "ivadd9"),
        ("i", "v7", "bVI", "bVII"),
    ),
    bridges=(("bVI", "bVII", "i", "bIII"), ("iv7", "bVI", "bIII", "bVIIsus4 bVII")),
    cadence=("bVI", "bVIIsus4 bVII"), final="iadd9",
    looseness=8, slowing=0.8, intro=0.3, body=(0.45, 0.62, 0.52, 0.7), lift=0.97,
    parts=(
        Part("strings", (49,), Pattern("pad"), level=-26, low=48, high=68, bus="hall", late=-110),
        Part("piano", (0, 1), Pattern("sequence", (
            "0.......3.......", "3.....2.....4...", "0...2...3...2..."), gate=3.5),
            level=-26.5, low=57, high=81, pan=-0.1, bus="hall"),
        Part("basses", (43, 42), Pattern("bass", ("R---------------", "R-------R-------"), gate=1.0),
            level=-27.5, low=28, bus="low", late=-30),
        Part("short bows", (48,), Pattern("sequence", (
            "0.2.1.2.0.2.1.2.", "0.0.1.0.2.0.1.0.", "0.1.2.1.3.1.2.1."), gate=0.45),
            level=-27.5, enters=0.5, low=55, high=74, pan=0.3, late=-35, ends=False),
        Part("harp", (46,), Pattern("sequence", ("0.1.2.3.4.5.4.3.", "4...........3...", "0...2...4...5..."), gate=2.5),
            level=-30, enters=0.45, leaves=0.66, low=60, high=88, pan=-0.4, bus="hall"),
        Part("drums", (48,), Pattern("drums", (
            "L9.......5..4... K8..............", "L8.....4.7...... K8.......4......"),
            fills=("L8...5...6.5.678 K8..............",), start="X4..............."),
            level=-27, enters=0.6, drums=True, bus="drums"),
        Part("pulse drums", (48,), Pattern("drums", ("T7.3.4.3.6.3.4.3. L9.....6.8..5....",)),
            level=-27.5, enters=0.85, drums=True, pan=-0.15, bus="drums", ends=False),
        Part("high strings", (48, 49), Pattern("melody", (
            "e---------------g-------f-------",
            "e-------f-------g---------------",
            "g-------f-------e---------------"), gate=1.03),
            level=-28, enters=0.6, low=67, high=84, pan=0.12, bus="hall", late=-80),
        Part("choir", (52,), Pattern("pad"), level=-31, enters=0.85, low=57, high=74, bus="hall", late=-150),
        Part("horns", (60,), Pattern("pad"),
            level=-31.5, enters=0.85, low=50, high=65, voices=2, pan=-0.2, bus="hall", late=-60),
    ),
    buses={
        "low": Bus(wet=-24, decay=1.2, high_cut=1500),
        "drums": Bus(wet=-9, decay=1.9, low_cut=35, high_cut=9000),
        "room": Bus(wet=-10, decay=1.5, low_cut=130, air=5.5, dip=2.5),
        "hall": Bus(wet=-7, decay=2.8, low_cut=140, air=5.5, dip=2.5),
    },
)
