"""The records of a section, read: what stands below its heading."""

import re
from collections.abc import Callable
from itertools import takewhile

from watchlog.formats.markdown.drafts import Draft
from watchlog.formats.markdown.facts import AT, EPISODE, FACTS_OF, NO_FACTS, examples
from watchlog.formats.markdown.grammar import (
    CLOSING,
    COMMENT,
    OPENING,
    ORIGINAL,
    PROSE,
    PROSE_AFTER_VERSE,
    PROSE_OF_REVIEW,
    SPEAKER,
    TEXT,
    VERDICT,
    WHOLE_DRAMA,
    WORDS_OF_QUOTE,
    from_inline,
    from_verse,
    unescaped,
    unescaped_original,
)
from watchlog.formats.markdown.lines import Lines, MarkdownError, covered, is_blank, matching, parted, trimmed
from watchlog.journal.drama.records import Json


def records(field: str, lines: Lines) -> list[Draft]:
    """The records below the heading of the section of `field`."""
    if field in NO_FACTS:
        return [_entry(field, number, line) for number, line in lines if not is_blank(line)]
    if field == "quotes":
        begins = [index for index in matching(lines, ">") if index == 0 or not lines[index - 1][1].startswith(">")]
        return [_quote(part) for part in parted(lines, begins, "a quote begins like this: > **Speaker:** words")]
    example, fill = _HEADED[field]
    drafts = []
    for part in parted(lines, matching(lines, r"###(?: |$)"), f"what stands here begins like this: ### {example}"):
        number, heading = part[0]
        draft = Draft(number)
        fill(draft, heading[3:].strip(" \t"), part[1:])
        drafts.append(draft)
    return drafts


def review(headline: str, lines: Lines) -> Draft:
    """The review whose heading is the first of the lines."""
    draft = Draft(lines[0][0])
    if headline:
        draft.put(draft.line, "headline", from_inline(headline.strip(" \t")))
    rest = trimmed(draft.put_below("reviews", lines[1:]))
    if rest and re.match(OPENING, rest[0][1]):
        if not (begins := matching(rest, TEXT)):
            raise MarkdownError(rest[0][0], "the review begins after its opening with a line **Text:**")
        draft.put_prose("opening", rest[1 : begins[0]], PROSE_OF_REVIEW)
        rest = rest[begins[0] + 1 :]
    if ends := matching(rest, CLOSING):
        draft.put_prose("closing", rest[ends[0] + 1 :], PROSE_OF_REVIEW)
        rest = rest[: ends[0]]
    rest = trimmed(rest)
    if rest and (found := re.fullmatch(VERDICT, rest[-1][1])):
        number, _ = rest.pop()
        draft.put(number, "verdict", from_inline(found[1].strip(" \t")))
    draft.put_prose("text", rest, PROSE_OF_REVIEW)
    return draft


def _entry(field: str, number: int, line: str) -> Draft:
    """A line of a list: a rating, or a round."""
    found = re.fullmatch(rf"[-*+] ((?:\\.|[^<\\])*)(?:{COMMENT})?", line.strip(" \t"))
    if not found:
        raise MarkdownError(number, covered(line) or f"here stand lines such as: - {examples(FACTS_OF[field])}")
    draft = Draft(number)
    said = found[1].strip(" \t")
    if said and said != NO_FACTS[field]:
        draft.put_facts(number, said, FACTS_OF[field])
    draft.put_comment(number, found)
    return draft


def _cast_member(draft: Draft, heading: str, lines: Lines) -> None:
    actor, _, character = heading.partition(" as ")
    draft.put(draft.line, "actor", from_inline(actor.strip(" \t")))
    draft.put(draft.line, "character", from_inline(character.strip(" \t")))
    draft.put_prose("note", draft.put_below("cast", lines), PROSE)


def _song(draft: Draft, heading: str, lines: Lines) -> None:
    draft.put(draft.line, "title", from_inline(heading))
    rest = trimmed(draft.put_below("songs", lines))
    # Stanzas may stand apart: a person leaves the `>` of an empty line out.
    verses = list(takewhile(lambda one: one[1].startswith(">") or is_blank(one[1]), rest))
    if lyrics := trimmed(verses):
        rows = (from_verse(line) if line.startswith(">") else "" for _, line in lyrics)
        draft.put(lyrics[0][0], "lyrics", "\n".join(rows))
    draft.put_prose("note", rest[len(verses) :], PROSE_AFTER_VERSE)


def _note(draft: Draft, heading: str, lines: Lines) -> None:
    if heading.lower() not in WHOLE_DRAMA:
        draft.put_facts(draft.line, heading, (EPISODE,))
    draft.put_prose("text", draft.put_below("notes", lines), PROSE)


def _scene(draft: Draft, heading: str, lines: Lines) -> None:
    if heading.lower() not in ("", "scene"):
        draft.put_facts(draft.line, heading, (EPISODE, AT))
    draft.put_prose("text", draft.put_below("scenes", lines), PROSE)


_HEADED: dict[str, tuple[str, Callable[[Draft, str, Lines], None]]] = {
    "cast": ("Actor as Character", _cast_member),
    "songs": ("Title of the song", _song),
    "notes": ("Episode 3", _note),
    "scenes": ("Episode 3, 12:30", _scene),
}


def _quote(lines: Lines) -> Draft:
    draft = Draft(lines[0][0])
    rows = [(number, from_verse(line)) for number, line in lines if line.startswith(">")]
    if not (spoken := _spoken(rows)):
        raise MarkdownError(draft.line, "the quote has no words")
    draft.put(draft.line, "lines", [_line(one) for one in spoken])
    draft.lines |= {f"lines[{index}]": one[0][0] for index, one in enumerate(spoken)}
    draft.put_prose("note", draft.put_below("quotes", lines[len(rows) :]), PROSE_AFTER_VERSE)
    return draft


def _spoken(rows: Lines) -> list[Lines]:
    """The rows of each line: a speaker begins one, or a blank row, or words below words in another language."""
    spoken: list[Lines] = []
    after = "blank"
    for number, row in rows:
        if is_blank(row):
            after = "blank"
            continue
        aside = bool(re.match(rf"{ORIGINAL}|<!--", row))
        if after == "blank" or re.match(SPEAKER, row) or (after == "aside" and not aside):
            spoken.append([])
            aside = False
        spoken[-1].append((number, row))
        after = "aside" if aside else "words"
    return spoken


def _line(rows: Lines) -> Json:
    draft = Draft(rows[0][0])
    first = rows[0][1]
    words, originals = [first], []
    for number, row in rows[1:]:
        if re.match(ORIGINAL, row):
            originals.append(unescaped_original(row[1:-1]))
        elif found := re.fullmatch(COMMENT, row):
            draft.put_comment(number, found)
        else:
            words.append(row)
    if found := re.match(SPEAKER, first):
        draft.put(draft.line, "speaker", from_inline(found[1]))
        more = [unescaped("\n".join(words[1:]), WORDS_OF_QUOTE)] if words[1:] else []
        draft.put(draft.line, "text", "\n".join([first[found.end() :], *more]))
    else:
        draft.put(draft.line, "text", unescaped("\n".join(words), WORDS_OF_QUOTE))
    if originals:
        draft.put(draft.line, "original", "\n".join(originals))
    return draft.document
