/* 拼音 · 难字: pinyin over rare and ambiguous characters, when 阅读设置 says so. The page itself holds none. */
(() => {
  "use strict";
  const speech = window.mwSpeech;
  const CLASS = "hard";
  if (!speech || !document.querySelector("[data-speech]") || document.querySelector("#text ruby")) return;

  const on = () => document.documentElement.getAttribute("data-mw-pinyin") === CLASS;

  function annotate([place, said]) {
    const [piece] = speech.pieces(place, place + 1);
    if (!piece) return;
    // A character beyond the first 65 536 is two units.
    if (/[\ud800-\udbff]/.test(piece[0].data[piece[1]])) piece[2]++;
    const ruby = speech.wrap(piece, document.createElement("ruby"));
    ruby.className = CLASS;
    const over = document.createElement("rt");
    over.lang = "zh-Latn-pinyin";
    over.textContent = said;
    ruby.append(bracket("("), over, bracket(")"));
  }

  function bracket(text) {
    const rp = document.createElement("rp");
    rp.textContent = text;
    return rp;
  }

  function update() {
    const shown = document.querySelectorAll("ruby." + CLASS);
    if (on() && !shown.length) {
      // Asked again when it comes: the reader may have changed their mind meanwhile.
      speech.load((items, rare) => on() && !document.querySelector("ruby." + CLASS) && rare.forEach(annotate), () => {});
    } else if (!on()) {
      shown.forEach((ruby) => {
        const kept = [...ruby.childNodes].filter((node) => !/^R[TP]$/.test(node.nodeName));
        speech.unwrap(ruby, kept);
      });
    }
  }

  document.addEventListener("mw:prefs", update);
  update();
})();
