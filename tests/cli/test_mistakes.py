"""Command lines that are wrong: what is told instead of what the parser says."""

import pytest

from tests.program import Program

_WRONG = """
    lits: No such command 'lits'. Did you mean list? / See: watchlog --help
    bogus: No such command 'bogus'. / See: watchlog --help
    list -n: Option -n requires an argument: -n N. / See: watchlog list --help
    list -n some: Not a number for '--limit': 'some'. Use a whole number; 0 is all.
    list -n -3: Not a number for '--limit': '-3'. Use a whole number; 0 is all.
    list --json=3: Option --json takes no value. / See: watchlog list --help
    rate run-on 8 --on: Option --on requires an argument: --on DATE. / See: watchlog rate --help
    backup: watchlog backup needs FILE. / See: watchlog backup --help
    rate run-on --overall 8: No such option: --overall / OVERALL goes without an option: watchlog rate DRAMA OVERALL
    cast run-on X --character Y: No such option: --character / Did you mean --as? See: watchlog cast --help
    set run-on --genra X: No such option: --genra / Did you mean --genre? See: watchlog set --help
    set run-on --slug run: No such option: --slug / Another slug: watchlog rename DRAMA NEW-SLUG
    note run-on 3 -x: No such option: -x / Text that begins with a hyphen goes after --. See: watchlog note --help
    watch run-on -x: No such option: -x / See: watchlog watch --help
    undo -1: No such option: -1 / See: watchlog undo --help
    -v: No such option: -v / See: watchlog --help
    add Run On: Got unexpected extra argument(s) (On) / Text with spaces goes in quotes. See: watchlog add --help
    watch Run On: “Run On” is one title: put it in quotes, or use its slug. / Like: watchlog watch run-on
    rate Run On 8: “Run On” is one title: put it in quotes, or use its slug. / Like: watchlog rate run-on …
    show run on notes: “run on” is one title: put it in quotes, or use its slug. / Like: watchlog show run-on …
    quote Run On: “Run On” is one title: put it in quotes, or use its slug. / Like: watchlog quote run-on
    cast 런 온: “런 온” is one title: put it in quotes, or use its slug. / Like: watchlog cast run-on
    export RUN ON: “RUN ON” is one title: put it in quotes, or use its slug. / Like: watchlog export run-on
    list -genre Romance: No such option: -genre / Did you mean --genre? See: watchlog list --help
    list -json: No such option: -json / Did you mean --json? See: watchlog list --help
    list -g Romance: No such option: -g / See: watchlog list --help
    note run-on 3 x -spoilr minor: No such option: -spoilr / Did you mean --spoiler? See: watchlog note --help
    quotes -tag sad: No such option: -tag / Did you mean a term, like tag:comfort? See: watchlog quotes --help
    stats --genre Life: No such option: --genre / Did you mean a term, like genre:romance? See: watchlog stats --help
    rate run-on -overall 8: No such option: -overall / OVERALL goes without an option: watchlog rate DRAMA OVERALL
    watch run-on 3 4: Got unexpected extra argument(s) (4) / See: watchlog watch --help
"""


@pytest.mark.parametrize("wrong", _WRONG.strip().splitlines())
def test_the_next_thing_to_type(begun: Program, wrong: str) -> None:
    typed, _, told = wrong.strip().partition(": ")
    assert begun.refuses(*typed.split(), code=2).replace("\n", " / ") == told


def test_a_beginning_and_what_follows_are_no_title_of_several_words(program: Program) -> None:
    program("add", "Signal 2", "--episodes", "16")
    program("watch", "signal", "2")
    assert list(program.drama("signal-2")["rounds"][0]["episodes"]) == ["2"]
    program("add", "Signal", "--episodes", "16")
    program("quote", "Signal", "2 words")
    assert program.drama("signal")["quotes"][0]["lines"][0]["text"] == "2 words"
    assert "“Signal two” is one title" not in program("quote", "Signal", "two").stderr


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["set", "run-on", "--episodes", "2"],
         "Run On cannot have 2 episodes: episodes 3 to 4 have been seen.\n"
         "Take that back first: watchlog unwatch run-on 3-"),
        (["set", "run-on", "--episodes", "9"],
         "Run On: note 1: it is on episode 12 of 9.\nChange it: watchlog edit run-on 1"),
        (["set", "run-on", "--aired-from", "2021", "--aired-to", "2020"],
         "Run On would end before it begins: from 2021 to 2020.\n"
         "Change --aired-from or --aired-to."),
        (["add", "Signal", "--off-air", "2021-01-06", "--extra-episode", "2021-01-06"],
         "Signal: 2021-01-06 has an extra episode, too: one of the two is a mistake.\n"
         "Change --off-air or --extra-episode."),
        (["status", "run-on", "completed", "--on", "2019"],
         "Run On: It was begun on 2020-12-16 and would be over on 2019.\n"
         "Say when it began: watchlog status run-on watching --on DATE"),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_is_told_in_words(begun: Program, typed: list[str], told: str) -> None:
    begun("watch", "run-on", "1-4", "--on", "2020-12-16")
    begun("note", "run-on", "12", "x")
    assert begun.refuses(*typed, code=1) == told


def test_a_word_that_is_no_title_may_be_a_value(begun: Program) -> None:
    begun("set", "run-on", "--genre", "Romance", "--tag", "slow burn,it's\\, well", "--country", "South Korea")
    for word, option in (
        ("romance", "--genre Romance"), ("slow burn", "--tag 'slow burn'"), ("south korea", "--country 'South Korea'"),
    ):  # fmt: skip
        told = begun("list", word)
        assert (told.stdout, told.stderr) == ("", f"No title has “{word}”. Did you mean: watchlog list {option}\n")
    assert begun("list", "nothing").stderr == "No drama fits. See what there is: watchlog list\n"


@pytest.mark.parametrize(
    ("typed", "section"),
    [("soundtrack", "songs"), ("Notes", "episodes"), ("review", "reviews"), ("Watched", "facts"), ("Cast", "cast")],
)
def test_a_section_goes_by_every_name_it_has(begun: Program, typed: str, section: str) -> None:
    begun("song", "run-on", "x")
    begun("note", "run-on", "1", "x")
    assert begun("show", "run-on", typed).stdout == begun("show", "run-on", section).stdout


def test_figures_of_a_year(begun: Program) -> None:
    begun("watch", "run-on", "1", "--on", "2020-12-16")
    assert begun("stats", "2020", "--json").json == begun("stats", "--year", "2020", "--json").json
    assert begun("stats", "2020", "--json").json["episodes"] == 1


@pytest.mark.parametrize(
    "typed",
    [
        "set run-on --synopsis -",
        "edit run-on 1 --text -",
        "edit run-on 2 --original -",
        "quote run-on x --original -",
        "cast run-on x --note -",
        "song run-on x --lyrics -",
        "review run-on x --closing -",
        "review run-on x --headline -",
        "set run-on --warning -",
    ],
)
@pytest.mark.parametrize("piped", ["", " \n"])
def test_a_pipe_without_words_takes_no_words_away(begun: Program, typed: str, piped: str) -> None:
    begun("note", "run-on", "1", "Kept.", "--rating", "8")
    begun("quote", "run-on", "You fall.", "--original", "넘어져.")
    begun("set", "run-on", "--synopsis", "Kept.")
    option = typed.split()[-2]
    assert begun.refuses(*typed.split(), stdin=piped, code=2) == (
        f'Standard input has no words for {option}: nothing was saved.\nTo say that there are none: {option} ""'
    )
