"""Worlds for the tests, as YAML."""

from __future__ import annotations

from pathlib import Path

from iamtutor.cloud import World, load_yaml, read_world

SHARED = Path(__file__).parents[2] / "exercises" / "worlds"

FULL = """\
now: 2026-03-01T00:00:00Z
accounts:
  acme:
    id: "111122223333"
    users:
      dev:
        groups: [developers, readers]
        tags: {team: red, Level: "1"}
        inline: {Own: {Version: "2012-10-17", Statement: []}}
        managed: [ReadReports]
        boundary: Limit
        unique_id: AIDAEXAMPLE123456789
      ops: {path: /team/, boundary: Limit}
      plain:
    groups:
      developers:
        inline: {Work: {Version: "2012-10-17", Statement: []}}
        managed: [ReadReports, arn:aws:iam::aws:policy/AdministratorAccess]
      readers: {}
    roles:
      deploy:
        path: /ci/
        tags: {team: blue, stage: prod}
        trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:user/dev"}, Action: sts:AssumeRole}]}
        inline: {Ship: {Version: "2012-10-17", Statement: []}}
      linked:
        service_linked: true
        trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ecs.amazonaws.com}, Action: sts:AssumeRole}]}
    policies:
      ReadReports: {path: /read/, document: {Version: "2012-10-17", Statement: []}}
      Limit: {document: {Version: "2012-10-17", Statement: []}}
    buckets:
      acme-reports:
        policy: {Version: "2012-10-17", Statement: []}
        tags: {class: open}
        objects: {q3.csv: {tags: {status: final}}}
      acme-tagged: {abac: true, tags: {class: secret}, region: us-west-2, block_public_access: true}
    keys:
      payroll: {id: 1234abcd-12ab-34cd-56ef-1234567890ab, tags: {team: red}}
      aws: {aws_managed: true, policy: {Version: "2012-10-17", Statement: []}}
    resources:
      orders: {arn: "arn:aws:sqs:eu-west-1:111122223333:orders", policy: {Version: "2012-10-17", Statement: []}}
      hook: {arn: "arn:aws:lambda:ap-northeast-2:111122223333:function:hook", policy: {Version: "2012-10-17", Statement: []}, tags: {team: red}}
      box: {arn: "arn:aws:ec2:ap-northeast-2:111122223333:instance/i-0abc", tags: {team: red}}
  partner:
    id: "444455556666"
    users: {dev: {}, kim: {}}
  mgmt:
    id: "999988887777"
    users: {boss: {}}
sessions:
  ci:
    role: role/deploy
    name: ci-1
    tags: {Team: green}
    policies: [{Version: "2012-10-17", Statement: []}]
    issued: 2026-02-28T23:00:00Z
    mfa: true
    source_identity: dev
  fed: {user: "acme:user/dev", name: dev-fed, policies: [{Version: "2012-10-17", Statement: []}, {Version: "2012-10-17", Statement: []}]}
  token: {user: "acme:user/dev", mfa: true}
organization:
  id: o-acmeexample
  management: mgmt
  root:
    id: r-ab12
    rcp: {Perimeter: {Version: "2012-10-17", Statement: []}}
    ous:
      Workloads:
        id: ou-ab12-11111111
        scp: {FullAWSAccess: , NoLeaving: {Version: "2012-10-17", Statement: []}}
        accounts: [acme]
  accounts:
    acme: {scp: {Only: {Version: "2012-10-17", Statement: []}}}
endpoints:
  vpce-1: {vpc: vpc-1}
  vpce-2: {policy: {Version: "2012-10-17", Statement: []}}
"""


def world_of(text: str) -> World:
    """The world of a YAML text."""
    return read_world(*load_yaml(text, "world.yaml"))
