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


def test_a_hit_says_what_it_is_and_when_it_was_written_below_its_title() -> None:
    lines = shown(run_on(), "collide").split("\n")
    assert re.fullmatch(r"collide  1 hit in 1 drama ─+", lines[0])
    assert lines[2] == "Run On"
    assert re.fullmatch(r"  note ep 1  They collide\. +17 Dec 2020  1 *", lines[3])
    narrow = shown(run_on(), "collide", 60).split("\n")
    assert re.fullmatch(r"  note ep 1 +They collide\. +1 *", narrow[3])
    assert narrow[4].strip() == "17 Dec 2020"


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("jtbc", r"facts  Run On · 런 온 · Reon On · South Korea · JTBC · Netflix · Romance · Life"),
        ("sprinter", r"synopsis  A sprinter meets a translator. They talk. · AsianWiki"),
        ("that dream", r"quote ep 5  ┃ Seo Dan Ah: I let that dream go. / Lee Young Hwa: Is that why?"),
        ("calm.", r"cast  Im Si Wan · Ki Seon Gyeom · Calm. Honest."),
        ("flew", r"song  Blue Bird · Solar · Something small / and blue / flew in · Ah."),
        ("sleeve", r"scene ep 3  The hand on the sleeve."),
        ("must-watch", r"review  Running towards · I began. I stayed. · must-watch"),
    ],
)
def test_every_kind_is_told(word: str, line: str) -> None:
    assert shown(run_on(), word).split("\n")[3].strip().startswith(line)


def test_a_title_stands_once_above_its_hits_in_the_order_of_the_best() -> None:
    other = run_on(title="Signal")
    found = [Hit(slug, drama.title, [*passages(drama)][place])
             for slug, drama, place in (("b", other, 0), ("a", run_on(), 1), ("b", other, 2))]  # fmt: skip
    printed = on_paper(page(found, asked="x", words=["x"], count=3, today=TODAY), 100)
    assert printed.startswith("x  3 hits in 2 dramas · whole words first, then newest ──")
    titles = [line for line in printed.split("\n") if line in ("Signal", "Run On")]
    assert titles == ["Signal", "Run On"]
    assert printed.rstrip().endswith("watchlog show b  that page")


def test_a_long_one_has_two_lines_cut_between_words() -> None:
    long = " ".join(f"word{number}" for number in range(400)).replace("word200", "umbrella")
    drama = run_on(notes=[{"id": 99, "episode": 1, "text": long}])
    for width in (60, 80, 120, 200):
        printed = shown(drama, "umbrella", width)
        first, second = (re.sub(r" {2,}99 *$", "", line[12:]).strip() for line in printed.split("\n")[3:5])
        assert "umbrella" in first
        assert set(f"{first} {second}".split()) <= {*long.split(), "…"}
        assert (first[0], second[-1]) == ("…", "…")


def test_the_words_are_lit() -> None:
    drama = run_on()
    printed = on_screen(page(hits(drama, "that"), asked="that dream", words=["that", "dream"], count=1, today=TODAY))
    assert re.findall(r"\x1b\[1;4;38;2;213;121;77m(.*?)\x1b", printed) == ["that", "dream", "that"]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_major_spoiler_is_covered(width: int) -> None:
    printed = shown(run_on(), SECRET.lower(), width)
    assert SECRET not in printed
    assert len(re.findall(r"▒{8}  major", printed)) == 4
    assert "ep 12" in printed
    assert "4 spoilers covered: --spoilers" in printed


def test_uncovered_it_has_a_mark() -> None:
    printed = shown(run_on(), SECRET.lower(), spoilers=True)
    assert f"major spoiler  {SECRET} note" in printed
    assert "▒" not in printed
    assert "--spoilers" not in printed


def test_a_minor_one_has_a_mark_too() -> None:
    assert "ep 3  minor spoiler  Watched again" in shown(run_on(), "again")


def test_what_is_left_out_is_counted() -> None:
    found = hits(run_on())[:2]
    assert "\nand 1,230 more: --limit 0\n" in on_paper(page(found, asked="a", words=["a"], count=1232, today=TODAY))
    assert "--limit" not in on_paper(page(found, asked="a", words=["a"], count=2, today=TODAY))


def test_what_is_asked_is_the_heading() -> None:
    printed = on_paper(page([], asked="“held it” over in:quotes", words=["held it", "over"], count=0, today=TODAY))
    assert printed.startswith("“held it” over in:quotes  0 hits")


def test_without_words_none_is_lit() -> None:
    printed = on_screen(page(hits(run_on()), asked="in:notes", words=[], count=9, today=TODAY))
    assert "\x1b[1;4;38" not in printed


def test_a_long_title_takes_two_lines() -> None:
    [note] = hits(run_on(title="Long " * 40), "collide")
    printed = on_paper(page([note], asked="a", words=[], count=1, today=TODAY), 60).split("\n")
    assert printed[3].endswith("Long …")
    assert "They collide." in printed[4]


@pytest.mark.parametrize("width", [20, *WIDTHS])
@pytest.mark.parametrize(
    "words", [("long " * 80, "런온" * 90), ("x" * 300, "👩‍❤️‍👨" * 90), ("e\u0323\u0302" * 300, "a")]
)
def test_it_always_fits(words: tuple[str, str], width: int) -> None:
    found = hits(saying(*words))
    lit = [words[0][:40]]
    printed = on_paper(page(found, asked="a", words=lit, count=len(found), spoilers=True, today=TODAY), width)
    assert too_wide(printed, width) == []
    assert len(printed.split("\n")) < 3 * len(found) + 12 or width < 60


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
