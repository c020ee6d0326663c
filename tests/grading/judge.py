"""The judge of mutants: every request of an exercise's universe, decided by `access` alone.

It shares nothing with `reason`, so that neither can hide the other's mistakes. What it finds is a request; that it
finds none means only that none of those many requests tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from iamtutor.access import EffectivePolicies, Layer, NamedPolicy, Request, decide
from iamtutor.catalog import Catalog
from iamtutor.cloud import Caller, UnknownReferenceError, World
from iamtutor.cloud.references import owner_of, resource_arn
from iamtutor.course import Attempt, Exercise
from iamtutor.policy import PolicyKind, read
from tests.grading.documents import policy, text_of
from tests.grading.slot_texts import ALL
from tests.grading.surroundings import STRANGE_ACCOUNT
from tests.grading.universe_actions import UniverseActions
from tests.grading.universe_contexts import Context, UniverseContexts
from tests.grading.universe_resources import fitting, resources_for
from tests.grading.vocabulary import Vocabulary, documents_of

STRANGER = f"arn:aws:iam::{STRANGE_ACCOUNT}:user/stranger"


class Question(NamedTuple):
    """A request of the universe."""

    caller: str
    action: str
    resource: str
    context: Context = ()

    def __str__(self) -> str:
        told = ", ".join(f"{key}={value}" for key, value in self.context)
        return f"{self.caller} {self.action} {self.resource}{f' [{told}]' if told else ''}"


def asked(caller: str, request: Request, context: Mapping[str, str | Sequence[str]]) -> Question:
    """The question that a request of somebody else's puts."""
    return Question(caller, request.action, request.resource, _written(context))


class Found(NamedTuple):
    """A request that is decided otherwise than the goal allows; `way` is missing or excess.

    `alone` is the slot that lets it through where the others allow everything; empty where nothing else was changed.
    """

    way: str
    question: Question
    alone: str = ""

    def __str__(self) -> str:
        return f"{self.way}: {self.question}{f' by {self.alone} alone' if self.alone else ''}"


def _is_plain_http(question: Question) -> bool:
    """Whether a request comes without TLS: nobody has to allow that, unless the goal speaks of it."""
    return any(key.lower() == "aws:securetransport" and value == "false" for key, value in question.context)


