"""Random pairs of policies that nearly say the same, and random requests near what they tell apart."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from random import Random
from typing import Any, NamedTuple

from iamtutor.access import EffectivePolicies, NamedPolicy, Principal, Request
from iamtutor.policy import PolicyKind, read
from iamtutor.policy.variables import ContextValue
from iamtutor.reason import Domain, Scope
from iamtutor.reason.caller_keys import with_caller
from iamtutor.reason.callers import Caller, StandsFor
from iamtutor.reason.known_keys import known_keys
from tests.reason.written import Json, actions

A, B = "111122223333", "444455556666"
USER = f"arn:aws:iam::{A}:user/dev"
ROLE = f"arn:aws:iam::{A}:role/app"
SESSION = f"arn:aws:sts::{A}:assumed-role/app/ci"
FEDERATED = f"arn:aws:sts::{A}:federated-user/dev"
ROOT = f"arn:aws:iam::{A}:root"
LINKED = f"arn:aws:iam::{A}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
SERVICE: Json = {"service": "ec2.amazonaws.com"}
PROVIDER: Json = {"federated": "accounts.google.com"}
CALLERS: list[Json] = [
    USER,
    USER,
    USER,
    ROLE,
    SESSION,
    SESSION,
    FEDERATED,
    ROOT,
    LINKED,
    "anonymous",
    SERVICE,
    PROVIDER,
]
NAMED: list[Json] = [
    "*", {"AWS": "*"}, {"AWS": USER}, {"AWS": ROLE}, {"AWS": SESSION}, {"AWS": FEDERATED}, {"AWS": [ROOT]}, {"AWS": A},
    {"AWS": B}, {"Service": "ec2.amazonaws.com"}, {"Federated": "accounts.google.com"}, {"AWS": [USER, ROOT]},
    {"AWS": [SESSION, ROLE, ROOT]}, {"AWS": [USER], "Service": "ec2.amazonaws.com"},
]  # fmt: skip


class Theme(NamedTuple):
    """What the statements of one comparison speak of, so that they meet."""

    actions: tuple[str, ...]
    patterns: tuple[str, ...]
    resources: tuple[str, ...]


THEMES = [
    Theme(
        ("s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:DeleteBucketPolicy"),
        ("s3:*", "s3:Get*", "s3:GetObject", "s3:*Object", "s3:PutObject", "s3:ListBucket", "s3:?utObject", "*"),
        ("arn:aws:s3:::a/*", "arn:aws:s3:::a/x", "arn:aws:s3:::a*", "arn:aws:s3:::a", "arn:aws:s3:::*/x", "*",
         "arn:aws:s3:::a/?", "arn:aws:s3:::a/${aws:username}/*", "arn:aws:s3:::a/${aws:PrincipalTag/t}",
         "arn:aws:s3:::a/${aws:PrincipalTag/t, 'x'}", "arn:aws:s3:::b/*", "arn:aws:s3:::a/dev/*"),
    ),
    Theme(
        ("kms:Decrypt", "kms:Encrypt", "kms:CreateAlias", "kms:RetireGrant"),
        ("kms:*", "kms:Decrypt", "kms:Encrypt", "kms:*crypt", "kms:RetireGrant", "kms:CreateAlias"),
        (f"arn:aws:kms:us-east-1:{A}:key/1", f"arn:aws:kms:*:{A}:key/*", "arn:aws:kms:*:*:alias/*", "*",
         f"arn:aws:kms:us-east-1:{A}:key/*", "arn:aws:kms:*:*:alias/aws/*"),
    ),
    Theme(
        ("sts:AssumeRole", "sts:TagSession", "iam:GetRole", "iam:DeleteRole", "iam:GetPolicy"),
        ("sts:*", "sts:AssumeRole", "iam:*", "iam:Get*", "iam:DeleteRole", "*"),
        (f"arn:aws:iam::{A}:role/x", f"arn:aws:iam::{A}:role/*", "arn:aws:iam::*:role/aws-service-role/*", "*",
         "arn:aws:iam::aws:policy/*", f"arn:aws:iam::{A}:*", f"arn:aws:iam::{A}:role/${{aws:username}}"),
    ),
    Theme(
        ("sqs:SendMessage", "sns:Publish", "ec2:StartInstances", "ec2:CreateTags"),
        ("sqs:*", "sns:Publish", "ec2:*", "ec2:CreateTags", "sqs:SendMessage", "*"),
        (f"arn:aws:sqs:us-east-1:{A}:q", f"arn:aws:sqs:*:{A}:*", "*", "arn:aws:*:us-east-1:*:*",
         f"arn:aws:ec2:us-east-1:{A}:instance/*", f"arn:aws:sns:us-east-1:{A}:${{aws:PrincipalTag/t}}-*"),
    ),
]  # fmt: skip

TAG, KEYS = "aws:PrincipalTag/t", "aws:TagKeys"
STRINGS = ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike",
           "StringNotLike"]  # fmt: skip
COMPARE = ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"]
CONDITIONS: list[tuple[list[str], list[str], list[str]]] = [
    ([TAG, TAG, "aws:RequestTag/t", "s3:prefix"], STRINGS,
     ["x", "X", "y", "x*", "?", "", "*", "xy", "${aws:username}", "${aws:PrincipalTag/u}", "${aws:PrincipalTag/u, 'x'}"]),
    ([KEYS, "aws:CalledVia"], STRINGS, ["x", "y", "x*", "*", "z"]),
    (["s3:max-keys", "aws:MultiFactorAuthAge"], [f"Numeric{each}" for each in COMPARE], ["1", "2", "10"]),
    (["aws:CurrentTime"], [f"Date{each}" for each in COMPARE], ["2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z"]),
    (["aws:SourceIp"], ["IpAddress", "NotIpAddress"], ["203.0.113.0/24", "203.0.113.0/25", "203.0.113.7", "::/0", "0.0.0.0/0"]),
    (["aws:SecureTransport", "aws:MultiFactorAuthPresent"], ["Bool"], ["true", "false"]),
    (["aws:PrincipalArn", "aws:SourceArn"], ["ArnLike", "ArnEquals", "ArnNotLike"],
     [USER, ROLE, "arn:aws:iam::*:user/*", f"arn:aws:iam::{A}:*", "arn:*:*:*:*:x"]),
    (["aws:PrincipalAccount", "aws:PrincipalType", "aws:username"], STRINGS[:2] + STRINGS[4:], [A, B, "User", "dev", "d*"]),
]  # fmt: skip


class Maker:
    """Makes policies of one theme."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.theme = random.choice(THEMES)

    def chance(self, of: float) -> bool:
        return self.random.random() < of

    def some(self, choices: tuple[str, ...] | list[str], most: int = 2) -> Any:
        found = self.random.sample(list(choices), self.random.randint(1, min(most, len(choices))))
        return found[0] if len(found) == 1 else found

    def condition(self) -> tuple[str, str, Any]:
        random = self.random
        keys, operators, values = random.choice(CONDITIONS)
        key = random.choice(keys)
        if self.chance(0.15):
            return "Null", key, random.choice(["true", "false"])
        operator = random.choice(operators)
        if key in (KEYS, "aws:CalledVia") or self.chance(0.06):
            operator = random.choice(["ForAllValues:", "ForAnyValue:"]) + operator
        if not operator.startswith("ForAny") and self.chance(0.2):
            operator += "IfExists"
        return operator, key, self.some(values)

    def statement(self, *, principals: bool = False, resources: bool = True) -> Json:
        found: Json = {"Effect": "Deny" if self.chance(0.25) else "Allow"}
        if principals:
            negated = found["Effect"] == "Deny" and self.chance(0.3)
            found["NotPrincipal" if negated else "Principal"] = self.random.choice(NAMED)
        found["NotAction" if self.chance(0.12) else "Action"] = self.some(self.theme.patterns)
        if resources:
            found["NotResource" if self.chance(0.15) else "Resource"] = self.some(self.theme.resources, 3)
        block: Json = {}
        while self.chance(0.3):
            operator, key, values = self.condition()
            block.setdefault(operator, {})[key] = values
        return found | ({"Condition": block} if block else {})

    def statements(self, *, principals: bool = False, open_: float = 0.0) -> list[Json]:
        """Up to three; with the chance `open_` one more that allows everything."""
        found = [self.statement(principals=principals) for _ in range(self.random.randint(1, 3))]
        if self.chance(open_):
            found.append(
                {"Effect": "Allow", "Action": "*", "Resource": "*"} | ({"Principal": "*"} if principals else {})
            )
        return found

    def layers(self) -> Json:
        layers: Json = {"identity": [self.statements() for _ in range(self.random.choice([1, 1, 1, 2]))]}
        if self.chance(0.3):
            layers["identity"].append([{"Effect": "Allow", "Action": "*", "Resource": "*"}])
        if self.chance(0.4) or self.theme in THEMES[1:3]:
            layers["resource"] = self.statements(principals=True, open_=0.2)
        if self.chance(0.15):
            layers["boundary"] = self.statements(open_=0.5)
        if self.chance(0.2):
            layers["session"] = [self.statements(open_=0.5) for _ in range(self.random.choice([1, 1, 2]))]
        if self.chance(0.15):
            layers["scp"] = [[self.statements(open_=0.7)] for _ in range(self.random.choice([1, 2]))]
        if self.chance(0.12):
            layers["rcp"] = [[self.statements(principals=True)]]
        if self.chance(0.08):
            layers["endpoint"] = [self.statements(principals=True, open_=0.7)]
        return layers


