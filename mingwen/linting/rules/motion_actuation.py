"""motion-actuation: what happens by moving the device can be done and turned off otherwise."""

from __future__ import annotations

import re

from mingwen.linting.blocks import is_html
from mingwen.linting.dom import Node
from mingwen.linting.handlers import scripts
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

EVENTS = ("devicemotion", "deviceorientation", "DeviceMotion", "DeviceOrientation")
MOTION = re.compile(r"\bdevice(motion|orientation)(?!permission)", re.IGNORECASE)


@Rule(
    id="motion-actuation",
    name=Text("摇动操作要有别的办法，也要关得掉", "What motion does can be done otherwise, and turned off"),
    why=Text(
        "手抖的人会误触，轮椅上固定着手机的人摇不动它。",
        "Hands that tremble set it off unmeant; a phone fixed to a wheelchair cannot be shaken.",
    ),
    basis=("WCAG 2.2 2.5.4", "WCAG Techniques F106"),
    wcag=("2.5.4",),
    act=("c249d5", "7677a9"),
    on="html",
    says={
        "listens": Text(
            "脚本在听设备的晃动或转动。请人工确认：同样的事能用按钮做吗，晃动能关掉吗？",
            "A script listens to motion of the device. Can a button do the same, and can motion be turned off?",
        ),
    },
    bad=(Example("<script>window.addEventListener('devicemotion', shake)</script>", says="listens"),),
    good=(Example("<script>window.addEventListener('orientationchange', draw)</script>"),),
    when=is_html,
)
def motion_actuation(html: Node) -> Hits:
    found = MOTION.search(scripts(html)) if any(word in html.page.source for word in EVENTS) else None
    if found:
        yield html.ask("listens", quote=found[0])
