"""The layers that take part in a decision, and its three outcomes."""

from __future__ import annotations

from enum import StrEnum


class Layer(StrEnum):
    """Where a decision comes from; `SERVICE` is what the service itself answers, `ROOT` the account's root user."""

    RCP = "rcp"
    SCP = "scp"
    ENDPOINT = "endpoint"
    SERVICE = "service"
    RESOURCE = "resource"
    IDENTITY = "identity"
    BOUNDARY = "boundary"
    SESSION = "session"
    ROOT = "root"
    NONE = "none"

    # Enum's own hash is Python code; layers are dictionary keys in every decision.
    __hash__ = str.__hash__


POLICY_LAYERS = (
    Layer.RCP,
    Layer.SCP,
    Layer.ENDPOINT,
    Layer.RESOURCE,
    Layer.IDENTITY,
    Layer.BOUNDARY,
    Layer.SESSION,
)
"""The layers that hold policies, in the order in which they are named."""


class Verdict(StrEnum):
    """The decision, in the words of the `decide` contract."""

    ALLOWED = "Allowed"
    EXPLICITLY_DENIED = "ExplicitlyDenied"
    IMPLICITLY_DENIED = "ImplicitlyDenied"
