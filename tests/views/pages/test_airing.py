"""The week as a calendar, what I am behind on, and what home says of it."""

import re
from datetime import date
from typing import Any

import pytest

from tests.views.printing import WIDTHS, on_paper, on_screen, too_wide
from tests.views.test_hostile import HARMFUL, OWN_ESCAPES
from watchlog.cli.output import separated
from watchlog.journal.recall.airing import Airing, Behind, Showing
from watchlog.views.lines.airing import airing_lines
from watchlog.views.pages.airing import coming, page

TODAY = "2021-01-28"


def showing(day: str = TODAY, episode: int = 14, *, seen: bool = False, **facts: Any) -> Showing:
    about: dict[str, Any] = {"drama": "run-on", "title": "Run On", "of": 16} | facts
    return Showing(date=day, episode=episode, seen=seen, **about)


def late(episodes: int = 2, following: int = 13, ended: str | None = None, title: str = "Run On") -> Behind:
    return Behind("run-on", title, episodes, following, ended)


def printed(*week: Showing, behind: tuple[Behind, ...] = (), width: int = 100) -> str:
    return on_paper(page(Airing(TODAY, list(week), list(behind))), width)


WEEK = (
    showing(),
    showing("2021-01-30", 1, drama="sisyphus", title="Sisyphus: The Myth"),
    showing("2021-01-30", 2, drama="sisyphus", title="Sisyphus: The Myth"),
    showing("2021-01-30", 1, drama="film", title="Film", of=1, seen=True),
    showing("2021-02-03", 15, seen=True),
)


def test_days_are_columns_where_it_is_wide() -> None:
    head, _, days, rule, *lines = printed(*WEEK).split("\n")
    assert re.fullmatch("On air  28 Jan – 3 Feb 2021 ─+", head)
    assert re.split("  +", days.strip()) == ["Thu 28", "Fri 29", "Sat 30", "Sun 31", "Mon 1", "Tue 2", "Wed 3"]
    assert re.fullmatch("  ━+(  ─+){6}", rule.rstrip())
    saturday, wednesday = days.index("Sat"), days.index("Wed")
    cells = [(line[:12].strip(), line[saturday : saturday + 13].strip(), line[wednesday:].strip()) for line in lines]
    assert cells[:6] == [
        ("Run On", "Sisyphus:", "Run On"), ("ep 14", "The Myth", "ep 15 ✓"), ("", "ep 1–2", ""), ("", "", ""),
        ("", "Film", ""), ("", "out ✓", ""),
    ]  # fmt: skip
    assert lines[0][days.index("Fri")] == "·"


def test_a_long_title_takes_two_lines_of_a_day() -> None:
    lines = printed(showing(title="What Happens to My Family on a Very Long Night")).split("\n")
    assert [line.strip("· ") for line in lines[4:7]] == ["What Happens", "to My …", "ep 14"]


@pytest.mark.parametrize("width", [60, 80])
def test_days_are_rows_where_it_is_narrow(width: int) -> None:
    lines = [line.split() for line in printed(*WEEK, width=width).split("\n")[2:]]
    assert lines[:3] == [["Thu", "28", "Run", "On", "ep", "14"], ["Fri", "29", "·"],
                         ["Sat", "30", "Sisyphus:", "The", "Myth", "ep", "1–2"]]  # fmt: skip
    assert lines[3:5] == [["Film", "out", "✓"], ["Sun", "31", "·"]]


def test_of_several_episodes_some_may_be_seen() -> None:
    assert re.search("Sweet Home +ep 1–3  2 seen", printed(*(
        showing(episode=episode, seen=episode < 3, title="Sweet Home") for episode in (1, 2, 3)
    ), width=80))  # fmt: skip


def test_behind_says_how_many_and_what_is_next() -> None:
    lines = printed(behind=(late(), late(848, 7, "2021-02-04", "Signal"))).split("\n")
    assert lines[0].startswith("Behind  2 ──")
    assert [line.split() for line in lines[2:4]] == [
        ["Run", "On", "2", "behind", "next:", "ep", "13"],
        ["Signal", "848", "behind", "next:", "ep", "7", "·", "ended", "4", "Feb", "2021"],
    ]
    assert "ended" not in printed(behind=(late(ended="2021-02-04"),), width=60)


def test_of_very_many_the_first_are_shown() -> None:
    lines = printed(behind=(late(),) * 1_031).split("\n")
    assert lines[0].startswith("Behind  1,031 ──")
    assert [line.strip() for line in lines[31:33]] == ["Run On  2 behind  next: ep 13",
                                                       "and 1,001 more · watchlog airing --json"]  # fmt: skip


def test_nothing_on_says_how_to_get_something_on() -> None:
    assert "--aired-from" in printed()
    assert "──" not in printed()


def words(*week: Showing, behind: tuple[Behind, ...] = ()) -> str:
    return coming(Airing(TODAY, list(week), list(behind)))["run-on"]


def test_home_says_when_the_next_one_comes() -> None:
    assert words(showing(), showing("2021-01-29", 15)) == "ep 14 tonight"
    assert words(showing("2021-01-29")) == "ep 14 tomorrow"
    assert words(showing("2021-01-30")) == "ep 14 on Sat"
    assert words(showing(), showing(episode=15)) == "ep 14–15 tonight"
    assert words(showing("2021-02-03", 1, of=1)) == "out on Wed"


def test_home_leaves_out_what_i_have_seen_and_says_what_i_am_behind_on() -> None:
    assert words(showing(seen=True), showing("2021-02-03", 15)) == "ep 15 on Wed"
    assert words(showing("2021-02-03", 15), behind=(late(),)) == "2 behind, ep 15 on Wed"
    assert coming(Airing(TODAY, [showing(seen=True)], [late()])) == {}


def test_a_pipe_gets_a_line_for_each_episode() -> None:
    week = [showing(seen=True, title="a\ttitle"), showing("2021-02-03", 15)]
    assert [*map(separated, airing_lines(Airing(TODAY, week, [late()])))] == [
        "2021-01-28\trun-on\t14\tseen", "2021-02-03\trun-on\t15\tunseen",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [20, *WIDTHS])
@pytest.mark.parametrize("title", ["런" * 90, "w" * 300, "단어 " * 90, "👩‍❤️‍👨" * 40, "\n", *HARMFUL])
def test_any_title_fits_and_steers_nothing(title: str, width: int) -> None:
    week = tuple(showing(day, 99_999, title=title, of=None) for day in (TODAY, "2021-01-30"))
    late_ones = (late(99_999, 99_999, "2021-01-01", title),)
    assert too_wide(printed(*week, behind=late_ones, width=width), width) == []
    sent = on_screen(page(Airing(TODAY, list(week), list(late_ones))), width)
    assert "\x1b" not in OWN_ESCAPES.sub("", sent)


def test_without_unicode_it_can_be_read() -> None:
    seen = on_paper(page(Airing(TODAY, [showing(seen=True)], [late(ended="2021-02-04")])), 80, "ascii")
    assert "ep 14 +" in seen
    assert "?" not in seen


def test_today_is_lit() -> None:
    sent = on_screen(page(Airing(TODAY, [showing()], [])), 100)
    assert re.search(r"\x1b\[1;38;2;213;121;77mThu 28", sent)
    assert date.fromisoformat(TODAY).strftime("%a") == "Thu"
