/* 阅读尺: a band of one line that follows the pointer, the focus, or the sentence being read aloud (the event mw:look, whose
   detail is the element or the rectangle to look at). It lies on the page and lets every press through; assistive
   technology never meets it. Its place is set by script properties, which a strict style-src allows. */
(function () {
  "use strict";
  var root = document.documentElement;
  var band = null;
  var pointer = null;

  function on() {
    return root.getAttribute("data-mw-ruler") === "on";
  }

  /** `middle` in px from the top of the window. */
  function place(middle) {
    if (band) band.style.top = Math.max(0, middle + window.scrollY - band.offsetHeight / 2) + "px";
  }

  function look(at) {
    var box = at.getBoundingClientRect ? at.getBoundingClientRect() : at;
    place(box.top + box.height / 2);
  }

  function follow(event) {
    pointer = event.clientY;
    place(pointer);
  }

  function update() {
    if (on() && !band) {
      band = document.createElement("div");
      band.className = "ruler";
      band.setAttribute("aria-hidden", "true");
      document.body.appendChild(band);
      place(pointer === null ? window.innerHeight / 3 : pointer);
    } else if (!on() && band) {
      band.remove();
      band = null;
    }
  }

  document.addEventListener("pointermove", follow, { passive: true });
  document.addEventListener("pointerdown", follow, { passive: true });
  window.addEventListener("scroll", function () {
    if (pointer !== null) place(pointer);
  }, { passive: true });
  document.addEventListener("focusin", function (event) {
    if (event.target.matches(":focus-visible")) look(event.target);
  });
  document.addEventListener("mw:look", function (event) {
    look(event.detail);
  });
  document.addEventListener("mw:prefs", update);
  update();
})();
