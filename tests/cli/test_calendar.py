"""watchlog airing --ics: a calendar that programs of calendars read."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
import time_machine

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")
FIRST = ("--aired-from", "2021-01-27", "--airing-day", "wed,thu")


def _events(calendar: str) -> list[dict[str, str]]:
    """What is in it, by the lines of RFC 5545."""
    lines = calendar.split("\r\n")
    assert lines.pop() == ""
    assert all(line and not line.endswith(" ") and len(line.encode()) <= 75 and "\n" not in line for line in lines)
    unfolded = calendar.replace("\r\n ", "").split("\r\n")[:-1]
    assert unfolded[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert unfolded[2].startswith("PRODID:")
    assert unfolded[-1] == "END:VCALENDAR"
    blocks = re.findall(r"(?s)BEGIN:VEVENT\n(.*?)\nEND:VEVENT", "\n".join(unfolded))
    return [dict(line.split(":", 1) for line in block.split("\n")) for block in blocks]


def _calendar(program: Program) -> list[dict[str, str]]:
    return _events(program("airing", "--ics", "-").stdout)


def test_an_event_is_an_episode_all_day(program: Program) -> None:
    program("add", "Run On", "--episodes", "3", *FIRST)
    found = _calendar(program)
    assert [one["SUMMARY"] for one in found] == [f"Run On\\, episode {number}" for number in (1, 2, 3)]
    assert [(one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"]) for one in found] == [
        ("20210127", "20210128"), ("20210128", "20210129"), ("20210203", "20210204"),
    ]  # fmt: skip
    assert len({one["UID"] for one in found}) == 3
    assert {one["DTSTAMP"] for one in found} == {"20210127T120000Z"}


def test_what_is_open_ended_has_the_next_ninety_days(program: Program) -> None:
    program("add", "Run On", *FIRST)
    assert _calendar(program)[-1]["DTSTART;VALUE=DATE"] == "20210422"


def test_there_is_nothing_after_the_last_episode(program: Program) -> None:
    program("add", "Long", "--episodes", "60", "--aired-from", "2021-01-27", "--airing-day", "wed")
    assert [one["SUMMARY"] for one in _calendar(program)][-1] == "Long\\, episode 60"
    program("set", "long", "--episodes", "2", "--aired-to", "2021-03-03")
    numbers = [one["UID"].rpartition("-")[2] for one in _calendar(program)]
    assert numbers == ["1@watchlog", "2@watchlog"]


def test_an_episode_keeps_its_uid_and_no_run_changes_a_byte(program: Program) -> None:
    program("add", "Run On", "--episodes", "3", *FIRST)
    before = _calendar(program)
    with time_machine.travel("2021-01-28T09:00:00+09:00"):
        assert _calendar(program) == before
    program("rename", "run-on", "ron")
    program("set", "ron", "--title", "Ron", "--off-air", "2021-01-28")
    after = _calendar(program)
    assert [one["UID"] for one in after] == [one["UID"] for one in before]
    assert after[1]["DTSTART;VALUE=DATE"] == "20210203"


def test_two_episodes_a_day_are_two_events(program: Program) -> None:
    program("add", "Run On", "--episodes", "4", "--aired-to", "2021-01-28", *FIRST)
    found = _calendar(program)
    assert [one["DTSTART;VALUE=DATE"] for one in found] == ["20210127", "20210127", "20210128", "20210128"]
    assert len({one["UID"] for one in found}) == 4


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_a_program_of_calendars_reads_the_same_days_in_every_zone(program: Program, zone: str) -> None:
    program("add", 'Hi, Bye; "Mama"\\', *FIRST)  # without an end: it is on the air whatever day a process finds
    ended = program.process("airing", "--ics", "-", TZ=zone)
    read: Any = icalendar.Calendar.from_ical(ended.stdout.encode())
    events = read.walk("VEVENT")
    assert [event["SUMMARY"] for event in events][:1] == ['Hi, Bye; "Mama"\\, episode 1']
    assert [(event["DTSTART"].dt, event["DTEND"].dt) for event in events][:1] == [
        (date(2021, 1, 27), date(2021, 1, 28))
    ]
    assert all("TZID" not in event["DTSTART"].params for event in events)
    assert read["VERSION"] == "2.0"
    assert read["PRODID"]
    assert all(event["DTSTAMP"].dt and event["UID"] for event in events)


@pytest.mark.parametrize(
    "title", ['Hi, Bye; "Mama"\\', "가" * 60, "e\u0301" * 70, "👩‍👧" * 20, "a\u202eb: c", "\\" * 90]
)
def test_any_title_is_folded_and_comes_back(program: Program, title: str) -> None:
    program("add", title, "--slug", "x", "--episodes", "1", *FIRST)
    (found,) = _calendar(program)
    assert re.sub(r"\\(.)", r"\1", found["SUMMARY"]) == title.replace("\u202e", "")


def test_where_nothing_airs_there_is_no_calendar(program: Program, tmp_path: Path) -> None:
    program("add", "Signal", "--aired-from", "2016-01-22", "--aired-to", "2016-01-23")
    program("add", "Dropped", "--status", "dropped", *FIRST)
    assert "Nothing is on the air" in program.refuses("airing", "--ics", str(tmp_path / "a.ics"), code=1)
    assert date.today() == date(2021, 1, 27)


def test_it_is_a_file_that_is_replaced_by_the_next(program: Program, tmp_path: Path) -> None:
    program("add", "Run On", "--episodes", "3", *FIRST)
    for _ in range(2):
        program("airing", "--ics", str(tmp_path / "a.ics"))
        assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


def test_a_calendar_does_not_take_the_place_of_what_was_asked_for_as_json(program: Program, tmp_path: Path) -> None:
    program("add", "Run On", "--episodes", "3", *FIRST)
    asked = program("airing", "--json").json
    assert program("airing", "--ics", str(tmp_path / "a.ics"), "--json").json == asked
    assert (tmp_path / "a.ics").exists()


def test_a_site_has_a_calendar_also_when_nothing_airs(program: Program, tmp_path: Path) -> None:
    """60: it has something in it, so that programs open it; and it is there for whoever subscribed."""
    program("add", "Signal", "--aired-from", "2016-01-22", "--aired-to", "2016-01-23")
    program("publish", str(tmp_path / "site"), "--yes")
    content = (tmp_path / "site" / "airing.ics").read_bytes()
    read: Any = icalendar.Calendar.from_ical(content)
    assert read.walk("VEVENT") == []
    assert len(read.subcomponents) == 1
    assert _events(content.decode()) == []
    program("add", "Run On", "--episodes", "2", *FIRST)
    program("add", "Not chosen", "--episodes", "2", *FIRST)
    program("publish", str(tmp_path / "site"), "run-on", "signal")
    found = _events((tmp_path / "site" / "airing.ics").read_bytes().decode())
    assert [one["SUMMARY"] for one in found] == ["Run On\\, episode 1", "Run On\\, episode 2"]
    assert {one["UID"] for one in found} < {one["UID"] for one in _calendar(program)}
