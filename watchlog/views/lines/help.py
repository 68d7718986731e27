"""What can be typed, and what for: on a pipe, plainly."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct


class Told(Struct, frozen=True):
    """A command, an argument or an option: its name, the value it takes, and what for."""

    name: str
    value: str
    what: str
    needed: bool = False
    """Whether it must be given."""

    @property
    def typed(self) -> str:
        return f"{self.name} {self.value}".rstrip()


class Help(Struct, frozen=True):
    """All that is to be said of a command, or of the program."""

    command: str
    arguments: str
    """How its arguments stand on the command line: DRAMA EPISODE [TEXT]."""
    about: Sequence[str]
    examples: Sequence[str]
    groups: Mapping[str, Sequence[Told]]
    exit_codes: Mapping[int, str]


def help_text(told: Help) -> str:
    """It all, a thing on a line, none of them cut."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Help) -> Iterator[str]:
    yield " ".join(filter(None, ["Usage:", told.command, told.arguments, "[OPTIONS]"]))
    yield from ("", *told.about)
    if told.examples:
        yield from ("", *(f"  {example}" for example in told.examples))
    widest = max((len(one.typed) for rows in told.groups.values() for one in rows), default=0)
    for heading, rows in told.groups.items():
        yield from ("", heading)
        for one in rows:
            yield f"  {one.typed:<{widest}}  {one.what}{' Needed.' * one.needed}".rstrip()
    yield from ("", f"Exit codes: {codes(told)}")


def codes(told: Help, between: str = "; ") -> str:
    """0 done, 1 not there …"""
    return between.join(f"{code} {means}" for code, means in told.exit_codes.items())
