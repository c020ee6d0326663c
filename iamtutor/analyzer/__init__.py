"""What IAM Access Analyzer does, offline: policy validation, external access, policy generation.

Names are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iamtutor.lazy import lazily

if TYPE_CHECKING:
    from iamtutor.analyzer.external.analysis import analyze
    from iamtutor.analyzer.external.archive_rules import ArchiveRule
    from iamtutor.analyzer.external.picture import picture
    from iamtutor.analyzer.external.preview import ChangeType, changes
    from iamtutor.analyzer.external.results import (
        Analysis,
        ExternalFinding,
        Narrowing,
        Openness,
        OpenQuestion,
        OpenReason,
        Shown,
        ShownPrincipal,
    )
    from iamtutor.analyzer.external.state import State, Status, marked, updated
    from iamtutor.analyzer.external.telling import Row, Telling
    from iamtutor.analyzer.external.zone import NoOrganizationError, ZoneKind
    from iamtutor.analyzer.generation.generate import Generated, Options, generate, moment
    from iamtutor.analyzer.generation.level import Level
    from iamtutor.analyzer.generation.scope import Scope, ScopeError, ScopeProblem
    from iamtutor.analyzer.generation.trail_files import TrailFile, trail_files
    from iamtutor.analyzer.validation.codes import SEVERITIES, page_of
    from iamtutor.analyzer.validation.finding import QuickFix, ValidationFinding
    from iamtutor.analyzer.validation.messages import VALIDATION_MESSAGES
    from iamtutor.analyzer.validation.place import Place, path_json
    from iamtutor.analyzer.validation.reader_findings import reader_findings
    from iamtutor.analyzer.validation.validate import validate, validating

_HOMES: Final = {
    "Analysis": "external.results",
    "ExternalFinding": "external.results",
    "Narrowing": "external.results",
    "Openness": "external.results",
    "OpenQuestion": "external.results",
    "OpenReason": "external.results",
    "Shown": "external.results",
    "ShownPrincipal": "external.results",
    "NoOrganizationError": "external.zone",
    "ZoneKind": "external.zone",
    "analyze": "external.analysis",
    "ArchiveRule": "external.archive_rules",
    "ChangeType": "external.preview",
    "changes": "external.preview",
    "State": "external.state",
    "Status": "external.state",
    "updated": "external.state",
    "marked": "external.state",
    "picture": "external.picture",
    "Row": "external.telling",
    "Telling": "external.telling",
    "SEVERITIES": "validation.codes",
    "VALIDATION_MESSAGES": "validation.messages",
    "Generated": "generation.generate",
    "Level": "generation.level",
    "Options": "generation.generate",
    "Place": "validation.place",
    "QuickFix": "validation.finding",
    "Scope": "generation.scope",
    "ScopeError": "generation.scope",
    "ScopeProblem": "generation.scope",
    "TrailFile": "generation.trail_files",
    "ValidationFinding": "validation.finding",
    "generate": "generation.generate",
    "moment": "generation.generate",
    "page_of": "validation.codes",
    "path_json": "validation.place",
    "reader_findings": "validation.reader_findings",
    "trail_files": "generation.trail_files",
    "validate": "validation.validate",
    "validating": "validation.validate",
}

__all__ = [
    "SEVERITIES",
    "VALIDATION_MESSAGES",
    "Analysis",
    "ArchiveRule",
    "ChangeType",
    "ExternalFinding",
    "Generated",
    "Level",
    "Narrowing",
    "NoOrganizationError",
    "OpenQuestion",
    "OpenReason",
    "Openness",
    "Options",
    "Place",
    "QuickFix",
    "Row",
    "Scope",
    "ScopeError",
    "ScopeProblem",
    "Shown",
    "ShownPrincipal",
    "State",
    "Status",
    "Telling",
    "TrailFile",
    "ValidationFinding",
    "ZoneKind",
    "analyze",
    "changes",
    "generate",
    "marked",
    "moment",
    "page_of",
    "path_json",
    "picture",
    "reader_findings",
    "trail_files",
    "updated",
    "validate",
    "validating",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
