"""What every test can have: a journal of its own, far from the one of whoever runs the tests."""

import gc
import os
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests import home

if TYPE_CHECKING:
    from tests.program import Program

pytest_plugins = ["tests.proof.tally"]

pytest.register_assert_rewrite(
    "tests.journal.scenarios", "tests.proof.desk", "tests.proof.operations", "tests.proof.power"
)

# Compiled once, and not by each worker and each process that a test starts, whatever is said where the tests run.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile(
    "watchlog", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile(
    "few", settings.get_profile("watchlog"), max_examples=5, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("watchlog")

home.move_out()
_numbers = count(1)


def pytest_configure(config: pytest.Config) -> None:
    """The inner loop tries few examples of each property, unless it is told how many, and waits for no disk."""
    gc.disable()
    if config.option.markexpr == "quick":
        os.fsync = lambda fd: None
        if not config.getoption("--hypothesis-profile", None):
            settings.load_profile("few")


def pytest_collection_finish() -> None:
    """Thousands of collected tests stay until the end: the collector need not look at them again and again."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes no long time is quick, the inner loop. The proofs run real processes, and kill them."""
    for item in items:
        slow = item.get_closest_marker("slow") or item.nodeid.startswith("tests/proof/")
        item.add_marker("slow" if slow else "quick")


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own, which is at home there."""
    folder = tmp_path_factory.mktemp(str(next(_numbers)), numbered=False)
    home.move(folder, monkeypatch)
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where a journal can be; there is none yet."""
    return tmp_path / "journal"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Program":
    """watchlog on an empty journal."""
    from tests.program import Program

    return Program(tmp_path, monkeypatch)
