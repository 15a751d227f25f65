"""The errors a person can act on. Each message is one sentence: what was asked, what stands against it, what to do.

Every folder has its own base, since the folders do not all know each other:

    Exception
    ├── AgencyError             something about this installation, its settings or its engines
    │   ├── BadSetting          a value in the environment or in agency.toml can not be used
    │   ├── EngineClash         two engines of one kind bear the same name
    │   ├── EngineMissing       an engine is known, but a package it needs is not installed
    │   ├── HomeNotWritable     the folder that holds all our state can not be written
    │   └── UnknownEngine       no engine of that kind bears that name
    ├── RenderError             something about pictures or sound
    │   ├── CannotExport        the film has not what an export asks for, or its format can not hold it
    │   ├── ColourUnknown       what is given as a colour is none
    │   ├── EngineFailed        an engine could not do what was asked
    │   ├── MediaRejected       a file is not media that can or may be read
    │   ├── NoSpace             the disk is full or a folder is not writable
    │   └── TakeDamaged         a stored take can not be read back
    └── ToolError               something asked of a tool
        ├── BadInput            a brief, script, file or name can not be used
        ├── DoesNotFit          a duration can not be met by pauses alone
        └── UnknownName         a name that is in no catalogue

Whatever else is raised is a fault of ours and keeps its traceback.
"""

from __future__ import annotations


class AgencyError(Exception):
    """Something about this installation, its settings or its engines that the person can put right."""


class BadSetting(AgencyError, ValueError):
    """A setting has a value that can not be used; the message names the setting and where the value came from."""


class UnknownEngine(AgencyError, LookupError):
    """No engine of that kind bears that name; the message lists those that do."""


class EngineMissing(AgencyError, ImportError):
    """An engine is known, but a package it needs is not installed; the message says what to install."""


class EngineClash(AgencyError, ValueError):
    """Two engines of one kind bear the same name, so that neither can be asked for."""


class HomeNotWritable(AgencyError, OSError):
    """The folder that holds all state can not be created or written."""
