"""Addresses of other sites as ids, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.links import TitleId, canonical, link, links, title_id


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("https://mydramalist.com/733445-deaths-game", "https://mydramalist.com/733445"),
        ("br.mydramalist.com/733445-deaths-game/episodes", "https://mydramalist.com/733445"),
        ("http://www.themoviedb.org/tv/99048-run-on?language=ko-KR", "https://www.themoviedb.org/tv/99048"),
        ("https://www.themoviedb.org/tv/99048/season/2", "https://www.themoviedb.org/tv/99048/season/2"),
        ("https://www.themoviedb.org/tv/99048-run-on/season/1", "https://www.themoviedb.org/tv/99048"),
        ("https://www.themoviedb.org/movie/680", "https://www.themoviedb.org/movie/680"),
        ("http://www.imdb.com/title/tt0000002/", "https://www.imdb.com/title/tt0000002"),
        ("https://m.imdb.com/de/title/tt0000002/episodes?season=2", "https://www.imdb.com/title/tt0000002"),
        ("https://trakt.tv/shows/run-on/seasons/2/episodes/3", "https://trakt.tv/shows/run-on/seasons/2"),
        ("https://trakt.tv/shows/run-on/seasons/" + "9" * 5_000, "https://trakt.tv/shows/run-on"),
        ("https://www.themoviedb.org/tv/1/season/" + "9" * 5_000, "https://www.themoviedb.org/tv/1"),
        ("https://app.trakt.tv/movies/minari-2020", "https://trakt.tv/movies/minari-2020"),
        ("https://thetvdb.com/dereferrer/series/81189", "https://www.thetvdb.com/?id=81189&tab=series"),
        ("https://www.thetvdb.com/?tab=series&id=81189", "https://www.thetvdb.com/?id=81189&tab=series"),
        ("https://myanimelist.net/anime/31646/3-gatsu_no_Lion", "https://myanimelist.net/anime/31646"),
        ("https://anilist.co/anime/21366/", "https://anilist.co/anime/21366"),
        ("https://bangumi.tv/subject/300001", "https://bgm.tv/subject/300001"),
        ("https://m.douban.com/movie/subject/35000001/", "https://movie.douban.com/subject/35000001/"),
        ("https://simkl.com/tv/16051/shark-tank", "https://simkl.com/tv/16051"),
        ("https://letterboxd.com/film/minari/", "https://letterboxd.com/film/minari/"),
        ("https://boxd.it/2aNq", "https://boxd.it/2aNq"),
        ("https://example.org/Run On", "https://example.org/Run On"),
        ("https://mydramalist.com/people/7", "https://mydramalist.com/people/7"),
        ("https://notimdb.com/title/tt0000002", "https://notimdb.com/title/tt0000002"),
        ("run on", "run on"),
    ],
)
def test_an_address_has_one_form(address: str, form: str) -> None:
    assert canonical(address) == form
    assert canonical(form) == form


def test_a_season_has_an_address_only_where_its_site_gives_it_one() -> None:
    assert link(TitleId("imdb", "title", "tt0000002", 1)) == "https://www.imdb.com/title/tt0000002"
    assert link(TitleId("imdb", "title", "tt0000002", 2)) is None
    assert link(TitleId("imdb", "title", "tt0000002", 0)) is None
    assert link(TitleId("tmdb", "tv", "99048", 0)) == "https://www.themoviedb.org/tv/99048/season/0"
    assert link(TitleId("nowhere", "tv", "1")) is None
    ids = [TitleId("tmdb", "tv", "2", 2), TitleId("imdb", "title", "tt2", 2), TitleId("tmdb", "tv", "2", 2)]
    assert links(ids) == ("https://www.themoviedb.org/tv/2/season/2",)


def test_the_key_of_a_title_says_its_season_and_whether_it_is_a_film() -> None:
    assert str(TitleId("tmdb", "tv", "99048", 2)) == "tmdb:99048/s2"
    assert str(TitleId("tmdb", "movie", "680")) == "tmdb:movie:680"
    assert str(TitleId("imdb", "title", "tt0000002")) == "imdb:tt0000002"


_KINDS = [
    ("mdl", "title"), ("tmdb", "tv"), ("tmdb", "movie"), ("trakt", "shows"), ("tvdb", "series"), ("tvdb", "movie"),
    ("mal", "anime"), ("anilist", "anime"), ("bangumi", "subject"), ("douban", "subject"), ("simkl", "tv"),
    ("simkl", "movies"), ("kitsu", "anime"), ("letterboxd", "film"), ("tvmaze", "shows"),
]  # fmt: skip


@given(st.sampled_from(_KINDS), st.integers(1, 10**8).map(str), st.none() | st.integers(0, 30))
def test_what_is_written_is_read_back(kind: tuple[str, str], id_: str, season: int | None) -> None:
    title = TitleId(*kind, id_, season)
    address = link(title)
    if address is None:
        assert season not in (None, 1)
        return
    back = title_id(address)
    assert back == (title if season not in (None, 1) else TitleId(*kind, id_))


@given(st.text())
def test_any_text_is_an_address_or_stays_as_it_is(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
