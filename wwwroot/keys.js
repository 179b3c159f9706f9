// The keyboard: Ctrl K opens the command palette, and single keys do what "?" lists. What those need is loaded when it is first asked for.
const self = document.querySelector("script[data-palette]");
const SWITCH = "single-keys";
const isOn = () => localStorage.getItem(SWITCH) !== "off";

const click = selector => document.querySelector(selector)?.click();

/** Moves along the checklist, from the row that has the focus or from its beginning. */
function row(step) {
  const rows = [...document.querySelectorAll("details.row > summary")];
  const at = rows.findIndex(summary => summary.parentElement.contains(document.activeElement));
  rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step]?.focus();
}

const shortcuts = [
  { keys: "?", does: "This list", act: () => ask("help") },
  { keys: "j", does: "Next criterion", act: () => row(1) },
  { keys: "k", does: "Criterion before", act: () => row(-1) },
  { keys: "[", does: "An earlier publication date", act: () => click("#as-of-previous") },
  { keys: "]", does: "A later publication date", act: () => click("#as-of-next") },
  { keys: "t", does: "Today", act: () => click("#as-of-today") },
  { keys: "/", does: "Search the evidence", act: () => document.querySelector("#evidence input[type=search]")?.focus() },
  { keys: "b", does: "All boards", act: () => click("a.brand") },
  { keys: "d", does: "Light or dark", act: () => click("[data-theme-toggle]") },
];

/** What is typed while the palette is on its way here: it is meant for the palette. Null while none is. */
let typed = null;

async function ask(what) {
  if (typed !== null || document.querySelector("dialog[open], .mud-dialog")) return;
  typed = "";
  try {
    await show(what);
  } finally {
    typed = null;
  }
}

async function show(what) {
  if (!document.querySelector(`link[href="${self.dataset.style}"]`))
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: self.dataset.style }));
  const palette = await import(new URL(self.dataset.palette, document.baseURI).href);
  if (what === "help") palette.help(shortcuts, isOn(), on => localStorage.setItem(SWITCH, on ? "on" : "off"));
  else palette.open(typed);
}

function typeAhead(event) {
  if (event.key.length > 1 && event.key !== "Backspace") return;
  event.preventDefault();
  typed = event.key === "Backspace" ? typed.slice(0, -1) : typed + event.key;
}

document.addEventListener("keydown", event => {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    ask("palette");
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (typed !== null) {
    typeAhead(event);
    return;
  }
  if (!isOn()) return;
  if (event.target.closest?.("input, textarea, select, dialog, .mud-dialog, [contenteditable]")) return;
  const shortcut = shortcuts.find(s => s.keys === event.key);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.act();
});

document.addEventListener("click", event => {
  if (event.target.closest("[data-palette-open]")) ask("palette");
  if (event.target.closest("[data-keys-open]")) ask("help");
});
