"""The two commands that the README gives: continuous integration runs them as they stand."""

import re
import shlex
from pathlib import Path

import pytest

import iamtutor

ROOT = Path(iamtutor.__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def commands(ending: str) -> list[str]:
    blocks = re.findall(r"^```(?:sh|bash|console)\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.endswith(ending)]


@pytest.mark.parametrize("ending", [".venv/bin/iamtutor", ".venv/bin/python -m pytest"])
def test_each_command_is_one_line_that_needs_only_python(ending: str) -> None:
    assert len(commands(ending)) == 1
    steps = [shlex.split(step) for step in commands(ending)[0].split("&&")]
    assert steps[0] == ["python3", "-m", "venv", ".venv"]
    assert all(step[0].startswith(".venv/bin/") for step in steps[1:])


def test_links_to_files_lead_somewhere() -> None:
    documents = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "CONTRIBUTING.ko.md")]
    targets = [
        (document.name, target)
        for document in documents
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", document.read_text("utf-8"))
    ]
    assert [(name, target) for name, target in targets if not (ROOT / target).exists()] == []
