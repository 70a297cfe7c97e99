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

// Pair is one article on the page: its findings, filters and judgements.
class Pair {
  constructor(data) {
    this.data = data;
    this.root = document.getElementById(data.prefix || "article");
    this.key = "tvilling:judged:" + data.target;
    this.judged = local.get(this.key) || {};
    this.off = new Set(); // severities
    this.current = null;
    this.ready = false;
  }

  // wake looks up the article's elements; many articles of a book are never opened.
  wake() {
    if (this.ready) return;
    this.ready = true;
    const at = name => $(name, this.root);
    this.controls = { text: at("[name=text]"), rule: at("[name=rule]"), category: at("[name=category]"), state: at("[name=state]"), only: at("[name=only]") };
    this.groups = $$(".group", this.root).map(el => ({ el, rows: [] }));
    this.rows = this.groups.flatMap(g => g.rows = $$(".row", g.el).map(el => ({ el, cards: [], words: null })));
    const rowOf = new Map(this.rows.map(r => [r.el, r]));
    this.cards = $$(".card", this.root).map((el, i) => {
      const card = { el, ...this.data.cards[i], sev: el.dataset.sev, category: el.dataset.category, standing: el.dataset.standing,
        section: Number(el.dataset.section), row: rowOf.get(el.parentElement.previousElementSibling), marks: [], related: [], shown: true, n: i };
      card.haystack = `${card.message} ${card.rule} ${card.category} ${card.words}`.toLowerCase();
      card.row.cards.push(card);
      return card;
    });
    this.byID = new Map(this.cards.map(c => [c.el.id, c]));
    this.gather("f", "marks");
    this.gather("r", "related");
    this.ticks = new Map($$(".map line", this.root).map(el => [el.dataset.f, el]));
    this.sections = $$(".outline a", this.root).map(el => ({ el, counts: $(".c", el) }));
    this.listen();
    for (const c of this.cards) this.showVerdict(c);
    this.filter();
    connect(this);
  }

  // gather lists for each finding the elements whose data-f or data-r names it.
  gather(name, list) {
    for (const el of $$(`[data-${name}]`, this.root)) {
      if (el.tagName === "line") continue;
      for (const id of el.dataset[name].split(" ")) this.byID.get(id)?.[list].push(el);
    }
  }

  listen() {
    for (const control of Object.values(this.controls)) control.addEventListener("input", () => this.filter());
    for (const button of $$(".sev[data-sev]", this.root)) {
      button.addEventListener("click", () => {
        const on = this.off.delete(button.dataset.sev);
        if (!on) this.off.add(button.dataset.sev);
        button.setAttribute("aria-pressed", String(on));
        this.filter();
      });
    }
    $(".reset", this.root).addEventListener("click", () => this.restore({}));
    $(".prev", this.root).addEventListener("click", () => this.step(-1));
    $(".next", this.root).addEventListener("click", () => this.step(1));
    $(".map", this.root).addEventListener("click", e => this.pickOnMap(e));
    $(".rows", this.root).addEventListener("click", e => this.pick(e));
  }

  // filter shows the findings that all filters let pass. The counts beside the
  // severities say what each would show.
  filter() {
    const query = this.controls.text.value.trim().toLowerCase();
    const { rule, category, state } = this.controls;
    const counts = { error: 0, warning: 0, suggestion: 0 }, bySection = this.sections.map(() => [0, 0, 0]);
    let shown = 0;
    for (const row of this.rows) {
      row.hit = !query || this.wordsOf(row).includes(query);
      let any = false;
      for (const card of row.cards) {
        const pass = (!rule.value || card.rule === rule.value) && (!category.value || card.category === category.value) &&
          this.inState(card, state.value) && (row.hit || card.haystack.includes(query));
        if (pass) counts[card.sev]++;
        card.shown = pass && !this.off.has(card.sev);
        if (card.shown) { shown++; any = true; bySection[card.section][severities.indexOf(card.sev)]++; }
        card.el.classList.toggle("off", !card.shown);
        this.ticks.get(card.el.id)?.classList.toggle("off", !card.shown);
      }
      row.any = any;
      row.el.classList.toggle("silent", !any);
      row.el.classList.toggle("miss", !row.hit && !any);
    }
    for (const g of this.groups) {
      g.el.classList.toggle("silent", g.rows.every(r => !r.any));
      g.el.classList.toggle("miss", g.rows.every(r => !r.hit && !r.any));
    }
    this.fade();
    this.root.classList.toggle("onlyrows", this.controls.only.checked);
    this.root.classList.toggle("searching", query !== "");
    this.count(counts, shown, bySection);
    highlight(this, query);
    connect(this);
    remember();
  }

