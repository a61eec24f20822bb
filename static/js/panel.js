/* 阅读设置: what is chosen counts at once, is kept, and is told once. Without this script the same radios work by :has(). */
(() => {
  "use strict";
  const prefs = window.mwPrefs;
  const panel = document.querySelector(".panel");
  if (!prefs || !panel) return;
  const form = panel.querySelector("form");
  const summary = panel.querySelector("summary");
  const status = document.querySelector(".panel-status");

  /** The radios show what is chosen; where nothing is, the mode's own, which the page was made with. */
  function show() {
    prefs.names.forEach((name) => {
      const chosen = prefs.get(name);
      form.querySelectorAll('[name="mw-' + name + '"]').forEach((radio) => {
        radio.checked = chosen ? radio.value === chosen : radio.defaultChecked;
      });
    });
  }

  /** Said again even if the words are the same: a live region speaks only of what changes. */
  function tell(words) {
    status.textContent = "";
    setTimeout(() => (status.textContent = words), 50);
  }

  function changed(saved, unsaved) {
    tell(prefs.save() ? saved : unsaved);
    document.dispatchEvent(new CustomEvent("mw:prefs"));
  }

  form.addEventListener("change", (event) => {
    const radio = event.target;
    prefs.set(radio.name.slice(3), radio.defaultChecked ? "" : radio.value);
    const legend = radio.closest("fieldset").querySelector("legend").textContent.trim();
    const choice = legend + " " + radio.closest("label").textContent.trim();
    changed(status.dataset.saved.replace("{choice}", choice), status.dataset.unsaved.replace("{choice}", choice));
  });

  form.addEventListener("reset", () => {
    prefs.names.forEach((name) => prefs.set(name, ""));
    Object.assign(prefs.heard, { voice: "", rate: 0 });
    try {
      localStorage.removeItem("mw.read");
    } catch (error) {
      // Nothing is kept, so there is nothing to forget.
    }
    changed(status.dataset.reset, status.dataset.reset);
  });

  // No page is to be loaded by Enter in a radio; browsers that do not know method=dialog would.
  form.addEventListener("submit", (event) => event.preventDefault());

  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    summary.focus();
  });

  // Back from another page where something was chosen: the browser shows this one as it was left.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    prefs.load();
    show();
    document.dispatchEvent(new CustomEvent("mw:prefs"));
  });

  show();
})();
