/* 阅读尺: a band of one line that follows the pointer, the focus, or the sentence being read aloud (the event mw:look, whose
   detail is the element or the range to look at). It lies on the page and lets every press through; assistive
   technology never meets it. Its place is set by script properties, which a strict style-src allows. */
(function () {
  "use strict";
  var root = document.documentElement;
  var band = null;
  // What was looked at last: a height in the window (the pointer's), or an element or a range of text.
  var last = null;

  function on() {
    return root.getAttribute("data-mw-ruler") === "on";
  }

  function place() {
    if (!band) return;
    var middle = last === null ? window.innerHeight / 3 : last;
    if (last && last.getBoundingClientRect) {
      var box = last.getBoundingClientRect();
      middle = box.top + box.height / 2;
    }
    band.style.top = Math.max(0, middle + window.scrollY - band.offsetHeight / 2) + "px";
  }

  function look(at) {
    last = at;
    place();
  }

  function follow(event) {
    look(event.clientY);
  }

  function update() {
    if (on() && !band) {
      band = document.createElement("div");
      band.className = "ruler";
      band.setAttribute("aria-hidden", "true");
      document.body.appendChild(band);
      place();
    } else if (!on() && band) {
      band.remove();
      band = null;
    }
  }

  document.addEventListener("pointermove", follow, { passive: true });
  document.addEventListener("pointerdown", follow, { passive: true });
  window.addEventListener("scroll", place, { passive: true });
  document.addEventListener("focusin", function (event) {
    if (event.target.matches(":focus-visible")) look(event.target);
  });
  document.addEventListener("mw:look", function (event) {
    look(event.detail);
  });
  document.addEventListener("mw:prefs", update);
  update();
})();
