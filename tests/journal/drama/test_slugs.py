"""Slugs: names that every system takes for a file."""

import pytest

from watchlog.errors import WrongUsage
from watchlog.journal.drama.slugs import checked_slug, free_slug, slug_for


@pytest.mark.parametrize("title", ["Con", "NUL", "aux", "prn.", "COM1", "LPT 9", "com0", "ＣＯＮ"])
def test_no_title_becomes_a_name_that_windows_keeps(title: str) -> None:
    slug = slug_for(title)
    assert slug.endswith("-drama") or slug == "lpt-9"
    assert free_slug(title, None, {slug}.__contains__) == f"{slug}-2"


@pytest.mark.parametrize("title", ["Conman", "Console", "COM10", "Auxiliary", "Null"])
def test_others_stay(title: str) -> None:
    assert slug_for(title) == title.lower()


def test_it_cannot_be_chosen_either() -> None:
    with pytest.raises(WrongUsage, match="like nul-drama"):
        checked_slug("nul")
    assert checked_slug("nul-2") == "nul-2"
