"""What is measured: which command, on which journal, and after what."""

from typing import NamedTuple


class Case(NamedTuple):
    """A command line. Where it `writes`, it has a journal of its own: the others find theirs as they left it.

    `before` is done first, and not counted. `asks` is what a shell sends on TAB instead.
    """

    line: str
    writes: bool = False
    before: str = ""
    asks: bool = False
    page: bool = True


EVERY_DAY = {
    "show": Case("show drama-3"),
    "show, by its title": Case("show 'Drama 3'"),
    "note": Case("note drama-7 3 words", writes=True),
    "quote": Case("quote drama-7 '{number} words' --by Somebody", writes=True),
    "rate": Case("rate drama-7 8.5", writes=True),
    "watch": Case("watch drama-7 1 --on 2021-01-{day}", writes=True),
    "add": Case("add 'Something {number}'", writes=True),
    "undo": Case("undo", writes=True, before="note drama-9 3 words"),
    "list": Case("list"),
    "home": Case(""),
    "airing": Case("airing"),
    "stats": Case("stats"),
    "person": Case("person 'Im Si Wan'"),
    "list --json": Case("list --json", page=False),
    "quotes": Case("quotes drama-3"),
    "random": Case("random"),
    "history": Case("history"),
    "TAB on a drama": Case("2 watchlog show drama-3", asks=True),
    "TAB on a genre": Case("3 watchlog list --genre Ro", asks=True),
}
SEARCHES = {
    "search, a common word": Case("search umbrella"),
    "search, a rare one": Case("search drama-77"),
    "search, one that is not there": Case("search umbrellas"),
    "search, Hangul": Case("search 드라마"),
    "search, one syllable": Case("search 라"),
    "search, one letter": Case("search u"),
    "search, two words": Case("search umbrella kitchen"),
    "search, a phrase": Case("search 'held over nobody'"),
}
_CHANGE = "note drama-7 3 words"
AFTER_A_CHANGE = {
    "list, after a change": Case("list", writes=True, before=_CHANGE),
    "home, after a change": Case("", writes=True, before=_CHANGE),
    "search, after a change": Case("search umbrella", writes=True, before=_CHANGE),
    "stats, after a change": Case("stats", writes=True, before=_CHANGE),
    "person, after a change": Case("person 'Im Si Wan'", writes=True, before=_CHANGE),
}
OFTEN = EVERY_DAY | SEARCHES | AFTER_A_CHANGE

ON_ONE_LONG_DRAMA = {
    "show": Case("show drama-0"),
    "note": Case("note drama-0 3 words", writes=True),
    "search": Case("search umbrella"),
}
IN_MANY_LANGUAGES = {
    "list": Case("list"),
    "search, the commonest word": Case("search {common}"),
    "search, a rare word": Case("search {rare}"),
    "search, a syllable": Case("search {syllable}"),
    "search, one letter": Case("search u"),
    "search, a phrase": Case("search '{phrase}'"),
    "search, after a change": Case("search {rare}", writes=True, before=_CHANGE),
}

FIRST = ("list", "search umbrella", "stats", "person 'Im Si Wan'")
"""With an empty cache, as somebody types it."""
BULK = (
    "search umbrella",
    "export --format json -o {home}/all.json",
    "export --format markdown -o {home}/all.md",
    "export --format html -o {home}/all.html",
    "backup {home}/all.zip",
    "--journal {home}/new restore {home}/all.zip",
    "--journal {home}/new undo",
)
"""One after another: what one writes the next reads."""
