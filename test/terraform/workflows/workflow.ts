import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly 'continue-on-error'?: boolean;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Environment;
}

export interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly outputs?: Environment;
  readonly env?: Environment;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: unknown;
  readonly permissions: object;
  readonly env?: Environment;
  readonly jobs: Readonly<Record<string, Job>>;
}

export type Environment = Readonly<Record<string, string>>;

export const WORKFLOWS = ['review', 'review-of-fork', 'deploy'] as const;

export function readWorkflow(name: (typeof WORKFLOWS)[number]): Workflow {
  return parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')) as Workflow;
}
