"""Archive rules read from a YAML value, or everything that is wrong with them, with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamtutor.analyzer.external.archive_rules import PROPERTIES, ArchiveRule, Criterion, is_criterion
from iamtutor.cloud import ContentError, Json, Places, validated
from iamtutor.policy import Finding

if TYPE_CHECKING:
    from iamtutor.analyzer.external.rule_shape import CriterionShape


def read_rules(value: Json, places: Places) -> tuple[ArchiveRule, ...]:
    """The rules of a list of ``{name, filter: {criterion: {eq|neq|contains|exists: …}}}``. Raises ContentError."""
    from iamtutor.analyzer.external.rule_shape import RULES

    rules: list[ArchiveRule] = []
    wrong: list[Finding] = []
    for index, shape in enumerate(validated(RULES, value, places)):
        if any(rule.name == shape.name for rule in rules):
            wrong.append(places.finding("external.rule-twice", (index, "name"), name=shape.name))
        for key, criterion in shape.filter.items():
            path = (index, "filter", key)
            if not is_criterion(key):
                known = ", ".join((*PROPERTIES, "condition.<key>"))
                wrong.append(places.finding("external.unknown-criterion", path, at_key=True, key=key, known=known))
            elif not criterion.model_fields_set:
                wrong.append(places.finding("external.empty-criterion", path, at_key=True, key=key))
        rules.append(ArchiveRule(shape.name, {key: _criterion(each) for key, each in shape.filter.items()}))
    if wrong:
        raise ContentError(wrong)
    return tuple(rules)


def _criterion(shape: CriterionShape) -> Criterion:
    return Criterion(_values(shape.eq), _values(shape.neq), _values(shape.contains), shape.exists)


def _values(listed: list[str] | None) -> tuple[str, ...] | None:
    return None if listed is None else tuple(listed)
