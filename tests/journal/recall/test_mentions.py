"""Which dramas mention which."""

import pytest

from watchlog.journal.drama.records import CastMember, Drama, Line, Note, Quote, Review, Scene
from watchlog.journal.recall.mentions import found_in, prose

TITLES = {
    "signal": ["Signal", "시그널"],
    "signal-2": ["Signal 2"],
    "run-on": ["Run On", "런 온"],
    "okay": ["It’s Okay to Not Be Okay"],
    "w": ["W"],
    "365": ["365: Repeat the Year"],
    "small": ["you are my spring"],
    "twin": ["Twin"],
    "other-twin": ["Twin"],
    "here": ["Here"],
}


def mentioned(text: str) -> set[str]:
    drama = Drama(slug="here", title="Here", notes=[Note(id=1, episode=1, text=text)])
    return {slug for slug, by in found_in([prose(drama)], TITLES).items() if by == ["here"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As good as Signal was.", {"signal"}),
        ("Signal", {"signal"}),
        ("the signal was lost", set()),
        ("Signals, Signalled", set()),
        ("SIGNAL", set()),
        ("Signal 2 is no Signal.", {"signal", "signal-2"}),
        ("Signal 2", {"signal-2"}),
        ("Run\n  On again", {"run-on"}),
        ("“Run On”, (Run On)", {"run-on"}),
        ("I Run Only", set()),
        ("It's Okay to Not Be Okay", {"okay"}),
        ("W", {"w"}),
        ("Wow", set()),
        ("365: Repeat the Year!", {"365"}),
        ("런 온 보다", {"run-on"}),
        ("런 온보다", set()),
        ("you are my spring", set()),
        ("[[small]] and [[nobody]] and `[[signal]]`", {"small"}),
        ("Twin", set()),
        ("Here [[here]]", set()),
        ("x " * 200 + "Signal", {"signal"}),
        ("A " * 60 + "Signal" + " b" * 60 + " Run On", {"signal", "run-on"}),
    ],
)
def test_a_title_counts_as_it_is_written(text: str, found: set[str]) -> None:
    assert mentioned(text) == found


def test_every_text_of_mine_can_mention_and_what_somebody_says_cannot() -> None:
    drama = Drama(
        slug="here",
        title="Here",
        notes=[Note(id=1, text="Signal", spoiler="major")],
        quotes=[Quote(id=2, lines=[Line(text="Run On")], note="W")],
        cast=[CastMember(id=3, actor="Signal", note="[[run-on]]")],
        scenes=[Scene(id=4, text="Signal 2")],
        reviews=[Review(id=5, opening="It's Okay to Not Be Okay", text="", closing="[[small]]")],
    )
    assert set(found_in([prose(drama)], TITLES)) == {"w", "run-on", "signal-2", "okay", "small"}


def test_only_what_is_asked_for_mentions_and_is_mentioned() -> None:
    drama = Drama(slug="elsewhere", title="Elsewhere", notes=[Note(id=1, text="Signal")])
    assert found_in([prose(drama)], TITLES) == {}
    assert found_in([prose(drama)], TITLES | {"elsewhere": ["Elsewhere"]}) == {"signal": ["elsewhere"]}
