import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { startApplied, theOne } from './applied-cloud';

test('opens a port for a second website as it is applied, and closes it as it is destroyed', async (t) => {
  const { store, apply, log } = await startApplied(t);
  const parts = ['aws_s3_bucket', 'aws_s3_bucket_website_configuration'].map((type) => {
    const { values } = theOne(store, type);
    return { type, id: 'second', values: { ...values, id: 'second', bucket: 'second' } };
  });
  apply(() => {
    for (const part of parts) store.add(part);
  });
  const origin = await eventually(() => /took over .* at (http:\S+)$/m.exec(log.join('\n'))?.[1]);
  // It has neither files nor a policy.
  assert.equal((await fetch(origin)).headers.get('x-amz-error-code'), 'AccessDenied');
  apply(() => {
    for (const { type, id } of parts) store.remove(type, id);
  });
  await assert.rejects(fetch(origin));
});

test('tells what it answers beside the store while it runs', async (t) => {
  const { cloud, store } = await startApplied(t);
  const file = `${store.folder}.origins.json`;
  const { website, api } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  assert.deepEqual([website, api], [cloud.origins.website, cloud.origins.api]);
  await cloud.close();
  assert.equal(existsSync(file), false);
});

/** Ports are opened in turns of their own. */
async function eventually<T>(find: () => T | undefined): Promise<T> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise(setImmediate);
  }
  throw new Error('it never came about');
}
