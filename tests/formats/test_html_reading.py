"""The HTML of a drama reads well: its headings, its links, its charts, its colours."""

import re

import pytest

from tests.formats.dramas import run_on, samples
from tests.formats.pages import Reader, assert_headings_in_order, filled
from watchlog.formats.html.page import book, page
from watchlog.journal.drama.records import Aired, Drama, Note, Rating


@pytest.mark.parametrize("text", ["#### a\n\n# b\n\n## c\n\n###### d\n\n# e", "Title\n=====\n\n### x\n\n## y"])
def test_headings_of_a_review_find_their_place_below_ours(text: str) -> None:
    drama = run_on()
    drama.reviews[0].text = text
    for html in (page(drama), "".join(book([drama]))):
        assert_headings_in_order(Reader(html))


def test_markdown_is_set() -> None:
    drama = run_on()
    drama.reviews[0].text = "*a* **b** `c` ~~d~~\n\n- e\n\n1. f\n\n> g\n\n---\n\n|h|i|\n|-|-|\n|j|k|\n\nl\nm"
    html = page(drama)
    for made in ("<em>a</em>", "<strong>b</strong>", "<code>c</code>", "<s>d</s>", "<ul>", "<ol>", "<blockquote>",
                 "<hr", "j</td>", "l<br"):  # fmt: skip
        assert made in html


def test_a_book_leads_to_each_drama() -> None:
    read = Reader("".join(book(samples())))
    assert_headings_in_order(read)
    assert {address[1:] for address in read.all("href") if address[0] == "#"} == {
        ".contents",
        *(drama.slug for drama in samples()),
        "run-on.7",  # an item, which its review speaks of
    }
    assert len(read.all("id")) == len(set(read.all("id")))
    assert {address[1:] for address in read.all("href") if address[0] == "#"} <= set(read.all("id"))


def test_anchors_of_two_dramas_never_meet() -> None:
    one, other = run_on(), run_on()
    one.slug, other.slug = "run", "run-2"
    one.notes[0].id = 2
    ids = Reader("".join(book([one, other, Drama(slug="contents", title="Contents")]))).all("id")
    assert len(ids) == len(set(ids))


def test_a_text_has_its_own_direction_and_its_language() -> None:
    html = page(run_on())
    assert '<bdi lang="ko">런 온</bdi>' in html
    assert '<span class="original" dir="auto" lang="ko">그래서요?</span>' in html
    assert '<p dir="auto">He runs.</p>' in html
    assert 'lang="ja"' in page(filled("深夜の食堂"))
    assert 'lang="ja"' not in page(filled("深夜食堂"))


def test_a_score_is_said_as_well_as_drawn() -> None:
    assert '<svg viewBox="0 0 200 20" class="stars" role="img" aria-label="9.5 of 10">' in page(run_on())


def test_the_ratings_of_the_episodes_are_a_chart() -> None:
    drama = run_on()
    scores = [(1, 7.0), (2, 8.0), (4, 9.0), (1, 8.5), (4, None)]
    drama.notes = [Note(id=30 + n, episode=episode, rating=score) for n, (episode, score) in enumerate(scores)]
    read = Reader(page(drama))
    marks = [found["class"] for tag, found in read.elements if tag == "circle"]
    assert marks == ["earlier", "mark", "mark", "mark"]
    assert [found["class"] for tag, found in read.elements if tag == "line"][-2:] == ["joint", "gap"]
    assert "3 ratings, from 8.0 (episode 2) to 9.0 (episode 4)." in read.seen
    drama.notes = drama.notes[:2]
    assert "circle" not in Reader(page(drama)).tags


@pytest.mark.parametrize("count", [3, 16, 17, 700, 100_000])
def test_a_chart_has_room_for_its_labels(count: int) -> None:
    drama = run_on()
    drama.episodes = count
    drama.notes = [Note(id=30 + n, episode=n, rating=1.0) for n in (1, 2, count)]
    drawn = re.search('<svg[^>]*class="chart".*?</svg>', page(drama))
    assert drawn
    assert 3 <= drawn[0].count('class="tick"') <= 17
    heights = [float(height) for height in re.findall(r'cy="([\d.]+)"', drawn[0])]
    assert all(0 < height < 160 for height in heights)


def test_the_overall_ratings_are_a_chart_and_a_table() -> None:
    drama = run_on()
    drama.ratings = [Rating(on=None, story=9.0), Rating(on="2020", overall=6.0), Rating(overall=7.0)]
    assert "circle" not in Reader(page(drama)).tags
    drama.ratings.append(Rating(on="2021-02-04", overall=9.5, story=9.0))
    read = Reader(page(drama))
    assert read.tags.count("circle") == 3
    assert read.tags.count("tr") == 5
    assert "3 ratings, from 6.0 (2020) to 9.5 (4 February 2021)." in read.seen


def test_every_colour_of_letters_can_be_read() -> None:
    style = Reader(page(run_on())).style
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    for block in (light, dark):
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
        for name in ("ink", "quiet", "brick", "gold", "teal", "rose"):
            assert contrast(colours[name], colours["paper"]) >= 4.5, name
        assert contrast(colours["star"], colours["paper"]) >= 2.4


def contrast(one: str, other: str) -> float:
    dark, light = sorted(luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_film_has_no_episodes_to_name() -> None:
    drama = run_on()
    drama.type, drama.episodes = "movie", 1
    drama.rounds = []
    drama.aired = Aired(from_="2020-12-16")
    drama.notes = [Note(id=number, episode=1, text="A note.", rating=8.0, spoiler="major") for number in (2, 7)]
    drama.quotes[0].episode = drama.scenes[0].episode = 1
    said = " ".join(Reader(page(drama)).seen.split())
    assert "pisode" not in said
    assert "Movie · South Korea · 2020 · JTBC , Netflix · 70 min" in said
    assert "Released 16 December 2020" in said
    assert "Notes major spoiler · note major spoiler · note" in said
    assert "12:30" in said
