"""How the words of an argument or an option become a value. Each raises WrongUsage for what cannot be one."""

import re
from collections.abc import Callable, Sequence

from watchlog.errors import WrongUsage
from watchlog.journal.drama.dates import WEEKDAYS, parse_date, parse_day
from watchlog.journal.drama.episodes import parse_episode, unnamed
from watchlog.journal.drama.fields import Field, Reads
from watchlog.journal.drama.records import Json
from watchlog.journal.drama.text import kept, kept_line
from watchlog.journal.drama.values import MOMENT_PATTERN

_BETWEEN_NAMES = r"(?<!\\),"
_BETWEEN_LINKS = r",(?=\s|[a-z]+://)"  # an address may have commas of its own
_WEEK = {"weekend": WEEKDAYS[5:], "weekdays": WEEKDAYS[:5], "daily": WEEKDAYS, "every day": WEEKDAYS}
_BETWEEN_DAYS = re.compile(r"\s*(?:[,&/]|\band\b)\s*|\s+(?![-–])(?<![-–] )", re.IGNORECASE)


def read_choice(text: str, choices: Sequence[str], what: str) -> str:
    """The choice meant by `text`, with spaces, case and hyphens as they come."""
    parted = str.maketrans("", "", " -_")
    bare = {choice.translate(parted): choice for choice in choices}
    wanted = text.strip().lower().translate(parted)
    if wanted in bare:
        return bare[wanted]
    from difflib import get_close_matches

    close = get_close_matches(wanted, bare, n=1)
    guess = f" Did you mean {bare[close[0]]}?" if close else ""
    raise WrongUsage(f"Not {_with_article(what)}: {text!r}.{guess}\nUse one of: {', '.join(choices)}.")


def read_limit(text: str) -> int:
    """How many of a list are shown, 0 for all of it."""
    return read_number(text, "a number for '--limit'", "Use a whole number; 0 is all.", least=0)


def read_upto(text: str) -> int:
    """How many episodes somebody has seen, 0 for none; `ep 8` is 8."""
    number = unnamed(text.strip().lower())
    return read_number(number, "a number of episodes", "Use a whole number, like 8.", least=0)


def read_number(text: str, what: str, use: str = "Use a whole number, from 1 to 99999.", *, least: int = 1) -> int:
    """A whole number of up to five digits, `least` or more."""
    digits = text.strip()
    if digits.isascii() and digits.isdigit() and len(digits) <= 5 and int(digits) >= least:
        return int(digits)
    raise WrongUsage(f"Not {what}: {text!r}. {use}")


def read_year(text: str) -> int:
    """A year as people write it."""
    year = text.strip()
    if re.fullmatch("[0-9]{4}", year) and 1870 <= int(year) <= 2999:
        return int(year)
    raise WrongUsage(f"Not a year: {text!r}. Use four digits, from 1870 on, like 2020.")


def read_years(text: str) -> tuple[int, int]:
    """The first and last year meant by `2020`, `2019-2021` or `2019..2021`."""
    match = re.fullmatch(r"\s*([0-9]{4})(?:\s*(?:[-–]|\.\.)\s*([0-9]{4}))?\s*", text)
    if match and int(match[1]) <= int(match[2] or match[1]):
        return int(match[1]), int(match[2] or match[1])
    raise WrongUsage(f"Not years: {text!r}. Use 2020, or 2019-2021.")


def read_moment(text: str) -> str:
    """A moment as MM:SS or H:MM:SS."""
    moment = text.strip()
    moment = f"0{moment}" if re.fullmatch("[0-9]:[0-9]{2}", moment) else moment
    if not re.match(MOMENT_PATTERN, moment):
        raise WrongUsage(f"Not a moment: {text!r}. Use MM:SS or H:MM:SS, like 14:05 or 1:02:30.")
    return moment


def read_date(text: str) -> str | None:
    """A date, which may lie ahead; None where nobody knows it."""
    return None if text.strip().lower() == "unknown" else parse_date(text, ahead=True)


def read_score(text: str) -> float | None:
    """A score; None for `none`, which takes one back."""
    from watchlog.journal.drama.ratings import parse_score  # most commands read none

    return None if text.strip().lower() == "none" else parse_score(text)


def read_name(text: str, what: str) -> str:
    """A name or a title, on one line, which must have words."""
    line = kept_line(text)
    if not line:
        raise WrongUsage(f"{what[:1].upper()}{what[1:]} needs words.")
    return line


