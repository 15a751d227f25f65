"""Documents from JSON, with errors that name the line, the field and the likely meaning."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import count
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from tools.brief import Brief
from tools.documents import Document, numbered_id
from tools.errors import BadInput
from tools.line_markup import read_line
from tools.order import Order
from tools.plain_text import clean
from tools.script import Script
from tools.storyboard import Storyboard

DocumentT = TypeVar("DocumentT", bound=Document)
_KINDS: dict[str, type[Document]] = {"brief/1": Brief, "script/1": Script, "storyboard/1": Storyboard}
_TELLING: dict[str, type[Document]] = {"scenes": Storyboard, "sections": Script, "script": Order, "request": Brief}


def read_document(text: str, name: str) -> Brief | Script | Storyboard | Order:
    """The document that the JSON `text` holds; `name` is how errors call it. Raises `tools.errors.BadInput`."""
    given = _parse(text, name)
    if not isinstance(given, dict):
        raise BadInput(
            f"{name} holds {_kind_of(given)}, but a brief, script, storyboard or order is a JSON object {{…}}."
        )
    model = _model_of(given, name)
    if model is Storyboard:
        given = _with_ids(given, "scenes", name)
    elif model is Script:
        given = _with_ids(given, "sections", name)
    document = validate(model, given, name)
    if isinstance(document, Storyboard):
        _check_ids([scene.id for scene in document.scenes], "scene", name)
        _check_ids([line.id for scene in document.scenes for line in scene.lines], "line", name)
    if isinstance(document, Script):
        _check_ids([line.id for section in document.sections for line in section.lines], "line", name)
    assert isinstance(document, Brief | Script | Storyboard | Order)
    return document


def validate(model: type[DocumentT], given: object, name: str) -> DocumentT:
    """`given` as a `model`. Raises `tools.errors.BadInput` with the path of the first field that does not fit."""
    try:
        return model.model_validate(given)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        said = f"{name}: {_explain(model, dict(faults[0]))}{more}"
        raise BadInput(said if said.endswith("?") else f"{said}.") from None


def _parse(text: str, name: str) -> Any:  # noqa: ANN401  (whatever JSON holds)
    try:
        return _cleaned(json.loads(text, parse_constant=_reject_constant))
    except json.JSONDecodeError as error:
        raise BadInput(
            f"{name} is not valid JSON: {_lower(error.msg)} at line {error.lineno}, column {error.colno}."
        ) from None
    except RecursionError:
        raise BadInput(f"{name} is nested too deeply; give a brief, script, storyboard or order.") from None
    except ValueError as error:
        raise BadInput(f"{name} is not valid JSON: {error}.") from None


def _cleaned(value: Any) -> Any:  # noqa: ANN401
    """Every text without null bytes and control characters."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return {clean(key): _cleaned(item) for key, item in value.items()} if isinstance(value, dict) else value


def _reject_constant(constant: str) -> float:
    raise ValueError(f"{constant} is not a number that JSON knows")


def _model_of(given: dict[str, Any], name: str) -> type[Document]:
    schema = given.get("schema")
    if schema is not None:
        if isinstance(schema, str) and schema in _KINDS:
            return _KINDS[schema]
        near = get_close_matches(str(schema), _KINDS, 1, 0.4)
        raise BadInput(f"{name}: schema {json.dumps(schema)} is not known; {_hint(near, sorted(_KINDS))}.")
    for key, model in _TELLING.items():
        if key in given:
            return model
    near = [key for own in given for key in get_close_matches(own, _TELLING, 1, 0.7)]
    wanted = '"script" (words to be spoken), "request" (a brief), or "scenes" (a storyboard)'
    hint = f' (did you mean "{near[0]}"?)' if near else ""
    raise BadInput(f"{name} has none of the keys that say what it is{hint}: it needs {wanted}.")


def _with_ids(given: dict[str, Any], key: str, name: str) -> dict[str, Any]:
    """Scenes and lines that a person wrote without ids get numbered ones; a line may be only its text."""
    groups = given.get(key)
    if not isinstance(groups, list):
        return given
    filled = []
    for number, group in enumerate(groups, 1):
        if not isinstance(group, dict):
            filled.append(group)
            continue
        own = {"id": numbered_id("s", number), **group}
        if isinstance(own.get("lines"), list):
            ids = (numbered_id(f"{own['id']}-l", n) for n in count(1))
            own["lines"] = [_line(line, id_, name) for line, id_ in zip(own["lines"], ids, strict=False)]
        filled.append(own)
    return {**given, key: filled}


def _line(line: Any, id_: str, name: str) -> Any:  # noqa: ANN401
    """A line with an id; marks in its text say how it is spoken, unless it has `spans` for that."""
    told = {"text": line} if isinstance(line, str) else line
    if not isinstance(told, dict):
        return line
    given = {"id": id_, **told}
    if "spans" in given or not isinstance(given.get("text"), str):
        return given
    try:
        marked = read_line(given["text"], id_)
    except BadInput as fault:
        raise BadInput(f"{name}: {fault}") from None
    if marked.text == " ".join(given["text"].split()):
        return given
    read = marked.model_dump(include={"text", "spans", "pause_before", "pause_after"}, exclude_defaults=True)
    return {**read, **{key: value for key, value in given.items() if key != "text"}}


def _check_ids(ids: Sequence[str], what: str, name: str) -> None:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            raise BadInput(f'{name}: two {what}s have the id "{id_}"; give each its own.')
        seen.add(id_)


def _explain(model: type[BaseModel], fault: dict[str, Any]) -> str:
    path = _path(fault["loc"])
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        known = _keys_at(model, fault["loc"][:-1])
        near = get_close_matches(str(fault["loc"][-1]), known, 1, 0.5)
        return f"`{path}` is not a key we know; {_hint(near, known)}"
    if kind == "missing":
        return f"`{path}` is missing"
    message = _lower(str(fault["msg"]).removeprefix("Value error, "))
    message = message.split(", unable to parse")[0]
    if kind == "literal_error":
        message = f"should be {context.get('expected', 'another value')}"
    else:
        message = re.sub(r"^(input|string|tuple|list|object) should ", "should ", message)
    given = fault.get("input")
    shown = "" if isinstance(given, dict | list) and kind != "missing" and not given else f", not {_kind_of(given)}"
    return f"`{path}` {message}{shown}"


def _keys_at(model: type[BaseModel], loc: Sequence[int | str]) -> list[str]:
    """The keys that the model at this path of the document knows."""
    current: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, int) or current is None:
            continue
        field = next((f for n, f in current.model_fields.items() if step in (n, f.alias)), None)
        current = _model_in(field.annotation) if field else None
    fields = (current or model).model_fields
    return [field.alias or key for key, field in fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)


def _path(loc: Sequence[int | str]) -> str:
    text = ""
    for step in loc:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text or "the object"


def _hint(near: Sequence[str], known: Sequence[str]) -> str:
    return f'did you mean "{near[0]}"?' if near else f"known are {', '.join(known)}"


def _kind_of(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= 40 else shown[:38] + ('…"' if isinstance(value, str) else "…")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
