"""The proof of an answer: nothing missing against the floor, nothing in excess over the ceiling, or a request for each."""

from iamtutor.course.proof.goal import Goal
from iamtutor.course.proof.proving import prove
from iamtutor.course.proof.results import Difference, Fault, Proof, ProofVerdict, Way

__all__ = ["Difference", "Fault", "Goal", "Proof", "ProofVerdict", "Way", "prove"]
