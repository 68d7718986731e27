"""Cards, as whoever opens the file finds them."""

import re
from xml.etree import ElementTree

import pytest

from tests.formats.dramas import samples
from watchlog.errors import NotFound, Refused, WrongUsage
from watchlog.formats.card import drawing
from watchlog.formats.card.card import draw
from watchlog.formats.card.layout import SIZES
from watchlog.formats.card.typesetting import width
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.records import Drama, Line, Note, Quote, Rating, Review, Round, Scene

_SVG = "{http://www.w3.org/2000/svg}"


def drama(**fields: object) -> Drama:
    return Drama(**{
        "slug": "run-on", "title": "Run On", "native_title": "런 온", "year": 2020, "networks": ["JTBC"],
        "episodes": 16, "runtime": 70, "rounds": [Round(episodes={"1": None, "2": None})],
        "ratings": [Rating(overall=8.5, music=9.0)],
    } | fields)  # type: ignore[arg-type]  # fmt: skip


def quote(text: str = "You fall.", **fields: object) -> Quote:
    line = Line(text=text, speaker="Oh Mi Joo", original="넘어져요.")
    return Quote(**{"id": 7, "lines": [line], "episode": 2, "at": "14:05"} | fields)  # type: ignore[arg-type]


class Card:
    """A card that was drawn, read as XML."""

    def __init__(self, svg: str) -> None:
        self.svg = svg
        self.root = ElementTree.fromstring(svg)
        self.lines = list(self.root.iter(f"{_SVG}text"))
        self.words = ["".join(text.itertext()) for text in self.lines]

    def line(self, words: str) -> ElementTree.Element:
        return self.lines[self.words.index(words)]

    def size(self, words: str) -> float:
        return float(self.line(words).attrib["font-size"])


def card(of: Drama, id_: int | None = 7, **options: bool) -> Card:
    return Card(draw(of, id_, **options))


def test_a_quote_in_both_languages_with_its_speaker_and_where_it_is() -> None:
    drawn = card(drama(quotes=[quote()]))
    assert drawn.words == ["Run On런 온", "8.5", "You fall.", "넘어져요.", "Oh Mi Joo", "episode 2, 14:05", "JTBC 2020"]
    assert drawn.line("넘어져요.").attrib["lang"] == "ko"
    assert drawn.size("넘어져요.") < drawn.size("You fall.") == SIZES[0]
    assert (drawn.root.attrib["width"], drawn.root.attrib["height"]) == ("1080", "1080")
    assert len(list(drawn.root.iter(f"{_SVG}circle"))) == 2, "a dot where it is said"


def test_tall_is_free_at_both_ends() -> None:
    drawn = card(drama(quotes=[quote()]), tall=True)
    assert drawn.root.attrib["height"] == "1920"
    feet = [float(line.attrib["y"]) for line in drawn.lines]
    assert min(feet) > 230
    assert max(feet) < 1920 - 230


def test_88_it_asks_for_nothing_from_outside() -> None:
    svg = draw(drama(quotes=[quote()]), 7).replace("http://www.w3.org/2000/svg", "")
    for word in ("foreignObject", "http", "@import", "@font-face", "url(", "<script", "<image"):
        assert word not in svg


def test_89_a_line_is_one_run_and_what_is_read_from_the_right_is_set_so() -> None:
    drawn = card(drama(quotes=[quote("سأنتظرك هنا"), quote("अगर कोई", id=8)]))
    assert drawn.line("سأنتظرك هنا").attrib["direction"] == "rtl"
    assert "direction" not in drawn.line("넘어져요.").attrib
    assert "अगर कोई" in card(drama(quotes=[quote("अगर कोई")])).words


def test_90_a_major_spoiler_is_refused_and_a_minor_one_carries_the_mark() -> None:
    major = drama(quotes=[quote("He wins.", spoiler="major")], scenes=[Scene(id=8, text="He wins.", spoiler="major")])
    for id_ in (7, 8):
        with pytest.raises(Refused, match="--spoilers"):
            draw(major, id_)
    assert "major spoiler" in draw(major, 7, spoilers=True)
    assert "minor spoilerepisode 2, 14:05" in card(drama(quotes=[quote(spoiler="minor")])).words


def test_a_scene_and_a_note_are_their_words() -> None:
    of = drama(scenes=[Scene(id=7, text="The umbrella.")], notes=[Note(id=8, text="They talk.", episode=3)])
    assert card(of).words == ["Run On런 온", "8.5", "The umbrella.", "", "JTBC 2020"]
    assert "episode 3" in card(of, 8).words


def test_a_dialogue_names_who_speaks_above_the_words() -> None:
    lines = [Line(text="Is it?", speaker="Dan Ah"), Line(text="It is.", speaker="Young Hwa", original="그래.")]
    assert card(drama(quotes=[quote(lines=lines)])).words[2:7] == ["Dan Ah", "Is it?", "Young Hwa", "It is.", "그래."]


def test_without_an_id_it_is_the_current_rating() -> None:
    review = Review(id=9, verdict="stay for the talk", text="x")
    drawn = card(drama(reviews=[review]), None)
    assert drawn.words == ["Run On런 온", "8.5", "music", "9.0", "stay for the talk", "2 of 16 episodes", "JTBC 2020"]
    assert "stay" not in draw(drama(reviews=[Review(id=9, verdict="stay", text="x", spoiler="major")]), None)


def test_the_stars_of_a_ten_keep_clear_of_the_figure() -> None:
    for score in (1.0, 9.5, 10.0):
        drawn = card(drama(ratings=[Rating(overall=score)]), None)
        figure = drawn.line(written(score))
        end = float(figure.attrib["x"]) + float(figure.attrib["font-size"]) * width(written(score)) * 1.06
        paths = "".join(one.attrib["d"] for one in drawn.root.iter(f"{_SVG}path"))
        first = min(float(x) for x in re.findall(r"[ML]([0-9.]+) ", paths))
        assert first > end


