"""The Markdown of a drama: what is written can be read back whole, and people may write in it."""

import re
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.dramas import FACTS, ITEMS, ODD_LINES, OWN_LINES, drama_with, dramas, lines, run_on, samples
from tests.formats.reading.sources import source
from tests.trying import examples
from watchlog.errors import Refused
from watchlog.formats import markdown as module
from watchlog.formats.markdown import FORMAT, MarkdownError, read, read_documents, read_item, write, write_item
from watchlog.formats.markdown.lines import numbered
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.encoding import to_bytes
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import KINDS, Drama, Synopsis
from watchlog.journal.keep.rows import Own

few = examples(60)


def kept(drama: Drama) -> bytes:
    """All there is to a drama, the order of unknown fields too."""
    return to_bytes(sparse(drama))


# --- Nothing is lost -----------------------------------------------------------------------------------------


@given(dramas())
@examples(150)
def test_any_drama_comes_back_as_it_was(drama: Drama) -> None:
    assert kept(read(write(drama))) == kept(drama)


_LISTS = {field: item.map(lambda one: [one]) for field, item in ITEMS.items()}
_FIELDS: dict[str, st.SearchStrategy[Any]] = {**FACTS, **_LISTS}


@pytest.mark.parametrize("field", _FIELDS)
@given(data=st.data())
@few
def test_any_field_comes_back_as_it_was(field: str, data: st.DataObject) -> None:
    drama = drama_with({field: data.draw(_FIELDS[field])})
    assert kept(read(write(drama))) == kept(drama)


def filled(text: str) -> Drama:
    """A drama with `text` in every place where any text may stand, and little else."""
    words = text if text.strip() else f"{text}!"
    return drama_with(
        {
            "title": words,
            "native_title": text,
            "country": text,
            **{field: [text, text] for field in ("also_known_as", "networks", "genres", "tags", "links")},
            "synopsis": {"text": text},
            "notes": [{"episode": 1, "text": text}],
            "quotes": [
                {"lines": [{"text": words}]},
                {"lines": [{"text": words, "original": text}, {"text": words, "original": text}], "note": text},
                {"lines": [{"text": words, "speaker": text}, {"text": words, "speaker": text}]},
            ],
            "cast": [{"actor": words, "note": text}, {"actor": words, "character": text}],
            "songs": [{"title": words, "note": text}, {"title": words, "artist": text, "lyrics": text}],
            "scenes": [{"text": words}],
            "reviews": [{"text": text}, {"headline": text, "text": text, "verdict": text}],
        }
    )


@pytest.mark.slow
@pytest.mark.parametrize("form", ["{}", "a\n{}", "{}\na", "\\{}", "\n{}  ", "{} \n", "{0}\n\n{0}", "\t{}", "a{}"])
def test_every_odd_line_can_stand_everywhere(form: str) -> None:
    for line in (*ODD_LINES, *OWN_LINES):
        drama = filled(form.format(line))
        assert kept(read(write(drama))) == kept(drama)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@few
def test_an_item_alone_comes_back_as_it_was(kind: str, data: st.DataObject) -> None:
    [item] = getattr(drama := drama_with({KINDS[kind]: [data.draw(ITEMS[KINDS[kind]])]}), KINDS[kind])
    back = read_item(write_item(drama, item), kind, item)
    assert to_bytes(sparse(back)) == to_bytes(sparse(item))


def test_the_samples_come_back_as_they_were_without_one_backslash() -> None:
    for drama in [run_on(), *samples()]:
        written = write(drama)
        assert kept(read(written)) == kept(drama)
        assert "\\" not in re.sub(r"Run\\, On|parents\\, ep|dreams\\, kept", "", written)


_MUCH = ["\n".join(OWN_LINES * 150), *(odd * 20_000 for odd in ("\\", "*", " ", "#", ">", "\n", "a\n\n"))]
_MUCH += [
    odd * 5_000
    for odd in ("<!-- {", "**a:", "**A:** ", "*a*", "\\*", "<a", "(Source: ", "&#32;", " as ", " · ", ", ", "\\\n")
]


