"""What it is about, in somebody's words."""

from watchlog.journal.drama.records import Drama
from watchlog.views.typography.marks import covered, marked
from watchlog.views.typography.setting import name, words
from watchlog.views.typography.sheet import Section, Sheet


def synopsis(drama: Drama, sheet: Sheet) -> Section | None:
    given = drama.synopsis
    if given is None or not given.text.strip():
        return None
    if sheet.covers(given):
        return Section("Synopsis", "", [sheet.in_margin(covered("the synopsis", given))])
    source = [sheet.in_margin(name(given.source, "source"))] if given.source else []
    return Section("Synopsis", "", [sheet.in_margin(marked(words(given.text), given.spoiler)), *source])
