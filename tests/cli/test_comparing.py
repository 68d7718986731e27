"""Words alike are found alike, whoever looks for them."""

import unicodedata

import pytest

from tests.program import Program, built_once


@built_once
def shelf(program: Program) -> None:
    program("add", "It’s Okay to Not Be Okay", "--native", "사이코지만 괜찮아", "--aka", "Psycho But It’s Okay")
    program("add", "Mr. Queen", "--genre", "Romântico", "--tag", "Café", "--network", "Télé", "--country", "Türkiye")
    program("add", "İstanbul", "--native", "ＢＴＳ", "--genre", "Sci-Fi", "--tag", "don’t")
    program("cast", "mr-queen", "José Núñez")
    program("quote", "mr-queen", "Élan vital — at the café", "--by", "Señor O’Neil")
    program("note", "mr-queen", "1", "ISTANBUL, İstanbul, ｶﾞｰﾙ")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("it's okay to not be okay", "its-okay-to-not-be-okay"),
        ("its okay", "its-okay-to-not-be-okay"),
        ("psycho but it's", "its-okay-to-not-be-okay"),
        ("사이코", "its-okay-to-not-be-okay"),
        (unicodedata.normalize("NFD", "사이코지만"), "its-okay-to-not-be-okay"),
        ("mr queen", "mr-queen"),
        ("MR.QUEEN", "mr-queen"),
        ("istanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("bts", "istanbul"),
    ],
)
def test_a_drama_is_named(shelf: Program, name: str, slug: str) -> None:
    assert shelf.drama(name)["slug"] == slug


@pytest.mark.parametrize(
    ("arguments", "slugs"),
    [
        (["it's okay"], ["its-okay-to-not-be-okay"]),
        (["okay psycho"], ["its-okay-to-not-be-okay"]),
        (["mr queen"], ["mr-queen"]),
        (["mrqueen"], ["mr-queen"]),
        (["istanbul"], ["istanbul"]),
        (["bts"], ["istanbul"]),
        (["--genre", "romantico"], ["mr-queen"]),
        (["--genre", "SCI FI"], ["istanbul"]),
        (["--tag", "cafe"], ["mr-queen"]),
        (["--tag", "dont"], ["istanbul"]),
        (["--tag", "don't"], ["istanbul"]),
        (["--network", "ｔｅｌｅ"], ["mr-queen"]),
        (["--country", "turkiye"], ["mr-queen"]),
        (["--actor", "jose nunez"], ["mr-queen"]),
        (["--actor", "nun"], ["mr-queen"]),
    ],
)
def test_a_list_is_narrowed(shelf: Program, arguments: list[str], slugs: list[str]) -> None:
    assert [row["slug"] for row in shelf("list", "--json", *arguments).json] == slugs


@pytest.mark.parametrize("words", ["elan", "ÉLAN VITAL - at", "cafe", "istanbul", "ガール", "o'neil", "nunez"])
def test_a_search_finds_it(shelf: Program, words: str) -> None:
    assert "mr-queen" in {hit["drama"] for hit in shelf("search", words, "--json").json}


@pytest.mark.parametrize("by", ["senor", "o'neil", "Oneil", "SEÑOR O’NEIL"])
def test_a_quote_is_found_by_its_speaker_and_its_words(shelf: Program, by: str) -> None:
    assert len(shelf("quotes", "--by", by, "--search", "elan", "--json").json) == 1


@pytest.mark.parametrize("name", ["jose nunez", "JOSÉ NÚÑEZ", "nunez", "Jose  Núñez"])
def test_a_person_is_found(shelf: Program, name: str) -> None:
    assert shelf("person", name, "--json").json["name"] == "José Núñez"


def test_an_exact_name_wins(program: Program) -> None:
    for title in ("Cafe", "Café"):
        program("add", title)
    assert program.drama("Café")["title"] == "Café"
    assert program.drama("CAFÉ")["title"] == "Café"
    assert program.drama("Cafe")["title"] == "Cafe"
    assert "could be 2 dramas" in program("show", "caf", code=1).stderr


def test_titles_are_listed_as_in_a_dictionary(program: Program) -> None:
    titles = ["#Alive", "Apple", "Éclair", "Łódź", "Run On", "The Run-Up", "Über", "Zebra", "가을동화", "런 온"]
    for title in reversed(titles):
        program("add", title)
    assert [row["title"] for row in program("list", "--json").json] == titles
    assert [row["title"] for row in program("list", "--json", "--reverse").json] == titles[::-1]


def test_a_near_miss_is_guessed_whatever_its_accents(shelf: Program) -> None:
    assert "Did you mean mr-queen?" in shelf("show", "Mr. Qüene", code=1).stderr
    assert "Did you mean José Núñez?" in shelf("person", "Jose Nunes Q", code=1).stderr


def test_figures_count_spellings_together(program: Program) -> None:
    for number, genre in enumerate(["Sci-Fi", "sci fi", "Sci-Fi"]):
        program("add", f"Drama {number}", "--genre", genre, "--status", "watching")
    assert program("stats", "--json").json["genres"] == [{"name": "Sci-Fi", "dramas": 3, "mean": None, "spread": None}]
