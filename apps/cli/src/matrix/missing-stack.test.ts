import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { missingStack } from './missing-stack';

function inFolder(t: TestContext): string {
  const [before, folder] = [process.cwd(), mkdtempSync(join(tmpdir(), 'missing-stack-'))];
  process.chdir(folder);
  t.after(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

test('names what a folder has instead of a stack', (t) => {
  inFolder(t);
  mkdirSync('lantern');
  assert.match(missingStack('lantern'), /^The folder lantern has no cdk\.tf\.json\. Name a cdk/);
  writeFileSync(join('lantern', 'state.json'), '{}');
  assert.match(missingStack('lantern'), /has state\.json: .* name it: lantern.state\.json$/);
});

test('lists the environments that are synthesized, or says what synthesizes them', (t) => {
  inFolder(t);
  const wanted = 'cdktf.out/stacks/gatehouse-nope/cdk.tf.json';
  assert.match(missingStack(wanted), /no synthesized stack in cdktf\.out\/stacks.*npm run build$/);
  for (const env of ['dev', 'prod'])
    mkdirSync(`cdktf.out/stacks/gatehouse-${env}`, { recursive: true });
  assert.match(missingStack(wanted), /no synthesized stack of nope: there are dev, prod\./);
});
