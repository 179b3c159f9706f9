// Joins the page's buttons with the dialogs of the circuit. Loaded only for members who may edit.
const announce = text => { const place = document.getElementById("announce"); if (place) place.textContent = text; };
const draftKey = "thesisboard:draft";
const waiting = [];
let island;
let open; // what the open dialog was asked for by

// The dialogs' library is half of what an editor's first page would weigh: it comes when somebody reaches for a button.
const { dialogs: libraryScript, dialogsStyle: libraryStyle } = document.querySelector("script[data-dialogs]").dataset;
let library;

const load = (tag, attributes) => new Promise((done, failed) =>
  document.head.append(Object.assign(document.createElement(tag), attributes, { onload: done, onerror: failed })));

export const dialogs = () => library ??= Promise.all([load("link", { rel: "stylesheet", href: libraryStyle }), load("script", { src: libraryScript })])
  .catch(error => { library = undefined; announce("The form did not load. Try again."); throw error; })
  .then(() => {}); // nothing of it could be handed to the server

const reach = event => { if (event.target.closest?.("[data-do]")) dialogs().catch(() => {}); };
document.addEventListener("pointerover", reach);
document.addEventListener("focusin", reach);

// Buttons ------------------------------------------------------------------------------------------------------
document.addEventListener("click", event => {
  const button = event.target.closest("[data-do]");
  if (!button || event.defaultPrevented) return;
  event.preventDefault();
  button.closest("details.menu")?.removeAttribute("open");
  ask({ verb: button.dataset.do, key: button.dataset.key ?? null });
});

function ask(what) {
  if (island) return call(what);
  waiting.push(what);
  document.body.setAttribute("aria-busy", "true");
  announce("Opening…");
}

async function call(what) {
  if (open) return;
  open = what;
  try {
    await dialogs();
    const saved = await island.invokeMethodAsync("Do", what.verb, what.key, new URLSearchParams(location.search).get("asOf"));
    sessionStorage.removeItem(draftKey); // saved, or thrown away on purpose
    if (saved) document.dispatchEvent(new CustomEvent("island:saved", { detail: what }));
  } catch {
    return; // the circuit went away: the draft stays
  } finally {
    open = undefined;
  }
  const button = buttonOf(what);
  (button?.closest("details:not([open])")?.querySelector("summary") ?? button)?.focus(); // the page may have been refreshed meanwhile: it is not the same element
}

const buttonOf = ({ verb, key }) =>
  [...document.querySelectorAll(`main [data-do="${CSS.escape(verb)}"]`)].find(button => (button.dataset.key ?? null) === key);

export function attach(reference) {
  island = reference;
  document.body.removeAttribute("aria-busy");
  const draft = readDraft();
  if (draft && draft.path === location.pathname) {
    call(draft.what);
    refill(draft.fields);
  }
  for (const what of waiting.splice(0)) call(what);
}

// What is typed outlives a lost connection and a restarted server ------------------------------------------------
const form = () => document.querySelector(".dlg form[data-form]");
const fieldsOf = place => [...place.querySelectorAll("[name]")];
const valueOf = field => field.type === "checkbox" || field.type === "radio" ? field.checked : field.value;

document.addEventListener("input", event => {
  const place = event.target.closest(".dlg form[data-form]");
  if (!place || !open) return;
  const fields = fieldsOf(place).filter(field => field.type !== "radio" && field.type !== "file").map(field => [field.name, valueOf(field)]);
  try {
    sessionStorage.setItem(draftKey, JSON.stringify({ path: location.pathname, what: open, fields }));
  } catch { /* more than the browser keeps: the form itself still has it */ }
});

function readDraft() {
  try {
    return JSON.parse(sessionStorage.getItem(draftKey));
  } catch {
    return null;
  }
}

// Choices come first: which fields there are depends on them.
async function refill(fields) {
  const left = new Map(fields);
  const until = performance.now() + 30_000;
  for (let passes = 0; passes < 30 && left.size && performance.now() < until;) {
    await new Promise(done => setTimeout(done, 60));
    const place = form();
    if (!place) continue;
    passes++;
    for (const field of fieldsOf(place)) {
      if (!left.has(field.name)) continue;
      const value = left.get(field.name);
      left.delete(field.name);
      if (valueOf(field) === value) continue;
      put(field, value);
      if (field.tagName === "SELECT") break; // let the form follow before the next field
    }
  }
  announce("What you typed before is here again.");
}

function put(field, value) {
  if (typeof value === "boolean") field.checked = value;
  else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// Rows of figures, as a stream -----------------------------------------------------------------------------------
export function watchRows(area, file, dialog, most) {
  const send = async blob => {
    if (blob.size > most) return dialog.invokeMethodAsync("Refuse", blob.size);
    await dialog.invokeMethodAsync("Take", DotNet.createJSStreamReference(blob));
  };
  let wait;
  area.addEventListener("paste", event => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.length <= most) return;
    event.preventDefault(); // neither into the field nor to the server
    dialog.invokeMethodAsync("Refuse", text.length);
  });
  area.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => send(new Blob([area.value])), 300);
  });
  const take = async blob => {
    if (!blob) return;
    if (blob.size <= most) area.value = await blob.text();
    await send(blob);
  };
  area.addEventListener("dragover", event => event.preventDefault());
  area.addEventListener("drop", event => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
  file.addEventListener("change", () => take(file.files[0]));
  area.dataset.watched = "";
  if (area.value) send(new Blob([area.value])); // pasted before anybody listened
}

// The connection -------------------------------------------------------------------------------------------------
const bar = document.getElementById("components-reconnect-modal");
bar.addEventListener("components-reconnect-state-changed", async event => {
  const { state } = event.detail;
  if (state === "hide") {
    const place = form(); // what was typed meanwhile did not arrive
    if (place) for (const field of fieldsOf(place)) field.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (state === "failed") {
    setTimeout(async () => { if (!await Blazor.reconnect()) location.reload(); }, 5000);
  } else if (state === "rejected") {
    location.reload(); // the draft is filled in again
  }
});
document.addEventListener("click", event => { if (event.target.closest("[data-reload]")) location.reload(); });

// The server gave the circuit up: something failed in it, or the page lay unopened for longer than its descriptors hold (five minutes). A fresh page has fresh ones.
const renewedKey = "thesisboard:renewed";
function renew() {
  const before = Number(sessionStorage.getItem(renewedKey));
  if (Date.now() - before < 60_000) return tell("The part of this page that edits failed, twice in a row. What is saved is safe; the server’s log says more.");
  sessionStorage.setItem(renewedKey, Date.now());
  location.reload(); // the draft is filled in again
}

function tell(text) {
  bar.querySelector("p").textContent = text;
  bar.classList.add("components-reconnect-show");
  document.body.removeAttribute("aria-busy");
}

const watch = builder => {
  const build = builder.build.bind(builder);
  builder.build = () => {
    const hub = build();
    const start = hub.start.bind(hub);
    hub.on("JS.Error", renew);
    hub.start = () => start().catch(error => {
      if (!island) tell("This page could not be opened for editing. Close some other pages of yours, then reload.");
      throw error;
    });
    return hub;
  };
};

// No enhanced navigation: board.js turns the pages.
Blazor.start({ ssr: { disableDomPreservation: true }, circuit: { configureSignalR: watch } });
