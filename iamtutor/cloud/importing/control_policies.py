"""Service and resource control policies, in a folder that is built as the organisation is.

Each file is what `aws organizations describe-policy` prints, or the policy alone. The folder itself is the root; a folder in it
is an organisational unit of that name, or an account where its name is an account ID. Accounts without a folder stand in the root.
https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from iamtutor.cloud.importing.authorization_details import World, account_name
from iamtutor.cloud.importing.json_files import Json, policy_document, read_json
from iamtutor.cloud.importing.origins import Origins
from iamtutor.cloud.places import KeyPath
from iamtutor.policy.arn import Arn, is_account_id

_RCP: Final = "RESOURCE_CONTROL_POLICY"
_FULL: Final = {"scp": "FullAWSAccess", "rcp": "RCPFullAWSAccess"}
_UNKNOWN_MANAGEMENT: Final = "999999999999"
_UNKNOWN_ORGANIZATION: Final = "o-unknownorganization"


class ControlPolicies:
    """Reads the folder into the world's organisation."""

    def __init__(self, world: World, origins: Origins) -> None:
        self._world = world
        self._origins = origins
        self._organization = ""
        self._management = ""
        self._attached: dict[str, Any] = {}
        self.count = 0

    def add(self, path: Path) -> None:
        """Put the organisation into the world. Raises ContentError where a file is no JSON."""
        root = self._unit(path, ("organization", "root")) if path.is_dir() else {}
        if not path.is_dir():
            self._controls(path, root, ("organization", "root"))
        management = self._management or _UNKNOWN_MANAGEMENT
        label = account_name(management)
        self._world["accounts"].setdefault(label, {"id": management})
        organization = {"id": self._organization or _UNKNOWN_ORGANIZATION, "management": label, "root": root}
        members = self._members(root)
        outside = [name for name in self._world["accounts"] if name not in members]
        root["accounts"] = [*root.get("accounts", ()), *outside]
        if self._attached:
            organization["accounts"] = self._attached
        self._world["organization"] = organization

    def _unit(self, folder: Path, path: KeyPath) -> dict[str, Any]:
        unit: dict[str, Any] = {}
        for each in sorted(folder.iterdir()):
            if each.suffix == ".json" and each.is_file():
                self._controls(each, unit, path)
            elif each.is_dir() and is_account_id(each.name):
                label = account_name(each.name)
                unit.setdefault("accounts", []).append(label)
                self._world["accounts"].setdefault(label, {"id": each.name})
                own: dict[str, Any] = {}
                for file in sorted(each.glob("*.json")):
                    self._controls(file, own, ("organization", "accounts", label))
                self._see_allows(own, ("organization", "accounts", label))
                if own:
                    self._attached[label] = own
            elif each.is_dir():
                unit.setdefault("ous", {})[each.name] = self._unit(each, (*path, "ous", each.name))
        self._see_allows(unit, path)
        return unit

    def _see_allows(self, unit: dict[str, Any], path: KeyPath) -> None:
        """A place whose SCPs only deny lets nothing through: FullAWSAccess was probably not copied along.

        https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
        """
        policies = unit.get("scp", {})
        if policies and all(policy is not None and '"Allow"' not in json.dumps(policy) for policy in policies.values()):
            inner = (*path, "scp", next(iter(policies)))
            self._origins.say("cloud.import-only-denies", inner, {"known": _FULL["scp"]})

    def _controls(self, place: Path, unit: dict[str, Any], path: KeyPath) -> None:
        file = read_json(place)
        document = file.documents[0]
        answer = document.get("Policy") if isinstance(document, dict) else None
        summary = answer.get("PolicySummary") if isinstance(answer, dict) else None
        summary = summary if isinstance(summary, dict) else {}
        content = answer.get("Content") if isinstance(answer, dict) and "Content" in answer else document
        policy = policy_document(content)
        kind = "rcp" if summary.get("Type") == _RCP or _names_principals(policy, summary) else "scp"
        name = summary["Name"] if isinstance(summary.get("Name"), str) else place.stem
        self._learn(summary.get("Arn"))
        unit.setdefault(kind, {})[name] = None if name == _FULL[kind] else policy
        self._origins.note((*path, kind, name), file, name)
        self.count += 1

    def _learn(self, arn: Json) -> None:
        """The management account and the organisation stand in the ARN of every policy that is not AWS's own."""
        parts = Arn.parse(arn) if isinstance(arn, str) else None
        if parts is not None and is_account_id(parts.account) and parts.resource_type == "policy":
            self._management = parts.account
            self._organization = parts.resource.split("/")[1]

    def _members(self, unit: dict[str, Any]) -> set[str]:
        found = set(unit.get("accounts", ()))
        for below in unit.get("ous", {}).values():
            found |= self._members(below)
        return found


def _names_principals(policy: Json, summary: dict[str, Json]) -> bool:
    """A policy that comes without its type is an RCP where it names principals: SCPs cannot."""
    return "Type" not in summary and '"Principal"' in json.dumps(policy)
