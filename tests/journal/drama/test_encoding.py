"""A file is read strictly: what is wrong with it is named, the rest of the journal works, nothing overwrites it."""

import json
import os
import shutil
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.journal.making import jsons
from tests.journal.scenarios import add, check_history, state
from watchlog.errors import Damaged, Refused
from watchlog.journal.drama.encoding import from_bytes, to_bytes
from watchlog.journal.drama.records import Document
from watchlog.journal.journal import Journal
from watchlog.journal.store.catalogue import Catalogue

GOOD = b'{"title": "Run On", "episodes": 16}'

BAD_FILES = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n\n", "the file is empty"),
    "cut short": (b'{\n  "title": "Run', "line 2, column 12"),
    "cut short after a comma": (b'{\n  "title": "Run On",\n', "line 3, column 1"),
    "old end after the new": (b'{\n  "title": "Run On"\n}\n"}\n', "line 4, column 1: Extra data"),
    "NUL bytes": (b"\0" * 512, "the file is full of NUL bytes"),
    "NUL at the end": (GOOD + b"\0\0", "line 1, column 36"),
    "not UTF-8": (b'{\n  "title":\n  "Run \xff"\n}', "line 3: not UTF-8"),
    "UTF-16": ('{"title": "Run On"}'.encode("utf-16"), "not UTF-8"),
    "a conflict": (
        b'{\n<<<<<<< mine\n"title": "Run On"\n=======\n',
        "line 2, column 1: two versions between conflict markers",
    ),
    "the second half of a conflict": (
        b'{\n"title": "Run On"\n=======\n"title": "Run"\n',
        "line 3, column 1: two versions",
    ),
    "one field twice": (b'{"title": "Run On", "title": "Run Off"}', "the field 'title' stands there twice"),
    "one field twice inside": (
        b'{"title": "Run On", "notes": [{"id": 1, "id": 2}]}',
        "the field 'id' stands there twice",
    ),
    "NaN": (b'{"title": "Run On", "mine": NaN}', "NaN is not a number"),
    "Infinity": (b'{"title": "Run On", "mine": [-Infinity]}', "-Infinity is not a number"),
    "too large a number": (b'{"title": "Run On", "mine": 1e999}', "1e999 is too large a number"),
    "a number of very many digits": (
        b'{"title": "Run On", "mine": -' + b"9" * 5_000 + b"}",
        "-9999999999999999999… is too large a number",
    ),
    "half a surrogate pair": (b'{"title": "Run On \\ud83d"}', "half of a surrogate pair"),
    "half a surrogate pair as a name": (b'{"title": "Run On", "\\udc00": 1}', "half of a surrogate pair"),
    "nested deeply": (b'{"title": "Run On", "mine": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
    "a list": (b"[]", "the file must hold one object"),
    "a word": (b'"Run On"', "the file must hold one object"),
    "comments": (b'{"title": "Run On"} // mine', "line 1, column 21: Extra data"),
    "an open string": (b'{"title": "Run On\n"}', "line 1, column 18: Invalid control character"),
    "single quotes": (b"{'title': 'Run On'}", "line 1, column 2"),
    "no title": (b"{}", "title"),
    "a wrong type": (b'{"title": "Run On", "year": "2020"}', "year: expected int"),
    "a score of 9.3": (b'{"title": "Run On", "ratings": [{"overall": 9.3}]}', "ratings[0].overall: a score is 1 to 10"),
    "episode 17 of 16": (
        b'{"title": "Run On", "episodes": 16, "notes": [{"id": 1, "episode": 17}]}',
        "notes[0].episode: episode 17 of 16",
    ),
    "30 February": (b'{"title": "Run On", "aired": {"from": "2021-02-30"}}', "aired.from: a date is YYYY-MM-DD"),
    "one id twice": (
        b'{"title": "Run On", "notes": [{"id": 1, "episode": 1}], "songs": [{"id": 1, "title": "Blue Bird"}]}',
        "id: 1 is given to two items",
    ),
    "another slug": (b'{"title": "Run On", "slug": "run-off"}', "slug: it says run-off, the file is named run-on"),
}


