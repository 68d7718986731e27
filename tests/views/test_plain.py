"""Home for a pipe."""

from tests.views.dramas import rows, run_on
from watchlog.views.plain import home_lines


def test_home_is_a_record_on_a_line() -> None:
    drama = run_on()
    assert list(home_lines(rows(drama), [(drama, drama.notes[0])], (drama, drama.quotes[1]))) == [
        "watching\trun-on\tRun On\t12/16\t13",
        "note\trun-on\t3\t2020-12-24\tThe hand. Six seconds.",
        "quote\trun-on\t5\tSeo Dan Ah: I let that dream go. / Lee Young Hwa: Is that why?",
    ]


def test_nothing_is_no_line() -> None:
    assert list(home_lines([], [], None)) == []
