"""Policies that a person names on the command line: files, `-`, or AWS managed policies by name or ARN."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from iamtutor.access.wire import READABLE_ANYWAY
from iamtutor.catalog import CATALOG_MESSAGES, Catalog, CatalogError, UnknownNameError
from iamtutor.catalog.managed import ARN_PREFIX
from iamtutor.cli.files import decoded, read_text
from iamtutor.cli.findings import words_of
from iamtutor.cli.policy_kind import guess_kind
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.policy import Finding, PolicyDocument, PolicyKind, Reading, Severity, Statement, read, read_value
from iamtutor.reason.messages import MESSAGES as REASON_MESSAGES
from iamtutor.words import Bilingual

STANDARD_INPUT: Final = "-"
_MANAGED_NAME: Final = re.compile(r"[\w+=,@-]+")
_HARMLESS: Final = READABLE_ANYWAY - {"policy.missing-principal"}


@dataclass(frozen=True)
class PolicyFile:
    """A policy as it was named, and what was read of it; of an AWS managed policy no line is known."""

    name: str
    reading: Reading
    managed: bool = False

    @property
    def document(self) -> PolicyDocument:
        """The policy."""
        assert self.reading.document is not None
        return self.reading.document

    def line_of(self, statement: Statement) -> int | None:
        """The line on which a statement begins."""
        return None if self.managed else self.reading.position(statement.span.start).line

    def as_kind(self, kind: PolicyKind) -> PolicyFile:
        """The same text read as a policy of another kind."""
        return self if self.reading.kind is kind else PolicyFile(self.name, read(self.reading.text, kind), self.managed)


@dataclass(frozen=True)
class Policies:
    """Policies of one kind; `guessed` says that nobody named the kind."""

    files: tuple[PolicyFile, ...]
    kind: PolicyKind
    guessed: bool


def open_policies(names: Sequence[str], kind: str | None, catalog: Catalog, terminal: Terminal) -> Policies:
    """Read every policy that is named, as one kind. What AWS would object to but is clear is noted. Raises Problem."""
    if names.count(STANDARD_INPUT) > 1:
        raise Problem("cli.policy.input-twice")
    found = [_open(name, catalog, terminal) for name in names]
    chosen = guess_kind(each.reading.tree for each in found) if kind is None else PolicyKind(kind)
    files = tuple(each.as_kind(chosen) for each in found)
    for file in files:
        _refuse_errors(file)
    for file in files:
        _note_errors(file, terminal)
    return Policies(files, chosen, kind is None)


def refuse_rcp(policies: Policies) -> None:
    """Raise a Problem where nothing can be granted: RCPs take away only."""
    if policies.kind is PolicyKind.RCP:
        raise Problem("reason.check.never-grants", messages=REASON_MESSAGES, policy=policies.files[0].name)


def open_catalog(terminal: Terminal) -> Catalog:
    """The installed catalogue. Raises Problem."""
    try:
        return Catalog.installed(terminal.environ)
    except CatalogError as error:
        raise Problem(error.message, messages=CATALOG_MESSAGES, **error.arguments) from error


def _open(name: str, catalog: Catalog, terminal: Terminal) -> PolicyFile:
    if name == STANDARD_INPUT:
        return PolicyFile(name, read(decoded(terminal.bytes_in(), name)))
    is_arn = name.startswith(f"{ARN_PREFIX}/")
    if is_arn or (_MANAGED_NAME.fullmatch(name) and not Path(name).exists()):
        return _managed(name, catalog)
    return PolicyFile(name, read(read_text(Path(name))))


def _managed(name: str, catalog: Catalog) -> PolicyFile:
    try:
        policy = catalog.managed.policy(name)
    except UnknownNameError as error:
        if error.suggestions:
            raise Problem("cli.policy.unknown-near", name=name, near=error.suggestions[0]) from None
        raise Problem("cli.policy.unknown", name=name) from None
    except CatalogError as error:
        words = Bilingual(
            *(Problem(error.message, messages=CATALOG_MESSAGES, **error.arguments).text(lang) for lang in ("ko", "en"))
        )
        raise Problem("cli.policy.no-managed", name=name, words=words) from error
    return PolicyFile(policy.name, read_value(policy.document), managed=True)


def _refuse_errors(file: PolicyFile) -> None:
    errors = [each for each in _errors(file) if each.code not in _HARMLESS]
    if not errors:
        return
    place, words = _place(file, errors[0]), _words(errors[0])
    if len(errors) > 1:
        raise Problem("cli.policy.bad-and-more", place=place, words=words, count=len(errors) - 1)
    raise Problem("cli.policy.bad", place=place, words=words)


def _note_errors(file: PolicyFile, terminal: Terminal) -> None:
    for finding in _errors(file):
        terminal.note("cli.policy.bad", place=_place(file, finding), words=_words(finding))


def _errors(file: PolicyFile) -> list[Finding]:
    return [finding for finding in file.reading.findings if finding.severity is Severity.ERROR]


def _place(file: PolicyFile, finding: Finding) -> str:
    line, column = file.reading.position(finding.span.start if finding.span else 0)
    return f"{file.name}:{line}:{column}"


def _words(finding: Finding) -> Bilingual:
    return Bilingual(words_of(finding, "ko"), words_of(finding, "en"))
