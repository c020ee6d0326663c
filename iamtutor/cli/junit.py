"""Grades as JUnit XML: a suite for each answer, a case for each request, rule and answered item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from iamtutor.cli.grade_checks import Check, checks
from iamtutor.cli.graded import Graded
from iamtutor.cli.terminal import Terminal

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(exercise: str, graded: Sequence[Graded], terminal: Terminal) -> str:
    """The whole report."""
    suites = Element("testsuites", name=exercise)
    for each in graded:
        suites.append(_suite(exercise, each, terminal))
    for kind in ("tests", "failures", "errors"):
        suites.set(kind, str(sum(int(suite.get(kind, "0")) for suite in suites)))
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode")


def _suite(exercise: str, graded: Graded, terminal: Terminal) -> Element:
    suite = Element("testsuite", name=_text(graded.name))
    cases = list(_cases(exercise, graded, terminal))
    suite.extend(cases)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", str(sum(case.find("error") is not None for case in cases)))
    return suite


def _cases(exercise: str, graded: Graded, terminal: Terminal) -> Iterator[Element]:
    if graded.attempt is None or graded.grade is None:
        case = Element("testcase", classname=exercise, name=_text(graded.name))
        SubElement(case, "error", message=_text(graded.error))
        yield case
        return
    for check in checks(graded.attempt, graded.grade, terminal):
        yield _case(exercise, check)


def _case(exercise: str, check: Check) -> Element:
    case = Element("testcase", classname=exercise, name=_text(check.name))
    if not check.ok:
        SubElement(case, "failure", message=_text(check.words))
    return case


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
