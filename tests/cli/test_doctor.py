"""watchlog doctor."""

import json
import re
from pathlib import Path

import pytest

from tests.program import Program


@pytest.fixture
def ill(begun: Program) -> Program:
    """watchlog on a journal in which one drama can be mended, one cannot, and there is a copy of a third."""
    begun("add", "Signal")
    begun("add", "Mother", "--episodes", "16")
    dramas = begun.journal / "dramas"
    document = json.loads((dramas / "run-on.json").read_bytes())
    (dramas / "run-on 2.json").write_bytes(json.dumps(document | {"status": "dropped"}).encode())
    (dramas / "signal.json").write_bytes(b'{"title": "Signal", "slug": "signals"}')
    (dramas / "mother.json").write_bytes(b'{"title": "Mother", "episodes": "many", "year": 1, "\\u001b[31m": 1}')
    return begun


MENDED = "Mended signal: slug is signal now."
MERGED = (
    "Merged run-on 2.json into run-on: nothing new in it; "
    "status was changed on both sides: plan-to-watch stands, not dropped."
)


def test_a_sound_journal_is_said_to_be(begun: Program) -> None:
    assert begun("doctor").stderr == "1 drama and 1 change are sound.\n"
    begun("add", "Signal")
    looked = begun("doctor")
    assert (looked.stdout, looked.stderr) == ("", "All 2 dramas and 2 changes are sound.\n")


def test_so_is_the_sample_and_an_empty_journal(program: Program) -> None:
    assert program("--sample", "doctor").stderr == "All 13 dramas and 0 changes are sound.\n"
    assert program("doctor").stderr == "There is nothing in the journal yet.\n"
    assert not program.journal.exists()


def test_on_a_pipe_each_problem_is_a_line(ill: Program) -> None:
    looked = ill("doctor", code=3)
    dramas = ill.journal / "dramas"
    rows = [line.split("\t") for line in looked.stdout.splitlines()]
    assert [row[:3] for row in rows] == [
        [f"{dramas}/mother.json", "year", "expected int >= 1870"],
        [f"{dramas}/mother.json", "episodes", "expected int | null, got str"],
        [f"{dramas}/run-on 2.json", "", "a copy of run-on.json with other facts: status"],
        [f"{dramas}/signal.json", "slug", "it says signals, the file is named signal"],
    ]
    assert all(len(row) == 4 for row in rows)
    assert [row[3] for row in rows[2:]] == ["watchlog doctor --fix"] * 2
    assert looked.stderr == "4 problems.\n2 can be mended without losing a word: watchlog doctor --fix\n"


def test_in_json_too(ill: Program) -> None:
    report = ill("doctor", "--json", code=3).json
    assert (report["dramas"], report["changes"], report["fixed"], report["drafts"]) == (3, 3, [], [])
    assert report["problems"][3] == {
        "path": str(ill.journal / "dramas" / "signal.json"),
        "field": "slug",
        "problem": "it says signals, the file is named signal",
        "remedy": "watchlog doctor --fix",
        "fixable": True,
    }
    fixed = ill("doctor", "--fix", "--json", code=3).json
    assert fixed["fixed"] == [MENDED, MERGED]
    assert len(fixed["problems"]) == 2


def test_fix_says_what_it_did_and_undo_takes_it_back(ill: Program) -> None:
    before = ill.files()
    fixed = ill("doctor", "--fix", code=3)
    assert fixed.stderr == f"{MENDED}\n{MERGED}\n2 problems.\n"
    assert before.keys() - ill.files().keys() == {"run-on 2.json"}
    assert ill("undo").stderr.startswith("Took back: Mended ")
    assert ill.files() == {name.replace("run-on 2", "run-on-copy-1"): content for name, content in before.items()}


def test_when_all_is_mended_all_is_well(begun: Program) -> None:
    (begun.journal / "watchlog.json").unlink()
    fixed = begun("doctor", "--fix")
    assert fixed.stderr == f"Wrote {begun.journal}/watchlog.json.\n1 drama and 1 change are sound.\n"
    assert begun("doctor", "--fix").stderr == "1 drama and 1 change are sound.\n"


