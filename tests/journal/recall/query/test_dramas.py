"""Where a command takes a DRAMA, plain words name dramas."""

import pytest

from watchlog.errors import NotFound
from watchlog.journal.recall.query.dramas import of_dramas
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.printing import as_text

SLUGS = {"run on": "run-on", "런 온": "run-on", "signal": "signal-2016"}


def slug_of(name: str) -> str:
    if name not in SLUGS:
        raise NotFound(name)
    return SLUGS[name]


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["run on", "signal"], "drama:run-on,signal-2016"),
        (["run on", "런 온", "by:Oh"], "drama:run-on by:Oh"),
        (["by:Oh sort:-year"], "by:Oh sort:-year"),
        (["drama:run on,signal"], "drama:run-on,signal-2016"),
        (["-(run on)", "genre:a"], "-drama:run-on genre:a"),
        (["genre:a or (signal)"], "genre:a or drama:signal-2016"),
        (["@best"], "drama:run-on genre:b"),
        ([], ""),
    ],
)
def test_words_name_dramas(arguments: list[str], text: str) -> None:
    query = parse(arguments, {"best": '"run on" genre:b'}.get)
    assert as_text(of_dramas(query, slug_of)) == text


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(NotFound, match="lost"):
        of_dramas(parse(["lost"]), slug_of)
