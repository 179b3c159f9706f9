// Joins the page's buttons with the dialogs of the circuit. Loaded only for members who may edit.
const announce = text => { const place = document.getElementById("announce"); if (place) place.textContent = text; };
const waiting = [];
let island;
let open; // what the open dialog was asked for by
let asked; // the same, and after it is closed still
let ahead; // what was typed since a dialog was asked for; undefined once it has a field

// The dialogs' style comes when somebody reaches for a button: it is more than all the rest of an editor's first page.
const style = document.querySelector("script[data-dialogs]").dataset.dialogs;
let styled;

export const dialogs = () => styled ??= new Promise((done, failed) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style, onload: done, onerror: failed })))
  .catch(error => { styled = undefined; announce("The form did not load. Try again."); throw error; })
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
  ask({ verb: button.dataset.do, key: button.dataset.key ?? null, inDock: Boolean(button.closest(".dock")) });
});

function ask(what) {
  if (!open) ahead = "";
  if (island) return call(what);
  waiting.push(what);
  document.body.setAttribute("aria-busy", "true");
  announce("Opening…");
}

async function call(what) {
  if (open) return;
  document.querySelector(".unsaved")?.remove();
  const mine = open = asked = what;
  try {
    await dialogs();
    const saved = await island.invokeMethodAsync("Do", what.verb, what.key, new URLSearchParams(location.search).get("asOf"), what.seen ?? null);
    if (open !== mine) return; // another circuit has taken over, and its draft is not this one's
    const draft = readDraft();
    dropDraft();
    if (saved) document.dispatchEvent(new CustomEvent("island:saved", { detail: what }));
    else if (draft) offer(draft, what.inDock);
  } catch {
    // The circuit went away: the draft stays.
  } finally {
    if (open === mine) open = ahead = undefined;
  }
}

/** A dialog was closed over what somebody typed: for a moment it can be gone on with. */
function offer(draft, inDock) {
  const said = Object.assign(document.createElement("div"), { className: "unsaved", role: "status" });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Go on with it" });
  button.addEventListener("click", () => {
    call({ verb: draft.verb, key: draft.key, seen: draft.seen, inDock });
    refill(draft);
  });
  said.append("Closed: what you typed is not saved.", button);
  said.addEventListener("animationend", () => said.remove());
  document.body.append(said);
}

/** What the focus comes back to where what had it is gone: the page was refreshed or turned in its width meanwhile, or the menu that it stood in is closed. */
function home({ verb, key, inDock = false }) {
  const buttons = [...document.querySelectorAll(`main [data-do="${CSS.escape(verb)}"]`)].filter(b => (b.dataset.key ?? null) === key)
    .map(b => b.closest("details:not([open])")?.querySelector("summary") ?? b).filter(b => b.checkVisibility());
  return buttons.find(b => Boolean(b.closest(".dock")) === inDock) ?? buttons[0];
}

/** Called by every circuit of this page once it is there: the first one, and one that takes the place of a circuit that was lost. */
export function attach(reference) {
  island = reference;
  open = undefined;
  document.body.removeAttribute("aria-busy");
  document.dispatchEvent(new CustomEvent("island:there", { detail: () => island.invokeMethodAsync("IsAlive") }));
  const draft = readDraft();
  if (draft) {
    call({ verb: draft.verb, key: draft.key, seen: draft.seen });
    refill(draft);
  }
  for (const what of waiting.splice(0)) call(what);
}

// Escape closes the uppermost dialog, by its own button.
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || event.repeat || event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
  [...document.querySelectorAll(".mud-dialog")].at(-1)?.querySelector("[data-closes]")?.click();
});

// An open dialog has the page for itself: nothing behind it can be reached, and the focus goes into it and back where it came from.
const opened = []; // from the lowest to the uppermost: each dialog, and what had the focus before
const FIELD = ".dlg-body :is(input:not([type=hidden]), select, textarea):enabled";

new MutationObserver(() => {
  const dialogs = [...document.querySelectorAll(".mud-dialog")];
  const from = document.activeElement; // what becomes inert loses it
  for (const place of document.querySelectorAll("body > :is(.skip, header, main, footer)")) place.inert = dialogs.length > 0;
  for (const dialog of dialogs) dialog.parentElement.inert = dialog !== dialogs.at(-1);
  let back;
  while (opened.length && !opened.at(-1).dialog.isConnected) {
    const gone = opened.pop();
    back = gone.from;
    if (opened.length && gone.dialog === typedIn) dropDraft(); // one that was opened from another is done with
  }
  if (back && document.activeElement === document.body) {
    const isThere = back !== document.body && back.isConnected && back.checkVisibility();
    (isThere ? back : dialogs.at(-1) ?? (asked && home(asked)))?.focus();
  }
  for (const dialog of dialogs.slice(opened.length)) {
    opened.push({ dialog, from });
    enter(dialog);
  }
}).observe(document.body, { childList: true });

