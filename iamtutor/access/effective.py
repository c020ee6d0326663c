"""The policies that take part in a decision, compiled once and decided many times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iamtutor.access.layer import POLICY_LAYERS, Layer
from iamtutor.access.statement import CompiledStatement
from iamtutor.policy.document import PolicyDocument

_LAYERS_WITH_PRINCIPALS = frozenset({Layer.RESOURCE, Layer.RCP, Layer.ENDPOINT})


class NamedPolicy:
    """A policy document with the name (and ARN) by which a trace speaks of it.

    It is compiled on first use, once for policies that name principals and once for those that do not; share the
    object between `EffectivePolicies` to share that work.
    """

    __slots__ = ("_compiled", "arn", "document", "name")

    def __init__(self, name: str, document: PolicyDocument, arn: str | None = None) -> None:
        self.name = name
        self.document = document
        self.arn = arn
        self._compiled: dict[bool, CompiledPolicy] = {}

    def compiled(self, *, principals: bool) -> CompiledPolicy:
        """The compiled policy; `principals` says whether its Principal elements count."""
        found = self._compiled.get(principals)
        if found is None:
            found = self._compiled[principals] = CompiledPolicy(self, principals=principals)
        return found

    def __repr__(self) -> str:
        return f"NamedPolicy({self.name!r})"


class CompiledPolicy:
    """The statements of one policy, its Denies apart from its Allows."""

    __slots__ = ("allows", "denies", "policy", "statements")

    def __init__(self, policy: NamedPolicy, *, principals: bool) -> None:
        document = policy.document
        self.policy = policy
        self.statements = tuple(
            CompiledStatement(statement, substitutes=document.substitutes_variables, principals=principals)
            for statement in document.statements
        )
        self.allows = tuple(statement for statement in self.statements if statement.allows)
        self.denies = tuple(statement for statement in self.statements if not statement.allows)


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides beside the policies.

    `block_public_access`: S3 Block Public Access is on for the bucket (all four settings). `management_account`: the
    organisation's. `aws_managed_key`: the KMS key of the request belongs to AWS, so that RCPs do not apply.
    """

    block_public_access: bool = False
    management_account: str | None = None
    aws_managed_key: bool = False


Level = tuple[CompiledPolicy, ...]


class EffectivePolicies:
    """Everything that applies to one caller and one resource; treat it as immutable.

    `scp` and `rcp` are levels, the root first. An empty `session` means that no session policy was passed; an empty
    `scp` that the account is in no organisation; an empty `endpoint` that the request came through none.
    """

    __slots__ = ("_layers", "boundary", "endpoint", "identity", "rcp", "resource", "scp", "session", "settings")

    def __init__(
        self,
        identity: Iterable[NamedPolicy] = (),
        boundary: NamedPolicy | None = None,
        session: Iterable[NamedPolicy] = (),
        resource: NamedPolicy | None = None,
        scp: Iterable[Iterable[NamedPolicy]] = (),
        rcp: Iterable[Iterable[NamedPolicy]] = (),
        endpoint: Iterable[NamedPolicy] = (),
        settings: Settings | None = None,
    ) -> None:
        self.identity = _compile(Layer.IDENTITY, identity)
        self.boundary = _compile(Layer.BOUNDARY, () if boundary is None else (boundary,))
        self.session = _compile(Layer.SESSION, session)
        self.resource = _compile(Layer.RESOURCE, () if resource is None else (resource,))
        self.scp = tuple(_compile(Layer.SCP, level) for level in scp)
        self.rcp = tuple(_compile(Layer.RCP, level) for level in rcp)
        self.endpoint = _compile(Layer.ENDPOINT, endpoint)
        self.settings = settings or Settings()
        self._layers: dict[Layer, tuple[Level, ...]] = {
            Layer.IDENTITY: (self.identity,),
            Layer.BOUNDARY: (self.boundary,),
            Layer.SESSION: (self.session,),
            Layer.RESOURCE: (self.resource,),
            Layer.ENDPOINT: (self.endpoint,),
            Layer.SCP: self.scp,
            Layer.RCP: self.rcp,
        }

    def levels(self, layer: Layer) -> tuple[Level, ...]:
        """The policies of a layer, level by level (one level but for SCPs and RCPs)."""
        return self._layers[layer]

    def holds(self, layer: Layer) -> bool:
        """Whether the layer holds any policy at all."""
        return any(self._layers[layer])

    def holds_levels(self, layer: Layer) -> bool:
        """Whether the layer takes part: it holds a policy, or (SCPs) a level that holds none and so allows nothing."""
        return bool(self._layers[layer]) if layer in (Layer.SCP, Layer.RCP) else self.holds(layer)

    def layers(self) -> tuple[Layer, ...]:
        """The layers that hold policies, in the order in which they are named."""
        return tuple(layer for layer in POLICY_LAYERS if self.holds(layer))


def _compile(layer: Layer, policies: Iterable[NamedPolicy]) -> Level:
    principals = layer in _LAYERS_WITH_PRINCIPALS
    return tuple(policy.compiled(principals=principals) for policy in policies)
