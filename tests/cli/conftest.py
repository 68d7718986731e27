"""The program, for the tests of its commands."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.cli.site import keep_sample
from tests.program import Program


@pytest.fixture
def begun(program: Program) -> Program:
    """watchlog on a journal that has Run On in it, with sixteen episodes and nothing written yet."""
    program("add", "Run On", "--native", "런 온", "--year", "2020", "--episodes", "16")
    return program


@pytest.fixture
def wednesday() -> Iterator[None]:
    """Today is Wednesday, 27 January 2021."""
    with time_machine.travel(datetime(2021, 1, 27, 12, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def sample(program: Program) -> Program:
    """watchlog on a journal that is the sample."""
    keep_sample(program)
    return program


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where a site can be; there is none yet."""
    return tmp_path / "site"
