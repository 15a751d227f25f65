"""Charts: their form, single values, all of them in words or out of a table that came along, unit and source."""

from __future__ import annotations

import re
from pathlib import Path

from tools.chart_files import read_chart_data
from tools.content_patches import SetChart
from tools.errors import BadInput
from tools.language.notes.contents_core import BE, DET, REMOVE, SET, Core, field_text, shown_as, value
from tools.language.notes.context import Reading, ask
from tools.scene_contents import ChartForm, Datum
from tools.storyboard import Scene

_CHART = r"(?:(?:bar|line|pie|donut|doughnut|column) )?(?:charts?|graphs?|diagram|bars|plot)"
_FORMS: dict[ChartForm, str] = {
    "line": r"(?:(?:line|curve)(?: (?:chart|graph|diagram|plot))?|a curve)",
    "donut": r"(?:(?:pie|donut|doughnut|ring|circle)(?: (?:chart|graph|diagram))?)",
    "bars": r"(?:(?:bars?|columns?)(?: (?:chart|graph|diagram))?)",
}
_NUMBER = r"-?\d[\d.,]*"
_TABLES = (".csv", ".tsv")
_TABLE = (
    r"(?:table|csv|spreadsheet|excel(?: file| sheet)?|sheet|file|data ?sheet|numbers|figures|"
    r"data|values|attachment)"
)


def read_chart(core: Core) -> Reading | None:
    """What a chart is to show, or how."""
    if (reading := _from_table(core)) is not None:
        return reading
    if core.scene is not None and (reading := _new(core, core.scene)) is not None:
        return reading
    scene = core.shown("chart", has="data")
    if scene is None:
        return None
    for form, words in _FORMS.items():
        found = core.match(
            rf"(?:{SET}|show |use |draw |take |as |do |want |display |present )?(?:it |that |this "
            rf"|{DET}(?:{_CHART}|data|numbers|figures|values|bars|lines?|columns?|pie|donut) )*"
            rf"(?:(?:in|into|to|as|be|with|should be|for|like|be shown as) )*(?:an? |the )?{words}(?: "
            r"(?:instead|rather|please)(?: of .+| than .+)?| rather than .+| for .+)?(?:,? not .+)?"
        )
        if found is not None and (
            form != "bars" or re.search(r"\b(?:as|into|to|instead|bar|column|want|use|make)\b", core.text, re.I)
        ):
            if form == scene.content.chart:
                return Reading(kept=True, said="The chart is like that already.")
            return _set(core, scene, SetChart(scene=scene.id, chart=form))
    found = core.match(
        rf"{SET}?{DET}units?(?: (?:of|in|on|for) {DET}{_CHART})?{BE}(?P<v>.+?)(?: (?:in|on|of|"
        rf"for) {DET}{_CHART})?"
    )
    found = found or core.match(
        rf"(?:{DET}{_CHART} (?:should |must )?)?(?:show|use|have|take|put) (?P<v>.+?) (?:as|for) "
        rf"(?:the |its |a )?unit(?: (?:in|on|of) {DET}{_CHART})?"
    )
    found = found or core.match(
        rf"(?:call|name|label) {DET}units?(?: (?:of|in|on|for) {DET}{_CHART})? (?P<v>[^,;]+)"
    )
    if found is not None and (text := value(found["v"])):
        return _set(core, scene, SetChart(scene=scene.id, unit=text))
    if core.match(rf"{REMOVE}{DET}units?(?: (?:of|in|on|from) {DET}{_CHART})?"):
        return _set(core, scene, SetChart(scene=scene.id, unit=""))
    for field, words in (("unit", "units?"), ("note", "source|footnote|note")):
        said = field_text(core, words, _CHART)
        if said is not None and re.search(_CHART, core.text, re.I):
            return _set(core, scene, SetChart.model_validate({"scene": scene.id, field: said}))
    note = r"(?:source|footnote|note|small print)"
    found = core.match(
        rf"{SET}?{DET}(?:{_CHART} {note}|{note}(?: (?:of|for|under|below|in|on) {DET}{_CHART})){BE}(?P<v>.+)"
    )
    if found is None and core.shown("statistic") is None:
        found = core.match(rf"{SET}?{DET}{note}{BE}(?P<v>.+)")
    if found is not None and (text := value(found["v"])):
        return _set(core, scene, SetChart(scene=scene.id, note=text))
    return _values(core, scene)


def _set(core: Core, scene: Scene, patch: SetChart) -> Reading:
    return shown_as(core.context, scene, scene.layout, patch)


def _from_table(core: Core) -> Reading | None:
    """`use the numbers in the attached table`."""
    tables = [path for name, path in core.context.situation.files.items() if name.lower().endswith(_TABLES)]
    told = re.search(r"\b(?:table|csv|spreadsheet|excel)\b", core.text, re.I)
    wanted = core.match(
        r"(?:(?:use|take|show|put|make|draw|turn|build|plot|chart|fill|update|feed|here(?:'s|"
        rf" is| are)|this is|these are|the|my|our|replace|change) ).*\b{_TABLE}\b.*"
    )
    shows = re.search(rf"\b{_CHART}\b", core.text, re.I) or told
    if wanted is None or not (tables or told) or not (shows or tables):
        return None
    scene = core.scene or core.shown("chart", has="data")
    if not tables:
        return ask("Which table? Send it as a CSV file with your message.") if shows else None
    if len(tables) > 1:
        return ask("Which of the tables is the chart to show?")
    if scene is None:
        return ask("In which scene should the chart be shown?")
    try:
        data, unit = read_chart_data(Path(tables[0]))
    except (BadInput, OSError) as fault:
        return ask(str(fault) if isinstance(fault, BadInput) else "The table can not be read; please send it again.")
    patch = SetChart(scene=scene.id, data=data, unit=unit or None)
    return shown_as(core.context, scene, "chart", patch)


