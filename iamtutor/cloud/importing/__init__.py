"""A world from what AWS's own command line prints: IAM's authorization details and the policies of resources."""

from iamtutor.cloud.importing.import_world import Imported, Sources, import_world

__all__ = ["Imported", "Sources", "import_world"]
