/** What a job of a workflow gives its commands. */
export interface Job {
  /** As GitHub Actions and the workflow set it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** To the log of the step. */
  readonly print: (line: string) => void;
  readonly wait: (delayMs: number) => Promise<void>;
}

/** The workflow is wrong, or the input is not what it says: one sentence is enough, no stack. */
export class JobError extends Error {
  override readonly name = 'JobError';
}

/** @throws JobError when the workflow does not set it */
export function required(job: Job, name: string): string {
  const value = job.env[name];
  if (value === undefined || value === '')
    throw new JobError(`${name} is not set: the workflow gives it to this step.`);
  return value;
}
