"""The presenters of the base install, as documents; the first is the default."""

from __future__ import annotations

from renderers.avatar.presenter import Presenter

STOCK: tuple[Presenter, ...] = (
    Presenter(
        id="maya", name="Maya", gender="female", age="30s",
        style="warm, friendly, approachable; dark wavy hair, blazer over a light top",
        skin="tan", face="oval", hair="lob", hair_colour="espresso", eyes="almond", eye_colour="brown", brows="arched",
        nose="straight", lips="medium", build="slim", outfit="blazer_blouse", necklace=True,
    ),
    Presenter(
        id="daniel", name="Daniel", gender="male", age="30s",
        style="calm, confident, business casual; short brown hair, light beard, blazer over an open shirt",
        skin="fair", face="square", hair="quiff", hair_colour="brown", eyes="level", eye_colour="grey",
        brows="straight",
        nose="strong", lips="thin", beard="full", build="broad", outfit="blazer_shirt", neck="short",
    ),
    Presenter(
        id="amara", name="Amara", gender="female", age="30s",
        style="bright, creative, confident; natural afro hair, gold earrings, wrap blouse",
        skin="deep", face="heart", hair="afro", hair_colour="black", eyes="round", eye_colour="dark", brows="arched",
        nose="broad", lips="full", earrings="hoop", build="slim", outfit="wrap", trousers="#3b3330", neck="short",
    ),
    Presenter(
        id="kenji", name="Kenji", gender="male", age="30s",
        style="thoughtful, precise, modern, tech; short black hair, glasses, roll neck",
        skin="light", face="diamond", hair="crop", hair_colour="blue_black", eyes="narrow", eye_colour="dark",
        brows="flat", nose="straight", lips="wide", glasses="square", build="lean", outfit="turtleneck",
        neck="short",
    ),
    Presenter(
        id="leila", name="Leila", gender="female", age="20s",
        style="calm, caring, clear; hijab headscarf, long coat", skin="olive", face="oval", hair="hijab",
        hair_colour="#c9a9a0", eyes="almond", eye_colour="hazel", brows="arched", nose="fine", lips="full",
        build="slim", outfit="tunic", legs="long_skirt", trousers="#4a4350", shoes="#3a2f33",
    ),
    Presenter(
        id="walter", name="Walter", gender="male", age="60s",
        style="older, experienced, trustworthy, grandfatherly; white hair, moustache, glasses, cardigan",
        skin="fair", face="soft", hair="side_part", hair_colour="white", eyes="hooded", eye_colour="blue",
        brows="bushy", nose="rounded", lips="thin", beard="moustache", glasses="thin", years=0.9, build="stout",
        outfit="cardigan", trousers="#4b4238", shoes="#4a3226",
    ),
    Presenter(
        id="sofia", name="Sofia", gender="female", age="30s",
        style="lively, direct, sporty; long dark hair, wheelchair user, polo shirt", skin="bronze", face="diamond",
        hair="long", hair_colour="chestnut", eyes="almond", eye_colour="brown", brows="arched", nose="small",
        lips="wide", build="petite", outfit="polo", trousers="#2c3850", shoes="#e9e6e1", seated=True,
    ),
    Presenter(
        id="harpreet", name="Harpreet", gender="male", age="40s",
        style="warm, dignified, expert, business; turban, full beard, suit with a tie", skin="bronze", face="bearded",
        hair="turban", hair_colour="#8b3240", eyes="deep", eye_colour="dark", brows="bold", nose="strong",
        lips="medium",
        beard="long", beard_strength=1.0, years=0.25, build="broad", outfit="suit", second="deep",
    ),
    Presenter(
        id="ingrid", name="Ingrid", gender="female", age="60s",
        style="older, elegant, authoritative, executive; silver bob, glasses, blazer over a roll neck",
        skin="porcelain", face="long", hair="bob", hair_colour="silver", eyes="hooded", eye_colour="blue",
        brows="fine", nose="fine", lips="medium", glasses="cat", earrings="none", years=0.75, build="average",
        outfit="blazer_roll", second="#33323c",
    ),
    Presenter(
        id="chloe", name="Chloe", gender="female", age="20s",
        style="young, cheerful, playful, casual; curly auburn hair, freckles, curvy, hoodie", skin="porcelain",
        face="round", hair="curls", hair_colour="auburn", eyes="round", eye_colour="green", brows="soft", nose="small",
        lips="medium", freckles=1.0, build="full", outfit="hoodie", trousers="#3d5478", shoes="#efece6",
    ),
    Presenter(
        id="marcus", name="Marcus", gender="male", age="30s",
        style="energetic, athletic, motivating, coach; fade haircut, goatee, tee", skin="ebony", face="square",
        hair="buzz", hair_colour="black", eyes="deep", eye_colour="dark", brows="straight", nose="broad", lips="full",
        beard="goatee", build="athletic", outfit="tee", trousers="#33363d", shoes="#f0eeea",
    ),
    Presenter(
        id="mei", name="Mei", gender="female", age="20s",
        style="young, fresh, quick, creative; black bob with a fringe, sweater", skin="light", face="round",
        hair="fringe", hair_colour="blue_black", eyes="bright", eye_colour="dark", brows="flat", nose="small",
        lips="small", earrings="none", build="petite", outfit="sweater", legs="skirt", trousers="#39404f",
        shoes="#2b2a2e",
    ),
    Presenter(
        id="noah", name="Noah", gender="male", age="20s",
        style="young, relaxed, startup, casual; tousled blond hair, stubble, open shirt", skin="fair", face="heart",
        hair="tousled", hair_colour="honey", eyes="level", eye_colour="blue", brows="straight", nose="straight",
        lips="wide", beard="stubble", build="lean", outfit="shirt", trousers="#4a5568", shoes="#e8e2d8", neck="short",
    ),
    Presenter(
        id="rosa", name="Rosa", gender="female", age="50s",
        style="motherly, practical, reassuring, teacher; hair in a bun, earrings, cardigan", skin="olive", face="soft",
        hair="bun", hair_colour="salt", eyes="deep", eye_colour="hazel", brows="soft", nose="rounded", lips="medium",
        earrings="drop", years=0.5, build="full", outfit="cardigan", second="#f0e3da", trousers="#3a3341",
    ),
    Presenter(
        id="pip", name="Pip", gender="neutral", age="",
        style="mascot, fox, animal, funny, for children; orange fur, hoodie",
        species="fox", skin="#e8823c", face="fox", hair="fox", hair_colour="#4a2c25", eyes="fox", eye_colour="amber",
        brows="fox", nose="fox", lips="fox", build="mascot", outfit="hoodie", trousers="#3f4a63", shoes="#f0ece4",
    ),
    Presenter(
        id="bolt", name="Bolt", gender="neutral", age="",
        style="robot, machine, futuristic, technical; a screen for a face",
        species="robot", skin="#14222e", face="robot", hair="robot", hair_colour="#dfe6ee", eyes="robot",
        eye_colour="cyan", brows="robot", nose="robot", lips="robot", build="machine", outfit="chassis",
        second="#6d7b8c",
    ),
)  # fmt: skip
"""Every presenter of the base install."""
