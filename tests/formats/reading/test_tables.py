"""Tables: every kind of line end, mark and slip; and files that mean to fill the memory."""

import tracemalloc
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import BinaryIO

import pytest

from tests.formats.reading.sources import source
from watchlog.errors import Refused
from watchlog.formats.reading.records import LONGEST_CELL
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Said, Source
from watchlog.journal.keep.rows import Refusal

PLAIN = 'Title,Year,Note\nRun On,2020,"He runs.\nShe ""translates""."\nMinari,2020,\n'
ROWS = [("Run On", "2020", 'He runs.\nShe "translates".'), ("Minari", "2020", "")]


def read(content: str | bytes, **said: str) -> list[tuple[str, str, str] | Refusal]:
    table = Table(source(content, "file.csv", Said(**said)), "title")  # type: ignore[arg-type]
    return [one if isinstance(one, Refusal) else (one["title"], one["year"], one.text("note")) for one in table]


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        "\ufeff" + PLAIN,
        PLAIN.encode("utf-16"),
        PLAIN.encode("utf-16-be").join([b"\xfe\xff", b""]),
        PLAIN.rstrip("\n"),
        PLAIN.replace("Title,Year,Note", " TITLE ,year,  Note"),
        PLAIN.replace(",", ";"),
        "sep=;\r\n" + PLAIN.replace(",", ";"),
        '\ufeff"sep=|"\n' + PLAIN.replace(",", "|"),
        ("sep=\t\n" + PLAIN.replace(",", "\t")).encode("utf-16"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace("\nMinari", "\n\n\r\n , ,\nMinari"),
        PLAIN.replace("runs", "ru\0ns"),
        PLAIN.replace("Run On", "Run\x1b On\x07"),
        'Year,Title,Other,Note,Title\n2020,Run On,x,"He runs.\nShe ""translates"".",Wrong\n2020,Minari,,,Wrong\n',
    ],
    ids=lambda content: repr(content)[:40],
)
def test_a_table_is_read_however_it_was_saved(content: str | bytes) -> None:
    assert read(content) == ROWS


def test_the_line_of_a_row_is_its_first() -> None:
    lines = [one.line for one in Table(source(PLAIN))]
    assert lines == [2, 4]
    assert [one.line for one in Table(source(f"sep=,\n{PLAIN}"))] == [3, 5]
    assert Table(source("sep=x\nTitle,Year\n")).header == ["sep=x"]


@pytest.mark.parametrize(
    ("codec", "said"),
    [("cp949", "cp949"), ("cp949", "ms949"), ("gb18030", "GB18030"), ("shift_jis", "shift-jis"), ("shift_jis", "SJIS")],
)
def test_another_encoding_has_to_be_said(codec: str, said: str) -> None:
    words = {"cp949": "런 온 뷁", "gb18030": "奔跑吧", "shift_jis": "ラン"}[codec]
    content = PLAIN.replace("Run On", words).encode(codec)
    first = PLAIN.index("Run On") + 1
    with pytest.raises(Refused, match=rf"file.csv: not UTF-8 \(byte {first}\)(.|\n)*--encoding cp949, gb18030"):
        read(content)
    assert read(content, encoding=said)[0][0] == words  # type: ignore[index]
    with pytest.raises(Refused, match="not utf-8"):
        read(content, encoding="utf-8")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("title", ["Title,제목", "제목,원제"])
def test_utf_16_without_its_mark_is_read_when_it_is_said(codec: str, title: str) -> None:
    content = f"{title}\n런 온,뷁\n".encode(codec)
    assert [one.raw for one in Table(source(content, said=Said(encoding="UTF-16"))) if isinstance(one, Cells)] == [
        ["런 온", "뷁"]
    ]
    if codec != "utf-16":
        with pytest.raises(Refused, match=r"UTF-16 without its mark(.|\n)*--encoding utf-16"):
            Table(source(content))


