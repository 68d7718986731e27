"""JSON as the journal's own files have it: one document, or an array of them."""

from collections.abc import Iterable, Iterator
from textwrap import indent

from watchlog.errors import Damaged, Refused
from watchlog.formats.reading.decoding import as_utf8
from watchlog.formats.reading.elements import elements, is_array
from watchlog.formats.register import Form, Format, Writing
from watchlog.formats.signs import Words
from watchlog.formats.source import Source
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.encoding import from_any, from_bytes, printable, to_bytes
from watchlog.journal.drama.reading import RecordError, validate
from watchlog.journal.drama.records import Document, Drama
from watchlog.journal.keep.rows import Incoming, Refusal, own


def write(dramas: Iterable[Drama], how: Writing) -> Iterator[str]:
    """One drama as its file has it, or several as an array."""
    if how.alone:
        yield from map(_written, dramas)
        return
    nothing = between = "[\n"
    for drama in dramas:
        yield between + indent(_written(drama).rstrip("\n"), "  ")
        between = ",\n"
    yield "[]\n" if between == nothing else "\n]\n"


def _written(drama: Drama) -> str:
    return printable(to_bytes(sparse(drama))).decode()


def read(source: Source) -> Iterable[Incoming]:
    """The dramas in a file, and a refusal for each document that is none. Raises Refused."""
    for document in _documents(as_utf8(source)):
        one = own(_without_figures(document))
        slug = one.document.get("slug")
        name = str(slug or one.document.get("title") or "a drama")
        if not _is_ours(one.document):
            yield Refusal(name, "it is no drama of a journal: most of its fields are not known here")
            continue
        try:
            validate(one.document, slug if isinstance(slug, str) else "")
        except RecordError as error:
            yield Refusal(name, str(error))
        else:
            yield one


def _without_figures(document: Document) -> Document:
    """The document without what `show --json` and `list --json` count and print beside the fields of a drama."""
    progress = document.get("progress")
    if not isinstance(progress, dict) or {*progress} != {"seen", "of"}:
        return document
    return {name: value for name, value in document.items() if name not in ("progress", "rating")}


def _is_ours(document: Document) -> bool:
    """Whether it can be a drama's document: a stranger's with a title that is here would be merged into that one."""
    known = document.keys() & {*Drama.__struct_encode_fields__}
    return "slug" in document or 2 * len(known) > len(document)


def _documents(source: Source) -> Iterator[Document]:
    """The documents in a file, each read as strictly as a file of the journal. Raises Refused."""
    if not is_array(source.beginning):
        yield _read(source.content, source.name)
        return
    try:
        with source.open() as stream:
            for element in elements(stream):
                yield from_any(element, source.name)  # in an array, none is set as a file of its own
    except (Damaged, ValueError) as error:
        _read(b'{"dramas": ' + source.content.removeprefix(b"\xef\xbb\xbf") + b"}", source.name)  # it says where
        reason = "every element of the array must be a drama's document" if isinstance(error, Damaged) else str(error)
        raise Refused(f"{source.name}: {reason}. Nothing was imported.") from None


def _read(content: bytes, name: str) -> Document:
    """Raises Refused: it is no file of the journal."""
    try:
        return from_bytes(content, name)
    except Damaged as error:
        raise Refused(f"{str(error).partition(chr(10))[0]} Nothing was imported.") from None


FORMAT = Format(
    name="json",
    title="watchlog's JSON",
    endings=(".json",),
    forms=(
        Form(
            title="dramas as their files have them",
            got="watchlog export --format json",
            signs=(Words(r"\A\s*[\[{]", "JSON that is no other source's"),),
            read=read,
            last=True,
        ),
    ),
    write=write,
)
