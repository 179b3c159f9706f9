// The command palette and the list of shortcuts: two dialogs of the browser's own, which keep the focus and give it back.
const MOST = 40;
const part = (name, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
};

function dialog(label, ...children) {
  const box = part("dialog", { className: "palette" }, ...children);
  box.setAttribute("aria-label", label);
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", event => { if (event.target === box) box.close(); }); // beside it
  document.body.append(box);
  box.showModal();
  return box;
}

// Where it leads --------------------------------------------------------------------------------------------------
/** What the page itself offers: its buttons and its ways to other pages. */
function here() {
  const actions = [...document.querySelectorAll(".title-line [data-do], [data-theme-toggle], .title-line [data-copy]")]
    .map(button => ({ kind: "Action", text: button.textContent.trim() || button.getAttribute("aria-label"), detail: "", act: () => button.click() }));
  const pages = [...document.querySelectorAll(".title-line a.btn, .top a.btn, #stage a, .section-head a")]
    .map(link => ({ kind: "Page", text: link.textContent.trim().replace(/\s+/g, " ") || link.getAttribute("aria-label"), detail: "", url: link.href }));
  return [...pages, ...actions, { kind: "Action", text: "Keyboard shortcuts", detail: "?", act: () => document.querySelector("[data-keys-open]").click() }];
}

/** A shared board leads nowhere but within itself. */
const shownCriteria = () => [...document.querySelectorAll("details.row")].map(row => ({
  kind: "Criterion", text: row.dataset.title, detail: row.dataset.standing, act: () => { row.open = true; row.scrollIntoView(); row.querySelector("summary").focus(); },
}));

const get = async url => { const answer = await fetch(url); return answer.ok ? answer.json() : []; };

async function places() {
  if (!document.querySelector("[data-palette-open]")) return shownCriteria();
  const board = location.pathname.match(/^\/t\/[^/]+/)?.[0];
  const [onBoard, boards] = await Promise.all([board ? get(`${board}/palette.json`) : [], get("/palette.json")]);
  return [...onBoard.filter(e => e.kind === "Criterion"), ...boards, ...onBoard.filter(e => e.kind !== "Criterion")];
}

function go(entry) {
  if (entry.act) return entry.act();
  const link = part("a", { href: entry.url, hidden: true });
  document.body.append(link);
  link.click(); // as if it stood on the page, so that a board turns in place
  link.remove();
  const target = document.getElementById(decodeURIComponent(new URL(entry.url, location.href).hash.slice(1)));
  target?.closest("details.row")?.querySelector("summary").focus();
}

// What fits -------------------------------------------------------------------------------------------------------
const score = (entry, words) => {
  const [text, all] = [entry.text.toLowerCase(), `${entry.text} ${entry.detail} ${entry.kind}`.toLowerCase()];
  let sum = 0;
  for (const word of words) {
    if (!all.includes(word)) return -1;
    sum += text.startsWith(word) ? 0 : text.includes(` ${word}`) ? 1 : text.includes(word) ? 2 : 4;
  }
  return sum;
};

const fitting = (entries, query) => {
  const words = query.toLowerCase().split(/\s+/).filter(word => word);
  return entries.map(entry => [score(entry, words), entry]).filter(([at]) => at >= 0).sort(([a], [b]) => a - b).map(([, entry]) => entry);
};

// The palette -----------------------------------------------------------------------------------------------------
export async function open(typed) {
  const field = part("input", { type: "text", id: "palette-field", value: typed, placeholder: "Search boards, criteria, evidence, dates, actions", autocomplete: "off", spellcheck: false });
  for (const [name, value] of [["role", "combobox"], ["aria-label", "Search and jump"], ["aria-expanded", "true"], ["aria-controls", "palette-list"], ["aria-autocomplete", "list"]])
    field.setAttribute(name, value);
  const list = part("ul", { id: "palette-list" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Results");
  const count = part("p", { className: "small soft" });
  count.setAttribute("role", "status");
  const box = dialog("Search and jump", field, list, count);

  let entries = here();
  let shown = [];
  let at = 0;

  const mark = next => {
    at = shown.length ? (next + shown.length) % shown.length : 0;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    const current = list.children[at];
    if (current) field.setAttribute("aria-activedescendant", current.id);
    else field.removeAttribute("aria-activedescendant");
    current?.scrollIntoView({ block: "nearest" });
  };

  const draw = () => {
    const all = fitting(entries, field.value);
    shown = all.slice(0, MOST);
    list.replaceChildren(...shown.map((entry, i) => {
      const item = part("li", { id: `palette-${i}`, title: entry.text },
        part("span", { className: "kind", textContent: entry.kind }),
        part("span", { className: "what" }, part("b", { textContent: entry.text }), part("small", { textContent: entry.detail })));
      item.setAttribute("role", "option");
      item.addEventListener("click", () => take(entry));
      return item;
    }));
    count.textContent = all.length === 0 ? "Nothing found. Try fewer words." : all.length > MOST ? `The first ${MOST} of ${all.length}; type to narrow.` : `${all.length} found`;
    mark(0);
  };

  const take = entry => { box.close(); go(entry); };

  field.addEventListener("input", draw);
  box.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) {
      event.preventDefault();
      mark(Math.abs(step) === 1 ? at + step : Math.min(Math.max(at + step, 0), shown.length - 1));
    }
    if (event.key === "Enter" && shown[at]) {
      event.preventDefault();
      take(shown[at]);
    }
  });
  draw();
  try {
    entries = [...await places(), ...entries];
  } catch {
    count.textContent = "The server does not answer; only what is on this page can be found.";
    return;
  }
  draw();
}

// The shortcuts ---------------------------------------------------------------------------------------------------
export function help(shortcuts, isOn, onSwitch) {
  const rows = [{ keys: "Ctrl K", does: "Search and jump" }, ...shortcuts]
    .map(s => part("div", {}, part("dt", {}, part("kbd", { textContent: s.keys })), part("dd", { textContent: s.does })));
  const box = part("input", { type: "checkbox", checked: isOn });
  box.addEventListener("change", () => onSwitch(box.checked));
  const close = part("button", { type: "button", className: "btn", textContent: "Close" });
  const shown = dialog("Keyboard shortcuts",
    part("h2", { textContent: "Keyboard shortcuts" }),
    part("dl", {}, ...rows),
    part("label", { className: "small" }, box, " Single keys work (Ctrl K always does)"),
    close);
  close.addEventListener("click", () => shown.close());
  close.focus(); // not the switch, which a space would turn
}
