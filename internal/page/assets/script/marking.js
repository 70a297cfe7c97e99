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

