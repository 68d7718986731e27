"""A query is read as the person meant it, and what cannot be read is told in a line."""

import shlex

import pytest
from hypothesis import example, given

from tests.journal.recall.query.making import typed
from watchlog.errors import WrongUsage
from watchlog.journal.recall.query.parsing import DEEPEST, parse
from watchlog.journal.recall.query.tree import And, Not, Or, Query, Term, Tree, View, Word

VIEWS = {
    "rainy": 'umbrella "the rain" genre:romance',
    "best": "rating:9.. sort:-rating",
    "mine": "@best tag:comfort",
    "it": "@self",
    "self": "genre:a @it",
    "wrong": "rating:99",
    "around": "@wrong",
    "nothing": "",
}


def asked(*arguments: str) -> Tree:
    return parse(arguments, VIEWS.get).tree


def term(field: str, *values: str) -> Term:
    return Term(field, values)


def mistake(*arguments: str, of_items: bool = True) -> str:
    with pytest.raises(WrongUsage) as raised:
        parse(arguments, VIEWS.get, of_items=of_items)
    assert raised.value.exit_code == 2
    return str(raised.value)


ROMANCE, CRIME = term("genre", "romance"), term("genre", "crime")


def test_every_term_of_the_example_is_read() -> None:
    line = (
        'genre:romance -genre:crime year:2019..2021 rating:8.. actor:"Im Si Wan" status:watching,completed seen:..15 '
        "notes>5 has:review is:airing added:2021 watched:2021-01.. tag:comfort or title:run sort:rating"
    )
    wanted = Or(
        (
            And(
                (
                    ROMANCE,
                    Not(CRIME),
                    term("year", "2019..2021"),
                    term("rating", "8.."),
                    term("actor", "Im Si Wan"),
                    term("status", "watching", "completed"),
                    term("seen", "..15"),
                    term("notes", ">5"),
                    term("has", "review"),
                    term("is", "airing"),
                    term("added", "2021"),
                    term("watched", "2021-01.."),
                    term("tag", "comfort"),
                )
            ),
            term("title", "run"),
        )
    )
    assert parse([line]) == Query(wanted, "rating")
    assert parse(shlex.split(line)) == Query(wanted, "rating")


@pytest.mark.parametrize(
    "title",
    [
        "Not Me",
        "Love or Hate",
        "It's Okay to Not Be Okay",
        "Re:ZERO",
        "re:zero",
        "11:11",
        "12:30",
        "365: repeat",
        "Title: a subtitle",
        "genre: what is it",
        "or",
        "Run On (2020)",
        "(500) Days of Summer",
        "(Un)happy (or not)",
        "Code Blue -Doctor Heli Kinkyuu Kyuumei-",
        "Hi Bye, Mama!",
        "ab-cd",
        "sci-fi",
        "2020-12",
        ":)",
        "5'4\" tall",
        "gcloud --version",
        "a - b",
        "me@home.kr",
        "<3 you",
        "lee:seo",  # three letters are no near miss
    ],
)
def test_one_argument_that_is_no_term_stays_as_it_is(title: str) -> None:
    assert asked(title) == Word(title)
    assert asked(f"  {title}\n") == Word(title)


