"""Names made unreadable, the same name in the same way everywhere, so that the world decides as before.

A character becomes another one of its kind (a small letter a small letter, a digit a digit), chosen by a secret key and all that
stands before it in its word. Names that begin alike still do, so that a pattern such as ``reports-*`` matches what it matched.
Account IDs are mapped as a whole. The key is made for one run and forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final

from iamtutor.catalog import Catalog, UnknownNameError
from iamtutor.cloud.importing.json_files import Json
from iamtutor.policy.arn import Arn

_KINDS: Final = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789")
_ACCOUNT: Final = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])")
_KEPT: Final = re.compile(r"\$\{[^}]*\}|[*?]")
_PIECES: Final = re.compile(r"([/:])(?![^${}]*\})")
"""Slashes and colons, but for those inside a variable."""
_IDS: Final = re.compile(
    r"\b(?:o-[a-z0-9]{10,32}|r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|p-[0-9a-z]{8,128})\b"
)
_UNIQUE_IDS: Final = re.compile(r"\bA[A-Z]{3}[A-Z0-9]{12,124}\b")
_OF_AWS: Final = ("aws-service-role", "aws-reserved", "AWSServiceRoleFor", "AWSReservedSSO_", "aws/")
_NAMING_KEYS: Final = frozenset(
    {"aws:username", "s3:prefix", "aws:principalarn", "aws:sourcearn", "s3:x-amz-copy-source"}
)
_GRAMMAR: Final = frozenset({"Version", "Effect", "Action", "NotAction"})
_TYPES: Final = {
    "iam": frozenset(
        {"user", "role", "group", "policy", "instance-profile", "mfa", "server-certificate", "saml-provider"}
    ),
    "sts": frozenset({"assumed-role", "federated-user"}),
}


class Mask:
    """Masks accounts and names with one key; the same text always becomes the same."""

    def __init__(self, key: bytes, catalog: Catalog | None = None) -> None:
        self._key = key
        self._catalog = catalog
        self._accounts: dict[str, str] = {}
        self._taken: set[str] = set()
        self._names: set[str] = set()
        self._shift = lru_cache(maxsize=200_000)(self._work_out)
        self._words = lru_cache(maxsize=1_000)(self._type_words)

    def know(self, names: Iterable[str]) -> None:
        """Names that are to be masked also where they stand alone, as a condition's value."""
        self._names.update(names)

    def account(self, account: str) -> str:
        """Another account ID; no two accounts get the same."""
        found = self._accounts.get(account)
        turn = 0
        while found is None:
            digest = blake2b(f"account/{account}/{turn}".encode(), key=self._key).digest()
            candidate = str(10**11 + int.from_bytes(digest) % (9 * 10**11))
            turn += 1
            if candidate not in self._taken:
                found = self._accounts[account] = candidate
                self._taken.add(candidate)
        return found

    def name(self, text: str) -> str:
        """A name or a path masked word by word; wildcards and variables stay, and so does what AWS reserves."""
        return "".join(piece if piece in "/:" else self._piece(piece) for piece in _PIECES.split(text))

    def arn(self, text: str) -> str:
        """An ARN with its account and the names in it masked; its type and place stay."""
        parts = Arn.parse(text)
        if parts is None:
            return self.text(text)
        account = self.account(parts.account) if _ACCOUNT.fullmatch(parts.account) else parts.account
        return str(parts._replace(account=account, resource=self._resource(parts)))

    def text(self, text: str) -> str:
        """Any other text: account IDs, unique IDs and IDs of the organisation in it."""
        text = _ACCOUNT.sub(lambda found: self.account(found[0]), text)
        text = _UNIQUE_IDS.sub(lambda found: self.unique_id(found[0]), text)
        return _IDS.sub(lambda found: self.organization_id(found[0]), text)

    def unique_id(self, text: str) -> str:
        """A unique ID with its first four letters, which say what it is of."""
        return text[:4] + self._word(text[4:])

    def organization_id(self, text: str) -> str:
        """An ID of an organisation, root, unit or policy."""
        kind, *rest = text.split("-")
        return "-".join([kind, *(self._word(part) for part in rest)])

    def document(self, value: Json, key: str = "") -> Json:
        """A policy with all that names somebody masked."""
        if isinstance(value, dict):
            return {name: inner if name in _GRAMMAR else self.document(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.document(inner, key) for inner in value]
        if not isinstance(value, str):
            return value
        if value.startswith("arn:"):
            return self.arn(value)
        if value in self._names or key.lower() in _NAMING_KEYS:
            return self.name(value)
        return self.text(value)

    def _resource(self, parts: Arn) -> str:
        resource = parts.resource
        if resource == "root" or parts.account == "aws" or resource.startswith("oidc-provider/"):
            return resource
        words = frozenset() if parts.service == "s3" and not parts.account else self._words(parts.service)
        out = ""
        for number, piece in enumerate(_PIECES.split(resource)):
            is_type = piece in words and (number == 0 or parts.service not in _TYPES)
            out += piece if is_type or piece in "/:" else self._piece(piece)
        return out

    def _piece(self, text: str) -> str:
        """What stands between two separators."""
        if text.startswith(_OF_AWS) or text.endswith(".amazonaws.com"):
            return text
        out, at = "", 0
        for found in _KEPT.finditer(text):
            out += self._word(text[at : found.start()], out) + found[0]
            at = found.end()
        return out + self._word(text[at:], out)

    def _word(self, text: str, before: str = "") -> str:
        """Masked characters. `before` is what already stands there, so that what follows a wildcard is masked by it."""
        out = []
        at = 0
        for found in _ACCOUNT.finditer(text):
            out.append(self._letters(text[at : found.start()], before + text[:at]) + self.account(found[0]))
            at = found.end()
        out.append(self._letters(text[at:], before + text[:at]))
        return "".join(out)

    def _letters(self, text: str, before: str) -> str:
        out = []
        for number, char in enumerate(text):
            kind = next((kind for kind in _KINDS if char in kind), None)
            if kind is None:
                out.append(char if char.isascii() else "x")
                continue
            shift = self._shift(before + text[:number])
            out.append(kind[(kind.index(char) + shift) % len(kind)])
        return "".join(out)

    def _work_out(self, before: str) -> int:
        return int.from_bytes(blake2b(before.encode("utf-8", "replace"), key=self._key, digest_size=8).digest())

    def _type_words(self, service: str) -> frozenset[str]:
        """The words of a service's ARNs that are no names."""
        if service in _TYPES:
            return _TYPES[service]
        if self._catalog is None:
            return frozenset()
        try:
            kinds = self._catalog.service(service).resource_types.values()
        except UnknownNameError:
            return frozenset()
        words = {word for kind in kinds for word in re.split(r"[/:]", kind.arn.split(":", 5)[-1])}
        return frozenset(word for word in words if word and "$" not in word)


def masked_world(world: dict[str, Any], mask: Mask) -> dict[str, Any]:
    """A world's value with accounts, users, groups, roles, policies, buckets and resources masked everywhere alike."""
    for account in world["accounts"].values():
        for section in ("users", "groups", "roles", "policies", "buckets", "instance_profiles"):
            mask.know(account.get(section, ()))
    value = {"accounts": {_label(name, mask): _account(account, mask) for name, account in world["accounts"].items()}}
    if "aws_policies" in world:
        value["aws_policies"] = world["aws_policies"]
    if "organization" in world:
        value["organization"] = _organization(world["organization"], mask)
    return value


def _label(name: str, mask: Mask) -> str:
    return mask.text(name)


def _account(account: dict[str, Any], mask: Mask) -> dict[str, Any]:
    value: dict[str, Any] = {"id": mask.account(account["id"])}
    for section, entities in account.items():
        if section != "id":
            value[section] = {mask.name(name): _entity(entity, mask) for name, entity in entities.items()}
    return value


def _entity(entity: dict[str, Any], mask: Mask) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for key, inner in entity.items():
        if key in ("trust", "document", "policy"):
            value[key] = mask.document(inner)
        elif key == "inline":
            value[key] = {mask.name(name): mask.document(document) for name, document in inner.items()}
        elif key in ("managed", "groups"):
            value[key] = [_reference(name, mask) for name in inner]
        elif key in ("boundary", "role"):
            value[key] = _reference(inner, mask)
        elif key == "path":
            value[key] = mask.name(inner)
        elif key == "unique_id":
            value[key] = mask.unique_id(inner)
        elif key == "arn":
            value[key] = mask.arn(inner)
        elif key == "id":
            value[key] = mask.name(inner)
        else:
            value[key] = inner
    return value


def _reference(name: str, mask: Mask) -> str:
    return name if name.startswith("arn:") else mask.name(name)


def _organization(organization: dict[str, Any], mask: Mask) -> dict[str, Any]:
    value = {
        "id": mask.organization_id(organization["id"]),
        "management": _label(organization["management"], mask),
        "root": _unit(organization["root"], mask),
    }
    if "accounts" in organization:
        value["accounts"] = {_label(name, mask): _unit(unit, mask) for name, unit in organization["accounts"].items()}
    return value


def _unit(unit: dict[str, Any], mask: Mask) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for key, inner in unit.items():
        if key in ("scp", "rcp"):
            value[key] = {
                name if document is None else mask.name(name): None if document is None else mask.document(document)
                for name, document in inner.items()
            }
        elif key == "accounts":
            value[key] = [_label(name, mask) for name in inner]
        elif key == "ous":
            value[key] = {mask.name(name): _unit(below, mask) for name, below in inner.items()}
    return value
