"""A drama written as Markdown: the article one would post, and what `edit` puts before a person."""

from collections.abc import Callable, Collection
from typing import Any, Literal

from watchlog.formats.markdown.facts import AT, BETWEEN_FACTS, EPISODE, FACTS_OF, NO_FACTS, SPOILER, Fact, said_aired
from watchlog.formats.markdown.grammar import (
    FACTS,
    FIELD_CALLED,
    PROSE,
    PROSE_AFTER_VERSE,
    PROSE_OF_REVIEW,
    PROSE_OF_SYNOPSIS,
    SECTIONS,
    WHOLE_DRAMA,
    WORDS_OF_QUOTE,
    aside,
    escaped,
    escaped_original,
    inline,
    inline_list,
    verse,
)
from watchlog.journal.drama.fields import WORD_LISTS, label
from watchlog.journal.drama.records import (
    KINDS,
    CastMember,
    Drama,
    Item,
    Line,
    Note,
    Quote,
    Record,
    Review,
    Round,
    Scene,
    Song,
    Synopsis,
    kind_of,
)
from watchlog.journal.drama.spoilers import COVERED, COVERED_YET, is_beyond, reveals

Major = Literal["shown", "covered", "left out"]
"""What becomes of an item marked a major spoiler."""


def write(drama: Drama, *, major: Major = "shown", upto: int | None = None, sections: Collection[str] = ()) -> str:
    """The Markdown of `drama`, or only of the sections named, the facts being one.

    What is marked a major spoiler is shown, covered by one line, or left out; what is beyond episode `upto` is
    covered. With everything shown, `read` gives the same drama back.
    """

    def hides(one: Record | None) -> bool:
        return (major != "shown" and reveals(one)) or (upto is not None and is_beyond(one, upto))

    named = {FIELD_CALLED.get(name, name) for name in sections} or {"facts", *SECTIONS}
    blocks = [f"# {inline(drama.title)}"]
    if "facts" in named:
        blocks += [_facts(drama), _hidden(drama)]
    if "synopsis" in named and drama.synopsis:
        blocks += _headed(
            "synopsis", [_line_over(drama.synopsis) if hides(drama.synopsis) else _synopsis(drama.synopsis)]
        )
    for field in (*_WRITERS, *NO_FACTS):
        if field in named:
            blocks += _section(drama, field, hides, leave_out=major == "left out")
    return _blocks(*blocks) + "\n"


def write_item(drama: Drama, item: Item) -> str:
    """The Markdown of one item, in its section, as it stands in the whole."""
    field = next(name for name in KINDS.values() if any(one is item for one in getattr(drama, name)))
    part_of = f"<!-- One part of {inline(drama.title)} -->"
    return _blocks(part_of, *_headed(field, [_WRITERS[field](item)])) + "\n"


def _facts(drama: Drama) -> str:
    facts = ((field, getattr(drama, field)) for field in FACTS)
    return "\n".join(f"- **{label(field)}:** {_said(field, given)}" for field, given in facts if given)


def _said(field: str, given: Any) -> str:
    if field in WORD_LISTS:
        return inline_list(given)
    if field == "aired":
        return " ".join(filter(None, (said_aired(given), aside("", given, "aired"))))
    if field == "runtime":
        return f"{given} minute{'' if given == 1 else 's'}"
    return inline(str(given))


def _hidden(drama: Drama) -> str:
    """What the program keeps of a drama and a reader does not ask for."""
    return aside("watchlog", drama, "drama")


def _synopsis(synopsis: Synopsis) -> str:
    source = f"(Source: {inline(synopsis.source)})" if synopsis.source else ""
    mark = f"*{said}*" if (said := SPOILER.written(synopsis.spoiler)) else ""
    below = " ".join(filter(None, (mark, aside("", synopsis, "synopsis"))))
    return _blocks(below, _prose(synopsis.text, PROSE_OF_SYNOPSIS), source)


def _section(drama: Drama, field: str, hides: Callable[[Record], bool], *, leave_out: bool) -> list[str]:
    records = getattr(drama, field)
    if field in NO_FACTS:
        entries = (_facts_line(record, field) for record in records)
        return _headed(field, ["\n".join(f"- {entry}" for entry in entries)] if records else [])
    if leave_out:
        records = [item for item in records if not reveals(item)]
    return _headed(field, [_covered(one) if hides(one) else _WRITERS[field](one) for one in records])


def _headed(field: str, blocks: list[str]) -> list[str]:
    """Below the heading of their section, if there are any. A review's heading is its own."""
    return [f"## {SECTIONS[field]}", *blocks] if blocks and field != "reviews" else blocks


