"""Which episode a file is of, by its name."""

from unicodedata import normalize

import pytest

from watchlog.formats.subtitles.naming import numbered


@pytest.mark.parametrize(
    ("name", "season", "episode"),
    [
        ("Run.On.S01E07.srt", 1, 7),
        ("run on s1 e7.srt", 1, 7),
        ("Run.On.S02EP07.1080p.x264.srt", 2, 7),
        ("Run.On.1x07.srt", 1, 7),
        ("Run On - 07.ko.srt", None, 7),
        ("[Group] Run On - 07 [1080p].ass", None, 7),
        ("Run On - 07v2 (BD 1080p).ass", None, 7),
        ("Run.On.2020.E07v2.720p.H.264.AAC2.0.srt", None, 7),
        ("Run.On.E07.201216.1080p.srt", None, 7),
        ("ep7.srt", None, 7),
        ("Run On Ep. 07.vtt", None, 7),
        ("Episode 12.srt", None, 12),
        ("런 온 제7회.srt", None, 7),
        (normalize("NFD", "런 온 제7회.srt"), None, 7),
        ("런온 7화.srt", None, 7),
        ("第7話.ass", None, 7),
        ("Someday.or.One.Day.第07集.srt", None, 7),
        ("Run On 第０７話.srt", None, 7),
        ("Running Man 650회.srt", None, 650),
        ("07.srt", None, 7),
        ("Reply 1988 - 07.srt", None, 7),
        ("18 Again 03.en.srt", None, 3),
        ("The.K2.E07.srt", None, 7),
        ("Run.On.S01E07-E08.srt", 1, 7),
        ("Run.On.S01E07", 1, 7),
    ],
)
def test_the_episode_stands_in_the_name(name: str, season: int | None, episode: int) -> None:
    assert numbered(name) == (season, episode)


@pytest.mark.parametrize(
    "name",
    [
        "Run.On.1080p.srt",
        "Run.On.2020.srt",
        "Run On (2020) 720p.srt",
        "Run.On.x264.srt",
        "Run.On.H.264.srt",
        "Run.On.1920x1080.srt",
        "Run.On.DDP5.1.srt",
        "Run.On.10bit.srt",
        "Run On.20201216.srt",
        "365 Repeat the Year.srt",
        "Parasite.2019.WEB-DL.srt",
        "2020 화양연화.srt",
        "step7up.srt",
        "Run On.srt",
        ".srt",
        "",
    ],
)
def test_another_number_is_no_episode(name: str) -> None:
    assert numbered(name) == (None, None)


def test_an_episode_0_is_none_that_a_drama_can_have() -> None:
    assert numbered("Run.On.S01E00.srt") == (1, None)
