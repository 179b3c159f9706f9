// The reader's own script. The document stands in a frame in which no script runs: everything is done from out here.
const frame = document.querySelector("iframe[data-reader]");
const bar = document.getElementById("picked");
const hash = document.querySelector("[data-document]")?.dataset.document;
const say = text => { const place = document.getElementById("announce"); if (place) place.textContent = text; };
const space = /[\s\u0085]/g; // what counts as white space on the server too
const bare = text => text.replace(space, "");
const around = 240;           // characters of context that go with a selection

// Places on a page are counted in characters that leave ink --------------------------------------------------------
function rangeOf(page, at, length) {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const range = page.createRange();
  let ink = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const inked = bare(node.data).length;
    if (ink + inked <= at) { ink += inked; continue; }
    for (let i = 0; i < node.data.length; i++) {
      if (bare(node.data[i]) === "") continue;
      if (ink === at) { range.setStart(node, i); begun = true; }
      ink++;
      if (begun && ink === at + length) { range.setEnd(node, i + 1); return range; }
    }
  }
  return null;
}

function mark(page, { passage, at, length, asked }) {
  const range = at && rangeOf(page, Number(at), Number(length));
  if (!range) return;
  const nodes = [];
  const walker = page.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  for (let node = range.commonAncestorContainer.nodeType === 3 ? range.commonAncestorContainer : walker.nextNode(); node; node = walker.nextNode())
    if (range.intersectsNode(node) && node.data.trim()) nodes.push(node);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  for (const node of nodes) {
    const part = page.createRange();
    part.setStart(node, node === startContainer ? startOffset : 0);
    part.setEnd(node, node === endContainer ? endOffset : node.length);
    if (part.collapsed) continue;
    const box = page.createElement("mark");
    box.dataset.passage = passage;
    box.style.cssText = `background:${asked === undefined ? "#fff1c2" : "#ffd75e"};color:inherit`;
    part.surroundContents(box);
  }
}

const passageMarks = key => frame.contentDocument.querySelectorAll(`mark[data-passage="${CSS.escape(key)}"]`);

function markAll() {
  const page = frame.contentDocument;
  if (!page?.body) return;
  for (const old of page.querySelectorAll("mark[data-passage]")) old.replaceWith(...old.childNodes);
  page.body.normalize();
  const seen = new Set();
  for (const item of document.querySelectorAll("[data-passage]")) { // the one that was asked for stands first
    if (seen.has(item.dataset.passage)) continue;
    seen.add(item.dataset.passage);
    mark(page, item.dataset);
  }
}

