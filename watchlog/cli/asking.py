"""What add and quote ask when they are called alone: only what is missing, the rest can be left open."""

from watchlog.cli.facts import read_days, read_year
from watchlog.cli.options import read_episode, read_list, read_moment, read_name, read_number, read_status
from watchlog.cli.prompts import ask, ask_lines, ask_optional
from watchlog.cli.session import say
from watchlog.journal.facts import Facts
from watchlog.journal.quoting import quote_lines


def ask_facts(told: Facts) -> None:
    """Ask for the facts of a new drama that are not told yet."""
    say("A new drama. Enter alone leaves a question open.")
    told.title = ask("Title", lambda text: read_name(text, "A title"))
    told.native_title = told.native_title or ask_optional("Native title", lambda text: read_name(text, "A title"))
    told.year = told.year or ask_optional("Year", read_year)
    told.episodes = told.episodes or ask_optional("Episodes", lambda text: read_number(text, "a count of episodes"))
    told.genres = told.genres or read_list([ask_optional("Genres, with commas", str) or ""])
    told.days = told.days or ask_optional("Airs on, like wed, thu", lambda text: read_days([text])) or []
    told.status = told.status or ask_optional("Status, Enter for plan-to-watch", read_status)


def ask_quote(slug: str) -> tuple[str, str | None, str | None, str | None]:
    """Ask for a quote of that drama: the words, the speaker, the episode, the moment."""
    text = ask_lines("The words; for a dialogue, one “Speaker: words” a line")
    is_dialogue = len(quote_lines(text, None, None)) > 1
    by = None if is_dialogue else ask_optional("Who says it", lambda text: read_name(text, "A speaker"))
    episode = ask_optional("Episode", lambda text: str(read_episode(text, slug)))
    at = ask_optional("At, as MM:SS", read_moment)
    return text, by, episode, at
