
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

