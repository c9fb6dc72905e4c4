import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');

export interface Run {
  /** `infra/main.ts` or `infra/synth.ts`. */
  readonly program: 'main' | 'synth';
  /** @default the repository */
  readonly root?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** As for the shell's `umask`. @default that of this process */
  readonly umask?: string;
}

export interface Ran {
  readonly status: number | null;
  readonly stderr: string;
}

/** Runs the program as `npm run synth` and the cdktf command do: a process of its own, in the root of a checkout. */
export function runInfra({ program, root = ROOT, environment = {}, umask }: Run): Ran {
  const set = umask === undefined ? '' : `umask ${umask} && `;
  const command = `${set}exec "$0" --import=tsx "infra/${program}.ts"`;
  const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...cleared(), CHECKPOINT_DISABLE: '1', ...environment },
  });
  return { status, stderr };
}

/** What this process was told must not reach the program by accident. */
function cleared(): Record<string, undefined> {
  return {
    GATEHOUSE_ENV: undefined,
    GATEHOUSE_DIST: undefined,
    CDKTF_OUTDIR: undefined,
    NODE_TEST_CONTEXT: undefined,
  };
}

export function stackFile(outdir: string, stack: string): string {
  return join(outdir, 'stacks', stack, 'cdk.tf.json');
}