@pytest.mark.slow
@pytest.mark.parametrize("much", _MUCH, ids=range(len(_MUCH)))
def test_a_long_text_in_every_field_comes_back(much: str) -> None:
    drama = run_on()
    much += "x"
    assert drama.synopsis
    drama.title = drama.synopsis.text = drama.synopsis.source = much
    drama.genres = drama.links = [much, f"http:{much}"]
    drama.notes[0].text = drama.scenes[0].text = drama.cast[0].note = drama.cast[0].actor = much
    drama.songs[0].artist = drama.songs[0].lyrics = drama.songs[0].note = drama.quotes[0].note = much
    drama.quotes[0].lines[2].text = drama.quotes[0].lines[1].original = drama.quotes[0].lines[0].speaker = much
    drama.reviews[0].text = drama.reviews[0].verdict = drama.reviews[0].headline = drama.unknown["x"] = much
    assert kept(read(write(drama))) == kept(drama)


def test_nothing_ends_a_comment_too_early() -> None:
    drama = run_on()
    drama.unknown["x"] = drama.notes[0].unknown["x"] = drama.quotes[0].lines[0].unknown["x"] = "a --> <b> ---"
    assert all(re.fullmatch(r".*<!-- ((?!--)[^>])* --> *", line) for line in write(drama).split("\n") if "<!--" in line)
    assert kept(read(write(drama))) == kept(drama)


@given(st.lists(dramas(), min_size=1, max_size=3))
@examples(15)
def test_dramas_in_one_file_come_back_one_by_one(several: list[Drama]) -> None:
    read_back = read_documents(numbered("\n".join(map(write, several))))
    assert [kept(read_drama(document, str(document.get("slug", "")))) for document in read_back] == [
        *map(kept, several)
    ]


def test_a_file_is_read_drama_by_drama_and_its_lines_are_counted_from_its_first() -> None:
    file = source("---\r\ntags: [x]\r\n---\r\n\r\n# Run On\r\n\r\n# Signal\r\n- **Yeer:** 2016\r\n")
    found = iter(FORMAT.read(file))
    assert next(found) == Own({"title": "Run On"})
    with pytest.raises(MarkdownError, match="line 8: “Yeer”"):
        next(found)


@pytest.mark.parametrize("words", ["a" * 99, "a\n" * 50])
def test_a_drama_longer_than_memory_should_hold_is_refused(words: str) -> None:
    with patch.object(module, "MOST_WHOLE", 90), pytest.raises(Refused, match="a drama is longer"):
        list(FORMAT.read(source(f"# Run On\n\n{words}")))


_CHANGES = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 3), lines()), max_size=8)


@given(_CHANGES)
@examples(300)
def test_whatever_is_done_to_a_page_it_is_read_or_the_line_is_named(changes: list[tuple[int, int, str]]) -> None:
    page = write(run_on()).split("\n")
    for place, gone, line in changes:
        page[place : place + gone] = [line]
    try:
        drama = read("\n".join(page))
    except MarkdownError as error:
        named = error.line
        assert page[named - 1].strip(" \t") or named == 1
    else:
        assert kept(read(write(drama))) == kept(drama)


# --- Spoilers ------------------------------------------------------------------------------------------------


@given(dramas())
@few
def test_what_is_covered_or_left_out_is_nowhere_on_the_page(drama: Drama) -> None:
    for number, item in enumerate(drama.items()):
        secret = f"secret{number}"
        for field in ("text", "note", "headline", "verdict"):
            if hasattr(item, field):
                setattr(item, field, secret)
        is_major = getattr(item, "spoiler", "none") == "major"
        assert (secret in write(drama)) == any(hasattr(item, field) for field in ("text", "note"))
        assert not (is_major and (secret in write(drama, major="covered") + write(drama, major="left out")))


def test_a_covered_line_says_what_it_is_and_cannot_be_read() -> None:
    drama = run_on()
    for item in (drama.quotes[0], drama.scenes[0], drama.reviews[0]):
        item.spoiler = "major"
    page = write(drama, major="covered")
    assert re.findall(r"\*major spoiler.*", page) == [
        "*major spoiler, covered (note, episode 12)*",
        "*major spoiler, covered (quote, episode 10)*",
        "*major spoiler, covered (scene, episode 1)*",
        "*major spoiler, covered (review)*",
    ]
    assert page.count("## Review\n\n*major spoiler") == 1
    with pytest.raises(MarkdownError, match="covered") as raised:
        read(page)
    assert raised.value.line == line_of(page, "*major spoiler, covered (note")
    drama.notes.clear()
    with pytest.raises(MarkdownError, match="covered"):
        read(write(drama, major="covered"))


