"""Which cues are meant: at a moment, from one to another, or by their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.subtitles.files import cue
from watchlog.formats.subtitles.choosing import Span, around, at, holding, likest
from watchlog.formats.subtitles.cues import Cue, Turn, second
from watchlog.journal.drama.words import parse_words

SIGH = Turn("(SIGHS)", is_sound=True)
FIRST, SECOND, THIRD = cue(2470, 2474, "You fall"), cue(2478, 2482, "so that you"), cue(2481, 2484, "find out.")
CUES = [FIRST, SECOND, THIRD]


def span(text: str) -> Span:
    first, _, last = text.partition("-")
    return Span(second(first), second(last or first))


def chosen(cues: list[Cue], text: str) -> list[str]:
    return [one.words for one in at(cues, span(text)).cues]


def test_72_of_two_overlapping_cues_at_one_moment_both_are_offered_in_the_order_of_their_start() -> None:
    assert at(CUES, span("41:21")) == ([SECOND, THIRD], True)
    assert at([cue(10, 20, "a"), cue(11, 19, "b")], span("00:15")).cues == [cue(10, 20, "a"), cue(11, 19, "b")]


def test_72_nearest_is_what_contains_the_moment_then_what_is_nearest() -> None:
    assert at(CUES, span("41:20")) == ([SECOND], True)
    assert at(CUES, span("41:15")) == ([FIRST], False)
    assert at(CUES, span("41:16")) == ([SECOND], False), "a second away, not two"
    assert at(CUES, span("00:00")) == ([FIRST], False)


def test_past_the_end_the_last_line_is_the_nearest() -> None:
    assert at(CUES, span("2:00:00")) == ([THIRD], False)


def test_a_line_that_is_all_but_gone_in_that_second_is_not_meant() -> None:
    cues = [cue(10, 12.3, "before"), cue(12.4, 14, "after")]
    assert chosen(cues, "00:12") == ["after"]
    assert chosen(cues, "00:11") == ["before"]
    assert at(cues[:1], span("00:12")) == (cues[:1], True), "it is still on the screen"


@given(st.lists(st.tuples(st.integers(0, 99_000), st.integers(0, 5_000)), min_size=1, max_size=9))
def test_the_moment_that_is_shown_of_a_cue_finds_it(times: list[tuple[int, int]]) -> None:
    cues = sorted({Cue(start, start + long, (Turn("x"),)) for start, long in times}, key=lambda one: one.start)
    for one in cues:
        assert one in at(cues, span(one.at)).cues


def test_a_range_takes_all_that_is_said_in_it() -> None:
    assert at(CUES, span("41:18-41:21")) == ([SECOND, THIRD], True)
    assert at(CUES, span("41:00-42:00")).cues == CUES
    assert at(CUES, span("41:16-41:17")) == ([SECOND], False)


def test_71_a_sound_is_passed_over_unless_there_is_nothing_else() -> None:
    cues = [cue(10, 12, SIGH), cue(13, 15, "You fall.")]
    assert chosen(cues, "00:10") == ["You fall."]
    assert chosen(cues, "00:10-00:14") == ["You fall."]
    assert chosen(cues[:1], "00:10") == ["(SIGHS)"]


def found(cues: list[Cue], *asked: str) -> list[str]:
    return [" | ".join(one.words for one in hit) for hit in holding(cues, parse_words(asked))]


@pytest.mark.parametrize(
    "asked", ["you fall", "YOU FALL", "ou fa", "fall, and", "it’s", "IT'S  up", '"fall" "up"', "re\u0301sume\u0301"]
)
def test_words_are_found_as_search_finds_them(asked: str) -> None:
    cues = [cue(1, 2, "When you fall, and it's up: résumé."), cue(3, 4, "Why?")]
    assert found(cues, asked) == [cues[0].words]


def test_words_are_found_across_two_neighbouring_cues() -> None:
    cues = [cue(1, 2, "I know."), cue(3, 4, "You fall so that"), cue(5, 6, SIGH), cue(7, 8, "you find out.")]
    assert found(cues, "so that you find") == ["You fall so that | you find out."]
    assert found(cues, '"fall" "out"') == ["You fall so that | you find out."]
    assert found(cues, "know. you") == ["I know. | You fall so that"]
    assert found(cues, '"know" "out"') == [], "they are no neighbours"


def test_what_one_cue_holds_alone_is_not_found_again_with_its_neighbour() -> None:
    cues = [cue(1, 2, "Why?"), cue(3, 4, "You fall."), cue(5, 6, "You fall again."), cue(7, 8, "Now.")]
    assert found(cues, "you fall") == ["You fall.", "You fall again."]


def test_the_words_of_two_who_speak_in_one_cue_are_found_together() -> None:
    assert found([cue(1, 2, "No.", "Yes.")], "no. yes") == ["No. Yes."]


def test_a_sound_is_found_by_its_words() -> None:
    assert found([cue(1, 2, SIGH), cue(3, 4, "x")], "sighs") == ["(SIGHS)"]


def test_what_comes_near_the_words_is_offered_the_nearest_first() -> None:
    cues = [cue(1, 2, "An umbrella."), cue(3, 4, "Why?"), cue(5, 6, "Umbrelas!"), cue(7, 8, "일어나는 법을")]
    assert [one.words for _, one in likest(cues, parse_words(["umbrelas"]))] == ["Umbrelas!", "An umbrella."]
    assert [one.words for _, one in likest(cues, parse_words(["일어나는법"]))] == ["일어나는 법을"]
    assert likest(cues, parse_words(["zzz"])) == likest(cues, parse_words(["x"])) == []


def test_around_a_choice_are_its_neighbours() -> None:
    cues = [cue(n, n + 1, str(n)) for n in range(10)]
    assert around(cues, cues[4:6], 2) == cues[2:8]
    assert around(cues, cues[:1], 2) == cues[:3]
    assert around(cues, cues[-1:], 2) == cues[-3:]
    assert around(cues, [cues[3], cues[5]], 1) == cues[2:7], "what stands between them too"
