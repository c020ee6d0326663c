"""What a learner has chosen: kept as keys and values, so that an older app keeps what it does not know."""

from typing import Literal, get_args

from iamtutor.study.store import Store

Language = Literal["ko", "en"]
Reading = Literal["ko", "en", "both"]
Marking = Literal["serious", "all"]
Completion = Literal["auto", "asked"]


class Settings:
    """Choices of the learner; None where nothing was chosen, or something that is no longer offered."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> str | None:
        """Return what is stored under a key."""
        for (value,) in self._store.query("SELECT value FROM setting WHERE key = ?", (key,)):
            return str(value)
        return None

    def put(self, key: str, value: str | None) -> None:
        """Store a value; None forgets it."""
        with self._store.transaction() as connection:
            if value is None:
                connection.execute("DELETE FROM setting WHERE key = ?", (key,))
            else:
                connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))

    @property
    def language(self) -> Language | None:
        """The language of the app."""
        value = self.get("language")
        return next((language for language in get_args(Language) if language == value), None)

    @language.setter
    def language(self, value: Language | None) -> None:
        self.put("language", value)

    @property
    def reading(self) -> Reading | None:
        """The language in which lessons are read: one, or both side by side."""
        value = self.get("reading")
        return next((reading for reading in get_args(Reading) if reading == value), None)

    @reading.setter
    def reading(self, value: Reading | None) -> None:
        self.put("reading", value)

    @property
    def marking(self) -> Marking | None:
        """Which findings of policy validation are marked in the text: errors and security warnings, or all."""
        value = self.get("marking")
        return next((marking for marking in get_args(Marking) if marking == value), None)

    @marking.setter
    def marking(self, value: Marking | None) -> None:
        self.put("marking", value)

    @property
    def theme(self) -> str | None:
        """The name of the colour theme."""
        return self.get("theme")

    @theme.setter
    def theme(self, value: str | None) -> None:
        self.put("theme", value)

    @property
    def completion(self) -> Completion | None:
        """Whether the list of what could be written opens by itself or only when it is asked for."""
        value = self.get("completion")
        return next((choice for choice in get_args(Completion) if choice == value), None)

    @completion.setter
    def completion(self, value: Completion | None) -> None:
        self.put("completion", value)
