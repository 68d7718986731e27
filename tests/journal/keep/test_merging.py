"""The merge held to its promises, over whole dramas and what people do to them on several machines."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from tests.journal.keep.editing import Script, done, new_drama, scripts, without_uids
from tests.journal.keep.judging import astray, content, faults, missing
from tests.journal.keep.machines import BASES, Machines, Step, steps
from tests.trying import examples
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import records, with_uids
from watchlog.journal.keep.merging import merge
from watchlog.journal.keep.merging.recognising import recognised

Threes = tuple[Document, Document, Document]
some = examples(80)


@st.composite
def threes(draw: st.DrawFn) -> Threes:
    """A drama, and what became of it on two machines; it may come of a merge itself."""
    base = done(new_drama(), draw(scripts(8)), "0")
    if draw(st.booleans()):
        base = merged(base, done(base, draw(scripts(4)), "1"), done(base, draw(scripts(4)), "2"))
    return base, done(base, draw(scripts(6)), "a"), done(base, draw(scripts(6)), "b")


def to_bytes(document: Document) -> bytes:
    """The document as a file, in the order it stands in."""
    return json.encode(document)


def merged(base: Document | None, ours: Document, theirs: Document) -> Document:
    result = merge(base, ours, theirs).document
    assert list(faults(result)) == []
    return result


@some
@given(threes())
def test_equal_sides_are_the_result_whatever_the_base(three: Threes) -> None:
    base, ours, theirs = three
    for before in (None, base, theirs, ours):
        assert merged(before, ours, ours) == ours


@some
@given(threes())
def test_what_one_side_did_stands(three: Threes) -> None:
    base, ours, _ = three
    assert merged(base, ours, base) == ours
    assert content(merged(base, base, ours)) == content(ours)


@some
@given(threes(), st.booleans())
def test_which_side_is_ours_decides_the_order_alone(three: Threes, has_base: bool) -> None:
    base, ours, theirs = three if has_base else (None, *three[1:])
    assert content(merged(base, ours, theirs)) == content(merged(base, theirs, ours))


@some
@given(threes(), st.booleans())
def test_merging_again_changes_nothing(three: Threes, has_base: bool) -> None:
    base, ours, theirs = three if has_base else (None, *three[1:])
    result = merged(base, ours, theirs)
    for before, side in ((base, ours), (base, theirs), (ours, ours), (theirs, theirs), (base, result)):
        assert to_bytes(merged(before, result, side)) == to_bytes(result)
    assert content(merged(base, ours, result)) == content(result)


@some
@given(threes(), st.booleans())
def test_nothing_is_missing(three: Threes, has_base: bool) -> None:
    base, ours, theirs = three if has_base else (None, *three[1:])
    result = merge(base, ours, theirs)
    for side, other in ((ours, theirs), (theirs, ours)):
        assert list(missing(result, base, side, other)) == []


@some
@given(threes(), st.booleans())
def test_references_lead_where_they_led(three: Threes, has_base: bool) -> None:
    base, ours, theirs = three if has_base else (None, *three[1:])
    result = merged(base, ours, theirs)
    for side in (ours, theirs):
        assert list(astray(result, base, side)) == []


@some
@given(threes())
def test_an_earlier_base_brings_back_each_thing_once(three: Threes) -> None:
    base, ours, theirs = three
    result = merged(base, ours, theirs)
    again = merged(None, result, ours)
    assert merged(None, again, ours) == again
    assert merged(None, again, theirs) == merged(None, merged(None, again, theirs), theirs)


@some
@given(
    st.integers(2, 3).flatmap(lambda count: st.tuples(st.just(count), steps(count))), scripts(6), st.sampled_from(BASES)
)
def test_machines_come_to_one_content(plan: tuple[int, list[Step]], first: Script, base: str) -> None:
    count, work = plan
    machines = Machines.sharing(done(new_drama(), first, "0"), count)
    machines.do(work)
    settle(machines, base)


@some
@given(steps(2), scripts(6), scripts(6), st.sampled_from(BASES))
def test_machines_that_each_added_the_drama_come_to_one_content(
    work: list[Step], first: Script, second: Script, base: str
) -> None:
    later = new_drama("runonbbb", "2021-01-02T08:00:00+09:00")
    machines = Machines([done(new_drama(), first, "0"), done(later, second, "1")])
    machines.do(work)
    settle(machines, base)
    assert {document["uid"] for document in machines.documents} == {"runonaaa"}


def settle(machines: Machines, base: str) -> None:
    """All take in what all have until nothing is new, and then no byte changes."""
    count = len(machines.documents)
    pairs = [(one, other) for one in range(count) for other in range(count) if one != other]
    for _ in range(3):
        for one, other in pairs:
            machines.take(one, other, base)
    contents = [content(document) for document in machines.documents]
    assert all(found == contents[0] for found in contents)
    settled = [to_bytes(document) for document in machines.documents]
    for one, other in pairs:
        machines.take(one, other, base)
    assert [to_bytes(document) for document in machines.documents] == settled


@some
@given(threes(), st.lists(st.booleans(), min_size=3, max_size=3), scripts(3), scripts(3))
def test_documents_of_before_uids(three: Threes, upgraded: list[bool], more: Script, others: Script) -> None:
    # Without uids, a drama of another slug is another drama.
    old = [without_uids(document | {"slug": "run-on"}) for document in three]
    base, ours, theirs = (with_uids(one) if is_new else one for one, is_new in zip(old, upgraded, strict=True))
    ours, theirs = (
        done(one, script, name) if is_new else one
        for one, script, name, is_new in zip((ours, theirs), (more, others), "cd", upgraded[1:], strict=True)
    )
    for before in (base, None):
        hold(before, ours, theirs)


@some
@given(threes(), st.booleans(), st.booleans())
def test_uids_that_were_lost(three: Threes, has_base: bool, numbers_too: bool) -> None:
    base, ours, theirs = three if has_base else (None, *three[1:])
    hold(base, ours, without_uids(theirs, numbers=numbers_too))


def hold(base: Document | None, ours: Document, theirs: Document) -> None:
    """What holds of any merge."""
    result = merge(base, ours, theirs)
    assert content(result.document) == content(merged(base, theirs, ours))
    for side in (ours, theirs):
        assert to_bytes(merged(base, result.document, side)) == to_bytes(result.document)
    known = recognised(base, ours, theirs)
    before = known.known({}) if base else None
    for side, other in (known.sides, known.sides[::-1]):
        assert list(missing(result, before, side, other)) == []


def test_machines_that_met_crosswise() -> None:
    """Each took in the other's first note, and added one more: the base is a merge of two bases."""
    start = new_drama()
    one, other = (done(start, [("add", 0, text, 0)], name) for text, name in ((0, "a"), (1, "b")))
    first = done(merged(start, one, other), [("add", 0, 6, 1)], "a2")
    second = done(merged(start, other, one), [("add", 0, 7, 2)], "b2")
    result = merge(merged(start, one, other), first, second)
    notes = records(result.document, "notes")
    assert sorted(str(note["text"]) for note in notes) == ["apple", "it's", "it’s", "zebra"]
    assert sorted(str(note["id"]) for note in notes) == ["1", "2", "3", "4"]
    assert not any(note.get("merged") for note in notes)
