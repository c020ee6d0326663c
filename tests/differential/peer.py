"""The peer evaluator as a process: cases in, decisions out, one JSON object a line."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def why_missing() -> str | None:
    """Why the peer cannot run here, or None where it can."""
    if shutil.which("node") is None:
        return "Node.js is not installed"
    if not HERE.joinpath("node_modules").is_dir():
        return "the peer is not installed: npm ci --prefix tests/differential"
    return None


def decide(cases: Sequence[Any]) -> list[str]:
    """The peer's decisions."""
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    run = subprocess.run(
        ["node", str(HERE / "oracle.mjs")],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return [json.loads(line)["decision"] for line in run.stdout.splitlines()]
