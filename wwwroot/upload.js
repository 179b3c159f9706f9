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
    const job = { file, line, meter, text, stop };
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
  job.request?.abort();
  end(job, "Refused", "Cancelled. Nothing of it was taken.");
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

function step(job, { step: name, says, filing }) {
  job.text.textContent = `${words[name]}: ${says}`;
  if (!["Stored", "Held", "Refused"].includes(name)) return;
  end(job, name, says);
  if (!filing) return;
  const link = Object.assign(document.createElement("a"), { href: filing, textContent: "Open it" });
  link.setAttribute("aria-label", `Open it: ${job.file.name}`);
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
