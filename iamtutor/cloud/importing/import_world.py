"""From the files of an import to a world, its text, and what was kept out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iamtutor.cloud.importing.authorization_details import LISTS, World, add_details
from iamtutor.cloud.importing.control_policies import ControlPolicies
from iamtutor.cloud.importing.json_files import JsonFile, read_json
from iamtutor.cloud.importing.keep_out import accepted
from iamtutor.cloud.importing.origins import Origins
from iamtutor.cloud.importing.resource_policies import add_buckets, add_resources, json_paths
from iamtutor.cloud.places import ContentError
from iamtutor.policy.finding import Finding

AwsPolicy = Callable[[str], Any]
"""The document of an AWS managed policy by its ARN; None where nobody knows it."""


@dataclass(frozen=True)
class Sources:
    """The files and folders of an import: authorization details, and beside them what else there is."""

    details: tuple[Path, ...]
    buckets: Path | None = None
    resources: Path | None = None
    controls: Path | None = None


@dataclass(frozen=True)
class Imported:
    """An imported world in its YAML form, how much was read, and what was kept out of it, each with file, line and reason."""

    value: dict[str, Any]
    entities: int
    buckets: int
    resources: int
    controls: int
    findings: tuple[Finding, ...]


def import_world(sources: Sources, aws_policy: AwsPolicy, mask_key: bytes | None = None) -> Imported:
    """Read the files into a world that can be used. With `mask_key` its names are masked.

    Raises ContentError where a file cannot be read, or holds none of what it should.
    """
    world: World = {"accounts": {}}
    origins = Origins()
    entities = sum(
        add_details(world, _details(path), origins) for place in sources.details for path in json_paths(place)
    )
    if not world["accounts"]:
        raise ContentError([Finding("cloud.import-nothing", arguments={"at": 1}, source=str(sources.details[0]))])
    buckets = add_buckets(world, sources.buckets, origins) if sources.buckets is not None else 0
    resources = add_resources(world, sources.resources, origins) if sources.resources is not None else 0
    controls = ControlPolicies(world, origins)
    if sources.controls is not None:
        controls.add(sources.controls)
    _add_aws_policies(world, aws_policy)
    accepted(world, origins)
    if mask_key is not None:
        from iamtutor.catalog import Catalog
        from iamtutor.cloud.importing.masking import Mask, masked_world

        world = masked_world(world, Mask(mask_key, Catalog.installed({})))
        accepted(world, origins)
    return Imported(world, entities, buckets, resources, controls.count, tuple(origins.findings))


def _details(path: Path) -> JsonFile:
    file = read_json(path)
    for document in file.documents:
        for page in document if isinstance(document, list) else (document,):
            if isinstance(page, dict) and any(isinstance(page.get(name), list) for name in LISTS):
                return file
    raise ContentError([Finding("cloud.import-no-details", arguments={"at": 1}, source=str(path))])


def _add_aws_policies(world: World, aws_policy: AwsPolicy) -> None:
    """AWS managed policies that are attached and that the files do not hold, as far as they are known here."""
    known = world.setdefault("aws_policies", {})
    for account in world["accounts"].values():
        for section in ("users", "groups", "roles"):
            for entity in account.get(section, {}).values():
                for name in (*entity.get("managed", ()), entity.get("boundary", "")):
                    if name.startswith("arn:aws:iam::aws:") and name not in known:
                        document = aws_policy(name)
                        if document is not None:
                            known[name] = document
    if not known:
        del world["aws_policies"]
