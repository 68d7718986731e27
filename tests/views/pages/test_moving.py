"""The preview of an import: the whole of it as a strip, examples of what goes well, and all that does not."""

import re

import pytest

from tests.views.printing import WIDTHS, on_paper, on_screen, too_wide
from tests.views.test_hostile import HARMFUL, OWN_ESCAPES
from watchlog.journal.keep.moving.gathering import Gathered
from watchlog.journal.keep.moving.moving import Outcome
from watchlog.journal.keep.rows import Refusal
from watchlog.views.pages.moving import page


def left_out(*, questions: int = 2, refused: int = 2, skipped: int = 3, name: str = "Mother") -> Gathered:
    gathered = Gathered()
    for number in range(1, questions + 1):
        gathered.leave("question", Refusal(f"{name} {number}", "", number, "list.csv"), "csv", "is it mother (2018)?")
    for number in range(1, refused + 1):
        gathered.leave("refused", Refusal(f"Vincenzo {number}", "", 50 + number, "list.csv"), "csv", "20 of 16 seen")
    for number in range(skipped):
        gathered.leave("skipped", Refusal("", "", number, "list.csv"), "csv", "a private row")
    return gathered


OUTCOMES = [
    *(Outcome("new", f"new-{number}", f"New {number}", ("10 episodes",)) for number in range(131)),
    Outcome("added", "signal", "Signal", ("6 episodes",), ("rating 9.5 ≠ 9.0",)),
    *(Outcome("same", f"same-{number}", f"Same {number}") for number in range(29)),
]


def shown(width: int = 120, gathered: Gathered | None = None, outcomes: list[Outcome] = OUTCOMES) -> list[str]:
    return [line.rstrip() for line in on_paper(page(outcomes, gathered or left_out()), width).split("\n")]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_strip_is_all_of_it_and_has_a_part_for_each(width: int) -> None:
    strip = shown(width)[0]
    parts = strip.split(" ")
    assert len(strip) == min(width, 140)
    shares = [131, 1, 29, 2, 2, 3]
    assert all(
        abs(len(part) - max(1, (len(strip) - 5) * share / 168)) < 3 for part, share in zip(parts, shares, strict=True)
    )
    assert min(map(len, parts)) == 1


def test_its_parts_are_counted() -> None:
    assert shown()[1] == "━ 131 new   ━ 1 added to   ━ 29 same   ━ 2 questions   ━ 2 refused   ━ 3 skipped"
    assert "━ 1 question   " in shown(gathered=left_out(questions=1))[1]


def test_each_group_has_its_word_once_with_three_examples_of_what_goes_well() -> None:
    lines = shown()
    labels = [line[:9].strip() for line in lines[3:-3]]
    assert [label for label in labels if label] == ["new", "added to", "question", "refused", "skipped"]
    new = [line[11:].split("  ")[0] for line in lines[3:7]]
    assert new == ["New 0", "New 1", "New 2", "and 128 more"]
    assert all(line.split("  ")[-1].strip() == "10 episodes" for line in lines[3:6])
    assert "Same" not in "\n".join(lines)
    assert lines[7] == ""


def test_what_is_left_out_is_there_in_full_with_its_row_and_what_answers_it() -> None:
    text = re.sub(" +", " ", "\n".join(shown(140, left_out(questions=9, refused=9))))
    for number in range(1, 10):
        assert f"Mother {number} is it mother (2018)? list.csv, line {number} --map 'Mother {number}'=DRAMA" in text
        assert f"Vincenzo {number} 20 of 16 seen list.csv, line {50 + number}\n" in text
    assert "skipped 3: a private row" in text
    assert "and 50 more" in "\n".join(shown(gathered=left_out(refused=250)))


@pytest.mark.parametrize(("width", "beside"), [(120, True), (60, False)])
def test_what_stays_yours_has_a_place_of_its_own(width: int, beside: bool) -> None:
    lines = shown(width)
    [comes] = [number for number, line in enumerate(lines) if "6 episodes" in line]
    [stays] = [number for number, line in enumerate(lines) if "kept yours: rating 9.5 ≠ 9.0" in line]
    assert (stays - comes) == (0 if beside else 1)


def test_where_nothing_is_there_nothing_is_shown() -> None:
    assert shown(gathered=Gathered(), outcomes=[]) == [""]


@pytest.mark.parametrize("width", [20, *WIDTHS])
@pytest.mark.parametrize("text", ["가" * 90, "w" * 300, "👩‍❤️‍👨" * 40, *HARMFUL])
def test_any_title_fits_and_steers_nothing(text: str, width: int) -> None:
    outcomes = [Outcome("new", "x", text, (text,), (text,))]
    assert too_wide("\n".join(shown(width, left_out(name=text), outcomes)), width) == []
    assert "\x1b" not in OWN_ESCAPES.sub("", on_screen(page(outcomes, left_out(name=text)), width))
