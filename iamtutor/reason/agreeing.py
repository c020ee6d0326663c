"""Condition keys that AWS fills from the same thing: a request cannot choose them apart.

The tags of a request are in aws:RequestTag/… and, by their keys, in aws:TagKeys
(https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-tagkeys); the
Region that is called is in aws:RequestedRegion and, for regional resources, in the resource's ARN
(the same page, #condition-keys-requestedregion).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, product
from typing import Final

from iamtutor.catalog import REGIONS
from iamtutor.policy.pattern import Piece, pattern
from iamtutor.policy.variables import ContextValue, Template
from iamtutor.reason.domain import NEVER, KeyDomain
from iamtutor.reason.terms import Atom, KeyAtom, ResourceAtom

TAG_KEYS: Final = "aws:tagkeys"
REQUEST_TAG: Final = "aws:requesttag/"
REGION: Final = "aws:requestedregion"
_MOST_VARIANTS: Final = 64

Keys = Mapping[str, KeyDomain]


def variants(
    keys: Keys, atoms: Iterable[Atom], written: Mapping[str, str], partition: str
) -> Iterator[tuple[Keys, str | None]]:
    """The domains, case by case, so that related keys agree; with each case the Region of the resource (None: any).

    `written` says how policies write each key: a tag's key is what stands behind the slash.
    """
    listed = tuple(atoms)
    asked = {atom.key for atom in listed if isinstance(atom, KeyAtom)}
    tags = [key for key in sorted(asked) if key.startswith(REQUEST_TAG) and not keys[key].settled]
    tag_cases: Iterable[Keys] = (keys,)
    if tags and TAG_KEYS in asked and not keys[TAG_KEYS].settled:
        tag_cases = islice(_tag_cases(keys, tags, written), _MOST_VARIANTS)
    regions: tuple[str | None, ...] = (None,)
    if REGION in asked and not keys[REGION].settled:
        regions = tuple(_regions_told_apart(listed, partition))
    for tagged in tag_cases:
        for region in regions:
            if region is None:
                yield tagged, None
            else:
                yield {**tagged, REGION: replace(keys[REGION], values=(region,), absent=False, hints=())}, region


def _tag_cases(keys: Keys, tags: list[str], written: Mapping[str, str]) -> Iterator[Keys]:
    """Every choice of which of the tags are in the request."""
    names = {tag: written[tag].partition("/")[2] for tag in tags}
    for present in product((True, False), repeat=len(tags)):
        case = dict(keys)
        there = tuple(names[tag] for tag, is_there in zip(tags, present, strict=True) if is_there)
        missing = tuple(names[tag] for tag, is_there in zip(tags, present, strict=True) if not is_there)
        for tag, is_there in zip(tags, present, strict=True):
            case[tag] = replace(keys[tag], absent=False) if is_there else NEVER
        case[TAG_KEYS] = replace(keys[TAG_KEYS], required=there, barred=missing, absent=not there)
        yield case


def _regions_told_apart(atoms: tuple[Atom, ...], partition: str) -> Iterator[str]:
    """One Region of each kind that the conditions and the resource patterns tell apart."""
    tests = [atom.test for atom in atoms if isinstance(atom, KeyAtom) and atom.key == REGION and not atom.variables]
    parts = sorted({part for atom in atoms if isinstance(atom, ResourceAtom) for part in _region_parts(atom.templates)})
    matchers = [pattern(part) for part in parts]
    seen: set[tuple[bool, ...]] = set()
    for code, region in REGIONS.items():
        if region.partition != partition:
            continue
        kind = (*(test.meets(code, {}) for test in tests), *(matches(code) for matches in matchers))
        if kind not in seen:
            seen.add(kind)
            yield code


def _region_parts(templates: Iterable[Template]) -> Iterator[str]:
    for template in templates:
        text = "".join(part.text for part in template.parts if isinstance(part, Piece))
        parts = text.split(":", 5)
        if len(parts) == 6:
            yield parts[3]


def agrees(context: Mapping[str, ContextValue]) -> bool:
    """Whether a request can carry these keys together, as far as it carries them at all (names in any case)."""
    lower = {key.lower(): value for key, value in context.items()}
    listed = lower.get(TAG_KEYS)
    if listed is None:
        return True
    tag_keys = {each.lower() for each in ((listed,) if isinstance(listed, str) else listed)}
    return all(key.partition("/")[2] in tag_keys for key in lower if key.startswith(REQUEST_TAG))
