"""What this room says, in Korean and English."""

MESSAGES = {
    "access.layer.rcp": {"ko": "리소스 제어 정책(RCP)", "en": "resource control policy (RCP)"},
    "access.layer.scp": {"ko": "서비스 제어 정책(SCP)", "en": "service control policy (SCP)"},
    "access.layer.endpoint": {"ko": "VPC 엔드포인트 정책", "en": "VPC endpoint policy"},
    "access.layer.service": {"ko": "서비스 자체 규칙", "en": "the service itself"},
    "access.layer.resource": {"ko": "리소스 기반 정책", "en": "resource-based policy"},
    "access.layer.trust": {"ko": "역할 신뢰 정책", "en": "role trust policy"},
    "access.layer.identity": {"ko": "ID 기반 정책", "en": "identity-based policy"},
    "access.layer.boundary": {"ko": "권한 경계", "en": "permissions boundary"},
    "access.layer.session": {"ko": "세션 정책", "en": "session policy"},
    "access.layer.root": {"ko": "루트 사용자", "en": "root user"},
    "access.layer.none": {"ko": "없음", "en": "none"},
    "access.verdict.Allowed": {"ko": "허용", "en": "Allowed"},
    "access.verdict.ExplicitlyDenied": {"ko": "명시적 거부", "en": "Explicit deny"},
    "access.verdict.ImplicitlyDenied": {"ko": "묵시적 거부", "en": "Implicit deny"},
    "access.answer.denies": {"ko": "거부", "en": "denies"},
    "access.answer.allows": {"ko": "허용", "en": "allows"},
    "access.answer.silent": {"ko": "허용 없음", "en": "does not allow"},
    "access.answer.absent": {"ko": "정책 없음", "en": "no policy"},
    "access.answer.exempt": {"ko": "적용되지 않음", "en": "does not apply"},
    "access.answer.refuses": {"ko": "거절", "en": "refuses"},
    "access.statement.sid": {"ko": "{sid}", "en": "{sid}"},
    "access.statement.number": {"ko": "{number}번째 문", "en": "statement {number}"},
    # Why, in a few words.
    "access.why.allowed": {"ko": "{statement} 허용", "en": "{statement} allows"},
    "access.why.allowed-both": {
        "ko": "리소스 쪽 {statement}{statement:+과} 호출자 쪽 {other} 모두 허용",
        "en": "{statement} (resource) and {other} (caller) both allow",
    },
    "access.why.allowed-root": {"ko": "계정의 루트 사용자", "en": "the account's root user"},
    "access.why.allowed-service": {"ko": "권한이 필요 없는 작업", "en": "needs no permission"},
    "access.why.denied": {"ko": "{statement} 명시적 거부", "en": "{statement} denies"},
    "access.why.no-statement": {"ko": "{layer} 없음", "en": "no {layer}"},
    "access.why.no-match": {"ko": "{layer} 허용 없음", "en": "no {layer} allows it"},
    "access.why.nearest": {
        "ko": "{layer} 허용 없음 · {statement} {element} 불일치",
        "en": "no {layer} allows · {statement}: {element} differs",
    },
    "access.why.names-account-only": {
        "ko": "ID 기반 정책 허용 없음 · 리소스 정책은 계정만 지정",
        "en": "no identity-based policy allows · the resource policy names only the account",
    },
    "access.why.level-closed": {
        "ko": "SCP {level}단계에 허용 없음",
        "en": "no SCP at level {level} allows it",
    },
    # What a layer says, in a sentence.
    "access.tell.deny": {
        "ko": "{layer} {policy}의 {statement}에서 명시적으로 거부합니다.",
        "en": "{statement} of {policy} ({layer}) denies it explicitly.",
    },
    "access.tell.allow": {
        "ko": "{layer} {policy}의 {statement}에서 허용합니다.",
        "en": "{statement} of {policy} ({layer}) allows it.",
    },
    "access.tell.root": {
        "ko": "계정의 루트 사용자는 ID 기반 정책이 없어도 그 계정의 모든 작업을 할 수 있습니다.",
        "en": "The account's root user may do everything in the account without any identity-based policy.",
    },
    "access.tell.blocked": {
        "ko": "{layer:이} 이 요청을 허용하지 않습니다.",
        "en": "No {layer} allows this request.",
    },
    "access.tell.absent-identity": {
        "ko": "보안 주체에 연결된 ID 기반 정책이 없습니다. 허용이 없으면 거부입니다.",
        "en": "The principal has no identity-based policy. Without an allow, the answer is no.",
    },
    "access.tell.first-deny-wins": {
        "ko": "일치하는 Deny가 하나라도 있으면 다른 Allow와 관계없이 결과는 거부입니다.",
        "en": "One matching Deny decides, whatever else allows.",
    },
    "access.tell.aws-says-no-more": {
        "ko": "S3는 버킷과 같은 계정이나 같은 조직의 호출자에게만 거부한 까닭을 알려 줍니다.",
        "en": "S3 gives the reason only to callers of the bucket's own account or organization.",
    },
    "access.tell.aws-says": {"ko": "AWS가 보여 주는 문장: {message}", "en": "What AWS prints: {message}"},
    "access.tell.missing-context": {
        "ko": "요청에 없는 조건 키: {keys}",
        "en": "Condition keys that the request does not carry: {keys}",
    },
    # Which element did not match.
    "access.failed.no-pattern-matches": {
        "ko": "{element} 불일치: 정책 {wants} · 요청 {has}",
        "en": "{element} does not match: policy {wants} · request {has}",
    },
    "access.failed.pattern-excludes": {
        "ko": "{element}에서 제외: 정책 {wants} · 요청 {has}",
        "en": "{element} leaves it out: policy {wants} · request {has}",
    },
    "access.failed.not-named": {
        "ko": "{element} 불일치: 정책 {wants} · 호출자 {has}",
        "en": "{element} does not name the caller: policy {wants} · caller {has}",
    },
    "access.failed.exempt": {
        "ko": "{element} 예외 목록에 호출자가 있음: {has}",
        "en": "{element} exempts the caller: {has}",
    },
    "access.failed.no-principal": {
        "ko": "Principal이 없어 아무도 가리키지 않음",
        "en": "there is no Principal, so it names nobody",
    },
    "access.failed.not-principal-allow": {
        "ko": "NotPrincipal과 Allow는 함께 쓸 수 없음",
        "en": "NotPrincipal with Allow is not supported",
    },
    # What a condition found.
    "access.condition.compared": {
        "ko": "{operator} {key}: 정책 {wants} · 요청 {has}",
        "en": "{operator} {key}: wants {wants} · request has {has}",
    },
    "access.condition.missing-key": {
        "ko": "{operator} {key}: 정책 {wants} · 요청에 키가 없음",
        "en": "{operator} {key}: wants {wants} · the request has no such key",
    },
    "access.condition.empty-set": {
        "ko": "{operator} {key}: 정책 {wants} · 요청 값이 비어 있음",
        "en": "{operator} {key}: wants {wants} · the request's set is empty",
    },
    "access.condition.multivalued": {
        "ko": "{operator} {key}: 값이 여러 개인 키에는 ForAllValues나 ForAnyValue가 필요합니다. 없을 때의 결과는 AWS 문서에 없어 불일치로 봅니다",
        "en": "{operator} {key}: a multivalued key needs ForAllValues or ForAnyValue; AWS does not document what happens without, so it counts as no match",
    },
    "access.condition.unreadable": {
        "ko": "{operator} {key}: 값을 이 연산자의 형식으로 읽을 수 없어 불일치로 봅니다 (정책 {wants} · 요청 {has})",
        "en": "{operator} {key}: a value cannot be read as this operator's type, so it counts as no match (policy {wants} · request {has})",
    },
    "access.condition.unresolved": {
        "ko": "{operator} {key}: 정책 변수 {wants}에 넣을 값이 요청에 없음 · 요청 {has}",
        "en": "{operator} {key}: the variable in {wants} has no value in the request · request has {has}",
    },
    "access.condition.unknown-operator": {
        "ko": "{operator}: AWS에 없는 연산자라 이 문은 평가할 수 없습니다",
        "en": "{operator}: AWS knows no such operator, so the statement cannot be evaluated",
    },
    "access.note.not-principal": {
        "ko": "NotPrincipal 목록에 계정이나 역할 ARN이 빠져 있어, 서비스에 따라 거부될 수도 있습니다.",
        "en": "The NotPrincipal list leaves out the account or role ARN; depending on the service it may deny all the same.",
    },
    "access.note.no-arn": {
        "ko": "{resource:은} ARN이 아닙니다. AWS가 받는 리소스는 ARN이나 *입니다.",
        "en": "{resource} is no ARN; AWS takes an ARN, or *.",
    },
    "access.note.account-assumed": {
        "ko": "{resource:은} 어느 계정의 것인지 나와 있지 않아, 호출자의 계정 {account}의 것으로 보았습니다. 다른 계정의 것이면 결정이 달라집니다.",
        "en": "Nothing says whose {resource} is: it is taken to belong to the caller's account, {account}. In another account the decision would differ.",
    },
    "access.note.always-sent": {
        "ko": "AWS의 요청에는 {keys:이} 늘 있지만 이 요청 컨텍스트에는 없어서, 그 키를 보는 조건은 키가 없는 것으로 판단했습니다.",
        "en": "AWS always sends {keys}, but this request's context does not hold it: conditions on it were decided as if it were missing.",
    },
    # Why a layer does not bind the request.
    "access.exempt.no-identity": {
        "ko": "이 호출자에게는 이 종류의 정책이 없음",
        "en": "such a caller has no policies of this kind",
    },
    "access.exempt.root-user": {
        "ko": "루트 사용자에게는 붙일 수 없음",
        "en": "cannot be attached to a root user",
    },
    "access.exempt.management-account": {
        "ko": "관리 계정에는 적용되지 않음",
        "en": "does not bind the management account",
    },
    "access.exempt.service-linked-role": {
        "ko": "서비스 연결 역할에는 적용되지 않음",
        "en": "does not bind service-linked roles",
    },
    "access.exempt.service-not-supported": {
        "ko": "이 서비스나 작업은 RCP를 지원하지 않음",
        "en": "this service or action does not support RCPs",
    },
    "access.exempt.aws-managed-key": {
        "ko": "AWS 관리형 키에는 적용되지 않음",
        "en": "does not bind AWS managed keys",
    },
    "access.exempt.bucket-policy-recovery": {
        "ko": "버킷 소유 계정의 루트 사용자가 버킷 정책을 고칠 때는 버킷 정책의 거부를 따지지 않음",
        "en": "the bucket policy's own denies do not stop the owning account's root user from mending it",
    },
    # What the service itself refuses.
    "access.refusal.root-assumes-role": {
        "ko": "루트 사용자는 역할을 수임할 수 없습니다.",
        "en": "A root user cannot assume a role.",
    },
    "access.refusal.session-credentials": {
        "ko": "역할이나 페더레이션 사용자의 세션 자격 증명으로는 GetSessionToken을 호출할 수 없습니다.",
        "en": "GetSessionToken cannot be called with the session credentials of a role or a federated user.",
    },
    "access.refusal.aws-managed-policy": {
        "ko": "AWS 관리형 정책은 고객이 바꿀 수 없습니다.",
        "en": "Customers cannot change an AWS managed policy.",
    },
    "access.refusal.reserved-role": {
        "ko": "AWS가 예약한 역할은 고객이 바꿀 수 없습니다.",
        "en": "Customers cannot change a role that AWS reserves.",
    },
    "access.refusal.service-linked-role": {
        "ko": "서비스 연결 역할은 연결된 서비스를 통해서만 바꿀 수 있습니다.",
        "en": "A service-linked role can be changed only through its service.",
    },
    "access.refusal.aws-managed-alias": {
        "ko": "alias/aws/ 별칭은 AWS의 것이라 바꿀 수 없습니다.",
        "en": "Aliases under alias/aws/ belong to AWS and cannot be changed.",
    },
    "access.refusal.public-access-blocked": {
        "ko": "S3 퍼블릭 액세스 차단이 켜져 있어 퍼블릭 버킷 정책이 다른 계정과 익명 호출자에게 통하지 않습니다.",
        "en": "S3 Block Public Access is on: a public bucket policy does not serve other accounts or anonymous callers.",
    },
    # A line of the decide contract that cannot be read.
    "decide.not-json": {
        "ko": "{line}번째 줄: JSON으로 읽을 수 없습니다 ({column}번째 글자)",
        "en": "line {line}: not valid JSON (column {column})",
    },
    "decide.not-an-object": {"ko": "한 줄은 JSON 객체 하나여야 합니다", "en": "a line must be one JSON object"},
    "decide.missing-key": {"ko": "{place}: {key:이} 필요합니다", "en": "{place}: {key} is missing"},
    "decide.unknown-key": {
        "ko": "{place}: 알 수 없는 키 {key} (쓸 수 있는 키: {known})",
        "en": "{place}: unknown key {key} (known: {known})",
    },
    "decide.wrong-type": {"ko": "{place}: {expected:이} 와야 합니다", "en": "{place}: expected {expected}"},
    "decide.unknown-principal": {
        "ko": "{place}: 요청을 보낼 수 있는 보안 주체가 아닙니다: {principal}",
        "en": "{place}: not a principal that can make a request: {principal}",
    },
    "decide.bad-policy": {
        "ko": "{place}: 정책 {policy:을} 읽을 수 없습니다. {why}",
        "en": "{place}: policy {policy} cannot be read: {why}",
    },
    "decide.expected.object": {"ko": "객체", "en": "an object"},
    "decide.expected.list": {"ko": "목록", "en": "a list"},
    "decide.expected.string": {"ko": "빈 값이 아닌 문자열", "en": "a string that is not empty"},
    "decide.expected.boolean": {"ko": "true나 false", "en": "true or false"},
    "decide.expected.string-or-strings": {
        "ko": "문자열, 숫자, true나 false, 또는 그 목록",
        "en": "a string, a number, true or false, or a list of these",
    },
    "decide.expected.verdict": {
        "ko": "Allowed, ExplicitlyDenied, ImplicitlyDenied 가운데 하나",
        "en": "one of Allowed, ExplicitlyDenied and ImplicitlyDenied",
    },
}
