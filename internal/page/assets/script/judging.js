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

