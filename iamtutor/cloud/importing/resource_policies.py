"""Policies of buckets and of other resources, put beside the accounts that own them.

Buckets: a folder of ``<bucket>.json`` (or one such file) with the policy or what `aws s3api get-bucket-policy` prints; where
several accounts are imported, in a folder named by the account. Others: files of ``{"<arn>": policy}``, keys among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from iamtutor.cloud.importing.authorization_details import World, account_name
from iamtutor.cloud.importing.json_files import Json, JsonFile, policy_document, read_json
from iamtutor.cloud.importing.origins import Origins
from iamtutor.policy.arn import Arn, is_account_id

_UNFIT: Final = re.compile(r"[^\w.+=,@-]+", re.ASCII)


def json_paths(path: Path) -> Iterator[Path]:
    """The JSON files of a folder and those below it, in the order of their names, or the file itself."""
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*.json") if file.is_file())
    else:
        yield path


def add_buckets(world: World, path: Path, origins: Origins) -> int:
    """Put the buckets with their policies into the world; how many."""
    count = 0
    for place in json_paths(path):
        file = read_json(place)
        for name, policy in _buckets(place, file.documents[0]):
            label = _owner(world, place)
            if label is None:
                origins.note(("buckets", name), file, name)
                origins.say("cloud.import-bucket-owner", ("buckets", name), {"bucket": name})
                continue
            origins.note(("accounts", label, "buckets", name), file, name)
            world["accounts"][label].setdefault("buckets", {})[name] = {"policy": policy_document(policy)}
            count += 1
    return count


def _buckets(place: Path, document: Json) -> Iterator[tuple[str, Json]]:
    """One bucket by the file's name, or several by the keys of a mapping."""
    several = isinstance(document, dict) and document and not {"Statement", "Policy", "Version"} & document.keys()
    if several:
        yield from ((str(name), policy) for name, policy in document.items())
    else:
        yield place.stem, document


def _owner(world: World, place: Path) -> str | None:
    """The account of a bucket: the one that a folder names, or the only one that there is."""
    for folder in reversed(place.parts[:-1]):
        if is_account_id(folder):
            return account_name(folder) if account_name(folder) in world["accounts"] else None
    return next(iter(world["accounts"])) if len(world["accounts"]) == 1 else None


def add_resources(world: World, path: Path, origins: Origins) -> int:
    """Put other resources with their policies into the world; how many."""
    count = 0
    for place in json_paths(path):
        file = read_json(place)
        for document in file.documents:
            for text, policy in document.items() if isinstance(document, dict) else ():
                count += _add(world, str(text), policy_document(policy), file, origins)
    return count


def _add(world: World, text: str, policy: Json, file: JsonFile, origins: Origins) -> bool:
    arn = Arn.parse(text)
    label = account_name(arn.account) if arn is not None else ""
    if arn is not None and arn.service == "s3" and not arn.account and len(world["accounts"]) == 1:
        label = next(iter(world["accounts"]))
    account = world["accounts"].get(label)
    if arn is None or account is None:
        origins.note(("resources", text), file, text)
        origins.say("cloud.import-resource-owner", ("resources", text), {"arn": text})
        return False
    section, name, value = _placed(arn, text, policy)
    kept = account.setdefault(section, {})
    chosen = name if name not in kept else f"{name}-{len(kept) + 1}"
    kept[chosen] = value
    origins.note(("accounts", label, section, chosen), file, text)
    return True


def _placed(arn: Arn, text: str, policy: Json) -> tuple[str, str, dict[str, Any]]:
    """Section, name and value of a resource in a world."""
    if arn.service == "s3" and not arn.account and "/" not in arn.resource:
        return "buckets", arn.resource, {"policy": policy}
    name = _UNFIT.sub("-", arn.resource).strip("-") or "resource"
    if arn.service == "kms" and arn.resource.startswith("key/"):
        key = arn.resource.removeprefix("key/")
        return "keys", f"key-{key}", {"id": key, "region": arn.region, "policy": policy}
    return "resources", f"{arn.service}-{name}", {"arn": text, "policy": policy}
