"""Several questions in a row: one can go back, and what was answered is not lost when one leaves in the middle."""

import json
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NamedTuple

from watchlog.cli.output import say
from watchlog.cli.reading.prompts import ask, ask_lines, confirm
from watchlog.cli.session import session
from watchlog.errors import WatchlogError
from watchlog.journal.store import scratch

BACK = "<"


def always(answers: Mapping[str, str]) -> bool:
    """When most questions are asked."""
    return True


class Question(NamedTuple):
    """A question. `read` raises WatchlogError for a wrong answer; `when` says of those before whether it is asked."""

    name: str
    label: str
    read: Callable[[str], object]
    needed: bool = False
    when: Callable[[Mapping[str, str]], bool] = always
    in_lines: bool = False


@contextmanager
def answered(command: str, questions: Sequence[Question], of: str = "") -> Iterator[dict[str, str]]:
    """What is typed in answer to each question, by its name, for a block that saves it; `of` is the drama it is of.

    Whoever leaves before the block has ended well finds the answers again the next time.
    """
    draft = f"{command}{of and f'-{of}'}.answers"
    answers = _found_again(draft, questions)
    with _hanging_up_is_leaving():
        try:
            _ask_all(questions, answers)
            yield answers
        except (KeyboardInterrupt, EOFError, WatchlogError):
            if answers:
                scratch.new_draft(session.drafts, draft, json.dumps(answers).encode())
                say(f"\nYour answers are kept: watchlog {command} offers them again{of and f' for {of}'}.")
            raise


def _ask_all(questions: Sequence[Question], answers: dict[str, str]) -> None:
    asked = [one for one in questions if one.name in answers]
    while following := [one for one in questions if one.name not in answers and one.when(answers)]:
        question = following[0]
        answer = _ask(question, answers)
        if answer == BACK:
            if asked:
                del answers[asked.pop().name]
            continue
        answers[question.name] = answer
        asked.append(question)


def _ask(question: Question, answers: dict[str, str]) -> str:
    """The answer; where one leaves in the middle of it, what was typed of it is among the answers."""
    lines: list[str] = []

    def read(text: str) -> str:
        if text.strip() != BACK and (text.strip() or question.needed):
            question.read(text)
        return text.strip()

    try:
        if not question.in_lines:
            return ask(question.label, read)
        ask_lines(question.label, lines)
    except KeyboardInterrupt as left:
        if typed := [*lines, *filter(str.strip, map(str, left.args))]:
            answers[question.name] = "\n".join(typed)
        raise
    return "\n".join(lines)


def _found_again(draft: str, questions: Sequence[Question]) -> dict[str, str]:
    """The answers of a series that was left, if the person wants to go on with it; only those that are right still."""
    for kept in scratch.kept_drafts(session.drafts, draft):
        with suppress(ValueError, AttributeError):
            found = {str(name): str(answer) for name, answer in json.loads(kept.content).items()}
            goes_on = confirm(
                f"Answers from {kept.written:%Y-%m-%d %H:%M}: {_told(found).rstrip('.')}. Go on with them?", usual=True
            )
            scratch.discard_draft(kept.path)
            return {one.name: found[one.name] for one in questions if goes_on and _is_right(one, found)}
    return {}


def _told(found: Mapping[str, str]) -> str:
    return ", ".join(" ".join(answer.split()) for answer in found.values() if answer)


def _is_right(question: Question, found: Mapping[str, str]) -> bool:
    answer = found.get(question.name)
    if not answer:
        return answer is not None and not question.needed
    try:
        question.read(answer)
    except WatchlogError:
        return False
    return True


@contextmanager
def _hanging_up_is_leaving() -> Iterator[None]:
    """A terminal that closes is left as with Ctrl-C."""

    def leave(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if not hasattr(signal, "SIGHUP"):
        yield
        return
    before = signal.signal(signal.SIGHUP, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)
