"""The same input gives the same answer: in every process, whatever was asked before, also where the budget ends it."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.conftest import EVERYTHING

SEEDS = range(1, 9 if EVERYTHING else 3)


def answers(seed: int) -> str:
    program = [sys.executable, "-m", "tests.reason.compare_twice", "straight" if seed == 1 else str(seed)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    root = Path(__file__).parents[2]
    return subprocess.run(program, capture_output=True, text=True, check=True, env=environment, cwd=root).stdout


def test_the_answer_is_that_of_every_process_and_order() -> None:
    """Three budgets for each pair, in another order in every process, and sets of text in another order too."""
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(answers, SEEDS))
    assert "budget" in found[0]
    assert found[0].count("\n") == 120
    for other in found[1:]:
        assert other == found[0]