def _new(core: Core, scene: Scene) -> Reading | None:
    """`make a bar chart in scene 2: Lumen 20, others 5`."""
    head, colon, tail = core.text.partition(":")
    found = core.match(
        rf"(?:{SET}|show |draw |add |create |build |put |display |as )?(?:it )?(?:(?:as|into) "
        r")?(?:an? |the )?(?:(?P<form>bar|line|pie|donut|doughnut|column) )?"
        rf"(?:chart|graph|diagram)(?: (?:with|of|showing))?\s*:?\s*(?:the )?(?:values? |data )?(?P<v>.*\d.*)"
    )
    drawn = rf"\b(?:{_CHART}|graph|plot|chart|as (?:a |an )?(?:line|bars?|donut|pie|columns?|curve))\b"
    told = tail if colon and re.search(drawn, head, re.IGNORECASE) else found["v"] if found is not None else ""
    data, unit = pairs(told)
    if len(data) < 2:
        return None
    form_told = re.search(r"\b(line|curve|donut|doughnut|pie|ring)\b", head, re.IGNORECASE)
    named = form_told[1].lower() if form_told is not None else ""
    form: ChartForm | None = "line" if named in ("line", "curve") else "donut" if named else None
    patch = SetChart(scene=scene.id, data=data, unit=unit or None, chart=form)
    return shown_as(core.context, scene, "chart", patch)


def pairs(text: str) -> tuple[tuple[Datum, ...], str]:
    """The values in words like `Monday 20, Tuesday 35 and Wednesday 50`, and their unit; none where one has none."""
    data: list[Datum] = []
    units: set[str] = set()
    for part in re.split(r",(?!\d{3}\b)\s*|;\s*|\n|\s+and\s+|\s+/\s+", text.strip(" .")):
        found = re.fullmatch(
            rf"(?:and )?(?P<label>.+?)\s*(?:[:=–]| -| is| at| with| has| to| for|)\s+(?P<value>{_NUMBER})\s*(?P<unit>%|"
            rf"[€$£]|[A-Za-z]{{1,10}})?",
            part.strip(),
        ) or re.fullmatch(
            rf"(?P<label>.+?)[:=]\s*(?P<value>{_NUMBER})\s*(?P<unit>%|[€$£]|[A-Za-z]{{1,10}})?", part.strip()
        )
        number = _number(found["value"]) if found else None
        if found is None or number is None:
            return (), ""
        data.append(Datum(label=found["label"].strip(" \"'"), value=number))
        units.add(found["unit"] or "")
    units -= {""} if len(units) == 2 else set()
    return tuple(data[:24]), units.pop() if len(units) == 1 else ""


def _number(text: str) -> float | None:
    plain = re.sub(r",(?=\d{3}\b)", "", text.rstrip(".,")).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _values(core: Core, scene: Scene) -> Reading | None:
    """All values, or one that is changed, added or taken out."""
    found = core.match(
        rf"{SET}?{DET}(?:{_CHART} (?:values|data|numbers|figures)|(?:values|data|numbers|figures)(?: "
        rf"(?:of|in|for) {DET}{_CHART})?|{_CHART}){BE}(?P<v>.*\d.*)"
    )
    data, unit = pairs(found["v"]) if found is not None else ((), "")
    if len(data) > 1:
        return _set(core, scene, SetChart(scene=scene.id, data=data, unit=unit or None))
    now = scene.content.data
    names = "|".join(sorted((re.escape(one.label) for one in now), key=len, reverse=True)) or "x^"
    tail = rf"(?: (?:in|on|of|from|to) {DET}{_CHART})?"
    found = core.match(
        rf"{SET}?{DET}(?:{_CHART} )?(?:value |bar |number |figure |column )?(?:for |of |from "
        rf")?(?P<l>{names})(?:'s)?(?: "
        rf"bar| value| column| number| figure)?{tail}(?:{BE}| (?:was|were|had|made|"
        rf"reached|has)(?: really| actually| only| in fact)* )(?P<v>{_NUMBER})(?: ?[A-Za-z%€$£]+)?(?: "
        rf"instead of {_NUMBER}|,? not {_NUMBER})?{tail}"
    )
    number = _number(found["v"]) if found is not None else None
    if found is not None and number is not None:
        label = next(one.label for one in now if one.label.lower() == found["l"].lower())
        changed = tuple(one.changed(value=number) if one.label == label else one for one in now)
        return _set(core, scene, SetChart(scene=scene.id, data=changed))
    found = core.match(
        r"(?:add|include|put in|append|insert)(?: a)?(?: bar| value| column| point)?(?: for)? "
        rf"(?P<l>[\w .&-]+?)(?: with| at| as| of|:| =|,)? (?P<v>{_NUMBER})(?: ?[A-Za-z%€$£]+)?{tail}"
    )
    number = _number(found["v"]) if found is not None else None
    if found is not None and number is not None and re.search(rf"{_CHART}|\bbar\b|\bcolumn\b", core.text, re.I):
        return _set(core, scene, SetChart(scene=scene.id, data=(*now, Datum(label=found["l"].strip(), value=number))))
    found = core.match(
        rf"(?:{REMOVE}|leave )(?:the )?(?:bar |value |column )?(?:for |of )?(?P<l>{names})(?: "
        rf"bar| value| column)?(?: out)?(?: (?:in|on|of|from) {DET}{_CHART})"
    )
    if found is not None and len(now) > 2:
        left = tuple(one for one in now if one.label.lower() != found["l"].lower())
        return _set(core, scene, SetChart(scene=scene.id, data=left))
    return None