def test_words_of_many_arguments_stand_apart_in_order() -> None:
    assert asked("Love", "or", "Hate") == And((Word("Love"), Word("or"), Word("Hate")))
    assert asked("Not", "Me") == And((Word("Not"), Word("Me")))
    assert asked("run to you", '"lucy"') == And((Word("run to you"), Word("lucy")))
    assert asked('run to "you lucy" now') == And((Word("run"), Word("to"), Word("you lucy"), Word("now")))
    assert asked() == asked("", " ") == And()


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("actor:Im Si Wan", "actor", ["Im Si Wan"]),
        ("ACTOR:Im  Si Wan ", "actor", ["Im Si Wan"]),
        ("actor:“Im Si Wan”", "actor", ["Im Si Wan"]),
        ("title:«런 온»", "title", ["런 온"]),
        ("title:Re:ZERO", "title", ["Re:ZERO"]),
        ('actor:"Kim: the second"', "actor", ["Kim: the second"]),
        ("link:https://a.b/c?d=e", "link", ["https://a.b/c?d=e"]),
        ("on:2021-01..", "on", ["2021-01.."]),
        ("title:It's Okay to Not Be Okay", "title", ["It's Okay to Not Be Okay"]),
        ("title:365: repeat", "title", ["365: repeat"]),
        ("title:Run On (2020)", "title", ["Run On (2020)"]),
        ("title:Code Blue -Doctor Heli-", "title", ["Code Blue -Doctor Heli-"]),
        ("title:(Un)happy", "title", ["(Un)happy"]),
        ("genre:romance or comedy", "genre", ["romance or comedy"]),
        ("genre:slow burn, comedy", "genre", ["slow burn", "comedy"]),
        (r"genre:a\,b,c", "genre", ["a,b", "c"]),
        ('genre:"a,b", "c d",e f', "genre", ["a,b", "c d", "e f"]),
        ('genre:slow burn, "a, b",c', "genre", ["slow burn", "a, b", "c"]),
        ("genre:a,,b,a,", "genre", ["a", "b"]),
        (r'title:"say \"hi\" \\"', "title", ['say "hi" \\']),
        ("title:a\\b", "title", ["a\\b"]),
        ("title:ab-cd", "title", ["ab-cd"]),
        ("title:-foo", "title", ["-foo"]),
        ("country:south korea", "country", ["south korea"]),
        ("status:Plan to Watch", "status", ["plan-to-watch"]),
        ("in:Quotes", "in", ["quotes"]),
        ("rating:8.0", "rating", ["8"]),
        ("rating=8.5", "rating", ["8.5"]),
        ("rating>=8", "rating", ["8.."]),
        ("rating<=8", "rating", ["..8"]),
        ("rating>8", "rating", [">8"]),
        ("rating:>8", "rating", [">8"]),
        ("rating:8..8", "rating", ["8"]),
        ("rating:..", "rating", [".."]),
        ("rating:..5,9..", "rating", ["..5", "9.."]),
        ("notes:0", "notes", ["0"]),
        ("seen<012", "seen", ["<12"]),
        ("year:2019..2021", "year", ["2019..2021"]),
        ("year:2019-2021", "year", ["2019..2021"]),
        ("year:2019 – 2021,2023-", "year", ["2019..2021", "2023.."]),
        ("rating:8.5-9", "rating", ["8.5..9"]),
        ('episode:"Ep 3"', "episode", ["3"]),
        ("episode:ep 1-4", "episode", ["1..4"]),
        ("episode:1-3,5", "episode", ["1..3", "5"]),
        ("genre=romance", "genre", ["romance"]),
        ("added:2021-01..2021", "added", ["2021-01..2021"]),
        ("watched:Yesterday..", "watched", ["yesterday.."]),
        ("watched>3 days ago", "watched", [">3 days ago"]),
    ],
)
def test_a_value_is_read(text: str, field: str, values: list[str]) -> None:
    assert asked(text) == Term(field, tuple(values))


def test_a_value_ends_where_another_term_begins() -> None:
    title = term("title", "slow burn")
    assert asked("title:slow burn genre:romance") == And((title, ROMANCE))
    assert asked("title:slow burn -genre:romance") == And((title, Not(ROMANCE)))
    assert asked("title:slow burn not genre:romance") == And((title, Not(ROMANCE)))
    assert asked("title:slow burn -rain") == And((title, Not(Word("rain"))))
    assert asked('title:slow burn "rain"') == And((title, Word("rain")))
    assert asked("title:slow burn (genre:romance)") == And((title, ROMANCE))
    assert asked("(title:slow burn)") == title
    assert asked("title:slow burn @best") == And((title, View("best", term("rating", "9.."))))
    assert asked('title:"slow burn" rain') == And((title, Word("rain")))
    assert asked('title:x, "slow burn" rain') == And((term("title", "x", "slow burn"), Word("rain")))
    assert asked("title:slow burn sort:year rain") == And((title, Word("rain")))
    assert asked("title:slow burn or genre:romance") == Or((title, ROMANCE))


