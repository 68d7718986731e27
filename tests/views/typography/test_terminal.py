"""The terminal as it is: its encoding, its colours, its width."""

import io
import sys

import pytest
from rich.cells import cell_len
from rich.text import Text

from tests.views.dramas import empty, rows, run_on
from tests.views.printing import TODAY, WIDTHS, on_paper, on_screen, too_wide
from watchlog.views.pages.listing import table
from watchlog.views.pages.show import page
from watchlog.views.typography.terminal import make_console
from watchlog.views.typography.theme import PLAIN_SIGNS

PAGE = page(run_on(), today=TODAY)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "euc-kr", "shift_jis"])
def test_a_page_stays_in_line_in_any_encoding(encoding: str) -> None:
    in_full, degraded = on_paper(PAGE, 90).split("\n"), on_paper(PAGE, 90, encoding).split("\n")
    assert list(map(cell_len, degraded)) == list(map(cell_len, in_full))


def test_ascii_has_signs_of_its_own() -> None:
    printed = on_paper(PAGE, 90, "ascii")
    assert "********+." in printed
    assert "####--" in printed
    assert "######## " in printed
    assert "~ Blue Bird" in printed
    assert "+----" in printed
    assert "?? ??" in printed  # 런 온


def test_an_encoding_is_used_as_far_as_it_goes() -> None:
    assert "런 온" in on_paper(PAGE, 90, "euc-kr")
    assert "Å e ½" in on_paper(Text("Å ē ½"), 90, "latin-1")


def test_a_plain_sign_is_as_wide_as_what_it_stands_for() -> None:
    assert {sign: plain for sign, plain in PLAIN_SIGNS.items() if cell_len(sign) != len(plain)} == {}


def test_no_colour_leaves_bold_and_shape() -> None:
    printed = on_screen(PAGE, NO_COLOR="1")
    assert "\x1b[1mSynopsis" in printed
    assert "[38;" not in printed
    assert "━━━" in printed
    assert "───" in printed


def test_a_dumb_terminal_gets_text_as_wide_as_it_is() -> None:
    printed = on_screen(PAGE, 60, TERM="dumb")
    assert "\x1b" not in printed
    assert printed.split("\n")[0] == "╭" + "─" * 58 + "╮"


def test_on_paper_there_are_no_escapes() -> None:
    assert "\x1b" not in on_paper(PAGE)


def test_sixteen_colours_keep_heading_score_progress_and_voice_apart() -> None:
    printed = on_screen(PAGE, TERM="xterm", COLORTERM="")
    for styled in ("\x1b[1;91mCast", "\x1b[1;33m★", "\x1b[36mKi Seon", "\x1b[35mOh Mi Joo"):
        assert styled in printed
    assert "38;" not in printed


def test_prose_is_set_no_wider_than_can_be_read() -> None:
    assert max(map(cell_len, on_paper(PAGE, 200).split("\n"))) == 100


@pytest.mark.parametrize("columns", ["0", "1", "7", "x"])
def test_a_width_that_cannot_be_is_no_reason_to_fail(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    paper = io.BytesIO()
    stream = io.TextIOWrapper(paper, encoding="utf-8")
    make_console(stream).print(PAGE)
    stream.flush()
    assert paper.getvalue()


@pytest.mark.parametrize("terminal", ["xterm", "dumb"])
def test_no_columns_mean_that_nobody_knows_how_many(terminal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.setenv("COLUMNS", "0")
    assert make_console(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")).width == 80


def test_standard_output_is_the_stream_unless_told(capsys: pytest.CaptureFixture[str]) -> None:
    make_console().print(Text("[red]:smile: 12 http://x"))
    assert capsys.readouterr().out == "[red]:smile: 12 http://x\n"
    assert make_console().file is sys.stdout


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    assert too_wide(on_paper(PAGE, width), width) == []
    assert too_wide(on_paper(table(rows(empty()), total=1), width), width) == []
