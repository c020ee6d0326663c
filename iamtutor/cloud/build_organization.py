"""An organisation built from its shape: a tree in which every account stands once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from iamtutor.access import NamedPolicy
from iamtutor.cloud import identifiers
from iamtutor.cloud.aws_documents import full_access
from iamtutor.cloud.entities import Account, Controls, Organization, Unit
from iamtutor.cloud.identifiers import short_id
from iamtutor.cloud.places import Json, KeyPath
from iamtutor.cloud.policy_values import Complaints
from iamtutor.cloud.references import listing
from iamtutor.policy import PolicyKind

if TYPE_CHECKING:
    from iamtutor.cloud.shape import ControlsShape, OrganizationShape, UnitShape

_POLICY_TYPES = {PolicyKind.SCP: "service_control_policy", PolicyKind.RCP: "resource_control_policy"}


class OrganizationBuilder:
    """Builds the organisation of a world; what is wrong is said to `complaints`."""

    def __init__(self, shape: OrganizationShape, accounts: Mapping[str, Account], complaints: Complaints) -> None:
        self.shape = shape
        self.accounts = accounts
        self.complaints = complaints
        self.members: dict[str, None] = {}
        self.units: dict[str, None] = {}

    def build(self) -> Organization | None:
        """The organisation; None where its management account is not known."""
        shape, path = self.shape, ("organization",)
        if not identifiers.ORGANIZATION_ID.fullmatch(shape.id):
            self.complaints.say("cloud.organization-id", (*path, "id"), value=shape.id)
        if shape.management not in self.accounts:
            self._unknown_account(shape.management, (*path, "management"))
            return None
        root = self._unit("root", shape.root, (*path, "root"))
        if shape.management not in self.members:
            self.members[shape.management] = None
            root = Unit(root.name, root.id, root.controls, (shape.management, *root.accounts), root.units)
        for name in shape.accounts:
            if name not in self.members:
                self.complaints.say("cloud.not-a-member", (*path, "accounts", name), at_key=True, account=name)
        return Organization(shape.id, shape.management, root, self._attached(path))

    def _attached(self, path: KeyPath) -> dict[str, Controls]:
        from iamtutor.cloud.shape import ControlsShape

        nothing = ControlsShape()
        return {
            name: self._controls(self.shape.accounts.get(name, nothing), (*path, "accounts", name))
            for name in self.members
        }

    def _unit(self, name: str, shape: UnitShape, path: KeyPath) -> Unit:
        accounts = tuple(
            account for index, account in enumerate(shape.accounts) if self._joins(account, (*path, "accounts", index))
        )
        return Unit(
            name, self._unit_id(name, shape, path), self._controls(shape, path), accounts, self._below(shape, path)
        )

    def _below(self, shape: UnitShape, path: KeyPath) -> dict[str, Unit]:
        from iamtutor.cloud.shape import UnitShape

        found = {}
        for name, unit in shape.ous.items():
            inner = (*path, "ous", name)
            if name in self.units or "/" in name or not name:
                self.complaints.say("cloud.unit-name", inner, at_key=True, name=name)
            self.units[name] = None
            found[name] = self._unit(name, unit or UnitShape(), inner)
        return found

    def _unit_id(self, name: str, shape: UnitShape, path: KeyPath) -> str:
        is_root = path == ("organization", "root")
        pattern = identifiers.ROOT_ID if is_root else identifiers.UNIT_ID
        if shape.id is not None and not pattern.fullmatch(shape.id):
            self.complaints.say(
                "cloud.unit-id", (*path, "id"), value=shape.id, example=_made_up(self.shape.id, name, is_root)
            )
        return shape.id or _made_up(self.shape.id, name, is_root)

    def _joins(self, account: str, path: KeyPath) -> bool:
        """Whether the account can stand here: it is one of the world's, and stands nowhere else."""
        if account not in self.accounts:
            self._unknown_account(account, path)
            return False
        if account in self.members:
            self.complaints.say("cloud.account-twice", path, account=account)
            return False
        self.members[account] = None
        return True

    def _unknown_account(self, account: str, path: KeyPath) -> None:
        self.complaints.say("cloud.unknown-account", path, reference=account, known=listing(self.accounts))

    def _controls(self, shape: ControlsShape, path: KeyPath) -> Controls:
        """FullAWSAccess is attached where nothing is said, as AWS does; RCPFullAWSAccess always counts and needs no word."""
        scp = {"FullAWSAccess": None} if shape.scp is None else shape.scp
        return Controls(
            self._policies(scp, (*path, "scp"), PolicyKind.SCP),
            self._policies(shape.rcp or {}, (*path, "rcp"), PolicyKind.RCP),
        )

    def _policies(self, documents: Mapping[str, Json], path: KeyPath, kind: PolicyKind) -> dict[str, NamedPolicy]:
        found = {}
        for name, document in documents.items():
            own = full_access(kind)
            if document is None and name == own.name:
                found[name] = own
            elif document is None:
                self.complaints.say("cloud.empty-control-policy", (*path, name), at_key=True, name=name, known=own.name)
            else:
                found[name] = self.complaints.policy(document, (*path, name), kind, name, self._arn(name, path, kind))
        return found

    def _arn(self, name: str, path: KeyPath, kind: PolicyKind) -> str:
        management = self.accounts[self.shape.management].id
        policy = f"p-{short_id('/'.join(map(str, (*path, name))), 8)}"
        return f"arn:aws:organizations::{management}:policy/{self.shape.id}/{_POLICY_TYPES[kind]}/{policy}"


def _made_up(organization: str, name: str, is_root: bool) -> str:
    """An ID for the root or a unit, always the same for the same organisation and name."""
    root = short_id(organization, 4)
    return f"r-{root}" if is_root else f"ou-{root}-{short_id(name, 8)}"
