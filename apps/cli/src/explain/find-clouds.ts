import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

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
/** As the local cloud names those of `--ephemeral`, in the system's folder for temporary files. */
const EPHEMERAL_PREFIX = 'gatehouse-';

/**
 * The local clouds that run: of one data folder, or of all in their usual place.
 * @throws UsageError when there is none, with what to do
 */
export function findClouds({
  dataDir,
  port,
}: Pick<ExplainOptions, 'dataDir' | 'port'>): readonly RunningCloud[] {
  const runningIn = (folders: readonly string[]): readonly RunningCloud[] =>
    folders
      .flatMap((folder) => readRunning(folder) ?? [])
      .filter(({ website }) => port === undefined || Number(new URL(website).port) === port);
  const usual = runningIn(dataDir === undefined ? foldersIn(DATA_DIRS) : [dataDir]);
  if (usual.length > 0) return usual;
  const keepingNothing = port === undefined ? [] : runningIn(ephemeral());
  if (keepingNothing.length > 0) return keepingNothing;
  const where = dataDir ?? `a folder of ${DATA_DIRS}/`;
  const which = port === undefined ? '' : ` with its first port at ${port}`;
  throw new UsageError(
    `No local cloud${which} runs from ${where}. Start one with npm start; one with --ephemeral is found with --port, one with another --data-dir with --data-dir.`,
  );
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Data folders of `--ephemeral`; of this user only, as anybody may make folders there. */
function ephemeral(): readonly string[] {
  return foldersIn(tmpdir()).filter(
    (folder) => basename(folder).startsWith(EPHEMERAL_PREFIX) && isOwn(folder),
  );
}

function isOwn(folder: string): boolean {
  const { getuid } = process;
  return getuid === undefined || statSync(folder, { throwIfNoEntry: false })?.uid === getuid();
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
