/* What the reader chose, put on <html> as data-mw-… before anything is painted; this is why it stands in head and waits
   for nothing. One key of localStorage, first-party: mw.prefs = {"v":1,"size":2,"colours":"dark", …}, only what differs
   from the mode's own. A value that we do not know, or a store that cannot be read, counts as nothing chosen. */
(() => {
  "use strict";
  const KEY = "mw.prefs";
  const KNOWN = {
    size: ["2", "3", "4"],
    colours: ["white", "warm", "green", "dark", "black-white", "black-yellow", "yellow-black", "blue-yellow"],
    line: ["wide"],
    pinyin: ["hard"],
    ruler: ["on"],
    pointer: ["on", "off"],
    keys: ["on"],
  };
  const root = document.documentElement;
  const names = Object.keys(KNOWN);
  // The name of the voice and the rate chosen in 听本页; nothing of them is to be seen.
  const heard = { voice: "", rate: 0 };

  function stored() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return found && found.v === 1 ? found : {};
    } catch (error) {
      return {};
    }
  }

  /** The value of one choice, or "" for the mode's own. */
  const get = (name) => root.getAttribute("data-mw-" + name) || "";

  /** Chooses for this page; whatever is not known is the mode's own. */
  function set(name, value) {
    if (KNOWN[name].includes(String(value))) root.setAttribute("data-mw-" + name, value);
    else root.removeAttribute("data-mw-" + name);
  }

  function load() {
    const found = stored();
    names.forEach((name) => set(name, found[name]));
    heard.voice = typeof found.voice === "string" ? found.voice : "";
    heard.rate = found.rate >= 0.6 && found.rate <= 1.6 ? Number(found.rate) : 0;
  }

  /** Keeps what is chosen now; false where the browser does not keep anything. */
  function save() {
    const chosen = { v: 1 };
    names.forEach((name) => get(name) && (chosen[name] = name === "size" ? Number(get(name)) : get(name)));
    if (heard.voice) chosen.voice = heard.voice;
    if (heard.rate) chosen.rate = heard.rate;
    try {
      if (Object.keys(chosen).length === 1) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(chosen));
      return true;
    } catch (error) {
      return false;
    }
  }

  root.setAttribute("data-mw-scripts", "");
  load();
  window.mwPrefs = { names, get, set, load, save, heard };
})();
