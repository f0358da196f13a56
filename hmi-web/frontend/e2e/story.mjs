// Walks through the real screens of a running demonstration as its people do: receive, watch the
// vehicle store, enter an order, pick, pack, ship, and read the life of what was shipped.
// Beside them a technician adds devices, looks at each kind, tries them, and writes tags.
// AISLE_URL, AISLE_HANDS (see hands.mjs), AISLE_LANGUAGE (zh or en), AISLE_SHOTS (a folder), AISLE_OPERATOR,
// AISLE_SUPERVISOR and AISLE_ADMINISTRATOR (their passwords); AISLE_CHROMIUM names the browser when it is not
// /usr/bin/chromium.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { Album, Desk } from "./desk.mjs";
import { Hands } from "./hands.mjs";
import { equip, printLabel, table, walk, writeTags } from "./technician.mjs";
import { until } from "./until.mjs";

const { AISLE_URL: url, AISLE_LANGUAGE: language, AISLE_SHOTS: shots } = process.env;
const executablePath = process.env.AISLE_CHROMIUM ?? "/usr/bin/chromium";
const soonMs = 60_000;
const workMs = 90_000;
const quantity = 2;

if (!existsSync(executablePath)) {
  console.error(
    `The browser test needs Chromium, which is not at ${executablePath}; install it (on Debian: apt install chromium fonts-noto-cjk) or name it in AISLE_CHROMIUM, then run ./aisle test again.`,
  );
  process.exit(2);
}

const album = new Album(shots);
const hands = new Hands(process.env.AISLE_HANDS);
let browser = null;
let at = null;

function now(desk, what) {
  at = desk;
  desk.now(what);
}

