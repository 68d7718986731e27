"""The elements of an array, however the blocks of the file fall."""

import json
from io import BytesIO
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trying import examples
from watchlog.formats.reading import elements as module
from watchlog.formats.reading.elements import elements, is_array

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('a"\\[]{},\n é', max_size=6),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text('b"]}', max_size=3), parts, max_size=3),
    max_leaves=8,
)


@given(st.lists(VALUES, max_size=5), st.integers(1, 9), st.sampled_from([None, 1]), st.booleans())
@examples(200)
def test_each_comes_as_it_stands(values: list[object], block: int, indent: int | None, escaped: bool) -> None:
    content = json.dumps(values, indent=indent, ensure_ascii=escaped).encode()
    with patch.object(module, "_BLOCK", block):
        found = list(elements(BytesIO(content)))
    assert [json.loads(one) for one in found] == values


@pytest.mark.parametrize("content", [b"[", b"[1", b'["a', b"[{]", b"[1]]", b"[1] x", b'["\\"]'])
def test_what_does_not_end_as_an_array_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="end"):
        list(elements(BytesIO(content)))


@pytest.mark.parametrize(("content", "several"), [(b"[1,]", 2), (b"[,]", 2), (b"[]", 0), (b"[ ]", 0), (b"[1 2]", 1)])
def test_an_empty_element_is_not_passed_over(content: bytes, several: int) -> None:
    assert len(list(elements(BytesIO(content)))) == several


def test_an_element_that_is_too_long_is_refused() -> None:
    small = patch.object(module, "MOST_WHOLE", 10), patch.object(module, "_BLOCK", 4)
    with small[0], small[1], pytest.raises(ValueError, match="too long"):
        list(elements(BytesIO(b'["' + b"a" * 100 + b'"]')))


def test_what_holds_an_array_is_told_by_its_beginning() -> None:
    assert is_array(b"\xef\xbb\xbf \n[")
    assert not is_array(b'{"a": [')
