"""The file that keeps the status of findings between runs."""

from __future__ import annotations

import json
from pathlib import Path

from iamtutor.analyzer.external.state import State
from iamtutor.analyzer.external.state_json import StateError, read_state, state_json
from iamtutor.analyzer.external.zone import ZoneKind


class StateFileError(Exception):
    """A file that holds no state, or that of another zone; `message` is one of the room's, with its arguments."""

    def __init__(self, message: str, **arguments: str | int) -> None:
        super().__init__(message, arguments)
        self.message = message
        self.arguments = arguments


def state_of(text: str, name: str) -> tuple[ZoneKind, State]:
    """The zone and the state of a file's text; `name` is how a complaint names the file. Raises StateFileError."""
    try:
        return read_state(json.loads(text))
    except json.JSONDecodeError as error:
        raise StateFileError("external.state-bad", file=name, line=error.lineno, detail=error.msg) from None
    except RecursionError:
        raise StateFileError("external.state-part", file=name, part="JSON") from None
    except StateError as error:
        raise StateFileError("external.state-part", file=name, part=str(error)) from None


def state_in_zone(text: str, name: str, zone: ZoneKind) -> State:
    """The state of a file that is to be of this zone of trust. Raises StateFileError."""
    kept, state = state_of(text, name)
    if kept is not zone:
        raise StateFileError("external.state-zone", file=name, kept=kept.value, zone=zone.value)
    return state


def save_state(path: Path, state: State, zone: ZoneKind) -> None:
    """Write the state; the file is either the old one or the whole new one. Raises OSError."""
    beside = path.with_name(f".{path.name}.new")
    text = json.dumps(state_json(state, zone), ensure_ascii=False, indent=2)
    beside.write_text(text + "\n", encoding="utf-8", errors="backslashreplace")
    beside.replace(path)
