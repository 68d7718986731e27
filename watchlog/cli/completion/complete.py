"""What TAB offers, found out before anything large is imported: it must feel instant.

$_WATCHLOG_COMPLETE says in which way is asked. Our own scripts ask with `words` and hand over the words of the line
as arguments: the index of the one to complete, then all of them; $_WATCHLOG_SHELL says in whose quoting, and whether
what is offered is described. Other ways are those of Typer's scripts, which evaluate what they are given: they are
offered plain words alone.
"""

import os
from collections.abc import Sequence

from watchlog.cli.completion.line import PARTING, glued, journal_folder, places, takes_value
from watchlog.cli.completion.table import COMMANDS, GLOBAL, Command, command

Offer = tuple[str, str]
"""A word, and what a shell that can describes it with."""

ASKING = ("@terms", "@terms-of-items", "@dramas-or-terms", "@dramas-or-items")
"""What stands for the terms of a query: those of dramas, or of notes and quotes, too; and where dramas are named."""

_DESCRIBING = ("zsh", "fish")


def complete(way: str, arguments: Sequence[str]) -> int:
    """Print what fits the word being typed, in the way that was asked for; gives the exit code.

    A line that no shell hands over, or an answer that nobody takes, ends without a word.
    """
    try:
        return _answer_words(arguments) if way == "words" else _answer_typer(way)
    except (OSError, ValueError):
        return 0


def _answer_words(arguments: Sequence[str]) -> int:
    shell = os.environ.get("_WATCHLOG_SHELL", "")
    words, index = list(arguments[1:]), int(arguments[0]) if arguments else 0
    if shell == "bash":
        from watchlog.cli.completion.quoting import BashLine

        line = BashLine(words, index, os.environ.get("_WATCHLOG_TYPED", ""))
        before, typed, quoted = line.before, line.typed, line.quoted
    else:
        *before, typed = glued(words, index)
        last = [*words, ""][index]
        stem = len(typed) - (0 if last in PARTING else len(last))

        def quoted(word: str) -> str:
            return word[stem:]

    wanted, offers = _fitting(before[1:], typed)
    if offers:
        described = shell in _DESCRIBING
        _print("\n".join(f"{quoted(word)}\t{said}" if described and said else quoted(word) for word, said in offers))
    elif wanted == "@files":
        _print("@files")
    return 0


def _answer_typer(way: str) -> int:
    words, index = _asked_by_typer(way)
    typed = words[index] if index < len(words) else ""
    offered = [word for word, _ in _fitting(words[1:index], typed)[1] if word.startswith(typed) and _is_plain(word)]
    if way == "complete_fish" and os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if offered else 1
    if way == "complete_zsh":
        values = "\n".join(f'"{word}"' for word in offered)
        _print(f"_arguments '*: :(({values}))'" if offered else "_files")
    elif offered:
        _print("\n".join(offered))
    return 0


def _print(answer: str) -> None:
    os.write(1, f"{answer}\n".encode(errors="surrogateescape"))


def _asked_by_typer(way: str) -> tuple[list[str], int]:
    """The words of the line, and the index of the one being typed."""
    if way == "complete_bash":
        return _split(os.environ.get("COMP_WORDS", "")), max(0, int(os.environ.get("COMP_CWORD", "0")))
    line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
    words = _split(line)
    return words, len(words) if line.endswith((" ", "\n")) or not words else len(words) - 1


def _split(line: str) -> list[str]:
    """The words of a line; a quotation that is still open ends with it."""
    if not any(sign in line for sign in "'\"\\"):
        return line.split()
    import shlex

    for end in ("", "'", '"'):
        try:
            return shlex.split(line + end)
        except ValueError:
            continue
    return line.split()


def _fitting(before: Sequence[str], typed: str) -> tuple[str, list[Offer]]:
    """What is wanted after the words `before`, and what of it fits `typed`."""
    name, command = _command(before)
    option, equals, value = typed.partition("=")
    if equals and takes_value(option, command.options):
        wanted = command.options[option] or ""
        return wanted, _beginning(_offers(wanted, before, value), f"{option}=", value)
    wanted = _wanted(name, command, before, typed)
    return wanted, _beginning(_offers(wanted, before, typed), "", typed)


def _beginning(offers: Sequence[Offer], stem: str, typed: str) -> list[Offer]:
    """The offers that begin with what is typed, else with its letters in any case, else after its last comma."""
    exact = [(stem + word, said) for word, said in offers if word.startswith(typed)]
    if found := exact or [(stem + word, said) for word, said in offers if word.lower().startswith(typed.lower())]:
        return found
    earlier, comma, last = typed.rpartition(",")
    return _beginning(offers, f"{stem}{earlier},", last) if comma and not earlier.endswith("\\") else []


def _wanted(name: str, command: Command, before: Sequence[str], typed: str) -> str:
    """The words that fit, or with @ the name of what has to be looked up."""
    if before and takes_value(before[-1], command.options):
        return command.options[before[-1]] or ""
    there = _there(command, before)
    if typed.startswith("-") and not (there in ASKING and typed[1:2] not in ("", "-")):
        return " ".join(option for option in command.options if option.startswith("--"))
    return there if name else " ".join(COMMANDS)


def _there(command: Command, before: Sequence[str]) -> str:
    """What fits the place of the command to which the line has come."""
    place = len(places(before, command.options)) - 1
    if place >= len(command.places):
        return command.places[-1] if command.repeated else ""
    return command.places[place] if place >= 0 else ""


def _command(before: Sequence[str]) -> tuple[str, Command]:
    """The command of the line, if it has come to one, and what is known of it."""
    name = next(iter(places(before, GLOBAL)), "")
    if not name:
        return "", Command((), False, GLOBAL)
    return name, command(name) if name in COMMANDS else Command((), False, {})


def _offers(wanted: str, before: Sequence[str], typed: str) -> list[Offer]:
    """The words that may stand there. `typed` is the beginning of the word itself."""
    if wanted.startswith("@dramas") and (slugs := _slugs(journal_folder(before), typed)):
        return [(slug, "") for slug in slugs]
    if wanted.startswith("@"):
        from watchlog.cli.completion.lookups import look_up

        there = places(before, _command(before)[1].options)[1:]
        return look_up(wanted, there, typed, journal_folder(before))
    return [(word, "") for word in wanted.split()]


def _slugs(journal: str, typed: str) -> list[str]:
    """The slugs that begin with what is typed, without asking what the dramas' files hold."""
    try:
        names = os.listdir(os.path.join(journal, "dramas"))
    except OSError:
        return []
    begun = [name.removesuffix(".json") for name in names if name.startswith(typed) and name.endswith(".json")]
    return sorted(name for name in begun if name[:1].isalnum() and _is_plain(name))


def _is_plain(word: str) -> bool:
    """Whether no shell could see more in it than a word."""
    return word.isascii() and word.replace("-", "").replace("_", "").isalnum()
