"""What an event needed: actions, each on the resources that the record tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final, NamedTuple
from urllib.parse import unquote

from iamtutor.analyzer.generation.arn_pattern import (
    ANYTHING,
    EVERYTHING,
    Resource,
    filled,
    matcher,
    of_arn,
    placeholders,
)
from iamtutor.analyzer.generation.ec2_ids import ec2_arn
from iamtutor.analyzer.generation.event import Event, Json
from iamtutor.analyzer.generation.events import Mapped
from iamtutor.analyzer.generation.events.s3 import BESIDES, VERSIONED
from iamtutor.analyzer.generation.parameters import Parameters, function_arn, queue_arn
from iamtutor.analyzer.generation.scope import Scope
from iamtutor.catalog import Action, Catalog

_MOST_COMBINATIONS: Final = 100
_COLONS_OF_FUNCTION: Final = 6
_REGION: Final = re.compile(r"[a-z0-9-]+")
_TRANSACTION: Final[Mapping[str, str]] = {
    "put": "PutItem",
    "update": "UpdateItem",
    "delete": "DeleteItem",
    "conditioncheck": "ConditionCheckItem",
}
"""https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html"""


class Need(NamedTuple):
    """One action on one resource."""

    action: str
    resource: Resource


class _Call(NamedTuple):
    """An action with the parameters that say what it is on; `candidates` are ARNs that the record holds beside them."""

    action: str
    parameters: Mapping[str, Json]
    candidates: tuple[str, ...]


class Needs:
    """Works out what events needed, by the catalogue's ARN templates."""

    def __init__(self, catalog: Catalog, scope: Scope) -> None:
        self._scope = scope
        self._types = _Types(catalog)

    def of(self, event: Event, mapped: Mapped) -> tuple[Need, ...]:
        """Each action that the event needed on each of its resources."""
        found: dict[tuple[str, str], Need] = {}
        for call in _calls(event, mapped):
            for resource in self._resources(call, event):
                found.setdefault((call.action, resource.concrete), Need(call.action, resource))
        return tuple(found.values())

    def _resources(self, call: _Call, event: Event) -> list[Resource]:
        action, templates = self._types.of(call.action)
        if not templates:
            return [EVERYTHING]
        if action.service == "apigateway":
            return [_gateway(call, event, self._scope)]
        parameters = Parameters(call.parameters)
        where = {"Partition": self._scope.partition, "Account": self._scope.account}
        if _REGION.fullmatch(event.region):
            where["Region"] = event.region
        if action.service == "iam" and _is_about_caller(action, parameters):
            return [of_arn(self._scope.arn)]
        candidates = tuple(_candidates(call, event, parameters, self._scope))
        found: dict[str, Resource] = {}
        lacking: list[tuple[int, str]] = []
        for name, template, required in templates:
            whole = list(_whole(template, parameters, where, alone=len(templates) == 1))
            if not whole or _is_told_better(action, name, candidates):
                listed = [of_arn(_bare(arn)) for arn in candidates if _is_of(template, arn)]
                whole = listed or whole
            found.update((each.concrete, each) for each in whole)
            if not whole and required:
                partly = _partly(template, parameters, where)
                found[partly.concrete] = partly
            elif not whole:
                lacking.append((_known(template, parameters), template))
        if found:
            return list(found.values())
        best = max(lacking, key=lambda each: each[0])
        if best[0]:
            return [_partly(best[1], parameters, where)]
        return [ANYTHING]


