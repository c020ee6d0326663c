"""What IAM Access Analyzer does, offline: policy validation, external access, policy generation.

Names are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iamtutor.lazy import lazily

if TYPE_CHECKING:
    from iamtutor.analyzer.generation.generate import Generated, Options, generate, moment
    from iamtutor.analyzer.generation.level import Level
    from iamtutor.analyzer.generation.scope import Scope, ScopeError, ScopeProblem
    from iamtutor.analyzer.generation.trail_files import TrailFile, trail_files

_HOMES: Final = {
    "Generated": "generation.generate",
    "Level": "generation.level",
    "Options": "generation.generate",
    "Scope": "generation.scope",
    "ScopeError": "generation.scope",
    "ScopeProblem": "generation.scope",
    "TrailFile": "generation.trail_files",
    "generate": "generation.generate",
    "moment": "generation.generate",
    "trail_files": "generation.trail_files",
}

__all__ = [
    "Generated",
    "Level",
    "Options",
    "Scope",
    "ScopeError",
    "ScopeProblem",
    "TrailFile",
    "generate",
    "moment",
    "trail_files",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
