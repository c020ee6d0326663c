"""The window in which a world is saved."""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.tui.screens.dialog.policy_files import offered_files
from iamtutor.tui.screens.dialog.policy_finders import SaveFile
from iamtutor.tui.screens.world.looking import ENDINGS


class SaveWorld(SaveFile):
    """Saves a world; a file that holds something else is written over only after asking."""

    CSS_PATH = "../dialog/dialog.tcss"
    WHAT = "tui.sandbox-save-title"
    HINT = "tui.sandbox-save-hint"

    def offers(self, written: str) -> Iterator[str]:
        """Folders and YAML files."""
        yield from offered_files(written, ENDINGS)
