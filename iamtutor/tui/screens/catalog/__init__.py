"""The catalogue: services, their actions, resource types and condition keys, AWS managed policies."""

from iamtutor.tui.screens.catalog.inserting import insert
from iamtutor.tui.screens.catalog.screen import CatalogScreen

__all__ = ["CatalogScreen", "insert"]