def test_left_out_leaves_a_page_that_can_be_read() -> None:
    drama = run_on()
    left = read(write(drama, major="left out"))
    assert [note.id for note in left.notes] == [2]
    assert left.next_id == drama.next_id


def test_only_the_sections_named_are_written() -> None:
    assert re.findall(r"(?m)^#+ .*", write(run_on(), sections=["reviews", "episodes"])) == [
        "# Run On",
        "## Episodes",
        "### Episode 3",
        "### Episode 12",
        "## Review: They listen",
        "## For",
    ]
    assert write(run_on(), sections=["facts"]).endswith("-->\n")


# --- People write in it --------------------------------------------------------------------------------------


def line_of(page: str, beginning: str) -> int:
    before, found, _ = f"\n{page}".partition(f"\n{beginning}")
    assert found
    return before.count("\n") + 1


def edited(old: str, new: str) -> Drama:
    page = write(run_on())
    assert page.count(old) == 1
    return read(page.replace(old, new))


def test_new_items_are_given_the_next_ids_from_top_to_bottom() -> None:
    page = write(run_on())
    page = page.replace(
        "## Quotes", "### Episode 4\n*8.5, 2020-12-25*\nShort.\n\n### ep 5\n\n*Such* a day.\n\n## Quotes"
    )
    page = page.replace("## Scenes", "> Nobody, ever.\n\n> **A:** b\n> c\n\n## Scenes")
    drama = read(page.replace("### Blue Bird", "### Run To You\n*by Lucy*\n\n> Run\n\n> and run\n\n### Blue Bird"))
    song = drama.songs[0]
    assert (song.id, song.title, song.artist, song.lyrics) == (30, "Run To You", "Lucy", "Run\n\nand run")
    assert [(note.id, note.episode, note.rating, note.on, note.text) for note in drama.notes][2:] == [
        (31, 4, 8.5, "2020-12-25", "Short."),
        (32, 5, None, None, "*Such* a day."),
    ]
    assert [(quote.id, quote.lines[0].speaker, quote.lines[0].text) for quote in drama.quotes][1:] == [
        (33, None, "Nobody, ever."),
        (34, "A", "b\nc"),
    ]
    assert drama.next_id == 35


def test_words_below_another_language_are_the_next_line() -> None:
    drama = edited("> **Seo Dan Ah:** I let", "> Yes.\n> *네.*\n> No.\n> *아니요.*\n> **Seo Dan Ah:** I let")
    assert [(line.text, line.original) for line in drama.quotes[0].lines[:2]] == [("Yes.", "네."), ("No.", "아니요.")]


def test_without_its_comment_a_drama_still_gives_ids_that_are_free() -> None:
    page = re.sub(r"<!-- watchlog .*\n", "", write(run_on()))
    drama = read(page.replace("## Cast", "## Scenes\n\n### Scene\n\nNew.\n\n## Cast"))
    assert (drama.scenes[0].id, drama.next_id, drama.slug) == (11, 12, "")


def test_what_an_editor_on_windows_saves_is_read() -> None:
    page = write(run_on())
    assert kept(read("\ufeff" + page.replace("\n", "\r\n"))) == kept(run_on())


def test_items_can_be_deleted_moved_and_renamed() -> None:
    page = write(run_on())
    first, second = re.findall(r"(?s)### Episode.*?\n\n(?=###|## Q)", page)
    assert [note.id for note in read(page.replace(first + second, second + first)).notes] == [7, 2]
    gone = read(page.replace(second, ""))
    assert ([note.id for note in gone.notes], gone.next_id) == ([2], 30)
    assert edited("### Im Si Wan as Ki Seon Gyeom", "### Im Shi Wan").cast[0].character in ("", None)
    assert edited("## Review: They listen", "## Reviews").reviews[0].headline is None


