"""One person under every spelling of their name, and nobody else."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from watchlog.errors import NotFound, WrongUsage
from watchlog.journal.drama.records import Aired, CastMember, Drama, Rating
from watchlog.journal.drama.romanising import key
from watchlog.journal.journal import Journal
from watchlog.journal.recall.casts import Cast, Casts, Part, Role, all_roles
from watchlog.journal.recall.people import Person, SeveralPeople, as_document, everybody, find_person, spellings
from watchlog.journal.recall.query.evaluation import matches
from watchlog.journal.recall.query.facts import facts_of
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.store import catalogue as catalogues
from watchlog.journal.store import layers
from watchlog.journal.store.catalogue import Catalogue


def drama(
    slug: str, *actors: str, year: int | None = None, aired: str | None = None, rating: float | None = None
) -> Drama:
    return Drama(
        slug=slug,
        title=slug.replace("-", " ").title(),
        year=year,
        aired=Aired(from_=aired) if aired else None,
        ratings=[Rating(overall=rating)] if rating else [],
        cast=[CastMember(id=number, actor=actor) for number, actor in enumerate(actors, start=1)],
    )


@pytest.fixture
def found(journal: Journal, tmp_path: Path) -> "Finder":
    return Finder(journal, tmp_path / "cache")


class Finder:
    """Finds people in the dramas it is given."""

    def __init__(self, journal: Journal, cache: Path) -> None:
        self.journal = journal
        self.cache = cache

    def casts(self, *dramas: Drama) -> Casts:
        with self.journal.change("add") as change:
            for one in dramas:
                change.put(one)
        return Casts(self.catalogue)

    @property
    def catalogue(self) -> Catalogue:
        return Catalogue(self.journal.storage, self.cache)

    def __call__(self, name: str, *dramas: Drama, exactly: bool = False) -> Person:
        return find_person(self.casts(*dramas), name, exactly=exactly)


def played(person: Person) -> list[str]:
    return [cast.slug for cast, _ in person.roles]


def of_one_each(*actors: str) -> list[Drama]:
    return [drama(f"drama-{number}", actor) for number, actor in enumerate(actors)]


STRANGERS = drama("strangers-from-hell", "Im Shi Wan", "Lee Dong Wook", aired="2019-08-31", rating=8.5)
RUN_ON = drama("run-on", "Im Si Wan", "Shin Se Kyung", aired="2020-12-16", rating=9)
MISAENG = drama("misaeng", "임시완", year=2014)


@pytest.mark.parametrize(
    "asked", ["Im Si Wan", "im shi-wan", "Lim Siwan", "Siwan Im", "임시완", "si wan", "Shiwan", "시완"]
)
def test_every_spelling_finds_all(found: Finder, asked: str) -> None:
    assert played(found(asked, STRANGERS, MISAENG, RUN_ON)) == ["run-on", "strangers-from-hell", "misaeng"]


def test_the_person_has_the_name_that_was_asked_for_and_says_how_else_it_is_spelt(found: Finder) -> None:
    person = found("im shi wan", STRANGERS, MISAENG, RUN_ON)
    assert person.name == "Im Shi Wan"
    assert {name: [cast.slug for cast in dramas] for name, dramas in person.also_spelt.items()} == {
        "Im Si Wan": ["run-on"],
        "임시완": ["misaeng"],
    }


def test_asked_in_no_spelling_there_is_the_person_has_the_one_used_most(found: Finder) -> None:
    again = drama("another", "Im Shi Wan")
    assert found("siwan lim", RUN_ON, STRANGERS, again).name == "Im Shi Wan"


def test_one_spelling_only_if_that_is_asked_for(found: Finder) -> None:
    assert played(found("im si wan", STRANGERS, MISAENG, RUN_ON, exactly=True)) == ["run-on"]
    with pytest.raises(NotFound):
        found("Lim Si Wan", exactly=True)


def test_a_mean_counts_every_drama_once_and_no_unrated_one(found: Finder) -> None:
    twice = drama("twice", "Im Si Wan", "Im Si Wan", rating=6)
    person = found("Im Si Wan", RUN_ON, MISAENG, twice)
    assert len(person.roles) == 4
    assert len(person.dramas) == 3
    assert person.mean == 7.5
    assert found("Lee Dong Wook", STRANGERS, drama("goblin", "Lee Dong Wook")).mean == 8.5
    assert found("Nobody Rated", drama("c", "Nobody Rated")).mean is None


def test_the_newest_drama_comes_first(found: Finder) -> None:
    dramas = [
        drama("b-undated", "A Name"),
        drama("c-undated", "A Name"),
        drama("old", "A Name", year=1999),
        drama("spring", "A Name", year=2020, aired="2020-03"),
        drama("winter", "A Name", aired="2020-12-16"),
        drama("newest", "A Name", year=2021),
    ]
    assert played(found("A Name", *dramas)) == ["newest", "winter", "spring", "old", "b-undated", "c-undated"]


def test_names_close_to_one_another_are_not_mixed_up(found: Finder) -> None:
    dramas = of_one_each("Kim Soo Hyun", "Kim So Hyun", "Kim Sung Hyun", "Kim Seung Hyun", "Kim Su-hyeon")
    assert played(found("Kim Soo Hyun", *dramas)) == ["drama-0", "drama-4"]
    assert played(found("Kim So Hyun")) == ["drama-1"]


def test_a_name_that_may_be_two_peoples_is_left_to_itself(found: Finder) -> None:
    dramas = of_one_each("Kim Joon Young", "Kim Jeon Young", "Kim Jun Young")
    assert played(found("Kim Joon Young", *dramas)) == ["drama-0"]
    assert played(found("Kim Jeon Young")) == ["drama-1"]
    assert played(found("Kim Jun Young")) == ["drama-2"]


def test_and_asked_for_it_alone_one_is_asked_which(found: Finder) -> None:
    with pytest.raises(SeveralPeople, match="“Kim Jun Young” could be 2 people:\n  Kim Jeon Young\n  Kim Joon Young"):
        found("Kim Jun Young", *of_one_each("Kim Joon Young", "Kim Jeon Young"))


def test_a_part_that_several_people_have_names_them(found: Finder) -> None:
    dramas = of_one_each("Kim Ji Won", "Ha Ji Won", "Ha Ji-won", "Jin Ji Hee")
    with pytest.raises(SeveralPeople) as told:
        found("ji won", *dramas)
    assert str(told.value) == "“ji won” could be 2 people:\n  Ha Ji Won\n  Kim Ji Won"
    assert played(found("ha ji")) == ["drama-1", "drama-2"]


def test_so_many_people_are_counted(found: Finder) -> None:
    dramas = of_one_each(
        *(f"{family} Tester" for family in ("Ab", "Bo", "Cu", "De", "Ef", "Fo", "Go", "Ha", "Il", "Jo", "Mo", "Lu"))
    )
    with pytest.raises(SeveralPeople, match=r"12 people:\n  Ab Tester\n(.*\n)*  and 3 more$"):
        found("tester", *dramas)


def test_the_whole_name_comes_before_a_part(found: Finder) -> None:
    assert played(found("Rain", *of_one_each("Rain", "Rain Lee", "Kim Rain"))) == ["drama-0"]


def test_letters_in_the_middle_of_a_name_are_enough(found: Finder) -> None:
    assert played(found("田将", *of_one_each("菅田将暉", "佐藤健"))) == ["drama-0"]


def test_nobody_is_a_guess(found: Finder) -> None:
    with pytest.raises(
        NotFound, match=r"nobody named “Im Zi Wan” in the casts\.\nDid you mean Im Si Wan or Im Shi Wan\?"
    ):
        found("Im Zi Wan", STRANGERS, RUN_ON)
    with pytest.raises(NotFound, match="watchlog list --columns title,actors"):
        found("Xxxxxxxxx")


def test_in_an_empty_journal_there_is_nobody(found: Finder) -> None:
    with pytest.raises(NotFound, match="watchlog cast"):
        found("Im Si Wan")


@pytest.mark.parametrize("name", ["", "  ", "\x1b\x00"])
def test_a_name_has_letters(found: Finder, name: str) -> None:
    with pytest.raises(WrongUsage, match=r"Who\?"):
        found(name, RUN_ON)


def test_no_name_breaks_the_search(found: Finder) -> None:
    names = ["[/]", "(", "a|b", "\\", "*", "’", "(IU)", "\u202e", "$(touch x)", "a\nb", "́"]
    dramas = of_one_each(*names, "Im Si Wan")
    for number, name in enumerate(names):
        assert f"drama-{number}" in played(found(name, *dramas))
    assert played(found("Im Si Wan")) == [f"drama-{len(names)}"]


def test_the_document_says_all(found: Finder) -> None:
    document = as_document(found("Im Si Wan", STRANGERS, RUN_ON))
    assert document == {
        "name": "Im Si Wan",
        "also_spelt": [{"name": "Im Shi Wan", "dramas": ["strangers-from-hell"]}],
        "mean": 8.75,
        "dramas": [
            {
                "drama": "run-on",
                "title": "Run On",
                "year": None,
                "rating": 9,
                "id": 1,
                "actor": "Im Si Wan",
                "character": None,
                "role": None,
                "note": None,
                "spoiler": "none",
            },
            {
                "drama": "strangers-from-hell",
                "title": "Strangers From Hell",
                "year": None,
                "rating": 8.5,
                "id": 1,
                "actor": "Im Shi Wan",
                "character": None,
                "role": None,
                "note": None,
                "spoiler": "none",
            },
        ],
    }


def listed(text: str, *dramas: Drama) -> list[str]:
    today = date(2021, 1, 26)
    return [one.slug for one in dramas if matches(parse([text]).tree, facts_of(one, today), today)]


@pytest.mark.parametrize("asked", ["Im Shi Wan", "Lim Siwan", "si wan", "임시완", "i wa"])
def test_a_list_knows_actors_in_the_same_way(asked: str) -> None:
    assert listed(f"actor:{asked}", STRANGERS, RUN_ON, drama("other", "Kim So Hyun")) == [
        "strangers-from-hell", "run-on",
    ]  # fmt: skip


def test_of_several_actors_a_list_wants_all() -> None:
    assert listed("actor:Im Si Wan actor:Lee Dong-uk", STRANGERS, RUN_ON) == ["strangers-from-hell"]


NAMES = (
    "Im Si Wan", "Im Shi Wan", "Im Siwan", "Si-Wan Im", "Yim Si Wan", "임시완", "Kim Jun", "Kim Joon", "Kim Jeon",
    "Kim Jun Ho", "Lee Jun Ho", "Junho Lee", "Rhee Joon Ho", "이준호", "Bae Suzy", "Suzy", "Milk", "milk", "C++", "C#",
    "ci.cd", "ci/cd", "♥",
)  # fmt: skip


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
def test_everybody_is_somebody_once_as_they_are_found_by_name(names: list[str]) -> None:
    """Each of all people has the spellings under which their name is found, but for what is another's already."""
    roles = [_alone(name, number) for number, name in enumerate(names)]
    people = everybody(roles)
    sounds = {part.actor: part.sounds for _, part in roles}
    of_each = [sorted({part.actor for _, part in person.roles}) for person in people]
    assert sorted(name for one in of_each for name in one) == sorted(names)
    for person in people:
        found = set(spellings(sounds, person.name))
        assert {part.actor for _, part in person.roles} <= found
        others = {part.actor for other in people if other is not person for _, part in other.roles}
        assert found - {part.actor for _, part in person.roles} <= others


