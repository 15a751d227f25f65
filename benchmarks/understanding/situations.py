"""Situations that notes are understood in: five productions at different points of their making.

`lamp` a finished draft of five scenes; `necklace` an upright storyboard waiting to be approved; `training` seven
scenes, one of them locked, without music and captions; `bakery` a draft whose scenes show figures, lists, a quote, a
product, a chart, a comparison and a screen; `empty` a conversation that has just begun.
"""

from __future__ import annotations

from tools.casting import Candidate
from tools.notes import Situation
from tools.scene_contents import Datum, Entry, SceneContent, Side
from tools.script import Line
from tools.storyboard import BackgroundChoice, BrandUse, EndCard, LookChoice, Scene, Storyboard


def _candidate(entry: str) -> Candidate:
    id_, name, words = entry.split("|")
    return Candidate(id_, name, frozenset(words.split()))


_CATALOGUES = {
    "avatar": (
        "maya|Maya|female approachable; dark blazer friendly hair light over top warm wavy",
        "daniel|Daniel|male beard blazer brown business calm casual; confident hair light open over shirt short",
    ),
    "voice": (
        "english-female-1|Clara, warm|built-in clara en-us female warm",
        "english-female-2|Ivy, bright|bright built-in en-us female ivy",
        "english-female-3|Helen, calm|built-in calm en-us female helen",
        "english-male-1|Owen, clear|built-in clear en-us male owen",
        "english-male-2|Angus, Scottish|angus built-in en-gb male scottish",
        "english-male-3|Miles, soft|built-in en-us male miles soft",
        "english-female-4|Nora, plain|built-in en-us female nora plain",
        "english-female-6|Edith, robotic British|british edith en-gb female robotic",
        "english-male-5|Alan, robotic British|alan british en-gb male robotic",
        "german-female-1|German, woman|de female german robotic woman",
        "german-male-1|German, man|de german male man robotic",
        "french-female-1|French, woman|fr-fr female french robotic woman",
    ),
    "music": (
        "upbeat_corporate|Upbeat corporate|bright claps confident: corporate guitar light muted piano pulse upbeat",
        "calm|Calm|almost calm drums. electric guitar nylon pads piano soft unhurried: warm",
        "inspiring|Inspiring|bells building: end. hopeful inspiring open piano pulsing strings towards",
        "playful|Playful|bass brushes. cheeky light marimba pizzicato playful strings swing: walking",
        "cinematic|Cinematic|cinematic drums. film harp low minor piano serious soft strings wide:",
        "tech|Tech|bass electronic kit. modern: sequences sleek synth tech tight",
    ),
    "background": (
        "aurora|aurora|brand calm everything fits folds light; premium silk",
        "studio|studio|light personal photographer's studio wall; warm window",
        "ribbons|ribbons|broad energetic events launches past; ribbons satin sweeping",
        "horizon|horizon|hills hopeful low misty nature open sun; travel under",
        "facets|facets|engineering finance folded light; paper precise wall wandering",
        "orbit|orbit|fine networks planets; rings science slow software",
        "paper|paper|crafts cut education friendly layered paper shadows; soft",
        "grid|grid|data dots field light; technology wave",
        "contours|contours|consulting hills; lines map property travel",
    ),
}
CATALOGUES = {kind: tuple(map(_candidate, entries)) for kind, entries in _CATALOGUES.items()}
FAMILIES = ("Manrope", "Hanken Grotesk", "Source Sans Pro", "Source Serif Pro")


def _scene(id_: str, heading: str, *texts: str, layout: str = "presenter", **rest: object) -> Scene:
    lines = tuple(Line(id=f"{id_}-l{number}", text=text) for number, text in enumerate(texts, start=1))
    return Scene.model_validate({"id": id_, "heading": heading, "layout": layout, "lines": lines, **rest})


_LAMP = Storyboard(
    title="The Lumen desk lamp",
    scenes=(
        _scene("title", "Lumen", layout="title", subtitle="Daylight on your desk"),
        _scene(
            "s1",
            "Daylight all day",
            "Meet Lumen, the desk lamp that follows the sun.",
            "It gives you real daylight from morning to evening.",
            "Your eyes stay fresh, even after a very long day at work.",
        ),
        _scene(
            "s2",
            "From €89",
            "Lumen costs 89 euros, and delivery is free.",
            "That is a cheap price for a lamp that lasts twenty years.",
        ),
        _scene(
            "s3",
            "How to order",
            "Order online at lumen.example, and we ship within two days.",
            "Questions? Just write to our team.",
        ),
        _scene("end", "", layout="end_card"),
    ),
    end_card=EndCard(call_to_action="Order today", address="lumen.example", headline="Lumen"),
    avatar="maya",
    voice="english-female-1",
    music="inspiring",
    look=LookChoice(primary="#0c5f68", heading="Manrope"),
    logo="lumen.svg",
    presenter_name="Maya Lind",
    presenter_role="Product designer",
    duration_seconds=40,
    brand=BrandUse(id="lumen", name="Lumen", version=1),
)
_NECKLACE = Storyboard(
    title="Aurelia necklaces",
    scenes=(
        _scene("title", "Aurelia", layout="title"),
        _scene(
            "s1",
            "Made by hand",
            "Every Aurelia necklace is made by hand in Lisbon.",
            "We use recycled gold and nothing else.",
        ),
        _scene(
            "s2",
            "A gift for life",
            "It is the gift that she will wear every day.",
            "Each one comes in a velvet box.",
        ),
        _scene("end", "", layout="end_card"),
    ),
    end_card=EndCard(call_to_action="Shop now", address="aurelia.example"),
    aspect="9:16",
    music="calm",
    speed=1.0,
)
_TRAINING = Storyboard(
    title="Safe hands",
    scenes=(
        _scene("title", "Safe hands", layout="title"),
        _scene(
            "s1",
            "Why it matters",
            "Clean hands protect your patients and your colleagues.",
            "Most infections travel on hands.",
        ),
        _scene("s2", "Wet and soap", "Wet your hands with warm water.", "Take enough soap to cover both hands."),
        _scene("s3", "Rub well", "Rub your palms for twenty seconds.", "Do not forget the thumbs.", locked=True),
        _scene("s4", "Rinse and dry", "Rinse your hands under running water.", "Dry them with a clean paper towel."),
        _scene("s5", "Questions", "Ask your supervisor if you are not sure.", "There is a poster at every sink."),
        _scene("end", "", layout="end_card", background=BackgroundChoice(family="paper")),
    ),
    end_card=EndCard(call_to_action="Start today"),
    avatar="daniel",
    voice="english-male-1",
    speed=0.9,
    music="none",
    captions=(),
)

