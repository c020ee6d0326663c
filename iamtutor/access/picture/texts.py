"""What the picture says beside what the trace already has words for, in Korean and English."""

from __future__ import annotations

_TEXTS: dict[str, tuple[str, str]] = {
    "short-rcp": ("RCP 정책", "RCP"),
    "short-scp": ("SCP 정책", "SCP"),
    "short-endpoint": ("VPC 엔드포인트", "VPC endpoint"),
    "short-resource": ("리소스 기반", "Resource-based"),
    "short-identity": ("ID 기반", "Identity-based"),
    "short-boundary": ("권한 경계", "Boundary"),
    "short-session": ("세션 정책", "Session"),
    "deny-check": ("명시적 거부 확인", "Explicit deny check"),
    "state-clear": ("일치하는 Deny 없음", "no Deny matches"),
    "state-denies": ("거부", "denies"),
    "state-allows": ("허용", "allows"),
    "state-passes": ("막지 않음", "lets it pass"),
    "state-silent": ("허용 없음", "silent"),
    "state-absent": ("정책 없음", "not there"),
    "state-exempt": ("적용 안 됨", "does not apply"),
    "state-refuses": ("거절", "refuses"),
    "not-evaluated": ("평가하지 않음", "not evaluated"),
    "stops-too": ("여기서도 막힘", "would stop it too"),
    "decided-above": ("위에서 거부함", "denied above"),
    "suffices": (
        "이 정책만으로도 허용됩니다.",
        "This policy would be enough by itself.",
    ),
    "goes-on": (
        "같은 계정이라 허용이 없어도 다음으로 갑니다.",
        "Within one account the evaluation goes on without an allow here.",
    ),
    "instead": (
        "리소스 기반 정책에서 이미 허용하므로 계속합니다.",
        "The resource-based policy has allowed it already, so it goes on.",
    ),
    "root": (
        "루트 사용자에게는 ID 기반 정책이 필요 없습니다.",
        "A root user needs no identity-based policy.",
    ),
    "by-service": (
        "정책을 보기 전에 서비스에서 답합니다.",
        "The service answers before any policy is read.",
    ),
    "rcp-implicit": (
        "RCPFullAWSAccess가 늘 있으므로 Deny만 거릅니다.",
        "RCPFullAWSAccess is always there, so only a Deny stops a request.",
    ),
    "closed-level": ("{level}단계에 일치하는 Allow가 없습니다.", "Level {level} has no matching Allow."),
    "level": ("{level}단계", "level {level}"),
    "decides": ("◀ 결정", "◀ decides"),
    "found": ("{count}개 일치", "{count:Deny matches|Denies match}"),
    "more-values": ("외 {count}개", "+{count} more"),
    "policy-says": ("정책", "policy"),
    "request-has": ("요청", "request"),
    "no-key": ("키 없음", "no such key"),
    "empty": ("비어 있음", "empty"),
    "ends": ("여기서 끝", "it ends here"),
    "aws-says": ("AWS 메시지", "AWS says"),
    "caller-account": ("호출자 계정 {account}", "Caller's account {account}"),
    "resource-account": ("리소스 계정 {account}", "Resource's account {account}"),
    "no-account": ("없음", "none"),
    "side-allows": ("이 계정에서는 통과", "this account lets it through"),
    "side-stops": ("이 계정에서 막힘", "this account stops it"),
    "context": ("요청 컨텍스트", "Request context"),
    "context-given": ("요청", "given"),
    "context-filled": ("자동", "filled in"),
    "context-missing": ("없음", "missing"),
    "context-missing-value": ("정책에서 찾지만 요청에 없음", "asked for by a policy, not in the request"),
    "context-empty": ("(비어 있음)", "(empty)"),
    "anonymous": ("익명 호출자", "anonymous caller"),
}

MESSAGES = {f"picture.{name}": {"ko": ko, "en": en} for name, (ko, en) in _TEXTS.items()}
