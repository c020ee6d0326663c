"""Packages that only some people need. What installs them must work as it is printed: in this environment, whether
iamtutor came from a checkout, a wheel or an index, and without asking an index for iamtutor itself."""

from __future__ import annotations

import sys
from typing import Final, Literal

Extra = Literal["managed", "serve"]
_PLAIN: Final[dict[Extra, str]] = {"managed": "moto", "serve": "textual-serve"}
"""The packages without their versions, for an iamtutor that runs without having been installed."""


def install_command(extra: Extra) -> str:
    """The command that installs what an extra holds, with its versions, for the Python that runs now."""
    needs = " ".join(f'"{each}"' for each in _requirements(extra))
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return f"{python} -m pip install {needs}"


def _requirements(extra: Extra) -> list[str]:
    from importlib.metadata import PackageNotFoundError, requires

    try:
        declared = requires("iamtutor") or []
    except PackageNotFoundError:
        declared = []
    marked = (each.partition(";") for each in declared)
    found = [name.strip() for name, _, mark in marked if mark.replace('"', "'").strip() == f"extra == '{extra}'"]
    return found or [_PLAIN[extra]]
