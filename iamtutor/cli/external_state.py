"""The file that keeps the status of findings between runs."""

from __future__ import annotations

import json
from pathlib import Path

from iamtutor.analyzer.external import ZoneKind
from iamtutor.analyzer.external.state import State, Status, UnknownFindingError, known_id, marked
from iamtutor.analyzer.external.state_json import StateError, read_state, state_json
from iamtutor.cli.files import read_text
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal, json_text


def load_state(path: Path, zone: ZoneKind) -> State:
    """The state in a file; empty where there is none yet. Raises Problem."""
    if not path.exists():
        return {}
    kept, state = _read(path)
    if kept is not zone:
        raise Problem("cli.external.state-zone", file=str(path), kept=kept.value, zone=zone.value)
    return state


def save_state(path: Path, state: State, zone: ZoneKind) -> None:
    """Write the state; the file is either the old one or the whole new one."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(json_text(state_json(state, zone), indent=2) + "\n", encoding="utf-8")
    beside.replace(path)


def mark(path: Path, names: list[str], status: Status, terminal: Terminal) -> None:
    """Archive findings by hand, or make them active again. Raises Problem."""
    zone, state = _read(path)
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


def _read(path: Path) -> tuple[ZoneKind, State]:
    text = read_text(path)
    try:
        return read_state(json.loads(text))
    except json.JSONDecodeError as error:
        raise Problem("cli.external.state-bad", file=str(path), line=error.lineno, detail=error.msg) from None
    except RecursionError:
        raise Problem("cli.external.state-part", file=str(path), part="JSON") from None
    except StateError as error:
        raise Problem("cli.external.state-part", file=str(path), part=str(error)) from None
