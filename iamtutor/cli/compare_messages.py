"""What the commands that reason about policies say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

_POLICY: Final[Messages] = {
    "cli.policy.input-twice": {
        "ko": "표준 입력(-)은 한 번만 쓸 수 있습니다",
        "en": "standard input (-) can be named only once",
    },
    "cli.policy.unknown": {
        "ko": "{name}: 파일도 없고 그런 이름의 AWS 관리형 정책도 없습니다",
        "en": "{name}: neither a file nor an AWS managed policy of that name",
    },
    "cli.policy.unknown-near": {
        "ko": "{name}: 파일도 없고 그런 이름의 AWS 관리형 정책도 없습니다. {near:을} 뜻한 것 같습니다",
        "en": "{name}: neither a file nor an AWS managed policy of that name; {near} is probably meant",
    },
    "cli.policy.no-managed": {"ko": "{name}: 파일이 없습니다. {words}", "en": "{name}: no such file; {words}"},
    "cli.policy.bad": {"ko": "{place}: {words}", "en": "{place}: {words}"},
    "cli.policy.bad-and-more": {
        "ko": "{place}: {words} (이 밖에 {count}개 더)",
        "en": "{place}: {words} (and {count} more)",
    },
}

_COMPARE: Final[Messages] = {
    "cli.help.compare": {
        "ko": "두 정책의 허용 범위가 같은지 증명하거나, 다름을 보여 주는 요청을 찾습니다",
        "en": "proves that two policies allow the same, or finds a request that shows the difference",
    },
    "cli.compare.first": {
        "ko": "정책 파일, -(표준 입력), 또는 AWS 관리형 정책의 이름이나 ARN",
        "en": "a policy's file, - for standard input, or the name or ARN of an AWS managed policy",
    },
    "cli.compare.second": {
        "ko": "A와 견줄 정책. 쓰는 법은 같습니다",
        "en": "the policy to compare A with, named alike",
    },
    "cli.compare.kind": {
        "ko": "정책 유형. 없으면 문서를 보고 짐작합니다: Principal이 있으면 resource, sts 작업만 있고 Resource가 없으면 trust, 아니면 identity",
        "en": "the kind of policy; guessed where it is left out: with a Principal resource, or trust where there are only sts actions and no Resource, else identity",
    },
    "cli.compare.is-equivalent": {"ko": "{a:과} {b:이} 허용하는 것이 같습니다", "en": "{a} and {b} allow the same"},
    "cli.compare.is-broader": {"ko": "{a:이} {b}보다 더 많이 허용합니다", "en": "{a} allows more than {b}"},
    "cli.compare.is-narrower": {"ko": "{a:이} {b}보다 덜 허용합니다", "en": "{a} allows less than {b}"},
    "cli.compare.is-incomparable": {
        "ko": "{a:과} {b:은} 저마다 상대가 허용하지 않는 것을 허용합니다",
        "en": "{a} and {b} each allow something that the other does not",
    },
    "cli.compare.is-unknown": {
        "ko": "{a:과} {b:이} 같은지 증명하지 못했습니다",
        "en": "whether {a} and {b} allow the same could not be proved",
    },
    "cli.compare.kind-guessed": {
        "ko": "정책 유형: {kind} (문서를 보고 짐작했습니다. --kind로 바꿀 수 있습니다)",
        "en": "Kind: {kind}, guessed from the documents (--kind chooses another)",
    },
    "cli.compare.kind-named": {"ko": "정책 유형: {kind}", "en": "Kind: {kind}"},
    "cli.compare.only": {"ko": "{policy}만 허용하는 것", "en": "Only {policy} allows"},
    "cli.compare.nothing": {"ko": "없습니다 (증명됨)", "en": "nothing (proved)"},
    "cli.compare.who": {"ko": "보안 주체", "en": "who"},
    "cli.compare.does": {"ko": "작업", "en": "does"},
    "cli.compare.on": {"ko": "리소스", "en": "on"},
    "cli.compare.with": {"ko": "조건 키", "en": "with"},
    "cli.compare.without": {"ko": "없는 조건 키", "en": "without"},
    "cli.compare.allows": {"ko": "{statement}에서 허용합니다", "en": "{statement} allows it"},
    "cli.compare.no-deny": {
        "ko": "{policy}에는 일치하는 Deny가 없습니다. 이 유형의 정책은 Deny로만 막습니다",
        "en": "no Deny of {policy} matches; this kind of policy takes away by its Denies alone",
    },
    "cli.compare.denies": {"ko": "{statement}에서 명시적으로 거부합니다", "en": "{statement} denies it explicitly"},
    "cli.compare.nearest": {
        "ko": "{statement:이} 가장 가깝지만 일치하지 않습니다",
        "en": "{statement} comes nearest, but does not match",
    },
    "cli.compare.no-allow": {
        "ko": "{policy}에는 이 요청을 허용할 수 있는 Allow가 없습니다",
        "en": "{policy} holds no Allow that could let it through",
    },
}

_CHECK: Final[Messages] = {
    "cli.help.check-access": {
        "ko": "IAM Access Analyzer의 사용자 지정 정책 검사를 오프라인으로 합니다",
        "en": "the custom policy checks of IAM Access Analyzer, offline",
    },
    "cli.check-access.check": {
        "ko": "no-new-access 기준 후보: 후보 정책이 기준 정책보다 더 허용하지 않는지 · access-not-granted 정책 --action … --resource …: 주어진 액세스를 허용하지 않는지 · no-public-access 정책: 리소스 기반 정책이나 신뢰 정책이 퍼블릭이 아닌지",
        "en": "no-new-access REFERENCE CANDIDATE: the candidate allows nothing that the reference does not · access-not-granted POLICY --action … --resource …: none of that access is allowed · no-public-access POLICY: a resource or trust policy is not public",
    },
    "cli.check-access.policy": {
        "ko": "정책 파일, -(표준 입력), 또는 AWS 관리형 정책의 이름이나 ARN",
        "en": "a policy's file, - for standard input, or the name or ARN of an AWS managed policy",
    },
    "cli.check-access.action": {
        "ko": "허용되면 안 되는 작업, 예: s3:PutObject나 iam:*. 여러 번 쓸 수 있고, 없으면 모든 작업",
        "en": "an action that must not be granted, such as s3:PutObject or iam:*; may be repeated; all actions where left out",
    },
    "cli.check-access.resource": {
        "ko": "허용되면 안 되는 리소스, 예: arn:aws:s3:::pay/*. 여러 번 쓸 수 있고, 없으면 모든 리소스",
        "en": "a resource that must not be reached, such as arn:aws:s3:::pay/*; may be repeated; all resources where left out",
    },
    "cli.check-access.takes-1": {
        "ko": "{check}에는 정책 하나가 필요합니다 (주어진 것: {count}개)",
        "en": "{check} takes one policy ({count} given)",
    },
    "cli.check-access.takes-2": {
        "ko": "{check}에는 기준 정책과 후보 정책, 둘이 필요합니다 (주어진 것: {count}개)",
        "en": "{check} takes two policies, the reference and the candidate ({count} given)",
    },
    "cli.check-access.nothing-asked": {
        "ko": "access-not-granted에는 --action이나 --resource가 하나 이상 필요합니다",
        "en": "access-not-granted needs at least one --action or --resource",
    },
    "cli.check-access.asks-too-much": {
        "ko": "--action과 --resource는 access-not-granted에서만 씁니다 (지금 검사: {check})",
        "en": "--action and --resource belong to access-not-granted (the check is {check})",
    },
    "cli.check-access.no-resources": {
        "ko": "{policy}: 신뢰 정책에는 Resource가 없으므로 --resource를 쓸 수 없습니다",
        "en": "{policy}: a trust policy names no resources, so --resource cannot be used",
    },
}

_MEASURE: Final[Messages] = {
    "cli.help.measure": {
        "ko": "정책이 얼마나 많이 허용하는지 재고, 무엇부터 빼면 좋은지 알려 줍니다",
        "en": "measures how much a policy allows, and says what to remove first",
    },
    "cli.measure.head": {
        "ko": "{policy:은} 카탈로그의 작업 {total:,}개 가운데 {count:,}개를 허용합니다 (서비스 {services}개)",
        "en": "{policy} grants {count:,} of the catalogue's {total:,} actions, of {services:service|services}",
    },
    "cli.measure.levels": {"ko": "액세스 수준과 리소스의 범위", "en": "By access level and share of the resources"},
    "cli.measure.everything": {"ko": "모두", "en": "everything"},
    "cli.measure.pattern": {"ko": "패턴", "en": "a pattern"},
    "cli.measure.named": {"ko": "지정한 것만", "en": "named ones"},
    "cli.measure.conditional": {"ko": "조건부로만", "en": "under conditions"},
    "cli.measure.services": {"ko": "서비스", "en": "Services"},
    "cli.measure.more-services": {"ko": "이 밖에 {count}개", "en": "and {count} more"},
    "cli.measure.statements": {"ko": "그 문이 없으면 사라지는 것", "en": "What goes without each statement"},
    "cli.measure.remove-first": {"ko": "먼저 뺄 것", "en": "Remove first"},
    "cli.measure.lost": {"ko": "작업 {count:,}개가 빠짐", "en": "{count:action|actions} no longer granted"},
    "cli.measure.narrowed": {"ko": "{count:,}개는 범위가 줄어듦", "en": "{count} reach less"},
    "cli.measure.nothing-alone": {
        "ko": "없음. 다른 문이 모두 허용합니다",
        "en": "nothing; other statements allow all of it",
    },
    "cli.compare.measure": {
        "ko": "허용하는 작업의 수와, A가 B와 얼마나 가까운지(100점 만점)도 보여 줍니다",
        "en": "show also how many actions each grants, and how near A comes to B (of 100)",
    },
    "cli.compare.measure-title": {"ko": "허용하는 양", "en": "How much they allow"},
    "cli.compare.measure-actions": {
        "ko": "{policy}: 카탈로그의 작업 {count:,}개",
        "en": "{policy}: {count:action|actions} of the catalogue",
    },
    "cli.compare.measure-score": {
        "ko": "{answer:이} {goal:과} 얼마나 가까운지: 100점 만점에 {score}점",
        "en": "how near {answer} comes to {goal}: {score} of 100",
    },
    "cli.compare.measure-narrower": {
        "ko": "{answer:은} {goal}보다 더 허용하는 것이 없습니다. 점수는 모자란 권한 때문에 깎였습니다",
        "en": "{answer} allows nothing beyond {goal}; the points are lost for what it does not allow",
    },
    "cli.compare.measure-broader": {
        "ko": "{answer:은} {goal:이} 허용하는 것을 모두 허용합니다. 점수는 남는 권한 때문에 깎였습니다",
        "en": "{answer} allows everything that {goal} does; the points are lost for what it allows beyond",
    },
}

COMPARE_MESSAGES: Final[Messages] = {**_POLICY, **_COMPARE, **_CHECK, **_MEASURE}
