"""The files that somebody imports: opened, and known for what they are."""

from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path

from watchlog.cli.output import say
from watchlog.cli.reading.files import named_path, read_stdin
from watchlog.cli.reading.values import read_choice
from watchlog.errors import NotFound, Refused
from watchlog.formats.reading.archives import is_archive
from watchlog.formats.reading.decoding import encoding_of, without_mark
from watchlog.formats.register import Format, formats, read, recognised
from watchlog.formats.source import Opener, Said, Source
from watchlog.journal.store import files
from watchlog.journal.store.below import below

_MOST_LOOKED_AT = 200
"""How many files of a folder are looked at one by one: it is not everything that somebody has."""
NAMES = tuple(one.name for one in read())
"""What can be imported."""


def opened(file: str, said: Said) -> Source:
    """The file, folder or pipe of that name. Raises NotFound, Refused."""
    if file == "-":
        content = read_stdin(files.LONGEST_PIPE)
        return Source(name=file, open=lambda: BytesIO(content), said=said)
    path = named_path(file)
    if path.is_dir():
        return Source(name=file, open=BytesIO, listing=partial(_listing, path), said=said)
    try:
        if path.is_file():
            files.opened(path).close()
            return Source(name=file, open=partial(files.opened, path), said=said)
        piped = files.read(path, pipe=True)
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from None
    if piped is None:
        raise NotFound(f"There is no file {file}.")
    return Source(name=file, open=partial(BytesIO, piped), said=said)


def format_of(source: Source, named: str | None) -> Format:
    """The format of a source, which the person may name. Raises Refused, WrongUsage."""
    if named:
        return formats()[read_choice(named, NAMES, "format")]
    found = recognised(source)
    if found is None:
        if source.listing is None and (b"\0" not in source.beginning or without_mark(source.beginning)):
            encoding_of(source)  # the words that tell what it is may only be in another encoding
        each = ", or name each file in it" if is_archive(source) else ""
        raise Refused(f"{source.name} is nothing that is known here.\nSee what is: watchlog import --list{each}")
    return found


def formats_of(source: Source, named: str | None) -> list[tuple[Format, Source]]:
    """The source with its format; of a folder that is none as a whole, the files in it that are known.

    Raises Refused, WrongUsage.
    """
    if named or source.listing is None or recognised(source):
        return [(format_of(source, named), source)]
    members = list(islice(source.listing().items(), _MOST_LOOKED_AT + 1))
    each = [Source(name=f"{source.name.rstrip('/')}/{name}", open=open_, said=source.said) for name, open_ in members]
    known = [(found, one) for one in each if (found := recognised(one))] if len(each) <= _MOST_LOOKED_AT else []
    if not known:
        return [(format_of(source, named), source)]
    taken = [one for _, one in known]
    for one in each:
        if one not in taken:
            say(f"Passed over: {one.name} is nothing that is known here.")
    return known


def _listing(folder: Path) -> dict[str, Opener]:
    return {name: partial(files.opened, folder / name) for name in below(folder)}
