// Keeps the boards that were read last, so that they open without a line, as they were. The server says of each answer whether it may be kept and until when
// (Keep-Until), and for whom it was made (Keep-For): nothing else is kept. With a line every page comes from the server.
const PAGES = "kept-pages";
const PARTS = "kept-parts"; // style sheets of those pages
const SHELF = "/kept"; // what stands for a page that is not kept
const MOST = 8; // pages
const LARGEST = 2_000_000; // characters of a page
const PATIENCE = 8_000; // milliseconds: a line that answers no sooner is none, where there is a kept page to show
const UNREACHED = [502, 503, 504]; // what a proxy says of a server that is not there

addEventListener("install", event => { skipWaiting(); event.waitUntil(keepShelf().catch(() => {})); }); // it comes with the next page otherwise
addEventListener("activate", event => event.waitUntil(Promise.all([clients.claim(), registration.navigationPreload?.enable()])));
addEventListener("message", event => { if (event.data.keep) event.waitUntil(inTurn(() => keepShown(new URL(event.data.keep)))); });

addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method !== "GET") {
    if (request.mode === "navigate" && url.pathname === "/sign-out") event.waitUntil(inTurn(() => forget()));
  } else if (request.mode === "navigate") {
    event.respondWith(request.destination === "document" ? page(event, url) : asked(event)); // the browser has asked already: never twice
  } else if (isPart(url.pathname)) {
    event.respondWith(part(request));
  } else if (boardOf(url) && request.headers.get("Accept") === "text/html") {
    event.respondWith(turned(event, url)); // the open page fetches itself again
  }
});

// With a line -----------------------------------------------------------------------------------------------------
const asked = async event => await event.preloadResponse || fetch(event.request);

async function page(event, url) {
  const kept = await find(url);
  let answer;
  try {
    answer = await (kept ? Promise.race([asked(event), late()]) : asked(event));
  } catch {
    return kept ? shown(kept) : shelf(url); // no line
  }
  if (kept && UNREACHED.includes(answer.status)) return shown(kept);
  settle(event, url, answer, true);
  return answer;
}

const late = () => new Promise((_, give) => setTimeout(() => give(new Error("No answer in time.")), PATIENCE));

async function turned(event, url) {
  const answer = await fetch(event.request);
  settle(event, url, answer, await find(url) !== undefined);
  return answer;
}

/** Does what the answer says about what is kept. */
function settle(event, url, answer, keeps) {
  if (answer.type !== "basic" || answer.redirected) return;
  const mayKeep = lasts(answer);
  const copy = mayKeep && keeps && keyOf(url) ? answer.clone() : undefined;
  event.waitUntil(inTurn(async () => {
    await forgetOthers(answer.headers.get("Keep-For"));
    if ([401, 403, 404, 410].includes(answer.status)) await forget(boardOf(url));
    else if (answer.status === 200 && !mayKeep && keyOf(url)) await forget(boardOf(url)); // the reader or the link says so now
    else if (copy) await keep(keyOf(url), copy);
  }));
}

/** One change after the other: what one page brings another must not tidy away. */
const inTurn = act => work = work.then(act, act);
let work = Promise.resolve();

/** The page that was there before this worker: the browser's own cache has it still. */
async function keepShown(url) {
  if (!keyOf(url) || await find(url)) return;
  const answer = await fetch(url, { cache: "force-cache", headers: { Accept: "text/html" } });
  if (answer.ok && lasts(answer)) await keep(keyOf(url), answer);
}

// What is kept ----------------------------------------------------------------------------------------------------
/** A board, its report, or either by a share link; on its own date or on one that was asked for. Null for every other page. */
function keyOf(url) {
  const others = [...url.searchParams.keys()].some(name => name !== "asOf");
  return !others && /^\/[ts]\/[^/]+(\/report)?$/.test(url.pathname) ? url.pathname + url.search : null;
}

const boardOf = url => url.pathname.match(/^\/[ts]\/[^/]+/)?.[0];
const isPart = path => /\.[a-z0-9]{10}\.(css|svg)$/.test(path);
const partsOf = text => [...text.matchAll(/<link [^>]*href="\/?([^"]+)"/g)].map(([, path]) => `/${path}`).filter(isPart);
const lasts = answer => Number(answer.headers.get("Keep-Until")) * 1000 > Date.now();

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = number => String(number).padStart(2, "0");
const moment = time => `${time.getDate()} ${MONTHS[time.getMonth()]} ${time.getFullYear()}, ${two(time.getHours())}:${two(time.getMinutes())}`; // as the pages write it

async function find(url) {
  const kept = keyOf(url) && await (await caches.open(PAGES)).match(keyOf(url));
  return kept && lasts(kept) ? kept : undefined;
}

