"""A partial document merges as a whole one, and takes nothing away."""

from hypothesis import given
from hypothesis import strategies as st

from tests.journal.keep.editing import Script, done, new_drama, scripts, tidy
from tests.journal.keep.judging import content, faults, form
from tests.journal.keep.merge_table import A, B, C, drama, note, review
from tests.trying import examples
from watchlog.journal.drama.records import KINDS, Document
from watchlog.journal.drama.uids import items_of, records
from watchlog.journal.keep.merging import filled, gone, merge

some = examples(60)
SECTIONS = ("genres", "aired", "synopsis", "rounds", "ratings", "imported", "country", "added", *KINDS.values())

_hidden = note(2, B, "he dies", spoiler="major")
_whole = drama(notes=[note(1, A, "first"), _hidden], reviews=[review(3, C, "as [[2]] says")], genres=["Romance"])


def test_what_was_left_out_comes_back() -> None:
    partial = drama(notes=[note(1, A, "first, mended")], reviews=[review(3, C, "as [[2]] says")])
    made_whole = filled(partial, _whole, _whole)
    assert made_whole == _whole | {"notes": [note(1, A, "first, mended"), _hidden]}
    assert merge(_whole, _whole, made_whole).document == made_whole


def test_a_changed_text_leads_to_what_was_left_out() -> None:
    partial = drama(reviews=[review(3, C, "as [[2]] says, well")])
    ours = _whole | {"notes": [note(2, B, "he dies", spoiler="major"), note(1, A, "first")]}
    assert merge(_whole, ours, filled(partial, _whole, ours)).document["reviews"] == partial["reviews"]


def test_its_own_numbers_come_first() -> None:
    """A note written into the file by hand has the number of one that was left out."""
    by_hand: Document = {"id": 2, "uid": "zzzzzzzz", "episode": 4, "text": "by hand"}
    partial = drama(notes=[note(1, A, "first"), by_hand], reviews=[review(3, C, "as [[2]] says")])
    made_whole = filled(partial, _whole, _whole)
    assert made_whole["notes"] == [note(1, A, "first"), note(5, B, "he dies", spoiler="major"), by_hand]
    assert made_whole["reviews"] == [review(3, C, "as [[2]] says")]


def test_without_a_base_it_is_filled_from_ours() -> None:
    partial: Document = {"slug": "run-on", "title": "Run On", "notes": [{"episode": 1, "text": "first"}]}
    assert filled(partial, None, _whole) == _whole


def test_a_day_that_is_missing_is_no_day_taken_back() -> None:
    whole = drama(rounds=[{"uid": A, "started": "2021-01-01", "episodes": {"1": "2021-01-01", "2": None}}])
    partial = drama(rounds=[{"uid": A, "episodes": {"1": None, "3": "2021-01-03"}}])
    assert filled(partial, whole, whole)["rounds"] == [
        {"uid": A, "started": "2021-01-01", "episodes": {"1": "2021-01-01", "2": None, "3": "2021-01-03"}}
    ]


@st.composite
def _partials(draw: st.DrawFn, document: Document) -> Document:
    """The document with some items and sections left out."""
    partial = dict(document)
    for field in KINDS.values():
        partial[field] = [item for item in records(document, field) if draw(st.booleans())]
    left_out = draw(st.sets(st.sampled_from(SECTIONS)))
    return tidy({name: value for name, value in partial.items() if name not in left_out})


@some
@given(st.data(), scripts(12), scripts(5))
def test_an_export_that_nobody_changed_changes_nothing(data: st.DataObject, first: Script, ours: Script) -> None:
    base = done(new_drama(), first)
    now = done(base, ours, "a")
    partial = data.draw(_partials(base))
    assert content(filled(partial, base, now)) == content(base)
    assert merge(base, now, filled(partial, base, now)).document == now
    assert merge(None, now, filled(data.draw(_partials(now)), None, now)).document == now


@some
@given(st.data(), scripts(10), scripts(4), scripts(4), st.booleans())
def test_nothing_is_removed_and_what_was_changed_is_in(
    data: st.DataObject, first: Script, ours: Script, theirs: Script, has_base: bool
) -> None:
    whole = done(new_drama(), first)
    now = done(whole, ours, "a")
    base = whole if has_base else None
    partial = done(data.draw(_partials(whole if has_base else now)) | {"next_id": now["next_id"]}, theirs, "b")
    made_whole = filled(partial, base, now)
    assert list(faults(made_whole)) == []
    there = {form(kind, item) for kind, item in items_of(made_whole)}
    assert {form(kind, item) for kind, item in items_of(partial)} <= there
    result = merge(base, now, made_whole).document
    assert list(faults(result)) == []
    kept = {str(item["uid"]) for _, item in items_of(result)}
    assert {str(item["uid"]) for _, item in items_of(now)} <= kept
    assert [one for one in gone(whole if has_base else now, made_whole) if "." not in one.what] == []
