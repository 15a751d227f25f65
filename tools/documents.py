"""What all documents share: frozen, versioned, strict about unknown keys, readable JSON on disk."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict


class Document(BaseModel):
    """A frozen document; `changed()` gives a copy with some fields replaced, validated again."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)

    def changed(self, **fields: object) -> Self:
        """A copy with these fields replaced; raises `pydantic.ValidationError` where a value does not fit."""
        return type(self).model_validate({**self.model_dump(by_alias=True), **fields})


def numbered_id(prefix: str, number: int) -> str:
    """The id of the `number`-th scene or line of a document that is derived, not edited: same input, same id."""
    return f"{prefix}{number}"
