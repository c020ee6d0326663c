"""Names, IDs and ARNs: what AWS takes, and made-up ones that are always the same for the same thing."""

from __future__ import annotations

import re
from base64 import b32decode, b32encode
from hashlib import sha256
from typing import Final

from iamtutor.cloud.entities import EntityKind

IAM_NAME: Final = re.compile(r"[\w+=,.@-]+", re.ASCII)
"""https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (IAM name requirements)"""
IAM_PATH: Final = re.compile(r"/([\x21-\x2e\x30-\x7e]+/)*")
UNIQUE_ID: Final = re.compile(r"A[A-Z]{3}[A-Z0-9]{12,124}")
BUCKET_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
SESSION_NAME: Final = re.compile(r"[\w+=,.@-]{2,64}", re.ASCII)
LABEL: Final = re.compile(r"[\w.+=,@-]+")
"""A name that only the world uses: for accounts, keys, resources, sessions."""
ORGANIZATION_ID: Final = re.compile(r"o-[a-z0-9]{10,32}")
ROOT_ID: Final = re.compile(r"r-[0-9a-z]{4,32}")
UNIT_ID: Final = re.compile(r"ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}")
PROVIDER_URL: Final = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(/[\w.~%/-]*)?", re.ASCII)
"""The URL of an OpenID Connect provider without `https://`, as its ARN has it."""
ENDPOINT_ID: Final = re.compile(r"vpce-[0-9a-z]+(-[0-9a-z]+)*")
REGION: Final = re.compile(r"[a-z]{2,3}(-[a-z]+)+-[0-9]")
LONGEST_NAME: Final = {EntityKind.USER: 64, EntityKind.ROLE: 64, EntityKind.GROUP: 128}
LONGEST_POLICY_NAME: Final = 128
_IP: Final = re.compile(r"[0-9]+(\.[0-9]+){3}")
_RESERVED_PREFIXES: Final = ("xn--", "sthree-")
_RESERVED_SUFFIXES: Final = ("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3")


def is_bucket_name(name: str) -> bool:
    """Whether S3 takes the name for a general purpose bucket.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    """
    return (
        BUCKET_NAME.fullmatch(name) is not None
        and ".." not in name
        and _IP.fullmatch(name) is None
        and not name.startswith(_RESERVED_PREFIXES)
        and not name.endswith(_RESERVED_SUFFIXES)
    )


def iam_arn(account: str, kind: str, path: str, name: str) -> str:
    """The ARN of an IAM user, group, role or policy."""
    return f"arn:aws:iam::{account}:{kind}{path}{name}"


def unique_id(prefix: str, arn: str) -> str:
    """A unique ID such as IAM gives (`AIDA…`, `AROA…`), always the same for the same ARN.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
    """
    return prefix + b32encode(sha256(arn.encode()).digest()).decode()[:17]


def key_id(seed: str) -> str:
    """A key ID in the form of a UUID, always the same for the same seed."""
    digest = sha256(seed.encode()).hexdigest()
    return "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))


def short_id(seed: str, length: int) -> str:
    """Lower-case hexadecimal digits, always the same for the same seed."""
    return sha256(seed.encode()).hexdigest()[:length]


def access_key_id(prefix: str, account: str, seed: str) -> str:
    """An access key ID such as AWS gives now, always the same for the same seed; it encodes the account.

    Prefixes: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids. Behind
    the prefix stand 80 bits in base32: a set bit, the account number in 40 bits, then what tells keys apart. So
    sts:GetAccessKeyInfo needs no look-up (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html).
    """
    rest = int.from_bytes(sha256(f"{seed}/{prefix}/{account}".encode()).digest()) >> (256 - 39)
    bits = 1 << 79 | int(account) << 39 | rest
    return prefix + b32encode(bits.to_bytes(10)).decode()


def account_of_key(key_id: str) -> str | None:
    """The account that an access key ID encodes; None where it is no such ID."""
    if len(key_id) != 20 or key_id[:4] not in ("AKIA", "ASIA"):
        return None
    try:
        bits = int.from_bytes(b32decode(key_id[4:]))
    except ValueError:
        return None
    number = bits >> 39 & (1 << 40) - 1
    return f"{number:012}" if bits >> 79 and number < 10**12 else None
