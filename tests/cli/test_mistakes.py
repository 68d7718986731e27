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
    note run-on 3 -x: No such option: -x / Text that begins with a hyphen goes after --. See: watchlog note --help
    watch run-on -x: No such option: -x / See: watchlog watch --help
    undo -1: No such option: -1 / See: watchlog undo --help
    -v: No such option: -v / See: watchlog --help
    add Run On: Got unexpected extra argument(s) (On) / Text with spaces goes in quotes. See: watchlog add --help
    watch run-on 3 4: Got unexpected extra argument(s) (4) / See: watchlog watch --help
"""


@pytest.mark.parametrize("wrong", _WRONG.strip().splitlines())
def test_the_next_thing_to_type(begun: Program, wrong: str) -> None:
    typed, _, told = wrong.strip().partition(": ")
    assert begun.refuses(*typed.split(), code=2).replace("\n", " / ") == told
