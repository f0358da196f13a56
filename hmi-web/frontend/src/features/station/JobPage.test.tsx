// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Job, JobEffect } from "../../api/types";
import { startTexts } from "../../i18n";
import { JobPage } from "./JobPage";

const job: Job = {
  taskId: "7",
  kind: "pick",
  station: "PICK-1",
  instructionKey: "job.pick.take",
  facts: { position: "P1-A", quantity: 3 },
  behind: 1,
  pick: {
    position: "P1-A",
    unit: "106141412345678908",
    unitConfirmedBy: "rfid",
    item: "I-7",
    itemName: "Bolts",
    gtin: "04006381333931",
    lot: null,
    expiry: null,
    quantity: 3,
    order: "SO-000001",
    parcel: null,
    customerName: "Shop 1",
  },
};

const effect: JobEffect = { done: true, next: null, effectKey: "effect.pick.done", effect: { quantity: 3 } };

type Sent = { url: string; key: string | null; body: unknown };

/** A server that answers confirmations only when told to, or loses the first answer. */
function server(options: { loseFirst?: boolean } = {}) {
  const sent: Sent[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const json = (body: unknown) =>
    new Response(JSON.stringify(body), { status: 200, headers: { "Content-Type": "application/json" } });
  const fetchFake = async (request: Request): Promise<Response> => {
    const url = new URL(request.url).pathname;
    if (url.endsWith("/job")) return json(job);
    if (url.endsWith("/queue")) return json([]);
    sent.push({ url, key: request.headers.get("Idempotency-Key"), body: await request.json() });
    if (options.loseFirst === true && sent.length === 1) throw new TypeError("network");
    if (options.loseFirst !== true) await gate;
    return json(effect);
  };
  vi.stubGlobal("fetch", fetchFake);
  const answer = async () => {
    await act(async () => {
      release();
      await gate;
    });
  };
  return { sent, answer };
}

/** A scanner's key presses, 8 ms apart by their own time stamps. */
function scan(digits: string) {
  const codes = [...Array.from(digits, (digit) => `Digit${digit}`), "Enter"];
  act(() => {
    codes.forEach((code, index) => {
      const press = new KeyboardEvent("keydown", { code, bubbles: true });
      Object.defineProperty(press, "timeStamp", { value: 1000 + 8 * index });
      window.dispatchEvent(press);
    });
  });
}

function show() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const router = createMemoryRouter([{ path: "/station/:station", element: <JobPage /> }], {
    initialEntries: ["/station/PICK-1"],
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

beforeAll(async () => {
  await startTexts("en");
});

beforeEach(() => {
  const media = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal("matchMedia", () => media);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the station screen", () => {
  it("says done only after the server has said so, and sending until then", async () => {
    const { sent, answer } = server();
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Took 3" }));
    expect(await screen.findAllByText("Sending…")).not.toHaveLength(0);
    expect(screen.queryByText(/taken from stock/)).toBeNull();
    await answer();
    expect(await screen.findByText("3 picked and taken from stock.")).toBeTruthy();
    expect(sent.map((one) => one.body)).toEqual([{ quantity: 3 }]);
  });

  it("repeats a command whose answer was lost under the same key", async () => {
    const { sent } = server({ loseFirst: true });
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Took 3" }));
    expect(await screen.findByText("3 picked and taken from stock.", {}, { timeout: 3000 })).toBeTruthy();
    expect(sent).toHaveLength(2);
    expect(sent[0]?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it("does not send what the scanner read when it is the wrong item", async () => {
    const { sent } = server();
    show();
    await screen.findByRole("button", { name: "Took 3" });
    scan("96385074");
    expect(await screen.findByText(/Wrong item: scanned 00000096385074/)).toBeTruthy();
    expect(sent).toEqual([]);
  });
});
