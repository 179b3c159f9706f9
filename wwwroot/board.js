// What a page can do beyond links and forms: it stays where it is while its content changes. Without this file everything can still be read.
const morphUrl = new URL(document.querySelector("script[data-morph]").dataset.morph, document.baseURI).href;
const main = () => document.getElementById("main");
const board = () => document.getElementById("board"); // a board page has one; its attributes say where changes are told and which version this is
const say = text => { document.getElementById("announce").textContent = text; };
let turned = false; // the way back is within this document, also from a page that says there was no board yet
let turn = 0; // the newest request wins; an answer that comes late is dropped

// Turning the page: fetch, then change only what differs --------------------------------------------------------
const typed = node => ("defaultValue" in node && node.value !== node.defaultValue) || node === document.activeElement;
const keep = (name, node) =>
  name !== "inert" &&                                          // an open dialog has the page for itself
  !(name === "open" && node.tagName === "DETAILS") &&          // what the reader opened stays open
  !(name === "value" && /^(INPUT|TEXTAREA)$/.test(node.tagName) && typed(node)); // what the reader typed stays typed

const untouched = node => !node.classList?.contains("chart-plot") && // what a script drew is redrawn from its figure, if that changed
  node.dataset?.kept === undefined;                                   // or it keeps it itself

/** True when the page is now what the server has at that address. */
async function show(url, { push = true, again } = {}) {
  const mine = ++turn;
  main().setAttribute("aria-busy", "true");
  try {
    const [{ Idiomorph }, answer] = await Promise.all([import(morphUrl), fetch(url, { headers: { Accept: "text/html" } })]);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("main");
    if (mine !== turn) return;
    if (again && (answer.status === 429 || answer.status >= 500)) // nobody asked to see that: the page stays as it is until the server can again
      return later(() => mine === turn && again(), answer.headers.get("Retry-After"));
    if (!next) return again ? false : location.assign(url);
    const types = document.activeElement?.matches("input, textarea, select") ?? false; // of anything else that has the focus the content would stay: of all of main, after a click on it
    Idiomorph.morph(main(), next, { ignoreActiveValue: types, callbacks: { beforeAttributeUpdated: keep, beforeNodeMorphed: untouched } });
    document.title = page.title;
    document.getElementById("bell")?.replaceWith(page.getElementById("bell") ?? "");
    name();
    if (push && url !== location.href) history.pushState(null, "", url), turned = true;
    if (!again && board()) say(board().dataset.summary);
    document.dispatchEvent(new CustomEvent("board:shown"));
    fillAll();
    return true;
  } catch {
    if (mine === turn && !again) location.assign(url);
  } finally {
    main().removeAttribute("aria-busy");
  }
}

// What a link does not say in its preview the open page does.
const name = () => { if (board()?.dataset.title) document.title = board().dataset.title; };
name();

// Not all pages at once.
const later = (act, seconds) => { setTimeout(act, (Number(seconds) || 5) * 1000 * (1 + Math.random())); };

const samePage = url => url.origin === location.origin && url.pathname === location.pathname;

document.addEventListener("click", event => {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || link.target || link.hasAttribute("download")) return;
  const url = new URL(link.href);
  if (!samePage(url) || !board()) return;
  if (url.search !== location.search) {
    event.preventDefault();
    show(url.href).then(() => openTarget(url.hash));
  } else if (url.hash) {
    openTarget(url.hash);
  }
});

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "get" || !board()) return;
  const url = new URL(form.action);
  if (!samePage(url)) return;
  event.preventDefault();
  clearTimeout(wait);
  const fields = [...new FormData(form)].filter(([, value]) => value !== "");
  url.search = new URLSearchParams(fields).toString();
  for (const input of form.querySelectorAll("input")) input.defaultValue = input.value; // sent: no longer a draft
  show(url.href);
});

let wait;
let typing; // the date that is being typed: each of its parts alone is a date, too
document.addEventListener("keydown", event => { typing = event.target.type === "date" && event.key !== "Enter" ? event.target : undefined; });
document.addEventListener("change", event => {
  const form = event.target.closest("form[data-auto]");
  if (!form) return;
  clearTimeout(wait);
  wait = setTimeout(() => { if (form.isConnected && form.checkValidity()) form.requestSubmit(); }, event.target === typing ? 1200 : 0);
});

// A menu closes when somebody turns to something else.
document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", event => {
  const menu = event.key === "Escape" && !event.defaultPrevented && document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
});

document.addEventListener("input", event => {
  const field = event.target.closest("form[data-auto] input[type=range], form[data-auto] input[type=search]");
  if (!field) return;
  clearTimeout(wait);
  wait = setTimeout(() => field.form.requestSubmit(), 250);
});

// Whoever turns the page many times, such as a replay, leaves one step for the back button.
document.addEventListener("board:go", event => {
  history.replaceState(null, "", event.detail);
  show(event.detail, { push: false });
});

document.addEventListener("board:refresh", () => follow()); // something that this page did itself

addEventListener("popstate", () => { if (turned || board()) show(location.href, { push: false }); });

// A long checklist leaves out what closed rows hold: it is fetched when a row is opened.
async function fill(row) {
  const link = row.open && row.querySelector(":scope > .opened a[data-rest]");
  if (!link) return;
  const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
  const body = link.closest(".opened");
  const whole = page.getElementById(body.id);
  if (whole && body.contains(link)) body.replaceChildren(...whole.childNodes);
  document.dispatchEvent(new CustomEvent("board:shown"));
}

const fillAll = () => { for (const row of document.querySelectorAll("details.row[open]:has(a[data-rest])")) fill(row); };
document.addEventListener("toggle", event => { if (event.target.matches?.("details.row")) fill(event.target); }, true);

