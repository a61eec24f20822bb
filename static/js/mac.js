/* The help page names keys as they are printed on the keyboard: ⌃ ⌥ ⌘ on a Mac. Without this script it says both. */
(() => {
  "use strict";
  const platform = navigator.userAgentData?.platform || navigator.platform || "";
  if (!/mac|iphone|ipad/i.test(platform)) return;
  document.querySelectorAll("[data-mac]").forEach((element) => (element.textContent = element.dataset.mac));
})();
