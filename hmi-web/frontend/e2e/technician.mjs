import { until } from "./until.mjs";

/** What stands at the stations of the demonstration besides what its site file names. */
export const table = (station) => {
  const name = station === "PICK-1" ? "PICK-1" : "T1";
  return { scale: `scale-${name}`, scanner: `scanner-${name}` };
};

/** A setting of the form by its key, which stands at the end of its label. */
function field(page, role, key) {
  return page.getByRole(role, { name: new RegExp(`(^|· )${key}( \\*)?$`) });
}

async function fill(desk, driver, name, settings, simulated) {
  const { page, words } = desk;
  await page.getByRole("textbox", { name: words.deviceName }).fill(name);
  await page.getByRole("combobox", { name: words.driver }).click();
  await page.getByRole("option", { name: new RegExp(`^${driver} ·`) }).click();
  for (const [key, value] of Object.entries(settings)) {
    if (typeof value === "string") await field(page, "textbox", key).fill(value);
    else {
      await field(page, "combobox", key).click();
      await page.getByRole("option", { name: value.choice, exact: true }).click();
    }
  }
  if (simulated) await page.getByRole("switch", { name: words.playedBySimulator }).check({ force: true });
}

async function add(desk, url, driver, name, settings) {
  const { page, words } = desk;
  await page.goto(`${url}/devices/new`);
  await fill(desk, driver, name, settings, true);
  await desk.press(words.addDevice);
  await page.waitForURL(new RegExp(`/devices/${name}$`));
}

/** Adds a scale, a scanner, a printer and a reader on screen; a wrong setting is refused at its field first. */
export async function equip(desk, url) {
  const { page, words, language } = desk;
  const station = "[DOCK-1, PICK-2]";
  desk.now("add devices");
  await page.goto(`${url}/devices/new`);
  await fill(desk, "rfid-a0", "reader-T1", { port: "nowhere at all", antennas: "1: no-such-point" }, false);
  await desk.press(words.addDevice);
  await page.locator("[aria-invalid=true]").first().waitFor();
  for (const key of ["port", "antennas"]) {
    if ((await field(page, "textbox", key).getAttribute("aria-invalid")) !== "true") {
      throw new Error(`nothing is said at the field ${key}`);
    }
  }
  await desk.look("device-refused");
  await field(page, "textbox", "port").fill("");
  await field(page, "textbox", "antennas").fill("1: {}");
  await page.getByRole("switch", { name: words.playedBySimulator }).check({ force: true });
  await desk.press(words.addDevice);
  await page.waitForURL(/\/devices\/reader-T1$/);
  await add(desk, url, "scale-serial", "scale-T1", { format: { choice: "sics" }, station });
  await add(desk, url, "scanner-serial", "scanner-T1", { station });
  await add(desk, url, "printer-zpl", "printer-T1", { language: { choice: language } });
}

async function list(desk, url) {
  const { page, words } = desk;
  desk.now("look through the devices");
  await page.goto(`${url}/devices`);
  const rows = page.locator("tbody tr");
  await rows.first().waitFor();
  await page.waitForTimeout(300);
  await desk.look("devices");
  await page.getByRole("button", { name: words.sortByName }).click();
  await until(async () => (await rows.nth(1).innerText()).includes("head-P1-A"));
  await page.getByRole("combobox", { name: words.kind, exact: true }).click();
  await page.getByRole("option", { name: words.scanner, exact: true }).click();
  await until(async () => (await rows.allInnerTexts()).every((row) => row.includes("scanner-")));
  await kept(desk, "scanner-PICK-1");
}

/** The export of the list that is on screen names what the list shows. */
async function kept(desk, expected) {
  const { page, words } = desk;
  const href = await page.getByRole("link", { name: words.csv }).getAttribute("href");
  const answer = await page.request.get(new URL(href, page.url()).href);
  const text = await answer.text();
  if (!answer.ok() || !text.includes(expected)) throw new Error(`${href} does not name ${expected}: ${text.slice(0, 300)}`);
}