class _Types:
    """The ARN templates of an action's resource types, each looked up once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._known: dict[str, tuple[Action, tuple[tuple[str, str, bool], ...]]] = {}

    def of(self, name: str) -> tuple[Action, tuple[tuple[str, str, bool], ...]]:
        found = self._known.get(name)
        if found is None:
            action = self._catalog.action(name)
            kinds = self._catalog.service(action.service).resource_types
            templates = tuple(
                (each.name, template, each.required)
                for each in action.resource_types
                if each.name.lower() in kinds
                for template in kinds[each.name.lower()].arn.split(", ")
            )
            found = self._known[name] = (action, templates)
        return found


def _calls(event: Event, mapped: Mapped) -> Iterator[_Call]:
    """The actions with their parameters: most have those of the event, some parts of them."""
    parameters, resources = event.parameters, event.resources
    if event.source.startswith("s3.") and "x-amz-copy-source" in parameters:
        yield from (_Call(action, parameters, ()) for action in _with_headers(mapped.actions, parameters))
        yield from _copy_source(parameters["x-amz-copy-source"])
        return
    if event.source.startswith("dynamodb.") and event.name in ("TransactWriteItems", "TransactGetItems"):
        yield from _transaction(event)
        return
    if event.source.startswith("dynamodb.") and isinstance(parameters.get("requestItems"), dict):
        for table in parameters["requestItems"]:
            yield from (_Call(action, {"tableName": table}, (str(table),)) for action in mapped.actions)
        return
    versioned = event.source.startswith("s3.") and isinstance(parameters.get("versionId"), str)
    for action in _with_headers(mapped.actions, parameters):
        yield _Call(VERSIONED.get(action, action) if versioned else action, parameters, resources)


def _with_headers(actions: Iterable[str], parameters: Mapping[str, Json]) -> Iterator[str]:
    """The actions, and those that headers of the call need beside them."""
    for action in actions:
        yield action
        for header, beside in BESIDES.get(action, {}).items():
            if header in parameters:
                yield beside


def _copy_source(value: Json) -> Iterator[_Call]:
    """A copy reads its source too.

    https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
    """
    path, _, query = str(value).removeprefix("/").partition("?versionId=")
    bucket, _, key = unquote(path).partition("/")
    if bucket and key and ":" not in bucket:
        yield _Call("s3:GetObjectVersion" if query else "s3:GetObject", {"bucketName": bucket, "key": key}, ())


def _transaction(event: Event) -> Iterator[_Call]:
    items = event.parameters.get("transactItems")
    for item in items if isinstance(items, list) else ():
        for kind, inner in item.items() if isinstance(item, dict) else ():
            action = "GetItem" if event.name == "TransactGetItems" else _TRANSACTION.get(str(kind).lower())
            if action is not None and isinstance(inner, dict):
                yield _Call(f"dynamodb:{action}", inner, ())


def _candidates(call: _Call, event: Event, parameters: Parameters, scope: Scope) -> Iterator[str]:
    yield from call.candidates
    yield from parameters.arns()
    if call.action.startswith("sqs:"):
        for url in parameters.by_name.get("queueurl", ()):
            arn = queue_arn(url, scope.partition)
            if arn is not None:
                yield arn
    if call.action.startswith("lambda:"):
        qualifier = next(iter(parameters.by_name.get("qualifier", ())), "")
        where = f"arn:{scope.partition}:lambda:{event.region}:{scope.account}"
        for text in parameters.by_name.get("functionname", ()):
            yield from function_arn(text, qualifier, where)
    if call.action.startswith("ec2:"):
        for text in parameters.texts():
            arn = ec2_arn(text, scope.partition, event.region, scope.account)
            if arn is not None:
                yield arn


def _whole(template: str, parameters: Parameters, where: Mapping[str, str], *, alone: bool) -> Iterator[Resource]:
    """The template filled in, once for each combination of values; nothing where one is lacking."""
    names = placeholders(template)
    values = [parameters.values(name, alone=alone) for name in names]
    if not names or not all(values):
        return
    combinations = 1
    for each in values:
        combinations *= len(each)
    if combinations <= _MOST_COMBINATIONS:
        for chosen in product(*values):
            yield _resource(template, where, dict(zip(names, chosen, strict=True)))


def _partly(template: str, parameters: Parameters, where: Mapping[str, str]) -> Resource:
    """The template with what the call gives one value for, and wildcards."""
    given = {name: parameters.values(name, alone=False) for name in placeholders(template)}
    return _resource(template, where, {name: values[0] for name, values in given.items() if len(values) == 1})


def _resource(template: str, where: Mapping[str, str], values: Mapping[str, str]) -> Resource:
    resource = filled(template, {**where, **values})
    if ":secret:" in template and "SecretId" in values:
        return _secret(resource)
    return resource


def _secret(resource: Resource) -> Resource:
    """Secrets Manager puts six characters behind a secret's name, which a call by name does not tell.

    https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html
    """
    return Resource(f"{resource.pattern}-??????", f"{resource.concrete}-Abc123", True)


def _known(template: str, parameters: Parameters) -> int:
    return sum(1 for name in placeholders(template) if parameters.values(name, alone=False))


def _bare(arn: str) -> str:
    return arn.removesuffix(":*")


def _is_told_better(action: Action, kind: str, candidates: Iterable[str]) -> bool:
    """Whether an ARN of the record says more than the name among the parameters.

    That of a role, user or group holds its path, that of a function its version or alias.
    """
    if action.service == "lambda":
        return kind == "function" and any(arn.count(":") > _COLONS_OF_FUNCTION for arn in candidates)
    return action.service == "iam" and any(f":{kind}/" in arn for arn in candidates)


def _is_of(template: str, arn: str) -> bool:
    """Whether an ARN is of a resource type. A function with its version or alias is one too.

    https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
    """
    if matcher(template).fullmatch(arn):
        return True
    return (
        template.endswith(":function:${FunctionName}") and matcher(f"{template}:${{Alias}}").fullmatch(arn) is not None
    )


def _is_about_caller(action: Action, parameters: Parameters) -> bool:
    """IAM takes the caller where a call that is about a user names none.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html
    """
    kinds = {each.name for each in action.resource_types}
    return kinds == {"user"} and not parameters.has("username")


def _gateway(call: _Call, event: Event, scope: Scope) -> Resource:
    """API Gateway's resources are paths, of which a record tells the API at most."""
    region = event.region if _REGION.fullmatch(event.region) else "*"
    for name, stem in (("restapiid", "restapis"), ("apiid", "apis")):
        found = Parameters(call.parameters).by_name.get(name)
        if found and found[0].isalnum():
            arn = f"arn:{scope.partition}:apigateway:{region}::/{stem}/{found[0]}"
            return Resource(f"{arn}*", arn, True)
    base = f"arn:{scope.partition}:apigateway:{region}::/"
    return Resource(f"{base}*", f"{base}restapis", True)