@pytest.mark.parametrize("settings", ["{", '{"views": []}', '{"article": {"order": ["tittle"]}}'])
def test_settings_that_cannot_be_read_are_named_and_in_the_way_of_nothing(begun: Program, settings: str) -> None:
    (begun.journal / "settings.json").write_text(settings)
    (problem,) = begun("doctor", "--json", code=3).json["problems"]
    assert (problem["path"], problem["fixable"]) == (str(begun.journal / "settings.json"), False)
    begun("list")


def test_a_draft_that_an_older_version_kept_for_every_journal_is_mentioned(begun: Program) -> None:
    begun.drafts.parent.mkdir(parents=True)
    (begun.drafts.parent / "review-run-on.md").write_text("It was")
    assert f"A draft that is in no drama yet: {begun.drafts.parent}/review-run-on.md\n" in begun("doctor").stderr


def test_a_draft_is_mentioned(begun: Program) -> None:
    begun.drafts.mkdir(parents=True)
    (begun.drafts / "review-run-on.md").write_text("It was")
    assert (
        f"A draft that is in no drama yet: {begun.drafts}/review-run-on.md\n"
        "To go on with one, give the command that began it again; else delete the file.\n"
    ) in begun("doctor").stderr


def test_a_newer_journal_is_told_and_left(begun: Program) -> None:
    (begun.journal / "watchlog.json").write_bytes(b'{"format": 7}')
    before = begun.everything()
    looked = begun("doctor", "--fix", code=3)
    assert "format 7 is newer than this watchlog knows" in looked.stdout
    assert "Install a newer watchlog." in looked.stdout
    assert begun.everything() == before


def test_a_journal_that_cannot_be_written_is_looked_at_all_the_same(ill: Program) -> None:
    """As on a disk that is read-only: only --fix needs to write."""
    (ill.journal / ".lock").unlink()
    (ill.journal / ".lock").mkdir()
    assert ill("doctor", code=3).stderr.startswith("4 problems.")
    assert "Not saved: Is a directory" in ill("doctor", "--fix", code=4).stderr


@pytest.mark.parametrize("columns", [60, 100])
def test_on_a_terminal_it_is_a_page(ill: Program, columns: int) -> None:
    screen = ill.terminal("doctor", columns=columns).ends(code=3)
    assert (
        "\ndramas/signal.json\n  slug: it says signals, the file is named signal\n    watchlog doctor --fix\n" in screen
    )
    assert "dramas/run-on 2.json\n  a copy of run-on.json with other facts: status\n    watchlog doctor" in screen
    assert max(map(len, screen.splitlines())) <= columns
    assert not any(line.endswith("  ") for line in screen.splitlines())


def test_nothing_from_a_file_reaches_the_terminal_raw(ill: Program) -> None:
    (ill.journal / "dramas" / "signal.json").write_bytes(b'{"title": "a", "tags": [1], "slug": "\xc2\x9b31m"}')
    (ill.journal / "dramas" / "x \x1b[31m\n.json").write_bytes(b"{}")
    (ill.journal / "dramas" / "mother.json").write_bytes(
        b'{"title": "a", "rounds": [{"episodes": {"\x1b]0;x\x07": 1}}]}'
    )
    for looked in ill("doctor", code=3), ill("doctor", code=3):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", looked.stdout + looked.stderr)
    ill._patch.setenv("FORCE_COLOR", "1")
    assert "\x1b]" not in ill("doctor", code=3).stdout


def test_it_asks_no_catalogue(begun: Program) -> None:
    begun("list")
    (begun.journal / "dramas" / "run-on.json").write_bytes(b"{")
    cached = sorted(Path(begun.home / "cache").rglob("*"))
    assert "run-on.json" in begun("doctor", code=3).stdout
    assert sorted(Path(begun.home / "cache").rglob("*")) == cached


def test_a_day_of_what_has_happened_that_is_still_to_come_is_a_finding(begun: Program) -> None:
    path = begun.journal / "dramas" / "run-on.json"
    told = json.loads(path.read_text("utf-8"))
    told |= {
        "aired": {"from": "2062-01-01"},
        "rounds": [{"episodes": {"1": "2062-01-05"}}],
        "ratings": [{"on": "2062"}],
    }
    path.write_text(json.dumps(told), "utf-8")
    found = begun("doctor", "--json", code=3).json
    assert [(one["field"], one["problem"]) for one in found["problems"]] == [
        ("rounds[0].episodes.1", "2062-01-05 is still to come"),
        ("ratings[0].on", "2062 is still to come"),
    ]
