"""Where the peer and AWS's documentation differ: each rule rewrites a case so that the difference goes away.

A rewriting says the same by the documentation in words that both evaluators read alike, so our decision must stay the
same; when the peer then agrees, the rule has explained the difference.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from iamtutor.access import Principal
from iamtutor.access.naming import Exemption, exemption, namings
from iamtutor.access.service_rules import rcp_services
from iamtutor.policy import PolicyKind, read_value
from tests.differential.generate import FEDERATED, LINKED, ROOT, USER, A

Json = Any
GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
ORGANIZATIONS = "https://docs.aws.amazon.com/organizations/latest/userguide/"
NOBODY = f"arn:aws:iam::{A}:user/nobody"
ALLOW_ALL = {"Effect": "Allow", "Action": "*", "Resource": "*"}


@dataclass(frozen=True)
class Rule:
    """One explained difference. `rewrite` changes the case in place; `ours` is our decision on it, with its layer."""

    name: str
    source: str
    rewrite: Callable[[Json, str, str], None]


def rewritten(rule: Rule, case: Json, verdict: str, layer: str) -> Json | None:
    """The case as a rule says it, or None where the rule has nothing to say."""
    changed = json.loads(json.dumps(case))  # not a deep copy: a name that stands twice must not be one object
    rule.rewrite(changed, verdict, layer)
    return None if changed == case else changed


def statements(case: Json, *layers: str) -> Iterator[tuple[str, Json, Json]]:
    """Every statement with its layer and its document."""
    for layer, found in case["policies"].items():
        if layers and layer not in layers:
            continue
        for document in _documents(found):
            listed = document["Statement"]
            for statement in listed if isinstance(listed, list) else [listed]:
                yield layer, document, statement


def _documents(found: Json) -> Iterator[Json]:
    if isinstance(found, list):
        for each in found:
            yield from _documents(each)
    elif found is not None:
        yield found["document"]


def _conditions(case: Json) -> Iterator[tuple[Json, str, str, list[str]]]:
    """Every condition: its statement, operator, key and values."""
    for _, _, statement in statements(case):
        for operator, keys in list(statement.get("Condition", {}).items()):
            for key, values in list(keys.items()):
                yield statement, operator, key, values if isinstance(values, list) else [values]


def _drop(statement: Json, operator: str, key: str) -> None:
    """Take a condition that holds out of its statement."""
    del statement["Condition"][operator][key]
    if not statement["Condition"][operator]:
        del statement["Condition"][operator]
    if not statement["Condition"]:
        del statement["Condition"]


def _keep(document: Json, kept: Callable[[Json], bool]) -> None:
    listed = document["Statement"]
    left = [each for each in (listed if isinstance(listed, list) else [listed]) if kept(each)]
    document["Statement"] = left or [_silent(listed)]


def _silent(listed: Json) -> Json:
    """A statement of the same form that matches no request, for a policy must have one."""
    first = listed[0] if isinstance(listed, list) else listed
    silent = {"Effect": "Allow", "Action": "none:None"}
    for element in ("Principal", "NotPrincipal"):
        if element in first:
            silent["Principal"] = "*"
    return silent | ({"Resource": "*"} if "Resource" in first or "NotResource" in first else {})


def _value(case: Json, key: str) -> Json:
    return {each.lower(): value for each, value in case["request"]["context"].items()}.get(key.lower())


def _ip_ranges(case: Json, _verdict: str, _layer: str) -> None:
    for statement, operator, key, values in _conditions(case):
        if "IpAddress" not in operator:
            continue
        address = _value(case, key)
        wide = [half for each in values for half in (["0.0.0.0/1", "128.0.0.0/1"] if each == "0.0.0.0/0" else [each])]
        same_family = [each for each in wide if address is None or (":" in each) == (":" in address)]
        if same_family or "Not" not in operator:
            statement["Condition"][operator][key] = same_family or [
                "192.0.2.0/32" if ":" in address else "2001:db8:f::/128"
            ]
        else:
            _drop(statement, operator, key)


_VARIABLE = re.compile(r"\$\{([^}',]+)(?:, '([^']*)')?\}")


def _variables(case: Json, _verdict: str, _layer: str) -> None:
    """Put the values in by hand; in an old version nothing is a variable."""
    for _, document, statement in statements(case):
        filled = partial(_filled, case, substitutes=document["Version"] == "2012-10-17")
        for element in ("Resource", "NotResource"):
            if element in statement:
                statement[element] = _mapped(statement[element], filled)
        for operator, keys in statement.get("Condition", {}).items():
            # Put in by hand, a literal star would be a wildcard to these.
            like = partial(filled, but="${*}") if "Like" in operator else filled
            for key in keys:
                keys[key] = _mapped(keys[key], like)


def _filled(case: Json, text: str, *, substitutes: bool, but: str | None = None) -> str:
    def value(match: re.Match[str]) -> str:
        key, default = match.groups()
        if not substitutes:
            return "no-variable-in-this-version"
        if key in "*?$":
            return key
        found = _value(case, key)
        return found if isinstance(found, str) else default if default is not None else "no-value-at-all"

    return text if text == but else _VARIABLE.sub(value, text)


def _mapped(value: Json, change: Callable[[str], str]) -> Json:
    return [change(each) for each in value] if isinstance(value, list) else change(value)


def _dates(case: Json, _verdict: str, _layer: str) -> None:
    """Epoch seconds and dates without a zone, as full dates in UTC."""
    context = case["request"]["context"]
    seconds = {"1780315200": "2026-06-01T12:00:00Z", "1798070400": "2026-12-24T00:00:00Z"}
    if context.get("aws:EpochTime") in seconds:
        context["aws:EpochTime"] = seconds[context["aws:EpochTime"]]
    for statement, operator, key, values in _conditions(case):
        if "Date" in operator:
            full = [each if "T" in each else f"{each}T00:00:00Z" for each in values]
            statement["Condition"][operator][key] = full


def _empty_sets(case: Json, _verdict: str, _layer: str) -> None:
    """A set of nothing satisfies ForAllValues, and never ForAnyValue."""
    for statement, operator, key, _ in _conditions(case):
        value = _value(case, key)
        if value not in ("", [""]):
            continue
        if operator.startswith("ForAllValues"):
            _drop(statement, operator, key)
        elif operator.startswith("ForAnyValue"):
            statement["Condition"][operator][key] = "not-even-nothing"
            if "Not" in operator:
                _drop(statement, operator, key)
                statement.setdefault("Condition", {}).setdefault("Null", {})["aws:never"] = "false"


def _if_exists(case: Json, _verdict: str, _layer: str) -> None:
    for statement, operator, key, _ in _conditions(case):
        if operator.startswith("ForAnyValue") and operator.endswith("IfExists") and _value(case, key) is None:
            _drop(statement, operator, key)


def _session_grants(case: Json, verdict: str, layer: str) -> None:
    """Where the resource policy grants to the session itself, the session policy's silence does not matter."""
    same_account = case["request"]["resource_account"] == A
    if verdict == "Allowed" and layer == "resource" and same_account and "session" in case["policies"]:
        document = case["policies"]["session"][0]["document"]
        _keep(document, lambda _: True)
        document["Statement"].append(ALLOW_ALL)


