import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers recorded from AWS, kept beside the repository and not in it. */
const FOLDER = join(import.meta.dirname, '../../../../../../shared/vectors/aws-recorded');

/** Why tests over recorded answers are skipped; `false` where they are not. */
export const RECORDED_SKIP = existsSync(FOLDER)
  ? false
  : '../shared/vectors/aws-recorded is not here';

/** What was recorded under a test's name; empty where nothing is kept. */
export function recorded(file: string, name: string): Readonly<Record<string, unknown>> {
  if (RECORDED_SKIP !== false) return {};
  const snapshots = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<
    string,
    { readonly 'recorded-content': Record<string, unknown> }
  >;
  const key = Object.keys(snapshots).find((one) => one.endsWith(name));
  return key === undefined ? {} : (snapshots[key]?.['recorded-content'] ?? {});
}
