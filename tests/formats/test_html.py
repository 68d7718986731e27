"""The HTML of a drama: nothing in it runs, nothing is lost, nothing is given away, and it reads well."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.formats.dramas import EVERY_FIELD, dramas, run_on, samples
from watchlog.formats.html import book, page
from watchlog.journal.records import Drama, Note, Rating, Review, read_drama, whole

VOID = {"meta", "br", "hr"}
OURS = {"html", "head", "meta", "title", "style", "body", "main", "article", "header", "section", "nav", "div", "span",
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "b", "bdi", "small", "time", "a", "ol", "ul", "li", "dl", "dt",
        "dd", "figure", "figcaption", "blockquote", "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
        "svg", "desc", "path", "rect", "line", "circle", "text"}  # fmt: skip
MARKDOWN = {"em", "strong", "s", "code", "pre", "hr"}
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Reader(HTMLParser):
    """A page as a browser takes it: its elements, its words, and whether they are behind a cover."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.opened: list[str] = []
        self.seen, self.behind, self.style = "", "", ""
        self.feed(html)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs))
        self.elements.append((tag, dict(attrs)))
        self.handle_data(" ")
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag
        self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if "style" in self.opened:
            self.style += data
        elif "details" in self.opened and "summary" not in self.opened:
            self.behind += data
        else:
            self.seen += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    @property
    def shape(self) -> list[tuple[str, list[str]]]:
        return [(tag, list(attributes)) for tag, attributes in self.elements]

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def all(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.elements if attribute in attributes]


# --- Nothing runs --------------------------------------------------------------------------------------------

HOSTILE = [
    "<script>document.title='taken'</script>",
    '"><img src=x onerror="document.title=1">',
    "'><svg onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "</style><script>x</script>",
    "</title></head><script>x</script>",
    "</details></section></body></html>",
    "<!-- a <![CDATA[ b ]]>",
    "javascript:alert(1)",
    " JaVaScRiPt://example.org/%0aalert(1)",
    "data:text/html,<script>x</script>",
    "[x](javascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](vbscript:a) ![x](data:text/html;base64,eA==)",
    "<javascript:alert(1)>",
    "https:javascript",
    "<a href='https://example.org' onclick=x>y</a>",
    "&amp;lt;script>",
]
NOT_TEXT = {"slug", "type", "status", "spoiler", "role", "on", "at", "from", "to", "started", "finished", "days",
            "added", "episodes"}  # fmt: skip


def filled(text: str) -> Drama:
    """A drama with the text wherever a person can write one."""

    def fill(found: Any) -> Any:
        if isinstance(found, dict):
            return {key: given if key in NOT_TEXT else fill(given) for key, given in found.items()}
        if isinstance(found, list):
            return [fill(one) for one in found]
        return text if isinstance(found, str) else found

    return read_drama(fill(EVERY_FIELD), "run-on")


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("write", [page, lambda drama: book([drama])], ids=["page", "book"])
def test_a_hostile_text_is_text_in_every_field(hostile: str, write: Any) -> None:
    harmless, taken = Reader(write(filled("harmless"))), Reader(write(filled(hostile)))
    assert taken.shape == harmless.shape
    times = (harmless.seen + harmless.behind).count("harmless")
    assert times > 20
    if "&" not in hostile:  # an entity means a letter in a review
        assert (taken.seen + taken.behind).count(" ".join(hostile.split())) == times


@given(dramas())
@settings(max_examples=80)
def test_any_drama_makes_a_page_of_our_elements_only(drama: Drama) -> None:
    html = page(drama)
    read = Reader(html)
    assert set(read.tags) <= OURS | MARKDOWN
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    assert not read.all("src")
    assert all(re.match("https?://|mailto:", address) for address in read.all("href"))
    assert not STEERING.search(html)
    assert len(read.all("id")) == len(set(read.all("id")))
    named = {name for names in read.all("aria-labelledby") for name in names.split()}
    assert named <= set(read.all("id"))
    assert_headings_in_order(read)


def test_nothing_is_fetched_and_the_page_says_so() -> None:
    read = Reader(page(run_on()))
    policies = [found for _, found in read.elements if found.get("http-equiv") == "Content-Security-Policy"]
    assert [policy["content"] for policy in policies] == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    ]
    assert read.tags.index("style") > read.elements.index(("meta", policies[0]))
    assert read.tags.count("style") == 1
    assert not re.search(r"url\(|@import|@font-face|https?:|<", read.style)


def test_only_links_to_pages_and_mailboxes_are_links() -> None:
    drama = run_on()
    drama.links = [
        "https://a.example/",
        "HTTP://b.example",
        "mailto:me@c.example",
        "//d.example",
        "e.example",
        "ftp://f",
    ]
    drama.reviews[0].text = "[1](https://g.example) [2](/h) [3](mailto:i@j) <https://k.example> [4](file:///l)"
    read = Reader(page(drama))
    assert read.all("href") == [
        *("https://g.example", "mailto:i@j", "https://k.example"),
        *("https://a.example/", "HTTP://b.example", "mailto:me@c.example"),
    ]
    assert "[2](/h)" in read.seen
    assert "//d.example" in read.seen