def documents_of(layers: Json) -> Iterator[list[Json]]:
    """Every list of statements in the layers."""
    for value in layers.values():
        yield from _lists(value)


def _lists(value: Json) -> Iterator[list[Json]]:
    if value and isinstance(value[0], dict):
        yield value
    else:
        for each in value:
            yield from _lists(each)


def mutated(layers: Json, maker: Maker) -> Json:
    """One small change somewhere: more or less is allowed, or nothing changes."""
    found = copy.deepcopy(layers)
    random = maker.random
    statements = random.choice(list(documents_of(found)))
    one = random.choice(statements)
    with_principal = "Principal" in one or "NotPrincipal" in one

    def fresh() -> Json:
        return maker.statement(principals=with_principal)

    def replaced(*names: str) -> None:
        other = fresh()
        for name in names:
            one.pop(name, None)
        one.update({name: other[name] for name in names if name in other})

    changes: list[Callable[[], object]] = [
        lambda: statements.append(fresh()),
        lambda: statements.remove(one) if len(statements) > 1 else None,
        lambda: replaced("Action", "NotAction"),
        lambda: replaced("Resource", "NotResource"),
        lambda: replaced("Resource", "NotResource"),
        lambda: replaced("Condition"),
        lambda: replaced("Condition"),
        lambda: one.pop("Condition", None),
        lambda: _changed_values(one, maker),
        lambda: _changed_values(one, maker),
        lambda: (
            one.update(Effect="Deny" if one["Effect"] == "Allow" else "Allow") if "NotPrincipal" not in one else None
        ),
    ]
    if with_principal:
        changes.append(lambda: replaced("Principal", "NotPrincipal") if one["Effect"] == "Allow" else None)
    random.choice(changes)()
    for each in statements:
        if each["Effect"] == "Allow" and "NotPrincipal" in each:
            each["Principal"] = each.pop("NotPrincipal")
    return found


