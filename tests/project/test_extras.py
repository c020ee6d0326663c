"""What is said to install an extra is what pip installs, in this environment."""

from __future__ import annotations

import shlex
import subprocess
import sys
from importlib import metadata

import pytest

from iamtutor.extras import Extra, install_command

EXTRAS: dict[Extra, str] = {"managed": "moto", "serve": "textual-serve"}


@pytest.mark.parametrize("extra", EXTRAS)
def test_the_command_names_this_python_and_the_package_with_its_versions(extra: Extra) -> None:
    python, *words, requirement = shlex.split(install_command(extra))
    assert (python, words) == (sys.executable, ["-m", "pip", "install"])
    declared = [each for each in metadata.requires("iamtutor") or [] if each.startswith(EXTRAS[extra])]
    assert f"{requirement}; extra == '{extra}'" in [each.replace('"', "'") for each in declared]
    assert "iamtutor" not in requirement, "an index may hold another package of that name"


@pytest.mark.parametrize("extra", EXTRAS)
def test_pip_understands_it(extra: Extra) -> None:
    pytest.importorskip(EXTRAS[extra].replace("-", "_"))
    done = subprocess.run(
        [*shlex.split(install_command(extra)), "--dry-run", "--no-deps", "--no-index", "-q"], check=False
    )
    assert done.returncode == 0, "what is installed here already satisfies it"


def test_without_an_installation_the_package_is_named_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", missing)
    assert install_command("serve").endswith('-m pip install "textual-serve"')
