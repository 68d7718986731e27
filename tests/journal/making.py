"""Documents by chance, with fields that no record knows at every level, some with names of the program's own."""

from hypothesis import strategies as st

from tests.making import Maker
from watchlog.journal.drama.records import Document, Json

_names = st.text(max_size=12) | st.sampled_from(["unknown", "items", "new_id", "__class__", "from_", "seen", "text_"])
_numbers = st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)

jsons: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | _numbers | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=3),
    max_leaves=6,
)


def documents() -> st.SearchStrategy[Document]:
    """The document of a drama whose slug is run-on."""
    return Maker(st.text(max_size=30), st.dictionaries(_names, jsons, max_size=2)).dramas()
