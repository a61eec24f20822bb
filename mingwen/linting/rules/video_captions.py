"""video-captions: a film with speech has captions."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_visible
from mingwen.model import Text


@Rule(
    id="video-captions",
    name=Text("视频要有字幕", "A film has captions"),
    why=Text(
        "听不见的人，还有在安静处不便开声音的人，靠字幕知道说了什么。",
        "People who cannot hear, or may not turn the sound on, know from captions what is said.",
    ),
    basis=("WCAG 2.2 1.2.2", "WCAG Techniques H95"),
    wcag=("1.2.2",),
    act=("eac66b",),
    on="video",
    says={
        "none": Text(
            "视频没有字幕轨。请人工确认：若有声音，画面里有字幕吗，或页面上有全文吗？否则请加 <track kind=captions>。",
            "The film has no caption track. If it sounds: are captions in the picture, or all words on the page? "
            "Otherwise add <track kind=captions>.",
        ),
    },
    bad=(
        Example("<video src=a.mp4 controls></video>", says="none"),
        Example("<video src=a.mp4 controls><track kind=captions></video>", says="none"),
    ),
    good=(
        Example("<video src=a.mp4 controls><track kind=captions src=a.vtt srclang=zh></video>"),
        Example("<video src=a.mp4 controls hidden></video>"),
        Example("<video src=a.mp4 autoplay muted loop></video>"),
    ),
    when=lambda video: is_visible(video) and not is_background(video),
)
def video_captions(video: Node) -> Hits:
    if not video.has("track[src][kind=captions i], track[src][kind=subtitles i], track[src]:not([kind])"):
        yield video.ask("none")


def is_background(video: Node) -> bool:
    """Plays without sound and cannot be given any: a moving picture for decoration."""
    return "muted" in video.attributes and "controls" not in video.attributes