_BAKERY = Storyboard(
    title="Korn bakery",
    scenes=(
        _scene("title", "Korn", layout="title", subtitle="Bread that takes its time"),
        _scene("s1", "Baked at night", "While you sleep, we bake.", "At six the first loaf is warm."),
        _scene(
            "s2",
            "They come back",
            "Nine in ten guests come back.",
            layout="statistic",
            content=SceneContent(value="92 %", label="of our guests come back", note="Survey 2025"),
        ),
        _scene(
            "s3",
            "Why Korn",
            "There are three good reasons.",
            layout="points",
            content=SceneContent(
                entries=(Entry(text="Organic flour"), Entry(text="Baked on site"), Entry(text="Open on Sundays"))
            ),
        ),
        _scene(
            "s4",
            "Our guests",
            "Listen to what our guests say.",
            layout="quote",
            content=SceneContent(quote="The best rye bread in town", author="Ana Costa", role="Regular guest"),
        ),
        _scene(
            "s5",
            "Rye loaf",
            "Try our dark rye loaf.",
            layout="product",
            content=SceneContent(name="Dark rye", price="€4.80", badge="New", detail="1 kg, keeps for five days"),
        ),
        _scene(
            "s6",
            "We grow",
            "More loaves every year.",
            layout="chart",
            content=SceneContent(
                data=(Datum(label="2023", value=120), Datum(label="2024", value=180), Datum(label="2025", value=240)),
                unit="loaves",
            ),
        ),
        _scene(
            "s7",
            "The difference",
            "This is how we differ.",
            layout="comparison",
            content=SceneContent(
                sides=(
                    Side(title="Supermarket", entries=(Entry(text="Frozen dough"), Entry(text="Additives"))),
                    Side(title="Korn", entries=(Entry(text="Fresh dough"), Entry(text="Flour, water, salt"))),
                )
            ),
        ),
        _scene(
            "s8",
            "How to order",
            "Ordering takes a minute.",
            layout="steps",
            content=SceneContent(
                entries=(Entry(text="Choose your bread"), Entry(text="Pay online"), Entry(text="Pick it up"))
            ),
        ),
        _scene(
            "s9",
            "Online shop",
            "You find it all online.",
            layout="screen",
            content=SceneContent(text="Order before ten", address="korn.example"),
        ),
        _scene("end", "", layout="end_card"),
    ),
    end_card=EndCard(call_to_action="Order now", address="korn.example"),
    avatar="maya",
    voice="english-female-1",
    music="playful",
)

SITUATIONS: dict[str, Situation] = {
    "lamp": Situation(
        stage="draft",
        storyboard=_LAMP,
        scene_seconds={"title": (0, 4), "s1": (4, 16), "s2": (16, 26), "s3": (26, 35), "end": (35, 40)},
        at_seconds=20.0,
        catalogues=CATALOGUES,
        families=FAMILIES,
        brands=("Lumen", "Acme"),
        drafts=(1, 2),
    ),
    "necklace": Situation(
        stage="board", storyboard=_NECKLACE, catalogues=CATALOGUES, families=FAMILIES, brands=("Aurelia",)
    ),
    "training": Situation(
        stage="draft",
        storyboard=_TRAINING,
        scene_seconds={
            "title": (0, 4),
            "s1": (4, 13),
            "s2": (13, 22),
            "s3": (22, 32),
            "s4": (32, 42),
            "s5": (42, 52),
            "end": (52, 58),
        },
        catalogues=CATALOGUES,
        families=FAMILIES,
        drafts=(1, 2, 3),
    ),
    "bakery": Situation(
        stage="draft",
        storyboard=_BAKERY,
        scene_seconds={scene.id: (4.0 * number, 4.0 * number + 4.0) for number, scene in enumerate(_BAKERY.scenes)},
        catalogues=CATALOGUES,
        families=FAMILIES,
        drafts=(1,),
    ),
    "empty": Situation(catalogues=CATALOGUES, families=FAMILIES, brands=("Lumen", "Acme")),
}
"""By the name that cases use."""
