"""The registry of checks: one family a file, one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from iamtutor.analyzer.validation.checks import (
    actions,
    addresses,
    arn_form,
    arn_service,
    condition_keys,
    empties,
    guards,
    handing_over,
    key_case,
    key_partners,
    lone_star,
    oidc_trust,
    operator_misuse,
    operator_types,
    principals,
    qualifiers,
    rcp_conditions,
    rcp_syntax,
    redundant,
    resource_types,
    scp_syntax,
    service_access,
    sizes,
    tag_keys,
    trust_actions,
    value_formats,
    value_types,
    variables,
    wildcard_service,
)
from iamtutor.analyzer.validation.finding import ValidationFinding
from iamtutor.analyzer.validation.subject import Subject

Check = Callable[[Subject], Iterator[ValidationFinding]]
FAMILIES: Final = (
    actions,
    addresses,
    arn_form,
    arn_service,
    condition_keys,
    empties,
    guards,
    handing_over,
    key_case,
    key_partners,
    lone_star,
    oidc_trust,
    operator_misuse,
    operator_types,
    principals,
    qualifiers,
    rcp_conditions,
    rcp_syntax,
    redundant,
    resource_types,
    scp_syntax,
    service_access,
    sizes,
    tag_keys,
    trust_actions,
    value_formats,
    value_types,
    variables,
    wildcard_service,
)
CHECKS: Final[tuple[Check, ...]] = tuple(family.check for family in FAMILIES)
"""Every check; each looks at the policy by itself."""
