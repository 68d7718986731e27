"""The HTML of a drama: nothing in it runs, nothing is lost, and nothing is given away."""

import re
import shutil
import subprocess
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.formats.dramas import dramas, run_on, samples
from tests.formats.pages import Reader, assert_headings_in_order, filled, words_of
from tests.trying import examples
from watchlog.formats.html.page import book, page
from watchlog.journal.drama.documents import whole
from watchlog.journal.drama.following import to_be_read
from watchlog.journal.drama.records import CastMember, Drama, Note, Rating, Review

OURS = {"html", "head", "meta", "title", "style", "body", "main", "article", "header", "section", "nav", "div", "span",
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "b", "bdi", "small", "time", "a", "ol", "ul", "li", "dl", "dt",
        "dd", "figure", "figcaption", "blockquote", "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
        "svg", "desc", "path", "rect", "line", "circle", "text"}  # fmt: skip
MARKDOWN = {"em", "strong", "s", "code", "pre", "hr"}
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


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


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("write", [page, lambda drama: "".join(book([drama]))], ids=["page", "book"])
def test_a_hostile_text_is_text_in_every_field(hostile: str, write: Any) -> None:
    harmless, taken = Reader(write(filled("harmless"))), Reader(write(filled(hostile)))
    assert taken.shape == harmless.shape
    times = (harmless.seen + harmless.behind).count("harmless")
    assert times > 20
    if "&" not in hostile:  # an entity means a letter in a review
        assert (taken.seen + taken.behind).count(" ".join(hostile.split())) == times


@pytest.mark.slow
@given(dramas())
@examples(60)
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_on_a_phone_no_word_however_long_makes_the_page_wider(chromium: str, tmp_path: Path) -> None:
    drama = filled("W" * 200)
    drama.ratings = [Rating(overall=8.0, parts={"part" * 30: 7.0})]
    measured = """<iframe srcdoc="{}" style="width: 390px" onload="
        document.title = this.contentDocument.documentElement.scrollWidth"></iframe>"""
    browser = opened(chromium, measured.format(escape(page(drama))), tmp_path / "phone")
    found = re.search("<title>(.*?)</title>", browser.communicate(timeout=60)[0])
    assert found
    assert 0 < int(found[1]) <= 390


# --- Nothing is lost -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("drama", [run_on(), *samples()], ids=lambda drama: drama.slug)
def test_every_word_is_on_the_page(drama: Drama) -> None:
    read = Reader(page(drama))
    there = set(re.findall(r"\w+", " ".join([read.seen, read.behind, *read.all("href")])))
    unknown = {"cross", "Mina"}
    assert set(words_of(whole(drama))) - there <= unknown


def test_who_made_it_stands_in_one_line_of_the_head() -> None:
    drama = Drama(slug="x", title="X", cast=[
        CastMember(id=1, actor="Lee Jeong Hyo", role="director"),
        CastMember(id=2, actor="Park Ji Eun", role="writer"),
        CastMember(id=3, actor="Park Hae Young", role="writer"),
    ])  # fmt: skip
    (crew,) = re.findall('<p class="crew">(.*?)</p>', page(drama))
    said = re.sub("<[^>]*>", "", crew).replace("\u00a0", " ")
    assert said == "writer Park Ji Eun, Park Hae Young · director Lee Jeong Hyo"


def test_the_numbers_are_on_the_page() -> None:
    seen = " ".join(Reader(page(run_on())).seen.split())
    for said in (
        "Drama · South Korea · 2020 · JTBC , Netflix · 16 episodes of 70 min",
        *("story 9.0", "watching 2021 · 1 of 16 episodes · 2nd time through", "9.5 · 24 December 2020"),
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
    assert "nothing" not in "".join(book([])).lower()


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


@pytest.mark.parametrize("write", [page, lambda drama: "".join(book([drama]))], ids=["page", "book"])
def test_major_spoilers_are_covered(write: Any) -> None:
    read = Reader(write(with_spoilers("major")))
    assert not GIVEN_AWAY.search(read.seen)
    assert set(GIVEN_AWAY.findall(read.behind)) == {"NOTE", "SCENE", "REVIEW", "QUOTE"}
    covers = re.findall(r"major spoiler\s+·\s([a-z]+(?:, episode \d+)?)", read.seen)
    assert covers == ["review", "scene, episode 1", "note, episode 3", "note, episode 12", "quote, episode 10"]
    assert not [attributes for tag, attributes in read.elements if tag == "details" and "open" in attributes]


@pytest.mark.parametrize("write", [page, lambda drama: "".join(book([drama]))], ids=["page", "book"])
def test_for_posting_major_spoilers_are_not_there_at_all(write: Any) -> None:
    html = write(to_be_read(with_spoilers("major")))
    assert not GIVEN_AWAY.search(html)
    assert "major" not in html
    assert "details" not in Reader(html).tags
    assert GIVEN_AWAY.search(write(to_be_read(with_spoilers("minor"))))


def test_minor_spoilers_carry_a_mark_before_them() -> None:
    seen = Reader(page(with_spoilers("minor"))).seen
    assert seen.count("minor spoiler") == 8
    assert "Spoiler warning: minor spoilers, up to episode 12." in seen
    for said in ("NOTE", "SCENE", "QUOTE"):
        assert "minor spoiler" in seen[: seen.index(said)][-60:]


def test_without_the_newest_review_the_one_before_is_the_review() -> None:
    drama = run_on()
    drama.reviews.append(Review(id=20, text="It was him.", spoiler="major"))
    read = Reader(page(to_be_read(drama)))
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


@pytest.mark.parametrize(
    "address",
    ["my notes", "javascript:alert(1)", "https://", "https://a b", "http://[", "https://x.y:999999", "https://a.b/100%",
     'https://a.b/"', "https:///x", "//x.y", "https://me@x.y"],
)  # fmt: skip
def test_what_is_no_address_is_text(address: str) -> None:
    read = Reader(page(Drama(slug="x", title="X", links=[address])))
    assert address not in [attributes.get("href") for _, attributes in read.elements]


@pytest.mark.parametrize("address", ["https://a.b/c?d=%20&e=1#f", "http://[::1]:80/", "https://위키.한국/런_온"])
def test_an_address_is_a_link(address: str) -> None:
    read = Reader(page(Drama(slug="x", title="X", links=[address])))
    assert address in [attributes.get("href") for _, attributes in read.elements]


def test_emphasis_in_cast_notes_and_songs_is_shown_as_that() -> None:
    drama = run_on()
    drama.cast[0].note = "*kind* <b>\n\nand **`<i>`**"
    drama.songs[0].note = "~~sad~~"
    drama.notes[0].text = "**no way**,\n# 1 & 2 * 3"
    html = page(drama)
    for told in (
        "<em>kind</em> &lt;b&gt;</p>", "<strong><code>&lt;i&gt;</code></strong>", "<s>sad</s>",
        "<strong>no way</strong>,<br># 1 &amp; 2 * 3</p>",
    ):  # fmt: skip
        assert told in html


def test_letters_without_a_slanted_form_are_not_slanted_and_the_last_section_stands_apart() -> None:
    style = page(Drama(slug="run-on", title="Run On"))
    assert ":is(:lang(ko), :lang(ja), :lang(th), :dir(rtl)):not(em) { font-style: normal; }" in style
    assert "\n.facts {" not in style, "a section of that name has the room of every section above it"
