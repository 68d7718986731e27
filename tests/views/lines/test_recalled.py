"""What is recalled, for a pipe: nothing cut, nothing that could be taken for another record."""

import subprocess
import sys

import pytest

from tests.views.dramas import SECRET, run_on, saying
from tests.views.pages.test_person import RUN_ON, STRANGERS, role
from tests.views.test_hostile import HARMFUL
from watchlog.cli.output import separated
from watchlog.journal.recall.people import Person
from watchlog.journal.recall.search import Hit, passages
from watchlog.views.lines.person import role_lines
from watchlog.views.lines.quotes import quote_line
from watchlog.views.lines.search import hit_lines


def test_a_quote_is_a_line() -> None:
    drama = run_on()
    assert separated(quote_line("run-on", drama.quotes[0])) == "run-on\t8\tOh Mi Joo: You fall."
    said = "Seo Dan Ah: I let that dream go. / Lee Young Hwa: Is that why?"
    assert separated(quote_line("run-on", drama.quotes[1])) == f"run-on\t9\t{said}"
    assert separated(quote_line("run-on", drama.quotes[2])) == "run-on\t14\tmajor spoiler, covered"
    assert (
        separated(quote_line("run-on", drama.quotes[2], spoilers=True))
        == f"run-on\t14\t{SECRET} speaker: {SECRET} words"
    )


def test_a_hit_is_a_line() -> None:
    drama = run_on()
    hits = [Hit("run-on", "Run On", passage) for passage in passages(drama)]
    lines = [*map(separated, hit_lines(hits))]
    assert lines[1] == "run-on\tsynopsis\t\t\tA sprinter meets a translator. They talk. · AsianWiki"
    assert lines[2] == "run-on\tnote\t2\t3\tThe hand. Six seconds."
    assert lines[5] == "run-on\tnote\t7\t12\tmajor spoiler, covered"
    assert "run-on\tsong\t10\t\tBlue Bird · Solar · Something small / and blue / flew in · Ah." in lines
    assert SECRET not in "".join(lines)
    assert f"run-on\tnote\t7\t12\t{SECRET} note" in [*map(separated, hit_lines(hits, spoilers=True))]


def test_a_role_is_a_line() -> None:
    person = Person("Im Si Wan", [RUN_ON, STRANGERS, role("misaeng")])
    assert [*map(separated, role_lines(person))] == [
        "run-on\tRun On\t2020\t9.0\tIm Si Wan\tKi Seon Gyeom\tmain\tCalm. Honest.",
        "strangers-from-hell\tStrangers From Hell\t2019\t8.5\tIm Shi Wan\tYoon Jong Woo\tguest\t",
        "misaeng\tMisaeng\t\t\tIm Si Wan\t\t\t",
    ]
    assert len(list(role_lines(person, 2))) == 2


@pytest.mark.parametrize("text", [*HARMFUL, "a\tb\nc\u2028d", "x" * 9000])
def test_whatever_it_holds_it_is_one_line_of_so_many_fields(text: str) -> None:
    drama = saying(text)
    hits = [Hit("x", text, passage) for passage in passages(drama)]
    for lines, tabs in (
        (hit_lines(hits, spoilers=True), 4),
        ((quote_line("x", quote, spoilers=True) for quote in drama.quotes), 2),
        (role_lines(Person(text, [role("x", text, title=text, character=text, note=text)])), 7),
    ):
        for line in map(separated, lines):
            assert line.count("\t") == tabs
            assert not any(ord(sign) < 32 and sign != "\t" for sign in line)
            assert len(line.splitlines()) == 1


def test_it_needs_no_rich() -> None:
    modules = ", ".join(f"watchlog.views.lines.{name}" for name in ("search", "person", "quotes"))
    code = f"import sys, {modules}; sys.exit('rich.console' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
