"""Sets of characters, finite or all but a finite number: what one place of a pattern accepts."""

from __future__ import annotations

from typing import Final, NamedTuple


class CharSet(NamedTuple):
    """The characters `chars`, or with `negated` all others."""

    chars: frozenset[str]
    negated: bool = False

    def takes(self, char: str) -> bool:
        """Whether a character is in the set."""
        return (char in self.chars) is not self.negated

    def within(self, other: CharSet) -> bool:
        """Whether every character of this set is in the other."""
        if other is ANY:
            return True
        if self.negated:
            return other.negated and other.chars <= self.chars
        if other.negated:
            return not self.chars & other.chars
        return self.chars <= other.chars

    def meets(self, other: CharSet) -> bool:
        """Whether some character is in both."""
        if self.negated and other.negated:
            return True
        if self.negated:
            return not other.chars <= self.chars
        if other.negated:
            return not self.chars <= other.chars
        return bool(self.chars & other.chars)


def one_of(chars: str) -> CharSet:
    """The set of these characters."""
    return CharSet(frozenset(chars))


def none_of(chars: str) -> CharSet:
    """The set of all characters but these."""
    return CharSet(frozenset(chars), negated=True)


ANY: Final = none_of("")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
DIGITS: Final = one_of("0123456789")
LOWER: Final = one_of("abcdefghijklmnopqrstuvwxyz0123456789-")
"""Region codes, service prefixes, partitions."""
NAME: Final = one_of(_LETTERS + "-_.")
KEY_ID: Final = one_of(_LETTERS + "-")
IAM_NAME: Final = one_of(_LETTERS + "+=,.@_-")
"""Names of users, roles, groups and policies.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
"""
IAM_PATH: Final = one_of("".join(map(chr, range(0x21, 0x7F))).replace(":", ""))
"""Paths of IAM entities: every printable character of ASCII but the colon.

The pattern of the API would let a colon pass, so that ``arn:aws:iam::*:user/dev`` reached a user of the path ``/:user/``;
nobody who writes such a pattern means that, and no one is to be blamed for it.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html
"""
