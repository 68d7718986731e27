"""The cast: who plays whom, and what I made of it."""

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.records import CastMember, Drama
from watchlog.views.sections.standing import noted
from watchlog.views.typography.marks import covered, numbers, scored, warning
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Item, Section, Sheet, entries

_WIDEST_NAMES = 30


def cast(drama: Drama, sheet: Sheet) -> Section | None:
    members = drama.players
    if not members:
        return None
    with_notes = any(member.note for member in members)
    if sheet.narrow or max(_width(member, sheet) for member in members) > _WIDEST_NAMES:
        items = [_note_below(drama, member, sheet) for member in members]
    elif with_notes:
        items = [_note_beside(drama, member, sheet) for member in members]
    else:
        items = [_part_beside(drama, member, sheet) for member in members]
    return Section("Cast", str(len(members)), entries(items, sheet, airy=with_notes, ids=numbers(members)))


def _note_beside(drama: Drama, member: CastMember, sheet: Sheet) -> Item:
    return Text("\n").join(_names(member, sheet)), Group(*_said(drama, member, sheet)), ""


def _note_below(drama: Drama, member: CastMember, sheet: Sheet) -> Item:
    return Text(), Group(*_names(member, sheet), *_said(drama, member, sheet)), ""


def _part_beside(drama: Drama, member: CastMember, sheet: Sheet) -> Item:
    actor, *part = _names(member, sheet)
    return actor, Group(*part, *_said(drama, member, sheet)), ""


def _said(drama: Drama, member: CastMember, sheet: Sheet) -> list[RenderableType]:
    """What I wrote of them, and where else they play."""
    if sheet.covers(member):
        return []
    note = [noted(drama, member.note, sheet)] if member.note else []
    others = sheet.also_in.get(member.id)
    return [*note, Text.assemble(("also in ", "quiet"), scored(others))] if others else note


def _names(member: CastMember, sheet: Sheet) -> list[Text]:
    """The actor; the character and the role, if they are known. One line, if it is all a spoiler."""
    if sheet.covers(member):
        return [covered("somebody", member)]
    character = name(member.character, "character")
    played = Text.assemble(("as ", "quiet"), character) if character else ""
    part = joined([played, member.role or "", warning(member.spoiler)])
    return [name(member.actor, "name"), *([part] if part else [])]


def _width(member: CastMember, sheet: Sheet) -> int:
    return max(line.cell_len for line in _names(member, sheet))
