"""The same line in two languages, and what becomes a quote of it."""

import pytest

from tests.formats.subtitles.files import cue
from watchlog.formats.subtitles.cues import Cue, Turn
from watchlog.formats.subtitles.quoting import Excerpt, excerpt
from watchlog.journal.drama.records import Line

FALL, WHY = cue(10, 12, "You fall."), cue(12.5, 14, Turn("Why?", "Ki Seon Gyeom"))


def kept(chosen: list[Cue], others: list[Cue]) -> list[tuple[str, str | None]]:
    return [(line.text, line.original) for line in excerpt(chosen, others).lines]


def test_the_chosen_cues_are_the_lines_of_a_quote_and_nothing_else_is_kept() -> None:
    assert excerpt([FALL, WHY]) == Excerpt(
        "00:10", [Line(text="You fall."), Line(text="Why?", speaker="Ki Seon Gyeom")], []
    )


def test_the_moment_is_that_of_the_first_cue() -> None:
    assert excerpt([cue(2480.9, 2490, "x"), cue(2485, 2490, "y")]).at == "41:20"
    assert excerpt([cue(6080, 6090, "x")]).at == "1:41:20"


def test_73_the_second_language_is_matched_by_time_and_not_by_number() -> None:
    others = [cue(1, 3, "이어서"), cue(5, 6, "광고"), cue(10.2, 12.1, "넘어져요."), cue(12.4, 13.8, "왜요?")]
    assert kept([FALL, WHY], others) == [("You fall.", "넘어져요."), ("Why?", "왜요?")]


@pytest.mark.parametrize(("shift", "original"), [(0.9, "넘어져요."), (1.1, None), (-1.1, None), (60, None)])
def test_73_under_half_a_cue_of_overlap_nothing_is_taken_and_it_is_said(shift: float, original: str | None) -> None:
    found = excerpt([FALL], [cue(10 + shift, 12 + shift, "넘어져요.")])
    assert [line.original for line in found.lines] == [original]
    assert found.without_original == ([] if original else ["00:10"])


def test_a_cue_that_the_other_language_splits_has_both_parts() -> None:
    assert kept(
        [cue(10, 14, "You fall so that you get up.")], [cue(10, 11.5, "일어나려고"), cue(11.6, 14, "넘어져요.")]
    ) == [("You fall so that you get up.", "일어나려고 넘어져요.")]


def test_a_cue_of_the_other_language_is_given_once() -> None:
    chosen = [cue(10, 12, "You fall"), cue(12, 14, "and get up.")]
    found = excerpt(chosen, [cue(10, 14, "넘어지고 일어나요.")])
    assert [line.original for line in found.lines] == ["넘어지고 일어나요.", None]
    assert found.without_original == [], "the second has its original in the first"


def test_two_who_speak_in_one_cue_are_matched_turn_by_turn() -> None:
    both = cue(10, 12, "No.", "Yes.")
    assert kept([both], [cue(10, 12, "아니.", "응.")]) == [("No.", "아니."), ("Yes.", "응.")]
    assert kept([both], [cue(10, 12, "아니라니까.")]) == [("No.", "아니라니까."), ("Yes.", None)]
    assert kept([both], []) == [("No.", None), ("Yes.", None)]
    assert kept([cue(10, 12, "No. Yes.")], [cue(10, 12, "아니.", "응.")]) == [("No. Yes.", "아니. 응.")]


def test_a_sound_goes_only_with_a_sound() -> None:
    sigh, song = cue(10, 12, Turn("(한숨)", is_sound=True)), cue(10, 12, Turn("la la", is_sound=True))
    assert kept([FALL], [sigh]) == [("You fall.", None)]
    assert kept([song], [sigh]) == [("la la", "(한숨)")]
    assert excerpt([FALL], [sigh]).without_original == ["00:10"]


def test_of_a_cue_with_words_its_sounds_are_not_kept() -> None:
    assert [line.text for line in excerpt([cue(1, 2, Turn("(SIGHS)", is_sound=True), "Yes.")]).lines] == ["Yes."]
    assert [line.text for line in excerpt([cue(1, 2, Turn("(SIGHS)", is_sound=True))]).lines] == ["(SIGHS)"]
