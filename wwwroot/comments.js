// Comments without leaving the page: the form is sent, the page changes around the reader, and what is half typed stays. Without this file the forms are sent as forms.
const say = text => { document.getElementById("announce").textContent = text; };
const draftKey = field => `thesisboard:comment:${location.pathname}:${field.id}`;

// Drafts outlive a reload and a restarted server ----------------------------------------------------------------
function remember(field) {
  try {
    if (field.value === field.defaultValue) sessionStorage.removeItem(draftKey(field));
    else sessionStorage.setItem(draftKey(field), field.value);
  } catch { /* more than the browser keeps: the field itself still has it */ }
}

function refill() {
  for (const field of document.querySelectorAll("textarea[data-draft]")) {
    const draft = sessionStorage.getItem(draftKey(field));
    if (draft === null || field.value !== field.defaultValue) continue;
    field.value = draft;
    for (let closed = field.closest("details:not([open])"); closed; closed = closed.parentElement.closest("details:not([open])")) closed.open = true;
  }
}

document.addEventListener("board:shown", refill);
refill();

// Sending -------------------------------------------------------------------------------------------------------
document.addEventListener("submit", async event => {
  const form = event.target.closest("form[data-comment]");
  if (!form) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const field = form.querySelector("textarea");
  const trouble = form.querySelector("[data-wrong]");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)), redirect: "manual" });
    const wrong = answer.type === "opaqueredirect" ? "" : await reason(answer);
    tell(trouble, wrong);
    if (wrong) return;
    if (field) {
      field.value = field.defaultValue;
      remember(field);
    }
    form.closest("details.reply")?.removeAttribute("open");
    say("Saved.");
    document.dispatchEvent(new CustomEvent("board:refresh"));
  } catch {
    tell(trouble, "The server cannot be reached. What you typed stays here; send it again in a moment.");
  } finally {
    form.ariaBusy = null;
  }
});

async function reason(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[data-wrong]")?.textContent || "This was not taken. Load the page again; what you typed is filled in again.";
}

function tell(place, wrong) {
  if (wrong) say(wrong);
  if (!place) return;
  place.textContent = wrong;
  place.hidden = !wrong;
}

// Names ---------------------------------------------------------------------------------------------------------
const begun = field => /(?:^|\s)@([^@\n]{0,40})$/.exec(field.value.slice(0, field.selectionStart))?.[1];

function offer(field) {
  field.parentElement.querySelector(".names")?.remove();
  const start = begun(field);
  if (start === undefined) return;
  const names = [...document.querySelectorAll("#people option")].map(option => option.value)
    .filter(name => name.toLowerCase().startsWith(start.toLowerCase()) && name.toLowerCase() !== start.toLowerCase()).slice(0, 6);
  if (!names.length) return;
  const list = Object.assign(document.createElement("div"), { className: "names", role: "group", ariaLabel: "Members to mention" });
  for (const name of names) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn quiet", textContent: `@${name}` });
    button.addEventListener("click", () => {
      const at = field.selectionStart - start.length;
      field.setRangeText(`${name} `, at, field.selectionStart, "end");
      list.remove();
      field.focus();
      remember(field);
    });
    list.append(button);
  }
  field.after(list);
}

document.addEventListener("input", event => {
  if (!event.target.matches?.("textarea[data-draft]")) return;
  remember(event.target);
  offer(event.target);
});
