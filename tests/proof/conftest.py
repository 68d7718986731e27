"""A desk with a journal on it, made once."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from tests.proof.desk import Desk
from tests.proof.operations import stock


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """To be copied, and never written on."""
    with standing_clock():
        return stock(tmp_path_factory.mktemp("stocked") / "desk")


@pytest.fixture
def noon(stocked: Desk) -> Iterator[None]:
    """Always the same moment, so that what is done twice gives the same bytes."""
    with standing_clock():
        yield


def standing_clock() -> time_machine.travel:
    return time_machine.travel(datetime(2021, 1, 27, 12, tzinfo=UTC), tick=False)
