import type { Job } from "../../api/types";

/** What can differ from the job in each step. Packing knows no exception. */
export function reasonsOf(job: Job): string[] {
  switch (job.kind) {
    case "unload":
      return job.unload?.started ? ["damaged", "truck-left"] : [];
    case "pick":
      return isHeld(job) ? ["checked"] : ["unit-missing", "wrong-item", "damaged"];
    case "load":
      return ["checked"];
    case "pack":
      return [];
  }
}

/** Another unit than the expected one was seen at the position; somebody has to look first. */
export function isHeld(job: Job): boolean {
  return job.instructionKey === "job.pick.held";
}

export type Consequence = "damage" | "close" | "release" | "nothing";

/** What reporting does, said before it is done. */
export function consequenceOf(job: Job, reason: string): Consequence {
  if (job.kind === "unload") return reason === "damaged" ? "damage" : "close";
  return reason === "checked" ? "release" : "nothing";
}
