/* 听本页: reads the document aloud with the browser's own voices, sentence by sentence; never starts by itself.
   One utterance a sentence, because long ones fall silent in some browsers; each is watched, tried twice, then told. */
(() => {
  "use strict";
  const box = document.querySelector(".listen");
  const engine = window.speechSynthesis;
  const speech = window.mwSpeech;
  if (!box || !speech) return;
  const say = box.dataset;
  const find = (name) => box.querySelector(".listen-" + name);
  const [play, status, place, none, voiceList] = ["play", "status", "place", "none", "voices"].map(find);
  const [begin, lang] = [play.textContent, document.documentElement.lang.toLowerCase()];
  const chinese = lang.startsWith("zh");
  // Characters a second at rate 1, for the watch alone.
  const PACE = chinese ? 4.5 : 14;
  const MOST_VOICES = 6;
  const GIVE_UP = 3000;

  let items = null;
  let starts = [];
  let at = 0;
  const prefs = window.mwPrefs;
  let rate = 1;
  let voices = [];
  let voice = null;
  let drawn = "";
  let playing = false;
  let begun = false;
  let wanted = false;
  let run = 0;
  let timer = 0;
  // Kept, or some browsers collect it before it ends.
  let utterance = null;

  // ── what is told ──

  function tell(words) {
    status.textContent = "";
    if (words) setTimeout(() => (status.textContent = words), 50);
  }

  function show() {
    play.textContent = playing ? say.stop : at ? say.again : begin;
    box.classList.toggle("listen-on", (begun ||= playing));
    box.classList.toggle("listen-paused", begun && !playing);
    // In sight until the end, also where it was stopped: that is where the reader goes on.
    document.documentElement.toggleAttribute("data-mw-listening", playing || at > 0);
    place.textContent = playing || at ? counted(say.place) : "";
  }

  const counted = (words) => (items ? words.replace("{n}", at + 1).replace("{all}", items.length) : "");

  // ── voices ──

  /** zh_CN, cmn-Hans-CN and zh-CN are one. */
  const tag = (one) => one.lang.replace(/_/g, "-").toLowerCase().replace(/^cmn/, "zh").replace(/-hans(?=-|$)/, "");
  const rank = (one) => (one.localService ? 0 : 2) + (tag(one) === "zh-cn" || !chinese ? 0 : 1);

  function look() {
    voices = [...engine.getVoices()].filter((one) => tag(one).slice(0, 2) === lang.slice(0, 2));
    voices = voices.sort((one, other) => rank(one) - rank(other)).slice(0, MOST_VOICES);
    // Browsers hand out new objects for the same voices: what was chosen, here or on another page, is known by its name.
    const named = (name) => voices.find((one) => one.name === name);
    voice = named(prefs?.heard.voice) || named(voice?.name) || voices[0] || null;
    if (!voice) return engine.getVoices().length ? lack(say.noVoice) : undefined;
    none.hidden = true;
    find("buttons").hidden = find("more").hidden = false;
    const names = voices.map((one) => one.name).join();
    if (names !== drawn) voiceList.replaceChildren(...voices.map(choice));
    drawn = names;
    if (wanted) start();
  }

  /** One voice to choose and to try. */
  function choice(one) {
    const item = find("voice").content.cloneNode(true);
    const radio = item.querySelector("input");
    const name = one.name + (one.localService ? "" : say.network);
    item.querySelector("span").textContent = name;
    radio.checked = one === voice;
    radio.onchange = () => {
      voice = one;
      keep({ voice: one.name });
      if (playing) speak();
      tell(say.chosen.replace("{voice}", name));
    };
    const button = item.querySelector("button");
    button.setAttribute("aria-label", button.textContent + " " + name);
    button.onclick = () => {
      stop();
      utter(say.sample, one, stop, () => stop(say.failed));
    };
    return item;
  }

  /** No button that does nothing: instead, why, and what helps. */
  function lack(words) {
    if (!none.hidden) return;
    const asked = wanted;
    stop(asked ? words : "");
    none.querySelector("span").textContent = words;
    none.hidden = false;
    find("buttons").hidden = find("more").hidden = true;
  }

  // ── reading ──

  const said = (index) => {
    const item = items[index];
    return Array.isArray(item) ? item[1] : speech.pieces(...span(index)).map(([node, from, to]) => node.data.slice(from, to)).join("");
  };
  const span = (index) => [starts[index], starts[index + 1]];

  /** Speaks one thing; `next` when it has ended, `dead` when it never does or fails. Whatever came before is dropped. */
  function utter(text, by, next, dead) {
    const mine = ++run;
    const mineOnly = (then) => (event) => {
      if (mine !== run) return;
      clearTimeout(timer);
      then(event);
    };
    clearTimeout(timer);
    engine.cancel();
    utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = by;
    utterance.lang = by.lang;
    utterance.rate = rate;
    utterance.onend = mineOnly(next);
    utterance.onerror = mineOnly(dead);
    timer = setTimeout(mineOnly(dead), (2 * text.length / (PACE * rate) + 3) * 1000);
    engine.speak(utterance);
  }

  function speak(again) {
    while (at < items.length && !said(at)) at++;
    if (at >= items.length) {
      at = 0;
      unmark();
      return stop(say.done);
    }
    playing = true;
    show();
    mark();
    utter(said(at), voice, () => {
      at++;
      speak();
    }, () => (again ? stop(say.failed) : speak(true)));
  }

  function stop(words) {
    run++;
    clearTimeout(timer);
    if (engine) engine.cancel();
    playing = wanted = false;
    show();
    tell(typeof words === "string" ? words : "");
  }

  /** Begins, as soon as there is a voice and the script is here. */
  function start() {
    wanted = true;
    if (!voice) {
      tell(say.looking);
      return setTimeout(() => wanted && !voice && lack(say.noVoice), GIVE_UP);
    }
    speech.load((found) => {
      if (!wanted) return;
      wanted = false;
      if (!items) ready(found);
      if (!voice.localService) tell(say.online);
      speak();
    }, () => stop(say.broken));
  }

  function ready(found) {
    items = found;
    starts = [0];
    items.forEach((item) => starts.push(starts[starts.length - 1] + (item[0] ?? item)));
    document.querySelectorAll("#text :is(h2, h3, h4, h5)").forEach((heading) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "listen-here";
      button.textContent = say.here;
      button.setAttribute("aria-label", say.here + " " + heading.textContent.trim());
      button.onclick = () => {
        const from = speech.placeOf(heading);
        at = starts.findIndex((begin, index) => starts[index + 1] > from);
        speak();
      };
      heading.after(button);
    });
  }

  function step(by) {
    let to = at + by;
    while (to > 0 && to < items.length && !said(to)) to += by;
    at = Math.min(Math.max(to, 0), items.length - 1);
    speak();
  }

  function pace(by) {
    const to = Math.round((rate + by) * 10) / 10;
    const fits = to >= 0.6 && to <= 1.6;
    if (fits) keep({ rate: (rate = to) });
    if (fits && playing) speak();
    tell((fits ? say.pace : by < 0 ? say.slowest : say.fastest).replace("{rate}", rate));
  }

  /** What is chosen here is kept for other pages too, where the browser keeps anything. */
  function keep(chosen) {
    if (!prefs) return;
    Object.assign(prefs.heard, chosen);
    prefs.save();
  }

  /** The rate that was kept, or the mode's own. */
  function settle() {
    rate = prefs?.heard.rate || Number(say.rate);
  }

  // ── where it is ──

  function unmark() {
    document.querySelectorAll("mark.saying").forEach((old) => speech.unwrap(old));
  }

  function mark() {
    unmark();
    const marks = speech.pieces(...span(at)).reverse().map((piece) => {
      const one = speech.wrap(piece, document.createElement("mark"));
      one.className = "saying";
      return one;
    }).reverse();
    if (!marks.length) return;
    const part = marks[0].closest(".part");
    // 长者版 shows one section at a time. The address takes the focus away: back to the button that was pressed.
    if (part && !part.getClientRects().length) {
      const focused = document.activeElement;
      location.replace("#" + (part.querySelector("h2, h3, h4, h5")?.id ?? ""));
      focused.focus({ preventScroll: true });
    }
    const top = marks[0].getBoundingClientRect().top;
    const bottom = marks[marks.length - 1].getBoundingClientRect().bottom;
    const third = innerHeight / 3;
    // Not up to the title, away from the button that was just pressed.
    if (!marks[0].closest("h1") && (top < third || bottom > 2 * third)) scrollBy(0, top - third);
    document.dispatchEvent(new CustomEvent("mw:look", { detail: marks[0] }));
  }

  const acts = {
    play: () => (playing || wanted ? stop(counted(say.stopped)) : start()),
    previous: () => (items ? step(-1) : start()),
    next: () => (items ? step(1) : start()),
    slower: () => pace(-0.2),
    faster: () => pace(0.2),
  };

  box.hidden = false;
  settle();
  show();
  if (!engine || !window.SpeechSynthesisUtterance) return lack(say.noEngine);
  box.addEventListener("click", (event) => {
    const act = event.target.dataset.act;
    if (act) acts[act]();
  });
  document.addEventListener("mw:key", (event) => acts[event.detail] && none.hidden && acts[event.detail]());
  document.addEventListener("mw:prefs", settle);
  addEventListener("pagehide", () => stop());
  engine.onvoiceschanged = look;
  look();
  [300, 1000, GIVE_UP].forEach((wait) => setTimeout(() => voice || look(), wait));
  setTimeout(() => voice || lack(say.noVoice), GIVE_UP + 100);
})();
