"""The simulated AWS: worlds of accounts, identities, resources and organisations, and what applies to a request."""

from iamtutor.cloud.messages import MESSAGES
from iamtutor.cloud.places import ContentError, Json, Path, Place, Places, dotted, where
from iamtutor.cloud.shape_findings import validated, validation_findings
from iamtutor.cloud.yaml_source import load_yaml

__all__ = [
    "MESSAGES",
    "ContentError",
    "Json",
    "Path",
    "Place",
    "Places",
    "dotted",
    "load_yaml",
    "validated",
    "validation_findings",
    "where",
]
