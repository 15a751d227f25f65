"""Undone words: words that can hardly stand in a message without asking for something, and what they may ask for.

What a word may ask for is told by operations, fields of operations (`set_logo.size`), kinds of transition
(`set_transition=cut`) and commands. A word is told here where, in the open sets of cases, it hardly ever stands in a
message that asks for none of these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_LOUDNESS = (
    "set_music.gain set_music=none set_scene_sound set_emphasis set_loudness set_delivery set_narration set_voice "
    "set_music.energy set_music.file"
)
_SPEED = (
    "set_speed set_delivery.speed set_music.tempo set_music.mood set_duration set_emphasis set_pause set_hold "
    "edit_line"
)
_MANNER = "set_delivery.emotion set_music set_voice set_performance_style set_look set_emphasis edit_line"
_SHAPE = "set_format.aspect set_layout set_loudness set_framing set_screen export"
_SIZE = (
    "set_logo.size set_captions.size set_framing set_layout set_presenter_place set_format set_typeface set_heading "
    "set_performance_style replace_words edit_line set_emphasis set_statistic set_picture set_entries set_sides "
    "set_product set_quote set_screen set_chart set_music set_loudness insert_scene set_film set_background"
)
_TABLE: tuple[tuple[str, str], ...] = (
    ("qr", "set_end_card.qr"),
    ("lock unlock", "lock_scene show_draft show_storyboard"),
    ("duplicate", "duplicate_scene"),
    ("split", "split_scene set_layout set_sides set_pause set_look set_hold"),
    ("merge", "merge_scenes set_transition"),
    ("vertical square @ratio", _SHAPE),
    ("@res @fps", "set_format produce export"),
    ("louder quieter", _LOUDNESS),
    ("faster slower", _SPEED),
    ("slowdown speedup", "set_speed set_delivery set_music.tempo set_emphasis.speed edit_line"),
    ("excited cheerful happier proud proudly sad confident confidently livelier", _MANNER),
    ("whoosh riser chime sting", "set_scene_sound"),
    ("karaoke", "set_captions.style"),
    ("stress emphasise emphasize emphasised emphasized emphasis", "set_emphasis set_delivery"),
    ("export", "export learn_brand"),
    ("undo", "undo go_to_draft redo"),
    ("semitone semitones pitch", "set_delivery set_emphasis"),
    ("shoulders waist", "set_framing"),
    ("lufs", "set_loudness"),
    ("hardcut", "set_transition=cut"),
    ("box boxed", "set_captions.style set_layout set_presenter_place set_statistic"),
    ("smiling smile", "set_delivery set_performance_style"),
    ("dissolve transition transitions", "set_transition"),
    ("pause", "set_pause set_hold set_emphasis.pause stop set_transition edit_line"),
    (
        "swap",
        "swap_scenes move_scene replace_words set_avatar set_voice set_music set_background edit_line set_colour undo "
        "set_typeface set_logo set_transition set_narration set_picture set_entries set_chart set_brand use_brand",
    ),
    ("bigger smaller", _SIZE),
    ("light", "set_dark set_look set_captions set_colour set_background set_music set_typeface set_logo"),
    ("dark", "set_dark set_look set_colour set_background set_music set_logo set_captions set_format"),
    ("logo", "set_logo set_layout learn_brand use_brand set_brand set_part set_end_card set_colour set_title"),
    ("captions", "set_captions export learn_brand set_presenter set_heading set_layout"),
    ("music", "set_music set_scene_sound set_speed set_loudness set_part set_narration set_film"),
    ("cta", "set_end_card set_hold set_emphasis"),
    ("strap", "set_presenter set_captions set_presenter_place"),
    ("resolution", "set_format produce export"),
    ("aspect", _SHAPE),
    ("subtitle", "set_heading.subtitle export set_captions set_end_card"),
    ("background", "set_background set_dark export set_layout set_picture set_film set_look set_colour set_music"),
    ("typeface", "set_typeface set_captions set_look learn_brand use_brand set_brand set_dark"),
    ("volume", f"{_LOUDNESS} set_music"),
    ("tempo", "set_music.tempo set_speed set_delivery"),
    ("energy", "set_music set_performance_style set_delivery set_look set_voice"),
    ("storyboard", "show_storyboard approve produce"),
    ("animatic", "produce"),
    ("pronounce", "set_pronunciation set_emphasis edit_line"),
    ("badge", "set_product replace_words"),
    ("tilt webm gif mov srt vtt wav mp4", "export set_captions set_part set_film set_music set_narration set_picture"),
    ("role", "set_presenter set_quote"),
    ("gestures", "set_performance_style"),
    ("disclosure watermark", "set_disclosure set_logo"),
    ("seed", "set_seed"),
    ("close-up closeup", "set_framing"),
    ("corner", "set_logo set_presenter_place set_captions set_screen"),
    ("hold", "set_hold set_pause stop set_duration"),
    ("accent", "set_colour set_voice set_emphasis set_look"),
    (
        "@colour",
        "set_colour set_dark set_logo set_background set_captions set_look set_emphasis split_scene set_delivery",
    ),
    (
        "upbeat cinematic playful inspiring inspirational orchestral",
        "set_music set_look set_performance_style set_delivery set_voice set_background set_scene_sound",
    ),
    (
        "warmer calmer energetic calmly warmly seriously friendlier",
        "set_music set_delivery.emotion set_performance_style set_colour "
        "set_voice set_look set_emphasis edit_line set_background set_speed",
    ),
    (
        "longer shorter",
        "set_duration set_hold set_pause edit_line set_framing set_emphasis set_speed delete_line replace_words "
        "set_delivery set_transition",
    ),
    (
        "heading",
        "set_heading set_typeface set_end_card set_layout insert_scene replace_words set_logo set_colour edit_line "
        "set_captions duplicate_scene set_title delete_scene",
    ),
    (
        "voice",
        "set_voice set_delivery set_speed set_narration set_music set_emphasis set_loudness export set_layout "
        "set_pause "
        "set_scene_sound set_avatar set_presenter_place set_listening set_film set_pronunciation",
    ),
    ("duration", "set_duration set_hold set_framing set_music set_speed"),
    ("closer", "set_framing set_film set_part set_picture"),
    ("listen listens listening listener", "set_listening set_narration export set_pronunciation show_draft"),
    (
        "name",
        "set_presenter.name set_title set_captions.speakers set_pronunciation set_product set_heading set_disclosure "
        "insert_scene set_quote use_brand learn_brand delete_line replace_words edit_line set_sides set_entries "
        "set_end_card "
        "set_presenter_place new_production set_logo set_layout",
    ),
    ("zoom", "set_framing set_transition set_picture set_film"),
    (
        "photo image",
        "set_background set_picture set_logo export set_layout set_captions set_framing set_film "
        "set_avatar set_presenter_place set_disclosure set_screen insert_scene set_end_card",
    ),
    ("chart graph diagram", "set_chart set_layout delete_scene move_scene swap_scenes set_scene_sound set_background"),
    ("browser", "set_screen set_layout insert_scene delete_scene move_scene replace_words edit_line"),
    ("bold italic", "set_look set_typeface set_emphasis set_captions"),
)
WORDS: Mapping[str, frozenset[str]] = {word: frozenset(ops.split()) for words, ops in _TABLE for word in words.split()}
"""Words, and what they may ask for."""
PHRASES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), frozenset(ops.split()))
    for words, ops in (
        (r"word[- ]by[- ]word|one word at a time", "set_captions.style set_delivery set_emphasis"),
        (r"close[- ]?ups?|half[- ]body|full[- ]body|head and shoulders", "set_framing set_film set_picture"),
        (r"picture[- ]in[- ]picture", "set_layout set_presenter_place set_picture"),
        (r"sidecar|neither .{3,40} nor as a file", "set_captions.sidecar export"),
        (r"(?:little|small|tiny|a) circle", "set_presenter_place set_layout"),
        (
            r"(?:tech|bold|luxury|clean|elegant|soft|magazine|playful|editorial|retro) (?:look|design)",
            "set_look set_dark set_background",
        ),
        (
            r"[,;.] (?:look|style):? (?:tech|bold|luxury|clean|soft|playful|editorial|news)",
            "set_look set_dark set_background",
        ),
        (r"(?:wipe|whip) (?:in ?to|to|in)", "set_transition"),
        (r"black and white|grayscale|greyscale", ""),
        (r"forget (?:about )?the logo", "set_colour"),
        (r"(?:in|into) (?:french|german|spanish|italian|portuguese|dutch|polish)", ""),
    )
)
"""Words in a row, as they are typed, and what they may ask for."""
PLACES: Mapping[str, frozenset[str]] = {
    word: frozenset(
        "set_logo.place set_captions.place set_captions.burned set_presenter_place move_scene "
        "set_background set_picture".split()
    )
    for word in ("top", "bottom", "left")
}
"""Words for a side of the picture."""
