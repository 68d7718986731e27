"""One thing in a journal is broken: it is named, the rest works as if nothing were, and nothing is written over it."""

import json
import os
import re
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.journal.drama.test_encoding import BAD_FILES
from tests.journal.faults import CountingDisk, using
from tests.journal.scenarios import leftovers
from tests.program import Program, Result
from tests.proof.tally import LONG
from watchlog.journal.store import catalogue, files, scratch

WHOLE: dict[str, Any] = {
    "slug": "run-on",
    "title": "Run On",
    "native_title": "런 온",
    "also_known_as": ["Reonon"],
    "type": "drama",
    "country": "South Korea",
    "year": 2020,
    "networks": ["JTBC"],
    "genres": ["Romance"],
    "tags": ["sports"],
    "links": ["https://example.org"],
    "episodes": 16,
    "runtime": 70,
    "aired": {"from": "2020-12-16", "to": "2021-02-04", "days": ["wednesday"]},
    "synopsis": {"text": "They run.", "source": "me"},
    "status": "watching",
    "rounds": [{"started": "2021-01-01", "finished": "2021-01-09", "episodes": {"1": "2021-01-01", "2": None}}],
    "ratings": [{"on": "2021-01-09", "overall": 9, "story": 8, "acting": 9.5, "music": 8.5, "rewatch": 10}],
    "notes": [{"id": 1, "episode": 1, "text": "비가 온다", "rating": 9, "spoiler": "minor", "on": "2021-01-01"}],
    "quotes": [
        {
            "id": 2,
            "lines": [{"speaker": "Oh Mi-joo", "text": "Shall we?", "original": "갈까요?"}],
            "episode": 2,
            "at": "14:05",
            "note": "at last",
            "spoiler": "none",
            "on": "2021-01-02",
        }
    ],
    "cast": [{"id": 3, "actor": "Im Si-wan", "character": "Ki Seon-gyeom", "role": "main", "note": "runs"}],
    "songs": [{"id": 4, "title": "Ending Credit", "artist": "Giriboy", "lyrics": "la la", "note": "at the end"}],
    "scenes": [{"id": 5, "text": "in the rain", "episode": 1, "at": "01:02:03", "spoiler": "major"}],
    "reviews": [
        {
            "id": 6,
            "headline": "Quiet",
            "text": "*Warm*.",
            "verdict": "must-watch",
            "spoiler": "none",
            "on": "2021-02-01",
            "episodes_seen": 2,
        }
    ],
    "added": "2021-01-01T12:00:00+09:00",
    "next_id": 7,
}
"""A drama with something in every field."""
OWN_HAND = (json.dumps(WHOLE, indent=2, ensure_ascii=False) + "\n").encode()

Commands = tuple[tuple[str, ...], ...]


class _Whatever(int):
    """Equal to whatever a command ends with."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True


WHATEVER = _Whatever()

READING: Commands = (
    (), ("list",), ("list", "--json"), ("list", "--genre", "life"), ("search", "swallow"), ("stats",), ("quotes",),
    ("random",), ("person", "Lee Bo-young"), ("airing",), ("export",),
)  # fmt: skip
"""Commands that look at every drama, all of which have something to say of Mother."""
CHANGING: Commands = (
    ("note", "run-on", "1", "x"), ("set", "run-on", "--year", "2020"), ("watch", "run-on"), ("rate", "run-on", "9"),
    ("remove", "run-on", "--yes"), ("rename", "run-on", "ran-on"), ("unwatch", "run-on", "1"),
    ("status", "run-on", "dropped"), ("review", "run-on", "x"), ("quote", "run-on", "x"), ("cast", "run-on", "x"),
)  # fmt: skip


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """What hangs is a failure."""

    def ring(number: int, frame: object) -> None:
        raise AssertionError(f"it hangs: {seconds} seconds have passed")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A journal of two dramas: Mother, who is well, and Run On, to which something is about to happen."""
    monkeypatch.setattr(catalogue, "_SETTLED_NS", 0)  # so that it is trusted at once
    program = Program(tmp_path, monkeypatch)
    with using(CountingDisk()), within(40):
        for words in (
            ("add", "Mother", "--episodes", "16", "--genre", "Life", "--status", "watching",
             "--aired-from", date.today().isoformat()),
            ("note", "mother", "2", "the swallow"),
            ("quote", "mother", "Fly."),
            ("cast", "mother", "Lee Bo-young"),
            ("watch", "mother", "1"),
            ("rate", "mother", "9"),
        ):  # fmt: skip
            program(*words)
        run_on(program).write_bytes(OWN_HAND)
        assert program.drama("run-on")["next_id"] == 7
        program("list")  # so that the catalogue knows what is no longer true
        yield program


