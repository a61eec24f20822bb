/* A speech engine to drive from a test: window.fake holds what was said, and says how the engine behaves. */
(() => {
  const fake = (window.fake = {
    // { text, voice, rate } of every utterance that began, and what happened in order.
    spoken: [],
    log: [],
    voices: [
      { name: "婷婷", lang: "zh_CN", localService: true, default: false },
      { name: "Online Xiaoxiao", lang: "zh-CN", localService: false, default: true },
      { name: "美佳", lang: "zh-TW", localService: true, default: false },
      { name: "Han", lang: "cmn-Hans-CN", localService: false, default: false },
      { name: "Alex", lang: "en-US", localService: true, default: false },
    ],
    // "wait": the test ends utterances itself; "silent": they never begin or end.
    mode: "wait",
    current: null,
    end() {
      const one = fake.current;
      fake.current = null;
      one.onend(new Event("end"));
    },
    fail(error) {
      const one = fake.current;
      fake.current = null;
      one.onerror(Object.assign(new Event("error"), { error }));
    },
    arrive(voices) {
      fake.voices = voices;
      if (engine.onvoiceschanged) engine.onvoiceschanged(new Event("voiceschanged"));
    },
  });
  const engine = {
    onvoiceschanged: null,
    getVoices: () => fake.voices,
    speak(one) {
      fake.spoken.push({ text: one.text, voice: one.voice.name, lang: one.lang, rate: Math.round(one.rate * 10) / 10 });
      fake.log.push("speak");
      fake.current = one;
    },
    cancel() {
      fake.log.push("cancel");
      const one = fake.current;
      fake.current = null;
      // As Chromium does: what was cut off says so.
      if (one) one.onerror(Object.assign(new Event("error"), { error: "interrupted" }));
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: engine, configurable: true });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
})();
