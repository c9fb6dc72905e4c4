import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

import type { AppliedObject, AppliedStore } from '@gatehouse/applied-store';

import type { StackSource } from '../../apps/local-cloud/src/boot/stack-source';
import { systemClock } from '../../apps/local-cloud/src/clock';
import { startLocalCloud, type LocalCloud } from '../../apps/local-cloud/src/local-cloud';
import {
  handCranked,
  type HandCranked,
} from '../../apps/local-cloud/src/takeover/testing/hand-cranked';
import { applyInto } from './applied-stack';
import { temporaryFolder } from './refused-start';

/** A local cloud that serves a store, which a test writes to. */
export interface Applied {
  readonly cloud: LocalCloud;
  readonly store: AppliedStore;
  readonly log: readonly string[];
  /** Writes to the store and lets it rest. */
  readonly apply: (write: () => void) => void;
}

/** Serves what was applied of the synthesized stack. */
export async function startApplied(t: TestContext): Promise<Applied> {
  const folder = temporaryFolder(t);
  const storeDir = join(folder, 'store', 'dev');
  const store = applyInto(storeDir);
  const source = { kind: 'applied', storeDir } as const;
  const { cloud, crank, log } = await start(t, folder, { source, storeDir });
  const apply = (write: () => void): void => {
    write();
    crank.change();
    crank.pass(250);
  };
  return { cloud, store, log, apply };
}

/** Starts in this process, with time and file system in the hands of the test; closed when it ends. */
export async function start(
  t: TestContext,
  folder: string,
  played: { readonly source: StackSource; readonly storeDir: string | undefined },
): Promise<{ cloud: LocalCloud; crank: HandCranked; log: readonly string[] }> {
  const crank = handCranked();
  const log: string[] = [];
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const cloud = await startLocalCloud({
    ...played,
    dataDir,
    port: 0,
    host: 'localhost',
    ephemeral: false,
    reset: false,
    accountRate: undefined,
    seedFile: 'apps/local-cloud/seed.json',
    clock: systemClock,
    log: (line) => log.push(line),
    surroundings: crank,
  });
  t.after(() => cloud.close());
  return { cloud, crank, log };
}

export function theOne(store: AppliedStore, type: string): AppliedObject {
  const [one] = store.ofType(type);
  assert.ok(one, `the store has no ${type}`);
  return one;
}
