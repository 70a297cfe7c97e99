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
    const height = map.viewBox.baseVal.height, within = y => Math.min(Math.max(0, y - rows.top), rows.height) / rows.height || 0; // of no rows
    const top = within(0);
    view.setAttribute("y", top * height);
    view.setAttribute("height", (within(innerHeight) - top) * height);
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
  if (typing || !$("#keys").checked) return; // who speaks to the computer gives letters that mean no key
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
