"""The simulated AWS: worlds of accounts, identities, resources and organisations, and what applies to a request."""

from iamtutor.cloud.build_world import WorldError, load_world, read_world
from iamtutor.cloud.callers import Caller
from iamtutor.cloud.entities import (
    Account,
    Address,
    Bucket,
    Controls,
    Endpoint,
    EntityKind,
    Group,
    Key,
    Organization,
    Resource,
    Role,
    Session,
    SessionKind,
    Unit,
    User,
)
from iamtutor.cloud.messages import MESSAGES
from iamtutor.cloud.overview import overview
from iamtutor.cloud.places import ContentError, Json, KeyPath, Place, Places, dotted, where
from iamtutor.cloud.references import UnknownReferenceError
from iamtutor.cloud.shape_findings import validated, validation_findings
from iamtutor.cloud.slot import Slot, SlotType
from iamtutor.cloud.world import World
from iamtutor.cloud.yaml_source import load_yaml

__all__ = [
    "MESSAGES",
    "Account",
    "Address",
    "Bucket",
    "Caller",
    "ContentError",
    "Controls",
    "Endpoint",
    "EntityKind",
    "Group",
    "Json",
    "Key",
    "KeyPath",
    "Organization",
    "Place",
    "Places",
    "Resource",
    "Role",
    "Session",
    "SessionKind",
    "Slot",
    "SlotType",
    "Unit",
    "UnknownReferenceError",
    "User",
    "World",
    "WorldError",
    "dotted",
    "load_world",
    "load_yaml",
    "overview",
    "read_world",
    "validated",
    "validation_findings",
    "where",
]
