"""watchlog quote --from: lines out of subtitle files."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_imports import loaded
from tests.formats.subtitles.files import srt, vtt
from tests.program import Program
from watchlog import sample
from watchlog.formats.subtitles.reading import read

ENGLISH = vtt("<v Oh Mi Joo>You fall.</v>", "- Why?\n- Now.", "(SIGHS)", "An umbrella.", "Another umbrella.")
KOREAN = srt("넘어져요.", "- 왜요?\n- 지금.", "(한숨)", "우산.", "")


@pytest.fixture
def folder(begun: Program, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person is: beside the files of episode 7 in two languages, and one of episode 8."""
    place = begun.home / "subtitles"
    place.mkdir()
    (place / "Run.On.E07.en.vtt").write_text(ENGLISH, "utf-8")
    (place / "Run.On.E07.ko.srt").write_bytes(KOREAN.encode("cp949"))
    (place / "Run.On.E08.en.srt").write_text(srt("Is it raining?", "You fell."), "utf-8")
    (place / "Run.On.E08.mkv").write_bytes(b"\x1aE\xdf\xa3\0\x01\xff\xff")
    monkeypatch.chdir(place)
    return place


def kept(program: Program) -> list[dict[str, Any]]:
    """The lines of the only quote."""
    (quote,) = program.drama("run-on")["quotes"]
    lines: list[dict[str, Any]] = quote["lines"]
    return lines


def line(text: str, speaker: str | None = None, original: str | None = None) -> dict[str, Any]:
    return {"speaker": speaker, "text": text, "original": original}


@pytest.mark.usefixtures("wednesday", "folder")
def test_the_line_at_a_moment_is_kept_in_both_languages(begun: Program) -> None:
    told = begun(
        "quote", "run-on", "--from", "Run.On.E07.en.vtt", "--original-from", "Run.On.E07.ko.srt", "--at", "0:11",
        "--note", "Yes.", "--spoiler", "minor",
    )  # fmt: skip
    assert told.stderr == "  Oh Mi Joo: You fall.\n  넘어져요.\nAdded quote 1 to Run On.\n"
    assert begun.drama("run-on")["quotes"] == [
        {
            "id": 1, "lines": [line("You fall.", "Oh Mi Joo", "넘어져요.")], "episode": 7, "at": "00:10",
            "note": "Yes.", "spoiler": "minor", "on": "2021-01-27", "tags": [],
        }
    ]  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_only_the_chosen_lines_are_kept(begun: Program) -> None:
    begun("quote", "run-on", "--from", "Run.On.E07.en.vtt", "--at", "0:10-0:21")
    assert kept(begun) == [line("You fall.", "Oh Mi Joo"), line("Why?"), line("Now.")]
    everything = b"".join(begun.everything().values()).decode()
    assert "umbrella" not in everything
    assert "SIGHS" not in everything


@pytest.mark.usefixtures("folder")
def test_what_is_typed_is_more_than_what_the_file_says(begun: Program) -> None:
    begun("quote", "run-on", "--from", "Run.On.E07.en.vtt", "--at", "0:21", "--by", "A letter", "--episode", "9")
    assert kept(begun) == [line("Why?", "A letter"), line("Now.", "A letter")]
    assert begun.drama("run-on")["quotes"][0]["episode"] == 9


@pytest.mark.usefixtures("folder")
def test_past_the_end_the_nearest_line_is_kept_and_it_is_said(begun: Program) -> None:
    told = begun("quote", "run-on", "--from", "Run.On.E07.en.vtt", "--at", "1:41:20")
    assert told.stderr.startswith("Nothing is said at 1:41:20: the nearest line is at 00:50.\n")
    assert kept(begun) == [line("Another umbrella.")]


@pytest.mark.usefixtures("folder")
def test_73_a_line_without_a_match_in_the_other_file_is_kept_and_it_is_said(begun: Program) -> None:
    told = begun(
        "quote", "run-on", "--from", "Run.On.E07.en.vtt", "--original-from", "Run.On.E07.ko.srt", "--at", "0:40-0:51"
    )
    assert "Run.On.E07.ko.srt has nothing at 00:50: no original there.\n" in told.stderr
    assert kept(begun) == [line("An umbrella.", None, "우산."), line("Another umbrella.")]


