"""What TAB offers, found out before anything large is imported: it must feel instant.

Only slugs, numbers and plain ASCII words are ever offered. A shell evaluates what it is given, and a title may
hold anything. The asking is Typer's: $_WATCHLOG_COMPLETE names the shell. Our own scripts ask with `words`,
and hand over the words of the line as arguments: the index of the one to complete, then all of them.
"""

import os
from collections.abc import Sequence

FLAGS = frozenset(
    [
        "--json",
        "--csv",
        "--again",
        "--yes",
        "-y",
        "--spoilers",
        "--dry-run",
        "--fix",
        "--unrated",
        "--airing",
        "--exactly",
        "--reverse",
        "--no-spoilers",
        "--sample",
        "--no-input",
        "--version",
        "-h",
        "--help",
    ]
)
"""The options without a value, beside those that begin with --no-."""

CHOICES = {
    "--status": "watching completed plan-to-watch on-hold dropped not-interested",
    "--type": "drama movie tv-show special",
    "--role": "main support guest",
    "--spoiler": "none minor major",
    "--airing-day": "monday tuesday wednesday thursday friday saturday sunday",
    "--sort": "title rating year watched added progress",
    "--format": "markdown json csv html",
    "--from": "markdown json",
    "--what": "dramas notes quotes",
    "--on": "today yesterday",
    "--journal": "@files",
    "-o": "@files",
    "--output": "@files",
    "--svg": "@files",
    "--genre": "@genres",
    "--tag": "@tags",
    "--untag": "@tags",
}
"""What the value of an option may be; @ marks what has to be looked up."""

SECTIONS = "facts synopsis cast songs episodes quotes scenes reviews ratings"
PLACES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ["set", "rate", "quote", "cast", "song", "scene", "review", "rename", "history", "quotes", "random", "export"],
        ("@dramas",),
    ),
    **dict.fromkeys(["import", "backup", "restore"], ("@files",)),
    "status": ("@dramas", CHOICES["--status"]),
    "note": ("@dramas", "@episodes"),
    "watch": ("@dramas", "@unseen"),
    "unwatch": ("@dramas", "@seen"),
    "show": ("@dramas", SECTIONS),
    "edit": ("@dramas", "@ids"),
    "remove": ("@dramas", "@ids"),
    "completion": ("bash zsh fish",),
}
"""What stands at each place behind a command."""

REPEATED = frozenset({"show", "remove", "export"})
"""The commands whose last place may be filled again and again."""


def complete(shell: str, arguments: Sequence[str]) -> int:
    """Print what fits the word being typed, in the way `shell` wants it; gives the exit code."""
    words, index = _asked(shell, arguments)
    typed = words[index] if index < len(words) else ""
    offered = [word for word in offers(words[1:index], typed) if word.startswith(typed) and _is_plain(word)]
    if shell == "complete_fish" and os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if offered else 1
    if shell == "complete_zsh":
        values = "\n".join(f'"{word}"' for word in offered)
        print(f"_arguments '*: :(({values}))'" if offered else "_files")
    elif offered:
        print("\n".join(offered))
    elif shell == "words" and _wanted(words[1:index], typed) == "@files":
        print("@files")
    return 0


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


def offers(before: Sequence[str], typed: str) -> list[str]:
    """The words that may stand behind those before it. `typed` is the beginning of the word itself."""
    wanted = _wanted(before, typed)
    if wanted == "@dramas":
        return slugs(journal_folder(before), typed)
    if wanted.startswith("@"):
        from watchlog.cli.lookups import look_up

        return look_up(wanted, before)
    return wanted.split()


def _wanted(before: Sequence[str], typed: str) -> str:
    """The words that fit, or with @ the name of what has to be looked up."""
    if before and takes_value(before[-1]):
        return CHOICES.get(before[-1], "")
    if typed.startswith("-"):
        return "@options"
    command, *places = positional(before) or [""]
    if not command:
        from watchlog.cli.commands import COMMANDS

        return " ".join(COMMANDS)
    kinds = PLACES.get(command, ())
    if len(places) < len(kinds):
        return kinds[len(places)]
    return kinds[-1] if command in REPEATED else ""


def positional(words: Sequence[str]) -> list[str]:
    """The words that are neither options nor their values: the command first."""
    found = []
    is_value = False
    for word in words:
        if not is_value and not (word.startswith("-") and word != "-"):
            found.append(word)
        is_value = not is_value and takes_value(word)
    return found


def takes_value(word: str) -> bool:
    """Whether the next word is the value of this one."""
    return word.startswith("-") and word not in FLAGS | {"-", "--"} and "=" not in word and not word.startswith("--no-")


def journal_folder(words: Sequence[str]) -> str:
    """The folder of the journal that the line means."""
    if "--sample" in words:
        return os.path.join(os.path.dirname(os.path.dirname(__file__)), "sample")
    for index, word in enumerate(words):
        if word.startswith("--journal="):
            return os.path.expanduser(word.partition("=")[2])
        if word == "--journal" and index + 1 < len(words):
            return os.path.expanduser(words[index + 1])
    if given := os.environ.get("WATCHLOG_JOURNAL"):
        return os.path.expanduser(given)
    import platformdirs

    return platformdirs.user_data_dir("watchlog", appauthor=False)


def slugs(journal: str, typed: str) -> list[str]:
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
