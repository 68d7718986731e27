"""watchlog edit, with editors that are programs of their own, on a real terminal."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

from tests.program import Program, close
from watchlog.cli.reading.correcting import OPTIONS
from watchlog.journal.drama.fields import ITEM_FIELDS, ITEM_PLACES


class Desk:
    """A terminal with an editor: `edits` are Python lines that change `text`, one for each time it opens."""

    def __init__(self, program: Program, home: Path) -> None:
        self.program = program
        self.home = home

    def edit(self, *arguments: str, edits: list[str]) -> tuple[int, str]:
        """Run `watchlog edit`; gives the exit code and what stood on the terminal."""
        script = self.home / "an editor.py"
        script.write_text(
            "import pathlib, sys\n"
            "assert sys.argv[1] == '--wait'\n"
            "path, times = pathlib.Path(sys.argv[-1]), pathlib.Path(__file__ + '.times')\n"
            "turn = int(times.read_text()) if times.exists() else 0\n"
            "times.write_text(str(turn + 1))\n"
            "text = path.read_text(encoding='utf-8')\n"
            f"exec({edits!r}[turn])\n"
            "path.write_text(text, encoding='utf-8')\n"
        )
        editor = f'{sys.executable} -IS "{script}" --wait'
        terminal = pexpect.spawn(
            sys.executable,
            ["-m", "watchlog", "edit", *arguments],
            env={**os.environ, **self.program.environment(), "EDITOR": editor, "TERM": "xterm"},
            encoding="utf-8",
            timeout=20,
            dimensions=(24, 200),
        )
        said = terminal.read()
        close(terminal)
        return terminal.exitstatus or 0, said.replace("\r\n", "\n")

    def drafts(self) -> list[Path]:
        return list((self.home / "state" / "watchlog" / "drafts").glob("*/*"))


@pytest.fixture
def desk(program: Program, tmp_path: Path) -> Desk:
    program("add", "Run On", "--episodes", "16")
    program("note", "run-on", "3", "The umbrela.", "--rating", "9")
    return Desk(program, tmp_path)


def test_a_word_is_mended_and_nothing_else_changes(desk: Desk) -> None:
    before = desk.program.drama("run-on")
    code, said = desk.edit("run-on", edits=["text = text.replace('umbrela', 'umbrella')"])
    assert (code, said) == (0, "Edited Run On.\n")
    before["notes"][0]["text"] = "The umbrella."
    assert desk.program.drama("run-on") == before
    assert desk.drafts() == []


def test_what_is_taken_out_in_the_editor_is_named_and_undo_brings_it_back(desk: Desk) -> None:
    for number in range(12):
        desk.program("quote", "run-on", f"Line {number}.", "--episode", "2")
    before = desk.program.drama("run-on")
    taken_out = "text = text[:text.index('## Episodes')] + text[text.index('## Quotes'):]"
    assert desk.edit("run-on", edits=[taken_out]) == (0, "Edited Run On. Removed: note 1.\n")
    desk.program("undo")
    assert desk.program.drama("run-on") == before
    _, said = desk.edit("run-on", edits=["", "text = text[:text.index('## Episodes')]"])
    assert said == f"Edited Run On. Removed: note 1, {', '.join(f'quote {id_}' for id_ in range(2, 10))} and 4 more.\n"
    desk.program("undo")
    assert desk.program.drama("run-on") == before


def test_the_foot_of_a_draft_tells_what_can_be_referred_to(desk: Desk) -> None:
    desk.program("quote", "run-on", "He --> wins.", "--episode", "12", "--spoiler", "major")
    desk.program("quote", "run-on", "Walk -- then. -->", "--by", "Dan Ah")
    before = desk.program.drama("run-on")
    told = desk.home / "told"
    seen = f"pathlib.Path({str(told)!r}).write_text(text)"
    assert desk.edit("run-on", edits=[seen]) == (0, "Nothing was changed.\n")
    foot = told.read_text().split("\n\n")[-1]
    assert foot == (
        "<!-- [[…]] in a review, note, scene or cast entry refers to: -->\n"
        "<!-- [[1]] note, episode 3: The umbrela. -->\n"
        "<!-- [[2]] quote: covered -->\n"
        "<!-- [[3]] quote: Walk -- then. –> -->\n"
    )
    code, said = desk.edit(
        "run-on", "1", edits=["", "text = text.replace('umbrela.', 'umbrella.') + '\\nAs [[3]].\\n'"]
    )
    assert code == 0, said
    before["notes"][0]["text"] = "The umbrella.\n\nAs [[3]]."
    assert desk.program.drama("run-on") == before


def test_one_item_is_edited_by_its_id(desk: Desk) -> None:
    code, _ = desk.edit("run-on", "1", edits=["text = text.replace('umbrela.', 'umbrella.\\n\\nTwice.')"])
    assert code == 0
    assert desk.program.drama("run-on")["notes"][0] | {"on": None} == {
        "id": 1, "episode": 3, "text": "The umbrella.\n\nTwice.", "rating": 9.0, "spoiler": "none", "on": None,
        "tags": [],
    }  # fmt: skip


@pytest.mark.parametrize("edit", ["pass", "text = ''", "text = '\\n'"])
def test_unchanged_or_emptied_does_nothing_and_says_so(desk: Desk, edit: str) -> None:
    files = desk.program.files()
    assert desk.edit("run-on", edits=[edit]) == (0, "Nothing was changed.\n")
    assert desk.program.files() == files
    assert desk.drafts() == []


def test_a_mistake_opens_the_text_again_with_the_reason_at_its_line(desk: Desk) -> None:
    wrong = "text = text.replace('umbrela', 'umbrella').replace('9/10', '9.3/10').replace('9.0/10', '9.3/10')"
    right = (
        "lines = text.split('\\n')\n"
        "at = next(n for n, line in enumerate(lines) if '9.3' in line and 'cannot' not in line)\n"
        "assert 'cannot read the next line' in lines[at - 1], text\n"
        "text = text.replace('9.3/10', '9.5/10')"
    )
    code, _ = desk.edit("run-on", edits=[wrong, right])
    assert code == 0
    note = desk.program.drama("run-on")["notes"][0]
    assert (note["text"], note["rating"]) == ("The umbrella.", 9.5)


def test_a_mistake_that_is_left_keeps_the_draft_and_tells_where(desk: Desk) -> None:
    files = desk.program.files()
    code, said = desk.edit("run-on", edits=["text = text.replace('## Episodes', '## Nonsense\\n\\nMy words.')", "pass"])
    assert code == 1
    (draft,) = desk.drafts()
    assert str(draft) in said
    assert "My words." in draft.read_text()
    assert desk.program.files() == files


def test_a_text_that_is_wrong_a_third_time_is_kept_and_told(desk: Desk) -> None:
    files = desk.program.files()
    wrong = "text = text.replace('umbrela', 'umbrela!').replace('*9/10', '*99/10').replace('*9.0/10', '*99/10')"
    code, said = desk.edit("run-on", edits=[wrong, wrong, wrong, wrong])
    assert code == 1
    assert "a score is 1 to 10 in half points" in said
    (draft,) = desk.drafts()
    assert str(draft) in said
    assert "umbrela!!!" in draft.read_text()
    assert desk.program.files() == files


def test_the_draft_of_an_edit_is_offered_again_as_long_as_the_drama_is_the_same(desk: Desk) -> None:
    desk.edit("run-on", "1", edits=["path.write_text(text.replace('umbrela', 'umbrella'))\nsys.exit(1)"])
    (draft,) = desk.drafts()
    script = desk.home / "an editor.py"
    terminal = desk.program.terminal("edit", "run-on", "1", EDITOR=f"{sys.executable} -c pass --wait")
    terminal.answers("Go on with it? [Y/n] ", "y")
    terminal.ends()
    assert desk.program.drama("run-on")["notes"][0]["text"] == "The umbrella."
    assert not draft.exists()
    assert script.exists()
    desk.edit("run-on", "1", edits=["", "path.write_text(text.replace('umbrella', 'hat'))\nsys.exit(1)"])
    desk.program("note", "run-on", "4", "Meanwhile.")
    assert desk.program.terminal("edit", "run-on", "1", EDITOR=f"{sys.executable} -c pass --wait").ends() == (
        "Nothing was changed.\n"
    )


@pytest.mark.parametrize("place", ["above", "beside"])
def test_words_typed_between_a_heading_and_its_id_are_words(desk: Desk, place: str) -> None:
    typed = {
        "above": "text = text.replace('### Episode 3\\n', '### Episode 3\\nMy words.\\n\\n')",
        "beside": "text = '\\n'.join(l + (' My words.' if l.startswith('*9') else '') for l in text.split('\\n'))",
    }
    code, _ = desk.edit("run-on", edits=[typed[place]])
    assert code == 0
    (note,) = desk.program.drama("run-on")["notes"]
    assert (note["id"], note["rating"]) == (1, 9.0)
    assert "".join(note["text"].split("\n")) == "My words.The umbrela."


def test_a_word_that_is_no_choice_is_told_the_choices(desk: Desk) -> None:
    wrong = "text = text.replace('plan-to-watch', 'wathcing')"
    code, said = desk.edit("run-on", edits=[wrong, "pass"])
    assert code == 1
    assert "“wathcing” is none of: watching, completed, plan-to-watch" in said


def test_what_changed_meanwhile_and_what_was_written_are_both_kept(desk: Desk) -> None:
    path = desk.program.journal / "dramas" / "run-on.json"
    other = path.read_bytes().replace(b'"title": "Run On"', b'"title": "Run On!"')
    code, _ = desk.edit(
        "run-on", edits=[f"text += '\\n### Episode 4\\n\\nmore\\n'\npathlib.Path({str(path)!r}).write_bytes({other!r})"]
    )
    assert code == 0
    assert desk.drafts() == []
    drama = desk.program.drama("run-on")
    assert drama["title"] == "Run On!"
    assert [note["text"] for note in drama["notes"]] == ["The umbrela.", "more"]


def test_one_item_changed_twice_is_two_versions(desk: Desk) -> None:
    path = desk.program.journal / "dramas" / "run-on.json"
    other = path.read_bytes().replace(b"umbrela", b"parasol")
    change = f"text = text.replace('umbrela', 'umbrella')\npathlib.Path({str(path)!r}).write_bytes({other!r})"
    code, said = desk.edit("run-on", "1", edits=[change])
    assert code == 0
    assert "note 1 was changed on both sides: the other version is" in said
    assert {note["text"] for note in desk.program.drama("run-on")["notes"]} == {"The umbrella.", "The parasol."}


def test_a_drama_that_is_gone_meanwhile_leaves_the_draft(desk: Desk) -> None:
    path = desk.program.journal / "dramas" / "run-on.json"
    code, said = desk.edit("run-on", edits=[f"text += '\\nmore\\n'\npathlib.Path({str(path)!r}).unlink()"])
    assert code == 1
    (draft,) = desk.drafts()
    assert str(draft) in said
    assert draft.read_text().endswith("more\n")


def test_an_item_that_is_copied_with_its_comment_is_new(desk: Desk) -> None:
    block = "block = text[text.index('### Episode 3'):]\n"
    desk.edit("run-on", edits=[block + "text += '\\n' + block.replace('<!-- 1 ', '<!-- 9 ')"])
    notes = desk.program.drama("run-on")["notes"]
    assert [note["text"] for note in notes] == ["The umbrela.", "The umbrela."]
    assert len({note["id"] for note in notes}) == 2


def test_an_editor_that_crashes_keeps_the_draft(desk: Desk) -> None:
    files = desk.program.files()
    code, said = desk.edit("run-on", edits=["path.write_text(text + 'unsaved words')\nsys.exit(3)"])
    assert code == 1
    (draft,) = desk.drafts()
    assert str(draft) in said
    assert draft.read_text().endswith("unsaved words")
    assert desk.program.files() == files


def test_a_new_note_without_an_id_is_given_one(desk: Desk) -> None:
    code, _ = desk.edit("run-on", edits=["text += '\\n### Episode 4\\n\\nOne more.\\n'"])
    assert code == 0
    assert [(note["id"], note["episode"], note["text"]) for note in desk.program.drama("run-on")["notes"]] == [
        (1, 3, "The umbrela."),
        (2, 4, "One more."),
    ]


def test_ids_are_not_given_again_when_the_hidden_line_is_deleted(desk: Desk) -> None:
    desk.program("note", "run-on", "5", "Gone.")
    desk.program("remove", "run-on", "2", "--yes")
    hidden = "text = '\\n'.join(line for line in text.split('\\n') if not line.startswith('<!-- watchlog'))"
    code, _ = desk.edit("run-on", edits=[hidden])
    assert code == 0
    desk.program("note", "run-on", "6", "New.")
    assert [note["id"] for note in desk.program.drama("run-on")["notes"]] == [1, 3]


def test_nobody_to_edit_is_an_error_that_names_the_way(program: Program) -> None:
    program("add", "Run On")
    assert "watchlog export" in program("edit", "run-on", code=1).stderr


CORRECTED = [
    (("note", "run-on", "4", "Wrong."), ("--text", "Right.", "--episode", "5", "--rating", "8", "--on", "2021-01-02"),
     {"text": "Right.", "episode": 5, "rating": 8.0, "on": "2021-01-02"}),
    (("note", "run-on", "4", "Words."), ("--episode", "whole", "--spoiler", "minor"),
     {"text": "Words.", "episode": None, "spoiler": "minor"}),
    (("cast", "run-on", "Im Si Wam", "--note", "Calm."), ("--actor", "Im Si Wan", "--as", "Ki", "--note", ""),
     {"actor": "Im Si Wan", "character": "Ki", "note": None}),
    (("song", "run-on", "Blue Brid", "--by", "Solar"), ("--title", "Blue Bird", "--by", "Gummy"),
     {"title": "Blue Bird", "artist": "Gummy"}),
    (("scene", "run-on", "Wrong.", "--at", "1:00"), ("--text", "Right.", "--at", "2:00", "--tag", "rain,night"),
     {"text": "Right.", "at": "02:00", "tags": ["rain", "night"]}),
    (("review", "run-on", "Wrong."), ("--text", "Right.", "--headline", "Running", "--verdict", "must-watch"),
     {"text": "Right.", "headline": "Running", "verdict": "must-watch"}),
    (("quote", "run-on", "You fal.", "--by", "Oh", "--original", "넘어져"), ("--text", "You fall.", "--episode", "2"),
     {"lines": [{"speaker": "Oh", "text": "You fall.", "original": "넘어져"}], "episode": 2}),
    (("quote", "run-on", "You fall."), ("--by", "Oh Mi Joo", "--original", "넘어져"),
     {"lines": [{"speaker": "Oh Mi Joo", "text": "You fall.", "original": "넘어져"}]}),
    (("quote", "run-on", "A: one\nB: two", "--original", "일\n이"), ("--text", "A: won\nC: two"),
     {"lines": [{"speaker": "A", "text": "won", "original": "일"}, {"speaker": "C", "text": "two", "original": "이"}]}),
    (("quote", "run-on", "A: one\nB: two", "--original", "일\n이"), ("--text", "won\ntwo"),
     {"lines": [{"speaker": "A", "text": "won", "original": "일"}, {"speaker": "B", "text": "two", "original": "이"}]}),
    (("quote", "run-on", "A: one\nB: two", "--original", "일\n이"), ("--text", "One line."),
     {"lines": [{"speaker": None, "text": "One line.", "original": None}]}),
]  # fmt: skip


@pytest.mark.parametrize(("made", "corrected", "expected"), CORRECTED)
def test_an_item_is_corrected_without_an_editor(
    begun: Program, made: tuple[str, ...], corrected: tuple[str, ...], expected: dict[str, object]
) -> None:
    begun(*made)
    before = begun.drama("run-on")
    kind = made[0] if made[0] == "cast" else f"{made[0]}s"
    assert begun("edit", "run-on", "1", *corrected).stderr == f"Corrected {made[0]} 1 of Run On.\n"
    assert begun.drama("run-on") == before | {kind: [before[kind][0] | expected]}


FILLED = {
    "note": (["1", "Words."], ["--rating", "8"]),
    "quote": (["Words."], ["--by", "Oh", "--original", "말", "--episode", "2", "--at", "1:00", "--note", "Why."]),
    "cast": (["Im Si Wan"], ["--as", "Ki", "--role", "main", "--note", "Calm."]),
    "song": (["Blue Bird"], ["--by", "Gummy", "--lyrics", "La.", "--note", "Why."]),
    "scene": (["Words."], ["--episode", "2", "--at", "1:00"]),
    "review": (["Words."], ["--headline", "H", "--verdict", "V", "--by", "me", "--editor", "you",
                            "--opening", "Hi.", "--closing", "Bye."]),
}  # fmt: skip
MARKED = {"--spoiler": "minor", "--on": "2021-01-02", "--tag": "rain"}


@pytest.mark.parametrize("kind", ITEM_FIELDS)
def test_what_is_given_nothing_is_forgotten_whatever_it_is(begun: Program, kind: str) -> None:
    places, said = FILLED[kind]
    fields = {f"--{field.option}" for field in (*ITEM_FIELDS[kind], *ITEM_PLACES[kind])}
    said = said + [word for option, value in MARKED.items() if option in fields for word in (option, value)]
    begun(kind, "run-on", *places, *said)
    forgotten = sorted(fields - {"--text", "--actor", "--title"})
    assert {*forgotten} == {*said[::2], *(["--episode"] if kind == "note" else [])}
    begun("edit", "run-on", "1", *(word for option in forgotten for word in (option, "")))
    (item,) = begun.drama("run-on")[kind if kind == "cast" else f"{kind}s"]
    (line,) = item.pop("lines", [{}])
    left = {name: value for name, value in {**item, **line}.items() if value not in (None, [], "none")}
    assert [*left.values()] == [1, places[-1]]
    assert "nothing was changed" in begun("edit", "run-on", "1", *(f"{option}=" for option in forgotten)).stderr


def test_a_script_is_told_of_the_options_of_an_item(begun: Program) -> None:
    begun("song", "run-on", "Blue Bird")
    told = begun.refuses("edit", "run-on", "1", code=1)
    assert told.endswith("From a script: watchlog edit run-on 1 --title --by --lyrics --note --spoiler")
    assert begun.refuses("edit", "run-on", code=1).endswith("From a script: watchlog export, then watchlog import")


def test_what_a_kind_has_not_is_refused_and_what_it_has_is_named(begun: Program) -> None:
    begun("note", "run-on", "4", "Words.")
    told = begun.refuses("edit", "run-on", "1", "--actor", "X", code=2)
    assert told == "A note has no --actor.\nIt has: --episode --text --rating --spoiler --on --tag"
    begun.refuses("edit", "run-on", "--text", "X", code=2)
    begun.refuses("edit", "run-on", "7", "--text", "X", code=1)
    begun.refuses("edit", "run-on", "1", "--episode", "17", code=1)
    begun.refuses("edit", "run-on", "1", "--on", "someday", code=2)
    assert "nothing was changed" in begun("edit", "run-on", "1", "--text", "Words.").stderr
    begun("quote", "run-on", "A: one\nB: two")
    begun.refuses("edit", "run-on", "2", "--by", "C", code=2)
    begun.refuses("edit", "run-on", "2", "--text", "", code=2)


@pytest.mark.parametrize("kind", ["note", "quote", "scene", "review"])
@pytest.mark.parametrize("nothing", ["", " \n", "-"])
def test_a_correction_that_was_empty_took_the_words_away(begun: Program, kind: str, nothing: str) -> None:
    """So did a pipe that gave nothing."""
    begun(kind, "run-on", *(["1"] if kind == "note" else []), "Precious words.")
    told = begun.refuses("edit", "run-on", "1", "--text", nothing, code=2)
    if nothing == "-":
        assert told.startswith("Standard input has no words for --text: nothing was saved.\n")
    else:
        assert told == f"A {kind} has no words: nothing was changed.\nRemove it: watchlog remove run-on 1"
    assert "Precious words." in begun("show", "run-on").stdout


def test_a_note_keeps_its_words_or_its_rating(begun: Program) -> None:
    begun("note", "run-on", "1", "Words.", "--rating", "8")
    begun("edit", "run-on", "1", "--text", "")
    told = begun.refuses("edit", "run-on", "1", "--rating", "", code=2)
    assert told == "A note has no words: nothing was changed.\nRemove it: watchlog remove run-on 1"
    begun("edit", "run-on", "1", "--rating", "9")
    begun("edit", "run-on", "1", "--rating", "", "--text", "Words.")


def test_a_note_that_has_a_rating_needs_no_words(begun: Program) -> None:
    begun("note", "run-on", "1", "Words.", "--rating", "9")
    begun("edit", "run-on", "1", "--text", "")
    assert begun.drama("run-on")["notes"][0]["rating"] == 9


def test_a_correction_that_leads_nowhere_is_saved_and_told(begun: Program) -> None:
    begun("review", "run-on", "x")
    told = begun("edit", "run-on", "1", "--text", "[[9]] and [[1]]").stderr
    assert told == "Corrected review 1 of Run On.\n[[9]] in review 1 leads nowhere.\n"


def test_every_field_of_an_item_can_be_corrected() -> None:
    options = {field.option for field in OPTIONS}
    for kind in ITEM_FIELDS:
        assert {field.option for field in (*ITEM_PLACES[kind], *ITEM_FIELDS[kind])} <= options


def test_a_draft_belongs_to_its_journal(desk: Desk) -> None:
    desk.edit("run-on", "1", edits=["path.write_text(text.replace('umbrela', 'umbrella'))\nsys.exit(1)"])
    (draft,) = desk.drafts()
    assert f"A draft that is in no drama yet: {draft}" in desk.program("doctor").stderr
    other = ["--journal", str(desk.home / "other")]
    desk.program(*other, "add", "Run On", "--episodes", "16")
    desk.program(*other, "note", "run-on", "3", "The umbrela.")
    assert "draft" not in desk.program(*other, "doctor").stderr
    terminal = desk.program.terminal(*other, "edit", "run-on", "1", EDITOR=f"{sys.executable} -c pass --wait")
    assert "Go on with it?" not in terminal.ends()


@pytest.mark.parametrize("copy", ["{name}~", "{name}.bak", ".{name}.swp", "#{name}#", "{name}.~1~"])
def test_what_an_editor_keeps_beside_a_draft_goes_with_it(desk: Desk, copy: str) -> None:
    beside = copy.format(name="' + path.name + '")
    code, _ = desk.edit(
        "run-on",
        "1",
        edits=[f"(path.parent / ('{beside}')).write_text(text)\ntext = text.replace('umbrela', 'umbrella')"],
    )
    assert code == 0
    assert desk.drafts() == []
    assert list(desk.program.drafts.iterdir()) == []


def test_a_number_that_is_not_known_stays_to_its_last_digit(desk: Desk) -> None:
    path = desk.program.journal / "dramas" / "run-on.json"
    path.write_text(path.read_text().replace('"title"', '"mine": 0.12345678901234567890123,\n  "title"'))
    assert desk.edit("run-on", edits=["text = text.replace('umbrela', 'umbrella')"]) == (0, "Edited Run On.\n")
    assert '"mine": 0.12345678901234567890123' in path.read_text()
    desk.program("watch", "run-on", "1")
    assert "0.12345678901234567890123" in path.read_text()
    assert "0.12345678901234567890123" in desk.program("show", "run-on", "--json").stdout
