"""Home for a pipe."""

from tests.views.dramas import rows, run_on
from watchlog.journal.airing import Airing, Showing
from watchlog.views.plain import airing_lines, home_lines

NOTHING = Airing("2021-01-27", [], [])
TONIGHT = Showing("2021-01-27", "run-on", "Run On", 13, 16, False)


def test_home_is_a_record_on_a_line() -> None:
    drama = run_on()
    airing = Airing("2021-01-27", [TONIGHT], [])
    assert list(home_lines(rows(drama), [(drama, drama.notes[0])], (drama, drama.quotes[1]), airing)) == [
        "watching\trun-on\tRun On\t12/16\t13",
        "airing\t2021-01-27\trun-on\t13\tunseen",
        "note\trun-on\t3\t2020-12-24\tThe hand. Six seconds.",
        "quote\trun-on\t5\tSeo Dan Ah: I let that dream go. / Lee Young Hwa: Is that why?",
    ]


def test_nothing_is_no_line() -> None:
    assert list(home_lines([], [], None)) == []
    assert list(home_lines([], [], None, NOTHING)) == []
    assert list(airing_lines(NOTHING)) == []
