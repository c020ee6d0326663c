"""ARNs of a policy's Resource element made from what a record says: literal where it says it, ``*`` where it does not.

IAM Access Analyzer leaves ``${BucketName}`` where it does not know a name, which in a policy is a variable that never has
a value: the statement would allow nothing. Here ``*`` stands there, which is valid, and the report lists each of them.
https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

UNRECORDED: Final = "unrecorded"
"""What stands for a name that the trail does not tell, in the requests that prove a policy."""

_PLACEHOLDER: Final = re.compile(r"\$\{([^}]*)\}")
_SPECIAL: Final = re.compile(r"[*?$]")
# IAM takes no other characters in a policy: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
_FOREIGN: Final = re.compile(r"[^\t\n\r\x20-\xff]")
_PLACES: Final = frozenset({"Partition", "Region", "Account"})


class Resource(NamedTuple):
    """A resource as the policy writes it and as a request names it; `open` where the record left something of it out."""

    pattern: str
    concrete: str
    open: bool


EVERYTHING: Final = Resource("*", "*", False)
"""The one resource of actions that take no other."""
ANYTHING: Final = Resource("*", "*", True)
"""A resource of which the record says nothing at all."""


def of_arn(arn: str) -> Resource:
    """The resource of an ARN that a record holds; what would be a wildcard or a variable in it is written literally."""
    head = arn.split(":", 5)
    if len(head) < 6:
        return ANYTHING
    rest = head.pop()
    if _SPECIAL.search("".join(head)):  # in front of the fifth colon nothing can be written literally
        return ANYTHING
    pattern = f"{':'.join(head)}:{literal(rest)}"
    return Resource(pattern, arn, _FOREIGN.search(rest) is not None)


def literal(text: str) -> str:
    """The text as a pattern that matches it alone: ``${*}`` for ``*``, and ``?`` for a character that IAM refuses."""
    return _FOREIGN.sub("?", _SPECIAL.sub(lambda found: f"${{{found[0]}}}", text))


@lru_cache(maxsize=4096)
def placeholders(template: str) -> tuple[str, ...]:
    """The placeholders of a template that name the resource, not its place."""
    return tuple(dict.fromkeys(name for name in _PLACEHOLDER.findall(template) if name not in _PLACES))


def filled(template: str, values: Mapping[str, str]) -> Resource:
    """A template with its placeholders filled in, ``*`` where there is no value."""
    head, colon, rest = _cut(template)
    place = _PLACEHOLDER.sub(lambda found: values.get(found[1], "*"), head)
    pattern = _PLACEHOLDER.sub(lambda found: literal(values[found[1]]) if found[1] in values else "*", rest)
    concrete = _PLACEHOLDER.sub(lambda found: values.get(found[1], UNRECORDED), rest)
    where = _PLACEHOLDER.sub(lambda found: values.get(found[1], UNRECORDED), head)
    is_open = not set(_PLACEHOLDER.findall(template)) <= values.keys() or _FOREIGN.search(concrete) is not None
    return Resource(f"{place}{colon}{pattern}", f"{where}{colon}{concrete}", is_open)


def _cut(template: str) -> tuple[str, str, str]:
    """A template before and behind its fifth colon; variables count only behind it."""
    parts = template.split(":", 5)
    return (":".join(parts[:5]), ":", parts[5]) if len(parts) == 6 else ("", "", template)


@lru_cache(maxsize=4096)
def matcher(template: str) -> re.Pattern[str]:
    """What the ARNs of a resource type look like; only a name at the end may hold slashes."""
    source, at = "", 0
    for found in _PLACEHOLDER.finditer(template):
        source += re.escape(template[at : found.start()])
        if found[1] in _PLACES:
            source += "[^:]*"
        elif found.end() == len(template):
            source += "[^:]+" if _may_hold_slashes(found[1]) else "[^:/]+"
        else:
            source += "[^:/]+"
        at = found.end()
    return re.compile(source + re.escape(template[at:]) + "(?::\\*)?")


def _may_hold_slashes(placeholder: str) -> bool:
    return placeholder in _WITH_SLASHES or placeholder.endswith(("Path", "WithPath"))


_WITH_SLASHES: Final = frozenset(
    {"ObjectName", "Alias", "SecretId", "ParameterNameWithoutLeadingSlash", "LogGroupName", "RepositoryName", "Name"}
)
