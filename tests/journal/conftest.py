"""A journal, and what it told."""

from pathlib import Path

import pytest

from watchlog.journal.journal import Journal


@pytest.fixture
def notices() -> list[str]:
    """What `journal` told the person."""
    return []


@pytest.fixture
def journal(root: Path, notices: list[str]) -> Journal:
    return Journal(root, notices.append)
