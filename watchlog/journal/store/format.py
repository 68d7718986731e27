"""The format of a journal: the number in its `watchlog.json`."""

from pathlib import Path

from watchlog.errors import Damaged
from watchlog.journal.drama.encoding import damaged, from_bytes, unreadable
from watchlog.journal.store import files

FORMAT = 1


class NewerFormat(Damaged):
    """A newer watchlog has written the journal."""


def check_format(path: Path) -> None:
    """Look into the file that tells the format. Raises NewerFormat, or Damaged where it cannot be read."""
    try:
        content = files.read(path)
    except NotADirectoryError:
        raise Damaged(f"{path.parent} is no folder, and a journal is one.\nName its folder: --journal DIR") from None
    except OSError as error:
        raise unreadable(path, error) from None
    if content is None:
        return
    found = from_bytes(content, path).get("format")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise damaged(path, "format: it must be a whole number")
    if found > FORMAT:
        raise NewerFormat(
            f"{path}: format {found} is newer than this watchlog knows ({FORMAT}). Nothing was changed.\n"
            "Install a newer watchlog to use this journal."
        )
