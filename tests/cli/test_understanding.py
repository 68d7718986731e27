"""What is printed, and what people type, is understood wherever it can stand; what nobody said is not written down."""

import pytest

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")
"""Today is Wednesday, 27 January 2021."""


@pytest.mark.parametrize("score", ["8.5/10", "8.50", "8,5", "8.5 / 10", "8½", "★★★★★★★★½☆"])
def test_a_score_as_it_is_printed(begun: Program, score: str) -> None:
    begun("rate", "run-on", score, "--story", score)
    begun("note", "run-on", "3", "x", "--rating", score)
    drama = begun.drama("run-on")
    assert (drama["ratings"][0]["overall"], drama["ratings"][0]["story"], drama["notes"][0]["rating"]) == (8.5,) * 3
    assert [row["slug"] for row in begun("list", "--min-rating", score, "--json").json] == ["run-on"]


@pytest.mark.parametrize("episode", ["9", "ep 9", "ep9", "E9", "Episode 9", "EP. 9"])
def test_an_episode_as_it_is_printed(begun: Program, episode: str) -> None:
    begun("watch", "run-on", episode)
    begun("note", "run-on", episode, "x")
    begun("quote", "run-on", "x", "--episode", episode)
    begun("scene", "run-on", "x", "--episode", episode)
    drama = begun.drama("run-on")
    assert list(drama["rounds"][0]["episodes"]) == ["9"]
    assert [drama[kind][0]["episode"] for kind in ("notes", "quotes", "scenes")] == [9, 9, 9]
    begun("unwatch", "run-on", episode)
    assert begun.drama("run-on")["rounds"] == []


@pytest.mark.parametrize("episode", ["ep 9", "Episode 9", "EP. 9"])
def test_an_episode_as_it_is_printed_without_quotation_marks(begun: Program, episode: str) -> None:
    begun("watch", "run-on", *episode.split())
    begun("note", "run-on", *episode.split(), "x ep 9")
    begun("quote", "run-on", "x", "--episode", *episode.split())
    begun("edit", "run-on", "2", "--episode", *episode.replace("9", "8").split())
    drama = begun.drama("run-on")
    assert list(drama["rounds"][0]["episodes"]) == ["9"]
    assert [(drama[kind][0]["episode"]) for kind in ("notes", "quotes")] == [9, 8]
    assert drama["notes"][0]["text"] == "x ep 9"


@pytest.mark.parametrize("episode", ["3", "ep 3", "Episode 3"])
def test_an_episode_that_is_asked_for_as_it_is_printed(begun: Program, episode: str) -> None:
    begun("quote", "run-on", "three", "--episode", "3")
    begun("quote", "run-on", "four", "--episode", "4")
    assert [quote["id"] for quote in begun("quotes", f"episode:{episode}", "--json").json] == [1]
    assert begun("show", "run-on", "--upto", episode).stdout == begun("show", "run-on", "--upto", "3").stdout


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("1-3,5", [1, 2, 3, 5]),
        ("ep 1-3, 5", [1, 2, 3, 5]),
        ("14-", [14, 15, 16]),
        ("2,15-", [2, 15, 16]),
        ("episodes 1, 3 and 5 to 7", [1, 3, 5, 6, 7]),
        ("all", [*range(1, 17)]),
    ],
)
def test_episodes_that_do_not_stand_in_a_row(begun: Program, typed: str, seen: list[int]) -> None:
    begun("watch", "run-on", typed)
    assert [int(episode) for episode in begun.drama("run-on")["rounds"][0]["episodes"]] == seen
    begun("unwatch", "run-on", typed)
    assert begun.drama("run-on")["rounds"] == []


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("1-999999", 2, "Too many episodes: '1-999999'. At most 10,000 go at once, like 1-16."),
        ("1-17", 1, "Run On has 16 episodes, not 17."),
        ("17-", 1, "Run On has 16 episodes, not 17."),
        ("5-3", 2, "The first comes first: 3-5."),
        ("0", 2, "A prologue or a recap is a drama of its own: watchlog add TITLE --type special"),
        ("1-3,x", 2, "Not episodes: '1-3,x'. Use 3, 3-5, 1-3,5, 13- or all."),
    ],
)
def test_episodes_that_cannot_be(begun: Program, typed: str, code: int, said: str) -> None:
    assert said in begun.refuses("watch", "run-on", typed, code=code)


DAYS = ["25 Jan 2021", "Jan 25", "25 Jan", "2021-1-25", "January 25th, 2021", "Mon 25 Jan 2021", "2021/01/25", "monday"]


