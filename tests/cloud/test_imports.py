"""The first paint of the app must not wait for pydantic or yaml: the room imports them where content is read."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = "import sys, iamtutor.cloud; print([name for name in ('pydantic', 'yaml', 'textual', 'rich') if name in sys.modules])"


def test_importing_the_room_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
