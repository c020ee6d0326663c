"""The `decide` contract: one request with its policies as JSON values, in and out.

Scripts, conformance vectors and the differential tests speak it. Nothing here reads or writes files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Any

from iamtutor.access.decide import Decision, decide
from iamtutor.access.effective import EffectivePolicies, NamedPolicy, Settings
from iamtutor.access.layer import Verdict
from iamtutor.access.principal import Principal, PrincipalKind, UnknownPrincipalError
from iamtutor.access.request import Request
from iamtutor.access.trace import StatementTrace
from iamtutor.policy import Finding, PolicyKind, Severity, read_value

Json = Any
Object = Mapping[str, Json]

REQUEST_KEYS = frozenset({"principal", "action", "resource", "resource_account", "context"})
POLICY_KEYS = frozenset({"identity", "boundary", "session", "resource", "scp", "rcp", "endpoint"})
SETTING_KEYS = frozenset({"block_public_access", "management_account", "aws_managed_key"})
_VERDICTS = tuple(verdict.value for verdict in Verdict)
READABLE_ANYWAY = frozenset(
    {
        "policy.unknown-operator",
        "policy.unknown-operator-near",
        "policy.null-with-if-exists",
        "policy.missing-principal",
        "policy.bad-sid",
        "policy.duplicate-sid",
        "policy.bad-action",
        "policy.characters",
    }
)
"""Findings that AWS would object to, but that leave no doubt what the policy says (without Principal: nobody)."""


class WireError(ValueError):
    """A line that cannot be read: what is wrong as a finding, `path` where in the line.

    `in_policy` is what the reader of policies says, where a policy is at fault.
    """

    def __init__(
        self,
        code: str,
        path: tuple[str | int, ...] = (),
        /,
        *,
        in_policy: Finding | None = None,
        **arguments: str | int,
    ) -> None:
        super().__init__(code)
        self.finding = Finding(code, arguments=arguments, path=path)
        self.in_policy = in_policy


def read_case(row: Object) -> tuple[Request, EffectivePolicies]:
    """The request and the policies of one line. Raises WireError."""
    if not isinstance(row, Mapping):
        raise WireError("decide.not-an-object")
    request = read_request(_object(row, "request", ()))
    policies = _object(row, "policies", (), optional=True)
    settings = _object(row, "settings", (), optional=True)
    resource = policies.get("resource")
    trust = request.is_for_role and not (isinstance(resource, Mapping) and _names_resources(resource.get("document")))
    kind = PolicyKind.TRUST if trust else PolicyKind.RESOURCE
    return request, read_policies(policies, settings, resource_kind=kind)


def read_request(value: Object) -> Request:
    """The request of a line. Raises WireError."""
    _known(value, REQUEST_KEYS, ("request",))
    account = value.get("resource_account")
    if account is not None and not isinstance(account, str):
        raise WireError("decide.wrong-type", ("request", "resource_account"), expected="string")
    return Request(
        _principal(value.get("principal")),
        _string(value, "action", ("request",)),
        _string(value, "resource", ("request",)),
        account,
        _context(value.get("context", {})),
    )


def read_policies(
    value: Object, settings: Object, *, resource_kind: PolicyKind = PolicyKind.RESOURCE
) -> EffectivePolicies:
    """The policies and settings of a line; a role's resource policy is a trust policy. Raises WireError."""
    _known(value, POLICY_KEYS, ("policies",))
    return EffectivePolicies(
        identity=_policies(value.get("identity"), PolicyKind.IDENTITY, ("policies", "identity")),
        boundary=_policy_or_none(value.get("boundary"), PolicyKind.BOUNDARY, ("policies", "boundary")),
        session=_policies(value.get("session"), PolicyKind.SESSION, ("policies", "session")),
        resource=_policy_or_none(value.get("resource"), resource_kind, ("policies", "resource")),
        scp=_levels(value.get("scp"), PolicyKind.SCP, ("policies", "scp")),
        rcp=_levels(value.get("rcp"), PolicyKind.RCP, ("policies", "rcp")),
        endpoint=_policies(value.get("endpoint"), PolicyKind.ENDPOINT, ("policies", "endpoint")),
        settings=_settings(settings),
    )


