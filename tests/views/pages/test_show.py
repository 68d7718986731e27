"""The page of a drama: its sections, in their order, and every item with its number."""

import re
import subprocess
import sys
from typing import Any

import pytest

from tests.views.dramas import empty, run_on
from tests.views.printing import TODAY, on_paper, on_screen
from watchlog.journal.drama.records import Drama
from watchlog.views.pages.show import SECTIONS, page

TITLES = ["Synopsis", "Cast", "Episodes", "Quotes", "Soundtrack", "Scenes", "Review", "Ratings", "Facts"]


def shown(drama: Drama, *sections: str, width: int = 100, spoilers: bool = False) -> str:
    return on_paper(page(drama, sections=sections, spoilers=spoilers, today=TODAY), width)


def titles(printed: str) -> list[str]:
    return re.findall(r"^([A-Z]\w+)\b.* ─+$", printed, re.MULTILINE)


def test_the_sections_stand_in_their_order() -> None:
    drama = run_on(ratings=[{"overall": 7.0}, {"overall": 8.0}, {"overall": 9.0}])
    assert titles(shown(drama)) == TITLES


@pytest.mark.parametrize(("section", "title"), list(zip(SECTIONS, TITLES, strict=True)))
def test_a_section_can_be_asked_for(section: str, title: str) -> None:
    assert titles(shown(run_on(), section)) == [title]


def test_the_order_of_asking_is_not_the_order_of_the_page() -> None:
    assert titles(shown(run_on(), "songs", "cast")) == ["Cast", "Soundtrack"]


def test_empty_sections_are_left_out() -> None:
    assert titles(shown(empty())) == ["Facts"]


def test_nothing_in_all_that_was_asked_for_is_said() -> None:
    printed = shown(empty(), "quotes", "songs")
    assert "Nothing there yet: no quotes and no songs." in printed
    assert titles(printed) == []


def test_every_item_shows_its_number() -> None:
    drama = run_on()
    printed = shown(drama, spoilers=True)
    numbers = [int(found[1]) for found in re.finditer(r" {2}(\d+) *$", printed, re.MULTILINE)]
    assert sorted(numbers) == sorted(item.id for item in drama.items())


def test_long_numbers_have_room() -> None:
    drama = run_on(notes=[{"id": 123456789, "episode": 1, "text": "words"}])
    for width in (40, 60, 100):
        assert re.search(r"\n  ep 1  words +123456789( {2})?\n", shown(drama, width=width))


def test_notes_stand_by_episode_and_then_as_they_came() -> None:
    printed = shown(run_on(), "episodes")
    order = ["They collide.", "The hand.", "Watched again", "major spoiler, covered"]
    assert [printed.index(words) for words in order] == sorted(printed.index(words) for words in order)
    assert printed.count("ep 3") == 1


def test_a_note_has_its_rating_its_date_and_its_paragraphs() -> None:
    printed = shown(run_on(), "episodes")
    assert re.search(r"  ep 3  9\.5  The hand\. +24 Dec   2 *\n +\n +Six seconds\.", printed)


RATED = [8, 8.5, 9.5, 8.5, 9, 7.5, 8, 8.5, 9.5, 9, 9, 9.5]


def rated(*ratings: float, episodes: int | None = 16, **changed: Any) -> Drama:
    notes = [{"id": 100 + n, "episode": n, "text": "x", "rating": rating} for n, rating in enumerate(ratings, start=1)]
    return run_on(notes=notes, quotes=[], scenes=[], episodes=episodes, rounds=[], **changed)


def curve(drama: Drama, width: int = 100) -> list[str]:
    """The lines of the section down to the notes."""
    lines = [line.rstrip() for line in shown(drama, "episodes", width=width).split("\n")]
    first = next(number for number, line in enumerate(lines) if line.startswith("Episodes"))
    return lines[first : lines.index("", first + 2)]


def test_four_ratings_make_a_curve_above_their_figures() -> None:
    head, _, *drawn, numbers, figures = curve(rated(*RATED))
    assert head.startswith("Episodes  mean 8.7 · best ep 3, 9, 12 ──")
    assert [line[:4] for line in drawn] == ["  10", "    ", "    ", "   7"]
    assert numbers.split() == [str(number) for number in range(1, 17)]
    assert figures.split() == [f"{rating:.1f}" for rating in RATED] + ["·"] * 4
    assert [numbers.index("3"), numbers.index("12")] == [figures.index("9.5"), figures.rindex("9.5")]
    assert {min(number for number, line in enumerate(drawn) if len(line) > at and line[at] > "\u2800")
            for at in (numbers.index(" 3") + 1, numbers.index("12"))} == {0}  # fmt: skip
    assert len(max(drawn, key=len)) == numbers.index("12") + 1
    assert "mean" not in shown(rated(*RATED[:3]), "episodes")


