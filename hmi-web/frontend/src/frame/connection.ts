export type Connection = "live" | "slow" | "lost";

/** The session is asked every 10 s, so 12 s of silence is late and 25 s is a lost server. */
const lateMs = 12_000;
const lostMs = 25_000;

export function connectionOf(lastAt: number, pushOpen: boolean, now: number): Connection {
  const silent = now - lastAt;
  if (silent > lostMs) return "lost";
  return silent > lateMs || !pushOpen ? "slow" : "live";
}
