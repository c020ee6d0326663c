"""Who makes a request: from a reference or an ARN to the principal and to what the world knows about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iamtutor.access import Principal, PrincipalKind, UnknownPrincipalError
from iamtutor.cloud.entities import Account, Address, EntityKind, Role, Session, SessionKind, User
from iamtutor.cloud.references import UnknownReferenceError, entity, find, listing, split

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

_CALLERS = (EntityKind.USER, EntityKind.ROLE)


@dataclass(frozen=True, slots=True)
class Caller:
    """A caller of the world: its principal, its account (None where the world does not have it), the user or role
    whose policies it has, and its session where that is known."""

    principal: Principal
    account: Account | None = None
    entity: User | Role | None = None
    session: Session | None = None


def caller(world: World, reference: str) -> Caller:
    """The caller that a reference names. Raises UnknownReferenceError.

    `role/deploy` is some session of the role. An ARN of an account that the world does not have is a stranger: it has
    no policies that could be known.
    """
    word, _, name = reference.partition("/")
    if reference == "anonymous":
        return Caller(Principal.anonymous())
    if word == "service" and name:
        return Caller(Principal.service(name))
    if word == "provider" and name:
        return Caller(Principal.provider(name))
    if word == "root" and name:
        return _root(world, name)
    if word == "session" and name:
        return _session(world, name)
    if reference.startswith("arn:"):
        return _by_arn(world, reference)
    if split(reference)[1] is EntityKind.GROUP:
        raise UnknownReferenceError("cloud.group-as-caller", reference=reference)
    return _entity(world, find(world, reference, _CALLERS))


def _root(world: World, name: str) -> Caller:
    account = world.accounts.get(name)
    if account is None:
        raise UnknownReferenceError("cloud.unknown-account", reference=name, known=listing(world.accounts))
    return Caller(Principal.parse(f"arn:aws:iam::{account.id}:root"), account)


def _entity(world: World, address: Address) -> Caller:
    found = entity(world, address)
    assert isinstance(found, User | Role)
    return Caller(Principal.parse(found.arn), world.accounts[address.account], found)


def _session(world: World, name: str) -> Caller:
    session = world.sessions.get(name)
    if session is None:
        raise UnknownReferenceError(
            "cloud.unknown-reference", reference=f"session/{name}", known=listing(world.sessions)
        )
    account = world.accounts[session.of.account]
    of = entity(world, session.of)
    assert isinstance(of, User | Role)
    sts = f"arn:aws:sts::{account.id}"
    if session.kind is SessionKind.ROLE:
        arn = f"{sts}:assumed-role/{of.name}/{session.session_name}"
        principal = Principal.parse(arn, role_arn=of.arn)
    elif session.kind is SessionKind.FEDERATION:
        principal = Principal.parse(f"{sts}:federated-user/{session.session_name}", user_arn=of.arn)
    else:
        principal = Principal.parse(of.arn)
    return Caller(principal, account, of, session)


def _by_arn(world: World, arn: str) -> Caller:
    try:
        principal = Principal.parse(arn)
    except UnknownPrincipalError:
        raise UnknownReferenceError("cloud.not-a-caller", reference=arn) from None
    name = world.directory.accounts_by_id.get(principal.account or "")
    if name is None:
        return Caller(principal)
    if principal.kind is PrincipalKind.ROOT:
        return Caller(principal, world.accounts[name])
    session = _session_of(world, principal)
    if session is not None:
        return _session(world, session.name)
    return _known(world, principal, world.accounts[name], arn)


def _session_of(world: World, principal: Principal) -> Session | None:
    """The world's session behind a session ARN."""
    if principal.kind not in (PrincipalKind.SESSION, PrincipalKind.FEDERATED_USER) or principal.arn is None:
        return None
    for name in world.sessions:
        if _session(world, name).principal.arn == principal.arn:
            return world.sessions[name]
    return None


def _known(world: World, principal: Principal, account: Account, arn: str) -> Caller:
    """A user or role by its ARN; some session of a role, or a federated session of the user of that name."""
    found: User | Role | None
    if principal.kind is PrincipalKind.SESSION:
        found = account.roles.get(principal.name)
        if found is not None:
            principal = Principal.parse(arn, role_arn=found.arn)
    elif principal.kind is PrincipalKind.FEDERATED_USER:
        found = account.users.get(principal.name)
        if found is not None:
            principal = Principal.parse(arn, user_arn=found.arn)
    else:
        address = world.directory.by_arn.get(arn)
        return _entity(world, address) if address is not None else _unknown(arn)
    return Caller(principal, account, found) if found is not None else _unknown(arn)


def _unknown(arn: str) -> Caller:
    raise UnknownReferenceError("cloud.unknown-arn", reference=arn)
