"""Access keys: made up so that they are always the same for the same world, plainly no real ones, and recognised again.

https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds-programmatic-access.html
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from iamtutor.cloud.api.clock import has_passed
from iamtutor.cloud.api.services import dialect_of, raised
from iamtutor.cloud.entities import EntityKind, Session, User

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

_SECRET_LENGTH: Final = 40
_TOKEN_LENGTH: Final = 160
_MARK: Final = "iamtutor-EXAMPLE-"
"""Every secret begins with it: nobody, and no scanner, should take one for a real secret."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """An access key: `AKIA…` of a user, or `ASIA…` with a session token and an end. The secret is not printed."""

    access_key_id: str
    secret_access_key: str = field(repr=False)
    session_token: str | None = field(default=None, repr=False)
    expiration: datetime | None = None


def credentials_for(world: World, key_id: str, expires: datetime | None = None) -> Credentials:
    """The credentials that belong to a key ID in a world; a session token where the ID is a temporary one."""
    token = _made_up(world, f"token/{key_id}", _TOKEN_LENGTH) if key_id.startswith("ASIA") else None
    return Credentials(key_id, _made_up(world, f"secret/{key_id}", _SECRET_LENGTH), token, expires)


def of_user(world: World, user: User, number: int = 0) -> Credentials:
    """The credentials of a user's access key that stands in the world. IndexError where it has none."""
    return credentials_for(world, user.access_keys[number].id)


def of_session(world: World, name: str) -> Credentials:
    """The credentials of a session of the world. KeyError where there is none of that name."""
    session = world.sessions[name]
    return credentials_for(world, session.key_id, session.expires)


def _made_up(world: World, what: str, length: int) -> str:
    text = _MARK
    number = 0
    while len(text) < length:
        text += urlsafe_b64encode(sha256(f"{world.seed}/{what}/{number}".encode()).digest()).decode().strip("=")
        number += 1
    return text[:length]


def reference_of(world: World, credentials: Credentials, service: str) -> str:
    """Whom credentials belong to: `user/dev` with its account in front, or `session/…`.

    Raises AwsError as the service would: an unknown or inactive key, a wrong secret or token, an expired session.
    """
    dialect = dialect_of(service)
    known = credentials_for(world, credentials.access_key_id)
    reference, session = _holder(world, credentials.access_key_id)
    if reference is None:
        raise raised(dialect.unknown_key, "cloud.api-unknown-key")
    if credentials.secret_access_key != known.secret_access_key:
        raise raised(dialect.signature, "cloud.api-wrong-secret")
    if credentials.session_token != known.session_token:
        raise raised(dialect.wrong_token, "cloud.api-wrong-token")
    if session is not None:
        check_alive(world, session, service)
    return reference


def check_alive(world: World, session: Session, service: str) -> None:
    """Raises AwsError where the session has expired."""
    if has_passed(world, session.expires):
        raise raised(dialect_of(service).expired, "cloud.api-expired")


def _holder(world: World, key_id: str) -> tuple[str | None, Session | None]:
    for session in world.sessions.values():
        if session.key_id == key_id:
            return f"session/{session.name}", session
    for account in world.accounts.values():
        for user in account.users.values():
            if any(key.id == key_id and key.active for key in user.access_keys):
                return f"{account.name}:{EntityKind.USER.value}/{user.name}", None
    return None, None
