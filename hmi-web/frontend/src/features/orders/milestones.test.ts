import { describe, expect, it } from "vitest";
import type { OrderMilestone } from "../../api/types";
import { canCancel, canConfirm, milestones, nextToReport, reached, stepsOf } from "./milestones";

const at = (name: OrderMilestone["name"]): OrderMilestone => ({ name, at: "2026-03-01T08:00:00Z", by: "li" });

describe("the milestones of an order", () => {
  it("are nine", () => {
    expect(milestones).toHaveLength(9);
    expect(reached("filed")).toBe(9);
  });

  it("show exactly one as next", () => {
    const steps = stepsOf([at("applied"), at("entered"), at("confirmed"), { name: "picked", at: null, by: null }]);
    expect(steps.filter((step) => step.state === "next").map((step) => step.name)).toEqual(["picked"]);
    expect(steps.filter((step) => step.state === "reached")).toHaveLength(3);
    expect(steps).toHaveLength(9);
  });

  it("are all there even when the server names none", () => {
    expect(stepsOf([]).map((step) => step.state)).toEqual(["next", ...Array<string>(8).fill("ahead")]);
  });

  it("are reported by people only after the goods have left", () => {
    expect(nextToReport({ milestone: "confirmed", status: "open" })).toBeNull();
    expect(nextToReport({ milestone: "shipped", status: "open" })).toBe("inTransit");
    expect(nextToReport({ milestone: "signed", status: "open" })).toBe("filed");
    expect(nextToReport({ milestone: "filed", status: "done" })).toBeNull();
  });

  it("let an order be confirmed once and cancelled before picking", () => {
    expect(canConfirm({ milestone: "entered", status: "open" })).toBe(true);
    expect(canConfirm({ milestone: "confirmed", status: "open" })).toBe(false);
    expect(canCancel({ milestone: "confirmed", status: "backOrdered" })).toBe(true);
    expect(canCancel({ milestone: "picked", status: "open" })).toBe(false);
    expect(canCancel({ milestone: "entered", status: "cancelled" })).toBe(false);
  });
});
