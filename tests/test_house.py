"""The rooms of the house: who may ask whom, and who may touch what."""

import ast
from collections.abc import Iterator
from pathlib import Path

import watchlog

HOUSE = Path(watchlog.__file__).parent
ROOMS = {
    "journal": {"journal", "errors"},
    "views": {"views", "journal", "errors"},
    "formats": {"formats", "journal", "errors"},
    "cli": {"cli", "views", "formats", "journal", "errors"},
}
OF_A_PATH = {"read_text", "read_bytes", "write_text", "write_bytes", "touch", "iterdir", "mkdir", "rmdir"}
OF_THE_SYSTEM = {"open", "fdopen", "unlink", "rename", "replace", "mkdir", "makedirs", "rmdir", "remove", "fsync",
                 "scandir", "listdir", "stat", "mkdtemp", "copytree", "copy", "rmtree"}  # fmt: skip


def _modules() -> Iterator[tuple[str, Path, ast.Module]]:
    for path in sorted(HOUSE.rglob("*.py")):
        yield path.relative_to(HOUSE).parts[0].removesuffix(".py"), path, ast.parse(path.read_text("utf-8"))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_every_room_asks_only_those_it_may() -> None:
    wrong = [
        f"{path.relative_to(HOUSE)} asks {module}"
        for room, path, tree in _modules()
        if room in ROOMS
        for module in _imported(tree)
        if module.startswith("watchlog.") and module.split(".")[1] not in ROOMS[room]
    ]
    assert wrong == []


def test_only_the_views_know_rich_and_only_the_command_line_knows_typer() -> None:
    wrong = [
        f"{path.relative_to(HOUSE)} imports {module}"
        for room, path, tree in _modules()
        for module in _imported(tree)
        if (module.split(".")[0] == "rich" and room != "views") or (module.split(".")[0] == "typer" and room != "cli")
    ]
    assert wrong == []


def _touches(node: ast.AST) -> bool:
    """Whether a call asks the system for a file; an empty stream is none."""
    if not isinstance(node, ast.Call) or (node.args and ast.unparse(node.args[0]) == "os.devnull"):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id == "open"
    if not isinstance(node.func, ast.Attribute):
        return False
    of_the_system = ast.unparse(node.func.value) in ("os", "shutil", "tempfile")
    return node.func.attr in (OF_THE_SYSTEM if of_the_system else OF_A_PATH)


def test_one_module_touches_files() -> None:
    wrong = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for _, path, tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _touches(node)
    ]
    # TAB must answer before the journal's modules could be imported: it lists one folder by itself.
    assert [place for place in wrong if not place.startswith(("journal/files.py", "cli/completing.py"))] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for _, path, tree in _modules() if not ast.get_docstring(tree)] == []
