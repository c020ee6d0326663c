"""The style sheets, parsed once each: Textual's own forgets what it has parsed whenever a screen brings a sheet of its own.

Measured: opening a screen parsed every sheet anew, and the start of the app parsed them three times.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
"""Textual hashes a rule by its identity, but in Python: every rule is hashed for every widget that is styled, which
was a tenth of opening a screen."""

if TYPE_CHECKING:
    from collections.abc import Iterator


KEPT: Final = 1024
"""Sources whose rules are kept: more than all widgets and screens together have."""


_parsed: dict[tuple[tuple[str, str], ...], LRUCache[tuple[object, ...], list[RuleSet]]] = {}
"""The rules by the colours that they were parsed with: whoever goes back to a theme has them."""


class KeptStylesheet(Stylesheet):
    """A style sheet that keeps the rules it has read, for each theme's colours."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._keep()

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours; rules are parsed anew only where they were not yet with these."""
        if variables != self._variables:
            self._parse_cache = LRUCache(1)  # what is cleared now is no longer the one that is kept
            super().set_variables(variables)
            self._keep()

    def _keep(self) -> None:
        colours = tuple(sorted(self._variables.items()))
        self._parse_cache = _parsed.setdefault(colours, LRUCache(KEPT))

    def reparse(self) -> None:
        """Parse what is new. Raises as `parse` does, and leaves the rules that were there."""
        self.parse()


def unread_sheets(stylesheet: Stylesheet) -> Iterator[Path]:
    """The screens' sheets that have not been read yet, so that they can be read while nothing else is to be done."""
    for path in sorted(Path(__file__).parent.rglob("*.tcss")):
        if not stylesheet.has_source(str(path)):
            yield path
