"""watchlog where."""

from pathlib import Path

from tests.program import Program


def test_the_folders_in_use(program: Program) -> None:
    folders = {
        "journal": str(program.journal),
        "cache": str(program.home / "cache" / "watchlog"),
        "drafts": str(program.drafts),
    }
    assert program("where").stdout == "".join(f"{name}\t{folder}\n" for name, folder in folders.items())
    assert program("where", "--json").json == folders
    assert not program.journal.exists()


def test_a_folder_that_is_not_utf8_is_told_as_well_as_can_be(program: Program) -> None:
    folder = bytes(program.home) + b"/caf\xe9"
    for arguments in ([], ["--json"]):
        told = program.process("--journal", folder, "where", *arguments)
        assert (told.code, told.stderr) == (0, "")
        assert "caf" in told.stdout


def test_the_folder_of_the_platform_where_none_is_named(program: Program, tmp_path: Path) -> None:
    told = program.process("where", "--json", WATCHLOG_JOURNAL="", XDG_DATA_HOME=str(tmp_path / "data"))
    assert told.json["journal"] == str(tmp_path / "data" / "watchlog")
