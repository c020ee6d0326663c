"""The reader's findings under AWS's codes: what the reader has said is not said again by a check.

A finding without a code of AWS keeps its own: IAM refuses characters beyond U+00FF, which no check of AWS names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from iamtutor.analyzer.validation.codes import SEVERITIES
from iamtutor.analyzer.validation.finding import ValidationFinding
from iamtutor.analyzer.validation.place import Place, policy_path
from iamtutor.analyzer.validation.reader_fixes import ReaderFixes
from iamtutor.policy.document import PolicyKind
from iamtutor.policy.finding import Finding, Severity, Span
from iamtutor.policy.reading import Reading
from iamtutor.policy.tree import node_at

JSON: Final = "json."
_DUPLICATE: Final = "json.duplicate-key"
CODES: Final[Mapping[str, str]] = {
    "policy.not-an-object": "DATA_TYPE_MISMATCH",
    "policy.unknown-element": "INVALID_POLICY_ELEMENT",
    "policy.unknown-element-near": "INVALID_POLICY_ELEMENT",
    "policy.belongs-to-policy": "INVALID_POLICY_ELEMENT",
    "policy.belongs-to-statement": "INVALID_POLICY_ELEMENT",
    "policy.missing-statement": "MISSING_STATEMENT",
    "policy.missing-effect": "MISSING_EFFECT",
    "policy.missing-action": "MISSING_ACTION",
    "policy.missing-resource": "MISSING_RESOURCE",
    "policy.missing-principal": "MISSING_PRINCIPAL",
    "policy.both-action-and-not-action": "UNSUPPORTED_ELEMENT_COMBINATION",
    "policy.both-resource-and-not-resource": "UNSUPPORTED_ELEMENT_COMBINATION",
    "policy.both-principal-and-not-principal": "UNSUPPORTED_ELEMENT_COMBINATION",
    "policy.resource-not-allowed": "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
    "policy.principal-not-allowed": "UNSUPPORTED_PRINCIPAL",
    "policy.wrong-type-string": "DATA_TYPE_MISMATCH",
    "policy.wrong-type-strings": "DATA_TYPE_MISMATCH",
    "policy.wrong-type-item": "DATA_TYPE_MISMATCH",
    "policy.wrong-type-statement": "DATA_TYPE_MISMATCH",
    "policy.wrong-type-object": "DATA_TYPE_MISMATCH",
    "policy.wrong-type-operator": "DATA_TYPE_MISMATCH",
    "policy.wrong-type-value": "DATA_TYPE_MISMATCH",
    "policy.wrong-type-principal": "INVALID_PRINCIPAL_FORMAT",
    "policy.empty-list": "EMPTY_ARRAY_PRINCIPAL",
    "policy.empty-principal": "EMPTY_OBJECT_PRINCIPAL",
    "policy.no-version": "MISSING_VERSION",
    "policy.bad-version": "INVALID_VERSION",
    "policy.duplicate-sid": "UNIQUE_SIDS_REQUIRED",
    "policy.bad-sid": "UNSUPPORTED_SID",
    "policy.bad-effect": "INVALID_EFFECT",
    "policy.bad-effect-near": "INVALID_EFFECT",
    "policy.bad-action": "INVALID_ACTION",
    "policy.bad-principal": "INVALID_PRINCIPAL_KEY",
    "policy.bad-principal-near": "INVALID_PRINCIPAL_KEY",
    "policy.not-principal-allow": "ALLOW_WITH_NOT_PRINCIPAL",
    "policy.unknown-operator": "INVALID_CONDITION_OPERATOR",
    "policy.unknown-operator-near": "INVALID_CONDITION_OPERATOR",
    "policy.null-with-if-exists": "NULL_WITH_IF_EXISTS",
}
"""The code of AWS for each finding of the reader that has one; some depend on where it stands, too."""
_ARRAYS: Final = {
    "Action": "EMPTY_ARRAY_ACTION",
    "NotAction": "EMPTY_ARRAY_ACTION",
    "Resource": "EMPTY_ARRAY_RESOURCE",
    "NotResource": "EMPTY_ARRAY_RESOURCE",
}
_OWN_CHECK: Final = {
    "policy.not-principal-allow": (PolicyKind.TRUST, PolicyKind.RCP),
}
"""Kinds in which a check of the registry says it under a code of its own."""
_BLAMES_KEY: Final = (
    "policy.unknown-element",
    "policy.belongs-to",
    "policy.both-",
    "policy.resource-not-allowed",
    "policy.principal-not-allowed",
    "policy.bad-principal",
    "policy.not-principal-allow",
    "policy.unknown-operator",
    "policy.null-with-if-exists",
)


def is_json_broken(reading: Reading) -> bool:
    """Whether the text is no JSON, so that AWS says nothing but that."""
    return any(finding.code.startswith(JSON) and finding.code != _DUPLICATE for finding in reading.findings)


def reader_findings(reading: Reading, *, broken: bool) -> Iterator[ValidationFinding]:
    """The reader's findings; of a `broken` text those about its JSON alone."""
    fixes = ReaderFixes(reading)
    for finding in reading.findings:
        is_json = finding.code.startswith(JSON)
        if broken and not is_json:
            continue
        if reading.kind in _OWN_CHECK.get(finding.code, ()):
            continue
        if finding.code in ("policy.bad-action", "policy.bad-sid") and _holds_variable(reading, finding):
            continue
        code = "JSON_SYNTAX_ERROR" if is_json else _code(finding, reading.kind)
        severity = SEVERITIES.get(code, finding.severity)
        place = Place(
            finding.span or Span(0, 0), policy_path(finding.path, blames_key=finding.code.startswith(_BLAMES_KEY))
        )
        yield ValidationFinding(code, severity, (place,), finding.code, finding.arguments, fixes.of(finding))


def _code(finding: Finding, kind: PolicyKind) -> str:
    code = CODES.get(finding.code, finding.code)
    if finding.code == "policy.empty-list":
        return _ARRAYS.get(str(finding.path[-1]), code)
    if finding.code == "policy.principal-not-allowed" and kind is PolicyKind.SCP:
        return "SCP_SYNTAX_ERROR_PRINCIPAL"
    if finding.code == "policy.duplicate-sid" and finding.severity is Severity.WARNING:
        return "UNIQUE_SIDS_RECOMMENDED"
    return code


def _holds_variable(reading: Reading, finding: Finding) -> bool:
    """Whether a policy variable is what is wrong: a check says that under its own code."""
    node = node_at(reading.tree.root, finding.path)
    return node is not None and "${" in node.text
