"""Which documents are of one drama, and what names a document."""

import pytest
from hypothesis import given

from tests.journal.keep.editing import Script, done, new_drama, scripts
from tests.journal.keep.merge_table import ONE_DRAMA, A, drama, note
from watchlog.journal.drama.records import Document, Json
from watchlog.journal.keep.merging import digest, same_drama


@pytest.mark.parametrize(
    ("one", "other", "expected"), [case[1:] for case in ONE_DRAMA], ids=[case[0] for case in ONE_DRAMA]
)
def test_one_drama(one: Document, other: Document, expected: bool) -> None:
    assert same_drama(one, other) is expected
    assert same_drama(other, one) is expected


def test_a_title_without_letters_is_itself() -> None:
    assert same_drama(drama(title="♥"), drama(uid="x", title="♥"))
    assert not same_drama(drama(title="♥"), drama(uid="x", title="♠"))


def test_a_digest_is_of_what_the_document_holds() -> None:
    one = drama(notes=[note(1, A, "one", rating=7.0)], novel=None)
    assert digest(one) == digest(dict(reversed(one.items())))
    assert digest(one) == digest(one | {"country": None, "genres": [], "aired": {}, "synopsis": {"text": ""}})
    assert digest(one) == digest(drama(notes=[note(1, A, "one", rating=7, spoiler="none", tags=[])], novel=None))
    assert digest({"title": "a", "notes": [{"id": 3}]}) == digest(
        {"title": "a", "type": "drama", "status": "plan-to-watch", "notes": [{"id": 3}], "next_id": 4}
    )


def test_a_digest_tells_documents_apart() -> None:
    one = drama(notes=[note(1, A, "one")], novel=None)
    others: list[Document] = [
        drama(notes=[note(1, A, "one")]),
        drama(notes=[note(1, A, "one\u00a0")], novel=None),
        drama(notes=[note(1, A, "one", spoiler="minor")], novel=None),
        drama(notes=[note(2, A, "one")], novel=None),
        drama(notes=[note(1, A, "one")], novel=None, next_id=9),
    ]
    assert len({digest(document) for document in [one, *others]}) == 6
    assert len(digest(one)) == 64


@given(scripts(12))
def test_the_order_of_fields_is_none(script: Script) -> None:
    document = done(new_drama(), script)
    assert digest(document) == digest(dict(_reversed(document).items()))


def _reversed(record: Document) -> Document:
    def turned(value: Json) -> Json:
        if isinstance(value, list):
            return [turned(one) for one in value]
        return _reversed(value) if isinstance(value, dict) else value

    return {name: turned(value) for name, value in reversed(record.items())}