@pytest.mark.parametrize("day", DAYS)
def test_a_day_as_it_is_printed(begun: Program, day: str) -> None:
    told = [
        begun(*arguments, "--on", day)
        for arguments in (
            ("watch", "run-on", "1"), ("note", "run-on", "1", "x"), ("quote", "run-on", "x"), ("rate", "run-on", "9"),
            ("review", "run-on", "x"),
        )
    ]  # fmt: skip
    drama = begun.drama("run-on")
    assert drama["rounds"][0]["episodes"] == {"1": "2021-01-25"}
    assert {drama[kind][0]["on"] for kind in ("notes", "quotes", "ratings", "reviews")} == {"2021-01-25"}
    assert all(one.stderr.endswith(" On 2021-01-25.\n") for one in told)


def test_a_date_that_was_typed_is_not_said_again(begun: Program) -> None:
    assert begun("watch", "run-on", "1", "--on", "2021-01-25").stderr == "Watched episode 1 of Run On: 1 of 16 seen.\n"


def test_nobody_need_know_the_day(begun: Program) -> None:
    for arguments in (
        ("watch", "run-on", "1-16"), ("note", "run-on", "1", "x"), ("quote", "run-on", "x"), ("rate", "run-on", "9"),
        ("review", "run-on", "x"), ("status", "run-on", "completed"),
    ):  # fmt: skip
        begun(*arguments, "--on", "unknown")
    drama = begun.drama("run-on")
    (round_,) = drama["rounds"]
    assert (round_["started"], round_["finished"], set(round_["episodes"].values())) == (None, None, {None})
    assert {drama[kind][0]["on"] for kind in ("notes", "quotes", "ratings", "reviews")} == {None}
    begun("set", "run-on", "--aired-from", "2021-01-01")
    begun("set", "run-on", "--aired-from", "unknown")
    assert begun.drama("run-on")["aired"] is None


@pytest.mark.parametrize(
    "arguments",
    [
        ("watch", "run-on", "1"), ("note", "run-on", "1", "x"), ("quote", "run-on", "x"), ("rate", "run-on", "9"),
        ("review", "run-on", "x"), ("status", "run-on", "completed"),
    ],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
@pytest.mark.parametrize("day", ["2062-01-05", "2021-01-29", "2022", "9999-12-31"])
def test_what_has_happened_is_not_to_come(begun: Program, arguments: tuple[str, ...], day: str) -> None:
    assert "still to come" in begun.refuses(*arguments, "--on", day, code=2)


def test_an_airing_day_may_be_to_come(begun: Program) -> None:
    begun("set", "run-on", "--aired-from", "Feb 3", "--aired-to", "2062-01-05")
    aired = begun.drama("run-on")["aired"]
    assert (aired["from"], aired["to"]) == ("2021-02-03", "2062-01-05")


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        (["wed thu"], ["wednesday", "thursday"]),
        (["Wed & Thu"], ["wednesday", "thursday"]),
        (["Wednesday & Thursday"], ["wednesday", "thursday"]),
        (["Mon, Tue & Wed"], ["monday", "tuesday", "wednesday"]),
        (["wed,thu"], ["wednesday", "thursday"]),
        (["wed/thu"], ["wednesday", "thursday"]),
        (["Wednesdays and Thursdays"], ["wednesday", "thursday"]),
        (["wed", "thu"], ["wednesday", "thursday"]),
        (["weekend"], ["saturday", "sunday"]),
        (["mon-wed"], ["monday", "tuesday", "wednesday"]),
        (["fri – mon"], ["friday", "saturday", "sunday", "monday"]),
        (["wed, weekend"], ["wednesday", "saturday", "sunday"]),
    ],
)
def test_weekdays(begun: Program, typed: list[str], days: list[str]) -> None:
    begun("set", "run-on", "--no-airing-day", *(part for day in typed for part in ("--airing-day", day)))
    assert sorted(begun.drama("run-on")["aired"]["days"]) == sorted(days)


def test_every_day_is_a_week(begun: Program) -> None:
    begun("set", "run-on", "--airing-day", "every day")
    assert len(begun.drama("run-on")["aired"]["days"]) == 7


@pytest.mark.parametrize("typed", ["someday", "wed-someday", "we", "wed, "])
def test_what_is_no_weekday(begun: Program, typed: str) -> None:
    if typed == "wed, ":
        begun("set", "run-on", "--airing-day", typed)
    else:
        assert "Use one of: monday" in begun.refuses("set", "run-on", "--airing-day", typed, code=2)


