/* 阅读尺: a band of one line that follows the pointer, the focus, or the sentence being read aloud (the event mw:look, whose
   detail is the element or the range to look at). It lies on the page and lets every press through; assistive
   technology never meets it. Its place is set by script properties, which a strict style-src allows. */
(() => {
  "use strict";
  let band = null;
  // What was looked at last: a height in the window (the pointer's), or an element or a range of text.
  let last = null;

  function place() {
    if (!band) return;
    let middle = last ?? innerHeight / 3;
    if (last?.getBoundingClientRect) {
      const box = last.getBoundingClientRect();
      middle = box.top + box.height / 2;
    }
    band.style.top = Math.max(0, middle + scrollY - band.offsetHeight / 2) + "px";
  }

  function look(at) {
    last = at;
    place();
  }

  function update() {
    const on = document.documentElement.getAttribute("data-mw-ruler") === "on";
    if (on && !band) {
      band = document.createElement("div");
      band.className = "ruler";
      band.setAttribute("aria-hidden", "true");
      document.body.append(band);
      place();
    } else if (!on && band) {
      band.remove();
      band = null;
    }
  }

  // A page that scrolls under a pointer at rest is no movement of the pointer's.
  document.addEventListener("pointermove", (event) => (event.movementX || event.movementY) && look(event.clientY), { passive: true });
  document.addEventListener("pointerdown", (event) => look(event.clientY), { passive: true });
  addEventListener("scroll", place, { passive: true });
  document.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && look(event.target));
  document.addEventListener("mw:look", (event) => look(event.detail));
  document.addEventListener("mw:prefs", update);
  update();
})();
