"""The renderers' own errors. Every message says what was asked, what stands against it, and what to do."""

from __future__ import annotations

from pathlib import Path


class RenderError(Exception):
    """Something about rendering failed in a way the person can be told in one sentence."""


class CannotSign(RenderError):
    """A file could not be signed with its content credentials: which, and why."""


class ConsentMissing(RenderError):
    """A person's likeness may not be used: nobody is known to have agreed, or not any more."""


class EngineFailed(RenderError):
    """An engine could not do what was asked: which engine, why, and whether trying again can help."""

    def __init__(self, engine: str, reason: str, *, retryable: bool = False) -> None:
        super().__init__(f"The {engine} engine could not do this: {reason}")
        self.engine = engine
        self.reason = reason
        self.retryable = retryable


class MediaRejected(RenderError, ValueError):
    """A file given to us is not media we can or may read."""


class TakeDamaged(RenderError):
    """A stored take, in `folder`, can not be read back; after `renderers.takes.drop_take` it is made again."""

    def __init__(self, message: str, folder: Path) -> None:
        super().__init__(message, folder)
        self.folder = folder

    def __str__(self) -> str:
        return str(self.args[0])


class NoSpace(RenderError, OSError):
    """The disk is full or the folder is not writable."""
