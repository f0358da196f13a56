import type { Pass } from "../../api/types";

export type Dot = { at: number; dbm: number | null };
export type Bar = { from: number; to: number };
export type Lane = { name: string; kind: "antenna" | "eye"; dots: Dot[]; bars: Bar[] };
export type Picture = { from: number; to: number; lanes: Lane[] };

const marginMs = 300;

/** Reads of each antenna and the times each eye was blocked, on one line of time. */
export function pictureOf(pass: Pass): Picture {
  const times = [
    ...pass.reads.map((one) => Date.parse(one.at)),
    ...pass.eyes.map((one) => Date.parse(one.at)),
    Date.parse(pass.pass.first),
    Date.parse(pass.pass.last),
  ];
  const from = Math.min(...times) - marginMs;
  const to = Math.max(...times) + marginMs;
  const antennas = pass.antennas.map((one): Lane => {
    const own = pass.reads.filter((read) => read.device === one.device && read.antenna === one.antenna);
    return {
      name: `${one.device} / ${one.antenna}`,
      kind: "antenna",
      dots: own.map((read) => ({ at: Date.parse(read.at), dbm: read.dbm ?? null })),
      // All its reads lie in here; only the first and the latest are drawn one by one.
      bars: [{ from: Date.parse(one.first), to: Date.parse(one.last) }],
    };
  });
  const eyes = [...new Set(pass.eyes.map((one) => one.eye))].map((eye): Lane => {
    const events = pass.eyes.filter((one) => one.eye === eye).sort((a, b) => a.at.localeCompare(b.at));
    return { name: eye, kind: "eye", dots: [], bars: blockedBars(events, from, to) };
  });
  return { from, to, lanes: [...antennas, ...eyes] };
}

function blockedBars(events: { blocked: boolean; at: string }[], from: number, to: number): Bar[] {
  const bars: Bar[] = [];
  let since: number | null = events[0]?.blocked === false ? from : null;
  for (const event of events) {
    const at = Date.parse(event.at);
    if (event.blocked) since ??= at;
    else if (since !== null) {
      bars.push({ from: since, to: at });
      since = null;
    }
  }
  if (since !== null) bars.push({ from: since, to });
  return bars;
}
