import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';

import { watchStackSources } from './watch-stack-sources';

test('says once that Terraform needs a restart, and nothing of tests and swap files', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'stack-sources-'));
  mkdirSync(join(folder, 'api'));
  const said: string[] = [];
  const stop = watchStackSources([folder], (line) => said.push(line));
  t.after(() => {
    stop();
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'api', 'method.test.ts'), '');
  writeFileSync(join(folder, 'api', '.method.ts.swp'), '');
  await sleep(700);
  assert.equal(said.join(), '');
  const file = join(folder, 'api', 'method.ts');
  writeFileSync(file, '1');
  writeFileSync(file, '2');
  for (let tries = 0; said.length === 0 && tries < 100; tries += 1) await sleep(50);
  await sleep(700);
  assert.deepEqual(
    said.map((line) => line.split(': ')[0]),
    [`${file} changed`],
  );
  assert.match(said.join(), /Restart npm run dev to serve the new one\.$/);
});