def run_on(program: Program) -> Path:
    return program.journal / "dramas" / "run-on.json"


def look(path: Path) -> object:
    """All that can be seen of what lies there."""
    if path.is_file() and not path.is_symlink() and os.access(path, os.R_OK):
        return path.read_bytes()
    about = path.lstat()
    return about.st_mode, about.st_ino, sorted(os.listdir(path)) if path.is_dir() else None


def check(world: Program, reason: str) -> None:
    """Run On is named with the reason and stays as it is, and with Mother anything can be done."""
    path = run_on(world)
    before = look(path)
    for words in (("show", "run-on"), ("show", "run-on", "--json"), ("export", "run-on"), *CHANGING):
        refused = world(*words, code=3)
        assert refused.stdout == ""
        assert refused.stderr.startswith(f"{path}: "), refused.stderr
        assert reason in refused.stderr
        assert 1 <= refused.stderr.count("\n") <= 2
    for words in READING:
        said = world(*words, code=0 if words == ("random",) else 3)
        check_mother(said, words)
        if words != ("random",):  # which looks no further than it must
            assert named(said, path) == 1, f"{words} names it {named(said, path)} times"
            assert reason in said.stderr
    assert f"{path}" in world("doctor", code=3).stdout
    check_changes(world)
    assert look(path) == before
    assert leftovers(world.journal) == []


def check_mother(shown: Result, words: tuple[str, ...]) -> None:
    """What is shown of a whole journal has Mother in it."""
    wanted = "Fly|Shall we" if words == ("random",) else "mother|Mother"
    assert re.search(wanted, shown.stdout), f"{words} has nothing of Mother: {shown}"


def named(said: Result, path: Path) -> int:
    return sum(line.startswith(f"{path}: ") for line in said.stderr.splitlines())


def check_changes(world: Program) -> None:
    """Mother can be changed, and that can be taken back."""
    before = (world.journal / "dramas" / "mother.json").read_bytes()
    world("note", "mother", "3", "the sea")
    assert world.drama("mother")["notes"][-1]["text"] == "the sea"
    world("undo")
    assert (world.journal / "dramas" / "mother.json").read_bytes() == before


