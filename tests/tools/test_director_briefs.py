"""The director's understanding: plain words become the brief that a careful reader would write."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.brief import Brief
from tools.errors import BadInput
from tools.language import BriefRequest
from tools.language.director import Director


def brief(text: str, **defaults: object) -> Brief:
    return Director().complete(BriefRequest(text, defaults), Brief)


CASES: list[tuple[str, dict[str, object]]] = [
    (
        "A 30 second Instagram reel to launch our new necklace, 14-carat gold, handmade in Lisbon, from €89, for young "
        "professionals. Upbeat music. Visit lume.com",
        {
            "goal": "launch",
            "product": "our new necklace",
            "audience": "young professionals",
            "aspect": "9:16",
            "duration_seconds": 30,
            "points": ("14-carat gold", "handmade in Lisbon", "from €89"),
            "music": "upbeat_corporate",
            "address": "lume.com",
        },
    ),
    (
        "Make a 20-second video introducing Acme Notes, a note-taking app for students. It syncs across devices and "
        "works offline. Ask them to download it at acmenotes.app.",
        {
            "goal": "launch",
            "product": "Acme Notes",
            "audience": "students",
            "call_to_action": "download it",
            "duration_seconds": 20,
            "address": "acmenotes.app",
            "points": ("a note-taking app", "It syncs across devices and works offline"),
        },
    ),
    (
        "We need a training video on how to wash hands properly for hospital staff, 1 minute, calm woman presenter.",
        {
            "goal": "training",
            "product": "how to wash hands properly",
            "audience": "hospital staff",
            "duration_seconds": 60,
            "avatar": "woman",
            "tone": "calm",
            "points": (),
        },
    ),
    (
        "Hiring video: we're looking for a senior backend engineer in Berlin, remote friendly, salary up to €90k. "
        "Apply at jobs.foo.io",
        {
            "goal": "recruitment",
            "product": "senior backend engineer in Berlin",
            "points": ("remote friendly", "salary up to €90k"),
            "call_to_action": "apply",
            "address": "jobs.foo.io",
        },
    ),
    (
        "Announce our summer sale: 20% off everything until Sunday 14 July. Square video for Instagram.",
        {
            "goal": "sales",
            "product": "our summer sale",
            "points": ("20% off everything until Sunday 14 July",),
            "aspect": "1:1",
        },
    ),
    (
        "Explain how our solar panels work to homeowners in 90 seconds",
        {"goal": "explainer", "product": "how our solar panels work", "audience": "homeowners", "duration_seconds": 90},
    ),
    (
        "Invite people to our Open Day on 12 May at 10 am in Porto, free entry, register at openday.pt",
        {
            "goal": "event",
            "product": "our Open Day",
            "audience": "",
            "points": ("on 12 May at 10 am in Porto", "free entry"),
            "call_to_action": "register",
            "address": "openday.pt",
        },
    ),
    (
        "Quarterly product update for Flowdesk customers: new dashboard, faster search, dark mode. End with: log in to "
        "try it.",
        {
            "goal": "update",
            "product": "Flowdesk",
            "points": ("new dashboard", "faster search", "dark mode"),
            "call_to_action": "log in to try it",
        },
    ),
    ("customer testimonial video for our dental clinic", {"goal": "testimonial", "product": "our dental clinic"}),
    (
        "Can you make me a short video for LinkedIn about our accounting firm for freelancers? Friendly tone, male "
        "presenter "
        "with a British accent, no music. Get them to book a free call.",
        {
            "product": "our accounting firm",
            "audience": "freelancers",
            "aspect": "16:9",
            "tone": "friendly",
            "avatar": "male",
            "voice": "british male",
            "music": "none",
            "call_to_action": "book a free call",
            "points": (),
        },
    ),
    (
        "Pizza delivery in 30 minutes, from Mario's Pizzeria. Order at marios.it. 15 seconds.",
        {
            "product": "pizza delivery in 30 minutes",
            "brand": "Mario's Pizzeria",
            "duration_seconds": 15,
            "call_to_action": "order",
        },
    ),
    (
        "Create a product video for the AquaPure bottle. Features: keeps drinks cold for 24 hours, leak-proof lid. "
        "Price: $29. "
        "Website: aquapure.com. Target audience: hikers and commuters.",
        {
            "product": "the AquaPure bottle",
            "audience": "hikers and commuters",
            "address": "aquapure.com",
            "points": ("keeps drinks cold for 24 hours", "leak-proof lid", "Price: $29"),
        },
    ),
    (
        "I need a fun 45s TikTok about Bean & Co's cold brew coffee, vegan. CTA: order at beanco.com",
        {
            "brand": "Bean & Co",
            "product": "our cold brew coffee",
            "tone": "fun",
            "aspect": "9:16",
            "duration_seconds": 45,
        },
    ),
    (
        "Announce that we are moving to a new office on 1 March.",
        {"goal": "announcement", "product": "we are moving to a new office on 1 March"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:32] for text, _ in CASES])
def test_briefs_are_understood(text: str, expected: dict[str, object]) -> None:
    found = brief(text)
    assert {name: getattr(found, name) for name in expected} == expected
    assert found.request == text


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("a 30 second video about bread", 30),
        ("30s video about bread", 30),
        ("half a minute about bread", 30),
        ("a two-minute film about bread", 120),
        ("a 1:30 video about bread", 90),
        ("a ninety-second clip about bread", 90),
        ("a video about bread, 1 minute and 15 seconds", 75),
        ("a video about bread, about 45 sec long", 45),
        ("a minute and a half about bread", 90),
        ("a video about bread in 20 seconds", 20),
        ("a video about our shop, open 24 hours", None),
        ("a video about bread, ready in 20 minutes", None),
        ("a video about our café, opens at 1:30 pm", None),
        ("a 16:9 video about bread", None),
        ("a video about a 10-minute workout plan", None),
    ],
)
def test_durations(words: str, seconds: float | None) -> None:
    assert brief(words).duration_seconds == seconds


@pytest.mark.parametrize(
    ("words", "aspect"),
    [
        ("an Instagram reel about bread", "9:16"),
        ("an instagram story about bread", "9:16"),
        ("a TikTok about bread", "9:16"),
        ("a YouTube Short about bread", "9:16"),
        ("a vertical video about bread", "9:16"),
        ("a square video about bread", "1:1"),
        ("an Instagram post about bread", "1:1"),
        ("a 4:5 video about bread", "4:5"),
        ("a video about bread for YouTube", "16:9"),
        ("a video about bread for LinkedIn", "16:9"),
        ("a video about our portrait photography studio", "16:9"),
        ("a video about the square in our town", "16:9"),
    ],
)
def test_shapes(words: str, aspect: str) -> None:
    assert brief(words).aspect == aspect


@pytest.mark.parametrize(
    ("words", "music"),
    [
        ("a video about bread with calm music", "calm"),
        ("a video about bread, epic soundtrack", "epic"),
        ("a video about bread without music", "none"),
        ("a video about bread, no background music please", "none"),
        ("a video about bread. Music: something inspiring", "inspiring"),
        ("a video about our music school", ""),
        ("a video about calm parenting", ""),
    ],
)
def test_music(words: str, music: str) -> None:
    assert brief(words).music == music


@pytest.mark.parametrize(
    ("words", "call", "address"),
    [
        ("A video about bread. Ask people to visit example.com", "visit", "example.com"),
        ("A video about bread. Book a table at bread.pt/porto today.", "book a table today", "bread.pt/porto"),
        ("A video about bread. Call 0113 496 0000", "call", "0113 496 0000"),
        ("A video about bread. Email hello@bread.pt", "email", "hello@bread.pt"),
        ('A video about bread. Call to action: "Taste it today"', "taste it today", ""),
        ("A video about bread. Tell our customers to come by on Saturday.", "come by on Saturday", ""),
        ("A video about our call centre", "", ""),
    ],
)
def test_calls_to_action(words: str, call: str, address: str) -> None:
    found = brief(words)
    assert (found.call_to_action, found.address) == (call, address)
    assert found.product in ("bread", "our call centre")


def test_what_was_set_elsewhere_wins() -> None:
    found = brief("a 30 second video about bread", duration_seconds=12.0, aspect="1:1", avatar="", music=None)
    assert (found.duration_seconds, found.aspect, found.product) == (12.0, "1:1", "bread")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Mach ein Video über unsere neue Bäckerei in Berlin", "German"),
        ("Faites une vidéo sur notre nouvelle boulangerie à Lyon", "French"),
        ("Haz un vídeo sobre nuestra nueva panadería en Madrid", "Spanish"),
        ("为我们的新面包店制作一个三十秒的视频", "Chinese"),
        ("اصنع فيديو عن مخبزنا الجديد في المدينة", "Arabic"),
    ],
)
def test_other_languages_are_named_and_refused(words: str, named: str) -> None:
    with pytest.raises(BadInput, match=f"looks {named}.*English only.*script"):
        brief(words)


@pytest.mark.parametrize("words", ["make a video", "I want a short video please", "30 seconds"])
def test_a_brief_about_nothing_is_refused(words: str) -> None:
    with pytest.raises(BadInput, match="does not say what the video is about"):
        brief(words)


def test_an_absurd_length_is_refused() -> None:
    with pytest.raises(BadInput, match="0 s can not be made"):
        brief("a 0 second video about bread")
    with pytest.raises(BadInput, match="3 seconds to one hour"):
        brief("a 300 minute video about bread")


def test_the_director_is_the_default_and_answers_only_what_it_can() -> None:
    assert Director().identity.startswith("director/")
    with pytest.raises(TypeError, match="not with a Storyboard"):
        from tools.storyboard import Storyboard

        Director().complete(BriefRequest("a video about bread"), Storyboard)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "video about our new bread for students in Porto 30 seconds calm music , . : and with from €9 visit "
            "example.com hiring launch how to bake woman presenter on 12 May ( ) ' \" the % off # sale".split()
        ),
        max_size=25,
    ).map(" ".join)
)
def test_any_words_are_understood_or_refused(words: str) -> None:
    try:
        assert brief(words or "x").product
    except BadInput as refusal:
        assert "\n" not in str(refusal)


@pytest.mark.parametrize(
    ("text", "seconds", "product"),
    [
        ("I need 15 seconds about our new silver necklace, made by hand in Porto", 15, "our new silver necklace"),
        ("make me 45 secs about bread", 45, "bread"),
        ("I'd like 1 minute on how our gym works", 60, "how our gym works"),
        ("give us thirty seconds for the opening of our bakery in Porto", 30, "the opening of our bakery in Porto"),
    ],
)
def test_a_length_may_stand_for_the_video(text: str, seconds: float, product: str) -> None:
    found = brief(text)
    assert (found.duration_seconds, found.product) == (seconds, product)