  // fade underlines words as the worst of their findings that are shown; those
  // without any not at all.
  fade() {
    const worst = new Map();
    for (const card of this.cards) {
      for (const el of card.marks) {
        const rank = card.shown ? severities.indexOf(card.sev) : severities.length;
        worst.set(el, Math.min(rank, worst.get(el) ?? severities.length));
      }
    }
    for (const [el, rank] of worst) {
      el.classList.toggle("off", rank === severities.length);
      if (rank < severities.length) severities.forEach((name, k) => el.classList.toggle(name, k === rank));
    }
  }

  count(counts, shown, bySection) {
    for (const button of $$(".sev[data-sev]", this.root)) $(".n", button).textContent = counts[button.dataset.sev];
    this.shown = shown;
    this.place();
    this.sections.forEach(({ counts: el }, i) => {
      el.replaceChildren(...severities.flatMap((name, k) => {
        if (!bySection[i][k]) return [];
        const span = document.createElement("span");
        span.className = name;
        span.textContent = bySection[i][k];
        span.title = plural(bySection[i][k], name);
        return [span];
      }));
    });
    const set = ["rule", "category"].filter(n => this.controls[n].value).length + (this.controls.state.value !== "current" ? 1 : 0);
    const badge = $(".moreflt summary .n", this.root);
    badge.hidden = set === 0;
    badge.textContent = set;
  }

  // place says where the current finding is among those shown.
  place() {
    const list = this.visible(), i = list.indexOf(this.current);
    $(".shown", this.root).textContent = i >= 0 ? `${i + 1} of ${list.length}` : plural(list.length, "finding");
  }

  wordsOf(row) {
    row.words ??= $$(".side", row.el).map(el => el.textContent).join("\n").toLowerCase();
    return row.words;
  }

  inState(card, state) {
    const verdict = this.judged[card.fingerprint]?.verdict ?? "";
    switch (state) {
      case "current": return !card.standing;
      case "open": return !card.standing && !verdict;
      case "known": return card.standing !== "";
      case "": return true;
      default: return verdict === state;
    }
  }

  visible() { return this.cards.filter(c => c.shown); }

  // step goes to the next or the last finding, from the current one or from what
  // stands on the screen.
  step(by) {
    const list = this.visible();
    if (!list.length) return say("No finding is shown.");
    let i = list.indexOf(this.current);
    if (i >= 0) i += by;
    else {
      const from = this.current ? this.current.n : this.rowOnScreen().cards[0]?.n ?? this.firstAfter(this.rowOnScreen());
      i = by > 0 ? list.findIndex(c => c.n >= from) : list.findLastIndex(c => c.n < from);
    }
    if (i < 0 || i >= list.length) return say(by > 0 ? "That was the last finding." : "That was the first finding.");
    this.select(list[i], { focus: true });
  }

  firstAfter(row) {
    const i = this.rows.indexOf(row);
    return this.rows.slice(i).find(r => r.cards.length)?.cards[0].n ?? this.cards.length;
  }

