"""The table of commands: what each is called, where it lives and under which heading it is listed."""

from msgspec import Struct


class Place(Struct, frozen=True):
    """A command's module in `watchlog.cli`, the function there, and its heading in the help."""

    module: str
    function: str
    heading: str


def _place(name: str, heading: str) -> Place:
    module = f"{name}_" if name in ("set", "list", "import") else name
    return Place(module, module, heading)


COMMANDS = {
    name: _place(name, heading)
    for heading, names in {
        "Capture": "add set status watch unwatch note quote rate cast song scene review",
        "Recall": "show list quotes random search person airing stats",
        "Keep": "edit remove rename undo redo history export import backup restore doctor where schema completion help",
    }.items()
    for name in names.split()
}