def _covered(item: Item) -> str:
    episode = getattr(item, "episode", None)
    line = _line_over(item, f", episode {episode}" if episode else "")
    return f"## {SECTIONS['reviews']}\n\n{line}" if isinstance(item, Review) else line


def _line_over(one: Record, where: str = "") -> str:
    """The line that stands for what is not to be seen."""
    return f"*{COVERED if reveals(one) else COVERED_YET} ({kind_of(one)}{where})*"


def _cast_member(member: CastMember) -> str:
    # Only the first " as " may be ours.
    character = f" as {inline(member.character)}" if member.character else ""
    name = inline(member.actor, r" (?=as(?: |\Z))") + character
    return _blocks(f"### {name}\n{_below(member, 'cast')}", _prose(member.note, PROSE))


def _song(song: Song) -> str:
    lyrics = verse(song.lyrics.split("\n")) if song.lyrics else ""
    return _blocks(f"### {inline(song.title)}\n{_below(song, 'songs')}", lyrics, _prose(song.note, PROSE_AFTER_VERSE))


def _note(note: Note) -> str:
    of = f"Episode {note.episode}" if note.episode else WHOLE_DRAMA[0].capitalize()
    return _blocks(f"### {of}\n{_below(note, 'notes')}", _prose(note.text, PROSE))


def _quote(quote: Quote) -> str:
    rows: list[str] = []
    for line in quote.lines:
        # A blank line tells where the words of nobody in particular begin.
        rows += [""] * bool(rows and not line.speaker) + _rows(line)
    return _blocks(verse(rows), _below(quote, "quotes"), _prose(quote.note, PROSE_AFTER_VERSE))


def _rows(line: Line) -> list[str]:
    if line.speaker:
        first, *rest = line.text.split("\n", 1)
        words = [f"**{inline(line.speaker)}:** {first}", *(escaped(more, WORDS_OF_QUOTE) for more in rest)]
    else:
        words = [escaped(line.text, WORDS_OF_QUOTE)]
    original = [f"*{escaped_original(row)}*" for row in line.original.split("\n")] if line.original else []
    return [*"\n".join(words).split("\n"), *original, *filter(None, [aside("", line, "lines")])]


def _scene(scene: Scene) -> str:
    where = _said_facts(scene, (EPISODE, AT), ", ").capitalize() or "Scene"
    return _blocks(f"### {where}\n{_below(scene, 'scenes')}", _prose(scene.text, PROSE))


def _review(review: Review) -> str:
    headline = f": {inline(review.headline)}" if review.headline else ""
    verdict = f"**Verdict:** {inline(review.verdict)}" if review.verdict else ""
    heading = f"## {SECTIONS['reviews']}{headline}\n{_below(review, 'reviews')}"
    opening = ["**Opening:**", _prose(review.opening, PROSE_OF_REVIEW), "**Text:**"] if review.opening else []
    closing = ["**Closing:**", _prose(review.closing, PROSE_OF_REVIEW)] if review.closing else []
    return _blocks(heading, *opening, _prose(review.text, PROSE_OF_REVIEW), verdict, *closing)


_WRITERS: dict[str, Callable[[Any], str]] = {
    "cast": _cast_member,
    "songs": _song,
    "notes": _note,
    "quotes": _quote,
    "scenes": _scene,
    "reviews": _review,
}


def _below(item: Item, field: str) -> str:
    """The line below a heading: the facts, and the id in a comment."""
    facts = _said_facts(item, FACTS_OF[field])
    return " ".join(filter(None, (f"*{facts}*" if facts else "", aside(_known_by(item), item, field))))


def _known_by(item: Item) -> str:
    return f"{item.id} {item.uid}" if item.uid else str(item.id)


def _facts_line(record: Record, field: str) -> str:
    said = _said_facts(record, FACTS_OF[field]) or NO_FACTS[field]
    known_by = f"round {record.uid}" if isinstance(record, Round) and record.uid else ""
    return " ".join(filter(None, (said, aside(known_by, record, field))))


def _said_facts(record: Record, facts: tuple[Fact, ...], between: str = BETWEEN_FACTS) -> str:
    given = ((fact, getattr(record, fact.field)) for fact in facts)
    return between.join(filter(None, (fact.written(value) for fact, value in given if value not in (None, "", {}, []))))


def _prose(text: str | None, structure: str) -> str:
    return escaped(text, structure) if text else ""


def _blocks(*blocks: str) -> str:
    return "\n\n".join(filter(None, blocks))
