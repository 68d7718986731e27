"""The catalogue says what the files say, at every moment, and can be lost or broken without harm."""

import errno
import os
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from tests.journal.faults import FaultyDisk, using
from tests.journal.scenarios import a_drama, add, note, prepare_many, rework, state
from watchlog.errors import Damaged
from watchlog.journal.drama.records import Aired, CastMember, Drama, Line, Note, Quote, Rating, Round
from watchlog.journal.journal import Journal
from watchlog.journal.recall.anniversaries import DATES
from watchlog.journal.recall.mentions import PROSE
from watchlog.journal.recall.publishing import ENTRIES
from watchlog.journal.recall.query.facts import FURTHER
from watchlog.journal.recall.quotes import QUOTES
from watchlog.journal.store import catalogue as catalogues
from watchlog.journal.store import layers
from watchlog.journal.store.catalogue import HEADS, ROWS, Catalogue, Row, row
from watchlog.journal.store.kinds import Kind


@pytest.fixture(params=[0, layers.FEW], ids=["all written down", "a few since"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the few dramas of a test are written down with all others, or are the few that changed since."""
    monkeypatch.setattr(layers, "FEW", request.param)


@pytest.fixture
def cache(tmp_path: Path, few: None) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def catalogue(root: Path, journal: Journal, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """A catalogue of four dramas that remembers even what was changed a moment ago."""
    monkeypatch.setattr(catalogues, "_SETTLED_NS", -1)
    prepare_many(root)
    return Catalogue(journal.storage, cache)


class Read:
    """Which dramas the journal reads."""

    def __init__(self, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
        self.slugs: list[str] = []
        real = journal.storage.drama

        def drama(slug: str) -> Drama:
            self.slugs.append(slug)
            return real(slug)

        monkeypatch.setattr(journal.storage, "drama", drama)

    def taken(self) -> list[str]:
        taken, self.slugs = self.slugs, []
        return taken


@pytest.fixture
def read(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Read:
    return Read(journal, monkeypatch)


def slugs(rows: list[Row]) -> list[str]:
    return [row.slug for row in rows]


def test_every_drama_is_read_once_and_only_what_changed_is_read_again(
    catalogue: Catalogue, read: Read, root: Path
) -> None:
    assert slugs(catalogue.rows()) == ["life", "mother", "run-on", "signal"]
    assert read.taken() == ["life", "mother", "run-on", "signal"]
    assert slugs(catalogue.rows()) == ["life", "mother", "run-on", "signal"]
    assert read.taken() == []
    rework(root)
    assert slugs(catalogue.rows()) == ["life", "mother", "run-on", "vincenzo"]
    assert sorted(read.taken()) == ["life", "mother", "run-on", "vincenzo"]
    assert [row.tags for row in catalogue.rows()] == [["reworked"]] * 3 + [[]]
    assert read.taken() == []


def test_what_it_says_from_memory_is_what_it_said(catalogue: Catalogue, journal: Journal, cache: Path) -> None:
    first = catalogue.rows()
    assert Catalogue(Journal(journal.root).storage, cache).rows() == first
    assert first == [row(drama) for drama in journal.dramas()]


@pytest.mark.parametrize("again", ["in place", "by another file", "with its old time"])
def test_a_hand_edit_of_the_same_size_is_seen(catalogue: Catalogue, root: Path, again: str) -> None:
    catalogue.rows()
    file = root / "dramas" / "run-on.json"
    before = file.stat()
    edited = file.read_bytes().replace(b"Run On", b"RUN ON")
    if again == "by another file":
        (root / "new").write_bytes(edited)
        (root / "new").rename(file)
    else:
        file.write_bytes(edited)
    if again == "with its old time":
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_size == before.st_size
    assert [row.title for row in catalogue.rows()] == ["Life", "Mother", "RUN ON", "Signal"]


def test_a_file_changed_a_moment_ago_is_not_trusted_to_stand_still(
    root: Path, journal: Journal, cache: Path, read: Read
) -> None:
    prepare_many(root)
    catalogue = Catalogue(journal.storage, cache)
    for path in (root / "dramas").iterdir():
        if path.stem != "run-on":
            os.utime(path, ns=(0, 0))
    catalogues._SETTLED_NS, real = 10**18, catalogues._SETTLED_NS
    try:
        catalogue.rows()
        read.taken()
        catalogue.rows()
        assert "run-on" in read.taken()
    finally:
        catalogues._SETTLED_NS = real


def test_what_is_removed_by_hand_is_gone_and_what_comes_is_there(catalogue: Catalogue, root: Path) -> None:
    catalogue.rows()
    (root / "dramas" / "run-on.json").rename(root / "dramas" / "ran-on.json")
    (root / "dramas" / "ran-on.json").write_bytes(b'{"title": "Ran On"}')
    (root / "dramas" / "life.json").unlink()
    assert slugs(catalogue.rows()) == ["mother", "ran-on", "signal"]
    assert slugs(catalogue.rows()) == ["mother", "ran-on", "signal"]


@pytest.mark.parametrize("open_folders", [True, False])
def test_a_link_to_nowhere_is_there_and_a_link_to_a_file_is_that_file(
    catalogue: Catalogue, root: Path, monkeypatch: pytest.MonkeyPatch, open_folders: bool
) -> None:
    if not open_folders:
        monkeypatch.setattr(os, "supports_fd", set())
    folder = root / "dramas"
    (folder / "life.json").rename(root / "elsewhere")
    (folder / "life.json").symlink_to(root / "elsewhere")
    (folder / "lost.json").symlink_to(root / "nowhere")
    marks = catalogue._marks().by_slug
    assert sorted(marks) == ["life", "lost", "mother", "run-on", "signal"]
    (root / "elsewhere").write_bytes((root / "elsewhere").read_bytes().replace(b"Life", b"LIFE"))
    after = catalogue._marks().by_slug
    assert {slug for slug in marks if marks[slug] != after[slug]} == {"life"}


def test_a_file_that_is_no_drama_changes_nothing(catalogue: Catalogue, read: Read, root: Path) -> None:
    rows = catalogue.rows()
    read.taken()
    for content in ("", "mine", "mine, too"):
        (root / "dramas" / "run-on (copy).json").write_text(content)
        assert catalogue.rows() == rows
        assert read.taken() == []


def test_they_stand_by_slug(catalogue: Catalogue, root: Path) -> None:
    add(root, "run-on-2", "run-on2")
    assert slugs(catalogue.rows())[2:5] == ["run-on", "run-on-2", "run-on2"]


def test_a_damaged_drama_is_named_every_time_and_the_others_stay_in_memory(
    catalogue: Catalogue, read: Read, root: Path, notices: list[str], cache: Path
) -> None:
    (root / "dramas" / "life.json").write_bytes(b"{")
    for _ in range(3):
        assert slugs(catalogue.rows()) == ["mother", "run-on", "signal"]
    assert len(notices) == 3
    assert all("life.json: line 1" in notice for notice in notices)
    assert read.taken()[4:] == ["life", "life"]
    kept = next(cache.rglob("rows*"))
    made = kept.stat().st_mtime_ns
    catalogue.rows()
    assert kept.stat().st_mtime_ns == made, "memory is written anew for nothing"
    (root / "dramas" / "life.json").write_bytes(b'{"title": "Life"}')
    assert slugs(catalogue.rows()) == ["life", "mother", "run-on", "signal"]


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\0" * 99,
        b"\xff" * 99,
        b"\x92\x01\x80",
        b"\x93\x01\x81\xa1\xff\x00\x91\xc0",
        b"\xdd\xff\xff\xff\xff",
        b"{}",
    ],
)
def test_garbage_in_memory_is_harmless(catalogue: Catalogue, cache: Path, garbage: bytes) -> None:
    rows = catalogue.rows()
    kept = next(cache.rglob("rows*"))
    good = kept.read_bytes()
    for content in (
        garbage,
        good[: len(good) // 2],
        good + garbage + b"\0",
        crc32(garbage).to_bytes(4, "big") + garbage,
    ):
        kept.write_bytes(content)
        assert catalogue.rows() == rows
        assert kept.read_bytes() == good


def test_a_byte_gone_wrong_in_memory_is_harmless(catalogue: Catalogue, cache: Path) -> None:
    rows = catalogue.rows()
    kept = next(cache.rglob("rows*"))
    good = kept.read_bytes()
    for place in range(len(good)):
        kept.write_bytes(good[:place] + b"\0" * (good[place] != 0) + good[place + 1 :])
        assert [(row.slug, row.title, row.actors) for row in catalogue.rows()] == [
            (row.slug, row.title, row.actors) for row in rows
        ]


def test_memory_under_the_name_of_another_is_harmless(catalogue: Catalogue, cache: Path) -> None:
    kinds: list[Kind[Any]] = [ROWS, HEADS, DATES, FURTHER, QUOTES, PROSE, ENTRIES]
    said = {kind.name: catalogue.digests(kind) for kind in kinds}
    kept = [path for path in cache.rglob("*") if path.is_file()]
    assert len(kept) == len(kinds)
    for content in [path.read_bytes() for path in kept]:
        for kind in kinds:
            for path in kept:
                path.write_bytes(content)
            assert catalogue.digests(kind) == said[kind.name]


@pytest.mark.parametrize("obstacle", ["a file for the folder", "a folder for the file"])
def test_memory_that_cannot_be_written_is_harmless(catalogue: Catalogue, cache: Path, obstacle: str) -> None:
    if obstacle == "a file for the folder":
        cache.write_text("mine")
    else:
        catalogue.rows()
        kept = next(cache.rglob("rows*"))
        kept.unlink()
        kept.mkdir()
    for _ in range(2):
        assert slugs(catalogue.rows()) == ["life", "mother", "run-on", "signal"]
    if obstacle == "a file for the folder":
        assert cache.read_text() == "mine"
    else:
        assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_reading_changes_nothing_in_the_journal(catalogue: Catalogue, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with using(FaultyDisk(1, errno.EIO, lasting=True)):
        catalogue.rows()
        catalogue.rows()
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_two_journals_have_two_memories_and_one_under_two_names_has_one(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "_SETTLED_NS", -1)
    for name, slug in (("a", "life"), ("b", "mother")):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        add(Path("journal"), slug)
        assert slugs(Catalogue(Journal(Path("journal")).storage, cache).rows()) == [slug]
    assert len(list(cache.iterdir())) == 2
    (tmp_path / "link").symlink_to("b/journal")
    assert slugs(Catalogue(Journal(tmp_path / "link").storage, cache).rows()) == ["mother"]
    assert len(list(cache.iterdir())) == 2


def test_a_folder_of_dramas_that_is_a_file_is_named(root: Path, journal: Journal, cache: Path) -> None:
    root.mkdir()
    (root / "dramas").write_text("mine")
    with pytest.raises(Damaged, match="dramas: cannot be read: Not a directory"):
        Catalogue(journal.storage, cache).rows()
    with pytest.raises(Damaged, match="dramas: cannot be read: Not a directory"):
        list(journal.dramas())


def test_an_empty_journal_has_no_rows(journal: Journal, cache: Path, root: Path) -> None:
    assert Catalogue(journal.storage, cache).rows() == []
    assert not root.exists()


def test_other_digests_have_a_memory_of_their_own(catalogue: Catalogue, read: Read) -> None:
    def notes(drama: Drama) -> list[str]:
        return [note.text for note in drama.notes]

    kind = Kind("notes", list[str], notes)
    rows = catalogue.rows()
    for _ in range(2):
        digests = catalogue.digests(kind)
        assert [len(digest) for digest in digests] == [2, 2, 3, 2]
        assert digests[2][2] == "the umbrella"
        assert catalogue.rows() == rows
    assert len(read.taken()) == 8


def test_a_row_says_what_a_list_needs() -> None:
    drama = a_drama("run-on")
    drama.aired = Aired(from_="2020-12-16", to="2021-02-04", days=["wednesday", "thursday"])
    drama.rounds = [Round(episodes={"1": "2020-12-16"}), Round(episodes={"1": "2021-01-01", "3": None, "2": "2021-01"})]
    drama.ratings = [Rating(overall=9), Rating(overall=8.5)]
    drama.cast = [CastMember(id=1, actor="Im Si Wan")]
    drama.notes = [
        Note(id=2, episode=1, on="2021-01-02"),
        Note(id=3, episode=2, on="2021-01-03", spoiler="major"),
        Note(id=4, episode=3),
    ]
    drama.quotes = [
        Quote(id=5, lines=[Line(text="?")]),
        Quote(id=6, lines=[Line(text="!")], spoiler="minor"),
    ]
    made = row(drama)
    assert (made.seen, made.of, made.next_episode) == (3, 16, 4)
    assert (made.rating, made.actors, made.watched, made.noted, made.quotes) == (
        8.5,
        ["Im Si Wan"],
        "2021-01-01",
        "2021-01-02",
        1,
    )
    assert (made.aired_from, made.aired_to, made.days) == ("2020-12-16", "2021-02-04", ["wednesday", "thursday"])


def test_a_drama_seen_to_the_end_has_no_next_episode() -> None:
    drama = a_drama("run-on")
    drama.rounds = [Round(episodes={str(episode): None for episode in range(1, 17)})]
    assert row(drama).next_episode is None
    drama.episodes = None
    assert row(drama).next_episode == 17
    assert row(Drama(title="?")).next_episode == 1


def test_it_is_fresh_after_each_of_many_changes_one_after_the_other(root: Path, journal: Journal, cache: Path) -> None:
    prepare_many(root)
    catalogue = Catalogue(journal.storage, cache)
    for number in range(30):
        with journal.change("set") as change:
            change.open("run-on").title = f"Run {number:02}"
        assert catalogue.rows()[2].title == f"Run {number:02}"
        file = root / "dramas" / "life.json"
        file.write_bytes(f'{{"title": "Life {number:02}"}}'.encode())
        assert catalogue.rows()[0].title == f"Life {number:02}"
    note(root)
    assert len(catalogue.rows()) == len(state(root))
