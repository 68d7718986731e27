"""Which subtitle files are meant, and what is in them."""

import os
from pathlib import Path

from msgspec import Struct

from watchlog.cli.output import say
from watchlog.cli.reading.files import read_stdin
from watchlog.cli.session import session
from watchlog.errors import NotFound, Refused, WrongUsage
from watchlog.formats.subtitles.cues import Cue
from watchlog.formats.subtitles.naming import numbered
from watchlog.formats.subtitles.reading import read
from watchlog.journal.drama.amounts import first_of
from watchlog.journal.store import files

_ENDINGS = (".srt", ".ass", ".ssa", ".vtt")
"""What is looked through in a folder; a file that is named may end in anything."""
_LARGEST = 2**26
"""How many bytes a file may have: subtitles with all their fonts have fewer, and films lie beside them."""
NAMED = 9
"""So many files or places are named at the most."""


class Source(Struct):
    """A file that was read."""

    name: str
    episode: int | None
    cues: list[Cue]


def source(place: str, encoding: str | None, *, episode: int | None, beside: Source | None = None) -> Source:
    """The file of that name, or the one of an episode in that folder; `beside` is another one, and not meant.

    Raises NotFound, Refused for a file that cannot be read, WrongUsage where several are meant.
    """
    paths = _paths(place, episode)
    if beside and len(paths) > 1:
        paths = [path for path in paths if path.name != beside.name]
    if len(paths) > 1:
        raise WrongUsage(
            f"Which file of {place}? {first_of([path.name for path in paths], NAMED)}.\n"
            "Name one, or give its --episode."
        )
    return _read(paths[0], encoding)


def sources(place: str, encoding: str | None, *, episode: int | None) -> list[Source]:
    """The file of that name, or those of that folder. Of several, what cannot be read is told and passed over.

    Raises NotFound, Refused, WrongUsage.
    """
    paths = _paths(place, episode)
    if len(paths) == 1:
        return [_read(paths[0], encoding)]
    found = []
    for path in paths:
        try:
            found.append(_read(path, encoding))
        except (NotFound, Refused) as error:
            say(f"Passed over: {str(error).splitlines()[0]}")
    return found


def _paths(place: str, episode: int | None) -> list[Path]:
    path = _path(place)
    if place == "-" or not path.is_dir():
        return [path]
    try:
        found = [path / name for name in files.plain(path) if name.lower().endswith(_ENDINGS)]
    except OSError as error:
        raise Refused(f"{place} cannot be read: {error.strerror}.") from None
    if not found:
        raise NotFound(f"{place} has no subtitles in it: no name ends in {', '.join(_ENDINGS)}.")
    fitting = [one for one in found if episode in (None, numbered(one.name).episode)]
    if not fitting:
        raise NotFound(f"{place} has no subtitles whose name tells of episode {episode}.")
    return fitting


def _path(place: str) -> Path:
    """Where it is; with --sample, the sample's own files may be named too."""
    path = Path(os.path.expanduser(place))  # a user whom nobody knows stays as typed
    if session.sample and not path.exists() and (of_the_sample := session.root / "subtitles" / place).exists():
        return of_the_sample
    return path


def _read(path: Path, encoding: str | None) -> Source:
    if str(path) == "-":
        return Source("standard input", None, read(read_stdin(_LARGEST), "Standard input", encoding))
    try:
        content = next(files.read_on(path, _LARGEST + 1, pipe=True), b"")
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from None
    if len(content) > _LARGEST:
        raise Refused(f"{path.name} is too large for subtitles.")
    return Source(path.name, numbered(path.name).episode, read(content, path.name, encoding))
