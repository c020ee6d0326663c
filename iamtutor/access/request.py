"""A request: who does what on what, and the context AWS knows about it.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-reqcontext.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iamtutor.access.compose import Composition, Situation, compose
from iamtutor.access.principal import Principal, PrincipalKind
from iamtutor.access.service_rules import service_answers
from iamtutor.policy.arn import Arn, is_account_id
from iamtutor.policy.variables import ContextValue

_PRINCIPAL_TYPES = {
    PrincipalKind.USER: "User",
    PrincipalKind.ROLE: "AssumedRole",
    PrincipalKind.SESSION: "AssumedRole",
    PrincipalKind.FEDERATED_USER: "FederatedUser",
    PrincipalKind.ROOT: "Account",
    PrincipalKind.ANONYMOUS: "Anonymous",
}
ALWAYS_SENT = (
    "aws:securetransport", "aws:currenttime", "aws:epochtime", "aws:viaawsservice", "aws:requestedregion", "aws:useragent",
)  # fmt: skip
"""Keys, in lower case, that every request has; a request here has them only where its context says so.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (Availability)
"""


class Request:
    """One request, ready to be decided many times; treat it as immutable.

    `context` holds the condition keys in lower case (a string is single-valued, a tuple multivalued), with what
    follows from the caller filled in; `written` the keys as they were given. `resource_account` is the account that
    owns the resource: as given, else from the ARN, else the caller's; `assumes_account` says that neither told whose
    the resource is (an S3 bucket's ARN names no account). `by_service` is what needs no policy to say.
    """

    __slots__ = (
        "_composition",
        "_without_session_policy",
        "action",
        "action_key",
        "arn",
        "assumes_account",
        "by_service",
        "context",
        "principal",
        "resource",
        "resource_account",
        "same_account",
        "written",
    )

    def __init__(
        self,
        principal: Principal,
        action: str,
        resource: str,
        resource_account: str | None = None,
        context: Mapping[str, str | Sequence[str]] | None = None,
    ) -> None:
        self.action = action
        self.action_key = action.lower()
        self.resource = resource
        self.arn = Arn.parse(resource)
        owner = resource_account or _owner(self.arn)
        self.resource_account = owner or principal.account
        self.assumes_account = owner is None and principal.account is not None and _should_name_account(self.arn)
        self.written = {key: _value(value) for key, value in (context or {}).items()}
        self.context: dict[str, ContextValue] = {key.lower(): value for key, value in self.written.items()}
        self.principal = _with_role_path(principal, self.context.get("aws:principalarn"))
        for key, value in principal_context(self.principal).items():
            self.context.setdefault(key.lower(), value)
        if self.resource_account is not None:
            self.context.setdefault("aws:resourceaccount", self.resource_account)
        self.same_account = self.principal.account == self.resource_account
        self.by_service = service_answers(self.principal, self.action_key, self.arn, same_account=self.same_account)

        situation = Situation(principal.kind, self.same_account, self.by_service.delegates)
        self._composition = compose(situation)
        self._without_session_policy = self._composition
        if principal.kind is PrincipalKind.FEDERATED_USER:
            self._without_session_policy = compose(situation._replace(empty_federation=True))

    def composition(self, *, session_policy: bool) -> Composition:
        """How the layers make the decision on this request; `session_policy` says whether one was passed."""
        return self._composition if session_policy else self._without_session_policy

    @property
    def service(self) -> str:
        """The service prefix of the action, in lower case."""
        return self.action_key.partition(":")[0]

    @property
    def is_for_role(self) -> bool:
        """Whether the resource is an IAM role, whose resource-based policy is its trust policy."""
        return self.arn is not None and self.arn.service == "iam" and self.arn.resource.startswith("role/")

    def __repr__(self) -> str:
        return f"Request({self.principal.arn or self.principal.kind}, {self.action}, {self.resource})"


def principal_context(principal: Principal) -> dict[str, ContextValue]:
    """The condition keys that follow from the caller alone.

    Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
    (Properties of the principal) and the table of principal key values in the policy variables page.
    """
    if principal.kind is PrincipalKind.SERVICE:
        return {"aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": principal.name}
    keys: dict[str, ContextValue] = {"aws:PrincipalIsAWSService": "false"}
    if principal.kind in _PRINCIPAL_TYPES:
        keys["aws:PrincipalType"] = _PRINCIPAL_TYPES[principal.kind]
    if principal.account is None:
        return keys
    keys["aws:PrincipalAccount"] = principal.account
    arn = principal.role_arn or principal.arn
    if arn is not None:
        keys["aws:PrincipalArn"] = arn
    if principal.kind is PrincipalKind.USER:
        keys["aws:username"] = principal.name
    elif principal.kind is PrincipalKind.ROOT:
        keys["aws:userid"] = principal.account
    elif principal.kind is PrincipalKind.FEDERATED_USER:
        keys["aws:userid"] = f"{principal.account}:{principal.name}"
    return keys


def _value(value: str | Sequence[str]) -> ContextValue:
    return value if isinstance(value, str) else tuple(value)


def _owner(arn: Arn | None) -> str | None:
    return arn.account if arn is not None and is_account_id(arn.account) else None


def _should_name_account(arn: Arn | None) -> bool:
    """Whether a resource is one thing of some account: not ``*``, nor what belongs to AWS."""
    return arn is not None and not arn.account


def _with_role_path(principal: Principal, arn: ContextValue | None) -> Principal:
    """A session's ARN does not carry its role's path; aws:PrincipalArn does, where the context gives it."""
    if principal.kind is not PrincipalKind.SESSION or not isinstance(arn, str):
        return principal
    found = Arn.parse(arn)
    if found is None or found.account != principal.account or found.resource_type != "role":
        return principal
    if found.resource.rpartition("/")[2] != principal.name:
        return principal
    return Principal(
        principal.kind, principal.name, principal.arn, principal.account, role_arn=arn, partition=principal.partition
    )
