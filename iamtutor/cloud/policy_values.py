"""Policies written inside a world, read with the places that they have in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamtutor.access import NamedPolicy
from iamtutor.cloud.places import Json, KeyPath, Places
from iamtutor.cloud.slot import NO_STATEMENTS
from iamtutor.policy import Argument, Finding, PolicyKind, Severity, read_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Complaints:
    """Everything that is found wrong while a world is built."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.findings: list[Finding] = []

    def say(
        self,
        code: str,
        path: KeyPath,
        arguments: Mapping[str, Argument] | None = None,
        /,
        *,
        at_key: bool = False,
        **more: Argument,
    ) -> None:
        """Records that something is wrong at a path."""
        said = {**(arguments or {}), **more}
        self.findings.append(self.places.finding(code, path, said, at_key=at_key))

    def policy(self, value: Json, path: KeyPath, kind: PolicyKind, name: str, arn: str | None = None) -> NamedPolicy:
        """The policy at a path; what AWS would refuse in it is recorded with its line in the world's text.

        An empty list of statements is let through: it keeps the place of a policy that is still to be written.
        """
        try:
            reading = read_value(value, kind)
        except ValueError:
            self.say("cloud.policy-too-large", path)
            return NamedPolicy(name, NO_STATEMENTS, arn)
        for finding in reading.findings:
            if finding.severity is Severity.ERROR and not _is_placeholder(value, finding):
                self.findings.append(self.places.finding(finding.code, (*path, *finding.path), finding.arguments))
        return NamedPolicy(name, reading.document or NO_STATEMENTS, arn)


def _is_placeholder(value: Json, finding: Finding) -> bool:
    return finding.code == "policy.missing-statement" and isinstance(value, dict) and value.get("Statement") == []


def principals_of(document: Json, type_: str) -> Iterator[tuple[KeyPath, str]]:
    """The principals of a type (`AWS`, `Federated`) that a policy value names, each with its path.

    Whatever is no such thing is passed over.
    """
    statements = document.get("Statement") if isinstance(document, dict) else None
    listed = list(enumerate(statements)) if isinstance(statements, list) else [(None, statements)]
    for index, statement in listed:
        if not isinstance(statement, dict):
            continue
        path: KeyPath = ("Statement",) if index is None else ("Statement", index)
        for element in ("Principal", "NotPrincipal"):
            named = statement.get(element)
            if isinstance(named, dict):
                yield from _texts(named.get(type_), (*path, element, type_))


def _texts(value: Json, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield (*path, index), item
