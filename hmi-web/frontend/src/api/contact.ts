/** When the server last answered or pushed anything, and by how much its clock differs from ours. */
type Contact = { lastAt: number; offsetMs: number; pushOpen: boolean };

let contact: Contact = { lastAt: 0, offsetMs: 0, pushOpen: false };
const listeners = new Set<() => void>();

function set(change: Partial<Contact>): void {
  contact = { ...contact, ...change };
  listeners.forEach((listener) => listener());
}

/** `serverDate` is the HTTP Date header, exact to one second. */
export function noteContact(now: number, serverDate?: string | null): void {
  const server = serverDate ? Date.parse(serverDate) : NaN;
  // Half a second: the header is cut to whole seconds, so on average the server is that much further on.
  const offsetMs = Number.isNaN(server) ? contact.offsetMs : server + 500 - now;
  const steady = Math.abs(offsetMs - contact.offsetMs) < 1500;
  set({ lastAt: now, offsetMs: steady ? contact.offsetMs : offsetMs });
}

export function notePush(open: boolean): void {
  set({ pushOpen: open });
}

export function currentContact(): Contact {
  return contact;
}

export function onContact(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
