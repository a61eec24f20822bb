/* 上次读到…: in 长者版 the section that was opened last is offered again. Kept in this browser only, for the twenty pages
   read last, under mw.read; 恢复默认 in 阅读设置 forgets it. */
(() => {
  "use strict";
  const KEY = "mw.read";
  const MOST = 20;
  const line = document.querySelector(".resume");
  const here = (entry) => entry[0] === location.pathname;

  function stored() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(found) ? found.filter(Array.isArray) : [];
    } catch (error) {
      return [];
    }
  }

  function note() {
    const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!heading || !/^H[2-5]$/.test(heading.tagName) || !heading.closest(".part")) return;
    const others = stored().filter((entry) => !here(entry));
    try {
      localStorage.setItem(KEY, JSON.stringify([[location.pathname, heading.id, heading.textContent.trim()], ...others].slice(0, MOST)));
    } catch (error) {
      // The browser keeps nothing: then nothing is offered next time.
    }
  }

  function offer() {
    const found = stored().find(here);
    if (!line || !found || location.hash) return;
    const link = line.querySelector("a");
    link.href = "#" + encodeURIComponent(found[1]);
    link.textContent = link.dataset.words.replace("{title}", found[2]);
    line.hidden = false;
    document.addEventListener("DOMContentLoaded", () => {
      // The document was changed since, and the section is gone.
      line.hidden = !document.getElementById(found[1]);
    });
  }

  addEventListener("hashchange", note);
  document.addEventListener("DOMContentLoaded", note);
  offer();
})();
