"""The review as it stands now, and what it was before."""

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.records import Drama, Review
from watchlog.views.sections.standing import text_of
from watchlog.views.typography.dates import in_full
from watchlog.views.typography.marks import covered, numbers
from watchlog.views.typography.prose import beginning
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Item, Section, Sheet, entries


def reviews(drama: Drama, sheet: Sheet) -> Section | None:
    """The newest review in full, the earlier ones after it: their beginnings, or all if the section was asked for."""
    if not drama.reviews:
        return None
    newest, *earlier = reversed(drama.reviews)
    shortened = False
    items: list[Item] = [(Text(), _set(drama, newest, sheet, newest.text), "")]
    for review in earlier:
        text = review.text if sheet.whole else beginning(review.text)
        shortened = shortened or (text != review.text and not sheet.covers(review))
        items.append((Text(), Group(_about(review), _set(drama, review, sheet, text)), ""))
    body = entries(items, sheet, airy=True, ids=numbers(reversed(drama.reviews)))
    if shortened:
        body += [Text(), sheet.in_margin(Text(f"In full: watchlog show {drama.slug} reviews", "quiet"))]
    return Section("Review", _about(newest), body)


def _about(review: Review) -> Text:
    """When it was written, how far into the drama, and whether it gives something away."""
    return joined(
        [
            in_full(review.on) if review.on else "",
            joined(["by ", name(review.by, "quiet")], "") if review.by else "",
            f"after {counted(review.episodes_seen, 'episode')}" if review.episodes_seen else "",
            Text(f"{review.spoiler} spoilers", "spoiler") if review.spoiler != "none" else "",
        ]
    )


def _set(drama: Drama, review: Review, sheet: Sheet, text: str) -> RenderableType:
    if sheet.covers(review):
        return covered("a review", review)
    parts: list[RenderableType] = []
    for part in (
        name(review.headline, "name") if review.headline else None,
        text_of(drama, review.opening, sheet, markdown=True) if review.opening else None,
        text_of(drama, text, sheet, markdown=True) if text.strip() else None,
        name(review.verdict, "score") if review.verdict else None,
        text_of(drama, review.closing, sheet, markdown=True) if review.closing else None,
        name(f"Edited by {', '.join(review.editors)}", "quiet") if review.editors else None,
    ):
        if part is not None:
            parts += [Text(), part] if parts else [part]
    return Group(*parts)