async function keep(key, answer) {
  const [text, pages] = [await answer.text(), await caches.open(PAGES)];
  if (text.length > LARGEST) return;
  await keepParts(text);
  const headers = new Headers([...answer.headers].filter(([name]) => !["content-encoding", "content-length"].includes(name)));
  headers.set("Kept-At", moment(new Date()));
  headers.set("Kept-To", moment(new Date(Number(headers.get("Keep-Until")) * 1000)));
  await pages.delete(key); // the one that was read last stands last
  await pages.put(key, new Response(text, { headers }));
  await keepShelf(text);
  await tidy(pages);
}

async function keepParts(text) {
  const parts = await caches.open(PARTS);
  await Promise.all(partsOf(text).map(async path => {
    if (await parts.match(path)) return;
    const answer = await fetch(path);
    if (answer.ok) await parts.put(path, answer);
  }));
}

/** The shelf is made anew whenever the server has another style, which a page that was just read tells. */
async function keepShelf(read = "") {
  const pages = await caches.open(PARTS);
  const style = partsOf(read).find(path => path.startsWith("/app."));
  if (style && (await (await pages.match(SHELF))?.text() ?? "").includes(style.slice(1))) return;
  const answer = await fetch(SHELF, { credentials: "omit", cache: "no-cache" });
  if (!answer.ok) return;
  const text = await answer.text();
  await keepParts(text);
  const script = scriptOf(text);
  await pages.put(script, await fetch(script));
  await pages.put(SHELF, new Response(text, { headers: answer.headers }));
}

const scriptOf = text => `/${text.match(/src="\/?(kept\.[^"]+)"/)[1]}`;

/** Takes away what is too much, what has lasted, and what no page needs any more. */
async function tidy(pages) {
  const keys = await pages.keys();
  const left = [];
  for (const [place, key] of keys.entries()) {
    const kept = await pages.match(key);
    if (place < keys.length - MOST || !lasts(kept)) await pages.delete(key);
    else left.push(await kept.text());
  }
  const parts = await caches.open(PARTS);
  const shelf = await (await parts.match(SHELF))?.text() ?? "";
  const needed = new Set([SHELF, ...shelf ? [scriptOf(shelf)] : [], ...[shelf, ...left].flatMap(partsOf)]);
  for (const key of await parts.keys()) if (!needed.has(new URL(key.url).pathname)) await parts.delete(key);
}

/** All of it, or what belongs to one board. */
async function forget(board) {
  const pages = await caches.open(PAGES);
  for (const key of await pages.keys()) if (!board || boardOf(new URL(key.url)) === board) await pages.delete(key);
}

/** What was kept for a member goes as soon as the server takes this browser for somebody else. */
async function forgetOthers(reader) {
  if (!reader) return;
  const pages = await caches.open(PAGES);
  for (const key of await pages.keys()) {
    const owner = (await pages.match(key)).headers.get("Keep-For");
    if (owner && owner !== "anybody" && owner !== reader) await pages.delete(key);
  }
}

// Without a line --------------------------------------------------------------------------------------------------
async function part(request) {
  return await (await caches.open(PARTS)).match(new URL(request.url).pathname) ?? fetch(request);
}

/** A kept page says that it is one before it says anything else, and no script of it runs: nothing in it could reach the server. */
async function shown(kept) {
  const [text, shelf] = [await kept.text(), await (await caches.open(PARTS)).match(SHELF)];
  const style = shelf && (await shelf.text()).match(/<link [^>]*href="\/?kept\.[^>]*>/)?.[0];
  const banner = `<aside class="away" id="away" aria-label="Kept page"><p><b>As read on ${kept.headers.get("Kept-At")} — no line.</b> What came since is not in it. Until there is a line nothing can be changed, said or shared here, and the date and the filters stay as they are.</p>`
    + `<p><a class="btn" href="" id="kept-again">Try again</a> <a class="btn" href="${SHELF}">What else is kept</a></p></aside>`;
  return answerOf(kept, text, shelf && await script(), html => html
    .replace("</head>", `${style ?? ""}</head>`)
    .replace(/<header class="top">/, `${banner}$&`));
}

async function shelf(url) {
  const kept = await (await caches.open(PARTS)).match(SHELF);
  const here = `${url.pathname}${url.search}`.replaceAll("&", "&amp;"); // it stands at the address that was asked for
  return kept ? answerOf(kept, await kept.text(), await script(), html => html.replace(`href="${SHELF}#main"`, () => `href="${here}#main"`)) : Response.error();
}

const script = async () => scriptOf(await (await (await caches.open(PARTS)).match(SHELF)).text());

const answerOf = (kept, text, own, more) => new Response(more(text
  .replace(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, "")
  .replace("<html ", "<html data-away ")
  .replace("</head>", `${own ? `<script type="module" src="${own}"></script>` : ""}</head>`)), { headers: kept.headers });