def test_a_picture_in_a_review_is_a_link_to_it() -> None:
    drama = run_on()
    drama.reviews[0].text = "![a poster](https://example.org/p.png) [![in a link](https://b.c/d.png)](https://e.f)"
    drama.links = []
    read = Reader(page(drama))
    assert "img" not in read.tags
    assert read.all("href") == ["https://example.org/p.png", "https://e.f"]
    assert "a poster" in read.seen
    assert "in a link" in read.seen


def test_what_turns_the_text_around_is_taken_out() -> None:
    turned = "a\u202eb\u2066c\x1b[31m\x00d\ud800\u2028&#x202e;e"
    drama = run_on()
    drama.title = drama.notes[0].text = drama.reviews[0].text = turned
    html = page(drama)
    assert not STEERING.search(html)
    html.encode()
    assert "<bdi>abc[31md? &amp;#x202e;e</bdi>" in html
    assert "می\u200cخواهم\u200f" in page(filled("می\u200cخواهم\u200f"))


@pytest.fixture(scope="module")
def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if path := shutil.which(name):
            return path
    pytest.skip("there is no Chromium here to open the page in")


def opened(chromium: str, html: str, folder: Path) -> "subprocess.Popen[str]":
    """Chromium, opening the page; it prints the page as it stands once everything in it has run."""
    folder.mkdir()
    (folder / "page.html").write_text(html, "utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
             "--disable-background-networking", "--disable-component-update", f"--user-data-dir={folder / 'profile'}",
             "--dump-dom", (folder / "page.html").as_uri()]  # fmt: skip
    return subprocess.Popen([chromium, *flags], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def test_a_script_in_a_note_does_not_run(chromium: str, tmp_path: Path) -> None:
    script = "<script>document.title = 'taken'</script>"
    escaped = page(filled(script + "<img src=x onerror=\"document.title = 'taken'\">"))
    let_in = page(run_on()).replace("The shirt.", script)
    policy = re.search("<meta http-equiv=[^>]*>", let_in)
    assert policy
    browsers = [
        opened(chromium, html, tmp_path / name)
        for name, html in {
            "escaped": escaped,
            "let in": let_in,
            "let in without a policy": let_in.replace(policy[0], ""),
        }.items()
    ]
    found = [browser.communicate(timeout=60)[0] for browser in browsers]
    as_it_was, held, taken = (re.search("<title>(.*?)</title>", dom) for dom in found)
    assert as_it_was
    assert as_it_was[1].startswith("&lt;script&gt;document.title = 'taken'")
    assert set(Reader(found[0]).tags) <= OURS | MARKDOWN
    # The policy alone holds it as well; and this test would notice.
    assert held
    assert held[1] == "Run On"
    assert taken
    assert taken[1] == "taken"


# --- Nothing is lost -----------------------------------------------------------------------------------------


def words_of(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        for key, given in found.items():
            if key not in NOT_TEXT or key == "at":
                yield from words_of(given)
    elif isinstance(found, list):
        for one in found:
            yield from words_of(one)
    elif isinstance(found, str):
        yield from re.findall(r"\w+", found)


@pytest.mark.parametrize("drama", [run_on(), *samples()], ids=lambda drama: drama.slug)
def test_every_word_is_on_the_page(drama: Drama) -> None:
    read = Reader(page(drama))
    there = set(re.findall(r"\w+", " ".join([read.seen, read.behind, *read.all("href")])))
    unknown = {"cross", "Mina"}
    assert set(words_of(whole(drama))) - there <= unknown


def test_the_numbers_are_on_the_page() -> None:
    seen = " ".join(Reader(page(run_on())).seen.split())
    for said in (
        "Drama · South Korea · 2020 · JTBC , Netflix · 16 episodes of 70 min",
        *("story 9.0", "watching 1 of 16 episodes", "2nd time through", "9.5 · 24 December 2020"),
        *("Wednesdays and Thursdays · 16 December 2020 – 4 February 2021", "25 January 2021 · after 12 episodes"),
        *("episode 10, 12:30", "Episode 1, 09:40", "16 December 2020"),
    ):
        assert said in seen


def test_lines_and_stanzas_stay_apart() -> None:
    drama = run_on()
    drama.notes[0].text = "one\ntwo\n\nthree"
    drama.songs[0].lyrics = "  a\nb\n\n\nc"
    html = page(drama)
    assert "one<br>two</p><p" in html
    stanzas = re.findall(r"<p[^>]*>(?:<span[^>]*>[^<]*</span>)+</p>", html[html.index('class="verse"') :])
    assert [re.findall(">([^<]+)<", stanza) for stanza in stanzas] == [["  a", "b"], ["c"]]


def test_a_text_nested_deeper_than_the_parser_follows_is_whole() -> None:
    drama = run_on()
    drama.reviews[0].text = ">" * 60 + " the bottom"
    assert ">" * 60 + " the bottom" in Reader(page(drama)).seen


def test_a_timestamp_of_another_hand_is_shown_as_it_is() -> None:
    drama = run_on()
    drama.added = "in <winter>"
    assert "in <winter>" in Reader(page(drama)).seen


def test_a_drama_with_nothing_but_a_title_has_a_page() -> None:
    drama = Drama(slug="x", title="X")
    assert Reader(page(drama)).tags.count("section") == 0
    assert "nothing" not in book([]).lower()


# --- Nothing is given away -----------------------------------------------------------------------------------


def with_spoilers(mark: Any) -> Drama:
    drama = run_on()
    for item, text in ((drama.notes[0], "NOTE"), (drama.scenes[0], "SCENE"), (drama.reviews[0], "REVIEW")):
        item.text, item.spoiler = text, mark
    drama.quotes[0].lines[0].text = drama.quotes[0].note = "QUOTE"
    drama.quotes[0].spoiler = mark
    drama.reviews[0].verdict = drama.reviews[0].headline = "REVIEW"
    return drama


GIVEN_AWAY = re.compile("NOTE|SCENE|REVIEW|QUOTE")


@pytest.mark.parametrize("write", [page, lambda drama: book([drama])], ids=["page", "book"])
def test_major_spoilers_are_covered(write: Any) -> None:
    read = Reader(write(with_spoilers("major")))
    assert not GIVEN_AWAY.search(read.seen)
    assert set(GIVEN_AWAY.findall(read.behind)) == {"NOTE", "SCENE", "REVIEW", "QUOTE"}
    covers = re.findall(r"major spoiler\s+·\s([a-z]+(?:, episode \d+)?)", read.seen)
    assert covers == ["review", "note, episode 3", "note, episode 12", "quote, episode 10", "scene, episode 1"]
    assert not [attributes for tag, attributes in read.elements if tag == "details" and "open" in attributes]


@pytest.mark.parametrize("write", [page, lambda drama, **kept: book([drama], **kept)], ids=["page", "book"])
def test_for_posting_major_spoilers_are_not_there_at_all(write: Any) -> None:
    html = write(with_spoilers("major"), spoilers=False)
    assert not GIVEN_AWAY.search(html)
    assert "major" not in html
    assert "details" not in Reader(html).tags
    assert GIVEN_AWAY.search(write(with_spoilers("minor"), spoilers=False))


def test_minor_spoilers_carry_a_mark_before_them() -> None:
    seen = Reader(page(with_spoilers("minor"))).seen
    assert seen.count("minor spoiler") == 4
    for said in ("NOTE", "SCENE", "QUOTE"):
        assert "minor spoiler" in seen[: seen.index(said)][-60:]


def test_without_the_newest_review_the_one_before_is_the_review() -> None:
    drama = run_on()
    drama.reviews.append(Review(id=20, text="It was him.", spoiler="major"))
    read = Reader(page(drama, spoilers=False))
    assert "Earlier reviews" not in read.seen
    assert "They listen" in read.seen


def test_the_chart_does_not_show_the_rating_of_a_covered_note() -> None:
    drama = run_on()
    drama.notes = [Note(id=number, episode=number, rating=7.0) for number in range(1, 5)]
    drama.notes.append(Note(id=5, episode=5, rating=10.0, spoiler="major"))
    drawn = re.search('<svg[^>]*class="chart".*?</svg>', page(drama))
    assert drawn
    assert "episode 4: 7.0" in drawn[0]
    assert "10.0" not in drawn[0]
    assert "episode 5" not in drawn[0]


# --- It reads well -------------------------------------------------------------------------------------------


def assert_headings_in_order(read: Reader) -> None:
    levels = [int(tag[1]) for tag in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("text", ["#### a\n\n# b\n\n## c\n\n###### d\n\n# e", "Title\n=====\n\n### x\n\n## y"])
def test_headings_of_a_review_find_their_place_below_ours(text: str) -> None:
    drama = run_on()
    drama.reviews[0].text = text
    for html in (page(drama), book([drama])):
        assert_headings_in_order(Reader(html))


def test_markdown_is_set() -> None:
    drama = run_on()
    drama.reviews[0].text = "*a* **b** `c` ~~d~~\n\n- e\n\n1. f\n\n> g\n\n---\n\n|h|i|\n|-|-|\n|j|k|\n\nl\nm"
    html = page(drama)
    for made in ("<em>a</em>", "<strong>b</strong>", "<code>c</code>", "<s>d</s>", "<ul>", "<ol>", "<blockquote>",
                 "<hr", "j</td>", "l<br"):  # fmt: skip
        assert made in html


def test_a_book_leads_to_each_drama() -> None:
    read = Reader(book(samples()))
    assert_headings_in_order(read)
    assert {address[1:] for address in read.all("href") if address[0] == "#"} == {
        "contents",
        *(drama.slug for drama in samples()),
    }
    assert len(read.all("id")) == len(set(read.all("id")))
    assert {address[1:] for address in read.all("href") if address[0] == "#"} <= set(read.all("id"))


def test_anchors_of_two_dramas_never_meet() -> None:
    one, other = run_on(), run_on()
    one.slug, other.slug = "run", "run-2"
    one.notes[0].id = 2
    ids = Reader(book([one, other])).all("id")
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
