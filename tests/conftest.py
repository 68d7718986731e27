"""What every test can have: a journal of its own, far from the one of whoever runs the tests."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

from watchlog.journal.store import scratch

if TYPE_CHECKING:
    from tests.program import Program

pytest_plugins = ["tests.proof.tally"]

pytest.register_assert_rewrite("tests.journal.scenarios")

settings.register_profile(
    "watchlog", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile(
    "few", settings.get_profile("watchlog"), max_examples=5, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("watchlog")


def pytest_configure(config: pytest.Config) -> None:
    """The inner loop tries few examples of each property, unless it is told how many."""
    if config.option.markexpr == "quick" and not config.getoption("--hypothesis-profile", None):
        settings.load_profile("few")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes no long time is quick, the inner loop. The proofs run real processes, and kill them."""
    proofs = Path(__file__).parent / "proof"
    for item in items:
        slow = item.get_closest_marker("slow") or proofs in item.path.parents
        item.add_marker("slow" if slow else "quick")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's real journal, cache or drafts."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "WATCHLOG_JOURNAL"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    scratch.keep(tmp_path / "xdg_state_home" / "watchlog" / "machine", b"test\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where a journal can be; there is none yet."""
    return tmp_path / "journal"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Program":
    """watchlog on an empty journal."""
    from tests.program import Program

    return Program(tmp_path, monkeypatch)
