"""A world drawn as text: accounts as boxes, everybody and everything in them, arrows for trust and access between."""

from iamtutor.cloud.drawing.draw import Drawing, Ground, Spot, draw, draw_on

__all__ = ["Drawing", "Ground", "Spot", "draw", "draw_on"]
