// Draws the interactive chart over the static picture, in the same place, once a chart comes near the screen. Without this file the pictures stand.
const painted = new WeakMap(); // plot → the figure's text as it was drawn last
let library;

const plotly = chart => library ??= new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = new URL(chart.dataset.plotly, document.baseURI).href;
  script.onload = () => done(window.Plotly);
  script.onerror = () => { library = undefined; script.remove(); failed(new Error("The drawing library did not load.")); };
  document.head.append(script);
});

// Each colour of the look holds both themes' values; a thing that wears it has the one in use.
const probe = document.createElement("i");
probe.hidden = true;
probe.style.forcedColorAdjust = "none"; // where the system decides on colours, the look names its few
function colour(name) {
  if (!probe.isConnected) document.head.append(probe);
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

// Figures name colours as CSS variables; the theme in use gives them values. Each is asked for once a figure.
function resolve(node, known = {}) {
  if (typeof node === "string") return node.startsWith("var(--") ? known[node] ??= colour(node.slice(4, -1)) : node;
  if (Array.isArray(node)) return node.map(item => resolve(item, known));
  if (node && typeof node === "object") return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, resolve(item, known)]));
  return node;
}

/** The colours of the theme in use, and what else of the page is asked for by name, for a chart that the server draws. */
export function colours(names) {
  return Object.fromEntries(names.map(name => [name, name.startsWith("--") ? colour(name) : getComputedStyle(document.body).getPropertyValue(name)]));
}

const text = chart => chart.querySelector(":scope > script[type='application/json']").textContent;
const frame = chart => chart.querySelector(".chart-plot");

function figureOf(chart) {
  const figure = resolve(JSON.parse(text(chart)));
  figure.layout.font.family = getComputedStyle(document.body).fontFamily;
  return zoom(figure, frame(chart).dataset.range);
}

// "All" shows the figure as it is; a shorter range ends where the figure ends and marks its own dates.
function zoom(figure, range) {
  if (!range || range === "all") return figure;
  const axis = figure.layout.xaxis;
  const start = new Date(figure.asOf);
  if (range === "ytd") start.setUTCMonth(0, 1);
  else start.setUTCMonth(start.getUTCMonth() - (range === "6m" ? 6 : 12));
  const from = start.toISOString().slice(0, 10);
  const { tickvals, ticktext, ...rest } = axis;
  figure.layout.xaxis = { ...rest, nticks: 7, range: [from > axis.range[0] ? from : axis.range[0], axis.range[1]] };
  return figure;
}

async function draw(chart) {
  const plot = frame(chart);
  const Plotly = await plotly(chart);
  if (!plot.isConnected) return;
  const { data, layout, config } = figureOf(chart);
  painted.set(plot, text(chart));
  await Plotly.react(plot, data, layout, config);
  if (!("painted" in plot.dataset)) {
    plot.on("plotly_click", event => follow(event.points[0].customdata));
    plot.on("plotly_hover", event => plot.classList.toggle("leads", Boolean(event.points[0].customdata)));
    plot.on("plotly_unhover", () => plot.classList.remove("leads"));
    plot.dataset.painted = "";
  }
}

function follow(address) {
  if (!address) return;
  const link = document.createElement("a");
  link.href = address;
  if (new URL(address, document.baseURI).origin !== location.origin) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  link.hidden = true;
  document.body.append(link);
  link.click(); // as a click on a link, so that the page turns without leaving it
  link.remove();
}

async function picture(chart) {
  const Plotly = await plotly(chart);
  const { data, layout } = figureOf(chart);
  const plain = document.createElement("i");
  plain.textContent = chart.querySelector("h3").textContent;
  const figure = {
    data,
    layout: {
      ...layout,
      paper_bgcolor: resolve("var(--card)"),
      title: { text: `<b>${plain.innerHTML}</b>`, x: 0, xanchor: "left", xref: "container", pad: { l: 16 }, y: 1, yanchor: "top", yref: "container", font: { size: 16, color: resolve("var(--ink)") } },
      margin: { ...layout.margin, t: 48 },
      height: layout.height + 48,
    },
  };
  figure.layout.title.pad.t = 14;
  await Plotly.downloadImage(figure, { format: "png", scale: 2, width: 900, height: figure.layout.height, filename: chart.dataset.file });
}

// One chart a frame: nobody waits for the second to see the first, nor for all of them to scroll.
let turn = Promise.resolve();
const shown = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));

const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    turn = turn.then(() => painted.has(frame(target)) || draw(target)).then(
      () => { near.unobserve(target); return shown(); },
      () => addEventListener("online", () => { near.unobserve(target); near.observe(target); }, { once: true })); // the static picture stands; the next approach tries again
  }
}, { rootMargin: "200px" });

/** Makes the charts below a node ready; safe to call again after anything changed. */
export function mount(root = document) {
  for (const chart of root.querySelectorAll("[data-chart]:has(.chart-plot)")) {
    const plot = frame(chart);
    press(chart, plot.dataset.range ?? "all");
    if (!painted.has(plot)) near.observe(chart);
    else if (painted.get(plot) !== text(chart)) draw(chart);
  }
}

const drawnByServer = new Map(); // place → the component that draws there

/** Tells a chart that the server draws, for as long as its place is on the page, that the theme in use is another one. */
export function watch(place, component) {
  drawnByServer.set(place, component);
}

function redraw() {
  for (const [place, component] of drawnByServer) {
    if (place.isConnected) component.invokeMethodAsync("Recolour").catch(() => {}); // without a line it keeps its colours
    else drawnByServer.delete(place);
  }
  for (const plot of document.querySelectorAll(".chart-plot[data-painted]")) draw(plot.closest("[data-chart]"));
}

function press(chart, range) {
  for (const button of chart.querySelectorAll("[data-range]:not(.chart-plot)")) button.setAttribute("aria-pressed", String(button.dataset.range === range));
}

document.addEventListener("click", event => {
  const chart = event.target.closest("[data-chart]");
  const range = event.target.closest("button[data-range]");
  if (chart && range) {
    frame(chart).dataset.range = range.dataset.range;
    press(chart, range.dataset.range);
    draw(chart);
  }
  if (chart && event.target.closest("[data-png]")) picture(chart);
});

document.addEventListener("board:shown", () => mount());
document.addEventListener("board:theme", redraw);
for (const asked of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(asked).addEventListener("change", redraw);
// Whoever comes to the charts by the address waits for no layout: the library is on its way meanwhile.
const goal = location.hash && document.getElementById(location.hash.slice(1));
const first = goal && (goal.closest("[data-plotly]") ?? goal.querySelector("[data-plotly]"));
if (first) plotly(first).catch(() => {});
document.documentElement.dataset.charts = ""; // the buttons that need this script may be seen
mount();
