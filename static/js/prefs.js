/* What the reader chose, put on <html> as data-mw-… before anything is painted; this is why it stands in head and waits
   for nothing. One key of localStorage, first-party: mw.prefs = {"v":1,"size":2,"colours":"dark", …}, only what differs
   from the mode's own. A value that we do not know, or a store that cannot be read, counts as nothing chosen. */
(function () {
  "use strict";
  var KEY = "mw.prefs";
  var KNOWN = {
    size: ["2", "3", "4"],
    colours: ["white", "warm", "green", "dark", "black-white", "black-yellow", "yellow-black", "blue-yellow"],
    line: ["wide"],
    pinyin: ["hard", "all"],
    ruler: ["on"],
    pointer: ["on", "off"],
    keys: ["on"],
  };
  var root = document.documentElement;

  function stored() {
    try {
      var found = JSON.parse(localStorage.getItem(KEY));
      return found && found.v === 1 ? found : {};
    } catch (error) {
      return {};
    }
  }

  /** The value of one choice, or "" for the mode's own. */
  function get(name) {
    return root.getAttribute("data-mw-" + name) || "";
  }

  /** Chooses for this page; whatever is not known is the mode's own. */
  function set(name, value) {
    if (KNOWN[name].indexOf(String(value)) < 0) root.removeAttribute("data-mw-" + name);
    else root.setAttribute("data-mw-" + name, value);
  }

  function load() {
    var found = stored();
    Object.keys(KNOWN).forEach(function (name) {
      set(name, found[name]);
    });
  }

  /** Keeps what is chosen now; false where the browser does not keep anything. */
  function save() {
    var chosen = { v: 1 };
    Object.keys(KNOWN).forEach(function (name) {
      if (get(name)) chosen[name] = name === "size" ? Number(get(name)) : get(name);
    });
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
  window.mwPrefs = { names: Object.keys(KNOWN), get: get, set: set, load: load, save: save };
})();
