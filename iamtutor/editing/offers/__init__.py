"""What could be written at a place: one file for each part of a policy, a function from the place to its candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from iamtutor.editing.candidate import Candidate
from iamtutor.editing.offers import (
    actions,
    condition_keys,
    condition_values,
    effects,
    elements,
    operators,
    principals,
    resources,
    variables,
)
from iamtutor.editing.place import Part, Place
from iamtutor.editing.vocabulary import Vocabulary

Offer = Callable[[Place, Vocabulary], Iterable[Candidate]]

OFFERS: Final[Mapping[Part, Offer]] = {
    Part.POLICY_ELEMENT: elements.of_policy,
    Part.STATEMENT_ELEMENT: elements.of_statement,
    Part.VERSION: elements.versions,
    Part.EFFECT: effects.effects,
    Part.PRINCIPAL_TYPE: principals.types,
    Part.PRINCIPAL: principals.principals,
    Part.ACTION: actions.actions,
    Part.RESOURCE: resources.resources,
    Part.OPERATOR: operators.operators,
    Part.CONDITION_KEY: condition_keys.condition_keys,
    Part.CONDITION_VALUE: condition_values.condition_values,
    Part.VARIABLE: variables.variables,
}
