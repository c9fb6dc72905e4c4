import assert from 'node:assert/strict';
import { once } from 'node:events';

import { oneRun } from '../../apps/cli/src/terraform/one-run';
import type { Ran, Workspace } from './workspace';

/** Terraform as `npm run deploy:local` runs it: one command, whose state is kept for it meanwhile. @returns also what the command said */
export async function inOneRun(
  workspace: Workspace,
  ...args: readonly string[]
): Promise<Ran & { readonly said: readonly string[] }> {
  const said: string[] = [];
  let output = '';
  const status = await oneRun(
    workspace.folders,
    (line) => said.push(line),
    async (state) => {
      const running = workspace.start(args, state);
      for (const stream of [running.stdout, running.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
      }
      const [code] = (await once(running, 'close')) as [number | null];
      return code ?? 1;
    },
  );
  return { status, output, said };
}

/** {@link inOneRun} of what has to succeed. */
export async function mustInOneRun(
  workspace: Workspace,
  ...args: readonly string[]
): Promise<void> {
  const { status, output } = await inOneRun(workspace, ...args);
  assert.equal(status, 0, `terraform ${args.join(' ')}:\n${output}`);
}
