"""Why pages were made anew, and where the time of a build went, in words."""

from __future__ import annotations

from mingwen.model import Built, Lang, Reason, Text

PARTS = {
    "new": Text("新的", "new"),
    "file": Text("site/ 里的文件被改动或删去", "its file in site/ was changed or removed"),
    "engine": Text("明文或依赖的版本", "the version of mingwen or of what it uses"),
    "template": Text("模板", "its template"),
    "words": Text("主题的用语", "words of the theme"),
    "styles": Text("样式", "styles"),
    "rules": Text("检查规则", "the rules"),
    "frame.settings": Text("网站设置", "settings"),
    "frame.menu": Text("导航栏", "the menu"),
    "frame.styles": Text("样式的版本", "the version of the styles"),
    "frame.scripts": Text("脚本的版本", "the version of the scripts"),
    "page.body": Text("正文", "the text"),
    "page.document": Text("稿件的其他内容", "what else the document says"),
    "page.title": Text("标题", "the title"),
    "page.description": Text("摘要", "the summary"),
    "page.column": Text("栏目", "the column"),
    "page.trail": Text("当前位置", "the breadcrumb"),
    "page.entries": Text("列表", "the list"),
    "page.groups": Text("下级栏目的列表", "the lists of columns below"),
    "page.pager": Text("分页", "the pager"),
    "page.earlier": Text("上一篇", "the earlier neighbour"),
    "page.later": Text("下一篇", "the later neighbour"),
    "page.interprets": Text("解读的文件", "what it interprets"),
    "page.interpreted_by": Text("解读材料", "its interpretations"),
    "page.mode": Text("阅读版式", "the mode"),
    "page.target": Text("转向的网址", "where it leads"),
    "page.path": Text("网址", "its address"),
    "page.url": Text("标准版里的网址", "its address in 标准版"),
    "page.template": Text("用哪个模板", "which template it uses"),
    "page.lang": Text("语言", "its language"),
    "page.print_url": Text("大字打印的网址", "where its large print lies"),
    "page.speech": Text("朗读稿的版本", "the version of its speech script"),
    "page.pinyin": Text("注音页的网址", "where its page with pinyin lies"),
    "page.variant": Text("是否注音", "whether it has pinyin"),
}
TEMPLATES = {
    "speech": Text("朗读稿", "speech scripts"),
    "document.html": Text("稿件", "documents"),
    "print.html": Text("大字打印", "large prints"),
    "home.html": Text("首页", "home pages"),
    "column.html": Text("栏目页", "column pages"),
    "sitemap.html": Text("网站地图", "site maps"),
    "help.html": Text("使用帮助", "help pages"),
    "accessibility.html": Text("无障碍声明", "accessibility statements"),
    "404.html": Text("找不到的页面", "pages for what is not found"),
    "redirect.html": Text("旧网址", "old addresses"),
    "feed.xml": Text("订阅", "feeds"),
    "sitemap.xml": Text("给搜索引擎的网站地图", "site maps for search engines"),
    "robots.txt": Text("给搜索引擎的 robots.txt", "robots.txt for search engines"),
}
LAPS = {
    "reading": Text("读稿件", "reading"),
    "planning": Text("排页面", "planning"),
    "looking at site/": Text("看 site/ 现状", "looking at site/"),
    "making pages": Text("生成和检查", "rendering and linting"),
    "auditing": Text("跨页检查", "auditing"),
    "writing": Text("写入", "writing"),
}


def why_text(built: Built, lang: Lang) -> str:
    """A line for each kind of page and cause: how many, what changed, and an example."""
    if not built.reasons:
        return Text("没有页面要重新生成。", "No page had to be made.").of(lang)
    return "\n".join(_line(reason).of(lang) for reason in built.reasons)


def _line(reason: Reason) -> Text:
    parts = [PARTS.get(name, Text(name, name)) for name in reason.parts]
    kind = TEMPLATES.get(reason.template, Text(reason.template, reason.template))
    zh, en = "、".join(part.zh for part in parts), ", ".join(part.en for part in parts)
    example = reason.example
    if set(reason.parts) <= {"new", "file"}:
        return Text(
            f"{kind.zh} {reason.pages} 页：{zh}（如 {example}）",
            f"{kind.en} {reason.pages}: {en} ({example})",
        )
    return Text(
        f"{kind.zh} {reason.pages} 页：{zh} 变了（如 {example}）",
        f"{kind.en} {reason.pages}: changed: {en} ({example})",
    )


def profile_text(built: Built, lang: Lang) -> str:
    """Seconds and share of each step, in order."""
    total = max(built.seconds, 0.001)
    names = {name: LAPS.get(name, Text(name, name)).of(lang) for name, _ in built.spent}
    return "\n".join(f"{seconds:8.2f} s {seconds / total:5.0%}  {names[name]}" for name, seconds in built.spent)