def _changed_values(one: Json, maker: Maker) -> None:
    random = maker.random
    for operator, keys in one.get("Condition", {}).items():
        for key, values in keys.items():
            listed = list(values) if isinstance(values, list) else [values]
            near = [each for ks, _, vs in CONDITIONS if key in ks for each in vs]
            if operator == "Null" or not near:
                continue
            if random.random() < 0.5:
                listed = [*listed, random.choice(near)]
            else:
                listed[random.randrange(len(listed))] = random.choice(near)
            keys[key] = sorted(set(listed))


def rewritten(layers: Json, maker: Maker) -> Json:
    """Another way to write the same: statements split and shuffled, lists turned round, what is covered said twice."""
    found = copy.deepcopy(layers)
    for statements in documents_of(found):
        if maker.chance(0.5):
            statements[:] = [part for one in statements for part in _parts(one, maker)]
        if maker.chance(0.3):
            statements.append(copy.deepcopy(maker.random.choice(statements)))
        if maker.chance(0.3):
            narrower = copy.deepcopy(maker.random.choice(statements))
            narrower.setdefault("Condition", {}).setdefault("Bool", {}).setdefault("aws:SecureTransport", "true")
            statements.append(narrower)
        maker.random.shuffle(statements)
    return found


def _parts(one: Json, maker: Maker) -> list[Json]:
    for element in maker.random.sample(["Action", "Resource"], 2):
        if isinstance(one.get(element), list):
            return [one | {element: each} for each in one[element]]
    for operator, keys in one.get("Condition", {}).items():
        if operator.startswith("ForAll") or "Not" in operator or operator == "Null":
            continue
        for key, values in keys.items():
            if isinstance(values, list):
                parts = [copy.deepcopy(one) for _ in values]
                for part, value in zip(parts, values, strict=True):
                    part["Condition"][operator][key] = value
                return parts
    if (maker.chance(0.5) and one["Effect"] == "Allow") or one["Effect"] == "Deny":
        parts = [copy.deepcopy(one), copy.deepcopy(one)]
        for part, value in zip(parts, ["true", "false"], strict=True):
            part.setdefault("Condition", {}).setdefault("Null", {})["aws:PrincipalTag/split"] = value
        return parts
    return [one]


