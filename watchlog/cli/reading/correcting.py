"""The options by which `edit` corrects one item: those of the command that makes it, and its places by their names."""

from collections.abc import Mapping

from msgspec.structs import replace

from watchlog.cli.reading.dramas import is_whole
from watchlog.cli.reading.options import Typed, given, is_nothing
from watchlog.errors import WrongUsage
from watchlog.journal.drama.facts import Told
from watchlog.journal.drama.fields import ITEM_FIELDS, ITEM_PLACES, Field

_NEEDED = ("text", "actor", "title")


def _by_option(field: Field) -> Field:
    """The field, named by its option: fields that kinds of items call differently can share one."""
    return replace(field, name=f"new_{field.option}")


_OF_KIND = {kind: (*ITEM_PLACES[kind], *ITEM_FIELDS[kind]) for kind in ITEM_FIELDS}
OPTIONS = list({field.option: _by_option(field) for fields in reversed(_OF_KIND.values()) for field in fields}.values())
"""Each option once, whatever kinds have it."""


def is_corrected(typed: Mapping[str, Typed]) -> bool:
    """Whether anything was typed for an option."""
    return any(words not in (None, []) for words in typed.values())


def options_of(kind: str) -> str:
    """The options that correct an item of that kind."""
    return " ".join(f"--{field.option}" for field in _OF_KIND[kind])


def corrections(kind: str, typed: Mapping[str, Typed]) -> Told:
    """What was typed of an item of that kind; what is typed as nothing is forgotten.

    Raises WrongUsage for an option that its kind has not.
    """
    fields = {_by_option(field).name: field for field in _OF_KIND[kind]}
    told: Told = {}
    for name, words in typed.items():
        if words in (None, []):
            continue
        if name not in fields:
            raise WrongUsage(f"A {kind} has no --{name.removeprefix('new_')}.\nIt has: {options_of(kind)}")
        field = fields[name]
        if kind == "note" and field.name == "episode" and is_whole(str(words)):
            told[field.name] = None
        elif is_nothing(words) and field.name not in _NEEDED:
            told[field.name] = [] if field.many else None
        else:
            told |= given([field], {field.name: words})
    return told
