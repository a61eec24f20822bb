/* 快捷键, off until the reader switches them on (WCAG 2.1.4): Ctrl+Alt+digit, never a single letter, never accesskey.
   1 2 3 versions · 4 5 size · 6 colours · 7 8 9 read-aloud (told by the event mw:key) · 0 as it was. */
(function () {
  "use strict";
  var prefs = window.mwPrefs;
  if (!prefs) return;
  var root = document.documentElement;
  var MODES = { 1: "standard", 2: "wza", 3: "elder" };
  var SPOKEN = { 7: "play", 8: "previous", 9: "next" };

  /** Presses the radio `step` after the chosen one, so that choosing by key and by hand are one and the same. */
  function choose(name, step, around) {
    var radios = Array.prototype.slice.call(document.querySelectorAll('[name="mw-' + name + '"]'));
    var at = radios.findIndex(function (radio) {
      return radio.checked;
    });
    var next = around ? (at + step) % radios.length : at + step;
    if (radios[next]) radios[next].click();
  }

  function act(digit) {
    if (MODES[digit]) {
      var link = document.querySelector('.modes a[data-mode="' + MODES[digit] + '"]:not([aria-current])');
      if (link) link.click();
    } else if (SPOKEN[digit]) {
      document.dispatchEvent(new CustomEvent("mw:key", { detail: SPOKEN[digit] }));
    } else if (digit === "4") choose("size", -1);
    else if (digit === "5") choose("size", 1);
    else if (digit === "6") choose("colours", 1, true);
    else if (digit === "0") document.querySelector(".panel form").reset();
  }

  document.addEventListener("keydown", function (event) {
    if (root.getAttribute("data-mw-keys") !== "on") return;
    // AltGr is Ctrl+Alt to Windows, and types characters on many keyboards.
    if (!event.ctrlKey || !event.altKey || event.shiftKey || event.metaKey || event.getModifierState("AltGraph")) return;
    var found = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
    if (!found || event.repeat) return;
    event.preventDefault();
    act(found[1]);
  });
})();
