"""What front matter may say, one class a kind. A field's title is its Chinese key; both keys are read everywhere."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from mingwen.model import KINDS, MODES
from mingwen.reading import forms
from mingwen.reading.complaints import misfit

STATUSES = ("有效", "已修改", "已废止", "已失效")
UPDATE_CLASSES = {
    "news": "动态要闻",
    "notice": "通知公告",
    "policy": "政策文件",
    "plan": "规划计划",
    "stats": "统计数据",
    "reply": "留言答复",
    "annual": "年报",
    "static": "概况职能",
}
MODE_NAMES = {mode.key: mode.name.zh for mode in MODES}
EXAMPLES = {
    "title": "标题: 2023 年法治政府建设年度报告",
    "date": "发布日期: 2024-01-19 09:00",
    "source": "信息来源: 样例市司法局",
    "status": "有效性: 有效",
    "name": "名称: 通知公告",
    "file": "文件: 申请表.docx",
    "contact": "联系人: {姓名: 办公室, 电话: 0760-00000000}",
    "modes": "各版: {长者版: {要点: …}}",
    "attachments": "附件: [申请表.docx]",
    **{key: f"{zh}: {{要点: …}}" for key, zh in MODE_NAMES.items()},
}


def choice(words: dict[str, str]) -> BeforeValidator:
    """One of the words, in English or Chinese; the English one comes out."""
    by_word = {**{key: key for key in words}, **{zh: key for key, zh in words.items()}}

    def choose(value: Any) -> str:
        text = forms.line(value)
        if text not in by_word:
            listed = "、".join(words.values())
            raise misfit(
                f"“{{name}}”写的是“{text}”，只能是 {listed}", f"“{{name}}” is {text!r}; use {', '.join(words)}"
            )
        return by_word[text]

    return BeforeValidator(choose)


def several(value: Any) -> Any:
    """One item or a list of them; a bare file name is an attachment with no title."""
    values = value if isinstance(value, list) else [value]
    return [{"file": each} if isinstance(each, str) else each for each in values]


class Form(BaseModel):
    """Base of all forms: frozen. Unknown and doubled keys are found earlier, with their places."""

    model_config = ConfigDict(frozen=True)


class ContactForm(Form):
    """联系人."""

    name: forms.Line = Field("", title="姓名")
    phone: forms.Phone = Field("", title="电话")
    hours: forms.Line = Field("", title="时间")
    address: forms.Line = Field("", title="地址")
    email: forms.Email = Field("", title="邮箱")


class AttachmentForm(Form):
    """One of 附件."""

    file: forms.Line = Field(title="文件")
    title: forms.Line = Field("", title="名称")


class OverrideForm(Form):
    """What one reading mode says in place of the document."""

    summary: forms.Sentences = Field((), title="要点")
    contact: ContactForm | None = Field(None, title="联系人")


class ModesForm(Form):
    """各版."""

    standard: OverrideForm | None = Field(None, title=MODE_NAMES["standard"])
    wza: OverrideForm | None = Field(None, title=MODE_NAMES["wza"])
    elder: OverrideForm | None = Field(None, title=MODE_NAMES["elder"])
    large: OverrideForm | None = Field(None, title=MODE_NAMES["large"])
    contrast: OverrideForm | None = Field(None, title=MODE_NAMES["contrast"])


class ColumnForm(Form):
    """_column.md."""

    name: forms.Line = Field(title="名称")
    order: forms.Whole = Field(0, title="顺序")
    description: forms.Line = Field("", title="说明")
    keywords: forms.Words = Field((), title="关键词")
    kind: Annotated[str, choice(KINDS)] = Field("", title="类型")
    type: forms.Line = Field("", title="栏目类型")
    update_class: Annotated[str, choice(UPDATE_CLASSES)] = Field("", title="更新类别")
    slug: forms.AddressName = Field("", title="网址名")


class PageForm(Form):
    """单页: the only kind that needs neither date nor source. All other kinds build on it."""

    title: forms.Line = Field(title="标题")
    kind: Annotated[str, choice(KINDS)] = Field("", title="类型")
    date: forms.Moment | None = Field(None, title="发布日期")
    source: forms.Line = Field("", title="信息来源")
    author: forms.Line = Field("", title="责任编辑")
    column: forms.Line = Field("", title="栏目")
    summary: forms.Sentences = Field((), title="要点")
    keywords: forms.Words = Field((), title="关键词")
    number: forms.DocumentNumber = Field("", title="文号")
    status: Annotated[str, choice({word: word for word in STATUSES})] = Field("", title="有效性")
    issuer: forms.Line = Field("", title="发布机构")
    index_number: forms.Line = Field("", title="索引号")
    topic: forms.Line = Field("", title="主题分类")
    written: forms.Day | None = Field(None, title="成文日期")
    draft: forms.Flag = Field(False, title="草稿")
    expires: forms.Day | None = Field(None, title="下线日期")
    lang: forms.Language = Field("", title="语言")
    slug: forms.AddressName = Field("", title="网址名")
    attachments: Annotated[tuple[AttachmentForm, ...], BeforeValidator(several)] = Field((), title="附件")
    audio: forms.Line = Field("", title="录音")
    contact: ContactForm | None = Field(None, title="联系人")
    interprets: forms.Sentences = Field((), title="解读对象")
    interpreted_by: forms.Sentences = Field((), title="解读材料")
    aliases: forms.Sentences = Field((), title="旧网址")
    modes: ModesForm = Field(ModesForm(), title="各版")


class DatedForm(PageForm):
    """报告, 公告, 解读, 动态: published at a time by somebody."""

    date: forms.Moment = Field(title="发布日期")
    source: forms.Line = Field(title="信息来源")


class PolicyForm(DatedForm):
    """政策文件: whether it is in force must stand on the page (国办发〔2017〕47号)."""

    status: Annotated[str, choice({word: word for word in STATUSES})] = Field(title="有效性")


SCHEMAS: dict[str, type[PageForm]] = {
    "page": PageForm,
    "report": DatedForm,
    "notice": DatedForm,
    "interpretation": DatedForm,
    "news": DatedForm,
    "policy": PolicyForm,
}
FORMS: tuple[type[Form], ...] = (AttachmentForm, ColumnForm, PageForm)
# Chinese names of keys, for those that are missing.
TITLES = {name: str(field.title) for form in FORMS for name, field in form.model_fields.items()}
NESTED: dict[tuple[type[Form], str], type[Form]] = {
    (PageForm, "contact"): ContactForm,
    (PageForm, "attachments"): AttachmentForm,
    (PageForm, "modes"): ModesForm,
    (OverrideForm, "contact"): ContactForm,
    **{(ModesForm, mode): OverrideForm for mode in ModesForm.model_fields},
}
