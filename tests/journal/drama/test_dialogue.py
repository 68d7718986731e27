"""What makes a quote one line or a dialogue."""

import pytest

from watchlog.errors import WrongUsage
from watchlog.journal.drama.dialogue import only_speaker, quote_lines, spoken, words_of
from watchlog.journal.drama.records import Line, Quote


def _told(
    text: str, speaker: str | None = None, original: str | None = None
) -> list[tuple[str | None, str, str | None]]:
    return [(line.speaker, line.text, line.original) for line in quote_lines(text, speaker, original)]


def test_a_line_is_as_it_was_typed() -> None:
    assert _told("Run on.") == [(None, "Run on.", None)]
    assert _told("Run on.", "Mi-joo", "달려.") == [("Mi-joo", "Run on.", "달려.")]
    assert _told("He said: no.") == [(None, "He said: no.", None)], "one line alone is no dialogue"
    assert _told("One.\nTwo.", original="") == [(None, "One.\nTwo.", None)]


def test_lines_that_all_name_a_speaker_are_a_dialogue() -> None:
    assert _told("Mi-joo: Do you like films?\n\n Seon-gyeom ： I do. ") == [
        ("Mi-joo", "Do you like films?", None),
        ("Seon-gyeom", "I do.", None),
    ]
    assert len(_told("Mi-joo: Do you?\nHe nods.")) == 1
    assert len(_told(f"{'x' * 41}: Long\nA: Short")) == 1, "a speaker is short"
    assert len(_told("A: One.\nB: Two.", speaker="Both")) == 1, "who says it was told"


def test_each_line_has_its_original_and_loses_the_speaker_there_too() -> None:
    assert [line[2] for line in _told("A: One.\nB: Two.", original="하나.\n둘.")] == ["하나.", "둘."]
    assert [line[2] for line in _told("A: One.\nB: Two.", original="가: 하나.\n나: 둘.")] == ["하나.", "둘."]
    assert [line[2] for line in _told("A: One.\nB: Two.", original="하나: 둘.\n셋.")] == ["하나: 둘.", "셋."]
    with pytest.raises(WrongUsage, match=r"2 lines, its original 1\."):
        quote_lines("A: One.\nB: Two.", None, "하나.")


def test_who_says_it() -> None:
    alone, both, nobody = (
        Quote(id=1, lines=[Line(speaker=name, text="x", original="엑스") for name in names])
        for names in (["A", "A"], ["A", None], [None])
    )
    assert only_speaker(alone) == (True, "A")
    assert only_speaker(both) == (False, None)
    assert only_speaker(nobody) == (True, None)
    assert spoken(alone.lines[0]) == "A: x"
    assert spoken(nobody.lines[0]) == "x"
    nobody.note = "Mine."
    assert list(words_of(nobody)) == ["x", "엑스", "Mine."]