  // rowOnScreen is the first row below the filter bar. Groups stand in order, so its
  // own is found by halving; the rows of others are not asked, for the browser would
  // have to lay them out.
  rowOnScreen() {
    const top = 90, only = this.controls.only.checked, searching = this.controls.text.value.trim() !== "";
    const hidden = r => only && !r.any || searching && !r.hit && !r.any;
    const groups = this.groups.filter(g => !g.rows.every(hidden));
    if (!groups.length) return this.rows[0];
    let low = 0, high = groups.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (groups[middle].el.getBoundingClientRect().bottom < top) low = middle + 1; else high = middle;
    }
    const rows = groups[low].rows.filter(r => !hidden(r));
    return rows.find(r => r.el.getBoundingClientRect().bottom >= top) ?? rows.at(-1);
  }

  select(card, { focus = false, scroll = true } = {}) {
    this.release();
    this.current = card;
    if (!card.shown) for (const el of [card.el, card.row.el, card.row.el.parentElement]) el.classList.remove("off", "silent", "miss");
    card.el.classList.add("current");
    card.el.setAttribute("aria-current", "true");
    for (const el of [...card.marks, ...card.related]) el.classList.add("on");
    judge.attach(this, card);
    history.replaceState(history.state, "", "#" + card.el.id);
    if (scroll) this.reveal(card);
    if (focus) card.el.focus({ preventScroll: true });
    this.place();
    say(`${card.sev}: ${card.message}`);
    remember();
  }

  reveal(card) {
    const tall = card.row.el.getBoundingClientRect().height > innerHeight * .6;
    const show = () => (tall ? card.el : card.row.el).scrollIntoView({ block: "center", behavior: "instant" });
    show();
    requestAnimationFrame(show); // rows that were not laid out before have their height now
  }

  release() {
    if (!this.current) return;
    const card = this.current;
    this.current = null;
    card.el.classList.remove("current");
    card.el.classList.toggle("off", !card.shown);
    card.el.removeAttribute("aria-current");
    for (const el of [...card.marks, ...card.related]) el.classList.remove("on");
    judge.detach();
    this.place();
  }

  // pick opens the finding of words or of a card that was clicked.
  pick(e) {
    const to = e.target.closest("a.to");
    if (to) {
      e.preventDefault();
      return flash(document.getElementById(to.getAttribute("href").slice(1)));
    }
    if (e.target.closest("button, input, .where a")) return;
    const el = e.target.closest("[data-f], .card");
    if (!el || String(getSelection())) return;
    const ids = el.dataset.f ? el.dataset.f.split(" ") : [el.id];
    const shown = ids.map(id => this.byID.get(id)).filter(c => c?.shown);
    if (!shown.length) return;
    e.preventDefault();
    const next = shown[(shown.indexOf(this.current) + 1) % shown.length];
    const words = !el.classList.contains("card");
    this.select(next, { focus: true, scroll: words && innerWidth <= 900 });
  }

  pickOnMap(e) {
    const map = $(".map", this.root), box = map.getBoundingClientRect();
    const y = (e.clientY - box.top) / box.height, height = map.viewBox.baseVal.height;
    let best = null, far = Infinity;
    for (const card of this.visible()) {
      const d = Math.abs(Number(this.ticks.get(card.el.id).getAttribute("y1")) / height - y);
      if (d < far) { far = d; best = card; }
    }
    if (best) this.select(best, { focus: true });
  }

  // judging
  showVerdict(card) {
    const judged = this.judged[card.fingerprint];
    card.el.classList.remove("accepted", "dismissed");
    if (card.standing) return;
    const el = $(".verdict", card.el);
    el.textContent = judged ? judged.verdict : "";
    if (judged) card.el.classList.add(judged.verdict);
    el.title = judged?.reason ?? "";
  }

  setVerdict(card, verdict, reason) {
    if (verdict) this.judged[card.fingerprint] = { verdict, reason };
    else delete this.judged[card.fingerprint];
    local.set(this.key, this.judged);
    this.showVerdict(card);
    say(verdict ? `${verdict}: ${card.message}` : "The judgement is taken back.");
    if (!local.lasting) $("#forgetful").hidden = false;
  }

  state() {
    return { off: [...this.off], text: this.controls.text.value, rule: this.controls.rule.value, category: this.controls.category.value,
      state: this.controls.state.value, only: this.controls.only.checked, finding: this.current?.fingerprint ?? "" };
  }

  // restore sets the filters; what is not named is as at first.
  restore({ off = [], text = "", rule = "", category = "", state = "current", only = false, finding = "" }) {
    this.off = new Set(off);
    for (const button of $$(".sev[data-sev]", this.root)) button.setAttribute("aria-pressed", String(!this.off.has(button.dataset.sev)));
    const c = this.controls;
    c.text.value = text; c.rule.value = rule; c.category.value = category; c.state.value = state; c.only.checked = only;
    if (c.rule.value !== rule) c.rule.value = ""; // it has no finding any more
    if (c.category.value !== category) c.category.value = "";
    this.filter();
    const card = finding && this.cards.find(k => k.fingerprint === finding);
    if (card) this.select(card, { scroll: false });
  }
}

