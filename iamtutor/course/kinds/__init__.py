"""The registry of kinds of exercise: one kind a file, one line here."""

from __future__ import annotations

from collections.abc import Mapping

from iamtutor.course.kinds.arrange import Arrange
from iamtutor.course.kinds.choose import Choose
from iamtutor.course.kinds.find import Find
from iamtutor.course.kinds.kind import Kind, Problem
from iamtutor.course.kinds.predict import Predict
from iamtutor.course.kinds.written import REPAIR, TIGHTEN, WRITE

_ALL: tuple[Kind, ...] = (WRITE, REPAIR, TIGHTEN, Predict(), Find(), Choose(), Arrange())
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}

__all__ = ["KINDS", "Kind", "Problem"]
