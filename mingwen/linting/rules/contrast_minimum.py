"""contrast-minimum: text stands out from what lies behind it."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.legibility import pairs
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.weak_contrast import weak
from mingwen.model import Text

# WCAG 2.2 1.4.3: for text, and for large text.
FLOORS = 4.5, 3.0


@Rule(
    id="contrast-minimum",
    name=Text("文字与背景的对比度要够", "Text has enough contrast"),
    why=Text(
        "视力弱的人、老年人、在阳光下看屏幕的人，看不清浅灰的字。",
        "People with low vision, older people, and anybody in sunlight cannot read pale grey words.",
    ),
    basis=("WCAG 2.2 1.4.3",),
    wcag=("1.4.3",),
    act=("afw4f7",),
    on="body",
    says={
        "weak": Text(
            "文字 {front} 在背景 {back} 上的对比度是 {ratio}，至少要 {floor}。最接近的合格颜色是 {nearest}。",
            "Text {front} on {back} has a contrast of {ratio} and needs {floor}. The nearest that passes is {nearest}.",
        ),
        "unsure": Text(
            "文字 {front} 在背景 {back} 上的对比度是 {ratio}，不到 {floor}，但这里有叠放、阴影或滤镜。"
            "请人工确认：看得清吗？",
            "Text {front} on {back} has a contrast of {ratio}, below {floor}, but boxes overlap here or effects are "
            "used. Is it legible?",
        ),
        "image": Text(
            "这里的文字在背景图片上面。请人工确认：图片每一处都衬得出文字吗？图片打不开时呢？",
            "Words stand on a background image here. Are they legible on every part of it, and where it does not load?",
        ),
        "same": Text(
            "文字和背景都是 {front}，看不见。请人工确认：这些字是给人看的吗？",
            "Text and background are both {front}, so that nothing can be seen. Are these words meant to be read?",
        ),
        "no-sheet": Text(
            "这页有样式表读不到，有 {count} 处文字的颜色无法判断，从这里起。请人工确认：都看得清吗？",
            "A stylesheet of this page is not at hand; the colours of {count} texts cannot be told, from here on. "
            "Are they legible?",
        ),
    },
    bad=(
        Example("<link rel=stylesheet href=gone.css><body><p style='color:#999'>公告</p>", says="no-sheet"),
        Example("<body><p style='color:#999'>公告</p>", says="weak"),
        Example("<body><div style='background:#fff;opacity:.4'>公告</div>", says="weak"),
        Example("<body><p style='color:#aaa;background:linear-gradient(#fff,#ddd)'>公告</p>", says="weak"),
        Example("<body><p style='color:#aaa;text-shadow:0 0 2px #000'>公告</p>", says="unsure"),
        Example("<body><p style='background:url(a.jpg)'>公告</p>", says="image"),
        Example("<body style='background:#fff'><p style='color:#fff'>公告</p>", says="same"),
    ),
    good=(
        Example("<body><p style='color:#767676'>公告</p>"),
        Example("<body><h1 style='color:#949494'>公告</h1>"),
        Example("<body><p style='color:#aaa;background:linear-gradient(#fff,#000)'>公告</p>"),
        Example("<body><div aria-disabled=true><button style='color:#aaa'>提交</button></div>"),
        Example("<body><button disabled style='color:#aaa'>提交</button>"),
        Example("<body><p style='color:#aaa'>＊＊＊</p>"),
    ),
    when=lambda body: bool(pairs(body.page)),
)
def contrast_minimum(body: Node) -> Hits:
    yield from weak(body.page, *FLOORS)
