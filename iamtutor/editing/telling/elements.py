"""Elements, effects, versions and the types of principals."""

from __future__ import annotations

from typing import Final

from iamtutor.editing.candidate import Said
from iamtutor.editing.offers.elements import is_taken
from iamtutor.editing.telling.explained import Explained, Row, Section
from iamtutor.policy import PolicyKind
from iamtutor.policy.elements import POLICY_ELEMENTS, STATEMENT_ELEMENTS

_GUIDE: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements"
_EXAMPLES: Final = {
    "Version": '"Version": "2012-10-17"',
    "Id": '"Id": "ReportsPolicy"',
    "Statement": '"Statement": [{…}, {…}]',
    "Sid": '"Sid": "ReadReports"',
    "Effect": '"Effect": "Allow"',
    "Principal": '"Principal": {"AWS": "111122223333"}',
    "NotPrincipal": '"NotPrincipal": {"AWS": "111122223333"}',
    "Action": '"Action": ["s3:GetObject", "s3:List*"]',
    "NotAction": '"NotAction": "iam:*"',
    "Resource": '"Resource": "arn:aws:s3:::reports/*"',
    "NotResource": '"NotResource": "arn:aws:s3:::payroll/*"',
    "Condition": '"Condition": {"Bool": {"aws:SecureTransport": "true"}}',
}
_FORMS: Final = {
    "AWS": ("111122223333", "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:user/dev",
            "arn:aws:iam::111122223333:role/app", "arn:aws:sts::111122223333:assumed-role/app/session", "*"),
    "Service": ("ec2.amazonaws.com",),
    "Federated": ("accounts.google.com", "arn:aws:iam::111122223333:oidc-provider/…",
                  "arn:aws:iam::111122223333:saml-provider/…"),
    "CanonicalUser": ("79a59df900b949e5…",),
}  # fmt: skip
_FORM_IDS: Final = {
    "AWS": ("account", "root", "user", "role", "session", "everybody"),
    "Service": ("service",),
    "Federated": ("web", "oidc", "saml"),
    "CanonicalUser": ("canonical",),
}


def element(name: str) -> Explained | None:
    """An element of a policy or a statement; None for a name that is none."""
    if name not in (*POLICY_ELEMENTS, *STATEMENT_ELEMENTS):
        return None
    in_statement = name in STATEMENT_ELEMENTS
    kinds = [kind for kind in PolicyKind if not in_statement or is_taken(name, kind)]
    sections = [Section(Said("editing.word-example"), (_EXAMPLES[name],))]
    if len(kinds) < len(PolicyKind):
        names = tuple(Said(f"editing.word-kind-{kind}") for kind in kinds)
        sections.append(Section(Said("editing.word-kinds"), names))
    return Explained(
        name,
        (Said("editing.word-of-statement" if in_statement else "editing.word-of-policy"),),
        (Said(f"editing.element-{name}"), Said(f"editing.word-element-{name}")),
        tuple(sections),
        f"{_GUIDE}_{name.lower()}.html",
    )


def effect(written: str) -> Explained | None:
    """Allow or Deny."""
    if written not in ("Allow", "Deny"):
        return element("Effect")
    return Explained(
        written, (Said("editing.word-effect"),), (Said(f"editing.effect-{written}"),), source=f"{_GUIDE}_effect.html"
    )


def version(written: str) -> Explained | None:
    """A version of the policy language."""
    if written not in ("2012-10-17", "2008-10-17"):
        return element("Version")
    return Explained(
        written, (Said("editing.word-version"),), (Said(f"editing.version-{written}"),), source=f"{_GUIDE}_version.html"
    )


def principal_type(name: str) -> Explained | None:
    """A key of a Principal, with the forms that stand under it."""
    if name not in _FORMS:
        return element("Principal")
    forms = zip(_FORMS[name], _FORM_IDS[name], strict=True)
    rows = tuple(Row(form, Said(f"editing.word-form-{about}")) for form, about in forms)
    return Explained(
        name,
        (Said("editing.word-principal-type"),),
        (Said(f"editing.principal-{name}"),),
        (Section(Said("editing.word-forms"), rows),),
        f"{_GUIDE}_principal.html",
    )
