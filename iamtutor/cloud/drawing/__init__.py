"""A world drawn as text: accounts as boxes, everybody and everything in them, arrows for trust and access between."""

from iamtutor.cloud.drawing.draw import Drawing, Spot, draw

__all__ = ["Drawing", "Spot", "draw"]