@pytest.mark.parametrize(
    ("many", "width", "numbers"),
    [
        (16, 60, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"),
        (16, 42, "1 5 10 15"),
        (40, 100, "1 5 10 15 20 25 30 35 40"),
        (100, 100, "1 11 21 31 41 51 61 71 81 91"),
        (856, 100, "1 101 201 301 401 501 601 701 801"),
    ],
)
def test_more_episodes_stand_closer_and_very_many_become_means(many: int, width: int, numbers: str) -> None:
    ratings = [8.0, 9.0] * (many // 2)
    *_, named, figures = curve(rated(*ratings, episodes=None), width)
    assert named.split() == numbers.split()
    assert set(figures.split()) == ({"9.0"} if many <= 40 else {"8.5"})


def test_a_covered_episode_is_not_on_the_curve() -> None:
    drama = rated(*RATED)
    drama.notes[2].spoiler = "major"
    assert curve(drama)[-1].split()[2] == "·"


def test_of_one_height_it_is_a_line_and_without_unicode_figures() -> None:
    *_, low, _, _ = curve(rated(10, 10, 10, 10))
    assert "\u28c0" not in low
    plain = on_paper(page(rated(*RATED), sections=["episodes"], today=TODAY), 100, "ascii")
    assert re.search(r"1    2    3 .*\n +8\.0  8\.5  9\.5", plain)


def test_narrow_pages_drop_the_dates_of_notes() -> None:
    assert "24 Dec" in shown(run_on(), "episodes", width=72)
    assert "24 Dec" not in shown(run_on(), "episodes", width=71)


def test_the_cast_has_notes_beside_names_or_below() -> None:
    assert re.search(r"\n  Im Si Wan +Calm\. +3 *\n  as Ki Seon Gyeom · main +\n +Honest\.", shown(run_on(), "cast"))
    assert re.search(r"\n  Im Si Wan +3\n  as Ki Seon Gyeom · main *\n  Calm\.", shown(run_on(), "cast", width=60))


def test_a_cast_without_notes_is_one_line_each() -> None:
    printed = shown(run_on(cast=[{"id": 101, "actor": "A", "character": "B"}, {"id": 102, "actor": "Cc"}]), "cast")
    assert re.search(r"\n  A   as B +101 *\n  Cc +102 *\n", printed)


def test_a_quote_has_its_words_its_original_its_speaker_and_its_place() -> None:
    printed = shown(run_on(), "quotes")
    assert re.search(
        r"\n  ┃ You fall\. +8 *\n  ┃ 넘어져요\. *\n    — Oh Mi Joo  ep 2 · 14:05 *\n    To nobody\. *\n", printed
    )


def test_speakers_of_a_dialogue_are_in_line() -> None:
    printed = shown(run_on(), "quotes")
    assert re.search(
        r"┃    Seo Dan Ah  I let that dream go\. +9 *\n  ┃ Lee Young Hwa  Is that why\? *\n    ep 5", printed
    )


def test_a_speaker_with_a_long_name_stands_above_the_words() -> None:
    lines = [{"speaker": "The woman in the red coat at the bus stop", "text": "No."}, {"speaker": "A", "text": "Yes."}]
    printed = shown(run_on(quotes=[{"id": 101, "lines": lines}]), "quotes", width=40)
    assert re.search(r"stop *\n  ┃   No\. *\n  ┃ A *\n  ┃   Yes\.", printed)


def test_lyrics_are_set_as_verse() -> None:
    printed = shown(run_on(), "songs")
    assert re.search(r"\n  ♪ Blue Bird  Solar +10 *\n", printed)
    assert re.search(r"\n {6}Something small *\n {6}and blue *\n *\n {6}flew in *\n", printed)


def test_songs_without_words_are_set_closely() -> None:
    songs = [{"id": 101, "title": "A", "artist": "B"}, {"id": 102, "title": "C"}]
    assert re.search(r"\n  ♪ A  B +101 *\n  ♪ C +102 *\n", shown(run_on(songs=songs), "songs"))


def test_the_newest_review_is_whole_and_an_earlier_one_begins_after_it() -> None:
    reviews = [
        {"id": 101, "text": "First paragraph.\n\nSecond.", "on": "2020-12-30", "verdict": "wait"},
        {"id": 102, "headline": "Now", "text": "One.\n\nTwo.", "on": "2021-01-25", "verdict": "must-watch"},
    ]
    printed = shown(run_on(reviews=reviews))
    order = ["Review  25 Jan 2021", "Now", "One.", "Two.", "must-watch", "30 Dec 2020", "First paragraph. …", "wait"]
    assert [printed.index(words) for words in order] == sorted(printed.index(words) for words in order)
    assert "Second." not in printed
    assert "In full: watchlog show run-on reviews" in printed
    assert "Second." in shown(run_on(reviews=reviews), "reviews")


def test_ratings_are_a_section_when_there_is_a_history() -> None:
    assert "Ratings" not in titles(shown(run_on()))
    asked = shown(run_on(), "ratings")
    assert re.search(r"25 Jan 2021 +8\.5 +9\.0 +9\.5 +8\.0 +7\.0\n.*30 Dec 2020 +8\.0 +· +· +· +·", asked)


def test_facts_are_those_the_header_has_no_room_for_or_all() -> None:
    assert "episodes  " not in shown(run_on(), "cast")
    few, all_ = shown(run_on()), shown(run_on(), "facts")
    assert "Strong Female Lead, Calm Male Lead" in few
    assert few.count("JTBC") == 1
    assert all_.count("JTBC") == 2


def test_a_long_link_is_all_there() -> None:
    link = "https://example.org/" + "z" * 100
    printed = shown(run_on(links=[link]), "facts", width=40)
    assert printed.count("z") == 100


def test_what_is_written_is_in_the_foreground_of_the_terminal() -> None:
    printed = on_screen(page(run_on(), today=TODAY))
    assert re.search(r"\x1b\[0m {2}They collide\.", printed)


def test_numbers_dates_and_labels_are_quiet() -> None:
    printed = on_screen(page(run_on(), today=TODAY))
    assert re.search(r"\x1b\[2m +2\x1b", printed)
    for quiet in (" +24 Dec", "tags", "To nobody.", "AsianWiki"):
        assert re.search(rf"\x1b\[(3;)?38;2;134;134;134m{quiet}", printed)


def test_a_plain_page_loads_no_markdown() -> None:
    program = """
import sys
from tests.views.dramas import run_on
from tests.views.printing import TODAY, on_screen
from watchlog.views.pages.show import page
on_screen(page(run_on(), today=TODAY))
print({"markdown_it", "rich.markdown", "rich.syntax", "rich.traceback", "rich.progress", "pygments"} & {*sys.modules})
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"


def test_emphasis_in_cast_notes_and_songs_is_shown_as_that() -> None:
    drama = run_on(
        cast=[{"id": 101, "actor": "A", "note": "*kind* to [[102]]"}],
        notes=[{"id": 102, "episode": 1, "text": "**no** _way_ [5* I"}],
        songs=[{"id": 103, "title": "B", "note": "~~sad~~"}],
    )
    sent = on_screen(page(drama, today=TODAY))
    for styled in ("\x1b[3mkind", "\x1b[1mno", "\x1b[3mway", "\x1b[9msad"):
        assert styled in sent
    assert "**no** _way_ [5* I" in shown(drama, "cast")


def test_a_page_that_refers_to_nothing_asks_for_no_titles() -> None:
    class Unasked(dict[str, str]):
        """Titles that are read when they are asked for; how many there are takes a look at every file."""

        def __len__(self) -> int:
            raise AssertionError("nobody needs to know how many dramas there are")

        def __getitem__(self, slug: str) -> str:
            raise AssertionError(slug)

    assert "Run On" in on_paper(page(run_on(), titles=Unasked(), today=TODAY), width=100)


@pytest.mark.parametrize("shelf", ["cast", "notes", "quotes", "songs", "scenes", "reviews"])
def test_an_item_of_which_a_merge_kept_two_versions_carries_a_mark(shelf: str) -> None:
    drama = run_on()
    assert "≠" not in shown(drama)
    item = getattr(drama, shelf)[0]
    item.merged = True
    printed = shown(drama)
    assert re.search(rf"≠ {item.id}$", printed, re.MULTILINE)
    assert "two versions that a merge kept · watchlog doctor" in printed
    assert printed.count("≠") == 2
