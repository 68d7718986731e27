"""git's merge driver: versions of a drama merged by real git in real clones, and what it does with bad ones."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow

DRIVER = f"{sys.executable} -m watchlog merge %O %A %B"


class Clone:
    """A journal in a clone of its own, on a machine of its own."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / name
        self.environment = {
            **os.environ,
            "WATCHLOG_JOURNAL": str(self.folder),
            "XDG_STATE_HOME": str(folder / f"state-{name}"),
            "GIT_AUTHOR_NAME": name,
            "GIT_AUTHOR_EMAIL": "me@example.org",
            "GIT_COMMITTER_NAME": name,
            "GIT_COMMITTER_EMAIL": "me@example.org",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }

    def git(self, *words: str, code: int = 0) -> str:
        ended = subprocess.run(
            ["git", "-C", str(self.folder), *words], env=self.environment, capture_output=True, text=True
        )
        assert ended.returncode == code, ended.stdout + ended.stderr
        return ended.stdout + ended.stderr

    def watchlog(self, *words: str, code: int = 0) -> str:
        command = [sys.executable, "-m", "watchlog", *words]
        ended = subprocess.run(command, env=self.environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        assert ended.returncode == code, ended.stderr
        return ended.stdout + ended.stderr

    def knows_the_driver(self) -> "Clone":
        self.git("config", "merge.watchlog.driver", DRIVER)
        return self

    def keep(self, *words: str) -> None:
        """Run watchlog, and commit what it did."""
        self.watchlog(*words)
        self.git("add", "-A")
        self.git("commit", "-qm", " ".join(words))

    def document(self, slug: str = "run-on") -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "dramas" / f"{slug}.json").read_text())
        return found

    def notes(self) -> list[str]:
        return sorted(note["text"] for note in self.document()["notes"])


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Clone, Clone]:
    """Two clones of one journal, in which Run On has a note."""
    one, other = Clone(tmp_path, "one"), Clone(tmp_path, "other")
    one.folder.mkdir()
    one.git("init", "-q", "-b", "main")
    (one.folder / ".gitattributes").write_text("dramas/*.json merge=watchlog\n")
    (one.folder / ".gitignore").write_text(".*\n!.gitattributes\n!.gitignore\n")
    facts = ("--year", "2020", "--episodes", "16", "--network", "JTBC", "--genre", "Romance,Life,Sports,Melodrama")
    one.keep("add", "Run On", *facts, "--native", "런 온", "--airing-day", "wed,thu", "--aired-from", "2020-12-16")
    one.keep("note", "run-on", "1", "first")
    one.git("clone", "-q", str(one.folder), str(other.folder))
    return one.knows_the_driver(), other.knows_the_driver()


def pull(clone: Clone, source: Clone, *how: str) -> str:
    return clone.git("pull", "-q", "--no-edit", *how, str(source.folder), "main")


def test_both_machines_wrote_and_each_takes_in_the_other(clones: tuple[Clone, Clone]) -> None:
    one, other = clones
    one.keep("note", "run-on", "2", "here")
    other.keep("scene", "run-on", "there", "--episode", "2")
    pull(one, other, "--no-rebase")
    pull(other, one, "--no-rebase")
    assert one.document() == other.document()
    assert one.notes() == ["first", "here"]
    assert [scene["text"] for scene in one.document()["scenes"]] == ["there"]
    assert "are sound" in one.watchlog("doctor")
    assert len(one.watchlog("history").splitlines()) == 4


def test_a_criss_cross_merge_has_every_note_once(clones: tuple[Clone, Clone]) -> None:
    """Git merges the two bases first, with the same driver, and hands in what comes of it."""
    one, other = clones
    one.keep("note", "run-on", "2", "x")
    other.keep("note", "run-on", "2", "y")
    heads = {clone: clone.git("rev-parse", "HEAD").strip() for clone in clones}
    for clone, source in ((one, other), (other, one)):
        clone.git("fetch", "-q", str(source.folder), "main")
        clone.git("merge", "-q", "--no-edit", heads[source])
    one.keep("note", "run-on", "3", "x again")
    other.keep("note", "run-on", "3", "y again")
    pull(one, other, "--no-rebase")
    assert one.notes() == ["first", "x", "x again", "y", "y again"]
    assert not any(note.get("merged") for note in one.document()["notes"])


