"""Random JSON, written in random ways, and the policies of the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent.parent
POLICIES = sorted(ROOT.glob("exercises/*/*/*/*.json"))

texts = st.text(alphabet="ab:/*# ,{}[]“”'\"\\\u00a0한\nTrue", max_size=12)
scalars = st.one_of(texts, st.integers(-99, 99), st.booleans(), st.none())
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)
objects = st.dictionaries(texts, values, max_size=4)


def pairs(text: str) -> Any:
    """What a text says, with the order of its names and with names that stand twice."""
    return json.loads(text, object_pairs_hook=lambda found: ["object", *found])
