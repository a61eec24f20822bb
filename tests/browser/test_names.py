"""Roles, names and descriptions beside those of real Chromium, each difference with its reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from mingwen.linting.dom import Page
from mingwen.linting.names import description, name
from mingwen.linting.roles import role
from mingwen.linting.styles import NONE
from mingwen.linting.visibility import is_exposed
from tests.browser.accessibility_tree import Told, Tree

# Where Chromium says otherwise: what it says, and why we do not.
DIFFERENT: dict[str, tuple[Told, str]] = {
    "<button data-t aria-labelledby=a>丙</button><i id=a hidden>藏<b>名</b></i>": (
        ("button", "藏 名", ""),
        "Chromium parts all hidden elements, which have no boxes, by blanks",
    ),
    "<label for=a hidden>甲</label><input data-t id=a title=乙>": (
        ("textbox", "", ""),
        "Chromium lets a hidden label end the search for a name",
    ),
    "<input data-t type=submit>": (("button", "Submit", ""), "the words of the browser depend on its language"),
    "<input data-t type=reset>": (("button", "Reset", ""), "the words of the browser depend on its language"),
    "<input data-t type=image src=a.png>": (
        ("button", "Submit", ""),
        "the default says nothing of the picture; ACT 59796f does not count it",
    ),
    "<input data-t type=password aria-label=甲>": (("textbox", "甲", ""), "HTML-AAM gives passwords no role"),
    "<input data-t type=checkbox aria-pressed=true aria-label=甲>": (
        ("checkbox", "甲", ""),
        "HTML-AAM makes it a toggle button",
    ),
    "<table data-t summary=丙><caption>甲</caption><tr><td>1<td>2<tr><td>1<td>2</table>": (
        ("table", "甲", ""),
        "HTML-AAM describes a table by its summary",
    ),
    "<table role=none><tr><td data-t>甲<td>乙</table>": (
        ("generic", "", ""),
        "ARIA hands presentational roles down to cells",
    ),
    "<table role=none><tr><th data-t>甲<th>乙</table>": (
        ("generic", "", ""),
        "ARIA hands presentational roles down to cells",
    ),
    "<table><tr data-t><th>甲<th>乙<tbody><tr><td>1<td>2</table>": (
        ("row", "", ""),
        "ARIA names rows by their contents",
    ),
    "<figure data-t><figcaption>甲</figcaption></figure>": (
        ("figure", "", ""),
        "HTML-AAM names a figure by its caption",
    ),
    "<figure data-t><img alt=乙 src=a><figcaption>甲</figcaption></figure>": (
        ("figure", "", ""),
        "HTML-AAM names a figure by its caption",
    ),
    "<a data-t href=a><i title=甲></i></a>": (
        ("link", "", ""),
        "accname 2I reads titles inside; Chromium only of elements with text or a box",
    ),
    "<a data-t>甲</a>": (("", "", ""), "Chromium leaves plain boxes out of the tree"),
    "<svg data-t><title>甲</title></svg>": (("img", "甲", ""), "SVG-AAM says graphics-document"),
    '<img data-t src=a.png alt="" title=乙>': (
        ("img", "", "乙"),
        "ACT and ARIA in HTML take an empty alt for decoration, whatever the title",
    ),
    "<ul role=tablist><li data-t>甲</ul>": (("", "", ""), "Chromium leaves plain boxes out of the tree"),
    "<div role=list><li data-t>甲</div>": (("listitem", "", ""), "HTML-AAM wants a ul, ol or menu around"),
    "<li data-t>甲</li>": (("listitem", "", ""), "HTML-AAM wants a ul, ol or menu around"),
    "<dl><dt data-t>甲<dd>乙</dl>": (("term", "甲", ""), "ARIA names terms by their author only"),
    "<div data-t role=region>乙</div>": (("generic", "", ""), "the explicit role is what rules ask for"),
    "<div data-t role=math>甲</div>": (("math", "甲", ""), "ARIA names formulas by their author only"),
    "<div data-t role=button><template shadowrootmode=open><b>影</b><slot></slot></template>光</div>": (
        ("button", "影 光", ""),
        "Chromium parts what a slot shows",
    ),
    "<video data-t aria-label=甲 controls></video>": (
        ("", "Unable to play media.", ""),
        "Chromium speaks of the missing file",
    ),
}
SAME = [
    "<button data-t aria-label=甲>乙</button>",
    '<button data-t aria-label=" ">乙</button>',
    '<button data-t aria-labelledby="b a">丙</button><i id=a>甲</i><i id=b>乙</i>',
    "<button data-t aria-labelledby=gone>丙</button>",
    "<button data-t aria-labelledby=a>丙</button><i id=a>藏<b hidden>名</b></i>",
    '<button data-t aria-labelledby=a>丙</button><i id=a style="display:none">藏<b style="display:none">名</b></i>',
    '<button data-t id=me aria-label=删除 aria-labelledby="me f">丙</button><i id=f>文件</i>',
    "<button data-t>甲<i hidden>乙</i><i aria-hidden=true>丙</i></button>",
    "<button data-t>甲<img alt=乙 src=b></button>",
    "<button data-t title=丁>甲</button>",
    "<button data-t aria-describedby=d>甲</button><i id=d hidden>说明</i>",
    "<button data-t aria-description=说明>甲</button>",
    "<button data-t aria-describedby=d aria-description=短>甲</button><i id=d>长</i>",
    "<label for=q>甲</label><button data-t id=q>乙</button>",
    "<label for=a>甲</label><label for=a>乙</label><input data-t id=a>",
    "<label>甲<input data-t value=乙></label>",
    "<label for=a aria-label=丁>甲</label><input data-t id=a>",
    "<label for=a aria-labelledby=z>甲</label><i id=z>丁</i><input data-t id=a>",
    "<label>闪 <input value=3> 次 <input data-t type=checkbox id=c></label>",
    "<label for=c>闪 <input value=3> 次</label><input data-t type=checkbox id=c>",
    "<label for=c>闪 <input value=3 aria-label=次数> 次</label><input data-t type=checkbox id=c>",
    "<label for=c>闪 <select><option>1<option selected>2</select> 次</label><input data-t type=checkbox id=c>",
    "<label for=c>闪 <input type=range min=0 max=9 value=5> 次</label><input data-t type=checkbox id=c>",
    "<label for=c>闪 <input type=range value=5 aria-valuetext=五> 次</label><input data-t type=checkbox id=c>",
    "<label for=c>闪 <span role=slider tabindex=0 aria-valuenow=4>x</span> 次</label><input data-t type=checkbox id=c>",
    "<label for=c>闪 <span role=textbox contenteditable>七</span> 次</label><input data-t type=checkbox id=c>",
    "<input data-t placeholder=甲>",
    "<input data-t placeholder=甲 title=乙>",
    "<input data-t aria-placeholder=甲>",
    '<input data-t type=submit value="">',
    "<input data-t type=button value=甲>",
    "<input data-t type=button value=甲 title=乙>",
    "<input data-t type=image alt=甲 src=a.png>",
    "<input data-t type=image title=甲 src=a.png>",
    "<input data-t type=search aria-label=甲>",
    "<input data-t type=number aria-label=甲>",
    "<input data-t list=l aria-label=甲><datalist id=l></datalist>",
    "<textarea data-t aria-label=甲></textarea>",
    "<table data-t><caption>甲</caption><tr><td>1<td>2<tr><td>1<td>2</table>",
    "<table data-t title=乙><caption>甲</caption><tr><td>1<td>2<tr><td>1<td>2</table>",
    "<table data-t summary=丙><tr><th>1<th>2<tr><td>1<td>2</table>",
    "<table><tr><th data-t>甲<th>乙<tr><td>1<td>2</table>",
    "<table><tr><th data-t>甲<td>乙<tr><th>1<td>2</table>",
    "<table><tr><th scope=row data-t>甲<td>乙<tr><th>1<td>2</table>",
    "<table role=grid><tr><td data-t>甲<td>乙</table>",
    "<table><thead data-t><tr><th>甲<th>乙<tbody><tr><td>1<td>2</table>",
    "<table><tr><th scope=row data-t aria-label=丁>甲<td>乙<tr><th>1<td>2</table>",
    "<fieldset data-t><legend>甲</legend></fieldset>",
    "<fieldset data-t><div><legend>甲</legend></div></fieldset>",
    "<figure><figcaption data-t>甲</figcaption></figure>",
    "<iframe data-t title=甲></iframe>",
    "<a data-t href=a title=甲></a>",
    "<a data-t href=a><div>甲</div><div>乙</div></a>",
    "<a data-t href=a><b>甲</b><b>乙</b></a>",
    "<a data-t href=a>甲<br>乙</a>",
    '<a data-t href=a><span style="display:block">甲</span><span>乙</span></a>',
    '<a data-t href=a><span style="display:inline-block">甲</span><span>乙</span></a>',
    "<a data-t href=a><svg><title>甲</title></svg></a>",
    "<a data-t href=a><svg aria-label=甲><title>乙</title></svg></a>",
    "<a data-t href=a><svg role=img><title>乙</title><desc>丁</desc></svg></a>",
    "<a data-t href=a><button>甲</button>乙</a>",
    "<a data-t href=a><input value=三>乙</a>",
    "<a data-t href=a>甲<textarea>乙</textarea></a>",
    "<a data-t href=a role=button>甲</a>",
    "<svg data-t role=img><title>甲</title><desc>丁</desc></svg>",
    "<svg><a data-t href=a><title>甲</title><text>乙</text></a></svg>",
    "<svg><a data-t href=a><text>乙</text></a></svg>",
    "<svg><g data-t role=img><title>甲</title><circle r=2 /></g></svg>",
    "<svg><a data-t href=a xlink:title=丁><circle r=2 /></a></svg>",
    "<img data-t src=a.png alt=甲 title=乙>",
    "<img data-t src=a.png title=乙>",
    '<img data-t src=a.png alt="">',
    '<img data-t src=a.png alt="" tabindex=0>',
    '<img data-t src=a.png alt="" aria-label=甲>',
    "<img data-t src=a.png>",
    "<map name=m><area data-t href=a alt=甲 coords=0,0,9,9></map><img usemap=#m src=a width=9 height=9 alt=图>",
    "<h2 data-t>甲<small>乙</small></h2>",
    "<h2 data-t role=none>甲</h2>",
    "<h2 data-t role=none aria-label=乙>甲</h2>",
    "<h2 data-t role=none tabindex=0>甲</h2>",
    "<ul data-t role=none><li>甲</ul>",
    "<ul role=none><li data-t>甲</ul>",
    "<ul><li data-t>甲</ul>",
    "<header data-t>甲</header>",
    "<article><header data-t>甲</header></article>",
    "<footer data-t>甲</footer>",
    "<main><footer data-t>甲</footer></main>",
    "<aside data-t>甲</aside>",
    "<article><aside data-t>甲</aside></article>",
    "<article><aside data-t aria-label=乙>甲</aside></article>",
    "<section data-t>甲</section>",
    "<section data-t aria-label=乙>甲</section>",
    "<section data-t title=乙>甲</section>",
    "<section data-t aria-labelledby=gone>甲</section>",
    "<form data-t>甲</form>",
    "<form data-t aria-label=乙>甲</form>",
    "<nav data-t>甲</nav>",
    "<details data-t open><summary>甲</summary>乙</details>",
    "<details><summary data-t>甲<i>乙</i></summary>乙</details>",
    "<select data-t aria-label=甲><option>1</select>",
    "<select data-t aria-label=甲 size=1><option>1</select>",
    "<select data-t aria-label=甲 size=3><option>1</select>",
    "<select data-t aria-label=甲 multiple><option>1</select>",
    "<select multiple><option data-t label=甲>1</select>",
    "<select multiple><optgroup data-t label=甲><option>1</optgroup></select>",
    "<progress data-t aria-label=甲></progress>",
    "<meter data-t aria-label=甲 value=1></meter>",
    "<output data-t aria-label=甲>1</output>",
    "<hr data-t>",
    "<dl><dt>甲<dd data-t>乙</dl>",
    "<p><em data-t>甲</em></p>",
    "<p data-t>甲</p>",
    '<div data-t role="nothing button">甲</div>',
    "<div data-t role=widget>甲</div>",
    "<div data-t role=checkbox aria-checked=true>甲</div>",
    "<div data-t role=dialog aria-label=甲>乙</div>",
    "<div data-t role=region aria-label=甲>乙</div>",
    "<div data-t role=alert>甲</div>",
    "<div data-t role=group aria-labelledby=x><b id=x>甲</b></div>",
    "<div data-t role=tab>甲<i>乙</i></div>",
    "<div data-t role=listbox aria-label=甲><div role=option>乙</div></div>",
    "<div role=listbox aria-label=甲><div data-t role=option>乙</div></div>",
    "<div data-t role=cell>甲</div>",
    "<div data-t aria-label=甲>乙</div>",
    "<div data-t role=heading aria-level=2>甲<span aria-hidden=true>乙</span></div>",
    '<style>.a::before{content:"前"}.a::after{content:"后"}</style><button data-t class=a>甲</button>',
    '<style>.a::before{content:"★" / "星"}</style><button data-t class=a>甲</button>',
    '<style>.a::before{content:"★" / ""}</style><button data-t class=a>甲</button>',
    "<style>.a::before{content:url(x.png)}</style><button data-t class=a>甲</button>",
    "<style>.a::before{content:attr(data-x)}</style><button data-t data-x=值 class=a>甲</button>",
    '<button data-t><span style="visibility:hidden">甲</span>乙</button>',
    '<button data-t style="visibility:hidden"><span style="visibility:visible">甲</span></button>',
    "<button data-t aria-labelledby=a></button><span id=a aria-label=丁>甲</span>",
    "<button data-t aria-labelledby=a></button><span id=a><img alt=丁 src=x>甲</span>",
    "<button data-t aria-labelledby=a></button><input id=a value=值>",
    "<button data-t aria-labelledby=a></button><select id=a><option>一<option selected>二</select>",
    "<button data-t aria-labelledby=a></button><span id=a aria-labelledby=b>甲</span><i id=b>乙</i>",
    "<button data-t><span aria-labelledby=b>甲</span></button><i id=b>乙</i>",
    "<button data-t><span role=none aria-label=乙>甲</span></button>",
    "<button data-t><ul><li>甲<li>乙</ul></button>",
    "<button data-t><table><tr><td>甲<td>乙</table></button>",
    "<button data-t><p>甲</p>乙</button>",
    "<button data-t>甲 <!-- x --> 乙</button>",
    "<object data-t data=a.png type=image/png aria-label=甲></object>",
    "<canvas data-t aria-label=甲></canvas>",
    "<address data-t>甲</address>",
    "<blockquote data-t>甲</blockquote>",
    "<s data-t>甲</s>",
    "<mark data-t>甲</mark>",
    "<abbr data-t title=乙>甲</abbr>",
    "<time data-t>2024</time>",
    "<label data-t>甲</label>",
    "<input data-t title=甲 aria-describedby=d><p id=d>说<b>明</b></p>",
    "<a data-t href=a title=乙>甲</a>",
    "<a data-t href=a title=甲>甲</a>",
    "<div data-t inert role=button>甲</div>",
    "<div data-t hidden role=button>甲</div>",
    "<details><p data-t role=button>甲</p></details>",
    "<dialog><p data-t role=button>甲</p></dialog>",
    "<div aria-hidden=true><button data-t>甲</button></div>",
    '<div style="opacity:0"><button data-t>甲</button></div>',
    "<div role=button><h3 data-t>甲</h3></div>",
    "<div role=img aria-label=图><span data-t role=link>甲</span></div>",
    "<ul><li data-t role=none>甲</ul>",
    "<math data-t><mi>x</mi></math>",
    "<div data-t contenteditable aria-label=甲>乙</div>",
    "<div data-t role=none>乙</div>",
    "<div data-t role=textbox aria-label=甲>乙</div>",
    "<div data-t role=combobox aria-expanded=false aria-label=甲>乙</div>",
    "<div data-t role=tooltip>乙</div>",
    "<div data-t role=switch aria-checked=true>乙</div>",
    "<div data-t role=meter aria-valuenow=1 aria-label=甲>乙</div>",
    "<div data-t role=image aria-label=甲>乙</div>",
    "<div data-t role=log>乙</div>",
    "<div data-t role=doc-abstract>乙</div>",
]


@pytest.fixture(scope="module")
def tree(browser: Browser) -> Iterator[Tree]:
    page = browser.new_page()
    yield Tree(page)
    page.close()


def ours(html: str) -> Told:
    node = Page(f"<!DOCTYPE html><html lang=zh><body>{html}</body></html>", "-", NONE).select("[data-t]")[0]
    if not is_exposed(node) or role(node) == "none":
        return "", "", ""
    return role(node), name(node), description(node)


@pytest.mark.parametrize("html", SAME)
def test_we_say_what_chromium_says(tree, html):
    assert ours(html) == tree.told(html)


@pytest.mark.parametrize("html", DIFFERENT)
def test_differences_are_known(tree, html):
    """A difference that is gone, or has changed, is looked at again."""
    chromium, _ = DIFFERENT[html]

    assert tree.told(html) == chromium != ours(html)