def test_a_rebase_keeps_both_versions_and_tells_the_fact_that_does_not_stand(clones: tuple[Clone, Clone]) -> None:
    one, other = clones
    for clone, words in ((one, "here"), (other, "there")):
        file = clone.folder / "dramas" / "run-on.json"
        file.write_text(file.read_text().replace('"first"', f'"first, {words}"'))
        clone.keep("set", "run-on", "--title", f"Run On {words}")
    told = pull(one, other, "--rebase")
    assert one.notes() == ["first, here", "first, there"]
    assert all(note["merged"] for note in one.document()["notes"])
    assert one.document()["title"] in told
    assert {"Run On here", "Run On there"} == {title for title in ("Run On here", "Run On there") if title in told}


def test_an_undo_and_a_rename_on_one_side_hold_on_both(clones: tuple[Clone, Clone]) -> None:
    one, other = clones
    one.keep("undo")
    one.keep("rename", "run-on", "running")
    other.keep("set", "run-on", "--country", "South Korea")
    pull(one, other, "--no-rebase")
    merged = one.document("running")
    assert merged.get("notes", []) == []
    assert (merged["slug"], merged["country"]) == ("running", "South Korea")
    assert "are sound" in one.watchlog("doctor")


def test_a_drama_renamed_on_both_sides_is_made_one_by_the_command_that_is_told(clones: tuple[Clone, Clone]) -> None:
    """Git takes two names for a conflict, whatever the driver does, and puts what is merged under both."""
    one, other = clones
    for clone, slug in ((one, "run-a"), (other, "run-b")):
        clone.keep("rename", "run-on", slug)
        clone.keep("note", slug, "2", f"of {slug}")
    one.keep("add", "Signal")
    one.keep("note", "signal", "1", "As in [[run-a]].")
    told = one.git("pull", "-q", "--no-edit", "--no-rebase", str(other.folder), "main", code=1)
    assert "run-b: its file may lie under both names now. When git is done: watchlog doctor --fix" in told
    assert "run-a.json: it is run-b, which has a file of its own, too.\n" in one.watchlog("list", code=3)
    assert one.watchlog("show", "run-a", code=3).endswith("To make the two one: watchlog doctor --fix\n")
    assert "are sound" in one.watchlog("doctor", "--fix")
    one.git("add", "-A")
    one.git("commit", "-qm", "merged")
    pull(other, one, "--no-rebase")
    assert one.document("run-b") == other.document("run-b")
    assert [note["text"] for note in other.document("run-b")["notes"]] == ["first", "of run-b", "of run-a"]
    assert other.document("signal")["notes"][0]["text"] == "As in [[run-b]]."
    assert "are sound" in other.watchlog("doctor")


def test_both_made_the_drama(clones: tuple[Clone, Clone]) -> None:
    one, other = clones
    for clone in clones:
        clone.keep("add", "Signal", "--year", "2016")
        clone.keep("note", "signal", "1", "here" if clone is one else "there")
    pull(one, other, "--no-rebase")
    assert sorted(note["text"] for note in one.document("signal")["notes"]) == ["here", "there"]


def test_doctor_names_a_clone_that_does_not_know_the_driver(clones: tuple[Clone, Clone]) -> None:
    one, _ = clones
    assert "are sound" in one.watchlog("doctor")
    one.git("config", "--unset", "merge.watchlog.driver")
    assert "config merge.watchlog.driver" in one.watchlog("doctor", code=3)


def test_what_a_text_merge_left_is_mended_and_no_item_is_lost(clones: tuple[Clone, Clone]) -> None:
    """Where the driver is not known git may merge the lines without a conflict, and one number is there twice."""
    one, other = clones
    for clone in clones:
        clone.git("config", "--unset", "merge.watchlog.driver")
    one.keep("note", "run-on", "2", "here")
    other.keep("scene", "run-on", "there", "--episode", "2")
    one.git("fetch", "-q", str(other.folder), "main")
    one.git("merge", "-q", "--no-edit", "FETCH_HEAD")
    assert "run-on.json: id: 2 is given to two items" in one.watchlog("list", code=3)
    one.watchlog("doctor", "--fix", code=3)  # that the driver is missing it does not mend
    assert [item["id"] for kind in ("notes", "scenes") for item in one.document()[kind]] == [1, 2, 3]


def test_the_lines_of_the_readme_set_it_up(tmp_path: Path, clones: tuple[Clone, Clone]) -> None:
    page = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    block = page.split("### On two machines")[1].split("```bash\n")[1].split("```")[0]
    fresh = Clone(tmp_path, "fresh")
    fresh.watchlog("add", "Run On")
    ended = subprocess.run(["bash", "-ec", block], cwd=fresh.folder, env=fresh.environment, capture_output=True)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "are sound" in fresh.watchlog("doctor")
    fresh.keep("note", "run-on", "1", "first")
    tracked = fresh.git("ls-files").split()
    assert [name for name in tracked if not name.startswith("history/")] == [
        ".gitattributes", ".gitignore", "dramas/run-on.json", "watchlog.json"
    ]  # fmt: skip
    assert fresh.git("config", "merge.watchlog.driver").strip() == "watchlog merge %O %A %B"