/** First the dialog, which says its name to a screen reader; then its first field, once it is there, but not where a keyboard on the screen would cover the dialog. */
function enter(dialog) {
  dialog.focus({ preventScroll: true });
  if (!matchMedia("(hover: hover) and (pointer: fine)").matches) return void (ahead = undefined);
  const filling = new MutationObserver(first);
  filling.observe(dialog, { childList: true, subtree: true });
  first();
  function first() {
    const field = dialog.querySelector(FIELD);
    if (field && document.activeElement === dialog) {
      field.focus();
      if (ahead && field.selectionStart !== null && field.tagName !== "SELECT") document.execCommand("insertText", false, ahead); // as if it were typed now
    }
    if (!field && document.activeElement === dialog) return;
    filling.disconnect();
    ahead = undefined;
  }
}

// Letters that come before the dialog does are meant for its first field, and are no shortcuts of the page.
document.addEventListener("keydown", event => {
  const at = document.activeElement;
  if (ahead === undefined || event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (at.matches("input, textarea, select") || (at.closest(".mud-dialog") ?? at) !== at) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  ahead += event.key;
}, true);

document.addEventListener("mousedown", event => { if (event.target.closest?.(".mud-overlay")) event.preventDefault(); }); // beside the dialog there is nothing to be focused

// What is typed outlives a lost connection and a restarted server: the browser keeps it, by page and member ---------
const draftKey = `thesisboard:draft:${document.querySelector("script[data-member]").dataset.member}:${location.pathname}`;
const form = () => [...document.querySelectorAll(".dlg form[data-form]")].at(-1);
const fieldsOf = place => [...place.querySelectorAll("[name]")].filter(field => field.type !== "file");
const nameOf = field => field.type === "radio" ? `${field.name}=${field.labels?.[0]?.textContent.trim()}` : field.name;
const valueOf = field => field.type === "checkbox" || field.type === "radio" ? field.checked : field.value;
const found = new WeakMap(); // each field as it was before anybody typed into it: what was not typed is not kept, and overwrites nobody's change
let typedIn; // the dialog that the draft is of
let missing = new Map(); // of the draft that is being filled in again: what has no field yet

const see = place => { for (const field of fieldsOf(place)) if (!found.has(field)) found.set(field, valueOf(field)); };
for (const kind of ["focusin", "pointerdown", "keydown"])
  document.addEventListener(kind, event => { const place = event.target.closest?.(".dlg form[data-form]"); if (place) see(place); }, true);

function keep(event) {
  const place = event.target.closest?.(".dlg form[data-form]");
  if (!place || !open) return;
  if (!found.has(event.target)) found.set(event.target, undefined); // changed before it was ever seen, as by a script
  see(place);
  const fields = new Map(missing);
  for (const field of fieldsOf(place)) if (valueOf(field) !== found.get(field)) fields.set(nameOf(field), valueOf(field));
  typedIn = place.closest(".mud-dialog");
  const { form: verb, formKey: key = null, seen = null } = place.dataset;
  try {
    sessionStorage.setItem(draftKey, JSON.stringify({ verb, key, seen, fields: [...fields] }));
  } catch { /* more than the browser keeps: the form itself still has it */ }
}
document.addEventListener("input", keep);
document.addEventListener("change", keep);

function readDraft() {
  try {
    return JSON.parse(sessionStorage.getItem(draftKey));
  } catch {
    return null;
  }
}

function dropDraft() {
  missing = new Map();
  sessionStorage.removeItem(draftKey);
}

// Which fields there are depends on choices, and on rows that were added.
async function refill({ fields }) {
  missing = new Map(fields);
  const mine = missing;
  const until = performance.now() + 30_000;
  let rowsAt; // so many fields there were when a row was asked for: another only once it has come
  for (let idle = 0; mine === missing && mine.size && performance.now() < until; idle++) {
    await new Promise(done => setTimeout(done, 60));
    const place = form();
    if (!place) continue;
    see(place);
    const fields = fieldsOf(place).length;
    if (fillSome(place)) idle = 0;
    else if (idle > 3 && fields !== rowsAt && addRow(place)) rowsAt = fields;
  }
  if (mine !== missing) return;
  missing = new Map();
  announce("What you typed before is here again.");
}

/** Fills what can be filled, up to the first choice: the form follows it before the next field. */
function fillSome(place) {
  let isFilled = false;
  for (const field of fieldsOf(place)) {
    const name = nameOf(field);
    if (!missing.has(name)) continue;
    const value = missing.get(name);
    if (field.tagName === "SELECT" && ![...field.options].some(option => option.value === value)) continue; // not to be chosen yet
    missing.delete(name);
    isFilled = true;
    if (valueOf(field) === value) continue;
    put(field, value);
    if (field.tagName === "SELECT" || field.type === "radio") break;
  }
  return isFilled;
}

function addRow(place) {
  const button = [...place.querySelectorAll("[data-adds]")].find(b => [...missing.keys()].some(name => name.startsWith(`${b.dataset.adds}[`)));
  button?.click();
  return button;
}

function put(field, value) {
  if (typeof value === "boolean") field.checked = value;
  else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// What was typed while there was no connection did not arrive: it is sent again.
document.addEventListener("island:back", () => {
  const place = form();
  if (place) for (const field of fieldsOf(place)) if (valueOf(field) !== found.get(field)) field.dispatchEvent(new Event("change", { bubbles: true }));
});

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
