"""What holds for every reader of files: it is here that a new one without a fixture fails."""

import csv
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from tests.formats.reading.sources import Content
from tests.formats.trackers.fixtures import Fixture, fixtures
from tests.trying import examples
from watchlog.errors import WatchlogError
from watchlog.formats.reading.records import separator_of
from watchlog.formats.register import formats, read, recognised
from watchlog.formats.source import Source
from watchlog.journal.drama.dates import is_date
from watchlog.journal.drama.links import canonical
from watchlog.journal.drama.text import kept
from watchlog.journal.keep.rows import Incoming, Own, Refusal, Row, Skipped

OURS = ("json", "markdown")
"""What gives whole dramas has tests of its own."""
ALL = [pytest.param(one, id=f"{one.source}-{one.of}") for one in fixtures()]
TABLES = [pytest.param(one, id=f"{one.source}-{one.of}") for one in fixtures() if one.table]
INSTANT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})"
FREE = ("text", "original", "comment", "synopsis")
DAYS = ("watched", "started", "finished", "rated", "on")


def rows(source: Source, fixture: Fixture) -> list[Incoming]:
    """What is read, without the places where it stands."""
    return [placeless(one) for one in formats()[fixture.source].read(source)]


def placeless(one: Incoming) -> Incoming:
    """The same without where it stands, and without the cells of a row that is refused."""
    placed = one if isinstance(one, Own) else replace(one, line=None, file="")
    return replace(placed, cells="") if isinstance(placed, Refusal) else placed


def in_some_order(found: Iterable[Incoming]) -> list[str]:
    return sorted(map(repr, found))


def every(content: Content, change: Callable[[str], str | bytes]) -> Content:
    """The content with each of its texts changed."""
    if isinstance(content, str):
        return change(content)
    if isinstance(content, bytes):
        return content
    return {name: change(one) if isinstance(one, str) else one for name, one in content.items()}


def sound(row: Row) -> None:
    """Fails for a row that no journal could take."""
    for name, held in asdict(row).items():
        for text in held if isinstance(held, tuple) else (held,) if isinstance(held, str) else ():
            assert kept(text) == text, name
            assert "\r" not in text
            assert text.strip() == text or name in FREE, name
            assert text or name in (*FREE, "key", "file", "source", "watchlog"), name
    assert row.title
    assert "\n" not in row.title
    for name in DAYS:
        day = getattr(row, name)
        assert day is None or is_date(day) or re.fullmatch(INSTANT, day) or (name, day) == ("watched", "unknown"), name
    for score in (row.score, row.story, row.acting, row.music, row.rewatch):
        assert score is None or score in [half / 2 for half in range(2, 21)]
    for count in (row.episodes, row.runtime, row.seen, row.times):
        assert count is None or 1 <= count <= 100_000
    for number in (row.season, row.episode):
        assert number is None or 0 <= number < 100_000
    assert row.year is None or 1870 <= row.year <= 2999
    assert all(canonical(link) == link for link in row.links)
    assert row.given is None or row.score is not None
    assert row.rated is None or row.score is not None
    assert row.on is None or row.text


def test_every_form_has_a_fixture() -> None:
    shown = {(one.source, formats()[one.source].form_of(one.opened()).title) for one in fixtures()}
    wanted = {(one.name, form.title) for one in read() for form in one.forms if one.name not in OURS}
    assert wanted - shown == set()


def test_every_source_says_what_it_is_and_how_to_get_it() -> None:
    for one in read():
        assert one.title, one.name
        for form in one.forms:
            assert form.got, (one.name, form.title)
            assert [str(sign) for sign in form.signs], (one.name, form.title)


@pytest.mark.parametrize("fixture", ALL)
def test_a_file_is_known_and_read(fixture: Fixture) -> None:
    known = recognised(fixture.opened())
    assert known is not None
    assert known.name == fixture.source
    found = list(known.read(fixture.opened()))
    assert list(map(placeless, found)) == fixture.found
    for one in found:
        if isinstance(one, Row):
            sound(one)
    if fixture.table:
        assert all(one.cells for one in found if isinstance(one, Refusal))
        assert all(one.line for one in found if not isinstance(one, Own))
    if isinstance(fixture.content, dict) and len(fixture.content) > 1 and fixture.of != "workbook":
        assert all(one.file in fixture.content for one in found if not isinstance(one, Own))


