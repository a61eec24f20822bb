/* What 听本页 and 拼音 share: the document's speech script, and the places in its text. The script (a.say.js beside the page)
   is loaded when first needed, by a tag, so that it works from a disk and under a strict Content-Security-Policy.
   Places are counted as the build counts them: UTF-16 units without white space, without what is never read aloud. */
(() => {
  "use strict";
  const ROOTS = ".document h1, #text.body, #text .body";
  const SILENT = "rt, rp, button, .footnote-mark, .footnote-back";
  const BLANK = /[\s\x1c-\x1f\x85]/;
  let loaded = null;
  let waiting = null;

  /** Calls ready(items, rare), or broken() where the file cannot be had or is not that of this text. */
  function load(ready, broken) {
    if (loaded) return ready(...loaded);
    if (waiting) return waiting.push([ready, broken]);
    waiting = [[ready, broken]];
    const settle = (good) => {
      const all = waiting;
      waiting = null;
      all.forEach(([yes, no]) => (good ? yes(...loaded) : no()));
    };
    window.mingwenSpeech = (items, rare) => {
      const total = items.reduce((sum, item) => sum + (item[0] ?? item), 0);
      if (total === length()) loaded = [items, rare];
    };
    const tag = document.createElement("script");
    tag.src = document.querySelector("[data-speech]").dataset.speech;
    tag.onload = () => settle(loaded);
    tag.onerror = () => settle(false);
    document.head.append(tag);
  }

  /** Every text node that is read, with its root's text in order. */
  function* nodes() {
    for (const root of document.querySelectorAll(ROOTS)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.closest(SILENT)) yield walker.currentNode;
      }
    }
  }

  const bare = (text) => text.replace(/[\s\x1c-\x1f\x85]+/g, "").length;

  function length() {
    let sum = 0;
    for (const node of nodes()) sum += bare(node.data);
    return sum;
  }

  /** The places from `from` to `to` as pieces [node, start, end] of text nodes. */
  function pieces(from, to) {
    const found = [];
    let at = 0;
    for (const node of nodes()) {
      const text = node.data;
      const size = bare(text);
      if (at + size > from && at < to) {
        let start = -1;
        let end = 0;
        for (let place = 0, count = at; place < text.length; place++) {
          if (BLANK.test(text[place])) continue;
          if (count >= from && count < to) {
            if (start < 0) start = place;
            end = place + 1;
          }
          count++;
        }
        if (start >= 0) found.push([node, start, end]);
      }
      at += size;
      if (at >= to) break;
    }
    return found;
  }

  /** The place at which an element's text begins. */
  function placeOf(element) {
    let at = 0;
    for (const node of nodes()) {
      if (element.contains(node)) break;
      at += bare(node.data);
    }
    return at;
  }

  /** Puts an element around a piece. */
  function wrap([node, start, end], element) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    range.surroundContents(element);
    return element;
  }

  /** Takes an element away, leaving `kept` of what is in it. */
  function unwrap(element, kept = [...element.childNodes]) {
    const parent = element.parentNode;
    element.replaceWith(...kept);
    parent.normalize();
  }

  window.mwSpeech = { load, pieces, placeOf, wrap, unwrap };
})();