@pytest.mark.parametrize(
    ("old", "new", "field", "expected"),
    [
        ("- **Networks:** JTBC, Netflix", "* **network**: tvN,Viki,", "networks", ["tvN", "Viki"]),
        ("- **Genres:** Romance, Sports\n", "", "genres", []),
        ("- **Country:** South Korea", "- **Country:**", "country", None),
        ("- **Status:** watching", "- **Status:** Plan to watch", "status", "plan-to-watch"),
        ("- **Runtime:** 70 minutes", "- **Runtime:** 65", "runtime", 65),
        ("2020-12-16 to 2021-02-04, Wednesday and Thursday, off 2020-12-31, extra 2021-01-08",
         "Fridays, 2020, Off 2020-05-01", "aired", {"from": "2020", "days": ["friday"], "off": ["2020-05-01"]}),
        ("- 8 overall · 2020-12-30", "+ 2020-12-30, 8.5 music", "ratings", None),
    ],
)  # fmt: skip
def test_facts_can_be_written_carelessly(old: str, new: str, field: str, expected: object) -> None:
    drama = edited(old, new)
    found = drama.aired and sparse(drama.aired) if field == "aired" else getattr(drama, field)
    assert drama.ratings[0].music == 8.5 if field == "ratings" else found == expected


def test_ordinary_markdown_stands_as_it_is() -> None:
    text = "## The music\n\n### Solar\n\n- *one*\n- [two](x)\n\n> three\n\n```\nfour\n```\n\n#five\n\n---\n\n1. six"
    drama = run_on()
    drama.reviews[0].text = text
    assert text in write(drama)
    drama.notes[0].text = text = "*sigh*\n\n> he said\n\n- and\n- so\n\n#tag"
    assert text in write(drama)


def test_a_backslash_stands_only_before_what_would_be_ours() -> None:
    drama = run_on()
    drama.reviews[0].text = "## Quotes\n\n## Quotes I like\n\n# Big"
    assert "\\## Quotes\n\n## Quotes I like\n\n\\# Big" in write(drama)
    drama.songs[0].lyrics = "## Quotes\n> deep\n\n---"
    assert "> ## Quotes  \n> > deep\n>\n> ---\n" in write(drama)


def test_an_item_keeps_its_id_whatever_the_page_says() -> None:
    drama = run_on()
    note = drama.notes[1]
    page = write_item(drama, note).replace("<!-- 7 ", "<!-- 9 ").replace("It was him.", "It was her.")
    back = read_item(page, "note", note)
    assert sparse(back) == sparse(note) | {"text": "It was her."}


