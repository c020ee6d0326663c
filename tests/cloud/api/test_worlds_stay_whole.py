"""Whatever is called, in whatever order: the world that comes out has no dangling name, and can be asked."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from iamtutor.access import decide
from iamtutor.cloud import EntityKind, UnknownReferenceError, World, overview
from iamtutor.cloud.api import (
    AwsError,
    Cloud,
    iam_attachments,
    iam_boundaries,
    iam_groups,
    iam_inline,
    iam_keys,
    iam_policies,
    iam_profiles,
    iam_roles,
    iam_users,
    organizations_policies,
    organizations_tree,
    s3,
    sts,
    sts_tokens,
)
from iamtutor.cloud.references import Directory
from tests.cloud.api.scene import ACME, ADMIN, IAM, allow, scene, trust

USERS = st.sampled_from(["admin", "dev", "nobody", "free", "new"])
GROUPS = st.sampled_from(["readers", "empty", "new"])
ROLES = st.sampled_from(["open", "next", "web", "linked", "new"])
POLICIES = st.sampled_from([ADMIN, f"{IAM}:policy/ReadOnly", f"{IAM}:policy/Limit", f"{IAM}:policy/new"])
DOCUMENT, TRUST = st.just(allow("s3:*")), st.sampled_from([trust({"AWS": f"{IAM}:user/free"}), trust("*")])
PLACES = st.sampled_from(["r-ab12", "ou-ab12-11111111", "ou-ab12-22222222"])
VERSIONS = st.sampled_from(["v1", "v2", "v3"])

CALLS: Any = st.one_of(
    st.tuples(st.just(iam_users.create_user), USERS),
    st.tuples(st.just(iam_users.delete_user), USERS),
    st.tuples(st.just(iam_groups.create_group), GROUPS),
    st.tuples(st.just(iam_groups.delete_group), GROUPS),
    st.tuples(st.just(iam_groups.add_user_to_group), GROUPS, USERS),
    st.tuples(st.just(iam_groups.remove_user_from_group), GROUPS, USERS),
    st.tuples(st.just(iam_roles.create_role), ROLES, TRUST),
    st.tuples(st.just(iam_roles.delete_role), ROLES),
    st.tuples(st.just(iam_roles.revoke_sessions), ROLES),
    st.tuples(st.just(iam_policies.create_policy), st.just("new"), DOCUMENT),
    st.tuples(st.just(iam_policies.delete_policy), POLICIES),
    st.tuples(st.just(iam_policies.create_policy_version), POLICIES, DOCUMENT),
    st.tuples(st.just(iam_policies.set_default_policy_version), POLICIES, VERSIONS),
    st.tuples(st.just(iam_policies.delete_policy_version), POLICIES, VERSIONS),
    st.tuples(st.just(iam_attachments.attach_user_policy), USERS, POLICIES),
    st.tuples(st.just(iam_attachments.detach_user_policy), USERS, POLICIES),
    st.tuples(st.just(iam_attachments.attach_role_policy), ROLES, POLICIES),
    st.tuples(st.just(iam_attachments.detach_group_policy), GROUPS, POLICIES),
    st.tuples(st.just(iam_inline.put_user_policy), USERS, st.just("Own"), DOCUMENT),
    st.tuples(st.just(iam_boundaries.put_user_permissions_boundary), USERS, POLICIES),
    st.tuples(st.just(iam_boundaries.delete_user_permissions_boundary), USERS),
    st.tuples(st.just(iam_profiles.add_role_to_instance_profile), st.just("spare"), ROLES),
    st.tuples(st.just(iam_profiles.remove_role_from_instance_profile), st.just("web"), st.just("web")),
    st.tuples(st.just(iam_keys.create_access_key), USERS),
    st.tuples(st.just(s3.create_bucket), st.sampled_from(["acme-open", "brand-new"])),
    st.tuples(st.just(s3.delete_bucket), st.sampled_from(["acme-closed", "brand-new"])),
    st.tuples(st.just(sts.assume_role), ROLES.map(lambda role: f"{IAM}:role/{role}"), st.just("work")),
    st.tuples(st.just(sts_tokens.get_session_token)),
    st.tuples(st.just(sts_tokens.get_federation_token), st.just("guest")),
    st.tuples(st.just(organizations_tree.move_account), st.just(ACME), PLACES, PLACES),
    st.tuples(st.just(organizations_tree.create_organizational_unit), PLACES, st.just("New")),
    st.tuples(st.just(organizations_policies.detach_policy), st.just("p-FullAWSAccess"), PLACES),
)
WHO = st.sampled_from(["acme:user/admin", "acme:user/free", "user/boss"])


@given(st.lists(st.tuples(WHO, st.booleans(), CALLS), max_size=25))
def test_no_order_of_calls_leaves_anything_dangling(steps: list[tuple[str, bool, tuple[Any, ...]]]) -> None:
    cloud = scene()
    for who, free, (operation, *given_) in steps:
        client = cloud.console("mgmt" if who == "user/boss" else "acme") if free else cloud.client(who)
        before = cloud.world
        try:
            client.call(operation, *given_)
        except (AwsError, UnknownReferenceError):
            assert cloud.world is before
    _check(cloud.world)
    _check_callers(cloud)


def _check(world: World) -> None:
    fresh = Directory.of(world.accounts.values())
    assert (fresh.by_arn, fresh.by_name) == (world.directory.by_arn, world.directory.by_name)
    for account in world.accounts.values():
        for user in account.users.values():
            assert set(user.groups) <= set(account.groups)
        for profile in account.profiles.values():
            assert profile.role is None or profile.role in account.roles
        for kind in (EntityKind.USER, EntityKind.GROUP, EntityKind.ROLE):
            for holder in account.entities(kind).values():
                arns = [*getattr(holder, "managed", ()), *filter(None, [getattr(holder, "boundary", None)])]
                assert all(world.managed_policy(arn) is not None for arn in arns)
    for session in world.sessions.values():
        assert session.of.name in world.accounts[session.of.account].entities(session.of.kind)
    organization = world.organization
    assert organization is not None
    members = [account for unit in organization.root.walk() for account in unit.accounts]
    assert sorted(members) == ["acme", "mgmt"]


def _check_callers(cloud: Cloud) -> None:
    world = cloud.world
    references = [f"session/{name}" for name in world.sessions]
    references += [f"acme:user/{name}" for name in world.accounts["acme"].users]
    for reference in references:
        decide(*world.effective(reference, "*", "s3:ListAllMyBuckets"))
    assert overview(world, "ko")
    assert len({session.key_id for session in world.sessions.values()}) == len(world.sessions)
