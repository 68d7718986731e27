"""The page of a year."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.views.printing import WIDTHS, on_paper, on_screen, too_wide
from watchlog import sample
from watchlog.journal.drama.records import Drama, Note
from watchlog.journal.journal import Journal
from watchlog.journal.recall.year import Year, review_year
from watchlog.journal.store.catalogue import Catalogue
from watchlog.views.pages.year import page
from watchlog.views.typography.picture import svg


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Year]:
    """Every year of the sample."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(Path(sample.__path__[0]), root / "journal")
    journal = Journal(root / "journal")
    catalogue = Catalogue(journal.storage, root / "cache")
    first = review_year(journal, catalogue, 2021, date(2026, 11, 27))
    return {year: review_year(journal, catalogue, year, date(2026, 11, 27)) for year in first.years}


def test_the_panels_of_a_year(years: dict[int, Year]) -> None:
    printed = on_paper(page(years[2021]))
    for title in ("Seen", "Wrote", "Changed my mind", "The line of the year", "The episode", "The person of the year"):
        assert f"╭─ {title}" in printed
    assert "JFMAMJJASOND" in printed
    assert "watchlog year 2020  the one before" in printed
    assert "Lee Sun Kyun  2 dramas" in printed


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_it_fits_and_its_panels_end_together(years: dict[int, Year], width: int, encoding: str) -> None:
    for found in years.values():
        printed = on_paper(page(found), width, encoding)
        assert too_wide(printed, width) == []
        frames = [line.rstrip() for line in printed.split("\n") if line.startswith(("│", "╭", "╰", "|", "+"))]
        assert len({cell_len(line) for line in frames}) == 1


def test_a_panel_with_nothing_to_say_is_left_out(years: dict[int, Year]) -> None:
    printed = on_paper(page(years[2016]))
    assert "Seen" in printed
    assert "The line" not in printed
    assert "Changed" not in printed


def test_words_of_wide_letters_that_go_on_below_end_in_no_dots(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    with journal.change("add") as change:
        note = Note(id=1, text="그 남자 는 매일 아침 달리 기를 하고", episode=1, on="2021-01-27")
        change.put(Drama(slug="run-on", uid="abcdefgh", title="런 온", notes=[note], next_id=2))
        change.summary = "Added."
    found = review_year(journal, Catalogue(journal.storage, tmp_path / "cache"), 2021, date(2026, 11, 27))
    for width in range(50, 121):
        assert "…" not in on_paper(page(found), width)


def test_without_unicode_the_year_is_plain(years: dict[int, Year]) -> None:
    assert "  2021 " in on_paper(page(years[2021]), encoding="ascii")
    assert "█" not in on_paper(page(years[2021]), encoding="ascii")


def test_no_colour_and_sixteen_colours(years: dict[int, Year]) -> None:
    assert "38;" not in on_screen(page(years[2021]), NO_COLOR="1")
    assert "38;" not in on_screen(page(years[2021]), COLORTERM="", TERM="xterm")


def test_its_picture_has_the_same_words_and_draws_its_columns(years: dict[int, Year]) -> None:
    picture = svg(page(years[2021], with_steps=False), width=100, title="watchlog year 2021")
    assert "Lee&#160;Sun&#160;Kyun" in picture
    assert "as&#160;a&#160;picture" not in picture
    assert not set("▁▂▃▄▅▆▇█▀") & set(picture)


def test_no_major_spoiler_is_on_any_page_of_the_sample(years: dict[int, Year]) -> None:
    journal = Journal(Path(sample.__path__[0]))
    secrets = [
        item.text[:30]
        for drama in journal.dramas()
        for shelf in (drama.notes, drama.scenes, drama.reviews)
        for item in shelf
        if item.spoiler == "major"
    ]
    assert len(secrets) > 4
    for found in years.values():
        printed = " ".join(on_paper(page(found), 200).split())
        assert not any(secret in printed for secret in secrets)


@pytest.mark.parametrize("width", [80, 100, 120, 150, 158, 164, 200])
def test_where_it_is_wide_there_are_three_columns_and_no_score_is_cut(years: dict[int, Year], width: int) -> None:
    printed = on_paper(page(years[2021]), width)
    first = next(line for line in printed.split("\n") if "╭─ Seen" in line)
    assert ("Wrote" in first, "The episode of the year" in first) == (width >= 92, width >= 158)
    assert [word for word in printed.split() if "…" in word and word != "…" and width >= 100] == []
