"""Errors that a user can cause or meet, as codes with parameters.

The sentences for the codes stand once, in ``app.core.sentences``; nothing below the window and the
command line writes a sentence of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as with_default


class MentordeskError(Exception):
    """Something that a user must be told; carries a code and the parameters of its sentence."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        """The code alone: values never reach a log by way of an exception text (D15)."""
        return self.code


class Refused(MentordeskError):
    """Bad input; nothing was changed."""


class NotFound(Refused):
    """No record with that code or id."""


class Conflict(Refused):
    """Somebody saved a newer version of the record in the meantime."""


class StorageRefused(Refused):
    """The data file cannot be used as it is: locked, newer, damaged, read-only, no room."""


class Cancelled(Exception):
    """The user stopped the work; raised out of a job so that its unit of work is rolled back."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a field of a draft, told beside the field.

    ``field`` is the draft's attribute name, ``code`` a key of ``app.core.sentences``.
    ``severity`` is ``error`` (cannot be kept) or ``warning`` (kept, but told).
    """

    field: str
    code: str
    params: Mapping[str, object] = with_default(default_factory=dict)
    severity: str = "error"


class Invalid(Refused):
    """A draft that breaks a rule; holds all its problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(first.code, **first.params)
        self.problems = problems
