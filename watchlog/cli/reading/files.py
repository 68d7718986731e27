"""What a person names to be read: a file, or `-` for standard input, which is read once and up to a limit."""

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from watchlog.cli.session import session
from watchlog.errors import NotFound, Refused, WrongUsage
from watchlog.journal.store import files

LONGEST_TEXT = 64 * 2**20


def named_path(name: str) -> Path:
    """The path that a word means; `~` is one's own folder, `~name` that of somebody there is. Raises WrongUsage."""
    if not name:
        raise WrongUsage("A file needs a name.")
    return Path(os.path.expanduser(name))


def new_file(name: str) -> Path:
    """The path of a file to be written. Raises WrongUsage for a word that names a folder."""
    if name.endswith(os.sep):
        raise WrongUsage(f"{name} is a folder's name.\nName the file in it, too.")
    return named_path(name)


def opened_file(name: str) -> BinaryIO:
    """A file to be gone through, more than once if need be: a pipe's and standard input's bytes are read at once.

    Raises NotFound, Refused, WrongUsage.
    """
    if name == "-":
        return BytesIO(read_stdin(files.LONGEST_PIPE))
    path = named_path(name)
    try:
        if files.is_plain(path):
            return files.opened(path)
        content = files.read(path, pipe=True)
    except FileNotFoundError:
        content = None
    except OSError as error:
        raise Refused(f"{name} cannot be read: {error.strerror or error}.") from None
    if content is None:
        raise NotFound(f"There is no file {name}.")
    return BytesIO(content)


def read_stdin(longest: int) -> bytes:
    """All of standard input. Raises WrongUsage the second time, and where it is longer; Refused."""
    if session.has_read_stdin:
        raise WrongUsage("Only one text can come from standard input: give the other one in words.")
    session.has_read_stdin = True
    try:
        return files.read_stream(sys.stdin.buffer, longest)
    except OverflowError:
        raise WrongUsage(f"Standard input is longer than {longest // 2**20} MiB: nothing was saved.") from None
    except OSError as error:
        raise Refused(f"Standard input cannot be read: {error.strerror or error}.") from None