def read_names(texts: Sequence[str], between: str = _BETWEEN_NAMES) -> list[str]:
    r"""The values of an option that may be repeated, or separated by commas, as the pattern `between` says; \, is one.

    Raises WrongUsage.
    """
    return read_titles([part.replace("\\,", ",") for text in texts for part in re.split(between, text)])


def read_titles(texts: Sequence[str]) -> list[str]:
    """The values of an option that is given again for each. Raises WrongUsage."""
    return list(dict.fromkeys(filter(None, map(kept_line, texts))))


def read_weekdays(texts: Sequence[str]) -> list[str]:
    """Weekdays, by name or its first three letters: `wed, thu`, `Wed & Thu`, `mon-fri`, `weekend`."""
    found: list[str] = []
    for text in texts:
        words = " ".join(text.split())
        parts = [words] if words.lower() in _WEEK else _BETWEEN_DAYS.split(words)
        for part in filter(None, parts):
            found += _WEEK.get(part.lower()) or _run_of_days(part)
    return list(dict.fromkeys(found))


def _run_of_days(text: str) -> Sequence[str]:
    first, _, last = (part.strip() for part in re.sub("[–—]", "-", text).partition("-"))
    start = WEEKDAYS.index(_read_weekday(first))
    return WEEKDAYS[start : start + 1] if not last else _between(start, WEEKDAYS.index(_read_weekday(last)))


def _between(first: int, last: int) -> Sequence[str]:
    return [WEEKDAYS[(first + step) % 7] for step in range((last - first) % 7 + 1)]


def _read_weekday(text: str) -> str:
    bare = text.lower().removesuffix("s") if len(text) > 4 else text.lower().rstrip(".")
    begun = [day for day in WEEKDAYS if len(bare) >= 3 and day.startswith(bare)]
    return begun[0] if len(begun) == 1 else read_choice(text, WEEKDAYS, "weekday")


_CALLED = {"synopsis_source": "source", "spoiler": "spoiler level"}
_COUNTED = {"episodes": "a count of episodes", "runtime": "minutes"}
_SINGLE: dict[Reads, Callable[[str, Field], Json]] = {
    "name": lambda text, field: read_name(text, _with_article(_called(field))),
    "text": lambda text, field: kept(text),
    "choice": lambda text, field: read_choice(text, field.choices, _called(field)),
    "year": lambda text, field: read_year(text),
    "count": lambda text, field: read_number(text, _COUNTED.get(field.name, f"a number of {field.name}")),
    "date": lambda text, field: read_date(text),
    "day": lambda text, field: parse_day(text),
    "score": lambda text, field: read_score(text),
    "moment": lambda text, field: read_moment(text),
    "episode": lambda text, field: parse_episode(text),
}
_SEVERAL: dict[Reads, Callable[[Sequence[str]], Sequence[Json]]] = {
    "names": read_names,
    "titles": read_titles,
    "days": lambda texts: [read_full_date(day) for text in texts for day in text.split(",") if day.strip()],
    "links": lambda texts: read_names(texts, _BETWEEN_LINKS),
    "weekdays": read_weekdays,
}


def read_value(field: Field, typed: str) -> Json:
    """The value of a field that is no list."""
    return _SINGLE[field.reads](typed, field)


def read_values(field: Field, typed: Sequence[str]) -> Json:
    """The values of a field whose option may be repeated."""
    return {**read_parts(typed)} if field.reads == "parts" else list(_SEVERAL[field.reads](typed))


def read_full_date(text: str) -> str:
    """A day of which year, month and day are known."""
    day = parse_date(text)
    if len(day) < len("2021-01-25"):
        raise WrongUsage(f"Not a day: {text!r}. Use a full one, like 2021-01-25.")
    return day


def read_parts(texts: Sequence[str]) -> dict[str, float | None]:
    """Scores by the names of their parts, each as `chemistry=9`; None for one that is taken back."""
    found: dict[str, float | None] = {}
    for text in texts:
        name, equals, score = text.rpartition("=")
        if not equals or not (part := kept_line(name)):
            raise WrongUsage(f"Not a part with its score: {text!r}. Use NAME=SCORE, like chemistry=9.")
        found[part] = read_score(score)
    return found


def _called(field: Field) -> str:
    """What a message calls the value of a field."""
    return _CALLED.get(field.name, field.noun or field.name)


def _with_article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
