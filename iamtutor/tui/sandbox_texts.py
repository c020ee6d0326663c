"""What the sandbox says, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "sandbox": (
        "실험실",
        "Sandbox",
        "월드 하나를 골라 그 정책을 직접 고치면서 내가 정한 요청이 어떻게 되는지 봅니다.",
        "Write the policies of a world of your choice, and see how requests of your own come out.",
    ),
    "world-sandbox": (
        "정책 고치기",
        "Edit policies",
        "고른 보안 주체나 리소스의 정책을 실험실에서 고칩니다.",
        "Opens the policies of what is chosen in the sandbox, to be edited.",
    ),
    "sandbox-policies": (
        "정책 고르기",
        "Policies",
        "이 월드에서 쓸 정책을 고릅니다. 고른 정책마다 편집기가 열립니다.",
        "Chooses the policies of this world to write; each opens in an editor.",
    ),
    "sandbox-add": (
        "요청 더하기",
        "Add request",
        "고른 요청에서 시작해 누가 무엇을 하는지 바꾸어 새 요청으로 둡니다.",
        "Begins with the request in hand, lets you change who does what, and keeps it as a new one.",
    ),
    "sandbox-open": ("월드 열기", "Open world", "다른 월드를 엽니다.", "Opens another world."),
    "sandbox-save": (
        "저장",
        "Save",
        "고친 정책이 든 월드와 요청을 파일 하나에 저장합니다.",
        "Saves the world with your policies, and the requests, to one file.",
    ),
    "sandbox-expect": (
        "기대",
        "Expect",
        "고른 요청의 기대를 없음, 허용, 거부로 차례로 바꿉니다.",
        "Says what the request in hand should come to: nothing, allow, deny.",
    ),
    "sandbox-twice": (
        "한 번 더",
        "Duplicate",
        "고른 요청을 하나 더 둡니다.",
        "Puts the request in hand there once more.",
    ),
    "sandbox-remove": ("요청 빼기", "Remove", "고른 요청을 뺍니다.", "Takes the request in hand away."),
    "sandbox-up": ("위로", "Move up", "고른 요청을 한 줄 위로 옮깁니다.", "Moves the request in hand up."),
    "sandbox-down": ("아래로", "Move down", "고른 요청을 한 줄 아래로 옮깁니다.", "Moves the request in hand down."),
    "trace-keep": (
        "요청으로 두기",
        "Keep as request",
        "바꾼 요청을 내 요청 목록에 새로 둡니다.",
        "Keeps the request as it stands as a new one in your list.",
    ),
    "trace-instead": (
        "이것으로 바꾸기",
        "Put in place",
        "원래 요청을 지금 바꾼 것으로 바꿉니다.",
        "Puts the request as it stands in place of the one you came with.",
    ),
    "choose-mark": (
        "고르기·빼기",
        "Mark",
        "고른 줄의 정책을 넣거나 뺍니다.",
        "Chooses the policy in hand, or no longer.",
    ),
    "choose-take": ("열기", "Open", "고른 정책을 편집기로 엽니다.", "Opens what is chosen in editors."),
}

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "sandbox-title": ("실험실", "Sandbox"),
    "sandbox-world": ("월드", "World"),
    "sandbox-about": (
        "정책을 고치면 아래 월드가 곧바로 그 정책대로 바뀌고, 내 요청을 모두 다시 평가합니다. 정답은 없습니다. **F5**로 쓸 정책을 고르고, **F2**로 요청을 더하고, **Ctrl+S**로 저장합니다.",
        "As you write, this world changes with your policies and every request of yours is decided anew. There is no right answer here. **F5** chooses the policies, **F2** adds a request, **Ctrl+S** saves.",
    ),
    "sandbox-large": (
        "이 월드는 커서 여기에 그리지 않습니다. 월드 화면(w)에서 볼 수 있습니다.",
        "This world is too large to be drawn here; the world screen (w) shows it.",
    ),
    "sandbox-kind-inline": ("인라인 정책", "inline policy"),
    "sandbox-kind-managed": ("고객 관리형 정책", "customer managed policy"),
    "sandbox-kind-boundary": ("권한 경계", "permissions boundary"),
    "sandbox-kind-trust": ("신뢰 정책", "trust policy"),
    "sandbox-kind-bucket": ("버킷 정책", "bucket policy"),
    "sandbox-kind-resource": ("리소스 기반 정책", "resource-based policy"),
    "sandbox-kind-scp": ("서비스 제어 정책(SCP)", "service control policy (SCP)"),
    "sandbox-kind-rcp": ("리소스 제어 정책(RCP)", "resource control policy (RCP)"),
    "sandbox-kind-session": ("세션 정책", "session policy"),
    "sandbox-kind-endpoint": ("VPC 엔드포인트 정책", "VPC endpoint policy"),
    "sandbox-empty": ("아직 없음", "none yet"),
    "sandbox-nobody": ("연결된 곳 없음", "attached to nobody"),
    "sandbox-choose": ("어느 정책을 쓸까요?", "Which policies do you want to write?"),
    "sandbox-chosen": (
        "⏎나 클릭으로 고르고 뺍니다 · 정책 {count}개",
        "⏎ or a click marks · {count:policy|policies} chosen",
    ),
    "sandbox-filter": ("이름이나 유형으로 찾기", "Find by name or kind"),
    "sandbox-add-row": ("요청 더하기 (F2)", "Add a request (F2)"),
    "sandbox-add-first": ("첫 요청 더하기 (F2)", "Add your first request (F2)"),
    "sandbox-save-title": ("월드와 요청을 어디에 저장할까요?", "Where do you want to save the world and the requests?"),
    "sandbox-save-hint": ("YAML 파일의 경로", "Path of a YAML file"),
    "sandbox-unsavable": (
        "{files:은} 정책으로 읽을 수 없어 저장할 수 없습니다. 고치거나 되돌린 다음 저장하세요. 쓰던 글은 그대로 남아 있습니다.",
        "{files} cannot be read as a policy, so there is nothing to save there: mend it, or put it back. What you have written is kept.",
    ),
    "sandbox-refused": ("이 정책은 AWS가 받지 않습니다", "AWS would not take this policy"),
    "sandbox-not-whole": (
        "없앤 조건 키와 뺀 문은 요청에 담을 수 없어 남기지 않았습니다.",
        "Keys that you took away and statements that you left out are no part of a request, and were not kept.",
    ),
    "sandbox-new": (
        "‘만약에’에서 누가 무엇을 어디에 하는지 바꾸고 n을 누르면 내 요청이 됩니다.",
        "Change who does what on what in the what-if; n keeps it as a request of yours.",
    ),
    "sandbox-removed": ("{request} 요청을 뺐습니다.", "Removed {request}."),
    "sandbox-bring-back": ("되살리기", "bring back"),
    "sandbox-leave-out": ("그대로", "leave out"),
    "sandbox-help": ("실험실", "Sandbox"),
    "sandbox-help-text": (
        "요청 목록에서 ⏎는 평가 과정을 엽니다. 거기서 요청을 바꾸고 n을 누르면 새 요청으로, u를 누르면 원래 요청 대신 둡니다. e 기대 · y 한 번 더 · x 빼기 · [ ] 옮기기. 위 오른쪽의 •는 파일에 저장하지 않은 것이 있다는 뜻입니다.",
        "In the list of requests ⏎ opens how one is decided: vary it there, then n keeps it as a new request and u puts it in place of the old one. e expectation · y duplicate · x remove · [ ] move. A • at the top right says that something is not saved to the file.",
    ),
    "world-sandbox-exercise": (
        "연습의 월드는 연습 화면에서 고칩니다. o로 다른 월드를 열면 실험실에서 고칠 수 있습니다.",
        "The world of an exercise is changed on its own screen. Open another world with o to edit it in the sandbox.",
    ),
}
