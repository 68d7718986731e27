"""Numbers as other people's files have them: 16, 16.0, "16", 0 for nobody knows."""

import re

from watchlog.formats.reading.refusing import no
from watchlog.formats.reading.remembering import remembered

_NOTHING = ("", "-", "?", "n/a", "na", "none", "null", "tba", "tbd", "unknown")
_YEARS = range(1870, 3000)
_MOST = 100_000


@remembered
def number_of(text: str) -> int | None:
    """The whole number written, 0 too; None where nothing stands. Raises Unreadable."""
    bare = text.strip().lower().removeprefix("'")
    if bare in _NOTHING:
        return None
    if not re.fullmatch(r"[0-9]{1,9}(?:\.0{1,3})?", bare):
        raise no("a number", text)
    return int(bare.partition(".")[0])


def count_of(text: str) -> int | None:
    """How many there are; None where it is 0 or not said. Raises Unreadable."""
    found = number_of(text)
    if found is not None and found > _MOST:
        raise no("a number of episodes or minutes", text)
    return found or None


def year_of(text: str) -> int | None:
    """The year written, be it in a whole date; None where none is. Raises Unreadable."""
    bare = text.strip()
    if re.match(r"[0-9]{4}[-/.년年]", bare):
        bare = bare[:4]
    found = number_of(bare)
    if not found or (found in (1, 1970) and bare != text.strip()):
        return None
    if found not in _YEARS:
        raise no("a year", text)
    return found


def progress_of(text: str) -> tuple[int | None, int | None]:
    """How many episodes are seen, and of how many: `14/16`, `14 | 16`, `14`. Raises Unreadable."""
    seen, _, of = re.sub(r"\s*[|／]\s*", "/", text).partition("/")
    return count_of(seen), count_of(of)