class Judge:
    """Judges attempts at one exercise."""

    def __init__(self, exercise: Exercise, catalog: Catalog) -> None:
        self.exercise = exercise
        solved = exercise.solved()
        self.count = len(exercise.task.slots)
        self.world = solved.world(self.count)
        self.floor = _Side(self._goal(exercise.shape.goal.floor))
        goal = exercise.shape.goal
        self.ceiling = self.floor if goal.ceiling == goal.floor else _Side(self._goal(goal.ceiling))
        requests = exercise.shape.requests
        self.asked = tuple(
            Question(each.caller, each.action, resource_arn(self.world, each.resource), _written(each.context))
            for each in requests
        )
        self.actions = UniverseActions(catalog, (each.action for each in requests))
        self.contexts = UniverseContexts(self.world, catalog)
        self.base = self._vocabulary(solved) | self._vocabulary(exercise.attempt()) | self._goal_vocabulary()
        self.base |= Vocabulary.of(documents_of(self.world))
        self.weighs_http = "aws:securetransport" in self._goal_vocabulary().keys
        self.has_endpoints = bool(self.world.endpoints) and "aws:sourcevpce" in self.base.keys

    def verdict(self, attempt: Attempt) -> Found | None:
        """A request of the universe by which the attempt fails; None where there is none."""
        answer = _Side(attempt.world(self.count))
        found = self._first(answer, self.asked)
        if found is not None:
            return found
        for place in self._base:
            if self._is_touched(answer, place):
                found = self._first(answer, place.questions)
                if found is not None:
                    return found
        vocabulary = self.base | self._vocabulary(attempt)
        if vocabulary != self.base:
            touched = (place for place in self._places(vocabulary) if self._is_touched(answer, place))
            new = (each for place in touched for each in place.questions if each not in self._known)
            found = self._first(answer, new)
            if found is not None:
                return found
        return self._wide_alone(attempt, vocabulary) if self.exercise.shape.goal.each_alone else None

    def _wide_alone(self, attempt: Attempt, vocabulary: Vocabulary) -> Found | None:
        """A request that one slot lets through beyond its ceiling, where the others allow everything."""
        places = self._base if vocabulary == self.base else tuple(self._places(vocabulary))
        for slot, ceiling in self._ceilings_alone.items():
            answer = self._alone(attempt, slot)
            for place in places:
                some = Question(place.caller, place.doings[0], place.resource)
                if answer.policies(some) is ceiling.policies(some):
                    continue
                for each in place.questions:
                    if answer.allows(each) and not ceiling.allows(each):
                        return Found("excess", each, slot)
        return None

    def _alone(self, attempt: Attempt, slot: str) -> _Side:
        return _Side(attempt.with_texts(self._opened(slot)).world(self.count))

    @cached_property
    def _ceilings_alone(self) -> dict[str, _Side]:
        ceiling = self._goal_attempt(self.exercise.shape.goal.ceiling)
        return {slot: self._alone(ceiling, slot) for slot in self.exercise.shape.edit}

    def _opened(self, slot: str) -> dict[str, str]:
        """Texts for all slots but one that allow everything, to all accounts where principals are named."""
        accounts = {"Principal": {"AWS": [*self.world.directory.accounts_by_id]}}
        found: dict[str, str] = {}
        for other, shape in self.exercise.shape.edit.items():
            if other != slot:
                names = accounts if shape.type in ("bucket", "resource") else {}
                found[other] = text_of(policy({**ALL, **names}))
        return found

    def bears_out(self, attempt: Attempt, claimed: Found) -> bool:
        """Whether the worlds decide a request as somebody claims that they do."""
        if claimed.alone:
            answer, ceiling = self._alone(attempt, claimed.alone), self._ceilings_alone[claimed.alone]
            return answer.allows(claimed.question) and not ceiling.allows(claimed.question)
        found = self._compared(_Side(attempt.world(self.count)), claimed.question)
        return found is not None and found.way == claimed.way

    @property
    def size(self) -> int:
        """How many requests the universe has before a mutant's own words are added."""
        return len(self._known)

    @cached_property
    def _base(self) -> tuple[_Place, ...]:
        return tuple(self._places(self.base))

    @cached_property
    def _known(self) -> frozenset[Question]:
        return frozenset(question for place in self._base for question in place.questions)

    def _is_touched(self, answer: _Side, place: _Place) -> bool:
        """Whether other policies than the goal's apply at a place; where they are the same, so is every answer."""
        some = Question(place.caller, place.doings[0], place.resource)
        return (
            not answer.policies(some) is self.floor.policies(some) is self.ceiling.policies(some) or self.has_endpoints
        )

    def _first(self, answer: _Side, questions: Iterable[Question]) -> Found | None:
        return next((found for each in questions if (found := self._compared(answer, each)) is not None), None)

    def _compared(self, answer: _Side, question: Question) -> Found | None:
        allowed = decide(self.floor.request(question), answer.policies(question)).allowed
        if allowed and not self.ceiling.allows(question):
            return Found("excess", question)
        if not allowed and self.floor.allows(question) and (self.weighs_http or not _is_plain_http(question)):
            return Found("missing", question)
        return None

    def _goal(self, files: Mapping[str, str]) -> World:
        return self._goal_attempt(files).world(self.count)

    def _goal_attempt(self, files: Mapping[str, str]) -> Attempt:
        texts = {slot: (self.exercise.folder / file).read_text("utf-8") for slot, file in files.items()}
        return self.exercise.solved().with_texts(texts)

    def _goal_vocabulary(self) -> Vocabulary:
        goal = self.exercise.shape.goal
        return self._vocabulary(self._goal_attempt(goal.floor)) | self._vocabulary(self._goal_attempt(goal.ceiling))

    @staticmethod
    def _vocabulary(attempt: Attempt) -> Vocabulary:
        return Vocabulary.of(each.document for each in attempt.readings.values() if each.document is not None)

    def _places(self, vocabulary: Vocabulary) -> Iterator[_Place]:
        """Every caller at every resource, for policies with these words."""
        doings = self._doings(vocabulary)
        for reference in self._callers(vocabulary):
            for (resource, _), actions in doings.items():
                yield _Place(reference, resource, tuple(actions), partial(self._questions, vocabulary))

    def _doings(self, vocabulary: Vocabulary) -> dict[tuple[str, str], list[str]]:
        """The actions that resources can be asked for, by resource and service."""
        resources = resources_for(vocabulary, self.world, (each.resource for each in self.asked))
        found: dict[tuple[str, str], list[str]] = {}
        for action, template in self.actions.of(vocabulary):
            for resource in fitting(template, resources):
                found.setdefault((resource, action.partition(":")[0]), []).append(action)
        return found

    def _questions(self, vocabulary: Vocabulary, place: _Place) -> Iterator[Question]:
        """Every request at a place."""
        caller = self.world.caller(place.caller)
        for action in place.doings:
            keys = self._keys(place.caller, caller, action, place.resource, vocabulary)
            asked = tuple(dict.fromkeys(self._asked_for(action, keys)))
            for context in self.contexts.of(keys, vocabulary, asked):
                yield Question(place.caller, action, place.resource, context)

    def _asked_for(self, action: str, keys: tuple[str, ...]) -> Iterator[Context]:
        """The contexts of the exercise's requests for an action, as far as this caller can have them here."""
        for each in self.asked:
            if each.action.lower() == action.lower():
                yield tuple((key, value) for key, value in each.context if key in keys)

    def _keys(
        self, reference: str, caller: Caller, action: str, resource: str, vocabulary: Vocabulary
    ) -> tuple[str, ...]:
        """The keys to be varied: those that the action can carry and the world does not fix."""
        carried = [key for key in sorted(vocabulary.keys) if self.actions.carries(action, key)]
        if not carried:
            return ()
        follows = self.floor.request(Question(reference, action, resource)).context
        return tuple(key for key in carried if not self.contexts.is_fixed(key, caller, resource, follows))

    def _callers(self, vocabulary: Vocabulary) -> Iterator[str]:
        if self.exercise.shape.goal.callers:
            yield from self.exercise.shape.goal.callers
            return
        for account in self.world.accounts.values():
            yield from (user.arn for user in account.users.values())
            yield from (role.arn for role in account.roles.values())
            yield f"root/{account.name}"
        yield from (f"session/{name}" for name in self.world.sessions)
        yield from ("anonymous", STRANGER)
        for kind, name in sorted(vocabulary.principals):
            if kind in ("Service", "Federated"):
                yield f"{'service' if kind == 'Service' else 'provider'}/{name}"
            elif kind == "AWS" and name != "*":
                yield from self._named(name)

    def _named(self, name: str) -> Iterator[str]:
        """A principal of an account that the world does not have. One that its account lacks is nobody."""
        account = name.split(":")[4] if name.startswith("arn:") else name
        if account not in self.world.directory.accounts_by_id and account.isdigit():
            arn = name if ":user/" in name or ":role/" in name else f"arn:aws:iam::{account}:user/somebody"
            if self._exists(arn) and arn != STRANGER:
                yield arn

    def _exists(self, reference: str) -> bool:
        try:
            self.world.caller(reference)
        except UnknownReferenceError:
            return False
        return True