def test_or_and_not_are_operators_next_to_a_term_a_bracket_or_a_view() -> None:
    run, love = Word("run"), Word("love")
    assert asked("run", "or", "genre:romance") == Or((run, ROMANCE))
    assert asked("genre:romance", "or", "run") == Or((ROMANCE, run))
    assert asked("run or genre:romance") == Or((run, ROMANCE))
    assert asked("run OR (love)") == Or((run, love))
    assert asked("(run) or (love)") == Or((run, love))
    assert asked("run or sort:year genre:romance") == Or((run, ROMANCE))
    assert asked("run or @best") == Or((run, View("best", term("rating", "9.."))))
    assert asked("genre:romance", "or", "not", "genre:crime") == Or((ROMANCE, Not(CRIME)))
    assert asked("genre:romance or -genre:crime") == Or((ROMANCE, Not(CRIME)))
    assert asked("genre:romance", "or", "-run") == Or((ROMANCE, Not(run)))
    assert asked("not", "genre:crime") == asked("not genre:crime") == asked("-genre:crime") == Not(CRIME)
    assert asked("not", "not", "genre:crime") == CRIME
    assert asked("not", "(", "run", ")") == asked("-(run)") == Not(run)
    assert asked("run", '"or"', "genre:romance") == And((run, Word("or"), ROMANCE))
    assert asked("Not", "Me", "genre:romance") == And((Word("Not"), Word("Me"), ROMANCE))
    assert asked("a or -b") == And((Word("a or"), Not(Word("b"))))


def test_not_binds_closest_then_standing_side_by_side_then_or() -> None:
    tag = term("tag", "x")
    assert asked("not genre:crime genre:romance or tag:x") == Or((And((Not(CRIME), ROMANCE)), tag))
    assert asked("genre:romance (genre:crime or tag:x)") == And((ROMANCE, Or((CRIME, tag))))
    assert asked("genre:romance", "(genre:crime", "or", "tag:x)") == And((ROMANCE, Or((CRIME, tag))))
    assert asked("-(run) love genre:crime") == And((Not(Word("run")), Word("love"), CRIME))
    assert asked("-(genre:romance genre:crime)") == Not(And((ROMANCE, CRIME)))
    assert asked("((genre:romance))") == ROMANCE


def test_and_between_terms_says_what_standing_side_by_side_says() -> None:
    assert asked("genre:romance and genre:crime") == asked("genre:romance", "AND", "genre:crime")
    assert asked("genre:romance", "and", "genre:crime") == And((ROMANCE, CRIME))
    assert asked("title:slow burn and genre:crime") == And((term("title", "slow burn"), CRIME))
    assert asked("Sense", "and", "genre:crime") == And((Word("Sense"), Word("and"), CRIME))
    assert asked("Sense and genre:crime") == And((Word("Sense and"), CRIME))


def test_a_hyphen_turns_round_only_what_it_begins() -> None:
    assert asked("-rain") == Not(Word("rain"))
    assert asked("-the rain") == Not(Word("the rain"))  # a shell had -"the rain"
    assert asked("umbrella -rain snow") == And((Word("umbrella"), Not(Word("rain")), Word("snow")))
    assert asked('-"the rain" snow') == And((Not(Word("the rain")), Word("snow")))
    assert asked("-http://x") == Not(Word("http://x"))
    assert asked("-foo:bar") == Not(Word("foo:bar"))
    assert asked("-actor:Im Si Wan") == Not(term("actor", "Im Si Wan"))
    assert asked("-@best") == Not(View("best", term("rating", "9..")))
    assert asked('"-rain"') == Word("-rain")


def test_what_is_in_quotation_marks_is_never_a_term() -> None:
    assert asked('"genre:romance"') == Word("genre:romance")
    assert asked('“rating>8” «@best» "(x"') == And((Word("rating>8"), Word("@best"), Word("(x")))
    assert asked('"gcloud --version"') == Word("gcloud --version")


