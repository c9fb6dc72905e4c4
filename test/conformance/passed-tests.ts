import { existsSync, readFileSync } from 'node:fs';

import type { TestName } from './behaviour';

/** The stages of `npm test` whose tests a behaviour may name. */
export const NAMED_STAGES = ['unit', 'synth', 'system'] as const;

/** Where a stage writes which of its tests passed. */
export const passedFile = (stage: string): string => `dist/test/passed-${stage}.jsonl`;

/** What one test is called in a set of them. */
export const nameOf = ({ file, name }: TestName): string => `${file}: ${name}`;

/**
 * The tests that passed when the stages last ran.
 * @throws Error when one has not run
 */
export function passedTests(): ReadonlySet<string> {
  return new Set(NAMED_STAGES.flatMap(readStage));
}

function readStage(stage: string): readonly string[] {
  const file = passedFile(stage);
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: run npm test -- ${NAMED_STAGES.join(' ')} conformance`);
  }
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => nameOf(JSON.parse(line) as TestName));
}
