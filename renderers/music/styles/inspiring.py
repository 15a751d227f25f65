"""Inspiring: a pulsing piano that strings, bells and deep drums join one after the other."""

from __future__ import annotations

from renderers.music.score import Bus, Part, Pattern, Style

STYLE = Style(
    tempo=98, keys=(0, 2, 4, 5, 7, 10), minor=False,
    verses=(
        ("vi7", "IVadd9", "Iadd9", "Vsus4"),
        ("Iadd9", "V/VII", "vi7", "IVadd9"),
        ("Iadd9", "iii7", "vi7", "IVadd9"),
        ("IVadd9", "I/III", "vi7", "Vsus4 V"),
    ),
    bridges=(("IVadd9", "Vsus4", "vi7", "I/III"), ("ii7", "vi7", "IVadd9", "Vsus4 V")),
    cadence=("IVadd9", "Vsus4 V"), final="Iadd9",
    looseness=7, slowing=0.45, intro=0.3, body=(0.45, 0.62, 0.52, 0.68), lift=0.95,
    parts=(
        Part("piano", (0, 1), Pattern("chords", (
            "7.5.6.5.7.5.6.5.", "7.5.5.6.5.5.6.5.", "7.5.6.5.5.6.5.5."), gate=1.7),
            level=-25, low=55, high=74, enters=0.4),
        Part("opening piano", (0, 1), Pattern("sequence", ("0...2...3...4...", "0.....3.....4..."), gate=3.5),
            level=-24.5, leaves=0.4, low=55, high=79),
        Part("pad", (89, 95), Pattern("pad"), level=-30, low=53, high=70, bus="hall", late=-100),
        Part("bass", (35, 33), Pattern("bass", ("R---------------", "R---------R-----", "R-----R-R-----a-"), gate=0.96),
            level=-25.5, enters=0.42, low=28, bus="low"),
        Part("strings", (49,), Pattern("pad"), level=-28, enters=0.5, low=57, high=76, bus="hall", late=-110),
        Part("bells", (8, 98), Pattern("sequence", (
            "4.5.3.4.5.4.3.4.", "3...5...4...5...", "5.4.3.5.4.3.5.4."), gate=2.0),
            level=-32, enters=0.6, low=67, high=93, pan=0.35, bus="hall"),
        Part("guitar", (27, 25), Pattern("sequence", ("0.2.1.2.3.2.1.2.", "0.1.2.3.2.1.2.1."), gate=1.2),
            level=-30, enters=0.6, low=55, high=76, pan=-0.38),
        Part("drums", (48,), Pattern("drums", (
            "L8.......5.3.... K8.......4......", "L8.....4.6...... K8.............."),
             fills=("L7...4...5.4.567 K8..............",)),
            level=-29, enters=0.5, leaves=0.8, drums=True, bus="drums", ends=False),
        Part("lift kit", (8,), Pattern("drums", (
            "K9.......9.5.... S....7.......8.. H3.4.3.4.3.4.3.4. L7.......5.3....",),
            fills=("K9.......9...... S....7...3.56788 L7.......5...567",), start="X6..............."),
            level=-25.5, enters=0.85, drums=True, bus="drums"),
        Part("high strings", (48,), Pattern("melody", (
            "e-------g-------f-------e---d---", "e-----f-g-------h-------g-------"), gate=1.02),
            level=-27.5, enters=0.85, low=69, high=86, pan=0.15, bus="hall", late=-60),
    ),
    buses={
        "low": Bus(wet=-100, high_cut=1800),
        "drums": Bus(wet=-13, decay=1.2, low_cut=40, high_cut=11000),
        "room": Bus(wet=-12, decay=1.3, low_cut=110, air=5, dip=2.5),
        "hall": Bus(wet=-8, decay=2.4, low_cut=170, air=5, dip=2.5),
    },
)
