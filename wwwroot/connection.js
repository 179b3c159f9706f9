// The circuit of a member who edits: when it is lost the page says what happens, keeps trying, and never stays frozen. Loaded only for members who may edit.
const bar = document.getElementById("connection");
const said = bar.querySelector("p");
const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
const about = time => time * (0.6 + Math.random() * 0.8); // many pages come back at once: not in step
const pause = time => new Promise(done => setTimeout(done, time));
const openKey = "thesisboard:open";
let since;
let isRenewing = false;
let isThere; // asks the circuit whether it still answers

const words = {
  lost: () => "The connection is lost. You can read on, and what you typed is kept. Trying again…",
  away: () => `No connection since ${since}. You can read on, and what you typed is kept. Trying again…`,
  back: () => "Connected again.",
  renew: () => "The server has started anew. The page is loaded again as soon as it answers, and what you typed comes back.",
  none: () => "This page could not be opened for editing; it can be read. Close some other pages of yours, then try again.",
  failed: () => "The part of this page that edits failed, twice in a row. What is saved is safe; the server’s log says more.",
};

function show(state) {
  document.body.removeAttribute("aria-busy");
  if (bar.dataset.state === state) return; // said once
  bar.dataset.state = state;
  said.textContent = words[state]();
}

function hide() {
  delete bar.dataset.state;
  said.textContent = "";
}

// Lost, and what comes of it ------------------------------------------------------------------------------------
bar.addEventListener("components-reconnect-state-changed", async ({ detail: { state, currentAttempt } }) => {
  if (isRenewing) return;
  if (state === "show") {
    since = clock();
    show("lost");
  } else if (state === "retrying") {
    if (currentAttempt > 5) show("away");
  } else if (state === "hide") {
    show("back");
    document.dispatchEvent(new CustomEvent("island:back"));
    await pause(2500);
    if (bar.dataset.state === "back") hide();
    check();
  } else {
    renew(); // rejected, failed, paused: this circuit will not come back
  }
});

/** Loads the page again, but never into a server that does not answer: the browser's own error page would take this one's place. */
async function renew() {
  if (isRenewing) return;
  isRenewing = true;
  show("renew");
  for (let wait = 400; !await answers(); wait = Math.min(wait * 1.5, 4000)) await pause(about(wait));
  reload();
}

async function answers() {
  try {
    return (await fetch("health/ready", { cache: "no-store", signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

bar.querySelector("[data-try]").addEventListener("click", async () => {
  said.textContent = "Trying…";
  if (await answers()) reload();
  else said.textContent = "The server still does not answer. You can read on, and what you typed is kept.";
});

document.addEventListener("click", event => { if (event.target.closest("[data-reload]")) reload(); });

// The server gave the circuit up: something failed in it, or the page lay unopened for longer than its descriptors hold (five minutes). A fresh page has fresh ones.
const renewedKey = "thesisboard:renewed";
function fail() {
  if (Date.now() - Number(sessionStorage.getItem(renewedKey)) < 60_000) {
    isRenewing = true;
    return show("failed");
  }
  sessionStorage.setItem(renewedKey, Date.now());
  renew();
}

// What was opened stays open over the reload.
function reload() {
  const opened = [...document.querySelectorAll("main details[open][id]:not(.menu)")].map(row => row.id);
  try {
    sessionStorage.setItem(openKey, JSON.stringify({ path: location.pathname, opened }));
  } catch { /* then it is closed */ }
  location.reload();
}

function reopen() {
  try {
    const { path, opened } = JSON.parse(sessionStorage.getItem(openKey)) ?? {};
    sessionStorage.removeItem(openKey);
    if (path === location.pathname) for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  } catch { /* nothing was kept */ }
}

// Never frozen: a circuit that is there and does not answer is replaced -------------------------------------------
document.addEventListener("island:there", event => {
  isThere = event.detail;
  if (bar.dataset.state === "none") hide();
});

async function answered() {
  try {
    return await Promise.race([isThere(), pause(15_000).then(() => false)]);
  } catch {
    return false;
  }
}

let isChecking = false;
async function check() {
  if (!isThere || isChecking || document.hidden || bar.dataset.state) return; // what is known to be lost is being seen to
  isChecking = true;
  const isFrozen = !await answered() && !bar.dataset.state && !document.hidden && !await answered();
  isChecking = false;
  if (isFrozen && !bar.dataset.state) renew();
}
setInterval(check, 60_000);
document.addEventListener("visibilitychange", check);

// Start: no enhanced navigation, since board.js turns the pages ----------------------------------------------------
reopen();
const unopened = () => { if (!isThere && !bar.dataset.state) show("none"); };
setTimeout(unopened, 15_000);
const watch = builder => {
  const build = builder.build.bind(builder);
  builder.build = () => {
    const hub = build();
    const start = hub.start.bind(hub);
    hub.on("JS.Error", fail);
    hub.start = () => start().catch(error => {
      unopened();
      throw error;
    });
    return hub;
  };
};
Blazor.start({
  ssr: { disableDomPreservation: true },
  circuit: {
    configureSignalR: watch,
    reconnectionOptions: { dialogId: bar.id, maxRetries: Infinity, retryIntervalMilliseconds: attempt => about(Math.min(400 * 1.4 ** attempt, 4000)) },
  },
});
