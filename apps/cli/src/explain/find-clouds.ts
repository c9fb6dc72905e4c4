import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { UsageError } from '../run-as-command';
import { isAlive } from '../terraform/is-alive';
import type { ExplainOptions } from './explain-options';

/** A local cloud that runs, and how to ask it. */
export interface RunningCloud {
  readonly dataDir: string;
  readonly website: string;
  readonly operator: string;
  /** A secret. */
  readonly token: string;
}

/** Where data folders are unless a start names another. */
const DATA_DIRS = '.gatehouse';

/**
 * The local clouds that run: of one data folder, or of all in their usual place.
 * @throws UsageError when there is none, with what to do
 */
export function findClouds({
  dataDir,
  port,
}: Pick<ExplainOptions, 'dataDir' | 'port'>): readonly RunningCloud[] {
  const folders = dataDir === undefined ? foldersIn(DATA_DIRS) : [dataDir];
  const running = folders.flatMap((folder) => readRunning(folder) ?? []);
  const wanted = running.filter(
    ({ website }) => port === undefined || Number(new URL(website).port) === port,
  );
  if (wanted.length > 0) return wanted;
  const where = dataDir ?? `a folder of ${DATA_DIRS}/`;
  const which = port === undefined ? '' : ` with its first port at ${port}`;
  throw new UsageError(
    `No local cloud${which} runs from ${where}. Start one with npm start; one with another --data-dir (or --ephemeral: the banner names its folder) is found with --data-dir.`,
  );
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Absent where nothing runs: no file, or one that a killed process has left. */
function readRunning(dataDir: string): RunningCloud | undefined {
  try {
    const said: unknown = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'));
    if (!isSaid(said) || !isAlive(said.pid)) return undefined;
    const token = readFileSync(join(dataDir, 'operator-token'), 'utf8').trim();
    return { dataDir, website: said.website, operator: said.operator, token };
  } catch {
    return undefined;
  }
}

interface Said {
  readonly website: string;
  readonly operator: string;
  readonly pid: number;
}

/** The token is sent there: what is no plain address of ours is not believed. */
function isSaid(value: unknown): value is Said {
  if (typeof value !== 'object' || value === null) return false;
  const { website, operator, pid } = value as Partial<Record<keyof Said, unknown>>;
  const isOrigin = (text: unknown): boolean =>
    typeof text === 'string' && /^http:\/\/[\w.-]+:\d{1,5}$/.test(text);
  return isOrigin(website) && isOrigin(operator) && typeof pid === 'number';
}
