"""The file that keeps the status of findings between runs, named on the command line."""

from __future__ import annotations

from pathlib import Path

from iamtutor.analyzer.external import ZoneKind
from iamtutor.analyzer.external.messages import MESSAGES
from iamtutor.analyzer.external.state import State, Status, UnknownFindingError, known_id, marked
from iamtutor.analyzer.external.state_file import StateFileError, save_state, state_in_zone, state_of
from iamtutor.cli.files import read_text
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal


def load_state(path: Path, zone: ZoneKind) -> State:
    """The state in a file; empty where there is none yet. Raises Problem."""
    if not path.exists():
        return {}
    try:
        return state_in_zone(read_text(path), str(path), zone)
    except StateFileError as error:
        raise Problem(error.message, messages=MESSAGES, **error.arguments) from None


def mark(path: Path, names: list[str], status: Status, terminal: Terminal) -> None:
    """Archive findings by hand, or make them active again. Raises Problem."""
    try:
        zone, state = state_of(read_text(path), str(path))
    except StateFileError as error:
        raise Problem(error.message, messages=MESSAGES, **error.arguments) from None
    said: list[str] = []
    for name in names:
        try:
            said.append(known_id(state, name))
            state = marked(state, name, status)
        except UnknownFindingError as error:
            if error.several:
                raise Problem("cli.external.several-ids", id=name, ids=", ".join(error.several)) from None
            raise Problem("cli.external.unknown-id", id=name, file=str(path)) from None
    save_state(path, state, zone)
    for identifier in said:
        terminal.tell(f"cli.external.marked-{status.value}", id=identifier)