@pytest.mark.usefixtures("folder")
def test_of_several_lines_that_hold_the_words_the_first_is_kept_and_the_others_are_told(begun: Program) -> None:
    told = begun("quote", "run-on", "--from", "Run.On.E07.en.vtt", "--find", "UMBRELLA")
    assert "“UMBRELLA” is in 2 places; this is the first, ep 7 · 00:40. Others: ep 7 · 00:50.\n" in told.stderr
    assert kept(begun) == [line("An umbrella.")]


@pytest.mark.usefixtures("folder")
def test_71_a_sound_is_kept_if_it_is_chosen_by_its_words(begun: Program) -> None:
    begun("quote", "run-on", "--from", "Run.On.E07.en.vtt", "--find", "sighs")
    assert kept(begun) == [line("(SIGHS)")]


def test_a_folder_is_looked_through_and_the_file_tells_the_episode(begun: Program, folder: Path) -> None:
    begun("quote", "run-on", "--from", str(folder), "--find", "raining")
    assert kept(begun) == [line("Is it raining?")]
    assert begun.drama("run-on")["quotes"][0]["episode"] == 8


def test_of_a_folder_the_files_of_an_episode_are_meant_where_it_is_told(begun: Program, folder: Path) -> None:
    begun("quote", "run-on", "--from", str(folder), "--at", "0:20", "--episode", "8")
    assert kept(begun) == [line("You fell.")]
    assert "No line holds “raining”" in begun.refuses(
        "quote", "run-on", "--from", str(folder), "--find", "raining", "--episode", "7", code=1
    )


def test_the_original_may_be_in_a_folder_too(begun: Program, folder: Path) -> None:
    begun("quote", "run-on", "--from", str(folder), "--original-from", str(folder), "--find", "you fall")
    assert kept(begun) == [line("You fall.", "Oh Mi Joo", "넘어져요.")]


def test_what_cannot_be_read_in_a_folder_is_told_and_passed_over(begun: Program, folder: Path) -> None:
    (folder / "Run.On.E01.srt").write_text("<html>", "utf-8")
    told = begun("quote", "run-on", "--from", str(folder), "--find", "raining")
    assert told.stderr.startswith("Passed over: Run.On.E01.srt is a web page: download the subtitles themselves.\n")
    assert kept(begun) == [line("Is it raining?")]


def test_an_encoding_is_said_for_the_file_that_needs_one(begun: Program, folder: Path) -> None:
    (folder / "ja.srt").write_bytes(srt("落ちる。").encode("shift_jis"))
    options = ["quote", "run-on", "--from", "Run.On.E07.en.vtt", "--original-from", "ja.srt", "--at", "0:10"]
    assert "--encoding shift_jis" in begun.refuses(*options, code=1)
    begun(*options, "--encoding", "shift_jis")
    assert kept(begun) == [line("You fall.", "Oh Mi Joo", "落ちる。")]


