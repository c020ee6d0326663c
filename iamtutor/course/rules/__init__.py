"""The registry of rules: one rule a file, one line here."""

from typing import Annotated

from pydantic import Field

from iamtutor.course.rules import (
    allowed_services_only,
    attached_through_groups,
    managed_not_inline,
    max_characters,
    max_statements,
    no_not_action,
    no_wildcard_action,
    no_wildcard_resource,
    passes_validation,
    unchanged,
    uses_condition_key,
    uses_effect,
)
from iamtutor.course.rules.rule import Breach, Rule, Written

RuleShape = Annotated[
    allowed_services_only.AllowedServicesOnly
    | attached_through_groups.AttachedThroughGroups
    | managed_not_inline.ManagedNotInline
    | max_characters.MaxCharacters
    | max_statements.MaxStatements
    | no_not_action.NoNotAction
    | no_wildcard_action.NoWildcardAction
    | no_wildcard_resource.NoWildcardResource
    | passes_validation.PassesValidation
    | unchanged.Unchanged
    | uses_condition_key.UsesConditionKey
    | uses_effect.UsesEffect,
    Field(discriminator="rule"),
]

__all__ = ["Breach", "Rule", "RuleShape", "Written"]
