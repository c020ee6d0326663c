"""What can go wrong with the catalogue."""

from __future__ import annotations


class CatalogError(Exception):
    """The data of the catalogue cannot be read: a package is missing, or is not the one that was expected.

    `message` is an id of this room's messages, `arguments` what it speaks of.
    """

    def __init__(self, message: str, **arguments: str) -> None:
        super().__init__(message, arguments)
        self.message = message
        self.arguments = arguments


class UnknownNameError(LookupError):
    """The catalogue knows no such name; `suggestions` are names that were probably meant, the likeliest first."""

    def __init__(self, name: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.suggestions = suggestions
