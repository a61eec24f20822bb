/* 阅读设置: what is chosen counts at once, is kept, and is told once. Without this script the same radios work by :has(). */
(function () {
  "use strict";
  var prefs = window.mwPrefs;
  var panel = document.querySelector(".panel");
  if (!prefs || !panel) return;
  var form = panel.querySelector("form");
  var summary = panel.querySelector("summary");
  var status = document.querySelector(".panel-status");

  function radios(name) {
    return Array.prototype.slice.call(form.querySelectorAll('[name="mw-' + name + '"]'));
  }

  /** The radios show what is chosen; where nothing is, the mode's own, which the page was made with. */
  function show() {
    prefs.names.forEach(function (name) {
      var chosen = prefs.get(name);
      radios(name).forEach(function (radio) {
        radio.checked = chosen ? radio.value === chosen : radio.defaultChecked;
      });
    });
  }

  /** Said again even if the words are the same: a live region speaks only of what changes. */
  function tell(words) {
    status.textContent = "";
    setTimeout(function () {
      status.textContent = words;
    }, 50);
  }

  function changed(saved, unsaved) {
    tell(prefs.save() ? saved : unsaved);
    document.dispatchEvent(new CustomEvent("mw:prefs"));
  }

  form.addEventListener("change", function (event) {
    var radio = event.target;
    prefs.set(radio.name.slice(3), radio.defaultChecked ? "" : radio.value);
    var legend = radio.closest("fieldset").querySelector("legend").textContent.trim();
    var choice = legend + " " + radio.closest("label").textContent.trim();
    changed(status.dataset.saved.replace("{choice}", choice), status.dataset.unsaved.replace("{choice}", choice));
  });

  form.addEventListener("reset", function () {
    prefs.names.forEach(function (name) {
      prefs.set(name, "");
    });
    try {
      localStorage.removeItem("mw.read");
    } catch (error) {
      // Nothing is kept, so there is nothing to forget.
    }
    changed(status.dataset.reset, status.dataset.reset);
  });

  // No page is to be loaded by Enter in a radio; browsers that do not know method=dialog would.
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });

  panel.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    summary.focus();
  });

  // Back from another page where something was chosen: the browser shows this one as it was left.
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    prefs.load();
    show();
    document.dispatchEvent(new CustomEvent("mw:prefs"));
  });

  show();
})();