KINDS = {"identity": PolicyKind.IDENTITY, "boundary": PolicyKind.BOUNDARY, "session": PolicyKind.SESSION,
         "resource": PolicyKind.RESOURCE, "scp": PolicyKind.SCP, "rcp": PolicyKind.RCP, "endpoint": PolicyKind.ENDPOINT}  # fmt: skip


def effective(layers: Json) -> EffectivePolicies:
    """The policies of layers, as the evaluator takes them."""

    def named(layer: str, statements: list[Json]) -> NamedPolicy:
        text = json.dumps({"Version": "2012-10-17", "Statement": statements})
        reading = read(text, KINDS[layer])
        assert reading.document is not None, text
        return NamedPolicy(layer, reading.document)

    def each(layer: str, value: Json) -> Any:
        if value and isinstance(value[0], dict):
            return named(layer, value)
        return [each(layer, one) for one in value]

    return EffectivePolicies(**{layer: each(layer, value) for layer, value in layers.items()})


class Pair(NamedTuple):
    """Two sets of policies, who asks, and over what."""

    first: Json
    second: Json
    scope: Scope
    theme: Theme

    @property
    def turned(self) -> Pair:
        """The same the other way round."""
        return self._replace(first=self.second, second=self.first)


def pair(random: Random) -> Pair:
    """A pair of which the second is the first rewritten, changed a little, or both; seldom another."""
    maker = Maker(random)
    first = maker.layers()
    second = copy.deepcopy(first)
    way = random.random()
    if way < 0.25:
        second = rewritten(second, maker)
    elif way < 0.9:
        second = mutated(second, maker)
        if maker.chance(0.3):
            second = rewritten(second, maker)
    else:
        second = maker.layers()
    principal = Principal.parse(random.choice(CALLERS))
    keys = with_caller(known_keys(actions()), Caller(principal, StandsFor.ITSELF))
    domain = Domain(random.choice([A, A, B]), keys, real=maker.chance(0.7))
    return Pair(first, second, Scope(principal, domain, actions()), maker.theme)


_PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")


def fits(template: str, resource: str) -> bool:
    """Whether a resource could be one of a template, taken widely: regions and accounts hold no colon."""
    expression = _fitting(template)
    return resource == template if expression is None else expression.fullmatch(resource) is not None


@lru_cache(maxsize=8192)
def _fitting(template: str) -> re.Pattern[str] | None:
    parts = template.split(":", 5)
    if len(parts) < 6:
        return None
    inner = [_expression(part, "[^:]*") for part in parts[:5]]
    return re.compile(":".join([*inner, _expression(parts[5], ".+")]), re.DOTALL)