@pytest.mark.parametrize(("content", "reason"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_broken_file(world: Program, content: bytes, reason: str) -> None:
    run_on(world).write_bytes(content)
    check(world, reason)


def test_a_file_cut_short_wherever_that_is(world: Program) -> None:
    """Not one of its beginnings is taken for a drama: all that is missing may be the last newline."""
    path = run_on(world)
    ends = range(0, len(OWN_HAND) - 2, 1 if LONG else 7)
    for end in ends:
        path.write_bytes(OWN_HAND[:end])
        refused = world("note", "run-on", "1", "x", code=3)
        assert re.match(f"{re.escape(str(path))}: (line [0-9]+[,:] |the file is empty)", refused.stderr), refused.stderr
        assert path.read_bytes() == OWN_HAND[:end]
    assert len(ends) > 250
    path.write_bytes(OWN_HAND[:1000])
    check(world, "line ")


def wrong(there: object) -> list[object]:
    """What does not fit where this fits: other types, and what is out of bounds."""
    others: list[object] = [True, [[]], {"a": 1}, 10**400, -1, 1.25]
    if isinstance(there, str):
        return [*others, 7]
    if isinstance(there, (int, float)):
        return [*others, "seven", "", 0]
    if isinstance(there, list):
        return ["text", 7, {"a": 1}, [[]], [7]]
    return ["text", 7, [1], True]


FITTING = (("episodes_seen", 0), ("episodes_seen", 10**400), ("id", 10**400), ("next_id", 10**400))
"""None seen yet is as good as many, and an id as good as another."""


def ways(there: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every field of a document."""
    if path:
        yield path
    if isinstance(there, dict):
        for key, inner in there.items():
            yield from ways(inner, (*path, key))
    elif isinstance(there, list):
        for number, inner in enumerate(there):
            yield from ways(inner, (*path, number))


def at(document: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        document = document[step]
    return document


def test_a_wrong_type_in_every_field(world: Program) -> None:
    """Whatever is where it cannot be is told with the way to it."""
    path, tried = run_on(world), 0
    for way in ways(WHOLE):
        for misfit in wrong(at(WHOLE, way)):
            if (way[-1], misfit) in FITTING:
                continue
            document = json.loads(OWN_HAND)
            at(document, way[:-1])[way[-1]] = misfit
            path.write_text(json.dumps(document))
            before = path.read_bytes()
            ended = world("rate", "run-on", "8", code=WHATEVER)
            assert ended.code == 3, f"{way} = {misfit!r} is taken"
            refused = ended.stderr
            assert refused.startswith(f"{path}: "), f"{way} = {misfit!r}: {refused}"
            field = next(step for step in way if isinstance(step, str))
            assert refused[len(f"{path}: ") :].startswith(field), f"{way} = {misfit!r}: {refused}"
            assert path.read_bytes() == before
            tried += 1
    assert tried > 400


def test_a_field_that_is_null_is_an_empty_one_or_is_named(world: Program) -> None:
    path, ends = run_on(world), set()
    for way in ways(WHOLE):
        document = json.loads(OWN_HAND)
        at(document, way[:-1])[way[-1]] = None
        path.write_text(json.dumps(document))
        before = path.read_bytes()
        ended = world("note", "run-on", "1", "x", code=WHATEVER).code
        assert (path.read_bytes() == before) == (ended == 3)
        ends.add(ended)
    assert ends == {0, 3}


def test_unknown_fields_at_every_level_stay_through_every_change(world: Program) -> None:
    document = json.loads(OWN_HAND)
    records = [way for way in [(), *ways(WHOLE)] if isinstance(at(WHOLE, way), dict) and way[-1:] != ("episodes",)]
    kept = {"mine": {"b": [1, {"x": None}], "a": 10**30}, "런": "온", "": 1.5e-300}
    for way in records:
        at(document, way).update(kept)
    run_on(world).write_bytes(b"\xef\xbb\xbf" + json.dumps(document, indent="\t").replace("\n", "\r\n").encode())
    before = run_on(world).read_bytes()
    assert len(records) == 12
    for words in CHANGING:
        if words[0] in ("remove", "rename"):
            continue
        world(*words)
        now = json.loads(run_on(world).read_bytes().removeprefix(b"\xef\xbb\xbf"))
        for way in records:
            there = at(now, way)
            assert {name: there.get(name) for name in kept} == kept, f"{words}: {way}"
    world("undo", str(len(CHANGING) - 2))
    assert run_on(world).read_bytes() == before


def test_a_byte_order_mark_is_no_damage(world: Program) -> None:
    run_on(world).write_bytes(b"\xef\xbb\xbf" + OWN_HAND)
    assert world.drama("run-on")["title"] == "Run On"
    assert world("list").stderr == ""
    world("note", "run-on", "3", "x")
    world("undo")
    assert run_on(world).read_bytes() == b"\xef\xbb\xbf" + OWN_HAND


def test_a_file_of_fifty_megabytes(world: Program) -> None:
    """A text of that size is a text, and a heap of that size is named."""
    path = run_on(world)
    path.write_bytes(json.dumps(WHOLE | {"synopsis": {"text": "가" * 17_000_000}}, ensure_ascii=False).encode())
    assert path.stat().st_size > 50_000_000
    check_mother(world("list"), ("list",))
    assert "16" in world("show", "run-on", "facts").stdout
    path.write_bytes(b"\0" * 52_000_000)
    before = path.stat().st_mtime_ns
    assert "full of NUL bytes" in world("note", "run-on", "1", "x", code=3).stderr
    check_mother(world("search", "swallow", code=3), ("search",))
    assert path.stat().st_mtime_ns == before


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "inside.txt").write_text("mine")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # its address has a short limit
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


THINGS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (_folder, "cannot be read: Is a directory"),
    "a pipe": (_pipe, "cannot be read: it is no file"),
    "a socket": (_socket, "cannot be read: it is no file"),
    "an endless device": (lambda path: path.symlink_to("/dev/zero"), "cannot be read: it is no file"),
    "an empty device": (lambda path: path.symlink_to("/dev/null"), "cannot be read: it is no file"),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere.json"), "cannot be read: "),
    "a link to itself": (lambda path: path.symlink_to("run-on.json"), "cannot be read: "),
}


@pytest.mark.parametrize(("make", "reason"), THINGS.values(), ids=THINGS)
def test_what_is_no_file(world: Program, make: Callable[[Path], object], reason: str) -> None:
    run_on(world).unlink()
    make(run_on(world))
    check(world, reason)


def test_a_pipe_does_not_hold_up_a_process_either(world: Program) -> None:
    run_on(world).unlink()
    _pipe(run_on(world))
    listed = world.process("list")
    assert listed.code == 3
    assert "mother" in listed.stdout
    assert f"{run_on(world)}: cannot be read" in listed.stderr
    assert world.process("show", "run-on").code == 3


def test_a_pipe_can_still_be_imported(world: Program, tmp_path: Path) -> None:
    (tmp_path / "life.json").write_text('{"slug": "life", "title": "Life"}')
    imported = world.shell(f"watchlog import --from json <(cat '{tmp_path}/life.json')")
    assert imported.code == 0, imported.stderr
    assert world.drama("life")["title"] == "Life"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(world: Program) -> None:
    run_on(world).chmod(0)
    try:
        check(world, "cannot be read: Permission denied")
    finally:
        run_on(world).chmod(0o644)


def test_a_file_that_the_disk_does_not_give(world: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is with a file that may not be read, or lies where the disk is broken."""
    real = files.read

    def read(path: Path, *, pipe: bool = False) -> bytes | None:
        if path == run_on(world):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(files, "read", read)
    os.utime(run_on(world))
    check(world, "cannot be read: Permission denied")


def test_a_file_removed_while_all_are_listed(world: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that has seen its name finds nothing there: it is as gone as if it had gone before."""
    for words in READING:
        run_on(world).write_bytes(OWN_HAND)
        real = files.read

        def read(path: Path, real: Callable[[Path], bytes | None] = real) -> bytes | None:
            run_on(world).unlink(missing_ok=True)
            return real(path)

        with monkeypatch.context() as patch:
            patch.setattr(files, "read", read)
            patch.setattr(scratch, "keep", lambda path, content: None)
            shown = world(*words)
        check_mother(shown, words)
        assert shown.stderr == ""
        assert "Run On" not in shown.stdout


FORMATS = {
    "empty": (b"", "the file is empty"),
    "garbled": (b'{"format": 1', "line 1, column 13"),
    "NUL bytes": (b"\0" * 16, "full of NUL bytes"),
    "a list": (b"[1]", "must hold one object"),
    "no format": (b"{}", "format: it must be a whole number"),
    "half a format": (b'{"format": 1.5}', "format: it must be a whole number"),
    "newer": (b'{"format": 2}', "format 2 is newer than this watchlog knows"),
    "much newer": (b'{"format": 1' + b"0" * 400 + b"}", "is newer than this watchlog knows"),
    "a folder": (None, "Is a directory"),
    "a pipe": (_pipe, "it is no file"),
}


@pytest.mark.parametrize(("content", "reason"), FORMATS.values(), ids=FORMATS)
def test_a_journal_of_no_known_format_is_left_alone(
    world: Program, content: bytes | Callable[[Path], None] | None, reason: str
) -> None:
    path = world.journal / "watchlog.json"
    path.unlink()
    if content is None:
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    else:
        content(path)
    before = world.everything()
    for words in (("list",), (), ("show", "mother"), ("note", "mother", "1", "x"), ("undo",), ("add", "Life")):
        refused = world(*words, code=3)
        assert refused.stdout == ""
        assert refused.stderr.startswith(f"{path}: ")
        assert reason in refused.stderr
    world("doctor", code=3)
    assert world.everything() == before


def test_a_journal_that_lost_its_format_gets_it_back(world: Program) -> None:
    (world.journal / "watchlog.json").unlink()
    check_mother(world("list"), ("list",))
    world("note", "mother", "3", "x")
    assert json.loads((world.journal / "watchlog.json").read_bytes()) == {"format": 1}


def test_a_folder_of_dramas_that_is_none(world: Program) -> None:
    folder = world.journal / "dramas"
    folder.rename(world.journal / "away")
    folder.write_text("mine")
    reading: Commands = ((), ("list",), ("stats",), ("search", "x"), ("show", "mother"), ("quotes",), ("airing",))
    for words in (*reading, ("export",)):
        refused = world(*words, code=3)
        assert refused.stdout == ""
        assert str(folder) in refused.stderr
    writing: Commands = (("note", "mother", "1", "x"), ("add", "Life"), ("undo",))
    for words in writing:
        assert world(*words, code=WHATEVER).code in (3, 4)
    assert folder.read_text() == "mine"


RECORDS = {
    "empty": b"",
    "garbled": b'{"when": "2021-01-',
    "NUL bytes": b"\0" * 99,
    "not UTF-8": b'{"when": "\xff"}',
    "another shape": b'{"when": 1}',
    "a list": b"[]",
    "nested deeply": b"[" * 100_000,
}


@pytest.mark.parametrize("content", RECORDS.values(), ids=RECORDS)
def test_a_broken_change_in_the_history(world: Program, content: bytes) -> None:
    """It cannot be taken back, and is named; everything but the undo goes on."""
    last = sorted((world.journal / "history").glob("0*.json"))[-1]
    last.write_bytes(content)
    for words in (("undo",), ("history",)):
        refused = world(*words, code=3)
        assert refused.stderr.startswith(f"{last}: ")
    others = len(list((world.journal / "history").glob("0*.json"))) - 1
    assert len(refused.stdout.splitlines()) == others > 0, "the changes that can be read are shown"
    check_mother(world("list"), ("list",))
    before = run_on(world).read_bytes()
    world("note", "run-on", "3", "x")
    world("undo")
    assert run_on(world).read_bytes() == before
    assert last.read_bytes() == content
    assert f"{last}" in world("doctor", code=3).stdout


def test_a_change_that_is_missing_and_files_that_are_no_changes(world: Program) -> None:
    history = world.journal / "history"
    sorted(history.glob("0*.json"))[1].unlink()
    for name in ("notes.txt", "1.json", "000003 (conflicted copy).json", ".DS_Store", "999999x.json"):
        (history / name).write_bytes(b"\xff\0")
    (history / "a folder").mkdir()
    check_changes(world)
    assert len(world("history", "--json").json) == 7
    assert (history / "1.json").read_bytes() == b"\xff\0"


@pytest.mark.parametrize("content", RECORDS.values(), ids=RECORDS)
def test_a_broken_pending_change_stops_only_what_writes(world: Program, content: bytes) -> None:
    """What a dead process was about to do cannot be told: nothing is done over it, and reading goes on."""
    pending = world.journal / "history" / "pending.json"
    pending.write_bytes(content)
    before = world.everything()
    for words in READING:
        shown = world(*words)
        check_mother(shown, words)
        assert named(shown, pending) >= 1
    writing: Commands = (("note", "mother", "1", "x"), ("add", "Life"), ("undo",))
    for words in writing:
        assert world(*words, code=3).stderr.startswith(f"{pending}: ")
    assert f"{pending}" in world("doctor", code=3).stdout
    assert world.everything() == before


def cache_files(world: Program) -> list[Path]:
    return [path for path in sorted((world.home / "cache").rglob("*")) if path.is_file()]


def test_a_garbled_cache_is_made_anew(world: Program) -> None:
    """Whatever lies in the cache, what is shown is what the files say."""
    commands = (("list", "--json"), ("list", "--columns", "title,genres,tags,actors,networks"), ("search", "swallow"),
                ("stats", "--json"), ("person", "Lee Bo-young", "--json"), ("quotes", "--json"))  # fmt: skip
    told = {words: world(*words).stdout for words in commands}
    whole = {path: path.read_bytes() for path in cache_files(world)}
    assert len(whole) > 2
    tried = 0
    for path, content in whole.items():
        spoilt = [b"", b"\xff" * 50, b"\xdd\xff\xff\xff\xff" * 9, b"\x91" * 100_000, content[:-1], content + b"\0"]
        for garbage in spoilt:
            path.write_bytes(garbage)
            for words in commands if tried % 10 == 0 else commands[:2] if path.name == "rows" else commands[2:3]:
                assert world(*words).stdout == told[words], f"{path.name}: {garbage[:60]!r}"
            tried += 1
        path.write_bytes(content)


@pytest.mark.parametrize("obstacle", ["a file", "a folder in each place", "a pipe in each place", "nobody may write"])
def test_a_cache_that_cannot_be_used_is_done_without(world: Program, obstacle: str) -> None:
    cache = world.home / "cache"
    for path in cache_files(world):
        path.unlink()
        if obstacle == "a folder in each place":
            path.mkdir()
        elif obstacle == "a pipe in each place":
            _pipe(path)
    if obstacle == "a file":
        for folder in sorted(cache.rglob("*"), reverse=True):
            folder.rmdir()
        cache.rmdir()
        cache.write_text("mine")
    elif obstacle == "nobody may write":
        if os.geteuid() == 0:
            pytest.skip("root may write anywhere")
        for folder in [*cache.rglob("*"), cache]:
            folder.chmod(0o555)
    for words in READING:
        shown = world(*words)
        check_mother(shown, words)
        assert shown.stderr == ""
    check_changes(world)
