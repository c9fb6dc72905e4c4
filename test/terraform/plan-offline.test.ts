/** `npm run plan:offline` on the stack of a pull request, which somebody else has handed over. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { temporaryFolder } from '../synth/fixture-builds';
import { WANTS_TERRAFORM } from './workspace';

const STACK = {
  terraform: { required_providers: { aws: { source: 'aws', version: '6.25.0' } } },
  provider: { aws: [{ region: 'us-west-2' }] },
};

function stackFolder(output: object): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ ...STACK, output }));
  return folder;
}

test('takes the cdk.tf.json of the head and nothing that lies beside it', WANTS_TERRAFORM, () => {
  const base = stackFolder({ a: { value: 'before' } });
  const head = stackFolder({ a: { value: 'after' } });
  const [secret, out] = [join(base, 'secret'), join(temporaryFolder(), 'plan.json')];
  writeFileSync(secret, 'what nobody may see');
  writeFileSync(join(head, 'evil.tf'), `output "b" { value = file(${JSON.stringify(secret)}) }`);
  writeFileSync(join(head, 'evil_override.tf.json'), '{"output":{"a":{"value":"overridden"}}}');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', '--import=tsx'],
      ...['apps/cli/src/plan-offline.ts', '--base', base, '--head', head, '--out', out],
    ],
    { encoding: 'utf8', env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
  );
  assert.equal(status, 0, stderr);
  const { output_changes: changes } = JSON.parse(readFileSync(out, 'utf8')) as {
    readonly output_changes: Readonly<Record<string, { readonly after: unknown }>>;
  };
  assert.deepEqual(Object.keys(changes), ['a']);
  assert.equal(changes.a?.after, 'after');
});