def _expression(text: str, placeholder: str) -> str:
    """A bucket's name holds no slash; of other names nothing is said."""
    text = text.replace("${BucketName}", "\1")
    text = _PLACEHOLDER.sub("\0", text)
    return "".join(
        placeholder if c == "\0" else "[^/:]+" if c == "\1" else ".*" if c == "*" else re.escape(c) for c in text
    )


class Requests:
    """Random requests near the boundaries of a pair."""

    def __init__(self, subject: Pair, random: Random) -> None:
        self.random = random
        self.subject = subject
        self.statements = [each for layers in subject[:2] for found in documents_of(layers) for each in found]
        self.patterns = sorted({text for each in self.statements for text in _texts(each, "Resource", "NotResource")})
        self.named: dict[str, set[str]] = {}
        for statement in self.statements:
            for keys in statement.get("Condition", {}).values():
                for key, values in keys.items():
                    self.named.setdefault(key, set()).update(values if isinstance(values, list) else [values])
            for key in re.findall(r"\$\{([^,}*?]+)", json.dumps(statement)):
                self.named.setdefault(key, set())
        self.values = {key: self._near(key, values) for key, values in self.named.items()}

    def _near(self, key: str, named: set[str]) -> list[str]:
        found = {"x", "y", "X", "xy", "z", "dev", "", *named}
        for value in named:
            found |= {value + "x", value.replace("*", ""), value.replace("*", "xy").replace("?", "x"), value.upper()}
            if value.isdigit():
                found |= {str(int(value) + 1), str(max(0, int(value) - 1))}
            if "/" in value and ":" not in value:
                found |= {value.split("/")[0], "203.0.113.200", "203.0.113.7", "198.51.100.1", "2001:db8::1"}
        if "Time" in key:
            found |= {f"2026-01-01T00:00:0{second}Z" for second in range(4)} | {"2025-12-31T23:59:59Z"}
        return sorted(found)

    def resource(self) -> str:
        random = self.random
        filled = (
            random.choice(self.patterns) if self.patterns and random.random() < 0.9 else random.choice(["*", "a", ""])
        )
        filled = re.sub(r"\$\{[^}]*\}", lambda _: random.choice(["x", "y", "dev", "", "xy", "*"]), filled)
        return "".join(
            random.choice(["", "x", "a/x", "y/z", "us-east-1", A, "b", "aws/x", "key/1"]) if c == "*"
            else random.choice("xya") if c == "?" else c
            for c in filled
        )  # fmt: skip

    def real_resource(self, action: str) -> str | None:
        number = actions().number(action)
        templates = actions().resources(number) if number is not None else ()
        for _ in range(6):
            found = self.resource()
            if not templates:
                return "*"
            if any(fits(template, found) for template in templates):
                return found
        return None

    def context(self, action: str) -> dict[str, ContextValue]:
        random = self.random
        found: dict[str, ContextValue] = {}
        for key, values in self.values.items():
            domain = self.subject.scope.domain.keys(key.lower(), action.lower())
            if domain.fixed is not None:
                found[key] = domain.fixed
                continue
            if not domain.present or (domain.absent and random.random() < 0.3):
                continue
            allowed = [each for each in domain.values or values if domain.takes(each)] or [domain.usual]
            if domain.multivalued:
                some = [each for each in allowed if each]
                found[key] = tuple(random.sample(some, min(len(some), random.randint(1, 3))))
            else:
                found[key] = random.choice(allowed)
        return found

    def request(self) -> Request | None:
        scope = self.subject.scope
        action = self.random.choice(self.subject.theme.actions)
        resource = self.real_resource(action) if scope.domain.real else self.resource()
        if resource is None:
            return None
        return Request(scope.principal, action, resource, scope.domain.account, self.context(action))


def _texts(statement: Json, *elements: str) -> Iterator[str]:
    for element in elements:
        value = statement.get(element, [])
        yield from value if isinstance(value, list) else [value]