@pytest.fixture
def versions(program: Program, tmp_path: Path) -> tuple[Path, Path, Path]:
    """Three versions of a file as git hands them over: base, ours, theirs."""
    program("add", "Run On")
    content = (program.journal / "dramas" / "run-on.json").read_bytes()
    paths = tuple(tmp_path / f".merge_file_{name}" for name in "abc")
    for path in paths:
        path.write_bytes(content)
    return paths[0], paths[1], paths[2]


def _merge(program: Program, versions: tuple[Path, Path, Path], code: int = 0) -> str:
    return program("merge", *map(str, versions), code=code).stderr


@pytest.mark.parametrize("broken", [b"", b'{"broken', b"[]", b'{"title": 3}', b"\xff\n"])
@pytest.mark.parametrize("side", [1, 2])
def test_a_side_that_cannot_be_read_stays_beside_the_other(
    program: Program, versions: tuple[Path, Path, Path], broken: bytes, side: int
) -> None:
    sound = versions[3 - side].read_bytes()
    versions[side].write_bytes(broken)
    assert "Both versions are in the file now" in _merge(program, versions, code=1)
    content = versions[1].read_bytes()
    assert content.startswith(b"<<<<<<< ours\n")
    assert broken in content
    assert sound in content
    (program.journal / "dramas" / "run-on.json").write_bytes(content)
    assert "run-on.json" in program("show", "run-on", code=3).stderr
    program("doctor", "--fix", code=3)
    assert (program.journal / "dramas" / "run-on.json").read_bytes() == content


def test_a_drama_is_known_by_what_is_in_its_file_wherever_git_puts_it(program: Program, tmp_path: Path) -> None:
    """Git's files have no ending, and a path may hold what a shell would take apart."""
    program("add", "Run On")
    content = (program.journal / "dramas" / "run-on.json").read_text()
    place = tmp_path / 'run on\'s "$HOME" 런'
    place.mkdir()
    paths = [place / f".merge_file_{name}" for name in ("a1B2c3", "d4E5f6", "g7H8i9")]
    for path, country in zip(paths, ("", "Korea", ""), strict=True):
        path.write_text(json.dumps(json.loads(content) | ({"country": country} if country else {})))
    paths[2].write_text(json.dumps(json.loads(content) | {"tags": ["calm"]}))
    program("merge", *map(str, paths))
    merged = json.loads(paths[1].read_text())
    assert (merged["slug"], merged["country"], merged["tags"]) == ("run-on", "Korea", ["calm"])


def test_a_drama_keeps_the_line_ends_of_ours(program: Program, versions: tuple[Path, Path, Path]) -> None:
    document = json.loads(versions[2].read_text())
    versions[1].write_bytes(versions[1].read_bytes().replace(b"\n", b"\r\n"))
    versions[2].write_text(json.dumps(document | {"genres": ["Life"]}))
    _merge(program, versions)
    content = versions[1].read_bytes()
    assert b"Life" in content
    assert content.count(b"\r\n") == content.count(b"\n") > 3


def test_the_manual_never_says_to_merge_lines_of_both_sides() -> None:
    for page in (Path(__file__).parents[2] / "README.md", *(Path(__file__).parents[2] / "watchlog").rglob("*.md")):
        assert "merge=union" not in page.read_text("utf-8")


def test_two_dramas_under_one_name_are_not_made_one(program: Program, versions: tuple[Path, Path, Path]) -> None:
    versions[2].write_text(json.dumps({"slug": "run-on", "title": "Signal", "year": 2016}))
    assert "two dramas" in _merge(program, versions, code=1)
    assert b"Signal" in versions[1].read_bytes()


@pytest.mark.parametrize("base", [b"", b"<<<<<<< ours\n", b"{}"])
def test_a_base_that_is_none_removes_nothing(program: Program, versions: tuple[Path, Path, Path], base: bytes) -> None:
    document = json.loads(versions[1].read_text())
    versions[0].write_bytes(base)
    versions[2].write_text(json.dumps(document | {"genres": ["Life"], "next_id": 9}))
    versions[1].write_text(json.dumps(document | {"tags": ["calm"]}))
    _merge(program, versions)
    merged = json.loads(versions[1].read_text())
    assert (merged["genres"], merged["tags"], merged["next_id"]) == (["Life"], ["calm"], 9)


def test_a_file_that_is_not_there_is_named(program: Program, versions: tuple[Path, Path, Path]) -> None:
    versions[2].unlink()
    assert "There is no file" in _merge(program, versions, code=1)
