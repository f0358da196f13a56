import createClient, { type Middleware } from "openapi-fetch";
import { noteContact } from "./contact";
import type { paths } from "./schema";
import { ProblemError, problemOf } from "./problem";

/** The value of the cookie that Spring Security expects back as a header. */
export function csrfToken(cookies: string): string | undefined {
  const found = cookies.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
  return found === undefined ? undefined : decodeURIComponent(found.slice("XSRF-TOKEN=".length));
}

const frame: Middleware = {
  onRequest({ request }) {
    const token = csrfToken(document.cookie);
    if (token !== undefined && request.method !== "GET") request.headers.set("X-XSRF-TOKEN", token);
    return request;
  },
  onResponse({ response }) {
    noteContact(Date.now(), response.headers.get("Date"));
  },
};

export const client = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "/" : location.origin,
  credentials: "same-origin",
  fetch: (request) => globalThis.fetch(request),
});
client.use(frame);

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The data of an answer; anything else becomes a {@link ProblemError}. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  let result: Answer<T>;
  try {
    result = await call;
  } catch {
    throw new ProblemError({ status: 0, code: "unreachable" });
  }
  if (!result.response.ok) throw new ProblemError(problemOf(result.response.status, result.error));
  return result.data as T;
}

/** Header of a command. The same key sent twice is applied once. */
export function idempotent(key: string): { "Idempotency-Key": string } {
  return { "Idempotency-Key": key };
}
