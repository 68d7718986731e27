"""What add and quote ask when they are called alone: only what is missing, the rest can be left open."""

from functools import partial
from typing import NamedTuple

from watchlog.cli.output import say
from watchlog.cli.reading.dramas import read_episode
from watchlog.cli.reading.prompts import ask, ask_lines, ask_optional
from watchlog.cli.reading.values import read_moment, read_name, read_value, read_values
from watchlog.journal.drama.dialogue import quote_lines
from watchlog.journal.drama.facts import BY_NAME, Told
from watchlog.journal.drama.fields import Field
from watchlog.journal.drama.records import Json

_QUESTIONS = {
    "native_title": "Native title",
    "year": "Year",
    "episodes": "Episodes",
    "genres": "Genres, with commas",
    "days": "Airs on, like wed, thu",
    "status": "Status, Enter for plan-to-watch",
}


def ask_facts(told: Told) -> None:
    """Ask for the facts of a new drama that are not told yet."""
    say("A new drama. Enter alone leaves a question open.")
    told["title"] = ask("Title", lambda text: read_name(text, "a title"))
    for name, question in _QUESTIONS.items():
        field = BY_NAME[name]
        if name not in told:
            answer = ask_optional(question, partial(_read, field))
            if answer:
                told[name] = answer


def _read(field: Field, text: str) -> Json:
    return read_values(field, [text]) if field.many else read_value(field, text)


class AskedQuote(NamedTuple):
    """What was answered about a quote, as it would have been typed."""

    text: str
    by: str | None
    episode: str | None
    at: str | None


def ask_quote(slug: str) -> AskedQuote:
    """Ask for a quote of that drama."""
    text = ask_lines("The words; for a dialogue, one “Speaker: words” a line")
    is_dialogue = len(quote_lines(text, None, None)) > 1
    by = None if is_dialogue else ask_optional("Who says it", lambda text: read_name(text, "a speaker"))
    episode = ask_optional("Episode", lambda text: str(read_episode(text, slug)))
    at = ask_optional("At, as MM:SS", read_moment)
    return AskedQuote(text, by, episode, at)
