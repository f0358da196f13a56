/** What is wrong with one field; the message is for technicians, in English. */
export type FieldMistake = { field: string; code: string; message: string; params?: Record<string, unknown> };

/** A refusal or failure of the server (RFC 9457), or a broken connection (status 0). */
export type Problem = {
  title?: string;
  status: number;
  detail?: string;
  code?: string;
  field?: string;
  errors?: FieldMistake[];
  params?: Record<string, unknown>;
};

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code ?? `HTTP ${problem.status}`);
    this.name = "ProblemError";
    this.problem = problem;
  }

  get unreachable(): boolean {
    return this.problem.status === 0;
  }
}

/** Reads whatever an error answer holds; an HTML page of a proxy is as good as nothing. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body !== "object" || body === null) return { status };
  return { ...(body as Partial<Problem>), status };
}
