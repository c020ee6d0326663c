"""How much is tried, and from which seed.

``IAMTUTOR_TESTS=all`` tries more, and installs from the package index where a quick run makes do with what is there.
"""

import gc
import os
from collections import Counter
from pathlib import Path
from random import SystemRandom
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.grading.figures import write_figures

EVERYTHING = os.environ.get("IAMTUTOR_TESTS") == "all"
PROFILE = "all" if EVERYTHING else "quick"
GATE_SEED = "20261123"

# Slow machines are no failures, and a failure prints what reproduces it.
settings.register_profile(
    "quick", max_examples=30, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("all", settings.get_profile("quick"), max_examples=200)
settings.load_profile(PROFILE)


# A test process keeps what it has imported and made: looking through all of it again and again takes an eighth of the time.
gc.set_threshold(100_000, 50, 100)


LONGEST_FIRST = (
    "differential", "test_generation_memory", "grading", "test_wheel", "test_serve", "test_snapshots", "test_workbench",
    "test_playground", "test_findings", "test_trace_screen", "test_whole", "test_completion", "test_editor", "test_checks",
)  # fmt: skip
"""Files that take long for their few tests: begun last, one of them would keep the other processes waiting."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def rank(item: pytest.Item) -> int:
        return next((place for place, name in enumerate(LONGEST_FIRST) if name in item.nodeid), len(LONGEST_FIRST))

    items.sort(key=rank)


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    # A person's run tries other examples each time; the gate must say the same of the same commit. The seed is chosen
    # here so that all workers share it and the summary can name it.
    if config.getoption("hypothesis_seed", None) is None:
        gate = os.environ.get("CI") == "true"
        config.option.hypothesis_seed = GATE_SEED if gate else str(SystemRandom().randrange(2**32))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    seed = config.getoption("hypothesis_seed")
    terminalreporter.write_line(f"generated tests: {PROFILE}, --hypothesis-seed={seed}")
    figures = {"differential": Counter[str](), "comparisons": Counter[str](), "solver": Counter[str]()}
    for report in terminalreporter.getreports("passed"):
        for name, counts in report.user_properties:
            if name in figures:
                figures[name].update(counts)
    differential = figures["differential"]
    grading: list[dict[str, Any]] = []
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        grading += [value for name, value in report.user_properties if name == "grading" and report.when == "call"]
    if grading:
        write_figures(terminalreporter, grading)
    if differential:
        agreed = differential.pop("agreed")
        rules = ", ".join(f"{rule} {count}" for rule, count in differential.most_common())
        terminalreporter.write_line(
            f"differential: {agreed} agreed, {differential.total()} differ by a rule ({rules}), 0 unexplained"
        )
    for name, what in (("comparisons", "policies compared"), ("solver", "compared with z3")):
        if figures[name]:
            told = ", ".join(f"{answer} {count}" for answer, count in figures[name].most_common())
            terminalreporter.write_line(f"{what}: {figures[name].total()} ways ({told}), 0 wrong")


@pytest.fixture
def random_seed(request: pytest.FixtureRequest) -> int:
    """The run's seed, for tests that make their own random cases: ``--hypothesis-seed`` repeats it."""
    return int(request.config.getoption("hypothesis_seed"))


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the profile or the cache of the person who runs it."""
    home = tmp_path_factory.getbasetemp() / "home"
    monkeypatch.setenv("IAMTUTOR_HOME", str(home))
    monkeypatch.setenv("IAMTUTOR_CACHE", str(home.with_name("cache")))
    return home
