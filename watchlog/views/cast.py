"""The cast: who plays whom, and what I made of it."""

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.records import CastMember, Drama
from watchlog.views.setting import joined, name, words
from watchlog.views.sheet import Section, Sheet, grid

_WIDEST_NAMES = 30


def cast(drama: Drama, sheet: Sheet) -> Section | None:
    members = drama.cast
    if not members:
        return None
    body: RenderableType
    if sheet.narrow:
        body = _under_one_another(members, sheet)
    elif any(member.note for member in members):
        body = _side_by_side(members, sheet)
    else:
        body = _names_only(members, sheet)
    return Section("Cast", str(len(members)), [body])


def _side_by_side(members: list[CastMember], sheet: Sheet) -> RenderableType:
    names = [_names(member) for member in members]
    widest = min(max(line.cell_len for text in names for line in text.split()), _WIDEST_NAMES)
    table = grid(sheet.margin - 2, widest, sheet.measure - widest - 2)
    for member, text in zip(members, names, strict=True):
        if table.row_count:
            table.add_row()
        table.add_row(sheet.number(member.id), text, words(member.note or ""))
    return table


def _under_one_another(members: list[CastMember], sheet: Sheet) -> RenderableType:
    table = grid(sheet.margin - 2, sheet.measure)
    for member in members:
        if table.row_count and any(one.note for one in members):
            table.add_row()
        below = [words(member.note)] if member.note else []
        table.add_row(sheet.number(member.id), Text("\n").join([_names(member), *below]))
    return table


def _names_only(members: list[CastMember], sheet: Sheet) -> RenderableType:
    actors = [name(member.actor, "name") for member in members]
    widest = min(max(actor.cell_len for actor in actors), _WIDEST_NAMES)
    table = grid(sheet.margin - 2, widest, sheet.measure - widest - 2)
    for member, actor in zip(members, actors, strict=True):
        table.add_row(sheet.number(member.id), actor, _part(member))
    return table


def _names(member: CastMember) -> Text:
    part = _part(member)
    actor = name(member.actor, "name")
    return Text("\n").join([actor, part]) if part else actor


def _part(member: CastMember) -> Text:
    character = name(member.character, "character")
    played = Text.assemble(("as ", "character"), character) if character else Text()
    return joined([played, member.role or ""])
