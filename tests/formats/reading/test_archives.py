"""Archives: as they come, packed again by other machines, and meant to do harm."""

import gzip
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from tests.formats.reading.sources import folder, source, zipped
from watchlog.errors import Refused
from watchlog.formats.reading import archives
from watchlog.formats.reading.archives import matching, unpacked, unwrapped
from watchlog.formats.register import recognised
from watchlog.formats.source import Source
from watchlog.journal.keep.rows import Row

FILES = {"diary.csv": "a", "lists/best.csv": "b"}


def names(of: Source) -> dict[str, str]:
    with unpacked(of) as members:
        found = {}
        for name, member in members.items():
            with member.open() as stream:
                found[name] = stream.read().decode()
            assert member.member.casefold() == name
        return found


def test_a_zip_and_a_folder_are_the_same() -> None:
    assert names(source(FILES)) == names(folder(FILES)) == FILES


@pytest.mark.parametrize("pack", [source, folder])
def test_what_a_mac_and_a_packer_put_around_it_is_not_there(pack: object) -> None:
    around = {
        "Letterboxd Été/Diary.CSV": "a",
        "Letterboxd Été/lists\\best.csv": "b",
        "__MACOSX/Letterboxd Été/._Diary.CSV": "x",
        "Letterboxd Été/.DS_Store": "x",
        "Letterboxd Été/._diary.csv": "x",
    }
    assert names(pack(around)) == FILES  # type: ignore[operator]


@pytest.mark.parametrize("pack", [source, folder])
@pytest.mark.parametrize("around", ["export/", "export/export-2026/", "a/b/c/"])
def test_folders_around_everything_are_not_there(pack: object, around: str) -> None:
    assert names(pack({f"{around}{name}": content for name, content in FILES.items()})) == FILES  # type: ignore[operator]
    beside = {f"{around}{name}": content for name, content in FILES.items()} | {f"{around}lists/2.csv": ""}
    assert names(pack(beside)) == FILES | {"lists/2.csv": ""}  # type: ignore[operator]
    apart = {f"{around}x/a.csv": "a", f"{around}xy/b.csv": "b"}
    assert names(pack(apart)) == {"x/a.csv": "a", "xy/b.csv": "b"}  # type: ignore[operator]


def test_names_are_compared_in_one_composition() -> None:
    assert list(names(source({"e\u0301.csv": "x", "b.csv": "y"}))) == ["\u00e9.csv", "b.csv"]


def test_parts_come_in_the_order_of_their_numbers() -> None:
    files = {f"history-{number}.json": "" for number in (10, 2, 1)} | {"history.json": "", "other.json": ""}
    with unpacked(source(files)) as members:
        found = [one.member for one in matching(members, "history*.json")]
    assert found == ["history.json", "history-1.json", "history-2.json", "history-10.json"]


@pytest.mark.parametrize("name", ["../evil.csv", "a/../../evil.csv", "/etc/evil.csv", "C:\\evil.csv", "..\\evil.csv"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="leads out of it"):
        names(source({name: "x", "b.csv": "y"}))


def test_what_unpacks_to_too_much_is_refused_as_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_WHOLE", 1000)
    assert names(source({"a": "x" * 500, "b": "x" * 500}))
    with pytest.raises(Refused, match="unpacks to more than"):
        names(source({"a": "x" * 500, "b": "x" * 501}))
    with pytest.raises(Refused, match="unpacks to more than"):
        unwrapped(source(gzip.compress(b"x" * 1001))).open().read()
    assert unwrapped(source(gzip.compress(b"x" * 1000))).open().read() == b"x" * 1000


def test_a_size_that_lies_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_WHOLE", 1000)
    packed = bytearray(zipped({"a": "x" * 5000, "b": ""}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = packed.index(mark) + place
        packed[start : start + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Refused):
        names(source(bytes(packed)))


def test_a_member_read_twice_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_WHOLE", 1000)
    with unpacked(source({"a": "x" * 900, "b": ""})) as members:
        assert [members["a"].open().read() for _ in range(3)] == [b"x" * 900] * 3


def test_an_encrypted_one_is_told() -> None:
    packed = bytearray(zipped(FILES))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = packed.index(mark) + place
        packed[start] |= 1
    with pytest.raises(Refused, match=r"encrypted\. Unpack it with its password, and import the folder"):
        names(source(bytes(packed)))


def test_a_list_of_far_too_many_files_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_LARGEST_LIST", 1000)
    with pytest.raises(Refused, match="far too many files"):
        names(source({f"{number}.csv": "" for number in range(30)}))


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_one_that_was_cut_off_is_refused(keep: float) -> None:
    packed = zipped({"a.csv": bytes(range(256)) * 40, "b.csv": "b"})
    with pytest.raises(Refused, match="is broken"):
        names(source(packed[: int(len(packed) * keep)]))
    zipped_alone = gzip.compress(bytes(range(256)) * 40)
    with pytest.raises(Refused, match="is broken"):
        unwrapped(source(zipped_alone[: int(len(zipped_alone) * keep)])).open().read()


def test_a_broken_stream_within_is_refused() -> None:
    packed = bytearray(zipped({"a.csv": bytes(range(256)) * 40, "b.csv": "b"}))
    packed[60:90] = b"\xff" * 30
    with pytest.raises(Refused, match="is broken"):
        names(source(bytes(packed)))


def test_the_only_file_of_a_zip_is_that_file() -> None:
    assert unwrapped(source({"x/backup.json": "{}"})).open().read() == b"{}"
    assert unwrapped(source("{}")).open().read() == b"{}"
    held = source(FILES)
    assert unwrapped(held) is held


def test_a_zip_that_was_streamed_is_read() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        info = ZipInfo("diary.csv")
        info.flag_bits |= 0x808
        with archive.open(info, "w") as stream:
            stream.write(b"a")
        archive.writestr("b.csv", "")
    assert names(source(packed.getvalue()))["diary.csv"] == "a"


def test_a_film_called_pk_makes_no_zip_of_a_table() -> None:
    table = source("PK,5,tt2338151\nMinari,4,tt10633456\n")
    found = recognised(table)
    assert found
    assert [one.title for one in found.read(table) if isinstance(one, Row)] == ["PK", "Minari"]
