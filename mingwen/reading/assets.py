"""Files that are copied as they are, and what people call their types."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from mingwen.model import Asset, Finding, Text
from mingwen.reading.files import Digests, Found, content, walk

TYPES: dict[str, Text] = {
    "doc docx wps": Text("Word 文档", "Word document"),
    "xls xlsx et": Text("Excel 表格", "Excel sheet"),
    "ppt pptx dps": Text("PPT 演示文稿", "PowerPoint slides"),
    "pdf": Text("PDF 文件", "PDF"),
    "ofd": Text("OFD 版式文件", "OFD document"),
    "zip rar 7z tar gz": Text("压缩包", "archive"),
    "txt": Text("文本文件", "text file"),
    "csv": Text("CSV 数据", "CSV data"),
    "jpg jpeg png gif webp svg bmp tif tiff": Text("图片", "image"),
    "mp3 m4a wav ogg": Text("音频", "audio"),
    "mp4 webm mov avi": Text("视频", "video"),
}


def file_type(path: str) -> Text:
    """The type as people say it; the extension in capitals where it has no name of its own."""
    extension = PurePosixPath(path).suffix.lstrip(".").lower()
    for extensions, name in TYPES.items():
        if extension in extensions.split():
            return name
    return Text(f"{extension.upper()} 文件", f"{extension.upper()} file") if extension else Text("文件", "file")


def weight(size: int) -> str:
    """Bytes in the unit that people read: 12 KB, 3.4 MB; 1 KB = 1024 bytes, never less than 1 KB."""
    if size >= 1024 * 1024:
        return f"{size / 1024 / 1024:.1f} MB"
    return f"{max(1, round(size / 1024))} KB"


def static(root: Path, theme: Path, digests: Digests) -> tuple[tuple[Asset, ...], tuple[Finding, ...]]:
    """All of static/ but its css/: the site's own files before the theme's, file by file."""
    files: dict[str, Found] = {}
    findings: tuple[Finding, ...] = ()
    for folder in (theme / "static", root / "static"):
        found, wrong = walk(folder, "static")
        files |= {each.path: each for each in found if not each.path.startswith("css/")}
        findings += wrong
    assets, unreadable = collect(root, ((each, path) for path, each in sorted(files.items())), digests)
    return assets, findings + unreadable


def collect(
    root: Path, files: Iterable[tuple[Found, str]], digests: Digests
) -> tuple[tuple[Asset, ...], tuple[Finding, ...]]:
    """Assets for files and their output paths. A source outside the site is written as an absolute path."""
    assets: list[Asset] = []
    findings: list[Finding] = []
    inside = f"{root}{os.sep}"
    for found, path in files:
        source = found.file.removeprefix(inside).replace(os.sep, "/")
        digest, size = digests.of(found), found.sign[2] if found.sign else 0
        if digest is None:
            data, unreadable = content(found.file, unicodedata.normalize("NFC", source))
            findings += unreadable
            if data is None:
                continue
            digest, size = digests.note(found, data), len(data)
        assets.append(Asset(path, source, digest, size))
    return tuple(assets), tuple(findings)