/** Every person has a window of their own, with a memory of its own; one browser shows them all. */
async function sitDown() {
  browser ??= await chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--lang=${language === "zh" ? "zh-CN" : "en-GB"}`,
    ],
  });
  const window = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: language === "zh" ? "zh-CN" : "en-GB",
  });
  const page = await window.newPage();
  page.setDefaultTimeout(soonMs);
  return new Desk(page, language, album, hands);
}

async function receive(operator) {
  const { page, words } = operator;
  now(operator, "stand at DOCK-1 and see what the truck brings");
  await operator.standAt("DOCK-1");
  const start = page.getByRole("button", { name: words.startUnloading });
  await start.waitFor({ timeout: workMs });
  await operator.shot("truck-at-the-dock");
  const pallets = await page.locator("li[data-seen] code").allInnerTexts();
  now(operator, "start unloading");
  await start.click();
  await refuseForItsWeight(operator, pallets.at(-1));
  await page.locator('li[data-seen="true"]').first().waitFor({ timeout: workMs });
  await operator.shot("first-pallet-read");
  return { pallets, first: await page.locator('li[data-seen="true"] code').first().innerText() };
}

/** The last pallet of the truck is scanned by hand while something far too light lies on the scale. */
async function refuseForItsWeight(operator, sscc) {
  const { page, words } = operator;
  const { scale, scanner } = table("DOCK-1");
  now(operator, `weigh ${sscc} and find it too light`);
  await page.getByRole("button", { name: words.closeReceipt }).waitFor();
  await hands.lay(scale, 20_000);
  const weight = page.getByRole("status", { name: words.scale });
  await weight.getByText(/^20 kg$/).waitFor();
  await hands.scan(scanner, `00${sscc}`);
  await operator.tag(words.weightDiffers, weight).waitFor();
  await operator.shot("weight-refused");
  for (const name of [words.measured, words.expected, words.difference]) {
    if (!/[1-9].* kg/.test(await operator.fact(name).innerText())) throw new Error(`no weight under ${name}`);
  }
  await hands.lay(scale, 0);
}

async function watchItStored(operator, sscc) {
  const { page, words } = operator;
  now(operator, `watch a vehicle carry ${sscc}`);
  await operator.open("floor");
  await page.locator("main").getByText(words.table, { exact: true }).click();
  const loaded = page.locator("tbody tr").filter({ hasText: /\d{18}/ }).first();
  await loaded.waitFor({ timeout: workMs });
  await loaded.getByRole("button").click();
  await operator.shot("vehicles-table");
  await page.locator("main").getByText(words.map, { exact: true }).click();
  await page.locator("aside").getByRole("heading", { name: /^AGV-/ }).first().waitFor();
  await page.waitForTimeout(700);
  await operator.shot("vehicle-carries-a-pallet");
  now(operator, `find ${sscc} in its slot`);
  await page.goto(`${url}/stock/locations`);
  await page.getByRole("textbox", { name: words.search }).fill(sscc);
  const row = page.locator("tbody tr").filter({ hasText: sscc }).filter({ hasText: /S-\d\d-\d\d/ });
  await row.waitFor({ timeout: workMs });
  await operator.shot("pallet-in-its-slot");
  const item = /\(([^()]+)\)/.exec(await row.innerText());
  if (item === null) throw new Error(`the stock list names no item for ${sscc}`);
  return item[1];
}

async function closeReceipt(operator, count) {
  const { page, words } = operator;
  now(operator, "close the receipt when every pallet was read");
  await operator.open("station");
  await page.getByRole("button", { name: /^DOCK-1/ }).click();
  await page.getByText(words.allRead).waitFor({ timeout: workMs });
  const read = await operator.fact(words.palletsRead).innerText();
  if (read.replace(/\s/g, "") !== `${count}/${count}`) throw new Error(`${words.palletsRead}: ${read}`);
  await operator.shot("all-pallets-read");
  await operator.press(words.closeReceipt);
  await page.locator('output[data-tone="ok"]').waitFor();
  await operator.shot("receipt-closed");
}

async function enterOrder(supervisor, item) {
  const { page, words } = supervisor;
  now(supervisor, `enter an order for ${item}`);
  await supervisor.open("orders");
  await supervisor.page.getByRole("link", { name: words.enterOrder }).click();
  await page.getByRole("combobox", { name: words.customer }).click();
  await page.getByRole("option").first().click();
  await page.getByLabel(words.reference).fill(`PO-${Date.now()}`);
  await page.getByRole("combobox", { name: words.itemOfLine1 }).fill(item);
  await page.getByRole("option", { name: new RegExp(`· ${item} `) }).click();
  await page.getByLabel(words.quantity, { exact: true }).fill(String(quantity));
  await supervisor.shot("order-entry");
  await supervisor.press(words.submitOrder);
  await page.waitForURL(/\/orders\/SO-/);
  now(supervisor, "confirm the order");
  await supervisor.press(words.confirmOrder);
  await page.getByRole("button", { name: words.confirmOrder }).waitFor({ state: "detached" });
  await supervisor.shot("order-confirmed");
  return page.url().split("/").pop();
}

/** Where the newest transport to a place of this kind goes, as the list of transports says. */
async function newestWay(desk, to, known) {
  const { page } = desk;
  await page.goto(`${url}/transports`);
  return until(async () => {
    for (const row of await page.locator("tbody tr").allInnerTexts()) {
      const id = row.split(/\s/)[0];
      const way = to.exec(row);
      if (way && !known.has(id)) return { id, unit: row.split(/\s+/)[1], to: way[1] };
    }
    return null;
  });
}

async function knownTransports(desk) {
  const { page } = desk;
  await page.goto(`${url}/transports`);
  await page.locator("tbody tr").first().waitFor();
  return new Set((await page.locator("tbody tr").allInnerTexts()).map((row) => row.split(/\s/)[0]));
}

async function pickAndPack(operator, position, order) {
  const { page, words } = operator;
  const station = `PICK-${position[1]}`;
  now(operator, `pick ${order} at ${station}`);
  await operator.standAt(station);
  await page.getByText(new RegExp(order)).first().waitFor({ timeout: workMs });
  await operator.shot("pick-waits-for-the-pallet");
  await operator.page.locator("dd", { hasText: words.byTag }).waitFor({ timeout: workMs });
  await operator.look("pick");
  const { scale, scanner } = table(station);
  now(operator, "scan the wrong article, then the right one");
  const gtin = (await page.getByText(/· GTIN/).locator("code").last().innerText()).padStart(14, "0");
  await hands.scan(scanner, "0109521141000014");
  await page.getByText(words.wrongItem).waitFor();
  await operator.look("wrong-article");
  await hands.scan(scanner, `01${gtin}`);
  const pack = page.getByRole("button", { name: words.packed });
  await pack.waitFor({ timeout: workMs });
  now(operator, `pack ${order}, first with too much on the scale`);
  const expectedKg = parseFloat((await operator.fact(words.calculatedWeight).innerText()).replaceAll(",", ""));
  await hands.lay(scale, Math.round(expectedKg * 1_000) + 5_000);
  await operator.tag(words.weightDiffers).waitFor();
  await pack.click();
  await page.locator('main [role="alert"]').waitFor();
  await operator.look("pack-weight-differs");
  await hands.lay(scale, Math.round(expectedKg * 1_000));
  await operator.tag(words.weightFits).waitFor();
  await operator.look("pack");
  await pack.click();
  await page.locator('output[data-tone="ok"]').waitFor();
  await operator.shot("packed");
  await hands.lay(scale, 0);
}

async function ship(operator, supervisor, dock, order) {
  const { page, words } = operator;
  const station = `SHIP-${dock[1]}`;
  now(operator, `load ${order} at ${station}`);
  await operator.standAt(station);
  const start = page.getByRole("button", { name: words.startLoading });
  await start.waitFor({ timeout: workMs });
  await page.getByText(new RegExp(order)).first().waitFor();
  await operator.look("load");
  now(supervisor, `find out that the truck at ${dock} may not leave yet`);
  const desk = supervisor.page;
  await supervisor.open("loads");
  const truck = desk.getByRole("link", { name: words.truckAt(dock) });
  await truck.waitFor();
  await supervisor.look("loads");
  await truck.click();
  await supervisor.press(words.letItGo);
  await desk.getByText(words.mayNotLeave).first().waitFor();
  await supervisor.look("load-refused");
  await supervisor.press(words.goOnLoading);
  now(operator, "carry the parcel through the portal");
  await start.click();
  await page.locator('output[data-tone="ok"]').waitFor();
  await operator.shot("loading");
  await desk.getByText(words.mayLeave, { exact: true }).first().waitFor({ timeout: workMs });
  now(supervisor, "find something on the truck that is on no paper");
  await hands.carryOut(dock, "E28011700000020F4A5B6C7D");
  await desk.getByText(words.tooMuch).first().waitFor();
  await supervisor.look("load-surplus");
  if (language === "zh") await takeOffAndLeave(supervisor);
  else await leaveByHand(supervisor);
  await supervisor.look("truck-left");
  await supervisor.open("loads");
  await desk.getByText(words.leftLoads, { exact: true }).click();
  await desk.locator("tbody tr").first().waitFor();
  await supervisor.look("loads-left");
}

async function takeOffAndLeave(supervisor) {
  const { page, words } = supervisor;
  now(supervisor, "have it taken off, and let the truck go");
  await supervisor.press(words.takenOff);
  await page.getByText(words.mayLeave, { exact: true }).first().waitFor();
  await supervisor.shot("load-complete");
  await supervisor.press(words.letItGo);
  await page.getByRole("button", { name: words.letItGo }).waitFor({ state: "detached" });
}

async function leaveByHand(supervisor) {
  const { page, words } = supervisor;
  now(supervisor, "let the truck go with a reason");
  await supervisor.press(words.byHand);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("The driver's own pallet jack");
  await supervisor.look("load-by-hand");
  await dialog.getByRole("button", { name: words.byHandVerb }).click();
  await page.getByText(words.wentByHand, { exact: true }).first().waitFor();
}

async function readItsLife(supervisor, order, pallet) {
  const { page, words } = supervisor;
  now(supervisor, `see ${order} shipped`);
  await page.goto(`${url}/orders/${order}`);
  const shipped = page.getByRole("list", { name: words.milestones }).getByRole("listitem").filter({
    hasText: words.shipped,
  });
  await until(async () => (await shipped.getAttribute("data-state")) === "reached");
  await supervisor.shot("order-shipped");
  now(supervisor, "read the life of the parcel from its first to its last read");
  const parcel = page.getByRole("link", { name: /^\d{18}$/ }).first();
  await parcel.click();
  const steps = page.locator("main ol > li");
  await steps.first().waitFor();
  await page.locator('main li[data-kind="sighting"]').filter({ hasText: /@ X\d/ }).first().waitFor({ timeout: workMs });
  await supervisor.shot("life-of-the-parcel");
  now(supervisor, "read the life of the pallet");
  await page.goto(`${url}/trace/units/${pallet}`);
  const reads = page.locator('main li[data-kind="sighting"]');
  await reads.filter({ hasText: /@ D1/ }).first().waitFor();
  await reads.filter({ hasText: /@ P\d-[AB]/ }).first().waitFor();
  await supervisor.shot("life-of-the-pallet");
  await page.goto(`${url}/trace/orders/${order}`);
  await steps.first().waitFor();
  await supervisor.shot("life-of-the-order");
}

/** Pages of the story that nobody had to touch. */
async function lookAround(supervisor) {
  for (const place of ["orders", "inbound", "stock", "devices", "system"]) {
    now(supervisor, `look at ${place}`);
    await supervisor.open(place);
    await supervisor.page.locator("main").getByRole("heading").first().waitFor();
    await supervisor.page.waitForTimeout(500);
    await supervisor.shot(place);
  }
}

/** The fleet, one vehicle in detail, and who waits for whom. */
async function lookAtFleet(supervisor) {
  const { page, words } = supervisor;
  now(supervisor, "look at the fleet");
  await supervisor.open("fleet");
  const vehicle = page.getByRole("link", { name: "AGV-01", exact: true });
  await vehicle.waitFor();
  await supervisor.shot("fleet");
  now(supervisor, "look at what one vehicle did, its order and its messages");
  await vehicle.click();
  await page.locator("figure").first().waitFor();
  await page.locator("ol button[aria-expanded]").first().waitFor();
  await supervisor.shot("vehicle");
  now(supervisor, "open what a vehicle can be told, and its recovery");
  await page.getByRole("button", { name: words.more, exact: true }).click();
  const recover = page.getByRole("menuitem", { name: words.recover });
  await recover.waitFor();
  await supervisor.look("vehicle-menu");
  await recover.click();
  await page.getByRole("radio", { name: words.nothingAboard, exact: true }).check();
  await supervisor.look("vehicle-recovery");
  now(supervisor, "look at the traffic");
  await supervisor.open("floor");
  await page.locator("main").getByText(words.traffic, { exact: true }).click();
  await page.locator("main").getByRole("heading", { level: 2 }).first().waitFor();
  await supervisor.shot("traffic");
}

/** A technician at work beside the others: what fails there is told with its own step, when it is asked for. */
async function serve(technician) {
  try {
    await walk(technician, url);
    await writeTags(technician, url);
    return null;
  } catch (error) {
    const picture = await album.add(technician.page, "technician-failed");
    return new Error(`the technician, at "${technician.step}" (see ${picture}): ${error.message}`);
  }
}

async function tell() {
  const technician = await sitDown();
  now(technician, "sign in as the administrator");
  await technician.signIn(url, "admin", process.env.AISLE_ADMINISTRATOR);
  await equip(technician, url);
  const served = serve(technician);

  const operator = await sitDown();
  now(operator, "sign in as the operator");
  await operator.signIn(url, "operator", process.env.AISLE_OPERATOR);
  const { pallets, first } = await receive(operator);
  const item = await watchItStored(operator, first);
  await closeReceipt(operator, pallets.length);

  const supervisor = await sitDown();
  now(supervisor, "sign in as the supervisor");
  await supervisor.signIn(url, "supervisor", process.env.AISLE_SUPERVISOR);
  const before = await knownTransports(supervisor);
  const order = await enterOrder(supervisor, item);
  now(supervisor, "see where the pallet is brought to be picked from");
  const toPick = await newestWay(supervisor, /→ (P\d-[AB])/, before);
  await supervisor.shot("transports");
  await pickAndPack(operator, toPick.to, order);
  now(supervisor, "see where the parcel is brought to be loaded");
  const toShip = await newestWay(supervisor, /→ (X\d)/, before);
  await ship(operator, supervisor, toShip.to, order);
  await readItsLife(supervisor, order, toPick.unit);
  await lookAtFleet(supervisor);
  await lookAround(supervisor);
  const failed = await served;
  if (failed) throw failed;
  await printLabel(technician, url, toPick.unit);
}

try {
  await tell();
} catch (error) {
  console.error(`FAILED: ${at?.step ?? "start the browser"}\n${error instanceof Error ? error.message : String(error)}`);
  if (at !== null) {
    console.error(`See ${await album.add(at.page, "failed")}; the page ${at.page.url()} says:\n${await at.text()}`);
  }
  process.exitCode = 1;
} finally {
  await browser?.close();
}
