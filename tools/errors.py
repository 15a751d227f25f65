"""The tools' own errors. Every message says what was asked, what stands against it, and what to do."""

from __future__ import annotations


class ToolError(Exception):
    """Something asked of a tool can not be done; the message is one sentence for the person who asked."""


class BadInput(ToolError, ValueError):
    """What was given (a brief, a script, a file, a setting) can not be used."""


class UnknownName(ToolError, LookupError):
    """A name that is in no catalogue; the message lists the nearest ones."""


class PatchRefused(ToolError, ValueError):
    """A patch does not fit the storyboard; nothing was changed."""
