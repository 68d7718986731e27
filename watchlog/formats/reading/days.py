"""Days and instants as other people's files have them, and in which order a column writes day and month.

A day stays a day, as precise as it is written; an instant stays one, with its zone. Midnight UTC is how programs write
a day. What begins an epoch (0000-00-00, 0001-01-01, 1970-01-01) is unknown.
"""

import re
from datetime import UTC, date, datetime

from watchlog.errors import WrongUsage
from watchlog.formats.reading.refusing import Unreadable, no
from watchlog.formats.reading.remembering import remembered
from watchlog.formats.source import DateOrder

_NOTHING = ("", "0", "-", "none", "null", "unknown", "n/a")
_YEAR_FIRST = re.compile(
    r"([0-9]{4})(?:[-/.년年]\s?([0-9]{1,2})(?:[-/.월月]\s?([0-9]{1,2})[.일日]?)?)?(?:[월月])?(?=[T\s]|$)"
)
_SHORT = re.compile(r"([0-9]{1,2})([-/.])(\s?)([0-9]{1,2})\2\s?([0-9]{4}|[0-9]{1,2})\.?(?=[T\s,]|$)")
_DAY_FIRST = re.compile(r"(?:[a-z]{3,9},? )?([0-9]{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? ([0-9]{4})")
_MONTH_FIRST = re.compile(
    r"(?:[a-z]{3,9},? )?([a-z]{3,9})\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? (?:[0-9:]{8} )?([0-9]{4})"
)
_MONTH = re.compile(r"(?:([a-z]{3,9})\.?,? |([0-9]{1,2})[-/.])([0-9]{4})$")
_CLOCK = re.compile(r"[T\s]([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]+)?\s*(Z|UTC|[+-][0-9]{2}:?[0-9]{2})?$", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDERS: tuple[DateOrder | None, ...] = ("dmy", "mdy")
_EARLIEST = 1870
_TWENTIETH = 70
"""The first year of two digits that is one of the last century."""


@remembered
def day_of(text: str, order: DateOrder | None = None) -> str | None:
    """The day, month or year written; an instant, where it has a clock and a zone. None for none, and for unknown ones.

    `order` is that of its file, from Order. Raises Unreadable.
    """
    written = text.strip()
    if written.lower() in _NOTHING:
        return None
    found = _readings(written, order)
    days = set(found.values())
    if not days:
        raise no("a date", text)
    if len(days) > 1 and order not in found:
        raise Unreadable(f"{text} is one of two days: say --dates dmy or --dates mdy")
    day = found[order] if order in found else days.pop()
    clock = _CLOCK.search(written)
    return _instant(day, clock[1], clock[2]) if day and clock and clock[2] else day


def instant_of(text: str, zone: str = "Z") -> str | None:
    """The instant written; `zone` is where clocks without one stand. A day without a clock stays a day.

    Raises Unreadable.
    """
    day = day_of(text)
    clock = _CLOCK.search(text.strip())
    if day and clock and not clock[2]:
        return _instant(day, clock[1], zone)
    return day


def epoch_of(number: int | None) -> str | None:
    """The instant that is so many seconds, or milliseconds, after 1970. None for the very first day."""
    if number is None:
        return None
    seconds = number / 1000 if number > 10**11 else number
    try:
        found = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        raise no("an instant", number) from None
    return None if seconds < 86400 else found.strftime("%Y-%m-%dT%H:%M:%SZ")


class Order:
    """In which order days and months are written in a file, found out from all its days before one of them is read."""

    def __init__(self) -> None:
        self._fits = set(_ORDERS)
        self._open = ""
        self._long: set[str] = set()
        """What stands between the numbers of days that begin with a whole year, as 2021.02.04 does."""
        self._short: set[str] = set()
        self._fit_backwards = True

    def see(self, text: str) -> None:
        """Take note of a day: one with two short numbers says something of the order, or of how years are written."""
        text = text.strip()
        if _YEAR_FIRST.match(text):
            self._long.add(text[4:5])
        if not (short := _SHORT.match(text)):
            return
        self._short.add(short[2])
        self._fit_backwards = self._fit_backwards and bool(_readings(text, "ymd"))
        found = _readings(text, None)
        if len(found) == 1 and None not in found:
            self._fits &= found.keys()
        elif len(set(found.values())) > 1:
            self._open = self._open or text

    def decided(self, said: DateOrder | None, name: str) -> DateOrder | None:
        """The order that was said, else the one in which every day can be read; `name` is that of the file.

        Beside 2021.02.04 or 2021/2/4, 21.02.04 or 21/2/4 begins with the year, too. None where no day can be read in
        two orders, and where no order fits all days: then those are read that can be read in one order only. Raises
        WrongUsage where all days can be read in both.
        """
        if not said and self._fit_backwards and self._short and self._short <= self._long & {".", "/"}:
            return "ymd"
        if said or not self._open or not self._fits:
            return said
        if len(self._fits) > 1:
            raise WrongUsage(
                f"{name}: is {self._open} day or month first? Nothing was imported.\nSay --dates dmy or --dates mdy."
            )
        return next(iter(self._fits))


def _readings(text: str, order: DateOrder | None) -> dict[DateOrder | None, str | None]:
    """What is written, by the order it is read in: under None where there is no doubt. Empty for no date."""
    if found := _YEAR_FIRST.match(text):
        return _only(None, found[1], found[2], found[3])
    if found := _SHORT.match(text):
        first, sign, blank, second, third = found.groups()
        if order == "ymd" or (blank and sign == "."):  # 21. 1. 25. is how Korean is written
            return _only(None, _century(first), second, third)
        if len(third) == 1:
            return {}
        read = {
            "dmy": _only("dmy", _century(third), second, first),
            "mdy": _only("mdy", _century(third), first, second),
        }
        return read["dmy"] if sign == "." and order != "mdy" else {**read["dmy"], **read["mdy"]}
    words = text.lower()
    if (found := _DAY_FIRST.match(words)) and found[2][:3] in _MONTHS:
        return _only(None, found[3], str(_MONTHS.index(found[2][:3]) + 1), found[1])
    if (found := _MONTH_FIRST.match(words)) and found[1][:3] in _MONTHS:
        return _only(None, found[3], str(_MONTHS.index(found[1][:3]) + 1), found[2])
    if (found := _MONTH.match(words)) and (found[2] or found[1][:3] in _MONTHS):
        return _only(None, found[3], found[2] or str(_MONTHS.index(found[1][:3]) + 1), None)
    return {}


def _only(order: DateOrder | None, year: str, month: str | None, day: str | None) -> dict[DateOrder | None, str | None]:
    if int(year) == 0 or (year in ("0001", "1970") and (month, day) in (("01", "01"), ("1", "1"))):
        return {order: None}
    if int(year) < _EARLIEST:
        return {}
    if not month or int(month) == 0:
        return {order: year}
    if not day or int(day) == 0:
        return {order: f"{year}-{int(month):02}"} if int(month) <= 12 else {}
    try:
        return {order: date(int(year), int(month), int(day)).isoformat()}
    except ValueError:
        return {}


def _century(year: str) -> str:
    return year if len(year) == 4 else f"{20 if int(year) < _TWENTIETH else 19}{year.zfill(2)}"


def _instant(day: str, clock: str, zone: str) -> str:
    """Raises Unreadable for a clock that no day has."""
    offset = "+00:00" if zone.upper() in ("Z", "UTC") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    try:
        found = datetime.fromisoformat(f"{day}T{clock.zfill(5) if len(clock) < 6 else clock.zfill(8)}{offset}")
    except ValueError:
        raise no("an instant", f"{day} {clock}") from None
    if offset == "+00:00" and not (found.hour or found.minute or found.second):
        return day
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")
