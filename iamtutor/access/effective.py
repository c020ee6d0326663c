"""The policies that take part in a decision, compiled once and decided many times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iamtutor.access.layer import POLICY_LAYERS, Layer
from iamtutor.access.statement import CompiledStatement
from iamtutor.policy.document import PolicyDocument

_LAYERS_WITH_PRINCIPALS = frozenset({Layer.RESOURCE, Layer.RCP, Layer.ENDPOINT})
_MOST_REMEMBERED = 4096


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
    """The statements of one policy, ready to be matched."""

    __slots__ = ("policy", "statements")

    def __init__(self, policy: NamedPolicy, *, principals: bool) -> None:
        substitutes = policy.document.substitutes_variables
        self.policy = policy
        self.statements = tuple(
            CompiledStatement(statement, substitutes=substitutes, principals=principals)
            for statement in policy.document.statements
        )


Placed = tuple[CompiledPolicy, CompiledStatement]


class ActionIndex:
    """Statements by action: a decision reads only those that speak of its action, in the order of the policies."""

    __slots__ = ("_anywhere", "_by_service", "_remembered", "size")

    def __init__(self, statements: Iterable[Placed]) -> None:
        self._by_service: dict[str, list[tuple[int, Placed]]] = {}
        self._anywhere: list[tuple[int, Placed]] = []
        self._remembered: dict[str, tuple[Placed, ...]] = {}
        self.size = 0
        for number, placed in enumerate(statements):
            self.size = number + 1
            services = placed[1].services
            if services is None:
                self._anywhere.append((number, placed))
            else:
                for service in services:
                    self._by_service.setdefault(service, []).append((number, placed))

    def speaking_of(self, action_key: str) -> tuple[Placed, ...]:
        """The statements whose Action element covers the action (in lower case)."""
        found = self._remembered.get(action_key)
        if found is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            found = self._remembered[action_key] = self._look_up(action_key)
        return found

    def _look_up(self, action_key: str) -> tuple[Placed, ...]:
        near = self._by_service.get(action_key.partition(":")[0], [])
        numbered = sorted((*near, *self._anywhere), key=lambda each: each[0])
        return tuple(placed for _, placed in numbered if placed[1].covers_action(action_key))


class Level:
    """The policies of one level of a layer (only SCPs and RCPs have several levels), indexed by action."""

    __slots__ = ("allows", "denies", "policies")

    def __init__(self, policies: tuple[CompiledPolicy, ...]) -> None:
        self.policies = policies
        placed = [(policy, statement) for policy in policies for statement in policy.statements]
        self.allows = ActionIndex(each for each in placed if each[1].allows)
        self.denies = ActionIndex(each for each in placed if not each[1].allows)


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides beside the policies.

    `block_public_access`: S3 Block Public Access is on for the bucket (all four settings). `management_account`: the
    organisation's. `aws_managed_key`: the KMS key of the request belongs to AWS, so that RCPs do not apply.
    """

    block_public_access: bool = False
    management_account: str | None = None
    aws_managed_key: bool = False


class EffectivePolicies:
    """Everything that applies to one caller and one resource; treat it as immutable.

    `scp` and `rcp` are levels, the root first. An empty `session` means that no session policy was passed; an empty
    `scp` that the account is in no organisation; an empty `endpoint` that the request came through none.
    """

    __slots__ = ("_levels", "denying", "has_boundary", "has_session_policy", "present", "settings")

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
        self._levels: dict[Layer, tuple[Level, ...]] = {
            Layer.RCP: _levels(Layer.RCP, rcp),
            Layer.SCP: _levels(Layer.SCP, scp),
            Layer.ENDPOINT: _one_level(Layer.ENDPOINT, endpoint),
            Layer.RESOURCE: _one_level(Layer.RESOURCE, () if resource is None else (resource,)),
            Layer.IDENTITY: _one_level(Layer.IDENTITY, identity),
            Layer.BOUNDARY: _one_level(Layer.BOUNDARY, () if boundary is None else (boundary,)),
            Layer.SESSION: _one_level(Layer.SESSION, session),
        }
        self.settings = settings or Settings()
        self.has_boundary = bool(self._levels[Layer.BOUNDARY])
        self.has_session_policy = bool(self._levels[Layer.SESSION])
        self.denying: tuple[tuple[Layer, Level], ...] = tuple(
            (layer, level) for layer in POLICY_LAYERS for level in self._levels[layer] if level.denies.size
        )
        """The levels that hold a Deny at all, in the order in which layers are named."""
        self.present: tuple[tuple[int, Layer], ...] = tuple(
            (number, layer) for number, layer in enumerate(POLICY_LAYERS) if self._levels[layer]
        )
        """The layers that take part, each with its place in that order."""

    def levels(self, layer: Layer) -> tuple[Level, ...]:
        """The levels of a layer; none where it takes no part (a level of SCPs may hold no policy and allow nothing)."""
        return self._levels[layer]

    def policies(self, layer: Layer) -> tuple[CompiledPolicy, ...]:
        """The policies of a layer, level after level."""
        return tuple(policy for level in self._levels[layer] for policy in level.policies)


def _levels(layer: Layer, levels: Iterable[Iterable[NamedPolicy]]) -> tuple[Level, ...]:
    principals = layer in _LAYERS_WITH_PRINCIPALS
    return tuple(Level(tuple(policy.compiled(principals=principals) for policy in level)) for level in levels)


def _one_level(layer: Layer, policies: Iterable[NamedPolicy]) -> tuple[Level, ...]:
    listed = tuple(policies)
    return _levels(layer, (listed,)) if listed else ()
