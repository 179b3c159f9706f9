// What this device keeps: the list of it, and the way to be rid of it. Also runs in a kept page, where it says when the line is back.
const PAGES = "kept-pages";
const root = document.documentElement;
const part = (name, properties, ...children) => { const node = Object.assign(document.createElement(name), properties); node.append(...children); return node; };
const say = text => { document.getElementById("announce").textContent = text; };

async function entries() {
  if (!("caches" in window)) return [];
  const pages = await caches.open(PAGES);
  const found = [];
  for (const key of await pages.keys()) {
    const kept = await pages.match(key);
    if (Number(kept.headers.get("Keep-Until")) * 1000 <= Date.now()) continue;
    const page = new DOMParser().parseFromString(await kept.text(), "text/html");
    const board = page.getElementById("board").dataset;
    found.unshift({ url: new URL(key.url), title: board.title ?? page.title, asOf: board.summary.split(":")[0], at: kept.headers.get("Kept-At"), until: kept.headers.get("Kept-To") });
  }
  return found; // the one read last first
}

async function list() {
  const place = document.getElementById("kept-list");
  if (!place) return;
  const kept = await entries();
  place.replaceChildren(...kept.map(({ url, title, asOf, at, until }) => part("li", {},
    part("a", { href: url.pathname + url.search, textContent: title.replace(/ · ThesisBoard$/, "") }),
    part("span", { className: "small soft", textContent: `${asOf}, as read on ${at}, kept until ${until}` }))));
  place.hidden = kept.length === 0;
  document.getElementById("kept-none").hidden = kept.length > 0;
  document.getElementById("kept-remove").hidden = kept.length === 0;
  const off = document.getElementById("kept-switch");
  off.hidden = !("serviceWorker" in navigator);
  off.textContent = isOff() ? "Keep boards on this device again" : "Keep nothing on this device";
}

const isOff = () => /(^|; )keep=off/.test(document.cookie);

document.getElementById("kept-remove")?.addEventListener("click", async () => {
  await caches.delete(PAGES);
  await list();
  say("Nothing is kept any more.");
});

document.getElementById("kept-switch")?.addEventListener("click", async () => {
  const off = !isOff();
  document.cookie = `keep=${off ? "off" : ""}; path=/; samesite=lax; max-age=${off ? 31_536_000 : 0}`;
  if (off) {
    await Promise.all((await navigator.serviceWorker.getRegistrations()).map(worker => worker.unregister()));
    await Promise.all((await caches.keys()).map(name => caches.delete(name)));
  } else {
    await navigator.serviceWorker.register("/worker.js");
  }
  await list();
  say(off ? "Nothing is kept on this device from now on." : "The boards you read from now on are kept.");
});

// The line is back: the reader is told, and goes on when it suits.
async function look() {
  try {
    if (!(await fetch("/health/live", { cache: "no-store" })).ok) return;
  } catch {
    return;
  }
  const again = document.getElementById("kept-again");
  if (!again) return;
  again.textContent = "The line is back: open the page as it is now";
  again.classList.add("primary");
  say("The line is back.");
}

if ("away" in root.dataset) {
  document.getElementById("kept-again")?.setAttribute("href", location.href);
  document.getElementById("kept-again")?.addEventListener("click", event => { event.preventDefault(); location.reload(); });
  addEventListener("online", look);
}
list();
