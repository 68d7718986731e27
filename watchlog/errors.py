"""The one family of errors a person can meet, with an exit code per class.

Every message is one or two plain lines: what is wrong, and the next thing to type.
"""

from typing import ClassVar

EXIT_CODES = {
    0: "done",
    1: "not there, or refused",
    2: "wrong usage",
    3: "the journal is damaged, or the answer not whole",
    4: "not written",
    130: "interrupted",
}
"""What the program ends with, and what that means."""


class WatchlogError(Exception):
    """Something to tell the person, without a traceback."""

    exit_code: ClassVar[int] = 1


class NotFound(WatchlogError):
    """What was asked for by name is not in the journal."""


class Refused(WatchlogError):
    """The journal could do it, but must not."""


class WrongUsage(WatchlogError):
    """A value on the command line cannot be understood."""

    exit_code = 2


class Damaged(WatchlogError):
    """A file of the journal cannot be read, or says what cannot be."""

    exit_code = 3


class NotWritten(WatchlogError):
    """The change could not be made durable: locked, read-only, disk full."""

    exit_code = 4
