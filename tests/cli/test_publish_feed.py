"""The feed of a site, as a feed reader takes it."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import html5lib
import pytest

from tests.formats.pages import Reader
from tests.program import Program

BASE = "https://mina.example/dramas"


def feed(program: Program, site: Path, *arguments: str) -> Any:
    program("publish", str(site), "--yes", *arguments)
    ElementTree.fromstring((site / "feed.xml").read_bytes())
    read = feedparser.parse((site / "feed.xml").read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    assert not read.bozo, read.get("bozo_exception")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", read.feed.id)
    return read


def body(entry: Any) -> str:
    html: str = entry.content[0].value
    assert entry.content[0].type == "text/html"
    html5lib.HTMLParser(strict=True).parseFragment(html)
    return html


def test_an_entry_is_the_whole_article(sample: Program, site: Path) -> None:
    read = feed(sample, site)
    assert [entry.title for entry in read.entries][:2] == [
        "Signal: Ten years on, still transmitting",
        "Reply 1988: I am on the bench now",
    ]
    whole = next(entry for entry in read.entries if entry.title.startswith("Run On: At the speed"))
    for said in ("ironing board", "That dream, I let it go so easily.", "Im Si Wan", "Blue Bird", "Airing on"):
        assert said in body(whole)


def test_what_xml_has_no_place_for_is_taken_out(begun: Program, site: Path) -> None:
    """46"""
    path = begun.journal / "dramas" / "run-on.json"
    text = r"a￾b￿c\ud83d\ude00d\u0000\u001be"
    begun("review", "run-on", "WORDS", "--headline", "HEAD", "--on", "2021-01-01")
    path.write_text(path.read_text("utf-8").replace("WORDS", text).replace("HEAD", text), "utf-8")
    (entry,) = feed(begun, site).entries
    assert entry.title == "Run On: abc😀de"
    assert "abc😀de" in body(entry)


def test_what_is_said_is_escaped_once(begun: Program, site: Path) -> None:
    """47"""
    begun("set", "run-on", "--title", '<3 & "Run On" &amp; &nbsp;')
    begun("review", "run-on", "a < b & c\u00a0– d <b>", "--on", "2021-01-01", "--by", "A & B <c>")
    (entry,) = feed(begun, site, "--title", "<3 & more").entries
    source = (site / "feed.xml").read_text("utf-8")
    assert "<title>&lt;3 &amp; &quot;Run On&quot; &amp;amp; &amp;nbsp;</title>" in source
    assert "<title>&lt;3 &amp; more</title>" in source
    assert entry.author == "A & B <c>"
    assert "a &lt; b &amp; c\u00a0– d &lt;b&gt;" in body(entry)
    assert not re.search(r"&(?!amp;|lt;|gt;|quot;|#x27;)", source)


def test_an_id_outlives_everything(begun: Program, site: Path) -> None:
    """48"""
    begun("review", "run-on", "First.", "--on", "2021-01-01")
    begun("review", "run-on", "Second.", "--on", "2021-02-01")
    before = feed(begun, site, "--base-url", BASE)
    ids = [entry.id for entry in before.entries]
    assert len({*ids, before.feed.id}) == 3
    begun("rename", "run-on", "ron")
    begun("set", "ron", "--title", "Ron")
    begun("article", "ron", "--order", "review", "--save-layout")
    begun("add", "Signal")
    after = feed(begun, site, "--base-url", "http://another.example", "--title", "New")
    assert [entry.id for entry in after.entries] == ids
    assert after.feed.id == before.feed.id


@pytest.mark.parametrize(
    ("on", "updated"),
    [("2021", "2021-01-01"), ("2021-03", "2021-03-01"), ("2021-03-04", "2021-03-04"), ("unknown", None)],
)
def test_updated_is_the_day_of_the_text_as_a_whole_timestamp(
    begun: Program, site: Path, on: str, updated: str | None
) -> None:
    """49"""
    begun("review", "run-on", "Words.", "--on", on)
    added = begun.drama("run-on")["added"][:10]
    read = feed(begun, site)
    assert read.entries[0].updated == f"{updated or added}T00:00:00Z"
    assert read.feed.updated == read.entries[0].updated


def test_a_feed_without_entries_is_one(begun: Program, site: Path) -> None:
    """49"""
    read = feed(begun, site)
    assert read.entries == []
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", read.feed.updated)


@pytest.mark.parametrize("base", ["", BASE, BASE + "/", "https://mina.example"])
def test_every_link_is_whole_or_none(begun: Program, site: Path, base: str) -> None:
    """50"""
    begun("add", "Signal")
    begun("quote", "run-on", "Walk.")
    text = "As in [[signal]], [here](#q7), [there](signal.html), [out](https://e.x/?a=1&b=2), [[1]]."
    begun("review", "run-on", text, "--on", "2021-01-01")
    read = feed(begun, site, *(["--base-url", base] if base else []))
    (entry,) = read.entries
    hrefs = Reader(body(entry)).all("href")
    place = base.rstrip("/")
    assert "https://e.x/?a=1&b=2" in hrefs
    if base:
        page = f"{place}/dramas/run-on.html"
        assert [href for href in hrefs if not href.startswith("https://e.x")] == [
            f"{place}/dramas/signal.html", f"{page}#q7", f"{place}/dramas/signal.html",
        ]  # fmt: skip
        assert entry.link == page
        assert {link.rel: link.href for link in read.feed.links} == {
            "alternate": f"{place}/index.html", "self": f"{place}/feed.xml",
        }  # fmt: skip
    else:
        assert hrefs == ["https://e.x/?a=1&b=2"]
        assert not entry.get("links")
    assert "src=" not in body(entry)


def test_what_is_covered_is_not_in_it_at_all(begun: Program, site: Path) -> None:
    """51: readers throw covers away."""
    begun("quote", "run-on", "He wins.", "--spoiler", "major")
    begun("review", "run-on", "Look:\n\n[[1]]\n\nand in a line [[1]].", "--on", "2021-01-01")
    begun("review", "run-on", "He won.", "--headline", "He won", "--spoiler", "major", "--on", "2021-02-01")
    assert len(feed(begun, site).entries) == 1
    source = (site / "feed.xml").read_text("utf-8")
    assert "He w" not in source
    assert "details" not in source


def test_a_corrected_comma_is_no_news(begun: Program, site: Path) -> None:
    """52"""
    begun("review", "run-on", "Old one.", "--on", "2020-01-01")
    begun("add", "Signal")
    begun("review", "signal", "New one.", "--on", "2021-01-01")
    before = feed(begun, site)
    begun("edit", "run-on", "1", "--text", "Old, one.")
    after = feed(begun, site)
    for read in (before, after):
        assert [entry.title for entry in read.entries] == ["Signal", "Run On"]
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert after.feed.updated == before.feed.updated
