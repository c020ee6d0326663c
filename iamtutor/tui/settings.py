"""Every setting, declared once: where it is kept and which values it has. Its words follow from its key.

`tui.set-<key>` is its name, `tui.set-<key>-about` what it does, `tui.set-<key>-<value>` a value; where there is a
`tui.set-<key>-<value>-about`, it is said of the value in hand.
"""

from __future__ import annotations

from typing import NamedTuple

from iamtutor.tui.theme import THEMES


class Setting(NamedTuple):
    """One choice. The first value counts where nothing was chosen, unless the app knows better."""

    key: str
    values: tuple[str, ...]

    @property
    def name(self) -> str:
        """The message id of the name."""
        return f"tui.set-{self.key}"

    @property
    def about(self) -> str:
        """The message id of what it does."""
        return f"tui.set-{self.key}-about"

    def shown(self, value: str) -> str:
        """The message id of a value."""
        return f"tui.set-{self.key}-{value}"

    def after(self, value: str, by: int) -> str:
        """The value so many places on, beginning again at the end."""
        return self.values[(self.values.index(value) + by) % len(self.values)]


SETTINGS: tuple[Setting, ...] = (
    Setting("language", ("ko", "en")),
    Setting("reading", ("ko", "en", "both")),
    Setting("theme", tuple(theme.name for theme in THEMES)),
    Setting("marking", ("serious", "all")),
    Setting("completion", ("auto", "asked")),
    Setting("animations", ("on", "off")),
    Setting("report", ("plain", "full")),
)
BY_KEY: dict[str, Setting] = {setting.key: setting for setting in SETTINGS}