def request_row(request: Request) -> dict[str, Json]:
    """A request as the contract writes it; what follows from the caller alone is left out."""
    return {
        "principal": _principal_row(request.principal),
        "action": request.action,
        "resource": request.resource,
        "resource_account": request.resource_account,
        "context": plain(request.written),
    }


def _principal_row(principal: Principal) -> Json:
    if principal.kind is PrincipalKind.SERVICE:
        return {"service": principal.name}
    if principal.kind is PrincipalKind.PROVIDER:
        return {"federated": principal.name}
    return principal.arn or PrincipalKind.ANONYMOUS.value


def decision_row(identifier: Json, decision: Decision, *, explain: bool = False) -> dict[str, Json]:
    """A decision as the contract writes it; with `explain` also its trace."""
    row: dict[str, Json] = {
        "id": identifier,
        "decision": decision.verdict.value,
        "layer": decision.layer.value,
        "statements": [
            {"layer": ref.layer.value, "policy": ref.policy, "sid": ref.sid, "index": ref.index}
            for ref in decision.statements
        ],
        "blocked_by": [layer.value for layer in decision.blocked_by],
        "missing_context": list(decision.missing_context),
        "message": decision.message,
    }
    if explain:
        row["trace"] = plain(decision.trace)
    return row


def decide_row(row: Object, *, explain: bool = False) -> dict[str, Json]:
    """Decide one line; where it carries `expect`, say whether the decision is as expected. Raises WireError."""
    return answer_row(row, decided(row), explain=explain)


def decided(row: Object) -> Decision:
    """The decision on one line. Raises WireError."""
    return decide(*read_case(row))


def answer_row(row: Object, decision: Decision, *, explain: bool = False) -> dict[str, Json]:
    """The answer to one line. Raises WireError where it expects what no decision is."""
    answer = decision_row(row.get("id"), decision, explain=explain)
    if "expect" in row:
        if row["expect"] not in _VERDICTS:
            raise WireError("decide.wrong-type", ("expect",), expected="verdict")
        answer["as_expected"] = answer["decision"] == row["expect"]
    return answer


def plain(value: object) -> Json:
    """Frozen data as JSON values."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, StatementTrace):
        return plain(value.as_dict())
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(each) for name, each in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (frozenset, set)):
        return sorted(plain(each) for each in value)
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return value


def _object(row: Object, key: str, path: tuple[str | int, ...], *, optional: bool = False) -> Object:
    value = row.get(key)
    if value is None and optional:
        return {}
    if value is None:
        raise WireError("decide.missing-key", path, key=key)
    if not isinstance(value, Mapping):
        raise WireError("decide.wrong-type", (*path, key), expected="object")
    return value


def _string(value: Object, key: str, path: tuple[str | int, ...]) -> str:
    found = value.get(key)
    if found is None:
        raise WireError("decide.missing-key", path, key=key)
    if not isinstance(found, str) or not found:
        raise WireError("decide.wrong-type", (*path, key), expected="string")
    return found


def _known(value: Object, keys: frozenset[str], path: tuple[str | int, ...]) -> None:
    for key in value:
        if key not in keys:
            raise WireError("decide.unknown-key", path, key=str(key), known=", ".join(sorted(keys)))


def _principal(value: Json) -> Principal:
    if value is None:
        raise WireError("decide.missing-key", ("request",), key="principal")
    try:
        if not isinstance(value, (str, Mapping)):
            raise UnknownPrincipalError(str(value))
        return Principal.parse(value)
    except UnknownPrincipalError as error:
        raise WireError("decide.unknown-principal", ("request", "principal"), principal=str(error)) from error


def _context(value: Json) -> dict[str, str | list[str]]:
    path = ("request", "context")
    if not isinstance(value, Mapping):
        raise WireError("decide.wrong-type", path, expected="object")
    found: dict[str, str | list[str]] = {}
    for key, each in value.items():
        texts = [_text_of(one) for one in each] if isinstance(each, list) else [_text_of(each)]
        known = [text for text in texts if text is not None]
        if len(known) < len(texts):
            raise WireError("decide.wrong-type", (*path, key), expected="string-or-strings")
        found[key] = known if isinstance(each, list) else known[0]
    return found


def _text_of(value: Json) -> str | None:
    """A value of a key as text: as in a policy's Condition, a JSON number or boolean stands for its text."""
    if isinstance(value, str):
        return value
    return json.dumps(value) if isinstance(value, bool | int | float) else None


