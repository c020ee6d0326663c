"""Timing in rounds: the median of several, so that a busy machine is seen through."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

ROUNDS = 9


def per_call(call: Callable[[], object], *, calls: int, rounds: int = ROUNDS) -> float:
    """Microseconds of one call: the median over rounds of so many calls each."""
    figures = []
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(calls):
            call()
        figures.append((time.perf_counter() - start) / calls * 1e6)
    return median(figures)
