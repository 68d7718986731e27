"""What a change will do: in memory or in a file, it is the same."""

import json

import pytest

from watchlog.journal.store import staging
from watchlog.journal.store.staging import Staged, Step, decoded_step

STEPS = {
    "run-on": Step(None, b'{\n  "title": "Run On"\n}\n'),
    "signal": Step(b'{"title":"Signal"}', b'{\n  "title": "Signal",\n  "year": 2016\n}\n'),
    "damaged": Step(b'{"title": "\xff', None),
}


@pytest.mark.parametrize("room", [staging._IN_MEMORY, 40, 0])
def test_every_step_is_as_it_was_staged(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    monkeypatch.setattr(staging, "_IN_MEMORY", room)
    staged = Staged()
    staged.put("signal", Step(b"{}", None))
    for slug, step in STEPS.items():
        staged.put(slug, step)
    assert dict(staged.steps()) == STEPS
    assert [decoded_step(staged.line(slug)) for slug in STEPS] == list(STEPS.items())
    assert all("\n" not in staged.line(slug).decode() for slug in STEPS)
    assert json.loads(b"{%s}" % b",".join(map(staged.line, STEPS)))["run-on"]["after"] == {"title": "Run On"}
    staged.drop("run-on")
    assert "run-on" not in staged
    assert list(staged) == ["signal", "damaged"]
