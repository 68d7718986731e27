"""Queries by chance: as trees, and as whatever may be typed."""

from hypothesis import strategies as st

from watchlog.journal.recall.query.fields import FIELDS, ORDERED, Field
from watchlog.journal.recall.query.printing import as_text
from watchlog.journal.recall.query.tree import Query, Term, Tree, View, Word, all_of, negation, one_of

_words = (
    st.text(max_size=12) | st.sampled_from(["or", "Not Me", "a (b)", 'a "b', "x\\", "-y", "@v", "re:zero", "1,2"])
).map(lambda text: " ".join(text.split()))
lines = _words.filter(bool)
"""Words on one line, with no blank too many."""

_dates = st.dates().map(str) | st.sampled_from(["2021", "2021-03", "yesterday", "3 days ago"])
_numbers = st.integers(0, 999_999).map(str)
_scores = st.integers(2, 20).map(lambda halves: f"{halves / 2:g}")
_years = st.integers(1000, 9999).map(str)
_ENDS = {"day": _dates, "number": _numbers, "score": _scores, "year": _years}


def _values(field: Field) -> st.SearchStrategy[str]:
    """A value in the one way it is written."""
    if field.choices:
        return st.sampled_from(field.choices)
    if field.kind not in ORDERED:
        return lines
    end = _ENDS[field.kind]
    return (
        end | end.flatmap(lambda one: st.sampled_from([f"{one}..", f"..{one}", f">{one}", f"<{one}"])) | st.just("..")
    )


@st.composite
def terms(draw: st.DrawFn, *, of_items: bool = True) -> Term:
    """A term of any field."""
    fields = [field for field in FIELDS.values() if field.kind != "sort" and (of_items or not field.of_items)]
    field = draw(st.sampled_from(fields))
    return Term(field.name, tuple(draw(st.lists(_values(field), min_size=1, max_size=3, unique=True))))


def _several(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    some = st.lists(inner, min_size=2, max_size=3)
    return some.map(all_of) | some.map(one_of) | inner.map(negation)


def trees(*, of_items: bool = True) -> st.SearchStrategy[Tree]:
    """A tree without views."""
    leaves: st.SearchStrategy[Tree] = lines.map(Word) | terms(of_items=of_items)
    return st.recursive(leaves, _several, max_leaves=8)


@st.composite
def queries(draw: st.DrawFn) -> tuple[Query, dict[str, str]]:
    """A query, and the texts of the views it names."""
    views = draw(st.dictionaries(st.sampled_from(["best", "rain-y", "비"]), trees(), max_size=2))
    leaves = trees()
    if views:
        leaves |= st.sampled_from([View(name, tree) for name, tree in views.items()])
    tree = draw(st.recursive(leaves, _several, max_leaves=5) | st.just(all_of([])))
    sort = draw(st.sampled_from(["", *FIELDS["sort"].choices]))
    query = Query(tree, sort, bool(sort) and draw(st.booleans()))
    return query, {name: as_text(Query(inner)) for name, inner in views.items()}


_SIGNS = ["genre:", "-", "(", ")", '"', "“", "”", "«", "»", "@v", "@", " ", ",", "..", "<", ">", "=", "\\", ":", "'"]
_PIECES = [*_SIGNS, *"or not and rating 8 a 런 notes added: yesterday sort: year has: review actor:".split()]
typed = st.lists(st.text(max_size=9) | st.lists(st.sampled_from(_PIECES), max_size=9).map("".join), max_size=5)
"""The arguments of somebody who types anything."""
