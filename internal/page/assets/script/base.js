"use strict";
// The review page's script. It never makes HTML of text: elements are there already,
// and it shows, hides and marks them by their classes.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const severities = ["error", "warning", "suggestion"];
const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
const say = text => { $("#said").textContent = text; };
const body = document.body.dataset;

// keep is the browser's storage for this page; where there is none (some browsers
// give none to files), things are kept as long as the page is open.
function keep(kind) {
  const memory = new Map();
  let storage = null;
  try {
    storage = window[kind];
    storage.setItem("tvilling:probe", "1");
    storage.removeItem("tvilling:probe");
  } catch { storage = null; }
  return {
    lasting: storage !== null,
    get(key) {
      try { return JSON.parse((storage ? storage.getItem(key) : memory.get(key)) ?? "null"); } catch { return null; }
    },
    set(key, value) {
      const text = JSON.stringify(value);
      memory.set(key, text);
      try { if (storage) storage.setItem(key, text); } catch { $("#forgetful").hidden = false; }
    },
  };
}
const local = keep("localStorage"), session = keep("sessionStorage");

// Theme: what the system wants, or what the reader chose.
const theme = {
  names: ["auto", "light", "dark"],
  show(name) {
    if (name === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    $("#theme").textContent = "Theme: " + name;
    this.now = name;
  },
  next() {
    this.show(this.names[(this.names.indexOf(this.now) + 1) % 3]);
    local.set("tvilling:theme", this.now);
  },
};
theme.show(theme.names.includes(local.get("tvilling:theme")) ? local.get("tvilling:theme") : "auto");
