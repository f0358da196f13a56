import { describe, expect, it } from "vitest";
import type { Alarm } from "../../api/types";
import { countsOf, foremost } from "./api/alarms";

const alarm = (change: Partial<Alarm>): Alarm => ({
  id: 1,
  type: "reader-silent",
  source: "reader-D1",
  priority: "low",
  raisedAt: "2026-03-01T08:00:00Z",
  clearedAt: null,
  ackedAt: null,
  ackedBy: null,
  params: {},
  active: true,
  titleKey: "alarm.reader-silent.title",
  causeKey: "alarm.reader-silent.cause",
  actionKey: "alarm.reader-silent.action",
  ...change,
});

describe("the alarm banner", () => {
  it("shows nothing on a calm floor", () => {
    expect(foremost([])).toBeUndefined();
  });

  it("shows an unacknowledged alarm before an acknowledged higher one", () => {
    const seen = alarm({ id: 1, priority: "high", ackedAt: "2026-03-01T08:01:00Z" });
    expect(foremost([seen, alarm({ id: 2 })])?.id).toBe(2);
  });

  it("shows the highest priority and then the newest", () => {
    const older = alarm({ id: 1, priority: "high", raisedAt: "2026-03-01T07:00:00Z" });
    const newer = alarm({ id: 2, priority: "high", raisedAt: "2026-03-01T07:30:00Z" });
    expect(foremost([alarm({ id: 3, priority: "medium" }), older, newer])?.id).toBe(2);
  });

  it("counts by priority", () => {
    expect(countsOf([alarm({}), alarm({ priority: "high" }), alarm({})])).toEqual({ high: 1, medium: 0, low: 2 });
  });
});
