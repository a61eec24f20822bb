"""contrast-enhanced: text stands out strongly from what lies behind it (level AAA)."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.legibility import pairs
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.weak_contrast import weak
from mingwen.model import Text

# WCAG 2.2 1.4.6: for text, and for large text.
FLOORS = 7.0, 4.5


@Rule(
    id="contrast-enhanced",
    name=Text("文字与背景的对比度要达到 AAA 级", "Text has enhanced contrast"),
    why=Text(
        "视力只有常人四分之一的人，不用辅助工具也能读。",
        "People who see a quarter as well as others can read it without any aid.",
    ),
    basis=("WCAG 2.2 1.4.6",),
    wcag=("1.4.6",),
    act=("09o5cg",),
    on="body",
    says={
        "weak": Text(
            "文字 {front} 在背景 {back} 上的对比度是 {ratio}，AAA 级要 {floor}。最接近的合格颜色是 {nearest}。",
            "Text {front} on {back} has a contrast of {ratio}; AAA needs {floor}. The nearest that does is {nearest}.",
        ),
        "ground": Text(
            "文字 {front} 在背景 {back} 上的对比度是 {ratio}，AAA 级要 {floor}。这个背景上什么颜色的字都达不到："
            "文字用 {nearest}、背景用 {ground} 就够了。",
            "Text {front} on {back} has a contrast of {ratio}; AAA needs {floor}. No colour of text reaches it on this "
            "background: text {nearest} on {ground} does.",
        ),
        "unsure": Text(
            "文字 {front} 在背景 {back} 上的对比度是 {ratio}，不到 AAA 级的 {floor}，但这里有叠放、阴影或滤镜。"
            "请人工确认：看得清吗？",
            "Text {front} on {back} has a contrast of {ratio}, below the {floor} of AAA, but boxes overlap here or "
            "effects are used. Is it legible?",
        ),
        "image": Text(
            "文字压在背景图片上。请人工确认：图片每一处与文字的对比度都到 AAA 级吗？",
            "Words stand on a background image. Does every part of it reach the contrast of AAA?",
        ),
        "same": Text(
            "文字和背景同是 {front}，谁也看不见。请人工确认：是有意藏起来的吗？",
            "Text and background share {front} and nobody can see them. Are the words hidden on purpose?",
        ),
        "no-sheet": Text(
            "样式表没有读全，有 {count} 处文字从这里起颜色不明。请人工确认：对比度都到 AAA 级吗？",
            "Sheets of this page are missing, and with them the colours of {count} texts from here on. "
            "Do they reach AAA?",
        ),
    },
    bad=(
        Example("<link rel=stylesheet href=gone.css><body><p style='color:#666'>公告</p>", says="no-sheet"),
        Example("<body><p style='color:#666'>公告</p>", says="weak"),
        Example("<body><p style='color:#fff;background:#c83c23'>长者助手</p>", says="ground"),
        Example("<body><p style='color:#777;background:#808080'>公告</p>", says="ground"),
        Example("<body><p style='color:#666;filter:contrast(2)'>公告</p>", says="unsure"),
        Example("<body background=a.jpg><p>公告</p>", says="image"),
        Example("<body><p style='color:#fff'>公告</p>", says="same"),
    ),
    good=(
        Example("<body><p style='color:#555'>公告</p>"),
        Example("<body><p style='color:#757575;font-size:18pt'>公告</p>"),
    ),
    when=lambda body: bool(pairs(body.page)),
)
def contrast_enhanced(body: Node) -> Hits:
    yield from weak(body.page, *FLOORS)
