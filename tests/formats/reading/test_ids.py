"""The ids of titles in other people's files, and what is none."""

import pytest

from tests.formats.reading.sources import source
from watchlog.formats.reading.ids import key_of, links_of
from watchlog.formats.register import formats
from watchlog.journal.keep.rows import Row


@pytest.mark.parametrize("none", ["", "0", "-1"])
def test_what_is_no_id_makes_no_key_and_no_address(none: str) -> None:
    assert key_of("tvtime", none, season=2) == ""
    assert links_of({"tvdb": none, "imdb": none}, film=False) == ()


def test_a_title_without_its_number_is_not_that_of_another_without_one() -> None:
    found = [*formats()["imdb"].read(source("Const,Title,Title Type,Your Rating\n,Signal,TV Series,9\n0,Run On,,8\n"))]
    assert [(one.title, one.key, one.links) for one in found if isinstance(one, Row)] == [
        ("Signal", "", ()),
        ("Run On", "", ()),
    ]
