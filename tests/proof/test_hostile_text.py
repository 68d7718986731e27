"""Words that would steer, hide or style, in every field: a terminal gets our own colours and a script clean lines."""

import json
import os
import pty
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyte
import pytest

from tests.journal.faults import CountingDisk, using
from tests.program import Program
from watchlog.journal.drama.text import clean

POISON = (
    "\x1b[2J\x1b[1;1Hgone \x1b[31mred \x1b[?1049h\x1b[8m "  # clears, colours, the other screen, hidden
    "\x1b]0;owned\x07 \x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\ \x1b]52;c;ZXZpbA==\x07 "  # title, link, clipboard
    "\x1bP+q544e\x1b\\ \x1bc\x1b7\x1b(0 "  # device control, reset, another alphabet
    "\x9b2J\x9d0;owned\x9c\x90q\x9c\x84\x85 "  # the same in one character each
    "\u202etxt.exe\u202c \u2066x\u2069 \u200f\u061c "  # the other way round
    "z\u200be\u200cr\ufeffo\u2060 "  # what has no width
    "a\rb\x08\x08\x7f\x00\x0e\x0f bell\x07 "
    "[red]markup[/red] [/] [link=http://evil]x[/link] :smile: **bold** `code` <b>html</b> "
    "line\nbreak\u2028and\u2029more"
)
TYPED = POISON.replace("\x00", "")  # which no argument can hold
Commands = tuple[tuple[str, ...], ...]
LONG_WORD = "w" * 100_000
HALF = "half \\ud83d of a pair"

_SGR = re.compile(rb"\x1b\[[0-9;]*m")
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff]"
)

READING: Commands = (
    (), ("show", "evil"), ("show", "evil", "--spoilers"), ("list",), ("quotes",), ("quotes", "evil", "--spoilers"),
    ("show", "evil", "facts", "synopsis", "cast", "songs", "episodes", "quotes", "scenes", "reviews", "ratings"),
    ("list", "--columns", "title,native,genres,tags,country,networks,actors,status,rating,year,seen"),
    ("random",), ("search", "markup"), ("search", "gone"), ("person", "markup"), ("airing",), ("stats",), ("history",),
    ("history", "evil"), ("doctor",), ("where",),
)  # fmt: skip
DATA: Commands = (
    ("show", "evil", "--json"), ("list", "--json"), ("quotes", "--json"), ("search", "gone", "--json"),
    ("person", "markup", "--json"), ("stats", "--json"), ("history", "--json"), ("random", "--json"),
    ("airing", "--json"), ("export", "--format", "json"), ("export", "evil"), ("list", "--csv"),
    ("export", "--format", "html"), ("export", "evil", "--format", "csv"),
    ("export", "--format", "csv", "--what", "notes"),
)  # fmt: skip
"""What a script reads back: there, a mark of direction is a character like any other."""
SAYING: Commands = (
    ("remove", "evil", "1", "2", "3", "4", "5", "6", "--no-input"), ("remove", "evil", "--no-input"),
    ("note", "evil", "99", "x"), ("show", TYPED), (TYPED,), (f"--{TYPED}",), ("show", "evil", TYPED),
    ("list", "--status", TYPED), ("list", "--columns", TYPED), ("list", "--sort", TYPED), ("list", "--year", TYPED),
    ("search", TYPED), ("person", TYPED), ("rate", "evil", TYPED), ("note", "evil", TYPED, "x"), ("undo", TYPED),
    ("import", TYPED), ("restore", TYPED), ("export", "--format", TYPED), ("export", "-o", f"/nowhere/{TYPED}"),
    ("set", "evil", "--untag", TYPED), ("rename", "evil", TYPED), ("status", "evil", TYPED), ("stats", "--year", TYPED),
    ("note", "evil", "1", "x", "--on", TYPED), ("quote", "evil", "x", "--at", TYPED), ("completion", TYPED),
    ("--journal", f"/tmp/{TYPED}", "list"), ("add", "x", "--slug", TYPED), ("backup", f"/nowhere/{TYPED}"),
    ("quotes", "--by", TYPED), ("show", "good", "--journal", f"/nowhere/{TYPED}"),
)  # fmt: skip
CHANGING: Commands = (
    ("note", "evil", "1", TYPED), ("cast", "evil", TYPED, "--as", TYPED, "--note", TYPED),
    ("set", "evil", "--tag", TYPED),
    ("song", "evil", TYPED, "--by", TYPED, "--lyrics", TYPED), ("scene", "evil", TYPED), ("add", TYPED),
    ("quote", "evil", TYPED, "--by", TYPED, "--original", TYPED, "--note", TYPED), ("rate", "evil", "9"),
    ("review", "evil", TYPED, "--headline", TYPED, "--verdict", TYPED), ("set", "evil", "--title", TYPED),
    ("remove", "evil", "1", "--yes"), ("watch", "evil"), ("status", "evil", "dropped"), ("rename", "evil", "worse"),
    ("undo",), ("undo", "3"), ("redo",), ("rename", "evil", "worst"), ("undo",),
)  # fmt: skip


