"""The types of condition keys: which family of operators a key is made for."""

from __future__ import annotations

from enum import StrEnum


class KeyType(StrEnum):
    """The type of a condition key's values.

    https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
    """

    STRING = "String"
    ARN = "ARN"
    BOOL = "Bool"
    NUMERIC = "Numeric"
    DATE = "Date"
    IP = "IPAddress"
    BINARY = "Binary"


_ARRAY = "ArrayOf"


def key_type(text: str) -> tuple[KeyType, bool]:
    """The type that the service reference names, and whether such a key may hold several values. Raises ValueError."""
    return KeyType(text.removeprefix(_ARRAY)), text.startswith(_ARRAY)