class _Place:
    """A caller at a resource, and what of one service can be asked there."""

    def __init__(
        self, caller: str, resource: str, doings: tuple[str, ...], ask: Callable[[_Place], Iterator[Question]]
    ) -> None:
        self.caller = caller
        self.resource = resource
        self.doings = doings
        self._ask = ask

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(self._ask(self))


class _Side:
    """A world that answers questions, and remembers what it said."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._requests: dict[Question, Request] = {}
        self._policies: dict[tuple[object, ...], EffectivePolicies] = {}
        self._allowed: dict[Question, bool] = {}
        self._owner = lru_cache(maxsize=8192)(self._owner_of)

    def request(self, question: Question) -> Request:
        found = self._requests.get(question)
        if found is None:
            found = self._requests[question] = self._effective(question)[0]
        return found

    def policies(self, question: Question) -> EffectivePolicies:
        """What applies; it does not hang on the context but for the endpoint that the request came through."""
        endpoint = next((value for key, value in question.context if key == "aws:sourcevpce"), None)
        service = question.action.partition(":")[0]
        key = (question.caller, self._owner(question.resource), service, endpoint)
        found = self._policies.get(key)
        if found is None:
            found = self._policies[key] = self._effective(question)[1]
        return found

    def allows(self, question: Question) -> bool:
        found = self._allowed.get(question)
        if found is None:
            found = self._allowed[question] = decide(self.request(question), self.policies(question)).allowed
        return found

    def _owner_of(self, resource: str) -> object:
        """Whose policies count for a resource: the world's entity, else the account in its ARN."""
        owner = owner_of(self.world, resource)
        return owner if owner is not None or not resource.startswith("arn:") else resource.split(":")[4]

    def _effective(self, question: Question) -> tuple[Request, EffectivePolicies]:
        caller, action, resource, context = question
        request, policies = self.world.effective(caller, resource, action, dict(context))
        if request.principal.account is None or request.principal.account in self.world.directory.accounts_by_id:
            return request, policies
        return request, _with_all_at_home(policies)


def _written(context: Mapping[str, str | Sequence[str]]) -> Context:
    values = {key.lower(): value if isinstance(value, str) else tuple(value) for key, value in context.items()}
    return tuple(sorted(values.items(), key=lambda pair: pair[0]))


@lru_cache(maxsize=4096)
def _with_all_at_home(policies: EffectivePolicies) -> EffectivePolicies:
    """The same for a caller whose own account, which nobody here governs, allows everything."""
    resource = [each.policy for each in policies.policies(Layer.RESOURCE)]
    levels = policies.levels(Layer.RCP)
    return EffectivePolicies(
        identity=(_everything(),),
        resource=resource[0] if resource else None,
        rcp=[[each.policy for each in level.policies] for level in levels],
        endpoint=[each.policy for each in policies.policies(Layer.ENDPOINT)],
        settings=policies.settings,
    )


@lru_cache(maxsize=1)
def _everything() -> NamedPolicy:
    document = read(text_of(policy(ALL)), PolicyKind.IDENTITY).document
    assert document is not None
    return NamedPolicy("everything", document)
