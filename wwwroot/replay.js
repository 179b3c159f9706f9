// Plays a replay: goes on to the next turn after a while. Each turn is a page of its own; board.js fetches it and changes what differs.
const at = id => document.getElementById(id);
const say = text => { at("announce").textContent = text; };
let isPlaying = false;
let next;

const speed = () => Number(at("replay-speed")?.value) || 2500;
const shown = () => matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";

// What the server wrote anew does not know whether this page plays.
function label() {
  const button = at("replay-play");
  if (button) button.textContent = isPlaying ? "Pause" : "Play";
}

function play() {
  isPlaying = true;
  label();
  if (at("turn-next")?.hasAttribute("href")) wait();
  else go(at("replay-play").dataset.from); // at the end it begins again
}

function pause(why) {
  isPlaying = false;
  clearTimeout(next);
  label();
  if (why) say(why);
}

const wait = () => { clearTimeout(next); next = setTimeout(step, speed()); };
const go = href => document.dispatchEvent(new CustomEvent("board:go", { detail: new URL(href, document.baseURI).href }));

function step() {
  const link = at("turn-next");
  if (!isPlaying || document.hidden) return pause();
  if (!link?.hasAttribute("href")) return pause("The story ends here.");
  go(link.href);
}

document.addEventListener("board:shown", () => {
  if (!at("replay-play")) return pause();
  label();
  for (const field of [at("replay-slider"), at("replay-on")]) // one that was moved by hand or by this script does not follow its attribute any more
    if (field !== document.activeElement || field.type === "range") field.value = field.getAttribute("value");
  if (isPlaying) at("turn-next").hasAttribute("href") ? wait() : pause("The story ends here.");
});

document.addEventListener("click", event => {
  if (event.target.closest("#replay-play")) isPlaying ? pause() : play();
  else if (event.target.closest("#replay-print")) print();
  else if (event.isTrusted && event.target.closest(".turns a, .story a")) {
    pause();
    if (event.target.closest(".story a")) document.querySelector(".player").scrollIntoView({ behavior: shown() });
  }
});

document.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
  if (event.key === " " && !event.target.closest("button, a, summary")) {
    event.preventDefault();
    isPlaying ? pause() : play();
  } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    const link = at(event.key === "ArrowRight" ? "turn-next" : "turn-previous");
    if (!link?.hasAttribute("href")) return;
    event.preventDefault();
    pause();
    link.click();
  }
});

// The slider counts turns, the address names days. This hears of it before board.js does, which then sends the form.
function slide(event) {
  const slider = event.target;
  if (slider.id !== "replay-slider") return;
  const day = slider.dataset.stops.split(" ")[slider.value];
  pause();
  at("replay-on").value = day;
  slider.setAttribute("aria-valuetext", new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }));
}

document.addEventListener("input", slide, true);
document.addEventListener("change", slide, true);
