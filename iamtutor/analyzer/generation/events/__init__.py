"""Which IAM actions an event of CloudTrail needs: tables of our own, each with the page that it follows.

Most events are named as the action that they need. What is written here is the rest.
"""

from iamtutor.analyzer.generation.events.actions import Mapped, Mapper
from iamtutor.analyzer.generation.events.row import OBSERVED, Row

__all__ = ["OBSERVED", "Mapped", "Mapper", "Row"]