function openTarget(hash) {
  const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  const closed = target.closest("details");
  if (closed) closed.open = true;
  target.scrollIntoView();
}

// Other people's changes, as they happen ------------------------------------------------------------------------
const SILENCE = 70_000; // the server says something every 25 seconds; after this the connection is dead, whatever the browser believes
let stream;
let heardAt = 0;
let failures = 0;
let lostAt;
let nextTry;
let bar;

function listen() {
  const live = board()?.dataset.live;
  if (!live || stream || nextTry || document.hidden) return;
  stream = new EventSource(live);
  heardAt = performance.now();
  stream.addEventListener("open", heard);
  stream.addEventListener("heartbeat", heard);
  stream.addEventListener("error", lost);
  stream.addEventListener("here", event => { heard(); document.dispatchEvent(new CustomEvent("board:here", { detail: JSON.parse(event.data) })); });
  stream.addEventListener("changed", async event => {
    heard();
    for (let tries = 0; event.data !== board()?.dataset.version && tries < 4 && await follow(); tries++)
      await new Promise(done => setTimeout(done, 700)); // behind a proxy the page may come from a node that knows it a moment later
  });
}

async function follow() {
  const [before, version] = [standings(), board()?.dataset.version];
  const isShown = await show(location.href, { push: false, again: follow });
  if (isShown && board()?.dataset.version !== version) say(moved(before, standings()));
  return isShown;
}

function deafen() {
  stream?.close();
  stream = undefined;
  clearTimeout(nextTry);
  nextTry = undefined;
}

function heard() {
  heardAt = performance.now();
  failures = 0;
  if (lostAt && bar?.dataset.state) say("Up to date again.");
  lostAt = undefined;
  if (bar) delete bar.dataset.state;
}

// The browser's own repetition gives up at an answer that is an error, and all pages would come back in step.
function lost() {
  deafen();
  lostAt ??= new Date();
  failures++;
  const wait = Math.min(500 * 2 ** failures, 30_000) * (0.5 + Math.random());
  nextTry = setTimeout(() => { nextTry = undefined; listen(); }, wait);
  if (failures > 1) stale();
  if (failures % 4 === 2) follow(); // perhaps it answers and has something else to say: the board is gone, or the sign-in
}

function stale() {
  if (!bar) {
    bar = Object.assign(document.createElement("div"), { className: "connection" });
    bar.append(document.createElement("p"));
    bar.setAttribute("role", "status");
    document.body.append(bar);
  }
  if (bar.dataset.state) return;
  bar.dataset.state = "stale";
  bar.firstChild.textContent = `Not up to date since ${lostAt.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}. Trying again…`;
}

setInterval(() => { if (stream && performance.now() - heardAt > SILENCE) lost(); }, 10_000);

const standings = () => new Map([...document.querySelectorAll("[data-standing]")].map(row => [row.dataset.title, row.dataset.standing]));

function moved(before, after) {
  const turns = [...after].filter(([title, now]) => before.has(title) && before.get(title) !== now)
    .map(([title, now]) => `${title} moved from ${before.get(title)} to ${now}.`);
  return turns.length ? turns.join(" ") : "The board was updated.";
}

document.addEventListener("visibilitychange", () => document.hidden ? deafen() : listen());
addEventListener("online", () => { if (nextTry) deafen(); listen(); });
addEventListener("pagehide", deafen);
addEventListener("pageshow", listen);
listen();

// Small conveniences --------------------------------------------------------------------------------------------
const dark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

document.addEventListener("click", async event => {
  if (event.target.closest("[data-theme-toggle]")) {
    const theme = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    document.dispatchEvent(new CustomEvent("board:theme", { detail: theme }));
    say(`${theme === "dark" ? "Dark" : "Light"} theme.`);
  }
  const copy = event.target.closest("[data-copy], [data-copy-text]");
  if (copy) {
    const text = copy.dataset.copyText;
    await navigator.clipboard.writeText(text ?? new URL(copy.dataset.copy || location.href, location.href).href);
    say(text ? "Copied." : "Link copied.");
    copy.dataset.done = "";
    setTimeout(() => delete copy.dataset.done, 1600);
  }
});

// Phones, paper and bad lines -------------------------------------------------------------------------------------
document.addEventListener("click", async event => {
  if (event.target.closest("[data-print]")) print();
  const share = event.target.closest("[data-share]");
  if (share) await pass(new URL(share.dataset.share, location.href).href);
  const open = document.querySelector(".dock details[open]");
  if (open && !(open.contains(event.target) && event.target.closest("summary"))) open.open = false; // chosen, or pressed beside it
});

document.addEventListener("keydown", event => {
  const open = event.key === "Escape" && document.querySelector(".dock details[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

/** By the device's own means; where it has none, the link is copied. */
async function pass(url) {
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url });
    await navigator.clipboard.writeText(url);
    say("Link copied.");
  } catch { /* the reader thought better of it */ }
}

/** The worker that keeps what was read last: once the page is there, so that it costs the first paint nothing. */
async function keepWhatIsRead() {
  const cameByIt = performance.getEntriesByType("navigation")[0]?.workerStart > 0;
  try {
    if (!await navigator.serviceWorker.register("/worker.js") || cameByIt) return;
  } catch {
    return; // the browser does not allow it here: nothing is kept
  }
  (await navigator.serviceWorker.ready).active.postMessage({ keep: location.href }); // the page that was there first
}

if ("serviceWorker" in navigator && !/(^|; )keep=off/.test(document.cookie)) {
  if (document.readyState === "complete") keepWhatIsRead();
  else addEventListener("load", () => setTimeout(keepWhatIsRead, 500));
}
