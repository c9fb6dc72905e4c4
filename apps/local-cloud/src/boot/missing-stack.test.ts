import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { missingStack } from './missing-stack';

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'missing-stack-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

test('names the state that a folder has instead, and how to give it', (t) => {
  const folder = folderOf(t);
  writeFileSync(join(folder, 'state.json'), '{}');
  assert.match(missingStack(folder), /which has state\.json: .* give --state \S+state\.json\.$/);
  const file = join(folder, 'state.json');
  assert.match(missingStack(file), /is a file, .* give --state \S+state\.json\.$/);
});

test('gives the folder of a stack whose file was named', (t) => {
  const folder = folderOf(t);
  writeFileSync(join(folder, 'cdk.tf.json'), '{}');
  assert.ok(missingStack(join(folder, 'cdk.tf.json')).endsWith(`: --stack ${folder}.`));
});

test('lists the environments that there are to whoever named another', (t) => {
  const folder = folderOf(t);
  for (const name of ['gatehouse-dev', 'gatehouse-prod', 'other']) mkdirSync(join(folder, name));
  const said = missingStack(join(folder, 'gatehouse-nope'));
  assert.match(said, /Synthesized are the environments dev, prod\. Run npm run build/);
});

test('says what makes a stack where there is nothing', () => {
  assert.match(
    missingStack('nope'),
    /^There is no synthesized stack at nope.cdk\.tf\.json\. Run npm/,
  );
});