def test_completed_invents_nothing(begun: Program) -> None:
    begun("watch", "run-on", "1-15", "--on", "2021-01-20")
    begun("status", "run-on", "completed")
    (round_,) = begun.drama("run-on")["rounds"]
    assert (round_["finished"], round_["episodes"]["16"]) == (None, None)
    begun("watch", "run-on", "3", "--again", "--on", "2021-01-21")
    begun("status", "run-on", "completed")
    begun("set", "run-on", "--status", "completed")
    assert begun.drama("run-on")["rounds"][1]["episodes"] == {"3": "2021-01-21"}


def test_a_review_says_how_much_was_seen_where_it_is_known(begun: Program) -> None:
    begun("review", "run-on", "Before.")
    begun("watch", "run-on", "1-3")
    begun("watch", "run-on", "1", "--again")
    begun("review", "run-on", "After.")
    assert [one["episodes_seen"] for one in begun.drama("run-on")["reviews"]] == [None, 3]


def test_an_older_opinion_written_down_late_is_not_the_current_one(begun: Program) -> None:
    begun("rate", "run-on", "9", "--on", "2020-05-01")
    assert begun("rate", "run-on", "6", "--on", "2019-01-05").stderr.endswith("A later rating stands.\n")
    begun("review", "run-on", "Now.", "--on", "2020-05-01")
    begun("review", "run-on", "Then.", "--on", "2019")
    drama = begun.drama("run-on")
    assert [one["overall"] for one in drama["ratings"]] == [6.0, 9.0]
    assert [one["text"] for one in drama["reviews"]] == ["Then.", "Now."]
    assert begun("list", "--json").json[0]["rating"] == 9.0


def test_an_older_time_through_written_down_late_is_not_the_current_one(begun: Program) -> None:
    begun("watch", "run-on", "1-3", "--on", "2021-01-20")
    told = begun("watch", "run-on", "all", "--again", "--on", "2015")
    assert told.stderr == "Watched episodes 1 to 16 of Run On, in a time through before the current one.\n"
    drama = begun.drama("run-on")
    assert [one["started"] for one in drama["rounds"]] == ["2015", "2021-01-20"]
    assert (drama["status"], drama["progress"]["seen"]) == ("watching", 3)


def test_an_episode_that_an_older_time_through_lacked_is_not_counted_to_the_current_one(begun: Program) -> None:
    begun("watch", "run-on", "1-3", "--on", "2021-01-20")
    begun("watch", "run-on", "1", "--again", "--on", "2021-01-26")
    filled = begun("watch", "run-on", "4", "--on", "2021-01-21")
    assert filled.stderr == "Watched episode 4 of Run On, in a time through before the current one.\n"
    assert [len(one["episodes"]) for one in begun.drama("run-on")["rounds"]] == [4, 1]
    assert begun("watch", "run-on", "1", "--on", "2021-01-27").stderr == "Watched episode 1 of Run On: 1 of 16 seen.\n"


def test_a_score_is_taken_back(begun: Program) -> None:
    begun("rate", "run-on", "8", "--music", "3")
    begun("note", "run-on", "1", "x")
    assert begun("rate", "run-on", "--music", "none").stderr == "Rated Run On: music taken back.\n"
    assert [(one["overall"], one["music"]) for one in begun.drama("run-on")["ratings"]] == [(8.0, None)]
    begun("rate", "run-on", "none")
    assert begun.drama("run-on")["ratings"] == []
    assert "Run On has no score to take back: overall." in begun.refuses("rate", "run-on", "none", code=1)
    begun("rate", "run-on", "8", "--on", "2020")
    begun("rate", "run-on", "none")
    assert begun("list", "--json").json[0]["rating"] is None
    for command in (["show", "run-on"], ["show", "run-on", "ratings"], ["stats"], ["list"], ["export", "run-on"]):
        assert begun(*command).code == 0


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("set run-on --warning -", ("warnings", 0)),
        ("set run-on --synopsis -", ("synopsis", "text")),
        ("review run-on x --headline -", ("reviews", 0, "headline")),
        ("review run-on x --verdict -", ("reviews", 0, "verdict")),
        ("cast run-on x --note -", ("cast", 0, "note")),
        ("song run-on x --lyrics -", ("songs", 0, "lyrics")),
        ("quote run-on x --original -", ("quotes", 0, "lines", 0, "original")),
    ],
)
def test_whatever_help_calls_a_text_can_come_from_standard_input(
    begun: Program, typed: str, where: tuple[str | int, ...]
) -> None:
    begun(*typed.split(), stdin="From a pipe.\n")
    found = begun.drama("run-on")
    for part in where:
        found = found[part]
    assert found == "From a pipe."