# --- Mistakes are named by their line --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "at", "reason"),
    [
        ("# Run On", "Run On", "Run On", "title"),
        ("# Run On", "#", "#", "no words"),
        ("## Synopsis", "# Synopsis", "# Synopsis", "second drama"),
        ("- **Year:** 2020", "- **Year:** twenty", "- **Year", "number"),
        ("- **Year:** 2020", "- **Year:** 1200", "- **Year", ">= 1870"),
        ("- **Year:** 2020", "- **Decade:** 20s", "- **Decade", "none of the facts"),
        ("- **Year:** 2020", "- **Country:** Japan", "- **Country:** Japan", "twice"),
        ("- **Year:** 2020", "Year 2020", "Year 2020", "facts"),
        ("- **Type:** drama", "- **Type:** opera", "- **Type", "opera"),
        ("2020-12-16 to 2021-02-04, Wed", "2021 to 2020, Wed", "- **Aired", "before it begins"),
        ("Wednesday and Thursday", "Wednesday and Someday", "- **Aired", "someday"),
        ("Wednesday and Thursday", "weekly", "- **Aired", "airs like this"),
        ('<!-- watchlog {"slug"', '<!-- watchlog {"slug', "<!-- watchlog", "cannot be read"),
        ('"slug":"run-on"', '"slug":"Run On"', "<!-- watchlog", "slug"),
        ("## Cast", "## Kast", "## Kast", "none of the sections"),
        ("## Cast", "## Synopsis\n\nAgain.\n\n## Cast", "## Synopsis\n\nAgain", "twice"),
        ("## Cast", "## Cast\n\nHello", "Hello", "begins like this"),
        ("*main role* <!-- 1", "*main roll* <!-- 1", "*main roll", "main roll"),
        ("*main role* <!-- 1 -->", "main role <!-- 1 -->", "main role", "asterisks"),
        ("*main role* <!-- 1 -->", "*main role* <!-- 2 -->", "*9.5/10", "two parts have the id 2"),
        ("### Episode 12", "### Episode 17", "### Episode 17", "17 of 16"),
        ("### Episode 12", "### Chapter 12", "### Chapter", "Chapter 12"),
        ("9.5/10 · 2020-12-24 · minor", "9.7/10 · minor", "*9.7", "half points"),
        ("9.5/10 · 2020-12-24 · minor", "2020-12-34 · minor", "*2020-12-34", "a date is"),
        ("minor spoiler · tagged laundry", "mayor spoiler · tagged", "*9.5/10", "mayor"),
        ("minor spoiler · tagged laundry", "minor spoiler · 2020 · tagged", "*9.5/10", "twice"),
        ('noteaaaa {"merged":true,"mood":"cross"} -->', "{mood} -->", "*major spoiler* <!-- 7", "cannot be read"),
        ("> **Seo Dan Ah:** I let that dream go so easily.", "> **Seo Dan Ah:**", "> **Seo", "no words"),
        ("> **Lee Young Hwa:** Is that why?", "> **Lee Young Hwa:**", "> **Lee", "no words"),
        ("## Quotes", "## Quotes\n\n>    \n", ">    \n", "no words"),
        ("*episode 10 · 12:30", "*episode 10 · 12:99", "*episode 10", "a moment is"),
        ("### Episode 1, 09:40", "### Episode 99, 09:40", "### Episode 99", "99 of 16"),
        ("8 overall · 2020-12-30", "11 overall", "- 11", "10"),
        ("- 8 overall · 2020-12-30", "8 overall", "8 overall", "such as"),
        ("episodes 1-2 on", "episodes 1-222 on", "- started 2020", "of 16"),
        ("finished 2021 ·", "finished 2019 ·", "- started 2021-01", "before it begins"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(old: str, new: str, at: str, reason: str) -> None:
    page = write(run_on())
    assert page.count(old) == 1
    page = page.replace(old, new)
    with pytest.raises(MarkdownError) as raised:
        read(page)
    assert reason in raised.value.reason
    assert str(raised.value) == f"line {line_of(page, at)}: {raised.value.reason}"


@pytest.mark.parametrize("text", ["", "\n \n", "Hello", "---\ntitle: x\n---"])
def test_what_is_no_drama_is_refused(text: str) -> None:
    with pytest.raises(MarkdownError, match=r"^line 1: a drama begins with its title|^line 1"):
        read(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda page: "",
        lambda page: page + "\n### Episode 4\n\nMore.\n",
        lambda page: page + "\n## Ratings\n\n- 9 overall\n",
        lambda page: page + "\n## Synopsis\n\nx\n",
        lambda page: page.replace("## Episodes", "## Scenes"),
        lambda page: page.replace("## Episodes", ""),
    ],
)
def test_editing_one_item_leaves_one_item(change: Callable[[str], str]) -> None:
    drama = run_on()
    with pytest.raises(MarkdownError):
        read_item(change(write_item(drama, drama.notes[0])), "note", drama.notes[0])


def tidied(text: str) -> str:
    """As Prettier sets it: emphasis between underscores."""
    text = re.sub(r"(?m)^\*([^*\n].*)\*(?= <!-- )", r"_\1_", text)
    return re.sub(r"(?m)^> \*([^*\n].*)\*(  )?$", r"> _\1_\2", text)


def test_what_a_program_that_tidies_markdown_makes_of_it_is_the_same() -> None:
    changed = 0
    for drama in [run_on(), *samples()]:
        text = write(drama)
        changed += tidied(text) != text
        assert read(tidied(text)) == read(text)
    assert changed > 3


@pytest.mark.parametrize(
    "words",
    ["_soft_", "__", "_a_ b_", "*soft*", "_minor spoiler_", "_x_ <!-- 7 -->", "a\n_soft_", "_soft_\n\nb"],
)
def test_words_between_underscores_are_words(words: str) -> None:
    drama = run_on()
    drama.notes[0].text = words
    drama.quotes[0].lines[0].text = words
    drama.reviews[0].text = words
    drama.synopsis = Synopsis(text=words)
    again = read(write(drama))
    assert again.notes[0].text == again.reviews[0].text == words
    assert again.quotes[0].lines[0].text == words
    assert again.synopsis == drama.synopsis
