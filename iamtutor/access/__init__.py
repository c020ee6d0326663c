"""The decision: `EffectivePolicies` and a `Request` give a `Decision` with its trace. No input or output here."""

from iamtutor.access.decide import Decision, StatementRef, decide
from iamtutor.access.effective import EffectivePolicies, NamedPolicy, Settings
from iamtutor.access.layer import Layer, Verdict
from iamtutor.access.principal import Principal, PrincipalKind, UnknownPrincipalError
from iamtutor.access.request import Request

__all__ = [
    "Decision",
    "EffectivePolicies",
    "Layer",
    "NamedPolicy",
    "Principal",
    "PrincipalKind",
    "Request",
    "Settings",
    "StatementRef",
    "UnknownPrincipalError",
    "Verdict",
    "decide",
]
