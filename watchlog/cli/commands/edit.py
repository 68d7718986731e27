"""watchlog edit."""

from collections.abc import Callable, Mapping
from typing import Annotated
from zlib import crc32

import typer

from watchlog.cli.output import report, say
from watchlog.cli.reading.arguments import AsJson, DramaName, Offers
from watchlog.cli.reading.correcting import OPTIONS, corrections, is_corrected, options_of
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.editor import Draft, rewritten
from watchlog.cli.reading.options import Typed, takes
from watchlog.cli.reading.values import read_number
from watchlog.cli.references import tell_leading_nowhere
from watchlog.cli.session import session
from watchlog.errors import Refused, WatchlogError, WrongUsage
from watchlog.formats import markdown
from watchlog.journal.drama.amounts import first_of
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.encoding import to_bytes
from watchlog.journal.drama.items import correct_item, find_item, put_in_place
from watchlog.journal.drama.records import Document, Drama, kind_of
from watchlog.journal.drama.rounds import check_episode
from watchlog.journal.keep.editing import merged_edit
from watchlog.journal.keep.merging.marks import settle_versions
from watchlog.journal.keep.merging.saying import told_line

_NAMED = 9
"""How many of the items that were taken out are named."""


@takes(OPTIONS, heading="Correcting one item without an editor")
def edit(
    drama: DramaName = None,
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only this item."), Offers("@ids")] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Rewrite a drama, or one item of it, as Markdown in your editor. With options, correct the item at once.

    An option that is given nothing forgets what the item says there.

    watchlog edit run-on
    watchlog edit run-on 7
    watchlog edit run-on 7 --text "The umbrella, again." --on yesterday
    watchlog edit run-on 7 --text "The umbrella." --rating ""
    """
    wanted = None if id is None else read_number(id, "an id")
    if wanted is None and is_corrected(typed):
        raise WrongUsage("Which item? Name its id: watchlog edit DRAMA ID --text TEXT")
    slug = named_slug(drama)
    if wanted is not None and is_corrected(typed):
        summary, corrected = _correct(slug, wanted, typed)
        report(summary, corrected, as_json=as_json)
        tell_leading_nowhere(corrected, {wanted})
        return
    document = session.journal.document(slug)
    current = session.journal.storage.read(document, slug)
    text, read = _form(current, wanted)
    if not session.asks:
        how = "watchlog export, then watchlog import"
        if wanted is not None:
            how = f"watchlog edit {slug} {wanted} {options_of(find_item(current, wanted)[0])}"
        raise Refused(f"Nobody is there to edit.\nFrom a script: {how}")
    name = f"{slug}.{'edit' if wanted is None else wanted}-{_digest(document)}"
    draft = Draft(name, markdown.with_foot(text, current))
    changed = rewritten(draft, lambda written: read(markdown.without_foot(written)))
    if changed is None and _is_merged(current, wanted):
        changed = current
    if changed is None:
        say("\n".join(filter(None, ("Nothing was changed.", draft.hint))))
        return
    try:
        with session.journal.change(f"edit {slug}") as change:
            now = session.journal.document(slug)
            merged = merged_edit({"slug": slug, **document}, sparse(changed), {"slug": slug, **now})
            changed = session.journal.storage.read(merged.document, slug, rules=False)
            settle_versions(changed, {"slug": slug, **document}, [] if wanted is None else [wanted])
            change.put(changed)
            change.summary = f"Edited {changed.title}.{_removed(current, changed)}"
    except WatchlogError as error:
        raise type(error)(f"{error}\n{draft.keep()}") from None
    draft.done()
    for told in merged.told:
        say(told_line(told))
    report(change.summary, changed, as_json=as_json)
    tell_leading_nowhere(changed)


def _removed(before: Drama, after: Drama) -> str:
    """What the person took out, which a slip of the hand can do."""
    kept_ids = {item.id for item in after.items()}
    gone = [f"{kind_of(item)} {item.id}" for item in before.items() if item.id not in kept_ids]
    return f" Removed: {first_of(gone, _NAMED)}." if gone else ""


def _is_merged(drama: Drama, wanted: int | None) -> bool:
    """Whether a merge kept two versions of the item: looked at and saved, it is dealt with."""
    return wanted is not None and find_item(drama, wanted)[1].merged


def _correct(slug: str, wanted: int, typed: Mapping[str, Typed]) -> tuple[str, Drama]:
    kind, item = find_item(session.journal.drama(slug), wanted)
    told = corrections(kind, typed)
    needs_words = kind != "note" or told.get("rating", getattr(item, "rating", None)) is None
    words = told.get("text", getattr(item, "text", "as it is") if "rating" in told else "as it is")
    if needs_words and not str(words).strip():
        raise WrongUsage(f"A {kind} has no words: nothing was changed.\nRemove it: watchlog remove {slug} {wanted}")
    with session.journal.change(f"edit {slug}") as change:
        changed = change.open(slug)
        before = sparse(changed)
        named = correct_item(changed, wanted, told)
        if isinstance(episode := told.get("episode"), int):
            check_episode(changed, episode)
        settle_versions(changed, before, [wanted])
        change.summary = f"Corrected {named} of {changed.title}."
    same = f"{named[:1].upper()}{named[1:]} of {changed.title} says that already: nothing was changed."
    return (same if sparse(changed) == before else change.summary), changed


def _digest(document: Document) -> str:
    """What a draft is named by: one made from another state of the drama is not gone on with."""
    return f"{crc32(to_bytes(document)):08x}"


def _form(current: Drama, wanted: int | None) -> tuple[str, Callable[[str], Drama]]:
    """The Markdown to write on, and what makes the changed drama of it."""
    if wanted is None:
        text = markdown.write(current)
        if sparse(_kept(markdown.read(text), current)) != sparse(current):
            raise Refused(
                f"{current.title} holds something that its Markdown does not bring back, so it is not opened whole.\n"
                f"Edit one item of it: watchlog edit {current.slug} ID"
            )
        return text, lambda text: _kept(markdown.read(text), current)
    kind, item = find_item(current, wanted)
    return markdown.write_item(current, item), lambda text: put_in_place(current, markdown.read_item(text, kind, item))


def _kept(changed: Drama, current: Drama) -> Drama:
    """The drama as it was written anew; what only the program knows cannot be lost on the way."""
    if changed.slug not in ("", current.slug):
        raise Refused(f"To give it another slug: watchlog rename {current.slug} {changed.slug}")
    changed.slug = current.slug
    changed.added = changed.added or current.added
    changed.next_id = max(changed.next_id, current.next_id)
    return changed