@pytest.mark.parametrize(("content", "reason"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_named_with_the_reason_and_hurts_nothing_else(root: Path, content: bytes, reason: str) -> None:
    def damage(file: Path) -> None:
        file.write_bytes(content)

    assert_hurts_nothing_else(root, damage, reason)


def test_a_folder_where_a_file_should_be_is_named_and_hurts_nothing_else(root: Path) -> None:
    def damage(file: Path) -> None:
        file.unlink()
        file.mkdir()

    assert_hurts_nothing_else(root, damage, "cannot be read: Is a directory")


@pytest.mark.parametrize("target", ["nowhere.json", "run-on.json"])
def test_a_link_to_nowhere_is_named_and_hurts_nothing_else(root: Path, target: str) -> None:
    def damage(file: Path) -> None:
        file.unlink()
        file.symlink_to(target)

    assert_hurts_nothing_else(root, damage, "cannot be read: ")


def change_both(journal: Journal) -> None:
    with journal.change("rework") as change:
        change.open("life").title = "?"
        change.open("run-on").title = "?"


def _but_when_it_was_read(stat: os.stat_result) -> tuple[int, ...]:
    """What is known of a folder or link: reading where a link leads is a time of its own."""
    return stat.st_ino, stat.st_mode, stat.st_size, stat.st_mtime_ns


def assert_hurts_nothing_else(root: Path, damage: Callable[[Path], None], reason: str) -> None:
    add(root, "life", "mother", "run-on")
    file = root / "dramas" / "run-on.json"
    damage(file)
    look = (lambda: file.read_bytes()) if file.is_file() else (lambda: _but_when_it_was_read(file.lstat()))
    before = look()
    notices: list[str] = []
    journal = Journal(root, notices.append)

    with pytest.raises(Damaged) as caught:
        journal.drama("run-on")
    assert str(file) in str(caught.value)
    assert reason in str(caught.value)
    assert caught.value.exit_code == 3
    assert [drama.slug for drama in journal.dramas()] == ["life", "mother"]
    assert [row.slug for row in Catalogue(journal.storage, root.parent / "cache").rows()] == ["life", "mother"]
    assert len(notices) == 2
    assert all(str(file) in notice and reason in notice and "\n" not in notice for notice in notices)

    with pytest.raises(Damaged):
        change_both(journal)
    with pytest.raises((Refused, Damaged)):
        add(root, "run-on")
    assert journal.drama("life").title == "Life"
    with journal.change("set life") as change:
        change.open("life").year = 2018
        change.remove("mother")
    assert look() == before


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + GOOD,
        GOOD.replace(b": ", b":\r\n\t"),
        b"\n\n" + GOOD + b"\n\n",
        b'{"title": "\\u0052un\\u0020On"}',
        b'{"title":"Run On","mine":[1E5, 1.0, -0, 12345678901234567890123]}',
    ],
)
def test_a_good_file_in_anothers_hand_is_welcome(journal: Journal, root: Path, content: bytes) -> None:
    add(root, "life")
    (root / "dramas" / "run-on.json").write_bytes(content)
    drama = journal.drama("run-on")
    assert drama.title == "Run On"
    assert drama.unknown == {
        name: value for name, value in json.loads(content.removeprefix(b"\xef\xbb\xbf")).items() if name == "mine"
    }


@pytest.mark.slow
def test_a_file_of_fifty_megabytes_is_read(journal: Journal, root: Path) -> None:
    add(root, "run-on")
    with journal.change("note") as change:
        change.open("run-on").notes[0].text = "비" * 17_000_000
    assert len(journal.drama("run-on").notes[0].text) == 17_000_000
    assert check_history(root) == 2


def test_a_journal_without_its_files_but_the_dramas_is_whole(root: Path) -> None:
    add(root, "life", "run-on")
    before = state(root)
    for name in ("history", ".lock", "watchlog.json"):
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert [drama.slug for drama in Journal(root).dramas()] == ["life", "run-on"]
    add(root, "mother")
    assert state(root) | before == state(root)


@given(st.dictionaries(st.text(max_size=9), jsons, max_size=4))
def test_a_document_comes_back_from_its_bytes(document: Document) -> None:
    again = from_bytes(to_bytes(document), "")
    assert again == document
    assert to_bytes(again) == to_bytes(document)
    assert from_bytes(json.dumps(document).encode(), "") == document


@given(st.binary(max_size=60) | st.text(alphabet='{}[]":,\\ntrue0.eE+-ud8\0\n', max_size=40).map(str.encode))
def test_whatever_the_bytes_the_answer_is_a_document_or_a_reason(content: bytes) -> None:
    reason = ""
    try:
        document = from_bytes(content, "run-on.json")
    except Damaged as error:
        reason = str(error)
    else:
        to_bytes(document)
    assert not reason or reason.startswith("run-on.json: ")


@pytest.mark.parametrize(
    "digits",
    ["0.12345678901234567890123", "1e-400", "12345678901234567890.5", "1.50", "-0.0", "1E+2", "1234567890123456789012"],
)
def test_a_number_stays_to_its_last_digit(digits: str) -> None:
    document = from_bytes(b'{"title": "a", "mine": [%s, {"b": %s}]}' % (digits.encode(), digits.encode()), "a.json")
    again = from_bytes(to_bytes(document), "a.json")
    found = json.loads(to_bytes(again), parse_float=Decimal, parse_int=Decimal)["mine"]
    assert found == [Decimal(digits), {"b": Decimal(digits)}]
    assert to_bytes(deepcopy(document)) == to_bytes(document)
    assert again == document
