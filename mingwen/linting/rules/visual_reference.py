"""visual-reference: nothing is told by its place, shape or colour alone."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import latin, passages, said
from mingwen.model import Text

THING_EN = (
    r"(buttons?|menus?|links?|icons?|box(es)?|columns?|panel|sidebar|images?|pictures?|photos?|fields?|arrows?|text)"
)
ENGLISH = re.compile(
    r"\bon (the|your) (far )?(right|left)\b|\bto the (right|left) of\b"
    r"|\b(right|left)[- ]hand (side|column|menu|panel|corner)"
    r"|\b(upper|lower|top|bottom)[- ](right|left)\b"
    rf"|\b(round|square|circular|triangular|triangle|rectangular|oval|wide|narrow|big|large|small) {THING_EN}\b"
    r"|\b(underneath|under|below|beneath|beside|inside|within) the (star|circle|square|triangle|arrow)\b"
    rf"|\b(red|green|blue|yellow|orange|gr[ea]y|purple|pink) {THING_EN}\b"
    r"|\b(marked|shown|highlighted|written|printed) in (red|green|blue|yellow|orange|gr[ea]y|bold)\b",
    re.IGNORECASE,
)
THING = r"(按钮|图标|菜单|链接|导航|栏目|二维码|入口|窗口|区域|边栏|图片|照片|方框|箭头|选项)"
CHINESE = re.compile(
    rf"(左|右)(侧|边|方|面|上角|下角)的?.{{0,6}}?{THING}|(页面|网页|网站|首页|屏幕)的?(左|右)(侧|边|方|面|上角|下角|上方|下方)"
    rf"|(点击|单击|点选|按下?)[“\"]?(左|右)(侧|边|方|上角|下角)"
    r"|(红|绿|蓝|黄|橙|灰|紫|粉)色的?(按钮|图标|链接|文字|字体|字样|部分|标记|箭头|区域|方框|内容|标注)|(标红|标黄|飘红)(部分|内容|处|字)"
    rf"|(圆形|方形|三角形|星形|圆圈|大|小)的?{THING}(?<!大选项)|如?(上|下|左|右)图(所示|中)|如图所示"
)

# What each match holds, for a first look: they begin with one sign, which regular expressions find quickly.
FIRST = re.compile(
    "[左右色标飘形圈大小图](?:(?<=[左右])|(?<=色)的?[按图链文字部标箭区方内]|(?<=[标飘])[红黄]|(?<=[形圈大小])的?[按图菜链导栏二入窗区边照方箭选]"
    "|(?<=图)[所中])"
)
LATIN = re.compile("[a-zA-Z]{3}")


@Rule(
    id="visual-reference",
    name=Text("不得只凭位置、形状、颜色指示", "Nothing is told by place, shape or colour alone"),
    why=Text(
        "看不见的人不知道哪个是“右侧”“红色按钮”；手机上右侧的东西会跑到下面。",
        "Who cannot see does not know which is “the red button”; on a phone what was right is now below.",
    ),
    basis=("WCAG 2.2 1.3.3", "WCAG Techniques F14"),
    wcag=("1.3.3",),
    act=("9bd38c",),
    on="body",
    says={
        "looks": Text(
            "文中说“{words}”。请人工确认：看不见的人凭名称也找得到它吗？",
            "The text says {words!r}. Can somebody who cannot see find it by its name as well?",
        ),
    },
    bad=(
        Example("<p>请点击右侧的“我要查询”按钮。", says="looks"),
        Example("<p>红色部分为必填。", says="looks"),
        Example("<p>Find the menu on the right, to navigate.", says="looks"),
    ),
    good=(
        Example("<p>请点击“我要查询”按钮。"),
        Example("<p>车辆靠右侧行驶，右侧车道封闭。"),
        Example("<p hidden>请点击右侧按钮。"),
        Example("<p>A square has four equal sides."),
        Example("<p>你是对的 you are right."),
    ),
)
def visual_reference(body: Node) -> Hits:
    looks = [(FIRST, CHINESE)] if FIRST.search(said(body)) else []
    looks += [(LATIN, ENGLISH)] if LATIN.search(latin(body)) else []
    for passage in passages(body) if looks else ():
        for first, pattern in looks:
            found = first.search(passage.text) and pattern.search(passage.text)
            if found:
                start = max(found.start() - 15, 0)
                yield passage.node.ask("looks", words=found[0], quote=passage.text[start : found.end() + 25])
                break
