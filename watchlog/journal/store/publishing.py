"""A folder of pages that are made of a journal: only what changed is written, and only what we wrote goes.

`published.txt` in it says what was written: a line for each file, with a digest of its content and one of what it was
made of. A file whose content is not one of ours, for it was there before or was changed since, is left alone.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from watchlog.errors import NotWritten, Refused
from watchlog.journal.store import files
from watchlog.journal.store.together import AT_ONCE, save_all

MANIFEST = "published.txt"
_HEAD = "Written by watchlog publish, which replaces and removes nothing else. A digest, what it was made of, the file:"
_UNKNOWN = "-"
_AT_ONCE = 4 * 2**20
"""How much is written together."""


class _Line(Struct, frozen=True):
    """A file as it was written."""

    digest: str
    made_of: str
    path: str


class Publishing:
    """A site being written to a folder."""

    def __init__(self, folder: Path) -> None:
        """Raises Refused where something else has the name of the list of files; NotWritten, OSError."""
        self.folder = folder
        self._before: dict[str, list[_Line]] = {}
        self._lines: dict[str, list[_Line]] = {}
        self._waiting: list[tuple[Path, bytes, int]] = []
        self.written: list[str] = []
        self.removed: list[str] = []
        self.left_alone: list[str] = []
        """What is in our way, or was ours once, and is not as we wrote it."""
        try:
            self.is_new = not self._read()
        except NotADirectoryError:
            raise NotWritten(f"{folder} cannot be a folder: nothing was written.\nChoose another name.") from None

    def others(self) -> int:
        """How many files and folders there are in the folder, where nothing is ours yet. Raises OSError."""
        return len(files.names(self.folder)) if self.is_new else 0

    def put(self, path: str, make: Callable[[], str], made_of: str = "") -> None:
        """Have a file in the site. It is only made where it is not there as it was made of the same.

        Raises OSError, and what `make` raises.
        """
        there = files.read(self.folder / path)
        digest = None if there is None else _digest(there)
        ours = self._before.get(path, [])
        for line in ours:
            if made_of and (line.digest, line.made_of) == (digest, made_of):
                self._lines[path] = [line]
                return
        content = make().encode()
        made = _Line(_digest(content), made_of or _UNKNOWN, path)
        if digest not in (None, made.digest, *(line.digest for line in ours)):
            self.left_alone.append(path)
            self._lines[path] = ours
            return
        self._lines[path] = [made]
        if digest != made.digest:
            self.written.append(path)
            self._waiting.append((self.folder / path, content, files.OPEN))
            if len(self._waiting) >= AT_ONCE or sum(len(one) for _, one, _ in self._waiting) >= _AT_ONCE:
                self._write()

    def finish(self, *, removing: bool = True) -> None:
        """Write what is left to write, and take away what was ours and is in the site no more. Raises OSError."""
        self._write()
        gone = [path for path in self._before if path not in self._lines]
        for path in gone if removing else ():
            there = files.read(self.folder / path)
            if there is not None and _digest(there) not in [line.digest for line in self._before[path]]:
                self.left_alone.append(path)
            elif there is not None:
                files.remove(self.folder / path)
                self.removed.append(path)
        if not removing:
            self._lines |= {path: self._before[path] for path in gone}
        self._save([line for lines in self._lines.values() for line in lines])

    def _write(self) -> None:
        if not self._waiting:
            return
        # Before those in it: a folder above is made for oneself alone, and this one is to be seen.
        files.make_folder(self.folder)
        for folder in {path.parent for path, *_ in self._waiting}:
            files.make_folder(folder)
        # First it is written down, so that what a killed process wrote is known for ours.
        known = [line for lines in [*self._before.values(), *self._lines.values()] for line in lines]
        self._save([*dict.fromkeys(known)])
        save_all(self._waiting, lambda path: None)
        self._waiting = []

    def _read(self) -> bool:
        """Read the list of files; says whether there is one."""
        content = files.read(self.folder / MANIFEST)
        if content is None:
            return False
        head, *lines = content.decode(errors="replace").splitlines() or [""]
        if head != _HEAD:
            raise Refused(f"{self.folder / MANIFEST} is not ours: nothing was written.\nChoose another folder.")
        for line in lines:
            digest, made_of, path = (*line.split(" ", 2), "", "")[:3]
            if path and ".." not in Path(path).parts and not Path(path).is_absolute():
                self._before.setdefault(path, []).append(_Line(digest, made_of, path))
        return True

    def _save(self, lines: Iterable[_Line]) -> None:
        said = sorted((line.path, line.digest, line.made_of) for line in lines)
        content = "\n".join([_HEAD, *(f"{digest} {made_of} {path}" for path, digest, made_of in said), ""]).encode()
        if files.read(self.folder / MANIFEST) != content:
            files.make_folder(self.folder)
            files.save(self.folder / MANIFEST, [content])
            files.settle(self.folder)


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
