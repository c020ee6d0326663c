"""The key `sandbox` of a world's file: which policies are written, and which requests are asked; as in exercise.yaml."""

from collections.abc import Mapping

from iamtutor.course.request_shape import RequestShape
from iamtutor.course.shape import Kebab, Many, Shape
from iamtutor.course.slot_shape import SlotShape


class SandboxShape(Shape):
    """What a learner has laid out on a world."""

    edit: Mapping[Kebab, SlotShape] = {}
    requests: Many[RequestShape] = ()