def _settings(value: Object) -> Settings:
    _known(value, SETTING_KEYS, ("settings",))
    blocked = value.get("block_public_access", False)
    managed_key = value.get("aws_managed_key", False)
    account = value.get("management_account")
    for key, flag in (("block_public_access", blocked), ("aws_managed_key", managed_key)):
        if not isinstance(flag, bool):
            raise WireError("decide.wrong-type", ("settings", key), expected="boolean")
    if account is not None and not isinstance(account, str):
        raise WireError("decide.wrong-type", ("settings", "management_account"), expected="string")
    return Settings(blocked, account, managed_key)


def _names_resources(document: Json) -> bool:
    """Whether a trust policy carries Resource elements: IAM refuses them, but there is no doubt what it says."""
    listed = document.get("Statement") if isinstance(document, Mapping) else None
    statements = listed if isinstance(listed, list) else [listed]
    return any(isinstance(each, Mapping) and ("Resource" in each or "NotResource" in each) for each in statements)


def _levels(value: Json, kind: PolicyKind, path: tuple[str | int, ...]) -> list[list[NamedPolicy]]:
    return [_policies(level, kind, (*path, number)) for number, level in enumerate(_list(value, path))]


def _policies(value: Json, kind: PolicyKind, path: tuple[str | int, ...]) -> list[NamedPolicy]:
    return [_policy(each, kind, (*path, number)) for number, each in enumerate(_list(value, path))]


def _list(value: Json, path: tuple[str | int, ...]) -> list[Json]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise WireError("decide.wrong-type", path, expected="list")
    return value


def _policy_or_none(value: Json, kind: PolicyKind, path: tuple[str | int, ...]) -> NamedPolicy | None:
    return None if value is None else _policy(value, kind, path)


def _policy(value: Json, kind: PolicyKind, path: tuple[str | int, ...]) -> NamedPolicy:
    if not isinstance(value, Mapping):
        raise WireError("decide.wrong-type", path, expected="object")
    _known(value, frozenset({"name", "document", "arn"}), path)
    if "document" not in value:
        raise WireError("decide.missing-key", path, key="document")
    name = value.get("name", "")
    arn = value.get("arn")
    if not isinstance(name, str):
        raise WireError("decide.wrong-type", (*path, "name"), expected="string")
    if not (arn is None or isinstance(arn, str)):
        raise WireError("decide.wrong-type", (*path, "arn"), expected="string")
    text = json.dumps(value["document"], ensure_ascii=False)
    found = _named_policy(name, arn, text, kind)
    if isinstance(found, Finding):
        raise WireError(
            "decide.bad-policy", (*path, "document", *found.path), in_policy=found, policy=name or kind.value
        )
    return found


@lru_cache(maxsize=4096)
def _named_policy(name: str, arn: str | None, text: str, kind: PolicyKind) -> NamedPolicy | Finding:
    reading = read_value(json.loads(text), kind)
    for finding in reading.findings:
        if finding.severity is Severity.ERROR and finding.code not in READABLE_ANYWAY:
            return finding
    if reading.document is None:
        return Finding("policy.not-an-object")
    return NamedPolicy(name, reading.document, arn)
