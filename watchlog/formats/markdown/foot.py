"""The foot of a draft: what its texts can refer to, for somebody who writes one; it is no part of the drama."""

import re

from watchlog.journal.drama.items import beginning
from watchlog.journal.drama.records import Drama, Note, kind_of
from watchlog.journal.drama.spoilers import reveals

_HEAD = "<!-- [[…]] in a review, note, scene or cast entry refers to: -->"
_LINE = r"^<!-- \[\[(?:…|[0-9]+)\]\] .*?-->[ \t]*$"
_FOOT = re.compile(rf"\n*{_LINE}(?:\n+{_LINE})*\n*", re.MULTILINE | re.DOTALL)


def with_foot(text: str, drama: Drama) -> str:
    """The draft, and below it the numbers of the drama's items with their first words; nothing where there are none."""
    lines = []
    for item in sorted(drama.items(), key=lambda item: item.id):
        words = "covered" if reveals(item) else beginning(item).replace("-->", "–>")
        lines.append(f"<!-- [[{item.id}]] {kind_of(item)}{',' if isinstance(item, Note) else ':'} {words} -->")
    return "\n".join([text.rstrip("\n"), "", _HEAD, *lines, ""]) if lines else text


def without_foot(text: str) -> str:
    """The draft without it, also where something was written below."""
    return _FOOT.sub("\n\n", text)
