"""The sandbox: the workbench over a world of the learner's own choice, with requests of the learner's own."""

from iamtutor.tui.screens.sandbox.screen import SandboxScreen

__all__ = ["SandboxScreen"]
