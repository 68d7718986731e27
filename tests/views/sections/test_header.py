"""The head of a page: what it is, what I think of it, how far I am."""

from typing import Any

import pytest

from tests.views.dramas import empty, run_on
from tests.views.printing import TODAY, on_paper
from watchlog.journal.drama.records import Drama
from watchlog.views.sections.header import header
from watchlog.views.typography.sheet import Sheet


def head(drama: Drama, width: int = 100) -> str:
    return on_paper(header(drama, Sheet(width, TODAY)), width)


def line(drama: Drama, having: str, width: int = 100) -> str:
    """The line of the header in which something stands."""
    [found] = [line for line in head(drama, width).split("\n") if having in line]
    return " ".join(found.split())


def test_everything_is_in_its_place() -> None:
    drama = run_on()
    assert line(drama, "Run On") == "│ Run On 런 온 ★★★★★★★★½☆ 8.5 │"
    assert line(drama, "JTBC").startswith("│ South Korea · 2020 · JTBC, Netflix story 9.0 acting 9.5 music 8.0")
    assert line(drama, "Wed") == "│ Wednesday & Thursday · 16 Dec 2020 – 4 Feb 2021 was 8.0 on 30 Dec │"
    assert line(drama, "watching").endswith("12 of 16 next ep 13 tonight Romance Life Sports │")


def test_unrated_is_said_quietly_and_never_as_nought() -> None:
    assert "unrated" in line(empty(), "Empty")
    assert "0" not in head(empty())


def test_what_is_not_known_is_not_there() -> None:
    words = {word for word in head(empty()).split() if word.isalpha()}
    assert words == {"Empty", "unrated", "plan", "to", "watch"}


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ([{"overall": 8.0, "on": "2019-05-01"}, {"overall": 9.0}], "was 8.0 on 1 May 2019"),
        ([{"overall": 8.0, "on": "2019"}, {"overall": 9.0}], "was 8.0 "),
        ([{"overall": 7.0}, {"overall": 8.0}, {"overall": 8.0}], "was 7.0"),
    ],
)
def test_what_the_score_was_before(ratings: list[dict[str, Any]], said: str) -> None:
    assert said in head(run_on(ratings=ratings))


@pytest.mark.parametrize("ratings", [[], [{"overall": 8.0}], [{"overall": 8.0}, {"overall": 8.0, "story": 9.0}]])
def test_a_score_that_never_changed_was_nothing_before(ratings: list[dict[str, Any]]) -> None:
    assert "was" not in head(run_on(ratings=ratings))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["friday"], "Friday"),
        (["friday", "saturday"], "Friday & Saturday"),
        (["monday", "tuesday", "wednesday"], "Mon, Tue & Wed"),
        (["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], "every day"),
    ],
)
def test_airing_days(days: list[str], said: str) -> None:
    assert line(run_on(aired={"days": days}), said).startswith(f"│ {said} was")


def test_a_second_time_through() -> None:
    rounds = [{"episodes": {"16": None}}, {"episodes": {"1": None, "2": None}}]
    assert "2 of 16 2nd time through next ep 3" in line(run_on(rounds=rounds), "watching")


def test_what_is_completed_without_a_marked_episode_is_not_said_to_be_at_its_beginning() -> None:
    said = line(run_on(status="completed", rounds=[{"finished": "2021-03-04"}]), "completed")
    assert said.startswith("│ completed 16 episodes 4 Mar 2021 Romance")
    assert "─" not in said


def test_a_drama_without_an_end_has_no_bar() -> None:
    said = line(run_on(episodes=None, rounds=[{"episodes": {"1": None}}]), "watching")
    assert "watching 1 episode seen next ep 2" in said
    assert "━" not in said


def test_what_airs_is_with_what_is_next_only_where_it_is_that() -> None:
    behind = run_on(rounds=[{"episodes": {"1": None}}])
    assert "4 Feb 2021 · ep 13 tonight" in line(behind, "Wed")
    assert "next ep 2 Romance" in line(behind, "watching")


def test_there_is_no_empty_row_but_the_one_before_the_status() -> None:
    rows = head(run_on()).rstrip("\n").split("\n")[1:-1]
    assert [row.strip("│ ") == "" for row in rows] == [False] * 3 + [True, False]


def test_a_film_has_a_length_and_no_episodes() -> None:
    film = run_on(
        type="movie", episodes=1, runtime=121, status="completed", notes=[], quotes=[], scenes=[],
        rounds=[{"finished": "2021-01-02", "episodes": {"1": None}}], aired={"from": "2020-05-30"},
    )  # fmt: skip
    assert "movie · South Korea · 2020 · JTBC, Netflix · 121 min" in line(film, "movie")
    assert line(film, "30 May").startswith("│ 30 May 2020 ")
    assert line(film, "completed").startswith("│ completed 2 Jan 2021")


@pytest.mark.parametrize("status", ["completed", "dropped", "plan-to-watch", "not-interested"])
def test_there_is_no_next_episode_of_what_is_not_going_on(status: str) -> None:
    assert "next" not in head(run_on(status=status))


def test_the_native_title_goes_first_where_it_is_narrow() -> None:
    drama = run_on(title="A Title of Some Length Here", native_title="아주 긴 한국어 제목이 여기에 있다")
    assert "아주 긴" in head(drama, 100)
    assert "아주 긴" in head(drama, 74)
    assert "아주 긴" not in head(drama, 60)
    assert "A Title of Some Length Here" in head(drama, 60)


def test_a_long_title_is_all_there() -> None:
    drama = run_on(title="word " * 40)
    assert head(drama, 60).count("word") == 40
