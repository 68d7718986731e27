"""What add, quote, cast and song ask when they are called alone: only what is missing, the rest can be left open."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from watchlog.cli.output import say
from watchlog.cli.reading.dramas import read_episode
from watchlog.cli.reading.options import Typed
from watchlog.cli.reading.series import BACK, Question, always, answered
from watchlog.cli.reading.values import read_name, read_value, read_values
from watchlog.journal.drama.dialogue import quote_lines
from watchlog.journal.drama.facts import BY_NAME, Told
from watchlog.journal.drama.fields import ITEM_FIELDS, Field
from watchlog.journal.drama.records import Json

_HOW = f"Enter alone leaves a question open, {BACK} goes back to the one before."
_OF_A_DRAMA = {
    "native_title": "Native title",
    "year": "Year",
    "episodes": "Episodes",
    "genres": "Genres, with commas",
    "days": "Airs on, like wed, thu",
    "aired_from": "First day, like 2020-12-16",
    "status": "Status, Enter for plan-to-watch",
}
_OF_AN_ITEM = {
    "cast": {"character": "Who they play", "role": "Role: main, support or guest", "note": "Your words on it"},
    "song": {"artist": "Who sings it", "lyrics": "Lyrics", "note": "Your words on it"},
}


@contextmanager
def asked_facts(told: Told) -> Iterator[None]:
    """Ask for the facts of a new drama that are not told yet, for a block that adds it."""
    say(f"A new drama. {_HOW}")

    def has_days(answers: Mapping[str, str]) -> bool:
        return "days" in told or bool(answers.get("days"))

    questions = [Question("title", "Title", lambda text: read_name(text, "a title"), needed=True)]
    questions += [
        Question(name, label, partial(_read, BY_NAME[name]), when=has_days if name == "aired_from" else always)
        for name, label in _OF_A_DRAMA.items()
        if name not in told
    ]
    with answered("add", questions) as answers:
        told |= {name: _read(BY_NAME[name], answer) for name, answer in answers.items() if answer}
        yield


def _read(field: Field, text: str) -> Json:
    return read_values(field, [text]) if field.many else read_value(field, text)


@contextmanager
def asked_quote(slug: str) -> Iterator[dict[str, str]]:
    """Ask for a quote of that drama, for a block that adds it; gives what was typed, by the names of its options."""
    fields = {field.name: field for field in ITEM_FIELDS["quote"]}

    def is_line(answers: Mapping[str, str]) -> bool:
        return len(quote_lines(answers.get("text", ""), None, None)) < 2

    questions = [
        Question("text", "The words; for a dialogue, one “Speaker: words” a line", str, in_lines=True),
        Question("by", "Who says it", lambda text: read_name(text, "a speaker"), when=is_line),
        Question("episode", "Episode", lambda text: read_episode(text, slug)),
        Question("at", "At, as MM:SS", partial(read_value, fields["at"])),
        Question("original", "In its own language", str, when=is_line),
        Question("spoiler", "Spoiler: none, minor or major", partial(read_value, fields["spoiler"])),
    ]
    with answered("quote", questions, of=slug) as answers:
        yield {name: answer for name, answer in answers.items() if answer}


@contextmanager
def asked_item(
    kind: str, slug: str, first: str, read: Callable[[str], object], typed: dict[str, Typed]
) -> Iterator[str]:
    """Ask what a cast entry or a song of a drama is about, and what its options hold; gives the first answer."""
    say(_HOW)
    fields = {field.name: field for field in ITEM_FIELDS[kind]}
    questions = [Question("about", first, read, needed=True)]
    questions += [
        Question(name, label, partial(read_value, fields[name]))
        for name, label in _OF_AN_ITEM[kind].items()
        if typed.get(name) is None
    ]
    with answered(kind, questions, of=slug) as answers:
        typed |= {name: answer for name, answer in answers.items() if answer and name != "about"}
        yield answers["about"]
