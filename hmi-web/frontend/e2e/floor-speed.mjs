// How long the floor map takes to draw one picture of a large floor: `npm run build`, then `node e2e/floor-speed.mjs`.
// Serves the built screens itself and answers for the server: a generated floor and vehicles that all move.
// AISLE_NODES (5000 when not said), AISLE_VEHICLES (200), AISLE_SECONDS (10), AISLE_CHROMIUM. Prints JSON.
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const built = new URL("../../target/classes/static/", import.meta.url).pathname;
const nodes = Number(process.env.AISLE_NODES ?? 5000);
const vehicles = Number(process.env.AISLE_VEHICLES ?? 200);
const seconds = Number(process.env.AISLE_SECONDS ?? 10);
const origin = "http://floor.test";
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };

/** Aisles of slots on both sides, as a warehouse has them: lanes in rows of a hundred columns, every third row slots. */
function floorOf(count) {
  const columns = 100;
  const all = [];
  const lanes = [];
  const name = (column, row) => `N-${column}-${row}`;
  for (let at = 0; at < count; at++) {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const slot = row % 3 === 2;
    all.push({ id: name(column, row), x: column * 2, y: row * 2, kind: slot ? "slot" : "lane", zone: null });
    if (column > 0 && !slot) lanes.push({ from: name(column - 1, row), to: name(column, row), twoWay: row % 3 === 0 });
    if (row > 0) lanes.push({ from: name(column, row - 1), to: name(column, row), twoWay: true });
  }
  const bounds = { minX: 0, minY: 0, maxX: columns * 2, maxY: (count / columns) * 2 };
  return { site: "large", nodes: all, lanes, stations: [], readPoints: [], bounds };
}

function frameOf(floor, step) {
  const each = (index) => {
    const at = (index * 37 + step) % floor.nodes.length;
    const ahead = [1, 2, 3, 4, 5, 6].map((more) => floor.nodes[(at + more) % floor.nodes.length].id);
    const { x, y, id } = floor.nodes[at];
    const waits = index % 10 === 0 ? { vehicle: `AGV-${index + 1}`, place: id, reason: "vehicle.waits.passing" } : null;
    return {
      id: `AGV-${index}`, x, y, theta: 0, state: waits ? "waiting" : "executing", battery: 80, loadId: null, ageMs: 100,
      base: ahead.slice(0, 3), horizon: ahead.slice(3), further: [], transport: null, at: id, sent: null,
      waitsFor: waits ? { ...waits, since: new Date().toISOString() } : null,
    };
  };
  const slots = floor.nodes.filter((node) => node.kind === "slot");
  const units = step === 0 ? slots.map((slot, index) => ({ sscc: String(index).padStart(18, "0"), place: slot.id })) : [];
  const all = Array.from({ length: vehicles }, (_, index) => each(index));
  return JSON.stringify({ t: new Date().toISOString(), full: step === 0, vehicles: all, units, speed: 1 });
}

async function answer(route, floor) {
  const { pathname } = new URL(route.request().url());
  if (pathname === "/api/v1/floor") return route.fulfill({ json: floor });
  if (pathname === "/api/v1/session") {
    return route.fulfill({
      json: {
        username: "measure", displayName: "Measure", roles: ["supervisor"], language: "en", mustChangePassword: false,
        site: "large", simulated: false, speed: 1,
      },
    });
  }
  if (pathname.startsWith("/api/v1/live")) return route.fulfill({ contentType: "text/event-stream", body: ":here\n\n" });
  if (pathname.startsWith("/api/")) return route.fulfill({ json: pathname.endsWith("closures") ? [] : { items: [], total: 0, page: 0, size: 0 } });
  const file = join(built, extname(pathname) === "" ? "index.html" : pathname);
  return existsSync(file)
    ? route.fulfill({ contentType: types[extname(file)] ?? "application/octet-stream", body: readFileSync(file) })
    : route.fulfill({ status: 404 });
}

const floor = floorOf(nodes);
const browser = await chromium.launch({
  executablePath: process.env.AISLE_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.route("**/*", (route) => answer(route, floor));
  await page.routeWebSocket(/live\/floor/, (socket) => {
    let step = 0;
    socket.send(frameOf(floor, step));
    const timer = setInterval(() => socket.send(frameOf(floor, ++step)), 250);
    socket.onClose(() => clearInterval(timer));
  });
  // Every picture begins by laying down the still layer and ends with the animation callback.
  await page.addInitScript(() => {
    window.pictures = [];
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) =>
      ask((at) => {
        const began = performance.now();
        draw(at);
        window.pictures.push({ began, took: performance.now() - began });
      });
  });
  await page.goto(`${origin}/floor`);
  await page.locator("canvas").waitFor();
  await page.waitForTimeout(2_000);
  if (process.env.AISLE_SHOT) await page.screenshot({ path: process.env.AISLE_SHOT });
  await page.evaluate(() => (window.pictures.length = 0));
  await page.waitForTimeout(seconds * 1_000);
  // Callbacks that came too early to draw again take no time; only drawn pictures count.
  const took = await page.evaluate(() => window.pictures.map((one) => one.took).filter((ms) => ms > 0.3));
  took.sort((a, b) => a - b);
  const at = (part) => Number((took[Math.min(took.length - 1, Math.floor(part * took.length))] ?? 0).toFixed(1));
  console.log(
    JSON.stringify({ nodes: floor.nodes.length, lanes: floor.lanes.length, vehicles, pictures: took.length,
      perSecond: Number((took.length / seconds).toFixed(1)), p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) }),
  );
} finally {
  await browser.close();
}
