/* 上次读到…: in 长者版 the section that was opened last is offered again. Kept in this browser only, for the twenty pages
   read last, under mw.read; 恢复默认 in 阅读设置 forgets it. */
(function () {
  "use strict";
  var KEY = "mw.read";
  var MOST = 20;
  var line = document.querySelector(".resume");

  function stored() {
    try {
      var found = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(found) ? found.filter(Array.isArray) : [];
    } catch (error) {
      return [];
    }
  }

  function note() {
    var id = decodeURIComponent(location.hash.slice(1));
    var heading = document.getElementById(id);
    if (!heading || !/^H[2-5]$/.test(heading.tagName) || !heading.closest(".part")) return;
    var others = stored().filter(function (entry) {
      return entry[0] !== location.pathname;
    });
    try {
      localStorage.setItem(KEY, JSON.stringify([[location.pathname, id, heading.textContent.trim()]].concat(others).slice(0, MOST)));
    } catch (error) {
      // The browser keeps nothing: then nothing is offered next time.
    }
  }

  function offer() {
    var found = stored().find(function (entry) {
      return entry[0] === location.pathname;
    });
    if (!line || !found || location.hash) return;
    var link = line.querySelector("a");
    link.href = "#" + encodeURIComponent(found[1]);
    link.textContent = link.dataset.words.replace("{title}", found[2]);
    line.hidden = false;
  }

  window.addEventListener("hashchange", note);
  document.addEventListener("DOMContentLoaded", function () {
    note();
    // The document was changed since, and the section is gone.
    if (line && !line.hidden && !document.getElementById(decodeURIComponent(line.querySelector("a").hash.slice(1)))) {
      line.hidden = true;
    }
  });
  offer();
})();
