"""The sandbox: a world of the learner's own choice, policies of it to write, and requests of the learner's own."""

from iamtutor.course.sandbox.openings import Opening, openings, openings_of
from iamtutor.course.sandbox.requests import first_request, is_whole, request_of, variation_of
from iamtutor.course.sandbox.sandbox import Sandbox, UnsavableError, read_sandbox

__all__ = [
    "Opening",
    "Sandbox",
    "UnsavableError",
    "first_request",
    "is_whole",
    "openings",
    "openings_of",
    "read_sandbox",
    "request_of",
    "variation_of",
]