// judge is the form for a judgement; there is one, and it is moved to the finding
// at hand.
const judge = {
  form: $("#judge").content.firstElementChild.cloneNode(true),
  attach(pair, card) {
    this.pair = pair;
    this.card = card;
    const judged = pair.judged[card.fingerprint], known = card.standing !== "";
    for (const button of $$("[data-verdict]", this.form)) {
      button.hidden = known;
      button.setAttribute("aria-pressed", String(judged?.verdict === button.dataset.verdict));
    }
    const reason = $(".reason", this.form);
    reason.hidden = judged?.verdict !== "dismissed";
    this.form.reason.value = judged?.reason ?? "";
    $("[data-copy]", this.form).hidden = !card.fixes.some(Boolean);
    const apply = $("[data-apply]", this.form);
    apply.hidden = !body.fix || !card.fixes.length;
    apply.textContent = card.titles[0] ? "Apply: " + card.titles[0] : "Apply fix";
    $(".more", card.el).append(this.form);
  },
  detach() { this.form.remove(); this.card = null; },
  give(verdict) {
    const had = this.pair.judged[this.card.fingerprint];
    const now = had?.verdict === verdict ? "" : verdict;
    this.pair.setVerdict(this.card, now, now === "dismissed" ? this.form.reason.value.trim() : "");
    this.attach(this.pair, this.card);
    if (now === "dismissed") this.form.reason.focus();
  },
};
judge.form.addEventListener("submit", e => e.preventDefault());
judge.form.addEventListener("click", e => {
  const button = e.target.closest("button");
  if (!button) return;
  if (button.dataset.verdict) judge.give(button.dataset.verdict);
  else if ("copy" in button.dataset) copy(judge.card.fixes.find(Boolean), "The correction");
  else if ("apply" in button.dataset) apply(judge.pair, judge.card, button);
});
judge.form.reason.addEventListener("input", () => judge.pair.setVerdict(judge.card, "dismissed", judge.form.reason.value.trim()));

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // files may not use the clipboard in some browsers
    const area = document.createElement("textarea");
    area.value = text;
    ($("dialog[open]") ?? document.body).append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(what + " is copied.");
}

// Export: what was dismissed, for the project's settings or as a baseline.
const quote = s => JSON.stringify(s).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, c => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));

function dismissed() {
  return pairs.flatMap(pair => pair.data.cards.filter(c => pair.judged[c.fingerprint]?.verdict === "dismissed")
    .map(c => ({ ...c, key: pair.data.key, reason: pair.judged[c.fingerprint].reason })));
}

function suppressions() {
  const lines = ["suppress:"];
  for (const c of dismissed()) {
    lines.push(`  - paths: [${quote(c.key)}]`, `    rule: ${c.rule}`);
    if (c.words) lines.push(`    text: ${quote(c.words)}`);
    lines.push(`    reason: ${quote(c.reason || "dismissed in review")}`);
  }
  return lines.join("\n") + "\n";
}

function baseline() {
  const entry = c => JSON.stringify({ target: c.key, rule: c.rule, fingerprint: c.fingerprint, message: c.message });
  return ['{"schema":"tvilling.baseline/v1"}', ...dismissed().map(entry)].join("\n") + "\n";
}

