import type { Job } from '../job';

/** One step of a workflow. */
export interface Command {
  /** `--base <file> --head <file>`. */
  readonly usage: string;
  readonly summary: string;
  /** Options that must be given, by name. */
  readonly options: readonly string[];
  /** @returns the exit code of the step */
  run(options: Readonly<Record<string, string>>, job: Job): Promise<number> | number;
}
