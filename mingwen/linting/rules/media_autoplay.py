"""media-autoplay: nothing sounds by itself for longer than three seconds."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

# WCAG 1.4.2 lets a sound of three seconds pass.
SHORT = 3.0
FRAGMENT = re.compile(r"#(?:.*&)?t=(?:npt:)?([\d.]*)(?:,([\d.]+))?(?:&|$)")


@Rule(
    id="media-autoplay",
    name=Text("声音不得自己响起来", "No sound plays by itself"),
    why=Text(
        "突然响起的声音盖过读屏软件，读者听不见该去哪里关掉它。",
        "Sudden sound drowns the screen reader, so that nobody hears where to turn it off.",
    ),
    basis=("WCAG 2.2 1.4.2", "WCAG Techniques F23"),
    wcag=("1.4.2",),
    act=("80f0bf",),
    on="audio[autoplay], video[autoplay]",
    says={
        "loop": Text(
            "音频自动播放，循环不停，页面上又没有办法停下。请去掉 autoplay，加上 controls。",
            "The audio plays by itself, over and over, and nothing on the page stops it. Drop autoplay, add controls.",
        ),
        "sound": Text(
            "这段音频或视频会自动播放。请人工确认：有声音且超过 3 秒吗？若是，请去掉 autoplay 或加 muted。",
            "This plays by itself. Does it sound for more than 3 seconds? Then drop autoplay, or add muted.",
        ),
    },
    bad=(
        Example("<audio src=song.mp3 autoplay loop></audio>", says="loop"),
        Example("<audio src=song.mp3 autoplay loop></audio><script src=a.js></script>", says="sound"),
        Example("<video src=film.mp4 autoplay></video>", says="sound"),
    ),
    good=(
        Example("<video src=film.mp4 autoplay muted></video>"),
        Example("<audio src=film.mp3 autoplay controls></audio>"),
        Example("<audio src=film.mp3#t=8,10 autoplay></audio>"),
    ),
    when=lambda media: "muted" not in media.attributes,
)
def media_autoplay(media: Node) -> Hits:
    if "controls" in media.attributes or all(is_short(source) for source in sources(media)):
        return
    alone = not media.page.select("script, button, input, [onclick]")
    endless = media.tag == "audio" and "loop" in media.attributes and not any("#t" in each for each in sources(media))
    if endless and alone:
        yield media.fail("loop")
    else:
        yield media.ask("sound")


def sources(media: Node) -> list[str]:
    """The addresses that a browser chooses from."""
    inner = [each.get("src") for each in media.all("source[src]")]
    written = [media.get("src")] if "src" in media.attributes else inner
    return [each.strip() for each in written if each.strip()]


def is_short(source: str) -> bool:
    """Whether the address asks for no more than three seconds: “#t=8,10”."""
    found = FRAGMENT.search(source)
    if not found or not found[2]:
        return False
    try:
        return float(found[2]) - float(found[1] or 0) <= SHORT
    except ValueError:
        return False
