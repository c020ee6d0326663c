"""What the editor's own commands, its find line, its offers and its comparison say, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "find-text": (
        "글에서 찾기",
        "Find in text",
        "편집기 안에서 찾습니다. 대문자를 섞어 쓰면 대소문자를 가립니다.",
        "Finds within the editor. Capital letters count once you write one.",
    ),
    "format": (
        "정렬",
        "Format",
        "글의 들여쓰기와 줄바꿈을 가지런히 합니다. 뜻과 차례는 그대로이고, Ctrl+Z로 취소할 수 있습니다.",
        "Lays the text out anew. Meaning and order stay, and Ctrl+Z undoes it.",
    ),
    "line-up": (
        "줄 위로",
        "Line up",
        "커서가 있는 줄이나 고른 줄을 위로 옮깁니다.",
        "Moves the line or the selected lines up.",
    ),
    "line-down": (
        "줄 아래로",
        "Line down",
        "커서가 있는 줄이나 고른 줄을 아래로 옮깁니다.",
        "Moves the line or the selected lines down.",
    ),
    "line-twice": (
        "줄 복제",
        "Duplicate line",
        "커서가 있는 줄이나 고른 줄을 아래에 하나 더 적습니다.",
        "Writes the line or the selected lines once more below.",
    ),
    "copy-policy": (
        "글 모두 복사",
        "Copy it all",
        "편집기의 글을 모두 클립보드에 복사합니다.",
        "Copies the whole text of the editor to the clipboard.",
    ),
    "own-editor": (
        "내 편집기로",
        "My own editor",
        "이 글을 $VISUAL이나 $EDITOR로 정한 편집기에서 고치고, 저장한 것을 가져옵니다.",
        "Opens the text in the editor named by $VISUAL or $EDITOR and takes back what you save.",
    ),
    "accept": (
        "제안대로",
        "Accept",
        "편집기 아래에 나온 제안대로 합니다. Ctrl+Z로 취소할 수 있습니다.",
        "Does what is offered below the editor. Ctrl+Z undoes it.",
    ),
    "difference": (
        "달라진 곳",
        "Changes",
        "지금 글이 처음 글과, 풀이를 보았다면 풀이와 어디가 다른지 보여 줍니다.",
        "Shows where your text differs from the starting text, and from the solution once you have seen it.",
    ),
    "other-comparison": (
        "견줄 글",
        "Other text",
        "처음 글과 풀이 가운데 견줄 것을 바꿉니다.",
        "Turns between the starting text and the solution.",
    ),
    "next-change": ("다음", "Next", "다음으로 달라진 곳에 갑니다.", "Goes to the next change."),
    "difference-close": ("닫기", "Close", "이 창을 닫습니다.", "Closes this window."),
}

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "find-prompt": ("찾을 말", "Find"),
    "find-none": ("없음", "none"),
    "find-place": ("{number}/{total}", "{number}/{total}"),
    "find-count": ("{total}곳", "{total:place|places}"),
    "find-next": ("다음", "next"),
    "find-before": ("이전", "previous"),
    "find-close": ("닫기", "close"),
    "offer-keep": ("그대로", "leave it"),
    "offer-clean": ("정리", "clean up"),
    "offer-pasted": ("JSON에 없는 것: {found}", "Not JSON: {found}"),
    "clean-fence": ("코드 울타리", "a code fence"),
    "clean-byte-order-mark": ("BOM 표시", "a byte order mark"),
    "clean-comment": ("주석 {count}개", "{count:comment|comments}"),
    "clean-trailing-comma": ("끝 쉼표 {count}개", "{count:trailing comma|trailing commas}"),
    "clean-smart-quotes": ("둥근 따옴표 {count}쌍", "{count:pair|pairs} of curly quotes"),
    "clean-single-quotes": ("작은따옴표 {count}쌍", "{count:pair|pairs} of single quotes"),
    "clean-odd-space": ("특수 공백 {count}곳", "{count:odd space|odd spaces}"),
    "clean-literal": ("Python 값 {count}개", "{count:Python value|Python values}"),
    "formatted": ("글을 가지런히 했습니다. Ctrl+Z로 취소할 수 있습니다.", "Laid out. Ctrl+Z undoes it."),
    "formatted-already": ("이미 가지런합니다.", "It is laid out already."),
    "format-not": (
        "정렬하지 않았습니다. {line}행 {column}열: {problem}",
        "Not laid out: line {line}, column {column}: {problem}",
    ),
    "format-json-only": ("JSON으로 쓴 정책만 정렬합니다.", "Only policies in JSON are laid out."),
    "copied": ("글을 모두 복사했습니다({size}자).", "The whole text is copied ({size:character|characters})."),
    "own-none": (
        "환경 변수 VISUAL과 EDITOR가 모두 비어 있습니다. 하나에 편집기 명령을 적고 다시 여세요.",
        "Neither VISUAL nor EDITOR is set: put the command of your editor into one of them and start again.",
    ),
    "own-missing": ("{command:이라는} 편집기를 찾을 수 없습니다.", "There is no editor {command}."),
    "own-failed": (
        "편집기가 오류로 끝나({status}) 글을 그대로 두었습니다.",
        "The editor ended with an error ({status}); your text is as it was.",
    ),
    "own-unreadable": (
        "저장된 글을 읽을 수 없어 그대로 두었습니다(UTF-8 텍스트여야 합니다).",
        "What was saved cannot be read; your text is as it was (UTF-8 text is needed).",
    ),
    "own-same": (
        "바뀐 것이 없습니다. 창이 따로 뜨는 편집기라면 닫힐 때까지 기다리게 하세요(예: code --wait).",
        "Nothing changed. An editor with a window of its own must wait until it is closed, as with code --wait.",
    ),
    "own-taken": (
        "저장한 글을 가져왔습니다. Ctrl+Z로 취소할 수 있습니다.",
        "What you saved is here. Ctrl+Z undoes it.",
    ),
    "own-no-terminal": (
        "이 환경에서는 앱을 잠시 멈추고 다른 편집기를 열 수 없습니다.",
        "The app cannot make way for another editor here.",
    ),
    "file-changed": ("{path} 파일이 바뀌었습니다.", "{path} has changed on disk."),
    "file-reloaded": (
        "{path} 파일을 다시 읽었습니다. Ctrl+Z로 취소할 수 있습니다.",
        "{path} was read again. Ctrl+Z undoes it.",
    ),
    "offer-take-file": ("파일의 글로", "take the file's"),
    "offer-keep-mine": ("내 글 그대로", "keep mine"),
    "diff-title": ("달라진 곳 · {file}", "Changes · {file}"),
    "diff-start": ("처음 글", "Starting text"),
    "diff-solution": ("풀이", "Solution"),
    "diff-mine": ("내가 쓴 글", "Mine"),
    "diff-count": ("빠진 줄 {gone} · 새 줄 {new}", "{gone} removed · {new} added"),
    "diff-same": ("두 글이 같습니다.", "Both texts are the same."),
    "editor-writing": ("쓰는 중", "writing"),
}
