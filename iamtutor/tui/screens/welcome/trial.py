"""The policy of the first minutes without a screen: read and decided as everywhere else, at every change."""

from __future__ import annotations

import re
from typing import Final

from iamtutor.access import Decision, EffectivePolicies, NamedPolicy, Principal, Request, decide
from iamtutor.access.narration import why
from iamtutor.policy import Reading, Severity, read
from iamtutor.tui.widgets.request_table import RequestRow
from iamtutor.words import Lang

START: Final = """{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "",
    "Resource": "arn:aws:s3:::acme-reports/*"
  }
}"""
GAP: Final = (4, 15)
"""Row and column between the quotes of the empty Action, from 0."""
OFFERED: Final = ("s3:GetObject", "s3:*", "s3:PutObject")
_CALLER: Final = "arn:aws:iam::111122223333:user/dev"
_OBJECT: Final = "arn:aws:s3:::acme-reports/q3.csv"
_ASKED: Final = {"read": ("s3:GetObject", "allow"), "delete": ("s3:DeleteObject", "deny")}
_ACTION: Final = re.compile(r'("Action"\s*:\s*)("[^"\n]*"|\[[^\]]*\])')


class Trial:
    """One inline policy of the user dev and two requests."""

    def __init__(self) -> None:
        principal = Principal.parse(_CALLER)
        self._requests = {
            name: Request(principal, action, _OBJECT, "111122223333") for name, (action, _) in _ASKED.items()
        }
        self.write(START)

    def write(self, text: str) -> Reading:
        """Another text; what it now decides is known at once."""
        self.text = text
        self.reading = read(text)
        self.stands = not any(each.severity is Severity.ERROR for each in self.reading.findings)
        document = self.reading.document
        policies = EffectivePolicies(identity=[NamedPolicy("ReadReports", document)] if document is not None else [])
        self.decisions: dict[str, Decision] = {name: decide(each, policies) for name, each in self._requests.items()}
        return self.reading

    def with_action(self, action: str) -> str:
        """The text with another Action in it; the text to begin with, where it has none any more."""
        if _ACTION.search(self.text) is None:
            self.text = START
        return _ACTION.sub(lambda match: f'{match[1]}"{action}"', self.text, count=1)

    @property
    def is_solved(self) -> bool:
        """Whether each request is decided as it should be."""
        return self.stands and all(self._is_right(name) for name in _ASKED)

    @property
    def is_too_wide(self) -> bool:
        """Whether deleting is allowed as well."""
        return self.stands and self.decisions["delete"].allowed

    def rows(self, lang: Lang) -> list[RequestRow]:
        """The requests as the table shows them."""
        return [
            RequestRow(
                name,
                "dev",
                action,
                _OBJECT,
                expect,
                self.decisions[name].verdict.value,
                self._is_right(name),
                why(self.decisions[name]).text(lang),
                not self.stands,
            )
            for name, (action, expect) in _ASKED.items()
        ]

    def _is_right(self, name: str) -> bool:
        return self.decisions[name].allowed == (_ASKED[name][1] == "allow")
