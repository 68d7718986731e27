"""The rooms of the house: who may ask whom, and who may touch what."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import watchlog

HOUSE = Path(watchlog.__file__).parent
DRAMA, STORE, RECALL, KEEP = (f"journal.{wing}" for wing in ("drama", "store", "recall", "keep"))
FACE = "journal.journal"
ROOMS = {
    DRAMA: {DRAMA, "errors"},
    STORE: {STORE, DRAMA, "errors"},
    FACE: {STORE, DRAMA, "errors"},
    RECALL: {RECALL, FACE, STORE, DRAMA, "errors"},
    KEEP: {KEEP, FACE, STORE, DRAMA, "errors"},
    "views": {"views", DRAMA, "errors"},
    "formats": {"formats", "journal.keep.rows", DRAMA, "errors"},
    "cli": {"cli", "views", "formats", "journal", "errors"},
}
"""What each room may ask for. Names of types alone, for whoever reads the code, may come from anywhere."""

OF_A_PATH = {"read_text", "read_bytes", "write_text", "write_bytes", "touch", "iterdir", "mkdir", "rmdir"}
OF_THE_SYSTEM = {"open", "fdopen", "unlink", "rename", "replace", "mkdir", "makedirs", "rmdir", "remove", "fsync",
                 "scandir", "listdir", "stat", "mkdtemp", "copytree", "copy", "rmtree", "link"}  # fmt: skip
CUPBOARDS = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
LONGEST = 300


@cache
def _modules() -> list[tuple[str, Path, ast.Module]]:
    return [
        (
            path.relative_to(HOUSE).with_suffix("").as_posix().replace("/", "."),
            path,
            ast.parse(path.read_text("utf-8")),
        )
        for path in sorted(HOUSE.rglob("*.py"))
    ]


def _inside(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


@cache
def _imported(tree: ast.Module) -> set[str]:
    """The modules that are imported when the code runs."""
    found = set()
    for node in _running(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                found.add(inner if _is_module(inner) else node.module)
        elif isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
    return found


@cache
def _is_module(name: str) -> bool:
    place = HOUSE.parent / name.replace(".", "/")
    return place.is_dir() or place.with_suffix(".py").exists()


def _running(node: ast.AST) -> Iterator[ast.AST]:
    for inner in ast.iter_child_nodes(node):
        if not (isinstance(inner, ast.If) and ast.unparse(inner.test) == "TYPE_CHECKING"):
            yield inner
            yield from _running(inner)


def _of_the_house(tree: ast.Module) -> Iterator[str]:
    names = (name.removeprefix("watchlog.") for name in _imported(tree) if name.startswith("watchlog."))
    yield from (name for name in names if _is_module(f"watchlog.{name}"))


@cache
def _calls(tree: ast.Module) -> list[tuple[str, ast.Call]]:
    """Every call in the code, after what is called."""
    return [(ast.unparse(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_asks_only_those_it_may(room: str) -> None:
    wrong = [
        f"{path.relative_to(HOUSE)} asks {asked}"
        for module, path, tree in _modules()
        if _inside(module, room)
        for asked in _of_the_house(tree)
        # A folder is named wherever something in it is imported.
        if not (HOUSE / asked.replace(".", "/")).is_dir() and not any(_inside(asked, may) for may in ROOMS[room])
    ]
    assert wrong == []


def test_no_two_modules_ask_each_other() -> None:
    asks = {module.removesuffix(".__init__"): set(_of_the_house(tree)) for module, _, tree in _modules()}
    circles = [
        f"{one} and {other}"
        for one, asked in asks.items()
        for other in asked
        if one < other and one in asks.get(other, ())
    ]
    assert circles == []


def test_only_the_views_know_rich_and_only_the_command_line_knows_typer() -> None:
    wrong = [
        f"{path.relative_to(HOUSE)} imports {asked}"
        for module, path, tree in _modules()
        for asked in _imported(tree)
        if (asked.split(".")[0] == "rich" and not _inside(module, "views"))
        or (asked.split(".")[0] == "typer" and not _inside(module, "cli"))
    ]
    assert wrong == []


def _touches(called: str, node: ast.Call) -> bool:
    """Whether a call asks the system for a file; an empty stream is none."""
    owner, _, name = called.rpartition(".")
    if node.args and ast.unparse(node.args[0]) == "os.devnull":
        return False
    if not owner:
        return name == "open"
    return name in (OF_THE_SYSTEM if owner in ("os", "shutil", "tempfile") else OF_A_PATH)


def test_one_place_touches_files() -> None:
    wrong = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for _, path, tree in _modules()
        for called, node in _calls(tree)
        if _touches(called, node)
    ]
    # TAB must answer before the journal's modules could be imported: it lists one folder by itself.
    allowed = (
        "journal/store/files.py",
        "journal/store/marks.py",
        "journal/store/disk.py",
        "journal/store/scratch.py",
        "cli/completion/complete.py",
    )
    assert [place for place in wrong if not place.startswith(allowed)] == []


def test_one_module_prints() -> None:
    """What is shown leaves by one door, which cleans it."""
    printing = ("print", "sys.stdout.write", "sys.stderr.write", "sys.stdout.buffer.write", "typer.echo")
    wrong = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for _, path, tree in _modules()
        for called, node in _calls(tree)
        if called in printing
    ]
    assert [place for place in wrong if not place.startswith("cli/output.py")] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for _, path, tree in _modules() if not ast.get_docstring(tree)] == []


def test_no_module_is_a_cupboard_and_none_is_too_long() -> None:
    assert [module for module, _, _ in _modules() if CUPBOARDS & set(module.split("."))] == []
    long = {
        module: lines
        for module, path, tree in _modules()
        if (lines := path.read_text("utf-8").count("\n")) > LONGEST
        and "generated table" not in (ast.get_docstring(tree) or "").partition("\n")[0].lower()
    }
    assert long == {}
