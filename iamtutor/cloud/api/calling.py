"""Who calls, and whether they may: every operation asks here first.

An operation takes `Who`: credentials, a reference or ARN as elsewhere (`user/dev`, `session/ci`), or the `Console` of
an account, the hand that builds a world and is not asked whether it may.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iamtutor.access import Decision, PrincipalKind, decide
from iamtutor.cloud.api.credentials import Credentials, check_alive, reference_of
from iamtutor.cloud.api.refusals import refused
from iamtutor.cloud.api.services import dialect_of, raised
from iamtutor.cloud.callers import Caller
from iamtutor.cloud.context import Value
from iamtutor.cloud.entities import Account, Session, SessionKind
from iamtutor.cloud.references import UnknownReferenceError, listing
from iamtutor.cloud.world import World


@dataclass(frozen=True, slots=True)
class Console:
    """The world's own hand in an account: it is not asked whether it may. Rules and quotas bind it all the same."""

    account: str


Who = str | Console | Credentials
Context = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Calling:
    """A caller that was recognised. `free`: it is the console of the world."""

    reference: str
    caller: Caller
    free: bool = False

    @property
    def account(self) -> Account:
        """The caller's account. Who has none in this world can call nothing that acts on an account."""
        if self.caller.account is None:
            raise UnknownReferenceError("cloud.not-a-caller", reference=self.reference)
        return self.caller.account

    @property
    def session(self) -> Session | None:
        """The caller's session, where it is a known one."""
        return self.caller.session


def identify(world: World, who: Who, service: str) -> Calling:
    """Who calls a service. Raises AwsError as that service does, UnknownReferenceError for nobody of the world."""
    if isinstance(who, Console):
        if who.account not in world.accounts:
            known = listing(world.accounts)
            raise UnknownReferenceError("cloud.unknown-account", reference=who.account, known=known)
        reference = f"root/{who.account}"
        return Calling(reference, world.caller(reference), free=True)
    reference = reference_of(world, who, service) if isinstance(who, Credentials) else who
    calling = Calling(reference, world.caller(reference))
    if calling.session is not None:
        check_alive(world, calling.session, service)
    if calling.caller.principal.kind is PrincipalKind.ANONYMOUS and service != "s3":
        raise raised(dialect_of(service).unsigned, "cloud.api-unsigned")
    if service == "iam":
        _check_may_call_iam(calling)
    return calling


def _check_may_call_iam(calling: Calling) -> None:
    """Sessions of GetFederationToken, and of GetSessionToken without MFA, cannot call IAM at all.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
    """
    federated = calling.caller.principal.kind is PrincipalKind.FEDERATED_USER
    session = calling.session
    token = session is not None and session.kind is SessionKind.TOKEN and not session.mfa
    if federated or token:
        why = "cloud.api-federated-no-iam" if federated else "cloud.api-token-no-iam"
        raise raised(dialect_of("iam").unknown_key, why)


def decision_on(world: World, calling: Calling, action: str, resource: str, context: Context | None = None) -> Decision:
    """What the evaluator says to a call."""
    return decide(*world.effective(calling.reference, resource, action, context))


def permit(world: World, calling: Calling, action: str, resource: str, context: Context | None = None) -> None:
    """Raises AwsError where the caller may not do it. The console is not asked."""
    if calling.free:
        return
    decision = decision_on(world, calling, action, resource, context)
    if not decision.allowed:
        raise refused(decision)
