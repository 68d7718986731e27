"""Emphasis in a text that is otherwise kept as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.emphasis import Run, runs


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He is *kind*.", [Run("He is "), Run("kind", ("em",)), Run(".")]),
        ("**No** _never_", [Run("No", ("strong",)), Run(" "), Run("never", ("em",))]),
        ("~~ever~~", [Run("ever", ("s",))]),
        ("***so***", [Run("so", ("em", "strong"))]),
        ("*a **b***", [Run("a ", ("em",)), Run("b", ("em", "strong"))]),
        ("`*x*`", [Run("*x*", ("code",))]),
        ("*a\nb*", [Run("a\nb", ("em",))]),
        (r"\*no\*", [Run("*no*")]),
    ],
)  # fmt: skip
def test_signs_of_emphasis_become_marks(text: str, told: list[Run]) -> None:
    joined: list[Run] = []
    for run in runs(text):
        if joined and joined[-1].marks == run.marks:
            run = Run(joined.pop().words + run.words, run.marks)
        joined.append(run)
    assert joined == told


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no list\n- at all",
        "> nor quote",
        "[no](link)",
        "<b>no</b>",
        "a\n  b\n\n\nc",
        "5* and 4*",
        "&amp;",
    ],
)
def test_no_more_of_markdown_than_that(text: str) -> None:
    assert "".join(run.words for run in runs(text)) == text
    assert {run.marks for run in runs(text)} == {()}


def test_a_mark_ends_with_its_paragraph() -> None:
    assert [run.marks for run in runs("*a\n\nb*")] == [(), (), ()]


@given(st.text(st.sampled_from("ab *_`~\\\n"), max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    letters = [letter for letter in text if letter in "ab"]
    assert [letter for run in runs(text) for letter in run.words if letter in "ab"] == letters
