"""Home for a pipe."""

from collections.abc import Iterator

import pytest

from tests.views.dramas import rows, run_on
from watchlog.cli.output import print_lines, separated
from watchlog.journal.recall.airing import Airing, Showing
from watchlog.views.lines.airing import airing_lines
from watchlog.views.lines.home import home_lines

NOTHING = Airing("2021-01-27", [], [])
TONIGHT = Showing("2021-01-27", "run-on", "Run On", 13, 16, False)


def test_home_is_a_record_on_a_line() -> None:
    drama = run_on()
    airing = Airing("2021-01-27", [TONIGHT], [])
    lines = home_lines(rows(drama), [(drama, drama.notes[0])], (drama, drama.quotes[1]), airing)
    assert [*map(separated, lines)] == [
        "watching\trun-on\tRun On\t12/16\t13",
        "airing\t2021-01-27\trun-on\t13\tunseen",
        "note\trun-on\t3\t2020-12-24\tThe hand. Six seconds.",
        "quote\trun-on\t5\tSeo Dan Ah: I let that dream go. / Lee Young Hwa: Is that why?",
    ]


def test_nothing_is_no_line() -> None:
    assert list(home_lines([], [], None)) == []
    assert list(home_lines([], [], None, NOTHING)) == []
    assert list(airing_lines(NOTHING)) == []


def test_of_very_many_lines_the_first_leave_before_the_last_are_made(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    def lines() -> Iterator[tuple[str, str]]:
        yield from [("a", "line")] * 5_000
        assert capsysbinary.readouterr().out.startswith(b"a\tline\n")
        yield "the", "last"

    print_lines(lines())
    assert capsysbinary.readouterr().out == b"the\tlast\n"
