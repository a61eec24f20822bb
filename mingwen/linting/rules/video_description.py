"""video-description: what is only to be seen in a film is told too."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_aria_hidden, is_visible
from mingwen.model import Text


@Rule(
    id="video-description",
    name=Text("视频的画面要有讲述", "What a film shows is told"),
    why=Text(
        "看不见的人听不到画面里的表格、字幕条和动作。",
        "People who cannot see miss charts, labels and actions that nobody speaks of.",
    ),
    basis=("WCAG 2.2 1.2.3", "WCAG 2.2 1.2.5"),
    wcag=("1.2.3",),
    act=("c5a4ea",),
    on="video",
    says={
        "told": Text(
            "页面有一段视频。请人工确认：只听声音，知道画面里的要紧内容吗？若不知道，请加口述影像或文字稿。",
            "There is a film. By its sound alone, does one learn all that matters? If not, describe it or add a text.",
        ),
    },
    bad=(Example("<video src=a.mp4 controls></video>", says="told"),),
    good=(Example("<video src=a.mp4 hidden></video>"), Example("<video src=a.mp4 aria-hidden=true muted></video>")),
    when=lambda video: is_visible(video) and not (is_aria_hidden(video) and "muted" in video.attributes),
)
def video_description(video: Node) -> Hits:
    yield video.ask("told")
