import { describe, expect, it } from "vitest";
import { boundsOf, fit, nearest, panBy, toScreen, toWorld, turn, zoomAt } from "./view";

const size = { width: 800, height: 600 };
const floor = [
  { x: 0, y: 0 },
  { x: 40, y: 20 },
];

describe("the view of the floor", () => {
  it("shows every node when it fits the whole floor", () => {
    const view = fit(boundsOf(floor), size);
    floor.forEach((node) => {
      const at = toScreen(view, size, node);
      expect(at.x).toBeGreaterThan(0);
      expect(at.x).toBeLessThan(size.width);
      expect(at.y).toBeGreaterThan(0);
      expect(at.y).toBeLessThan(size.height);
    });
  });

  it("keeps the floor clear of the buttons below it", () => {
    const view = fit(boundsOf(floor), size, 1, 60);
    floor.forEach((node) => expect(toScreen(view, size, node).y).toBeLessThan(size.height - 60));
  });

  it("puts what is further north higher on the screen", () => {
    const view = fit(boundsOf(floor), size);
    expect(toScreen(view, size, { x: 0, y: 20 }).y).toBeLessThan(toScreen(view, size, { x: 0, y: 0 }).y);
  });

  it("comes back to the same place from the screen", () => {
    const view = { centreX: 3, centreY: -7, pxPerM: 23.5 };
    const back = toWorld(view, size, toScreen(view, size, { x: 12.25, y: -4.5 }));
    expect(back.x).toBeCloseTo(12.25);
    expect(back.y).toBeCloseTo(-4.5);
  });

  it("keeps the point under the cursor when it zooms", () => {
    const view = fit(boundsOf(floor), size);
    const cursor = { x: 113, y: 401 };
    const before = toWorld(view, size, cursor);
    const after = toWorld(zoomAt(view, size, cursor, 1.7), size, cursor);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it("never zooms past what can still be read or found", () => {
    const view = fit(boundsOf(floor), size);
    expect(zoomAt(view, size, { x: 0, y: 0 }, 1e6).pxPerM).toBe(160);
    expect(zoomAt(view, size, { x: 0, y: 0 }, 1e-6).pxPerM).toBe(0.5);
  });

  it("moves the floor with the finger", () => {
    const view = fit(boundsOf(floor), size);
    const node = floor[1] ?? { x: 0, y: 0 };
    const before = toScreen(view, size, node);
    const after = toScreen(panBy(view, 30, -12), size, node);
    expect(after.x - before.x).toBeCloseTo(30);
    expect(after.y - before.y).toBeCloseTo(-12);
  });

  it("finds the nearest thing and nothing out of reach", () => {
    const things = [
      { id: "a", x: 0, y: 0 },
      { id: "b", x: 1, y: 0 },
    ];
    expect(nearest(things, { x: 0.8, y: 0 }, 0.9)?.id).toBe("b");
    expect(nearest(things, { x: 5, y: 0 }, 0.9)).toBeUndefined();
  });

  it("turns by the shorter way round", () => {
    expect(turn(3, -3, 0.5)).toBeCloseTo(Math.PI);
  });

  it("has a view even of an empty floor", () => {
    expect(fit(boundsOf([]), size).pxPerM).toBeGreaterThan(0);
  });
});