def test_the_first_byte_that_does_not_fit_is_named_wherever_it_stands() -> None:
    content = b"Title\n" + b"x" * 300_000 + "\u00e9".encode()[:1] + b"\n"
    with pytest.raises(Refused, match="byte 300007"):
        read(content)
    with pytest.raises(Refused, match="--encoding utf-16"):
        read("Title\n".encode("utf-16-le"))


def test_a_column_that_must_be_there_is_named() -> None:
    with pytest.raises(Refused, match=r"file.csv: there is no column title\. Nothing was imported"):
        read("Name,Year\nx,2020\n")
    with pytest.raises(Refused, match="no column title"):
        read("")


@pytest.mark.parametrize("end", ["Vincenzo,20", 'Vincenzo,2021,"I wro'])
def test_a_last_row_that_was_cut_off_is_refused(end: str) -> None:
    *rows, cut_off = read(PLAIN + end)
    assert rows == ROWS
    assert isinstance(cut_off, Refusal)
    assert (cut_off.name, cut_off.reason, cut_off.line) == ("Vincenzo", "it is cut off", 5)
    assert all(word in cut_off.cells for word in end.split(",") if word.isalnum())


def test_a_short_row_is_read_as_far_as_it_goes() -> None:
    assert read("Title,Year,Note\nRun On\nMinari,2020,a,b,c\n") == [("Run On", "", ""), ("Minari", "2020", "a")]


def test_a_cell_that_a_spreadsheet_protects_is_its_text() -> None:
    assert read('Title,Year\n="18","=""2020"""\n')[0][:2] == ("18", "2020")  # type: ignore[index]


@pytest.mark.parametrize(
    "cell",
    [
        "x" * (LONGEST_CELL + 1),
        '"' + "x" * (LONGEST_CELL + 1) + '"',
        '"' + "Runs, on\n" * (LONGEST_CELL // 8) + 'and ""on"".",2,"a,b\nc"',
    ],
    ids=["bare", "quoted", "of many lines"],
)
def test_a_cell_without_end_costs_its_row_and_no_other(cell: str) -> None:
    first, refused, last = read(f"Title,Note\nRun On,a\nLong,{cell}\nMinari,b\n")
    assert (first, last) == (("Run On", "", "a"), ("Minari", "", "b"))
    assert isinstance(refused, Refusal)
    assert refused.line == 3
    assert "longer than 1 MiB" in refused.reason


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    *_, refused = read('Title,Note\nRun On,"never\n' + "closed\n" * LONGEST_CELL)
    assert isinstance(refused, Refusal)
    assert "a quotation mark is missing" in refused.reason


class _Endless(RawIOBase):
    """A file of one line that is far larger than memory should be."""

    def __init__(self, piece: bytes, size: int) -> None:
        self._piece, self._rest, self._begun = piece, size, False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if not self._begun:
            self._begun = True
            buffer[:11] = b"Title,Note\n"
            return 11
        piece = (self._piece * (len(buffer) // len(self._piece) + 1))[: min(len(buffer), self._rest)]
        buffer[: len(piece)] = piece
        self._rest -= len(piece)
        return len(piece)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [b"x", b'"', b"x,", b'"a\n', b"a\r"], ids=repr)
def test_a_huge_file_of_nothing_is_read_within_bounds(piece: bytes) -> None:
    size = 40 * 2**20 if b"\n" not in piece and b"\r" not in piece else 2**20

    def opened() -> BinaryIO:
        return BufferedReader(_Endless(piece, size))  # type: ignore[type-var]

    def counted() -> Iterator[int]:
        for one in Table(Source(name="huge.csv", open=opened)):
            assert isinstance(one, Cells | Refusal)
            yield 1

    tracemalloc.start()
    try:
        assert sum(counted()) >= 1
        assert tracemalloc.get_traced_memory()[1] < 60 * 2**20
    finally:
        tracemalloc.stop()
