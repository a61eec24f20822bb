"""What publishing into a folder must not do, said before anything is touched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

from mingwen import manifest
from mingwen.errors import UsageError
from mingwen.model import Place, Text
from mingwen.publishing.tree import Tree

# Folders of a site's project that are never a place to publish to.
_OWN = ("content", "templates", "static", "mingwen", ".git", ".mingwen", ".venv")


def no(where: Path | str, zh: str, en: str, fix_zh: str, fix_en: str) -> NoReturn:
    """Refuse, saying where, what and how to mend it; raises UsageError."""
    raise UsageError(Place(str(where)), Text(zh, en), Text(fix_zh, fix_en))


def check_site(site: Path, found: Tree, new: dict[str, str]) -> None:
    """There is something to publish, and it is what the build made."""
    if not new:
        no(
            site,
            "是空的，没有可发布的网站",
            "holds no site to publish",
            "请先运行 mingwen build",
            "Run mingwen build first",
        )
    if found.links:
        some = found.links[0]
        no(
            site / some,
            "是符号链接，不发布",
            "is a symbolic link, which is not published",
            "请换成文件",
            "Use a file instead",
        )
    listed = manifest.load(site)
    off = sorted(path for path in listed if new.get(path) != listed[path])
    if off:
        no(
            site / off[0],
            f"和 build 写下的清单不符（共 {len(off)} 个文件）",
            f"is not what the build wrote ({len(off)} such files)",
            "请重新运行 mingwen build；site/ 里的文件不要手改",
            "Run mingwen build again; files in site/ are not edited by hand",
        )


def check_place(root: Path, site: Path, target: Path, shown: str) -> None:
    """The target is a folder of its own, apart from the project, the home folder and the roots of file systems."""
    top, made = root.resolve(), site.resolve()
    if target == made or target.is_relative_to(made) or made.is_relative_to(target):
        no(
            shown,
            "与 site/ 互相包含",
            "overlaps with site/",
            "请选 site/ 之外的文件夹",
            "Choose a folder apart from site/",
        )
    if top.is_relative_to(target):
        no(shown, "是项目所在的文件夹", "holds the project itself", "请选另外的文件夹", "Choose another folder")
    if any(target.is_relative_to(top / name) for name in _OWN):
        no(shown, "是项目自己的文件夹", "belongs to the project", "请选另外的文件夹", "Choose another folder")
    if target in (Path(target.anchor), Path.home().resolve()) or Path.home().resolve().is_relative_to(target):
        no(
            shown,
            "是主目录或根目录",
            "is a home or root folder",
            "请选网站自己的文件夹",
            "Choose a folder for the site alone",
        )
    if target.exists() and not target.is_dir():
        no(shown, "是文件，不是文件夹", "is a file, not a folder", "请写文件夹", "Name a folder")
    if not target.parent.is_dir():
        no(Path(shown).parent, "没有这个文件夹", "no such folder", "请先建好它", "Create it first")
    if os.path.ismount(target):
        no(
            shown,
            "是挂载点，不能整个换掉",
            "is a mount point, which cannot be swapped",
            f"请发布到它下面的文件夹，如 {shown}/www，并让网站服务器指向那里",
            f"Publish to a folder below it, such as {shown}/www, and serve that",
        )


def check_owner(shown: str, found: Tree, old: dict[str, str], adopt: bool) -> None:
    """A folder with files that we never wrote is taken over only when asked."""
    # A list of sums may be anybody's; every site of ours has an index.html.
    ours = "index.html" in old
    if (found.files or found.links) and not ours and not adopt:
        no(
            shown,
            f"里面已有 {len(found.files) + len(found.links)} 个文件，却不是 mingwen 发布的",
            f"holds {len(found.files) + len(found.links)} files that mingwen did not publish",
            "确认要用这个文件夹，请加 --adopt（原有文件保留，同名的换成新的）；否则请换一个",
            "To use it all the same, add --adopt (its files stay, those of the same name are replaced)",
        )
