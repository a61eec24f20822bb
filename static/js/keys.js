/* 快捷键, off until the reader switches them on (WCAG 2.1.4): Ctrl+Alt+digit, never a single letter, never accesskey.
   1 2 3 versions · 4 5 size · 6 colours · 7 8 9 read-aloud (told by the event mw:key) · 0 as it was. */
(() => {
  "use strict";
  const MODES = { 1: "standard", 2: "wza", 3: "elder" };
  const SPOKEN = { 7: "play", 8: "previous", 9: "next" };
  const find = (selector) => document.querySelector(selector);

  /** Presses the radio `step` after the chosen one, so that choosing by key and by hand are one and the same. */
  function choose(name, step, around) {
    const radios = [...document.querySelectorAll('[name="mw-' + name + '"]')];
    const next = radios.findIndex((radio) => radio.checked) + step;
    radios[around ? next % radios.length : next]?.click();
  }

  function act(digit) {
    if (MODES[digit]) find('.modes a[data-mode="' + MODES[digit] + '"]:not([aria-current])')?.click();
    else if (SPOKEN[digit]) document.dispatchEvent(new CustomEvent("mw:key", { detail: SPOKEN[digit] }));
    else if (digit === "4") choose("size", -1);
    else if (digit === "5") choose("size", 1);
    else if (digit === "6") choose("colours", 1, true);
    else find(".panel form")?.reset();
  }

  document.addEventListener("keydown", (event) => {
    if (document.documentElement.getAttribute("data-mw-keys") !== "on") return;
    // AltGr is Ctrl+Alt to Windows, and types characters on many keyboards.
    if (!event.ctrlKey || !event.altKey || event.shiftKey || event.metaKey || event.getModifierState("AltGraph")) return;
    const found = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
    if (!found || event.repeat) return;
    event.preventDefault();
    act(found[1]);
  });
})();
