"""watchlog article: a whole review, typed in by commands, comes out as the piece it was."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.formats.pages import Reader
from tests.program import Program

OPENING = "Good evening to all who run.\n\nThis drama is still on the air."
TEXT = """The first hour is a long warm-up, and I liked it.

[[6]]

Nobody had told her that before. Then they meet on the stairs, and it is worth the wait:

[[7]]

I have watched these two walk home *three times*.
"""
CLOSING = "Tell me below what you think.\n\nUntil Thursday, and goodbye!"
LYRICS = "Small bird of the line,\nyou know the way\n\nsing it again\nuntil it is day"

LINES = """
# Run On (런 온)
By Mina, 25 January 2021
Good evening to all who run.
This drama is still on the air.
Spoiler warning: minor spoilers, up to episode 12. Major ones are covered.
- Drama: Run On
- Airing on: Wednesday, Thursday (12 of 16)
- Genres: Romance, Sports
- Tags: Slow Burn, Adults Talking
Contains: a father, ep 5
## Synopsis
A runner stops running.
A translator does not.
Source: AsianWiki
## Cast
### Im Si Wan as Ki Seon Gyeom
He says what he means.
The acting is in the pauses.
Earlier: Strangers from Hell, as Im Shi Wan.
### Shin Se Kyung as Oh Mi Joo
She apologises first.
### Choi Soo Young as Seo Dan Ah
A director of everything.
### Kang Tae Oh as Lee Young Hwa
He paints.
## Soundtrack
### "Blue Bird" by Solar
Small bird of the line,
you know the way
sing it again
until it is day
### "Run To You" by Lucy
In the car.
## At the speed of a conversation
The first hour is a long warm-up, and I liked it.
> You fall so that you learn to get up.
> 넘어지는 건 일어나는 법을 배우려고.
> — Oh Mi Joo, episode 2
Nobody had told her that before. Then they meet on the stairs, and it is worth the wait:
> Seo Dan Ah: Did I call you?
> Lee Young Hwa: You did.
> Seo Dan Ah: Then stay.
> — episode 11, 41:20
I have watched these two walk home *three times*.
## Favourite scenes
*Episode 1, 05:20*
The cinema, after the lights.
<details>
<summary>major spoiler: scene, episode 12</summary>
*Episode 12*
He lets go of the wheel.
</details>
Verdict: must-watch, so far
Tell me below what you think.
Until Thursday, and goodbye!
Edited by: Jo, Ana
"""


@pytest.fixture
def written(program: Program) -> Program:
    program(
        "add", "Run On", "--native", "런 온", "--episodes", "16", "--aired-from", "2020-12-16",
        "--airing-day", "wed,thu", "--genre", "Romance,Sports", "--tag", "Slow Burn,Adults Talking",
        "--warning", "a father, ep 5",
        "--synopsis", "A runner stops running.\n\nA translator does not.", "--synopsis-source", "AsianWiki",
        "--status", "watching",
    )  # fmt: skip
    for actor, character, note in (
        (
            "Im Si Wan",
            "Ki Seon Gyeom",
            "He says what he means.\n\nThe acting is in the pauses.\n\nEarlier: Strangers from Hell, as Im Shi Wan.",
        ),
        ("Shin Se Kyung", "Oh Mi Joo", "She apologises first."),
        ("Choi Soo Young", "Seo Dan Ah", "A director of everything."),
    ):
        program("cast", "run-on", actor, "--as", character, "--role", "main", "--note", note)
    program("song", "run-on", "Blue Bird", "--by", "Solar", "--lyrics", LYRICS)
    program("song", "run-on", "Run To You", "--by", "Lucy", "--note", "In the car.")
    original = "넘어지는 건 일어나는 법을 배우려고."
    fall = "You fall so that you learn to get up."
    program("quote", "run-on", fall, "--by", "Oh Mi Joo", "--original", original, "--episode", "2")
    dialogue = "Seo Dan Ah: Did I call you?\nLee Young Hwa: You did.\nSeo Dan Ah: Then stay."
    program("quote", "run-on", dialogue, "--episode", "11", "--at", "41:20")
    program("cast", "run-on", "Kang Tae Oh", "--as", "Lee Young Hwa", "--note", "He paints.")
    program("watch", "run-on", "1-12", "--on", "2021-01-21")
    program("note", "run-on", "3", "The umbrella.", "--rating", "9.5", "--on", "2021-01-07")
    program("scene", "run-on", "The cinema, after the lights.", "--episode", "1", "--at", "5:20")
    program("scene", "run-on", "He lets go of the wheel.", "--episode", "12", "--spoiler", "major")
    program("rate", "run-on", "9", "--story", "9")
    program(
        "review", "run-on", TEXT, "--headline", "At the speed of a conversation", "--verdict", "must-watch, so far",
        "--spoiler", "minor", "--on", "2021-01-25", "--by", "Mina", "--editor", "Jo", "--editor", "Ana",
        "--opening", OPENING, "--closing", CLOSING,
    )  # fmt: skip
    return program


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.split("\n") if line.strip(" >")]


def test_every_line_is_in_its_place(written: Program) -> None:
    assert _lines(written("article", "run-on").stdout) == _lines(LINES)


def test_as_plain_text_too(written: Program) -> None:
    expected = re.sub(r"(?m)^(?:#+ |> |- )", "", LINES).replace("*Episode 1, 05:20*", "Episode 1, 05:20")
    expected = re.sub(r"(?s)<details>.*</details>", "major spoiler, covered (scene, episode 12)", expected)
    printed = written("article", "run-on", "--format", "text").stdout
    assert [line.strip() for line in _lines(printed)] == _lines(expected)


def test_as_html_in_the_same_order(written: Program) -> None:
    page = Reader(written("article", "run-on", "--format", "html").stdout)
    words = " ".join((page.seen + page.behind).split())
    place = 0
    for line in _lines(LINES):
        said = re.sub(r"^(?:#+ |> |- )|[*<>]|/?details|/?summary", "", line).removesuffix(" (런 온)").strip()
        for part in re.split(r": (?=[A-Z])|— | as | by |, ", said):
            if part and not line.startswith(("<", "*Episode 12", "He lets go")):
                found = words.lower().find(
                    part.lower().rstrip("."), place if part not in ("episode 11", "41:20") else 0
                )
                assert found >= 0, (part, words[place:])
                place = max(place, found)
    assert "He lets go of the wheel." in page.behind
    assert "He lets go of the wheel." not in page.seen
    assert page.all("id") == []


def test_a_body_is_nothing_but_the_article(written: Program) -> None:
    body = written("article", "run-on", "--body").stdout
    assert body.startswith("<article>")
    assert body.endswith("</article>\n")
    assert "style" not in body


def test_nothing_in_it_is_only_for_the_program(written: Program) -> None:
    for name in ("markdown", "text", "html"):
        printed = written("article", "run-on", "--order", "review,notes,quotes", "--format", name).stdout
        assert "<!--" not in printed
        assert "[[" not in printed
        assert "Jan 2021" not in printed
        assert "7 January" not in printed
        assert "The umbrella." in printed
        assert printed.count("You fall so that") == 1


def test_a_terminal_shows_a_page(written: Program) -> None:
    page = re.sub(r"\x1b\[[0-9;]*m", "", written("--page", "article", "run-on").stdout)
    assert "┃ You fall so that you learn to get up." in page
    assert "major spoiler, covered (scene, episode 12)" in page
    assert "He lets go" not in page


def test_spoilers_are_shown_or_left_out(written: Program) -> None:
    shown = written("article", "run-on", "--spoilers", "show").stdout
    assert "<details>" not in shown
    assert "major spoilers" in shown
    for how in ("markdown", "html", "text"):
        without = written("article", "run-on", "--spoilers", "leave-out", "--format", how).stdout
        assert "lets go of the wheel" not in without
        assert "covered." not in without
        assert "lets go of the wheel" in written("article", "run-on", "--spoilers", "show", "--format", how).stdout


def test_for_a_friend_who_has_not_seen_as_much(written: Program) -> None:
    assert written("article", "run-on", "--upto", "12").stdout == written("article", "run-on").stdout
    early = written("article", "run-on", "--upto", "4").stdout
    assert "The first hour" not in early
    assert "He lets go" not in early
    assert "The cinema" in early
    chosen = written("article", "run-on", "--upto", "4", "--review", "12").stdout
    assert "The first hour" in chosen
    assert "Did I call you?" not in chosen
    assert "Did I call you?" not in written("article", "run-on", "--upto", "4", "--review", "12", "--body").stdout


def test_a_covered_item_stays_covered_where_it_is_set(written: Program) -> None:
    written("review", "run-on", "Look.\n\n[[11]]\n\nAs [[11]] shows.")
    printed = written("article", "run-on").stdout
    assert printed.count("He lets go") == 1
    assert printed.index("<details>") < printed.index("He lets go") < printed.index("</details>")
    assert "As a scene (covered) shows." in printed


def test_the_layout_is_asked_for_and_kept(written: Program) -> None:
    asked = ("--order", "title,verdict,rating", "--heading", "verdict=In short", "--heading", "title=Mine")
    expected = "# Mine\n\n## In short\n\nVerdict: must-watch, so far\n\n## Rating\n\n- Overall: 9.0\n- Story: 9.0\n"
    assert written("article", "run-on", *asked).stdout == expected
    assert written("article", "run-on").stdout != expected
    saved = written("article", "run-on", *asked, "--save-layout")
    assert saved.stderr == "Saved the layout of articles.\n"
    assert written("article", "run-on").stdout == expected
    written("view", "best", "rating:9..")
    assert written("article", "run-on").stdout == expected
    usual = written("article", "run-on", "--order", "usual").stdout
    assert "Mine" not in usual
    assert "In short" not in usual
    assert written("article", "run-on").stdout == expected
    written("article", "run-on", "--order", "Usual", "--save-layout")
    assert written("article", "run-on").stdout == usual
    assert (
        written("article", "run-on", "--order", "usual,rating").stdout
        == f"{usual}\n## Rating\n\n- Overall: 9.0\n- Story: 9.0\n"
    )


def test_the_ending_of_a_file_tells_the_format(written: Program, tmp_path: Path) -> None:
    for name, begins in (("a.html", "<!DOCTYPE html>"), ("a.md", "# Run On"), ("a.txt", "Run On (")):
        told = written("article", "run-on", "-o", str(tmp_path / name)).stderr
        assert told == f"Wrote the article on Run On to {tmp_path / name}.\n"
        assert (tmp_path / name).read_text().startswith(begins)


def test_what_cannot_be_posted(written: Program) -> None:
    written("add", "Signal")
    assert "There is nothing to post of Signal yet." in written.refuses("article", "signal", code=1)
    assert "has no review 3" in written.refuses("article", "run-on", "--review", "3", code=1)
    assert "SECTION=TEXT" in written.refuses("article", "run-on", "--heading", "x", code=2)
    assert "--body" in written.refuses("article", "run-on", "--body", "--format", "text", code=2)
    assert "No format ends in .pdf" in written.refuses("article", "run-on", "-o", "x.pdf", code=2)
    written("review", "run-on", "See [[99]].")
    told = written.refuses("article", "run-on", code=1)
    assert told == "[[99]] in review 13 leads nowhere.\nWrite what is meant: watchlog edit run-on 13"


def test_hostile_words_are_words(written: Program) -> None:
    written("quote", "run-on", "</details><script>alert(1)</script>", "--by", "<b>", "--spoiler", "major")
    written("review", "run-on", "[[13]]\n\n<img src=x onerror=y>")
    html = Reader(written("article", "run-on", "--format", "html").stdout)
    assert not {"script", "img"} & {*html.tags}
    markdown = written("article", "run-on").stdout
    assert markdown.count("</details>") == markdown.count("<details>") + 1
    assert "\\</details>" in markdown


def test_a_name_is_no_link_and_no_heading(written: Program) -> None:
    written("set", "run-on", "--title", "[x](http://a.example) ~~y~~")
    written("review", "run-on", "Fine.", "--headline", "# A headline")
    markdown = written("article", "run-on").stdout
    assert "# \\[x\\](http://a.example) \\~\\~y\\~\\~ (런 온)\n" in markdown
    assert "\n## \\# A headline\n" in markdown


def test_what_an_item_says_is_followed_no_further(begun: Program) -> None:
    begun("scene", "run-on", "First.\n\n[[2]]")
    begun("scene", "run-on", "Second.\n\n[[1]]\n\n[[2]]")
    begun("review", "run-on", "[[1]]\n\n[[3]]", "--on", "2021")
    for how in ("markdown", "text", "html"):
        printed = begun("article", "run-on", "--order", "review", "--format", how).stdout
        assert printed.count("First.") == 1
        assert "[[" not in printed


def test_a_reference_in_a_list_a_quotation_or_a_table_breaks_none(begun: Program) -> None:
    begun("quote", "run-on", "A: one\nB: two\nA: three")
    begun("review", "run-on", "> [[1]]\n\n- [[1]]\n- b\n\n| a | b |\n|---|---|\n| [[1]] | c |\n\n`[[1]]` \\[[1]]")
    printed = begun("article", "run-on", "--order", "review").stdout
    assert printed == (
        "## Review\n\n> “one”\n\n- “one”\n- b\n\n| a | b |\n|---|---|\n| “one” | c |\n\n`[[1]]` \\[[1]]\n"
    )
    tags = Reader(begun("article", "run-on", "--order", "review", "--body").stdout).tags
    assert [tags.count(tag) for tag in ("blockquote", "li", "td", "figure")] == [1, 2, 2, 0]


def test_a_note_says_in_every_format_which_episode_it_is_on(begun: Program) -> None:
    begun("note", "run-on", "whole", "Slow.")
    begun("note", "run-on", "4", "The stairs.")
    begun("note", "run-on", "3", "The umbrella.")
    begun("review", "run-on", "[[3]]")
    for how in ("markdown", "text", "html"):
        words = Reader(begun("article", "run-on", "--order", "review,notes", "--format", how).stdout).seen
        places = [words.index(one) for one in ("Episode 3", "umbrella", "Episode 4", "stairs", "whole drama", "Slow")]
        assert places == sorted(places)
    begun("add", "Minari", "--type", "movie")
    begun("note", "minari", "whole", "Slow.")
    for how in ("markdown", "text", "html"):
        printed = begun("article", "minari", "--order", "notes", "--format", how).stdout
        assert "Slow." in printed
        assert "whole drama" not in printed


@pytest.mark.parametrize("how", ["markdown", "text", "html"])
def test_nothing_in_it_turns_the_page_it_is_put_on_round(written: Program, how: str) -> None:
    written("set", "run-on", "--title", "Run\u202e On")
    written("review", "run-on", "He\u2067 runs.\n\n\u200fسأنتظرك")
    posted = written("article", "run-on", "--format", how).stdout
    assert not {"\u202e", "\u2067"} & {*posted}
    assert "\u200f" in posted


@pytest.mark.parametrize("more", [(), ("--headline", "On running")])
def test_the_headings_of_a_page_skip_no_level_wherever_a_text_has_some(program: Program, more: tuple[str, ...]) -> None:
    program("add", "Run On")
    text = "# Words\n\n### Deeper\n\nEnd."
    program("review", "run-on", text, "--opening", f"{text}.", "--closing", f"{text}!", *more)
    for options in ((), ("--order", "title,opening,review,closing", "--heading", "review=")):
        page = program("article", "run-on", "--format", "html", *options).stdout
        levels = [int(level) for level in re.findall("<h([1-6])", page)]
        assert len(levels) > 6
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
