'use strict';

// Reads one EPC in hex a line and answers one line: name|filter|prefix|reference|serial,
// or !reason where node-epc refuses it. A GID has its manager and class as prefix and reference.
const epc = require('node-epc');
const lines = require('readline').createInterface({ input: process.stdin });

const text = (value) => (value === undefined ? '' : String(value));

// epc.parse would do, but reads its folder of parsers again for every EPC.
const names = ['sgtin', 'sscc', 'sgln', 'grai', 'giai', 'gsrn', 'gdti', 'gid'];
const parsers = Promise.all(names.map((name) => epc.getParser(name)));

async function parse(hex) {
  for (const parser of await parsers) {
    if (await parser.canParse(hex)) {
      return parser.parse(hex);
    }
  }
  throw new Error('no parser takes ' + hex);
}

async function answer(hex) {
  try {
    const parsed = await parse(hex);
    const p = parsed.parts;
    const reference = [
      p.ItemReference,
      p.SerialReference,
      p.LocationReference,
      p.AssetType,
      p.IndividualAssetReference,
      p.ServiceReference,
      p.DocumentType,
      p.ObjectClass,
    ].find((value) => value !== undefined);
    const serial = p.Extension !== undefined ? p.Extension : p.SerialNumber;
    const prefix = p.CompanyPrefix !== undefined ? p.CompanyPrefix : p.ManagerNumber;
    return [parsed.getName(), text(p.Filter), text(prefix), text(reference), text(serial)].join('|');
  } catch (error) {
    return '!' + error;
  }
}

(async () => {
  for await (const line of lines) {
    process.stdout.write((await answer(line.trim())) + '\n');
  }
})();
