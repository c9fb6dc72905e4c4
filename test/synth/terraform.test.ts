import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { temporaryFolder } from './fixture-builds';
import { EVERYTHING_ON } from './fixture-project';
import { devStack, realStack, Synthesized } from './synthesized';
import { terraform, WANTS_TERRAFORM } from './terraform-command';

/** Where the configuration holds, `init` goes on to look for the provider, in an empty place instead of the registry. */
const WANTS_PROVIDER = /Failed to query available provider packages/;

/** `terraform init` on a copy of a stack folder: it reads and checks all of the configuration before it asks for providers. */
const init = (stack: Synthesized, edit = (text: string): string => text): string => {
  const folder = join(temporaryFolder(), 'stack');
  cpSync(stack.folder, folder, { recursive: true });
  const file = join(folder, 'cdk.tf.json');
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  const { stdout, stderr } = terraform(folder, [
    'init',
    '-backend=false',
    '-input=false',
    '-no-color',
  ]);
  return `${stdout}\n${stderr}`;
};

const errorsIn = (output: string): readonly string[] =>
  [...output.matchAll(/Error: (.*)/g)].map((match) => match[1] ?? '');

for (const [name, stack] of [
  ['dev', (): Synthesized => realStack('dev')],
  ['prod', (): Synthesized => realStack('prod')],
  ['everything switched on', (): Synthesized => new Synthesized({ environment: EVERYTHING_ON })],
] as const) {
  test(`terraform finds no mistake in the configuration of ${name}`, WANTS_TERRAFORM, () => {
    const output = init(stack());
    assert.deepEqual(errorsIn(output), ['Failed to query available provider packages'], output);
    assert.match(output, WANTS_PROVIDER);
  });
}

test(
  'terraform would have found one: an interpolation in replace_triggered_by',
  WANTS_TERRAFORM,
  () => {
    const output = init(devStack(), (text) =>
      text.replace(
        '"aws_lambda_function.Function_Lambda.id"',
        '"${aws_lambda_function.Function_Lambda.id}"',
      ),
    );
    assert.doesNotMatch(output, WANTS_PROVIDER);
    assert.notDeepEqual(errorsIn(output), []);
  },
);
