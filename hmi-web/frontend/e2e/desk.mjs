import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { whatLooksWrong } from "./looks.mjs";
import { words } from "./words.mjs";

/** Families of the screens' texts: such a dotted word on a screen is a text that is missing. */
const rawKey =
  /\b(alarms?|devices(?!\.yaml)|effect|encoding|exceptions?|fact|fleet|floor|frame|help|inbound|invariant|job|label|ledger|loads|milestone|move|orders|pick|problem|session|sighting|sim|slot|station|stock|system|task|trace|transports?|ui|unitState|users|value|vehicle)\.[a-z][A-Za-z.]+\b|\{\{\w+\}\}|\[object Object\]/;

/** Numbers the screenshots of one story in the order they are taken. */
export class Album {
  constructor(folder) {
    this.folder = folder;
    this.count = 0;
    mkdirSync(folder, { recursive: true });
  }

  async add(page, name) {
    this.count += 1;
    const path = join(this.folder, `${String(this.count).padStart(2, "0")}-${name}.png`);
    await page.screenshot({ path });
    return path;
  }
}

/** One person at one browser, who finds things by what is written on them. */
export class Desk {
  constructor(page, language, album, hands) {
    this.page = page;
    this.language = language;
    this.words = words[language];
    this.album = album;
    this.hands = hands;
    this.complaints = [];
    this.step = "";
    page.on("pageerror", (error) => this.complaints.push(`error on the page: ${error.message}`));
  }

  /** Tells what comes now; a story that stands still is told with it. */
  now(what) {
    this.step = what;
    console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);
  }

  async signIn(url, username, password) {
    const { page, words: w } = this;
    await page.goto(url);
    await page.getByText(w.language, { exact: true }).click();
    await page.getByLabel(w.username, { exact: true }).fill(username);
    await page.getByLabel(w.password, { exact: true }).fill(password);
    await this.shot("sign-in");
    await this.press(w.signIn);
    await page.getByRole("banner").waitFor();
    await page.waitForTimeout(300);
    const other = page.getByRole("button", { name: w.language, exact: true });
    if (await other.isVisible()) await other.click();
    await page.getByRole("link", { name: w.nav.station, exact: true }).waitFor();
  }

  async press(name) {
    await this.page.getByRole("button", { name, exact: typeof name === "string" }).click();
  }

  async open(place) {
    await this.page.getByRole("link", { name: this.words.nav[place], exact: true }).click();
  }

  /** Goes to a station's screen as a person does: leaves the former one, chooses the new one. */
  async standAt(station) {
    const leave = this.page.getByRole("button", { name: this.words.leaveStation });
    if (await leave.isVisible()) await leave.click();
    else await this.open("station");
    await this.page.getByRole("heading", { name: this.words.whichStation }).waitFor();
    await this.page.getByRole("button", { name: new RegExp(`^${station}`) }).click();
    await this.page.getByRole("heading", { name: station, exact: true }).waitFor();
  }

  /** A fact of a job by its name. */
  fact(name) {
    return this.page.locator("dl > div", { has: this.page.getByText(name, { exact: true }) }).locator("dd");
  }

  /** A state in a word, whatever sign stands before it. */
  tag(text, within = this.page) {
    return within.locator("[data-tone]").filter({ hasText: new RegExp(`^(\\S )?${text}$`) }).first();
  }

  /** The text of the page as a person reads it. */
  async text() {
    return this.page.locator("body").innerText();
  }

  /** Keeps a picture, and refuses a page on which a text is missing or something broke. */
  async shot(name) {
    await this.album.add(this.page, name);
    const text = await this.text();
    const key = rawKey.exec(text);
    if (text.includes(this.words.alarmsUnknown)) throw new Error(`the alarms cannot be read on ${name}`);
    if (key !== null) throw new Error(`"${key[0]}" stands on the screen ${name} instead of words`);
    if (this.complaints.length > 0) throw new Error(this.complaints.join("\n"));
  }

  /** As `shot`; and everybody must be able to use the page, and see all of it without scrolling sideways. */
  async look(name) {
    await this.shot(name);
    const wrong = await whatLooksWrong(this.page);
    if (wrong.length > 0) throw new Error(`${name}:\n${wrong.join("\n")}`);
  }
}
