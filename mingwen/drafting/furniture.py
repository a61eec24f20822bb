"""What a browser copies along with an article: toolbars, sharing, neighbours, the foot of the page."""

from __future__ import annotations

import re

# Words that stand alone in toolbars and menus. A line counts only when it has no other word.
_TOOLS = frozenset(
    """
    无障碍 无障碍版 无障碍浏览 无障碍阅读 无障碍模式 长者助手 长者版 长者模式 长辈版 关怀版 关爱版 适老版 适老化
    大字版 高对比版 标准版 简体 简体版 繁体 繁体版 繁體 繁體版 简 繁 English EN 登录 注册 个人中心 用户中心 搜索
    站内搜索 高级搜索 首页 网站首页 网站地图 站点地图 联系我们 关于我们 设为首页 加入收藏 收藏 收藏本页 移动版
    手机版 电脑版 微信 微信公众号 微博 新浪微博 官方微博 QQ QQ空间 公众号 客户端 智能问答 智能客服 RSS 订阅
    政务公开 政务服务 政民互动 互动交流 办事服务 公共服务 新闻中心 数据开放 字体 字号 字体大小 大 中 小 特大 默认
    放大 缩小 A A+ A- 打印 打印本页 打印本文 打印此页 打印文章 关闭 关闭窗口 关闭本页 关闭页面 关闭此页 分享
    分享到 分享至 一键分享 分享到微信 分享到微博 复制链接 返回 返回顶部 返回首页 返回列表 返回上一页 顶部 回到顶部
    下载 下载Word 下载PDF 播报 语音播报 语音朗读 听全文 朗读 展开 收起 更多 我要纠错 纠错 网站纠错 点赞 评论
    保护视力色
    """.split()  # noqa: SIM905 - a long list is easier to read and to mend as text
)
_PARTS = re.compile(r"[\s|｜/／·•\[\]【】()（）〖〗:：,，、>›»＞]+")
_NEIGHBOUR = re.compile(
    r"[<【\[]?\s*(?:上|下)[一1](?:篇|条|页|则)\s*[】\]]?\s*(?:[:：>»]|$)"
    r"|相关(?:文章|新闻|稿件|链接|阅读|信息|文件|推荐|报道)\s*[:：]?$"
    r"|[【\[（(]?\s*(?:浏览|阅读|点击|访问)(?:次数|量|数|人次)?\s*[:：]\s*\d*\s*次?\s*[】\]）)]?$"
)
_SCAN = re.compile(r"[【\[（(]?\s*(?:(?:打开)?(?:手机|微信)[，,]?\s*)?扫(?:一扫|描二维码).{0,20}")
_FOOT = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|Copyright|©|All Rights Reserved|建议(?:您)?使用.{0,20}浏览器|技术支持\s*[:：]"
    r"|^(?:主办|承办|主管|协办|运维)(?:单位)?\s*[:：]",
    re.IGNORECASE,
)
_SHORT = 120


def is_tools(text: str) -> bool:
    """Whether a line holds nothing but words of a toolbar or menu, or asks to scan a code."""
    if _SCAN.fullmatch(text):
        return True
    parts = [part for part in _PARTS.split(text) if part]
    return len(text) <= _SHORT and bool(parts) and all(part in _TOOLS for part in parts)


def is_neighbour(text: str) -> bool:
    """上一篇, 下一篇, 相关链接, 浏览次数 and the like, as they stand below an article."""
    return len(text) <= _SHORT and _NEIGHBOUR.match(text) is not None


def is_foot(text: str) -> bool:
    """版权所有, ICP备 and the like: from the first such line on, a page has only its footer."""
    return len(text) <= _SHORT and _FOOT.search(text) is not None
