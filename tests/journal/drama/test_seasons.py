"""Seasons in titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.seasons import parted, season_of, seasoned


@pytest.mark.parametrize(
    ("title", "bare", "season"),
    [
        ("Hospital Playlist Season 2", "Hospital Playlist", 2),
        ("Hospital Playlist (season 2)", "Hospital Playlist", 2),
        ("Hospital Playlist: Season 2", "Hospital Playlist", 2),
        ("Beast Games - Season 1", "Beast Games", 1),
        ("Kingdom S2", "Kingdom", 2),
        ("슬기로운 의사생활 시즌 2", "슬기로운 의사생활", 2),
        ("슬기로운 의사생활 시즌2", "슬기로운 의사생활", 2),
        ("Dark Staffel 3", "Dark", 3),
        ("Élite: Temporada 4", "Élite", 4),
        ("Lupin Saison 2", "Lupin", 2),
        ("鬼滅の刃 シーズン2", "鬼滅の刃", 2),
        ("庆余年 第二季", "庆余年", 2),
        ("庆余年 第2季", "庆余年", 2),
        ("Mob Psycho 100 2nd Season", "Mob Psycho 100", 2),
        ("Re:Zero Second Season", "Re:Zero", 2),
        ("Chernobyl: Limited Series", "Chernobyl", 1),
        ("Doctor Who Series 10", "Doctor Who", 10),
        ("Taskmaster Season 2023", "Taskmaster", 2023),
        (
            "Fate/EXTRA Last Encore: Oblitus Copernican Theory",
            "Fate/EXTRA Last Encore: Oblitus Copernican Theory",
            None,
        ),
        ("Season 2", "Season 2", None),
        ("Four Seasons 2", "Four Seasons 2", None),
        ("Reply 1988", "Reply 1988", None),
        ("Hospital Playlist 2", "Hospital Playlist 2", None),
    ],
)
def test_a_season_is_told_from_the_title(title: str, bare: str, season: int | None) -> None:
    assert parted(title) == (bare, season)


def test_a_bare_number_is_a_season_only_where_that_is_asked() -> None:
    assert parted("Hospital Playlist 2", numbers=True) == ("Hospital Playlist", 2)
    assert parted("Reply 1988", numbers=True) == ("Reply 1988", None)
    assert parted("18 Again", numbers=True) == ("18 Again", None)
    assert parted("365 2", numbers=True) == ("365 2", None)


def test_words_that_are_nothing_but_a_season() -> None:
    assert season_of("Season 2") == 2
    assert season_of("시즌 1") == 1
    assert season_of("Miniseries") == 1
    assert season_of("Volume 2") == 2
    assert season_of("Winter Solstice Part 1") is None
    assert season_of("") is None


def test_a_season_has_a_title_of_its_own() -> None:
    assert [seasoned("Run On", season) for season in (None, 0, 1, 2)] == [
        "Run On", "Run On: Specials", "Run On", "Run On Season 2",
    ]  # fmt: skip


@given(st.sampled_from(["Run On", "런 온", "Re:Zero", "18 Again", "9-1-1", "a"]), st.integers(2, 2999))
def test_the_title_of_a_season_is_taken_apart_again(title: str, season: int) -> None:
    assert parted(seasoned(title, season)) == (title, season)


@given(st.text())
def test_every_text_has_parts(text: str) -> None:
    title, _ = parted(text, numbers=True)
    assert title in text