def test_what_is_read_from_the_right_stands_by_its_bar_and_ends_before_what_follows() -> None:
    arabic, part = "سأنتظرك هنا", "احساس"
    line = Line(text=arabic, speaker="شهرزاد", original="I will wait here.")
    of = drama(title="ألف ليلة", native_title="ألف", networks=["شاهد"], quotes=[quote(lines=[line])])
    drawn = card(of)
    bar = next(one for one in drawn.root.iter(f"{_SVG}rect") if one.attrib["width"] == "6.0")
    assert float(bar.attrib["x"]) == 1080 - 108 - 6
    assert {drawn.line(words).attrib["x"] for words in (arabic, "شهرزاد", "I will wait here.")} == {"924"}
    assert drawn.line("I will wait here.").attrib["text-anchor"] == "end"
    spans = list(drawn.lines[0])
    assert [span.attrib["unicode-bidi"] for span in spans] == ["isolate", "isolate"]
    assert "text-anchor" not in drawn.line("شاهد 2020").attrib, "what is set from the right begins at the edge"
    rated = card(drama(ratings=[Rating(overall=8.5, parts={part: 9.0})]), None)
    bars = [one for one in rated.root.iter(f"{_SVG}rect") if one.attrib["height"] == "6.0"]
    assert float(rated.line(part).attrib["x"]) < min(float(one.attrib["x"]) for one in bars)


def test_a_part_of_ones_own_has_its_whole_name_and_a_very_long_one_its_beginning() -> None:
    for name in ("chemistry", "screenwriting"):
        rating = Rating(overall=8.5, parts={name: 10.0})
        drawn = card(drama(ratings=[rating]), None)
        assert name in drawn.words
    bars = [float(one.attrib["x"]) for one in drawn.root.iter(f"{_SVG}rect") if float(one.attrib["height"]) == 6]
    assert min(bars) > 72 + 34 * 0.5 * len("screenwriting")
    drawn = card(drama(ratings=[Rating(overall=8.5, parts={"a part with a very long name indeed": 10.0})]), None)
    assert any(words.startswith("a part with") and words.endswith("…") for words in drawn.words)


def test_what_no_card_can_be_made_of_says_why() -> None:
    with pytest.raises(Refused, match="not rated yet"):
        draw(drama(ratings=[]), None)
    with pytest.raises(WrongUsage, match="not review 9"):
        draw(drama(reviews=[Review(id=9, text="x")]), 9)
    with pytest.raises(NotFound):
        draw(drama(), 99)


def test_longer_words_are_smaller_and_too_long_ones_are_refused() -> None:
    sizes = []
    for count in (1, 8, 20, 40, 50):
        drawn = card(drama(quotes=[quote("so it goes " * count)]), tall=True)
        sizes.append(max(float(line.attrib["font-size"]) for line in drawn.lines))
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 2
    with pytest.raises(Refused, match="Try --tall"):
        draw(drama(quotes=[quote("so it goes " * 60)]), 7)
    with pytest.raises(Refused, match="Choose a shorter one"):
        draw(drama(quotes=[quote("so it goes " * 200)]), 7, tall=True)


def test_a_long_title_gives_up_its_native_one_or_the_stars_and_then_its_end() -> None:
    def head(title: str) -> tuple[str, bool]:
        """The title as it stands there, and whether stars stand beside it."""
        drawn = card(drama(title=title, quotes=[quote()]))
        return drawn.words[0], bool(list(drawn.root.iter(f"{_SVG}path")))

    assert head("Run On") == ("Run On런 온", True)
    assert head("Hometown Cha Cha Cha") == ("Hometown Cha Cha Cha", True)
    assert head("Crash Landing on You, Yet Again") == ("Crash Landing on You, Yet Again런 온", False), "there is room"
    cut, starry = head("Crash Landing on You: a Title That Never Ends at All")
    assert cut.startswith("Crash Landing on You")
    assert cut.endswith("…")
    assert not starry


@pytest.mark.parametrize(("episodes", "ticks"), [(16, 16), (50, 50), (120, 2), (None, 0), (1, 1)])
def test_the_rail_has_a_tick_an_episode_and_is_a_line_where_there_are_too_many(
    episodes: int | None, ticks: int
) -> None:
    of = drama(episodes=episodes, scenes=[Scene(id=7, text="The umbrella.")])
    assert len(list(card(of).root.iter(f"{_SVG}rect"))) == 2 + ticks


def test_what_a_text_holds_is_text() -> None:
    drawn = card(drama(title="<b>&amp;", quotes=[quote("</svg><script>alert(1)</script>\x1b[31m")]))
    assert not list(drawn.root.iter(f"{_SVG}script"))
    assert "\x1b" not in drawn.svg


def test_an_apostrophe_is_set_as_printers_do() -> None:
    assert "It isn’t 'now'." in card(drama(quotes=[quote("It isn't 'now'.")])).words


def test_every_card_of_the_sample_is_whole() -> None:
    quotes = [(one, item.id) for one in samples() for item in one.quotes]
    assert len(quotes) > 15
    for one, id_ in quotes:
        for tall in (False, True):
            ElementTree.fromstring(draw(one, id_, tall=tall, spoilers=True))


def test_a_line_is_measured_once_however_long_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = []

    def counted(text: str) -> float:
        measured.append(len(text))
        return width(text)

    monkeypatch.setattr(drawing, "width", counted)
    assert drawing.cut("ab " * 1000, 6.0) == "ab ab ab a…"
    assert sum(measured) <= 2 * 3000
