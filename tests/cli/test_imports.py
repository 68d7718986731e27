"""What a command loads: a note must not wait for what only a page needs."""

import subprocess
import sys
from functools import cache

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow

RUN = """
import sys
from watchlog.cli.app import run
code = run(sys.argv[1:])
sys.stdout.flush()
print(code, *sys.modules, file=sys.stderr)
"""


def loaded(program: Program, arguments: list[str], stdin: str = "", **environment: str) -> set[str]:
    """The modules that a command line has loaded at its end."""
    ended = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=True,
        env={**program.environment(), "PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path), **environment},
    )
    code, *modules = ended.stderr.splitlines()[-1].split()
    assert code == "0", ended.stderr
    return set(modules)


@cache
def there_anyway() -> set[str]:
    """What the libraries of every command load, which differs from version to version."""
    loading = [sys.executable, "-c", "import sys, typer, msgspec; print(*sys.modules)"]
    return set(subprocess.run(loading, capture_output=True, text=True, check=True).stdout.split())


CAPTURING = [
    ["add", "Signal", "--year", "2016"],
    ["set", "run-on", "--year", "2021"],
    ["status", "run-on", "on-hold"],
    ["watch", "run-on"],
    ["unwatch", "run-on", "1"],
    ["note", "run-on", "3", "-", "--rating", "9.5"],
    ["quote", "run-on", "A: x\nB: y"],
    ["rate", "run-on", "9"],
    ["cast", "run-on", "x"],
    ["song", "run-on", "x"],
    ["scene", "run-on", "x"],
    ["review", "run-on", "x"],
    ["remove", "run-on", "1", "--yes"],
    ["rename", "run-on", "ron"],
    ["undo"],
    ["where"],
]
HEAVY = {"pydantic", "markdown_it", "httpx", "jinja2", "dateutil", "html.entities", "asyncio", "csv"}


@pytest.mark.parametrize("arguments", CAPTURING, ids=lambda arguments: arguments[0])
def test_what_writes_loads_no_rich_no_view_no_format_and_no_catalogue(begun: Program, arguments: list[str]) -> None:
    begun("watch", "run-on", "1")
    begun("note", "run-on", "1", "First.")
    modules = loaded(begun, arguments, stdin="words")
    assert not {module for module in modules if module.partition(".")[0] == "rich"}
    assert not {module for module in modules if module.startswith("watchlog.views.")} - {
        "watchlog.views.typography.text"
    }
    assert not {module for module in modules if module.startswith("watchlog.formats")}
    assert "watchlog.journal.store.catalogue" not in modules
    assert modules & HEAVY == set()


NOT_FOR_A_NOTE = {
    *("json", "hashlib", "_hashlib", "string", "tempfile", "unicodedata", "difflib", "platformdirs", "tinydb"),
    *(
        f"watchlog.{name}"
        for name in """
        cli.manual cli.pager cli.mistakes cli.reading.files cli.reading.prompts cli.reading.editor
        journal.drama.following journal.drama.references journal.drama.refusing journal.drama.comparing
        journal.drama.facts journal.drama.spoilers journal.drama.slugs journal.drama.difference
        journal.store.scratch journal.store.history journal.store.changereading journal.store.recovery
        journal.store.settings journal.recall.naming
        """.split()
    ),
}
"""What is only for other commands, for a first time, or for what goes wrong. Each of them is felt before every note."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["note", "run-on", "3", "words", "--rating", "9.5"],
        ["quote", "run-on", "words", "--by", "Mi-joo"],
        ["rate", "run-on", "9"],
        ["watch", "run-on", "1"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_note_waits_for_nothing_that_only_others_need(begun: Program, arguments: list[str]) -> None:
    begun("note", "run-on", "1", "First.")
    assert loaded(begun, arguments) & NOT_FOR_A_NOTE - there_anyway() == set()


def test_show_on_a_terminal_loads_no_format_and_in_a_large_journal_no_catalogue(begun: Program) -> None:
    begun("note", "run-on", "1", "Plain.")
    begun("review", "run-on", "Plain paragraphs.\n\nNothing else.")
    for number in range(501):
        (begun.journal / "dramas" / f"other-{number}.json").touch()
    modules = loaded(begun, ["show", "run-on", "--page"])
    assert "rich.console" in modules
    assert not {module for module in modules if module.startswith("watchlog.formats")}
    assert "watchlog.journal.store.catalogue" not in modules
    assert modules & HEAVY == set()


def test_show_loads_markdown_where_a_text_uses_it(begun: Program) -> None:
    begun("review", "run-on", "# A heading\n\n- a list")
    assert "markdown_it" in loaded(begun, ["show", "run-on", "--page"])


@pytest.mark.parametrize(
    "arguments",
    [["show", "run-on", "--json"], ["show", "run-on"], ["list"], ["list", "--json"], [], ["history", "--json"]],
)
def test_nothing_ever_loads_pydantic_and_what_is_for_a_script_loads_no_page(
    begun: Program, arguments: list[str]
) -> None:
    modules = loaded(begun, arguments)
    assert "pydantic" not in modules
    assert not modules & {"markdown_it", "rich.markdown", "watchlog.views.show"}


def test_a_slug_needs_no_catalogue_and_a_title_does(begun: Program) -> None:
    assert "watchlog.journal.store.catalogue" not in loaded(begun, ["show", "run-on", "--json"])
    assert "watchlog.journal.store.catalogue" in loaded(begun, ["show", "Run On", "--json"])
