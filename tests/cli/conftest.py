"""The program, for the tests of its commands."""

from pathlib import Path

import pytest

from tests.program import Program


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """watchlog on an empty journal."""
    return Program(tmp_path, monkeypatch)