def poisoned(words: str) -> dict[str, Any]:
    """A drama that has these words in every field where words can be."""
    return {
        "title": words, "native_title": words, "also_known_as": [words], "country": words, "networks": [words],
        "genres": [words], "tags": [words], "links": [words, f"https://x/{words}"], "year": 2020, "episodes": 3,
        "status": "watching", "synopsis": {"text": words, "source": words}, "added": words,
        "aired": {"from": "2021-01-01"},
        "rounds": [{"started": "2021-01-01", "episodes": {"1": "2021-01-01"}}],
        "ratings": [{"on": "2021-01-01", "overall": 9, "story": 8}],
        "notes": [{"id": 1, "episode": 1, "text": words, "on": "2021-01-01", "spoiler": "minor"}],
        "quotes": [{"id": 2, "lines": [{"speaker": words, "text": words, "original": words}], "note": words}],
        "cast": [{"id": 3, "actor": words, "character": words, "note": words}],
        "songs": [{"id": 4, "title": words, "artist": words, "lyrics": words, "note": words}],
        "scenes": [{"id": 5, "text": words}],
        "reviews": [{"id": 6, "headline": words, "text": f"# {words}\n\n- *{words}*\n\n> {words}", "verdict": words}],
        words: {words: words},
    }  # fmt: skip


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A journal with a drama that means well in it."""
    program = Program(tmp_path, monkeypatch)
    with using(CountingDisk()):
        program("add", "Good", "--episodes", "3")
        yield program


def by_hand(program: Program, document: dict[str, Any]) -> None:
    (program.journal / "dramas" / "evil.json").write_text(json.dumps(document), "utf-8")


def on_a_pty(commands: tuple[tuple[str, ...], ...]) -> dict[tuple[str, ...], bytes]:
    """The bytes that each command line sends to a terminal of 100 columns, one after another in one process."""
    child, descriptor = pty.fork()
    if child == 0:
        _run_all(commands)
    sent = b""
    while True:
        try:
            sent += (part := os.read(descriptor, 65536))
        except OSError:  # so a terminal ends on Linux
            break
        if not part:
            break
    os.close(descriptor)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, sent[-2000:].decode(errors="replace")
    parts = re.split(rb"<<end of ([0-9]+): ([0-9]+)>>\r\n", sent)
    assert parts[-1] == b""
    return dict(zip(commands, parts[:-1:3], strict=True))


def _run_all(commands: tuple[tuple[str, ...], ...]) -> None:
    code = 1
    try:
        os.environ.update(TERM="xterm-256color", COLUMNS="100", LINES="50", WATCHLOG_PAGER="")
        for name in ("stdin", "stdout", "stderr"):
            number = ("stdin", "stdout", "stderr").index(name)
            setattr(sys, name, open(number, "w" if number else "r", encoding="utf-8", closefd=False))  # noqa: SIM115
        from watchlog.cli.app import run

        for number, words in enumerate(commands):
            code = run(["--no-input", *words])
            sys.stdout.flush()
            sys.stderr.flush()
            os.write(1, f"<<end of {number}: {code}>>\n".encode())
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
        code = 1
    finally:
        os._exit(code)


def check_terminal(words: tuple[str, ...], sent: bytes) -> None:
    """Only colours of ours are in it, and an emulated terminal stays where and what it was."""
    bare = _SGR.sub(b"", sent).decode("utf-8").replace("\r\n", "\n")
    harm = controls(bare) if words in DATA else steering(bare)
    assert not harm, f"{words} sends {sorted(set(harm))!r}"
    assert "Traceback" not in bare, bare[-2000:]
    if len(sent) < 200_000:
        check_screen(bare, sent)


def check_screen(bare: str, sent: bytes) -> None:
    lines = bare.count("\n")
    screen = pyte.Screen(100, 50)
    pyte.ByteStream(screen).feed(sent)
    assert screen.title == ""
    assert pyte.modes.DECTCEM in screen.mode
    assert screen.cursor.x == 0
    assert screen.cursor.y == min(lines, 49) or lines < 49  # wrapped by the terminal
    assert screen.cursor.attrs == pyte.Screen(1, 1).cursor.attrs, "a colour runs on"


@pytest.mark.parametrize("commands", [READING, DATA, SAYING, CHANGING], ids=["reading", "data", "saying", "changing"])
def test_a_terminal_gets_our_colours_and_nothing_else(program: Program, commands: tuple[tuple[str, ...], ...]) -> None:
    by_hand(program, poisoned(POISON))
    for words, sent in on_a_pty(commands).items():
        check_terminal(words, sent)


def arrive(program: Program, how: str, tmp_path: Path) -> None:
    """Have the poisoned drama come into the journal."""
    if how == "by hand":
        by_hand(program, poisoned(POISON))
    elif how == "by json":
        (tmp_path / "evil.json").write_text(json.dumps(poisoned(POISON) | {"slug": "evil"}), "utf-8")
        program("import", str(tmp_path / "evil.json"))
    elif how == "by markdown":
        by_hand(program, poisoned(POISON))
        program("export", "evil", "-o", str(tmp_path / "evil.md"))
        program("remove", "evil", "--yes")
        program("import", str(tmp_path / "evil.md"))
    else:
        program("add", TYPED, "--slug", "evil", "--native", TYPED, "--aka", TYPED, "--country", TYPED,
                "--network", TYPED, "--genre", TYPED, "--synopsis", TYPED, "--synopsis-source", TYPED,
                "--link", "https://x", "--episodes", "3")  # fmt: skip
        for words in CHANGING[:9]:
            program(*words)
    assert "evil.json" in program.files()


@pytest.mark.parametrize("how", ["by hand", "by commands", "by json", "by markdown"])
def test_a_pipe_gets_no_control_characters(program: Program, how: str, tmp_path: Path) -> None:
    arrive(program, how, tmp_path)
    for words in READING:
        shown = program(*words, code=_WHATEVER)
        found = (controls if words[:1] == ("show",) else steering)(shown.stdout)  # show is Markdown, for import
        assert not found, f"{words} prints {found!r}"
        assert not steering(shown.stderr)
    for words in DATA:
        if words == ("export", "evil"):  # which import reads back, to the last character
            continue
        found = controls(program(*words).stdout)
        assert not found, f"{words} prints {found!r}"
    if how == "by hand":
        for words in SAYING:
            refused = program(*words, code=_WHATEVER)
            assert not controls(refused.stdout) | steering(refused.stderr), words


class _Whatever(int):
    """Equal to whatever a command ends with."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True


