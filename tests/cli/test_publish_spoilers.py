"""What a site gives away: nothing major, but what a reader opens; and to a friend at episode 8 nothing of later."""

import re
from pathlib import Path

import pytest

from tests.cli.site import contents, page, pages
from tests.formats.pages import Reader
from tests.program import Program

GIVEN_AWAY = re.compile("(?i)gave-away")


@pytest.fixture
def telling(begun: Program) -> Program:
    """A journal in which every kind of text gives something away."""
    begun("set", "run-on", "--synopsis", "GAVE-AWAY", "--synopsis-spoiler", "major")
    begun("note", "run-on", "3", "GAVE-AWAY note", "--rating", "10", "--spoiler", "major", "--on", "2021-01-01")
    begun("quote", "run-on", "GAVE-AWAY quote", "--by", "Gave-Away Speaker", "--spoiler", "major", "--on", "2021-01-01")
    begun("cast", "run-on", "Gave-Away Guest", "--as", "GAVE-AWAY", "--note", "GAVE-AWAY", "--spoiler", "major")
    begun("song", "run-on", "GAVE-AWAY", "--by", "GAVE-AWAY", "--spoiler", "major")
    begun("scene", "run-on", "GAVE-AWAY scene", "--spoiler", "major")
    begun("review", "run-on", "Nothing yet.", "--headline", "Calm", "--on", "2021-01-02")
    begun("review", "run-on", "GAVE-AWAY review", "--headline", "GAVE-AWAY", "--verdict", "GAVE-AWAY",
          "--opening", "GAVE-AWAY", "--spoiler", "major", "--on", "2021-02-02")  # fmt: skip
    begun("rate", "run-on", "9", "--on", "2021-01-01")
    return begun


def test_a_major_spoiler_is_nowhere_but_behind_its_cover_on_its_page(telling: Program, site: Path) -> None:
    """44, 51"""
    telling("publish", str(site), "--yes", "--base-url", "https://mina.example")
    for name, content in contents(site).items():
        assert not GIVEN_AWAY.search(name)
        if not name.startswith("dramas/"):
            assert not GIVEN_AWAY.search(content.decode()), name
    read = page(site, "dramas/run-on.html")
    assert not GIVEN_AWAY.search(read.seen)
    assert len(GIVEN_AWAY.findall(read.behind)) >= 12
    for tag, attributes in read.elements:
        assert not GIVEN_AWAY.search(str(attributes)), tag
    assert "Calm" in page(site, "index.html").seen, "the newest piece is one that may be read"


def test_what_stands_in_a_covered_review_is_not_taken_for_said(begun: Program, site: Path) -> None:
    """35"""
    begun("quote", "run-on", "Walk, then.", "--by", "Dan Ah")
    begun("quote", "run-on", "He wins.", "--spoiler", "major")
    begun("review", "run-on", "He does it.\n\n[[1]]\n\n[[2]]", "--spoiler", "major")
    begun("publish", str(site), "--yes")
    read = page(site, "dramas/run-on.html")
    assert "Walk, then." in read.seen
    assert "He wins." not in read.seen
    assert "run-on.1" in read.all("id")


def test_a_covered_item_stays_covered_where_it_is_set(begun: Program, site: Path) -> None:
    """35"""
    begun("quote", "run-on", "He wins.", "--spoiler", "major", "--episode", "12")
    begun("review", "run-on", "Look:\n\n[[1]]\n\nand [[1]].", "--on", "2021-01-01")
    begun("publish", str(site), "--yes")
    read = page(site, "dramas/run-on.html")
    assert "He wins." not in read.seen
    assert read.behind.count("He wins.") == 1
    begun("publish", str(site), "--upto", "8")
    assert not [name for name, content in contents(site).items() if b"He wins." in content]


def test_for_a_friend_who_is_at_episode_8(begun: Program, site: Path) -> None:
    begun("watch", "run-on", "1-12", "--on", "2021-01-01")
    for episode, said in (("8", "BEFORE"), ("9", "LATER"), ("whole", "LATER")):
        begun("note", "run-on", episode, said, "--rating", "9", "--on", "2021-01-01")
    begun("quote", "run-on", "LATER", "--episode", "9", "--on", "2021-01-01")
    begun("scene", "run-on", "LATER", "--episode", "10")
    begun("review", "run-on", "LATER", "--headline", "LATER", "--on", "2021-01-01")
    begun("publish", str(site), "--yes", "--upto", "8", "--base-url", "https://mina.example")
    assert not [name for name, content in contents(site).items() if b"LATER" in content]
    assert "BEFORE" in page(site, "dramas/run-on.html").seen
    assert "0 reviews" not in page(site, "index.html").seen


def test_hostile_words_are_words_in_every_file(begun: Program, site: Path) -> None:
    hostile = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>]]>&lt;"
    begun("set", "run-on", "--title", hostile, "--native", hostile, "--genre", hostile, "--synopsis", hostile)
    begun("note", "run-on", "1", hostile, "--on", "2021-01-01", "--rating", "9")
    begun("quote", "run-on", hostile, "--by", hostile, "--on", "2021-01-01")
    begun("cast", "run-on", hostile, "--as", hostile, "--note", hostile)
    begun("review", "run-on", hostile, "--headline", hostile, "--by", hostile, "--on", "2021-01-01")
    begun("watch", "run-on", "1", "--on", "2021-01-01")
    begun("publish", str(site), "--yes", "--title", hostile, "--base-url", "https://mina.example")
    for name, html in pages(site):
        read = Reader(html)
        assert not {"script", "img"} & {*read.tags}, name
        assert not [attribute for _, found in read.elements for attribute in found if attribute.startswith("on")]
    assert "alert(1)" in page(site, "dramas/run-on.html").seen


def test_what_is_left_out_is_named_where_a_text_refers_to_it(begun: Program, site: Path, tmp_path: Path) -> None:
    begun("note", "run-on", "12", "He wins.")
    begun("quote", "run-on", "You fall.", "--episode", "2")
    begun("note", "run-on", "2", "As [[1]] says, and [[2]].\n\n[[1]]\n\nThat is all.")
    written = begun("publish", str(site), "--yes", "--upto", "8")
    assert "nowhere" not in written.stderr
    alone = tmp_path / "run-on.html"
    begun("export", "run-on", "--upto", "8", "-o", str(alone))
    for file in (site / "dramas/run-on.html", alone):
        seen = " ".join(Reader(file.read_text("utf-8")).seen.split())
        assert "As a note (covered) says, and “You fall.”" in seen
        assert "That is all." in seen
        assert "[[" not in seen
    assert "As [[1]] says" in begun("export", "run-on", "--upto", "8").stdout, "what comes back keeps its references"
