"""The installed catalogue, built once a worker and kept in memory."""

from __future__ import annotations

import pytest

from iamtutor.catalog import Catalog, Source


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return Catalog(Source.installed())
