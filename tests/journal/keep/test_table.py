"""The merges written by hand, each as it was written."""

import pytest

from tests.journal.keep.judging import content
from tests.journal.keep.merge_table import TABLE, Case
from watchlog.journal.drama.records import Document, Json
from watchlog.journal.keep.merging import merge


def _named(document: Document, expected: Document) -> Json:
    """The document, in which each uid that the table only names has the name."""
    names: dict[str, str] = {}

    def walk(found: Json, wanted: Json) -> Json:
        if isinstance(found, dict) and isinstance(wanted, dict):
            return {key: walk(value, wanted.get(key)) for key, value in found.items()}
        if isinstance(found, list) and isinstance(wanted, list):
            return [walk(value, wanted[place] if place < len(wanted) else None) for place, value in enumerate(found)]
        if isinstance(found, str) and isinstance(wanted, str) and wanted.startswith("~"):
            assert len(found) == 8
            assert found.isalpha()
            assert found.islower()
            return names.setdefault(found, wanted)
        return found

    return walk(document, expected)


@pytest.mark.parametrize("case", TABLE, ids=[case.name for case in TABLE])
def test_a_merge_of_the_table(case: Case) -> None:
    merged = merge(case.base, case.ours, case.theirs)
    assert _named(merged.document, case.expected) == case.expected
    assert sorted(told.kind for told in merged.told) == case.told
    other_way_round = merge(case.base, case.theirs, case.ours)
    assert content(other_way_round.document) == content(merged.document)
    assert sorted(told.kind for told in other_way_round.told) == case.told
