"""The files of a site: no two are one, whatever dramas and people are called, and what is gone goes."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.site import contents, page, pages, words
from tests.program import Program
from watchlog.formats.site.places import address, person_pages


def people(folder: Path) -> list[str]:
    return [name for name in contents(folder) if name.startswith("people/")]


@pytest.mark.parametrize("names", [["C++", "C#", "C", "Ｃ"], ["ci.cd", "ci/cd", "ci-cd"], ["Milk", "milk", "MILK"]])
def test_names_that_are_one_person_are_one_page(begun: Program, site: Path, names: Sequence[str]) -> None:
    """37, 38: what `person` takes for one is one, and names that differ by case alone are one file nowhere."""
    for name in names:
        begun("cast", "run-on", name)
    found = {str([role["id"] for role in begun("person", name, "--json").json["dramas"]]) for name in names}
    begun("publish", str(site), "--yes")
    files = people(site)
    assert len({name.casefold() for name in files}) == len(files)
    listed = [said for said in names if said in words(site, "people.html").split()]
    assert len(files) == len(listed) == len(found)


def test_people_whose_files_would_be_called_alike_have_each_their_own(begun: Program, site: Path) -> None:
    """37: the same in every run and order, and the right one is linked."""
    for name in ("Ｊ Ｒ Kim", "J.R. Kim", "지민", "♥", "!!!", "가" * 60, "con"):
        begun("cast", "run-on", name, "--as", "Somebody")
    begun("publish", str(site), "--yes")
    there = {name: words(site, name) for name in people(site)}
    assert all("Run On" in said for said in there.values())
    for name in people(site):
        assert name.removeprefix("people/").removesuffix(".html").strip(".- ")
        assert len(os.fsencode(Path(name).name)) <= 143
        assert not name.startswith("people/con.")
    addresses = page(site, "people.html").all("href")
    assert sorted(one for one in addresses if one.startswith("people/")) == sorted(there)


@given(st.lists(st.text(min_size=1), unique=True, max_size=8), st.randoms())
def test_no_two_names_have_one_file_in_whatever_order(names: list[str], chance: object) -> None:
    found = person_pages(names)
    assert len({file.casefold() for file in found.values()}) == len(found)
    assert person_pages(reversed(names)) == found


def test_a_name_keeps_its_file_whoever_comes() -> None:
    few = person_pages(["♥", "Im Si Wan", "Zoë", "Drama"])
    more = person_pages(["♥", "Im Si Wan", "Zoë", "Drama", "!!!", "가", "con", "Zoe"])
    assert {name: more[name] for name in ("♥", "Im Si Wan", "Drama")} == {
        name: few[name] for name in ("♥", "Im Si Wan", "Drama")
    }
    assert few["Im Si Wan"] == "people/im-si-wan.html"


@pytest.mark.parametrize("title", ["Index", "Feed", "People", "Quotes", "Style", "404", "2021", "Dramas", "Published"])
def test_a_drama_called_like_a_page_of_the_site_is_in_its_way_nowhere(program: Program, site: Path, title: str) -> None:
    """39"""
    program("add", title)
    program("publish", str(site), "--yes")
    assert "1 drama" in words(site, "index.html")
    assert f"dramas/{title.lower()}.html" in contents(site)


@pytest.mark.parametrize("name", ["people/c#.html", "people/a b?.html", "people/100%.html", "people/가.html"])
def test_what_a_link_says_is_encoded_and_files_are_not(name: str) -> None:
    """40"""
    said = address("dramas/x.html", name, "x.7")
    assert said.isascii()
    assert unquote(said.partition("#")[0]) == f"../{name}"
    assert said.count("#") == 1
    assert address("people/y.html", name) == said.removeprefix("../people/").partition("#")[0]


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("https://e.x/a b", "https://e.x/a%20b"),
        ("https://e.x/[x]?q={y}|z", "https://e.x/[x]?q=%7By%7D%7Cz"),
        ("https://e.x/100%", "https://e.x/100%25"),
        ('https://e.x/"><b>', "https://e.x/%22%3E%3Cb%3E"),
    ],
)
def test_a_link_that_is_no_valid_address_is_encoded_and_shown_as_typed(
    begun: Program, site: Path, typed: str, href: str
) -> None:
    """42"""
    begun("set", "run-on", "--link", typed)
    begun("publish", str(site), "--yes")
    assert href in page(site, "dramas/run-on.html").all("href")
    assert typed.removeprefix("https://") in page(site, "dramas/run-on.html").seen


def test_what_is_not_there_any_more_goes(sample: Program, site: Path) -> None:
    """43: removed, outside the query, a name that was corrected; and somebody's own file stays."""
    sample("publish", str(site), "--yes", "--base-url", "https://mina.example")
    (site / "people" / "mine.html").write_text("mine")
    assert b"/signal.html" in (site / "feed.xml").read_bytes()
    sample("remove", "signal", "--yes")
    sample("edit", "run-on", "3", "--actor", "Shin Saekyeong")
    sample("publish", str(site), "--base-url", "https://mina.example", "year:..2020")
    there = contents(site)
    assert "dramas/signal.html" not in there
    assert b"/signal.html" not in there["feed.xml"]
    assert "Signal" not in words(site, "index.html")
    assert "dramas/run-on.html" in there
    assert "dramas/move-to-heaven.html" not in there
    assert "people/shin-saekyeong.html" in there
    assert "people/shin-se-kyung.html" not in there
    assert there["people/mine.html"] == b"mine"


def test_no_page_moves_with_the_place_or_the_machine(sample: Program, tmp_path: Path) -> None:
    """45"""
    made = []
    for number, zone in enumerate(["Pacific/Kiritimati", "America/Los_Angeles"]):
        folder = tmp_path / f"site-{number}"
        ended = sample.process(
            *("publish", str(folder), "--yes"),
            TZ=zone,
            PYTHONHASHSEED=str(number),
            XDG_CACHE_HOME=str(tmp_path / f"cache-{number}"),
            XDG_STATE_HOME=str(tmp_path / f"state-{number}"),
        )
        assert ended.code == 0, ended.stderr
        made.append(contents(folder))
    assert made[0] == made[1]


def test_nothing_but_the_calendar_moves_with_the_day(sample: Program, site: Path, tmp_path: Path) -> None:
    """45, from within, where the day can be set."""
    import time_machine

    made = []
    for day in ("2026-11-26T10:00:00+00:00", "2027-02-01T23:59:00+00:00"):
        with time_machine.travel(day, tick=False):
            sample("publish", str(site), "--yes")
        made.append(
            {name: content for name, content in contents(site).items() if name not in ("airing.ics", "published.txt")}
        )
    assert made[0] == made[1]


def test_every_page_is_linked_to_from_the_first(sample: Program, site: Path) -> None:
    sample("publish", str(site), "--yes")
    from urllib.parse import urljoin

    reached, left = set[str](), ["index.html"]
    links = {
        name: [href for _, found in page(site, name).elements if (href := found.get("href"))] for name, _ in pages(site)
    }
    while left:
        name = left.pop()
        if name in links and name not in reached:
            reached.add(name)
            left += [urljoin(name, href).partition("#")[0] for href in links[name] if "://" not in href]
    assert reached == set(links)
