"""Rows of the decide contract from the compact tables in ``tests/data/vectors``.

``python -m tests.access.vectors`` writes them as JSON lines into ``tests/data``, where any evaluator can read them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.access.cases import A

Json = Any
DOCS = "https://docs.aws.amazon.com/"
DATA = Path(__file__).parents[1] / "data"
TABLES = DATA / "vectors"
OPERATOR_FILES = ("operators-string", "operators-number-date", "operators-other")
EVALUATION_FILES = ("evaluation", "boundaries", "elements", "examples", "organizations", "sessions", "services")
ALICE = f"arn:aws:iam::{A}:user/alice"
OBJECT = "arn:aws:s3:::example/object"
EXPECT = {"allowed": "Allowed", "denied": "ExplicitlyDenied", "not-allowed": "ImplicitlyDenied"}
LISTS, LEVELS = ("identity", "session", "endpoint"), ("scp", "rcp")


def table(name: str) -> Json:
    """A table as it is written: every value is text, so that "true", numbers and dates stay as they stand."""
    return yaml.load(TABLES.joinpath(f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def page(source: str) -> str:
    """The address of a source: a page of the IAM User Guide, or one of another guide with its path."""
    if source.startswith("https:"):
        return source
    name, hash_mark, section = source.partition("#")
    return f"{DOCS}{'' if '/' in name else 'IAM/latest/UserGuide/'}{name}.html{hash_mark}{section}"


def operator_rows() -> Iterator[Json]:
    """A row for each row of the operator tables."""
    sources = table("sources")
    for file in OPERATOR_FILES:
        for base, content in table(file).items():
            for number, row in enumerate(content["rows"]):
                yield operator_row(f"{base}-{number:02}", base, {**content, **row}, sources)


def operator_row(identifier: str, base: str, row: Json, sources: Json) -> Json:
    """Alice asks for an object; one statement carries the condition, beside a plain Allow where it denies."""
    operator = row.get("as", base).format(base)
    effect = row.get("effect", "Allow")
    statement = {
        "Effect": effect, "Action": "*", "Resource": "*", "Condition": {operator: {row["key"]: row["wants"]}},
    }  # fmt: skip
    version = {} if row.get("version") == "none" else {"Version": row.get("version", "2012-10-17")}
    policies = [{"name": "conditional", "document": {**version, "Statement": [statement]}}]
    if effect == "Deny":
        policies.append({"name": "everything", "document": document([ALLOW_ALL])})
    context = follows_from(ALICE) | row.get("with", {})
    if "has" in row:
        context[row["key"]] = row["has"]
    when_held, when_not = ("Allowed", "ImplicitlyDenied") if effect == "Allow" else ("ExplicitlyDenied", "Allowed")
    found = {
        "id": identifier,
        "operator": base,
        "request": {"principal": ALICE, "action": "s3:GetObject", "resource": OBJECT, "resource_account": A,
                    "context": context},
        "policies": {"identity": policies},
        "expect": when_held if row["is"] == "match" else when_not,
        "src": page(sources[row["src"]]),
        "note": row["note"],
    }  # fmt: skip
    return found | ({"open": True} if "open" in row else {})


ALLOW_ALL = {"Effect": "Allow", "Action": "*", "Resource": "*"}


def follows_from(caller: Json) -> dict[str, str]:
    """The condition keys that AWS fills in from the caller, so that a row says all that decides it."""
    if isinstance(caller, dict):
        return {"aws:PrincipalIsAWSService": "true"} if "service" in caller else {}
    if caller == "anonymous":
        return {"aws:PrincipalIsAWSService": "false"}
    _, _, _, _, account, name = caller.split(":", 5)
    arn = caller
    if name.startswith("assumed-role/"):
        arn = f"arn:aws:iam::{account}:role/{name.split('/')[1]}"
    found = {"aws:PrincipalArn": arn, "aws:PrincipalAccount": account, "aws:PrincipalIsAWSService": "false"}
    return found | ({"aws:username": name.rpartition("/")[2]} if name.startswith("user/") else {})


def document(statements: Json) -> Json:
    """A policy document: a list of statements means the current language."""
    return statements if isinstance(statements, dict) else {"Version": "2012-10-17", "Statement": statements}


def evaluation_rows() -> Iterator[Json]:
    """A row for each request of the documented examples."""
    count: Counter[str] = Counter()
    for file in EVALUATION_FILES:
        content = table(file)
        documents = {"Everything": [ALLOW_ALL], **content["documents"]}
        for case in content["cases"]:
            name = case["src"].partition("#")[0].rpartition("/")[2]
            for row in case["rows"]:
                count[name] += 1
                yield evaluation_row(f"{name}-{count[name]:02}", {**case, **row}, documents, content["callers"])


def evaluation_row(identifier: str, row: Json, documents: Json, callers: Json) -> Json:
    """One request of an example; what the row does not say, its example does."""
    caller = callers[row["by"]] if isinstance(row["by"], str) and row["by"] in callers else row["by"]
    request = {
        "principal": caller, "action": row["do"], "resource": row["on"], "resource_account": row.get("owner", A),
        "context": follows_from(caller) | row.get("context", {}),
    }  # fmt: skip
    settings = dict(row.get("settings", {}))
    for flag in ("block_public_access", "aws_managed_key"):
        if flag in settings:
            settings[flag] = settings[flag] == "true"
    policies: Json = {}
    for layer in LISTS:
        if layer in row:
            policies[layer] = [named(name, documents) for name in row[layer]]
    for layer in LEVELS:
        if layer in row:
            policies[layer] = [[named(name, documents) for name in level] for level in row[layer]]
    for layer in ("boundary", "resource"):
        if row.get(layer):
            policies[layer] = named(row[layer], documents)
    found = {
        "id": identifier,
        "request": request,
        "policies": policies,
        "settings": settings,
        "expect": EXPECT[row["is"]],
        "src": page(row["src"]),
        "note": row["note"],
    }
    return found | ({"layer": row["layer"]} if "layer" in row else {})


def named(name: str, documents: Json) -> Json:
    """A policy by the name it has in the table."""
    return {"name": name, "document": document(documents[name])}


def lines(rows: Iterator[Json]) -> str:
    """Rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    DATA.joinpath("operator-vectors.jsonl").write_text(lines(operator_rows()), "utf-8")
    DATA.joinpath("evaluation-vectors.jsonl").write_text(lines(evaluation_rows()), "utf-8")