function show(target) {
  target?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

// What is selected --------------------------------------------------------------------------------------------------
let last = "";

/** A selection that begins or ends inside a word or a number means the whole of it. */
function complete(range) {
  const within = (text, at) => /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
  const { startContainer: first, endContainer: final } = range;
  let { startOffset: start, endOffset: end } = range;
  if (first.nodeType === Node.TEXT_NODE) {
    while (start > 0 && within(first.data, start)) start--;
    range.setStart(first, start);
  }
  if (final.nodeType === Node.TEXT_NODE) {
    while (end > 0 && end < final.length && within(final.data, end)) end++;
    range.setEnd(final, end);
  }
}

function selected() {
  const page = frame.contentDocument;
  const chosen = page?.getSelection();
  if (!chosen?.rangeCount || !page.body) return null;
  const range = chosen.getRangeAt(0).cloneRange();
  if (range.collapsed) {
    const fact = chosen.anchorNode?.parentElement?.closest(".tb-fact"); // a tap on a fact chooses it
    return fact && { document: hash, fact: fact.dataset.fact, words: fact.textContent };
  }
  if (!bare(range.toString())) return null;
  complete(range);
  const exact = range.toString();
  const before = page.createRange();
  before.setStart(page.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = page.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(page.body, page.body.childNodes.length);
  const lead = bare(before.toString());
  const trail = bare(after.toString());
  const short = exact.length <= 8000;
  return {
    document: hash, words: exact, exact: short ? exact : exact.slice(0, 10_500),
    before: short ? lead.slice(-around) : "", after: short ? trail.slice(0, around) : "", at: lead.length,
  };
}

function look() {
  const page = frame.contentDocument;
  const chosen = page?.getSelection();
  const now = chosen?.rangeCount ? `${chosen.isCollapsed}|${chosen.anchorOffset}|${chosen.focusOffset}|${chosen.toString().length}|${chosen.anchorNode?.textContent?.slice(0, 40)}` : "";
  if (now === last) return;
  last = now;
  const what = selected();
  bar.hidden = !what;
  if (!what) return;
  const { words, ...key } = what;
  const flat = words.replace(/\s+/g, " ").trim();
  bar.querySelector("[data-words]").textContent = flat.length > 200 ? `${flat.slice(0, 200)}…` : flat;
  for (const button of bar.querySelectorAll("[data-do]")) button.dataset.key = JSON.stringify(key);
  say("Selected. Attach as evidence and Plot stand after the document.");
}

// Some browsers tell nobody outside of a frame without scripts what happens in it: it is looked at as well.
function watch() {
  if (!bar) return;
  let settled;
  frame.contentDocument.addEventListener("selectionchange", () => { clearTimeout(settled); settled = setTimeout(look, 150); });
  setInterval(() => { if (document.activeElement === frame) look(); }, 300);
}

function ready() {
  markAll();
  const asked = document.querySelector("[data-asked]");
  if (asked) show(passageMarks(asked.dataset.passage)[0]);
  watch();
}

// The panels --------------------------------------------------------------------------------------------------------
async function refresh(url, ids) {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ids) {
    const [old, next] = [document.getElementById(id), page.getElementById(id)];
    if (!old || !next) continue;
    next.open = old.open || id === "evidence";
    old.replaceWith(next);
  }
}

document.addEventListener("submit", async event => {
  if (event.target.dataset.panel !== "facts") return;
  event.preventDefault();
  const url = new URL(event.target.action);
  url.search = new URLSearchParams(new FormData(event.target)).toString();
  await refresh(url, ["facts"]);
  history.replaceState(null, "", url);
  const field = document.querySelector("#facts [name=facts]");
  field?.focus();
  say(document.querySelector("#facts .facts li") ? "The facts that hold these words." : "No fact holds these words.");
});

document.addEventListener("click", async event => {
  const link = event.target.closest("a");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.dataset.panel === "facts") {
    event.preventDefault();
    const url = new URL(link.href);
    url.hash = "";
    await refresh(url, ["facts"]);
    document.getElementById("facts").scrollIntoView({ block: "start" });
    document.querySelector("#facts .facts a")?.focus();
  } else if (link.dataset.fact && frame?.contentDocument) {
    event.preventDefault();
    for (const on of frame.contentDocument.querySelectorAll(".tb-on")) on.classList.remove("tb-on");
    const fact = frame.contentDocument.querySelector(`[data-fact="${CSS.escape(link.dataset.fact)}"]`);
    fact?.classList.add("tb-on");
    show(fact);
  } else if (link.dataset.goto && passageMarks(link.dataset.goto).length) {
    event.preventDefault();
    show(passageMarks(link.dataset.goto)[0]);
  }
});

// Something was attached: it belongs to the list, and to the marks.
document.addEventListener("island:saved", async () => {
  if (!frame) return location.reload();
  frame.contentDocument.getSelection()?.removeAllRanges();
  if (bar) bar.hidden = true;
  await refresh(location.href, ["evidence", "facts"]);
  markAll();
});

if (frame) {
  if (frame.contentDocument?.readyState === "complete" && frame.contentDocument.URL !== "about:blank") ready();
  else frame.addEventListener("load", ready, { once: true });
}
