"""The windows in which a field of the request gets another value, or the request another key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from iamtutor.tui.screens.dialog.finder import Finder

Problem = Callable[[str], str]
"""What is wrong with what was typed, in words; nothing where it can be taken."""
_MOST_OFFERED = 200


class PutValue(Finder[str]):
    """Dismissed with what is to stand in a field; an empty text takes a key away."""

    CSS_PATH = "../dialog/dialog.tcss"
    WHAT = "tui.what-if-put"
    HINT = "tui.what-if-hint"
    TAKE = "tui.what-if-take"

    def __init__(
        self,
        side: str,
        names: Callable[[], Iterable[str]],
        problem: Problem,
        *,
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(side, "")
        self._names = names
        self._problem = problem
        self._may_be_empty = may_be_empty

    def offers(self, written: str) -> Iterator[str]:
        """What holds every word that was typed, what begins with it first."""
        words = written.lower().split()
        names = [name for name in self._names() if name and all(word in name.lower() for word in words)]
        names.sort(key=lambda name: not name.lower().startswith(written.strip().lower()))
        yield from names[:_MOST_OFFERED]

    def take(self, written: str) -> None:
        """Take it where it can be read as such a value."""
        text = written.strip()
        if not text and not self._may_be_empty:
            return
        problem = self._problem(text) if text else ""
        if problem:
            self.complain(problem)
        else:
            self.dismiss(text)


class PutKey(PutValue):
    """Dismissed with the name of a condition key."""

    WHAT = "tui.what-if-put-key"
    HINT = "tui.what-if-key-hint"
    TAKE = "tui.what-if-take-key"
