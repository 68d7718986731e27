"""watchlog schema."""

from pathlib import Path

from jsonschema import Draft202012Validator

from tests.program import Program


def test_it_prints_a_schema_that_needs_no_journal(program: Program) -> None:
    printed = program("schema")
    assert printed.stderr == ""
    assert not program.journal.exists()
    Draft202012Validator.check_schema(printed.json)


def test_what_show_prints_and_what_lies_on_the_disk_hold_to_it(begun: Program) -> None:
    validator = Draft202012Validator(begun("schema").json)
    validator.validate(begun.drama("run-on"))
    begun("watch", "run-on", "1-3", "--on", "2021-01")
    begun("note", "run-on", "3", "The umbrella.", "--rating", "9", "--spoiler", "major")
    begun("quote", "run-on", "A: You fall.\nB: And get up.", "--at", "12:30")
    begun("cast", "run-on", "Im Si Wan", "--role", "main")
    begun("song", "run-on", "Blue Bird", "--by", "Solar")
    begun("scene", "run-on", "The lighter.", "--episode", "1")
    begun("review", "run-on", "## For\n\nThe talk.", "--verdict", "must-watch")
    begun("rate", "run-on", "9.5", "--music", "8")
    begun("set", "run-on", "--airing-day", "wed", "--synopsis", "He runs.")
    shown = begun.drama("run-on")
    validator.validate(shown)
    validator.validate(begun.process("show", "run-on", "--json").json)
    assert len(shown["notes"] + shown["quotes"] + shown["cast"] + shown["songs"] + shown["scenes"]) == 5
    for slug in (path.stem for path in Path(program_sample()).glob("*.json")):
        validator.validate(begun("--sample", "show", slug, "--json").json)


def program_sample() -> str:
    from watchlog import sample

    return f"{sample.__path__[0]}/dramas"
