"""Windows in which a policy is found, or a place for it: a file to open, a path to save to, an AWS managed policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from iamtutor.tui.screens.dialog.finder import Finder
from iamtutor.tui.screens.dialog.policy_files import FileProblem, offered_files, path_of, read_file, write_file
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.stop import PolicyFile
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog, CatalogError

_MOST_OFFERED = 200


class OpenFile(Finder[PolicyFile]):
    """Opens a file."""

    WHAT = "tui.play-open-title"
    HINT = "tui.play-path-hint"
    TAKE = "tui.play-open-take"

    def offers(self, written: str) -> Iterator[str]:
        """Folders and JSON files."""
        yield from offered_files(written)

    def take(self, written: str) -> None:
        """Read it; where that fails nothing is lost but a line is said."""
        if not written.strip():
            return
        try:
            text = read_file(written)
        except FileProblem as problem:
            self.complain(say(self, problem.message, path=problem.path, detail=problem.detail))
        else:
            self.dismiss(PolicyFile(written.strip(), text))


class SaveFile(Finder[PolicyFile]):
    """Saves a text. A file that holds something that was not read from it is written over only after asking."""

    WHAT = "tui.play-save-title"
    HINT = "tui.play-path-hint"
    TAKE = "tui.play-save-take"

    def __init__(self, side: str, text: str, known: PolicyFile | None) -> None:
        super().__init__(side, known.path if known is not None else "")
        self._text = text
        self._known = known
        self._asked = ""

    def offers(self, written: str) -> Iterator[str]:
        """Folders and JSON files."""
        yield from offered_files(written)

    def take(self, written: str) -> None:
        """Write it, or ask first."""
        if not written.strip():
            return
        if self._holds_something_else(written) and self._asked != written:
            self._asked = written
            self.complain(say(self, "tui.file-exists", path=written.strip()))
            return
        try:
            write_file(written, self._text)
        except FileProblem as problem:
            self.complain(say(self, problem.message, path=problem.path, detail=problem.detail))
        else:
            self.dismiss(PolicyFile(written.strip(), self._text))

    def _holds_something_else(self, written: str) -> bool:
        if not path_of(written).is_file():
            return False
        try:
            found = read_file(written)
        except FileProblem:
            return True
        same_file = self._known is not None and path_of(self._known.path) == path_of(written)
        return found != self._text and not (same_file and self._known is not None and found == self._known.text)


class TakeManaged(Finder[PolicyFile]):
    """Takes an AWS managed policy by its name. The names are read when the window opens, beside the screen."""

    WHAT = "tui.play-managed-title"
    HINT = "tui.play-name-hint"
    TAKE = "tui.play-managed-take"

    def __init__(self, side: str, catalog: Callable[[], Catalog]) -> None:
        super().__init__(side)
        self._catalog = catalog

    def problem_ahead(self) -> str:
        """That the extra is not installed."""
        from iamtutor.catalog import CatalogError

        try:
            self._catalog().managed  # noqa: B018 - what it reads is kept
        except CatalogError as error:
            return self._said(error)
        return ""

    def offers(self, written: str) -> Iterator[str]:
        """Names that hold every word that was typed, those that begin with it first."""
        words = written.lower().split()
        names = [name for name in self._catalog().managed.names if all(word in name.lower() for word in words)]
        names.sort(key=lambda name: not name.lower().startswith(written.strip().lower()))
        yield from names[:_MOST_OFFERED]

    def take(self, written: str) -> None:
        """Take it; the case of letters does not matter."""
        from iamtutor.catalog import CatalogError, UnknownNameError

        name = written.strip()
        if not name:
            return
        try:
            managed = self._catalog().managed
            same = {each.lower(): each for each in managed.names}
            policy = managed.policy(same.get(name.lower(), name))
        except CatalogError as error:
            self.complain(self._said(error))
        except UnknownNameError as error:
            near = error.suggestions[0] if error.suggestions else ""
            self.complain(
                say(self, "tui.play-managed-near" if near else "tui.play-managed-unknown", name=name, near=near)
            )
        else:
            self.dismiss(PolicyFile(policy.name, policy.text))

    def _said(self, error: CatalogError) -> str:
        from iamtutor.catalog.messages import MESSAGES

        return say_in(MESSAGES, error.message, lang_of(self), **error.arguments)