def _alone(name: str, number: int) -> Role:
    """That one person plays in a drama."""
    cast = Cast(f"d{number}", "D", "d", None, None, "", None)
    return cast, Part(1, name, key(name), None, None, None, "none")


SOME = st.lists(st.sampled_from(NAMES[:12]), max_size=3)


@given(st.lists(SOME, min_size=2, max_size=5), SOME)
@example([["Im Si Wan", "Kim Jun"], ["Kim Jun"]], ["임시완"])
@example([["Im Si Wan", "Kim Jun"], ["Kim Jun"]], ["Im Si Wan"])
def test_what_is_known_after_a_change_is_what_is_known_anew(casts: list[list[str]], actors: list[str]) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(layers, "FEW", 1)
        patch.setattr(catalogues, "_SETTLED_NS", -1)
        found = Finder(Journal(Path(folder) / "journal"), Path(folder) / "cache")
        there = {f"d{number}": drama(f"d{number}", *actors) for number, actors in enumerate(casts)}
        found.casts(*there.values())
        there["d0"] = drama("d0", *actors)
        found.casts(there["d0"])
        anew = Finder(found.journal, Path(folder) / "another")
        assert found.casts().sounds == anew.casts().sounds == {one: key(one) for one in _actors(there)}
        for names in ([], ["Im Si Wan"], list(NAMES[:12])):
            roles, expected = ([*one.casts().roles_of(names)] for one in (found, anew))
            assert _named(roles) == _named(expected)
        assert _named(all_roles(found.catalogue)) == _named(all_roles(anew.catalogue))
        assert len([*all_roles(anew.catalogue)]) == sum(len(one.cast) for one in there.values())


def _actors(dramas: dict[str, Drama]) -> set[str]:
    return {member.actor for one in dramas.values() for member in one.cast}


def _named(roles: Iterable[Role]) -> list[tuple[str, int, str, str]]:
    return sorted((cast.slug, part.place, part.actor, cast.title) for cast, part in roles)
