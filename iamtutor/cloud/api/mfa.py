"""MFA devices: the code that a device shows now, and whether a code is right.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.api.parameters import check_text
from iamtutor.cloud.entities import User

if TYPE_CHECKING:
    from iamtutor.cloud.api.calling import Calling
    from iamtutor.cloud.world import World

_WINDOW: Final = timedelta(seconds=30)
INVALID_CODE: Final = "MultiFactorAuthentication failed with invalid MFA one time pass code."
NO_SUCH_DEVICE: Final = (
    "MultiFactorAuthentication failed, unable to validate MFA code. Please verify your MFA serial number is valid and "
    "associated with this user."
)


def token_code(world: World, serial_number: str, windows_ago: int = 0) -> str:
    """The six digits that a device shows at the world's time; they change every 30 seconds."""
    window = int(world.now.timestamp() // _WINDOW.total_seconds()) - windows_ago
    digest = sha256(f"{world.seed}/{serial_number}/{window}".encode()).digest()
    return f"{int.from_bytes(digest[:8]) % 1_000_000:06}"


def check_code_form(serial_number: str | None, code: str | None) -> None:
    """Raises AwsError where serial number or code cannot be one.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    """
    if serial_number is not None:
        check_text(serial_number, "serialNumber", 9, 256, r"[\w+=/:,.@-]*")
    if code is not None:
        check_text(code, "tokenCode", 6, 6, r"[\d]*")


def authenticated(world: World, calling: Calling, serial_number: str | None, code: str | None) -> bool:
    """Whether the caller showed an MFA code. Raises AwsError where one was given and is not right."""
    if serial_number is None and code is None:
        return False
    user = calling.caller.entity
    if not isinstance(user, User) or serial_number not in user.mfa or code is None:
        raise AwsError("AccessDenied", 403, NO_SUCH_DEVICE, "cloud.api-mfa-device", None, serial=serial_number or "-")
    if code not in (token_code(world, serial_number), token_code(world, serial_number, 1)):
        raise AwsError("AccessDenied", 403, INVALID_CODE, "cloud.api-mfa-code")
    return True
