"""audio-alternative: what is only to be heard can be read too."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_visible
from mingwen.model import Text


@Rule(
    id="audio-alternative",
    name=Text("录音要有文字稿", "A recording has a transcript"),
    why=Text("听不见的人只能读文字稿。", "People who cannot hear have only the transcript."),
    basis=("WCAG 2.2 1.2.1", "WCAG Techniques G158"),
    wcag=("1.2.1",),
    act=("e7aa44",),
    on="audio",
    says={
        "transcript": Text(
            "页面有一段录音。请人工确认：它的全部内容在页面上或链接里有文字稿吗？",
            "There is a recording. Is all that it says written on the page, or in a transcript that it links to?",
        ),
    },
    bad=(Example("<p>局长讲话<audio src=a.mp3 controls></audio>", says="transcript"),),
    good=(
        Example("<audio src=a.mp3></audio>"),
        Example("<audio src=a.mp3 controls hidden></audio>"),
        Example("<video controls><track kind=captions src=a.vtt></video>"),
    ),
    when=lambda audio: "autoplay" in audio.attributes or ("controls" in audio.attributes and is_visible(audio)),
)
def audio_alternative(audio: Node) -> Hits:
    yield audio.ask("transcript")
