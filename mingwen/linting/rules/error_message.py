"""error-message: a message of error says which field is wrong, and everybody is told."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node, Page, cut
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed, is_visible
from mingwen.model import Text


@Rule(
    id="error-message",
    name=Text("出错提示要说清，也要念得出", "An error says what is wrong, to everybody"),
    why=Text(
        "听不到提示、或只听到“填写有误”，就不知道要改哪一项。",
        "Who hears no message, or only “invalid”, does not know what to correct.",
    ),
    basis=("WCAG 2.2 3.3.1", "WCAG Techniques G83"),
    wcag=("3.3.1",),
    act=("36b590",),
    on="form [id*=error i], form [class*=error i], form [role=alert]",
    says={
        "silent": Text(
            "出错提示“{words}”写了 aria-hidden，读屏软件不会念。请去掉它。",
            "The error {words!r} is aria-hidden, so screen readers leave it out. Remove that.",
        ),
        "which": Text(
            "页面上有出错提示“{words}”。请人工确认：它说出是哪一项、错在哪里吗？",
            "There is an error: {words!r}. Does it say which field is wrong, and how?",
        ),
    },
    bad=(
        Example(
            "<form><input aria-label=年龄><span class=error aria-hidden=true>年龄应为数字</span></form>", says="silent"
        ),
        Example("<form><input aria-label=年龄><span id=error>填写有误</span></form>", says="which"),
    ),
    good=(
        Example("<form><input aria-label=年龄><span id=error></span></form>"),
        Example("<form><input aria-label=年龄><span id=error hidden>填写有误</span></form>"),
        Example("<div class=error>找不到网页</div>"),
    ),
    when=lambda node: is_visible(node) and node.has_text and not node.matches("input, select, textarea, form"),
)
def error_message(message: Node) -> Hits:
    words = message.text
    if inside(message, "[id*=error i], [class*=error i], [role=alert]"):
        return
    if is_exposed(message):
        yield message.ask("which", words=cut(words), quote=words)
    elif not any(words in said for said in message.page.once("announced", lambda: announced(message.page))):
        yield message.fail("silent", words=cut(words), quote=words)


def announced(page: Page) -> list[str]:
    """What the parts of forms say that screen readers may speak when they change."""
    return [other.text for other in page.select("form [aria-live], form [role]") if is_exposed(other)]
