"""A site as a reader has it: its files, its pages, and the sample to make one of."""

from collections.abc import Iterator
from pathlib import Path

from tests.formats.dramas import samples
from tests.formats.pages import Reader
from tests.program import Program
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.encoding import to_bytes


def keep_sample(program: Program) -> None:
    """Have the sample as the journal."""
    (program.journal / "dramas").mkdir(parents=True)
    (program.journal / "watchlog.json").write_bytes(to_bytes({"format": 1}))
    for drama in samples():
        (program.journal / "dramas" / f"{drama.slug}.json").write_bytes(to_bytes(sparse(drama)))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    for name, content in contents(folder).items():
        if name.endswith(".html"):
            yield name, content.decode()


def page(folder: Path, name: str) -> Reader:
    return Reader((folder / name).read_text("utf-8"))


def words(folder: Path, name: str) -> str:
    """What is to be seen of a page at once, on one line."""
    return " ".join(page(folder, name).seen.split())
