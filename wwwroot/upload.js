// Files on their way into the inbox: one line each, with its steps, and a button that stops it. Without this file the form is sent as it is.
const most = 2; // at once
const waiting = [];
let running = 0;

const zone = () => document.getElementById("upload");
const form = () => document.querySelector("form[data-upload]");
const say = text => { document.getElementById("announce").textContent = text; };
const words = { Received: "received", Recognised: "recognised", Read: "read", Stored: "stored", Held: "held back", Refused: "not taken" };

function add(files) {
  const { files: limit } = form().dataset;
  const drop = { together: form().querySelector("[name=together]").value, left: files.length, filings: [], links: [] }; // what was sent together
  [...files].forEach((file, index) => {
    const line = document.createElement("li");
    const name = Object.assign(document.createElement("b"), { textContent: file.name });
    const meter = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
    meter.setAttribute("aria-label", `Sending ${file.name}`);
    const text = Object.assign(document.createElement("span"), { textContent: "waits" });
    const stop = Object.assign(document.createElement("button"), { type: "button", className: "btn quiet", textContent: "Cancel" });
    stop.setAttribute("aria-label", `Cancel ${file.name}`);
    line.append(name, meter, text, stop);
    zone().querySelector(".uploads").append(line);
    const job = { file, line, meter, text, stop, drop };
    stop.addEventListener("click", () => cancel(job));
    if (index >= Number(limit)) return end(job, "Refused", `Not taken: at most ${limit} files at once.`);
    if (file.size > Number(form().dataset.most)) return end(job, "Refused", "Not taken: the file is larger than it may be.");
    waiting.push(job);
  });
  next();
}

function next() {
  while (running < most && waiting.length) send(waiting.shift());
}

function cancel(job) {
  const place = waiting.indexOf(job);
  if (place >= 0) waiting.splice(place, 1);
  end(job, "Refused", "Cancelled."); // first: the request tells of its end at once
  job.request?.abort();
}

function send(job) {
  running++;
  const request = job.request = new XMLHttpRequest();
  request.open("POST", form().action);
  request.setRequestHeader("Accept", "application/x-ndjson");
  request.setRequestHeader("RequestVerificationToken", form().querySelector("[name=__RequestVerificationToken]").value);
  let seen = 0;
  const read = () => {
    const whole = request.responseText.lastIndexOf("\n") + 1;
    for (const line of request.responseText.slice(seen, whole).split("\n").filter(Boolean)) step(job, JSON.parse(line));
    seen = Math.max(seen, whole);
  };
  request.upload.onprogress = event => {
    job.meter.value = event.loaded / event.total;
    job.text.textContent = event.loaded < event.total ? `sending, ${Math.round(100 * event.loaded / event.total)} %` : "sent";
  };
  request.onprogress = () => { if (request.status === 200) read(); };
  request.onloadend = () => {
    running--;
    if (request.status === 200) read();
    if (!job.ended) end(job, "Refused", request.status === 0 ? "The connection broke. Nothing of it was taken." : problem(request));
    next();
  };
  const body = new FormData();
  body.append("files", job.file);
  job.text.textContent = "sending";
  request.send(body);
}

function problem(request) {
  try {
    return JSON.parse(request.responseText).detail;
  } catch {
    return `The server answered ${request.status}.`;
  }
}

function step(job, { step: name, says, filing, id }) {
  if (job.ended) return;
  job.text.textContent = `${words[name]}: ${says}`;
  if (name === "Read") job.stop.remove(); // it is being stored now
  if (!["Stored", "Held", "Refused"].includes(name)) return;
  if (id) job.drop.filings.push(id);
  end(job, name, says);
  if (!filing) return;
  const link = Object.assign(document.createElement("a"), { href: filing, textContent: "Open it" });
  link.setAttribute("aria-label", `Open it: ${job.file.name}`);
  job.drop.links.push(link);
  job.line.append(link);
}

function end(job, name, says) {
  if (job.ended) return;
  job.ended = true;
  job.line.dataset.step = name;
  job.text.textContent = says;
  job.meter.remove();
  job.stop.remove();
  say(`${job.file.name}: ${says}`);
  if (--job.drop.left === 0) join(job.drop);
}

// Once all files of one drop are through: a document and its exhibits are one filing.
async function join({ together, filings, links }) {
  if (filings.length < 2 || together === "Each") return;
  const body = new FormData();
  body.append("together", together);
  for (const id of filings) body.append("ids", id);
  const token = form().querySelector("[name=__RequestVerificationToken]").value;
  const answer = await fetch(form().action.replace(/upload$/, "join"), { method: "POST", headers: { RequestVerificationToken: token }, body }).catch(() => null);
  const joined = answer?.ok ? await answer.json() : null;
  if (!joined) return;
  const line = document.createElement("li");
  line.dataset.step = joined.step;
  line.append(Object.assign(document.createElement("b"), { textContent: "Together" }), Object.assign(document.createElement("span"), { textContent: joined.says }));
  if (joined.filing) line.append(Object.assign(document.createElement("a"), { href: joined.filing, textContent: "Open it" }));
  for (const link of links) link.href = joined.filing ?? link.href;
  zone().querySelector(".uploads").append(line);
  say(joined.says);
}

document.addEventListener("change", event => {
  if (!event.target.matches("form[data-upload] input[type=file]") || !event.target.files.length) return;
  add(event.target.files);
  event.target.value = "";
});

document.addEventListener("submit", event => {
  if (event.target === form()) event.preventDefault(); // choosing the files has sent them
});

// Files may be dropped anywhere on the page: it must not open them instead.
const carriesFiles = event => event.dataTransfer?.types.includes("Files");
document.addEventListener("dragover", event => {
  if (!carriesFiles(event) || !zone()) return;
  event.preventDefault();
  zone().dataset.over = "";
});
document.addEventListener("dragleave", event => { if (!event.relatedTarget && zone()) delete zone().dataset.over; });
document.addEventListener("drop", event => {
  if (!carriesFiles(event) || !zone()) return;
  event.preventDefault();
  delete zone().dataset.over;
  add(event.dataTransfer.files);
});
addEventListener("beforeunload", event => { if (running) event.preventDefault(); });
