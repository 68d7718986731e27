"""The page of a search: where each hit stands, its words lit, spoilers covered."""

import re

import pytest

from tests.views.dramas import SECRET, run_on, saying
from tests.views.printing import TODAY, WIDTHS, on_paper, on_screen, too_wide
from tests.views.test_hostile import HARMFUL, OWN_ESCAPES
from watchlog.journal.drama.comparing import alike
from watchlog.journal.drama.records import Drama
from watchlog.journal.recall.search import Hit, passages
from watchlog.views.pages.search import page


def hits(drama: Drama, word: str = "") -> list[Hit]:
    return [Hit(drama.slug, drama.title, one) for one in passages(drama) if word in alike(one.text)]


def shown(drama: Drama, word: str, width: int = 100, *, spoilers: bool = False) -> str:
    found = hits(drama, word)
    return on_paper(page(found, asked=word, words=[word], count=len(found), spoilers=spoilers, today=TODAY), width)


def test_a_hit_says_where_it_stands_and_when_it_was_written() -> None:
    lines = shown(run_on(), "collide").split("\n")
    assert re.fullmatch(r"collide  1 hit ─+", lines[0])
    assert re.fullmatch(r"Run On 1 · note · episode 1 +17 Dec 2020", lines[2])
    assert lines[3] == "  They collide."


@pytest.mark.parametrize(
    ("word", "place", "line"),
    [
        ("jtbc", "Run On · facts", "… 온 · Reon On · South Korea · JTBC · Netflix · Romance · Life"),
        ("sprinter", "Run On · synopsis", "A sprinter meets a translator. They talk. · AsianWiki"),
        (
            "that dream",
            "Run On 9 · quote · episode 5",
            "Seo Dan Ah: I let that dream go. / Lee Young Hwa: Is that why?",
        ),
        ("calm.", "Run On 3 · cast · Im Si Wan", "Im Si Wan · Ki Seon Gyeom · Calm. Honest."),
        ("flew", "Run On 10 · song · Blue Bird", "Blue Bird · Solar · Something small / and blue / flew in · Ah."),
        ("sleeve", "Run On 15 · scene · episode 3", "The hand on the sleeve."),
        ("must-watch", "Run On 17 · review", "Running towards · I began. I stayed. · must-watch"),
    ],
)
def test_every_kind_is_set_on_one_line(word: str, place: str, line: str) -> None:
    printed = shown(run_on(), word).split("\n")
    assert re.sub(r"  +.*", "", printed[2]) == place
    assert printed[3].strip().startswith(line)


def test_the_words_are_lit() -> None:
    drama = run_on()
    printed = on_screen(page(hits(drama, "that"), asked="that dream", words=["that", "dream"], count=1, today=TODAY))
    assert re.findall(r"\x1b\[1;38;2;189;138;20m(.*?)\x1b", printed) == ["that", "dream", "that"]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_major_spoiler_is_covered(width: int) -> None:
    printed = shown(run_on(), SECRET.lower(), width)
    assert SECRET not in printed
    assert printed.count("▒▒▒▒▒▒▒▒  major spoiler, covered\n") == 4
    assert "episode 12" in printed
    assert "4 spoilers covered: --spoilers" in printed


def test_uncovered_it_has_a_mark() -> None:
    printed = shown(run_on(), SECRET.lower(), spoilers=True)
    assert f"major spoiler  {SECRET} note" in printed
    assert "▒" not in printed
    assert "--spoilers" not in printed


def test_a_minor_one_has_a_mark_too() -> None:
    assert "\n  minor spoiler  Watched again" in shown(run_on(), "again")


def test_what_is_left_out_is_counted() -> None:
    found = hits(run_on())[:2]
    assert "\nand 1,230 more: --limit 0\n" in on_paper(page(found, asked="a", words=["a"], count=1232, today=TODAY))
    assert "--limit" not in on_paper(page(found, asked="a", words=["a"], count=2, today=TODAY))


def test_what_is_asked_is_the_heading() -> None:
    printed = on_paper(page([], asked="“held it” over in:quotes", words=["held it", "over"], count=0, today=TODAY))
    assert printed.startswith("“held it” over in:quotes  0 hits")


def test_without_words_none_is_lit() -> None:
    printed = on_screen(page(hits(run_on()), asked="in:notes", words=[], count=9, today=TODAY))
    assert "\x1b[1;38;2;189;138;20m" not in printed


def test_a_long_title_leaves_room_for_where_it_is() -> None:
    [note] = hits(run_on(title="Long " * 40), "collide")
    printed = on_paper(page([note], asked="a", words=[], count=1, today=TODAY), 60).split("\n")[2]
    assert re.fullmatch(r"Long Long .*… 1 · note · episode 1 +17 Dec 2020", printed)


@pytest.mark.parametrize("width", [20, *WIDTHS])
@pytest.mark.parametrize(
    "words", [("long " * 80, "런온" * 90), ("x" * 300, "👩‍❤️‍👨" * 90), ("e\u0323\u0302" * 300, "a")]
)
def test_it_always_fits(words: tuple[str, str], width: int) -> None:
    found = hits(saying(*words))
    lit = [words[0][:40]]
    printed = on_paper(page(found, asked="a", words=lit, count=len(found), spoilers=True, today=TODAY), width)
    assert too_wide(printed, width) == []
    of_a_hit = printed.split("\n", 1)[1].split("\n\n")
    assert [len(lines.strip("\n").split("\n")) for lines in of_a_hit] == [2] * len(found)


def test_only_our_own_colours_reach_the_terminal() -> None:
    found = hits(saying(*HARMFUL))
    printed = on_screen(
        page(found, asked=" ".join(HARMFUL), words=[*HARMFUL, "gone"], count=99, spoilers=True, today=TODAY)
    )
    assert set(re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200c\u202a-\u202e\u2066-\u2069\ufeff]", printed)) == {
        "\x1b"
    }
    assert "\x1b" not in OWN_ESCAPES.sub("", printed)
    assert "[red]not red[/red]" in on_paper(
        page(found, asked="red", words=["red"], count=99, spoilers=True, today=TODAY)
    )
