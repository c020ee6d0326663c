"""A finding of policy validation, as IAM Access Analyzer gives it, with what it means and how it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from iamtutor.analyzer.validation.codes import SEVERITIES
from iamtutor.analyzer.validation.place import Place, PolicyPath
from iamtutor.policy.finding import Argument, Severity, Span
from iamtutor.policy.strings import excerpt


@dataclass(frozen=True, slots=True)
class QuickFix:
    """An edit that mends a finding and changes nothing else that the policy means: the span becomes the replacement."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class ValidationFinding:
    """One finding. `code` is AWS's issue code, `severity` AWS's finding type.

    `message` is the id of what is said; `why` and `mend` are the ids of why it matters and how it is mended. All three
    take `arguments`. `places` holds every place that takes part, the one to show first.
    """

    code: str
    severity: Severity
    places: tuple[Place, ...]
    message: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    fix: QuickFix | None = None

    @property
    def span(self) -> Span:
        """The first place in the text."""
        return self.places[0].span

    @property
    def path(self) -> PolicyPath:
        """The path of the first place, in AWS's form."""
        return self.places[0].path

    @property
    def why(self) -> str:
        """The id of the message that says why it matters."""
        return f"validation.{self.code}.why"

    @property
    def mend(self) -> str:
        """The id of the message that says how it is mended."""
        if self.message.startswith("validation."):
            return f"validation.{self.code}.mend"
        return f"{self.message}.mend"


def found(
    code: str, *places: Place, variant: str = "", fix: QuickFix | None = None, **arguments: Argument
) -> ValidationFinding:
    """A finding of a code of AWS. `variant` chooses another wording of the message; texts are cut to a short piece."""
    message = f"validation.{code}.{variant}" if variant else f"validation.{code}"
    shown = {name: excerpt(value) if isinstance(value, str) else value for name, value in arguments.items()}
    return ValidationFinding(code, SEVERITIES[code], places, message, shown, fix)
