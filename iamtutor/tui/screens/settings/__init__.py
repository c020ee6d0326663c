"""The settings."""

from iamtutor.tui.screens.settings.screen import SettingsScreen

__all__ = ["SettingsScreen"]
