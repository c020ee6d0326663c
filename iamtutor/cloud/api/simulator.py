"""A world that changes: scripts call operations one after another and need not carry the world along.

cloud = Cloud(load_world(file))
dev = cloud.client("user/dev")
role = dev.call(sts.assume_role, "arn:aws:iam::444455556666:role/reader", "dev")
cloud.client(role.credentials).call(s3.list_buckets)
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Concatenate, ParamSpec, TypeVar

from iamtutor.cloud.api import clock
from iamtutor.cloud.api.calling import Console, Who
from iamtutor.cloud.world import World

Parameters = ParamSpec("Parameters")
Answer = TypeVar("Answer")


class Cloud:
    """The present world. Every call that succeeds makes another one; what fails leaves it as it is."""

    def __init__(self, world: World) -> None:
        self.world = world

    def client(self, who: Who) -> Client:
        """A client that calls as somebody: credentials, a reference, or the console of an account."""
        return Client(self, who)

    def console(self, account: str) -> Client:
        """The hand that builds in an account and is not asked whether it may."""
        return Client(self, Console(account))

    def unsigned(
        self,
        operation: Callable[Concatenate[World, Parameters], tuple[World, Answer]],
        /,
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Answer:
        """Calls an operation that nobody signs (AssumeRoleWithSAML, AssumeRoleWithWebIdentity, a service's own)."""
        self.world, answer = operation(self.world, *args, **kwargs)
        return answer

    def wait(self, by: timedelta) -> None:
        """Lets time pass."""
        self.world = clock.later(self.world, by)


class Client:
    """Calls operations as one caller, in whatever world the cloud has come to."""

    def __init__(self, cloud: Cloud, who: Who) -> None:
        self.cloud = cloud
        self.who = who

    def call(
        self,
        operation: Callable[Concatenate[World, Who, Parameters], tuple[World, Answer]],
        /,
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Answer:
        """Calls an operation; answers what AWS would. Raises AwsError."""
        self.cloud.world, answer = operation(self.cloud.world, self.who, *args, **kwargs)
        return answer