_WHATEVER = _Whatever()


def controls(printed: str) -> set[str]:
    return set(re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", printed))


def steering(printed: str) -> set[str]:
    return controls(printed) | set(_STEERING.findall(printed))


def test_json_still_says_what_the_file_says(program: Program) -> None:
    by_hand(program, poisoned(POISON))
    shown = program("show", "evil", "--json")
    assert shown.json["notes"][0]["text"] == POISON
    assert shown.json[POISON] == {POISON: POISON}


def test_a_word_of_a_hundred_thousand_characters(program: Program) -> None:
    notes = [{"id": 1, "episode": 1, "text": LONG_WORD}]
    by_hand(program, {"title": LONG_WORD, "episodes": 3, "genres": [LONG_WORD], "notes": notes})
    sent = on_a_pty((*READING[:6], ("search", "www"), ("note", "evil", "1", LONG_WORD)))
    for words, printed in sent.items():
        check_terminal(words, printed)
    assert program("show", "evil").stdout.count("w") >= 300_000


def test_half_a_pair_written_by_hand_is_named_and_not_shown(program: Program) -> None:
    path = program.journal / "dramas" / "evil.json"
    for field in ("title", "country"):
        path.write_text('{"title": "x", "' + field + '2": "' + HALF + '"}', "ascii")
        for words, sent in on_a_pty((("show", "evil"), ("list",), ("note", "evil", "1", "x"))).items():
            check_terminal(words, sent)
            assert b"half of a surrogate pair" in sent.replace(b"\r\n", b" ") or words == ("show", "good")


def test_cleaning_twice_is_cleaning_once() -> None:
    assert clean(clean(POISON)) == clean(POISON)
    assert not steering(clean(POISON).replace("\n", ""))
