"""Quotes found again: all of them, some of them, or one by chance."""

import random
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Raw, Struct
from msgspec import msgpack

from watchlog.errors import Damaged, NotFound
from watchlog.journal.catalogue import Catalogue
from watchlog.journal.journal import Journal
from watchlog.journal.matching import findable
from watchlog.journal.records import Document, Drama, Line, Quote, whole
from watchlog.journal.texts import folded, title_key


class Quoted(Struct, array_like=True):
    """A drama and quotes of it. They stay packed until they are wanted."""

    slug: str
    title: str
    native_title: str | None
    sorted_as: str
    count: int
    packed: Raw
    """A list of whole documents"""

    @property
    def quotes(self) -> list[Quote]:
        return msgpack.decode(self.packed, type=list[Quote])

    @property
    def documents(self) -> list[Document]:
        """The quotes as `quotes --json` prints them."""
        documents: list[Document] = msgpack.decode(self.packed)
        return [{"drama": self.slug, "title": self.title} | document for document in documents]

    def only(self, kept: Sequence[bool]) -> "Quoted":
        """Those of the quotes that are kept."""
        documents = msgpack.decode(self.packed, type=list[Raw])
        chosen = [document for document, keep in zip(documents, kept, strict=True) if keep]
        return Quoted(self.slug, self.title, self.native_title, self.sorted_as, len(chosen), Raw(msgpack.encode(chosen)))


def quoted(drama: Drama, quotes: Sequence[Quote] | None = None) -> Quoted:
    """The drama and its quotes, or those given."""
    chosen = [whole(quote) for quote in (drama.quotes if quotes is None else quotes)]
    packed = Raw(msgpack.encode(chosen))
    return Quoted(drama.slug, drama.title, drama.native_title, title_key(drama.title), len(chosen), packed)


def all_quoted(catalogue: Catalogue) -> list[Quoted]:
    """Every drama that has quotes, by title."""
    found = [one for one in catalogue.digests("quotes", Quoted, quoted) if one.count]
    return sorted(found, key=lambda one: (one.sorted_as, one.slug))


def select(dramas: Iterable[Quoted], *, speaker: str = "", words: Sequence[str] = ()) -> list[Quoted]:
    """The quotes in which somebody of that name speaks, and that have all the words."""
    said_by = folded(speaker)
    if not said_by and not words:
        return list(dramas)
    selected = (one.only([_fits(quote, said_by, words) for quote in one.quotes]) for one in dramas)
    return [one for one in selected if one.count]


def _fits(quote: Quote, speaker: str, words: Sequence[str]) -> bool:
    if speaker and not any(speaker in folded(line.speaker or "") for line in quote.lines):
        return False
    text = findable("\n".join(said(quote))) if words else ""
    return all(word in text for word in words)


def first(dramas: Iterable[Quoted], most: int) -> Iterator[Quoted]:
    """The first quotes, in the order of the dramas."""
    for one in dramas:
        if most <= 0:
            return
        yield one.only([number < most for number in range(one.count)])
        most -= one.count


def spoken(line: Line) -> str:
    """What is said, after who says it."""
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def said(quote: Quote) -> Iterator[str]:
    """All words of a quote: what each line says, what it says in its own language, and my note."""
    for line in quote.lines:
        yield spoken(line)
        if line.original:
            yield line.original
    if quote.note:
        yield quote.note


def by_chance(journal: Journal, slugs: Sequence[str]) -> tuple[Drama, Quote] | None:
    """A quote that gives nothing away, from one of the dramas. No more of them are opened than must be."""
    for slug in random.sample(slugs, len(slugs)):
        try:
            drama = journal.drama(slug)
        except NotFound:  # removed by hand since it was listed
            continue
        except Damaged as error:
            journal.notice(str(error).partition("\n")[0])
            continue
        if quotes := [quote for quote in drama.quotes if quote.spoiler == "none"]:
            return drama, random.choice(quotes)
    return None
