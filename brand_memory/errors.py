"""The errors of brand memory that a person can act on. Each message is one sentence: what, what stands against it."""

from __future__ import annotations


class BrandError(Exception):
    """Something about a brand, its site or its files that the person can put right."""


class SiteRefused(BrandError):
    """A page or file may not be read: the site or the way out does not allow it, or it is not what it should be."""


class SiteUnreachable(BrandError):
    """A page or file can not be read: nobody answers, the answer is an error, or the time is over."""


class NoBrowser(BrandError):
    """There is no browser on this machine that pages can be read with, or it does not start."""


class UnknownBrand(BrandError, LookupError):
    """No brand of that name, id or address is known; the message lists those that are."""


class UnknownFact(BrandError, LookupError):
    """A brand has no such fact; the message says what there is."""


class BadCorrection(BrandError, ValueError):
    """What a person wants a fact to be can not be that; the message says what could."""


class RecordsUnusable(BrandError):
    """The record of brands is damaged, held by another program, of a newer version, or can not be written."""


class BrandBusy(BrandError):
    """A brand is being learned by another program, so that it can not be learned or forgotten now."""


class EmbedderFailed(BrandError):
    """An embedding engine can not start or work: which engine, why, and whether trying again can help."""

    def __init__(self, engine: str, reason: str, *, retryable: bool = False) -> None:
        super().__init__(f"The {engine} embedding engine could not do this: {reason}")
        self.engine = engine
        self.reason = reason
        self.retryable = retryable


class BrandFileUnusable(BrandError):
    """A file that a person gives to learn a brand from can not be used; the message names it and says what to do."""
