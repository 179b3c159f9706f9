// What is typed on the way to a board lives in the address, so that a reload and the way back lose nothing. Without this file the buttons carry it there.
const form = document.getElementById("start-form");
const drop = document.getElementById("start-file");
const ours = name => !name.startsWith("_");

const typed = () => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (ours(name) && typeof value === "string" && value.trim()) query.append(name, value);
  }
  return query;
};

const keep = () => {
  const query = typed();
  if (drop) drop.action = `/start/file?${query}`;
  query.set("step", form.dataset.step);
  history.replaceState(history.state, "", `/start?${query}`);
  // The way back by a finished step's link brings along what was typed since the page came.
  for (const link of document.querySelectorAll(".way a")) {
    query.set("step", link.querySelector("b").textContent);
    link.href = `/start?${query}`;
  }
};

form?.addEventListener("input", keep);
form?.addEventListener("change", keep);

// A filing is read as soon as it is chosen or dropped anywhere on the page.
const send = () => {
  keep();
  drop.setAttribute("aria-busy", "true");
  document.getElementById("announce").textContent = "Reading the file.";
  drop.submit();
};
drop?.querySelector("input[type=file]").addEventListener("change", event => { if (event.target.files.length) send(); });
const carriesFiles = event => event.dataTransfer?.types.includes("Files");
document.addEventListener("dragover", event => { if (carriesFiles(event)) event.preventDefault(); });
document.addEventListener("drop", event => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  if (!drop || !event.dataTransfer.files.length) return;
  const one = new DataTransfer();
  one.items.add(event.dataTransfer.files[0]);
  drop.querySelector("input[type=file]").files = one.files;
  send();
});
