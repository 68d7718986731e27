"""What TAB offers, found out before anything large is imported: it must feel instant.

Only slugs, numbers and plain ASCII words are ever offered. A shell evaluates what it is given, and a title may
hold anything. The asking is Typer's: $_WATCHLOG_COMPLETE names the shell. Our own scripts ask with `words`,
and hand over the words of the line as arguments: the index of the one to complete, then all of them.
"""

import os
from collections.abc import Sequence

from watchlog.cli.completion.line import journal_folder, places, takes_value
from watchlog.cli.completion.table import COMMANDS, GLOBAL, Command


def complete(shell: str, arguments: Sequence[str]) -> int:
    """Print what fits the word being typed, in the way `shell` wants it; gives the exit code."""
    words, index = _asked(shell, arguments)
    typed = words[index] if index < len(words) else ""
    before = words[1:index]
    wanted = _wanted(before, typed)
    offered = [word for word in _offers(wanted, before, typed) if word.startswith(typed) and _is_plain(word)]
    if shell == "complete_fish" and os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if offered else 1
    if shell == "complete_zsh":
        values = "\n".join(f'"{word}"' for word in offered)
        _print(f"_arguments '*: :(({values}))'" if offered else "_files")
    elif offered:
        _print("\n".join(offered))
    elif shell == "words" and wanted == "@files":
        _print("@files")
    return 0


def _print(answer: str) -> None:
    os.write(1, f"{answer}\n".encode())


def _asked(shell: str, arguments: Sequence[str]) -> tuple[list[str], int]:
    """The words of the line, and the index of the one being typed."""
    if shell == "words":
        return list(arguments[1:]), int(arguments[0])
    if shell == "complete_bash":
        return _split(os.environ.get("COMP_WORDS", "")), int(os.environ.get("COMP_CWORD", "0"))
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


def _wanted(before: Sequence[str], typed: str) -> str:
    """The words that fit, or with @ the name of what has to be looked up."""
    name, command = _command(before)
    if before and takes_value(before[-1], command.options):
        return command.options[before[-1]] or ""
    if typed.startswith("-"):
        return " ".join(option for option in command.options if option.startswith("--"))
    if not name:
        return " ".join(COMMANDS)
    place = len(places(before, command.options)) - 1
    if place < len(command.places):
        return command.places[place]
    return command.places[-1] if command.repeated else ""


def _command(before: Sequence[str]) -> tuple[str, Command]:
    """The command of the line, if it has come to one, and what is known of it."""
    name = next(iter(places(before, GLOBAL)), "")
    if not name:
        return "", Command((), False, GLOBAL)
    return name, COMMANDS.get(name, Command((), False, {}))


def _offers(wanted: str, before: Sequence[str], typed: str) -> list[str]:
    """The words that may stand there. `typed` is the beginning of the word itself."""
    if wanted == "@dramas":
        return _slugs(journal_folder(before), typed)
    if wanted.startswith("@"):
        from watchlog.cli.completion.lookups import look_up

        return look_up(wanted, places(before, _command(before)[1].options)[1:], journal_folder(before))
    return wanted.split()


def _slugs(journal: str, typed: str) -> list[str]:
    """The slugs that begin with what is typed, without asking what the dramas' files hold."""
    try:
        names = os.listdir(os.path.join(journal, "dramas"))
    except OSError:
        return []
    begun = [name.removesuffix(".json") for name in names if name.startswith(typed) and name.endswith(".json")]
    return sorted(name for name in begun if name[:1].isalnum())


def _is_plain(word: str) -> bool:
    """Whether no shell could see more in it than a word."""
    return word.isascii() and word.replace("-", "").replace("_", "").isalnum()