function fillExport() {
  const dialog = $("#export"), form = $("[name=form]:checked", dialog).value, n = dismissed().length;
  $("#export-what").textContent = n === 0 ? "Nothing is dismissed yet: dismiss a finding with a reason first." : form === "suppress"
    ? `${plural(n, "dismissed finding")}, to be added to .tvilling.yaml.`
    : `${plural(n, "dismissed finding")}, as a file that lies in the folder from which the targets are named.`;
  $("#export-text").value = n === 0 ? "" : form === "suppress" ? suppressions() : baseline();
  const save = $("#export-save");
  if (save.href.startsWith("blob:")) URL.revokeObjectURL(save.href);
  save.hidden = n === 0;
  save.href = URL.createObjectURL(new Blob([$("#export-text").value], { type: "text/plain" }));
  save.download = form === "suppress" ? "suppress.yaml" : "tvilling-baseline.jsonl";
}

// highlight shows what was searched for, where the browser can do so without
// changing the page.
function highlight(pair, query) {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete("search");
  if (query.length < 2) return;
  const ranges = [];
  for (const row of pair.rows) {
    if (!row.hit || ranges.length > 500) continue;
    for (const side of $$(".side", row.el)) {
      const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.data.toLowerCase();
        if (text.length !== walker.currentNode.data.length) continue;
        for (let i = text.indexOf(query); i >= 0; i = text.indexOf(query, i + query.length)) {
          const range = new Range();
          range.setStart(walker.currentNode, i);
          range.setEnd(walker.currentNode, i + query.length);
          ranges.push(range);
        }
      }
    }
  }
  CSS.highlights.set("search", new Highlight(...ranges));
}

// connect draws lines between rows that belong together: what stands twice, what was moved.
const ns = "http://www.w3.org/2000/svg";
function connect(pair) {
  pair.watch ??= (() => {
    const links = $$(".tgt > .tag a.to", pair.root);
    if (!links.length) return null;
    const svg = document.createElementNS(ns, "svg");
    svg.classList.add("links");
    svg.setAttribute("aria-hidden", "true");
    $(".rows", pair.root).append(svg);
    const watch = { links, svg, due: false };
    new ResizeObserver(() => connect(pair)).observe($(".rows", pair.root));
    return watch;
  })();
  if (!pair.watch || pair.watch.due) return;
  pair.watch.due = true;
  requestAnimationFrame(() => {
    pair.watch.due = false;
    draw(pair);
  });
}

function draw(pair) {
  const { links, svg } = pair.watch, box = svg.getBoundingClientRect(), shapes = [];
  links.forEach((link, i) => {
    const here = link.closest(".row"), there = document.getElementById(link.getAttribute("href").slice(1));
    const a = here.getBoundingClientRect(), b = there.getBoundingClientRect();
    if (!a.height || !b.height) return;
    const x = $(".tgt", here).getBoundingClientRect().left - box.left - 12, lane = x - 6 - 4 * (i % 3);
    const ya = a.top - box.top + 16, yb = b.top - box.top + 16;
    const path = document.createElementNS(ns, "path");
    path.setAttribute("d", `M${x} ${ya} C${lane} ${ya} ${lane} ${ya} ${lane} ${ya + Math.sign(yb - ya) * 10} L${lane} ${yb - Math.sign(yb - ya) * 10} C${lane} ${yb} ${lane} ${yb} ${x} ${yb}`);
    shapes.push(path);
    for (const y of [ya, yb]) {
      const dot = document.createElementNS(ns, "circle");
      dot.setAttribute("cx", x); dot.setAttribute("cy", y); dot.setAttribute("r", 2.5);
      shapes.push(dot);
    }
  });
  svg.replaceChildren(...shapes);
}

function flash(row) {
  if (!row) return;
  row.scrollIntoView({ block: "center", behavior: "instant" });
  row.classList.remove("flash");
  void row.offsetWidth;
  row.classList.add("flash");
}

