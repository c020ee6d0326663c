"""``python -m benchmarks [NAME …]`` prints the figures; without names, all of them."""

from __future__ import annotations

import argparse
import importlib

NAMES = (
    "decisions",
    "growth",
    "keystroke",
    "memory",
    "first_paint",
    "screens",
    "catalog",
    "comparisons",
    "proofs",
    "generation",
    "validation",
    "completion",
)


def main() -> None:
    """Run the named benchmarks, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=(*NAMES, []), metavar="NAME", help=", ".join(NAMES))
    for name in parser.parse_args().names or NAMES:
        print(f"\n== {name}")
        importlib.import_module(f"benchmarks.{name}").main()


main()
