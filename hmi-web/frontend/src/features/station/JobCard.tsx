import type { Job } from "../../api/types";
import type { JobAct } from "./api/station";
import { LoadCard } from "./LoadCard";
import { PackCard } from "./PackCard";
import { PickCard } from "./PickCard";
import { UnloadCard } from "./UnloadCard";

type JobCardProps = { job: Job; sending: boolean; onAct: (act: JobAct) => void; onShort: () => void };

export function JobCard({ job, sending, onAct, onShort }: JobCardProps) {
  const confirm = (extra: { quantity?: number; code?: string } = {}) =>
    onAct({ act: "confirm", task: job.taskId, ...extra });
  const start = () => onAct({ act: "start", task: job.taskId });
  switch (job.kind) {
    case "unload":
      return job.unload ? (
        <UnloadCard job={job} unload={job.unload} sending={sending} onStart={start} onClose={() => confirm()} />
      ) : null;
    case "pick":
      return job.pick ? (
        <PickCard job={job} pick={job.pick} sending={sending} onConfirm={confirm} onShort={onShort} />
      ) : null;
    case "pack":
      return job.pack ? <PackCard job={job} pack={job.pack} sending={sending} onConfirm={() => confirm()} /> : null;
    case "load":
      return job.load ? (
        <LoadCard job={job} load={job.load} sending={sending} onStart={start} onConfirm={() => confirm()} />
      ) : null;
  }
}

