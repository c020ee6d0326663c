"""The sandbox: a world of the learner's own choice, policies of it to write, and requests of the learner's own."""

from iamtutor.course.sandbox.openings import Opening, opening_at, openings
from iamtutor.course.sandbox.sandbox import Sandbox, UnsavableError, read_sandbox

__all__ = ["Opening", "Sandbox", "UnsavableError", "opening_at", "openings", "read_sandbox"]
