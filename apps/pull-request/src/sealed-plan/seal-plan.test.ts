import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPlan, sealPlan } from './seal-plan';

const PASSPHRASE = 'a passphrase of an environment';
const plan = Buffer.from('the key is local-key-0123456789abcdef');

test('opens with the same passphrase, for the same commit', () => {
  const sealed = sealPlan(plan, PASSPHRASE, 'commit abc');
  assert.deepEqual(openPlan(sealed, PASSPHRASE, 'commit abc'), plan);
});

test('shows nothing of what it holds, and seals the same plan differently each time', () => {
  const sealed = sealPlan(plan, PASSPHRASE, 'commit abc');
  assert.equal(sealed.includes('local-key'), false);
  assert.notDeepEqual(sealed, sealPlan(plan, PASSPHRASE, 'commit abc'));
});

for (const [what, open] of [
  ['another passphrase', (sealed: Buffer) => openPlan(sealed, `${PASSPHRASE}!`, 'commit abc')],
  ['another commit', (sealed: Buffer) => openPlan(sealed, PASSPHRASE, 'commit abd')],
  [
    'a changed byte',
    (sealed: Buffer) => {
      const changed = Buffer.from(sealed);
      changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
      return openPlan(changed, PASSPHRASE, 'commit abc');
    },
  ],
  ['half of it', (sealed: Buffer) => openPlan(sealed.subarray(0, 40), PASSPHRASE, 'commit abc')],
  ['a plan that was never sealed', () => openPlan(plan, PASSPHRASE, 'commit abc')],
] as const) {
  test(`does not open ${what}`, () => {
    const sealed = sealPlan(plan, PASSPHRASE, 'commit abc');
    assert.throws(() => open(sealed), /sealed plan/);
  });
}

test('refuses a passphrase that could be guessed', () => {
  assert.throws(() => sealPlan(plan, 'short', 'commit abc'), /at least 20/);
});
