"""The article in Markdown: what is plain words stays plain words, and what is covered stays covered."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from tests.trying import examples
from watchlog.formats.article import Marks, write
from watchlog.journal.drama.article import Article, Layout
from watchlog.journal.drama.records import (
    Aired,
    CastMember,
    Drama,
    Line,
    Note,
    Quote,
    Review,
    Round,
    Scene,
    Song,
    Synopsis,
)

_SIGNS = some.text("ab1. \n\\`*_[](){}<>#+-=!|~&;:^$/\"'", max_size=30)
_PLAIN = Marks(plain=False)


def rendered(markdown: str) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


def rows(text: str) -> list[str]:
    return [" ".join(row.split()) for row in text.split("\n") if row.split()]


@examples(300)
@given(_SIGNS)
def test_words_that_are_not_markdown_come_out_of_it_as_they_are(text: str) -> None:
    html = rendered(_PLAIN.verse(text))
    assert not set(re.findall("<([a-z0-9]+)", html)) - {"p", "br"}
    assert rows(unescape(re.sub("<[^>]*>", "", html))) == rows(text)


@examples(300)
@given(some.lists(some.sampled_from(["\\", "</details>", "<summary>", "a", " ", "\n"]), max_size=12).map("".join))
def test_nothing_opens_a_cover_from_within(words: str) -> None:
    html = rendered(_PLAIN.covered(Scene(id=1, text=words, spoiler="major"), f"x {words}"))
    assert html.count("<details>") == html.count("</details>") == html.count("<summary>") == 1


@examples(300)
@given(some.lists(some.sampled_from(["```", "~~~", "````", "`", "  ", "x", "\n", "\n"]), max_size=14).map("".join))
def test_a_block_of_code_without_an_end_takes_nothing_along(words: str) -> None:
    drama = Drama(slug="run-on", title="Run On", scenes=[Scene(id=1, text=f"a{words}", spoiler="major")])
    drama.reviews = [Review(id=2, text=f"b{words}", verdict="must-watch")]
    html = rendered(article(drama, "scenes", "review", "verdict"))
    assert html.count("</details>") == html.count("<h2>") - 1 == 1
    assert html.endswith("<p>Verdict: must-watch</p>\n")


def article(drama: Drama, *order: str, **fields: object) -> str:
    review = drama.reviews[-1] if drama.reviews else None
    return write(Article(drama, review, Layout(order), **fields))  # type: ignore[arg-type]


def test_a_synopsis_a_quote_and_lyrics_are_plain_words() -> None:
    drama = Drama(
        slug="run-on",
        title="Run On",
        synopsis=Synopsis(text="# He runs.\n*Fast.*"),
        quotes=[Quote(id=1, lines=[Line(text="*sigh* You came. <3", speaker="A*")], note="_mine_")],
        songs=[Song(id=2, title="Blue", lyrics="[Chorus]: *oh*", note="It *soars*.\nAgain.")],
    )
    assert article(drama, "synopsis") == "## Synopsis\n\n\\# He runs.  \n\\*Fast.\\*\n"
    said = "> \\*sigh\\* You came. \\<3  \n> — A\\*\n>\n> *\\_mine\\_*\n"
    assert article(drama, "quotes") == f"## Quotes\n\n{said}"
    assert article(drama, "songs").endswith("It *soars*.  \nAgain.\n\n\\[Chorus\\]: \\*oh\\*\n")
    plain = write(Article(drama, None, Layout(("synopsis",))), plain=True)
    assert plain == "Synopsis\n\n# He runs.\n*Fast.*\n"


def test_the_lines_of_a_note_stay_lines() -> None:
    drama = Drama(
        slug="run-on",
        title="Run On",
        notes=[Note(id=1, text="One.\nTwo.\n\nThree.", episode=1)],
        scenes=[Scene(id=2, text="One.\nTwo.")],
        cast=[CastMember(id=3, actor="A", note="One.\nTwo.")],
    )
    assert article(drama, "notes").endswith("One.  \nTwo.\n\nThree.\n")
    for section in ("scenes", "cast"):
        assert article(drama, section).endswith("One.  \nTwo.\n")


def test_a_review_that_stands_open_is_not_said_to_be_covered() -> None:
    review = Review(id=1, text="He wins.", spoiler="major", episodes_seen=4)
    drama = Drama(slug="run-on", title="Run On", reviews=[review])
    assert article(drama, "warning", "review").startswith("Spoiler warning: major spoilers, up to episode 4.\n")
    drama.scenes = [Scene(id=2, text="He falls.", spoiler="major")]
    said = article(drama, "warning", "review", "scenes")
    assert said.startswith("Spoiler warning: major spoilers, up to episode 4. Others are covered.\n")
    review.spoiler = "none"
    assert article(drama, "warning", "scenes").startswith("Spoiler warning. Major ones are covered.\n")


def test_a_show_without_an_end_says_how_much_is_seen() -> None:
    drama = Drama(
        slug="running-man", title="Running Man", status="watching", aired=Aired(days=["sunday"]),
        rounds=[Round(episodes={"1": None, "2": None})],
    )  # fmt: skip
    assert "- Airing on: Sunday (2 seen)" in article(drama, "facts")