def _with_others(text: str, fixture: Fixture) -> str:
    """The table with its columns the other way round, and with one more that nobody knows."""
    more = [] if fixture.only else ["Zzz"]
    if text.startswith("Letterboxd list"):
        return text
    separator = separator_of(text.partition("\n")[0])
    if not fixture.quoted:
        lines = [line.split(separator) for line in re.split("[\r\n]+", text) if line]
        return "\n".join(separator.join([*line[::-1], *more]) for line in lines) + "\n"
    table = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    if table and len(set(table[0])) < len(table[0]):
        return text  # of two columns of one name, the order tells which is which
    page = StringIO()
    width = len(table[0]) if table else 0
    csv.writer(page, delimiter=separator).writerows(
        [*[*line, *[""] * (width - len(line))][::-1], *more] for line in table if line
    )
    return page.getvalue()


SAVED: dict[str, Callable[[str], str | bytes]] = {
    "with a mark": lambda text: "\ufeff" + text.lstrip("\ufeff"),
    "with CRLF": lambda text: re.sub("\r\n?|\n", "\r\n", text),
    "with CR": lambda text: re.sub("\r\n?|\n", "\r", text),
    "in UTF-16": lambda text: text.lstrip("\ufeff").encode("utf-16"),
}


@pytest.mark.parametrize("way", SAVED)
@pytest.mark.parametrize("fixture", TABLES)
def test_it_does_not_matter_how_a_table_was_saved(fixture: Fixture, way: str) -> None:
    saved = fixture.opened(every(fixture.content, SAVED[way]))
    assert rows(saved, fixture) == fixture.found
    known = recognised(saved)
    assert known is not None
    assert known.name == fixture.source


@pytest.mark.parametrize("fixture", TABLES)
def test_columns_come_in_any_order_and_unknown_ones_are_no_matter(fixture: Fixture) -> None:
    if fixture.of == "without a header" or (";" in str(fixture.found) and not fixture.quoted):
        pytest.skip("columns without names, or moved by a semicolon, have an order")
    content = every(fixture.content, lambda text: _with_others(text, fixture))
    assert [one for one in rows(fixture.opened(content), fixture) if not _about_a_column(one)] == fixture.found


def _about_a_column(one: Incoming) -> bool:
    return isinstance(one, Skipped) and one.name == "Zzz"


@pytest.mark.parametrize("fixture", ALL)
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.97])
def test_what_was_cut_off_is_told(fixture: Fixture, share: float) -> None:
    try:
        found = rows(fixture.opened(every(fixture.content, lambda text: text[: int(len(text) * share)])), fixture)
    except WatchlogError as error:
        said = str(error)
        found = []
    else:
        said = "told row by row"
    assert 1 <= len(said.split("\n")) <= 2
    for one in found:
        if isinstance(one, Row):
            sound(one)


@pytest.mark.parametrize("fixture", TABLES)
def test_a_last_row_that_was_cut_off_is_refused(fixture: Fixture) -> None:
    if not isinstance(fixture.content, str) or fixture.of == "without a header":
        pytest.skip("an archive, or a table whose width nobody knows")
    text = re.sub("\r\n?", "\n", fixture.content.rstrip("\r\n"))
    separator = separator_of(text.partition("\n")[0])
    last = text.rpartition("\n")[2]
    assert separator in last, "the fixture's last row must be on one line"
    found = rows(fixture.opened(text[: text.rindex(separator)]), fixture)
    assert [one.reason for one in found if isinstance(one, Refusal)][-1:] == ["it is cut off"]


DOCUMENTS = [pytest.param(one, id=f"{one.source}-{one.of}") for one in fixtures() if not one.table]


