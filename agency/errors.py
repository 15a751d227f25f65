"""The errors a person can act on. Each message is one sentence: what was asked, what stands against it, what to do.

Every folder has its own base, since the folders do not all know each other:

    Exception
    ├── AgencyError             something about this installation, its settings or its engines
    │   ├── BadSetting          a value in the environment or in agency.toml can not be used
    │   ├── ConsentDamaged      a record of consent was changed by another hand than ours
    │   ├── ConsentRefused      a consent can not be asked for, given or decided like that
    │   ├── DatabaseUnusable    the record of jobs is damaged, held, or of a newer version
    │   ├── EngineClash         two engines of one kind bear the same name
    │   ├── EngineMissing       an engine is known, but a package it needs is not installed
    │   ├── HomeNotWritable     the folder that holds all our state can not be written
    │   ├── JobFailed           a job that another process worked on has failed
    │   ├── NeedsReview         somebody has to look at a content before it is made
    │   ├── NotAllowed          the policy or a reviewer does not allow a content
    │   ├── UnknownConsent      there is no record of consent of that number
    │   ├── UnknownEngine       no engine of that kind bears that name
    │   └── UnknownReview       there is no review of that number
    ├── BrandError              something about a brand, its site or its files
    │   ├── BadCorrection       what a person wants a fact to be can not be that
    │   ├── Bomb                a packed answer that is not unpacked any further
    │   ├── BrandBusy           a brand is being learned by another program
    │   ├── BrandFileUnusable   a file given to learn a brand from can not be used
    │   ├── EmbedderFailed      an embedding engine can not start or work
    │   ├── NoBrowser           there is no browser to read pages with, or it does not start
    │   ├── ProbeFailed         a page did not let itself be looked at
    │   │   └── PageGone        it made way for another, or was closed
    │   ├── RecordsUnusable     the record of brands is damaged, held, or of a newer version
    │   ├── SiteRefused         a page or file may not be read
    │   ├── SiteUnreachable     a page or file can not be read
    │   ├── UnknownBrand        no brand of that name is known
    │   └── UnknownFact         a brand has no such fact
    ├── RenderError             something about pictures or sound
    │   ├── CannotExport        the film has not what an export asks for, or its format can not hold it
    │   ├── CannotSign          a file can not be signed with its content credentials
    │   ├── ColourUnknown       what is given as a colour is none
    │   ├── ConsentMissing      nobody is known to have agreed to the use of a likeness
    │   ├── EngineFailed        an engine could not do what was asked
    │   │   └── AnswerFailed    one answer of a language model came to nothing
    │   ├── LookUnknown         what is named as a look is none
    │   ├── MediaRejected       a file is not media that can or may be read
    │   ├── NoSpace             the disk is full or a folder is not writable
    │   └── TakeDamaged         a stored take can not be read back
    └── ToolError               something asked of a tool
        ├── BadInput            a brief, script, file or name can not be used
        ├── DoesNotFit          a duration can not be met by pauses alone
        ├── PatchRefused        a change does not fit the storyboard
        └── UnknownName         a name that is in no catalogue

Whatever else is raised is a fault of ours and keeps its traceback.
"""

from __future__ import annotations


class AgencyError(Exception):
    """Something about this installation, its settings or its engines that the person can put right."""


class BadSetting(AgencyError, ValueError):
    """A setting has a value that can not be used; the message names the setting and where the value came from."""


class ConsentDamaged(AgencyError):
    """A record of consent is not as it was signed here: it was changed, or comes from another home."""


class ConsentRefused(AgencyError):
    """A consent can not be asked for, given or decided like that; the message says why and what can be done."""


class UnknownConsent(AgencyError, LookupError):
    """There is no record of consent of that number."""


class UnknownEngine(AgencyError, LookupError):
    """No engine of that kind bears that name; the message lists those that do."""


class EngineMissing(AgencyError, ImportError):
    """An engine is known, but a package it needs is not installed; the message says what to install."""


class EngineClash(AgencyError, ValueError):
    """Two engines of one kind bear the same name, so that neither can be asked for."""


class DatabaseUnusable(AgencyError):
    """The record of jobs can not be used: it is damaged, held by another program, or of a newer version."""


class JobFailed(AgencyError):
    """A job that another process worked on has failed; the message is what it said there."""


class HomeNotWritable(AgencyError, OSError):
    """The folder that holds all state can not be created or written."""


class NeedsReview(AgencyError):
    """Somebody has to look at a content before it is made; the message says at what and how to let it pass.

    `review` is its number in the queue.
    """

    def __init__(self, message: str, review: int = 0) -> None:
        super().__init__(message)
        self.review = review


class NotAllowed(AgencyError):
    """The policy or a reviewer does not allow a content; the message says which sentence and what can be done."""


class UnknownReview(AgencyError, LookupError):
    """There is no review of that number."""
