"""A global condition key: its type, and when AWS puts it into the context of a request."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from iamtutor.catalog.key_type import KeyType
from iamtutor.words import Bilingual

PAGE: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"


class Section(StrEnum):
    """What a global key is a property of."""

    PRINCIPAL = "principal"
    SESSION = "session"
    NETWORK = "network"
    RESOURCE = "resource"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class GlobalKey:
    """A key that any policy may ask, whatever the service; ``${TagKey}`` in the name stands for any tag key.

    `also` is a second family of operators that fits; `sensitive` keys are never to be compared with wildcards; `when`
    says in which requests the key is present.
    """

    name: str
    type: KeyType
    multivalued: bool
    section: Section
    when: Bilingual
    anchor: str
    also: KeyType | None = None
    sensitive: bool = False
    page: str = PAGE

    @property
    def source(self) -> str:
        """The place in AWS's documentation that the entry follows."""
        return f"{self.page}#{self.anchor}"


def global_key(
    section: Section,
    name: str,
    kind: KeyType,
    ko: str,
    en: str,
    *,
    anchor: str = "",
    multivalued: bool = False,
    also: KeyType | None = None,
    sensitive: bool = False,
) -> GlobalKey:
    """An entry of the table; the anchor of most keys follows from the name."""
    place = anchor or f"condition-keys-{name.partition(':')[2].partition('/')[0].lower()}"
    return GlobalKey(name, kind, multivalued, section, Bilingual(ko, en), place, also, sensitive)
