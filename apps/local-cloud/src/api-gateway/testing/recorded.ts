import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers recorded from AWS, kept beside the repository and not in it. */
const FOLDER = join(import.meta.dirname, '../../../../../../shared/vectors/aws-recorded');

/** Why tests over recorded answers are skipped; `false` where they are not. */
export const RECORDED_SKIP = existsSync(FOLDER)
  ? false
  : '../shared/vectors/aws-recorded is not here';

type Recordings = Readonly<
  Record<string, { readonly 'recorded-content': Readonly<Record<string, unknown>> }>
>;

/** Everything that was recorded, by file and by the name of the recording test; empty where nothing is kept. */
export function recordedFiles(): Readonly<Record<string, Recordings>> {
  if (RECORDED_SKIP !== false) return {};
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(files.map((name) => [name, read(name)]));
}

/** What was recorded under a test's name; empty where nothing is kept. */
export function recorded(file: string, name: string): Readonly<Record<string, unknown>> {
  if (RECORDED_SKIP !== false) return {};
  const snapshots = read(file);
  const key = Object.keys(snapshots).find((one) => one.endsWith(name));
  return key === undefined ? {} : (snapshots[key]?.['recorded-content'] ?? {});
}

function read(file: string): Recordings {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recordings;
}
