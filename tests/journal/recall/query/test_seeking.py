"""What a query looks for in a text, and what else it asks."""

from watchlog.journal.drama.comparing import alike
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.printing import as_text
from watchlog.journal.recall.query.seeking import asks_of_dramas, sought
from watchlog.journal.recall.query.tree import Query, Tree
from watchlog.journal.recall.ranking import Sought


def parted(*arguments: str) -> tuple[Sought, Tree]:
    return sought(parse(arguments, {"wet": 'rain "the umbrella"'}.get).tree)


def looked_for(*arguments: str) -> Sought:
    return parted(*arguments)[0]


def is_in(text: str, *arguments: str) -> bool:
    return looked_for(*arguments).is_in(alike(text))


def test_a_word_left_out_leaves_out_what_it_would_find() -> None:
    assert is_in("rain", "rain", "-umbrella")
    assert not is_in("rain, umbrellas", "rain", "-umbrella")
    assert is_in("an umbrella for two", "umbrella", '-"two umbrella"')
    assert not is_in("umbrella for two", "umbrella", "-for two")
    assert not is_in("rain", "-rain")


def test_a_phrase_stands_as_it_is_across_lines_and_case() -> None:
    assert is_in("held\n\nThe umbrella", "held the", "umbrella")
    assert is_in("held\n\nThe umbrella", '"held the" umbrella')
    assert not is_in("the umbrella held", "held the")
    assert is_in("MI JOO’S", "“mi joo's”")


def test_terms_are_the_rest() -> None:
    asked, rest = parted("rain", "genre:romance", "-snow", "-(mud genre:crime)", "sort:year")
    assert (asked.words, asked.without, asked.marked) == (["rain"], ["snow"], ["rain"])
    assert as_text(Query(rest)) == "genre:romance -(mud genre:crime)"


def test_words_that_need_not_be_there_are_marked() -> None:
    asked = looked_for("(rain) or genre:romance", "@wet", "-(-sun genre:a)")
    assert (asked.words, asked.without) == ([], [])
    assert asked.marked == ["rain", "the umbrella", "sun"]
    assert asked.is_in("anything")


def test_what_shows_nothing_is_not_looked_for() -> None:
    assert looked_for("\u200b").words == []
    assert is_in("rain", '"\u200b"', '-"\u200b"')


def test_what_every_part_of_a_drama_answers_alike_is_asked_of_the_drama() -> None:
    for text in ("genre:a -year:2020 or is:airing", "@all", "title:x", "drama:x"):
        assert asks_of_dramas(parse([text], {"all": "network:a"}.get).tree)
    for text in ("in:quotes", "(genre:a) or (rain)", "tag:a", "-is:merged", "genre:a or (by:x year:2020)"):
        assert not asks_of_dramas(parse([text]).tree)