def test_an_order_stands_anywhere() -> None:
    assert parse(["sort:rating", "genre:romance"]) == parse(["genre:romance sort:rating"]) == Query(ROMANCE, "rating")
    assert parse(["genre:romance or (sort:year genre:crime)"]) == Query(Or((ROMANCE, CRIME)), "year")
    assert parse(["-sort:rating"]) == parse(["sort:-rating"]) == Query(And(), "rating", True)
    assert parse(["-sort:-rating"]) == Query(And(), "rating")
    assert parse(["sort:rating sort:year"]) == Query(And(), "year")


def test_a_view_stands_for_what_it_asks() -> None:
    rainy = And((Word("umbrella"), Word("the rain"), ROMANCE))
    best = View("best", term("rating", "9.."))
    assert parse(["@rainy"], VIEWS.get) == Query(View("rainy", rainy))
    assert parse(["@best"], VIEWS.get) == Query(best, "rating", True)
    assert parse(["@best", "sort:year"], VIEWS.get) == Query(best, "year")
    assert parse(["@mine"], VIEWS.get) == Query(View("mine", And((best, term("tag", "comfort")))), "rating", True)
    assert asked("(@best or @rainy)") == Or((best, View("rainy", rainy)))
    assert asked("@nothing") == View("nothing", And())
    assert asked("@") == Word("@")
    assert asked("@best.") == Word("@best.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ratin:8"], "no field 'ratin'. Did you mean rating:8..?"),
        (["ratng:8"], "Did you mean rating:8..?"),
        (["rtaing:8"], "Did you mean rating:8..?"),
        (["gnere:x"], "Did you mean genre:romance?"),
        (["genr:x"], "Did you mean genre:romance?"),
        (["statsu:x"], "Did you mean status:watching?"),
        (["episode of:x", "epsode:3"], "Did you mean episode:3?"),
        (["scor>8"], "no field 'scor'. Did you mean"),
        (["E=mc2"], "no field 'E'."),
        (["min=8"], "no field 'min'."),
        (["genre>x"], "genre has no more and less. Write genre:romance"),
        (["notes>"], "notes> needs a value right after it, like notes:6.."),
        (["notes> 5"], "notes> needs a value right after it"),
        (["genre:", "romance"], "genre: needs a value right after it, like genre:romance"),
        (["-genre: "], "genre: needs a value right after it"),
        (["ratin:", "8"], "Did you mean rating:8..?"),
        (["genre:,"], "genre: needs a value, like genre:romance"),
        (['genre:""'], "genre: needs a value, like genre:romance"),
        (["rating<8,5"], "rating< takes one value, like rating:8.."),
        (["sort:rating,year"], "sort: takes one value, like sort:rating"),
        (["rating:9..8"], "Nothing lies between 9 and 8. Write rating:8..9"),
        (["added:2021..2020-12"], "Write added:2020-12..2021"),
        (["watched:yesterday..2 days ago"], "Write watched:2 days ago..yesterday"),
        (["year:2021-2019"], "Nothing lies between 2021 and 2019. Write year:2019..2021"),
        (["seen:ep 3"], "seen cannot be 'ep 3'"),
        (["rating:11"], "rating cannot be '11'"),
        (["rating:8...9"], "rating cannot be '8...9'"),
        (["rating>"], "rating> needs a value"),
        (["notes:many"], "notes cannot be 'many': it is a whole number or a range, like notes:6.."),
        (["notes:-1"], "notes cannot be '-1'"),
        (["notes:1.5"], "notes cannot be '1.5'"),
        (["seen:²"], "seen cannot be '²'"),
        (["year:20"], "year cannot be '20'"),
        (["added:2021-02-30"], "added cannot be '2021-02-30': it is a day, a month, a year or a range"),
        (["added:soon"], "like added:2021"),
        (["status:watched"], "did you mean status:watching?"),
        (["has:money"], "use one of rating, review, note"),
        (["sort:-colour"], "use one of title, rating, year, watched, added, progress"),
        (['genre:"romance'], "The quotation mark at sign 7 of 'genre:\"romance' is not closed. Close it with \""),
        (["“a”", "b “c"], "The quotation mark at sign 3 of 'b “c' is not closed. Close it with ”"),
        (['"'], "at sign 1"),
        (['""'], "Nothing stands between the quotation marks"),
        (["()"], "Nothing stands in the brackets, at sign 1 of '()'"),
        (["-()"], "Nothing stands in the brackets"),
        (["genre:a (sort:year)"], "Nothing stands in the brackets"),
        (["(genre:romance"], "A bracket is not closed, at sign 1 of '(genre:romance'"),
        (["genre:romance)"], "A bracket closes that none opened, at sign 14"),
        (["(genre:a))"], "A bracket closes that none opened, at sign 10"),
        (["genre:a", "or"], "“or” needs a term on either side, at sign 1 of 'or'"),
        (["or", "genre:a"], "“or” needs a term on either side"),
        (["genre:a or or genre:b"], "“or” needs a term on either side"),
        (["genre:a", "not"], "“not” needs a term after it"),
        (["@what"], "There is no view 'what'. See those there are: watchlog view"),
        (["@it"], "The view @it names itself: @it → @self → @it. Change it: watchlog view it QUERY"),
        (["@wrong"], "The view @wrong: rating cannot be '99'"),
        (["@around"], "The view @wrong: rating cannot be '99'"),
        (["\udc80"], "not valid UTF-8"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_type(arguments: list[str], told: str) -> None:
    line = mistake(*arguments)
    assert told in line
    assert "\n" not in line


def test_a_title_that_is_nearly_a_mistake_can_be_asked_for() -> None:
    assert asked('"ratin:8"') == Word("ratin:8")


def test_terms_of_items_are_asked_of_items() -> None:
    for text in ("in:quotes", "by:Oh", "episode:3", "on:2021", "spoiler:none", "-in:quotes"):
        assert "Ask it of: watchlog search" in mistake(text, of_items=False)
    assert parse(["drama:run-on"], of_items=False).tree == term("drama", "run-on")


@pytest.mark.parametrize(
    "text", ["(" * 10_000, "-(" * 10_000, "(-a " * 10_000 + ")" * 10_000, "(" * 51 + "a" + ")" * 51]
)
def test_what_is_too_deep_is_told(text: str) -> None:
    assert f"at most {DEEPEST} deep" in mistake(text)


def test_what_is_long_or_deep_is_read() -> None:
    assert asked("(" * DEEPEST + "a" + ")" * DEEPEST) == Word("a")
    assert asked(*["not"] * 10_001, "genre:crime") == Not(CRIME)
    assert asked("-(" * DEEPEST + "genre:crime" + ")" * DEEPEST) == CRIME
    assert isinstance(asked("(a " * 10_000 + ")" * 10_000), Word)  # a title
    assert len(asked(*["rain"] * 10_000).parts) == 10_000  # type: ignore[union-attr]
    assert "at most 10,000 words" in mistake(*["rain"] * 10_001)


def test_views_of_views_end() -> None:
    doubling = {"v0": "genre:a"} | {f"v{number}": f"@v{number - 1} @v{number - 1}" for number in range(1, 40)}
    empty = doubling | {"v0": ""}
    chain = {"v0": "genre:a"} | {f"v{number}": f"@v{number - 1}" for number in range(1, 99)}
    for views, name, told in (
        (doubling, "v39", "at most 10,000"),
        (empty, "v39", "at most 10,000"),
        (chain, "v98", "deep"),
    ):
        with pytest.raises(WrongUsage, match=told):
            parse([f"@{name}"], views.get)


def told(arguments: list[str]) -> str:
    """What is told of a mistake, if there is one."""
    try:
        parse(arguments, VIEWS.get)
    except WrongUsage as error:
        return str(error)
    return ""


@given(arguments=typed)
@example(arguments=["(" * 999])
@example(arguments=['title:a ,"b'])
def test_whatever_is_typed_is_read_or_told_in_a_line(arguments: list[str]) -> None:
    line = told(arguments)
    assert "\n" not in line
    assert len(line) < 400