// Terms: the one under the pointer or the focus is shown with its partner.
function terms() {
  const tip = $("#tip");
  let lit = [], from = null;
  const out = () => {
    for (const el of lit) el.classList.remove("lit");
    from?.removeAttribute("aria-describedby");
    lit = []; from = null; tip.hidden = true;
  };
  const over = e => {
    const el = e.target.closest?.(".t");
    if (el === from) return;
    out();
    if (!el) return;
    from = el;
    lit = $$(`.t[data-t="${el.dataset.t}"]`, el.closest(".row"));
    for (const t of lit) t.classList.add("lit");
    tip.textContent = el.dataset.title;
    tip.hidden = false;
    const box = el.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8)) + scrollX + "px";
    tip.style.top = (box.top > 60 ? box.top - tip.offsetHeight - 6 : box.bottom + 6) + scrollY + "px";
    el.setAttribute("aria-describedby", "tip");
  };
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("keydown", e => { if (e.key === "Escape") out(); });
}

// The table of articles
function sortable() {
  for (const button of $$(".index thead button")) {
    button.addEventListener("click", () => {
      const th = button.closest("th"), column = th.cellIndex, number = button.dataset.kind === "number";
      const down = th.ariaSort === (number ? "descending" : "ascending") ? !number : number;
      for (const other of $$(".index thead th")) other.ariaSort = "none";
      th.ariaSort = down ? "descending" : "ascending";
      const value = row => number ? Number(row.cells[column].dataset.value ?? row.cells[column].textContent) : row.cells[column].textContent.trim();
      const rows = [...$(".index tbody").rows].map(row => [value(row), row]);
      rows.sort(([a], [b]) => (number ? a - b : a.localeCompare(b)) * (down ? -1 : 1));
      $(".index tbody").append(...rows.map(([, row]) => row));
    });
  }
}

// Where the page is: an article of a book (#p2), a finding (#f12, #p2f12), a row (#r7).
const pairs = JSON.parse($("#data").textContent ?? "[]").map(data => new Pair(data));
let open; // the article that is shown; null for the table

function show(pair) {
  if (open === pair) return;
  open?.release();
  open = pair;
  const index = $("#index");
  if (index) {
    index.hidden = pair !== null;
    for (const el of $$(".home, #rules")) el.hidden = pair === null;
    for (const p of pairs) p.root.hidden = p !== pair;
    scrollTo(0, 0);
  }
  pair?.wake();
  sectionHere();
}

function route() {
  const [, prefix, kind] = /^#(p\d+)?((?:f|r)\d+)?$/.exec(location.hash) ?? [];
  const whole = location.hash.slice(1);
  if (whole.startsWith("rule-") || whole === "main") return;
  const pair = $("#index") ? pairs.find(p => p.data.prefix === prefix) ?? null : pairs[0];
  show(pair ?? null);
  if (!pair) return;
  const card = pair.byID.get(whole);
  if (card) pair.select(card, { focus: true });
  else if (kind) document.getElementById(whole)?.scrollIntoView({ behavior: "instant" });
}

// The outline and the overview show what stands on the screen.
let due = false;
function sectionHere() {
  if (due || !open) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    if (!open?.ready) return;
    const row = open.rowOnScreen(), at = open.rows.indexOf(row);
    let here = null;
    for (const s of open.sections) {
      s.start ??= open.rows.findIndex(r => r.el.id === s.el.hash.slice(1));
      if (s.start <= at) here = s;
      s.el.classList.remove("here");
      s.el.removeAttribute("aria-current");
    }
    here?.el.classList.add("here");
    here?.el.setAttribute("aria-current", "location");
    const view = $(".map .view", open.root), map = $(".map", open.root), rows = $(".rows", open.root).getBoundingClientRect();
    const height = map.viewBox.baseVal.height, top = Math.max(0, -rows.top / rows.height);
    view.setAttribute("y", top * height);
    view.setAttribute("height", Math.min(1 - top, innerHeight / rows.height) * height);
    remember();
  });
}

// remember keeps what the reader sees, for when a live page is loaded anew.
const seat = "tvilling:seat:" + location.pathname;
let settled = false;
function remember() {
  if (!settled || !body.events || !open?.ready) return;
  session.set(seat, { ...place(), pair: open.data.target, ...open.state() });
}

