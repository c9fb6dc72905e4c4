import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { openJob } from '../testing/open-job';

const STACK = {
  terraform: { required_providers: { aws: { source: 'aws', version: '6.25.0' } } },
};

/** A job to which a pull request has handed over a stack. */
async function openGate(t: TestContext) {
  const job = await openJob(t);
  const base = job.file('base.json', STACK);
  const [out, review] = [join(job.folder, 'stack'), join(job.folder, 'of-gate')];
  const gate = (head: string, environment = 'prod'): Promise<number> =>
    job.run(
      ...['gate', '--base', base, '--head', head, '--environment', environment],
      ...['--out', out, '--review', review],
    );
  return { ...job, base, out, review, gate };
}

test('puts the stack that it lets through into a new folder, byte for byte and alone', async (t) => {
  const { folder, out, review, gate, file } = await openGate(t);
  mkdirSync(join(folder, 'head'));
  file('head/evil.tf', 'data "external" "x" { program = ["sh"] }');
  file('head/evil.auto.tfvars', 'a = 1');
  file('head/.terraform.lock.hcl', '');
  const text = `${JSON.stringify(STACK)}\n `;
  assert.equal(await gate(file('head/cdk.tf.json', text)), 0);
  assert.deepEqual(readdirSync(out), ['cdk.tf.json']);
  assert.equal(readFileSync(join(out, 'cdk.tf.json'), 'utf8'), text);
  assert.equal(existsSync(review), false);
});

test('puts nothing into a folder that is there already', async (t) => {
  const { out, base, gate, printed } = await openGate(t);
  mkdirSync(out);
  assert.equal(await gate(base), 2);
  assert.match(printed.join('\n'), /must be a folder that is not there yet/);
  assert.deepEqual(readdirSync(out), []);
});

test('of what it refuses, leaves a review that says why, and no stack', async (t) => {
  const { out, review, gate, file, printed } = await openGate(t);
  const head = file('head.json', {
    ...STACK,
    module: {},
    output: { a: { value: '${file("x")}' } },
  });
  assert.equal(await gate(head), 1);
  assert.match(printed.join('\n'), /stack\."module"[^]*calls "file"[^]*change apps\/pull-request/);
  assert.equal(existsSync(out), false);
  const markdown = readFileSync(join(review, 'review.md'), 'utf8');
  assert.match(markdown, /^This change was not planned: `stack\."module" is not on the list/);
  assert.match(markdown, /\n- `"output\.a\.value" calls "file"/);
  assert.match(markdown, /<!-- gatehouse-review prod -->\n$/);
});

test('refuses a stack that is not there, is a link or is too large, as what the change brings', async (t) => {
  const { folder, base, gate, file, printed, review } = await openGate(t);
  const link = join(folder, 'link.json');
  symlinkSync(base, link);
  assert.equal(await gate(join(folder, 'nowhere.json')), 1);
  assert.equal(await gate(link), 1);
  assert.equal(await gate(file('large.json', ' '.repeat(6 * 1024 * 1024))), 1);
  assert.match(printed.join('\n'), /is not there[^]*is no plain file[^]*has 6291456 bytes/);
  assert.match(readFileSync(join(review, 'review.md'), 'utf8'), /^This change was not planned: /);
});

test('leaves with 2 where the workflow is wrong', async (t) => {
  const { base, gate, file, printed, run } = await openGate(t);
  assert.equal(await gate(base, 'a b'), 2);
  const options = ['--environment', 'prod', '--out', 'x', '--review', 'y'];
  assert.equal(await run('gate', '--base', file('no.json', {}), '--head', base, ...options), 2);
  assert.match(printed.join('\n'), /--environment must be[^]*pins no version/);
});