def _policy(*listed: Json) -> Json:
    return {"name": "rewritten", "document": {"Version": "2012-10-17", "Statement": list(listed)}}


def _named(statement: Json, principal: Principal) -> bool:
    whom = {key: value for key, value in statement.items() if "Principal" in key}
    alone = {"Effect": "Deny", "Action": "*", "Resource": "*"} | whom
    reading = read_value({"Version": "2012-10-17", "Statement": alone}, PolicyKind.RESOURCE)
    if reading.document is None or not reading.document.statements:
        return False
    element = reading.document.statements[0].principal
    assert element is not None
    if element.negated:
        return exemption(element, principal) is Exemption.NONE
    return bool(namings(element, principal))


def _endpoint_principals(case: Json, _verdict: str, _layer: str) -> None:
    principal = Principal.parse(case["request"]["principal"])
    for document in _documents(case["policies"].get("endpoint")):
        _keep(document, lambda statement: _named(statement, principal))
        for statement in document["Statement"]:
            statement.pop("NotPrincipal", None)
            statement["Principal"] = "*"


def _not_principal(case: Json, _verdict: str, _layer: str) -> None:
    """A Deny with NotPrincipal, as a Deny for everyone or no Deny at all."""
    principal = Principal.parse(case["request"]["principal"])
    has_boundary = "boundary" in case["policies"] and principal.has_identity and case["request"]["principal"] != ROOT
    for layer in ("resource", "endpoint"):
        for document in _documents(case["policies"].get(layer)):
            _keep(document, lambda each: "NotPrincipal" not in each or has_boundary or _named(each, principal))
            for statement in document["Statement"]:
                if statement.pop("NotPrincipal", None):
                    statement["Principal"] = "*"


def _no_identity(case: Json, _verdict: str, layer: str) -> None:
    """Services, providers and anonymous callers have no policies of their own; the peer asks a provider for one."""
    caller = case["request"]["principal"]
    if caller != "anonymous" and isinstance(caller, str):
        return
    for own in ("boundary", "session", "scp"):
        case["policies"].pop(own, None)
    case["policies"]["identity"] = []
    if "federated" in caller:
        case["policies"]["identity"] = [_policy(ALLOW_ALL)]
        # Where the service refuses, "*" is what makes the bucket policy public, and stays.
        for _, _, statement in statements(case, "resource") if layer != "service" else ():
            if statement["Effect"] == "Allow" and statement["Principal"] in ("*", {"AWS": "*"}):
                statement["Principal"] = {"AWS": NOBODY}