@pytest.mark.parametrize(
    ("options", "code", "reason"),
    [
        (["--from", "Run.On.E07.en.vtt"], 2, "Which line? Give one of --at 41:20, --at 41:20-41:31 and --find WORDS."),
        (["--from", "Run.On.E07.en.vtt", "--at", "1:00", "--find", "x"], 2, "Which line?"),
        (["--from", "Run.On.E07.en.vtt", "--at", "99:99"], 2, "Not a moment: '99:99'."),
        (["--from", "Run.On.E07.en.vtt", "--at", "1:00-"], 2, "Not a moment: ''."),
        (["--from", "Run.On.E07.en.vtt", "--at", "1:30-1:20"], 2, "1:20 is before 1:30"),
        (["--from", "Run.On.E07.en.vtt", "--at", "1:00", "--episode", "17"], 1, "Run On has 16 episodes, not 17."),
        (["--from", "Run.On.E07.en.vtt", "--find", " "], 2, "Search for what?"),
        (["--from", "Run.On.E07.en.vtt", "--find", "umbrellas"], 1, "No line holds “umbrellas”.\nThe nearest: ep 7"),
        (["--from", "Run.On.E07.en.vtt", "--find", "zzz"], 1, "No line holds “zzz”."),
        (["--from", "Run.On.E07.en.vtt", "--at", "1:00", "--encoding", "x"], 2, "Not an encoding: 'x'."),
        (["--from", "Run.On.E08.mkv", "--at", "1:00"], 1, "Run.On.E08.mkv is no text"),
        (["--from", "no.srt", "--at", "1:00"], 1, "There is no file no.srt."),
        (["--from", "~nobody-at-all/no.srt", "--at", "1:00"], 1, "There is no file ~nobody-at-all/no.srt."),
        (["--from", ".", "--at", "1:00"], 2, "Which file of .? Run.On.E07.en.vtt, Run.On.E07.ko.srt, Run.On.E08"),
        (["--from", ".", "--at", "1:00", "--episode", "5"], 1, ". has no subtitles whose name tells of episode 5."),
        (["--from", "..", "--at", "1:00"], 1, ".. has no subtitles in it"),
        (["--from", "Run.On.E07.en.vtt", "--original-from", "no.srt", "--at", "1:00"], 1, "There is no file no.srt."),
        (["Words.", "--from", "Run.On.E07.en.vtt", "--at", "1:00"], 2, "leave TEXT and --original out"),
        (["--original", "말", "--from", "Run.On.E07.en.vtt", "--at", "1:00"], 2, "leave TEXT and --original out"),
        (["Words.", "--find", "x"], 2, "--find, --original-from and --encoding go with --from FILE."),
        (["Words.", "--original-from", "x.srt"], 2, "go with --from FILE"),
        (["Words.", "--encoding", "cp949"], 2, "go with --from FILE"),
        (["Words.", "--at", "41:20-41:31"], 2, "Not a moment: '41:20-41:31'."),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    begun: Program, options: list[str], code: int, reason: str
) -> None:
    assert reason in begun.refuses("quote", "run-on", *options, code=code)


def test_an_episode_that_the_drama_has_not_is_refused(begun: Program, folder: Path) -> None:
    (folder / "Run.On.E17.srt").write_text(srt("You fall."), "utf-8")
    told = begun("quote", "run-on", "--from", "Run.On.E17.srt", "--at", "0:10", code=1)
    assert "Run On has 16 episodes, not 17." in told.stderr


@pytest.mark.usefixtures("folder")
def test_a_film_lies_beside_its_subtitles_and_is_not_read_whole(begun: Program) -> None:
    assert begun.refuses("quote", "run-on", "--from", "/dev/zero", "--at", "1:00", code=1) == (
        "zero is too large for subtitles."
    )


# --- On a terminal -------------------------------------------------------------------------------------------


def test_standard_input_has_subtitles_too(begun: Program) -> None:
    piped = "1\n00:00:01,000 --> 00:00:02,000\nYou fall.\n"
    begun("quote", "run-on", "--from", "-", "--at", "0:01", "--episode", "2", stdin=piped)
    (quote,) = begun.drama("run-on")["quotes"]
    assert (quote["lines"][0]["text"], quote["episode"], quote["at"]) == ("You fall.", 2, "00:01")
    assert "Standard input" in begun.refuses("quote", "run-on", "--from", "-", "--at", "0:01", stdin="<html>", code=1)


@pytest.mark.slow
def test_on_a_terminal_there_are_neighbours_to_choose_from(begun: Program, folder: Path) -> None:
    terminal = begun.terminal("quote", "run-on", "--from", str(folder / "Run.On.E07.en.vtt"), "--at", "0:40")
    for offered in ("  1  ep 7 · 00:20  Why? / Now.", "  2  ep 7 · 00:30  (SIGHS)", "> 3  ep 7 · 00:40  An umbrella."):
        terminal.sees(offered)
    terminal.sees("  4  ep 7 · 00:50  Another umbrella.")
    terminal.answers("Which, like 3 or 2-4; Enter for what is marked: ", "5")
    terminal.sees("Not one of 1 to 4: '5'.")
    terminal.answers("Which", "2-3")
    terminal.ends()
    assert kept(begun) == [line("(SIGHS)"), line("An umbrella.")]


def test_on_a_terminal_enter_keeps_what_is_marked(begun: Program, folder: Path) -> None:
    terminal = begun.terminal("quote", "run-on", "--from", str(folder / "Run.On.E07.en.vtt"), "--at", "0:40")
    terminal.answers("Which", "")
    terminal.ends()
    assert kept(begun) == [line("An umbrella.")]


@pytest.mark.slow
def test_on_a_terminal_one_of_several_places_is_picked(begun: Program, folder: Path) -> None:
    terminal = begun.terminal("quote", "--from", str(folder), "--find", "umbrella")
    terminal.answers("Which drama: ", "1")
    terminal.sees("  2  ep 7 · 00:50  Another umbrella.")
    terminal.answers("Which, Enter for 1: ", "2")
    terminal.answers("Which, like 3", "")
    terminal.ends()
    assert kept(begun) == [line("Another umbrella.")]


def test_on_a_terminal_what_comes_near_is_offered(begun: Program, folder: Path) -> None:
    terminal = begun.terminal("quote", "run-on", "--from", str(folder), "--find", "rainning")
    terminal.sees("No line holds “rainning”. These come near:")
    terminal.answers("Which, Enter for 1: ", "")
    terminal.answers("Which, like 3", "")
    terminal.ends()
    assert kept(begun) == [line("Is it raining?")]


@pytest.mark.slow
def test_ctrl_c_at_the_choice_keeps_nothing(begun: Program, folder: Path) -> None:
    terminal = begun.terminal("quote", "run-on", "--from", str(folder / "Run.On.E07.en.vtt"), "--at", "0:40")
    terminal.sees("marked: ")
    terminal.presses("c")
    assert "nothing was saved" in terminal.ends(130)
    assert begun.drama("run-on")["quotes"] == []


# --- What is loaded, and the sample --------------------------------------------------------------------------


def test_a_quote_that_is_typed_loads_nothing_of_it(begun: Program, folder: Path) -> None:
    typed = loaded(begun, ["quote", "run-on", "You fall."])
    assert not {name for name in typed if "subtitles" in name or name.startswith(("pysubs2", "watchlog.formats"))}
    taken = loaded(begun, ["quote", "run-on", "--from", str(folder / "Run.On.E07.en.vtt"), "--at", "0:10"])
    assert "pysubs2" in taken
    assert not {name for name in taken if name.partition(".")[0] == "rich" or name.startswith("watchlog.views")}


def test_the_sample_has_subtitles_to_try_it_with(program: Program) -> None:
    told = program(
        "quote", "run-on", "--sample", "--json", "--from", "Run.On.E10.en.vtt",
        "--original-from", "Run.On.E10.ko.srt", "--at", "2:15-2:19",
    )  # fmt: skip
    assert told.json["quotes"][-1]["lines"] == [
        line("That dream, I let it go so easily.", "Seo Dan Ah", "그 꿈을 나는 참 쉽게도 놓았어."),
        line("Is that why it's always trainers?", "Lee Young Hwa", "그래서 늘 운동화예요?"),
    ]
    assert told.json["quotes"][-1]["episode"] == 10


def test_the_subtitles_of_the_sample_overlap_and_name_who_speaks() -> None:
    folder = Path(sample.__path__[0]) / "subtitles"
    english, korean = (read(path.read_bytes(), path.name) for path in sorted(folder.iterdir()))
    for cues in (english, korean):
        assert any(one.end > other.start for one, other in pairwise(cues))
    assert {"Oh Mi Joo", "Seo Dan Ah"} <= {turn.speaker for cue in english for turn in cue.turns}
    assert len(korean) == len(english) + 1, "numbers do not agree"
