/**
 * The hands of the people in the story, for what no screen can do: scan with a station's scanner, lay goods on its scale,
 * carry something past a portal. The test that tells the story lends them.
 */
export class Hands {
  constructor(url) {
    this.url = url;
  }

  async #do(act, what) {
    const answer = await fetch(`${this.url}/${act}?${new URLSearchParams(what)}`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`hands cannot ${act} ${JSON.stringify(what)}: ${text}`);
    return text;
  }

  /** @param text with application identifiers, as a GS1-128 code holds it */
  scan(scanner, text) {
    return this.#do("scan", { scanner, text });
  }

  lay(scale, grams) {
    return this.#do("lay", { scale, grams: String(grams) });
  }

  /** A tag that belongs to nothing here goes out at a dock. */
  carryOut(dock, epc) {
    return this.#do("carry-out", { dock, epc });
  }

  /** How many labels came out of a printer. */
  async labels(printer) {
    return Number(await this.#do("labels", { printer }));
  }
}
