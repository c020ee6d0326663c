"""Windows in which a world is found, and a policy to preview in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from iamtutor.cloud import World
from iamtutor.cloud.parties import TARGETS, parties
from iamtutor.tui.screens.dialog.finder import Finder
from iamtutor.tui.screens.dialog.policy_files import offered_files
from iamtutor.tui.screens.world.looking import UnknownWorldError, offered_worlds, reasons, world_file
from iamtutor.tui.speaking import lang_of
from iamtutor.tui.stop import WorldPlace


class OpenWorld(Finder[WorldPlace]):
    """Finds a shared world by its id, or a file."""

    WHAT = "tui.world-open-title"
    HINT = "tui.world-open-hint"
    TAKE = "tui.world-open-take"

    def __init__(self, exercises: Path) -> None:
        super().__init__("")
        self._exercises = exercises

    def offers(self, written: str) -> Iterator[str]:
        """Shared worlds, folders and YAML files."""
        yield from offered_worlds(written, self._exercises)

    def take(self, written: str) -> None:
        """Take it where there is such a file; what is wrong in it the screen says."""
        if not written.strip():
            return
        try:
            world_file(written.strip(), self._exercises)
        except UnknownWorldError as error:
            self.complain(reasons(error, lang_of(self))[0])
            return
        self.dismiss(WorldPlace(written.strip()))


class PreviewPolicy(Finder[str]):
    """Asks for a resource and the file of its new policy, as `iamtutor findings --preview` does."""

    WHAT = "tui.world-preview-title"
    HINT = "tui.world-preview-hint"
    TAKE = "tui.world-preview-take"

    def __init__(self, world: World, written: str, problem: Callable[[str], str]) -> None:
        """`problem` says what is wrong with what was typed; empty where nothing is."""
        super().__init__("", written)
        self._world = world
        self._problem = problem

    def offers(self, written: str) -> Iterator[str]:
        """Resources until one is named, then files."""
        reference, sign, path = written.partition("=")
        if sign:
            yield from (f"{reference}={each}" for each in offered_files(path))
            return
        several = len(self._world.accounts) > 1
        for party in parties(self._world):
            name = f"{party.account}:{party.reference}" if several else party.reference
            if party.kind in TARGETS and name.startswith(written):
                yield f"{name}="

    def take(self, written: str) -> None:
        """Preview it, or say what is wrong; a resource alone waits for its file."""
        if written.endswith("="):
            return
        problem = self._problem(written)
        if problem:
            self.complain(problem)
        else:
            self.dismiss(written)
