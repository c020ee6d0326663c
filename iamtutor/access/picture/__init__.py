"""A decision drawn: the path through the layers as lines of toned text, for a screen and for a terminal without one."""

from iamtutor.access.picture.drawing import Folds, Picture, draw
from iamtutor.access.picture.elements import ElementOutcome, elements_of
from iamtutor.access.picture.path import Path, Side, State, Step, path_of
from iamtutor.access.picture.pieces import Line, Piece, Spot, Tone
from iamtutor.access.picture.statements import PlaceOf

__all__ = [
    "ElementOutcome",
    "Folds",
    "Line",
    "Path",
    "Picture",
    "Piece",
    "PlaceOf",
    "Side",
    "Spot",
    "State",
    "Step",
    "Tone",
    "draw",
    "elements_of",
    "path_of",
]
