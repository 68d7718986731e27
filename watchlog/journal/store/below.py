"""What lies in a folder that somebody imports."""

import os
from collections.abc import Iterator
from pathlib import Path


def below(folder: Path) -> Iterator[str]:
    """The files in a folder and in its folders, by paths with slashes; hidden ones and links are passed over."""
    for place, folders, names_ in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names_):
            if not name.startswith(".") and os.path.isfile(path := os.path.join(place, name)):
                yield os.path.relpath(path, folder).replace(os.sep, "/")
