"""The catalogue of the installed data. It imports nothing heavy, so that the app can hand it on before its first paint."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog


def installed_catalog() -> Catalog:
    """The catalogue of the installed data, with the user's cache."""
    from iamtutor.catalog import Catalog

    return Catalog.installed(os.environ)