@pytest.mark.parametrize("fixture", DOCUMENTS)
def test_a_document_may_begin_with_a_mark_and_have_line_ends_of_windows(fixture: Fixture) -> None:
    def saved(text: str) -> str:
        # Within a text of JSON a line end is written as two signs, and stays.
        return "\ufeff" + re.sub("\r\n?|\n", "\r\n", text.lstrip("\ufeff"))

    content = every(fixture.content, saved)
    if content == fixture.content:
        pytest.skip("it is packed, and has no line ends of its own")
    assert rows(fixture.opened(content), fixture) == fixture.found
    known = recognised(fixture.opened(content))
    assert known is not None
    assert known.name == fixture.source


@pytest.mark.parametrize(
    "fixture",
    [
        pytest.param(one, id=f"{one.source}-{one.of}")
        for one in fixtures()
        if not one.table and isinstance(one.content, str)
    ],
)
def test_a_document_may_be_in_utf_16_as_a_shell_of_windows_writes_it(fixture: Fixture) -> None:
    assert isinstance(fixture.content, str)
    content = fixture.content.lstrip("\ufeff").encode("utf-16")
    known = recognised(fixture.opened(content))
    assert known is not None
    assert known.name == fixture.source
    assert rows(fixture.opened(content), fixture) == fixture.found


@pytest.mark.parametrize("fixture", DOCUMENTS)
def test_a_document_that_was_cut_off_is_told(fixture: Fixture) -> None:
    if fixture.source == "notes":
        pytest.skip("a note is a text, which nobody knows the end of")
    if isinstance(fixture.content, bytes):
        half: Content = fixture.content[: len(fixture.content) * 2 // 3]
    else:
        half = every(fixture.content, lambda text: text.rstrip()[: len(text.rstrip()) * 2 // 3])
    with suppress(WatchlogError):
        found = rows(fixture.opened(half), fixture)
        assert [one for one in found if isinstance(one, Refusal) and one not in fixture.found] != [], found


def test_of_every_source_that_has_texts_one_has_several_lines() -> None:
    texts: dict[str, list[str]] = {}
    for fixture in fixtures():
        texts.setdefault(fixture.source, []).extend(
            one.text for one in fixture.found if isinstance(one, Row) and one.text
        )
    assert [source for source, found in texts.items() if found and not any("\n" in text for text in found)] == []


@pytest.mark.parametrize("fixture", ALL)
def test_days_that_are_zero_are_unknown(fixture: Fixture) -> None:
    zero = every(fixture.content, lambda text: re.sub(r"\b(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", "0000-00-00", text))
    if zero == fixture.content:
        pytest.skip("no days written so")
    for one in rows(fixture.opened(zero), fixture):
        if isinstance(one, Row):
            sound(one)
            assert [getattr(one, name) for name in DAYS if getattr(one, name) not in (None, "unknown")] == []


@pytest.mark.parametrize("fixture", ALL)
def test_what_steers_a_terminal_is_not_read(fixture: Fixture) -> None:
    def steering(text: str) -> str:
        escape = "\\u001b" if text.lstrip("\ufeff \n").startswith(("{", "[")) else "\x1b"
        return text.replace("Run On", f"Run{escape}[31m On")

    content = every(fixture.content, steering)
    if content == fixture.content:
        pytest.skip("no Run On in it")
    found = [one for one in rows(fixture.opened(content), fixture) if isinstance(one, Row)]
    assert any("Run[31m On" in f"{one.title} {one.native_title} {one.also_known_as}" for one in found)
    for one in found:
        sound(one)


HARM = [b'"', b"\0", b"<", b"&", b"null", b"-1", b"[]", b",,", b"\r", b"0000-00-00", b"99999999999"]


@pytest.mark.parametrize("fixture", ALL)
@settings(examples(12), suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_is_wrong_with_a_file_there_is_no_traceback(fixture: Fixture, data: st.DataObject) -> None:
    def harmed(text: str) -> bytes:
        content = text.encode()
        start = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 20))
        put = data.draw(
            st.binary(max_size=8) | st.sampled_from([b'"', b"\0", b"<", b"&", b"null", b"-1", b"[]", b",,"])
        )
        return content[:start] + put + content[start + length :]

    try:
        found = rows(fixture.opened(every(fixture.content, harmed)), fixture)
    except WatchlogError:
        return
    for one in found:
        if isinstance(one, Row):
            sound(one)
