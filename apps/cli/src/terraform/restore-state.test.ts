import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { restoreState } from './restore-state';

function stateFileIn(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-state-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return join(folder, 'x.tfstate');
}

const WHOLE = '{"version":4,"resources":[]}';

test('leaves a whole state as it is', (t) => {
  const file = stateFileIn(t);
  writeFileSync(file, WHOLE);
  writeFileSync(`${file}.backup`, '{}');
  assert.deepEqual(restoreState(file), { text: WHOLE, wasBroken: false });
});

for (const [what, text] of [
  ['half a state', WHOLE.slice(0, 12)],
  ['an empty file', ''],
] as const) {
  test(`puts the state before the run in the place of ${what}`, (t) => {
    const file = stateFileIn(t);
    writeFileSync(file, text);
    writeFileSync(`${file}.backup`, WHOLE);
    assert.deepEqual(restoreState(file), { text: WHOLE, wasBroken: true });
    assert.equal(readFileSync(file, 'utf8'), WHOLE);
  });

  test(`takes ${what} away where there was none before the run`, (t) => {
    const file = stateFileIn(t);
    writeFileSync(file, text);
    assert.deepEqual(restoreState(file), { text: undefined, wasBroken: true });
    assert.equal(existsSync(file), false);
  });
}

test('finds no state where there is none', (t) => {
  assert.deepEqual(restoreState(stateFileIn(t)), { text: undefined, wasBroken: false });
});
