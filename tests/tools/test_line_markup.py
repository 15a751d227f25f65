"""Marks in scripts: read into how words are said, never shown, and captions whole whatever is marked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.speech import Word
from renderers.speech.catalogue import find_voice
from renderers.speech.normalization import normalise
from tools.boarding import board_order
from tools.captions import caption_words
from tools.errors import BadInput
from tools.line_markup import read_line
from tools.line_spans import Span
from tools.line_writing import write_line
from tools.manuscript import read_manuscript
from tools.order import Order
from tools.script import Line, Script
from tools.source import read_source
from tools.speaking import line_request
from tools.storyboard import Scene, Storyboard


def told(line: Line) -> list[tuple[str, dict[str, object]]]:
    """The words of each span, and what it asks."""
    return [
        (line.text[span.start : span.end], span.model_dump(exclude_defaults=True, exclude={"start", "end"}))
        for span in line.spans
    ]


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        ("We *save* you **money**.", "We save you money.",
         [("save", {"emphasis": "moderate"}), ("money", {"emphasis": "strong"})]),
        ("Wait [pause 0.5] and [pause 250ms] go.", "Wait and go.",
         [("Wait", {"pause": 0.5}), ("and", {"pause": 0.25})]),
        ('<speak>Fish &amp; <emphasis level="reduced">chips</emphasis></speak>', "Fish & chips",
         [("chips", {"emphasis": "reduced"})]),
        ("A <prosody rate='slow' pitch='+2st' volume='-3dB'>calm day</prosody>.", "A calm day.",
         [("calm day", {"speed": 0.8, "pitch": 2.0, "volume": -3.0})]),
        ('<sub alias="World Wide Web">WWW</sub> days', "WWW days", [("WWW", {"said": "World Wide Web"})]),
        ('<phoneme alphabet="ipa" ph="ˈluːmən">Lumen</phoneme> it is', "Lumen it is",
         [("Lumen", {"said": "/ˈluːmən/"})]),
        ('Code <say-as interpret-as="characters">ab12</say-as>', "Code ab12", [("ab12", {"said": "A B 1 2"})]),
        ('The <say-as interpret-as="ordinal">3</say-as> of May', "The 3 of May", [("3", {"said": "3rd"})]),
        ('Call <say-as interpret-as="telephone">555 0199</say-as> now', "Call 555 0199 now",
         [("555 0199", {"said": "5 5 5, 0 1 9 9"})]),
        ("So <break strength='weak'/> long", "So long", [("So", {"pause": 0.2})]),
        ("5 * 3 * 2, rated 5* by a<b>c, H<sub>2</sub>O [paused]", "5 * 3 * 2, rated 5* by a<b>c, H2O [paused]", []),
        ("<3 you & me, x<y and y>z", "<3 you & me, x<y and y>z", []),
    ],
)  # fmt: skip
def test_marks_are_read(marked: str, text: str, spans: list[tuple[str, dict[str, object]]]) -> None:
    line = read_line(marked)
    assert line.text == text and told(line) == spans


def test_pauses_at_the_ends_belong_to_the_line() -> None:
    line = read_line("[pause 1] Ready? Go. <break time='2s'/>")
    assert (line.text, line.pause_before, line.pause_after, line.spans) == ("Ready? Go.", 1.0, 2.0, ())


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("An <emphasis>open one", "<emphasis> before “open one” is never closed"),
        ("A closed</prosody> one", "closes nothing"),
        ("<emphasis><prosody rate='slow'>a</emphasis></prosody>", "while <prosody> is still open"),
        ("<emphasise>a</emphasise>", "did you mean <emphasis>"),
        ("<audio src='a.mp3'/> a", "<audio> is not understood"),
        ("a <break time='x'/> b", "no length of a pause"),
        ("a [pause soon] b", "no length of a pause"),
        ("a [pause 99] b", "the limit is 10 s"),
        ("a <break time='99999s'/> b", "the limit is 10 s"),
        ("<blink>a</blink>", "<blink> is not understood"),
        ("<amazon:effect name='whispered'>a</amazon:effect>", "<amazon:effect> is not understood"),
        ("a <pop/> b", "<pop> is not understood"),
        ("a <break", "no whole tag"),
        ("<prosody rate='warp'>a</prosody>", "“warp” is not understood"),
        ("<prosody contour='x'>a</prosody>", "“contour”, which is not understood"),
        ("<say-as interpret-as='song'>a</say-as>", "interpret-as is one of"),
        ("<sub alias=''>a</sub>", "no words to be said"),
        ("<phoneme ph=''>a</phoneme>", "no sounds in IPA"),
        ("<emphasis/> a", "holds no words"),
    ],
)
def test_a_mark_that_can_not_be_read_is_refused_in_a_line(marked: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=re.escape(why)) as refusal:
        read_line(marked)
    assert str(refusal.value).endswith((".", "?")) and "\n" not in str(refusal.value)
    script = tmp_path / "script.txt"
    script.write_text(f"First.\n\n{marked}\n")
    with pytest.raises(BadInput, match=re.escape(why)):
        read_source(str(script))


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("<voice name='x'>a</voice>", "<voice> is not understood"),
        ("<emphasise>a</emphasise>", "did you mean <emphasis>"),
        ("<emphasis level='strong' a", "no whole tag"),
    ],
)
def test_speech_that_is_not_understood_is_refused_in_markdown_too(marked: str, why: str) -> None:
    with pytest.raises(BadInput, match=re.escape(why)):
        read_manuscript(marked, markdown=True)


def test_a_whole_document_of_ssml_is_read_and_angle_brackets_of_words_stay() -> None:
    prologue = '<?xml version="1.0"?>\n<!-- said -->\n<speak version="1.1" xmlns="urn:x">'
    assert _texts(f"{prologue}You &amp; <s>me</s>.</speak>") == ["You & me."]
    assert _texts("Dear <name>, use Vec<u8> where 3<4 and 5>2.") == ["Dear <name>, use Vec<u8> where 3<4 and 5>2."]


def _texts(script: str) -> list[str]:
    return [line.text for section in read_manuscript(script).sections for line in section.lines]


def test_html_of_markdown_goes_and_leaves_no_gap() -> None:
    script = read_manuscript("A <mark>small <i>step</i></mark>, a <foo>big one</foo>.", markdown=True)
    assert [line.text for section in script.sections for line in section.lines] == ["A small step, a big one."]


@pytest.mark.parametrize("text", ["...", "?!", "[pause 1]", "<emphasis>!</emphasis>", "* * *", "—"])
def test_a_script_of_marks_alone_has_no_words(text: str) -> None:
    with pytest.raises(BadInput, match="no words"):
        read_manuscript(text)


def test_a_mark_goes_on_until_it_is_closed_and_pauses_find_their_line() -> None:
    script = read_manuscript(
        "# A *new* day\n\n[pause 1] One. <prosody rate='slow'>Two three.\n\nFour.</prosody> [pause 0.7] Five *six*."
    )
    lines = [line for section in script.sections for line in section.lines]
    assert script.title == "A new day"
    assert [line.text for line in lines] == ["One.", "Two three.", "Four.", "Five six."]
    assert [told(line) for line in lines] == [
        [], [("Two three", {"speed": 0.8})], [("Four", {"speed": 0.8})], [("six", {"emphasis": "moderate"})]
    ]  # fmt: skip
    assert (lines[0].pause_before, lines[2].pause_after) == (1.0, 0.7)


def test_the_words_of_tags_do_not_decide_the_language() -> None:
    tag = '<prosody rate="slow" pitch="low"><emphasis level="strong">{}</emphasis></prosody> <break strength="weak"/>'
    script = read_manuscript("Guten Tag, das ist " + " ".join(tag.format(word) for word in "unser neues Büro".split()))
    assert script.language == "de"


def test_markdown_keeps_its_html_and_stresses_what_it_sets_off(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# T\n\nA <video src='x'>*really* good</video> day.\n\n```\n<break\n```\n\n- *One* [pause 1] item\n"
    )
    script = read_source(str(path))
    assert isinstance(script, Script)
    lines = [line for section in script.sections for line in section.lines]
    assert [line.text for line in lines] == ["A really good day.", "One item"]
    assert [words for line in lines for words, _ in told(line)] == ["really", "One", "One"]


def test_an_order_may_be_marked_and_say_how_it_is_spoken(tmp_path: Path) -> None:
    path = tmp_path / "order.json"
    path.write_text('{"script": "We *save* it.", "emotion": "calm", "pitch": -1, "speed": 0.9}')
    order = read_source(str(path))
    assert isinstance(order, Order)
    board = board_order(order)
    spoken = next(line for scene in board.scenes for line in scene.lines)
    assert (board.emotion, board.pitch, board.speed) == ("calm", -1, 0.9)
    assert told(spoken) == [("save", {"emphasis": "moderate"})]


def test_json_lines_may_be_marked_or_name_their_words(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"scenes": [{"lines": ["We *save* it. [pause 1]", {"text": "Keep *this* one.", "spans": []},'
        ' {"text": "Now or never.", "spans": [{"words": "never", "emphasis": "strong"}],'
        ' "delivery": {"emotion": "calm"}}]}]}'
    )
    board = read_source(str(path))
    assert isinstance(board, Storyboard)
    first, second, third = board.scenes[0].lines
    assert (first.text, told(first), first.pause_after) == ("We save it.", [("save", {"emphasis": "moderate"})], 1.0)
    assert (second.text, second.spans) == ("Keep *this* one.", ())
    assert told(third) == [("never", {"emphasis": "strong"})] and third.delivery.emotion == "calm"
    path.write_text('{"scenes": [{"lines": [{"text": "Now.", "spans": [{"words": "then"}]}]}]}')
    with pytest.raises(BadInput, match="“then” of a span do not stand in the line"):
        read_source(str(path))
    path.write_text('{"scenes": [{"lines": ["An <emphasis>open one"]}]}')
    with pytest.raises(BadInput, match=r"a\.json: .* never closed"):
        read_source(str(path))


WORDS = (
    "lamp", "can't", "“quoted”", "(aside)", "$1,299.99", "€5m", "12", "3:30pm", "10–20%", "example.com/shop",
    "jo@acme.io", "https://lumen.example/a?b=1", "#GreenFriday", "🎉", "👩‍🔬", "well-known", "v2.0", "café",
    "O'Brien's", "A.B.", "—", "&", "½", "San", "Jose", "GIF", "don’t", "2026-11-21", "no.", "it!", "really?",
)  # fmt: skip
WRAPS = ("{}", "{}", "{}", "*{}*", "**{}**", "<emphasis>{}</emphasis>", "<prosody rate='fast'>{}</prosody>",
         "<sub alias='some other words'>{}</sub>", "{} [pause 0.3]", "<break time='200ms'/> {}")  # fmt: skip
SAID = {"GIF": "jay eye eff", "San Jose": "sanhozay", "lamp": "/ˈlæmp/"}


@settings(max_examples=500)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(WRAPS)), min_size=1, max_size=10))
def test_captions_hold_every_word_once_and_in_order_whatever_is_marked(parts: list[tuple[str, str]]) -> None:
    plain = " ".join(word for word, _ in parts)
    line = read_line(" ".join(wrap.format(word) for word, wrap in parts))
    assert line.text == plain
    voice = find_voice("english-male-1")
    assert voice is not None
    scene = Scene(id="s", lines=(line,))
    request, said = line_request(Storyboard(scenes=(scene,), pronunciations=SAID), scene, line, voice)
    spoken = [word for word in normalise(request.text, "en-us") if word.spoken]
    heard = [Word(word.text, at / 2, at / 2 + 0.5, word.offset) for at, word in enumerate(spoken)]
    words, _ = said.restore(heard, ())
    shown = caption_words(line.text, words)
    if shown:
        assert " ".join(word for word, _, _ in shown).split() == plain.split()
        assert all(before[2] <= after[1] + 1e-9 for before, after in zip(shown, shown[1:], strict=False))
    for direction in request.directions:
        assert 0 <= direction.start < direction.end <= len(request.text)


@given(
    st.lists(
        st.tuples(st.sampled_from(("lamp", "can't", "now,", "“so”")), st.sampled_from(WRAPS)), min_size=1, max_size=6
    )
)
def test_what_is_written_is_read_as_the_same(parts: list[tuple[str, str]]) -> None:
    line = read_line(" ".join(wrap.format(word) for word, wrap in parts))
    again = read_line(write_line(line))
    assert (again.text, again.pause_before, again.pause_after) == (line.text, line.pause_before, line.pause_after)
    assert {_plain(span) for span in again.spans} == {_plain(span) for span in line.spans}


def test_every_mark_can_be_written() -> None:
    for marked in (
        '<prosody rate="80%" pitch="+2st" volume="-3dB">calm *day*</prosody>, [pause 0.5] all',
        '<phoneme alphabet="ipa" ph="ˈluːmən">Lumen</phoneme> [pause 2]',
        '[pause 1] an <emphasis level="reduced">odd</emphasis> one',
        '<sub alias="World Wide Web">WWW</sub>',
    ):
        assert write_line(read_line(marked)) == marked


def _plain(span: Span) -> tuple[object, ...]:
    return tuple(span.model_dump().values())
