"""Playful: plucked strings off the beat, a walking bass, mallets that joke, brushes that swing."""

from __future__ import annotations

from renderers.music.score import Bus, Part, Pattern, Style

STYLE = Style(
    tempo=120, keys=(0, 2, 5, 7, 10), minor=False,
    verses=(
        ("I6", "vi7", "ii7", "V7"),
        ("I", "I/III", "IV", "V7"),
        ("I6", "VI7", "ii7", "V7"),
        ("I", "IV", "I6", "ii7 V7"),
    ),
    bridges=(("IV", "iv6", "iii7", "VI7"), ("IV6", "I/III", "ii7", "V7")),
    cadence=("ii7", "V7"), final="I6",
    looseness=6, swing=0.28, swing_unit=0.5, intro=0.35, body=(0.5, 0.65, 0.55, 0.7), lift=0.95,
    parts=(
        Part("pizzicato", (45,), Pattern("chords", (
            "....6.......7...", "....6.....5.7...", "..5...6...5...7."), fills=("....6.......7.5.",), gate=0.5),
            level=-24.5, low=57, high=76, pan=-0.25),
        Part("bass", (32,), Pattern("bass", (
            "R--.....5--.....", "R--.5--.R--.5-a-", "R---3---5---a---"), fills=("R---5---R---a---",), gate=0.85),
            level=-26, low=31, bus="low", late=2),
        Part("mallets", (12, 13), Pattern("melody", (
            "e---e-f-g-..e-..d---....g-..f-e-",
            "..e-g-..h-g-e-..f---....d-..e-..",
            "e-..f-..g-e-..d-e---............"), gate=0.7),
            level=-26.5, enters=0.6, low=67, high=88, pan=0.28, bus="hall"),
        Part("ukulele", (24,), Pattern("chords", (
            "d...u.d...u.d.u.", "d.....u.d...u...", "d...d.u...u.d.u."), gate=0.5),
            level=-28.5, enters=0.48, low=60, high=79, voices=4, pan=0.3),
        Part("celesta", (8,), Pattern("sequence", (
            "............5.4.", "5...............", "......4.5......."), gate=1.2),
            level=-31, low=72, high=95, pan=-0.35, bus="hall"),
        Part("brushes", (40, 32), Pattern("drums", (
            "K7.......5...... S....5.......5.. P....4.......4..", "K7.......5.3.... R....5.......5.. D5...5.3.5...5.3"),
            fills=("K7.......5...... S....5....3.4.56",), start="X4..............."),
            level=-29, enters=0.48, leaves=0.8, drums=True, bus="drums", late=4),
        Part("blocks", (0,), Pattern("drums", ("W......4.....3.. w..........3....", "W..3........4...")),
            level=-36, enters=0.55, drums=True, pan=0.4, bus="drums", ends=False),
        Part("lift kit", (8, 32), Pattern("drums", (
            "K8.......7.4.... C....7.......7.. H4...5.3.4...5.3",),
            fills=("K8.......7...... C....7........67 S..........4.6.7",), start="X5..............."),
            level=-26, enters=0.85, drums=True, bus="drums"),
        Part("clarinet", (71,), Pattern("melody", (
            "e-------f---g---e-------d-------", "e---f---g-------f---e---e-------"), gate=0.95),
            level=-28, enters=0.85, low=64, high=79, pan=-0.1, bus="hall"),
        Part("pad", (48,), Pattern("pad"), level=-33, enters=0.6, low=55, high=72, bus="hall", late=-80),
    ),
    buses={
        "low": Bus(wet=-100, low_cut=58, high_cut=2600),
        "drums": Bus(wet=-17, decay=0.7, low_cut=40),
        "room": Bus(wet=-12, decay=0.8, low_cut=120, air=3.5, dip=2.5),
        "hall": Bus(wet=-10, decay=1.4, low_cut=170, air=3.5, dip=2.5),
    },
)