async function see(desk, url, name, kind) {
  const { page, words } = desk;
  desk.now(`look at ${name}`);
  await page.goto(`${url}/devices/${name}`);
  await page.getByRole("heading", { name, exact: true }).waitFor();
  await page.getByText(words.healthy, { exact: true }).first().waitFor();
  await page.getByRole("button", { name: words.test }).click();
  if (kind === "scanner") {
    await page.getByText(words.scanNow).waitFor();
    await desk.hands.scan(name, "0109521141000014");
  }
  await desk.tag(words.answered).waitFor();
  const telegrams = page.getByRole("region", { name: words.telegrams }).locator("tbody tr");
  if (kind !== "quiet") await telegrams.first().waitFor();
  await desk.look(name);
  return telegrams;
}

/** Devices of every kind: state, test, what is special about them, telegrams in bytes and in words. */
export { switchOver, see, list };
export async function walk(desk, url) {
  const { page, words } = desk;
  await list(desk, url);
  await see(desk, url, "reader-D1", "reader");
  const telegrams = await see(desk, url, "head-P1-A", "head");
  const said = await telegrams.first().innerText();
  if (!words.readRegisters.test(said) || !/\b([0-9A-F]{2} ){5}/.test(said)) throw new Error(`a telegram says "${said}"`);
  desk.now("look for what the head was asked");
  await page.getByText(words.sent, { exact: true }).first().click();
  await until(async () => (await telegrams.allInnerTexts()).every((one) => one.includes("→")));
  await see(desk, url, "plc-1", "plc");
  await see(desk, url, "scale-PICK-1", "scale");
  await see(desk, url, "scanner-PICK-1", "scanner");
  await see(desk, url, "printer-1", "quiet");
  await switchOver(desk, url);
}

/** The simulated reader becomes a real one that is not there, and is simulated again; then it is removed. */
async function switchOver(desk, url) {
  const { page, words } = desk;
  const name = "reader-T1";
  desk.now(`put a real device in the place of ${name}`);
  await page.goto(`${url}/devices/${name}`);
  await desk.press(words.makeReal);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("127.0.0.1:9");
  await desk.look("device-switch");
  await dialog.getByRole("button", { name: words.makeReal }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText(words.failure, { exact: true }).first().waitFor();
  await desk.press(words.test);
  await desk.tag(words.notConnected).waitFor();
  await desk.look("device-real");
  await desk.press(words.makeSimulated);
  await dialog.getByRole("button", { name: words.makeSimulated }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText(words.healthy, { exact: true }).first().waitFor();
  desk.now(`remove ${name}`);
  await desk.press(words.remove);
  await dialog.getByRole("button", { name: words.remove }).click();
  await page.waitForURL(/\/devices$/);
}

/** Writes one tag; a second one in the field is refused until it is taken away. */
export async function writeTags(desk, url) {
  const { page, words } = desk;
  desk.now("write a tag");
  await page.goto(`${url}/encoding/reader-E1`);
  const another = page.getByRole("button", { name: words.anotherRow });
  await page.getByRole("button", { name: words.layOne }).waitFor();
  if (await another.isVisible()) await another.click();
  await page.getByRole("button", { name: words.takeAllAway }).click();
  await desk.look("encoding");
  await desk.press(words.startWriting);
  await desk.press(words.layOne);
  await page.getByText(words.allWritten).waitFor();
  await desk.look("tag-written");
  desk.now("lay two tags at once");
  await desk.press(words.takeAllAway);
  await another.click();
  await desk.press(words.layOne);
  await desk.press(words.layOne);
  await desk.press(words.startWriting);
  await page.getByText(words.severalTags).first().waitFor();
  await desk.look("two-tags-refused");
  await desk.press(words.takeAllAway);
  await desk.press(words.layOne);
  await page.getByText(words.allWritten).waitFor();
  await desk.press(words.takeAllAway);
  desk.now("find the tags on the record");
  await page.getByRole("link", { name: words.tagRecord }).click();
  await page.locator("tbody tr").first().waitFor();
  await desk.look("tags-on-record");
  await kept(desk, "SSCC");
}

/** A label once more: it comes out of the printer. */
export async function printLabel(desk, url, sscc) {
  const { page, words, hands } = desk;
  desk.now(`print the label of ${sscc}`);
  const before = await hands.labels("printer-1");
  await page.goto(`${url}/devices/printer-1`);
  await page.getByRole("textbox", { name: words.labelOf }).fill(sscc);
  await desk.press(words.print);
  await until(async () => (await hands.labels("printer-1")) > before);
  const row = page.locator("tbody tr").filter({ hasText: sscc }).first();
  await desk.tag(words.printed, row).waitFor();
  await desk.look("label-printed");
}
