"""watchlog: a review journal for dramas, in the terminal."""

TYPE_CHECKING = False  # as that of typing: what loads that or pathlib is too slow for TAB
if TYPE_CHECKING:
    from pathlib import Path

    from tinydb import TinyDB

__version__ = "1.1.0"


def open(folder: "str | Path", *, change: str | None = None) -> "TinyDB":
    """A journal's folder as a TinyDB database, for scripts and notebooks: the id of a document is its drama's slug.

    It is opened to be read. With `change`, some words on what is done, it can be written to: then all that is
    written in a `with` block is one change, durable at its end, which `watchlog undo` takes back.

    Raises watchlog.errors.Damaged for a file that cannot be read, Refused for a document that is no drama any more,
    NotWritten where the disk refuses.
    """
    from os.path import expanduser
    from pathlib import Path

    from watchlog.journal.store.tinydb import open_database

    return open_database(Path(expanduser(folder)), change)
