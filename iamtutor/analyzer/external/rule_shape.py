"""The YAML form of archive rules. Import it only where rules are read: it needs pydantic."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Values = Annotated[list[str], Field(min_length=1, max_length=20)]


class CriterionShape(BaseModel):
    """One criterion: at least one of AWS's four operators."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    eq: Values | None = None
    neq: Values | None = None
    contains: Values | None = None
    exists: bool | None = None


class RuleShape(BaseModel):
    """One archive rule."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    name: Annotated[str, Field(min_length=1)]
    filter: Annotated[dict[str, CriterionShape], Field(min_length=1)]


RULES: TypeAdapter[list[RuleShape]] = TypeAdapter(list[RuleShape])
