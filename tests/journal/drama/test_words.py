"""What people type: dates, scores, slugs and free text; and where things lie."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from watchlog.errors import Refused, WrongUsage
from watchlog.journal.drama.dates import WEEKDAYS, parse_date, parse_day
from watchlog.journal.drama.ratings import parse_score, rate, written
from watchlog.journal.drama.records import Drama, Rating
from watchlog.journal.drama.slugs import checked_slug, free_slug, slug_for
from watchlog.journal.drama.text import kept, kept_line
from watchlog.journal.drama.values import SLUG_LENGTH, SLUG_PATTERN
from watchlog.journal.store.paths import ChangeName, Places, change_named, change_of, pending_of, slug_of, slugs_of
from watchlog.views.typography.dates import brief, in_full
from watchlog.views.typography.marks import stars

WEDNESDAY = date(2021, 1, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-01-25", "2021-01-25"),
        ("2021-01", "2021-01"),
        ("2021", "2021"),
        (" 2020-02-29 ", "2020-02-29"),
        ("today", "2021-01-27"),
        ("Yesterday", "2021-01-26"),
        ("last friday", "2021-01-22"),
        ("friday", "2021-01-22"),
        ("fri", "2021-01-22"),
        ("last tue", "2021-01-26"),
        ("last wednesday", "2021-01-20"),
        ("thursday", "2021-01-21"),
        ("3 days ago", "2021-01-24"),
        ("1 day ago", "2021-01-26"),
        ("a day ago", "2021-01-26"),
        ("one week ago", "2021-01-20"),
        ("2 weeks ago", "2021-01-13"),
        ("27 days ago", "2020-12-31"),
        ("2021-1-5", "2021-01-05"),
        ("2021/01/25", "2021-01-25"),
        ("2021. 1. 25.", "2021-01-25"),
        ("2021-1", "2021-01"),
        ("25 Jan 2021", "2021-01-25"),
        ("25 January, 2021", "2021-01-25"),
        ("Jan 25 2021", "2021-01-25"),
        ("January 25th, 2021", "2021-01-25"),
        ("Mon, 25 Jan 2021", "2021-01-25"),
        ("Jan 2021", "2021-01"),
        ("Sept 2020", "2020-09"),
        ("25 Jan", "2021-01-25"),
        ("jan 25", "2021-01-25"),
        ("Jan 27", "2021-01-27"),
        ("Jan 28", "2020-01-28"),
        ("Dec 16", "2020-12-16"),
        ("29 Feb", "2020-02-29"),
        ("Mon 25 Jan", "2021-01-25"),
        ("Saturday, Jan 25", "2020-01-25"),
        ("Tue Jan 2021", "2021-01"),
    ],
)
def test_dates_as_people_say_them(text: str, day: str) -> None:
    assert parse_date(text, WEDNESDAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "2021-02-30", "2021-13-1", "30 Feb 2021", "25 Foo 2021", "25 m", "Jan", "25",
     "25.01.2021", "01/25/2021", "tomorrow", "soon", "t", "th", "last", "s", "days ago",
     "-3 days ago", "99999999 days ago", "110000 weeks ago", "2021-01-25T10:00", "20210125", "0000", "٣ days ago x",
     "Tue 25 Jan 2021", "Sunday, January 25th, 2021"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage, match="Not a date") as caught:
        parse_date(text, WEDNESDAY)
    assert caught.value.exit_code == 2


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_understood_as_a_page_prints_it(day: date) -> None:
    assert parse_date(in_full(day.isoformat())) == day.isoformat()
    assert parse_date(in_full(day.isoformat()[:7])) == day.isoformat()[:7]


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 1, 1)), st.integers(0, 299))
def test_a_day_without_its_year_is_understood_as_a_page_prints_it(today: date, ago: int) -> None:
    day = (today - timedelta(days=ago)).isoformat()
    assert parse_date(brief(day, today), today) == day


def test_a_day_ahead_without_its_year_is_the_nearest() -> None:
    assert parse_date("Feb 4", WEDNESDAY, ahead=True) == "2021-02-04"
    assert parse_date("Dec 16", WEDNESDAY, ahead=True) == "2020-12-16"


@pytest.mark.parametrize("text", ["today", "2021-01-28", "2021-01", "2021", "unknown", " Unknown "])
def test_a_day_on_which_something_happened(text: str) -> None:
    day = parse_day(text, WEDNESDAY)
    assert day is None if "nknown" in text else day


@pytest.mark.parametrize("text", ["2021-01-29", "2021-02", "2022", "2062-01-05", "9999-12-31"])
def test_what_has_happened_was_not_tomorrow(text: str) -> None:
    with pytest.raises(WrongUsage, match=r"still to come. Give the day it happened, up to today \(2021-01-27\)"):
        parse_day(text, WEDNESDAY)


@given(st.dates(min_value=date(2, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_last_one_before_today(today: date, name: str) -> None:
    day = date.fromisoformat(parse_date(f"last {name}", today))
    assert 1 <= (today - day).days <= 7
    assert WEEKDAYS[day.weekday()] == name


@given(st.dates())
def test_a_day_is_a_date(day: date) -> None:
    assert parse_date(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("9", 9),
        ("9.5", 9.5),
        ("9,5", 9.5),
        ("9.0", 9),
        ("10", 10),
        ("1", 1),
        (" 8 ", 8),
        ("10.0", 10),
        ("8.50", 8.5),
        ("8.00", 8),
        ("8/10", 8),
        ("8.5/10", 8.5),
        ("8,5 / 10", 8.5),
        ("8 out of 10", 8),
        ("8½", 8.5),
        ("★★★½☆☆☆☆☆☆", 3.5),
    ],
)
def test_scores_are_one_to_ten_in_half_points(text: str, score: float) -> None:
    assert parse_score(text) == score


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "0.5",
        "10.5",
        "11",
        "9.3",
        "9.55",
        "-1",
        "nine",
        "8/5",
        "8.25",
        "8.5.0",
        "80/100",
        "☆",
        "½",
        "1e1",
        "nan",
        "９",
        ".",
    ],
)
def test_what_is_no_score_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage, match="Not a score"):
        parse_score(text)


@given(st.integers(2, 20).map(lambda halves: halves / 2))
def test_a_score_is_understood_as_it_is_printed(score: float) -> None:
    for printed in (written(score), f"{score:g}/10", stars(score).plain):
        assert parse_score(printed) == score


def test_a_score_is_shown_with_one_decimal_and_none_with_nothing() -> None:
    assert [written(score) for score in (9.0, 9.5, 10, None)] == ["9.0", "9.5", "10.0", ""]


def test_a_part_rated_alone_keeps_the_others_and_the_earlier_rating_stays() -> None:
    drama = Drama(title="?")
    rate(drama, {"overall": 8.0, "music": 9.0}, "2021-01-01")
    rate(drama, {"story": 7.5}, "2021-02-01")
    assert drama.ratings == [
        Rating(on="2021-01-01", overall=8.0, music=9.0),
        Rating(on="2021-02-01", overall=8.0, music=9.0, story=7.5),
    ]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Run On", "run-on"),
        ("  It's Okay to Not Be Okay!  ", "its-okay-to-not-be-okay"),
        ("Hospital Playlist 2", "hospital-playlist-2"),
        ("Crash Landing on You – 사랑의", "crash-landing-on-you-salangui"),
        ("1987", "1987"),
        ("Amélie", "amelie"),
        ("Ōoku", "ooku"),
        ("W", "w"),
        ("??!", "drama"),
        ("", "drama"),
        ("❤", "heart"),
    ],
)
def test_a_slug_is_the_title_in_small_ascii_letters(title: str, slug: str) -> None:
    assert slug_for(title) == slug


@pytest.mark.parametrize("title", ["런 온", "陈情令", "きのう何食べた?", "อกเกือบหักแอบรักคุณสามี", "Идиот"])
def test_a_title_in_any_script_has_a_slug_of_its_own(title: str) -> None:
    assert slug_for(title) != "drama"
    assert slug_of(f"{slug_for(title)}.json")


@given(st.text(max_size=200))
def test_whatever_the_title_its_slug_is_one(title: str) -> None:
    assert checked_slug(slug_for(title)) == slug_for(title)


@given(st.text(max_size=90), st.none() | st.integers(1870, 2999), st.integers(0, 12))
def test_a_free_slug_is_a_slug_and_free(title: str, year: int | None, dramas: int) -> None:
    taken: set[str] = set()
    for _ in range(dramas + 1):
        slug = free_slug(title, year, taken.__contains__)
        assert checked_slug(slug) not in taken
        taken.add(slug)


def test_dramas_of_one_title_are_told_apart_by_year_and_then_by_number() -> None:
    taken: list[str] = []
    for _ in range(4):
        taken.append(free_slug("Run On", 2020, taken.__contains__))
    assert taken == ["run-on", "run-on-2020", "run-on-2", "run-on-3"]
    assert free_slug("Run On", None, ["run-on"].__contains__) == "run-on-2"


def test_a_long_title_is_cut_between_words() -> None:
    slug = slug_for("The Great and Very Long Story of a Woman Who Was Running On and On Through Seoul")
    assert slug == "the-great-and-very-long-story-of-a-woman-who-was-running-on-and"
    assert len(slug_for("a" * 100)) == SLUG_LENGTH
    assert free_slug("a" * 100, 2020, [slug_for("a" * 100)].__contains__) == "a" * 59 + "-2020"


@pytest.mark.parametrize(
    "text", ["", "Run-On", "run on", "run--on", "-run", "run-", "런온", "run-on\n", "a" * 65, "../x", "a.b"]
)
def test_what_is_no_slug_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage, match="Not a slug"):
        checked_slug(text)
    assert slug_of(f"{text}.json") is None


@pytest.mark.parametrize("text", ["run-on", "a", "1987", "a" * 64, "a1-b2"])
def test_what_is_a_slug_names_a_file(text: str) -> None:
    assert checked_slug(text) == text
    assert slug_of(f"{text}.json") == text
    assert Places(Path("j")).drama(text) == Path("j/dramas") / f"{text}.json"
    assert re.match(SLUG_PATTERN, text)


@pytest.mark.parametrize(
    "name", ["run-on", "run-on.txt", ".run-on.json.tmp", ".json", "run-on.json.bak", "run-on.JSON"]
)
def test_other_files_are_no_dramas(name: str) -> None:
    assert slug_of(name) is None


_NAMES = st.text("ab1-.Aö\n", max_size=8).map(lambda text: f"{text}.json") | st.sampled_from(
    ["run-on.json", "1987.json", "run--on.json", f"{'a' * 64}.json", f"{'a' * 65}.json", "a.json.json", ".DS_Store", ""]
)


@given(st.lists(_NAMES, max_size=4))
@example(["run-on.json", f"{'a' * 65}.json"])
@example(["run-on.json", "signal.json"])
def test_of_many_files_each_has_the_slug_it_has_alone(names: list[str]) -> None:
    assert list(slugs_of(names)) == [slug_of(name) for name in names]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("000042.json", 42),
        ("1000000.json", 1000000),
        ("pending.json", None),
        ("42.txt", None),
        ("٤٢.json", None),
        ("-1.json", None),
    ],
)
def test_changes_are_files_of_a_number(name: str, number: int | None) -> None:
    assert change_of(name) == (ChangeName(number) if number else None)


def test_a_change_is_named_by_its_number() -> None:
    places = Places(Path("j"))
    assert places.change(ChangeName(42)) == Path("j/history/000042.json")
    assert places.change(ChangeName(42, "k3f9")) == Path("j/history/000042-k3f9.json")
    for name in (ChangeName(1_234_567), ChangeName(7, "k3f9")):
        assert change_of(places.change(name).name) == name
        assert change_named(str(name)) == name


@pytest.mark.parametrize(
    ("name", "machine"),
    [
        ("pending.json", ""),
        (".pending.json.tmp", ""),
        (".pending-k3f9.json", "k3f9"),
        ("..pending-k3f9.json.tmp", "k3f9"),
        ("..pending-k3f9.json", None),
        ("pending.json.tmp", None),
        (".pending-k3f9.json.tmp", None),
        ("000042-k3f9.json", None),
    ],
)
def test_a_change_under_way_names_its_machine(name: str, machine: str | None) -> None:
    assert pending_of(name) == machine


def test_free_text_keeps_its_lines_and_every_character_that_is_none_to_steer_with() -> None:
    text = "비가 온다\n\n\tthe “umbrella” 👩‍👩‍👧 \u200bé e\u0301 \u2028 \u202e [red]"
    assert kept(text) == text
    assert kept("a\x00b\x1b[31mc\x7fd\x9b\x85e\r\nf") == "ab[31mcde\nf"
    assert kept_line(" Run\n\tOn \x07 ") == "Run On"


def test_text_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(WrongUsage, match="not valid UTF-8"):
        kept(b"Run \xff".decode(errors="surrogateescape"))
    with pytest.raises(WrongUsage, match="not valid UTF-8"):
        kept_line("\ud83d")


@given(st.text())
def test_what_is_kept_is_kept_as_it_is(text: str) -> None:
    once = kept(text)
    assert kept(once) == once
    assert [one for one in text if one in "\n\t" or ord(one) >= 0xA0 or 0x20 <= ord(one) < 0x7F] == list(once)


def test_a_rating_takes_its_place_by_its_day_and_keeps_what_was_before_it() -> None:
    drama = Drama(title="?")
    rate(drama, {"overall": 9.0, "music": 9.0}, "2024-05-01")
    rate(drama, {"overall": 6.0}, "2020-01-05")
    rate(drama, {"story": 7.0}, "2022")
    rate(drama, {"acting": 5.0}, None)
    assert [(one.on, one.overall, one.music, one.story) for one in drama.ratings] == [
        ("2020-01-05", 6.0, None, None), ("2022", 6.0, None, 7.0), ("2024-05-01", 9.0, 9.0, None),
        (None, 9.0, 9.0, None),
    ]  # fmt: skip


def test_a_score_is_taken_back() -> None:
    drama = Drama(slug="run-on", title="Run On")
    rate(drama, {"overall": 8.0, "music": 3.0}, "2021-01-01")
    rate(drama, {"music": None}, "2021-01-01")
    assert drama.ratings == [Rating(on="2021-01-01", overall=8.0)]
    rate(drama, {"overall": None}, "2021-02-01")
    assert drama.ratings == [Rating(on="2021-01-01", overall=8.0), Rating(on="2021-02-01")]
    with pytest.raises(Refused, match="Run On has no score to take back: music"):
        rate(drama, {"music": None}, "2021-03-01")