// place is where the reader is: at a row, known by its words since rows come and go,
// that stands so far down the screen. A number of pixels would say nothing once the
// page is loaded anew: the heights of rows that were not on the screen are guesses.
function place() {
  const current = open.current?.row, box = current?.el.getBoundingClientRect();
  const row = box && box.bottom > 0 && box.top < innerHeight ? current : open.rowOnScreen();
  return { row: open.rows.indexOf(row), words: words(row), top: row.el.getBoundingClientRect().top };
}

// words are a row's source and translation, of which one may have changed.
function words(row) {
  return [".src", ".tgt"].map(side => $(side, row.el)?.textContent.slice(0, 200) ?? "");
}

function sit({ row, words: [source, target] = ["", ""], top }) {
  const same = test => open.rows.find(r => test(...words(r)));
  const found = same((s, t) => s === source && t === target) ?? (source && same(s => s === source)) ??
    (target && same((s, t) => t === target)) ?? open.rows[Math.min(row, open.rows.length - 1)];
  if (!found) return;
  let frames = 10; // until the rows around have been measured
  (function settle() {
    scrollBy({ top: found.el.getBoundingClientRect().top - top, behavior: "instant" });
    if (--frames) requestAnimationFrame(settle);
  })();
}

// A browser opens six connections to one address, for all tabs together: a page that
// nobody sees listens no more, and asks what it has missed when it is seen again.
let stream = null;
function listen() {
  if (document.hidden) { stream?.close(); stream = null; return; }
  if (stream) return;
  stream = new EventSource(body.events);
  stream.addEventListener("change", () => { remember(); location.reload(); });
}

function live() {
  if (!body.events) return;
  const kept = session.get(seat);
  if (kept && open && kept.pair === open.data.target) {
    if (kept.finding) open.release(); // its number may now be another's
    open.restore(kept);
    sit(kept);
  }
  document.addEventListener("visibilitychange", listen);
  listen();
}

async function apply(pair, card, button) {
  button.disabled = true;
  say("The fix is being made …");
  try {
    const answer = await fetch(body.fix, { method: "POST", headers: { "Content-Type": "application/json", [body.header]: body.token },
      body: JSON.stringify({ target: pair.data.target, fingerprint: card.fingerprint, fix: 0 }) });
    const said = await answer.json().catch(() => ({}));
    say(answer.ok ? "The fix is made." : said.error ?? "The fix was not made.");
    if (!answer.ok) button.disabled = false;
  } catch {
    say("The server does not answer.");
    button.disabled = false;
  }
}

document.addEventListener("keydown", e => {
  if (e.ctrlKey || e.metaKey || e.altKey || !open || $("dialog[open]")) return;
  const typing = e.target.closest?.("input:not([type=checkbox]), textarea, select");
  if (e.key === "Escape") {
    if (typing) e.target.blur();
    else { open.release(); say(""); }
    return;
  }
  if (typing) return;
  const does = {
    j: () => open.step(1), k: () => open.step(-1), "/": () => open.controls.text.focus(),
    a: () => judge.card && !judge.card.standing && judge.give("accepted"), d: () => judge.card && !judge.card.standing && judge.give("dismissed"),
  }[e.key];
  if (does) { e.preventDefault(); does(); }
});
$("#theme").addEventListener("click", () => theme.next());
$("#show-export")?.addEventListener("click", () => { fillExport(); $("#export").showModal(); });
$("#export").addEventListener("change", fillExport);
$("#export-copy").addEventListener("click", () => copy($("#export-text").value, "The text"));
document.addEventListener("click", e => { for (const d of $$(".moreflt[open]")) if (!d.contains(e.target)) d.open = false; });
document.addEventListener("scroll", sectionHere, { passive: true });
addEventListener("hashchange", route);
sortable();
terms();
if (matchMedia("(max-width: 1180px)").matches) for (const d of $$(".outline details")) d.open = false;
route();
live();
settled = true;
