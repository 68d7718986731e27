"""Lines are broken where Rich would break them, and each sign that is counted takes one cell."""

import io
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.text import Text

from watchlog.views.typography import wrapping
from watchlog.views.typography.wrapping import segments, wrapped

CONSOLE = Console(file=io.StringIO(), force_terminal=True, width=80)
PLAIN = some.lists(some.sampled_from(["a", "it’s", "Rain", "late", "é…"]), min_size=6, max_size=30).map(" ".join)
ODD = some.sampled_from(["", " ", " " * 9, "\n", "a-long-word", "우산", "\u00a0", "\n \n"])


def seen(lines: list[list[Segment]]) -> list[list[Segment]]:
    return [[segment for segment in line if segment.text] for line in lines]


@given(some.lists(PLAIN | ODD, max_size=5).map("".join) | PLAIN, some.integers(3, 24), some.sampled_from(["", "bold"]))
@example("Rain late it’s", 9, "")
@example("  Rain   ", 4, "")
def test_lines_are_those_of_rich(words: str, width: int, style: str) -> None:
    text = Text(words, style)
    if len(words) % 2:
        text.stylize("italic", len(words) // 3, len(words) // 2)
    of_rich = [segments(line, CONSOLE) for line in text.wrap(CONSOLE, width)]
    assert seen(wrapped(text, CONSOLE, width)) == seen(of_rich)


@given(
    some.lists(some.sampled_from(["런 온 ", "★½", "👩‍❤️‍👨", "♪", "\u0301", "\t", "\u3000", "a ", " "]), max_size=6).map(
        "".join
    )
)
def test_a_short_line_is_that_of_rich_whatever_its_signs(words: str) -> None:
    for justify in ("default", "left", "right"):
        text = Text.assemble((words, "bold"), "  ", ("9.5", "red"))
        of_rich = [segments(line, CONSOLE) for line in text.wrap(CONSOLE, 16, justify=justify, overflow="fold")]
        assert seen(wrapped(text, CONSOLE, 16, justify)) == seen(of_rich)


@given(some.lists(some.tuples(some.sampled_from(["", "a", "런"]), some.sampled_from(["", "bold", "red"])), max_size=4))
@example([("a", "bold"), ("", "red"), ("b", "")])
def test_segments_are_those_of_rich(parts: list[tuple[str, str]]) -> None:
    text = Text.assemble(*parts)
    for over in ("", "italic"):
        text.stylize(over, 0, 1)
        assert "".join(map(_as_sent, segments(text, CONSOLE))) == "".join(map(_as_sent, text.render(CONSOLE)))


def _as_sent(segment: Segment) -> str:
    return segment.style.render(segment.text) if segment.style else segment.text


def test_what_is_counted_takes_one_cell_and_is_no_blank_but_one() -> None:
    counted = [sign for sign in map(chr, range(sys.maxunicode)) if wrapping._is_even(sign)]
    assert len(counted) > 500
    assert [sign for sign in counted if cell_len(sign) != 1 or (sign.isspace() and sign != " ")] == []


def test_plain_words_are_not_measured_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Text, "wrap")
    assert len(wrapped(Text("They collide – “in the rain”.\nAgain."), CONSOLE, 12)) == 4
