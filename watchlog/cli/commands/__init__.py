"""The table of commands: what each is called, where it lives and under which heading it is listed."""

from typing import Literal

from msgspec import Struct


class Place(Struct, frozen=True):
    """A command's module here, which has a function of the same name, and its heading in the help.

    Where it takes a query, `asks` says for what: words, of which one with a hyphen before it is left out, or the names
    of dramas.
    """

    module: str
    heading: str
    asks: Literal["", "words", "dramas"] = ""


_ASKING: dict[str, Literal["words", "dramas"]] = {
    "list": "words",
    "search": "words",
    "stats": "dramas",
    "quotes": "dramas",
    "random": "dramas",
    "export": "dramas",
    "publish": "dramas",
    "view": "words",
    "history": "dramas",
}


def _place(name: str, heading: str) -> Place:
    module = f"{name}_" if name in ("set", "list", "import") else name
    return Place(module, heading, _ASKING.get(name, ""))


COMMANDS = {
    name: _place(name, heading)
    for heading, names in {
        "Capture": "add set status watch unwatch note quote rate cast song scene review",
        "Recall": "show list quotes random search person airing today year stats view",
        "Share": "card article publish export import merge",
        "Keep": "edit remove rename undo redo history backup restore doctor where schema completion help",
    }.items()
    for name in names.split()
}