def _root_user(case: Json, verdict: str, layer: str) -> None:
    if case["request"]["principal"] != ROOT:
        return
    for own in ("boundary", "session"):
        case["policies"].pop(own, None)
    case["policies"]["identity"] = [_policy(ALLOW_ALL)]
    if case["request"]["action"] == "sts:AssumeRole" and layer == "service":
        case["policies"] = {}
    if case["request"]["action"] == "s3:DeleteBucketPolicy" and case["request"]["resource_account"] == A:
        for document in _documents(case["policies"].get("resource")):
            _keep(document, lambda statement: statement["Effect"] == "Allow")


def _caller_identity(case: Json, _verdict: str, layer: str) -> None:
    if case["request"]["action"] == "sts:GetCallerIdentity" and layer == "service":
        case["policies"] = {"identity": [_policy(ALLOW_ALL)], "resource": _policy(ALLOW_ALL | {"Principal": "*"})}


def _who_is_bound(case: Json, _verdict: str, _layer: str) -> None:
    """Take SCPs and RCPs away where they do not bind the request."""
    request, policies = case["request"], case["policies"]
    management = case["settings"].get("management_account")
    linked = request["principal"] == LINKED
    if linked or management == A:
        policies.pop("scp", None)
    unsupported = request["action"].split(":")[0] not in rcp_services() or request["action"] == "kms:RetireGrant"
    if linked or unsupported or management == request["resource_account"]:
        policies.pop("rcp", None)


def _federated_user(case: Json, _verdict: str, _layer: str) -> None:
    """Without a session policy only a grant to the session itself counts."""
    if case["request"]["principal"] != FEDERATED or "session" in case["policies"]:
        return
    for document in _documents(case["policies"].get("identity")):
        _keep(document, lambda statement: statement["Effect"] == "Deny")
    for _, _, statement in statements(case, "resource"):
        named = statement.get("Principal")
        if statement["Effect"] == "Allow" and isinstance(named, dict) and "AWS" in named:
            listed = named["AWS"] if isinstance(named["AWS"], list) else [named["AWS"]]
            named["AWS"] = [NOBODY if each == USER else each for each in listed]


def _public_access(case: Json, verdict: str, layer: str) -> None:
    """What Block Public Access refuses, as a bucket without a policy."""
    if verdict == "ImplicitlyDenied" and layer == "service" and case["settings"].get("block_public_access"):
        case["policies"].pop("resource", None)
    case["settings"].pop("block_public_access", None)


def _whole_arns(case: Json, _verdict: str, _layer: str) -> None:
    """A star in a Resource pattern crosses colons and slashes, as in the page's examples: put the ARN where it may."""
    resource = case["request"]["resource"]

    def crossing(pattern: str) -> str:
        expression = ".*".join(re.escape(part).replace(r"\?", ".") for part in pattern.split("*"))
        before_name = re.split(r"(?<=[^:]):(?=[^:])|/", pattern)[:-1]
        crosses = any("*" in part for part in before_name) or ("/" in resource.rpartition(":")[2] and "*" in pattern)
        return resource if crosses and re.fullmatch(expression, resource, re.DOTALL) else pattern

    for _, _, statement in statements(case):
        for element in ("Resource", "NotResource"):
            if element in statement:
                statement[element] = _mapped(statement[element], crossing)


RULES = (
    Rule("whole-arns", GUIDE + "reference_policies_elements_resource.html", _whole_arns),
    Rule("ip-ranges", GUIDE + "reference_policies_elements_condition_operators.html#Conditions_IPAddress", _ip_ranges),
    Rule("variables", GUIDE + "reference_policies_variables.html", _variables),
    Rule("dates", GUIDE + "reference_policies_elements_condition_operators.html#Conditions_Date", _dates),
    Rule("empty-sets", GUIDE + "reference_policies_condition-single-vs-multi-valued-context-keys.html", _empty_sets),
    Rule("if-exists", GUIDE + "reference_policies_elements_condition_operators.html#Conditions_IfExists", _if_exists),
    Rule("session-grants", GUIDE + "reference_policies_evaluation-logic_policy-eval-denyallow.html", _session_grants),
    Rule(
        "endpoint-principals",
        "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
        _endpoint_principals,
    ),
    Rule("not-principal", GUIDE + "reference_policies_elements_notprincipal.html", _not_principal),
    Rule("no-identity", GUIDE + "reference_policies_elements_principal.html", _no_identity),
    Rule("root-user", GUIDE + "reference_policies_evaluation-logic.html", _root_user),
    Rule(
        "caller-identity",
        "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html",
        _caller_identity,
    ),
    Rule("who-is-bound", ORGANIZATIONS + "orgs_manage_policies_rcps.html", _who_is_bound),
    Rule(
        "federated-user",
        "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html",
        _federated_user,
    ),
    Rule(
        "public-access",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
        _public_access,
    ),
)
